"""A list is taken: its rows go sealed into the workspace, as they are, 500 to a batch. After that the file is not needed.

A file is known by the mark of its digest, so that a killed run goes on where it stopped and the same file is never taken
twice. What comes on standard input is known when its last byte was read; a killed one is forgotten and begins anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

import orjson
from sqlalchemy import delete, insert, select, update

from tidings.errors import ListError
from tidings.model import opaque_id
from tidings.people.files import Row, Table
from tidings.people.ingest import states
from tidings.people.ingest.lists import columns_of, seal_header
from tidings.people.ingest.rejects import TokenColumns, is_ours
from tidings.people.source import ListSource
from tidings.people.unmapped import check_columns
from tidings.store.tables import batches, lists
from tidings.workspace import Workspace

LOCK = "taking.lock"
LOOKED_AT = 2000
"""Rows whose columns are looked at before the first of them is kept."""
_STREAM = b"stream/"
"""How the mark of a list begins of which nobody knows the end yet: "0" is the character behind "/"."""


def take_list(
    ws: Workspace, source: ListSource | Path, *, replaces: bool = False, progress: Callable[[int], None] = lambda _rows: None
) -> int:
    """Stages a list's rows and returns its id. The same bytes are the same list, wherever they lie. A path is a file that
    nothing need open.

    `replaces`: whoever stands on earlier lists only should not have been there. `progress` hears the number of rows so
    far. Raises ListError for what is no list, or was changed while it was read: then nothing of it is kept.
    """
    source = source if isinstance(source, ListSource) else ListSource(source)
    with _alone(ws):
        _forget_streams(ws)
        if isinstance(source.file, Path):
            return _take_file(ws, source, source.file, replaces, progress)
        return _take_stream(ws, source, source.file, replaces, progress)


def _take_file(ws: Workspace, source: ListSource, file: Path, replaces: bool, progress: Callable[[int], None]) -> int:
    mark = ws.vault.mark("list", _digest(file)) if file.is_file() else b""
    known = _find(ws, mark)
    if known and known[1] != states.REGISTERED:
        return known[0]
    with _opened(ws, source) as (table, rows):
        list_id = known[0] if known else _register(ws, mark, table, replaces)
        total = _stage(ws, list_id, table, rows, progress)
        if ws.vault.mark("list", _digest(file)) != mark:
            raise ListError(ListError.Code.CHANGED, source.where)
        _staged(ws, list_id, mark, total, table)
    return list_id


def _take_stream(ws: Workspace, source: ListSource, stream: BinaryIO, replaces: bool, progress: Callable[[int], None]) -> int:
    hashed = _Hashed(stream)
    with _opened(ws, ListSource(io.BufferedReader(hashed), source.identities)) as (table, rows):
        list_id = _register(ws, _STREAM + ws.random(25), table, replaces)
        total = _stage(ws, list_id, table, rows, progress)
        mark = ws.vault.mark("list", hashed.digest())
        known = _find(ws, mark)
        if known:
            _forget(ws, list_id)
            return known[0]
        _staged(ws, list_id, mark, total, table)
    return list_id


class _Hashed(io.RawIOBase):
    """A stream that hashes what is read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._hash.update(data)
        buffer[: len(data)] = data
        return len(data)

    def digest(self) -> str:
        return self._hash.hexdigest()


@contextmanager
def _opened(ws: Workspace, source: ListSource) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The list and its rows, once its columns are known to be what columns.toml says: that is told before anything is kept."""
    columns = columns_of(ws)
    table = source.open(columns, is_ours)
    try:
        ours = TokenColumns(table.header)
        head = list(islice(table.rows, LOOKED_AT))
        check_columns(source.where, ours.header, (ours.parted(row.cells)[0] for row in head), columns, ws.incident)
        yield table, chain(head, table.rows)
    finally:
        table.close()


def _find(ws: Workspace, mark: bytes) -> tuple[int, str] | None:
    with ws.store.reading() as connection:
        found = connection.execute(select(lists.c.id, lists.c.state).where(lists.c.mark == mark)).one_or_none()
    return None if found is None else (found.id, found.state)


def _register(ws: Workspace, mark: bytes, table: Table, replaces: bool) -> int:
    owner, staging = f"list-{opaque_id(ws.random)}", f"staging-{opaque_id(ws.random)}"
    ws.vault.new_keys([owner, staging])
    values = {
        "mark": mark,
        "state": states.REGISTERED,
        "key": owner,
        "staging": staging,
        "rows": 0,
        "replaces": int(replaces),
        "created_at": ws.now(),
        "sealed": seal_header(ws, owner, TokenColumns(table.header).header),
    }
    with ws.store.writing() as connection:
        connection.execute(insert(lists).values(**values))
        return connection.scalar(select(lists.c.id).where(lists.c.mark == mark)) or 0


def _stage(ws: Workspace, list_id: int, table: Table, rows: Iterator[Row], progress: Callable[[int], None]) -> int:
    with ws.store.reading() as connection:
        owner = connection.scalar(select(lists.c.staging).where(lists.c.id == list_id)) or ""
        staged = set(connection.scalars(select(batches.c.number).where(batches.c.list_id == list_id)))
    columns = TokenColumns(table.header)
    total = 0
    for number, chunk in enumerate(_chunks(rows), start=1):
        total += len(chunk)
        if number not in staged:
            body = orjson.dumps([[row, line, *columns.parted(cells)] for row, line, cells in chunk])
            sealed = ws.vault.seal(owner, "staged", number, body)
            values = {"list_id": list_id, "number": number, "state": states.STAGED, "rows": len(chunk), "sealed": sealed.data}
            with ws.store.writing() as connection:
                connection.execute(insert(batches).values(**values, persons=0, refused=0, repeated=0, mended=0))
        progress(total)
    return total


def _chunks(rows: Iterator[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == states.BATCH_ROWS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _staged(ws: Workspace, list_id: int, mark: bytes, rows: int, table: Table) -> None:
    values = {
        "state": states.STAGED,
        "rows": rows,
        "mark": mark,
        "skipped": table.skipped_rows,
        "skipped_sheets": table.skipped_sheets,
    }
    with ws.store.writing() as connection:
        connection.execute(update(lists).where(lists.c.id == list_id).values(**values))


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def _alone(ws: Workspace) -> Iterator[None]:
    """One list at a time: two runs of one file would stage each batch twice."""
    lock = os.open(ws.home / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _forget_streams(ws: Workspace) -> None:
    """What a killed run had staged of its standard input: nobody can send the rest, and whoever had it sends all again."""
    with ws.store.reading() as connection:
        unfinished = list(
            connection.scalars(
                select(lists.c.id).where(lists.c.state == states.REGISTERED, lists.c.mark.between(_STREAM, _STREAM[:-1] + b"0"))
            )
        )
    for list_id in unfinished:
        _forget(ws, list_id)


def _forget(ws: Workspace, list_id: int) -> None:
    with ws.store.writing() as connection:
        keys = connection.execute(select(lists.c.key, lists.c.staging).where(lists.c.id == list_id)).one()
        connection.execute(delete(batches).where(batches.c.list_id == list_id))
        connection.execute(delete(lists).where(lists.c.id == list_id))
    for key in keys:
        ws.vault.destroy(key)
