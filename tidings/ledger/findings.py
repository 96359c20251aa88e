"""What reading a whole ledger comes to: which rules of the record it keeps or breaks, and what no reader can tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from tidings.ledger.standings import People, Stands


class RecordRule(StrEnum):
    """What a ledger must show."""

    FORM = "entry.form"
    OPENED = "ledger.opened_first"
    ONE_INCIDENT = "incident.one"
    ENROLLED = "person.enrolled_first"
    COUNTED = "enrolment.before_notice"
    PUBLISHED = "enrolment.published"
    RULES = "rules.before_notice"
    PLANNED = "plan.before_notice"
    APPROVED = "approval.before_notice"
    OFFICER = "officer.added_first"
    SIGNED = "officer.signed"
    STOP = "stop.respected"
    COUNTS = "counts.add_up"
    SIGNER = "signer.in_force"


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry that breaks a rule."""

    rule: RecordRule
    index: int
    person: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Whom a message was taken or delivered for, by a time, that did not come back. Entries give hours, so one may be unsure."""

    at: datetime
    met: int
    missed: int
    unsure: int
    """Told in the very hour of the deadline: before or after it, nobody can say."""
    letters: int
    """Only a letter was ready by then: nothing here says when it was handed over."""
    untold: int
    exempt: int
    """Held, settled, joined to another or erased: a rule or a human says why they were not told."""


@dataclass(slots=True)
class Record:
    """What a whole ledger says, and which rules it breaks."""

    entries: int = 0
    unknown_kinds: int = 0
    persons: int = 0
    first_hour: str = ""
    last_hour: str = ""
    hours_back: int = 0
    """Entries whose hour is before that of the entry above: the writer's clock was put back."""
    after_stop: int = 0
    """Notices on a channel on which that person had asked for no more: to another number of theirs, or wrongly."""
    after_end: int = 0
    """Notices that are told of after their person was erased, or the incident closed: called for before, or wrongly."""
    after_hold: int = 0
    """Notices that are told of after their person was held or settled, with no plan since: called for before, or wrongly."""
    unproven: int = 0
    """Entries that an officer signs whose public key was not given."""
    kinds: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    holds: Counter[str] = field(default_factory=Counter)
    """By rule, those who are held or settled under it in the end."""
    channels: Counter[str] = field(default_factory=Counter)
    broken: Counter[RecordRule] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)
    open: int = 0
    open_people: list[str] = field(default_factory=list)
    deadline: Deadline | None = None
    checked: list[RecordRule] = field(default_factory=list)
    unknowable: list[str] = field(default_factory=list)


def held_against(deadline: datetime, people: People) -> Deadline:
    """How many were told in time. An hour is in time if it is over by the deadline."""
    limit = int(deadline.timestamp()) // 3600
    exact = deadline.timestamp() % 3600 == 0
    counts: Counter[str] = Counter()
    for _person, one in people.everybody():
        if one.told:
            first = one.told[0]
            counts["met" if first < limit else "unsure" if first == limit and not exact else "missed"] += 1
        elif one.letters and one.letters[0] < limit:
            counts["letters"] += 1
        elif one.stands in _EXEMPT:
            counts["exempt"] += 1
        else:
            counts["untold"] += 1
    return Deadline(deadline, **{name: counts[name] for name in ("met", "missed", "unsure", "letters", "untold", "exempt")})


_EXEMPT: Final = frozenset({Stands.HELD, Stands.SETTLED, Stands.JOINED, Stands.ERASED})

UNKNOWABLE: Final = (
    "whether somebody was left out of the list from the start",
    "whether a notice was read or understood: delivered is a provider's word",
    "to which address an attempt went, and the minute of anything",
    "a stop that nobody told Tidings of, or that its provider dropped without saying why (sendgrid.dropped)",
    "when a letter was posted or handed over, but for what sheets say in sum",
    "whether a letter that is ready is still of use: one for a place that the list does not name any more is not taken back here",
)
