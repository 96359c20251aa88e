"""Counts as outsiders may see them: none under ten, and none that the others or their total give away.

Ten is the threshold of the cell suppression policy of the US Centers for Medicare & Medicaid Services: 1 to 10 are hidden
there; here 1 to 9, shown as `<10`.
"""

from __future__ import annotations

from collections.abc import Mapping

LIMIT = 10
SMALL, MASKED = "<10", "10 or more"

Shown = dict[str, int | str]


def suppressed(counts: Mapping[str, int]) -> Shown | None:
    """A list whose total everybody knows. What is under ten, and not none, is `<10`; and so that the total does not give it
    away, others are `10 or more`, the first of the list first, until what is hidden leaves room for 9 in any of the small
    ones. None if there are not enough others: then the list is not to be shown.

    Which others are hidden must say nothing either, since this file is public. So they are taken in the list's order, which
    must not depend on the counts, and until a condition holds that whoever knows the total can work out as well. Even who
    knows all this cannot tell any of 1 to 8 apart: a test builds, for each, a list that is shown as the very same.
    """
    small = [name for name, count in counts.items() if 0 < count < LIMIT]
    if not small:
        return dict(counts)
    hidden = sum(counts[name] for name in small)
    masked: list[str] = []
    for name, count in counts.items():
        if count < LIMIT:
            continue
        masked.append(name)
        hidden += count
        if hidden >= room(len(small), len(masked)):
            return {one: SMALL if one in small else MASKED if one in masked else counts[one] for one in counts}
    return None


def room(small: int, masked: int) -> int:
    """The least sum of so many hidden counts at which any one of the small ones may be 9."""
    return masked * LIMIT + (LIMIT - 1) + (small - 1)
