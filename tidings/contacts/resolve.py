"""Plans for a batch of people: open each record, decide, seal the contacts, write where the person stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import BindParameter, ColumnElement, Connection, Row, and_, bindparam, func, insert, select, update

from tidings.contacts.plan import Plan, Surroundings, plan
from tidings.contacts.safety import load_safety
from tidings.contacts.stand import GONE, HELD, USABLE, restate
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError
from tidings.model import Channel, Counts, Owner, Personal, PersonId, PersonState
from tidings.record import Record
from tidings.rules import Rule
from tidings.store import IN_PARTS
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import OPEN_PAIR, addresses, contacts, pairs, persons
from tidings.vault import Sealed
from tidings.workspace import Workspace


@dataclass(frozen=True, slots=True, repr=False)
class Contact(Personal):
    """A contact as it is sealed: where it leads, and whose it is."""

    address: str
    owner: Owner

    def to_bytes(self) -> bytes:
        return orjson.dumps([self.address, self.owner])

    @classmethod
    def from_bytes(cls, data: bytes) -> Contact:
        address, owner = orjson.loads(data)
        return cls(address, Owner(owner))


def contact_field(mark: bytes) -> str:
    """The sealing context's field: a sealed contact fits no other contact of the person."""
    return f"contact-{mark.hex()}"


def unplanned_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody has no plan, or one of an older record."""
    with ws.store.reading() as connection:
        return person_batches(connection, _unplanned())


def _unplanned() -> ColumnElement[bool]:
    return and_(persons.c.planned_revision != persons.c.revision, not_erased(), persons.c.state != PersonState.JOINED)


def resolve_batch(ws: Workspace, batch: int, serves: Callable[[str], str | None]) -> Counts:
    """Plans everybody of the batch who has no plan yet. Returns {planned, held, resolved}.

    Somebody whose record cannot be opened is held, and waits without a plan: they must not stop the others.
    """
    with ws.vault.steady(), ws.store.reading() as connection:
        waiting = connection.execute(select(persons).where(in_batch(batch), _unplanned())).all()
        ws.vault.preload([row.id for row in waiting])
        records = {row.id: record for row in waiting if (record := _opened(ws, row)) is not None}
        counts = _shared(ws, connection, records.values())
        doubts = _doubts(connection, waiting)
    around = Surroundings(ws.incident, load_safety(ws.settings.config), lambda address: counts[address], serves)
    plans = {person: plan(record, around, doubts[person]) for person, record in records.items()}
    with ws.store.writing() as connection:
        current = set(connection.execute(select(persons.c.id, persons.c.revision).where(in_batch(batch), _unplanned())).tuples())
        # A record that changed since it was opened is left for the next run.
        settled = [row for row in waiting if (row.id, row.revision) in current]
        held = _hold_unopened(ws, connection, [row for row in settled if row.id not in plans])
        made = {row.id: (row.revision, plans[row.id]) for row in settled if row.id in plans}
        return _write(ws, connection, made) + Counts(resolved=held, held=held)


def _opened(ws: Workspace, row: Row[Any]) -> Record | None:
    try:
        return Record.from_bytes(ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed)))
    except KeyStoreError as error:
        if error.code is not KeyStoreError.Code.CANNOT_OPEN:
            raise
        return None


def _hold_unopened(ws: Workspace, connection: Connection, unopened: Sequence[Row[Any]]) -> int:
    """They are looked at again by each run, so that they go on once their key is back. The ledger hears of it once."""
    fresh = [row.id for row in unopened if row.rule != Rule.CANNOT_OPEN]
    recorder = ws.recorder(connection)
    for person in fresh:
        recorder.add(EntryKind.PERSON_HELD, person, rule=Rule.CANNOT_OPEN.value)
    recorder.flush()
    if fresh:
        held = {"state": PersonState.HELD.value, "rule": Rule.CANNOT_OPEN.value}
        connection.execute(
            update(persons).where(persons.c.id == bindparam("person")).values(held), [{"person": person} for person in fresh]
        )
    return len(fresh)


def _doubts(connection: Connection, people: Sequence[Any]) -> dict[PersonId, list[Rule]]:
    """What lists say of each person together: that somebody else may be them, that a list left them out."""
    ids = [row.id for row in people]
    paired: set[PersonId] = set()
    for start in range(0, len(ids), IN_PARTS):
        part = ids[start : start + IN_PARTS]
        for column in (pairs.c.first_id, pairs.c.second_id):
            paired |= set(connection.scalars(select(column).where(column.in_(part), pairs.c.state == OPEN_PAIR)))
    return {row.id: [*([Rule.LIKELY] if row.id in paired else []), *([Rule.GONE] if row.gone_by else [])] for row in people}


def _shared(ws: Workspace, connection: Connection, records: Iterable[Record]) -> Counter[str]:
    """How many people gave each address, over all lists of the incident, without opening anybody else."""
    marks = {
        ws.vault.mark("address", address): address
        for record in records
        for address in [*(phone.e164 for phone in record.phones), *record.emails]
    }
    wanted = sorted(marks)
    counted: Counter[str] = Counter()
    for start in range(0, len(wanted), IN_PARTS):
        rows = connection.execute(
            select(addresses.c.mark, func.count())
            .where(addresses.c.mark.in_(wanted[start : start + IN_PARTS]))
            .group_by(addresses.c.mark)
        )
        counted.update({marks[mark]: count for mark, count in rows.tuples()})
    return counted


def _write(ws: Workspace, connection: Connection, plans: dict[PersonId, tuple[int, Plan]]) -> Counts:
    if not plans:
        return Counts(resolved=0, planned=0, held=0)
    recorder = ws.recorder(connection)
    _keep_contacts(ws, connection, {person: made for person, (_revision, made) in plans.items()})
    connection.execute(
        update(persons)
        .where(persons.c.id == bindparam("person"))
        .values(planned_revision=bindparam("made_from"), rule=bindparam("to_rule")),
        [
            {"person": person, "made_from": revision, "to_rule": made.hold.value if made.hold else None}
            for person, (revision, made) in plans.items()
        ],
    )
    for person, (_revision, made) in plans.items():
        if made.hold:
            recorder.add(EntryKind.PERSON_HELD, person, rule=made.hold.value)
        else:
            usable = [contact.channel for contact in made.contacts if contact.usable]
            recorder.add(EntryKind.PLAN_RESOLVED, person, contacts=len(usable), channels=sorted(set(usable)))
    recorder.flush()
    stands = restate(connection, ws.incident.version, plans)
    held = sum(stand.state is PersonState.HELD for stand in stands.values())
    return Counts(resolved=len(plans), planned=len(stands) - held, held=held)


def _keep_contacts(ws: Workspace, connection: Connection, plans: dict[PersonId, Plan]) -> None:
    """A contact that was known keeps its id, and with it what was tried; one that is no longer in the plan is gone."""
    known: dict[tuple[str, bytes], int] = {}
    people = list(plans)
    for start in range(0, len(people), IN_PARTS):
        wanted = select(contacts.c.person_id, contacts.c.mark, contacts.c.id).where(
            contacts.c.person_id.in_(people[start : start + IN_PARTS])
        )
        known |= {(row.person_id, bytes(row.mark)): row.id for row in connection.execute(wanted)}
    fresh: list[dict[str, object]] = []
    kept: list[dict[str, object]] = []
    for person, made in plans.items():
        for position, contact in enumerate(made.contacts):
            mark = _contact_mark(ws, contact.channel, contact.address)
            plain = {
                "track": contact.track,
                "position": position,
                "state": USABLE if contact.usable else HELD,
                "rule": contact.rule,
                "wait_hours": contact.wait_hours,
            }
            if (person, mark) in known:
                kept.append({"contact": known.pop((person, mark)), **{f"to_{name}": value for name, value in plain.items()}})
                continue
            sealed = ws.vault.seal(person, contact_field(mark), 1, Contact(contact.address, contact.owner).to_bytes())
            fresh.append({"person_id": person, "mark": mark, "channel": contact.channel, "sealed": sealed.data, **plain})
    if fresh:
        connection.execute(insert(contacts), fresh)
    if kept:
        changed: dict[str, BindParameter[Any]] = {
            name: bindparam(f"to_{name}") for name in ("track", "position", "state", "rule", "wait_hours")
        }
        connection.execute(update(contacts).where(contacts.c.id == bindparam("contact")).values(**changed), kept)
    if known:
        gone = update(contacts).where(contacts.c.id == bindparam("contact")).values(state=GONE)
        connection.execute(gone, [{"contact": contact} for contact in known.values()])


def _contact_mark(ws: Workspace, channel: Channel, address: str) -> bytes:
    return ws.vault.mark(f"contact-{channel}", address)
