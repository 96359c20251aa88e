"""One attempt against a provider that counts what it really took: calls, crashes, lost answers and receipts in any order."""

from dataclasses import dataclass, field, replace
from enum import Enum

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tidings.channels.interface import UNREACHABLE, Answer, Found, Outcome, Search
from tidings.delivery.states import LOST, NOT_CALLED, Known, after_answer, after_receipt, after_search
from tidings.model import AttemptId, AttemptState
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.rules import Rule

ATTEMPT = AttemptId("a" * 26)
WAITING = (AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY)
GONE_OUT = (AttemptState.ACCEPTED, AttemptState.DELIVERED)


class Fate(Enum):
    """What becomes of a message that was taken, as its receipts tell it."""

    ARRIVES = (ReceiptEvent.ACCEPTED, ReceiptEvent.SENT, ReceiptEvent.DELIVERED)
    ANNOYS = (ReceiptEvent.SENT, ReceiptEvent.DELIVERED, ReceiptEvent.COMPLAINED)
    ARRIVES_UNSAID = ()
    COMES_BACK = (ReceiptEvent.SENT, ReceiptEvent.DELAYED, ReceiptEvent.FAILED_TEMPORARY)
    COMES_BACK_LATE = (ReceiptEvent.DELIVERED, ReceiptEvent.FAILED_TEMPORARY)
    OUR_FAULT = (ReceiptEvent.CONFIGURATION,)
    NEVER_ARRIVES = (ReceiptEvent.SENT, ReceiptEvent.FAILED_PERMANENT)
    UNWANTED = (ReceiptEvent.OPTED_OUT,)
    STOPPED = (ReceiptEvent.ACCEPTED, ReceiptEvent.BLOCKED)


ARRIVES = (Fate.ARRIVES, Fate.ANNOYS, Fate.ARRIVES_UNSAID)
MAY_BE_TRIED_AGAIN = (Fate.COMES_BACK, Fate.COMES_BACK_LATE, Fate.OUR_FAULT)

# What is drawn more often is what leads on: a message that comes back, an answer that is lost.
FATES = [*Fate, Fate.ARRIVES, Fate.ARRIVES, Fate.COMES_BACK, Fate.COMES_BACK, Fate.COMES_BACK]
CALLS = [
    (Outcome.ACCEPTED, "x", True),
    (Outcome.ACCEPTED, "x", True),
    (Outcome.UNKNOWN, "x", True),
    (Outcome.UNKNOWN, "x", False),
    (Outcome.TEMPORARY, "x", False),
    (Outcome.TEMPORARY, UNREACHABLE, False),
    (Outcome.CONFIGURATION, "x", False),
    (Outcome.PERMANENT, "x", False),
    (Outcome.BLOCKED, "x", False),
]
"""Outcome, code, and whether the provider took the message."""


@dataclass
class Taken:
    """A message at the provider, with the receipts that are still to come."""

    name: str
    fate: Fate
    receipts: list[ReceiptEvent] = field(init=False)

    def __post_init__(self):
        self.receipts = list(self.fate.value)


@dataclass
class Worker:
    claim: int
    answer: Answer | None = None
    late: bool = False


class OneAttempt(RuleBasedStateMachine):
    """`resend` is the policy for what the provider cannot say."""

    resend = False

    def __init__(self):
        super().__init__()
        self.now, self.code, self.claim = Known(AttemptState.PLANNED), "", 0
        self.workers: list[Worker] = []
        self.taken: list[Taken] = []

    def become(self, change):
        if change is not None:
            id_ = change.provider_id or self.now.provider_id
            self.now, self.code = Known(change.state, self.now.tries + change.tried, id_), change.code

    @precondition(lambda self: self.now.state in WAITING)
    @rule()
    def claims(self):
        self.claim += 1
        self.now = replace(self.now, state=AttemptState.SENDING)
        self.workers.append(Worker(self.claim))

    def idle(self):
        return [worker for worker in self.workers if worker.answer is None]

    def answered(self):
        return [worker for worker in self.workers if worker.answer is not None]

    def hand_over(self, fate):
        """The provider takes one more. By then all it took before must have come back."""
        if not self.resend:
            assert all(one.fate in MAY_BE_TRIED_AGAIN for one in self.taken), "told twice"
        self.taken.append(Taken(f"m{len(self.taken) + 1}", fate))

    @precondition(idle)
    @rule(data=st.data(), call=st.sampled_from(CALLS), fate=st.sampled_from(FATES))
    def calls(self, data, call, fate):
        worker = data.draw(st.sampled_from(self.idle()))
        if worker.late:
            worker.answer = Answer(ATTEMPT, Outcome.TEMPORARY, NOT_CALLED)
            return
        outcome, code, taken = call
        if taken:
            self.hand_over(fate)
        worker.answer = Answer(ATTEMPT, outcome, code, self.taken[-1].name if outcome is Outcome.ACCEPTED else "")

    @precondition(answered)
    @rule(data=st.data())
    def writes_the_answer(self, data):
        worker = data.draw(st.sampled_from(self.answered()))
        self.workers.remove(worker)
        self.become(after_answer(self.now, worker.answer, ours=worker.claim == self.claim))

    @precondition(lambda self: self.workers)
    @rule(data=st.data())
    def dies(self, data):
        self.workers.remove(data.draw(st.sampled_from(self.workers)))

    @precondition(lambda self: self.now.state is AttemptState.SENDING)
    @rule()
    def the_lease_passes(self):
        """Also of a worker that is only slow: it may still bring its answer, but calls nobody any more."""
        self.now, self.code = replace(self.now, state=AttemptState.UNKNOWN), LOST
        for worker in self.workers:
            worker.late = True

    def told(self):
        return [(one, event) for one in self.taken for event in one.receipts]

    def take_receipt(self, one, event):
        one.receipts.remove(event)  # its copies are dropped by their key
        self.become(after_receipt(self.now, Receipt(ATTEMPT, f"{one.name}-{event}", event, "x", one.name)))

    @precondition(told)
    @rule(data=st.data())
    def a_receipt_comes(self, data):
        self.take_receipt(*data.draw(st.sampled_from(self.told())))

    @precondition(lambda self: self.now.state is AttemptState.UNKNOWN and self.code != Rule.UNKNOWN)
    @rule(sort=st.sampled_from(["knows", "cannot say", "is not reached"]))
    def the_provider_is_asked(self, sort):
        # It is asked from the newest claim on, with some minutes of slack; the pauses before the last claim were longer.
        back = [one for one in self.taken if one.fate in MAY_BE_TRIED_AGAIN and one.fate.value[-1] not in one.receipts]
        other = [one.name for one in self.taken if one not in back[:-1] and one.name != self.now.provider_id]
        if sort == "cannot say":
            found = Found(ATTEMPT, Search.CANNOT_SAY)
        elif sort == "is not reached":
            found = Found(ATTEMPT, Search.CANNOT_SAY, code=UNREACHABLE)
        elif other:
            found = Found(ATTEMPT, Search.FOUND, other[-1], "x")
        else:
            found = Found(ATTEMPT, Search.NOT_FOUND)
        before = self.now
        self.become(after_search(found, resend=self.resend))
        if sort == "is not reached":
            assert self.now == before, "nothing was learnt, and yet something was done"

    @precondition(lambda self: self.now.state not in (*WAITING, AttemptState.SENDING) and not self.workers and not self.told())
    @rule()
    def nothing_happens(self):
        """When all is told there is nothing else to do."""

    def teardown(self):
        """Everybody dies and all receipts come: then the state says what is true, and nobody is lost without one."""
        if self.now.state is AttemptState.SENDING:
            self.the_lease_passes()
        for one, event in self.told():
            self.take_receipt(one, event)
        if self.now.state in GONE_OUT:
            perhaps = (*ARRIVES, Fate.COMES_BACK_LATE)  # of its two receipts, whichever comes last may be right
            assert any(one.fate in perhaps for one in self.taken), "lost: said to have gone out, and nothing did"
        if not self.resend:
            assert sum(one.fate in ARRIVES for one in self.taken) <= 1
            if any(one.fate in (Fate.ARRIVES, Fate.ANNOYS) for one in self.taken):
                assert self.now.state is AttemptState.DELIVERED


class OneAttemptThatMayBeResent(OneAttempt):
    resend = True


HOLD = settings(max_examples=300, stateful_step_count=25, deadline=None)
RESEND = settings(max_examples=100, stateful_step_count=25, deadline=None)
TestHold = OneAttempt.TestCase
TestHold.settings = HOLD
TestResend = OneAttemptThatMayBeResent.TestCase
TestResend.settings = RESEND
