"""A real workspace with a handful of invented people, a clock that is set by hand, and channels in memory."""

import csv
import hashlib
import itertools
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.contacts import adopt_rules, resolve_batch
from tidings.incident import Unknowns
from tidings.ledger import integrate
from tidings.model import AttemptState, Channel
from tidings.notices import Catalogs, Composer
from tidings.people import ingest
from tidings.settings import Settings
from tidings.store.people import person_batches
from tidings.store.tables import attempts, contacts, entries, persons
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
CATALOGS = Catalogs.load()
BLANK = {
    "a_number": "",
    "last_name": "Doe",
    "first_name": "Jo",
    "date_of_birth": "06/14/1984",
    "country_of_birth": "VE",
    "nationality": "Venezuelan",
    "language": "Spanish",
    "custody_status": "Released",
    "detention_facility": "",
    "phone": "",
    "email": "",
    "mailing_address": "",
    "attorney": "",
    "attorney_contact": "",
}


def somebody(number):
    """Nobody else: whoever has one name and birth date with another waits for a human."""
    letters = "".join(chr(97 + byte % 26) for byte in hashlib.sha256(b"%d" % number).digest()[:12])
    return {"a_number": f"A20000{number:04d}", "last_name": letters}


class Clock:
    """Seconds since 1970, moved by hand."""

    def __init__(self):
        self.seconds = 1_800_000_000.0

    def __call__(self):
        return self.seconds

    def forward(self, seconds):
        self.seconds += seconds


@dataclass
class Desk:
    """What an officer and a developer would do with a workspace, in few words."""

    ws: object
    folder: Path
    clock: Clock
    numbers: itertools.count

    @property
    def composer(self):
        return Composer(self.ws.incident, CATALOGS)

    def enrol(self, *people):
        """Ingests people given as {column: cell}, and makes plans. Each needs no more than what matters."""
        rows = [{**BLANK, **somebody(next(self.numbers)), **one} for one in people]
        file = self.folder / f"list-{rows[0]['a_number']}-{next(self.numbers)}.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(BLANK))
            writer.writeheader()
            writer.writerows(rows)
        number = ingest.take_list(self.ws, file)
        for batch in ingest.staged_batches(self.ws, number):
            ingest.ingest_batch(self.ws, batch)
        ingest.finish_list(self.ws, number)
        self.plan()
        return [row["a_number"] for row in rows]

    def plan(self):
        with self.ws.store.reading() as connection:
            batches = person_batches(connection)
        for batch in batches:
            resolve_batch(self.ws, batch, CATALOGS)

    def make_due(self):
        return sum(delivery.make_due(self.ws, batch)["due"] for batch in delivery.due_batches(self.ws))

    def send(self, channel):
        return delivery.send_some(self.ws, channel, self.composer)

    def settle(self, channel, after=None):
        return delivery.settle_some(self.ws, channel, self.composer, after)

    def unknowns(self, wait_minutes=0, otherwise="hold"):
        self._describe(unknowns=Unknowns(wait_minutes=wait_minutes, otherwise=otherwise))

    def _describe(self, **facts):
        self.ws = replace(self.ws, incident=self.ws.incident.model_copy(update=facts))

    def supplement(self):
        """From here on the next version of the notice is told."""
        self._describe(version=self.ws.incident.version + 1)
        with self.ws.store.writing() as connection:
            connection.execute(update(persons).values(planned_revision=0))
        adopt_rules(self.ws, CATALOGS)
        self.plan()

    def attempts(self, channel=None):
        """Every attempt, in the order of the persons and their contacts."""
        ordered = (
            select(attempts, contacts.c.track)
            .join(contacts, contacts.c.id == attempts.c.contact_id)
            .order_by(attempts.c.version, attempts.c.contact_id)
        )
        with self.ws.store.reading() as connection:
            return [row for row in connection.execute(ordered) if channel in (None, row.channel)]

    def attempt(self, channel=None):
        (one,) = self.attempts(channel)
        return one

    def states(self, channel=None):
        return [AttemptState(row.state) for row in self.attempts(channel)]

    def people(self):
        """(state, rule) of everybody."""
        with self.ws.store.reading() as connection:
            return connection.execute(select(persons.c.state, persons.c.rule).order_by(persons.c.number)).tuples().all()

    def entries(self, person=None):
        """The kinds of entries about attempts, in the order of writing."""
        with self.ws.store.reading() as connection:
            kinds = connection.scalars(select(entries.c.kind).order_by(entries.c.sequence)).all()
        return [kind for kind in kinds if kind.split(".")[0] in ("notice", "attempt", "letter")]

    def set(self, table, where, **values):
        with self.ws.store.writing() as connection:
            connection.execute(update(table).where(where).values(**values))

    def integrate(self):
        return integrate(self.ws)

    def opens(self, person, field, revision, sealed):
        return self.ws.vault.open_sealed(person, field, revision, Sealed(sealed))


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    here = "http://127.0.0.1:9"
    nobody = {"twilio_base_url": here, "sendgrid_base_url": here, "quiet_hours": False, "approvals": False}
    settings = Settings(home=tmp_path / "ws", config=CONFIG, **nobody, _env_file=None)
    create_workspace(settings, "example", clock)
    made = Desk(open_workspace(settings, clock), tmp_path, clock, itertools.count(1))
    yield made
    made.ws.close()


@pytest.fixture
def sms():
    return FakeChannel(Channel.SMS)


@pytest.fixture
def email():
    return FakeChannel(Channel.EMAIL, batch_size=1000)
