"""The end of an incident: closed, when nobody is told any more; ended, when its retention is over.

Closing destroys the lookup key and takes the marks away: nobody can be found by a number or a name any more, whatever is
known of them. Ending destroys everybody's keys and the incident key. Both are safe to run twice and to kill.
"""

from __future__ import annotations

from collections.abc import Callable

import orjson
from sqlalchemy import Column, ColumnElement, Connection, Table, bindparam, delete, func, select, update

from tidings import ledger
from tidings.contacts import contact_field
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError, WorkspaceError
from tidings.model import Counts, PersonState
from tidings.people.ingest import row_field
from tidings.stewardship.erasure import everybody_left, pending_erasures
from tidings.stewardship.retention import DAY
from tidings.store.entries import about_nobody
from tidings.store.people import count_persons, in_batch, not_erased, person_batches
from tidings.store.tables import addresses, contacts, decisions, entries, lists, lookups, persons, rows, sheets, traits
from tidings.store.tables import workspace as workspace_table
from tidings.vault import NamedKey, Sealed
from tidings.workspace import Workspace

UNFINISHED = (PersonState.ENROLLED, PersonState.PLANNED, PersonState.SENDING, PersonState.UNKNOWN)
LOOKUP, INCIDENT, REFUSED_ROWS = "lookup", "incident", "refused-rows"
"""Whose key an entry `key.destroyed` is of."""


def is_closed(ws: Workspace) -> bool:
    with ws.store.reading() as connection:
        return connection.scalar(select(workspace_table.c.closed_at)) is not None


def close_incident(ws: Workspace, *, anyway: bool = False) -> Counts:
    """Closes the incident: nothing is read, planned or sent from here on. Returns {persons, unfinished}.

    Raises WorkspaceError UNFINISHED if somebody still waits for a notice or for news of one, unless `anyway`.
    """
    with ws.store.writing() as connection:
        unfinished = connection.scalar(select(func.count()).where(persons.c.state.in_(UNFINISHED))) or 0
        listed = connection.scalar(select(func.count()).select_from(lists).where(lists.c.state != "done")) or 0
        if connection.scalar(select(workspace_table.c.closed_at)) is None:
            if (unfinished or listed) and not anyway:
                raise WorkspaceError(WorkspaceError.Code.UNFINISHED, f"{unfinished} people, {listed} lists")
            connection.execute(update(workspace_table).values(closed_at=ws.now()))
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.INCIDENT_CLOSED, persons=count_persons(connection))
            recorder.flush()
        batches = person_batches(connection, not_erased())
    for batch in batches:
        with ws.store.writing() as connection:
            people = select(persons.c.id).where(in_batch(batch), not_erased())
            _take_marks(ws, connection, contacts, contacts.c.person_id, contact_field, contacts.c.person_id.in_(people))
            _take_marks(ws, connection, rows, rows.c.key, row_field, rows.c.person_id.in_(people))
    with ws.store.writing() as connection:
        _take_marks(ws, connection, rows, rows.c.key, row_field, rows.c.person_id.is_(None))
        _take_other_marks(ws, connection)
    if ws.vault.has_named_key(NamedKey.LOOKUP):
        ws.vault.destroy_named(NamedKey.LOOKUP)
    if ws.vault.has_named_key(NamedKey.LOOKUP):
        raise KeyStoreError(KeyStoreError.Code.NOT_DESTROYED)
    with ws.store.writing() as connection:
        _note_destroyed(ws, connection, LOOKUP)
    ws.store.truncate_log()
    return Counts(persons=sum(1 for _ in everybody_left(ws)), unfinished=unfinished)


def end_due(ws: Workspace) -> bool:
    """Whether the incident's retention is over: it was closed that long ago."""
    days = ws.incident.retention.after_close_days
    with ws.store.reading() as connection:
        closed_at = connection.scalar(select(workspace_table.c.closed_at))
    return days is not None and closed_at is not None and closed_at + days * DAY <= ws.now()


def end_retention(ws: Workspace) -> Counts:
    """Destroys what is left: refused rows, then every key and the incident key. Returns {ended}, 0 if it is not time.

    Everybody must be erased by then. The entry that announces it is published first, since the incident key also wraps the
    ledger's signing key; the one that says it happened is signed from memory, and lacks only if this very moment is killed.
    """
    if not end_due(ws) or everybody_left(ws) or pending_erasures(ws):
        return Counts(ended=0)
    with ws.store.writing() as connection:
        _destroy_refused_rows(ws, connection)
        if not connection.scalar(select(func.count()).where(entries.c.kind == EntryKind.RETENTION_ENDED)):
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.RETENTION_ENDED, persons=count_persons(connection))
            recorder.flush()
    ledger.integrate(ws)
    signs = ledger.signers(ws)
    ws.vault.end()
    with ws.store.writing() as connection:
        _note_destroyed(ws, connection, INCIDENT)
    ledger.integrate(ws, signs)
    ws.store.truncate_log()
    return Counts(ended=1)


def _take_marks(
    ws: Workspace,
    connection: Connection,
    table: Table,
    owner: Column[str],
    field: Callable[[bytes], str],
    which: ColumnElement[bool],
) -> None:
    """The mark of a contact or a row is part of the place where it is sealed, so each is sealed anew beside a mark that
    means nothing. What cannot be opened any more is emptied.
    """
    found = connection.execute(select(table.c.id, table.c.mark, table.c.sealed, owner.label("owner")).where(which)).all()
    ws.vault.preload(sorted({row.owner for row in found}))
    changed = []
    for row in found:
        mark, person = ws.random(32), row.owner
        try:
            plain = ws.vault.open_sealed(person, field(bytes(row.mark)), 1, Sealed(row.sealed))
        except KeyStoreError as error:
            if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                raise
            sealed = b""
        else:
            sealed = ws.vault.seal(person, field(mark), 1, plain).data
        changed.append({"one": row.id, "nothing": mark, "again": sealed})
    if changed:
        anew = update(table).where(table.c.id == bindparam("one"))
        connection.execute(anew.values(mark=bindparam("nothing"), sealed=bindparam("again")), changed)


def _take_other_marks(ws: Workspace, connection: Connection) -> None:
    for table in (addresses, traits, lookups):
        connection.execute(delete(table))
    _blank_decisions(ws, connection)
    connection.execute(update(persons).values(mark=None))
    for table in (lists, sheets):
        ids = list(connection.scalars(select(table.c.id)))
        if ids:
            anew = update(table).where(table.c.id == bindparam("one")).values(mark=bindparam("nothing"))
            connection.execute(anew, [{"one": one, "nothing": ws.random(32)} for one in ids])


def _blank_decisions(ws: Workspace, connection: Connection) -> None:
    """What was decided stays, and on whom; of which contact, and on what ground, was said by marks."""
    made = connection.execute(select(decisions.c.id, decisions.c.contact_mark)).all()
    if made:
        anew = update(decisions).where(decisions.c.id == bindparam("one"))
        connection.execute(
            anew.values(contact_mark=bindparam("contact"), basis=bindparam("nothing")),
            [
                {"one": row.id, "contact": None if row.contact_mark is None else ws.random(32), "nothing": ws.random(32)}
                for row in made
            ],
        )


def _destroy_refused_rows(ws: Workspace, connection: Connection) -> None:
    """Rows that became nobody: each has a key of its own."""
    owners = list(connection.scalars(select(rows.c.key).where(rows.c.person_id.is_(None))))
    if owners:
        ws.vault.destroy_all(owners)
        connection.execute(delete(rows).where(rows.c.person_id.is_(None)))
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.KEY_DESTROYED, key=REFUSED_ROWS, keys=len(owners))
        recorder.flush()


def _note_destroyed(ws: Workspace, connection: Connection, key: str) -> None:
    noted = about_nobody(connection, EntryKind.KEY_DESTROYED)
    if not any(orjson.loads(body)["key"] == key for body in noted):
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.KEY_DESTROYED, key=key, keys=1)
        recorder.flush()
