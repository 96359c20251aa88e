"""Commands that change keys and what they keep: what they print, how they end, and that they may be typed twice."""

import json
import os
import shutil
from pathlib import Path

import pyrage
import pytest

from tidings.model import PersonId
from tidings.settings import PREFIX, Settings
from tidings.store.tables import persons
from tidings.workspace import open_workspace

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def filled(tmp_path_factory, filled_workspace):
    place = tmp_path_factory.mktemp("keeping")
    shutil.copytree(ROOT / "config", place / "config", ignore=shutil.ignore_patterns("*.csv"))
    filled_workspace(place / ".tidings", place / "config", 60).close()
    return place


@pytest.fixture(autouse=True)
def place(filled, tmp_path, monkeypatch):
    for name in os.environ:
        if name.startswith((PREFIX, "TWILIO_", "SENDGRID_")):
            monkeypatch.delenv(name)
    shutil.copytree(filled, tmp_path / "place")
    (tmp_path / "place/.tidings").chmod(0o700)
    monkeypatch.chdir(tmp_path / "place")
    return tmp_path / "place"


@pytest.fixture
def person(place):
    from sqlalchemy import select

    with open_workspace(Settings(_env_file=None)) as ws, ws.store.reading() as connection:
        return PersonId(connection.scalar(select(persons.c.id)))


@pytest.fixture
def officer(place, tidings, monkeypatch):
    """An operator, whose key file opens with an age identity."""
    identity = pyrage.x25519.Identity.generate()
    (place / "identity.txt").write_text(f"{identity}\n")
    (place / "identity.txt").chmod(0o600)
    added = tidings("officers", "add", "night-desk", "--role", "operator", "--key", "me.age", "--recipient", identity.to_public())
    assert added[0] == 0
    monkeypatch.setenv("TIDINGS_OFFICER_KEY", "me.age")
    monkeypatch.setenv("TIDINGS_OFFICER_IDENTITY", "identity.txt")
    return identity


def test_keys_are_listed_rotated_and_moved_to_a_passphrase_and_back(tidings, monkeypatch, place):
    assert json.loads(tidings("keys", "list", "--json")[1])["revision"] == 1
    assert tidings("keys", "rotate")[0] == 0
    monkeypatch.setenv("TIDINGS_PASSPHRASE", "six words that nobody would guess")
    code, out, err = tidings("keys", "move", "--to", "passphrase")
    assert (code, out) == (0, "")
    assert "incident.key is not needed any more" in err
    (place / ".tidings/incident.key").unlink()
    listed = json.loads(tidings("keys", "list", "--json")[1])
    assert (listed["provider"], listed["revision"]) == ("passphrase", 3)
    assert tidings("status")[0] == 0
    assert tidings("ledger", "verify")[0] == 0
    monkeypatch.setenv("TIDINGS_PASSPHRASE", "another six words")
    code, _out, err = tidings("status")
    assert (code, "[keys.cannot_open]" in err, "another six" in err) == (1, True, False)
    monkeypatch.delenv("TIDINGS_PASSPHRASE")
    code, _out, err = tidings("status")
    assert (code, "[keys.no_passphrase]" in err) == (3, True)


def test_a_provider_that_does_not_exist_or_is_not_set_up_changes_nothing(tidings, place):
    before = (place / ".tidings/keys.db").read_bytes()
    assert tidings("keys", "move", "--to", "cloud")[0] == 2
    assert tidings("keys", "move", "--to", "pkcs11")[0] == 3
    assert tidings("keys", "move", "--to", "aws-kms")[0] == 3
    assert tidings("keys", "move", "--to", "passphrase")[0] == 3
    assert (place / ".tidings/keys.db").read_bytes() == before
    assert tidings("status")[0] == 0


def test_erase_wants_an_id_that_is_somebodys_and_twice_is_once(tidings, person):
    assert tidings("erase", "a" * 26)[0] == 2
    assert tidings("erase", person, "--due")[0] == 2
    assert json.loads(tidings("erase", person, "--json")[1]) == {"erased": 1}
    assert json.loads(tidings("erase", person, "--json")[1]) == {"erased": 0}
    assert json.loads(tidings("status", "--json")[1])["states"]["erased"] == 1
    assert tidings("ledger", "verify")[0] == 0
    assert tidings("ledger", "prove", person)[0] == 0, "that they were erased can be proved"


def test_backup_and_restore_in_one_command_each(tidings, monkeypatch, place):
    assert tidings("backup", place / "copy")[0] == 0
    code, _out, err = tidings("backup", place / "copy")
    assert (code, "[workspace.exists]" in err) == (1, True)
    assert tidings("restore", place / "copy")[0] == 1, "there is a workspace"
    monkeypatch.setenv("TIDINGS_HOME", str(place / "again"))
    assert json.loads(tidings("restore", place / "copy", "--json")[1])["persons"] > 40
    assert tidings("ledger", "verify")[0] == 0
    monkeypatch.setenv("TIDINGS_HOME", str(place / "third"))
    code, _out, err = tidings("restore", place / "copy", "--published", place / "again/ledger")
    assert (code, "[ledger.behind]" in err) == (1, True)


def test_close_says_who_still_waits(tidings):
    code, _out, err = tidings("close")
    assert (code, "[workspace.unfinished]" in err) == (1, True)
    assert tidings("close", "--anyway")[0] == 0
    assert json.loads(tidings("close", "--json")[1])["persons"] > 40


def test_letters_want_an_officer_and_a_reason_and_the_ledger_says_so(tidings, place, officer):
    bundle = ("letters", "letters.zip.age", "--recipient", officer.to_public())
    code, _out, err = tidings(*bundle)
    assert (code, "[officer.no_reason]" in err) == (2, True)
    assert not (place / "letters.zip.age").exists()
    assert tidings(*bundle, "--reason", "printing")[0] == 0


def test_without_an_officers_key_nothing_is_shown(tidings, place):
    key = pyrage.x25519.Identity.generate().to_public()
    code, _out, err = tidings("letters", "letters.zip.age", "--recipient", key, "--reason", "printing")
    assert (code, "[officer.no_key]" in err) == (2, True)
    assert not (place / "letters.zip.age").exists()


def test_officers_are_listed_and_a_name_is_taken_once(tidings, place, officer):
    found = json.loads(tidings("officers", "list", "--json")[1])
    assert [(one["name"], one["roles"]) for one in found] == [("night-desk", ["operator"])]
    assert (place / "me.age").stat().st_mode & 0o777 == 0o600
    again = ("officers", "add", "night-desk", "--role", "auditor", "--key", "other.age", "--recipient", officer.to_public())
    assert tidings(*again)[0] == 1
    assert not (place / "other.age").exists()
    assert (
        tidings("officers", "add", "Jane Doe", "--role", "auditor", "--key", "o.age", "--recipient", officer.to_public())[0] == 2
    )
    assert not (place / "o.age").exists()


def test_an_officers_passphrase_is_never_an_argument(tidings):
    code, _out, err = tidings("officers", "add", "night-desk", "--role", "operator", "--key", "me.age")
    assert (code, "[keys.no_passphrase]" in err) == (3, True)


# doctor


def states(tidings):
    code, out, _err = tidings("doctor", "--json")
    return code, {(one["about"], one["state"]): one for one in json.loads(out)}


def test_doctor_is_content_with_a_whole_workspace(tidings, officer):
    code, found = states(tidings)
    assert code == 0
    assert ("key provider", "ok") in found
    assert ("officer", "ok") in found
    assert ("core dumps", "missing") not in found


def test_doctor_says_what_is_missing_and_changes_nothing(tidings, monkeypatch, place):
    before = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    monkeypatch.setenv("TIDINGS_KEY_PROVIDER", "pkcs11")
    _code, found = states(tidings)
    assert "keys move" in found["key provider", "warning"]["do"]
    monkeypatch.setenv("TIDINGS_OFFICER_KEY", "nowhere.age")
    (place / ".tidings/letters").chmod(0o755)
    code, found = states(tidings)
    assert code == 1
    assert ("officer", "missing") in found
    assert "chmod 700" in found["files", "missing"]["do"]
    (place / ".tidings/letters").chmod(0o700)
    (place / ".tidings/incident.key").rename(place / "elsewhere.key")
    code, found = states(tidings)
    assert code == 1
    assert "[keys.no_key]" in found["workspace", "missing"]["what"]
    (place / "elsewhere.key").rename(place / ".tidings/incident.key")
    after = {file: file.read_bytes() for file in place.rglob("*") if file.is_file()}
    assert {name for name in before if before[name] != after[name]} <= {place / ".tidings/people.db"}


def test_doctor_before_init_says_to_run_it(tidings, monkeypatch, tmp_path):
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "none"))
    code, found = states(tidings)
    assert code == 1
    assert "tidings init" in found["workspace", "missing"]["do"]
    assert not (tmp_path / "none").exists()


def test_doctor_finds_an_erasure_that_was_begun(tidings, person):
    from tidings import stewardship

    with open_workspace(Settings(_env_file=None)) as ws:
        stewardship.begin_erasure(ws, [person], "request")
    _code, found = states(tidings)
    assert ("erasures", "warning") in found
    assert tidings("erase")[0] == 0
    _code, found = states(tidings)
    assert ("erasures", "warning") not in found
