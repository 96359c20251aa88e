"""What commands print: for people at 80 columns, for programs as plain JSON, and data apart from talk."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tidings import contacts
from tidings.cli import run
from tidings.settings import PREFIX

ROOT = Path(__file__).parents[3]
LIST = ROOT / "config/incidents/example/affected_persons.csv"
ROWS = 150


@pytest.fixture(scope="module")
def filled(tmp_path_factory, filled_workspace):
    """A folder whose workspace has people with plans, holds and attempts, made without Prefect."""
    place = tmp_path_factory.mktemp("filled")
    shutil.copytree(ROOT / "config", place / "config", ignore=shutil.ignore_patterns("*.csv"))
    filled_workspace(place / ".tidings", place / "config", ROWS + 1).close()
    return place


@pytest.fixture(autouse=True)
def place(filled, monkeypatch):
    for name in os.environ:
        if name.startswith((PREFIX, "TWILIO_", "SENDGRID_")) or name in ("FORCE_COLOR", "NO_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(filled)
    monkeypatch.setenv("COLUMNS", "80")
    return filled


def test_status_fits_eighty_columns_and_no_rule_is_broken(capsys, place):
    assert run(["status"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 80
    rules = re.findall(r"^ +[\d,]+   ([a-z]+\.[a-z_]+) {3,}\S", said.out, re.MULTILINE)
    assert len(rules) > 3
    assert set(rules) <= contacts.load_rulebook(place / "config").meanings.keys()
    whole = " ".join(said.out.split())
    assert "waits for a human's decision" in whole
    assert f"rows read: {ROWS}; refused and kept sealed: 0" in whole


def test_status_says_why_and_what_to_do_of_every_hold(capsys, place):
    run(["status", "--json"])
    holds = json.loads(capsys.readouterr().out)["holds"]
    meanings = contacts.load_rulebook(place / "config").meanings
    assert run(["status"]) == 0
    words = re.sub(r"\s+", " ", capsys.readouterr().out)
    assert holds
    for rule in holds:
        assert meanings[rule].why[:20] in words


def test_json_is_plain_even_where_colours_are_forced(capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "20")
    assert run(["status", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["incident"] == "example"
    assert "\x1b" not in said.out
    assert said.err == ""


def test_nothing_is_coloured_where_nobody_looks_or_somebody_minds(capsys, monkeypatch):
    for force, no in (("", ""), ("1", "1")):
        for name, value in (("FORCE_COLOR", force), ("NO_COLOR", no)):
            monkeypatch.setenv(name, value) if value else monkeypatch.delenv(name, raising=False)
        assert run(["status"]) == 0
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]", capsys.readouterr().out)


def test_a_workspace_without_people_says_what_comes_next(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "empty"))
    assert run(["init", "example"]) == 0
    capsys.readouterr()
    assert run(["status"]) == 0
    said = capsys.readouterr().out
    assert "nobody is enrolled yet: `tidings ingest LIST`" in said
    assert "ledger: 0 entries" in said
    run(["status", "--json"])
    assert json.loads(capsys.readouterr().out)["persons"] == 0


def test_init_can_be_run_twice_and_keeps_what_was_edited(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "one"))
    monkeypatch.setenv("TIDINGS_CONFIG", str(tmp_path / "config"))
    assert run(["init", "portal"]) == 0
    assert "every EDIT must go" in capsys.readouterr().err
    file = tmp_path / "config/incidents/portal/incident.toml"
    file.write_text("edited", encoding="utf-8")
    key = (tmp_path / "one/incident.key").read_bytes()
    assert run(["init", "portal"]) == 0
    assert file.read_text(encoding="utf-8") == "edited"
    assert (tmp_path / "one/incident.key").read_bytes() == key


def test_a_path_is_printed_whole_whatever_is_in_it(capsys, monkeypatch, tmp_path):
    home = tmp_path / "lists [bold] :smile:" / ("long " * 20)
    home.parent.mkdir()
    monkeypatch.setenv("TIDINGS_HOME", str(home))
    assert run(["init", "example"]) == 0
    assert f"workspace: {home}\n" in capsys.readouterr().err


def test_a_dry_run_counts_for_programs_too(capsys, tmp_path):
    assert run(["ingest", "list.csv", "--dry-run", "--out", str(tmp_path / "out.jsonl"), "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["rows"] == ROWS
    assert "in plain text" in said.err


@pytest.mark.parametrize("typed", [[], ["--help"], ["-h"]])
def test_help_lists_the_road_in_its_order(typed, capsys):
    assert run(typed) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 80
    names = re.findall(r"^│ ([a-z][a-z-]*) +[A-Z]", said.out, re.MULTILINE)
    assert names == [
        "demo",
        "doctor",
        "init",
        "ingest",
        "resolve",
        "look-up",
        "approve",
        "notify",
        "reconcile",
        "letters",
        "run-sheets",
        "delivered",
        "rejects",
        "pairs",
        "reread",
        "holds",
        "explain",
        "decide",
        "rules",
        "check",
        "preview",
        "coverage",
        "status",
        "ledger",
        "evidence",
        "scope",
        "statement",
        "translations",
        "keys",
        "erase",
        "close",
        "backup",
        "restore",
        "officers",
        "serve",
        "sandbox",
    ]


def test_options_have_no_opposites_and_defaults_only_where_they_say_something(capsys):
    for command in (["ingest"], ["status"], ["ledger", "verify"], ["demo"], ["serve"]):
        assert run([*command, "--help"]) == 0
        said = capsys.readouterr().out
        assert "--no-" not in said
        assert "default: None" not in said
        assert "default: False" not in said
    assert "[default: 8480]" in said


def test_the_version_is_printed(capsys):
    from importlib.metadata import version

    assert run(["--version"]) == 0
    assert capsys.readouterr().out == version("tidings") + "\n"


def test_coverage_fits_eighty_columns_and_counts_everybody(capsys):
    assert run(["coverage"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert max(map(len, said.out.splitlines())) <= 80
    assert "Spanish (es)" in said.out
    assert "Laws then ask, counsel decides:\n- " in said.out
    assert run(["coverage", "--json"]) == 0
    body = json.loads(capsys.readouterr().out)
    assert sum(body["reached"].values()) == sum(body["outcomes"].values()) == body["people"] > 100
    assert sum(sum(row.values()) for row in body["languages"].values()) == body["people"]


@pytest.mark.parametrize("ending", ["json", "csv", "md"])
def test_coverage_for_outsiders_is_a_file_of_its_own_and_the_same_each_time(capsys, tmp_path, ending):
    file = tmp_path / f"coverage.{ending}"
    assert run(["coverage", "--public", str(file)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"written for outsiders: {file}\n")
    text = file.read_text(encoding="utf-8")
    assert "<10" in text
    assert file.stat().st_mode & 0o777 == 0o600
    assert run(["coverage", "--public", str(file)]) == 0
    assert file.read_text(encoding="utf-8") == text
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_coverage_for_outsiders_wants_a_format_that_it_knows(capsys, tmp_path):
    assert run(["coverage", "--public", str(tmp_path / "coverage.pdf")]) == 2
    assert ".json, .csv, .md" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
