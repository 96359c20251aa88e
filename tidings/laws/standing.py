"""How each law's clock stands: for people, and for the others who must be told. Pure; `tidings status` shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tidings.laws.deadline import Deadline, deadline
from tidings.laws.profile import Clock, Other, Profile, Since


class State(StrEnum):
    """How a clock stands."""

    WAITS = "waits"  # what it counts from has not happened
    RUNNING = "running"
    SOON = "soon"  # it runs out within the profile's `warn_days`
    OVERDUE = "overdue"
    DONE = "done"  # nobody waits any more


@dataclass(frozen=True, slots=True)
class Standing:
    """One clock. `deadline` and `days_left` are None while it waits; `says` is what the law says of it."""

    state: State
    deadline: Deadline | None
    days_left: int | None
    firm: bool
    says: str


@dataclass(frozen=True, slots=True)
class OtherStanding:
    """Somebody besides the people: `id` as in the profile."""

    id: str
    who: str
    clock: Standing


@dataclass(frozen=True, slots=True)
class LawStanding:
    law: str
    title: str
    people: Standing
    others: tuple[OtherStanding, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the clocks run by. `told` is when the first notice was accepted; `others_told` as in incident.toml."""

    discovered: datetime
    told: datetime | None
    people: int
    untold: int
    others_told: Mapping[str, date]


def standing(profile: Profile, facts: Facts, now: datetime) -> LawStanding:
    """How one law stands now. People are done once there are some, and nobody waits for a notice."""
    done = bool(facts.people) and not facts.untold
    others = tuple(
        OtherStanding(
            other.id, other.who, _stands(other.clock, profile.zone, facts, now, f"{profile.name}.{other.id}" in facts.others_told)
        )
        for other in profile.other
        if _concerns(other, facts.people)
    )
    return LawStanding(profile.name, profile.title, _stands(profile.deadline, profile.zone, facts, now, done), others)


def _concerns(other: Other, people: int) -> bool:
    above = other.people_above is None or people > other.people_above
    return above and (other.people_up_to is None or people <= other.people_up_to)


def _stands(clock: Clock, zone: str, facts: Facts, now: datetime, done: bool) -> Standing:
    since = facts.discovered if clock.since is Since.DISCOVERED else facts.told
    if since is None:
        return Standing(State.DONE if done else State.WAITS, None, None, clock.firm, clock.says)
    ends = deadline(clock, zone, since)
    left = ends.days_left(now)
    if done:
        state = State.DONE
    elif left < 0:
        state = State.OVERDUE
    else:
        state = State.SOON if left <= clock.warn_days else State.RUNNING
    return Standing(state, ends, left, clock.firm, clock.says)
