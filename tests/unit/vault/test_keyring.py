"""keys.db: what is destroyed is gone from every byte of it, whatever state the file was in."""

import hashlib
import sqlite3

import pytest

from tidings.errors import KeyStoreError, WorkspaceError
from tidings.vault import keyring
from tidings.vault.keyring import Keyring, Wrapped, _left_of

OWNERS = {f"owner{number}": hashlib.shake_128(b"wrapped key %d" % number).digest(104) for number in range(100)}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys.db"


@pytest.fixture
def ring(path):
    ring = Keyring(path)
    ring.start("example", lambda: Wrapped(1, b"wrapped incident key"), lambda _: {"named/ledger": b"wrapped ledger key"})
    ring.add(1, OWNERS)
    return ring


def leave_a_copy(path, owner):
    """As a tool that knows nothing of secure_delete does: the row moves, and its old bytes stay in a free place."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA secure_delete=OFF")
    row = database.execute("SELECT owner, revision, wrapped FROM keys WHERE owner = ?", (owner,)).fetchone()
    database.execute("DELETE FROM keys WHERE owner = ?", (owner,))
    database.close()
    return row


def test_keys_are_stored_once_and_loaded_by_owner(ring):
    assert ring.load(["owner1", "owner2", "nobody"]) == {name: Wrapped(1, OWNERS[name]) for name in ("owner1", "owner2")}
    assert ring.load([]) == {}


def test_an_owner_keeps_the_first_key(ring):
    assert ring.add(1, {"owner1": b"another", "new": b"new key"}) == {"new"}
    assert ring.load(["owner1"])["owner1"].data == OWNERS["owner1"]


def test_keys_are_added_all_or_none(ring):
    with pytest.raises(KeyStoreError):
        ring.add(1, {"good": b"key", "bad": None})
    assert ring.load(["good", "bad"]) == {}


def test_a_destroyed_key_is_in_no_byte_of_any_file(ring, path):
    needle = OWNERS["owner7"]
    assert needle in path.read_bytes()
    ring.destroy(["owner7"])
    for file in path.parent.iterdir():
        data = file.read_bytes()
        assert not any(needle[start : start + 8] in data for start in range(97))
    assert [file.name for file in path.parent.iterdir()] == ["keys.db"]
    assert ring.load(list(OWNERS)).keys() == OWNERS.keys() - {"owner7"}


def test_destroying_all_of_them_leaves_none(ring, path):
    for owner in OWNERS:
        ring.destroy([owner])
    data = path.read_bytes()
    assert not any(wrapped[start : start + 8] in data for wrapped in OWNERS.values() for start in range(0, 104, 8))
    assert "named/ledger" in ring.load(["named/ledger"])


def test_a_copy_that_another_tool_left_goes_too(ring, path):
    row = ("owner7", 1, OWNERS["owner7"])
    ring.add(1, {"a copy": row[2]})
    leave_a_copy(path, "a copy")
    assert path.read_bytes().count(row[2][8:]) > 1, "there is no copy: this test would prove nothing"
    ring.destroy(["owner7"])
    assert row[2][8:] not in path.read_bytes()
    assert ring.load(list(OWNERS)).keys() == OWNERS.keys() - {"owner7"}


def test_whoever_was_killed_before_looking_looks_the_second_time(ring, path):
    row = leave_a_copy(path, "owner7")
    assert row[2][8:] in path.read_bytes()
    ring.destroy(["owner7"])
    assert row[2][8:] not in path.read_bytes()


def test_a_key_that_cannot_be_got_rid_of_is_an_error(ring, path):
    row = leave_a_copy(path, "owner7")
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("INSERT INTO keys (owner, revision, wrapped) VALUES (?, ?, ?)", ("named/copy", row[1], row[2]))
    database.execute("INSERT INTO keys (owner, revision, wrapped) VALUES (?, ?, ?)", row)
    database.close()
    with pytest.raises(KeyStoreError) as refused:
        ring.destroy(["owner7"])
    assert refused.value.code is KeyStoreError.Code.NOT_DESTROYED


def test_the_search_finds_even_a_part_of_a_key(path):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("CREATE TABLE t (b BLOB)")
    wrapped = bytes(range(104))
    for part, found in ((wrapped[50:65], True), (wrapped[65:71], False)):
        database.execute("DELETE FROM t")
        database.execute("INSERT INTO t VALUES (?)", (part,))
        assert _left_of([wrapped], database) is found
        database.execute("PRAGMA secure_delete=ON")
    database.close()


def test_a_keyring_of_another_incident_is_refused(ring):
    with pytest.raises(WorkspaceError) as refused:
        ring.ring("other")
    assert refused.value.code is WorkspaceError.Code.OTHER_INCIDENT


def test_a_keyring_of_a_newer_version_is_refused_and_not_written_to(ring, path):
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 3")
    database.close()
    before = path.read_bytes()
    for attempt in (
        lambda: ring.ring("example"),
        lambda: ring.start("example", lambda: Wrapped(1, b"x"), lambda _: {}),
    ):
        with pytest.raises(WorkspaceError) as refused:
            attempt()
        assert refused.value.code is WorkspaceError.Code.NEWER
    assert path.read_bytes() == before


def test_a_missing_file_is_not_made_by_looking(path):
    with pytest.raises(KeyStoreError) as refused:
        Keyring(path).load(["owner1"])
    assert refused.value.code is KeyStoreError.Code.NO_KEY
    assert not path.exists()


@pytest.mark.parametrize("damage", ["noise", "cut", "no_table"])
def test_damage_is_refused_and_not_mended_by_new_keys(ring, path, damage):
    if damage == "no_table":
        database = sqlite3.connect(path)
        database.execute("DROP TABLE keys")
        database.close()
    else:
        data = path.read_bytes()
        path.write_bytes(b"noise" * 2000 if damage == "noise" else data[: len(data) // 2])
    before = path.read_bytes()
    with pytest.raises(KeyStoreError) as refused:
        ring.add(1, {f"new{number}": bytes(104) for number in range(200)})
    assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN
    assert refused.value.__cause__ is None
    assert path.read_bytes() == before


def test_a_locked_file_is_out_of_reach_for_now(ring, path, monkeypatch):
    monkeypatch.setattr(keyring, "BUSY_SECONDS", 0.01)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(KeyStoreError) as refused:
        ring.load(["owner1"])
    assert refused.value.code is KeyStoreError.Code.OUT_OF_REACH
    assert refused.value.code.exit == 3
    holder.execute("ROLLBACK")
    holder.close()
    assert ring.load(["owner1"])


def test_the_settings_that_make_deletion_real_are_on(ring):
    with ring._connection() as database:
        settings = {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "secure_delete")}
        settings |= {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("temp_store", "synchronous")}
    assert settings == {"journal_mode": "delete", "secure_delete": 1, "temp_store": 2, "synchronous": 3}


def test_the_file_and_its_journal_are_for_their_owner_only(ring, path):
    assert path.stat().st_mode & 0o777 == 0o600
    with ring._connection() as database, keyring._transaction(database):
        database.execute("DELETE FROM keys WHERE owner = 'owner1'")
        journal = path.with_name("keys.db-journal")
        assert journal.stat().st_mode & 0o777 == 0o600
    assert not journal.exists()
