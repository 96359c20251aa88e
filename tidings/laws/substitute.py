"""What a law asks besides when people cannot be told one by one. Pure; `tidings coverage` shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tidings.laws.profile import Profile, Substitute


class Because(StrEnum):
    """What brought it about."""

    UNREACHABLE = "unreachable"  # so many people could not be reached
    PEOPLE = "people"  # so many people are affected
    COST = "cost"  # telling them directly would cost so much
    HARM = "harm"  # telling somebody directly would endanger them


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to do. What is made public must name nobody, and say nothing that a teaser may not."""

    law: str
    what: str
    because: Because
    source: str


def asks(
    profile: Profile, unreachable: int, *, people: int = 0, cost: int | None = None, currency: str = "USD", harmed: int = 0
) -> list[Ask]:
    """What the law asks when so many of `people` cannot be reached, and `harmed` of them must not be told directly.

    `cost` is what telling everybody directly would cost, in whole units of `currency`; another currency than the law's is
    not converted, and counts as unknown.
    """
    found: list[Ask] = []
    for one in profile.substitute:
        because = _because(one, unreachable, people, cost if currency == one.currency else None, harmed)
        if because:
            found += [Ask(profile.name, what, because, one.source) for what in one.asks]
    return found


def _because(one: Substitute, unreachable: int, people: int, cost: int | None, harmed: int) -> Because | None:
    enough = one.unreachable_from is not None and unreachable >= one.unreachable_from
    if enough and (one.unreachable_to is None or unreachable <= one.unreachable_to):
        return Because.UNREACHABLE
    if one.people_above is not None and people > one.people_above:
        return Because.PEOPLE
    if one.cost_above is not None and cost is not None and cost > one.cost_above:
        return Because.COST
    return Because.HARM if one.on_harm and harmed else None
