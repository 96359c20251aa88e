"""The attempt's state machine: what an answer and what a receipt make of it. Pure, and the only place that decides.

    planned ──► sending ──► accepted ──► delivered
       ▲           │            │
       │           ├──► failed_temporary ──► (sending again, after a pause)
       │           ├──► failed_permanent, blocked
       └───────────┴──► unknown ──► (a receipt, the provider's word, or a policy settles it)

`sending` is durable before the provider is called. Receipts come late, twice and out of order: they apply by rank.
"""

from __future__ import annotations

from dataclasses import dataclass

from tidings.channels.interface import Answer, Outcome
from tidings.entry import EntryKind
from tidings.model import AttemptState
from tidings.receipts.interface import Receipt, ReceiptEvent

MOST_TRIES = 5
FIRST_PAUSE_SECONDS = 60
UNREACHABLE = "unreachable"
"""The adapters' code for a call that never left: the channel stops, and nothing counts as tried."""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of an attempt. `entry` is what the ledger says of it, if anything. Times are in seconds from now."""

    state: AttemptState
    code: str
    entry: EntryKind | None = None
    tried: bool = False
    pause: float = 0.0
    provider_id: str = ""


_FROM_ACCEPTED = (AttemptState.SENDING, AttemptState.UNKNOWN, AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)


def after_answer(state: AttemptState, tries: int, answer: Answer) -> Change | None:
    """What an answer to our call makes of an attempt; None if something better is known by now (a receipt was faster)."""
    if answer.outcome is Outcome.ACCEPTED:
        if state not in _FROM_ACCEPTED:
            return None
        return Change(AttemptState.ACCEPTED, answer.code, EntryKind.NOTICE_SENT, tried=True, provider_id=answer.provider_id)
    if state is not AttemptState.SENDING:
        return None
    if answer.outcome is Outcome.UNKNOWN:
        return Change(AttemptState.UNKNOWN, answer.code, EntryKind.ATTEMPT_UNKNOWN, tried=True, provider_id=answer.provider_id)
    if answer.outcome is Outcome.CONFIGURATION or answer.code == UNREACHABLE:
        return Change(AttemptState.PLANNED, answer.code)
    if answer.outcome is Outcome.TEMPORARY:
        return _again(tries, answer.code, answer.retry_after)
    final = AttemptState.BLOCKED if answer.outcome is Outcome.BLOCKED else AttemptState.FAILED_PERMANENT
    return Change(final, answer.code, EntryKind.NOTICE_FAILED, tried=True)


_RANK = {
    AttemptState.PLANNED: 0,
    AttemptState.SENDING: 5,
    AttemptState.UNKNOWN: 5,
    AttemptState.ACCEPTED: ReceiptEvent.SENT.rank,
    AttemptState.DELIVERED: ReceiptEvent.DELIVERED.rank,
    AttemptState.FAILED_TEMPORARY: ReceiptEvent.FAILED_TEMPORARY.rank,
    AttemptState.FAILED_PERMANENT: ReceiptEvent.FAILED_PERMANENT.rank,
    AttemptState.BLOCKED: ReceiptEvent.BLOCKED.rank,
}


def after_receipt(state: AttemptState, tries: int, receipt: Receipt) -> Change | None:
    """What a receipt makes of an attempt; None if as much or more is known already."""
    event = receipt.event
    arrived_after_all = event is ReceiptEvent.DELIVERED and state is AttemptState.FAILED_TEMPORARY
    settles = state in (AttemptState.SENDING, AttemptState.UNKNOWN, AttemptState.PLANNED)
    if event.rank <= _RANK[state] and not settles and not arrived_after_all:
        return None
    if event in (ReceiptEvent.DELIVERED, ReceiptEvent.COMPLAINED):
        if state is AttemptState.DELIVERED:
            return None
        return Change(AttemptState.DELIVERED, receipt.code, EntryKind.NOTICE_DELIVERED, provider_id=receipt.provider_id)
    if event in (ReceiptEvent.FAILED_TEMPORARY, ReceiptEvent.CONFIGURATION):
        return _again(tries, receipt.code, None)
    if event is ReceiptEvent.BLOCKED:
        return Change(AttemptState.BLOCKED, receipt.code, EntryKind.NOTICE_FAILED, provider_id=receipt.provider_id)
    if event in (ReceiptEvent.FAILED_PERMANENT, ReceiptEvent.OPTED_OUT):
        return Change(AttemptState.FAILED_PERMANENT, receipt.code, EntryKind.NOTICE_FAILED, provider_id=receipt.provider_id)
    if state is AttemptState.ACCEPTED:
        return None  # accepted, sent, delayed: nothing that we did not know
    kind = EntryKind.ATTEMPT_SETTLED if state is AttemptState.UNKNOWN else EntryKind.NOTICE_SENT
    return Change(AttemptState.ACCEPTED, receipt.code, kind, provider_id=receipt.provider_id)


def _again(tries: int, code: str, retry_after: float | None) -> Change:
    """One more try after a pause that doubles, or the end of trying."""
    if tries + 1 >= MOST_TRIES:
        return Change(AttemptState.FAILED_PERMANENT, code, EntryKind.NOTICE_FAILED, tried=True)
    pause = retry_after if retry_after is not None else FIRST_PAUSE_SECONDS * 2.0**tries
    return Change(AttemptState.FAILED_TEMPORARY, code, tried=True, pause=pause)
