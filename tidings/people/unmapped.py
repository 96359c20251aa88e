"""What an ingest asks before it reads: is any column left out, or misread, by which somebody would be lost or mistaken?

An ingest reads by columns.toml and by nothing else: batches are read later, by other processes and perhaps by a newer
version, and must all be read the same. What the built-in spellings know is only proposed (proposal.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tidings.errors import ListError
from tidings.incident import Incident
from tidings.people.columns import Columns, Field
from tidings.people.proposal import NAMES, Problem, Proposal, propose
from tidings.people.sample import take_sample

_NAMED = 8
"""Columns that an error names; the dry run shows all."""


def check_columns(where: str, header: Sequence[str], rows: Iterable[Sequence[str]], columns: Columns, incident: Incident) -> None:
    """Refuses a list whose columns are not settled. `rows` are cells, streamed once; `where` is the file as its user named it.

    Raises ListError NO_HEADER (the first row is a person: nothing of it is shown), NO_REFERENCE, MISMAPPED or UNMAPPED, with
    the headers. Whatever is not shown by its header is "column 3".
    """
    refuse_unsettled(where, propose(header, take_sample(rows), columns, incident), columns, header)


def refuse_unsettled(where: str, proposal: Proposal, columns: Columns, header: Sequence[str]) -> None:
    """The same of a proposal that is there already."""
    if proposal.headless or not any(columns.rule(name) for name in header):
        raise ListError(ListError.Code.NO_HEADER, where)
    for problem, code in ((Problem.MISMAPPED, ListError.Code.MISMAPPED), (Problem.UNMAPPED, ListError.Code.UNMAPPED)):
        if named := unmapped(proposal, problem):
            more = ", …" if len(named) > _NAMED else ""
            raise ListError(code, f"{where}: {', '.join(named[:_NAMED])}{more}")
    if not any(column.ruled and column.field in {Field.REFERENCE, *NAMES} for column in proposal.columns):
        raise ListError(ListError.Code.NO_REFERENCE, where)


def unmapped(proposal: Proposal, problem: Problem = Problem.UNMAPPED) -> tuple[str, ...]:
    """What may be shown of the headers of columns with that problem, in the list's order."""
    return tuple(column.header for column in proposal.columns if column.problem is problem)
