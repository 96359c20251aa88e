"""A process of its own that reads one workbook, run as a script: bytes on standard input, text cells on standard output.

calamine holds a sheet whole, and a file of 5 KB can ask it for terabytes (two cells at far corners, one text used a
million times, one cell repeated in ODS); Rust then aborts the process. So it is not ours that it aborts: this one has
little memory and time, no core dump, no temporary file and no way out but its pipe. Nothing of Tidings is imported: it
starts in 50 ms. Formats: ECMA-376 (xlsx, xlsb), [MS-XLS], OASIS OpenDocument 1.3 (ods), as python-calamine reads them.

Messages are JSON behind four bytes of length: {"error": code}, or {"sheets": [...]} and then rows [sheet, [cells, ...]], at
last null. A sheet is {"head": its first rows, merged cells filled, "width": columns}.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

import orjson
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

_ROWS = 256
_MOST_MERGES = 100_000
_SMALL = 16 << 20


class Limits(NamedTuple):
    """Those of limits.py, which cannot be imported from here."""

    cell: int
    row: int
    columns: int
    head: int
    entries: int
    unpacked: int
    ratio: int
    memory: int
    seconds: int


class Refused(Exception):
    """Ends the process with a code of ListError."""


def main() -> None:
    limits = Limits(*map(int, sys.argv[1:]))
    _confine(limits)
    try:
        for message in messages(sys.stdin.buffer.read(), limits):
            _send(message)
        _send(None)
    except MemoryError:
        _send({"error": "TOO_LARGE"})
    except Refused as refused:
        _send({"error": str(refused)})


def _confine(limits: Limits) -> None:
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))


def _send(message: object) -> None:
    data = orjson.dumps(message)
    sys.stdout.buffer.write(len(data).to_bytes(4, "big") + data)
    sys.stdout.buffer.flush()


def messages(data: bytes, limits: Limits) -> Iterator[object]:
    """Everything there is to say about a workbook. Raises Refused."""
    kind = _checked_zip(data, limits) if data.startswith(b"PK") else _checked_ole(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        # Hidden sheets too: who stands on one was exposed like everybody else.
        sheets = [
            book.get_sheet_by_index(place)
            for place, sheet in enumerate(book.sheets_metadata)
            if sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError:
        raise Refused("PASSWORD") from None
    except (CalamineError, OSError, ValueError):
        raise Refused(kind) from None
    yield {"sheets": [{"head": _head(sheet, limits), "width": sheet.width} for sheet in sheets]}
    for number, sheet in enumerate(sheets):
        rows: list[list[str]] = []
        for row in _rows(sheet, limits):
            size = sum(map(len, row))
            if size > limits.cell and (size > limits.row or max(map(len, row)) > limits.cell):
                yield [number, rows]  # so that the row's number is known
                raise Refused("TOO_LONG")
            rows.append(row)
            if len(rows) == _ROWS:
                yield [number, rows]
                rows = []
        yield [number, rows]


def _checked_zip(data: bytes, limits: Limits) -> str:
    """The code for a fault found later. What the directory declares is no promise, hence the limits of the process."""
    damaged = b"[Content_Types].xml" in data or b"opendocument.spreadsheet" in data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError):
        raise Refused("DAMAGED" if damaged else "NOT_A_LIST") from None
    names = {part.filename for part in parts}
    if not any(name.startswith("xl/") for name in names) and "content.xml" not in names:
        raise Refused("NOT_A_LIST")  # an archive, or another office program's file
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("PASSWORD")
    size = sum(part.file_size for part in parts)
    if len(parts) > limits.entries or size > limits.unpacked or (size > _SMALL and size > limits.ratio * len(data)):
        raise Refused("TOO_LARGE")
    return "DAMAGED"


def _checked_ole(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused("PASSWORD")
    known = any(name.encode("utf-16-le") in data for name in ("Workbook", "Book"))
    return "DAMAGED" if known else "NOT_A_LIST"


def _merges(sheet: CalamineSheet) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Merged ranges, columns counted from the sheet's first that is used."""
    if sheet.start is None:
        return []
    left = sheet.start[1]
    found = sheet.merged_cell_ranges or []
    return [((top, first - left), (bottom, last - left)) for (top, first), (bottom, last) in found[:_MOST_MERGES]]


def _rows(sheet: CalamineSheet, limits: Limits) -> Iterator[list[str]]:
    """All rows from the sheet's first. A cell merged downwards holds for each of its rows, as whoever looks at it reads it."""
    down = sorted((top, bottom, column) for (top, column), (bottom, _) in _merges(sheet) if bottom > top and column >= 0)
    down.reverse()
    held: list[tuple[int, int, str]] = []
    for line, values in enumerate(sheet.iter_rows()):
        cells = [value if type(value) is str else text_of(value) for value in values[: limits.columns]]
        if held:
            for _, column, text in held:
                if column < len(cells):
                    cells[column] = cells[column] or text
            held = [one for one in held if one[0] > line]
        while down and down[-1][0] <= line:
            top, bottom, column = down.pop()
            if top == line and column < len(cells) and cells[column]:
                held.append((bottom, column, cells[column]))
        yield cells


def _head(sheet: CalamineSheet, limits: Limits) -> list[list[str]]:
    rows = [[cell[:200] for cell in row] for row in islice(_rows(sheet, limits), limits.head)]
    for (top, first), (bottom, last) in _merges(sheet):
        if first < 0 or top >= len(rows):
            continue
        for row in rows[top : bottom + 1]:
            for column in range(first, min(last + 1, len(row))):
                row[column] = row[column] or rows[top][first]
    return rows


def text_of(value: Any) -> str:
    """A cell as its writer would have typed it: whole numbers without `.0`, days as YYYY-MM-DD, TRUE and FALSE."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(float(value)) if isinstance(value, float) else str(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        sign = "-" if seconds < 0 else ""
        minutes, seconds = divmod(abs(seconds), 60)
        return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, dt.time):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date) else ""


def number_text(value: float) -> str:
    """All digits that a spreadsheet keeps (15), and no exponent for what was a phone number."""
    if value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    short = format(value, ".15g")
    return repr(value) if "e" in short or "n" in short else short


if __name__ == "__main__":
    main()
