"""Where everybody stands, in counts: everything in it may be shown to anybody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from tidings.contacts import HELD, PASSED, REFUSED
from tidings.delivery.clocks import clocks
from tidings.delivery.states import QUIET
from tidings.entry import hour
from tidings.laws import LawStanding, Standing
from tidings.ledger import published_size
from tidings.model import AttemptState, PersonState
from tidings.store.people import count_persons
from tidings.store.tables import OPEN_PAIR, attempts, batches, contacts, entries, lists, pairs, persons, rows
from tidings.workspace import Workspace


def status(ws: Workspace) -> dict[str, Any]:
    """The keys are explained in docs/status.md; a test holds the two together."""
    with ws.store.reading() as connection:
        return {
            "incident": ws.incident.name,
            "version": ws.incident.version,
            "persons": count_persons(connection),
            "states": {state.value: 0 for state in PersonState} | _counted(connection, persons.c.state),
            "holds": _rules(connection),
            "contacts_held": _counted(connection, contacts.c.rule, contacts.c.state == HELD),
            "contacts_passed": _counted(connection, contacts.c.rule, contacts.c.state.in_([PASSED, REFUSED])),
            "lists": _lists(connection),
            "pairs": connection.scalar(select(func.count()).select_from(pairs).where(pairs.c.state == OPEN_PAIR)) or 0,
            "attempts": _attempts(ws, connection),
            "quiet": _quiet(ws, connection),
            "laws": {law.law: _law(law) for law in clocks(ws, connection)},
            "ledger": _ledger(ws, connection),
        }


def _law(law: LawStanding) -> dict[str, Any]:
    others = [{"id": other.id, "who": other.who, **_clock(other.clock)} for other in law.others]
    return {"title": law.title, **_clock(law.people), "others": others}


def _clock(clock: Standing) -> dict[str, Any]:
    """`until` is the first moment at which it is too late, in UTC: a program should warn by it, and show `deadline`."""
    ends = clock.deadline
    return {
        "state": clock.state.value,
        "deadline": ends and ends.day.isoformat(),
        "until": ends and ends.until.isoformat(),
        "days_left": clock.days_left,
        "firm": clock.firm,
        "says": clock.says,
    }


def waiting_for_hours(ws: Workspace) -> dict[str, Any]:
    """{waiting, until}: attempts that wait for a decent hour, and the hour in which the first of them may go; empty if none."""
    with ws.store.reading() as connection:
        return _quiet(ws, connection)


def _quiet(ws: Workspace, connection: Connection) -> dict[str, Any]:
    found = connection.execute(
        select(func.count(), func.min(attempts.c.not_before)).where(
            attempts.c.version == ws.incident.version,
            attempts.c.state == AttemptState.PLANNED,
            attempts.c.code == QUIET,
            attempts.c.not_before > ws.now(),
        )
    ).one()
    # No minutes: there are zones of half an hour, and few people in some.
    return {"waiting": found[0], "until": hour(datetime.fromtimestamp(found[1], UTC)) if found[0] else ""}


def _counted(connection: Connection, column: Any, *conditions: Any) -> dict[str, int]:
    found = connection.execute(select(column, func.count()).where(*conditions).group_by(column).order_by(column))
    return dict(found.tuples().all())


def _rules(connection: Connection) -> dict[str, int]:
    waiting = persons.c.state.in_([PersonState.HELD, PersonState.UNDELIVERED])
    return _counted(connection, persons.c.rule, waiting)


def _lists(connection: Connection) -> dict[str, int]:
    sums = [func.coalesce(func.sum(batches.c[name]), 0).label(name) for name in ("rows", "repeated")]
    row = connection.execute(select(*sums)).one()
    refused = connection.scalar(select(func.count()).select_from(rows).where(rows.c.person_id.is_(None))) or 0
    unfinished = connection.scalar(select(func.count()).select_from(lists).where(lists.c.state != "done"))
    return {"rows": int(row.rows), "refused": refused, "repeated": int(row.repeated), "unfinished": unfinished or 0}


def _attempts(ws: Workspace, connection: Connection) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    counted = (
        select(attempts.c.channel, attempts.c.state, func.count())
        .where(attempts.c.version == ws.incident.version)
        .group_by(attempts.c.channel, attempts.c.state)
        .order_by(attempts.c.channel)
    )
    for channel, state, number in connection.execute(counted).tuples():
        found.setdefault(channel, {one.value: 0 for one in AttemptState})[state] = number
    return found


def _ledger(ws: Workspace, connection: Connection) -> dict[str, int]:
    """`size` is what the newest signed checkpoint covers: what an outsider can check today."""
    size = published_size(ws)
    return {"size": size, "waiting": (connection.scalar(select(func.count()).select_from(entries)) or 0) - size}
