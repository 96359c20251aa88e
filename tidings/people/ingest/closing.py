"""A list is closed: who may be one person is looked for, what the list brought is counted, its staged rows end with their key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select, update

from tidings.entry import EntryKind
from tidings.model import Counts, PersonId, PersonState
from tidings.people.ingest import states
from tidings.people.ingest.arrivals import TRAIT_BYTES
from tidings.people.likeness import UNDATED, Likeness, compare, words
from tidings.record import Record
from tidings.store import IN_PARTS, in_parts, insert_unless_there
from tidings.store.people import in_batch, person_batches
from tidings.store.tables import OPEN_PAIR, batches, lists, pairs, persons, rows, traits
from tidings.workspace import Workspace, open_record


def finish_list(ws: Workspace, list_id: int) -> Counts:
    """Closes a list whose batches are all done.

    Returns {rows, persons, changed, unchanged, gone, refused, repeated, mended, likely}: persons new to the incident,
    persons of earlier lists whose record it changed, whom it names as they were, whom it leaves out; rows refused, known
    before, mended; pairs of records that may be one person's. `skipped` are rows, `sheets` sheets, that are nobody's.
    """
    with ws.store.reading() as connection:
        found = connection.execute(select(lists).where(lists.c.id == list_id)).one()
    if found.state == states.STAGED:
        likely = _likely_pairs(ws, list_id)
        with ws.store.writing() as connection:
            _close(ws, connection, list_id, likely)
    with ws.store.reading() as connection:
        counts = _counts(connection, list_id)
    if found.staging and ws.vault.has_key(found.staging):
        ws.vault.destroy(found.staging)
    return counts


def is_done(ws: Workspace, list_id: int) -> bool:
    """Whether a list is closed: its people are there."""
    with ws.store.reading() as connection:
        return connection.scalar(select(lists.c.state).where(lists.c.id == list_id)) == states.DONE


def settle_pairs(ws: Workspace) -> Counts:
    """Looks for likely pairs among whoever the newest list brought or a new reading changed. Returns {likely}."""
    with ws.store.reading() as connection:
        newest = connection.scalar(select(func.max(lists.c.id)).where(lists.c.state == states.DONE))
    if newest is None:
        return Counts(likely=0)
    likely = _likely_pairs(ws, newest)
    with ws.store.writing() as connection:
        _write_pairs(connection, newest, likely)
    return Counts(likely=len(likely))


def _close(ws: Workspace, connection: Connection, list_id: int, likely: list[tuple[PersonId, PersonId]]) -> None:
    found = connection.execute(select(lists).where(lists.c.id == list_id)).one()
    if found.state != states.STAGED:
        return
    _write_pairs(connection, list_id, likely)
    _settle_gone(connection, list_id, replaces=bool(found.replaces))
    connection.execute(update(lists).where(lists.c.id == list_id).values(state=states.DONE))
    recorder = ws.recorder(connection)
    recorder.add(EntryKind.LIST_INGESTED, None, **_counts(connection, list_id))
    recorder.flush()


def _counts(connection: Connection, list_id: int) -> Counts:
    names = ("rows", "persons", "refused", "repeated", "mended")
    sums = [func.coalesce(func.sum(batches.c[name]), 0) for name in names]
    totals = connection.execute(select(*sums).where(batches.c.list_id == list_id)).one()
    counts = Counts(zip(names, map(int, totals), strict=True))
    before, listed = and_(persons.c.list_id < list_id, persons.c.state != PersonState.JOINED), _listed(list_id)
    changed = persons.c.changed_by == list_id

    def number(*conditions: Any) -> int:
        return connection.scalar(select(func.count()).select_from(persons).where(*conditions)) or 0

    skipped = connection.execute(select(lists.c.skipped, lists.c.skipped_sheets).where(lists.c.id == list_id)).one()
    counts["skipped"], counts["sheets"] = skipped.skipped, skipped.skipped_sheets
    counts["changed"] = number(before, changed)
    counts["unchanged"] = number(before, ~changed, listed)
    counts["gone"] = number(before, ~changed, ~listed)
    counts["likely"] = connection.scalar(select(func.count()).select_from(pairs).where(pairs.c.list_id == list_id)) or 0
    return counts


def _listed(list_id: int) -> Any:
    """Whether a row of a person belongs to this list. A row belongs to the newest list that has it."""
    return exists().where(and_(rows.c.person_id == persons.c.id, rows.c.list_id == list_id))


def _settle_gone(connection: Connection, list_id: int, *, replaces: bool) -> None:
    """Whom a replacing list leaves out waits for a human; whoever is on a list again does not."""
    if replaces:
        earlier = and_(persons.c.list_id < list_id, persons.c.state != PersonState.JOINED)
        left_out = and_(earlier, ~_listed(list_id), persons.c.gone_by == 0)
        connection.execute(update(persons).where(left_out).values(gone_by=list_id, planned_revision=0))
    back = and_(persons.c.gone_by != 0, persons.c.gone_by != list_id, _listed(list_id))
    connection.execute(update(persons).where(back).values(gone_by=0, planned_revision=0))


def _write_pairs(connection: Connection, list_id: int, likely: list[tuple[PersonId, PersonId]]) -> None:
    if likely:
        values = [{"first_id": first, "second_id": second, "list_id": list_id, "state": OPEN_PAIR} for first, second in likely]
        insert_unless_there(connection, pairs, values)
        _plan_anew(connection, sorted({person for pair in likely for person in pair}))


def _plan_anew(connection: Connection, people: list[PersonId]) -> None:
    for part in in_parts(people):
        connection.execute(update(persons).where(persons.c.id.in_(part)).values(planned_revision=0))


def _likely_pairs(ws: Workspace, list_id: int) -> list[tuple[PersonId, PersonId]]:
    """Pairs of persons, at least one of them brought or changed by this list, who may be one: whoever came first stands first."""
    found: dict[tuple[PersonId, PersonId], None] = {}
    with ws.store.reading() as connection:
        for part in _candidates(ws, connection, list_id):
            numbers, records = _opened(ws, connection, sorted({person for pair in part for person in pair}))
            for pair in part:
                first, second = sorted(pair, key=numbers.__getitem__)
                if compare(records[first], records[second]) is not Likeness.DIFFERENT:
                    found[first, second] = None
        found |= dict.fromkeys(_undated_pairs(ws, connection, list_id))
        known = set(connection.execute(select(pairs.c.first_id, pairs.c.second_id)).tuples()) if found else set()
    return [pair for pair in found if pair not in known]


def _candidates(ws: Workspace, connection: Connection, list_id: int) -> Iterator[list[tuple[PersonId, PersonId]]]:
    """Pairs that have a trait in common, some hundred at a time."""
    mine, other = traits.alias("mine"), traits.alias("other")
    touched = or_(persons.c.list_id == list_id, persons.c.changed_by == list_id)
    wanted = (
        select(mine.c.person_id, other.c.person_id)
        .select_from(mine.join(other, and_(mine.c.mark == other.c.mark, mine.c.person_id != other.c.person_id)))
        .join(persons, persons.c.id == mine.c.person_id)
        .where(touched, mine.c.mark != ws.vault.mark("trait", UNDATED)[:TRAIT_BYTES])  # which all undated people share
    )
    part: set[tuple[PersonId, PersonId]] = set()
    for one, two in connection.execute(wanted).tuples():
        part.add((min(one, two), max(one, two)))
        if len(part) == IN_PARTS // 2:
            yield list(part)
            part.clear()
    if part:
        yield list(part)


def _opened(ws: Workspace, connection: Connection, people: list[PersonId]) -> tuple[dict[PersonId, int], dict[PersonId, Record]]:
    found = connection.execute(select(persons).where(persons.c.id.in_(people))).all()
    ws.vault.preload(people)
    return {row.id: row.number for row in found}, {row.id: open_record(ws, row) for row in found}


def _undated_pairs(ws: Workspace, connection: Connection, list_id: int) -> Iterator[tuple[PersonId, PersonId]]:
    """Somebody without a birth date may be anybody of that name, if one of the two has no number: only reading names tells.

    Few lists have such people; where there is none, nobody is opened.
    """
    mark = ws.vault.mark("trait", UNDATED)[:TRAIT_BYTES]
    of_undated = select(persons).join(traits, traits.c.person_id == persons.c.id).where(traits.c.mark == mark)
    dateless = connection.execute(of_undated).all()
    by_name: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    ws.vault.preload([row.id for row in dateless])
    for row in dateless:
        by_name[words(open_record(ws, row).name)].append(row)
    numberless = persons.c.mark.is_(None)
    if not by_name or not connection.scalar(select(numberless).where(numberless).limit(1)):
        return
    everybody = any(row.mark is None for row in dateless)
    for batch in person_batches(connection, None if everybody else numberless):
        among = in_batch(batch) if everybody else and_(in_batch(batch), numberless)
        found = connection.execute(select(persons).where(among)).all()
        ws.vault.preload([row.id for row in found])
        for row in found:
            record = open_record(ws, row)
            for other in by_name.get(words(record.name), ()):
                touched = list_id in (row.list_id, row.changed_by, other.list_id, other.changed_by)
                if touched and row.id != other.id and compare(record, open_record(ws, other)) is not Likeness.DIFFERENT:
                    first, second = (row, other) if row.number < other.number else (other, row)
                    yield first.id, second.id
