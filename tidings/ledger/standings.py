"""Where each person stands by what the ledger says of them: what the rules of the record are checked with.

Not all of it is what the database knows: the ledger does not say which contact an attempt went to, nor when all were tried.
Memory grows with people and attempts (255 bytes for a person with one attempt: docs/ledger.md), and with nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import Any, NamedTuple

from tidings.entry import EntryKind

NOT_FOUND, RESENT, GIVEN_UP = "provider.not_found", "policy.resend", "delivery.unknown"
"""Codes of `attempt.settled` where no provider has the message."""


class Stands(StrEnum):
    """Where somebody's entries leave them."""

    ENROLLED = "enrolled"
    PLANNED = "planned"
    UNKNOWN = "unknown"
    HELD = "held"
    SENT = "sent"
    LETTER = "letter"
    DELIVERED = "delivered"
    FAILED = "failed"
    JOINED = "joined"
    ERASED = "erased"


OPEN = frozenset({Stands.ENROLLED, Stands.PLANNED, Stands.UNKNOWN})
"""Something is still to be done, or to be found out. Each other state says why nothing is."""


class Fate(Enum):
    """What is known of an attempt."""

    UNKNOWN = 0
    SENT = 1
    LETTER = 2
    DELIVERED = 3
    FAILED = 4


class Person(NamedTuple):
    """One person's standing. Values are shared between all who have the same, so that a million people are few values."""

    base: Stands = Stands.ENROLLED
    counted: int = 0
    """How many times enrolment was closed before they were enrolled: whoever is in the next count is told after it."""
    planned: bool = False
    erased: bool = False
    told: int = 0
    """Hours since 1970 of the first notice that a provider took or delivered; 0: none."""
    letter: int = 0
    """Hours since 1970 of the first letter that was ready; 0: none."""
    stopped: tuple[str, ...] = ()
    """Channels on which they asked for no more."""
    unknown: int = 0
    sent: int = 0
    letters: int = 0
    delivered: int = 0

    @property
    def stands(self) -> Stands:
        if self.erased:
            return Stands.ERASED
        for count, state in (
            (self.unknown, Stands.UNKNOWN),
            (self.delivered, Stands.DELIVERED),
            (self.sent, Stands.SENT),
            (self.letters, Stands.LETTER),
        ):
            if count:
                return state
        return self.base

    def after(self, kind: str, code: str, hour: int) -> Person:
        """When an entry about an attempt is the first to say that they were told, or that a letter was ready."""
        settled = kind == EntryKind.ATTEMPT_SETTLED and code not in (NOT_FOUND, RESENT, GIVEN_UP)
        if (kind in (EntryKind.NOTICE_SENT, EntryKind.NOTICE_DELIVERED) or settled) and not self.told:
            return self._replace(told=hour)
        if kind == EntryKind.LETTER_COMPOSED and not self.letter:
            return self._replace(letter=hour)
        return self


def fate_after(kind: str, code: str, before: Fate | None) -> Fate | None:
    """What an entry makes of an attempt; None if it is to be made again."""
    if kind == EntryKind.NOTICE_DELIVERED:
        return Fate.DELIVERED
    if kind == EntryKind.LETTER_COMPOSED:
        return Fate.LETTER
    if kind == EntryKind.NOTICE_FAILED or code == GIVEN_UP:
        return Fate.FAILED
    if kind == EntryKind.ATTEMPT_UNKNOWN:
        return Fate.UNKNOWN
    if code in (NOT_FOUND, RESENT):
        return None
    # A receipt may be faster than the answer to our call: `notice.sent` then comes after `notice.delivered`.
    return Fate.DELIVERED if before is Fate.DELIVERED else Fate.SENT


_COUNTED = {Fate.UNKNOWN: "unknown", Fate.SENT: "sent", Fate.LETTER: "letters", Fate.DELIVERED: "delivered"}


class People:
    """Everybody whom the ledger has named."""

    def __init__(self) -> None:
        self._people: dict[bytes, Person] = {}
        self._attempts: dict[bytes, Fate] = {}
        self._same: dict[Person, Person] = {}

    def __len__(self) -> int:
        return len(self._people)

    def get(self, person: str) -> Person | None:
        return self._people.get(_packed(person))

    def put(self, person: str, now: Person) -> None:
        self._people[_packed(person)] = self._same.setdefault(now, now)

    def fate(self, attempt: str) -> Fate | None:
        return self._attempts.get(_packed(attempt))

    def settle(self, person: str, was: Person, attempt: str, fate: Fate | None) -> None:
        """An attempt's fate, and with it how the person counts. None: it is to be made again, as if it had not been."""
        key = _packed(attempt)
        before = self._attempts.pop(key, None)
        if fate is not None:
            self._attempts[key] = fate
        if before is fate:
            self.put(person, was)
            return
        changed: dict[str, Any] = {}
        for one, by in ((before, -1), (fate, 1)):
            name = _COUNTED.get(one) if one is not None else None
            if name:
                changed[name] = max(0, changed.get(name, getattr(was, name)) + by)
        self.put(person, was._replace(**changed))

    def states(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for person, count in Counter(self._people.values()).items():
            found[person.stands] += count
        return found

    def everybody(self) -> Iterator[tuple[str, Person]]:
        for key, person in self._people.items():
            yield key.decode(), person


def _packed(name: str) -> bytes:
    """A fifth smaller than the string."""
    return name.encode()
