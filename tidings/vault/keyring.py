"""keys.db: wrapped keys, apart from what they seal and from its backups. Erasing one row erases one person everywhere.

A small SQLite database of its own, set up so that a deleted key is really gone: rollback journal (a WAL would keep the old
page), `secure_delete`, nothing temporary on disk. It knows owners and wrapped bytes; wrapping is the vault's.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import KeyStoreError, WorkspaceError
from tidings.vault.hardening import sync_folder

NAME = "keys.db"
VERSION = 1
BUSY_SECONDS = 30.0
"""How long to wait for another process's transaction."""

_SCHEMA = (
    # One row: whose keys these are, and the incident key, wrapped by the key provider.
    """CREATE TABLE ring (
        one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, incident TEXT NOT NULL,
        revision INTEGER NOT NULL, incident_key BLOB NOT NULL)""",
    # A row an owner: the key of a person, a list, or one of the incident's named keys, wrapped by the incident key of `revision`.
    "CREATE TABLE keys (owner TEXT PRIMARY KEY, revision INTEGER NOT NULL, wrapped BLOB NOT NULL) WITHOUT ROWID",
)
# EXTRA also syncs the folder when the journal goes: else a power cut could bring the journal back, and with it a destroyed key.
_PRAGMAS = "PRAGMA journal_mode=DELETE; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA synchronous=EXTRA;"
# What the machine is to blame for, and not the file (primary result codes, https://www.sqlite.org/rescode.html).
_PASSING = frozenset(
    (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    )
)

_making = threading.Lock()


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """A wrapped key, and the revision of the incident key that opens it."""

    revision: int
    data: bytes


class Keyring:
    """Every call opens the database, does one transaction and closes it, so threads, forks and processes may share a path."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def start(self, incident: str, incident_key: Callable[[], Wrapped], named: Callable[[Wrapped], Mapping[str, bytes]]) -> None:
        """Makes the database, whole or not at all, unless it is there. `incident_key` and `named` are called only if it is not.

        Of several processes that start one at once, one makes it and the others find it made.
        Raises WorkspaceError OTHER_INCIDENT if it is another incident's.
        """
        with _making:
            # Closing a file that SQLite has open in this process would drop SQLite's locks on it: hence new files only.
            try:
                os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            except FileExistsError:
                pass
            else:
                sync_folder(self._path.parent)
        with self._connection() as database, _transaction(database):
            if not database.execute("PRAGMA user_version").fetchone()[0]:
                wrapped = incident_key()
                for statement in _SCHEMA:
                    database.execute(statement)
                database.execute("INSERT INTO ring VALUES (1, ?, ?, ?, ?)", (VERSION, incident, wrapped.revision, wrapped.data))
                rows = [(owner, wrapped.revision, data) for owner, data in named(wrapped).items()]
                database.executemany("INSERT INTO keys VALUES (?, ?, ?)", rows)
                database.execute(f"PRAGMA user_version = {VERSION}")
        self.incident_key(incident)

    def incident_key(self, incident: str) -> Wrapped:
        """The wrapped incident key.

        Raises KeyStoreError NO_KEY if there is no (finished) keys.db, WorkspaceError NEWER or OTHER_INCIDENT.
        """
        with self._connection() as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                raise KeyStoreError(
                    KeyStoreError.Code.NO_KEY, str(self._path), hint="run `tidings init` again: it did not finish"
                )
            if version > VERSION:
                raise WorkspaceError(WorkspaceError.Code.NEWER, str(self._path))
            row = database.execute("SELECT incident, revision, incident_key FROM ring").fetchone()
        if row is None:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN, str(self._path))
        if row[0] != incident:
            raise WorkspaceError(WorkspaceError.Code.OTHER_INCIDENT, str(self._path))
        return Wrapped(row[1], row[2])

    def add(self, revision: int, wrapped: Mapping[str, bytes]) -> frozenset[str]:
        """Stores keys, all or none, durably. An owner who has a key keeps it; returns the owners whose key is the given one."""
        rows = [(owner, revision, data) for owner, data in wrapped.items()]
        with self._connection() as database, _transaction(database):
            before = database.total_changes
            # Not INSERT OR IGNORE: that would pass over every other constraint as well.
            database.executemany("INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT (owner) DO NOTHING", rows)
            if database.total_changes - before == len(rows):
                return frozenset(wrapped)
            stored = _stored(database, list(wrapped))
        return frozenset(owner for owner, data in wrapped.items() if stored[owner].data == data)

    def load(self, owners: Sequence[str]) -> dict[str, Wrapped]:
        """The wrapped keys of those owners who have one."""
        with self._connection() as database:
            return _stored(database, owners)

    def destroy(self, owner: str) -> None:
        """Deletes an owner's key and looks through every page of the file for what may be left of it.

        Safe to run twice. Raises KeyStoreError NOT_DESTROYED if some of it is still there.
        """
        with self._connection() as database:
            with _transaction(database):
                row = database.execute("SELECT wrapped FROM keys WHERE owner = ?", (owner,)).fetchone()
                database.execute("DELETE FROM keys WHERE owner = ?", (owner,))
            if row is None:
                # Whoever deleted it may have been killed before looking, and now nobody knows what to look for.
                self._compact(database)
            elif _left_of(row[0], database):
                # A copy from before: another tool that wrote without secure_delete, or a restored backup.
                self._compact(database)
                if _left_of(row[0], database):
                    raise KeyStoreError(KeyStoreError.Code.NOT_DESTROYED, str(self._path))

    def _compact(self, database: sqlite3.Connection) -> None:
        """Writes the file anew from its rows."""
        database.execute("VACUUM")

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Raises KeyStoreError NO_KEY if there is no file, OUT_OF_REACH if it cannot be used now, else CANNOT_OPEN."""
        where = str(self._path)
        if not self._path.is_file():
            raise KeyStoreError(
                KeyStoreError.Code.NO_KEY, where, hint="put keys.db back into the workspace, from where you keep its copy"
            )
        try:
            address = f"{self._path.absolute().as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as database:
                database.executescript(_PRAGMAS)
                yield database
        except sqlite3.Error as error:
            passing = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _PASSING
            code = KeyStoreError.Code.OUT_OF_REACH if passing else KeyStoreError.Code.CANNOT_OPEN
            raise KeyStoreError(code, where) from None


def _stored(database: sqlite3.Connection, owners: Sequence[str]) -> dict[str, Wrapped]:
    query = "SELECT owner, revision, wrapped FROM keys WHERE owner IN (SELECT value FROM json_each(?))"
    return {row[0]: Wrapped(row[1], row[2]) for row in database.execute(query, (json.dumps(list(owners)),))}


@contextmanager
def _transaction(database: sqlite3.Connection) -> Iterator[None]:
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if database.in_transaction:  # after a full disk SQLite has rolled back by itself
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _left_of(wrapped: bytes, database: sqlite3.Connection) -> bool:
    """Whether any page of the file, free or not, holds 15 bytes of it in a row.

    `serialize` reads through SQLite: opening the file ourselves and closing it would drop SQLite's own locks.
    """
    pages = database.serialize()
    return any(wrapped[start : start + 8] in pages for start in range(0, len(wrapped), 8))
