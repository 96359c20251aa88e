"""Sending, on a real workspace and channels in memory: each outcome, and what must never be sent."""

import threading

import pytest
from sqlalchemy import func, select

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import UNREACHABLE, Answer, Outcome
from tidings.delivery.send import LIMITS
from tidings.delivery.states import MOST_TRIES, NOT_CALLED
from tidings.entry import EntryKind
from tidings.errors import NoticeError, ProviderError
from tidings.model import AttemptState, Channel, Track
from tidings.notices import PLACEHOLDER, Catalogs, Composer
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.store.tables import contacts, entries, persons
from tidings.vault import notice_code

ONE = {"phone": "(202) 555-0143"}
OTHER = {"phone": "(202) 555-0144"}
PHONE = "+12025550143"
WITH_MAIL = {**ONE, "email": "jo@example.com"}
LAWYER = {"attorney": "Sam Law", "attorney_contact": "law@legal.example.com"}


class Saying(FakeChannel):
    """Gives the same answer to everything, once `during` was called with the messages."""

    def __init__(self, outcome=Outcome.ACCEPTED, code="x.1", during=lambda messages: None, **more):
        super().__init__(Channel.SMS)
        self.outcome, self.code, self.more, self.during = outcome, code, more, during

    def send(self, messages):
        self.during(messages)
        return [Answer(one.attempt, self.outcome, self.code, **self.more) for one in messages]


def test_an_accepted_notice_is_sent_once_with_its_entry(desk, sms):
    desk.enrol(ONE)
    assert desk.make_due() == 1
    assert desk.send(sms) == {"claimed": 1, "accepted": 1}
    assert desk.send(sms) == {"claimed": 0}
    one = desk.attempt()
    assert (one.state, one.code, one.tries, one.provider_id) == ("accepted", "fake.accepted", 1, f"fake-{one.id}-1")
    assert desk.people() == [("sent", None)]
    assert desk.entries() == ["notice.sent"]
    assert [(taken.attempt, taken.to) for taken in sms.taken] == [(one.id, PHONE)]
    assert notice_code(desk.ws.vault, one.person_id) in sms.taken[0].text


def test_planning_and_sending_again_does_nothing(desk, sms):
    desk.enrol(ONE)
    desk.make_due()
    desk.send(sms)
    desk.plan()
    assert desk.make_due() == 0
    assert desk.send(sms) == {"claimed": 0}


def test_sending_is_durable_before_the_provider_is_called(desk):
    desk.enrol(ONE)
    desk.make_due()
    seen = []
    desk.send(Saying(during=lambda _: seen.extend(desk.attempts())))
    assert [(one.state, one.sending_at) for one in seen] == [("sending", desk.ws.now())]
    assert seen[0].claim


def test_a_busy_provider_is_asked_again_after_the_pause_it_wants(desk, sms, clock):
    desk.enrol(ONE)
    desk.make_due()
    clock.forward(0.9)
    assert desk.send(Saying(Outcome.TEMPORARY, "x.429", retry_after=5.0))["temporary"] == 1
    assert desk.people() == [("planned", None)]
    clock.forward(4.9)
    assert desk.send(sms) == {"claimed": 0}
    clock.forward(1.1)
    assert desk.send(sms)["accepted"] == 1
    assert desk.attempt().tries == 2
    assert desk.entries() == ["notice.sent"]


def test_a_provider_that_stays_busy_ends_in_failure_and_the_next_contact(desk, clock):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    for _ in range(MOST_TRIES):
        clock.forward(3600)
        desk.send(Saying(Outcome.TEMPORARY))
    assert desk.states() == [AttemptState.FAILED_PERMANENT]
    assert desk.make_due() == 1
    assert desk.attempts()[-1].channel == "email"


def test_a_dead_number_leads_to_the_next_contact(desk, email):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    assert desk.send(FakeChannel(outcomes={PHONE: Outcome.PERMANENT}))["permanent"] == 1
    assert desk.people() == [("planned", None)]
    assert desk.make_due() == 1
    assert desk.send(email)["accepted"] == 1
    assert desk.entries() == ["notice.failed", "notice.sent"]
    assert desk.people() == [("sent", None)]


def test_when_every_contact_failed_a_human_is_needed(desk):
    desk.enrol(ONE)
    desk.make_due()
    desk.send(FakeChannel(outcomes={PHONE: Outcome.PERMANENT}))
    assert desk.make_due() == 0
    assert desk.people() == [("undelivered", "contacts.exhausted")]


def test_what_a_carrier_blocks_waits_for_a_human_and_nothing_else_is_tried(desk):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    assert desk.send(FakeChannel(outcomes={PHONE: Outcome.BLOCKED}))["blocked"] == 1
    assert desk.people() == [("held", "delivery.blocked")]
    assert desk.make_due() == 0


def test_a_wrong_configuration_stops_the_channel_and_loses_nobody(desk, sms):
    desk.enrol(ONE, OTHER)
    desk.make_due()
    with pytest.raises(ProviderError) as caught:
        desk.send(FakeChannel(outcomes={PHONE: Outcome.CONFIGURATION}))
    assert (caught.value.code, caught.value.where) == (ProviderError.Code.REFUSED_US, "sms: fake.configuration")
    assert desk.states() == [AttemptState.PLANNED, AttemptState.ACCEPTED]
    assert [one.tries for one in desk.attempts()] == [0, 1]
    assert desk.send(sms)["accepted"] == 1


def test_a_provider_out_of_reach_stops_the_channel_and_counts_no_try(desk, sms):
    desk.enrol(ONE, OTHER)
    desk.make_due()
    sms.reachable = False
    for _ in range(2 * MOST_TRIES):
        with pytest.raises(ProviderError) as caught:
            desk.send(sms)
        assert caught.value.code is ProviderError.Code.OUT_OF_REACH
    assert {(one.state, one.code, one.tries) for one in desk.attempts()} == {("planned", UNREACHABLE, 0)}
    sms.reachable = True
    assert desk.send(sms)["accepted"] == 2


def test_what_nobody_knows_is_not_sent_again(desk, sms):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    assert desk.send(FakeChannel(outcomes={PHONE: Outcome.UNKNOWN}))["unknown"] == 1
    assert desk.people() == [("unknown", None)]
    assert desk.make_due() == 0
    assert desk.send(sms) == {"claimed": 0}
    assert desk.entries() == ["attempt.unknown"]


def test_a_worker_that_dies_between_claim_and_answer_leaves_nothing_to_claim(desk, sms, clock):
    desk.enrol(ONE)
    desk.make_due()

    def die(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.send(Saying(during=die))
    assert desk.people() == [("sending", None)]
    clock.forward(10 * desk.ws.settings.sending_lease_seconds)
    assert desk.send(sms) == {"claimed": 0}


def test_a_claim_that_is_too_old_calls_nobody_and_counts_no_try(desk, sms, clock):
    desk.enrol(ONE)
    desk.make_due()

    class Sleepy:
        """A composer on a machine that is put to sleep."""

        def __getattr__(self, name):
            clock.forward(desk.ws.settings.sending_lease_seconds / 2 + 1)
            return getattr(desk.composer, name)

    assert delivery.send_some(desk.ws, sms, Sleepy())["temporary"] == 1
    assert not sms.taken
    one = desk.attempt()
    assert (one.state, one.code, one.tries) == ("planned", NOT_CALLED, 0)
    assert desk.send(sms) == {"claimed": 0}, "again at once might be for ever"
    clock.forward(desk.ws.settings.sending_lease_seconds + 1)
    assert desk.send(sms)["accepted"] == 1


def test_a_receipt_that_is_faster_than_the_answer_stands(desk):
    desk.enrol(ONE)
    desk.make_due()

    def arrive(messages):
        delivery.receive(desk.ws, [Receipt(one.attempt, "k1", ReceiptEvent.DELIVERED, "x.2", "m1") for one in messages])

    desk.send(Saying(during=arrive, provider_id="m1"))
    one = desk.attempt()
    assert (one.state, one.tries, one.provider_id) == ("delivered", 1, "m1")
    assert desk.entries() == ["notice.delivered"]


def test_a_message_that_came_back_before_the_answer_is_not_taken_for_sent(desk, sms, clock):
    desk.enrol(ONE)
    desk.make_due()

    def come_back(messages):
        delivery.receive(desk.ws, [Receipt(one.attempt, "k1", ReceiptEvent.FAILED_TEMPORARY, "x.2", "m1") for one in messages])

    desk.send(Saying(during=come_back, provider_id="m1"))
    assert desk.states() == [AttemptState.FAILED_TEMPORARY]
    clock.forward(61)
    assert desk.send(sms)["accepted"] == 1


def test_a_refusal_that_comes_after_the_lease_does_not_free_what_another_sends(desk, clock):
    """The first worker is slow; its claim was given up, settled and taken by a second, which is calling now."""
    desk.enrol(ONE)
    desk.make_due()
    desk.unknowns(otherwise="resend")
    seen = []

    def second(_):
        seen.append(desk.states())
        raise KeyboardInterrupt

    def meanwhile(_):
        clock.forward(10 * desk.ws.settings.sending_lease_seconds)
        delivery.give_up_lost_claims(desk.ws)
        desk.settle(FakeChannel(searchable=False))
        with pytest.raises(KeyboardInterrupt):
            desk.send(Saying(during=second))

    desk.send(Saying(Outcome.TEMPORARY, during=meanwhile))
    assert seen == [[AttemptState.SENDING]]
    assert desk.states() == [AttemptState.SENDING]


def test_person_and_attorney_are_told_side_by_side(desk, sms, email):
    desk.enrol({**ONE, **LAWYER})
    assert desk.make_due() == 2
    assert {one.track for one in desk.attempts()} == {Track.PERSON, Track.ATTORNEY}
    desk.send(email)
    assert desk.people() == [("planned", None)], "their own notice is still due"
    desk.send(sms)
    assert desk.people() == [("sent", None)]
    (mail,) = email.taken
    assert mail.to == "law@legal.example.com"
    assert set(mail.substitutions) == {PLACEHOLDER}
    assert mail.text != sms.taken[0].text


def test_the_full_notice_goes_only_to_a_mailbox_that_may_carry_it_and_its_subject_reveals_nothing(desk, email):
    desk.enrol({"email": "one@example.org", "last_name": "Quispe"}, {"email": "two@example.org", "last_name": "Mamani", **LAWYER})
    desk.make_due()
    first = desk.attempts(Channel.EMAIL)[0]
    desk.set(contacts, contacts.c.id == first.contact_id, carries="full")
    desk.send(email)
    full = next(one for one in email.taken if one.to == "one@example.org")
    others = [one for one in email.taken if one.to != "one@example.org"]
    assert "Quispe" in full.text
    assert "Quispe" in full.html
    assert desk.ws.incident.organisation.name in full.text
    assert full.subject == next(one.subject for one in others if one.to == "two@example.org")
    assert len(others) == 2
    for one in others:
        assert "Mamani" not in one.text + one.html
        assert desk.ws.incident.organisation.name not in one.text


def test_an_attorney_out_of_reach_does_not_keep_a_person_from_their_notice(desk, sms):
    desk.enrol({**ONE, **LAWYER})
    desk.make_due()
    desk.send(FakeChannel(Channel.EMAIL, outcomes={"law@legal.example.com": Outcome.PERMANENT}))
    assert desk.send(sms)["accepted"] == 1
    assert desk.people() == [("sent", None)]


def test_a_changed_record_is_not_sent_to_before_it_has_a_new_plan(desk, sms):
    named = {**ONE, "last_name": "Quispe Mamani"}
    (reference,) = desk.enrol(named)
    desk.make_due()
    desk.set(persons, persons.c.number == 1, planned_revision=0)
    assert desk.send(sms) == {"claimed": 0}
    assert not delivery.anything_due(desk.ws, Channel.SMS)
    desk.enrol({**named, "a_number": reference, "email": "quispe@example.org"})
    assert desk.send(sms)["accepted"] == 1
    assert [one.to for one in sms.taken] == [PHONE]


def test_a_contact_that_was_held_after_its_attempt_was_planned_is_not_sent_to(desk, sms, email):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    desk.set(contacts, contacts.c.channel == "sms", state="held", rule="phone.shared")
    assert desk.send(sms) == {"claimed": 0}
    assert desk.make_due() == 1, "the next contact has its turn"
    assert desk.send(email)["accepted"] == 1


@pytest.mark.parametrize("sent", [True, False], ids=["after the next was used", "while the next waits"])
def test_a_contact_that_is_freed_again_does_not_tell_its_person_twice(desk, sms, email, sent):
    desk.enrol(WITH_MAIL)
    desk.make_due()
    desk.set(contacts, contacts.c.channel == "sms", state="held", rule="phone.shared")
    desk.make_due()
    if sent:
        desk.send(email)
    desk.set(contacts, contacts.c.channel == "sms", state="usable", rule="contact.usable")
    desk.send(sms)
    desk.send(email)
    assert len(sms.taken) + len(email.taken) == 1
    assert desk.people() == [("sent", None)]


def test_two_workers_share_what_is_due(desk):
    desk.enrol(*({"phone": f"(202) 555-01{n:02d}"} for n in range(100)))
    desk.make_due()
    channels = [FakeChannel(), FakeChannel()]

    def work(channel):
        while desk.send(channel)["claimed"]:
            pass

    workers = [threading.Thread(target=work, args=[channel]) for channel in channels]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len({one.attempt for channel in channels for one in channel.taken}) == 100
    assert sum(len(channel.taken) for channel in channels) == 100


def test_one_claim_is_not_larger_than_what_a_crash_may_leave_unknown(desk, sms):
    desk.enrol(*({"phone": f"(202) 555-01{n:02d}"} for n in range(LIMITS[Channel.SMS] + 6)))
    desk.make_due()
    assert desk.send(sms)["claimed"] == LIMITS[Channel.SMS]
    assert desk.send(sms)["claimed"] == 6


def test_a_notice_that_cannot_be_composed_holds_its_person_and_nobody_else(desk, sms):
    desk.enrol(ONE, {**OTHER, "language": "English"})
    desk.make_due()
    english_only = Composer(desk.ws.incident, Catalogs({"en": desk.composer.catalogs["en"]}))
    counts = delivery.send_some(desk.ws, sms, english_only)
    assert (counts["accepted"], counts["blocked"]) == (1, 1)
    assert desk.people() == [("held", "delivery.blocked"), ("sent", None)]
    assert desk.attempts()[0].code == "notice.no_language"


def test_a_code_that_may_not_be_recorded_is_left_out_of_the_ledger(desk):
    desk.enrol(ONE)
    desk.make_due()
    desk.send(Saying(Outcome.PERMANENT, "no such number: 2025550143"))
    assert desk.entries() == ["notice.failed"]
    assert desk.states() == [AttemptState.FAILED_PERMANENT]


def test_a_supplement_is_told_to_everybody_again_but_not_where_no_more_was_wanted(desk, sms):
    desk.enrol(ONE, {**OTHER, "email": "kim@example.com"}, {"phone": "(202) 555-0145"})
    desk.make_due()
    desk.send(sms)
    events = [ReceiptEvent.DELIVERED, ReceiptEvent.COMPLAINED, ReceiptEvent.OPTED_OUT]
    delivery.receive(desk.ws, [Receipt(one.id, event, event) for one, event in zip(desk.attempts(), events, strict=True)])
    assert desk.people() == [("delivered", None), ("delivered", None), ("undelivered", "contacts.exhausted")]
    desk.supplement()
    assert desk.make_due() == 2
    assert [(one.channel, one.state, one.code) for one in desk.attempts() if one.version == 2] == [
        ("sms", "planned", ""),
        ("sms", "failed_permanent", "contact.unwelcome"),
        ("email", "planned", ""),
        ("sms", "failed_permanent", "contact.unwelcome"),
    ]
    assert desk.people() == [("planned", None), ("planned", None), ("undelivered", "contacts.exhausted")]


class Press:
    """Presses nothing, or finds no font. `during` is called for each letter."""

    def __init__(self, font=True, during=lambda: None):
        self.font, self.during, self.pressed = font, during, 0

    def press(self, notice, *, hand):
        self.during()
        if not self.font:
            raise NoticeError(NoticeError.Code.NO_FONT)
        self.pressed += 1
        return b"%PDF-1.7 " + bytes([48 + self.pressed])


class TestALetter:
    @pytest.fixture
    def batch(self, desk):
        desk.enrol({"mailing_address": "632 Myers Dam, South Zachary, GA 43575"})
        desk.make_due()
        (batch,) = delivery.letter_batches(desk.ws)
        return batch

    def test_is_pressed_once_and_sealed(self, desk, batch):
        press = Press()
        assert delivery.press_batch(desk.ws, batch, desk.composer, press) == {"pressed": 1, "waiting": 0}
        assert delivery.press_batch(desk.ws, batch, desk.composer, press) == {"pressed": 0, "waiting": 0}
        assert delivery.letter_batches(desk.ws) == []
        ((person, attempt, channel),) = delivery.ready_letters(desk.ws)
        assert (channel, delivery.open_letter(desk.ws, person, attempt)) == (Channel.LETTER, b"%PDF-1.7 1")
        (file,) = desk.ws.letters_folder.glob("[!.]*")
        assert b"PDF" not in file.read_bytes()
        assert desk.people() == [("letter_ready", None)]
        assert desk.entries() == ["letter.composed"]

    def test_without_a_font_waits_and_is_pressed_when_there_is_one(self, desk, batch):
        assert delivery.press_batch(desk.ws, batch, desk.composer, Press(font=False)) == {"pressed": 0, "waiting": 1}
        assert desk.people() == [("held", "font.missing")]
        assert delivery.letter_batches(desk.ws) == [batch]
        assert delivery.press_batch(desk.ws, batch, desk.composer, Press()) == {"pressed": 1, "waiting": 0}

    def test_of_a_run_that_died_is_pressed_again_under_the_same_name(self, desk, batch):
        def die():
            raise KeyboardInterrupt

        (before,) = desk.attempts()
        (desk.ws.letters_folder / f"{before.id}.sealed").write_bytes(b"half of what it")
        with pytest.raises(KeyboardInterrupt):
            delivery.press_batch(desk.ws, batch, desk.composer, Press(during=die))
        assert delivery.press_batch(desk.ws, batch, desk.composer, Press())["pressed"] == 1
        ((person, attempt, _),) = delivery.ready_letters(desk.ws)
        assert delivery.open_letter(desk.ws, person, attempt).startswith(b"%PDF")

    def test_that_another_run_is_pressing_is_left_to_it(self, desk, batch):
        presses, busy = [Press(), Press()], threading.Barrier(2)

        def work(press):
            busy.wait(60)
            delivery.press_batch(desk.ws, batch, desk.composer, press)

        workers = [threading.Thread(target=work, args=[press]) for press in presses]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert sorted(press.pressed for press in presses) == [0, 1]

    def test_for_somebody_whose_record_changed_meanwhile_is_not_ready(self, desk, batch):
        change = Press(during=lambda: desk.set(persons, persons.c.number == 1, planned_revision=0))
        assert delivery.press_batch(desk.ws, batch, desk.composer, change) == {"pressed": 0, "waiting": 0}
        assert list(delivery.ready_letters(desk.ws)) == []


def test_enrolment_is_closed_again_only_when_somebody_came(desk):
    def closings():
        with desk.ws.store.reading() as connection:
            return connection.scalar(select(func.count()).where(entries.c.kind == EntryKind.ENROLMENT_CLOSED))

    desk.enrol(ONE)
    assert [delivery.close_enrolment(desk.ws) for _ in range(2)] == [{"enrolled": 1}] * 2
    assert closings() == 1
    desk.enrol(OTHER)
    assert delivery.close_enrolment(desk.ws) == {"enrolled": 2}
    assert closings() == 2
