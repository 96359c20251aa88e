"""`tidings ingest`: reads a list, checks it, seals it. `tidings rejects`: gives back what could not be read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from sqlalchemy import func, select

from tidings.cli.app import LISTS, ROAD, app
from tidings.cli.dry_run import dry_run_of
from tidings.cli.flows import run_flow
from tidings.cli.sources import source_of
from tidings.cli.talk import progress, put, put_json, say, steps
from tidings.errors import ConfigError
from tidings.model import PersonId
from tidings.officers import opened
from tidings.people.columns import load_columns
from tidings.people.ingest import count_rejects, decide_pair, is_done, open_pairs, rejects_workbook, shown_in_workbook, take_list
from tidings.people.ingest.rejects import REASONS
from tidings.store.tables import batches
from tidings.vault import encrypted_for, write_private
from tidings.workspace import Workspace, open_workspace


@app.command(group=ROAD, sort_key=2)
def ingest(
    file: Path,
    /,
    *,
    dry_run: bool = False,
    out_file: Annotated[Path | None, Parameter(name="--out")] = None,
    columns_out: Path | None = None,
    incident: str | None = None,
    identity: Path | None = None,
    replaces: bool = False,
    json: bool = False,
) -> int | None:
    """Read a list of affected people, and seal each. The same list adds nobody twice; a corrected one changes what it corrects.

    Parameters
    ----------
    file
        The list: CSV, XLSX, XLS, ODS, JSON, or one of these as .age; - reads standard input.
    identity
        What opens an .age file: a file of age identities or an SSH key. Without it, a terminal is asked for a passphrase.
    replaces
        This list takes the place of the earlier ones: whoever is not on it should not have been there, and waits for a human.
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
        return dry_run_of(file, identity, out_file, columns_out, incident, json)
    if out_file is not None or columns_out is not None or incident is not None:
        raise ConfigError(ConfigError.Code.BAD_USE, "--out, --columns-out and --incident", hint="they go with --dry-run")
    with open_workspace() as ws:
        source = source_of(file, identity, load_columns(ws.incident_folder))
        with steps("seal") as step:
            list_id = take_list(ws, source, replaces=replaces, progress=lambda rows: step(rows, None))
        known = is_done(ws, list_id)
        with progress("ingest", lambda: _rows(ws, list_id)):
            counts = run_flow("ingest", list_id)
    if json:
        put_json(counts)
        return None
    if known:
        say("this very list was ingested before, and nothing changes; it brought:")
    _say_what_came(counts, replaces)
    return None


@app.command(group=LISTS, sort_key=1)
def rejects(bundle: Path, /, *, recipient: str, reason: str) -> None:
    """Write the rows that could not become persons into an encrypted workbook, each with its reason, to be mended.

    `age --decrypt -i KEY BUNDLE > rejects.xlsx`. Mend the cells, leave the first column as it is, and ingest the workbook:
    each mended row takes the place of the one that was refused.

    Parameters
    ----------
    bundle
        The file to write; its name should end in .xlsx.age.
    recipient
        The officer's age public key: age1…
    reason
        Why you need to see these people's data. The ledger says that you did (TIDINGS_OFFICER_KEY), and keeps the reason sealed.

    """
    encrypted_for(recipient, b"")  # a key that is none: said before anything is opened
    with open_workspace() as ws:
        opened(ws, "rejects", reason, shown_in_workbook(ws))
        counted = count_rejects(ws)
        workbook, number = rejects_workbook(ws)
        write_private(bundle, encrypted_for(recipient, workbook))
    for code, rows in counted.items():
        say(f"{rows:>8,}  {code}: {REASONS[code][0]}")
    say(f"{number:,} rows in {bundle}")


@app.command(group=LISTS, sort_key=2)
def pairs(one: str | None = None, other: str | None = None, /, *, same: bool = False, different: bool = False) -> None:
    """List the pairs who may be one person each, or decide on one. Until then both wait, so that nobody is told twice.

    The workbook that `tidings rejects` writes has a sheet that shows who they are.

    Parameters
    ----------
    one
        A person's id, as this command lists it.
    other
        The other's.
    same
        They are one person: the rows of the second become the first's.
    different
        They are two people: each is told.

    """
    if one is None or other is None:
        if same or different or one is not None:
            raise ConfigError(ConfigError.Code.BAD_USE, "pairs", hint="tidings pairs PERSON PERSON --same (or --different)")
        with open_workspace() as ws:
            for first, second in open_pairs(ws):
                put(f"{first} {second}")
        return
    if same == different:
        raise ConfigError(ConfigError.Code.BAD_USE, "pairs", hint="say one of --same and --different")
    with open_workspace() as ws:
        decide_pair(ws, PersonId(one), PersonId(other), same=same)
    say("`tidings resolve` plans them anew")


@app.command(group=LISTS, sort_key=3)
def reread(*, json: bool = False) -> None:
    """Understand everybody's rows anew, after columns.toml was mended. The list itself is not needed: its rows lie here sealed.

    Parameters
    ----------
    json
        Print the counts as JSON.

    """
    with open_workspace():
        counts = run_flow("reread")
    if json:
        put_json(counts)
        return
    say(
        f"{counts['changed']:,} of {counts['persons']:,} persons are known differently now, {counts['new']:,} are new; "
        f"{counts['refused']:,} rows are still refused"
    )
    if counts["likely"]:
        say(f"{counts['likely']:,} more pairs may be one person each: both wait for a human")


def _say_what_came(counts: dict[str, int], replaces: bool) -> None:
    say(
        f"{counts['rows']:,} rows: {counts['persons']:,} new persons, {counts['changed']:,} changed, "
        f"{counts['unchanged']:,} as before; {counts['repeated']:,} rows known before, {counts['refused']:,} refused"
    )
    if counts["skipped"] or counts["sheets"]:
        say(f"{counts['skipped']:,} rows and {counts['sheets']:,} sheets hold nobody (totals, footers) and were left out")
    if counts["mended"]:
        say(f"{counts['mended']:,} refused rows were replaced by mended ones")
    if counts["refused"]:
        say('the refused rows wait for you: `tidings rejects OUT.xlsx.age --recipient age1… --reason "…"`')
    if counts["likely"]:
        say(f"{counts['likely']:,} pairs may be one person each: both wait for a human, so that nobody is told twice")
    if counts["gone"] and replaces:
        say(f"{counts['gone']:,} persons of earlier lists are not on this one: they wait for a human")
    elif counts["gone"]:
        say(f"{counts['gone']:,} persons of earlier lists are not on this one; nothing changes for them without --replaces")


def _rows(ws: Workspace, list_id: int) -> tuple[int, int]:
    with ws.store.reading() as connection:
        found = select(batches.c.state, func.sum(batches.c.rows)).where(batches.c.list_id == list_id).group_by(batches.c.state)
        rows = dict(connection.execute(found).tuples().all())
    return rows.get("done", 0), sum(rows.values())
