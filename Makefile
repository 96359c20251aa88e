# Everything a developer or an officer types. `make demo` and `make test` need Python 3.11, make and a package index.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check browser lint types floors bench bench-lists bench-texts bench-plans fonts softhsm browsers outside lock clean kills ingest-kills keykills ledger-kills fuzz

help:            ## show these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tidings needs Python 3.11 or newer: make PYTHON=python3.11"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@# Prefect's own tables, once: otherwise the first flow waits for them.
	PREFECT_HOME=$(CURDIR)/.prefect DO_NOT_TRACK=1 $(BIN)/prefect server database upgrade --yes >/dev/null
	@touch $(STAMP)

demo: $(STAMP) fonts   ## make the environment, then do the whole road on the sample list
	$(BIN)/tidings demo

test: $(STAMP) fonts softhsm browsers outside lint types floors  ## everything: lint, types, floors, unit, contract, flow and structure tests
	$(BIN)/pytest

check: $(STAMP) lint types floors       ## the fast part: no flows, no kills
	$(BIN)/pytest -m "not flow and not kill and not keykill and not ledgerkill and not shared and not browser"

browser: $(STAMP) fonts browsers  ## every page and every letter of `tidings preview`, under three checkers
	TIDINGS_TEST_EVERY_PAGE=1 $(BIN)/pytest -m browser

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP)
	$(BIN)/mypy

floors: $(STAMP)
	$(BIN)/lint-imports

bench: $(STAMP) fonts    ## people/s and entries/s, each beside its floor
	$(BIN)/python -m bench.run

bench-lists: $(STAMP)    ## ingest of 10,000, 100,000 and a million rows: time, memory, one process and two
	$(BIN)/python -m bench.ingest 10000 100000 1000000

bench-texts: $(STAMP) fonts    ## texts of every channel beside bare Fluent; letters beside bare typst, on one thread and two
	$(BIN)/python -m bench.texts
	$(BIN)/python -m bench.letters

bench-plans: $(STAMP)    ## plans for 10,000, 100,000 and a million rows: people/s on one core, memory; coverage of them
	$(BIN)/python -m bench.resolve 10000 100000 1000000
	$(BIN)/python -m bench.coverage 10000 100000

kills: $(STAMP)          ## 200 kills during notify, instead of the 20 of `make test`
	TIDINGS_TEST_KILLS=200 $(BIN)/pytest -m kill

ingest-kills: $(STAMP)   ## an ingest of 100,000 rows, killed 40 times, gives the same people as in one go
	TIDINGS_TEST_INGEST_ROWS=100000 TIDINGS_TEST_INGEST_KILLS=40 $(BIN)/pytest tests/unit/people/test_ingest_kills.py

# Coverage-guided: what it finds is written to .fuzz/ and belongs into a test. atheris has wheels for few platforms, so it
# is in no lock and is installed here. The corpus grows in .fuzz/ from run to run.
FUZZ_SECONDS ?= 60
fuzz: $(STAMP)           ## fuzz the readers of files and of rows, FUZZ_SECONDS (60) each
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris==3.0.0
	@for harness in table reader; do \
	  mkdir -p .fuzz/$$harness && $(BIN)/python tests/fuzz/fuzz_$$harness.py -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -len_control=0 \
	    -timeout=10 -rss_limit_mb=1500 -artifact_prefix=.fuzz/$$harness- .fuzz/$$harness || exit 1; \
	done

ledger-kills: $(STAMP)   ## 100 kills while the ledger is integrated and published, instead of the 10 of `make test`
	TIDINGS_TEST_LEDGER_KILLS=100 $(BIN)/pytest -m ledgerkill -s

keykills: $(STAMP)       ## 100 kills during rotate, reseal, erase and backup, instead of the 12 of `make test`
	TIDINGS_TEST_KEY_KILLS=100 $(BIN)/pytest -m keykill -s

# Letters need fonts for every script. Where this may install them it does; elsewhere it says how.
fonts:                   ## install the letters' fonts, or print the command that does
	@bin/fonts

outside:                 ## install what others wrote and our ledger is tested with, or say what is missing
	@bin/outside $(BIN)/python

softhsm:                 ## install SoftHSM for the tests of PKCS#11, or print the command that does
	@bin/softhsm

browsers:                ## install what checks pages (Chromium, Java, Node), or print the commands that do
	@bin/browsers

lock:                    ## bring requirements.lock up to date (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras --no-annotate \
	  --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
