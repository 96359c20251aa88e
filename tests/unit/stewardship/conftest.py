"""A workspace with people, plans, attempts, letters and a published ledger, without Prefect; and ways to look at all of it."""

import csv
import shutil
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from tidings import delivery, ledger, stewardship
from tidings.contacts import contact_field
from tidings.delivery import letter_field, letter_file
from tidings.model import AttemptId
from tidings.notices import Catalogs, Composer
from tidings.people import ingest
from tidings.store.people import not_erased
from tidings.store.tables import attempts, contacts, openings, persons, rows
from tidings.vault import Sealed

sys.path.insert(0, str(Path(__file__).parent))
CONFIG = Path(__file__).parents[3] / "config"
REFERENCE = "a_number"


class QuickPress:
    """Presses a page in no time: what is on it is not what these tests are about."""

    def press(self, notice, *, hand):
        return b"%PDF " + repr(hand).encode() * 20


@pytest.fixture(scope="session")
def made_once(filled_workspace, tmp_path_factory):
    """Made once a run; each test gets a copy."""
    folder = tmp_path_factory.mktemp("filled")
    config = folder / "config"
    shutil.copytree(CONFIG, config, ignore=shutil.ignore_patterns("*.csv"))
    with filled_workspace(folder / "home", config, 150) as ws:
        take_refused(ws, folder / "refused.csv")
        composer = Composer(ws.incident, Catalogs.load())
        for batch in delivery.letter_batches(ws):
            delivery.press_batch(ws, batch, composer, QuickPress())
        ledger.integrate(ws)
    return folder


def take_refused(ws, file):
    """Two rows without a reference number, which become nobody."""
    with (CONFIG / "incidents/example/affected_persons.csv").open(encoding="utf-8-sig", newline="") as sample:
        header, *lines = [row for row, _ in zip(csv.reader(sample), range(160), strict=False)]
    at = header.index(REFERENCE)
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(["" if n == at else cell for n, cell in enumerate(row)] for row in lines[-2:])
    number = ingest.register_list(ws, file)
    ingest.stage_list(ws, number)
    for batch in ingest.staged_batches(ws, number):
        ingest.ingest_batch(ws, batch)
    assert ingest.finish_list(ws, number)["refused"] == 2


@pytest.fixture
def folder(made_once, tmp_path):
    """Holds `home` and `config`."""
    shutil.copytree(made_once, tmp_path / "place")
    (tmp_path / "place" / "home").chmod(0o700)
    return tmp_path / "place"


@pytest.fixture
def settings(folder):
    from tidings.settings import Settings

    return Settings(home=folder / "home", config=folder / "config", _env_file=None)


@pytest.fixture
def ws(settings):
    from tidings.workspace import open_workspace

    with open_workspace(settings) as ws:
        yield ws


def everything(ws):
    """[(owner, field, revision, sealed bytes)] of everybody who is not erased: all that must open."""
    found = []
    with ws.store.reading() as connection:
        alive = set(connection.scalars(select(persons.c.id).where(not_erased())))
        found += [(row.id, "record", row.revision, row.sealed) for row in connection.execute(select(persons))]
        for row in connection.execute(select(rows)):
            found.append((row.key, f"row-{row.list_id}", row.number, row.sealed))
            alive |= {row.key} if row.person_id is None else set()
        for row in connection.execute(select(contacts)).all():
            found += [(row.person_id, contact_field(bytes(row.mark)), 1, row.sealed)]
        for row in connection.execute(select(openings)).all():
            found += [(row.person_id, f"opening-{bytes(row.commitment).hex()}", 1, row.sealed)]
        for row in connection.execute(select(attempts)):
            file = letter_file(ws, AttemptId(row.id))
            if file.is_file():
                found.append((row.person_id, letter_field(AttemptId(row.id)), 1, file.read_bytes()))
    return [value for value in found if value[0] in alive]


def open_all(ws):
    """Opens everything of everybody who is not erased; gives how many values that is. Raises if one does not open."""
    values = everything(ws)
    ws.vault.preload(sorted({owner for owner, *_ in values}))
    for owner, field, revision, sealed in values:
        ws.vault.open_sealed(owner, field, revision, Sealed(sealed))
    return len(values)


def reseal(ws):
    """What the flow does, without Prefect."""
    stewardship.begin_reseal(ws)
    while True:
        if not sum(stewardship.reseal_batch(ws, batch)["values"] for batch in stewardship.reseal_batches(ws)):
            break
    return stewardship.end_reseal(ws)


def everybody(ws):
    with ws.store.reading() as connection:
        return list(connection.scalars(select(persons.c.id).order_by(persons.c.number)))


def letters_of(ws):
    return {person: attempt for person, attempt, _channel in delivery.ready_letters(ws)}
