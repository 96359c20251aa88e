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

from tidings.channels.interface import TOO_LATE, UNREACHABLE, Answer, Found, Outcome, Search
from tidings.entry import EntryKind
from tidings.model import AttemptState, HandOver
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.rules import Rule

MOST_TRIES = 5
FIRST_PAUSE_SECONDS = 60
LONGEST_PAUSE_SECONDS = 86_400
"""What a provider may ask us to wait at most: after a day a human should have seen it."""
LOST = "worker.lost"
"""Our own code, for what a worker was sending that was not heard of again."""
LATE = "answer.late"
"""Our own code, for a message that was taken when its claim had passed to others."""
NOT_CALLED = "not_called"
"""Our own code, for what was claimed too long ago to be sent still."""

QUIET = "hours.quiet"
"""Our own code, for what was not sent because it is night, or a holiday, where its number is."""

NOBODY_CALLED = frozenset({NOT_CALLED, QUIET, TOO_LATE})
"""Codes of what was put off by us, and says nothing of a provider."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an attempt. One attempt may take several messages, each after the one before came back.

    `tries` counts messages whose fate was told or given up; `provider_id` is of the last that a provider has taken.
    """

    state: AttemptState
    tries: int = 0
    provider_id: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of an attempt. `entry` is what the ledger says of it, if anything. Times are in seconds from now."""

    state: AttemptState
    code: str
    entry: EntryKind | None = None
    tried: bool = False
    pause: float = 0.0
    provider_id: str = ""
    """Empty: the one that is known stays."""


# Nobody said yet what became of the newest message, if there is one.
_OPEN = (AttemptState.PLANNED, AttemptState.SENDING, AttemptState.UNKNOWN)


def after_answer(was: Known, answer: Answer, *, ours: bool = True) -> Change | None:
    """What an answer to our call makes of an attempt; None if something better is known by now (a receipt was faster).

    `ours` says that nobody else has claimed the attempt since. If somebody has, a refusal of our call says nothing of
    theirs; but a message that was taken was taken, whoever sent it.
    """
    if answer.outcome is Outcome.ACCEPTED:
        # Where the claim is still ours, only a receipt of this very message can have made it a failure.
        if was.state not in _OPEN and (ours or was.state is not AttemptState.FAILED_TEMPORARY):
            return None
        if _known(was, answer.provider_id):
            return None  # its receipts came first, and it came back: that is why the attempt is open again
        if not ours and was.provider_id:
            # A message came back since, and it may have been this one: that is for the provider to say.
            return None if was.state is AttemptState.UNKNOWN else Change(AttemptState.UNKNOWN, LATE, EntryKind.ATTEMPT_UNKNOWN)
        return Change(AttemptState.ACCEPTED, answer.code, EntryKind.NOTICE_SENT, tried=True, provider_id=answer.provider_id)
    if was.state is not AttemptState.SENDING or not ours:
        return None
    if answer.outcome is Outcome.UNKNOWN:
        return Change(AttemptState.UNKNOWN, answer.code, EntryKind.ATTEMPT_UNKNOWN)
    if answer.outcome is Outcome.CONFIGURATION or answer.code == UNREACHABLE:
        return Change(AttemptState.PLANNED, answer.code)
    if answer.code in NOBODY_CALLED:
        return Change(AttemptState.PLANNED, answer.code, pause=answer.retry_after or FIRST_PAUSE_SECONDS)
    if answer.outcome is Outcome.TEMPORARY:
        return _again(was, answer.code, answer.retry_after)
    final = AttemptState.BLOCKED if answer.outcome is Outcome.BLOCKED else AttemptState.FAILED_PERMANENT
    return Change(final, answer.code, EntryKind.NOTICE_FAILED, tried=True)


def after_search(found: Found, *, resend: bool) -> Change | None:
    """What the provider's word makes of an unknown attempt; None if it could not be asked. `resend` is the policy for what
    it cannot say; otherwise it is held for a human.
    """
    if found.search is Search.FOUND:
        code, taken = found.code, found.provider_id
        return Change(AttemptState.ACCEPTED, code, EntryKind.ATTEMPT_SETTLED, tried=True, provider_id=taken)
    if found.search is Search.NOT_FOUND:
        return Change(AttemptState.PLANNED, "provider.not_found", EntryKind.ATTEMPT_SETTLED)
    if found.code == UNREACHABLE:
        return None
    if resend:  # it counts as a try, since it may have been taken
        return Change(AttemptState.PLANNED, "policy.resend", EntryKind.ATTEMPT_SETTLED, tried=True)
    return Change(AttemptState.UNKNOWN, Rule.UNKNOWN.value, EntryKind.ATTEMPT_SETTLED)


_RANK = {
    AttemptState.PLANNED: 0,
    AttemptState.SENDING: 0,
    AttemptState.UNKNOWN: 0,
    AttemptState.ACCEPTED: ReceiptEvent.SENT.rank,
    AttemptState.DELIVERED: ReceiptEvent.DELIVERED.rank,
    AttemptState.FAILED_TEMPORARY: ReceiptEvent.FAILED_TEMPORARY.rank,
    AttemptState.FAILED_PERMANENT: ReceiptEvent.FAILED_PERMANENT.rank,
    AttemptState.BLOCKED: ReceiptEvent.BLOCKED.rank,
}
_ARRIVED = (ReceiptEvent.DELIVERED, ReceiptEvent.COMPLAINED)
_AGAIN = (ReceiptEvent.FAILED_TEMPORARY, ReceiptEvent.CONFIGURATION)


def after_receipt(was: Known, receipt: Receipt) -> Change | None:
    """What a receipt makes of an attempt; None if as much or more is known already.

    That a message arrived counts whichever of the attempt's messages it was; anything else only of the newest.
    """
    event, state = receipt.event, was.state
    if event in _ARRIVED:
        news = event.rank > _RANK[state] or state is AttemptState.FAILED_TEMPORARY  # it arrived after all
        if state is AttemptState.DELIVERED or not news:
            return None
        return _told(was, receipt, AttemptState.DELIVERED, EntryKind.NOTICE_DELIVERED)
    if event.rank <= _RANK[state] or not _of_newest(was, receipt.provider_id):
        return None
    if event in _AGAIN:
        return _again(was, receipt.code, None, provider_id=_newer_id(was, receipt.provider_id))
    if event is ReceiptEvent.BLOCKED:
        return _told(was, receipt, AttemptState.BLOCKED, EntryKind.NOTICE_FAILED)
    if event in (ReceiptEvent.FAILED_PERMANENT, ReceiptEvent.OPTED_OUT):
        return _told(was, receipt, AttemptState.FAILED_PERMANENT, EntryKind.NOTICE_FAILED)
    # Accepted, sent or delayed: a provider has it, which settles what nobody knew.
    kind = EntryKind.ATTEMPT_SETTLED if state is AttemptState.UNKNOWN else EntryKind.NOTICE_SENT
    return _told(was, receipt, AttemptState.ACCEPTED, kind)


def _told(was: Known, receipt: Receipt, state: AttemptState, entry: EntryKind) -> Change:
    # Before the answer came, or where none came, the receipt counts the try in the answer's place.
    return Change(state, receipt.code, entry, tried=was.state in _OPEN, provider_id=_newer_id(was, receipt.provider_id))


def _of_newest(was: Known, provider_id: str) -> bool:
    """Whether a receipt is of the newest message: receipts of one that came back may still trickle in after the next."""
    if was.state in _OPEN:
        return not _known(was, provider_id)
    return was.tries <= 1 or not was.provider_id or not provider_id or _known(was, provider_id)


def _known(was: Known, provider_id: str) -> bool:
    """Whether this is the last message that was known to be taken.

    SendGrid answers with the first part of the id that its receipts and logs have: `abc`, then `abc.recvd-1`.
    """
    one, other = was.provider_id, provider_id
    return bool(one and other) and (one == other or one.startswith(f"{other}.") or other.startswith(f"{one}."))


def _newer_id(was: Known, provider_id: str) -> str:
    """The receipt's id, where it is of a message that was not known, or a fuller form of the one that is."""
    unknown = was.state in _OPEN or not was.provider_id
    return provider_id if unknown or provider_id.startswith(was.provider_id) else ""


def _again(was: Known, code: str, retry_after: float | None, provider_id: str = "") -> Change:
    """One more try after a pause that doubles, or the end of trying."""
    tried = was.state in _OPEN
    if was.tries + tried >= MOST_TRIES:
        return Change(AttemptState.FAILED_PERMANENT, code, EntryKind.NOTICE_FAILED, tried=tried, provider_id=provider_id)
    pause = retry_after if retry_after is not None else FIRST_PAUSE_SECONDS * 2.0 ** (was.tries + tried - 1)
    pause = min(max(0.0, pause), LONGEST_PAUSE_SECONDS)
    return Change(AttemptState.FAILED_TEMPORARY, code, tried=tried, pause=pause, provider_id=provider_id)


_HANDED_OVER = {
    HandOver.HANDED: (AttemptState.DELIVERED, EntryKind.NOTICE_DELIVERED),
    HandOver.REFUSED: (AttemptState.FAILED_PERMANENT, EntryKind.NOTICE_FAILED),
    HandOver.MOVED: (AttemptState.BLOCKED, EntryKind.NOTICE_FAILED),
    HandOver.RELEASED: (AttemptState.BLOCKED, EntryKind.NOTICE_FAILED),
    HandOver.REMOVED: (AttemptState.BLOCKED, EntryKind.NOTICE_FAILED),
}


def after_hand_over(came: HandOver, *, corrects: bool = False) -> Change:
    """What a line of a run sheet that came back makes of its letter. `corrects` takes back what was entered before: that
    somebody was absent after all is then in the ledger too.
    """
    if came is HandOver.ABSENT:
        return Change(AttemptState.ACCEPTED, came.code, EntryKind.ATTEMPT_SETTLED if corrects else None)
    state, kind = _HANDED_OVER[came]
    return Change(state, came.code, kind)
