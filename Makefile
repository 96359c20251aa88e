# Everything a developer or an officer types. `make demo` and `make test` need Python 3.11, make and a package index.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help demo test check lint types floors bench fonts softhsm lock clean kills keykills

help:            ## show these targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

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

test: $(STAMP) fonts softhsm lint types floors  ## everything: lint, types, floors, unit, contract, flow and structure tests
	$(BIN)/pytest

check: $(STAMP) lint types floors       ## the fast part: no flows, no kills
	$(BIN)/pytest -m "not flow and not kill and not keykill and not shared"

lint: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP)
	$(BIN)/mypy

floors: $(STAMP)
	$(BIN)/lint-imports

bench: $(STAMP) fonts    ## people/s and entries/s, each beside its floor
	$(BIN)/python -m bench.run

kills: $(STAMP)          ## 200 kills during notify, instead of the 20 of `make test`
	TIDINGS_TEST_KILLS=200 $(BIN)/pytest -m kill

keykills: $(STAMP)       ## 100 kills during rotate, reseal, erase and backup, instead of the 12 of `make test`
	TIDINGS_TEST_KEY_KILLS=100 $(BIN)/pytest -m keykill -s

# Letters need fonts for every script. Where this may install them it does; elsewhere it says how.
fonts:                   ## install the letters' fonts, or print the command that does
	@bin/fonts

softhsm:                 ## install SoftHSM for the tests of PKCS#11, or print the command that does
	@bin/softhsm

lock:                    ## bring requirements.lock up to date (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-strip-extras --no-annotate \
	  --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
