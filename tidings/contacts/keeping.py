"""Plans as the store keeps them: contacts sealed, their states and order plain, and what each person waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, select, update

from tidings.contacts.plan import Plan, PlannedContact
from tidings.contacts.safety import Does
from tidings.contacts.stand import GONE, HELD, PASSED, REFUSED, USABLE, restate
from tidings.contacts.standing import unsent
from tidings.entry import EntryKind
from tidings.model import Channel, Counts, Owner, Personal, PersonId, PersonState
from tidings.store import in_parts, insert_all
from tidings.store.tables import attempts, contacts, persons
from tidings.workspace import Workspace

_STATES = {
    Does.ALLOW: USABLE,
    Does.TEASER: USABLE,
    Does.ANOTHER: PASSED,
    Does.HOLD: HELD,
    Does.REFUSE: REFUSED,
}
_PLAIN = ("track", "position", "state", "rule", "wait_hours", "carries")


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


def contact_mark(ws: Workspace, channel: Channel, address: str) -> bytes:
    return ws.vault.mark(_PURPOSES[channel], address)


_PURPOSES = {channel: f"contact-{channel}" for channel in Channel}


@dataclass(frozen=True, slots=True, repr=False)
class Made(Personal):
    """A plan, the revision of the record that it was made from, and how its person stood before."""

    plan: Plan
    revision: int
    state: PersonState
    rule: str | None


def keep_plans(ws: Workspace, connection: Connection, under: str, made: Mapping[PersonId, Made]) -> Counts:
    """Writes plans in the caller's transaction. Returns {resolved, planned, held}.

    The ledger hears of a plan or a hold when it is new or not what it was: planning anew that changes nothing says nothing.
    """
    if not made:
        return Counts(resolved=0, planned=0, held=0)
    changed = _keep_contacts(ws, connection, made)
    began = _with_attempts(connection, ws.incident.version, [person for person, one in made.items() if one.state != "enrolled"])
    stands = {person: unsent(one.plan.hold, any(contact.usable for contact in one.plan.contacts)) for person, one in made.items()}
    connection.execute(
        update(persons)
        .where(persons.c.id == bindparam("person"))
        .values(
            planned_revision=bindparam("made_from"),
            planned_under=under,
            rule=bindparam("to_rule"),
            state=bindparam("to_state"),
        ),
        [
            {
                "person": person,
                "made_from": one.revision,
                "to_rule": one.plan.hold if person in began else stands[person][1],
                "to_state": one.state.value if person in began else stands[person][0].value,
            }
            for person, one in made.items()
        ],
    )
    held = sum(state is not PersonState.PLANNED for person, (state, _rule) in stands.items() if person not in began)
    now = restate(connection, ws.incident.version, began)
    held += sum(stand.state is PersonState.HELD for stand in now.values())
    recorder = ws.recorder(connection)
    for person, one in made.items():
        if person not in changed and one.state is not PersonState.ENROLLED and one.rule == stands[person][1]:
            continue
        stand = now.get(person)  # what was tried already may keep them, whatever the plan is: a letter that came back
        hold = stand.rule if stand is not None and stand.state is PersonState.HELD else one.plan.hold
        if hold is not None:
            recorder.add(EntryKind.PERSON_HELD, person, rule=hold)
        else:
            usable = [contact.channel.value for contact in one.plan.contacts if contact.usable]
            recorder.add(EntryKind.PLAN_RESOLVED, person, contacts=len(usable), channels=sorted(set(usable)))
    recorder.flush()
    return Counts(resolved=len(made), planned=len(made) - held, held=held)


def _with_attempts(connection: Connection, version: int, people: list[PersonId]) -> set[PersonId]:
    """Those of them to whom something was sent already, or is about to be: where they stand depends on that too."""
    found: set[PersonId] = set()
    for some in in_parts(people):
        part = attempts.c.person_id.in_(some)
        found |= set(connection.scalars(select(attempts.c.person_id).where(part, attempts.c.version == version)))
    return found


def _keep_contacts(ws: Workspace, connection: Connection, made: Mapping[PersonId, Made]) -> set[PersonId]:
    """Returns whose contacts are not what they were."""
    known = _known(connection, [person for person, one in made.items() if one.state is not PersonState.ENROLLED])
    fresh: list[dict[str, object]] = []
    moved: list[dict[str, object]] = []
    changed: set[PersonId] = set()
    for person, one in made.items():
        for position, contact in enumerate(one.plan.contacts):
            mark = contact_mark(ws, contact.channel, contact.address)
            plain = _plain(contact, position)
            was = known.pop((person, mark), None)
            if was is None:
                sealed = ws.vault.seal(person, contact_field(mark), 1, Contact(contact.address, contact.owner).to_bytes())
                fresh.append(
                    {"person_id": person, "mark": mark, "channel": contact.channel.value, "sealed": sealed.data, **plain}
                )
            elif tuple(plain.values()) != was[1:]:
                moved.append({"contact": was[0], **{f"to_{name}": value for name, value in plain.items()}})
            else:
                continue
            changed.add(person)
    if fresh:
        insert_all(connection, contacts, fresh)
    if moved:
        values: dict[str, Any] = {name: bindparam(f"to_{name}") for name in _PLAIN}
        connection.execute(update(contacts).where(contacts.c.id == bindparam("contact")).values(**values, approved=0), moved)
    gone = {key: was[0] for key, was in known.items() if was[3] != GONE}
    if gone:
        ended = update(contacts).where(contacts.c.id == bindparam("contact")).values(state=GONE)
        connection.execute(ended, [{"contact": contact} for contact in gone.values()])
    return changed | {person for person, _mark in gone}


def _plain(contact: PlannedContact, position: int) -> dict[str, object]:
    """In the order of _PLAIN."""
    return {
        "track": contact.track.value,
        "position": position,
        "state": _STATES[contact.does],
        "rule": contact.rule,
        "wait_hours": contact.wait_hours,
        "carries": contact.carries.value,
    }


def _known(connection: Connection, people: list[PersonId]) -> dict[tuple[PersonId, bytes], tuple[Any, ...]]:
    """By person and mark: a contact's id, and what is plain of it."""
    found: dict[tuple[PersonId, bytes], tuple[Any, ...]] = {}
    columns = [contacts.c[name] for name in _PLAIN]
    for some in in_parts(people):
        part = contacts.c.person_id.in_(some)
        for person, mark, *rest in connection.execute(
            select(contacts.c.person_id, contacts.c.mark, contacts.c.id, *columns).where(part)
        ):
            found[person, bytes(mark)] = tuple(rest)
    return found
