"""How the clocks of the incident's laws stand, by what the workspace knows: for `tidings status`, and for whoever warns."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from tidings.laws import Facts, LawStanding, profiles, standing
from tidings.model import AttemptState, PersonState
from tidings.store.tables import attempts, persons
from tidings.workspace import Workspace

TOLD = (PersonState.SENT, PersonState.DELIVERED, PersonState.SETTLED)
"""Whom no clock waits for because they were told, or an officer said why not."""

NOBODY = (PersonState.JOINED, PersonState.ERASING, PersonState.ERASED)
"""Nor for these: another record's person, or somebody who can no longer be told."""


def clocks(ws: Workspace, connection: Connection) -> list[LawStanding]:
    """One standing a law, in the incident's order. Raises LawError where it names an unknown one."""
    facts = Facts(
        discovered=ws.incident.exposure.discovered,
        told=_first_told(connection),
        people=_count(connection, persons.c.state.not_in(NOBODY)),
        untold=_count(connection, persons.c.state.not_in((*TOLD, *NOBODY))),
        others_told=ws.incident.others_told,
    )
    now = ws.utc()
    return [standing(law, facts, now) for law in profiles(ws.settings.config, ws.incident)]


def _count(connection: Connection, condition: object) -> int:
    return connection.scalar(select(func.count()).select_from(persons).where(condition)) or 0  # type: ignore[arg-type]


def _first_told(connection: Connection) -> datetime | None:
    """When the first notice, of whatever version, was given to a provider that took it."""
    took = attempts.c.state.in_([AttemptState.ACCEPTED, AttemptState.DELIVERED])
    at = connection.scalar(select(func.min(attempts.c.sending_at)).where(took))
    return None if at is None else datetime.fromtimestamp(at, UTC)
