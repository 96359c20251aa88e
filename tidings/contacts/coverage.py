"""Coverage: who will be told how, who waits and why, and who cannot be reached at all. In counts; memory stays flat."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, select

from tidings.contacts.stand import USABLE
from tidings.model import Carries, PersonState, Track
from tidings.rules import Rule
from tidings.store import in_parts
from tidings.store.people import in_batch, person_batches
from tidings.store.tables import contacts, persons
from tidings.workspace import Workspace, record_if_open

FULL, TEASER, ATTORNEY = "full", "teaser", "attorney"
HELD, UNREACHABLE, SETTLED, UNPLANNED, NOT_COUNTED = "held", "unreachable", "settled", "unplanned", "not_counted"
CLASSES = (FULL, TEASER, ATTORNEY, HELD, UNREACHABLE, SETTLED, UNPLANNED, NOT_COUNTED)
"""Everybody is in exactly one. Told: with the full notice, with a teaser only, through their attorney only. Not told: they
wait for a human; have no contact or were tried in vain; an officer settled it; have no plan yet; are erased, or joined to
another.
"""
TOLD = (FULL, TEASER, ATTORNEY)


@dataclass(slots=True)
class Coverage:
    """`first` and `any` are people by channel: by the first of their own contacts, and by every one that they have."""

    persons: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    any: Counter[str] = field(default_factory=Counter)
    attorneys: int = 0
    languages: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    unopened: int = 0

    @property
    def people(self) -> int:
        return sum(self.persons.values())


def coverage(ws: Workspace, look: Callable[[int, int], None] = lambda _done, _total: None) -> Coverage:
    """Opens everybody's record for their language, a batch at a time. `look` is told (batches done, batches)."""
    found = Coverage()
    with ws.store.reading() as connection:
        batches = person_batches(connection)
    for done, batch in enumerate(batches, start=1):
        with ws.vault.steady(), ws.store.reading() as connection:
            _batch(ws, connection, batch, found)
        look(done, len(batches))
    return found


def _batch(ws: Workspace, connection: Connection, batch: int, found: Coverage) -> None:
    people = connection.execute(select(persons).where(in_batch(batch))).all()
    ws.vault.preload([row.id for row in people])
    usable = _usable(connection, [row.id for row in people])
    for row in people:
        theirs = usable.get(row.id, [])
        kind = _class(row, theirs)
        found.persons[kind] += 1
        if kind == NOT_COUNTED:
            continue
        if kind == HELD:
            found.held[row.rule or ""] += 1
        own = [contact.channel for contact in theirs if contact.track == Track.PERSON]
        if kind in TOLD:
            found.attorneys += len(own) < len(theirs)
            found.first[own[0] if own else ATTORNEY] += 1
            for channel in set(own):
                found.any[channel] += 1
        record = record_if_open(ws, row)
        if record is None:
            found.unopened += 1
        else:
            language = record.language.split("-")[0]  # BCP 47, without script or region
            found.languages[language]["told" if kind in TOLD else kind] += 1


def _class(row: Row[Any], usable: list[Row[Any]]) -> str:
    if row.state in (PersonState.JOINED, PersonState.ERASED, PersonState.ERASING):
        return NOT_COUNTED
    if row.state == PersonState.SETTLED:
        return SETTLED
    if row.state == PersonState.ENROLLED:
        return UNPLANNED
    if row.state == PersonState.UNDELIVERED or (row.state == PersonState.HELD and row.rule == Rule.NO_CONTACT):
        return UNREACHABLE
    if row.state == PersonState.HELD:
        return HELD
    own = [contact for contact in usable if contact.track == Track.PERSON]
    if not own:
        return ATTORNEY if usable else HELD
    return FULL if any(contact.carries == Carries.FULL for contact in own) else TEASER


def _usable(connection: Connection, people: list[str]) -> dict[str, list[Row[Any]]]:
    """Their contacts that may be used, in the order of the plan."""
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for part in in_parts(people):
        wanted = (
            select(contacts.c.person_id, contacts.c.track, contacts.c.channel, contacts.c.carries)
            .where(contacts.c.person_id.in_(part), contacts.c.state == USABLE)
            .order_by(contacts.c.person_id, contacts.c.position)
        )
        for row in connection.execute(wanted):
            found[row.person_id].append(row)
    return found
