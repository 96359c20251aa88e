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
from pathlib import Path

import orjson
from sqlalchemy import delete, insert, select, update

from tidings.errors import ListError
from tidings.model import opaque_id
from tidings.people.ingest import states
from tidings.people.ingest.lists import columns_of, seal_header
from tidings.people.ingest.rejects import TokenColumns
from tidings.people.reader import Reader
from tidings.people.table import Table, read_rows
from tidings.store.tables import batches, lists
from tidings.workspace import Workspace

Source = Path | io.BufferedIOBase
"""A file, or what comes on standard input."""

LOCK = "taking.lock"


def take_list(
    ws: Workspace, source: Source, *, replaces: bool = False, progress: Callable[[int], None] = lambda _rows: None
) -> int:
    """Stages a list's rows and returns its id. The same bytes are the same list, wherever they lie.

    `replaces`: whoever stands on earlier lists only should not have been there. `progress` hears the number of rows so
    far. Raises ListError for what is no list, or was changed while it was read: then nothing of it is kept.
    """
    with _alone(ws):
        _forget_streams(ws)
        if isinstance(source, Path):
            return _take_file(ws, source, replaces, progress)
        return _take_stream(ws, source, replaces, progress)


def _take_file(ws: Workspace, file: Path, replaces: bool, progress: Callable[[int], None]) -> int:
    mark = ws.vault.mark("list", _digest(file)) if file.is_file() else b""
    known = _find(ws, mark)
    if known and known[1] != states.REGISTERED:
        return known[0]
    table = _opened(ws, file)
    list_id = known[0] if known else _register(ws, mark, table, replaces)
    rows = _stage(ws, list_id, table, progress)
    if ws.vault.mark("list", _digest(file)) != mark:
        raise ListError(ListError.Code.CHANGED, str(file))
    _staged(ws, list_id, mark, rows)
    return list_id


def _take_stream(ws: Workspace, stream: io.BufferedIOBase, replaces: bool, progress: Callable[[int], None]) -> int:
    hashed = _Hashed(stream)
    table = _opened(ws, io.BufferedReader(hashed))
    list_id = _register(ws, b"stream/" + ws.random(25), table, replaces)
    rows = _stage(ws, list_id, table, progress)
    mark = ws.vault.mark("list", hashed.digest())
    known = _find(ws, mark)
    if known:
        _forget(ws, list_id)
        return known[0]
    _staged(ws, list_id, mark, rows)
    return list_id


class _Hashed(io.RawIOBase):
    """A stream that hashes what is read of it."""

    def __init__(self, stream: io.BufferedIOBase) -> None:
        self._stream, self._hash = stream, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read1(len(buffer))
        self._hash.update(data)
        buffer[: len(data)] = data
        return len(data)

    def digest(self) -> str:
        return self._hash.hexdigest()


def _opened(ws: Workspace, source: Source) -> Table:
    table = read_rows(source)  # type: ignore[arg-type]
    where = str(source) if isinstance(source, Path) else "standard input"
    try:
        Reader(columns_of(ws), TokenColumns(table.header).header, ws.incident)
    except ListError as error:  # no header: said before anything is kept
        raise ListError(error.code, where) from None
    return table


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


def _stage(ws: Workspace, list_id: int, table: Table, progress: Callable[[int], None]) -> int:
    with ws.store.reading() as connection:
        owner = connection.scalar(select(lists.c.staging).where(lists.c.id == list_id)) or ""
        staged = set(connection.scalars(select(batches.c.number).where(batches.c.list_id == list_id)))
    columns = TokenColumns(table.header)
    total = 0
    for number, chunk in enumerate(_chunks(table), start=1):
        total += len(chunk)
        if number not in staged:
            body = orjson.dumps([[row, line, *columns.parted(cells)] for row, line, cells in chunk])
            sealed = ws.vault.seal(owner, "staged", number, body)
            values = {"list_id": list_id, "number": number, "state": states.STAGED, "rows": len(chunk), "sealed": sealed.data}
            with ws.store.writing() as connection:
                connection.execute(insert(batches).values(**values, persons=0, refused=0, repeated=0, mended=0))
        progress(total)
    return total


def _chunks(table: Table) -> Iterator[list[tuple[int, int, tuple[str, ...]]]]:
    chunk: list[tuple[int, int, tuple[str, ...]]] = []
    for row in table.rows:
        chunk.append((row[0], row[0], row[1]))
        if len(chunk) == states.BATCH_ROWS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _staged(ws: Workspace, list_id: int, mark: bytes, rows: int) -> None:
    with ws.store.writing() as connection:
        connection.execute(update(lists).where(lists.c.id == list_id).values(state=states.STAGED, rows=rows, mark=mark))


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
                select(lists.c.id).where(lists.c.state == states.REGISTERED, lists.c.mark.between(b"stream/", b"stream0"))
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
