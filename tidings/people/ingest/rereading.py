"""Everything is understood anew, by today's columns.toml: for whoever has mended it after a list was ingested.

The rows lie sealed in the workspace, so the list itself is not needed: it should be gone by now.
"""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import ColumnElement, and_, delete, func, select

from tidings.model import Counts, PersonId, PersonState, opaque_id
from tidings.people.ingest import states
from tidings.people.ingest.arrivals import Arrival, Staged, row_field
from tidings.people.ingest.joining import Intake
from tidings.people.ingest.lists import Readers
from tidings.people.reader import Reader
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import Workspace


def known_batches(ws: Workspace) -> list[int]:
    """Ids of the batches of persons whose rows can be read again."""
    with ws.store.reading() as connection:
        return person_batches(connection, _to_be_read())


def _to_be_read() -> ColumnElement[bool]:
    return and_(persons.c.state != PersonState.JOINED, not_erased())


def reread_batch(ws: Workspace, batch: int) -> Counts:
    """Understands the rows of a batch of persons anew. Returns {persons, changed}."""
    with ws.store.writing() as connection:
        people = list(connection.scalars(select(persons.c.id).where(in_batch(batch), _to_be_read())))
        newest = connection.scalar(select(func.max(lists.c.id)).where(lists.c.state == states.DONE)) or 0
        changed = Intake(ws, connection, newest).reread(people)
    return Counts(persons=len(people), changed=changed)


def lists_with_rejects(ws: Workspace) -> list[int]:
    """Ids of the lists of which refused rows wait."""
    with ws.store.reading() as connection:
        wanted = select(rows.c.list_id).where(rows.c.person_id.is_(None)).distinct().order_by(rows.c.list_id)
        return list(connection.scalars(wanted))


def reread_rejects(ws: Workspace, list_id: int) -> Counts:
    """Takes in those refused rows of a list that are rows like any other by today's rules. Returns {rows, persons, refused}."""
    with ws.vault.steady():
        return _taken_in(ws, list_id)


def _taken_in(ws: Workspace, list_id: int) -> Counts:
    with ws.store.reading() as connection:
        reader = Readers(ws, connection).of(list_id)
        refused = select(rows).where(rows.c.list_id == list_id, rows.c.person_id.is_(None)).order_by(rows.c.number)
        came = [_staged(ws, reader, row) for row in connection.execute(refused).all()]
    fresh = [opaque_id(ws.random) for _ in came]
    ws.vault.new_keys(fresh)
    arrivals = [Arrival(ws, reader, row, PersonId(owner)) for row, owner in zip(came, fresh, strict=True)]
    fine = [arrival for arrival in arrivals if not arrival.refused]
    if not fine:
        return Counts(rows=len(came), persons=0, refused=len(came))
    with ws.store.writing() as connection:
        marks = [arrival.row.row_mark for arrival in fine]
        for mark in marks:
            connection.execute(delete(rows).where(rows.c.mark == mark, rows.c.person_id.is_(None)))
        counts = Intake(ws, connection, list_id).take([arrival.row for arrival in fine], fine)
    return Counts(rows=len(came), persons=counts["persons"], refused=len(came) - len(fine))


def _staged(ws: Workspace, reader: Reader, row: Any) -> Staged:
    body = ws.vault.open_sealed(row.key, row_field(bytes(row.mark)), 1, Sealed(row.sealed))
    cells, _remarks, line = orjson.loads(body)
    return Staged(ws, reader, row.number, line, cells, "")
