"""Rows out of text in which marks part the cells (RFC 4180 and its relatives), in a stream, near the csv module's own speed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain

from tidings.errors import ListError
from tidings.people.files.dialect import Dialect
from tidings.people.files.limits import BLOCK, CELL, ROW
from tidings.people.files.quotes import mender

_WIDE = 6
"""Cells in a row from which on a line of as many delimiters inside a cell is a swallowed row, and no address."""


def separated_rows(blocks: Iterator[str], dialect: Dialect) -> Iterator[list[str]]:
    """The cells of each row; a blank line is a row without cells, so that rows can be counted as a spreadsheet does.

    Raises ListError TOO_LONG, and UNCLOSED where a cell runs to the end of the file or holds whole rows: each of those is
    a person, lost in another's cell.
    """
    state = _State()
    lines = chain.from_iterable(map(mender(dialect), _watched(blocks, dialect, state)))
    reader = csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        escapechar=dialect.escape,
        skipinitialspace=dialect.spaced,
    )
    # The limit is the whole process's: other code may have raised it.
    limited = csv.field_size_limit() == CELL
    line = 0
    try:
        for cells in reader:
            line += 1
            if reader.line_num != line:
                line = reader.line_num
                if _swallowed(cells, dialect.delimiter):
                    raise ListError(ListError.Code.UNCLOSED)
            if state.blocks:
                if state.ended:
                    raise ListError(ListError.Code.UNCLOSED)
                state.blocks = 0
            if not limited and any(len(cell) > CELL for cell in cells):
                raise ListError(ListError.Code.TOO_LONG)
            yield cells
    except csv.Error:  # its text may hold a piece of the row
        raise ListError(ListError.Code.TOO_LONG) from None


class _State:
    """`blocks` were read since the last row; `ended`: there are no more, so a row that comes now was cut off."""

    __slots__ = ("blocks", "ended")

    def __init__(self) -> None:
        self.blocks, self.ended = 0, False


def _watched(blocks: Iterator[str], dialect: Dialect, state: _State) -> Iterator[str]:
    """The blocks, as long as rows come out of them."""
    null = re.compile(rf"(?<![^{re.escape(dialect.delimiter)}\r\n])\\N(?=[{re.escape(dialect.delimiter)}\r\n]|$)")
    for block in blocks:
        state.blocks += 1
        if state.blocks * BLOCK > ROW + BLOCK:
            raise csv.Error
        # MySQL's and PostgreSQL's mark for "no value".
        yield null.sub("", block) if "\\N" in block else block
    state.blocks, state.ended = 1, True


def _swallowed(cells: list[str], delimiter: str) -> bool:
    if len(cells) < _WIDE:
        return False
    broken = (cell for cell in cells if "\n" in cell or "\r" in cell)
    return any(line.count(delimiter) >= _WIDE - 1 for cell in broken for line in cell.splitlines())
