"""One incident's workspace: its store, its vault, its description, and the clock and randomness that go with them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, insert, select

from tidings.errors import KeyStoreError, WorkspaceError
from tidings.incident import Incident, load_incident
from tidings.model import Randomness
from tidings.record import Record
from tidings.settings import Settings, load_settings
from tidings.store import Store
from tidings.store.entries import Recorder
from tidings.store.tables import workspace as workspace_table
from tidings.vault import Sealed, Vault, make_provider, private_folder, provider_in_use, providers

PEOPLE = "people.db"
DEFAULT_PROVIDER = "key-file"

Clock = Callable[[], float]
"""Seconds since 1970."""


@dataclass(frozen=True, slots=True, repr=False)
class Workspace:
    """Everything a stage needs. Open it once a task; it holds no personal data itself."""

    settings: Settings
    incident: Incident
    store: Store
    vault: Vault
    clock: Clock = field(default=time.time)
    random: Randomness = field(default=os.urandom)

    @property
    def home(self) -> Path:
        return self.settings.home

    @property
    def ledger_folder(self) -> Path:
        return self.home / "ledger"

    @property
    def letters_folder(self) -> Path:
        return self.home / "letters"

    @property
    def incident_folder(self) -> Path:
        return incident_folder(self.settings, self.incident.name)

    def now(self) -> int:
        """Whole seconds since 1970."""
        return int(self.clock())

    def utc(self) -> datetime:
        """Now, aware."""
        return datetime.fromtimestamp(self.clock(), UTC)

    def recorder(self, connection: Connection) -> Recorder:
        """For the ledger entries of one transaction."""
        return Recorder(connection, self.incident.name, self.utc())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()
        self.vault.close()


def incident_folder(settings: Settings, name: str) -> Path:
    return settings.config / "incidents" / name


def incident_of(settings: Settings) -> str:
    """The name of the incident whose workspace the settings name. Raises WorkspaceError NONE, DAMAGED, NEWER."""
    store, name = _store_of(settings)
    store.close()
    return name


def _store_of(settings: Settings) -> tuple[Store, str]:
    """The store that is there, brought up to date, and whose it is. Raises WorkspaceError NONE, DAMAGED, NEWER."""
    home = settings.home
    if not (home / PEOPLE).is_file():
        raise WorkspaceError(WorkspaceError.Code.NONE, str(home))
    store = Store.at(home / PEOPLE)
    store.migrate()
    with store.reading() as connection:
        name = connection.scalar(select(workspace_table.c.incident))
    if name is None:
        store.close()
        raise WorkspaceError(WorkspaceError.Code.NONE, str(home))
    return store, str(name)


def create_workspace(settings: Settings, name: str, clock: Clock = time.time, random: Randomness = os.urandom) -> None:
    """Makes what is missing of a workspace, keys included. Safe to run twice and to kill.

    The incident's folder need not be edited yet: `open_workspace` asks for that. Raises WorkspaceError OTHER_INCIDENT if
    the workspace is another incident's, EXISTS if the folder holds something else.
    """
    home = settings.home
    if home.is_dir() and any(home.iterdir()) and not (home / PEOPLE).exists():
        raise WorkspaceError(WorkspaceError.Code.EXISTS, str(home))
    private_folder(home)
    # The database names the incident before any key is made: a run that is killed here goes on as the same incident.
    store = Store.at(home / PEOPLE)
    try:
        store.migrate()
        with store.writing() as connection:
            found = connection.scalar(select(workspace_table.c.incident))
            if found is None:
                connection.execute(insert(workspace_table).values(incident=name, created_at=int(clock())))
            elif found != name:
                raise WorkspaceError(WorkspaceError.Code.OTHER_INCIDENT, str(home))
    finally:
        store.close()
    Vault.create(home, name, make_provider(settings, _provider(settings, name)), random=random).close()
    private_folder(home / "ledger")
    private_folder(home / "letters")


def _provider(settings: Settings, name: str) -> str:
    """What keys.db says, where there is one: the setting only counts when keys are made."""
    try:
        return provider_in_use(settings.home, name)
    except KeyStoreError as error:
        if error.code is not KeyStoreError.Code.NO_KEY:
            raise
    return settings.key_provider or DEFAULT_PROVIDER


def open_workspace(settings: Settings | None = None, clock: Clock = time.time, random: Randomness = os.urandom) -> Workspace:
    """The workspace that the settings name. Raises WorkspaceError NONE, DAMAGED, NEWER; KeyStoreError; ConfigError."""
    settings = settings or load_settings()
    store, name = _store_of(settings)
    incident = load_incident(incident_folder(settings, name))
    vault = Vault.open(settings.home, name, providers(settings), random=random)
    return Workspace(settings, incident, store, vault, clock, random)


RECORD = "record"
"""The field that a person's record is sealed for."""


def record_key(ws: Workspace, person: str, revision: int) -> bytes:
    """The key of the ledger's commitment to one writing of a person's record. Raises KeyStoreError CANNOT_OPEN."""
    return ws.vault.derive(person, f"commitment-record-{revision}")


def open_record(ws: Workspace, person: Any) -> Record:
    """The record of a row of the table `person`. Raises KeyStoreError CANNOT_OPEN."""
    return Record.from_bytes(ws.vault.open_sealed(person.id, RECORD, person.revision, Sealed(person.sealed)))


def record_if_open(ws: Workspace, person: Any) -> Record | None:
    """As `open_record`; none of somebody whose key is missing or damaged, for work that goes on without them."""
    try:
        return open_record(ws, person)
    except KeyStoreError as error:
        if error.code is not KeyStoreError.Code.CANNOT_OPEN:
            raise
        return None
