"""Attempts as the store keeps them: claiming some to work on, and writing what became of them.

A claim and everything in it is one transaction, and so is each change with its ledger entry and its person's standing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, not_, or_, select, update

from tidings.contacts import USABLE, Contact, contact_field, plan_is_current, restate
from tidings.delivery.approving import is_approved
from tidings.delivery.decent import hours_kept, turn
from tidings.delivery.sharing import companions, share
from tidings.delivery.states import QUIET, Change, Known
from tidings.entry import EntryKind, may_be_recorded
from tidings.errors import KeyStoreError
from tidings.model import CUSTODY_CODES, HAND_OUT, AttemptId, AttemptState, Carries, Channel, Personal, PersonId, Track, opaque_id
from tidings.record import Record
from tidings.rules import Rule
from tidings.store import in_parts
from tidings.store.people import erased_among, not_erased
from tidings.store.tables import attempts, contacts, persons
from tidings.store.tables import workspace as workspace_table
from tidings.vault import Sealed
from tidings.workspace import Workspace

WAITING = (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)
_UNDER_WAY = (
    AttemptState.SENDING,
    AttemptState.UNKNOWN,
    AttemptState.ACCEPTED,
    AttemptState.DELIVERED,
    AttemptState.BLOCKED,
)
"""A track with such an attempt waits for what comes of it, whatever else was planned on it."""


@dataclass(frozen=True, slots=True, repr=False)
class Claimed(Personal):
    """An attempt with what is needed to make it."""

    attempt: AttemptId
    person: PersonId
    track: Track
    channel: Channel
    contact: Contact
    record: Record
    carries: Carries
    message: AttemptId
    """The id under which it travels: its own, or the one that it shares with others of one attorney."""
    told_before: bool = False
    """Whether a notice of an earlier version went out to them on this track."""


def is_due(ws: Workspace, channels: Iterable[Channel]) -> ColumnElement[bool]:
    """Attempts that may be made now: their pause is over, their contact may be used and is approved, the plan is the newest,
    and their track has no other that comes first.
    """
    return and_(
        is_approved(ws),
        attempts.c.version == ws.incident.version,
        attempts.c.channel.in_(list(channels)),
        attempts.c.state.in_(WAITING),
        attempts.c.not_before <= ws.now(),
        contacts.c.state == USABLE,
        plan_is_current(),
        not_erased(),
        ~exists().where(workspace_table.c.closed_at.is_not(None)),
        ~_track_taken(),
    )


def _track_taken() -> ColumnElement[bool]:
    """Whether another attempt of the same track is under way, or comes first.

    A contact that was held while its attempt waited gives the turn to the next; when it is freed again, both have one.
    """
    first = and_(
        _other.c.state.in_(WAITING),
        _theirs.c.state == USABLE,
        or_(
            _theirs.c.position < contacts.c.position,
            and_(_theirs.c.position == contacts.c.position, _theirs.c.id < contacts.c.id),
        ),
    )
    return exists().where(_same_track(), or_(_under_way(), first))


def told_elsewhere() -> ColumnElement[bool]:
    """Whether another attempt of the same track is under way, or arrived: then a letter in a drawer stays there."""
    return exists().where(_same_track(), _under_way())


_other, _theirs = attempts.alias(), contacts.alias()


def _same_track() -> ColumnElement[bool]:
    return and_(
        _other.c.version == attempts.c.version,
        _other.c.person_id == attempts.c.person_id,
        _other.c.id != attempts.c.id,
        _theirs.c.id == _other.c.contact_id,
        _theirs.c.track == contacts.c.track,
    )


def _under_way() -> ColumnElement[bool]:
    """As contacts/standing.py has it: a letter that reached nobody, for a place where they are not held any more, is not."""
    void = and_(
        _other.c.channel == Channel.HAND,
        _theirs.c.state != USABLE,
        or_(
            and_(_other.c.state == AttemptState.ACCEPTED, _other.c.code != HAND_OUT),
            and_(_other.c.state == AttemptState.BLOCKED, _other.c.code.in_(CUSTODY_CODES)),
        ),
    )
    return and_(_other.c.state.in_(_UNDER_WAY), not_(void))


def _told_before() -> ColumnElement[bool]:
    """A letter in a drawer told nobody."""
    went_out = or_(_other.c.state != AttemptState.ACCEPTED, _other.c.channel != Channel.HAND, _other.c.code == HAND_OUT)
    return exists().where(
        _other.c.version < attempts.c.version,
        _other.c.person_id == attempts.c.person_id,
        _other.c.state.in_((AttemptState.ACCEPTED, AttemptState.DELIVERED)),
        went_out,
        _theirs.c.id == _other.c.contact_id,
        _theirs.c.track == contacts.c.track,
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
        wanted = select(attempts.c.id).select_from(JOINED).where(unknown, not_erased()).limit(1)
        return connection.execute(wanted).first() is not None


@dataclass(frozen=True, slots=True, repr=False)
class Claim(Personal):
    """Attempts that were claimed together, by this name. `quiet` more were due, and wait for a decent hour again."""

    name: str
    made: tuple[Claimed, ...] = ()
    quiet: int = 0


def claim(ws: Workspace, channel: Channel, limit: int) -> Claim:
    """Marks up to `limit` due attempts as `sending`, durably, and opens them. Whoever holds the claim calls the provider.

    More than `limit` where an attorney has more clients: those go in one message.

    What may not be sent at this hour never is `sending`: it is opened too, since only its number says where it is night, and
    waits as `planned` until its morning.
    """
    name = opaque_id(ws.random)
    hours = hours_kept(ws)
    with ws.store.writing() as connection:
        due = select(attempts.c.id).select_from(JOINED).where(is_due(ws, [channel])).order_by(persons.c.number)
        ids = [AttemptId(attempt) for attempt in connection.scalars(due.limit(limit))]
        if not ids:
            return Claim(name)
        if channel is Channel.EMAIL:
            ids += companions(connection, ids, due)
        opened = load(ws, connection, ids)
        now = ws.clock()
        waits = {one.attempt: turn(hours, one.channel, one.contact, one.record, now).wait for one in opened}
        quiet = {attempt: Change(AttemptState.PLANNED, QUIET, pause=wait) for attempt, wait in waits.items() if wait}
        going = [one for one in opened if one.attempt not in quiet]
        messages = share(connection, [one.attempt for one in going]) if channel is Channel.EMAIL else {}
        made = tuple(replace(one, message=messages.get(one.attempt, one.attempt)) for one in going)
        for part in in_parts(made):
            connection.execute(
                update(attempts)
                .where(attempts.c.id.in_([one.attempt for one in part]))
                .values(state=AttemptState.SENDING, claim=name, sending_at=ws.now())
            )
        _hold_unopened(ws, connection, set(ids) - {one.attempt for one in opened})
        write(ws, connection, [(was, quiet[attempt]) for attempt, was in kept(connection, quiet).items()])
        restate(connection, ws.incident.version, {one.person for one in made})
    return Claim(name, made, len(quiet))


UNOPENED = Change(AttemptState.BLOCKED, Rule.CANNOT_OPEN.value, EntryKind.NOTICE_FAILED)
"""What becomes of an attempt whose person cannot be opened. It was never made, so it is safe for a human to try again."""


def _hold_unopened(ws: Workspace, connection: Connection, ids: Collection[AttemptId]) -> None:
    """One person whose key is missing or damaged waits for a human, and not with them everybody of the channel."""
    write(ws, connection, [(was, UNOPENED) for was in kept(connection, ids).values()])


def load(ws: Workspace, connection: Connection, ids: Sequence[AttemptId]) -> list[Claimed]:
    """Opens the contacts and records of these attempts, in the order of the persons' numbers.

    Attempts of people who cannot be opened are not in what it returns. Raises KeyStoreError for anything but CANNOT_OPEN.
    """
    opened: list[Claimed] = []
    for part in in_parts(ids):
        found = connection.execute(
            select(
                attempts.c.id.label("attempt"),
                attempts.c.channel,
                contacts.c.track,
                contacts.c.mark,
                contacts.c.carries,
                attempts.c.message,
                _told_before().label("told_before"),
                contacts.c.sealed.label("contact"),
                persons.c.id.label("person"),
                persons.c.revision,
                persons.c.sealed.label("record"),
            )
            .select_from(JOINED)
            .where(attempts.c.id.in_(part))
            .order_by(persons.c.number)
        ).all()
        ws.vault.preload([row.person for row in found])
        for row in found:
            try:
                contact = ws.vault.open_sealed(row.person, contact_field(bytes(row.mark)), 1, Sealed(row.contact))
                record = ws.vault.open_sealed(row.person, "record", row.revision, Sealed(row.record))
            except KeyStoreError as error:
                if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                    raise
                continue
            opened.append(
                Claimed(
                    AttemptId(row.attempt),
                    PersonId(row.person),
                    Track(row.track),
                    Channel(row.channel),
                    Contact.from_bytes(contact),
                    Record.from_bytes(record),
                    Carries(row.carries),
                    AttemptId(row.message or row.attempt),
                    bool(row.told_before),
                )
            )
    return opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Known):
    """An attempt as it stands in the store. `claim` is the last that was made on it."""

    attempt: AttemptId
    person: PersonId
    channel: Channel
    version: int
    claim: str = ""

    def after(self, change: Change) -> Kept:
        return replace(
            self,
            state=change.state,
            tries=self.tries + change.tried,
            provider_id=change.provider_id or self.provider_id,
        )


def kept(connection: Connection, ids: Iterable[AttemptId]) -> dict[AttemptId, Kept]:
    """Those of these attempts that exist."""
    wanted = sorted(set(ids))
    found: dict[AttemptId, Kept] = {}
    for part in in_parts(wanted):
        for row in connection.execute(select(attempts).where(attempts.c.id.in_(part))):
            found[AttemptId(row.id)] = Kept(
                AttemptState(row.state),
                row.tries,
                row.provider_id,
                attempt=AttemptId(row.id),
                person=PersonId(row.person_id),
                channel=Channel(row.channel),
                version=row.version,
                claim=row.claim or "",
            )
    return found


def write(ws: Workspace, connection: Connection, changes: Sequence[tuple[Kept, Change]]) -> None:
    """Writes changes, their ledger entries and where their people stand now, in the caller's transaction.

    Each comes with the attempt as it stood before it. Of several changes to one attempt each has its entry, in their
    order, and the last one stands.
    """
    if not changes:
        return
    recorder = ws.recorder(connection)
    now = ws.clock()
    erased = erased_among(connection, {was.person for was, _change in changes})
    values: dict[AttemptId, dict[str, object]] = {}
    for was, change in changes:
        became = was.after(change)
        values[was.attempt] = {
            "attempt": was.attempt,
            "to_state": became.state,
            "to_code": change.code,
            "to_tries": became.tries,
            "to_not_before": math.ceil(now + change.pause) if change.pause else 0,
            # By it a provider can still tell the number: it goes with the person.
            "to_provider_id": "" if was.person in erased else became.provider_id,
        }
        if change.entry is not None:
            code = {"code": change.code} if may_be_recorded(change.code) else {}
            recorder.add(change.entry, was.person, attempt=was.attempt, channel=was.channel.value, version=was.version, **code)
    connection.execute(
        update(attempts)
        .where(attempts.c.id == bindparam("attempt"))
        .values(
            state=bindparam("to_state"),
            code=bindparam("to_code"),
            tries=bindparam("to_tries"),
            not_before=bindparam("to_not_before"),
            provider_id=bindparam("to_provider_id"),
        ),
        list(values.values()),
    )
    recorder.flush()
    restate(connection, ws.incident.version, {was.person for was, _change in changes})
