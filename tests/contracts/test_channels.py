"""One contract for every channel adapter, the fake included; and what each reserved address of the sandbox comes to."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest

from tidings.channels.fake import FakeChannel
from tidings.channels.interface import TOO_LATE, UNREACHABLE, ChannelAdapter, Found, Message, Outcome, Search
from tidings.channels.sendgrid_email import SendGridEmail
from tidings.channels.twilio_sms import CODES, TwilioSms
from tidings.model import AttemptId, Channel
from tidings.receipts import twilio_sms as receipts
from tidings.receipts.interface import ReceiptEvent
from tidings.sandbox.outcomes import ADDRESSES, NUMBERS, Fate
from tidings.sandbox.server import Sandbox, running_sandbox

TIMEOUT = 0.5  # the sandbox's SLOW is slower

EXPECTED_SMS = {
    Fate.DELIVERED: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.REFUSED: (Outcome.PERMANENT, "twilio.21211"),
    Fate.OPTED_OUT: (Outcome.PERMANENT, "twilio.21610"),
    Fate.UNDELIVERED: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.UNDELIVERED_FOR_NOW: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.BLOCKED: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.MISCONFIGURED: (Outcome.CONFIGURATION, "twilio.21608"),
    Fate.SLOW: (Outcome.UNKNOWN, "timeout"),
    Fate.LIMITED_ONCE: (Outcome.TEMPORARY, "twilio.20429"),
    Fate.LIMITED: (Outcome.TEMPORARY, "twilio.20429"),
    Fate.BROKEN: (Outcome.UNKNOWN, "twilio.20500"),
    Fate.UNAVAILABLE: (Outcome.TEMPORARY, "twilio.20503"),
    Fate.UNREADABLE: (Outcome.UNKNOWN, "twilio.unreadable"),
    Fate.LOST_ANSWER: (Outcome.UNKNOWN, "no_answer"),
    Fate.RESET: (Outcome.UNKNOWN, "no_answer"),
    Fate.NO_RECEIPT: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.LOST_FOREVER: (Outcome.UNKNOWN, "no_answer"),
    Fate.DOUBLED: (Outcome.ACCEPTED, "twilio.accepted"),
    Fate.OUT_OF_ORDER: (Outcome.ACCEPTED, "twilio.accepted"),
}
EXPECTED_EMAIL = {
    **dict.fromkeys(Fate, (Outcome.ACCEPTED, "sendgrid.202")),
    Fate.REFUSED: (Outcome.PERMANENT, "sendgrid.400"),
    Fate.MISCONFIGURED: (Outcome.CONFIGURATION, "sendgrid.403"),
    Fate.SLOW: (Outcome.UNKNOWN, "timeout"),
    Fate.LIMITED_ONCE: (Outcome.TEMPORARY, "sendgrid.429"),
    Fate.LIMITED: (Outcome.TEMPORARY, "sendgrid.429"),
    Fate.BROKEN: (Outcome.UNKNOWN, "sendgrid.500"),
    Fate.UNAVAILABLE: (Outcome.TEMPORARY, "sendgrid.503"),
    Fate.UNREADABLE: (Outcome.UNKNOWN, "sendgrid.200"),
    Fate.LOST_ANSWER: (Outcome.UNKNOWN, "no_answer"),
    Fate.RESET: (Outcome.UNKNOWN, "no_answer"),
    Fate.LOST_FOREVER: (Outcome.UNKNOWN, "no_answer"),
}
NUMBER_OF = {fate: number for number, fate in NUMBERS.items()}
ADDRESS_OF = {fate: address for address, fate in ADDRESSES.items()}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox() as running:
        yield running


def sms(sandbox: Sandbox, **more) -> TwilioSms:
    given = {
        "base_url": sandbox.twilio_url,
        "account_sid": sandbox.account_sid,
        "auth_token": sandbox.auth_token,
        "sender": "+13405550199",
        "public_url": "http://127.0.0.1:9",
        "timeout": TIMEOUT,
    }
    return TwilioSms(**{**given, **more})


def email(sandbox: Sandbox, **more) -> SendGridEmail:
    given = {
        "base_url": sandbox.sendgrid_url,
        "api_key": sandbox.sendgrid_api_key,
        "sender": "office@example.org",
        "clock": time.time,
        "timeout": TIMEOUT,
    }
    return SendGridEmail(**{**given, **more})


def control(sandbox: Sandbox, **wanted) -> None:
    httpx.post(f"{sandbox.twilio_url}/control", json=wanted, trust_env=False).raise_for_status()


def deliveries(sandbox: Sandbox) -> list[dict]:
    return httpx.get(f"{sandbox.outbox_url}/deliveries.json", trust_env=False).json()


COUNT = iter(range(1_000_000))


def message(to: str, **more) -> Message:
    number = next(COUNT)
    return Message(AttemptId(f"attempt-{number}"), to, more.pop("text", f"Text {number}"), **more)


class Contract:
    """What every adapter does. `to(n)` gives addresses that work; `gone(adapter)` one whose provider is out of reach."""

    def test_each_message_gets_one_answer_in_its_place(self, adapter, to):
        messages = [message(to(n)) for n in range(12)]
        answers = adapter.send(messages)
        assert [answer.attempt for answer in answers] == [one.attempt for one in messages]
        assert {answer.outcome for answer in answers} == {Outcome.ACCEPTED}
        assert all(answer.provider_id for answer in answers)

    def test_nothing_to_send_is_nothing_sent(self, adapter):
        assert adapter.send([]) == []

    def test_a_message_that_was_taken_is_found(self, searching, to):
        one = message(to(1), text="A text that only this person gets")
        searching.send([one])
        found = searching.find(one, datetime.now(UTC) - timedelta(minutes=1))
        assert (found.attempt, found.search) == (one.attempt, Search.FOUND)
        assert found.provider_id

    def test_a_message_that_was_never_sent_is_not_found(self, searching, to):
        searching.send([message(to(1))])
        never = message(to(1), text="Never handed over")
        assert searching.find(never, datetime.now(UTC) - timedelta(minutes=1)).search is Search.NOT_FOUND

    def test_an_adapter_says_what_it_is(self, adapter):
        assert adapter.channel in Channel
        assert adapter.batch_size >= 1


class Provider(Contract):
    """What holds for those that are out on a network."""

    def test_a_provider_out_of_reach_is_temporary(self, unreachable, to):
        (answer,) = unreachable.send([message(to(1))])
        assert (answer.outcome, answer.code) == (Outcome.TEMPORARY, UNREACHABLE)
        found = unreachable.find(message(to(1)), datetime.now(UTC))
        assert (found.search, found.code) == (Search.CANNOT_SAY, UNREACHABLE)

    def test_a_question_that_was_not_heard_is_no_word_of_the_provider(self, refused, to):
        found = refused.find(message(to(1)), datetime.now(UTC))
        assert (found.search, found.code) == (Search.CANNOT_SAY, UNREACHABLE)

    def test_a_wrong_key_is_a_matter_of_configuration(self, refused, to):
        (answer,) = refused.send([message(to(1))])
        assert answer.outcome is Outcome.CONFIGURATION

    def test_nothing_personal_is_logged_even_at_debug(self, adapter, to, caplog):
        caplog.set_level(logging.DEBUG)
        one = message(to(3), text="Revealing words")
        adapter.send([one])
        adapter.find(one, datetime.now(UTC))
        for secret in (to(3), to(3).strip("+"), "Revealing", "Authorization", "Bearer"):
            assert secret not in caplog.text


class TestTwilioSms(Provider):
    @pytest.fixture
    def to(self):
        return lambda n: f"+1202555{n:04d}"

    @pytest.fixture
    def adapter(self, sandbox) -> Iterator[ChannelAdapter]:
        made = sms(sandbox)
        yield made
        made.close()

    @pytest.fixture
    def searching(self, sandbox):
        return sms(sandbox, keep_nothing=False)

    @pytest.fixture
    def unreachable(self, sandbox):
        return sms(sandbox, base_url="http://127.0.0.1:9")

    @pytest.fixture
    def refused(self, sandbox):
        return sms(sandbox, auth_token="wrong")

    @pytest.mark.parametrize("fate", Fate)
    def test_each_reserved_number_has_its_outcome(self, adapter, fate):
        (answer,) = adapter.send([message(NUMBER_OF[fate])])
        assert (answer.outcome, answer.code) == EXPECTED_SMS[fate]
        assert answer.retry_after == (1.0 if answer.code == "twilio.20429" else None)

    def test_a_number_limited_once_is_taken_the_second_time(self, adapter, sandbox):
        control(sandbox, assign={"+12025559001": "limited_once"})
        outcomes = [adapter.send([message("+12025559001")])[0].outcome for _ in range(2)]
        assert outcomes == [Outcome.TEMPORARY, Outcome.ACCEPTED]

    @pytest.mark.parametrize(("fate", "search"), [(Fate.LOST_ANSWER, Search.FOUND), (Fate.RESET, Search.NOT_FOUND)])
    def test_what_nobody_knows_can_be_asked(self, searching, fate, search):
        one = message(NUMBER_OF[fate])
        assert searching.send([one])[0].outcome is Outcome.UNKNOWN
        assert searching.find(one, datetime.now(UTC) - timedelta(minutes=1)).search is search

    def test_a_masked_number_and_no_text_leave_it_open(self, adapter):
        one, other = message("+14155550100"), message("+14155550101")
        adapter.send([one])
        since = datetime.now(UTC) - timedelta(minutes=1)
        assert adapter.find(one, since) == Found(one.attempt, Search.CANNOT_SAY)
        assert adapter.find(other, since) == Found(other.attempt, Search.CANNOT_SAY)
        assert adapter.find(message("+14165550100"), since).search is Search.NOT_FOUND

    def test_a_message_known_to_be_anothers_leaves_nothing_open(self, adapter):
        (taken,) = adapter.send([message("+14255550100")])
        found = adapter.find(message("+14255550101"), datetime.now(UTC) - timedelta(minutes=1), {taken.provider_id})
        assert found.search is Search.NOT_FOUND

    def test_twilio_is_told_to_keep_neither_text_nor_number(self, adapter, sandbox):
        (answer,) = adapter.send([message("+12025557777", text="Not to be kept")])
        shown = _fetch(sandbox, answer.provider_id)
        assert shown["body"] == ""
        assert shown["to"] == "+1202555XXXX"

    def test_nothing_is_handed_over_once_its_time_is_over(self, sandbox):
        now = 1_800_000_000.0
        adapter = sms(sandbox, clock=lambda: now)
        over, short, good = (message("+12025557001", until=now + left) for left in (-1.0, 9.0, 60.0))
        before = len(deliveries(sandbox))
        answers = adapter.send([over, short, good])
        assert [(answer.outcome, answer.code) for answer in answers] == [
            (Outcome.TEMPORARY, TOO_LATE),
            (Outcome.TEMPORARY, TOO_LATE),
            (Outcome.ACCEPTED, "twilio.accepted"),
        ]
        assert [one["attempt"] for one in deliveries(sandbox)[before:]] == [good.attempt]

    @pytest.mark.parametrize(("left", "asked"), [(60.9, 60), (3600.0, 3600), (1e9, 14_400), (None, 14_400)])
    def test_twilio_is_told_to_drop_by_then_what_it_has_not_passed_on(self, sandbox, left, asked):
        now, given = 1_800_000_000.0, {}

        class Messages:
            def create(self, **fields):
                given.update(fields)
                return SimpleNamespace(sid="SM1")

        adapter = sms(sandbox, clock=lambda: now)
        adapter._client = SimpleNamespace(messages=Messages())
        adapter.send([message("+12025557002", until=None if left is None else now + left)])
        assert given["validity_period"] == asked

    def test_without_that_feature_the_message_goes_out_and_its_text_can_be_blanked(self, sandbox):
        control(sandbox, can_forget=False)
        try:
            adapter = sms(sandbox)
            (answer,) = adapter.send([message("+12025557778", text="To be blanked")])
        finally:
            control(sandbox, can_forget=True)
        assert answer.outcome is Outcome.ACCEPTED
        assert _fetch(sandbox, answer.provider_id)["body"] == "To be blanked"
        assert adapter.blank(answer.provider_id)
        assert _fetch(sandbox, answer.provider_id)["body"] == ""
        assert not adapter.blank("SM" + "0" * 32)

    def test_a_code_means_the_same_in_an_answer_and_in_a_receipt(self):
        twins = {
            Outcome.CONFIGURATION: [ReceiptEvent.CONFIGURATION],
            Outcome.BLOCKED: [ReceiptEvent.BLOCKED],
            Outcome.TEMPORARY: [ReceiptEvent.FAILED_TEMPORARY],
            Outcome.PERMANENT: [ReceiptEvent.FAILED_PERMANENT, ReceiptEvent.OPTED_OUT],
        }
        together = {outcome: frozenset().union(*(receipts.CODES[event] for event in twins[outcome])) for outcome in twins}
        assert together == CODES


class TestSendGridEmail(Provider):
    @pytest.fixture
    def to(self):
        return lambda n: f"person{n}@example.com"

    @pytest.fixture
    def adapter(self, sandbox) -> Iterator[ChannelAdapter]:
        made = _WithSubjects(email(sandbox))
        yield made
        made.close()

    @pytest.fixture
    def searching(self, adapter):
        return adapter

    @pytest.fixture
    def unreachable(self, sandbox):
        return _WithSubjects(email(sandbox, base_url="http://127.0.0.1:9"))

    @pytest.fixture
    def refused(self, sandbox):
        return _WithSubjects(email(sandbox, api_key="wrong"))

    @pytest.mark.parametrize("fate", Fate)
    def test_each_reserved_address_has_its_outcome(self, adapter, fate):
        (answer,) = adapter.send([message(ADDRESS_OF[fate])])
        assert (answer.outcome, answer.code) == EXPECTED_EMAIL[fate]
        assert (answer.retry_after is not None) == (answer.code == "sendgrid.429")

    @pytest.mark.parametrize(
        ("fate", "search"),
        [(Fate.LOST_ANSWER, Search.FOUND), (Fate.LOST_FOREVER, Search.FOUND), (Fate.RESET, Search.NOT_FOUND)],
    )
    def test_what_nobody_knows_can_be_asked(self, adapter, fate, search):
        one = message(ADDRESS_OF[fate])
        assert adapter.send([one])[0].outcome is Outcome.UNKNOWN
        assert adapter.find(one, datetime.now(UTC) - timedelta(minutes=1)).search is search

    def test_an_account_without_logs_cannot_say(self, adapter, sandbox):
        control(sandbox, has_logs=False)
        try:
            found = adapter.find(message("person1@example.com"), datetime.now(UTC))
            assert (found.search, found.code) == (Search.CANNOT_SAY, "")
        finally:
            control(sandbox, has_logs=True)

    def test_one_language_is_one_request_with_each_persons_own_words(self, sandbox):
        people = [
            message(
                f"one{n}@example.net",
                text="Code -code-",
                subject="Notice",
                html="<p>-code-</p>",
                substitutions={"-code-": f"K{n}"},
            )
            for n in range(40)
        ]
        answers = email(sandbox, timeout=5).send(people)
        assert len({answer.provider_id for answer in answers}) == 1
        got = {one["to"]: one["body"] for one in deliveries(sandbox) if one["to"].endswith("@example.net")}
        assert got == {f"one{n}@example.net": f"Code K{n}" for n in range(40)}

    def test_an_address_of_two_people_makes_two_requests(self, sandbox):
        twins = [message("Family@example.org", text="T", subject="S"), message("family@example.org", text="T", subject="S")]
        answers = email(sandbox).send(twins)
        assert [answer.outcome for answer in answers] == [Outcome.ACCEPTED] * 2
        assert len({answer.provider_id for answer in answers}) == 2

    def test_more_than_a_thousand_people_are_more_requests(self, sandbox):
        answers = email(sandbox, timeout=10).send([message(f"many{n}@example.com", text="T", subject="S") for n in range(1001)])
        assert {answer.outcome for answer in answers} == {Outcome.ACCEPTED}
        assert len({answer.provider_id for answer in answers}) == 2

    def test_one_bad_address_does_not_keep_the_others_from_their_notice(self, sandbox):
        people = ["good1@example.com", "not an address", "good2@example.com", ADDRESS_OF[Fate.REFUSED]]
        answers = email(sandbox).send([message(to, text="T", subject="S") for to in people])
        accepted, permanent = Outcome.ACCEPTED, Outcome.PERMANENT
        assert [answer.outcome for answer in answers] == [accepted, permanent, accepted, permanent]

    def test_words_too_long_for_the_provider_are_held_back_alone(self, sandbox):
        long = message("long@example.com", text="T", subject="S", substitutions={"-x-": "x" * 10_001})
        answers = email(sandbox).send([long, message("short@example.com", text="T", subject="S")])
        assert [answer.outcome for answer in answers] == [Outcome.BLOCKED, Outcome.ACCEPTED]

    def test_people_can_be_forgotten(self, sandbox):
        adapter = email(sandbox)
        assert adapter.erase(["person1@example.com"])
        assert not email(sandbox, api_key="wrong").erase(["person1@example.com"])


class TestFake(Contract):
    @pytest.fixture
    def to(self):
        return lambda n: f"+1202555{n:04d}"

    @pytest.fixture
    def adapter(self):
        return FakeChannel()

    @pytest.fixture
    def searching(self, adapter):
        return adapter

    def test_an_unknown_message_was_taken_unless_said_otherwise(self):
        fake = FakeChannel(outcomes={"a": Outcome.UNKNOWN, "b": Outcome.UNKNOWN}, lost_before=frozenset({"b"}))
        messages = [message("a"), message("b")]
        assert [answer.outcome for answer in fake.send(messages)] == [Outcome.UNKNOWN] * 2
        searched = [fake.find(one, datetime.now(UTC)).search for one in messages]
        assert searched == [Search.FOUND, Search.NOT_FOUND]
        found = FakeChannel(searchable=False).find(messages[0], datetime.now(UTC))
        assert (found.search, found.code) == (Search.CANNOT_SAY, "")

    def test_out_of_reach_it_takes_nothing_and_says_nothing(self):
        fake, one = FakeChannel(), message("a")
        fake.reachable = False
        assert [answer.code for answer in fake.send([one])] == [UNREACHABLE]
        found = fake.find(one, datetime.now(UTC))
        assert (found.search, found.code, fake.taken) == (Search.CANNOT_SAY, UNREACHABLE, [])

    def test_each_message_of_an_attempt_has_an_id_of_its_own(self):
        fake, one = FakeChannel(), message("a")
        first, second = (fake.send([one])[0].provider_id for _ in range(2))
        assert fake.find(one, datetime.now(UTC), {first}).provider_id == second
        assert fake.find(one, datetime.now(UTC), {first, second}).search is Search.NOT_FOUND


class _WithSubjects:
    """Mail needs a subject; the contract's messages have none."""

    def __init__(self, inner: SendGridEmail) -> None:
        self._inner = inner

    def __getattr__(self, name):
        return getattr(self._inner, name)

    def send(self, messages):
        return self._inner.send([Message(one.attempt, one.to, one.text, subject="Notice") for one in messages])


def _fetch(sandbox: Sandbox, sid: str) -> dict:
    url = f"{sandbox.twilio_url}/2010-04-01/Accounts/{sandbox.account_sid}/Messages/{sid}.json"
    return httpx.get(url, auth=(sandbox.account_sid, sandbox.auth_token), trust_env=False).json()
