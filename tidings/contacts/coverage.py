"""Coverage: who will be told how, who waits and why, and who cannot be reached at all. In counts; memory stays flat."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, func, not_, select

from tidings.contacts.reach import OUTCOME, Outcome, Reach, in_order, reach
from tidings.contacts.rules import plan_is_current
from tidings.contacts.stand import steps
from tidings.contacts.standing import Step
from tidings.model import Carries, Channel, PersonId, PersonState, Track
from tidings.rules import Rule
from tidings.store import in_parts
from tidings.store.people import in_batch, person_batches
from tidings.store.tables import persons
from tidings.workspace import Workspace, record_if_open

UNKNOWN_LANGUAGE = "unknown"
_UNCOUNTED = (PersonState.ENROLLED, PersonState.JOINED, PersonState.ERASED, PersonState.ERASING)


@dataclass(slots=True)
class Ways:
    """People by channel: the one by which they are or will be told, and every one that they can be told by."""

    first: Counter[tuple[Channel, Carries]] = field(default_factory=Counter)
    any: Counter[Channel] = field(default_factory=Counter)

    def add(self, found: Sequence[Step]) -> None:
        """One person's."""
        if found:
            self.first[found[0].channel, found[0].carries] += 1
            self.any.update({one.channel for one in found})


@dataclass(slots=True)
class Coverage:
    """`held` is by rule, `languages` by tag; both leave out who is gone. `outdated` plans are of older records or other rules;
    `unopened` people, whose key is damaged, count as of an unknown language.
    """

    reached: Counter[Reach] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    own: Ways = field(default_factory=Ways)
    attorney: Ways = field(default_factory=Ways)
    languages: defaultdict[str, Counter[Outcome]] = field(default_factory=lambda: defaultdict(Counter))
    unopened: int = 0
    outdated: int = 0

    @property
    def people(self) -> int:
        return self.reached.total()

    @property
    def outcomes(self) -> Counter[Outcome]:
        found: Counter[Outcome] = Counter()
        for one, count in self.reached.items():
            found[OUTCOME[one]] += count
        return found


def coverage(ws: Workspace, look: Callable[[int, int], None] = lambda _done, _total: None, *, languages: bool = True) -> Coverage:
    """Opens everybody's record for their language, a batch at a time; without `languages` it opens nobody's.

    `look` is told (batches done, batches).
    """
    found = Coverage()
    with ws.store.reading() as connection:
        batches = person_batches(connection)
        old = and_(
            not_(plan_is_current()), persons.c.state.not_in(_UNCOUNTED), func.coalesce(persons.c.rule, "") != Rule.CANNOT_OPEN
        )
        found.outdated = connection.scalar(select(func.count()).select_from(persons).where(old)) or 0
    for done, batch in enumerate(batches, start=1):
        with ws.vault.steady(), ws.store.reading() as connection:
            _batch(ws, connection, batch, found, languages)
        look(done, len(batches))
    return found


def _batch(ws: Workspace, connection: Connection, batch: int, found: Coverage, languages: bool) -> None:
    columns = [persons.c.id, persons.c.state, persons.c.rule, *([persons.c.revision, persons.c.sealed] if languages else [])]
    people = connection.execute(select(*columns).where(in_batch(batch))).all()
    known: dict[PersonId, list[Step]] = {}
    for part in in_parts([row.id for row in people]):
        known |= steps(connection, ws.incident.version, part)
    if languages:
        ws.vault.preload([row.id for row in people])
    for row in people:
        theirs = known.get(row.id, [])
        own = in_order(theirs, Track.PERSON)
        one = reach(PersonState(row.state), row.rule, own)
        found.reached[one] += 1
        if one is Reach.HELD:
            found.held[row.rule] += 1
        if OUTCOME[one] is Outcome.TOLD:
            found.own.add(own)
            found.attorney.add(in_order(theirs, Track.ATTORNEY))
        if languages and one is not Reach.GONE:
            language = _language(ws, row)
            found.unopened += language is None
            found.languages[language or UNKNOWN_LANGUAGE][OUTCOME[one]] += 1


def _language(ws: Workspace, row: Row[Any]) -> str | None:
    """A tag; empty if nobody knows it; None of somebody who cannot be opened."""
    record = record_if_open(ws, row)
    return None if record is None else record.language
