"""Settles what nobody knows: a worker died between claim and answer, or an answer was lost.

First receipts have their time. Then the provider is asked. What it cannot say is decided by the incident's policy, and
the ledger says so. Nothing is ever sent again while it may have arrived.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, and_, or_, select

from tidings.channels.interface import UNREACHABLE, ChannelAdapter
from tidings.delivery.claims import JOINED, Kept, kept, load, write
from tidings.delivery.send import Mails, message_of, together
from tidings.delivery.sharing import by_message
from tidings.delivery.states import LOST, Change, after_search
from tidings.entry import EntryKind
from tidings.errors import KeyStoreError, ProviderError
from tidings.model import AttemptId, AttemptState, Channel, Counts
from tidings.notices import Composer
from tidings.rules import Rule
from tidings.store.people import not_erased
from tidings.store.tables import attempts
from tidings.workspace import Workspace

ASKED_AT_ONCE = 100
_UNASKED = Change(AttemptState.UNKNOWN, Rule.UNKNOWN.value, EntryKind.ATTEMPT_SETTLED)
SILENCES = 3
"""So many calls in a row that did not reach the provider end a round: each may take as long as its time-out."""
_COUNTED = {AttemptState.ACCEPTED: "found", AttemptState.PLANNED: "resend", AttemptState.UNKNOWN: "held"}


def give_up_lost_claims(ws: Workspace) -> Counts:
    """What a dead worker was sending becomes unknown. Returns {lost}."""
    expired = ws.now() - ws.settings.sending_lease_seconds
    with ws.store.writing() as connection:
        # Before, not at: a claim's second began up to a second before the claim.
        wanted = select(attempts.c.id).where(attempts.c.state == AttemptState.SENDING, attempts.c.sending_at < expired)
        lost = kept(connection, [AttemptId(attempt) for attempt in connection.scalars(wanted)])
        change = Change(AttemptState.UNKNOWN, LOST, EntryKind.ATTEMPT_UNKNOWN)
        write(ws, connection, [(was, change) for was in lost.values()])
    return Counts(lost=len(lost))


def settle_some(
    ws: Workspace, adapter: ChannelAdapter, composer: Composer, after: AttemptId | None = None
) -> tuple[Counts, AttemptId | None]:
    """Asks the provider about up to 100 unknown messages whose receipts had their time, in the order of their ids.

    Returns {asked, found, resend, held, later} and the last id looked at, to go on after; None when none is left. All are
    attempts but `asked`: one message to an attorney is asked about once, and settles all the clients in it. Those
    for `later` stay as they are, since the provider could not be asked. Raises ProviderError OUT_OF_REACH if it could not
    be asked about any.
    """
    with ws.vault.steady(), ws.store.reading() as connection:
        asked = _to_ask(ws, connection, adapter.channel, after)
        unknown = load(ws, connection, list(asked))
        taken = _taken(connection, adapter.channel)
    # Who cannot be opened cannot be asked about: a human decides.
    changes: dict[AttemptId, Change] = dict.fromkeys(asked.keys() - {one.attempt for one in unknown}, _UNASKED)
    counts = Counts(asked=0, found=0, resend=0, held=0, later=0)
    mails: Mails = {}
    silent = 0
    for group in together(unknown).values():
        if silent == SILENCES:
            break
        try:
            message = message_of(ws, composer, group, mails)
        except KeyStoreError as error:
            if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                raise
            continue  # erased since they were opened: nobody asks any more
        found = adapter.find(message, datetime.fromtimestamp(min(asked[one.attempt].since for one in group), UTC), taken)
        counts["asked"] += 1
        silent = silent + 1 if found.code == UNREACHABLE else 0
        change = after_search(found, resend=ws.incident.unknowns.otherwise == "resend")
        if change is not None:
            counts[_COUNTED[change.state]] += len(group)
            changes |= {one.attempt: change for one in group}
            taken |= {found.provider_id} - {""}
    counts["later"] = len(asked) - len(changes)
    with ws.store.writing() as connection:
        # While the provider was asked a receipt may have come, or another worker have settled it: they know better.
        known = kept(connection, changes)
        write(ws, connection, [(was, changes[one]) for one, was in known.items() if asked[one].still(was)])
    if unknown and not changes:
        raise ProviderError(ProviderError.Code.OUT_OF_REACH, adapter.channel.value)
    return counts, max(one.message for one in asked.values()) if asked else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """When an unknown attempt was claimed, by which claim, and the message that it travels in."""

    since: int
    claim: str
    message: AttemptId

    def still(self, now: Kept) -> bool:
        return now.state is AttemptState.UNKNOWN and now.claim == self.claim


def _to_ask(ws: Workspace, connection: Connection, channel: Channel, after: AttemptId | None) -> dict[AttemptId, _Asked]:
    waited = ws.now() - ws.incident.unknowns.wait_minutes * 60
    # A worker that was slow and not dead has ended by then: it calls nobody after half its lease.
    dead = ws.now() - 2 * ws.settings.sending_lease_seconds
    ripe = and_(
        not_erased(),
        attempts.c.state == AttemptState.UNKNOWN,
        attempts.c.channel == channel,
        attempts.c.sending_at <= waited,
        or_(attempts.c.code != LOST, attempts.c.sending_at < dead),
        attempts.c.code != Rule.UNKNOWN,
        by_message > (after or ""),
    )
    messages = select(by_message).select_from(JOINED).where(ripe).distinct().order_by(by_message).limit(ASKED_AT_ONCE)
    last = max(connection.scalars(messages), default="")
    wanted = (
        select(attempts.c.id, attempts.c.sending_at, attempts.c.claim, by_message.label("message"))
        .select_from(JOINED)
        .where(ripe, by_message <= last)
    )
    return {AttemptId(row.id): _Asked(row.sending_at, row.claim, AttemptId(row.message)) for row in connection.execute(wanted)}


def _taken(connection: Connection, channel: Channel) -> set[str]:
    """The provider's ids of messages that are known already: none of them is one that we are not sure of.

    Of an attempt that is unknown now it is an earlier message, which came back.
    """
    wanted = select(attempts.c.provider_id).where(attempts.c.channel == channel, attempts.c.provider_id != "")
    return set(connection.scalars(wanted))
