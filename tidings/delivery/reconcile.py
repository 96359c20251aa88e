"""Settles what nobody knows: a worker died between claim and answer, or an answer was lost.

First receipts have their time. Then the provider is asked. What it cannot say is decided by the incident's policy, and
the ledger says so. Nothing is ever sent again while it may have arrived.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from tidings.channels.interface import ChannelAdapter, Found, Search
from tidings.delivery.claims import Claimed, kept, load, write
from tidings.delivery.send import message_of
from tidings.delivery.states import UNREACHABLE, Change
from tidings.entry import EntryKind
from tidings.model import AttemptId, AttemptState, Counts
from tidings.notices import Composer
from tidings.rules import Rule
from tidings.store.tables import attempts
from tidings.workspace import Workspace

LOST = "worker.lost"
ASKED_AT_ONCE = 100


def give_up_lost_claims(ws: Workspace) -> Counts:
    """What a dead worker was sending becomes unknown. Returns {lost}."""
    expired = ws.now() - ws.settings.sending_lease_seconds
    with ws.store.writing() as connection:
        wanted = select(attempts.c.id).where(attempts.c.state == AttemptState.SENDING, attempts.c.sending_at <= expired)
        lost = [AttemptId(attempt) for attempt in connection.scalars(wanted)]
        change = Change(AttemptState.UNKNOWN, LOST, EntryKind.ATTEMPT_UNKNOWN)
        write(ws, connection, dict.fromkeys(lost, change), kept(connection, lost))
    return Counts(lost=len(lost))


def settle_some(
    ws: Workspace, adapter: ChannelAdapter, composer: Composer, after: AttemptId | None = None
) -> tuple[Counts, AttemptId | None]:
    """Asks the provider about up to 100 unknown attempts whose receipts had their time, in the order of their ids.

    Returns {asked, found, resend, held, later} and the last id asked about, to go on after; None when none is left.
    """
    waited = ws.now() - ws.incident.unknowns.wait_minutes * 60
    with ws.store.reading() as connection:
        wanted = (
            select(attempts.c.id, attempts.c.sending_at)
            .where(
                attempts.c.state == AttemptState.UNKNOWN,
                attempts.c.channel == adapter.channel,
                attempts.c.sending_at <= waited,
                attempts.c.code != Rule.UNKNOWN,
                attempts.c.id > (after or ""),
            )
            .order_by(attempts.c.id)
            .limit(ASKED_AT_ONCE)
        )
        since = dict(connection.execute(wanted).tuples().all())
        unknown = load(ws, connection, list(since))
    changes: dict[AttemptId, Change] = {}
    counts = Counts(asked=len(unknown), found=0, resend=0, held=0, later=0)
    for one in unknown:
        name, change = _settled(ws, adapter, composer, one, since[one.attempt])
        counts[name] += 1
        if change is not None:
            changes[one.attempt] = change
    with ws.store.writing() as connection:
        known = kept(connection, changes)
        # A receipt may have come while the provider was asked: it knows better.
        write(ws, connection, {one: change for one, change in changes.items() if known[one].state is AttemptState.UNKNOWN}, known)
    return counts, max(since) if since else None


def _settled(ws: Workspace, adapter: ChannelAdapter, composer: Composer, one: Claimed, since: int) -> tuple[str, Change | None]:
    found: Found = adapter.find(message_of(ws, composer, one), datetime.fromtimestamp(since, UTC))
    if found.search is Search.FOUND:
        return "found", Change(AttemptState.ACCEPTED, found.code, EntryKind.ATTEMPT_SETTLED, provider_id=found.provider_id)
    if found.search is Search.NOT_FOUND:
        return "resend", Change(AttemptState.PLANNED, "provider.not_found", EntryKind.ATTEMPT_SETTLED)
    if found.code == UNREACHABLE:
        return "later", None
    if ws.incident.unknowns.otherwise == "resend":
        return "resend", Change(AttemptState.PLANNED, "policy.resend", EntryKind.ATTEMPT_SETTLED)
    return "held", Change(AttemptState.UNKNOWN, Rule.UNKNOWN.value, EntryKind.ATTEMPT_SETTLED)
