"""Which letters may be handed over now: custody is looked at again, in the newest record, each time a sheet is made."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from tidings.contacts import USABLE, plan_is_current
from tidings.delivery.claims import JOINED, load, told_elsewhere
from tidings.model import HAND_OUT, AttemptId, AttemptState, Channel, Flag, Personal, PersonId, PersonState
from tidings.record import Record
from tidings.store.people import not_erased
from tidings.store.tables import attempts, contacts, persons
from tidings.workspace import Workspace


@dataclass(frozen=True, slots=True, repr=False)
class Ready(Personal):
    """A letter that may be handed over: to whom, where, and by which revision of their record that is known."""

    attempt: AttemptId
    person: PersonId
    revision: int
    facility: str
    record: Record

    @property
    def place(self) -> str:
        return place_key(self.facility)


def place_key(facility: str) -> str:
    """How a place of custody is told from another: by its words, whatever their case and the spaces between.

    One that is spelt in two ways is two places, with a sheet each: nobody guesses here who is held where.
    """
    return " ".join(unicodedata.normalize("NFC", facility).casefold().split())


def ready_to_hand_over(ws: Workspace, connection: Connection) -> tuple[list[Ready], int]:
    """The letters that may be handed over, in the order of the persons' numbers; and how many may not, since their person
    changed: another plan is to be made or was made, the list says something else, or they cannot be opened.
    """
    found = connection.execute(
        select(attempts.c.id, persons.c.revision, _fit().label("fit"), _waits().label("waits"))
        .select_from(JOINED)
        .where(_in_hand(ws))
        .order_by(persons.c.number)
    ).all()
    revisions = {AttemptId(row.id): row.revision for row in found if row.fit}
    ready = [
        Ready(one.attempt, one.person, revisions[one.attempt], one.contact.address, one.record)
        for one in load(ws, connection, list(revisions))
        if _still_held(one.record, one.contact.address)
    ]
    return ready, sum(row.waits for row in found) - len(ready)


def still_ready(ws: Workspace, connection: Connection, ready: Collection[Ready]) -> list[Ready]:
    """Those that nothing has happened to since they were looked at."""
    wanted = select(attempts.c.id, persons.c.revision).select_from(JOINED).where(_in_hand(ws), _fit())
    now = set(connection.execute(wanted).tuples())
    return [one for one in ready if (one.attempt, one.revision) in now]


def _in_hand(ws: Workspace) -> ColumnElement[bool]:
    """Letters to hand over that are pressed, in this version, of which nobody has heard that they were."""
    return and_(
        attempts.c.channel == Channel.HAND,
        attempts.c.state == AttemptState.ACCEPTED,
        attempts.c.version == ws.incident.version,
        not_erased(),
    )


def _fit() -> ColumnElement[bool]:
    return and_(contacts.c.state == USABLE, plan_is_current(), persons.c.state != PersonState.JOINED, ~told_elsewhere())


def _waits() -> ColumnElement[bool]:
    """Letters for which somebody has to do something: not those in a drawer for a place that the person has left."""
    return or_(attempts.c.code == HAND_OUT, and_(contacts.c.state == USABLE, ~told_elsewhere()))


def _still_held(record: Record, facility: str) -> bool:
    """Whether the newest record says that they are detained, and there."""
    held = Flag.DETAINED in record.flags and Flag.REMOVED not in record.flags
    return held and place_key(record.facility) == place_key(facility)
