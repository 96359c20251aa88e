"""From any file to a table: what it is, is told by its bytes; a name's ending is somebody's opinion."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tidings.errors import ListError
from tidings.people.files.age import Identity, is_age, opened
from tidings.people.files.dialect import sniff
from tidings.people.files.encodings import VALUES, text_blocks, wide_encoding
from tidings.people.files.headers import find_header
from tidings.people.files.json_objects import is_json
from tidings.people.files.json_rows import json_header, json_table
from tidings.people.files.limits import COLUMNS, HEAD, SAMPLE
from tidings.people.files.rows import Numbering, data_rows
from tidings.people.files.separated import separated_rows
from tidings.people.files.source import Source, source_of
from tidings.people.files.table import Row, Table, Tally
from tidings.people.files.workbook import open_workbook

_WORKBOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""xlsx, xlsb and ods are zip archives, xls is an OLE2 file. Whether it really is a workbook is seen when it is read."""
_COMPRESSED = (
    b"\x1f\x8b",
    b"\x1f\x9d",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x04\x22\x4d\x18",
)
_BZIP2 = b"1AY&SY"
_NO_LISTS = (b"%PDF", b"{\\rtf", b"SQLite format 3", b"\x89PNG", b"\xff\xd8\xff")
_MARKED_UP = ("<!doctype", "<html", "<head", "<meta", "<body", "<table", "<style", "<?xml", "mime-version:")
"""What web pages save as .xls."""

_Knows = Callable[[str], bool]


def open_list(source: Path | BinaryIO, *, knows: _Knows, identities: Sequence[Identity] = (), name: str = "") -> Table:
    """A list in any format: CSV and its relatives, JSON Lines or a JSON array, xlsx, xlsb, xls, ods, or one of these as `.age`.

    `source` is a regular file, or a binary stream that is read once from where it stands and stays open. `knows` says
    whether a column rule knows a header. `identities` are asked only for `.age`. `name` is what errors call the list;
    without it, a file's path.

    The header and the first row are read at once, the rest as `rows` is. Raises ListError, now or then: NO_SUCH_FILE,
    UNREADABLE, NOT_A_LIST, COMPRESSED, ENCRYPTED, CANNOT_OPEN, PASSWORD, DAMAGED, NO_SHEET, NO_HEADER (there is no row at
    all: whether its columns are known is the reader's question), EMPTY, TOO_LONG, TOO_MANY_COLUMNS, TOO_LARGE, UNCLOSED,
    BAD_JSON, LATE_COLUMN, SECOND_HEADER, CHANGED. `where` is the name and, once rows are read, the row and line.
    """
    name = name or (str(source) if isinstance(source, Path) else "")
    numbering = Numbering(Tally(), name)
    try:
        plain = _plain(source, identities)
        try:
            header, rows = _table(plain, source, identities, knows, numbering)
            first = next(rows, None)
            if first is None:
                raise ListError(ListError.Code.EMPTY)  # noqa: TRY301 -- the file is closed below
        except BaseException:
            plain.close()
            raise
    except ListError as error:
        raise ListError(error.code, error.where or name) from None

    def close() -> None:
        if isinstance(rows, Generator):
            rows.close()
        plain.close()

    return Table(header, _watched(plain, chain([first], rows), name, close), numbering.tally, close)


def _plain(source: Path | BinaryIO, identities: Sequence[Identity]) -> Source:
    outer = source_of(source)
    try:
        return opened(outer, identities) if is_age(outer.peek(64)) else outer
    except BaseException:
        outer.close()
        raise


def _table(
    plain: Source, origin: Path | BinaryIO, identities: Sequence[Identity], knows: _Knows, numbering: Numbering
) -> tuple[tuple[str, ...], Iterator[Row]]:
    head = plain.peek(SAMPLE)
    if head.startswith(_WORKBOOKS):
        return open_workbook(plain, knows, numbering)
    if head.startswith(_COMPRESSED) or (head.startswith(b"BZh") and head[4:10] == _BZIP2):
        raise ListError(ListError.Code.COMPRESSED)
    wide = wide_encoding(head)
    begins = head.decode(wide, "ignore") if wide else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    begins = begins.lstrip("\ufeff \t\r\n")
    if head.startswith(_NO_LISTS) or (not wide and b"\0" in head) or is_age(head) or begins[:20].lower().startswith(_MARKED_UP):
        raise ListError(ListError.Code.NOT_A_LIST)
    if is_json(begins):
        return json_table(text_blocks(plain, VALUES), knows, numbering, _all_keys(origin, identities, knows, numbering.name))
    return _separated(plain, knows, numbering)


def _all_keys(origin: Path | BinaryIO, identities: Sequence[Identity], knows: _Knows, name: str) -> tuple[str, ...]:
    """A file's keys, by reading it once more; of a stream none: its first objects must do."""
    if not isinstance(origin, Path):
        return ()
    before = _plain(origin, identities)
    try:
        return json_header(text_blocks(before, VALUES), knows, name)
    finally:
        before.close()


def _separated(plain: Source, knows: _Knows, numbering: Numbering) -> tuple[tuple[str, ...], Iterator[Row]]:
    blocks = text_blocks(plain)
    first = next(blocks, "")
    sample = first[:SAMPLE]
    if len(first) > SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    dialect = sniff(sample, knows)
    raw = separated_rows(chain([first[dialect.skip :]], blocks), dialect)
    head: list[Sequence[str]] = []
    failure: ListError | None = None
    try:
        while len(head) < HEAD and (cells := next(raw, None)) is not None:
            head.append(cells)
    except ListError as error:
        failure = error  # raised when its row's turn comes, so that it has a number
    header = find_header(head, knows)
    if header is None:
        raise failure or ListError(ListError.Code.NO_HEADER)
    if len(head[header.line - 1]) > COLUMNS and len(header.names) >= COLUMNS:
        raise ListError(ListError.Code.TOO_MANY_COLUMNS)
    return header.names, data_rows(_resumed(head, failure, raw), header, knows, numbering)


def _resumed(head: Sequence[Sequence[str]], failure: ListError | None, raw: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield from head
    if failure:
        raise failure
    yield from raw


def _watched(plain: Source, rows: Iterator[Row], name: str, close: Callable[[], None]) -> Iterator[Row]:
    """The rows; at their end, whether the file is still what it was."""
    try:
        yield from rows
        if not plain.is_unchanged():
            raise ListError(ListError.Code.CHANGED, name)
    finally:
        close()
