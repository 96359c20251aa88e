"""Answers behind a columns.toml: whole or not at all, and nothing of what was there is touched."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import ConfigError
from tidings.model import Kind
from tidings.people import load_columns
from tidings.people.columns import Field
from tidings.people.columns_file import append_blocks, as_blocks
from tidings.people.proposal import Choice
from tidings.people.values.cells import clean

EXAMPLE = Path(__file__).parents[3] / "config" / "incidents" / "example"
TODAY = date(2026, 11, 25)
PHONE, UNREAD, NOTHING = Choice(Field.PHONE, Kind.PHONE), Choice(None, Kind.OTHER), Choice(None, None)


@pytest.fixture
def folder(tmp_path):
    shutil.copy(EXAMPLE / "columns.toml", tmp_path)
    return tmp_path


def test_answers_stand_behind_what_was_there(folder):
    before = (folder / "columns.toml").read_bytes()
    append_blocks(folder, as_blocks([("Tel. 3", PHONE), ("Sponsor", UNREAD), ("Tel. 4", PHONE), ("Zeile", NOTHING)], TODAY))
    after = (folder / "columns.toml").read_bytes()
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        "\n# Added 2026-11-25, from a list's headers\n\n"
        '[[column]]\nfield = "phone"\nkind = "phone"\nheaders = ["Tel. 3", "Tel. 4"]\n\n'
        '[[column]]\nkind = "other"\nheaders = ["Sponsor"]\n\n'
        '[[column]] # says nothing about a person\nheaders = ["Zeile"]\n'
    )
    columns = load_columns(folder)
    assert columns.rule("TEL 3").field is Field.PHONE
    assert (columns.rule("sponsor").field, columns.rule("sponsor").kind) == (None, Kind.OTHER)


def test_line_ends_and_mode_stay(folder):
    file = folder / "columns.toml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n").rstrip())
    file.chmod(0o640)
    append_blocks(folder, as_blocks([("Tel. 3", PHONE)], TODAY))
    body = file.read_bytes()
    assert body.count(b"\n") == body.count(b"\r\n")
    assert file.stat().st_mode & 0o777 == 0o640
    assert load_columns(folder).rule("Tel. 3")


def test_what_would_not_be_a_file_of_rules_changes_nothing(folder):
    before = (folder / "columns.toml").read_bytes()
    for blocks in (as_blocks([("phone", UNREAD)], TODAY), '[[column]]\nfield = "colour"\nheaders = ["x"]\n', "[[column]\n"):
        with pytest.raises(ConfigError):
            append_blocks(folder, blocks)
        assert (folder / "columns.toml").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["columns.toml"]


def test_a_disk_that_fails_leaves_the_old_file(folder, monkeypatch):
    before = (folder / "columns.toml").read_bytes()

    def full(_):
        raise OSError(28, "no space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="no space"):
        append_blocks(folder, as_blocks([("Tel. 3", PHONE)], TODAY))
    assert (folder / "columns.toml").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["columns.toml"]


@given(st.lists(st.tuples(st.text(max_size=20).map(clean), st.sampled_from([PHONE, UNREAD, NOTHING])), min_size=1, max_size=6))
def test_any_header_survives_the_file(answers):
    body = tomllib.loads(as_blocks(answers, TODAY))
    found = {(header, rule.get("field"), rule.get("kind")) for rule in body["column"] for header in rule["headers"]}
    assert found == {(header, choice.field, choice.kind) for header, choice in answers}
