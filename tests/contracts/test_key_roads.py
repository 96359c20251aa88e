"""With each provider the demo's whole list is sealed, opened, rotated, moved to the next provider, and one person erased."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import select

from tidings import ledger, stewardship
from tidings.cli.doctor import MISSING, findings
from tidings.errors import KeyStoreError
from tidings.people import ingest
from tidings.settings import Settings
from tidings.store.people import count_persons, not_erased
from tidings.store.tables import persons
from tidings.vault import Sealed, make_provider, next_provider
from tidings.vault.passphrase import Cost
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[2] / "config"
SAMPLE = CONFIG / "incidents/example/affected_persons.csv"
PROVIDERS = ("key-file", "passphrase", "pkcs11", "aws-kms")


@pytest.fixture(scope="module")
def environment(request):
    """Settings for all four at once."""
    softhsm, kms = request.getfixturevalue("softhsm"), request.getfixturevalue("kms")
    names = {**softhsm, **kms, "TIDINGS_PASSPHRASE": "six words that nobody would guess"}
    return {name.removeprefix("TIDINGS_").lower(): value for name, value in names.items() if name.startswith("TIDINGS_")}


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """A passphrase's cost is for those who guess; here it would be waited for again and again."""
    monkeypatch.setattr("tidings.vault.passphrase.DEFAULT", Cost(64, 1, 1))


def open_everybody(ws):
    with ws.store.reading() as connection:
        rows = connection.execute(select(persons.c.id, persons.c.revision, persons.c.sealed).where(not_erased())).all()
    for start in range(0, len(rows), 1000):
        ws.vault.preload([row.id for row in rows[start : start + 1000]])
        for row in rows[start : start + 1000]:
            assert ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed))
    return len(rows)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_whole_list_goes_through_every_change(provider, environment, tmp_path):
    settings = Settings(home=tmp_path / "home", config=CONFIG, key_provider=provider, **environment, _env_file=None)
    create_workspace(settings, "example")
    with open_workspace(settings) as ws:
        number = ingest.take_list(ws, SAMPLE)
        for batch in ingest.staged_batches(ws, number):
            ingest.ingest_batch(ws, batch)
        ingest.finish_list(ws, number)
        with ws.store.reading() as connection:
            everybody = count_persons(connection)
        assert everybody > 6000
        ledger.integrate(ws)
    with open_workspace(settings) as ws:
        assert ws.vault.ring.provider == provider
        assert open_everybody(ws) == everybody
        stewardship.rotate(ws)
        assert open_everybody(ws) == everybody
    with open_workspace(settings) as ws:
        assert ws.vault.ring.revision == 2
        assert open_everybody(ws) == everybody
        to = PROVIDERS[(PROVIDERS.index(provider) + 1) % len(PROVIDERS)]
        stewardship.rotate(ws, next_provider(settings, to, provider))
        assert open_everybody(ws) == everybody, "the process that moved it"
    with open_workspace(settings) as ws:
        assert ws.vault.ring.provider == to
        assert open_everybody(ws) == everybody, "another process"
        with ws.store.reading() as connection:
            person, revision, sealed = connection.execute(select(persons.c.id, persons.c.revision, persons.c.sealed)).first()
        stewardship.erase(ws, [person])
        with pytest.raises(KeyStoreError) as refused:
            ws.vault.open_sealed(person, "record", revision, Sealed(sealed))
        assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN
        assert open_everybody(ws) == everybody - 1
        ledger.integrate(ws)
        assert ledger.verify(ws.ledger_folder, ledger.signer(ws).verifier).size
    state = {one.about: one.state for one in findings(settings)}
    assert MISSING not in state.values(), state
    assert (tmp_path / "home/incident.key").exists() == ("key-file" in (provider, to))


def test_moved_away_and_back_the_old_provider_s_key_opens_nothing_of_now(environment, tmp_path):
    settings = Settings(home=tmp_path / "home", config=CONFIG, **environment, _env_file=None)
    create_workspace(settings, "example")
    with open_workspace(settings) as ws:
        ws.vault.new_keys(["somebody"])
        old_ring = ws.vault.ring
        stewardship.rotate(ws, next_provider(settings, "passphrase", "key-file"))
        sealed = ws.vault.seal("somebody", "record", 1, b"x")
    shutil.copytree(tmp_path / "home", tmp_path / "thief")
    with sqlite3.connect(tmp_path / "thief/keys.db", isolation_level=None) as database:
        database.execute("UPDATE ring SET provider = 'key-file', incident_key = ?, revision = 1", (old_ring.incident_key,))
    with open_workspace(settings.model_copy(update={"home": tmp_path / "thief"})) as thief:
        with pytest.raises(KeyStoreError) as refused:
            thief.vault.open_sealed("somebody", "record", 1, sealed)
        assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN


@pytest.mark.parametrize("provider", ["key-file", "passphrase"])
def test_a_new_key_or_passphrase_of_the_same_provider(provider, environment, tmp_path):
    settings = Settings(home=tmp_path / "home", config=CONFIG, key_provider=provider, **environment, _env_file=None)
    create_workspace(settings, "example")
    (tmp_path / "new").write_text("another six words that nobody would guess\n")
    (tmp_path / "new").chmod(0o600)
    before = tmp_path / "before.key"
    if provider == "key-file":
        shutil.copyfile(tmp_path / "home/incident.key", before)
        before.chmod(0o600)
    with open_workspace(settings) as ws:
        ws.vault.new_keys(["somebody"])
        stewardship.rotate(ws, next_provider(settings, provider, provider, tmp_path / "new"))
        sealed = ws.vault.seal("somebody", "record", 1, b"x")
    changed = {"passphrase": type(settings.passphrase)(""), "passphrase_file": tmp_path / "new"}
    with open_workspace(settings.model_copy(update=changed)) as ws:
        assert ws.vault.open_sealed("somebody", "record", 1, sealed) == b"x"
    with pytest.raises(KeyStoreError) as refused:
        open_workspace(settings.model_copy(update={"key_file": before}))
    assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN


def test_with_the_key_in_the_token_destroyed_the_workspace_never_opens_again(environment, tmp_path):
    settings = Settings(home=tmp_path / "home", config=CONFIG, key_provider="pkcs11", **environment, _env_file=None)
    create_workspace(settings, "example")
    with open_workspace(settings) as ws:
        ring = ws.vault.ring
    assert make_provider(settings, "pkcs11").destroy(ring.incident_key)
    for _ in range(2):
        with pytest.raises(KeyStoreError) as refused:
            open_workspace(settings)
        assert refused.value.code is KeyStoreError.Code.NO_KEY


@pytest.mark.parametrize("to", ["pkcs11", "aws-kms"])
def test_a_provider_out_of_reach_leaves_everything_as_it_was(to, environment, tmp_path):
    away = {"pkcs11_module": tmp_path / "none.so", "aws_kms_endpoint": "http://127.0.0.1:9"}
    settings = Settings(home=tmp_path / "home", config=CONFIG, **(environment | away), _env_file=None)
    create_workspace(settings, "example")
    with open_workspace(settings) as ws:
        ws.vault.new_keys(["somebody"])
        sealed = ws.vault.seal("somebody", "record", 1, b"x")
        before = (tmp_path / "home/keys.db").read_bytes()
        with pytest.raises(KeyStoreError) as refused:
            stewardship.rotate(ws, next_provider(settings, to, "key-file"))
        assert refused.value.code is KeyStoreError.Code.PROVIDER_AWAY
        assert refused.value.code.exit == 3
        assert (tmp_path / "home/keys.db").read_bytes() == before
    with open_workspace(settings) as ws:
        assert ws.vault.open_sealed("somebody", "record", 1, sealed) == b"x"
    new = settings.model_copy(update={"home": tmp_path / "new", "key_provider": to})
    with pytest.raises(KeyStoreError) as refused:
        create_workspace(new, "example")
    assert refused.value.code is KeyStoreError.Code.PROVIDER_AWAY
    create_workspace(new.model_copy(update={"key_provider": "key-file"}), "example")
