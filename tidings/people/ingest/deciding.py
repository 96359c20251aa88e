"""A human's word on a likely pair: one person, or two. Until it is said, both wait.

Of one person, the record that came first stays, unless only the other was told already; it takes over the other's rows. The
other is `joined`: it counts as enrolled, stays in the ledger, and is never written to.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, or_, select, update

from tidings.entry import EntryKind
from tidings.errors import ListError
from tidings.model import PersonId, PersonState
from tidings.people.ingest.arrivals import addresses_of, row_field, seal_record, trait_marks
from tidings.people.ingest.folding import fold, replacing_lists, rows_of
from tidings.people.ingest.lists import Readers
from tidings.people.likeness import traces
from tidings.store import insert_unless_there
from tidings.store.tables import OPEN_PAIR, addresses, attempts, contacts, pairs, persons, rows, traits
from tidings.vault import Sealed
from tidings.workspace import Workspace

DIFFERENT = "different"
SAME = "same"


def open_pairs(ws: Workspace) -> list[tuple[PersonId, PersonId]]:
    """Pairs that wait for a human, in the order of their lists."""
    with ws.store.reading() as connection:
        wanted = select(pairs.c.first_id, pairs.c.second_id).where(pairs.c.state == OPEN_PAIR)
        return list(connection.execute(wanted.order_by(pairs.c.list_id, pairs.c.first_id, pairs.c.second_id)).tuples())


def decide_pair(ws: Workspace, one: PersonId, other: PersonId, *, same: bool) -> None:
    """Settles a pair. Safe to run twice. Raises ListError NO_PAIR, or BOTH_TOLD: two who were told cannot become one."""
    with ws.store.writing() as connection:
        between = or_(
            (pairs.c.first_id == one) & (pairs.c.second_id == other), (pairs.c.first_id == other) & (pairs.c.second_id == one)
        )
        pair = connection.execute(select(pairs).where(between)).one_or_none()
        if pair is None:
            raise ListError(ListError.Code.NO_PAIR)
        word = SAME if same else DIFFERENT
        if pair.state == word:
            return
        if pair.state == SAME:
            raise ListError(ListError.Code.NO_PAIR)
        if same:
            _join(ws, connection, pair.first_id, pair.second_id)
        connection.execute(update(pairs).where(between).values(state=word))
        connection.execute(
            update(persons)
            .where(persons.c.id.in_([one, other]), persons.c.state != PersonState.JOINED)
            .values(planned_revision=0)
        )
        recorder = ws.recorder(connection)
        for person in (pair.first_id, pair.second_id):
            recorder.add(EntryKind.PAIR_DECIDED, person, outcome=word)
        recorder.flush()


def _join(ws: Workspace, connection: Connection, first: PersonId, second: PersonId) -> None:
    told = set(connection.scalars(select(attempts.c.person_id).where(attempts.c.person_id.in_([first, second])).distinct()))
    if len(told) == 2:
        raise ListError(ListError.Code.BOTH_TOLD)
    stays, goes = (second, first) if told == {second} else (first, second)
    _hand_over_rows(ws, connection, goes, stays)
    _end(connection, goes, stays)
    _write_anew(ws, connection, stays)


def _hand_over_rows(ws: Workspace, connection: Connection, goes: PersonId, stays: PersonId) -> None:
    """Each row is sealed anew, since a sealed value opens in its owner's place only."""
    ws.vault.preload([goes, stays])
    for row in connection.execute(select(rows).where(rows.c.person_id == goes)).all():
        body = ws.vault.open_sealed(goes, row_field(bytes(row.mark)), 1, Sealed(row.sealed))
        sealed = ws.vault.seal(stays, row_field(bytes(row.mark)), 1, body).data
        connection.execute(update(rows).where(rows.c.id == row.id).values(person_id=stays, key=stays, sealed=sealed))


def _end(connection: Connection, goes: PersonId, stays: PersonId) -> None:
    for table in (addresses, traits):
        connection.execute(delete(table).where(table.c.person_id == goes))
    connection.execute(update(contacts).where(contacts.c.person_id == goes).values(state="gone"))
    ended = {"state": PersonState.JOINED, "rule": None, "joined_to": stays, "planned_revision": persons.c.revision, "gone_by": 0}
    connection.execute(update(persons).where(persons.c.id == goes).values(**ended))
    connection.execute(update(persons).where(persons.c.joined_to == goes).values(joined_to=stays))
    # What else might have been the one who went might be the one who stays: those pairs are looked at again by their lists.
    connection.execute(delete(pairs).where(pairs.c.state == OPEN_PAIR, _with(goes), ~_with(stays)))


def _with(person: PersonId) -> Any:
    return or_(pairs.c.first_id == person, pairs.c.second_id == person)


def _write_anew(ws: Workspace, connection: Connection, person: PersonId) -> None:
    found = connection.execute(select(persons).where(persons.c.id == person)).one()
    placed = rows_of(ws, connection, Readers(ws, connection), [person])[person]
    record = fold(placed, replacing_lists(connection), decided=True)
    sealed, commitment = seal_record(ws, person, found.revision + 1, record)
    connection.execute(update(persons).where(persons.c.id == person).values(revision=found.revision + 1, sealed=sealed))
    marks = trait_marks(ws, traces(record))[1]
    insert_unless_there(connection, traits, [{"mark": mark, "person_id": person} for mark in marks])
    mark = ws.vault.mark
    given: list[dict[str, object]] = [{"mark": mark("address", one), "person_id": person} for one in addresses_of(record)]
    if given:
        insert_unless_there(connection, addresses, given)
    recorder = ws.recorder(connection)
    recorder.add(EntryKind.PERSON_CHANGED, person, commitment=commitment)
    recorder.flush()
