"""Attempts as the store keeps them: claiming some to work on, and writing what became of them.

A claim and everything in it is one transaction, and so is each change with its ledger entry and its person's standing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, bindparam, or_, select, update

from tidings.contacts import Contact, contact_field, restate
from tidings.delivery.states import Change
from tidings.entry import may_be_recorded
from tidings.model import AttemptId, AttemptState, Channel, Personal, PersonId, Track, opaque_id
from tidings.record import Record
from tidings.store import IN_PARTS
from tidings.store.tables import attempts, contacts, persons
from tidings.vault import Sealed
from tidings.workspace import Workspace

WAITING = (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)


@dataclass(frozen=True, slots=True, repr=False)
class Claimed(Personal):
    """An attempt with what is needed to make it."""

    attempt: AttemptId
    person: PersonId
    track: Track
    channel: Channel
    tries: int
    contact: Contact
    record: Record


def is_due(ws: Workspace, channels: Iterable[Channel]) -> ColumnElement[bool]:
    """Attempts that may be made now: their pause is over, their contact may be used, and the plan is the newest."""
    return and_(
        attempts.c.version == ws.incident.version,
        attempts.c.channel.in_(list(channels)),
        attempts.c.state.in_(WAITING),
        attempts.c.not_before <= ws.now(),
        contacts.c.state == "usable",
        persons.c.planned_revision == persons.c.revision,
    )


JOINED = attempts.join(contacts, contacts.c.id == attempts.c.contact_id).join(persons, persons.c.id == attempts.c.person_id)


def anything_due(ws: Workspace, channel: Channel) -> bool:
    with ws.store.reading() as connection:
        return (
            connection.execute(select(attempts.c.id).select_from(JOINED).where(is_due(ws, [channel])).limit(1)).first()
            is not None
        )


def anything_unknown(ws: Workspace, channel: Channel) -> bool:
    unknown = and_(attempts.c.state == AttemptState.UNKNOWN, attempts.c.channel == channel)
    with ws.store.reading() as connection:
        return connection.execute(select(attempts.c.id).where(unknown).limit(1)).first() is not None


def claim(ws: Workspace, channel: Channel, limit: int) -> tuple[str, list[Claimed]]:
    """Marks up to `limit` due attempts as `sending`, durably, and opens them. Whoever holds the claim calls the provider."""
    name = opaque_id(ws.random)
    with ws.store.writing() as connection:
        due = select(attempts.c.id).select_from(JOINED).where(is_due(ws, [channel])).order_by(persons.c.number).limit(limit)
        ids = [AttemptId(attempt) for attempt in connection.scalars(due)]
        if not ids:
            return name, []
        for start in range(0, len(ids), IN_PARTS):
            connection.execute(
                update(attempts)
                .where(attempts.c.id.in_(ids[start : start + IN_PARTS]))
                .values(state=AttemptState.SENDING, claim=name, sending_at=ws.now())
            )
        opened = load(ws, connection, ids)
        restate(connection, ws.incident.version, {one.person for one in opened})
    return name, opened


def load(ws: Workspace, connection: Connection, ids: Sequence[AttemptId]) -> list[Claimed]:
    """Opens the contacts and records of these attempts, in the order of the persons' numbers."""
    opened: list[Claimed] = []
    for start in range(0, len(ids), IN_PARTS):
        found = connection.execute(
            select(
                attempts.c.id.label("attempt"),
                attempts.c.tries,
                attempts.c.channel,
                contacts.c.track,
                contacts.c.mark,
                contacts.c.sealed.label("contact"),
                persons.c.id.label("person"),
                persons.c.revision,
                persons.c.sealed.label("record"),
            )
            .select_from(JOINED)
            .where(attempts.c.id.in_(ids[start : start + IN_PARTS]))
            .order_by(persons.c.number)
        ).all()
        ws.vault.preload([row.person for row in found])
        for row in found:
            contact = ws.vault.open_sealed(row.person, contact_field(bytes(row.mark)), 1, Sealed(row.contact))
            record = ws.vault.open_sealed(row.person, "record", row.revision, Sealed(row.record))
            opened.append(
                Claimed(
                    AttemptId(row.attempt),
                    PersonId(row.person),
                    Track(row.track),
                    Channel(row.channel),
                    row.tries,
                    Contact.from_bytes(contact),
                    Record.from_bytes(record),
                )
            )
    return opened


@dataclass(frozen=True, slots=True)
class Kept:
    """An attempt as it stands in the store."""

    attempt: AttemptId
    person: PersonId
    channel: Channel
    version: int
    state: AttemptState
    tries: int


def kept(connection: Connection, ids: Iterable[AttemptId]) -> dict[AttemptId, Kept]:
    """Those of these attempts that exist."""
    wanted = sorted(set(ids))
    found: dict[AttemptId, Kept] = {}
    for start in range(0, len(wanted), IN_PARTS):
        for row in connection.execute(select(attempts).where(attempts.c.id.in_(wanted[start : start + IN_PARTS]))):
            attempt = AttemptId(row.id)
            found[attempt] = Kept(
                attempt, PersonId(row.person_id), Channel(row.channel), row.version, AttemptState(row.state), row.tries
            )
    return found


def write(ws: Workspace, connection: Connection, changes: Mapping[AttemptId, Change], known: Mapping[AttemptId, Kept]) -> None:
    """Writes changes, their ledger entries and where their people stand now, in the caller's transaction."""
    if not changes:
        return
    recorder = ws.recorder(connection)
    now = ws.now()
    values = []
    for attempt, change in changes.items():
        was = known[attempt]
        values.append(
            {
                "attempt": attempt,
                "to_state": change.state,
                "to_code": change.code,
                "to_tries": was.tries + change.tried,
                "to_not_before": int(now + change.pause) if change.pause else 0,
            }
        )
        if change.entry is not None:
            outcome = {"code": change.code} if may_be_recorded(change.code) else {}
            recorder.add(change.entry, was.person, attempt=attempt, channel=was.channel.value, version=was.version, **outcome)
    connection.execute(
        update(attempts)
        .where(attempts.c.id == bindparam("attempt"))
        .values(
            state=bindparam("to_state"),
            code=bindparam("to_code"),
            tries=bindparam("to_tries"),
            not_before=bindparam("to_not_before"),
        ),
        values,
    )
    named = [{"attempt": attempt, "sid": change.provider_id} for attempt, change in changes.items() if change.provider_id]
    if named:
        connection.execute(
            update(attempts)
            .where(attempts.c.id == bindparam("attempt"), or_(attempts.c.provider_id == "", attempts.c.tries > 1))
            .values(provider_id=bindparam("sid")),
            named,
        )
    recorder.flush()
    restate(connection, ws.incident.version, {known[attempt].person for attempt in changes})
