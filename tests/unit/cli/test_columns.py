"""`tidings ingest --dry-run`: what it shows of a list's columns, what it asks, what it writes."""

import json
import os
import shutil
import tomllib
from pathlib import Path

import pytest

from tidings.cli import columns, run
from tidings.model import Kind
from tidings.people import load_columns
from tidings.people.columns import Field
from tidings.settings import PREFIX

ROOT = Path(__file__).parents[3]
HEADER = "a_number,Nombres,Sponsor phone,Tél. 2,Best phone,Bracelet"
ROWS = [
    f"A{100000000 + i},Zz{'abcdefghij'[i % 10] * 3},(212) 555-{100 + i:04},(305) 555-{100 + i:04},,w{i % 3}x" for i in range(20)
]
CELLS = ("Zzaaa", "A1000000", "555-01")
DRY = ("--dry-run", "--incident", "example")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    for name in os.environ:
        if name.startswith((PREFIX, "TWILIO_", "SENDGRID_")) or name in ("FORCE_COLOR", "NO_COLOR"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "config", "config", ignore=shutil.ignore_patterns("*.csv"))
    Path("list.csv").write_text("\n".join([HEADER, *ROWS]), encoding="utf-8")
    Path("columns.before").write_bytes(toml().read_bytes())
    return tmp_path


def toml():
    return Path("config/incidents/example/columns.toml")


def unchanged():
    return toml().read_bytes() == Path("columns.before").read_bytes()


@pytest.fixture
def types(monkeypatch):
    """At a terminal, where somebody types these lines one after the other, and then end of file."""

    def answer(*lines):
        typed = iter(lines)

        def read(*_):
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(columns, "can_ask", lambda: True)
        monkeypatch.setattr("builtins.input", read)

    return answer


def said(capsys):
    printed = capsys.readouterr()
    assert not any(cell in printed.out + printed.err for cell in CELLS)
    return printed


def test_in_a_pipe_it_shows_the_columns_asks_nothing_and_ends_with_1_while_something_is_open(capsys):
    assert run(["ingest", "list.csv", *DRY]) == 1
    printed = said(capsys)
    lines = [line.split() for line in printed.out.splitlines()]
    assert lines[0] == ["header", "field", "kind", "sure", "why"]
    assert lines[1][:4] == ["a_number", "reference", "reference", "sure"]
    assert "not in columns.toml yet: Tél. 2, Best phone" in printed.err
    assert "to be decided: Sponsor phone" in printed.err
    assert "20 rows read, 0 refused; nothing was stored" in printed.err
    assert unchanged()
    assert sorted(path.name for path in Path().iterdir()) == ["columns.before", "config", "list.csv"]


def test_for_programs_it_is_one_object(capsys):
    assert run(["ingest", "list.csv", *DRY, "--json"]) == 1
    body = json.loads(said(capsys).out)
    assert (body["rows"], body["settled"], body["header_row"]) == (20, False, True)
    sponsor = body["columns"][2]
    assert sponsor.keys() == {"number", "header", "field", "kind", "sure", "why", "alternatives", "in_columns_toml", "problem"}
    assert (sponsor["header"], sponsor["field"], sponsor["sure"], sponsor["problem"]) == (
        "Sponsor phone",
        None,
        "asks",
        "unmapped",
    )


def test_what_is_proposed_can_be_written_to_a_file_and_what_is_asked_stands_in_it_as_a_comment(capsys):
    assert run(["ingest", "list.csv", *DRY, "--columns-out", "proposed.toml"]) == 1
    said(capsys)
    text = Path("proposed.toml").read_text(encoding="utf-8")
    rules = tomllib.loads(text)["column"]
    assert {header: rule.get("field") for rule in rules for header in rule["headers"]} == {
        "Tél. 2": "phone",
        "Best phone": "phone",
        "Bracelet": None,
    }
    assert '# headers = ["Sponsor phone"]' in text
    assert unchanged()


def test_answers_are_written_if_the_officer_says_so_and_then_it_is_settled(types, capsys):
    types("", "q?", "s", "", "y")  # Enter for the sponsor's; a slip, then "do not read it"; Enter for the bracelet; write
    assert run(["ingest", "list.csv", *DRY]) == 0
    assert "Enter, s, q" in said(capsys).err
    rules = load_columns(toml().parent)
    assert (rules.rule("Sponsor phone").field, rules.rule("Sponsor phone").kind) == (None, Kind.OTHER)
    assert (rules.rule("Best phone").field, rules.rule("Best phone").kind) == (None, Kind.PHONE)
    assert rules.rule("Tél. 2").field is Field.PHONE
    assert toml().read_bytes().startswith(Path("columns.before").read_bytes())
    assert run(["ingest", "list.csv", *DRY, "--json"]) == 0


def test_a_choice_is_a_number_or_a_fields_name(types):
    types("1", "attorney_contact", "", "yes")
    run(["ingest", "list.csv", *DRY])
    rules = load_columns(toml().parent)
    assert rules.rule("Sponsor phone").field is Field.ATTORNEY_CONTACT
    assert rules.rule("Best phone").field is Field.ATTORNEY_CONTACT


@pytest.mark.parametrize("typed", [["q"], [""], ["", "q"], ["", "", "", "n"], ["", "", "", ""], ["", "", ""], []])
def test_nothing_is_written_unless_the_officer_says_yes(typed, types, capsys):
    types(*typed)
    assert run(["ingest", "list.csv", *DRY]) == 1
    assert "nothing was written" in said(capsys).err
    assert unchanged()


def test_without_a_header_row_a_row_of_names_is_proposed_and_no_cell_is_shown(capsys):
    Path("list.csv").write_text("\n".join(ROWS), encoding="utf-8")
    assert run(["ingest", "list.csv", *DRY]) == 1
    printed = said(capsys)
    assert printed.out.splitlines()[-1].startswith("reference,")
    assert "list.no_header" in printed.err
    names = printed.out.splitlines()[-1]
    Path("list.csv").write_text("\n".join([names, *ROWS]), encoding="utf-8")
    assert run(["ingest", "list.csv", *DRY, "--json"]) == 1  # what somebody must decide is still to be decided
    body = json.loads(said(capsys).out)
    assert body["header_row"]
    assert not any(column["field"] in ("phone", "email") for column in body["columns"])


def test_a_list_without_rows_to_read_by_still_shows_its_columns(capsys):
    """No number and no name is known, so nobody can be told from a row."""
    header = HEADER.replace("a_number", "Quux").replace("Nombres", "Sex")
    Path("list.csv").write_text("\n".join([header, *ROWS]), encoding="utf-8")
    assert run(["ingest", "list.csv", *DRY]) == 1
    printed = said(capsys)
    assert "not read so far" in printed.err
    assert "list.no_reference" in printed.err


def test_markup_and_control_characters_in_a_header_do_nothing(capsys):
    Path("list.csv").write_text("\n".join([HEADER.replace("Bracelet", "[red]x\x1b[31m"), *ROWS]), encoding="utf-8")
    run(["ingest", "list.csv", *DRY])
    printed = said(capsys)
    assert "[red]x" in printed.out
    assert "\x1b" not in printed.out + printed.err
