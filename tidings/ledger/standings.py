"""Where each person stands by what the ledger says of them: what the rules of the record are checked with.

Not all of it is what the database knows: the ledger does not say which contact an attempt went to, nor when all were tried.
Memory grows with people and attempts (255 bytes for a person with one attempt: docs/ledger.md), and with nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum, StrEnum
from typing import Final, NamedTuple

from tidings.entry import EntryKind
from tidings.model import HandOver

NOT_FOUND, RESENT, GIVEN_UP = "provider.not_found", "policy.resend", "delivery.unknown"
"""Codes of `attempt.settled` where no provider has the message."""
ABSENT = HandOver.ABSENT.code
"""Its code where a run sheet's line is corrected: the letter waits to be handed over as before."""
SETTLING: Final = frozenset({"decided.told", "decided.never"})
"""Rules of `person.held` where nobody waits any more: an officer says that they were told otherwise, or must not be."""


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
    SETTLED = "settled"
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


TOLD = (Fate.SENT, Fate.DELIVERED)


class Tried(NamedTuple):
    """An attempt: its fate, and the hour (since 1970) from which on its person is told by it, or a letter is ready."""

    fate: Fate
    since: int


class Person(NamedTuple):
    """One person's standing. Values are shared between all who have the same, so that a million people are few values."""

    base: Stands = Stands.ENROLLED
    rule: str = ""
    """The rule under which they are held or settled."""
    counted: int = 0
    """How many times enrolment was closed before they were enrolled: whoever is in the next count is told after it."""
    planned: bool = False
    erased: bool = False
    stopped: tuple[str, ...] = ()
    """Channels on which they asked for no more."""
    told: tuple[int, ...] = ()
    """Hours since 1970, one of each attempt that a provider took or delivered and that did not come back; the first first."""
    letters: tuple[int, ...] = ()
    """The same of letters that are ready."""
    unknown: int = 0
    delivered: int = 0

    @property
    def stands(self) -> Stands:
        if self.erased:
            return Stands.ERASED
        for counts, state in (
            (self.unknown, Stands.UNKNOWN),
            (self.delivered, Stands.DELIVERED),
            (self.told, Stands.SENT),
            (self.letters, Stands.LETTER),
        ):
            if counts:
                return state
        return self.base

    @property
    def waits_under(self) -> str:
        """The rule that explains why they were not told; empty where none does."""
        return self.rule if self.stands in (Stands.HELD, Stands.SETTLED) else ""

    def with_attempt(self, one: Tried | None, by: int) -> Person:
        """With an attempt more (1) or fewer (-1)."""
        if one is None or one.fate is Fate.FAILED:
            return self
        if one.fate is Fate.UNKNOWN:
            return self._replace(unknown=self.unknown + by)
        hours = list(self.told if one.fate in TOLD else self.letters)
        hours.append(one.since) if by > 0 else hours.remove(one.since)
        if one.fate is Fate.LETTER:
            return self._replace(letters=tuple(sorted(hours)))
        return self._replace(told=tuple(sorted(hours)), delivered=self.delivered + by * (one.fate is Fate.DELIVERED))


def tried_after(kind: str, code: str, before: Tried | None, hour: int) -> Tried | None:
    """What an entry makes of an attempt; None if it is to be made again."""
    fate = _fate_after(kind, code, before.fate if before else None)
    if fate is None:
        return None
    same = before is not None and (fate is before.fate or (fate in TOLD and before.fate in TOLD))
    return Tried(fate, before.since if before is not None and same else hour)


def _fate_after(kind: str, code: str, before: Fate | None) -> Fate | None:
    if kind == EntryKind.NOTICE_DELIVERED:
        return Fate.DELIVERED
    if kind == EntryKind.LETTER_COMPOSED or (kind == EntryKind.ATTEMPT_SETTLED and code == ABSENT):
        return Fate.LETTER
    if kind == EntryKind.NOTICE_FAILED or code == GIVEN_UP:
        return Fate.FAILED
    if kind == EntryKind.ATTEMPT_UNKNOWN:
        return Fate.UNKNOWN
    if code in (NOT_FOUND, RESENT):
        return None
    # A receipt may be faster than the answer to our call: `notice.sent` then comes after `notice.delivered`.
    return Fate.DELIVERED if before is Fate.DELIVERED else Fate.SENT


class People:
    """Everybody whom the ledger has named."""

    def __init__(self) -> None:
        self._people: dict[bytes, Person] = {}
        self._attempts: dict[bytes, Tried] = {}
        self._same: dict[Person, Person] = {}
        self._same_tries: dict[Tried, Tried] = {}

    def __len__(self) -> int:
        return len(self._people)

    def get(self, person: str) -> Person | None:
        return self._people.get(_packed(person))

    def put(self, person: str, now: Person) -> None:
        self._people[_packed(person)] = self._same.setdefault(now, now)

    def tried(self, person: str, attempt: str) -> Tried | None:
        """A ledger that names one attempt for two people has two attempts there: neither's counts for the other."""
        return self._attempts.get(_packed(person + attempt))

    def settle(self, person: str, was: Person, attempt: str, now: Tried | None) -> None:
        """What is known of an attempt now, and with it how the person counts. None: to be made again, as if it had not been."""
        key = _packed(person + attempt)
        before = self._attempts.pop(key, None)
        if now is not None:
            self._attempts[key] = self._same_tries.setdefault(now, now)
        self.put(person, was if before == now else was.with_attempt(before, -1).with_attempt(now, 1))

    def states(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for person, count in Counter(self._people.values()).items():
            found[person.stands] += count
        return found

    def holds(self) -> Counter[str]:
        """By rule, those who are held or settled under it now."""
        found: Counter[str] = Counter()
        for person, count in Counter(self._people.values()).items():
            if person.waits_under:
                found[person.waits_under] += count
        return found

    def everybody(self) -> Iterator[tuple[str, Person]]:
        for key, person in self._people.items():
            yield key.decode(), person


def _packed(name: str) -> bytes:
    """A fifth smaller than the string."""
    return name.encode()
