"""Coverage as outsiders may see it: lists whose totals are known, each suppressed by itself.

They make a tree, and no list has a count of another in it, so what is hidden in one cannot be worked out from the rest:
how many people there are → outcomes; told → by which way; held → by rule; nobody → why; and each outcome → by language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tidings.contacts.coverage import Coverage
from tidings.contacts.reach import OUTCOME, Outcome, Reach
from tidings.contacts.suppression import LIMIT, Shown, suppressed
from tidings.model import Channel

OTHER = "other"
WITHHELD = "withheld: too few people"
_FIRST_HIDDEN = (Outcome.GONE, Outcome.SETTLED, Outcome.UNPLANNED, Outcome.NOBODY, Outcome.HELD, Outcome.TOLD)
"""Outcomes, those first that outsiders miss least: one of them is hidden beside a small one."""


@dataclass(frozen=True, slots=True)
class Published:
    """`people` is no secret: the ledger says it. None is a list that is withheld; a language's row has only the outcomes whose
    lists are shown. Rows' totals are not given: each would hide a further cell.
    """

    people: int
    outcomes: Shown | None
    told: Shown | None
    held: Shown | None
    nobody: Shown | None
    languages: dict[str, Shown] | None

    @property
    def nobody_is_exact(self) -> bool:
        """Whether what follows from the number of those whom nobody reaches may be shown too."""
        return self.outcomes is not None and isinstance(self.outcomes[Outcome.NOBODY], int)


def published(found: Coverage) -> Published:
    """The same people give the same lists, whatever their order."""
    reached = found.outcomes
    outcomes = suppressed({one.value: reached[one] for one in _FIRST_HIDDEN})
    if outcomes is not None:
        outcomes = {one.value: outcomes[one] for one in Outcome}
    exact = {one for one in Outcome if outcomes is not None and isinstance(outcomes[one], int)}

    def part(of: Outcome, counts: Mapping[str, int]) -> Shown | None:
        """What makes up a hidden number would give it away."""
        return suppressed(dict(sorted(counts.items()))) if of in exact else None

    return Published(
        people=found.people,
        outcomes=outcomes,
        told=part(Outcome.TOLD, told_by(found)),
        held=part(Outcome.HELD, found.held),
        nobody=part(Outcome.NOBODY, {one.value: found.reached[one] for one in Reach if OUTCOME[one] is Outcome.NOBODY}),
        languages=_languages(found, [one for one in Outcome if one in exact and one is not Outcome.GONE and reached[one]]),
    )


def told_by(found: Coverage) -> dict[str, int]:
    """Everybody who is told, by the channel that is tried first and how much it carries; or through their attorney."""
    ways: Counter[str] = Counter()
    for (channel, carries), count in found.own.first.items():
        ways[channel.value if channel is Channel.HAND else f"{channel}, {carries}"] += count
    return {**ways, Reach.ATTORNEY.value: found.reached[Reach.ATTORNEY]}


def _languages(found: Coverage, columns: list[Outcome]) -> dict[str, Shown] | None:
    """A language is named if ten people of it share an outcome; the others together are one row, which is hidden first."""
    named = sorted(tag for tag, row in found.languages.items() if any(row[one] >= LIMIT for one in columns))
    rest = [row for tag, row in found.languages.items() if tag not in named]
    table = {OTHER: {one: sum(row[one] for row in rest) for one in columns}} if rest else {}
    table |= {tag: {one: found.languages[tag][one] for one in columns} for tag in named}
    shown = {
        one.value: made for one in columns if (made := suppressed({tag: row[one] for tag, row in table.items()})) is not None
    }
    if not shown:
        return None
    return {tag: {one: column[tag] for one, column in shown.items()} for tag in [*named, *([OTHER] if rest else [])]}
