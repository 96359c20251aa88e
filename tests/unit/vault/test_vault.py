"""The vault: a sealed value opens in its own place, with its own keys, until its key is destroyed, and never otherwise."""

import multiprocessing
import os
import pickle
import signal
import sqlite3
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tidings.errors import KeyStoreError, WorkspaceError
from tidings.vault import KeyFile, NamedKey, Sealed, Vault
from tidings.vault import open_keys as module

Code = KeyStoreError.Code
PEOPLE = ["aaaa", "bbbb", "cccc"]


def create(home, incident="example"):
    return Vault.create(home, incident, KeyFile(home / "incident.key"))


def reopen(home, incident="example"):
    return Vault.open(home, incident, KeyFile(home / "incident.key"))


def refusal(action):
    """What a refusal shows: it must not depend on the reason."""
    with pytest.raises(KeyStoreError) as refused:
        action()
    assert refused.value.__cause__ is None
    return refused.value.code, str(refused.value), refused.value.hint


OPAQUE = (Code.CANNOT_OPEN, str(KeyStoreError(Code.CANNOT_OPEN)), Code.CANNOT_OPEN.hint)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture(scope="module")
def vaults(tmp_path_factory):
    """Two incidents with people of the same ids."""
    vaults = {name: create(tmp_path_factory.mktemp("vaults") / name, name) for name in ("one", "two")}
    for vault in vaults.values():
        vault.new_keys(PEOPLE)
    return vaults


PLACES = st.tuples(
    st.sampled_from(["one", "two"]), st.sampled_from(PEOPLE), st.sampled_from(["record", "plan"]), st.integers(0, 3)
)


@given(PLACES, st.binary(max_size=100))
def test_a_sealed_value_opens_in_its_place(vaults, place, plaintext):
    incident, *where = place
    assert vaults[incident].open_sealed(*where, vaults[incident].seal(*where, plaintext)) == plaintext


@given(PLACES, PLACES)
def test_moved_to_another_incident_person_field_or_revision_it_does_not_open(vaults, place, other):
    assume(place != other)
    sealed = vaults[place[0]].seal(*place[1:], b"what was exposed")
    assert refusal(lambda: vaults[other[0]].open_sealed(*other[1:], sealed)) == OPAQUE


@given(st.data())
def test_damaged_in_any_way_it_does_not_open_and_the_answer_is_the_same(vaults, data):
    vault = vaults["one"]
    sealed = vault.seal("aaaa", "record", 0, b"what was exposed").data
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    longer = sealed + data.draw(st.binary(min_size=1, max_size=40))
    for damaged in (bytes(flipped), cut, longer, data.draw(st.binary(max_size=100))):
        assert refusal(lambda damaged=damaged: vault.open_sealed("aaaa", "record", 0, Sealed(damaged))) == OPAQUE


def test_an_older_writing_cannot_be_put_back(vaults):
    old = vaults["one"].seal("aaaa", "record", 1, b"old address")
    vaults["one"].seal("aaaa", "record", 2, b"new address")
    assert refusal(lambda: vaults["one"].open_sealed("aaaa", "record", 2, old)) == OPAQUE


def test_keys_last_from_one_process_to_the_next(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    sealed = vault.seal("aaaa", "record", 0, b"data")
    code, mark, ledger = vault.derive("aaaa", "code"), vault.mark("phone", "+1"), vault.named_key(NamedKey.LEDGER)
    vault.close()
    again = reopen(home)
    assert again.open_sealed("aaaa", "record", 0, sealed) == b"data"
    assert (again.derive("aaaa", "code"), again.mark("phone", "+1"), again.named_key("ledger")) == (code, mark, ledger)


def test_making_it_twice_changes_nothing(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    sealed = vault.seal("aaaa", "record", 0, b"data")
    again = create(home)
    again.new_keys([*PEOPLE, "dddd", "dddd"])
    assert again.open_sealed("aaaa", "record", 0, sealed) == b"data"
    assert again.has_key("dddd")


def test_everything_it_makes_is_for_its_owner_only(home):
    create(home)
    assert home.stat().st_mode & 0o777 == 0o700
    assert {file.name: file.stat().st_mode & 0o777 for file in home.iterdir()} == {
        "incident.key": 0o600,
        "keys.db": 0o600,
        "keys.lock": 0o600,
    }


def test_no_key_is_in_keys_db_as_it_is(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    data = (home / "keys.db").read_bytes()
    keys = [
        vault._incident.key,
        *(half for person in PEOPLE for half in vault._keys(person)[:2]),
        *(vault.named_key(name) for name in NamedKey),
    ]
    assert len(set(keys)) == len(keys) == 9
    assert not any(key[start : start + 8] in data for key in keys for start in range(25))


# Losing, mixing up and forging keys


def test_without_the_key_file_there_is_no_key(home):
    create(home).close()
    (home / "incident.key").unlink()
    for attempt in (reopen, create):
        assert refusal(lambda attempt=attempt: attempt(home))[0] is Code.NO_KEY
    assert not (home / "incident.key").exists(), "a new key beside old keys would hide that one was lost"


def test_without_keys_db_there_is_no_key(home):
    create(home).close()
    (home / "keys.db").unlink()
    assert refusal(lambda: reopen(home))[0] is Code.NO_KEY


def test_the_key_file_of_another_workspace_opens_nothing(home, tmp_path):
    create(home)
    create(tmp_path / "other")
    (tmp_path / "other" / "incident.key").replace(home / "incident.key")
    assert refusal(lambda: reopen(home)) == OPAQUE


def test_the_keys_of_another_incident_are_refused_even_under_a_false_name(home, tmp_path):
    create(home)
    create(tmp_path / "other", "other")
    (tmp_path / "other" / "keys.db").replace(home / "keys.db")
    with pytest.raises(WorkspaceError) as refused:
        reopen(home)
    assert refused.value.code is WorkspaceError.Code.OTHER_INCIDENT
    database = sqlite3.connect(home / "keys.db", isolation_level=None)
    database.execute("UPDATE ring SET incident = 'example'")
    database.close()
    assert refusal(lambda: Vault.open(home, "example", KeyFile(tmp_path / "other" / "incident.key"))) == OPAQUE


def test_two_peoples_keys_cannot_change_places(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    sealed = {person: vault.seal(person, "record", 0, b"data") for person in PEOPLE}
    database = sqlite3.connect(home / "keys.db", isolation_level=None)
    rows = dict(database.execute("SELECT owner, wrapped FROM keys"))
    for owner, other in (("aaaa", "bbbb"), ("bbbb", "aaaa")):
        database.execute("UPDATE keys SET wrapped = ? WHERE owner = ?", (rows[other], owner))
    database.close()
    again = reopen(home)
    again.preload(PEOPLE)
    for person in ("aaaa", "bbbb"):
        assert refusal(lambda person=person: again.open_sealed(person, "record", 0, sealed[person])) == OPAQUE
        assert refusal(lambda person=person: again.seal(person, "record", 1, b"data")) == OPAQUE
    assert again.open_sealed("cccc", "record", 0, sealed["cccc"]) == b"data", "one damaged key must not stop the others"


# Destroying


def test_a_destroyed_key_opens_nothing_and_is_in_no_file(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    keys, sealed = vault._keys("aaaa"), vault.seal("aaaa", "record", 0, b"data")
    wrapped = vault._ring.load(["aaaa"])["aaaa"].data
    assert wrapped in (home / "keys.db").read_bytes()
    vault.destroy("aaaa")
    vault.destroy("aaaa")
    assert not vault.has_key("aaaa")
    for opened in (vault, reopen(home)):
        opened.preload(PEOPLE)
        assert refusal(lambda opened=opened: opened.open_sealed("aaaa", "record", 0, sealed)) == OPAQUE
        assert refusal(lambda opened=opened: opened.seal("aaaa", "record", 0, b"data")) == OPAQUE
        assert refusal(lambda opened=opened: opened.derive("aaaa", "code")) == OPAQUE
    everything = b"".join(file.read_bytes() for file in home.iterdir())
    assert not any(secret[at : at + 8] in everything for secret in (*keys[:2], wrapped) for at in range(len(secret) - 7))
    assert vault.has_key("bbbb")


# Keys of a purpose


def test_derived_keys_differ_by_owner_purpose_and_length(vaults):
    vault = vaults["one"]
    keys = [vault.derive(owner, purpose, length) for owner in PEOPLE for purpose in ("a", "ab", "") for length in (16, 32, 64)]
    assert [len(key) for key in keys[:3]] == [16, 32, 64]
    assert len({key[:16] for key in keys}) == len(keys)
    assert vault.derive("aaaa", "a") == vault.derive("aaaa", "a", 32)
    assert vaults["two"].derive("aaaa", "a") != vault.derive("aaaa", "a")


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_marks_are_equal_only_for_equal_purpose_and_value(vaults, purpose, value, other_purpose, other):
    same = (purpose, value) == (other_purpose, other)
    assert (vaults["one"].mark(purpose, value) == vaults["one"].mark(other_purpose, other)) == same
    assert vaults["one"].mark(purpose, value) != vaults["two"].mark(purpose, value)


def test_a_damaged_value_is_marked_and_not_shown_in_an_error(vaults):
    assert len(vaults["one"].mark("row", "a\udcffb")) == 32


def test_a_named_key_is_nobodys(vaults):
    with pytest.raises(ValueError):
        vaults["one"].new_keys(["named/ledger"])
    assert refusal(lambda: vaults["one"].named_key("nothing")) == OPAQUE


# Showing nothing


def test_neither_a_vault_nor_a_sealed_value_shows_itself_or_is_pickled(vaults):
    sealed = vaults["one"].seal("aaaa", "record", 0, b"data")
    assert repr(sealed) == f"<Sealed {4 + 72} bytes>"
    assert f"{sealed} {sealed!r} {vaults['one']} {vaults['one']!r}".count("\\x") == 0
    assert repr(vaults["one"]) == "<Vault>"
    for value in (sealed, vaults["one"]):
        with pytest.raises(TypeError):
            pickle.dumps(value)


# Many at once, and half at once


def test_a_batch_is_read_with_one_query_and_memory_is_bounded(home, monkeypatch):
    monkeypatch.setattr(module, "CACHED_KEYS", 10)
    people = [f"person{number}" for number in range(25)]
    vault = create(home)
    vault.new_keys(people)
    sealed = [vault.seal(person, "record", 0, person.encode()) for person in people]
    assert len(vault._cache) == 10
    again = reopen(home)
    again.preload(people[:10])
    asked = []
    monkeypatch.setattr(type(again._ring), "load", lambda _self, owners: asked.append(owners) or {})
    assert [again.open_sealed(person, "record", 0, value) for person, value in zip(people[:10], sealed, strict=False)] == [
        person.encode() for person in people[:10]
    ]
    assert asked == []


def test_threads_share_a_vault(home):
    vault = create(home)
    faults = []

    def work(name):
        try:
            people = [f"{name}-{number}" for number in range(20)] + PEOPLE
            vault.new_keys(people)
            vault.preload(people)
            for person in people:
                assert vault.open_sealed(person, "record", 0, vault.seal(person, "record", 0, b"data")) == b"data"
            vault.destroy(f"{name}-0")
        except BaseException as fault:  # noqa: BLE001  a thread's failure must reach the test
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(f"thread{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert [vault.has_key(f"thread{number}-{last}") for number in range(4) for last in (0, 1)] == [False, True] * 4


def test_a_mark_is_right_while_another_thread_changes_keys(home):
    vault = create(home)
    vault.new_keys(PEOPLE)
    expected, wrong, done = vault.mark("phone", "+1"), [], threading.Event()

    def mark():
        while not done.is_set():
            if vault.mark("phone", "+1") != expected:
                wrong.append(1)

    threads = [threading.Thread(target=mark) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(50):
        vault._epoch.turn()
        vault.derive("aaaa", "x")
    done.set()
    for thread in threads:
        thread.join()
    assert not wrong


def test_processes_that_create_at_once_get_the_same_keys(home):
    forks = multiprocessing.get_context("fork")
    barrier, answers = forks.Barrier(4), forks.SimpleQueue()

    def work():
        barrier.wait()
        vault = create(home)
        vault.new_keys(PEOPLE)
        answers.put([vault.named_key("ledger"), *(vault.derive(person, "test") for person in PEOPLE)])

    processes = [forks.Process(target=work) for _ in range(4)]
    for process in processes:
        process.start()
    keys = [answers.get() for _ in processes]
    for process in processes:
        process.join()
    assert all(key == keys[0] for key in keys)


def killed_at_line(number: int, home: Path) -> bool:
    """Runs `create` and new keys in a child, killed before its `number`-th line there; False once it got through."""
    child = os.fork()
    if child == 0:
        left = number

        def trace(frame, event, _argument):
            nonlocal left
            if "/tidings/vault/key" not in frame.f_code.co_filename:
                return None
            left -= event == "line"
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
        create(home).new_keys(PEOPLE)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_killed_at_any_line_it_goes_on_where_it_stopped(tmp_path):
    """At every line of the two files that write, key_file.py and keyring.py."""
    number, kills = 1, 0
    while killed_at_line(number, home := tmp_path / str(number)):
        kills += 1
        vault = create(home)
        vault.new_keys(PEOPLE)
        sealed = vault.seal("aaaa", "record", 0, b"data")
        assert reopen(home).open_sealed("aaaa", "record", 0, sealed) == b"data"
        assert sorted(file.name for file in home.iterdir()) == ["incident.key", "keys.db", "keys.lock"]
        number += 1
    assert kills > 100


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["new", "destroy", "reopen", "preload"]), max_size=8), st.data())
def test_whatever_is_done_in_whatever_order_a_value_opens_while_its_key_lives(tmp_path_factory, steps, data):
    home = tmp_path_factory.mktemp("steps") / "home"
    vault, sealed = create(home), {}
    for step in steps:
        person = data.draw(st.sampled_from(PEOPLE))
        if step == "new":
            known = vault.has_key(person)
            vault.new_keys([person])
            if not known:
                sealed[person] = vault.seal(person, "record", 0, person.encode())
        elif step == "destroy":
            vault.destroy(person)
            sealed.pop(person, None)
        elif step == "preload":
            vault.preload(PEOPLE)
        else:
            vault = reopen(home)
        for each in PEOPLE:
            assert vault.has_key(each) == (each in sealed)
        for owner, value in sealed.items():
            assert vault.open_sealed(owner, "record", 0, value) == owner.encode()
