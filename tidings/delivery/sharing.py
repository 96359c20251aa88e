"""One e-mail to an attorney for all their clients: attempts that travel in one message, under the id of one of them.

What holds, whatever crashes: whoever travels under an id was in every message that was ever sent under it. So a receipt
that bears the id, however late, is true of all of them. A group therefore only shrinks. Who cannot go with the others when
they are sent again travels under their own id from then on, and who is new begins a group with others who are new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select, update

from tidings.model import AttemptId, Track
from tidings.store import in_parts
from tidings.store.tables import attempts, contacts

MOST_CODES = 100
"""Clients in one message. More is a page that nobody reads to its end, and far below what SendGrid takes (10,000 bytes)."""

by_message = func.coalesce(attempts.c.message, attempts.c.id)
"""The id under which an attempt travels, or would."""


def companions(connection: Connection, ids: Sequence[AttemptId], due: Select[tuple[str]]) -> list[AttemptId]:
    """What else of `due` leads to the attorneys that these attempts lead to: it goes now, so that they get one message."""
    marks = sorted({row.mark for row in _of_attorneys(connection, ids)})
    known = set(ids)
    found: list[AttemptId] = []
    for part in in_parts(marks):
        theirs = due.where(contacts.c.mark.in_(part), contacts.c.track == Track.ATTORNEY)
        found += [AttemptId(attempt) for attempt in connection.scalars(theirs) if attempt not in known]
    return found


def share(connection: Connection, ids: Sequence[AttemptId]) -> Mapping[AttemptId, AttemptId]:
    """Says durably which of these attempts travel together, now that they are about to. By attempt: the message's id.

    Attempts that lead to nobody's attorney are not in it.
    """
    fresh: defaultdict[bytes, list[AttemptId]] = defaultdict(list)
    again: defaultdict[AttemptId, list[AttemptId]] = defaultdict(list)
    for row in _of_attorneys(connection, ids):
        if row.message is None:
            fresh[row.mark].append(row.attempt)
        else:
            again[row.message].append(row.attempt)
    _leave_behind(connection, again)
    groups = [part for theirs in fresh.values() for part in _at_most(theirs, MOST_CODES)]
    messages = {attempt: group[0] for group in groups for attempt in group}
    for message, group in again.items():
        # Of a group without its first somebody else becomes the first: their own id was never used.
        messages |= dict.fromkeys(group, message if message in group else group[0])
    _write(connection, messages)
    return messages


def carried(connection: Connection, messages: Iterable[AttemptId]) -> Mapping[AttemptId, list[AttemptId]]:
    """By message id: the attempts that travel under it. Ids that are nobody's are not in it."""
    found: defaultdict[AttemptId, list[AttemptId]] = defaultdict(list)
    for part in in_parts(sorted(set(messages))):
        own = and_(attempts.c.id.in_(part), attempts.c.message.is_(None))
        for row in connection.execute(
            select(attempts.c.id, by_message.label("message"))
            .where(or_(own, attempts.c.message.in_(part)))
            .order_by(attempts.c.id)
        ):
            found[AttemptId(row.message)].append(AttemptId(row.id))
    return found


@dataclass(frozen=True, slots=True)
class _Attorneys:
    attempt: AttemptId
    mark: bytes
    message: AttemptId | None


def _of_attorneys(connection: Connection, ids: Sequence[AttemptId]) -> list[_Attorneys]:
    """In the order of `ids`."""
    rows: dict[str, Any] = {}
    for part in in_parts(ids):
        wanted = (
            select(attempts.c.id, attempts.c.message, contacts.c.mark)
            .join(contacts, contacts.c.id == attempts.c.contact_id)
            .where(attempts.c.id.in_(part), contacts.c.track == Track.ATTORNEY)
        )
        rows |= {row.id: row for row in connection.execute(wanted)}
    return [
        _Attorneys(one, bytes(rows[one].mark), AttemptId(rows[one].message) if rows[one].message else None)
        for one in ids
        if one in rows
    ]


def _leave_behind(connection: Connection, again: Mapping[AttemptId, list[AttemptId]]) -> None:
    """Who travelled with these before and does not go with them now travels alone from here on."""
    going = {attempt for group in again.values() for attempt in group}
    alone = [attempt for theirs in carried(connection, again).values() for attempt in theirs if attempt not in going]
    _write(connection, {attempt: attempt for attempt in alone})


def _write(connection: Connection, messages: Mapping[AttemptId, AttemptId]) -> None:
    if messages:
        wanted = update(attempts).where(attempts.c.id == bindparam("attempt")).values(message=bindparam("travels_under"))
        connection.execute(wanted, [{"attempt": attempt, "travels_under": message} for attempt, message in messages.items()])


def _at_most(them: Sequence[AttemptId], size: int) -> list[Sequence[AttemptId]]:
    return [them[start : start + size] for start in range(0, len(them), size)]
