"""A workspace put back from a backup, after both of its folders were checked, and never behind what was published.

Everything is tried in a folder of its own first: each person opens, and who was erased does not. people.db comes last into
its place, since a folder without it is no workspace: a run that is killed is simply run again.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import func, select

from tidings.entry import EntryKind
from tidings.errors import LedgerError, WorkspaceError
from tidings.ledger import VKEY, Checkpoint, origin, read_vkeys, signers, verify
from tidings.model import Counts, PersonId
from tidings.settings import Settings
from tidings.stewardship.backup import KEY_FILE, KEYS_FOLDER, SEALED, settle_database
from tidings.stewardship.manifest import check_manifest
from tidings.store.people import not_erased
from tidings.store.tables import entries, persons
from tidings.vault import KEYS, Sealed, private_folder, sync_folder
from tidings.workspace import PEOPLE, Workspace, open_workspace

_STAGE = ".restoring"
_LAST = PEOPLE
_BEFORE = "ledger.before"
"""The ledger that lay here, until all is in place: a run that is killed must not forget what was published."""


def restore(settings: Settings, folder: Path, keys: Path | None = None, published: Sequence[Path] = ()) -> Counts:
    """Puts a backup back into TIDINGS_HOME. Returns {persons, erased, entries}; `erased` are keys that the copy still held.

    `published` are checkpoints that were given away: files, or folders of a ledger. Those of a ledger that is still in
    TIDINGS_HOME count too. Raises WorkspaceError EXISTS if there is a workspace, BAD_BACKUP; LedgerError BEHIND if a
    checkpoint was published for more than the backup knows, or another that says what is broken; KeyStoreError CANNOT_OPEN.
    """
    home, sealed = settings.home, folder / SEALED
    keys = keys or folder / KEYS_FOLDER
    _refuse_to_overwrite(home)
    if check_manifest(sealed)[0] != check_manifest(keys)[0]:
        raise WorkspaceError(WorkspaceError.Code.BAD_BACKUP, str(keys))
    stage = _staged(home, sealed, keys)
    _restore_settings(settings, sealed)
    trial = open_workspace(settings.model_copy(update={"home": stage, "key_file": _key_file(settings, stage)}))
    with trial as ws:
        counts = _checked(ws, _published(home, published))
    _move_in(stage, home, settings)
    with open_workspace(settings) as ws, ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.WORKSPACE_RESTORED, entries=counts["entries"])
        recorder.flush()
    return counts


def _refuse_to_overwrite(home: Path) -> None:
    """Keys that are there may be newer than the backup's: nothing of a workspace is overwritten, whatever is left of it."""
    if home.is_dir() and not (home / _STAGE).exists() and any((home / name).exists() for name in (PEOPLE, KEYS, KEY_FILE)):
        raise WorkspaceError(WorkspaceError.Code.EXISTS, str(home))
    if (home / PEOPLE).exists():
        raise WorkspaceError(WorkspaceError.Code.EXISTS, str(home))


def _staged(home: Path, sealed: Path, keys: Path) -> Path:
    if not home.exists():
        private_folder(home)
    stage = home / _STAGE
    shutil.rmtree(stage, ignore_errors=True)
    private_folder(stage)
    for name in ("ledger", "letters"):
        if (sealed / name).is_dir():
            shutil.copytree(sealed / name, stage / name)
        private_folder(stage / name)
    for place, name in ((sealed, PEOPLE), (sealed, VKEY), (keys, KEYS), (keys, KEY_FILE)):
        if (place / name).is_file():
            shutil.copyfile(place / name, stage / name)
            (stage / name).chmod(0o600)
    return stage


def _key_file(settings: Settings, stage: Path) -> Path | None:
    """Where the settings say that it is kept, if it is there; else the backup's own copy."""
    kept = settings.key_file is not None and settings.key_file.exists()
    return settings.key_file if kept or not (stage / KEY_FILE).exists() else None


def _restore_settings(settings: Settings, sealed: Path) -> None:
    """Only what is not there: a file that somebody edits is never overwritten."""
    for file in sorted((sealed / "config").rglob("*.toml")):
        place = settings.config / file.relative_to(sealed / "config")
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)


def _published(home: Path, given: Sequence[Path]) -> list[bytes]:
    found = []
    for path in [home / _BEFORE, home / "ledger", *given]:
        if path.is_dir():
            files = [path / "checkpoint", *sorted((path / "checkpoints").glob("[0-9]*"))]
            found += [file.read_bytes() for file in files if file.is_file()]
        elif path.is_file():
            found.append(path.read_bytes())
        elif path in given:
            raise LedgerError(LedgerError.Code.NONE, str(path))
    return found


def _checked(ws: Workspace, published: list[bytes]) -> Counts:
    size = _ledger_fits(ws, published)
    with ws.store.reading() as connection:
        known = connection.scalar(select(func.count()).where(entries.c.idx.is_not(None))) or 0
        if known < size:
            raise LedgerError(LedgerError.Code.BEHIND, f"{known} entries in the database, {size} published")
        everybody = connection.execute(select(persons.c.id, persons.c.revision, persons.c.sealed).where(not_erased())).all()
        gone = [PersonId(person) for person in connection.scalars(select(persons.c.id).where(~not_erased()))]
        total = connection.scalar(select(func.count()).select_from(entries)) or 0
    # A copy of keys.db from before an erasure would bring the person back.
    returned = sorted(ws.vault.with_keys(gone))
    if returned:
        ws.vault.destroy_all(returned)
    for start in range(0, len(everybody), 1000):
        part = everybody[start : start + 1000]
        ws.vault.preload([row.id for row in part])
        for row in part:
            ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed))
    return Counts(persons=len(everybody), erased=len(returned), entries=total)


def _ledger_fits(ws: Workspace, published: list[bytes]) -> int:
    """How many entries the backup's ledger has. Every published checkpoint must be a beginning of it, or it of none."""
    # Checkpoints of before the key was changed are signed by a key that is only known by its verifier key.
    kept = ws.home / VKEY
    given = read_vkeys(kept.read_text(encoding="utf-8")) if kept.is_file() else []
    verifier = list(dict.fromkeys([*(one.verifier for one in signers(ws)), *(one for one in given if one.name == origin(ws))]))
    heads = [Checkpoint.open(data, verifier, "a published checkpoint") for data in published]
    largest = max((head.size for head in heads), default=0)
    if not (ws.ledger_folder / "checkpoint").is_file():
        if largest:
            raise LedgerError(LedgerError.Code.BEHIND, f"0 entries in the backup, {largest} published")
        return 0
    own = Checkpoint.open((ws.ledger_folder / "checkpoint").read_bytes(), verifier, "checkpoint").size
    if largest > own:
        raise LedgerError(LedgerError.Code.BEHIND, f"{own} entries in the backup, {largest} published")
    return verify(ws.ledger_folder, verifier, older=heads).size


def _move_in(stage: Path, home: Path, settings: Settings) -> None:
    if settings.key_file is not None and (stage / KEY_FILE).exists():
        # It is kept apart on purpose: no copy of it goes into the workspace.
        if settings.key_file.exists():
            (stage / KEY_FILE).unlink()
        else:
            shutil.move(stage / KEY_FILE, settings.key_file)
    names = [entry.name for entry in stage.iterdir() if entry.name not in (_LAST, f"{_LAST}-wal", f"{_LAST}-shm", "keys.lock")]
    for name in sorted(names):
        place = home / name
        if name == "ledger" and place.is_dir() and not (home / _BEFORE).exists():
            place.rename(home / _BEFORE)
        if place.is_dir():
            shutil.rmtree(place)  # what a killed run moved
        (stage / name).rename(place)
    settle_database(stage / _LAST)
    sync_folder(home)
    (stage / _LAST).rename(home / _LAST)
    sync_folder(home)
    shutil.rmtree(stage)
    shutil.rmtree(home / _BEFORE, ignore_errors=True)
