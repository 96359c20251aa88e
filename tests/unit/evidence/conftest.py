"""An incident that two officers approved, of which some people were told, some not, and the pack that is made of it."""

import csv
import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from tidings import contacts, delivery, evidence, ledger
from tidings.channels.fake import FakeChannel
from tidings.model import AttemptState, Channel, Role
from tidings.notices import Catalogs, Composer
from tidings.officers import Acting, Officer, add_officer, officer_id, opened
from tidings.people import ingest
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.settings import Settings
from tidings.store.tables import attempts, entries, persons
from tidings.workspace import create_workspace, open_workspace

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "config/incidents/example/affected_persons.csv"
PEOPLE = 300
CATALOGS = Catalogs.load()
NOW = 1_795_600_000.0  # a day in November 2026


def load_verify(file=evidence.VERIFY):
    """verify.py as a program that stands alone."""
    spec = importlib.util.spec_from_file_location("verify_of_a_pack", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look there
    spec.loader.exec_module(module)
    return module


@dataclass
class Case:
    ws: object
    folder: Path
    night: Acting

    def pack(self, name="pack"):
        evidence.write_pack(self.ws, self.folder / name)
        return self.folder / name


def rows():
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        return [row for row, _number in zip(csv.DictReader(file), range(PEOPLE), strict=False)]


def officer(ws, name, *roles):
    key = Ed25519PrivateKey.generate()
    one = Officer(name, frozenset(roles), key.public_key().public_bytes_raw())
    add_officer(ws.incident_folder, one)
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        recorder.add(ledger.EntryKind.OFFICER_ADDED, officer=officer_id(one.key), roles=sorted(roles))
        recorder.flush()
    return Acting(one, key)


@pytest.fixture(scope="session")
def case(tmp_path_factory):
    """Enrolled, counted, published, approved by two, told by SMS and e-mail; some arrived, some came back."""
    folder = tmp_path_factory.mktemp("evidence")
    shutil.copytree(ROOT / "config", folder / "config", ignore=shutil.ignore_patterns("*.csv"))
    nobody = {"twilio_base_url": "http://127.0.0.1:9", "sendgrid_base_url": "http://127.0.0.1:9", "quiet_hours": False}
    settings = Settings(home=folder / "ws", config=folder / "config", **nobody, _env_file=None)
    create_workspace(settings, "example", lambda: NOW)
    with open_workspace(settings, lambda: NOW) as ws:
        tell(ws, folder)
        night = officer(ws, "reading-desk", Role.OPERATOR)
        with ws.store.reading() as connection:
            somebody = connection.scalar(select(persons.c.id).order_by(persons.c.number).limit(1))
        opened(ws, "explain", "they rang", [somebody], night)
        ledger.integrate(ws)
        yield Case(ws, folder, night)


def tell(ws, folder):
    contacts.adopt_rules(ws, CATALOGS)
    file = folder / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows()[0])
        writer.writeheader()
        writer.writerows(rows())
    number = ingest.take_list(ws, file)
    for batches in (ingest.staged_batches, ingest.parked_batches):
        for batch in batches(ws, number):
            ingest.ingest_batch(ws, batch)
    ingest.finish_list(ws, number)
    for batch in contacts.unplanned_batches(ws):
        contacts.resolve_batch(ws, batch, CATALOGS)
    delivery.close_enrolment(ws)
    ledger.integrate(ws)
    composer = Composer.of(ws.incident, ws.incident_folder)
    for name in ("night-desk", "day-desk"):
        who = officer(ws, name, Role.APPROVER)
        delivery.approve(ws, composer, who, delivery.manifest(ws, composer).digest)
    for batch in delivery.due_batches(ws):
        delivery.make_due(ws, batch)
    with ws.store.reading() as connection:
        assert connection.scalar(select(entries.c.sequence).where(entries.c.kind == "enrolment.closed"))
    for channel in (FakeChannel(Channel.SMS), FakeChannel(Channel.EMAIL, batch_size=50)):
        while delivery.send_some(ws, channel, composer)["claimed"]:
            pass
    with ws.store.reading() as connection:
        went = connection.execute(select(attempts).where(attempts.c.state == AttemptState.ACCEPTED).order_by(attempts.c.id)).all()
    assert len(went) > 40
    said = [ReceiptEvent.DELIVERED] * 4 + [ReceiptEvent.FAILED_PERMANENT]
    told = [
        Receipt(one.id, f"{one.id}-x", said[place % 5], "twilio.30005", one.provider_id) for place, one in enumerate(went[:-9])
    ]
    delivery.receive(ws, told)
    ledger.integrate(ws)


@pytest.fixture(scope="session")
def pack(case):
    return case.pack()


@pytest.fixture(scope="session")
def verify():
    return load_verify()
