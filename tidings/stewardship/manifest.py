"""backup.json: what a folder of a backup holds, file by file. It is written last, so a folder without one is not a backup."""

from __future__ import annotations

import hashlib
from pathlib import Path

import orjson

from tidings.errors import WorkspaceError
from tidings.vault import write_private

NAME = "backup.json"
_FORMAT = "tidings-backup-1"


def write_manifest(folder: Path, incident: str, backup: str) -> None:
    """`backup` is the same random id in both folders."""
    body = {"format": _FORMAT, "incident": incident, "backup": backup, "files": _digests(folder)}
    write_private(folder / NAME, orjson.dumps(body, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS))


def check_manifest(folder: Path) -> tuple[str, str]:
    """(incident, backup). Raises WorkspaceError BAD_BACKUP, with the file, if one is missing, changed or too many."""
    try:
        body = orjson.loads((folder / NAME).read_bytes())
        incident, backup, files = body["incident"], body["backup"], body["files"]
        known = body["format"] == _FORMAT
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        known = False
    if not known:
        raise WorkspaceError(WorkspaceError.Code.BAD_BACKUP, str(folder / NAME))
    found = _digests(folder)
    for name in sorted(files.keys() | found.keys()):
        if files.get(name) != found.get(name):
            raise WorkspaceError(WorkspaceError.Code.BAD_BACKUP, str(folder / name))
    return str(incident), str(backup)


def _digests(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file != folder / NAME:
            with file.open("rb") as stream:
                found[str(file.relative_to(folder))] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found
