"""A batch of staged rows becomes persons, in one transaction. Everything slow is done before it: reading, sealing, marking."""

from __future__ import annotations

import orjson
from sqlalchemy import select, update

from tidings.model import Counts, PersonId, opaque_id
from tidings.people.ingest import states
from tidings.people.ingest.arrivals import Arrival, Staged
from tidings.people.ingest.joining import Intake, known_rows
from tidings.people.ingest.lists import Readers
from tidings.people.values.cldr import load_names
from tidings.store.tables import batches, lists
from tidings.uncollected import uncollected
from tidings.vault import Sealed
from tidings.workspace import Workspace


def staged_batches(ws: Workspace, list_id: int) -> list[int]:
    """Ids of the batches whose rows are not persons yet. They may be taken in any order and side by side."""
    return _batches(ws, list_id, states.STAGED)


def parked_batches(ws: Workspace, list_id: int) -> list[int]:
    """Ids of the batches in which rows without a reference number wait until everybody with one is known. In this order,
    one after the other: which of two equal rows is first decides who they join.
    """
    return _batches(ws, list_id, states.PARKED)


def _batches(ws: Workspace, list_id: int, state: str) -> list[int]:
    with ws.store.reading() as connection:
        wanted = select(batches.c.id).where(batches.c.list_id == list_id, batches.c.state == state).order_by(batches.c.number)
        return list(connection.scalars(wanted))


def ingest_batch(ws: Workspace, batch_id: int) -> Counts:
    """Makes persons of a staged or parked batch. {rows, persons, refused, repeated, mended, parked}; {} if it was done."""
    load_names()
    with uncollected(), ws.vault.steady():  # what is sealed ahead must not be resealed by others before it is stored
        return _ingested(ws, batch_id)


def _ingested(ws: Workspace, batch_id: int) -> Counts:
    with ws.store.reading() as connection:
        batch = connection.execute(select(batches).where(batches.c.id == batch_id)).one()
        if batch.state == states.DONE:
            return Counts()
        source = connection.execute(select(lists).where(lists.c.id == batch.list_id)).one()
        reader = Readers(ws, connection).of(batch.list_id)
        staged = orjson.loads(ws.vault.open_sealed(source.staging, _field(batch.state), batch.number, Sealed(batch.sealed)))
        came = [Staged(ws, reader, *row) for row in staged]
        known = known_rows(connection, came)
    strange = list({row.row_mark: row for row in came if row.row_mark not in known}.values())
    fresh = [opaque_id(ws.random) for _ in strange]
    ws.vault.new_keys(fresh)  # more than are needed, perhaps: a key that seals nothing does no harm
    arrivals = [Arrival(ws, reader, row, PersonId(owner)) for row, owner in zip(strange, fresh, strict=True)]
    parked: list[Arrival] = []
    if batch.state == states.STAGED and reader.has_reference:
        parked = [arrival for arrival in arrivals if not arrival.refused and arrival.person_mark is None]
        arrivals = [arrival for arrival in arrivals if arrival.refused or arrival.person_mark is not None]
    waiting = {arrival.row.row_mark for arrival in parked}
    with ws.store.writing() as connection:
        if connection.scalar(select(batches.c.state).where(batches.c.id == batch_id)) != batch.state:
            return Counts()
        intake = Intake(ws, connection, batch.list_id)
        counts = intake.take([row for row in came if row.row_mark not in waiting], arrivals)
        counts["parked"] = sum(row.row_mark in waiting for row in came)
        left = _sealed_again(ws, source.staging, batch.number, [row for row in came if row.row_mark in waiting])
        sums = {name: batches.c[name] + counts[name] for name in ("persons", "refused", "repeated", "mended")}
        connection.execute(
            update(batches)
            .where(batches.c.id == batch_id)
            .values(state=states.PARKED if left else states.DONE, sealed=left, **sums)
        )
    return counts


def _field(state: str) -> str:
    return "staged" if state == states.STAGED else "parked"


def _sealed_again(ws: Workspace, owner: str, number: int, waiting: list[Staged]) -> bytes | None:
    if not waiting:
        return None
    body = orjson.dumps([[row.number, row.line, row.cells, row.token] for row in waiting])
    return ws.vault.seal(owner, "parked", number, body).data
