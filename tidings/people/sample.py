"""Some rows of a list, spread evenly over it, in one pass and bounded memory: lists are sorted by date or country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.model import Personal

FIRST, SPREAD = 2000, 2000


class Sample(Personal):
    """Rows to look at. Shows nothing of them."""

    __slots__ = ("rows",)

    def __init__(self, rows: list[Sequence[str]]) -> None:
        self.rows = rows

    def column(self, index: int) -> list[str]:
        """The cells of one column; "" where a row is too short."""
        return [row[index] if index < len(row) else "" for row in self.rows]


def take_sample(rows: Iterable[Sequence[str]], first: int = FIRST, spread: int = SPREAD) -> Sample:
    """The first rows, and at most `spread` more at even distances from the rest.

    No chance in it: the same list gives the same answers. A distance is doubled, and every other row of the rest
    dropped, whenever there would be too many.
    """
    head: list[Sequence[str]] = []
    rest: list[Sequence[str]] = []
    step = 1
    for number, row in enumerate(rows):
        if number < first:
            head.append(row)
        elif (number - first) % step == 0:
            rest.append(row)
            if len(rest) > spread:
                rest, step = rest[::2], 2 * step
    return Sample(head + rest)
