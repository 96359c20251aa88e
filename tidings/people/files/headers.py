"""Where a list begins: the row that names its columns, below titles and above the people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidings.people.files.header_groups import is_group_row, joined
from tidings.people.files.limits import COLUMNS
from tidings.people.values.cells import clean
from tidings.people.values.spelling import folded

_SOMEBODYS = re.compile(r"@|\d\D?\d\D?\d\D?\d\D?\d|\d+[/.-]\d+[/.-]\d+")
"""What names no column: an address, five digits, a date."""
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Header:
    """`names`, cleaned. `line`: its row (the lower of two). `titles`: what stands above it, folded. `known`: its score."""

    names: tuple[str, ...]
    line: int
    titles: frozenset[str]
    known: int

    @property
    def filled(self) -> int:
        return sum(map(bool, self.names))

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(map(folded, self.names))


def find_header(head: Sequence[Sequence[str]], knows: Callable[[str], bool], *, spread: bool = True) -> Header | None:
    """The header among a list's first rows; None if they are all blank.

    It is the first of the rows with the most cells that are known column names, less those that hold a person's data.
    Where nothing is known, the first row that is about as wide as the rest and holds no data: the caller says that its
    columns are not known. `spread`: a name above several columns stands in the first of them only (in a workbook,
    merged cells have been filled).
    """
    rows = [[clean(cell) if len(cell) <= _LONGEST_NAME else cell[:_LONGEST_NAME] for cell in row[:COLUMNS]] for row in head]
    scores = [score(row, knows) for row in rows]
    best = max(scores, default=0)
    at = scores.index(best) if best > 0 else None
    if at is None or (best == 1 and _filled(rows[at]) == 1 and max(map(_filled, rows)) > 2):
        at = _by_shape(rows)
    if at is None:
        return None
    top, names = at, rows[at]
    if at and is_group_row(rows[at - 1], names) and not any(map(is_somebodys, rows[at - 1])):
        top -= 1
        names = joined(rows[top], names, knows, spread=spread)
    elif at + 1 < len(rows) and _continues(names, rows[at + 1], knows):
        at += 1
        names = joined(names, rows[at], knows, spread=spread)
    titles = frozenset(folded(cell) for row in rows[:top] for cell in row if cell)
    return Header(_trimmed(names), at + 1, titles, score(names, knows))


def is_somebodys(cell: str) -> bool:
    """Whether a cell is somebody's datum and no column's name."""
    return _SOMEBODYS.search(cell) is not None


def score(row: Sequence[str], knows: Callable[[str], bool]) -> int:
    """How many different known names, less twice the cells that name nothing."""
    names = {folded(cell): cell for cell in row if cell}
    found = sum(1 for key, cell in names.items() if key and knows(cell))
    return found - 2 * sum(map(is_somebodys, names.values())) if found else 0


def _filled(row: Sequence[str]) -> int:
    return len(row) - row.count("")


def _trimmed(names: Sequence[str]) -> tuple[str, ...]:
    """Without blank names at the end: exports that end each line with a delimiter have one, and a cell that a stray
    delimiter pushed there must be seen as one too many.
    """
    end = len(names)
    while end and not names[end - 1]:
        end -= 1
    return tuple(names[:end])


def _by_shape(rows: Sequence[Sequence[str]]) -> int | None:
    widths = Counter(width for row in rows if (width := _filled(row)))
    if not widths:
        return None
    usual = max(widths, key=lambda width: (widths[width], width))
    wide = [at for at, row in enumerate(rows) if _filled(row) >= max(1, usual * 0.6)]
    named = [at for at in wide if not any(map(is_somebodys, rows[at]))]
    return (named or wide)[0]


def _continues(upper: Sequence[str], lower: Sequence[str], knows: Callable[[str], bool]) -> bool:
    """Whether the row below a header is its second half: names under a group's name, and nothing else.

    Each of its cells is a known name, alone or with the group's, and one stands under a blank or a group.
    """
    filled = [at for at, cell in enumerate(lower) if cell]
    if len(filled) < 2 or len(lower) > len(upper) or not all(knows(lower[at]) for at in filled):
        return False
    return any(not cell for cell in upper) and all(upper[at] or lower[at] for at in range(len(lower)))
