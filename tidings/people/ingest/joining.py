"""The transaction in which rows become persons: found or new, with a record of all their rows and the entries that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from tidings.entry import EntryKind
from tidings.model import Counts, Personal, PersonId, PersonState, opaque_id
from tidings.people.ingest.arrivals import Arrival, Staged, addresses_of, seal_record, seal_row, trait_marks
from tidings.people.ingest.folding import Place, Placed, decided_ones, fold, replacing_lists, rows_of
from tidings.people.ingest.lists import Readers
from tidings.people.likeness import traces
from tidings.record import Record
from tidings.store import in_parts, insert_unless_there
from tidings.store.tables import addresses, persons, rows, traits
from tidings.workspace import Workspace, open_record


def known_rows(connection: Connection, came: Iterable[Staged]) -> dict[bytes, Any]:
    """Those of these rows that lie in the workspace, by their marks."""
    wanted = sorted({row.row_mark for row in came})
    columns = select(rows.c.mark, rows.c.id, rows.c.person_id, rows.c.list_id, rows.c.number)
    return {bytes(row.mark): row for part in in_parts(wanted) for row in connection.execute(columns.where(rows.c.mark.in_(part)))}


@dataclass(slots=True, repr=False)
class _Person(Personal):
    """Somebody whom rows of this batch are about. `revision` is that of the record in the store, 0 if they are new."""

    id: PersonId
    record: Record | None = None
    revision: int = 0
    mark: bytes | None = None
    list_id: int = 0
    arrivals: list[Arrival] = field(default_factory=list)
    moved: int = 0
    again: bool = False


class Intake:
    """One transaction's work: `take` for rows that came, `reread` for people whose rows are understood anew."""

    def __init__(self, ws: Workspace, connection: Connection, list_id: int) -> None:
        self._ws, self._connection, self._list_id = ws, connection, list_id
        self._people: dict[PersonId, _Person] = {}
        self._by_mark: dict[bytes, PersonId] = {}
        self._by_identity: dict[bytes, dict[PersonId, None]] = defaultdict(dict)
        self._readers = Readers(ws, connection)

    def take(self, came: list[Staged], arrivals: list[Arrival]) -> Counts:
        counts = Counts(rows=len(came), persons=0, refused=0, repeated=0, mended=0)
        known = known_rows(self._connection, came)
        self._load([row.person_id for row in known.values() if row.person_id])
        self._find([arrival for arrival in arrivals if not arrival.refused])
        counts["mended"] = self._mend([(row.token, row.row_mark) for row in came if row.token])
        moved = []
        for row in came:
            if row.row_mark in known:
                counts["repeated"] += 1
                moved += self._move(known[row.row_mark], row.number)
        arrivals = [*arrivals, *self._missed(came, known, arrivals)]
        fresh = {arrival.row.row_mark: arrival for arrival in arrivals if arrival.row.row_mark not in known}
        counts["repeated"] += len(came) - sum(row.row_mark in known for row in came) - len(fresh)
        kept = [self._row(arrival, self._person(arrival)) for arrival in fresh.values()]
        counts["refused"] = sum(arrival.refused for arrival in fresh.values())
        if moved:
            statement = update(rows).where(rows.c.id == bindparam("row")).values(list_id=self._list_id, number=bindparam("to"))
            self._connection.execute(statement, moved)
        counts["persons"], _changed = self._write()
        if kept:
            self._connection.execute(insert(rows), kept)
        return counts

    def reread(self, people: Iterable[PersonId]) -> int:
        """Understands these people's rows by today's rules. Returns how many are known differently now."""
        self._load(people)
        for person in self._people.values():
            person.again = True
        return self._write()[1]

    def _missed(self, came: list[Staged], known: dict[bytes, Any], arrivals: list[Arrival]) -> list[Arrival]:
        """Rows that were known a moment ago, and that somebody has mended since: they are rows like any other now."""
        there = {arrival.row.row_mark for arrival in arrivals} | known.keys()
        missed = list({row.row_mark: row for row in came if row.row_mark not in there}.values())
        if not missed:
            return []
        fresh = [opaque_id(self._ws.random) for _ in missed]
        self._ws.vault.new_keys(fresh)
        reader = self._readers.of(self._list_id)
        found = [Arrival(self._ws, reader, row, PersonId(owner)) for row, owner in zip(missed, fresh, strict=True)]
        self._find([arrival for arrival in found if not arrival.refused])
        return found

    def _load(self, people: Iterable[PersonId]) -> None:
        for part in in_parts(sorted(set(people) - self._people.keys())):
            self._open(self._connection.execute(select(persons).where(persons.c.id.in_(part))).all())

    def _find(self, arrivals: list[Arrival]) -> None:
        """Loads whoever these rows may be of: by reference number, and by name, birth date and country."""
        for part in in_parts(sorted({arrival.person_mark for arrival in arrivals if arrival.person_mark})):
            self._open(self._connection.execute(select(persons).where(persons.c.mark.in_(part))).all())
        for part in in_parts(sorted({arrival.identity for arrival in arrivals if arrival.identity})):
            found = self._connection.execute(select(traits.c.mark, traits.c.person_id).where(traits.c.mark.in_(part))).all()
            self._load([row.person_id for row in found])
            for row in found:
                person = self._people[row.person_id]
                # A trait may be of a record that has changed since.
                if person.record and trait_marks(self._ws, traces(person.record))[0] == bytes(row.mark):
                    self._by_identity[bytes(row.mark)][person.id] = None

    def _open(self, found: Iterable[Any]) -> None:
        found = [row for row in found if row.id not in self._people]
        moved_on = {row.joined_to: row for row in found if row.joined_to}
        if moved_on:  # a human said who they are: their number leads there
            self._load(moved_on)
            self._by_mark |= {bytes(row.mark): to for to, row in moved_on.items() if row.mark}
            found = [row for row in found if not row.joined_to]
        self._ws.vault.preload([row.id for row in found])
        for row in found:
            record = open_record(self._ws, row)
            mark = bytes(row.mark) if row.mark else None
            self._people[row.id] = _Person(row.id, record, row.revision, mark, row.list_id)
            if mark:
                self._by_mark[mark] = row.id

    def _mend(self, tokens: list[tuple[str, bytes]]) -> int:
        """Takes away the refused rows that came back. One that came back unchanged is not taken away: it is that row."""
        mended = []
        for part in in_parts([token for token, _mark in tokens]):
            marks = dict(tokens)
            wanted = select(rows.c.id, rows.c.key, rows.c.mark).where(rows.c.key.in_(part), rows.c.person_id.is_(None))
            mended += [row for row in self._connection.execute(wanted) if bytes(row.mark) != marks[row.key]]
        for part in in_parts([row.id for row in mended]):
            self._connection.execute(delete(rows).where(rows.c.id.in_(part)))
        return len(mended)

    def _move(self, known: Any, number: int) -> list[dict[str, int]]:
        """A row that an earlier list had too belongs to the newest list that has it: that is how a list says who is on it."""
        if known.list_id >= self._list_id:
            return []
        if known.person_id:
            self._people[known.person_id].moved += 1
        return [{"row": known.id, "to": number}]

    def _person(self, arrival: Arrival) -> _Person | None:
        """The person of a row, found or new; none if the row was refused."""
        if arrival.refused:
            return None
        found = self._known(arrival)
        if found is None:
            found = self._people[arrival.fresh] = _Person(arrival.fresh, mark=arrival.person_mark, list_id=self._list_id)
            if arrival.identity:
                self._by_identity[arrival.identity][found.id] = None
        if arrival.person_mark:
            found.mark = found.mark or arrival.person_mark
            self._by_mark[arrival.person_mark] = found.id
        found.arrivals.append(arrival)
        return found

    def _known(self, arrival: Arrival) -> _Person | None:
        """By their number; else by who they are, if that is one person, and not one of another number."""
        if arrival.person_mark in self._by_mark:
            return self._people[self._by_mark[arrival.person_mark]]
        same = [self._people[person] for person in self._by_identity.get(arrival.identity or b"", ())]
        if len(same) != 1 or (arrival.person_mark and same[0].mark):
            return None
        return same[0]

    def _row(self, arrival: Arrival, person: _Person | None) -> dict[str, object]:
        """The row as it came, sealed with its person's key, or with one of its own until somebody mends it."""
        owner = person.id if person else arrival.fresh
        sealed = arrival.sealed_row if owner == arrival.fresh else seal_row(self._ws, owner, arrival.row, arrival.reading)
        return {
            "list_id": self._list_id,
            "number": arrival.row.number,
            "mark": arrival.row.row_mark,
            "person_id": person.id if person else None,
            "key": owner,
            "codes": " ".join(arrival.reading.refused),
            "sealed": sealed,
        }

    def _write(self) -> tuple[int, int]:
        """Writes whoever is new or changed, with the entries that say so. Returns how many are new, and how many changed."""
        recorder = self._ws.recorder(self._connection)
        new: list[tuple[_Person, bytes]] = []
        changed: list[tuple[_Person, bytes]] = []
        listed: list[tuple[_Person, bytes]] = []
        given: list[tuple[_Person, bytes]] = []
        for person, record in self._folded():
            alone = person.revision == 0 and len(person.arrivals) == 1
            if alone:
                arrival = person.arrivals[0]
                sealed, commitment = arrival.sealed_record, arrival.commitment
                marks, address_marks = arrival.traits, arrival.address_marks
            elif record == person.record:
                continue
            else:
                sealed, commitment = seal_record(self._ws, person.id, person.revision + 1, record)
                marks = trait_marks(self._ws, traces(record))[1]
                address_marks = [self._ws.vault.mark("address", value) for value in addresses_of(record)]
            recorder.add(
                EntryKind.PERSON_CHANGED if person.revision else EntryKind.PERSON_ENROLLED, person.id, commitment=commitment
            )
            listed += [(person, mark) for mark in marks]
            given += [(person, mark) for mark in address_marks]
            (changed if person.revision else new).append((person, sealed))
        if new:
            self._connection.execute(insert(persons), [self._as_new(person, sealed) for person, sealed in new])
        if changed:
            self._change(changed)
        self._remember(listed, given)
        recorder.flush()
        return len(new), len(changed)

    def _folded(self) -> Iterator[tuple[_Person, Record]]:
        """Everybody whom a row of this batch is about, and their record of all their rows."""
        moved = [person for person in self._people.values() if person.moved and not person.arrivals]
        elsewhere = self._with_other_rows(moved)
        about = [person for person in self._people.values() if person.arrivals or person.again or person.id in elsewhere]
        known = rows_of(self._ws, self._connection, self._readers, [person.id for person in about if person.revision])
        replacing = replacing_lists(self._connection) if known else frozenset[int]()
        decided = decided_ones(self._connection, list(known))
        for person in about:
            came = [Placed(Place(self._list_id, arrival.row.number), arrival.reading) for arrival in person.arrivals]
            yield person, fold([*known.get(person.id, ()), *came], replacing, decided=person.id in decided)

    def _with_other_rows(self, moved: list[_Person]) -> set[PersonId]:
        """Those of whom more rows are known than this list has moved: what those say may count for less now."""
        number = {person.id: person.moved for person in moved}
        counted = select(rows.c.person_id, func.count()).group_by(rows.c.person_id)
        return {
            person
            for part in in_parts(sorted(number))
            for person, total in self._connection.execute(counted.where(rows.c.person_id.in_(part))).tuples()
            if total > number[person]
        }

    def _as_new(self, person: _Person, sealed: bytes) -> dict[str, object]:
        return {
            "id": person.id,
            "mark": person.mark,
            "state": PersonState.ENROLLED,
            "revision": 1,
            "planned_revision": 0,
            "sealed": sealed,
            "list_id": self._list_id,
        }

    def _change(self, changed: list[tuple[_Person, bytes]]) -> None:
        statement = (
            update(persons)
            .where(persons.c.id == bindparam("person"))
            .values(
                mark=bindparam("to_mark"), revision=bindparam("to_revision"), sealed=bindparam("to"), changed_by=bindparam("by")
            )
        )
        self._connection.execute(
            statement,
            [
                {
                    "person": person.id,
                    "to_mark": person.mark,
                    "to_revision": person.revision + 1,
                    "to": sealed,
                    "by": self._list_id if person.list_id != self._list_id else 0,
                }
                for person, sealed in changed
            ],
        )

    def _remember(self, listed: list[tuple[_Person, bytes]], given: list[tuple[_Person, bytes]]) -> None:
        """Traits and addresses by which people are found. Whoever shares an address with a newcomer is planned anew: it may
        be shared by too many now.
        """
        known: dict[PersonId, set[bytes]] = defaultdict(set)
        for part in in_parts(sorted({person.id for person, _mark in given if person.revision})):
            for row in self._connection.execute(select(addresses).where(addresses.c.person_id.in_(part))):
                known[row.person_id].add(bytes(row.mark))
        current = {person.id: {mark for one, mark in given if one is person} for person, _mark in given if person.revision}
        added = [{"person_id": person.id, "mark": mark} for person, mark in given if mark not in known.get(person.id, ())]
        gone = [(person, mark) for person, marks in known.items() for mark in marks - current[person]]
        if added:
            self._connection.execute(insert(addresses), added)
        for person, mark in gone:
            self._connection.execute(delete(addresses).where(addresses.c.person_id == person, addresses.c.mark == mark))
        marks: set[Any] = {row["mark"] for row in added} | {mark for _person, mark in gone}
        for some in in_parts(sorted(marks)):
            sharing = select(addresses.c.person_id).where(addresses.c.mark.in_(some))
            self._connection.execute(update(persons).where(persons.c.id.in_(sharing)).values(planned_revision=0))
        if listed:
            insert_unless_there(self._connection, traits, [{"mark": mark, "person_id": person.id} for person, mark in listed])
