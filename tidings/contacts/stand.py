"""Reads contacts and attempts from the store as steps, and writes where their people stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, and_, bindparam, select, update

from tidings.contacts.standing import Standing, Step, standing
from tidings.model import AttemptState, Carries, Channel, PersonId, Track
from tidings.store import in_parts
from tidings.store.people import not_erased
from tidings.store.tables import attempts, contacts, persons

USABLE, PASSED, HELD, REFUSED, GONE = "usable", "passed", "held", "refused", "gone"
"""A contact's states. Only a usable one is written to. One that is held waits for a human; one passed over waits for nobody."""


def standings(connection: Connection, version: int, people: Iterable[PersonId]) -> dict[PersonId, Standing]:
    """Where each of these people stands with this version of the notice. Who is erased stands nowhere."""
    wanted = list(people)
    found: dict[PersonId, Standing] = {}
    for part in in_parts(wanted):
        there = select(persons.c.id, persons.c.rule).where(persons.c.id.in_(part), not_erased())
        holds: dict[PersonId, str | None] = dict(connection.execute(there).tuples().all())
        known = steps(connection, version, part)
        for person, rule in holds.items():
            found[person] = standing(known[person], rule)
    return found


def restate(connection: Connection, version: int, people: Iterable[PersonId]) -> Mapping[PersonId, Standing]:
    """Writes where these people stand now. Belongs into the transaction of whatever changed it."""
    found = standings(connection, version, people)
    if found:
        connection.execute(
            update(persons)
            .where(persons.c.id == bindparam("person"))
            .values(state=bindparam("to_state"), rule=bindparam("to_rule")),
            [{"person": person, "to_state": stand.state.value, "to_rule": stand.rule} for person, stand in found.items()],
        )
    return found


def steps(connection: Connection, version: int, people: Sequence[PersonId]) -> Mapping[PersonId, list[Step]]:
    """Every contact of these people (of one part of `in_parts`), with what became of it in this version of the notice."""
    tried = and_(
        attempts.c.version == version,
        attempts.c.person_id == contacts.c.person_id,  # said again, so that the index on all three is used
        attempts.c.contact_id == contacts.c.id,
    )
    joined = contacts.outerjoin(attempts, tried)
    rows = connection.execute(
        select(
            contacts.c.person_id,
            contacts.c.id,
            contacts.c.track,
            contacts.c.position,
            contacts.c.channel,
            contacts.c.state,
            contacts.c.carries,
            attempts.c.state.label("attempt"),
            attempts.c.code,
        )
        .select_from(joined)
        .where(contacts.c.person_id.in_(people))
    )
    worked = _worked(connection, version, people) if version > 1 else frozenset()
    found: dict[PersonId, list[Step]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(
            Step(
                contact=row.id,
                track=Track(row.track),
                position=row.position,
                channel=Channel(row.channel),
                usable=row.state == USABLE,
                attempt=AttemptState(row.attempt) if row.attempt else None,
                code=row.code or "",
                worked=row.id in worked,
                carries=Carries(row.carries),
            )
        )
    return found


def _worked(connection: Connection, version: int, people: Sequence[PersonId]) -> frozenset[int]:
    """Contacts by which a notice of an earlier version arrived: what was told there is told there again first."""
    arrived = and_(attempts.c.version < version, attempts.c.state == AttemptState.DELIVERED)
    return frozenset(connection.scalars(select(attempts.c.contact_id).where(attempts.c.person_id.in_(people), arrived)))
