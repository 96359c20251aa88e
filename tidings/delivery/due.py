"""Makes the attempts that are due: one for each track's next contact, of people whose plan is of their newest record."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from tidings.contacts import restate, standings
from tidings.entry import EntryKind
from tidings.model import AttemptState, Counts, PersonId, PersonState, opaque_id
from tidings.store.people import count_persons, in_batch, person_batches
from tidings.store.tables import attempts, contacts, entries, persons
from tidings.workspace import Workspace

_MAY_HAVE_DUE = (PersonState.PLANNED, PersonState.SENDING, PersonState.UNKNOWN)


def close_enrolment(ws: Workspace) -> Counts:
    """Writes how many people are enrolled, unless the ledger's last word on it holds everybody. Returns {enrolled}.

    Whoever is told afterwards was enrolled before: a ledger cannot show by itself that somebody was left out of it.
    """
    with ws.store.writing() as connection:
        counted = select(func.max(entries.c.sequence)).where(entries.c.kind == EntryKind.ENROLMENT_CLOSED)
        last = connection.scalar(counted) or 0
        newer = select(func.count()).where(entries.c.kind == EntryKind.PERSON_ENROLLED, entries.c.sequence > last)
        enrolled = count_persons(connection)
        if connection.scalar(newer):
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.ENROLMENT_CLOSED, persons=enrolled)
            recorder.flush()
    return Counts(enrolled=enrolled)


def due_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody may have a contact that is due."""
    with ws.store.reading() as connection:
        return person_batches(connection, persons.c.state.in_(_MAY_HAVE_DUE))


def make_due(ws: Workspace, batch: int) -> Counts:
    """Plans the attempts of a batch. Returns {due}."""
    version = ws.incident.version
    with ws.store.writing() as connection:
        people = _people(connection, batch)
        due = {person: stand.due for person, stand in standings(connection, version, people).items() if stand.due}
        channels = _channels(connection, [contact for found in due.values() for contact in found])
        planned = [
            {
                "id": opaque_id(ws.random),
                "person_id": person,
                "contact_id": contact,
                "version": version,
                "channel": channels[contact],
                "state": AttemptState.PLANNED,
                "code": "",
                "tries": 0,
                "not_before": 0,
                "provider_id": "",
            }
            for person, found in due.items()
            for contact in found
        ]
        if planned:
            connection.execute(insert(attempts), planned)
            restate(connection, version, due)
    return Counts(due=len(planned))


def _people(connection: Connection, batch: int) -> list[PersonId]:
    wanted = select(persons.c.id).where(
        in_batch(batch), persons.c.state.in_(_MAY_HAVE_DUE), persons.c.planned_revision == persons.c.revision
    )
    return [PersonId(person) for person in connection.scalars(wanted)]


def _channels(connection: Connection, wanted: list[int]) -> dict[int, str]:
    if not wanted:
        return {}
    found = select(contacts.c.id, contacts.c.channel).where(contacts.c.id.between(min(wanted), max(wanted)))
    return dict(connection.execute(found).tuples().all())
