"""A copy of a workspace, while flows run: what is sealed in one folder, the keys in another, to be kept apart.

The order is what makes it whole: the ledger before the database, which then knows at least what was published; the database
before the keys, since a key is durable before what it seals. Nobody is erased and no key dropped while it is made.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from tidings.contacts import LETTERS
from tidings.delivery import letter_file
from tidings.errors import WorkspaceError
from tidings.ledger import VKEY, copy_ledger
from tidings.model import AttemptId, AttemptState, Counts, opaque_id
from tidings.stewardship.manifest import NAME, write_manifest
from tidings.store import Store
from tidings.store.people import count_persons, not_erased
from tidings.store.tables import attempts, persons
from tidings.vault import KEYS, private_folder, sync_folder
from tidings.workspace import PEOPLE, Workspace

SEALED, KEYS_FOLDER = "sealed", "keys"
KEY_FILE = "incident.key"


def back_up(ws: Workspace, folder: Path) -> Counts:
    """Writes `folder`/sealed and `folder`/keys. Returns {persons, letters, entries}.

    What a killed run left there is made anew. Raises WorkspaceError EXISTS if there is a finished backup, or something else.
    """
    sealed, keys = folder / SEALED, folder / KEYS_FOLDER
    _make_room(folder, (sealed, keys))
    with ws.vault.steady():
        if (ws.ledger_folder).is_dir():
            copy_ledger(ws.ledger_folder, sealed / "ledger")
        if (ws.home / VKEY).is_file():
            shutil.copyfile(ws.home / VKEY, sealed / VKEY)
        _copy_database(ws.home / PEOPLE, sealed / PEOPLE)
        copy = Store.at(sealed / PEOPLE)
        try:
            counts = _letters(ws, copy, private_folder(sealed / "letters"))
        finally:
            copy.close()
        settle_database(sealed / PEOPLE)
        _copy_settings(ws, sealed / "config")
        _copy_database(ws.home / KEYS, keys / KEYS)
        key = ws.settings.key_file or ws.home / KEY_FILE
        if ws.vault.ring.provider == "key-file":
            shutil.copyfile(key, keys / KEY_FILE)
    name = opaque_id(ws.random)
    for each in (keys, sealed):
        _close_to_others(each)
        write_manifest(each, ws.incident.name, name)
    sync_folder(folder)
    return counts


def _make_room(folder: Path, both: tuple[Path, Path]) -> None:
    """Empties what a run that was killed has left: folders without a manifest. Anything else is somebody's."""
    if folder.exists() and {entry.name for entry in folder.iterdir()} - {SEALED, KEYS_FOLDER}:
        raise WorkspaceError(WorkspaceError.Code.EXISTS, str(folder))
    if all((each / NAME).exists() for each in both):
        raise WorkspaceError(WorkspaceError.Code.EXISTS, str(folder))
    private_folder(folder)
    for each in both:
        shutil.rmtree(each, ignore_errors=True)
        private_folder(each)


def _copy_database(file: Path, to: Path) -> None:
    """A consistent copy without free pages: what was deleted is not in it."""
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as database:
        database.execute("VACUUM INTO ?", (str(to),))
    to.chmod(0o600)


def settle_database(file: Path) -> None:
    """Back to one file: looking into the copy made a write-ahead log beside it."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=DELETE")


def _letters(ws: Workspace, copy: Store, to: Path) -> Counts:
    """The letters that the copied database says are ready: those are finished, and not written to again."""
    with copy.reading() as connection:
        ready = (
            select(attempts.c.id)
            .select_from(attempts.join(persons, persons.c.id == attempts.c.person_id))
            .where(attempts.c.channel.in_(LETTERS), attempts.c.state == AttemptState.ACCEPTED, not_erased())
        )
        names = [AttemptId(attempt) for attempt in connection.scalars(ready)]
        counts = Counts(persons=count_persons(connection), letters=len(names))
    for attempt in names:
        shutil.copyfile(letter_file(ws, attempt), to / letter_file(ws, attempt).name)
    return counts


def _copy_settings(ws: Workspace, to: Path) -> None:
    """The incident's and the organisation's data files. Never a list: *.toml only, and never `secrets`."""
    incident = to / "incidents" / ws.incident.name
    incident.mkdir(parents=True)
    for file in sorted(ws.incident_folder.rglob("*.toml")):
        place = incident / file.relative_to(ws.incident_folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
    for file in sorted(ws.settings.config.rglob("*.toml")):
        place = file.relative_to(ws.settings.config)
        if place.parts[0] != "incidents":
            (to / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, to / place)


def _close_to_others(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
