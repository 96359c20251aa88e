"""What each column of a list is: shown as a table, asked about at a terminal, and written to columns.toml if the officer says so.

No cell of the list comes here, and of its headers only those that are none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from rich.table import Table

from tidings.cli.talk import err, out, put, say, wide
from tidings.model import Kind
from tidings.people.columns import Field
from tidings.people.columns_file import Answer, append_blocks, as_blocks, is_open, proposed_answers
from tidings.people.judging import KINDS
from tidings.people.proposal import Choice, Proposal, Proposed, Sure


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and err.is_terminal


def show(proposal: Proposal) -> None:
    """The table, on stdout: words and no colours, one column a row, as a screen reader takes it."""
    table = Table(box=None, pad_edge=False, header_style="", title_style="")
    for name in ("header", "field", "kind", "sure", "why"):
        table.add_column(name, no_wrap=name not in ("header", "why"), overflow="fold")
    for column in proposal.columns:
        table.add_row(column.header, column.field or "-", column.kind or "-", column.sure.value, _why(column))
    (out if out.is_terminal else wide).print(table)


def _why(column: Proposed) -> str:
    fields = [choice.field.value for choice in column.alternatives if choice.field]
    return f"{column.why} (perhaps {', '.join(fields)})" if fields and column.sure is Sure.ASKS else column.why


def as_json(proposal: Proposal) -> list[dict[str, Any]]:
    return [
        {
            "number": column.number,
            "header": column.header,
            "field": column.field,
            "kind": column.kind,
            "sure": column.sure,
            "why": column.why,
            "alternatives": [{"field": choice.field, "kind": choice.kind} for choice in column.alternatives],
            "in_columns_toml": column.ruled,
            "problem": column.problem,
        }
        for column in proposal.columns
    ]


def say_what_is_open(proposal: Proposal) -> None:
    """What keeps an ingest from reading the list as shown."""
    if proposal.headless:
        say("the first row seems to be a person, so none of it is shown; put this row of names above it, corrected:")
        put(",".join(_names(proposal)))
        return
    if new := [column.header for column in proposal.columns if column.problem == "unmapped" and column.sure is not Sure.ASKS]:
        say(f"not in columns.toml yet: {', '.join(new)}")
    if asked := [column.header for column in proposal.columns if column.sure is Sure.ASKS]:
        say(f"to be decided: {', '.join(asked)}")
    if not proposal.has_reference:
        say("no column is the reference number: rows of one person are joined by name, birth date and country, if at all")
    if not proposal.settled:
        say("`tidings ingest` refuses this list until columns.toml settles that; at a terminal, a dry run asks and writes it")


def settle(proposal: Proposal, folder: Path, today: date, read: Callable[[str], str] = err.input) -> bool:
    """Asks about each column that is not sure, then whether to write. Returns whether columns.toml has changed."""
    asked = [column for column in proposal.columns if is_open(column) and column.sure is not Sure.SURE]
    try:
        answers = _answers(asked, read)
    except (EOFError, _Stop):
        say("stopped; nothing was written")
        return False
    blocks = as_blocks([*_sure(proposal), *answers], today)
    if not blocks:
        return False
    say("\n" + blocks)
    try:
        wanted = read(f"Write this to {folder / 'columns.toml'}? y/n, Enter = n: ").strip().lower()
    except EOFError:
        wanted = ""
    if wanted not in ("y", "yes"):
        say("nothing was written")
        return False
    say(f"{append_blocks(folder, blocks)} has them now")
    return True


class _Stop(Exception):
    """The officer had enough."""


def _sure(proposal: Proposal) -> list[Answer]:
    sure = {column.name for column in proposal.columns if column.sure is Sure.SURE}
    return [answer for answer in proposed_answers(proposal) if answer[0] in sure]


def _answers(asked: list[Proposed], read: Callable[[str], str]) -> list[Answer]:
    if asked:
        say(f"\n{len(asked)} to decide. Enter takes what is proposed, s: do not read it, q: stop, or type a field's name.")
    answers: dict[str, Choice] = {}
    for column in asked:
        if column.name in answers:
            say(f"\n{column.header}, again: one rule holds for all columns of that header")
            continue
        answers[column.name] = _answer(column, read)
    return list(answers.items())


def _answer(column: Proposed, read: Callable[[str], str]) -> Choice:
    say(f"\ncolumn {column.number}, {column.header}: {column.why}")
    say(f"  Enter  {words(column.choice)}")
    for number, choice in enumerate(column.alternatives, start=1):
        say(f"  {number:<5}  {words(choice)}")
    while True:
        said = read("  > ").strip().lower()
        if not said:
            return column.choice
        if said == "q":
            raise _Stop
        if said == "s":
            return Choice(None, column.kind)
        if said.isascii() and said.isdigit() and 0 < int(said[:3]) <= len(column.alternatives):
            return column.alternatives[int(said[:3]) - 1]
        if said in set(Field):
            return Choice(Field(said), KINDS[Field(said)])
        say(f"  Enter, s, q, 1 to {len(column.alternatives)}, or one of: {', '.join(Field)}")


def words(choice: Choice) -> str:
    told = f"told as '{choice.kind}'" if choice.kind else "says nothing about a person"
    return f"{choice.field or 'not read'}, {told}"


def _names(proposal: Proposal) -> list[str]:
    """A header for a list without one. Where somebody must say, it is a name that nothing knows: pasted as it is, an ingest
    still refuses it.
    """
    known = (Field.REFERENCE, Field.DATE_OF_BIRTH, Field.FACILITY, Field.LANGUAGE, Field.CUSTODY, Field.NOTES)
    return [
        column.field
        if column.field in known
        else f"decide {column.number}"
        if column.sure is Sure.ASKS
        else f"other {column.number}"
        if column.kind is Kind.OTHER
        else column.kind or "row"
        for column in proposal.columns
    ]
