"""JSON objects as a table: a column a key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice

from tidings.errors import ListError
from tidings.people.files.json_objects import JsonFault, columns_of, objects
from tidings.people.files.limits import CELL, COLUMNS, JSON_FIRST
from tidings.people.files.rows import Numbering, coded
from tidings.people.files.table import Row, Tally

_Cells = tuple[int, dict[str, str]]


def json_header(blocks: Iterator[str], knows: Callable[[str], bool], name: str) -> tuple[str, ...]:
    """The keys of all objects, in the order in which each is first met. Raises ListError as json_table."""
    names: dict[str, None] = {}
    numbering = Numbering(Tally(), name)
    with _placed(numbering):
        for line, cells in _all_cells(blocks, knows):
            _add(names, cells, line)
            numbering.number += _is_filled(cells)
    return tuple(names)


def json_table(
    blocks: Iterator[str], knows: Callable[[str], bool], numbering: Numbering, header: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header (where none is given, the keys of the first 1,000 objects) and the rows. An object without a value is blank.

    Raises ListError BAD_JSON, TOO_LONG, TOO_MANY_COLUMNS; LATE_COLUMN for a key that the header lacks: to leave it out
    would lose somebody's number, to add it would move what others were told.
    """
    found = _until_fault(_all_cells(blocks, knows))
    if header:
        return header, _rows(found, header, numbering)
    first = list(islice(found, JSON_FIRST))
    names: dict[str, None] = {}
    with _placed(numbering):
        for item in first:
            if not isinstance(item, JsonFault):
                _add(names, item[1], item[0])
    header = tuple(names)
    return header, _rows(chain(first, found), header, numbering)


def _add(names: dict[str, None], cells: dict[str, str], line: int) -> None:
    names.update(dict.fromkeys(cells))
    if len(names) > COLUMNS:
        raise JsonFault(line, ListError.Code.TOO_MANY_COLUMNS)


def _is_filled(cells: dict[str, str]) -> bool:
    return any(map(str.strip, cells.values()))


def _rows(found: Iterator[_Cells | JsonFault], header: tuple[str, ...], numbering: Numbering) -> Iterator[Row]:
    names = frozenset(header)
    with _placed(numbering):
        for item in found:
            if isinstance(item, JsonFault):
                raise item
            line, cells = item
            if not names.issuperset(cells):
                raise JsonFault(line, ListError.Code.LATE_COLUMN)
            if any(len(cell) > CELL for cell in cells.values()):
                raise JsonFault(line, ListError.Code.TOO_LONG)
            if _is_filled(cells):
                numbering.number += 1
                yield Row(numbering.number, line, tuple(cells.get(name, "") for name in header))


@contextmanager
def _placed(numbering: Numbering) -> Iterator[None]:
    try:
        yield
    except JsonFault as fault:
        raise numbering.error(fault.code, fault.line) from None


def _all_cells(blocks: Iterator[str], knows: Callable[[str], bool]) -> Iterator[_Cells]:
    """Raises JsonFault, also for what the blocks raise."""
    memory: dict[str, bool] = {}

    def known(name: str) -> bool:
        if name not in memory:
            if len(memory) > COLUMNS:
                memory.clear()
            memory[name] = knows(name)
        return memory[name]

    line = 0
    try:
        for line, found in objects(blocks):
            yield line, columns_of(found, known)
    except ListError as error:
        raise JsonFault(max(line, 1), coded(error)) from None


def _until_fault(found: Iterator[_Cells]) -> Iterator[_Cells | JsonFault]:
    """A fault comes as an item, so that it can be raised when its row's turn comes, also if it is among the first."""
    try:
        yield from found
    except JsonFault as fault:
        yield fault
