"""Receipts, on a real workspace: each counts once, by rank, with its entry, all of a lot or none."""

import threading

import pytest
from sqlalchemy import func, select

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import Outcome
from tidings.delivery import claims
from tidings.model import AttemptState, Channel
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.store.tables import attempts, entries, receipts

ONE = {"phone": "(202) 555-0143", "email": "jo@example.com"}
NOTHING = {"taken": 0, "repeated": 0, "foreign": 0, "changed": 0}


def receipt(attempt, event, key=None, provider_id=None):
    return Receipt(attempt.id, key or f"{attempt.id}-{event}", event, f"x.{event}", provider_id or attempt.provider_id)


@pytest.fixture
def sent(desk, sms):
    """Attempts on which a provider took a notice: `sent(2)`."""

    def make(count=1):
        desk.enrol(*({**ONE, "phone": f"(202) 555-01{n:02d}", "email": f"n{n}@example.com"} for n in range(count)))
        desk.make_due()
        desk.send(sms)
        return desk.attempts()

    return make


def test_a_delivered_notice_is_delivered(desk, sent):
    (one,) = sent()
    assert delivery.receive(desk.ws, [receipt(one, ReceiptEvent.DELIVERED)]) == {**NOTHING, "taken": 1, "changed": 1}
    assert desk.people() == [("delivered", None)]
    assert desk.entries() == ["notice.sent", "notice.delivered"]
    assert desk.attempt().tries == 1


def test_the_same_receipt_counts_once_in_one_lot_and_in_the_next(desk, sent):
    (one,) = sent()
    again = receipt(one, ReceiptEvent.DELIVERED)
    assert delivery.receive(desk.ws, [again, again]) == {"taken": 1, "repeated": 1, "foreign": 0, "changed": 1}
    before = desk.attempts(), desk.entries()
    assert delivery.receive(desk.ws, [again]) == {**NOTHING, "repeated": 1}
    assert (desk.attempts(), desk.entries()) == before


def test_a_replayed_failure_does_not_free_what_was_sent_again(desk, sent, sms, clock):
    (one,) = sent()
    failed = receipt(one, ReceiptEvent.FAILED_TEMPORARY)
    delivery.receive(desk.ws, [failed])
    clock.forward(61)
    desk.send(sms)
    assert delivery.receive(desk.ws, [failed]) == {**NOTHING, "repeated": 1}
    assert desk.states() == [AttemptState.ACCEPTED]


def test_a_receipt_of_somebody_elses_message_changes_nothing(desk, sent):
    (one,) = sent()
    foreign = Receipt("somebody-elses", "k1", ReceiptEvent.BLOCKED)
    assert delivery.receive(desk.ws, [foreign]) == {**NOTHING, "foreign": 1}
    with desk.ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(receipts)) == 0
    assert desk.attempts() == [one]


def test_out_of_order_is_as_good_as_in_order(desk, sent):
    (one,) = sent()
    for event in (ReceiptEvent.DELIVERED, ReceiptEvent.SENT, ReceiptEvent.ACCEPTED):
        delivery.receive(desk.ws, [receipt(one, event)])
    assert desk.states() == [AttemptState.DELIVERED]
    assert desk.entries() == ["notice.sent", "notice.delivered"]


def test_two_receipts_of_one_attempt_in_one_lot_are_weighed_one_after_the_other(desk, sent):
    (one,) = sent()
    counts = delivery.receive(desk.ws, [receipt(one, ReceiptEvent.DELIVERED), receipt(one, ReceiptEvent.FAILED_PERMANENT)])
    assert counts == {**NOTHING, "taken": 2, "changed": 2}
    assert desk.states() == [AttemptState.FAILED_PERMANENT]
    assert desk.entries() == ["notice.sent", "notice.delivered", "notice.failed"]


def test_a_lot_of_a_thousand_is_one_transaction_and_few_statements(desk, sent, monkeypatch):
    made = sent(40)
    lot = [receipt(one, event) for one in made for event in (ReceiptEvent.SENT, ReceiptEvent.DELIVERED)]
    writes = []
    monkeypatch.setattr(claims, "restate", lambda *given: writes.append(given))
    delivery.receive(desk.ws, lot)
    assert len(writes) == 1


def test_all_of_a_lot_is_kept_or_none(desk, sent, monkeypatch):
    """Several requests come as one lot; if keeping fails, each is tried again by itself, so nothing of it may stay."""
    one, other = sent(2)
    lot = [receipt(one, ReceiptEvent.DELIVERED), receipt(other, ReceiptEvent.DELIVERED)]

    def broken(*_):
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr(claims, "restate", broken)
        with pytest.raises(OSError):
            delivery.receive(desk.ws, lot)
    with desk.ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(receipts)) == 0
        assert not connection.scalar(select(func.count()).where(entries.c.kind == "notice.delivered"))
    assert desk.attempts() == [one, other]
    assert delivery.receive(desk.ws, lot)["changed"] == 2


def test_a_bounce_leads_to_the_next_contact(desk, sent):
    (one,) = sent()
    delivery.receive(desk.ws, [receipt(one, ReceiptEvent.FAILED_PERMANENT)])
    assert desk.people() == [("planned", None)]
    assert desk.make_due() == 1
    assert desk.attempts()[-1].channel == "email"


def test_a_message_that_came_back_for_now_is_sent_again_after_a_pause(desk, sent, sms, clock):
    (one,) = sent()
    delivery.receive(desk.ws, [receipt(one, ReceiptEvent.FAILED_TEMPORARY)])
    assert desk.send(sms) == {"claimed": 0}
    clock.forward(61)
    assert desk.send(sms)["accepted"] == 1
    (again,) = desk.attempts()
    assert (again.tries, again.provider_id) == (2, f"fake-{one.id}-2")
    delivery.receive(desk.ws, [receipt(one, ReceiptEvent.SENT, "late", one.provider_id)])
    assert desk.attempts() == [again]


def test_a_receipt_settles_what_nobody_knew(desk):
    desk.enrol(ONE)
    desk.make_due()
    desk.send(FakeChannel(outcomes={"+12025550143": Outcome.UNKNOWN}))
    one = desk.attempt()
    delivery.receive(desk.ws, [receipt(one, ReceiptEvent.SENT, provider_id="m1")])
    assert desk.people() == [("sent", None)]
    assert desk.entries() == ["attempt.unknown", "attempt.settled"]
    assert desk.attempt().provider_id == "m1"


def test_a_receipt_keeps_what_was_given_up_from_being_sent_again(desk, sms, clock):
    """The provider did not have it when it was asked, and has it after all."""
    desk.enrol(ONE)
    desk.make_due()
    desk.unknowns()
    desk.send(FakeChannel(outcomes={"+12025550143": Outcome.UNKNOWN}))
    assert desk.settle(sms)[0]["resend"] == 1
    delivery.receive(desk.ws, [receipt(desk.attempt(), ReceiptEvent.ACCEPTED, provider_id="m1")])
    assert desk.send(sms) == {"claimed": 0}
    assert desk.people() == [("sent", None)]


@pytest.mark.parametrize(
    ("event", "person", "entry"),
    [
        (ReceiptEvent.COMPLAINED, ("delivered", None), "notice.delivered"),
        (ReceiptEvent.OPTED_OUT, ("planned", None), "notice.failed"),
        (ReceiptEvent.BLOCKED, ("held", "delivery.blocked"), "notice.failed"),
    ],
)
def test_what_else_a_receipt_can_say(desk, sent, event, person, entry):
    (one,) = sent()
    delivery.receive(desk.ws, [receipt(one, event)])
    assert desk.people() == [person]
    assert desk.entries() == ["notice.sent", entry]


def test_a_receipt_of_an_older_version_is_recorded_under_that_version(desk, sent):
    (one,) = sent()
    desk.supplement()
    desk.make_due()
    delivery.receive(desk.ws, [receipt(one, ReceiptEvent.DELIVERED)])
    assert [(row.version, row.state) for row in desk.attempts()] == [(1, "delivered"), (2, "planned")]
    assert desk.people() == [("planned", None)]


def test_receivers_and_senders_do_not_lose_each_others_changes(desk, clock):
    desk.enrol(*({"phone": f"(202) 555-01{n:02d}"} for n in range(60)))
    desk.make_due()
    told = []

    class Prompt(FakeChannel):
        """Brings every receipt from another thread before it answers."""

        def send(self, messages):
            answers = super().send(messages)
            lots = [[Receipt(one.attempt, f"{one.attempt}-d", ReceiptEvent.DELIVERED)] for one in messages]
            threads = [threading.Thread(target=lambda lot=lot: told.append(delivery.receive(desk.ws, lot))) for lot in lots]
            for thread in threads:
                thread.start()
            threads[-1].join(60)
            self.threads = threads
            return answers

    channel = Prompt(Channel.SMS)
    desk.send(channel)
    for thread in channel.threads:
        thread.join(60)
    assert sum(counts["taken"] for counts in told) == 60
    assert set(desk.states()) == {AttemptState.DELIVERED}
    with desk.ws.store.reading() as connection:
        sums = connection.execute(select(attempts.c.tries, func.count()).group_by(attempts.c.tries)).tuples().all()
    assert sums == [(1, 60)]
