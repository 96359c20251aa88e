"""Erasing a person: their key is destroyed, then looked for, then the ledger says so. What is left of them cannot be opened.

Their erasure is durable before their key goes, so a run that is killed anywhere is finished by the next, and nobody ever
stands there without a key and without a word why. What was sealed goes as well, and the marks by which they were found.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from tidings.contacts import GONE
from tidings.delivery import letter_file
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError, WorkspaceError
from tidings.model import AttemptId, AttemptState, Counts, PersonId, PersonState
from tidings.store import in_parts
from tidings.store.people import not_erased
from tidings.store.tables import (
    addresses,
    attempts,
    contacts,
    decisions,
    erasures,
    lookups,
    openings,
    pairs,
    persons,
    receipts,
    rows,
    traits,
)
from tidings.vault import sync_folder
from tidings.workspace import Workspace

REQUEST, RETENTION = "request", "retention"
"""Why: somebody asked for it; or the incident's retention said so."""

CODE = "person.erased"
"""Of attempts that nobody will make, or ask about, any more."""

_AT_ONCE = 500


def erase(ws: Workspace, people: Sequence[PersonId], cause: str = REQUEST) -> Counts:
    """Erases these people. Returns {erased}: how many were not before. Safe to run twice and to kill.

    Raises WorkspaceError NO_SUCH_PERSON before anything is done, KeyStoreError NOT_DESTROYED.
    """
    begin_erasure(ws, people, cause)
    with ws.store.reading() as connection:
        everyone = sorted({*people, *_joined(connection, set(people))})
    return finish_erasures(ws, everyone)


def begin_erasure(ws: Workspace, people: Sequence[PersonId], cause: str) -> None:
    """Makes it durable that these people are to be erased: from here on nobody works on them."""
    wanted = sorted(set(people))
    with ws.store.writing() as connection:
        for part in in_parts(wanted):
            known = {PersonId(one) for one in connection.scalars(select(persons.c.id).where(persons.c.id.in_(part)))}
            if len(known) < len(part):
                raise WorkspaceError(WorkspaceError.Code.NO_SUCH_PERSON)
            everybody = sorted(known | _joined(connection, known))
            begun = set(connection.scalars(select(erasures.c.person_id).where(erasures.c.person_id.in_(everybody))))
            fresh = [person for person in everybody if person not in begun]
            if fresh:
                connection.execute(
                    insert(erasures), [{"person_id": person, "cause": cause, "asked_at": ws.now()} for person in fresh]
                )
                connection.execute(
                    update(persons).where(persons.c.id.in_(fresh)).values(state=PersonState.ERASING.value, rule=None)
                )


def _joined(connection: Connection, people: set[PersonId]) -> set[PersonId]:
    """Who a human said is one of these people: whoever erases the one erases the other, since both hold their data."""
    ids = sorted(people)
    stay: set[PersonId] = set()
    for part in in_parts(ids):
        stay |= set(
            connection.scalars(select(persons.c.joined_to).where(persons.c.id.in_(part), persons.c.joined_to.is_not(None)))
        )
    roots = sorted(people | stay)
    went: set[PersonId] = set()
    for part in in_parts(roots):
        went |= set(connection.scalars(select(persons.c.id).where(persons.c.joined_to.in_(part))))
    return (stay | went) - people


def pending_erasures(ws: Workspace) -> list[PersonId]:
    """People whose erasure was begun and not finished, because somebody was killed."""
    with ws.store.reading() as connection:
        wanted = select(erasures.c.person_id).where(erasures.c.done_at.is_(None)).order_by(erasures.c.person_id)
        return [PersonId(person) for person in connection.scalars(wanted)]


def finish_erasures(ws: Workspace, people: Sequence[PersonId]) -> Counts:
    """Does what `begin_erasure` announced, for those of these people for whom it is not done. Returns {erased}."""
    pending = set(pending_erasures(ws))
    todo = [person for person in people if person in pending]
    for start in range(0, len(todo), _AT_ONCE):
        _finish(ws, todo[start : start + _AT_ONCE])
    if todo:
        ws.store.truncate_log()
    return Counts(erased=len(todo))


def _finish(ws: Workspace, people: list[PersonId]) -> None:
    ws.vault.destroy_all(people)
    if ws.vault.with_keys(people):
        raise KeyStoreError(KeyStoreError.Code.NOT_DESTROYED)
    with ws.store.reading() as connection:
        pressed = _attempts_of(connection, people)
    for attempt in pressed:
        with suppress(FileNotFoundError):
            letter_file(ws, attempt).unlink()
    sync_folder(ws.letters_folder)
    with ws.store.writing() as connection:
        causes = dict(
            connection.execute(
                select(erasures.c.person_id, erasures.c.cause).where(
                    erasures.c.person_id.in_(people), erasures.c.done_at.is_(None)
                )
            )
            .tuples()
            .all()
        )
        if not causes:
            return  # another run was faster
        done = sorted(causes)
        _clear(ws, connection, done)
        recorder = ws.recorder(connection)
        for person in done:
            recorder.add(EntryKind.PERSON_ERASED, PersonId(person), cause=causes[person])
        recorder.flush()
        connection.execute(update(erasures).where(erasures.c.person_id.in_(done)).values(done_at=ws.now()))


def _clear(ws: Workspace, connection: Connection, people: list[str]) -> None:
    """What was sealed is worth nothing without its key; marks and providers' ids could still point at somebody."""
    connection.execute(
        update(persons)
        .where(persons.c.id.in_(people))
        .values(mark=None, state=PersonState.ERASED.value, rule=None, planned_revision=persons.c.revision, sealed=b"")
    )
    connection.execute(delete(rows).where(rows.c.person_id.in_(people)))
    for table in (addresses, traits, decisions, lookups):
        connection.execute(delete(table).where(table.c.person_id.in_(people)))
    connection.execute(delete(pairs).where(pairs.c.first_id.in_(people) | pairs.c.second_id.in_(people)))
    connection.execute(update(openings).where(openings.c.person_id.in_(people)).values(sealed=None))
    theirs = list(connection.scalars(select(contacts.c.id).where(contacts.c.person_id.in_(people))))
    if theirs:
        connection.execute(
            update(contacts)
            .where(contacts.c.id == bindparam("contact"))
            .values(mark=bindparam("nothing"), sealed=b"", state=GONE),
            [{"contact": contact, "nothing": ws.random(32)} for contact in theirs],
        )
    made = attempts.c.person_id.in_(people)
    _leave_receipts(connection, people)
    connection.execute(delete(receipts).where(receipts.c.attempt_id.in_(select(attempts.c.id).where(made))))
    # What was about to be sent will not be. Of what is on its way nobody will learn any more what came of it.
    never, unheard = (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY), (AttemptState.SENDING, AttemptState.UNKNOWN)
    for states, becomes in ((never, AttemptState.FAILED_PERMANENT), (unheard, AttemptState.UNKNOWN)):
        connection.execute(
            update(attempts).where(made, attempts.c.state.in_(states)).values(state=becomes.value, code=CODE, not_before=0)
        )
    connection.execute(update(attempts).where(made).values(provider_id=""))


def _leave_receipts(connection: Connection, people: Sequence[str]) -> None:
    """A receipt of a message to an attorney is about their other clients too: it stays, with one of those."""
    theirs, others = attempts.alias(), attempts.alias()
    other = (
        select(func.min(others.c.id))
        .select_from(theirs.join(others, others.c.message == theirs.c.message))
        .where(
            theirs.c.id == receipts.c.attempt_id,
            others.c.person_id.not_in(people),
            others.c.person_id.not_in(select(erasures.c.person_id)),
        )
        .scalar_subquery()
    )
    of_theirs = receipts.c.attempt_id.in_(select(attempts.c.id).where(attempts.c.person_id.in_(people)))
    connection.execute(update(receipts).where(of_theirs, other.is_not(None)).values(attempt_id=other))


def _attempts_of(connection: Connection, people: list[PersonId]) -> list[AttemptId]:
    return [AttemptId(attempt) for attempt in connection.scalars(select(attempts.c.id).where(attempts.c.person_id.in_(people)))]


def everybody_left(ws: Workspace) -> list[PersonId]:
    """Who is not erased yet."""
    with ws.store.reading() as connection:
        return [PersonId(person) for person in connection.scalars(select(persons.c.id).where(not_erased()))]
