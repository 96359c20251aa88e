"""A person's record is made of their rows: within a list rows add up, of several lists the later one knows better.

Rows are the source and records follow from them, in the order of lists and rows and not of their coming. So it does not
matter which batch was faster, what was killed in between, or how often a list is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, select

from tidings.model import Personal, PersonId, PersonState
from tidings.people.ingest.arrivals import row_field
from tidings.people.ingest.lists import Readers
from tidings.record import Reading, Record
from tidings.store import in_parts
from tidings.store.tables import lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import Workspace


class Place(NamedTuple):
    """Where a row stands: its list and its number there."""

    list_id: int
    number: int


class Placed(Personal):
    """A reading and where its row stands."""

    __slots__ = ("place", "reading")

    def __init__(self, place: Place, reading: Reading) -> None:
        self.place, self.reading = place, reading


def fold(readings: Iterable[Placed], replacing: frozenset[int], *, decided: bool = False) -> Record:
    """The record of a person's rows, at least one. `replacing` are lists beside which earlier ones do not count. `decided`:
    a human said that the rows are of one person, so that no contradiction between them means somebody else.
    """
    ordered = sorted(readings, key=lambda placed: placed.place)
    first = max((placed.place.list_id for placed in ordered if placed.place.list_id in replacing), default=0)
    by_list = groupby((placed for placed in ordered if placed.place.list_id >= first), key=lambda placed: placed.place.list_id)
    records = [reduce(Record.merged, (placed.reading.record for placed in group)) for _list_id, group in by_list]
    record = reduce(Record.corrected, records)
    return replace(record, conflicts=frozenset()) if decided else record


def rows_of(ws: Workspace, connection: Connection, readers: Readers, people: list[PersonId]) -> dict[PersonId, list[Placed]]:
    """What is understood today of the rows of these people that lie in the workspace."""
    found: dict[PersonId, list[Placed]] = {person: [] for person in people}
    ws.vault.preload(people)
    for part in in_parts(people):
        wanted = select(rows.c.person_id, rows.c.list_id, rows.c.number, rows.c.mark, rows.c.sealed).where(
            rows.c.person_id.in_(part)
        )
        for row in connection.execute(wanted).all():
            opened = ws.vault.open_sealed(row.person_id, row_field(bytes(row.mark)), 1, Sealed(row.sealed))
            reading = readers.of(row.list_id).read(row.number, orjson.loads(opened)[0])
            found[row.person_id].append(Placed(Place(row.list_id, row.number), reading))
    return found


def decided_ones(connection: Connection, people: list[PersonId]) -> set[PersonId]:
    """Those of these people who took over another's rows, on a human's word."""
    joined = select(persons.c.joined_to).where(persons.c.state == PersonState.JOINED)
    if not connection.execute(joined.limit(1)).first():
        return set()
    return {person for part in in_parts(people) for person in connection.scalars(joined.where(persons.c.joined_to.in_(part)))}


def replacing_lists(connection: Connection) -> frozenset[int]:
    return frozenset(connection.scalars(select(lists.c.id).where(lists.c.replaces == 1)))
