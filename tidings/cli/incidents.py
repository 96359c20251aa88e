"""`tidings init`: a new incident's folder to edit, its workspace, and its keys."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from tidings.cli.app import ROAD, app
from tidings.cli.talk import say, say_if_elsewhere
from tidings.errors import ConfigError
from tidings.incident import NAME
from tidings.settings import Settings, load_settings
from tidings.workspace import create_workspace, incident_folder

TEMPLATE = ("incident.toml", "columns.toml")


@app.command(group=ROAD, sort_key=1)
def init(incident: str, /) -> None:
    """Make an incident: a folder to edit under config/incidents/, a workspace (TIDINGS_HOME), and its keys.

    Safe to run twice: what is there stays as it is.

    Parameters
    ----------
    incident
        Its name: a-z, 0-9 and hyphens, for example portal-2026-11.

    """
    if not re.fullmatch(NAME, incident):
        raise ConfigError(ConfigError.Code.BAD_NAME)
    settings = load_settings()
    create_workspace(settings, incident)
    folder = incident_folder(settings, incident)
    fresh = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    for name in TEMPLATE:
        _write_new(folder / name, files("tidings.template").joinpath(name).read_bytes())
    say(f"workspace: {settings.home}")
    say(_key(settings))
    say_if_elsewhere(settings.home)
    say(f"incident: {folder}" + (": edit incident.toml now; every EDIT must go" if fresh else ""))


def _key(settings: Settings) -> str:
    """Where the key is, and what to do so that it is not lost."""
    kind = settings.key_provider or "key-file"
    if kind == "key-file":
        return f"key: {settings.key_file or settings.home / 'incident.key'}: keep a copy where the workspace's backups are not"
    return f"key: wrapped by {kind}; whoever loses that loses everything: docs/operations.md"


def _write_new(file: Path, data: bytes) -> None:
    """A file that somebody may have edited is never overwritten; one that is half written by a kill never appears."""
    if file.exists():
        return
    draft = file.with_suffix(".draft")
    draft.write_bytes(data)
    draft.replace(file)
