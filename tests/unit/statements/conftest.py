"""A desk (see delivery's conftest) whose officer writes statements, and a forger's tools."""

import importlib.util
import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import orjson
import pyrage
import pytest
from sqlalchemy import select

from tidings import ledger, officers
from tidings.channels.fake import FakeChannel
from tidings.evidence.verify import STATEMENT_JSON, Key, read_statement
from tidings.model import Channel, Role
from tidings.notices import Catalogs, LetterPress, press_statement, statement_words
from tidings.notices.statement import compose_statement
from tidings.settings import Settings
from tidings.statements.issue import attached, issue, stated, statement_of
from tidings.statements.seal import sealed
from tidings.store.tables import persons
from tidings.workspace import create_workspace, open_record, open_workspace

ROOT = Path(__file__).parents[3]
_spec = importlib.util.spec_from_file_location("desks", ROOT / "tests/unit/delivery/conftest.py")
desks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(desks)
clock, email = desks.clock, desks.email
KEY = pyrage.x25519.Identity.generate()


@dataclass
class Registry:
    """The desk, with an officer at it. `key` is whom files are encrypted for."""

    desk: desks.Desk
    key: pyrage.x25519.Identity

    def __getattr__(self, name):
        return getattr(self.desk, name)

    def ids(self):
        with self.ws.store.reading() as connection:
            return list(connection.scalars(select(persons.c.id).order_by(persons.c.number)))

    def record(self, person):
        with self.ws.store.reading() as connection:
            return open_record(self.ws, connection.execute(select(persons).where(persons.c.id == person)).one())

    def issue(self, person, out, reason="their lawyer asks"):
        made = issue(self.ws, person, out, str(self.key.to_public()), reason)
        return made, pyrage.decrypt(out.read_bytes(), [self.key])

    def statement(self, person):
        """The PDF, without an officer."""
        ledger.integrate(self.ws)
        return statement_of(self.ws, person)[1]

    @property
    def signer(self):
        return ledger.signer(self.ws)

    @property
    def keys(self):
        return [Key.read(self.signer.vkey)]

    def facts(self, pdf):
        return read_statement(pdf, self.keys).facts

    def forged(self, pdf, change, signer=None):
        """What an organisation could seal that lies: `change(facts, files)` may change both.

        The words follow the facts, unless it sets them.
        """
        held = read_statement(pdf, self.keys)
        facts, files = orjson.loads(orjson.dumps(held.facts)), {name: data.decode() for name, data in held.files.items()}
        del facts["text"]
        change(facts, files)
        notice = compose_statement(self.ws.incident, Catalogs.load(), facts["language"], stated(facts))
        words = {facts["language"]: statement_words(notice), "en": statement_words(notice.beside or notice)}
        facts.setdefault("text", words)
        files[STATEMENT_JSON] = orjson.dumps(facts).decode()
        drawn = press_statement(PRESS, notice, [attached(name, content) for name, content in files.items()])
        return sealed(drawn, signer or self.signer)


PRESS = LetterPress.of((Path("/usr/share/fonts"),))


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """The incident's folder, with an officer's key in it: one for all, because its catalogs are read once a folder."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "config", folder / "config", ignore=shutil.ignore_patterns("*.csv"))
    (folder / "identity.txt").write_text(f"{KEY}\n")
    (folder / "identity.txt").chmod(0o600)
    public = officers.make_key(folder / "officer.age", recipient=str(KEY.to_public()), passphrase=bytes)
    officer = officers.Officer("desk", frozenset({Role.OPERATOR, Role.APPROVER}), public)
    officers.add_officer(folder / "config/incidents/example", officer)
    return folder


def made(office, folder, clock):
    """A registry in a folder of its own."""
    here = "http://127.0.0.1:9"
    settings = Settings(
        home=folder / "ws",
        config=office / "config",
        twilio_base_url=here,
        sendgrid_base_url=here,
        quiet_hours=False,
        approvals=False,
        officer_key=office / "officer.age",
        officer_identity=office / "identity.txt",
        _env_file=None,
    )
    create_workspace(settings, "example", clock)
    return Registry(desks.Desk(open_workspace(settings, clock), folder, clock, itertools.count(1)), KEY)


def with_two(registry):
    """Somebody to whom a text went, and somebody else."""
    registry.enrol(
        {"first_name": "Marisol", "language": "Spanish", "phone": "+1 213 555 0147", "mailing_address": "12 Elm St, Elma, WA"},
        {"first_name": "Zorvanyx", "last_name": "Qulthembe", "phone": "+1 718 555 0158", "email": "zorvanyx@example.net"},
    )
    registry.make_due()
    registry.send(FakeChannel(Channel.SMS))
    person, other = registry.ids()
    return SimpleNamespace(registry=registry, person=person, other=other, pdf=registry.statement(person))


@pytest.fixture
def registry(office, tmp_path, clock):
    one = made(office, tmp_path, clock)
    yield one
    one.ws.close()


@pytest.fixture
def told(registry):
    return with_two(registry)


@pytest.fixture(scope="module")
def issued(office, tmp_path_factory):
    """The same for tests that only look: `registry`, `person`, `other`, `pdf`."""
    one = made(office, tmp_path_factory.mktemp("issued"), desks.Clock())
    yield with_two(one)
    one.ws.close()


__all__ = ["clock", "email", "registry", "told"]
