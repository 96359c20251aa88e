"""From a list to sealed people: register the file, stage its rows sealed, make persons of them, close the list.

Each step is one durable thing and may be run again: a file is known by the mark of its digest, a batch by its number, a
row by the mark of its cells, a person by the mark of their reference number. Keys are durable before what they seal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson
from sqlalchemy import Connection, func, insert, select, update

from tidings.commitment import commit
from tidings.entry import EntryKind
from tidings.errors import ListError
from tidings.model import Counts, PersonId, PersonState, opaque_id
from tidings.people.columns import load_columns
from tidings.people.reader import Reader
from tidings.people.table import read_rows
from tidings.record import Reading, Record
from tidings.store import IN_PARTS
from tidings.store.entries import Recorder
from tidings.store.tables import addresses, batches, lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import Workspace

BATCH_ROWS = 500
REGISTERED, STAGED, DONE = "registered", "staged", "done"


def register_list(ws: Workspace, file: Path) -> int:
    """The list's id. The same bytes are the same list, wherever they lie. Raises ListError for what is no list."""
    table = read_rows(file)
    try:
        Reader(load_columns(ws.incident_folder), table.header, ws.incident)
    except ListError as error:  # no header, no reference: said before anything is kept
        raise ListError(error.code, str(file)) from None
    mark = ws.vault.mark("list", _digest(file))
    with ws.store.reading() as connection:
        known = connection.scalar(select(lists.c.id).where(lists.c.mark == mark))
    owner = f"list-{opaque_id(ws.random)}"
    if known is None:
        ws.vault.new_keys([owner])
    with ws.store.writing() as connection:
        again = connection.execute(select(lists.c.id, lists.c.state, lists.c.key).where(lists.c.mark == mark)).one_or_none()
        if again is not None and again.state != REGISTERED:
            return int(again.id)
        if again is not None:  # the same bytes, perhaps at another path than when the first run was killed
            sealed = _seal_source(ws, again.key, file, table.header)
            connection.execute(update(lists).where(lists.c.id == again.id).values(sealed=sealed))
            return int(again.id)
        connection.execute(
            insert(lists).values(
                mark=mark,
                state=REGISTERED,
                key=owner,
                rows=0,
                created_at=ws.now(),
                sealed=_seal_source(ws, owner, file, table.header),
            )
        )
        return int(connection.scalar(select(lists.c.id).where(lists.c.mark == mark)) or 0)


def stage_list(ws: Workspace, list_id: int) -> Counts:
    """Seals the list's rows as they are, 500 to a batch. Returns {rows, batches}."""
    with ws.store.reading() as connection:
        found = connection.execute(select(lists).where(lists.c.id == list_id)).one()
        staged = set(connection.scalars(select(batches.c.number).where(batches.c.list_id == list_id)))
    if found.state != REGISTERED:
        return Counts(rows=found.rows, batches=len(staged))
    file, _header = _open_source(ws, found.key, found.sealed)
    total = number = 0
    for number, chunk in enumerate(_chunks(file), start=1):
        total += len(chunk)
        if number in staged:
            continue
        sealed = ws.vault.seal(found.key, "staged", number, orjson.dumps(chunk))
        values = {"list_id": list_id, "number": number, "state": STAGED, "rows": len(chunk), "sealed": sealed.data}
        with ws.store.writing() as connection:
            connection.execute(insert(batches).values(**values, persons=0, refused=0, repeated=0))
    if ws.vault.mark("list", _digest(file)) != found.mark:
        raise ListError(ListError.Code.CHANGED)
    with ws.store.writing() as connection:
        connection.execute(update(lists).where(lists.c.id == list_id).values(state=STAGED, rows=total))
    return Counts(rows=total, batches=number)


def staged_batches(ws: Workspace, list_id: int) -> list[int]:
    """Ids of the batches whose rows are not persons yet."""
    with ws.store.reading() as connection:
        wanted = select(batches.c.id).where(batches.c.list_id == list_id, batches.c.state == STAGED).order_by(batches.c.number)
        return list(connection.scalars(wanted))


def ingest_batch(ws: Workspace, batch_id: int) -> Counts:
    """Makes persons of one staged batch, in one transaction. Returns {rows, persons, refused, repeated}; {} if it was done."""
    with ws.store.reading() as connection:
        batch = connection.execute(select(batches).where(batches.c.id == batch_id)).one()
        source = connection.execute(select(lists).where(lists.c.id == batch.list_id)).one()
    if batch.state != STAGED:
        return Counts()
    _file, header = _open_source(ws, source.key, source.sealed)
    reader = Reader(load_columns(ws.incident_folder), header, ws.incident)
    staged = orjson.loads(ws.vault.open_sealed(source.key, "staged", batch.number, Sealed(batch.sealed)))
    arrivals = [_Arrival.of(ws, header, number, tuple(cells), reader) for number, cells in staged]
    fresh = [opaque_id(ws.random) for _ in arrivals]
    ws.vault.new_keys(fresh)  # more than are needed, perhaps: a key that seals nothing does no harm
    with ws.store.writing() as connection:
        if connection.scalar(select(batches.c.state).where(batches.c.id == batch_id)) != STAGED:
            return Counts()
        counts = _Intake(ws, connection, batch.list_id, fresh).take(arrivals)
        connection.execute(
            update(batches)
            .where(batches.c.id == batch_id)
            .values(state=DONE, sealed=None, persons=counts["persons"], refused=counts["refused"], repeated=counts["repeated"])
        )
    return counts


def finish_list(ws: Workspace, list_id: int) -> Counts:
    """Closes a list whose batches are all done: its entry, and the end of the key under which its rows were staged.

    Returns {rows, persons, refused, repeated}: persons new to the incident, rows that were known already.
    """
    with ws.store.writing() as connection:
        found = connection.execute(select(lists).where(lists.c.id == list_id)).one()
        names = ("rows", "persons", "refused", "repeated")
        sums = [func.coalesce(func.sum(batches.c[name]), 0) for name in names]
        totals = connection.execute(select(*sums).where(batches.c.list_id == list_id)).one()
        counts = Counts(zip(names, map(int, totals), strict=True))
        if found.state == STAGED:
            connection.execute(update(lists).where(lists.c.id == list_id).values(state=DONE, sealed=None))
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.LIST_INGESTED, None, **counts)
            recorder.flush()
    if ws.vault.has_key(found.key):
        ws.vault.destroy(found.key)
    return counts


@dataclass(frozen=True, slots=True, repr=False)
class _Arrival:
    """One row on its way in, with the marks by which it and its person are found again."""

    reading: Reading
    cells: tuple[str, ...]
    row_mark: bytes
    person_mark: bytes | None
    address_marks: frozenset[bytes]

    @classmethod
    def of(cls, ws: Workspace, header: Sequence[str], number: int, cells: tuple[str, ...], reader: Reader) -> _Arrival:
        reading = reader.read(number, cells)
        record = reading.record
        return cls(
            reading,
            cells,
            ws.vault.mark("row", orjson.dumps([header, cells]).decode()),
            ws.vault.mark("reference", record.reference) if record.reference and not reading.refused else None,
            frozenset(ws.vault.mark("address", value) for value in [*(phone.e164 for phone in record.phones), *record.emails]),
        )


class _Intake:
    """The transaction in which a batch's rows become persons."""

    def __init__(self, ws: Workspace, connection: Connection, list_id: int, fresh: list[str]) -> None:
        self._ws, self._connection, self._list_id = ws, connection, list_id
        self._fresh = iter(fresh)
        self._records: dict[PersonId, Record] = {}
        self._before: dict[PersonId, tuple[Record, int]] = {}
        self._by_mark: dict[bytes, PersonId] = {}
        self._addresses: set[tuple[PersonId, bytes]] = set()
        self._known_addresses: set[tuple[PersonId, bytes]] = set()

    def take(self, arrivals: list[_Arrival]) -> Counts:
        known_rows = set(_among(self._connection, rows.c.mark, [arrival.row_mark for arrival in arrivals]))
        self._find_persons([arrival.person_mark for arrival in arrivals if arrival.person_mark])
        counts = Counts(rows=len(arrivals), persons=0, refused=0, repeated=0)
        kept = []
        for arrival in arrivals:
            if arrival.row_mark in known_rows:
                counts["repeated"] += 1
                continue
            known_rows.add(arrival.row_mark)
            person = self._person(arrival)
            counts["refused"] += person is None
            kept.append(self._row(arrival, person))
        created = [person for person in self._records if person not in self._before]
        counts["persons"] = len(created)
        self._write(created)
        if kept:
            self._connection.execute(insert(rows), kept)
        return counts

    def _find_persons(self, marks: list[bytes]) -> None:
        wanted = sorted(set(marks))
        for start in range(0, len(wanted), IN_PARTS):
            found = self._connection.execute(select(persons).where(persons.c.mark.in_(wanted[start : start + IN_PARTS]))).all()
            self._ws.vault.preload([row.id for row in found])
            for row in found:
                record = Record.from_bytes(self._ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed)))
                self._by_mark[row.mark] = row.id
                self._records[row.id] = record
                self._before[row.id] = record, row.revision
            known = select(addresses).where(addresses.c.person_id.in_([row.id for row in found]))
            self._known_addresses |= {(PersonId(row.person_id), bytes(row.mark)) for row in self._connection.execute(known)}

    def _person(self, arrival: _Arrival) -> PersonId | None:
        """The person of a row, found or new; none if the row was refused."""
        if arrival.person_mark is None:
            return None
        person = self._by_mark.get(arrival.person_mark)
        if person is None:
            person = PersonId(next(self._fresh))
            self._by_mark[arrival.person_mark] = person
            self._records[person] = arrival.reading.record
        else:
            self._records[person] = self._records[person].merged(arrival.reading.record)
        self._addresses |= {(person, mark) for mark in arrival.address_marks}
        return person

    def _row(self, arrival: _Arrival, person: PersonId | None) -> dict[str, object]:
        """The row as it came, sealed with its person's key, or with one of its own until somebody mends it."""
        owner = person or next(self._fresh)
        number = arrival.reading.row
        sealed = self._ws.vault.seal(
            owner, f"row-{self._list_id}", number, orjson.dumps([arrival.cells, arrival.reading.remarks])
        )
        return {
            "list_id": self._list_id,
            "number": number,
            "mark": arrival.row_mark,
            "person_id": person,
            "key": owner,
            "codes": " ".join(arrival.reading.refused),
            "sealed": sealed.data,
        }

    def _write(self, created: list[PersonId]) -> None:
        recorder = self._ws.recorder(self._connection)
        marks = {person: mark for mark, person in self._by_mark.items()}
        fresh = []
        for person in created:
            body = self._seal(person, 1, recorder, EntryKind.PERSON_ENROLLED)
            fresh.append(
                {
                    "id": person,
                    "mark": marks[person],
                    "state": PersonState.ENROLLED,
                    "revision": 1,
                    "planned_revision": 0,
                    "sealed": body,
                }
            )
        if fresh:
            self._connection.execute(insert(persons), fresh)
        for person, (before, revision) in self._before.items():
            if self._records[person] != before:
                body = self._seal(person, revision + 1, recorder, EntryKind.PERSON_CHANGED)
                self._connection.execute(update(persons).where(persons.c.id == person).values(revision=revision + 1, sealed=body))
        self._share()
        recorder.flush()

    def _share(self) -> None:
        """Remembers who gave which address. Whoever shares one with a newcomer is planned anew: it may be shared by too many."""
        added = sorted(self._addresses - self._known_addresses)
        if added:
            self._connection.execute(insert(addresses), [{"person_id": person, "mark": mark} for person, mark in added])
        marks = sorted({mark for _person, mark in added})
        for start in range(0, len(marks), IN_PARTS):
            sharing = select(addresses.c.person_id).where(addresses.c.mark.in_(marks[start : start + IN_PARTS]))
            self._connection.execute(update(persons).where(persons.c.id.in_(sharing)).values(planned_revision=0))

    def _seal(self, person: PersonId, revision: int, recorder: Recorder, kind: EntryKind) -> bytes:
        body = self._records[person].to_bytes()
        recorder.add(kind, person, commitment=commit(self._ws.vault.derive(person, f"commitment-record-{revision}"), body))
        return self._ws.vault.seal(person, "record", revision, body).data


def _among(connection: Connection, column: object, values: list[bytes]) -> Iterator[bytes]:
    for start in range(0, len(values), IN_PARTS):
        yield from connection.scalars(select(column).where(column.in_(values[start : start + IN_PARTS])))  # type: ignore[attr-defined, call-overload]


def _chunks(file: Path) -> Iterator[list[tuple[int, tuple[str, ...]]]]:
    chunk: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in read_rows(file).rows:
        chunk.append((number, cells))
        if len(chunk) == BATCH_ROWS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _seal_source(ws: Workspace, owner: str, file: Path, header: Sequence[str]) -> bytes:
    return ws.vault.seal(owner, "source", 1, orjson.dumps([str(file.resolve()), list(header)])).data


def _open_source(ws: Workspace, owner: str, sealed: bytes) -> tuple[Path, tuple[str, ...]]:
    path, header = orjson.loads(ws.vault.open_sealed(owner, "source", 1, Sealed(sealed)))
    return Path(path), tuple(header)
