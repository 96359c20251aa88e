"""Makes the attempts that are due: one for each track's next contact, of people whose plan is of their newest record."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, func, insert, or_, select

from tidings.contacts import plan_is_current, restate, standings
from tidings.delivery.approving import say_what_is_required
from tidings.delivery.claims import Kept, write
from tidings.delivery.states import Change
from tidings.entry import EntryKind
from tidings.model import AttemptId, AttemptState, Channel, Counts, PersonId, PersonState, opaque_id
from tidings.receipts.interface import ReceiptEvent
from tidings.store.people import count_persons, in_batch, person_batches
from tidings.store.tables import attempts, contacts, entries, persons, receipts, workspace
from tidings.workspace import Workspace

_MAY_HAVE_DUE = (PersonState.PLANNED, PersonState.SENDING, PersonState.UNKNOWN)
_NO_MORE = (ReceiptEvent.COMPLAINED, ReceiptEvent.OPTED_OUT)
UNWELCOME = "contact.unwelcome"


def close_enrolment(ws: Workspace) -> Counts:
    """Writes how many people are enrolled, unless the ledger's last word on it holds everybody. Returns {enrolled}.

    Whoever is told afterwards was enrolled before: a ledger cannot show by itself that somebody was left out of it.
    """
    with ws.store.writing() as connection:
        counted = select(func.max(entries.c.sequence)).where(entries.c.kind == EntryKind.ENROLMENT_CLOSED)
        last = connection.scalar(counted) or 0
        newer = select(func.count()).where(entries.c.kind == EntryKind.PERSON_ENROLLED, entries.c.sequence > last)
        enrolled = count_persons(connection)
        recorder = ws.recorder(connection)
        if connection.scalar(newer):
            recorder.add(EntryKind.ENROLMENT_CLOSED, persons=enrolled)
        say_what_is_required(ws, connection, recorder)
        recorder.flush()
    return Counts(enrolled=enrolled)


def due_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody may have a contact that is due."""
    with ws.store.reading() as connection:
        return person_batches(connection, persons.c.state.in_(_MAY_HAVE_DUE))


def make_due(ws: Workspace, batch: int) -> Counts:
    """Plans the attempts of a batch. Returns {due}."""
    version = ws.incident.version
    counts = Counts(due=0)
    with ws.store.writing() as connection:
        if connection.scalar(select(workspace.c.closed_at)) is not None:
            return counts
        people: Collection[PersonId] = _people(connection, batch)
        while people:
            stands = standings(connection, version, people)
            due = {contact: person for person, stand in stands.items() for contact in stand.due}
            unwelcome = _unwelcome(connection, due)
            _plan(ws, connection, due, unwelcome)
            counts["due"] += len(due) - len(unwelcome)
            people = {due[contact] for contact in unwelcome}  # they may have a next contact
    return counts


def _plan(ws: Workspace, connection: Connection, due: Mapping[int, PersonId], unwelcome: Collection[int]) -> None:
    if not due:
        return
    channels = _channels(connection, due)
    refused = Change(AttemptState.FAILED_PERMANENT, UNWELCOME, EntryKind.NOTICE_FAILED)
    planned = [
        Kept(
            AttemptState.PLANNED,
            attempt=AttemptId(opaque_id(ws.random)),
            person=person,
            channel=Channel(channels[contact]),
            version=ws.incident.version,
        )
        for contact, person in due.items()
    ]
    rows = [
        {
            "id": one.attempt,
            "person_id": one.person,
            "contact_id": contact,
            "version": one.version,
            "channel": one.channel,
            "state": one.state,
            "code": "",
            "tries": 0,
            "not_before": 0,
            "provider_id": "",
        }
        for contact, one in zip(due, planned, strict=True)
    ]
    connection.execute(insert(attempts), rows)
    write(ws, connection, [(one, refused) for contact, one in zip(due, planned, strict=True) if contact in unwelcome])
    restate(connection, ws.incident.version, set(due.values()))


def _unwelcome(connection: Connection, due: Collection[int]) -> set[int]:
    """Those of these contacts that asked, after an earlier version, for no more messages: not written to again."""
    said = attempts.alias()  # the attempt that the receipt is kept with; others travelled in the same message
    travelled = or_(attempts.c.id == said.c.id, attempts.c.message == said.c.message)
    joined = receipts.join(said, said.c.id == receipts.c.attempt_id).join(attempts, travelled)
    wanted = select(attempts.c.contact_id).select_from(joined).where(receipts.c.event.in_(_NO_MORE))
    return set(connection.scalars(wanted)) & set(due)


def _people(connection: Connection, batch: int) -> list[PersonId]:
    wanted = select(persons.c.id).where(in_batch(batch), persons.c.state.in_(_MAY_HAVE_DUE), plan_is_current())
    return [PersonId(person) for person in connection.scalars(wanted)]


def _channels(connection: Connection, wanted: Collection[int]) -> dict[int, str]:
    found = select(contacts.c.id, contacts.c.channel).where(contacts.c.id.between(min(wanted), max(wanted)))
    return dict(connection.execute(found).tuples().all())
