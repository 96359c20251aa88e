"""New keys for everybody, and everything sealed anew: for after somebody may have read keys that were open.

A batch of people first gets new keys, with the former ones kept beside them, so that everything opens all the while. Then
what is sealed under a former key is sealed anew. When a whole pass finds nothing left, the former keys are destroyed. A
person's notice code and commitments stay: they are derived from another key, which they keep.
"""

from __future__ import annotations

import orjson
from sqlalchemy import ColumnElement, Connection, Table, and_, false, func, select, update

from tidings.contacts import LOOSENING_FIELD, contact_field, decision_field, lookup_field
from tidings.delivery import letter_field, letter_file
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError
from tidings.model import AttemptId, Counts, PersonId
from tidings.officers import opening_field
from tidings.people.ingest import row_field
from tidings.store import in_parts
from tidings.store.entries import about_nobody
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import attempts, contacts, decisions, lookups, loosenings, openings, persons, rows
from tidings.vault import Sealed, write_private
from tidings.workspace import Workspace


def begin_reseal(ws: Workspace) -> Counts:
    """Begins, or goes on where a run was killed. Returns {generation}."""
    _note(ws)
    return Counts(generation=ws.vault.begin_new_keys())


def reseal_batches(ws: Workspace) -> list[int]:
    with ws.store.reading() as connection:
        return person_batches(connection, not_erased())


def reseal_batch(ws: Workspace, batch: int) -> Counts:
    """New keys for the people of a batch, and their values under them. Returns {values}: how many were still under former
    keys. Safe to run twice: then it is 0.

    Whoever cannot be opened at all keeps what they have; they are counted in {unopened}.
    """
    with ws.store.reading() as connection:
        people = [PersonId(one) for one in connection.scalars(select(persons.c.id).where(in_batch(batch), not_erased()))]
    ws.vault.renew_keys(people)
    ws.vault.preload(people)
    counts = _letters(ws, people)
    with ws.store.writing() as connection:
        return counts + _Values.of_batch(ws, connection, batch)


def reseal_refused(ws: Workspace) -> Counts:
    """As `reseal_batch`, for what is nobody's and has keys of its own: rows that became nobody, and why rules were loosened."""
    with ws.store.reading() as connection:
        owners = list(connection.scalars(select(rows.c.key).where(rows.c.person_id.is_(None))))
        loosened = list(connection.scalars(select(loosenings.c.key)))
    counts = Counts(values=0, unopened=0)
    for part in in_parts(owners):
        ws.vault.renew_keys(part)
        ws.vault.preload(part)
        with ws.store.writing() as connection:
            counts += _Values(ws, connection, rows.c.key.in_(part), openings.c.person_id.in_(part)).of_rows()
    ws.vault.renew_keys(loosened)
    with ws.store.writing() as connection:
        return counts + _Values.of_loosenings(ws, connection)


def end_reseal(ws: Workspace) -> Counts:
    """Destroys the former keys; then the ledger says so. Only after a whole pass has found nothing left. Returns {persons}.

    Raises KeyStoreError NOT_DESTROYED.
    """
    ws.vault.end_new_keys()
    ws.store.truncate_log()
    return Counts(persons=_note(ws))


def _note(ws: Workspace) -> int:
    """Writes the entry of the newest generation, unless it is there, or people are still getting keys of it."""
    ring = ws.vault.ring
    with ws.store.writing() as connection:
        count = connection.scalar(select(func.count()).where(not_erased())) or 0
        noted = about_nobody(connection, EntryKind.KEY_RENEWED)
        if not ring.resealing and ring.generation > max((int(orjson.loads(one)["generation"]) for one in noted), default=0):
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.KEY_RENEWED, generation=ring.generation, persons=count)
            recorder.flush()
    return count


class _Values:
    """What people.db holds of some owners, in one transaction."""

    def __init__(
        self, ws: Workspace, connection: Connection, which_rows: ColumnElement[bool], which_openings: ColumnElement[bool]
    ) -> None:
        self._ws, self._connection = ws, connection
        self._rows, self._openings = which_rows, which_openings
        self._counts = Counts(values=0, unopened=0)

    @classmethod
    def of_batch(cls, ws: Workspace, connection: Connection, batch: int) -> Counts:
        """Of the people of a batch: their records and contacts too."""
        people = select(persons.c.id).where(in_batch(batch), not_erased())
        values = cls(ws, connection, rows.c.person_id.in_(people), openings.c.person_id.in_(people))
        for row in connection.execute(select(persons).where(in_batch(batch), not_erased())).all():
            values._one(persons, persons.c.id == row.id, row.id, "record", row.revision, row.sealed)
        for row in connection.execute(select(contacts).where(contacts.c.person_id.in_(people))).all():
            values._one(contacts, contacts.c.id == row.id, row.person_id, contact_field(bytes(row.mark)), 1, row.sealed)
        for row in connection.execute(select(decisions).where(decisions.c.person_id.in_(people))).all():
            field = decision_field(bytes(row.commitment))
            values._one(decisions, decisions.c.id == row.id, row.person_id, field, 1, row.sealed)
        for row in connection.execute(select(lookups).where(lookups.c.person_id.in_(people))).all():
            where = and_(lookups.c.person_id == row.person_id, lookups.c.mark == row.mark)
            values._one(lookups, where, row.person_id, lookup_field(bytes(row.mark)), row.asked_at, row.sealed)
        return values.of_rows()

    @classmethod
    def of_loosenings(cls, ws: Workspace, connection: Connection) -> Counts:
        """Officers loosen a rule now and then: all of them at once."""
        values = cls(ws, connection, false(), false())
        for row in connection.execute(select(loosenings)).all():
            values._one(loosenings, loosenings.c.id == row.id, row.key, LOOSENING_FIELD, 1, row.sealed)
        return values.of_rows()

    def of_rows(self) -> Counts:
        for row in self._connection.execute(select(rows).where(self._rows)).all():
            self._one(rows, rows.c.id == row.id, row.key, row_field(bytes(row.mark)), 1, row.sealed)
        for row in self._connection.execute(select(openings).where(self._openings)).all():
            field = opening_field(bytes(row.commitment))
            self._one(openings, openings.c.id == row.id, row.person_id, field, 1, row.sealed)
        return self._counts

    def _one(self, table: Table, where: ColumnElement[bool], owner: str, field: str, revision: int, sealed: bytes | None) -> None:
        if not sealed:
            return
        try:
            again = self._ws.vault.sealed_anew(owner, field, revision, Sealed(sealed))
        except KeyStoreError as error:
            if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                raise
            self._counts["unopened"] += 1
            return
        if again is not None:
            self._connection.execute(update(table).where(where).values(sealed=again.data))
            self._counts["values"] += 1


def _letters(ws: Workspace, people: list[PersonId]) -> Counts:
    """The sealed files. Each is replaced whole, so that a kill leaves the one or the other, and both open."""
    counts = Counts(values=0, unopened=0)
    with ws.store.reading() as connection:
        made = connection.execute(select(attempts.c.id, attempts.c.person_id).where(attempts.c.person_id.in_(people))).all()
    for row in made:
        file = letter_file(ws, AttemptId(row.id))
        if not file.is_file():
            continue
        try:
            again = ws.vault.sealed_anew(row.person_id, letter_field(AttemptId(row.id)), 1, Sealed(file.read_bytes()))
        except KeyStoreError as error:
            if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                raise
            counts["unopened"] += 1
            continue
        if again is not None:
            write_private(file, again.data)
            counts["values"] += 1
    return counts
