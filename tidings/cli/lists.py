"""`tidings ingest`: reads a list, checks it, seals it; or shows what it would understand."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from sqlalchemy import func, select

from tidings import people
from tidings.cli import columns
from tidings.cli.app import ROAD, app
from tidings.cli.flows import run_flow
from tidings.cli.talk import progress, put_json, say
from tidings.errors import REFUSED, ConfigError, ListError, WorkspaceError
from tidings.incident import Incident, load_incident
from tidings.people.columns import Columns
from tidings.people.columns_file import as_draft, sure_rules, write_whole
from tidings.people.ingest import register_list
from tidings.people.sample import Sample
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
    columns_out: Path | None = None,
    incident: str | None = None,
    json: bool = False,
) -> int | None:
    """Read a list of affected people, and seal each. The same list adds nobody twice.

    Parameters
    ----------
    file
        The list: CSV, the first row with the column names.
    dry_run
        Show what each column seems to be and how much of the list is understood, and keep nothing. At a terminal, ask about
        columns that are not sure.
    out_file
        Where a dry run writes what it understood, one JSON line a row. It will hold people's data in plain text: delete it
        when you have looked at it.
    columns_out
        Where a dry run writes what it proposes for columns.toml.
    incident
        For a dry run without a workspace: the incident whose columns.toml is used.
    json
        Print the counts as JSON; of a dry run, the columns too.

    """
    if dry_run:
        return _dry_run(file, out_file, columns_out, incident, json)
    if out_file is not None or columns_out is not None or incident is not None:
        raise ConfigError(ConfigError.Code.BAD_USE, "--out, --columns-out and --incident", hint="they go with --dry-run")
    with open_workspace() as ws:
        list_id = register_list(ws, file)
        with progress("ingest", lambda: _rows(ws, list_id)):
            counts = run_flow("ingest", list_id)
    if json:
        put_json(counts)
        return None
    say(
        f"{counts['rows']:,} rows: {counts['persons']:,} new persons, {counts['repeated']:,} rows known before, "
        f"{counts['refused']:,} refused and kept sealed"
    )
    return None


def _dry_run(file: Path, out_file: Path | None, columns_out: Path | None, name: str | None, json: bool) -> int:
    """0 if an ingest would read the list as shown, 1 if something is to be decided or written first."""
    folder, incident = _incident(name)
    header, sample = _looked_at(file)
    proposal = people.propose(header, sample, people.load_columns(folder), incident)
    asks = not json and columns_out is None and columns.can_ask()
    if asks:
        columns.show(proposal)
        if columns.settle(proposal, folder, date.today()):
            proposal = people.propose(header, sample, people.load_columns(folder), incident)
    if columns_out is not None:
        write_whole(columns_out, as_draft(proposal, date.today()).encode())
    rules = people.load_columns(folder).with_rules(sure_rules(proposal))
    counts, error = _tried(file, folder, incident, None if proposal.headless else rules, out_file)
    if error is not None and out_file is not None:
        raise error
    if json:
        shown = {"settled": proposal.settled, "header_row": not proposal.headless, "columns": columns.as_json(proposal)}
        put_json({**counts, **shown})
    else:
        if not asks:
            columns.show(proposal)
        columns.say_what_is_open(proposal)
        if error is None:
            say(f"{counts['rows']:,} rows read, {counts['refused']:,} refused; nothing was stored")
        else:
            say(f"not read so far: {error}")
    if out_file is not None:
        say(f"{out_file} holds people's data in plain text: delete it when you have looked at it")
    return 0 if proposal.settled else REFUSED


def _tried(
    file: Path, folder: Path, incident: Incident, rules: Columns | None, out_file: Path | None
) -> tuple[dict[str, int], ListError | None]:
    """What was read, or why nothing was: without --out the columns are shown all the same, for they say what is to be mended."""
    if rules is None:  # no header row: its first person would be read as names of columns
        return {}, ListError(ListError.Code.NO_HEADER, str(file))
    try:
        return _read(file, folder, incident, rules, out_file), None
    except ListError as error:
        return {}, error


def _looked_at(file: Path) -> tuple[tuple[str, ...], Sample]:
    table = people.read_rows(file)
    return table.header, people.take_sample(cells for _, cells in table.rows)


def _read(file: Path, folder: Path, incident: Incident, rules: Columns, out_file: Path | None) -> dict[str, int]:
    if out_file is None:
        return people.write_dry_run(file, folder, incident, None, rules)
    # Plain data, because somebody asked to see it: for their eyes only, and never half over an older file.
    draft = out_file.with_name(out_file.name + ".part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        try:
            counts = people.write_dry_run(file, folder, incident, stream, rules)
            draft.replace(out_file)
        except BaseException:  # Ctrl-C as well: half a reading must not stay behind
            draft.unlink()
            raise
    return counts


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
