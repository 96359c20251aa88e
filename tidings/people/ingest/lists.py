"""A list's header, sealed with the list, and the reader of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import orjson
from sqlalchemy import Connection, select

from tidings.people.columns import Columns, load_columns
from tidings.people.reader import Reader
from tidings.store.tables import lists
from tidings.vault import Sealed
from tidings.workspace import Workspace

_READERS_KEPT = 8


class Readers:
    """The readers of an incident's lists, each made once: by the header that came with it and today's columns.toml."""

    def __init__(self, ws: Workspace, connection: Connection) -> None:
        self._ws, self._connection = ws, connection
        self._columns = columns_of(ws)
        self._made: dict[int, Reader] = {}

    def of(self, list_id: int) -> Reader:
        if list_id not in self._made:
            if len(self._made) >= _READERS_KEPT:
                self._made.clear()
            self._made[list_id] = Reader(self._columns, open_header(self._ws, self._connection, list_id), self._ws.incident)
        return self._made[list_id]


def columns_of(ws: Workspace) -> Columns:
    """The incident's reading rules, read again only when the file has changed."""
    file = ws.incident_folder / "columns.toml"
    stamp = (file.stat().st_mtime_ns, file.stat().st_size) if file.is_file() else None
    return _columns(ws.incident_folder, stamp)


@lru_cache(maxsize=4)
def _columns(folder: Path, _stamp: tuple[int, int] | None) -> Columns:
    return load_columns(folder)


def seal_header(ws: Workspace, owner: str, header: Sequence[str]) -> bytes:
    return ws.vault.seal(owner, "header", 1, orjson.dumps(list(header))).data


def open_header(ws: Workspace, connection: Connection, list_id: int) -> tuple[str, ...]:
    found = connection.execute(select(lists.c.key, lists.c.sealed).where(lists.c.id == list_id)).one()
    return tuple(orjson.loads(ws.vault.open_sealed(found.key, "header", 1, Sealed(found.sealed))))
