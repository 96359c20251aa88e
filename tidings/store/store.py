"""The database: one engine, two ways in (`reading`, `writing`), and the migrations.

SQLite in WAL mode by default. `synchronous=FULL`, because `sending` must survive a power cut, not only a crash.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, Table, create_engine, event, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DatabaseError

from tidings.errors import WorkspaceError

MIGRATIONS = Path(__file__).parent / "migrations"
IN_PARTS = 500
"""How many values one IN (…) may hold: below SQLite's oldest limit on variables."""
_Value = TypeVar("_Value")


def in_parts(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    """The values in their order, no more than IN_PARTS at a time."""
    for start in range(0, len(values), IN_PARTS):
        yield values[start : start + IN_PARTS]


class Store:
    """Where everybody stands. Statements never show their parameters, in errors or in logs."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def at(cls, file: Path) -> Store:
        """The store in a SQLite file, which is made with mode 0600 if it is not there."""
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        engine = create_engine(f"sqlite:///{file}", hide_parameters=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin)
        return cls(engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view."""
        with self._damage_named(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone in the database from its first statement: what it reads stays true until it commits."""
        with self._damage_named(), self._engine.connect().execution_options(tidings_write=True) as connection, connection.begin():
            yield connection

    def migrate(self) -> None:
        """Makes or updates the tables. Raises WorkspaceError NEWER when the tables are of a later version."""
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        script = ScriptDirectory.from_config(config)
        with self.writing() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
            if current == script.get_current_head():
                return
            if current is not None and current not in {revision.revision for revision in script.walk_revisions()}:
                raise WorkspaceError(WorkspaceError.Code.NEWER)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def truncate_log(self) -> None:
        """Brings the write-ahead log into the database and empties it, so that no old page of it lies about.

        If others are reading just now, their last one does it.
        """
        with self._damage_named(), self._engine.connect() as connection:
            connection.rollback()
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _damage_named(self) -> Iterator[None]:
        """SQLite's own words for a damaged file name the file and the statement; ours is a code."""
        damaged = False
        try:
            yield
        except DatabaseError as error:
            if not ("malformed" in str(error.orig) or "not a database" in str(error.orig)):
                raise
            damaged = True
        if damaged:
            raise WorkspaceError(WorkspaceError.Code.DAMAGED)


def insert_all(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows, all of the same columns, with values as the driver takes them: no enumerations, no types of SQLAlchemy's.

    SQLAlchemy looks at each value of each row, which takes as long as inserting it; the statement is its own, the rows are not.
    """
    if not rows:
        return
    columns = list(rows[0])
    compiled = insert(table).compile(dialect=connection.dialect, column_keys=columns)
    names = compiled.positiontup
    if names:
        # Of one name a getter gives the value itself, and not a row of it.
        taken = map(itemgetter(*names), rows) if len(names) > 1 else ((row[names[0]],) for row in rows)
        connection.exec_driver_sql(str(compiled), list(taken))
    else:
        connection.exec_driver_sql(str(compiled), [dict(row) for row in rows])


def insert_unless_there(connection: Connection, table: Table, values: list[dict[str, object]]) -> None:
    """Inserts rows; one whose primary key is taken stays as it is."""
    statement = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    connection.execute(statement.on_conflict_do_nothing(index_elements=list(table.primary_key.columns)), values)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late and is never IMMEDIATE
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("tidings_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
