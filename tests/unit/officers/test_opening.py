"""Before a human sees a person's data: an officer's key, a role that allows it, a reason, and an entry that is durable."""

import orjson
import pyrage
import pytest
from sqlalchemy import select

from tidings import officers
from tidings.commitment import opens
from tidings.errors import ConfigError, KeyStoreError
from tidings.model import Role
from tidings.officers import Officer, OfficerError, add_officer, entry_signed, load_officers, make_key, opened
from tidings.settings import Settings
from tidings.store.tables import entries, openings
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

Code = OfficerError.Code
PASSPHRASE = "six words that nobody would guess"


@pytest.fixture
def folder(tmp_path):
    import shutil
    from pathlib import Path

    config = Path(__file__).parents[3] / "config"
    shutil.copytree(config, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    return tmp_path


@pytest.fixture
def key(folder):
    """A key file under a passphrase, and its public half."""
    return make_key(folder / "officer.age", passphrase=PASSPHRASE.encode)


@pytest.fixture
def settings(folder, key):
    settings = Settings(
        home=folder / "home",
        config=folder / "config",
        officer_key=folder / "officer.age",
        officer_passphrase=PASSPHRASE,
        _env_file=None,
    )
    create_workspace(settings, "example")
    return settings


@pytest.fixture
def ws(settings, key):
    add_officer(settings.config / "incidents/example", Officer("night-desk", frozenset({Role.OPERATOR}), key))
    with open_workspace(settings) as ws:
        ws.vault.new_keys(["a" * 26, "b" * 26])
        yield ws


def refusal(action):
    with pytest.raises(OfficerError) as refused:
        action()
    assert PASSPHRASE not in str(refused.value)
    return refused.value.code


def written(ws):
    with ws.store.reading() as connection:
        return list(connection.scalars(select(entries.c.body).where(entries.c.kind == "person.opened")))


def test_an_opening_names_the_officer_and_commits_to_the_reason_without_saying_it(ws, key):
    officer = opened(ws, "letters", "printing for the post", ["a" * 26, "b" * 26])
    assert officer.name == "night-desk"
    bodies = written(ws)
    assert len(bodies) == 2
    for body in bodies:
        assert b"printing" not in body
        said = orjson.loads(body)
        assert (said["officer"], said["purpose"]) == (officer.id, "letters")
        assert entry_signed(body, key)


def test_a_changed_entry_or_another_key_does_not_verify(ws, key, folder):
    opened(ws, "letters", "printing", ["a" * 26])
    body = written(ws)[0]
    for before, after in ((b'"letters"', b'"explain"'), (b"a" * 26, b"b" * 26)):
        assert not entry_signed(body.replace(before, after), key)
    other = make_key(folder / "other.age", passphrase=PASSPHRASE.encode)
    assert not entry_signed(body, other)


def test_the_reason_is_sealed_with_the_person_opens_the_commitment_and_goes_with_their_key(ws):
    opened(ws, "letters", "printing", ["a" * 26])
    with ws.store.reading() as connection:
        row = connection.execute(select(openings)).one()
    place = ("a" * 26, f"opening-{row.commitment.hex()}", 1, Sealed(row.sealed))
    secret, reason = orjson.loads(ws.vault.open_sealed(*place))
    assert reason == "printing"
    assert opens(orjson.loads(written(ws)[0])["commitment"], bytes.fromhex(secret), b"printing")
    ws.vault.destroy("a" * 26)
    with pytest.raises(KeyStoreError):
        ws.vault.open_sealed(*place)


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501])
def test_without_a_reason_nothing_opens(ws, reason):
    assert refusal(lambda: opened(ws, "letters", reason, ["a" * 26])) is Code.NO_REASON
    assert written(ws) == []


def test_a_role_that_may_not_opens_nothing(ws):
    for purpose, roles in officers.PURPOSES.items():
        if Role.OPERATOR not in roles:
            assert refusal(lambda purpose=purpose: opened(ws, purpose, "why", ["a" * 26])) is Code.NOT_ALLOWED
    assert written(ws) == []


def test_a_key_that_nobody_listed_is_nobodys(settings):
    with open_workspace(settings) as ws:
        ws.vault.new_keys(["a" * 26])
        assert refusal(lambda: opened(ws, "letters", "why", ["a" * 26])) is Code.UNKNOWN
        assert written(ws) == []


def test_without_a_key_with_another_passphrase_or_with_damage_nothing_opens(ws, settings, folder):
    cases = {
        Code.NO_KEY: [{"officer_key": None}, {"officer_key": folder / "none.age"}],
        Code.CANNOT_OPEN: [{"officer_passphrase": type(settings.officer_passphrase)("another passphrase")}],
    }
    for code, changes in cases.items():
        for change in changes:
            assert refusal(lambda change=change: officers.open_key(settings.model_copy(update=change))) is code
    file = settings.officer_key
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert refusal(lambda: officers.open_key(settings)) is Code.CANNOT_OPEN


def test_a_key_file_that_others_can_read_is_refused(ws, settings):
    settings.officer_key.chmod(0o644)
    with pytest.raises(KeyStoreError) as refused:
        officers.open_key(settings)
    assert refused.value.code is KeyStoreError.Code.OPEN_TO_OTHERS


def test_an_age_identity_opens_a_key_that_was_made_for_it(folder, settings):
    identity = pyrage.x25519.Identity.generate()
    (folder / "identity.txt").write_text(f"# created: today\n{identity}\n")
    (folder / "identity.txt").chmod(0o600)
    public = make_key(folder / "age.age", recipient=str(identity.to_public()), passphrase=PASSPHRASE.encode)
    mine = settings.model_copy(update={"officer_key": folder / "age.age", "officer_identity": folder / "identity.txt"})
    assert officers.open_key(mine).public_key().public_bytes_raw() == public


def test_the_seed_is_in_no_file_as_it_is(folder, settings):
    seed = officers.open_key(settings).private_bytes_raw()
    for file in folder.rglob("*"):
        if file.is_file():
            assert seed[:16] not in file.read_bytes()


def test_officers_toml_is_read_back_as_it_was_written_and_an_id_belongs_to_a_key(folder, key):
    place = folder / "config/incidents/example"
    officer = Officer("night-desk", frozenset({Role.OPERATOR, Role.AUDITOR}), key)
    add_officer(place, officer)
    assert load_officers(place) == {officer.id: officer}
    assert len(officer.id) == 26
    for again in (officer, Officer("day-desk", frozenset({Role.AUDITOR}), key), Officer("night-desk", officer.roles, bytes(32))):
        assert refusal(lambda again=again: add_officer(place, again)) is Code.EXISTS
    with pytest.raises(ConfigError):
        add_officer(place, Officer("Jane Doe", officer.roles, bytes(32)))


@pytest.mark.parametrize(
    "text", ["[[officer]]\nname = 'x'\n", "officer = 3", "[[officer]]\nname='x'\nroles=['boss']\nkey='AA=='"]
)
def test_a_file_that_cannot_be_understood_is_refused(folder, text):
    place = folder / "config/incidents/example"
    (place / "officers.toml").write_text(text)
    with pytest.raises(ConfigError) as refused:
        load_officers(place)
    assert refused.value.code is ConfigError.Code.BAD_FILE
