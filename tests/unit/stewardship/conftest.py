"""A workspace with people, plans, attempts, letters and a published ledger, without Prefect; and ways to look at all of it."""

import csv
import shutil
import sys
from pathlib import Path

import pytest

from tidings import contacts, delivery, ledger
from tidings.channels.fake import FakeLookup
from tidings.notices import Catalogs, Composer
from tidings.people import ingest
from tidings.settings import Settings
from tidings.workspace import open_workspace

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
        look_up(ws)
        ledger.integrate(ws)
    return folder


def look_up(ws):
    """A few people have a telephone that was looked up; then their plans are made anew."""
    catalogs = Catalogs.load()
    for batch in contacts.look_up_batches(ws):
        assert contacts.look_up_batch(ws, batch, FakeLookup())["answered"] > 5
    for batch in contacts.unplanned_batches(ws):
        contacts.resolve_batch(ws, batch, catalogs)


def take_refused(ws, file):
    """Two rows whose reference number is none: they become nobody."""
    with (CONFIG / "incidents/example/affected_persons.csv").open(encoding="utf-8-sig", newline="") as sample:
        header, *lines = [row for row, _ in zip(csv.reader(sample), range(160), strict=False)]
    at = header.index(REFERENCE)
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(["A12" if n == at else cell for n, cell in enumerate(row)] for row in lines[-2:])
    number = ingest.take_list(ws, file)
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
    here = "http://127.0.0.1:9"
    nobody = {"twilio_base_url": here, "sendgrid_base_url": here, "quiet_hours": False, "approvals": False}
    return Settings(home=folder / "home", config=folder / "config", **nobody, _env_file=None)


@pytest.fixture
def ws(settings):
    with open_workspace(settings) as ws:
        yield ws
