"""Whoever can write keys.db moves nothing: a row of another owner, incident, revision or generation is refused."""

import shutil
import sqlite3

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tidings.errors import KeyStoreError
from tidings.vault import KeyFile, Vault

PEOPLE = ["aaaa", "bbbb", "cccc"]
OPAQUE = (KeyStoreError.Code.CANNOT_OPEN, str(KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)))
PLAIN = {person: person.encode() * 8 for person in PEOPLE}


def opened(home, incident):
    return Vault.open(home, incident, KeyFile(home / "incident.key"))


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """{(incident, state): (folder, {person: sealed})}: as made, rotated, and with new keys; and the rows of each keys.db."""
    found = {}
    for incident in ("one", "two"):
        home = tmp_path_factory.mktemp("states") / incident
        vault = Vault.create(home, incident, KeyFile(home / "incident.key"))
        vault.new_keys(PEOPLE)
        for state in ("made", "rotated", "renewed"):
            if state == "rotated":
                vault.rotate()
            if state == "renewed":
                vault.begin_new_keys()
                vault.renew_keys(PEOPLE)
                vault.end_new_keys()
            copy = home.with_name(f"{incident}-{state}")
            shutil.copytree(home, copy)
            found[incident, state] = copy, {person: vault.seal(person, "record", 1, PLAIN[person]) for person in PEOPLE}
    return found


def rows(home):
    with sqlite3.connect(home / "keys.db") as database:
        return {row[0]: row[1:] for row in database.execute("SELECT owner, revision, wrapped, generation, previous FROM keys")}


WHERE = st.tuples(
    st.sampled_from(["one", "two"]), st.sampled_from(["made", "rotated", "renewed"]), st.sampled_from([*PEOPLE, "named/lookup"])
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WHERE, WHERE, st.booleans())
def test_a_row_of_another_owner_incident_or_time_opens_nothing(states, tmp_path_factory, target, source, relabel):
    """`relabel` writes the target's own revision and generation beside the foreign key."""
    assume(target != source)
    assume(target[2] in PEOPLE)
    home, sealed = states[target[:2]]
    place = tmp_path_factory.mktemp("forged") / "home"
    shutil.copytree(home, place)
    person = target[2]
    foreign = rows(states[source[:2]][0])[source[2]]
    own = rows(home)[person]
    revision, wrapped, generation, previous = foreign
    if relabel:
        revision, generation = own[0], own[2]
    with sqlite3.connect(place / "keys.db", isolation_level=None) as database:
        database.execute(
            "UPDATE keys SET revision = ?, wrapped = ?, generation = ?, previous = ? WHERE owner = ?",
            (revision, wrapped, generation, previous, person),
        )
    vault = opened(place, target[0])
    vault.preload(PEOPLE)
    with pytest.raises(KeyStoreError) as refused:
        vault.open_sealed(person, "record", 1, sealed[person])
    assert (refused.value.code, str(refused.value)) == OPAQUE
    for other in PEOPLE:
        if other != person:
            assert vault.open_sealed(other, "record", 1, sealed[other]) == PLAIN[other]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_wrapped_key_that_was_flipped_cut_or_extended_opens_nothing(states, tmp_path_factory, data):
    home, sealed = states["one", data.draw(st.sampled_from(["made", "rotated", "renewed"]))]
    place = tmp_path_factory.mktemp("damaged") / "home"
    shutil.copytree(home, place)
    wrapped = rows(home)["aaaa"][1]
    bit = data.draw(st.integers(0, len(wrapped) * 8 - 1))
    flipped = bytearray(wrapped)
    flipped[bit // 8] ^= 1 << bit % 8
    longer = wrapped + data.draw(st.binary(min_size=1, max_size=20))
    damaged = data.draw(st.sampled_from([bytes(flipped), wrapped[: data.draw(st.integers(0, len(wrapped) - 1))], longer]))
    with sqlite3.connect(place / "keys.db", isolation_level=None) as database:
        database.execute("UPDATE keys SET wrapped = ? WHERE owner = 'aaaa'", (damaged,))
    vault = opened(place, "one")
    for action in (
        lambda: vault.open_sealed("aaaa", "record", 1, sealed["aaaa"]),
        lambda: vault.seal("aaaa", "record", 2, b"x"),
        lambda: vault.derive("aaaa", "x"),
    ):
        with pytest.raises(KeyStoreError) as refused:
            action()
        assert (refused.value.code, str(refused.value)) == OPAQUE
    before = rows(place)
    with pytest.raises(KeyStoreError) as refused:
        vault.rotate()
    assert (refused.value.code, refused.value.where) == (KeyStoreError.Code.CANNOT_OPEN, "aaaa")
    assert rows(place) == before, "nothing has changed"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["made", "rotated", "renewed"]), st.sampled_from(["made", "rotated", "renewed"]), st.booleans())
def test_the_incident_key_of_another_revision_is_not_taken(states, tmp_path_factory, target, source, relabel):
    home, sealed = states["one", target]
    with sqlite3.connect(states["one", source][0] / "keys.db") as database:
        revision, wrapped = database.execute("SELECT revision, incident_key FROM ring").fetchone()
    with sqlite3.connect(home / "keys.db") as database:
        own_revision, own = database.execute("SELECT revision, incident_key FROM ring").fetchone()
    assume(wrapped != own)
    place = tmp_path_factory.mktemp("ring") / "home"
    shutil.copytree(home, place)
    with sqlite3.connect(place / "keys.db", isolation_level=None) as database:
        database.execute("UPDATE ring SET revision = ?, incident_key = ?", (own_revision if relabel else revision, wrapped))
    with pytest.raises(KeyStoreError) as refused:
        opened(place, "one").open_sealed("aaaa", "record", 1, sealed["aaaa"])
    assert (refused.value.code, str(refused.value)) == OPAQUE


def test_an_old_value_does_not_open_under_new_keys(states):
    _home, before = states["one", "rotated"]
    home, _after = states["one", "renewed"]
    with pytest.raises(KeyStoreError) as refused:
        opened(home, "one").open_sealed("aaaa", "record", 1, before["aaaa"])
    assert (refused.value.code, str(refused.value)) == OPAQUE
    assert opened(states["one", "rotated"][0], "one").open_sealed("aaaa", "record", 1, before["aaaa"]) == PLAIN["aaaa"]


def test_a_keys_db_of_version_1_is_brought_up_to_date_and_opens(states, tmp_path):
    home, _sealed = states["one", "made"]
    shutil.copytree(home, tmp_path / "old")
    with sqlite3.connect(tmp_path / "old/keys.db", isolation_level=None) as database:
        for table, column in (
            ("ring", "provider"),
            ("ring", "generation"),
            ("ring", "resealing"),
            ("keys", "generation"),
            ("keys", "previous"),
        ):
            database.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        database.execute("PRAGMA user_version = 1")
    vault = opened(tmp_path / "old", "one")
    assert vault.ring.provider == "key-file"
    assert vault.derive("aaaa", "x") == opened(home, "one").derive("aaaa", "x")
