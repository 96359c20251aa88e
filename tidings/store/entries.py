"""Ledger entries beside what they record: written in the same transaction, ordered later by the integrator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from tidings.entry import EntryKind, entry
from tidings.model import PersonId
from tidings.store.store import insert_all
from tidings.store.tables import entries


class Recorder:
    """Collects the entries of one transaction, to be written in one statement by `flush`."""

    def __init__(self, connection: Connection, incident: str, at: datetime) -> None:
        self._connection, self._incident, self.at = connection, incident, at
        self._waiting: list[dict[str, object]] = []

    def add(self, kind: EntryKind, person: PersonId | None = None, **facts: object) -> None:
        body = entry(kind, incident=self._incident, at=self.at, person=person, **facts)
        self._waiting.append({"person_id": person, "kind": kind.value, "body": body})

    def flush(self) -> None:
        if self._waiting:
            insert_all(self._connection, entries, self._waiting)
            self._waiting = []


def nothing_placed(connection: Connection) -> bool:
    """Whether the ledger has not been opened yet."""
    return connection.scalar(select(func.max(entries.c.idx))) is None


def assign_places(connection: Connection) -> int:
    """Gives every entry that has none its place in the ledger, in the order of writing. Returns how many have one.

    The entry that opens the ledger is the first of it, though what it was opened for was written before.
    """
    last = connection.scalar(select(func.max(entries.c.idx)))
    start = 0 if last is None else last + 1
    opening = entries.c.kind == EntryKind.LEDGER_OPENED
    unplaced = select(entries.c.sequence).where(entries.c.idx.is_(None))
    waiting = connection.scalars(unplaced.order_by(opening.desc(), entries.c.sequence)).all()
    if waiting:
        connection.execute(
            update(entries).where(entries.c.sequence == bindparam("at_sequence")).values(idx=bindparam("place")),
            [{"at_sequence": sequence, "place": start + offset} for offset, sequence in enumerate(waiting)],
        )
    return start + len(waiting)


def placed(connection: Connection, first: int, limit: int) -> list[bytes]:
    """The bodies of the entries from place `first` on."""
    found = connection.execute(
        select(entries.c.body).where(entries.c.idx >= first, entries.c.idx < first + limit).order_by(entries.c.idx)
    )
    return [bytes(row.body) for row in found]


def about_nobody(connection: Connection, kind: EntryKind) -> list[bytes]:
    """Bodies of every entry of a kind that names no person, in the order of writing. There are few of them, whatever the list's
    length, and the index of persons finds them: without naming nobody every entry would be read.
    """
    wanted = select(entries.c.body).where(entries.c.person_id.is_(None), entries.c.kind == kind)
    return [bytes(body) for body in connection.scalars(wanted.order_by(entries.c.sequence))]


def of_person(connection: Connection, person: PersonId) -> Iterator[tuple[int | None, bytes]]:
    """(place or none, body) of every entry about one person."""
    found: Iterable[tuple[int | None, bytes]] = connection.execute(
        select(entries.c.idx, entries.c.body).where(entries.c.person_id == person).order_by(entries.c.sequence)
    ).tuples()
    yield from found
