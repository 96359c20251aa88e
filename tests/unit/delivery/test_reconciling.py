"""Reconcile, on a real workspace: what nobody knows is settled by a receipt, by the provider's word, or by the policy."""

from datetime import UTC, datetime

import pytest

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import UNREACHABLE, Found, Outcome, Search
from tidings.delivery.states import LOST
from tidings.errors import ProviderError
from tidings.model import AttemptState, Channel
from tidings.receipts.interface import Receipt, ReceiptEvent

NUMBERS = [f"+120255501{n:02d}" for n in range(100)]


def people(count):
    return [{"phone": number.removeprefix("+1")} for number in NUMBERS[:count]]


@pytest.fixture
def unknown(desk):
    """A channel that took notices and whose answers were lost: `unknown(2, lost_before={number})`."""

    def make(count=1, **more):
        channel = FakeChannel(Channel.SMS, outcomes=dict.fromkeys(NUMBERS, Outcome.UNKNOWN), **more)
        desk.enrol(*people(count))
        desk.make_due()
        desk.send(channel)
        channel.outcomes.clear()
        return channel

    return make


class Asked(FakeChannel):
    """Remembers what it was asked; does `during` before it says `found`."""

    def __init__(self, search=Search.CANNOT_SAY, code="", during=lambda: None):
        super().__init__(Channel.SMS)
        self.search, self.code, self.during, self.questions = search, code, during, []

    def find(self, message, since, known=frozenset()):
        self.questions.append((message, since, set(known)))
        self.during()
        return Found(message.attempt, self.search, "m9" if self.search is Search.FOUND else "", self.code)


def test_what_the_provider_has_is_sent(desk, unknown):
    channel = unknown()
    desk.unknowns()
    counts, last = desk.settle(channel)
    assert counts == {"asked": 1, "found": 1, "resend": 0, "held": 0, "later": 0}
    one = desk.attempt()
    assert last == one.id
    assert (one.state, one.provider_id, one.tries) == ("accepted", f"fake-{one.id}-1", 1)
    assert desk.people() == [("sent", None)]
    assert desk.entries() == ["attempt.unknown", "attempt.settled"]
    assert desk.send(channel) == {"claimed": 0}


def test_what_the_provider_has_not_is_sent_once(desk, unknown):
    channel = unknown(lost_before=frozenset(NUMBERS))
    desk.unknowns()
    assert desk.settle(channel)[0]["resend"] == 1
    assert desk.people() == [("planned", None)]
    assert desk.send(channel)["accepted"] == 1
    assert [one.to for one in channel.taken] == NUMBERS[:1]


def test_what_nobody_can_say_waits_for_a_human_and_is_asked_only_once(desk, unknown):
    channel = unknown(searchable=False)
    desk.unknowns(otherwise="hold")
    assert desk.settle(channel)[0]["held"] == 1
    assert desk.people() == [("held", "delivery.unknown")]
    assert desk.settle(channel) == ({"asked": 0, "found": 0, "resend": 0, "held": 0, "later": 0}, None)
    assert desk.send(channel) == {"claimed": 0}
    assert desk.make_due() == 0
    assert desk.entries() == ["attempt.unknown", "attempt.settled"]


def test_a_receipt_still_settles_what_waits_for_a_human(desk, unknown):
    channel = unknown(searchable=False)
    desk.unknowns(otherwise="hold")
    desk.settle(channel)
    delivery.receive(desk.ws, [Receipt(desk.attempt().id, "k1", ReceiptEvent.DELIVERED)])
    assert desk.people() == [("delivered", None)]


def test_the_policy_may_be_to_send_again(desk, unknown):
    channel = unknown(searchable=False)
    desk.unknowns(otherwise="resend")
    assert desk.settle(channel)[0]["resend"] == 1
    one = desk.attempt()
    assert (one.state, one.code) == ("planned", "policy.resend")
    assert desk.send(channel)["accepted"] == 1


@pytest.mark.parametrize("otherwise", ["hold", "resend"])
def test_a_provider_that_cannot_be_reached_decides_nothing(desk, unknown, otherwise):
    channel = unknown(2)
    desk.unknowns(otherwise=otherwise)
    before = desk.attempts(), desk.entries()
    channel.reachable = False
    with pytest.raises(ProviderError) as caught:
        desk.settle(channel)
    assert caught.value.code is ProviderError.Code.OUT_OF_REACH
    assert (desk.attempts(), desk.entries()) == before
    channel.reachable = True
    assert desk.settle(channel)[0]["found"] == 2


def test_one_question_that_does_not_get_through_leaves_the_others_settled(desk, unknown):
    channel = unknown(5)
    desk.unknowns(otherwise="resend")
    first = min(one.id for one in desk.attempts())

    class Patchy(FakeChannel):
        def find(self, message, since, known=frozenset()):
            if message.attempt == first:
                return Found(message.attempt, Search.CANNOT_SAY, code=UNREACHABLE)
            return channel.find(message, since, known)

    counts, _ = desk.settle(Patchy())
    assert counts == {"asked": 5, "found": 4, "resend": 0, "held": 0, "later": 1}


def test_a_provider_that_falls_silent_is_not_asked_for_everybody(desk, unknown):
    unknown(20)
    desk.unknowns()
    silent = Asked(code=UNREACHABLE)
    with pytest.raises(ProviderError):
        desk.settle(silent)
    assert len(silent.questions) == 3


def test_receipts_have_their_time_before_anybody_is_asked(desk, unknown, clock):
    channel = unknown()
    desk.unknowns(wait_minutes=30)
    clock.forward(30 * 60 - 1)
    assert desk.settle(channel)[0]["asked"] == 0
    clock.forward(1)
    assert desk.settle(channel)[0]["found"] == 1


def test_the_provider_is_asked_for_the_same_text_from_the_time_of_the_claim_on(desk, clock):
    desk.enrol(*people(1))
    desk.make_due()
    claimed = datetime.fromtimestamp(clock(), UTC)
    channel = FakeChannel(outcomes={NUMBERS[0]: Outcome.UNKNOWN})
    desk.send(channel)
    desk.unknowns()
    clock.forward(3600)
    asked = Asked()
    desk.settle(asked)
    ((message, since, _),) = asked.questions
    assert (message.text, message.to) == (channel.taken[0].text, NUMBERS[0])
    assert since == claimed


def test_the_provider_is_told_which_messages_are_known_to_be_others(desk, sms, clock):
    """Among them an earlier one of the same attempt, that came back: to find it again would be to take it for the next."""
    desk.enrol(*people(2))
    desk.make_due()
    desk.send(sms)
    first, other = desk.attempts()
    delivery.receive(desk.ws, [Receipt(first.id, "k1", ReceiptEvent.FAILED_TEMPORARY, "x.1", first.provider_id)])
    clock.forward(61)
    sms.outcomes[NUMBERS[0]], sms.lost_before = Outcome.UNKNOWN, frozenset(NUMBERS)
    desk.send(sms)
    desk.unknowns()
    asked = Asked(Search.NOT_FOUND)
    assert desk.settle(asked)[0]["resend"] == 1
    ((message, _, known),) = asked.questions
    assert message.attempt == first.id
    assert known == {first.provider_id, other.provider_id}


def test_what_was_just_found_is_known_to_the_next_question(desk, unknown):
    unknown(2)
    desk.unknowns()
    asked = Asked(Search.FOUND)
    desk.settle(asked)
    assert [known for _, _, known in asked.questions] == [set(), {"m9"}]


def test_a_receipt_that_comes_while_the_provider_is_asked_knows_better(desk, unknown):
    unknown()
    desk.unknowns()
    one = desk.attempt()
    asked = Asked(
        Search.NOT_FOUND, during=lambda: delivery.receive(desk.ws, [Receipt(one.id, "k1", ReceiptEvent.SENT, "x.1", "m1")])
    )
    desk.settle(asked)
    assert desk.states() == [AttemptState.ACCEPTED]


def test_an_old_word_of_the_provider_says_nothing_of_a_newer_claim(desk, unknown):
    """While it was asked, somebody else settled the attempt, sent it again, and lost that answer too."""
    channel = unknown(lost_before=frozenset(NUMBERS))
    desk.unknowns()

    def meanwhile():
        desk.settle(channel)
        channel.lost_before, channel.outcomes = frozenset(), {NUMBERS[0]: Outcome.UNKNOWN}
        desk.send(channel)

    desk.settle(Asked(Search.NOT_FOUND, during=meanwhile))
    assert desk.states() == [AttemptState.UNKNOWN]
    assert len(channel.taken) == 1


def test_a_hundred_and_one_are_asked_about_in_two_rounds(desk, unknown):
    channel = unknown(64)
    channel.outcomes = dict.fromkeys(NUMBERS, Outcome.UNKNOWN)
    desk.enrol(*({"phone": f"(301) 555-01{n:02d}"} for n in range(37)))
    desk.make_due()
    channel.outcomes.update({f"+130155501{n:02d}": Outcome.UNKNOWN for n in range(37)})
    desk.send(channel)
    desk.unknowns()
    found, last = 0, None
    rounds = []
    while True:
        counts, last = desk.settle(channel, last)
        if last is None:
            break
        rounds.append(counts["asked"])
        found += counts["found"]
    assert (rounds, found) == ([100, 1], 101)


class TestALostWorker:
    @pytest.fixture
    def lost(self, desk):
        """A worker died with its claim, before or after its call."""

        class Dying(FakeChannel):
            def send(self, messages):
                super().send(messages)
                raise KeyboardInterrupt

        desk.enrol(*people(1))
        desk.make_due()
        channel = Dying()
        with pytest.raises(KeyboardInterrupt):
            desk.send(channel)
        return channel

    def test_is_given_up_after_its_lease_and_not_before(self, desk, lost, clock):
        lease = desk.ws.settings.sending_lease_seconds
        clock.forward(lease)
        assert delivery.give_up_lost_claims(desk.ws) == {"lost": 0}
        clock.forward(1)
        assert delivery.give_up_lost_claims(desk.ws) == {"lost": 1}
        assert delivery.give_up_lost_claims(desk.ws) == {"lost": 0}
        one = desk.attempt()
        assert (one.state, one.code) == ("unknown", LOST)
        assert desk.people() == [("unknown", None)]
        assert desk.entries() == ["attempt.unknown"]

    def test_is_asked_about_only_when_it_cannot_be_calling_any_more(self, desk, lost, clock):
        """Half its lease it may begin to call in; a call takes its time."""
        desk.unknowns()
        lease = desk.ws.settings.sending_lease_seconds
        clock.forward(lease + 1)
        delivery.give_up_lost_claims(desk.ws)
        assert desk.settle(lost)[0]["asked"] == 0
        clock.forward(lease)
        assert desk.settle(lost)[0]["found"] == 1

    def test_is_settled_by_a_receipt_too(self, desk, lost, clock):
        clock.forward(desk.ws.settings.sending_lease_seconds + 1)
        delivery.give_up_lost_claims(desk.ws)
        delivery.receive(desk.ws, [Receipt(desk.attempt().id, "k1", ReceiptEvent.DELIVERED)])
        assert desk.people() == [("delivered", None)]
        assert desk.entries() == ["attempt.unknown", "notice.delivered"]

    def test_that_was_only_slow_may_still_say_that_it_was_taken(self, desk, clock):
        desk.enrol(*people(1))
        desk.make_due()

        class Slow(FakeChannel):
            def send(self, messages):
                clock.forward(desk.ws.settings.sending_lease_seconds + 1)
                delivery.give_up_lost_claims(desk.ws)
                return super().send(messages)

        desk.send(Slow())
        assert desk.people() == [("sent", None)]
        assert desk.entries() == ["attempt.unknown", "notice.sent"]
