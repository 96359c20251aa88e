"""Plans for a batch of people: open each record, decide, keep what was decided."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, not_, select, update

from tidings.contacts.keeping import Made, contact_mark, keep_plans
from tidings.contacts.lookup import line_types
from tidings.contacts.plan import UNDECIDED, ContactKey, Decisions, Plan, plan
from tidings.contacts.rules import adopted, current_rules, plan_is_current
from tidings.contacts.safety import Choice, PersonFacts
from tidings.contacts.ways import Served, Surroundings, person_facts
from tidings.entry import EntryKind
from tidings.model import Channel, Counts, PersonId, PersonState
from tidings.record import Record
from tidings.rules import Rule
from tidings.store import in_parts
from tidings.store.people import in_batch, not_erased, person_batches
from tidings.store.tables import OPEN_PAIR, addresses, decisions, pairs, persons
from tidings.store.tables import workspace as workspace_table
from tidings.uncollected import uncollected
from tidings.workspace import Workspace, record_if_open

_Thing = TypeVar("_Thing")
"""What can be decided on: a rule, or a rule of a contact."""


def unplanned_batches(ws: Workspace) -> list[int]:
    """Batches in which somebody has no plan, or one of an older record or of other rules."""
    with ws.store.reading() as connection:
        return person_batches(connection, _unplanned())


def _unplanned() -> ColumnElement[bool]:
    return and_(not_(plan_is_current()), not_erased(), persons.c.state != PersonState.JOINED)


def resolve_batch(ws: Workspace, batch: int, served: Served) -> Counts:
    """Plans everybody of the batch who has no plan yet, under the rules that were adopted. Returns {planned, held, resolved}.

    Raises PlanError RULES_CHANGED where the rules are not those that were adopted (`adopt_rules`) any more. Somebody whose
    record cannot be opened is held, and waits without a plan: they must not stop the others.
    """
    with uncollected():
        return _resolve(ws, batch, served)


def _resolve(ws: Workspace, batch: int, served: Served) -> Counts:
    with ws.vault.steady(), ws.store.reading() as connection:
        under = adopted(ws, connection, served)
        waiting = connection.execute(select(persons).where(in_batch(batch), _unplanned())).all()
        ws.vault.preload([row.id for row in waiting])
        records = {row.id: record for row in waiting if (record := record_if_open(ws, row)) is not None}
        around = surroundings(ws, connection, records, served)
        doubts = doubted(connection, waiting)
        decided = decided_of(ws, connection, records, around, doubts)
    plans: dict[PersonId, Plan] = {
        person: plan(record, around, doubts.get(person, ()), decided.get(person, UNDECIDED)) for person, record in records.items()
    }
    with ws.store.writing() as connection:
        current = set(connection.execute(select(persons.c.id, persons.c.revision).where(in_batch(batch), _unplanned())).tuples())
        # A record that changed since it was opened is left for the next run, and so is everybody when other rules were adopted.
        if connection.scalar(select(workspace_table.c.planned_under)) != under:
            return Counts(resolved=0, planned=0, held=0)
        settled = [row for row in waiting if (row.id, row.revision) in current]
        held = _hold_unopened(ws, connection, [row for row in settled if row.id not in plans])
        made = {row.id: Made(plans[row.id], row.revision, PersonState(row.state), row.rule) for row in settled if row.id in plans}
        return keep_plans(ws, connection, under, made) + Counts(resolved=held, held=held)


def surroundings(ws: Workspace, connection: Connection, records: Mapping[PersonId, Record], served: Served) -> Surroundings:
    """What the plans of these people depend on besides them."""
    counts = _shared(ws, connection, records.values())
    serves = cache(lambda language: served.serves(language, ws.incident))
    # Of a number that several gave the answer is the same, whoever of them it was asked for.
    lines = {number: line for (_person, number), line in line_types(ws, connection, records).items()}
    return Surroundings(ws.incident, current_rules(ws, connection), lambda address: counts[address], serves, lines.get)


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


def doubted(connection: Connection, people: Sequence[Any]) -> dict[PersonId, list[str]]:
    """What lists say of people together: that somebody else may be them, that a list left them out."""
    ids = [row.id for row in people]
    found: dict[PersonId, list[str]] = defaultdict(list)
    for part in in_parts(ids):
        for column in (pairs.c.first_id, pairs.c.second_id):
            for person in connection.scalars(select(column).where(column.in_(part), pairs.c.state == OPEN_PAIR)):
                found[person].append("likely")
    for row in people:
        if row.gone_by:
            found[row.id].append("gone")
    return found


def basis_of(ws: Workspace, facts: PersonFacts, choice: Choice) -> bytes:
    """A mark of what is known of a person: a decision counts as long as this is what it was when it was made.

    That they were told in another way is true of one version of the notice only.
    """
    known = [f"{name}={sorted(value) if isinstance(value, frozenset) else value}" for name, value in facts._asdict().items()]
    if choice is Choice.TOLD and ws.incident.version > 1:
        known.append(f"version={ws.incident.version}")
    return ws.vault.mark("basis", "\n".join(known))


def decided_of(
    ws: Workspace,
    connection: Connection,
    records: dict[PersonId, Record],
    around: Surroundings,
    doubts: dict[PersonId, list[str]],
) -> dict[PersonId, Decisions]:
    """What officers decided of these people, as far as it still counts. Of several on one thing the last one does."""
    rows: dict[PersonId, list[Row[Any]]] = defaultdict(list)
    ids = list(records)
    for some in in_parts(ids):
        part = decisions.c.person_id.in_(some)
        for row in connection.execute(select(decisions).where(part).order_by(decisions.c.id)):
            rows[row.person_id].append(row)
    found: dict[PersonId, Decisions] = {}
    for person, made in rows.items():
        facts = person_facts(records[person], around, doubts.get(person, ()))
        keys = {contact_mark(ws, *key): key for key in contact_keys(records[person])}
        of_person: dict[str, Choice] = {}
        of_contact: dict[tuple[str, ContactKey], Choice] = {}
        for row in made:
            choice = Choice(row.choice)
            if bytes(row.basis) != basis_of(ws, facts, choice):
                continue
            if row.contact_mark is None:
                _decided(of_person, row.rule, choice)
            elif bytes(row.contact_mark) in keys:
                _decided(of_contact, (row.rule, keys[bytes(row.contact_mark)]), choice)
        found[person] = Decisions(of_person, of_contact)
    return found


def _decided(made: dict[_Thing, Choice], thing: _Thing, choice: Choice) -> None:
    """The later word stands, or takes back the earlier one."""
    made.pop(thing, None)
    if choice is not Choice.WAIT:
        made[thing] = choice


def contact_keys(record: Record) -> list[ContactKey]:
    """Every channel and address that a contact of this record may have."""
    numbers = [phone.e164 for phone in (*record.phones, *record.attorney_phones)]
    return [
        *((channel, number) for channel in (Channel.SMS, Channel.WHATSAPP, Channel.VOICE) for number in numbers),
        *((Channel.EMAIL, address) for address in (*record.emails, *record.attorney_emails)),
        (Channel.LETTER, record.address),
        (Channel.HAND, record.facility),
    ]


def _shared(ws: Workspace, connection: Connection, records: Iterable[Record]) -> Counter[str]:
    """How many people gave each address, over all lists of the incident, without opening anybody else."""
    marks = {
        ws.vault.mark("address", address): address
        for record in records
        for address in [*(phone.e164 for phone in record.phones), *record.emails]
    }
    wanted = sorted(marks)
    counted: Counter[str] = Counter()
    for part in in_parts(wanted):
        rows = connection.execute(
            select(addresses.c.mark, func.count()).where(addresses.c.mark.in_(part)).group_by(addresses.c.mark)
        )
        counted.update({marks[mark]: count for mark, count in rows.tuples()})
    return counted
