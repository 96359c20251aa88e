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
from tidings.evidence.verify import STATEMENT_JSON, Key, read_statement
from tidings.model import Channel, Role
from tidings.notices import Catalogs, LetterPress, press_statement
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
clock, sms, email = desks.clock, desks.sms, desks.email
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
        """What an organisation could seal that lies: `change(facts, files)` may change both. The words follow the facts."""
        held = read_statement(pdf, self.keys)
        facts, files = orjson.loads(orjson.dumps(held.facts)), {name: data.decode() for name, data in held.files.items()}
        change(facts, files)
        notice = compose_statement(self.ws.incident, Catalogs.load(), facts["language"], stated(facts))
        files[STATEMENT_JSON] = orjson.dumps(facts).decode()
        drawn = press_statement(PRESS, notice, [attached(name, content) for name, content in files.items()])
        return sealed(drawn, signer or self.signer)


PRESS = LetterPress.of((Path("/usr/share/fonts"),))


@pytest.fixture
def registry(tmp_path, clock):
    config = tmp_path / "config"
    shutil.copytree(ROOT / "config", config, ignore=shutil.ignore_patterns("*.csv"))
    identity = tmp_path / "identity.txt"
    identity.write_text(f"{KEY}\n")
    identity.chmod(0o600)
    public = officers.make_key(tmp_path / "officer.age", recipient=str(KEY.to_public()), passphrase=bytes)
    officers.add_officer(config / "incidents/example", officers.Officer("desk", frozenset({Role.OPERATOR}), public))
    here = "http://127.0.0.1:9"
    settings = Settings(
        home=tmp_path / "ws",
        config=config,
        twilio_base_url=here,
        sendgrid_base_url=here,
        quiet_hours=False,
        approvals=False,
        officer_key=tmp_path / "officer.age",
        officer_identity=identity,
        _env_file=None,
    )
    create_workspace(settings, "example", clock)
    desk = desks.Desk(open_workspace(settings, clock), tmp_path, clock, itertools.count(1))
    yield Registry(desk, KEY)
    desk.ws.close()


@pytest.fixture
def told(registry, sms):
    """Somebody to whom a text went and arrived, with others around them; `person` is the id."""
    registry.enrol(
        {"first_name": "Marisol", "language": "Spanish", "phone": "+1 213 555 0147", "mailing_address": "12 Elm St, Elma, WA"},
        {"first_name": "Zorvanyx", "last_name": "Qulthembe", "phone": "+1 718 555 0158", "email": "zorvanyx@example.net"},
    )
    registry.make_due()
    registry.send(sms)
    person, other = registry.ids()
    return SimpleNamespace(person=person, other=other, pdf=registry.statement(person))


__all__ = ["Channel", "clock", "email", "registry", "sms", "told"]
