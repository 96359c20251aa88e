"""Rows that could not become persons: they wait sealed, go to an officer in an encrypted workbook, and come back mended.

The workbook has the list's own columns behind three of ours: which row it is, why it was refused, what to do. A row that
comes back with its token replaces the one that waits, whether it is fine now or not. Cells are written as typed text, so
nothing in them can run as a formula, whatever program opens the workbook.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import orjson
import xlsxwriter
from sqlalchemy import Connection, func, select

from tidings.people.ingest.arrivals import row_field
from tidings.people.ingest.lists import open_header
from tidings.store import in_parts
from tidings.store.tables import OPEN_PAIR, pairs, persons, rows
from tidings.vault import Sealed
from tidings.workspace import Workspace, open_record

TOKEN, WHY, WHAT = "tidings_row", "tidings_why", "tidings_what_to_do"
_OURS = (TOKEN, WHY, WHAT)

REASONS = {
    "row.no_reference": ("no reference number and no name", "find in the source whose row this is"),
    "row.bad_reference": ("the reference number is too short, too long, or no such number", "correct it from the source"),
    "row.two_references": ("two people's reference numbers", "find out whose row this is; give each their own"),
    "row.too_many_cells": ("more cells than columns: a comma too many moved them", "put each cell under its own column"),
    "row.is_header": ("the header again", "nothing: delete this row"),
}
"""What an officer reads about each code: why, and what to do. docs/lists.md has more."""

_WIDTH = 18
_LONGEST_CELL = 32_767
"""Characters that a workbook's cell holds (ECMA-376 part 1, annex for SpreadsheetML limits; XlsxWriter refuses more)."""


def is_ours(header: str) -> bool:
    """Whether a header names one of our own columns."""
    return header.strip().lower() in _OURS


class TokenColumns:
    """A header without our own columns, and its rows without our own cells."""

    def __init__(self, header: Sequence[str]) -> None:
        names = [name.strip().lower() for name in header]
        self._token = names.index(TOKEN) if TOKEN in names else None
        self._kept = [i for i, name in enumerate(names) if self._token is None or name not in _OURS]
        self._length = len(names)
        self.header = tuple(header[i] for i in self._kept)

    def parted(self, cells: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """The row's own cells, and the token of the refused row that they replace, or ""."""
        if self._token is None:
            return cells, ""
        token = cells[self._token].strip() if self._token < len(cells) else ""
        return tuple(cells[i] for i in self._kept if i < len(cells)) + cells[self._length :], token


def count_rejects(ws: Workspace) -> dict[str, int]:
    """How many rows wait for each reason; a row with two reasons counts under both."""
    counted: dict[str, int] = defaultdict(int)
    with ws.store.reading() as connection:
        for codes, number in connection.execute(_waiting(rows.c.codes, func.count()).group_by(rows.c.codes)).tuples():
            for code in codes.split():
                counted[code] += number
    return dict(sorted(counted.items()))


def shown_in_workbook(ws: Workspace) -> list[str]:
    """Whose data `rejects_workbook` shows: the owners of refused rows' keys, and whoever is in an open pair."""
    with ws.store.reading() as connection:
        owners = set(connection.scalars(_waiting(rows.c.key)))
        for column in (pairs.c.first_id, pairs.c.second_id):
            owners |= set(connection.scalars(select(column).where(pairs.c.state == OPEN_PAIR)))
    return sorted(owners)


def rejects_workbook(ws: Workspace) -> tuple[bytes, int]:
    """All refused rows as an XLSX, and how many they are. Plain data, in memory: whoever calls this encrypts it.

    Each list has a sheet, since each has its own columns.
    """
    book = io.BytesIO()
    written = 0
    # In memory: XlsxWriter would otherwise put the sheets into temporary files, as they are.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(book, options) as workbook, ws.store.reading() as connection:
        bold, wrapped = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
        for list_id in connection.scalars(_waiting(rows.c.list_id).distinct().order_by(rows.c.list_id)).all():
            header = open_header(ws, connection, list_id)
            sheet = workbook.add_worksheet(f"list {list_id}")
            sheet.freeze_panes(1, len(_OURS))
            sheet.set_column(0, len(_OURS) + len(header), _WIDTH, wrapped)
            _write(sheet, 0, (*_OURS, *header), bold)
            for line, cells in enumerate(_rejected(ws, connection, list_id), start=1):
                _write(sheet, line, cells)
                written += 1
        _write_pairs(ws, connection, workbook, bold, wrapped)
        if not workbook.worksheets():
            workbook.add_worksheet("nothing waits")
    return book.getvalue(), written


PAIR_COLUMNS = ("pair", "person", "reference", "name", "date_of_birth", "nationality", "birth_country", "language", "facility")


def _write_pairs(ws: Workspace, connection: Connection, workbook: Any, bold: Any, wrapped: Any) -> None:
    """Who may be one person, one above the other. The columns' names are ours, so that nobody reads this sheet as a list."""
    found = connection.execute(
        select(pairs.c.first_id, pairs.c.second_id).where(pairs.c.state == OPEN_PAIR).order_by(pairs.c.list_id, pairs.c.first_id)
    ).all()
    if not found:
        return
    sheet = workbook.add_worksheet("likely pairs")
    sheet.set_column(0, len(PAIR_COLUMNS), _WIDTH, wrapped)
    _write(sheet, 0, [f"tidings_{name}" for name in PAIR_COLUMNS], bold)
    for number, pair in enumerate(found, start=1):
        for line, person in enumerate(pair):
            row = connection.execute(select(persons).where(persons.c.id == person)).one()
            record = open_record(ws, row)
            shown = [str(getattr(record, name) or "") for name in PAIR_COLUMNS[2:]]
            _write(sheet, 3 * number - 2 + line, [str(number), person, *shown])


def _waiting(*columns: Any) -> Any:
    return select(*columns).where(rows.c.person_id.is_(None))


def _rejected(ws: Workspace, connection: Connection, list_id: int) -> Iterator[Sequence[str]]:
    found = connection.execute(_waiting(rows).where(rows.c.list_id == list_id).order_by(rows.c.number)).all()
    for part in in_parts(found):
        ws.vault.preload([row.key for row in part])
        for row in part:
            cells, _remarks, line = orjson.loads(ws.vault.open_sealed(row.key, row_field(bytes(row.mark)), 1, Sealed(row.sealed)))
            codes = row.codes.split()
            why = "; ".join(REASONS[code][0] for code in codes) + f" (row {row.number}, line {line})"
            yield row.key, why, "; ".join(REASONS[code][1] for code in codes), *cells


def _write(sheet: Any, line: int, cells: Sequence[str], form: Any = None) -> None:
    for column, text in enumerate(cells):
        sheet.write_string(line, column, text[:_LONGEST_CELL], form)
