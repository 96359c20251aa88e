"""keys.db: wrapped keys, apart from what they seal and from its backups. Erasing one row erases one person everywhere.

A small SQLite database of its own, set up so that a deleted key is really gone: rollback journal (a WAL would keep the old
page), `secure_delete`, nothing temporary on disk. It knows owners and wrapped bytes; wrapping is the vault's.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import KeyStoreError, WorkspaceError
from tidings.vault.hardening import sync_folder

NAME = "keys.db"
VERSION = 2
BUSY_SECONDS = 30.0
"""How long to wait for another process's transaction."""

_SCHEMA = (
    # One row: whose keys these are, and the incident key, wrapped by the key provider. An empty one was destroyed for good.
    # `generation` counts the times that people got new keys; while they do, `resealing` is 1.
    """CREATE TABLE ring (
        one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL, incident TEXT NOT NULL,
        revision INTEGER NOT NULL, incident_key BLOB NOT NULL, provider TEXT NOT NULL DEFAULT 'key-file',
        generation INTEGER NOT NULL DEFAULT 0, resealing INTEGER NOT NULL DEFAULT 0)""",
    # A row an owner: the key of a person, a list, or one of the incident's named keys, wrapped by the incident key of
    # `revision`. `previous` is the key of the generation before, until everything of its owner is sealed under the new one.
    """CREATE TABLE keys (
        owner TEXT PRIMARY KEY, revision INTEGER NOT NULL, wrapped BLOB NOT NULL, generation INTEGER NOT NULL DEFAULT 0,
        previous BLOB) WITHOUT ROWID""",
)
# What version 1 did not have yet.
_SINCE_1 = (
    "ALTER TABLE ring ADD COLUMN provider TEXT NOT NULL DEFAULT 'key-file'",
    "ALTER TABLE ring ADD COLUMN generation INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE ring ADD COLUMN resealing INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE keys ADD COLUMN generation INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE keys ADD COLUMN previous BLOB",
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

_ROWS = "SELECT owner, revision, wrapped, generation, previous FROM keys"

_making = threading.Lock()


_AT_ONCE = 10_000
"""Rows that are held in memory while all of them are wrapped anew."""


class Stale(Exception):
    """Keys were wrapped under an incident key that is not the newest any more. Nothing was written; wrap them again."""


@dataclass(frozen=True, slots=True, repr=False)
class Wrapped:
    """A wrapped key, and what opens it: the incident key of `revision`, at the place of its `generation`."""

    revision: int
    data: bytes
    generation: int = 0
    previous: bytes | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Ring:
    """The incident's own row: its key as `provider` wrapped it, and how often people got new keys."""

    revision: int
    incident_key: bytes
    provider: str
    generation: int
    resealing: bool


class Keyring:
    """Every call opens the database, does one transaction and closes it, so threads, forks and processes may share a path."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def start(
        self,
        incident: str,
        incident_key: Callable[[], Wrapped],
        named: Callable[[Wrapped], Mapping[str, bytes]],
        provider: str = "key-file",
    ) -> None:
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
                ring = (VERSION, incident, wrapped.revision, wrapped.data, provider)
                database.execute("INSERT INTO ring VALUES (1, ?, ?, ?, ?, ?, 0, 0)", ring)
                rows = [(owner, wrapped.revision, data) for owner, data in named(wrapped).items()]
                database.executemany("INSERT INTO keys VALUES (?, ?, ?, 0, NULL)", rows)
                database.execute(f"PRAGMA user_version = {VERSION}")
        self.ring(incident)

    def ring(self, incident: str) -> Ring:
        """The wrapped incident key, and who wrapped it.

        Raises KeyStoreError NO_KEY if there is no (finished) keys.db, ENDED if the incident key was destroyed for good,
        WorkspaceError NEWER or OTHER_INCIDENT.
        """
        with self._connection() as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                raise KeyStoreError(
                    KeyStoreError.Code.NO_KEY, str(self._path), hint="run `tidings init` again: it did not finish"
                )
            if version > VERSION:
                raise WorkspaceError(WorkspaceError.Code.NEWER, str(self._path))
            if version < VERSION:
                _upgrade(database)
            row = database.execute(
                "SELECT incident, revision, incident_key, provider, generation, resealing FROM ring"
            ).fetchone()
        if row is None:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN, str(self._path))
        if row[0] != incident:
            raise WorkspaceError(WorkspaceError.Code.OTHER_INCIDENT, str(self._path))
        if not row[2]:
            raise KeyStoreError(KeyStoreError.Code.ENDED)
        return Ring(row[1], row[2], row[3], row[4], bool(row[5]))

    def add(self, revision: int, wrapped: Mapping[str, bytes], generation: int = 0) -> frozenset[str]:
        """Stores keys, all or none, durably. An owner who has a key keeps it; returns the owners whose key is the given one.

        Raises Stale if the incident key has another revision by now, or people are getting keys of a newer generation.
        """
        rows = [(owner, revision, data, generation) for owner, data in wrapped.items()]
        with self._connection() as database, _transaction(database):
            _expect(database, revision, generation)
            before = database.total_changes
            # Not INSERT OR IGNORE: that would pass over every other constraint as well.
            database.executemany("INSERT INTO keys VALUES (?, ?, ?, ?, NULL) ON CONFLICT (owner) DO NOTHING", rows)
            if database.total_changes - before == len(rows):
                return frozenset(wrapped)
            stored = _stored(database, list(wrapped))
        return frozenset(owner for owner, data in wrapped.items() if stored[owner].data == data)

    def load(self, owners: Sequence[str]) -> dict[str, Wrapped]:
        """The wrapped keys of those owners who have one."""
        with self._connection() as database:
            return _stored(database, owners)

    def owners(self, *, previous: bool = False) -> list[str]:
        """Everybody who has a key, in order; with `previous` those who still have one of the generation before."""
        with self._connection() as database:
            where = "WHERE previous IS NOT NULL" if previous else ""
            return [row[0] for row in database.execute(f"SELECT owner FROM keys {where} ORDER BY owner")]  # noqa: S608 - ours

    def beginning_with(self, prefix: str) -> list[str]:
        """The owners of keys whose name begins so."""
        with self._connection() as database:
            found = database.execute("SELECT owner FROM keys WHERE owner >= ? AND owner < ?", (prefix, f"{prefix}\U0010ffff"))
            return [row[0] for row in found]

    def count(self) -> int:
        with self._connection() as database:
            return int(database.execute("SELECT count(*) FROM keys").fetchone()[0])

    def rewrap(self, old: int, new: Wrapped, provider: str, again: Callable[[str, Wrapped], Wrapped]) -> None:
        """Puts a new incident key in the old one's place, and every key wrapped anew beside it: all at once or not at all.

        `again` gives an owner's key under the new one, and may raise: then nothing has changed. Until the end others read
        what was. Raises Stale if the incident key is not of revision `old`, KeyStoreError NOT_DESTROYED if the old wrapped
        incident key can still be found in the file.
        """
        with self._connection() as database:
            database.execute("PRAGMA cache_spill=OFF")  # a spill would lock readers out long before the commit
            with _transaction(database):
                former = database.execute("SELECT revision, incident_key FROM ring").fetchone()
                if former[0] != old:
                    raise Stale
                for rows in _pages(database):
                    fresh = ((owner, again(owner, wrapped)) for owner, wrapped in rows)
                    database.executemany(
                        "UPDATE keys SET revision = ?, wrapped = ?, previous = ? WHERE owner = ?",
                        ((one.revision, one.data, one.previous, owner) for owner, one in fresh),
                    )
                database.execute(
                    "UPDATE ring SET revision = ?, incident_key = ?, provider = ?", (new.revision, new.data, provider)
                )
            self._look_for([former[1]], database, but=new.data)

    def begin_generation(self) -> int:
        """The generation that people get keys of from now on: the same one until `end_generation`."""
        with self._connection() as database, _transaction(database):
            database.execute("UPDATE ring SET generation = generation + 1, resealing = 1 WHERE resealing = 0")
            return int(database.execute("SELECT generation FROM ring").fetchone()[0])

    def replace(self, revision: int, generation: int, fresh: Mapping[str, tuple[bytes, bytes]]) -> None:
        """Gives owners keys of a new generation: (wrapped, the former one wrapped as previous), all or none.

        Who has a key of that generation already keeps it. Raises Stale as `add` does.
        """
        rows = [(data, previous, generation, owner, generation) for owner, (data, previous) in fresh.items()]
        with self._connection() as database, _transaction(database):
            _expect(database, revision, generation)
            database.executemany(
                "UPDATE keys SET wrapped = ?, previous = ?, generation = ? WHERE owner = ? AND generation < ?", rows
            )

    def end_generation(self) -> None:
        """Forgets every key of the generation before. The file is then written anew, so that none is left in it.

        Safe to run twice. Raises KeyStoreError NOT_DESTROYED if one can still be found.
        """
        with self._connection() as database:
            sample = [row[0] for row in database.execute("SELECT previous FROM keys WHERE previous IS NOT NULL LIMIT 100")]
            with _transaction(database):
                database.execute("UPDATE keys SET previous = NULL WHERE previous IS NOT NULL")
                database.execute("UPDATE ring SET resealing = 0")
            self._compact(database)
            self._look_for(sample, database)

    def destroy(self, owners: Collection[str]) -> None:
        """Deletes these owners' keys and looks through every page of the file for what may be left of them.

        Safe to run twice. Raises KeyStoreError NOT_DESTROYED if some of it is still there.
        """
        with self._connection() as database:
            with _transaction(database):
                found = _stored(database, list(owners))
                database.executemany("DELETE FROM keys WHERE owner = ?", ((owner,) for owner in found))
            if len(found) < len(set(owners)):
                # Whoever deleted them may have been killed before looking, and now nobody knows what to look for.
                self._compact(database)
            self._look_for([data for one in found.values() for data in (one.data, one.previous) if data], database)

    def end(self) -> None:
        """Destroys the incident key and everybody's: nothing of this incident can be opened again. Safe to run twice."""
        with self._connection() as database:
            with _transaction(database):
                former = database.execute("SELECT incident_key FROM ring").fetchone()[0]
                database.execute("DELETE FROM keys")
                database.execute("UPDATE ring SET incident_key = x''")
            self._compact(database)
            self._look_for([former] if former else [], database)

    def _look_for(self, wrapped: Sequence[bytes], database: sqlite3.Connection, but: bytes = b"") -> None:
        """`but` is what may be there: two of a provider's values have a name of its key, or a cost, in common."""
        if _left_of(wrapped, database, but):
            # A copy from before: another tool that wrote without secure_delete, or a restored backup.
            self._compact(database)
            if _left_of(wrapped, database, but):
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
    query = f"{_ROWS} WHERE owner IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
    return {row[0]: Wrapped(*row[1:]) for row in database.execute(query, (json.dumps(list(owners)),))}


def _pages(database: sqlite3.Connection) -> Iterator[Iterable[tuple[str, Wrapped]]]:
    """All keys in the order of their owners, some thousands at a time. Each part may be changed before the next is read."""
    last = ""
    query = f"{_ROWS} WHERE owner > ? ORDER BY owner LIMIT ?"
    while rows := database.execute(query, (last, _AT_ONCE)).fetchall():
        yield [(row[0], Wrapped(*row[1:])) for row in rows]
        last = rows[-1][0]


def _expect(database: sqlite3.Connection, revision: int, generation: int) -> None:
    if database.execute("SELECT revision, generation FROM ring").fetchone() != (revision, generation):
        raise Stale


def _upgrade(database: sqlite3.Connection) -> None:
    """From version 1. Of two processes that come here at once the second finds it done."""
    with _transaction(database):
        if database.execute("PRAGMA user_version").fetchone()[0] < VERSION:
            for statement in _SINCE_1:
                database.execute(statement)
            database.execute("UPDATE ring SET version = ?", (VERSION,))
            database.execute(f"PRAGMA user_version = {VERSION}")


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


_WORD = 8
_BLOCK = 1 << 20
"""Bytes of the file that are looked at at once. SQLite's pages are of 512 to 65,536 bytes, so a word never lies across two."""

_looking: dict[tuple[int, int], int] = {}
"""Open files by device and number. They are never closed: POSIX drops all of a process's locks on a file, SQLite's own
among them, when it closes any descriptor of it (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""


def _left_of(wrapped: Sequence[bytes], database: sqlite3.Connection, but: bytes = b"") -> bool:
    """Whether any page of the file, free or not, holds 15 bytes in a row of one of them.

    Fifteen bytes hold one whole word of eight at a place that eight divides, wherever they lie: so the file is read word by
    word, and each word is looked up among all that can be cut out of what is looked for.
    """
    cut = {data[start : start + _WORD] for data in wrapped for start in range(len(data) - _WORD + 1)}
    words = {int.from_bytes(word, sys.byteorder) for word in cut if word not in but}
    return bool(words) and any(not words.isdisjoint(memoryview(block).cast("Q")) for block in _blocks(database))


def _blocks(database: sqlite3.Connection) -> Iterator[bytes]:
    """The file of a database in which no transaction is open, piece by piece: what is committed is in it."""
    file = Path(database.execute("PRAGMA database_list").fetchone()[2])
    found = file.stat()
    descriptor = _looking.get((found.st_dev, found.st_ino))
    if descriptor is None:
        descriptor = _looking.setdefault((found.st_dev, found.st_ino), os.open(file, os.O_RDONLY | os.O_CLOEXEC))
    at = 0
    while block := os.pread(descriptor, _BLOCK, at):
        at += len(block)
        yield block[: len(block) // _WORD * _WORD]
