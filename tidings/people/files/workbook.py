"""Rows out of xlsx, xlsb, xls and ods: another process reads them (workbook_child.py says why), here they become one table."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import orjson

from tidings.errors import ListError
from tidings.people.files import limits, workbook_child
from tidings.people.files.headers import Header, find_header
from tidings.people.files.rows import Numbering, data_rows, places
from tidings.people.files.source import Readable
from tidings.people.files.table import Row
from tidings.people.files.workbook_child import Limits

_CHILD = Path(workbook_child.__file__)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that holds a list. `number` counts from 1 among the sheets of cells."""

    number: int
    header: Header


def open_workbook(source: Readable, knows: Callable[[str], bool], numbering: Numbering) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The header over all sheets, and their rows in order.

    Raises ListError TOO_LARGE, NOT_A_LIST, PASSWORD, DAMAGED, NO_SHEET.
    """
    child = _Child(source)
    try:
        told = child.message()["sheets"]
        lists = _lists(told, knows)
        numbering.tally.sheets = sum(1 for sheet in told if sheet["head"]) - len(lists)
        if not lists:
            raise ListError(ListError.Code.NO_SHEET)  # noqa: TRY301 -- the child must end in any case
        header = _union([sheet.header for sheet in lists])
        if len(header) > limits.COLUMNS:
            raise ListError(ListError.Code.TOO_MANY_COLUMNS)  # noqa: TRY301
    except BaseException:
        child.end()
        raise
    return header, _all_rows(child, lists, header, knows, numbering)


def _all_rows(
    child: _Child, lists: Sequence[Sheet], header: tuple[str, ...], knows: Callable[[str], bool], numbering: Numbering
) -> Iterator[Row]:
    keys = Header(header, 0, frozenset(), 0).keys
    try:
        for sheet in lists:
            if len(lists) > 1:
                numbering.tally.begins.append((numbering.number + 1, sheet.number))
            move = () if sheet.header.keys == keys else places(sheet.header.keys, keys)
            yield from data_rows(child.rows(sheet.number - 1), sheet.header, knows, numbering, move, len(header))
    finally:
        child.end()


def _lists(told: Sequence[dict[str, Any]], knows: Callable[[str], bool]) -> list[Sheet]:
    """The sheets that are lists: those with three known columns, or with two and no other.

    A pivot ("Nationality | Count") and a table of choices ("Language") have one; a guide to the columns none in its first
    row. If there is no such sheet, the one with most known columns, or the first that has rows: whether its columns are
    known is then the caller's question.
    """
    found = []
    for number, sheet in enumerate(told, start=1):
        header = find_header(sheet["head"], knows, spread=False)
        if header:
            # A cell cannot be pushed out of its column here: what stands beside the list is in a column without a name.
            names = header.names + ("",) * (sheet["width"] - len(header.names))
            found.append(Sheet(number, Header(names, header.line, header.titles, header.known)))
    sure = [one for one in found if one.header.known >= min(3, max(2, one.header.filled))]
    likely = [one for one in found if one.header.known > 0] or found
    return sure or sorted(likely, key=lambda one: -one.header.known)[:1]


def _union(headers: Sequence[Header]) -> tuple[str, ...]:
    """The first sheet's columns, then those that only later ones have. A name that stands twice in one sheet stands twice."""
    names: list[str] = []
    counts: dict[str, int] = {}
    for header in headers:
        here: dict[str, int] = {}
        for name, key in zip(header.names, header.keys, strict=True):
            here[key] = here.get(key, 0) + 1
            if here[key] > counts.get(key, 0):
                counts[key] = here[key]
                names.append(name)
    return tuple(names)


class _Child:
    """The process that reads the workbook, from its start to its end."""

    def __init__(self, source: Readable) -> None:
        """Hands it the bytes. Raises ListError TOO_LARGE above the limit, and what the source raises."""
        confines = Limits(
            cell=limits.CELL,
            row=limits.ROW,
            columns=limits.COLUMNS,
            head=limits.HEAD,
            entries=limits.ENTRIES,
            unpacked=limits.UNPACKED,
            ratio=limits.RATIO,
            memory=limits.WORKBOOK_MEMORY,
            seconds=limits.WORKBOOK_SECONDS,
        )
        self._process = subprocess.Popen(  # noqa: S603 -- our own file, and numbers
            [sys.executable, "-I", str(_CHILD), *map(str, confines)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a panic's text may hold a cell
            env={},  # no secret of ours
        )
        self._next: tuple[int, list[list[str]]] | None = None
        try:
            self._feed(source)
        except BaseException:
            self.end()
            raise

    def _feed(self, source: Readable) -> None:
        pipe = self._pipe(self._process.stdin)
        size = 0
        while chunk := source.read(limits.BLOCK):
            size += len(chunk)
            if size > limits.WORKBOOK:
                raise ListError(ListError.Code.TOO_LARGE)
            try:
                pipe.write(chunk)
            except OSError:
                break  # it has ended: its message, or that there is none, says why
        with contextlib.suppress(OSError):
            pipe.close()

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        if pipe is None:
            raise ListError(ListError.Code.UNREADABLE)
        return pipe

    def message(self) -> Any:
        """The next message. Raises ListError with the code that it brings, or for a process that died."""
        pipe = self._pipe(self._process.stdout)
        size = pipe.read(4)
        data = pipe.read(int.from_bytes(size, "big")) if len(size) == 4 else b""
        if not data:
            # Killed by a signal: out of memory or time, or stopped by Rust for want of memory.
            code = ListError.Code.TOO_LARGE if self._process.wait() < 0 else ListError.Code.DAMAGED
            raise ListError(code)
        message = orjson.loads(data)
        if isinstance(message, dict) and "error" in message:
            raise ListError(ListError.Code[message["error"]])
        return message

    def rows(self, sheet: int) -> Iterator[list[str]]:
        """The rows of one sheet; sheets must be asked for in order."""
        while True:
            if self._next is None:
                told = self.message()
                if told is None:
                    return
                self._next = told[0], told[1]
            number, rows = self._next
            if number > sheet:
                return
            self._next = None
            if number == sheet:
                yield from rows

    def end(self) -> None:
        """Stops the process, whatever it is doing. Safe to call twice."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._process.wait()
