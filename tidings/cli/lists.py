"""`tidings ingest`: reads a list, checks it, seals it; or shows what it would understand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from sqlalchemy import func, select

from tidings import people
from tidings.cli.app import ROAD, app
from tidings.cli.flows import run_flow
from tidings.cli.talk import progress, put_json, say
from tidings.errors import ConfigError, WorkspaceError
from tidings.incident import Incident, load_incident
from tidings.people.ingest import register_list
from tidings.settings import load_settings
from tidings.store.tables import batches
from tidings.workspace import Workspace, incident_folder, open_workspace


@app.command(group=ROAD, sort_key=2)
def ingest(
    file: Path,
    /,
    *,
    dry_run: bool = False,
    out_file: Annotated[Path | None, Parameter(name="--out")] = None,
    incident: str | None = None,
    json: bool = False,
) -> None:
    """Read a list of affected people, and seal each. The same list adds nobody twice.

    Parameters
    ----------
    file
        The list: CSV, the first row with the column names.
    dry_run
        Write what was understood, one JSON line a row, and keep nothing.
    out_file
        Where a dry run writes. It will hold people's data in plain text: delete it when you have looked at it.
    incident
        For a dry run without a workspace: the incident whose columns.toml is used.
    json
        Print the counts as JSON.

    """
    if dry_run:
        _dry_run(file, out_file, incident, json)
        return
    if out_file is not None or incident is not None:
        raise ConfigError(ConfigError.Code.BAD_USE, "--out and --incident", hint="they go with --dry-run")
    with open_workspace() as ws:
        list_id = register_list(ws, file)
        with progress("ingest", lambda: _rows(ws, list_id)):
            counts = run_flow("ingest", list_id)
    if json:
        put_json(counts)
        return
    say(
        f"{counts['rows']:,} rows: {counts['persons']:,} new persons, {counts['repeated']:,} rows known before, "
        f"{counts['refused']:,} refused and kept sealed"
    )


def _dry_run(file: Path, out_file: Path | None, name: str | None, json: bool) -> None:
    if out_file is None:
        raise ConfigError(ConfigError.Code.BAD_USE, "--out", hint="say where the dry run may write: --out FILE")
    folder, incident = _incident(name)
    # Plain data, because somebody asked to see it: for their eyes only, and never half over an older file.
    draft = out_file.with_name(out_file.name + ".part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        try:
            counts = people.write_dry_run(file, folder, incident, stream)
            draft.replace(out_file)
        except BaseException:  # Ctrl-C as well: half a reading must not stay behind
            draft.unlink()
            raise
    if json:
        put_json(counts)
    else:
        say(f"{counts['rows']:,} rows read, {counts['refused']:,} refused; nothing was stored")
    say(f"{out_file} holds people's data in plain text: delete it when you have looked at it")


def _incident(name: str | None) -> tuple[Path, Incident]:
    settings = load_settings()
    if name is not None:
        folder = incident_folder(settings, name)
        return folder, load_incident(folder)
    try:
        ws = open_workspace(settings)
    except WorkspaceError as error:
        raise WorkspaceError(error.code, error.where, hint="run `tidings init INCIDENT`, or name one with --incident") from None
    with ws:
        return ws.incident_folder, ws.incident


def _rows(ws: Workspace, list_id: int) -> tuple[int, int]:
    with ws.store.reading() as connection:
        found = select(batches.c.state, func.sum(batches.c.rows)).where(batches.c.list_id == list_id).group_by(batches.c.state)
        rows = dict(connection.execute(found).tuples().all())
    return rows.get("done", 0), sum(rows.values())
