"""The attempt's state machine as tables: every answer, and every receipt from every state."""

import pytest

from tidings.channels.interface import UNREACHABLE, Answer, Outcome
from tidings.delivery.states import (
    FIRST_PAUSE_SECONDS,
    LONGEST_PAUSE_SECONDS,
    MOST_TRIES,
    NOT_CALLED,
    Change,
    Known,
    after_answer,
    after_receipt,
)
from tidings.entry import EntryKind
from tidings.model import AttemptId, AttemptState
from tidings.receipts.interface import Receipt, ReceiptEvent

S, E = AttemptState, ReceiptEvent
ID = AttemptId("a" * 26)


def answer(outcome, code="x.1", **more):
    return Answer(ID, outcome, code, **more)


def receipt(event, message="m1"):
    return Receipt(ID, f"{event}-{message}", event, "x.2", message)


def became(was, change):
    return was.state if change is None else change.state


@pytest.mark.parametrize(
    ("outcome", "code", "change"),
    [
        (Outcome.ACCEPTED, "x.1", Change(S.ACCEPTED, "x.1", EntryKind.NOTICE_SENT, tried=True, provider_id="m1")),
        (Outcome.TEMPORARY, "x.1", Change(S.FAILED_TEMPORARY, "x.1", tried=True, pause=FIRST_PAUSE_SECONDS)),
        (Outcome.TEMPORARY, UNREACHABLE, Change(S.PLANNED, UNREACHABLE)),
        (Outcome.TEMPORARY, NOT_CALLED, Change(S.PLANNED, NOT_CALLED, pause=FIRST_PAUSE_SECONDS)),
        (Outcome.PERMANENT, "x.1", Change(S.FAILED_PERMANENT, "x.1", EntryKind.NOTICE_FAILED, tried=True)),
        (Outcome.BLOCKED, "x.1", Change(S.BLOCKED, "x.1", EntryKind.NOTICE_FAILED, tried=True)),
        (Outcome.CONFIGURATION, "x.1", Change(S.PLANNED, "x.1")),
        (Outcome.UNKNOWN, "x.1", Change(S.UNKNOWN, "x.1", EntryKind.ATTEMPT_UNKNOWN)),
    ],
)
def test_what_each_answer_makes_of_an_attempt_that_is_being_sent(outcome, code, change):
    provider_id = "m1" if outcome is Outcome.ACCEPTED else ""
    assert after_answer(Known(S.SENDING), answer(outcome, code, provider_id=provider_id)) == change


@pytest.mark.parametrize("state", [state for state in S if state is not S.SENDING])
@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.ACCEPTED])
def test_a_late_answer_that_knows_less_changes_nothing(state, outcome):
    assert after_answer(Known(state), answer(outcome)) is None


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.ACCEPTED])
def test_a_refusal_says_nothing_of_a_call_that_another_worker_is_making(outcome):
    assert after_answer(Known(S.SENDING), answer(outcome), ours=False) is None


@pytest.mark.parametrize(
    ("state", "ours", "others"),
    [
        (S.PLANNED, S.ACCEPTED, S.ACCEPTED),
        (S.SENDING, S.ACCEPTED, S.ACCEPTED),
        (S.UNKNOWN, S.ACCEPTED, S.ACCEPTED),
        # While the claim is ours, a receipt of this message has said that it came back. Otherwise it may be arriving.
        (S.FAILED_TEMPORARY, S.FAILED_TEMPORARY, S.ACCEPTED),
        (S.ACCEPTED, S.ACCEPTED, S.ACCEPTED),
        (S.DELIVERED, S.DELIVERED, S.DELIVERED),
        (S.FAILED_PERMANENT, S.FAILED_PERMANENT, S.FAILED_PERMANENT),
        (S.BLOCKED, S.BLOCKED, S.BLOCKED),
    ],
)
def test_a_late_yes_counts_unless_more_is_known(state, ours, others):
    was = Known(state)
    assert became(was, after_answer(was, answer(Outcome.ACCEPTED, provider_id="m2"), ours=True)) is ours
    assert became(was, after_answer(was, answer(Outcome.ACCEPTED, provider_id="m2"), ours=False)) is others


def test_pauses_double_and_trying_ends():
    was, pauses = Known(S.SENDING), []
    for _ in range(MOST_TRIES):
        change = after_answer(was, answer(Outcome.TEMPORARY))
        pauses.append(change.pause)
        was = Known(S.SENDING, was.tries + change.tried)
    assert pauses == [60, 120, 240, 480, 0]
    assert change == Change(S.FAILED_PERMANENT, "x.1", EntryKind.NOTICE_FAILED, tried=True)


@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        (1.0, 1.0),
        (0.0, 0.0),
        (float("inf"), LONGEST_PAUSE_SECONDS),
        (-5.0, 0.0),
        (float("nan"), 0.0),
        (1e15, LONGEST_PAUSE_SECONDS),
    ],
)
def test_the_pause_that_a_provider_asks_for_is_kept_within_reason(asked, pause):
    assert after_answer(Known(S.SENDING), answer(Outcome.TEMPORARY, retry_after=asked)).pause == pause


def test_a_message_that_comes_back_counts_as_one_try_however_it_is_told():
    """Handed over and returned five times, by answer and receipt, or by a receipt that was faster."""
    for faster in (False, True):
        was, handed_over = Known(S.SENDING), 0
        while was.state is not S.FAILED_PERMANENT:
            was, handed_over = Known(S.SENDING, was.tries, was.provider_id), handed_over + 1
            told = [lambda now, m=f"m{handed_over}": after_answer(now, answer(Outcome.ACCEPTED, provider_id=m))]
            told.insert(not faster, lambda now, m=f"m{handed_over}": after_receipt(now, receipt(E.FAILED_TEMPORARY, m)))
            for tell in told:
                if change := tell(was):
                    was = Known(change.state, was.tries + change.tried, change.provider_id or was.provider_id)
        assert handed_over == MOST_TRIES


# What each receipt of the attempt's only message makes of each state. A dot is no change.
OPEN = "accepted accepted accepted delivered temporary permanent blocked permanent temporary delivered"
RECEIPTS = {
    #                    accepted sent delayed delivered failed_t failed_p blocked opted_out configuration complained
    S.PLANNED: OPEN,
    S.SENDING: OPEN,
    S.UNKNOWN: OPEN,
    S.ACCEPTED: ". . . delivered temporary permanent blocked permanent temporary delivered",
    S.DELIVERED: ". . . . temporary permanent blocked permanent temporary .",
    S.FAILED_TEMPORARY: ". . . delivered . . . . . delivered",
    S.FAILED_PERMANENT: ". . . . . . . . . delivered",
    S.BLOCKED: ". . . . . . . . . delivered",
}
WORDS = {
    "accepted": S.ACCEPTED,
    "delivered": S.DELIVERED,
    "temporary": S.FAILED_TEMPORARY,
    "permanent": S.FAILED_PERMANENT,
    "blocked": S.BLOCKED,
}
TABLE = [(state, event, word) for state, row in RECEIPTS.items() for event, word in zip(E, row.split(), strict=True)]


@pytest.mark.parametrize(("state", "event", "word"), TABLE)
def test_what_each_receipt_makes_of_each_state(state, event, word):
    sent = state not in (S.PLANNED, S.SENDING, S.UNKNOWN)
    change = after_receipt(Known(state, int(sent), "m1" if sent else ""), receipt(event))
    assert (change and change.state) == WORDS.get(word)
    if change:
        assert change.tried is not sent, "the try is counted once: by the answer, or by what settles it instead"


@pytest.mark.parametrize(("state", "event", "word"), TABLE)
def test_the_same_receipt_again_changes_nothing(state, event, word):
    change = after_receipt(Known(state, 1, "m1"), receipt(event, "m1"))
    if change:
        again = Known(change.state, 1 + change.tried, "m1")
        assert after_receipt(again, receipt(event, "m1")) is None


@pytest.mark.parametrize(
    ("state", "event", "entry"),
    [
        (S.SENDING, E.SENT, EntryKind.NOTICE_SENT),
        (S.UNKNOWN, E.SENT, EntryKind.ATTEMPT_SETTLED),
        (S.UNKNOWN, E.DELIVERED, EntryKind.NOTICE_DELIVERED),
        (S.ACCEPTED, E.DELIVERED, EntryKind.NOTICE_DELIVERED),
        (S.ACCEPTED, E.COMPLAINED, EntryKind.NOTICE_DELIVERED),
        (S.ACCEPTED, E.BLOCKED, EntryKind.NOTICE_FAILED),
        (S.DELIVERED, E.FAILED_PERMANENT, EntryKind.NOTICE_FAILED),
        (S.ACCEPTED, E.OPTED_OUT, EntryKind.NOTICE_FAILED),
        (S.ACCEPTED, E.FAILED_TEMPORARY, None),
    ],
)
def test_what_the_ledger_says_of_a_receipt(state, event, entry):
    assert after_receipt(Known(state), receipt(event)).entry == entry


class TestAnEarlierMessageOfTheSameAttempt:
    """m1 came back; m2 is planned, being sent or sent. Receipts of m1 still trickle in."""

    @pytest.mark.parametrize("state", [S.PLANNED, S.SENDING, S.UNKNOWN, S.FAILED_TEMPORARY])
    @pytest.mark.parametrize("event", [event for event in E if event not in (E.DELIVERED, E.COMPLAINED)])
    def test_says_nothing_of_the_next(self, state, event):
        assert after_receipt(Known(state, 1, "m1"), receipt(event, "m1")) is None

    @pytest.mark.parametrize("event", [E.FAILED_TEMPORARY, E.FAILED_PERMANENT, E.BLOCKED, E.CONFIGURATION, E.OPTED_OUT])
    @pytest.mark.parametrize("state", [S.ACCEPTED, S.DELIVERED])
    def test_does_not_undo_the_next(self, state, event):
        assert after_receipt(Known(state, 2, "m2"), receipt(event, "m1")) is None
        assert after_receipt(Known(state, 2, "m2"), receipt(event, "m2")).state is not state

    @pytest.mark.parametrize("state", [S.PLANNED, S.SENDING, S.UNKNOWN, S.FAILED_TEMPORARY, S.ACCEPTED])
    def test_counts_if_it_arrived_after_all(self, state):
        assert after_receipt(Known(state, 2, "m1"), receipt(E.DELIVERED, "m1")).state is S.DELIVERED

    @pytest.mark.parametrize("state", [S.PLANNED, S.SENDING, S.UNKNOWN, S.FAILED_TEMPORARY])
    @pytest.mark.parametrize("ours", [True, False])
    def test_whose_answer_is_later_than_its_receipts_is_not_taken_for_the_next(self, state, ours):
        assert after_answer(Known(state, 1, "m1.recvd-7"), answer(Outcome.ACCEPTED, provider_id="m1"), ours=ours) is None

    @pytest.mark.parametrize("state", [S.PLANNED, S.SENDING, S.UNKNOWN, S.FAILED_TEMPORARY])
    def test_may_be_what_another_workers_late_yes_is_about_so_the_provider_is_asked(self, state):
        was = Known(state, 1, "m2")
        assert became(was, after_answer(was, answer(Outcome.ACCEPTED, provider_id="m1"), ours=False)) is S.UNKNOWN

    def test_is_known_by_the_first_part_of_its_id_too(self):
        was = Known(S.SENDING, 1, "abc")
        assert after_receipt(was, receipt(E.SENT, "abc.recvd-7")) is None
        assert after_receipt(was, receipt(E.SENT, "abcd.recvd-7")).state is S.ACCEPTED


@pytest.mark.parametrize(
    ("was", "told", "kept"),
    [
        (Known(S.SENDING), "m1", "m1"),
        (Known(S.SENDING, 1, "m1"), "m2", "m2"),
        (Known(S.ACCEPTED, 1, "abc"), "abc.recvd-1", "abc.recvd-1"),
        (Known(S.ACCEPTED, 2, "m2"), "m1", ""),
        (Known(S.FAILED_TEMPORARY, 1, "m1"), "", ""),
    ],
)
def test_which_id_of_the_provider_is_kept(was, told, kept):
    assert after_receipt(was, receipt(E.DELIVERED, told)).provider_id == kept
