"""`tidings ingest --dry-run`: what each column of a list is, and what would be understood of its rows. Nothing is stored."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import date
from pathlib import Path

from tidings import people
from tidings.cli import columns
from tidings.cli.sources import source_of
from tidings.cli.talk import put_json, say
from tidings.errors import REFUSED, ListError, WorkspaceError
from tidings.incident import Incident, load_incident
from tidings.people.columns import Columns
from tidings.people.columns_file import as_draft, sure_rules, write_whole
from tidings.people.sample import Sample
from tidings.people.source import ListSource
from tidings.settings import load_settings
from tidings.workspace import incident_folder, open_workspace


def dry_run_of(
    file: Path, identity: Path | None, out_file: Path | None, columns_out: Path | None, name: str | None, json: bool
) -> int:
    """0 if an ingest would read the list as shown, 1 if something is to be decided or written first."""
    folder, incident = _incident(name)
    source = source_of(file, identity, people.load_columns(folder), read_twice=True)
    header, sample = _looked_at(source, people.load_columns(folder))
    proposal = people.propose(header, sample, people.load_columns(folder), incident)
    asks = not json and columns_out is None and columns.can_ask()
    if asks:
        columns.show(proposal)
        if columns.settle(proposal, folder, date.today()):
            proposal = people.propose(header, sample, people.load_columns(folder), incident)
    if columns_out is not None:
        write_whole(columns_out, as_draft(proposal, date.today()).encode())
    rules = people.load_columns(folder).with_rules(sure_rules(proposal))
    counts, error = _tried(source, incident, None if proposal.headless else rules, out_file)
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
            if counts["skipped"] or counts["sheets"]:
                say(f"{counts['skipped']:,} rows and {counts['sheets']:,} sheets hold nobody and were left out")
        else:
            say(f"not read so far: {error}")
    if out_file is not None:
        say(f"{out_file} holds people's data in plain text: delete it when you have looked at it")
    return 0 if proposal.settled else REFUSED


def _tried(
    source: ListSource, incident: Incident, rules: Columns | None, out_file: Path | None
) -> tuple[dict[str, int], ListError | None]:
    """What was read, or why nothing was: without --out the columns are shown all the same, for they say what is to be mended."""
    if rules is None:  # no header row: its first person would be read as names of columns
        return {}, ListError(ListError.Code.NO_HEADER, source.where)
    try:
        return _read(source, incident, rules, out_file), None
    except ListError as error:
        return {}, error


def _looked_at(source: ListSource, columns: Columns) -> tuple[tuple[str, ...], Sample]:
    with closing(source.open(columns)) as table:
        return table.header, people.take_sample(row.cells for row in table.rows)


def _read(source: ListSource, incident: Incident, rules: Columns, out_file: Path | None) -> dict[str, int]:
    if out_file is None:
        return people.write_dry_run(source, rules, incident, None)
    # Plain data, because somebody asked to see it: for their eyes only, and never half over an older file.
    draft = out_file.with_name(out_file.name + ".part")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
        try:
            counts = people.write_dry_run(source, rules, incident, stream)
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
