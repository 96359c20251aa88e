"""Rows out of a CSV file (RFC 4180, and what spreadsheets make of it), in a stream: time and memory stay bounded."""

from __future__ import annotations

import codecs
import csv
import io
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tidings.errors import ListError

_CHUNK = 1 << 20
_LONGEST_ROW = 4 << 20
"""Characters; a cell is limited to 128 KiB by `csv.field_size_limit`, which other code may have raised."""
_LONGEST_CELL = 128 << 10
_NOT_TEXT = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"{\\rtf", b"SQLite format 3")
"""First bytes of what gets sent instead of a list: xlsx and ods, xls, PDF, gzip, RTF, SQLite."""


@dataclass(frozen=True, slots=True)
class Table:
    """A list being read. `rows` gives (row number, cells) once; the number is the data row's, from 1 below the header.

    Blank rows are not given but counted, so that a number finds its row in the file. Cells are as in the file: the
    reader cleans them. A row may have fewer or more cells than the header. Iterating raises ListError TOO_LONG,
    UNCLOSED or CHANGED, with the row's number.
    """

    header: tuple[str, ...]
    rows: Iterator[tuple[int, tuple[str, ...]]]


def read_rows(path: Path) -> Table:
    """Open a list in UTF-8 (with or without BOM) or, failing that, Windows-1252; cells parted by comma, semicolon, tab or bar.

    Raises ListError NO_SUCH_FILE, NOT_A_LIST, NO_HEADER (the file is empty), EMPTY or TOO_LONG. `where` is the file's name.
    """
    name = str(path)
    if not path.exists():
        raise ListError(ListError.Code.NO_SUCH_FILE, name)
    try:
        file = path.open("rb")
    except OSError:
        raise ListError(ListError.Code.NOT_A_LIST, name) from None
    try:
        header, rows = _begun(file, name)
    except BaseException:
        file.close()
        raise
    return Table(header, rows)


def _begun(file: BinaryIO, name: str) -> tuple[tuple[str, ...], Iterator[tuple[int, tuple[str, ...]]]]:
    """The header and all rows below it, once it is known that there is at least one."""
    before = os.fstat(file.fileno())
    if not stat.S_ISREG(before.st_mode):
        raise ListError(ListError.Code.NOT_A_LIST, name)
    encoding = _encoding(file, name)
    file.seek(0)
    rows = _rows(file, encoding, name, before)
    header = next(rows, None)
    if header is None:
        raise ListError(ListError.Code.NO_HEADER, name)
    first = next(rows, None)
    if first is None:
        raise ListError(ListError.Code.EMPTY, name)
    return header[1], chain([first], rows)


def _encoding(file: BinaryIO, name: str) -> str:
    """Reads the whole file once, a chunk at a time."""
    utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    start = True
    while chunk := file.read(_CHUNK):
        if b"\0" in chunk or (start and chunk.startswith(_NOT_TEXT)):
            raise ListError(ListError.Code.NOT_A_LIST, name)
        start = False
        try:
            if utf8:
                utf8.decode(chunk)
        except UnicodeDecodeError:
            utf8 = None
    try:
        if utf8:
            utf8.decode(b"", final=True)
    except UnicodeDecodeError:
        utf8 = None
    return "utf-8-sig" if utf8 else "cp1252"


class _Lines(Iterator[str]):
    """A file's lines, never more of one row than the limit. `ended` tells whether the last row was cut off by the end."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text, self.used, self.ended = text, 0, False

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_ROW)
        self.used += len(line)
        if self.used >= _LONGEST_ROW:
            raise csv.Error
        if not line:
            self.ended = True
            raise StopIteration
        return line


def _rows(file: BinaryIO, encoding: str, name: str, before: os.stat_result) -> Iterator[tuple[int, tuple[str, ...]]]:
    with closing(file), io.TextIOWrapper(file, encoding, errors="replace", newline="") as text:
        delimiter = _delimiter(text.readline(_LONGEST_ROW))
        text.seek(0)
        lines = _Lines(text)
        reader = csv.reader(lines, delimiter=delimiter)
        number = -1
        while True:
            number += 1
            lines.used = 0
            try:
                cells = tuple(next(reader))
            except StopIteration:
                break
            except csv.Error:
                # Its text may hold a piece of the row.
                raise ListError(ListError.Code.TOO_LONG, f"{name}, row {number}") from None
            if lines.ended:
                raise ListError(ListError.Code.UNCLOSED, f"{name}, row {number}")
            if any(len(cell) > _LONGEST_CELL for cell in cells):
                raise ListError(ListError.Code.TOO_LONG, f"{name}, row {number}")
            if number == 0 and not any(map(str.strip, cells)):
                number = -1  # blank lines above the header are not rows
            elif any(map(str.strip, cells)):
                yield number, cells
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise ListError(ListError.Code.CHANGED, name)


def _delimiter(line: str) -> str:
    """The mark that parts most cells of the first line."""
    return max(",;\t|", key=line.count)
