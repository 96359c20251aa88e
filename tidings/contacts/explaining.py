"""Why a person's plan is as it is: which rules hold of them and of each contact, and what officers decided on them.

Nothing in an explanation is of the person: ids, rules, channels, states. Their record is opened to find it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select

from tidings.contacts.keeping import contact_mark
from tidings.contacts.plan import UNDECIDED, Decisions, Plan, PlannedContact, plan
from tidings.contacts.resolve import basis_of, decided_of, doubted, surroundings
from tidings.contacts.safety import OF_PERSON, SETTLING, Choice, Rulebook
from tidings.contacts.ways import Served
from tidings.errors import WorkspaceError
from tidings.model import Personal, PersonId, PersonState, Track
from tidings.record import Record
from tidings.store.tables import contacts, decisions, persons
from tidings.vault import Sealed
from tidings.workspace import Workspace, open_record


@dataclass(frozen=True, slots=True)
class Explained:
    """One contact: its number in this workspace, whose it is, what is done with it, and every rule that keeps it from use."""

    contact: int
    track: str
    channel: str
    owner: str
    state: str
    carries: str
    rules: tuple[str, ...]
    place: int
    """In the plan, from 0."""


@dataclass(frozen=True, slots=True)
class Decision:
    """`contact` is a number as in Explained; none: of the whole person. One that does not count was made on other facts."""

    rule: str
    contact: int | None
    choice: str
    officer: str
    at: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """`rules` hold of the person as a whole; `rule` is the one that they wait under, if they do."""

    person: PersonId
    state: str
    rule: str | None
    rules: tuple[str, ...]
    contacts: tuple[Explained, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Looked(Personal):
    """A person with their record open, and their plan as it would be made now."""

    row: Row[Any]
    record: Record
    made: Plan
    rulebook: Rulebook
    decided: Decisions


def look_at(ws: Workspace, connection: Connection, person: PersonId, served: Served) -> Looked:
    """Raises WorkspaceError NO_SUCH_PERSON (also of those who are erased), KeyStoreError CANNOT_OPEN."""
    row = connection.execute(select(persons).where(persons.c.id == person)).one_or_none()
    if row is None or row.state in (PersonState.ERASED, PersonState.ERASING):
        raise WorkspaceError(WorkspaceError.Code.NO_SUCH_PERSON)
    record = open_record(ws, row)
    around = surroundings(ws, connection, {person: record}, served)
    doubts = doubted(connection, [row])
    decided = decided_of(ws, connection, {person: record}, around, doubts).get(person, UNDECIDED)
    return Looked(row, record, plan(record, around, doubts.get(person, ()), decided), around.rulebook, decided)


def explain(ws: Workspace, person: PersonId, served: Served) -> Explanation:
    """What the rules as they are now make of a person. Raises as `look_at` does."""
    with ws.vault.steady(), ws.store.reading() as connection:
        looked = look_at(ws, connection, person, served)
        return _explanation(ws, connection, looked)


def _explanation(ws: Workspace, connection: Connection, looked: Looked) -> Explanation:
    person = PersonId(looked.row.id)
    kept = {bytes(row.mark): row for row in connection.execute(select(contacts).where(contacts.c.person_id == person))}
    found = []
    for place, one in enumerate(looked.made.contacts):
        row = kept.get(contact_mark(ws, one.channel, one.address))
        if row is not None:  # else `resolve` has not kept it yet
            words = (one.track.value, one.channel.value, one.owner.value, row.state, row.carries)
            found.append(Explained(row.id, *words, one.held_by, place))
    wide = [rule.id for rule in looked.rulebook.engine.on_person(looked.made.facts)]
    numbers = {mark: row.id for mark, row in kept.items()}
    made = connection.execute(select(decisions).where(decisions.c.person_id == person).order_by(decisions.c.id)).all()
    return Explanation(
        person,
        looked.row.state,
        looked.row.rule,
        tuple(wide),
        tuple(found),
        tuple(
            Decision(
                row.rule,
                None if row.contact_mark is None else numbers.get(bytes(row.contact_mark), 0),
                row.choice,
                row.officer,
                datetime.fromtimestamp(row.at, UTC).strftime("%Y-%m-%d %H:%M UTC"),
                bytes(row.basis) == basis_of(ws, looked.made.facts, Choice(row.choice)),
            )
            for row in made
        ),
    )


def choices(looked: Looked, rule: str, contact: PlannedContact | None) -> tuple[Choice, ...]:
    """What an officer may decide on this rule, of a contact or of the whole person. What was decided may be taken back."""
    offered = _offered(looked, rule, contact is not None)
    if contact is None:
        decided = rule in looked.decided.of_person
    else:
        decided = (rule, (contact.channel, contact.address)) in looked.decided.of_contact
    return (*offered, Choice.WAIT) if decided else offered


def _offered(looked: Looked, rule: str, of_contact: bool) -> tuple[Choice, ...]:
    known = looked.rulebook.rule(rule)
    if known is None or known.of.each != of_contact:
        return () if of_contact else SETTLING
    if of_contact:
        return known.allowed()
    represented = any(contact.track is Track.ATTORNEY for contact in looked.made.contacts)
    offered = (*known.allowed(), *SETTLING)
    return tuple(choice for choice in OF_PERSON if choice in offered and (represented or choice is not Choice.ATTORNEY))


def reasons(ws: Workspace, connection: Connection, person: PersonId) -> list[str]:
    """Officers' own words, in the order of `Explanation.decisions`: they may hold anything, so only after `officers.opened`."""
    made = connection.execute(select(decisions).where(decisions.c.person_id == person).order_by(decisions.c.id)).all()
    return [
        str(orjson.loads(ws.vault.open_sealed(person, decision_field(bytes(row.commitment)), 1, Sealed(row.sealed)))[1])
        for row in made
    ]


def decision_field(commitment: bytes) -> str:
    """A reason fits its own entry only."""
    return f"decision-{commitment.hex()}"
