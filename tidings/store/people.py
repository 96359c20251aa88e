"""Batches of people: ranges of the numbers that persons get in the order of their coming."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, func, select, true

from tidings.model import PersonId, PersonState
from tidings.store.store import in_parts
from tidings.store.tables import persons

BATCH_PERSONS = 500


def person_batches(connection: Connection, condition: ColumnElement[bool] | None = None) -> list[int]:
    """Ids of the batches that hold anybody (who fulfils the condition). Batch 0 is the persons numbered 1 to 500."""
    batch = (persons.c.number - 1) // BATCH_PERSONS
    return list(
        connection.scalars(select(batch).where(true() if condition is None else condition).group_by(batch).order_by(batch))
    )


def in_batch(batch: int) -> ColumnElement[bool]:
    first = batch * BATCH_PERSONS + 1
    return persons.c.number.between(first, first + BATCH_PERSONS - 1)


def batch_of(number: int) -> int:
    """The batch of the person of this number."""
    return (number - 1) // BATCH_PERSONS


def not_erased() -> ColumnElement[bool]:
    """People whom anybody may still work on. Whose key is being destroyed is not one of them."""
    return persons.c.state.not_in((PersonState.ERASING, PersonState.ERASED))


def erased_among(connection: Connection, people: Collection[PersonId]) -> frozenset[PersonId]:
    """Those of these people who are erased, or being erased."""
    found: set[PersonId] = set()
    wanted = sorted(people)
    for some in in_parts(wanted):
        part = persons.c.id.in_(some)
        found |= {PersonId(person) for person in connection.scalars(select(persons.c.id).where(part, ~not_erased()))}
    return frozenset(found)


def count_persons(connection: Connection) -> int:
    return connection.scalar(select(func.count()).select_from(persons)) or 0


def is_person(connection: Connection, person: PersonId) -> bool:
    return connection.execute(select(persons.c.id).where(persons.c.id == person)).first() is not None
