"""Whose time is over: by incident.toml, days after they were reached, or days after the incident was closed.

The ledger's own entries say when somebody was reached, to the hour; nothing else keeps that for good.
"""

from __future__ import annotations

import orjson
from sqlalchemy import Connection, select

from tidings.entry import EntryKind, hour_began
from tidings.model import Counts, PersonId, PersonState
from tidings.stewardship.erasure import RETENTION, erase, finish_erasures, pending_erasures
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import entries, persons
from tidings.store.tables import workspace as workspace_table
from tidings.workspace import Workspace

DAY = 86_400
REACHED_STATES = (PersonState.DELIVERED,)
REACHED_KINDS = (EntryKind.NOTICE_DELIVERED,)
"""What counts as reached. Whoever adds an acknowledgement adds its state and its entry here."""


def erase_due_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody's time may be over. Finishes first what a run that was killed has begun."""
    finish_erasures(ws, pending_erasures(ws))
    with ws.store.reading() as connection:
        if _closed_for_long(ws, connection):
            return person_batches(connection, not_erased())
        if ws.incident.retention.after_delivery_days is None:
            return []
        return person_batches(connection, persons.c.state.in_(REACHED_STATES))


def erase_due(ws: Workspace, batch: int) -> Counts:
    """Erases those of a batch whose time is over. Returns {erased}."""
    with ws.store.reading() as connection:
        if _closed_for_long(ws, connection):
            wanted = select(persons.c.id).where(in_batch(batch), not_erased())
            due = [PersonId(person) for person in connection.scalars(wanted)]
        else:
            due = _reached_long_ago(ws, connection, batch)
    return erase(ws, due, RETENTION) if due else Counts(erased=0)


def _closed_for_long(ws: Workspace, connection: Connection) -> bool:
    days = ws.incident.retention.after_close_days
    closed_at = connection.scalar(select(workspace_table.c.closed_at))
    return days is not None and closed_at is not None and closed_at + days * DAY <= ws.now()


def _reached_long_ago(ws: Workspace, connection: Connection, batch: int) -> list[PersonId]:
    days = ws.incident.retention.after_delivery_days
    if days is None:
        return []
    wanted = (
        select(entries.c.person_id, entries.c.body)
        .select_from(entries.join(persons, persons.c.id == entries.c.person_id))
        .where(in_batch(batch), persons.c.state.in_(REACHED_STATES), entries.c.kind.in_(REACHED_KINDS))
        .order_by(entries.c.sequence)
    )
    last = {PersonId(row.person_id): _seconds(orjson.loads(row.body)["at"]) for row in connection.execute(wanted)}
    return [person for person, at in last.items() if at + days * DAY <= ws.now()]


def _seconds(hour: str) -> float:
    """An entry's hour. Its end counts: nobody is erased early."""
    return hour_began(hour).timestamp() + 3600
