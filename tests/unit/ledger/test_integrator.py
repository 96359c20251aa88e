"""The integrator: what the database recorded becomes one tree, whatever is killed in between."""

import shutil
from pathlib import Path

import orjson
import pytest

from tidings import ledger
from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger import integrator
from tidings.ledger.log import Log
from tidings.ledger.tiles import Tiles
from tidings.settings import Settings
from tidings.store.entries import assign_places
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def ws(tmp_path):
    settings = Settings(home=tmp_path / "ws", config=CONFIG)
    create_workspace(settings, "example")
    opened = open_workspace(settings)
    yield opened
    opened.close()


def record(ws, *counts):
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        for count in counts:
            recorder.add(EntryKind.ENROLMENT_CLOSED, persons=count)
        recorder.flush()


def published(ws):
    size = ledger.published_size(ws)
    return [orjson.loads(Tiles(ws.ledger_folder, size).entry(index)) for index in range(size)]


def verified(ws):
    return ledger.verify(ws.ledger_folder, ledger.Verifier.from_vkey((ws.home / ledger.VKEY).read_text().strip()))


def test_the_entry_that_opens_the_ledger_is_its_first_though_others_were_written_before(ws):
    record(ws, 1, 2)
    assert ledger.integrate(ws) == {"size": 3, "integrated": 3}
    assert [entry["kind"] for entry in published(ws)] == ["ledger.opened", "enrolment.closed", "enrolment.closed"]
    assert verified(ws).size == 3


def test_integrating_twice_publishes_once(ws):
    record(ws, 1)
    ledger.integrate(ws)
    before = (ws.ledger_folder / "checkpoint").read_bytes()
    assert ledger.integrate(ws) == {"size": 2, "integrated": 0}
    assert (ws.ledger_folder / "checkpoint").read_bytes() == before


def test_killed_after_places_were_given_it_publishes_the_same_order(ws):
    record(ws, 1, 2)
    ledger.integrate(ws)
    record(ws, 3, 4)
    with ws.store.writing() as connection:
        assign_places(connection)  # and then the process dies
    record(ws, 5)
    assert ledger.integrate(ws)["size"] == 6
    assert [entry.get("persons") for entry in published(ws)] == [None, 1, 2, 3, 4, 5]


def test_what_another_run_publishes_between_reading_and_publishing_comes_in_once(ws, monkeypatch):
    record(ws, 1, 2, 3)
    real, others = integrator.placed, iter([ledger.integrate])

    def overtaken(*arguments):
        found = real(*arguments)
        for other in others:
            other(ws)
        return found

    monkeypatch.setattr(integrator, "placed", overtaken)
    assert ledger.integrate(ws)["size"] == 4
    assert [entry.get("persons") for entry in published(ws)] == [None, 1, 2, 3]
    record(ws, 4)
    assert ledger.integrate(ws) == {"size": 5, "integrated": 1}


@pytest.mark.parametrize("dies_at", [1, 2, 3])
def test_killed_between_two_checkpoints_it_goes_on_from_the_last(ws, monkeypatch, dies_at):
    monkeypatch.setattr(integrator, "PUBLISHED_AT_ONCE", 2)
    record(ws, *range(6))
    calls = iter(range(1, 99))
    real = Log.publish

    class Killed(BaseException):
        pass

    def dying(self, first, entries):
        if next(calls) == dies_at:
            raise Killed
        return real(self, first, entries)

    with monkeypatch.context() as patched:
        patched.setattr(Log, "publish", dying)
        with pytest.raises(Killed):
            ledger.integrate(ws)
    assert ledger.integrate(ws)["size"] == 7
    assert verified(ws).size == 7


def test_a_database_that_is_older_than_the_ledger_signs_nothing(ws, tmp_path):
    record(ws, 1)
    ledger.integrate(ws)
    ws.store.close()
    shutil.copy(ws.home / "people.db", tmp_path / "backup.db")
    record(ws, 2)
    ledger.integrate(ws)
    ws.store.close()
    before = (ws.ledger_folder / "checkpoint").read_bytes()
    for leftover in ws.home.glob("people.db-*"):
        leftover.unlink()
    shutil.copy(tmp_path / "backup.db", ws.home / "people.db")
    record(ws, 7)
    record(ws, 8)
    with pytest.raises(LedgerError):
        ledger.integrate(ws)
    assert (ws.ledger_folder / "checkpoint").read_bytes() == before


def test_the_verifier_key_lies_beside_the_ledger(ws):
    ledger.integrate(ws)
    assert (ws.home / ledger.VKEY).read_text().strip() == ledger.signer(ws).vkey
