"""Closed: nobody can be found, planned or told any more. Ended: nothing can be opened at all, and the ledger still verifies."""

import orjson
import pytest
from sqlalchemy import func, select, update
from stewarding import everybody, open_all

from tidings import delivery, ledger, stewardship
from tidings.delivery.claims import anything_due
from tidings.errors import KeyStoreError, WorkspaceError
from tidings.model import Channel
from tidings.people import ingest
from tidings.store.tables import addresses, contacts, entries, lists, lookups, persons, rows
from tidings.vault import NamedKey
from tidings.workspace import open_workspace

DAY = 86_400


def kinds(ws):
    with ws.store.reading() as connection:
        return [orjson.loads(body) for body in connection.scalars(select(entries.c.body).order_by(entries.c.sequence))]


def test_people_who_still_wait_stop_it_unless_it_is_said(ws):
    with pytest.raises(WorkspaceError) as refused:
        stewardship.close_incident(ws)
    assert refused.value.code is WorkspaceError.Code.UNFINISHED
    assert not stewardship.is_closed(ws)
    assert ws.vault.has_named_key(NamedKey.LOOKUP)
    stewardship.close_incident(ws, anyway=True)
    assert stewardship.is_closed(ws)


def test_the_lookup_key_and_every_mark_go_and_everything_still_opens(ws):
    before = set()
    with ws.store.reading() as connection:
        count = open_all(ws) - connection.scalar(select(func.count()).select_from(lookups))
        for table in (persons, rows, addresses, contacts, lists):
            before |= {bytes(mark) for mark in connection.scalars(select(table.c.mark)) if mark}
    number = ws.vault.mark("phone", "+1")
    assert number
    stewardship.close_incident(ws, anyway=True)
    with ws.store.reading() as connection:
        after = set()
        for table in (persons, rows, addresses, contacts, lists):
            after |= {bytes(mark) for mark in connection.scalars(select(table.c.mark)) if mark}
    assert not before & after
    everything = b"".join(file.read_bytes() for file in ws.home.glob("people.db*"))
    assert not any(mark in everything for mark in before)
    assert not ws.vault.has_named_key(NamedKey.LOOKUP)
    assert open_all(ws) == count
    with pytest.raises(KeyStoreError) as refused:
        ws.vault.mark("phone", "+1")
    assert refused.value.code is KeyStoreError.Code.CLOSED


def test_nothing_is_sent_afterwards(ws):
    assert anything_due(ws, Channel.SMS)
    stewardship.close_incident(ws, anyway=True)
    assert not anything_due(ws, Channel.SMS)
    assert all(delivery.make_due(ws, batch) == {"due": 0} for batch in delivery.due_batches(ws))


def test_no_list_is_read_and_nobody_planned_afterwards(ws, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("a_number,last_name\nA123456789,NOBODY\n")
    stewardship.close_incident(ws, anyway=True)
    with pytest.raises(KeyStoreError) as refused:
        ingest.take_list(ws, file)
    assert refused.value.code is KeyStoreError.Code.CLOSED


def test_twice_is_once(ws):
    for _ in range(2):
        stewardship.close_incident(ws, anyway=True)
    said = [body["kind"] for body in kinds(ws)]
    assert said.count("incident.closed") == 1
    assert said.count("key.destroyed") == 1
    open_all(ws)


def test_at_the_end_of_retention_nothing_opens_and_the_ledger_verifies(settings):
    incident = settings.config / "incidents/example/incident.toml"
    incident.write_text(incident.read_text() + "\n[retention]\nafter_close_days = 90\n")
    clock = [1_900_000_000.0]
    with open_workspace(settings, clock=lambda: clock[0]) as ws:
        verifier = ledger.signer(ws).verifier
        stewardship.close_incident(ws, anyway=True)
        clock[0] += 90 * DAY - 1
        assert stewardship.erase_due_batches(ws) == []
        assert stewardship.end_retention(ws) == {"ended": 0}
        clock[0] += 1
        assert stewardship.end_retention(ws) == {"ended": 0}, "people come first"
        erased = sum(stewardship.erase_due(ws, batch)["erased"] for batch in stewardship.erase_due_batches(ws))
        assert erased == len(everybody(ws))
        found = delivery.status(ws)
        assert found["states"]["erased"] == found["persons"] == erased
        assert stewardship.end_retention(ws) == {"ended": 1}
        said = kinds(ws)
    assert [body.get("key") for body in said if body["kind"] == "key.destroyed"] == ["lookup", "refused-rows", "incident"]
    assert ledger.verify(settings.home / "ledger", verifier).size == len(said)
    assert not (settings.home / "incident.key").exists()
    with pytest.raises(KeyStoreError) as refused:
        open_workspace(settings)
    assert refused.value.code is KeyStoreError.Code.ENDED
    database = (settings.home / "keys.db").read_bytes()
    assert len(database) < 40_000
    assert update(persons) is not None


def test_what_was_looked_up_goes_with_the_marks(ws):
    with ws.store.reading() as connection:
        marks = [bytes(mark) for mark in connection.scalars(select(lookups.c.mark))]
    assert marks
    stewardship.close_incident(ws, anyway=True)
    with ws.store.reading() as connection:
        assert connection.execute(select(lookups)).first() is None
    left = b"".join(file.read_bytes() for file in ws.home.glob("people.db*"))
    assert not any(mark in left for mark in marks)
