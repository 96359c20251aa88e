"""For every test: Hypothesis has no deadlines, and one way to fill a workspace without Prefect."""

from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from tidings import contacts, delivery
from tidings.notices import Catalogs
from tidings.people import ingest
from tidings.settings import Settings
from tidings.workspace import create_workspace, open_workspace

SAMPLE = Path(__file__).parents[1] / "config/incidents/example/affected_persons.csv"

# A shared machine's speed is nobody's fault.
hypothesis_settings.register_profile("tidings", deadline=None)
hypothesis_settings.load_profile("tidings")


@pytest.fixture(scope="session")
def filled_workspace():
    """Makes a workspace with people, plans, holds and attempts of the sample's first lines, and returns it open."""

    def fill(home, config, lines):
        file = home.parent / "list.csv"
        with SAMPLE.open(encoding="utf-8-sig") as sample:
            file.write_text("".join(next(sample) for _ in range(lines)), encoding="utf-8")
        settings = Settings(home=home, config=config, _env_file=None)
        create_workspace(settings, "example")
        ws = open_workspace(settings)
        number = ingest.take_list(ws, file)
        for batches in (ingest.staged_batches, ingest.parked_batches):
            for batch in batches(ws, number):
                ingest.ingest_batch(ws, batch)
        ingest.finish_list(ws, number)
        catalogs = Catalogs.load()
        for batch in contacts.unplanned_batches(ws):
            contacts.resolve_batch(ws, batch, lambda language: catalogs.serves(language, ws.incident))
        for batch in delivery.due_batches(ws):
            delivery.make_due(ws, batch)
        return ws

    return fill
