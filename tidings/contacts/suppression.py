"""Counts as outsiders may see them: none under ten, and none that the others give away.

Ten is the threshold of the US Centers for Medicare & Medicaid Services' cell suppression policy, among others: of fewer
people, somebody who knows a little may know who they are.
"""

from __future__ import annotations

from collections.abc import Mapping

LIMIT = 10
SMALL, MASKED = "<10", "10 or more"
OTHER = "other"


def suppressed(counts: Mapping[str, int]) -> dict[str, int | str]:
    """A list whose total is known. What is under ten, and not none, is `<10`; so that the total does not give it away, as many
    others are masked as it takes for every value from 1 to 9 to be possible.
    """
    small = {name for name, count in counts.items() if 0 < count < LIMIT}
    masked: set[str] = set()
    if small:
        room = 0
        for name in sorted((one for one in counts if counts[one] >= LIMIT), key=lambda one: counts[one]):
            if room >= LIMIT - 2:
                break
            masked.add(name)
            room += counts[name] - LIMIT
    return {name: SMALL if name in small else MASKED if name in masked else count for name, count in counts.items()}


def total_may_be_shown(counts: Mapping[str, int]) -> bool:
    """Whether the sum of a list may stand beside it: not where hidden counts leave no room for doubt."""
    if not any(0 < count < LIMIT for count in counts.values()):
        return True
    return sum(count - LIMIT for count in counts.values() if count >= LIMIT) >= LIMIT - 2


def merged(rows: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]] | None:
    """A table whose columns' totals are known: rows with a count under ten become one row, `other`, and the smallest of the
    rest with them, until no count is under ten. None where that leaves no table.
    """
    kept = {name: dict(row) for name, row in rows.items()}
    columns = {column for row in rows.values() for column in row}
    other = dict.fromkeys(columns, 0)
    gone = 0
    while True:
        small = [name for name, row in kept.items() if any(0 < count < LIMIT for count in row.values())]
        if not small and any(0 < count < LIMIT for count in other.values()):
            small = sorted(kept, key=lambda name: (sum(kept[name].values()), name))[:1]
        if not small:
            break
        for name in small:
            for column, count in kept.pop(name).items():
                other[column] += count
            gone += 1
        if not kept:
            break
    if any(0 < count < LIMIT for count in other.values()):
        return None
    return kept | ({OTHER: other} if gone else {})
