"""What comes out of any file: a header, and rows that are each somebody's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tidings.model import Personal


class Row(NamedTuple):
    """One data row.

    `number` counts data rows from 1: blank rows, titles, repeated headers, totals and footers are not counted. `line` is
    the row's number as a spreadsheet shows it, from 1 for the first of the file or sheet; in JSON it is the line on which
    the object begins. `cells` are the file's, in the header's order; there may be fewer or more than the header has.
    """

    number: int
    line: int
    cells: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Row(number={self.number}, line={self.line}, cells={len(self.cells)})"


@dataclass(slots=True)
class Tally:
    """What was left out so far, and where sheets begin: (number of the first row, sheet) in order."""

    rows: int = 0
    sheets: int = 0
    begins: list[tuple[int, int]] = field(default_factory=list)


class Table(Personal):
    """A list being read. `rows` gives each row once and is read in a stream; close() lets go of the file before its end.

    Iterating may raise ListError with the place of the row at which it happened: see `open_list`.
    """

    __slots__ = ("_close", "_tally", "header", "rows")

    def __init__(self, header: tuple[str, ...], rows: Iterator[Row], tally: Tally, close: Callable[[], None]) -> None:
        self.header, self.rows, self._tally, self._close = header, rows, tally, close

    @property
    def skipped_rows(self) -> int:
        """Rows below the header left out so far that were not blank: repeated headers, totals, footers, drawn lines."""
        return self._tally.rows

    @property
    def skipped_sheets(self) -> int:
        """Sheets that hold something and are no list."""
        return self._tally.sheets

    def place(self, number: int, line: int) -> str:
        """Where a row is, for a message: `row 12 (line 15)`, in a workbook of several lists `row 12 (sheet 2, line 4)`."""
        return place_of(self._tally, number, line)

    def close(self) -> None:
        """Lets go of the file, of the process that reads a workbook and the thread that opens `.age`. The end does it too."""
        self._close()


def place_of(tally: Tally, number: int, line: int) -> str:
    """As Table.place."""
    found = bisect_right(tally.begins, (number, 1 << 30)) - 1
    sheet = f"sheet {tally.begins[found][1]}, " if found >= 0 else ""
    return f"row {number} ({sheet}line {line})"
