"""One contract for every look-up of telephone lines, the fake included; and what each reserved number comes to."""

from __future__ import annotations

import logging
import socket
import tomllib
from contextlib import closing

import httpx
import pytest
from babel import Locale

from tidings.channels import lines
from tidings.channels.fake import FakeLookup
from tidings.channels.interface import UNREACHABLE
from tidings.channels.lines import Asked, LineType, _countries, mobile_country
from tidings.channels.twilio_lookup import FIELDS, TwilioLookup, lookups_url
from tidings.sandbox.outcomes import NUMBERS, SAID_LINES, Fate
from tidings.sandbox.server import running_sandbox

NUMBER_OF = {fate: number for number, fate in NUMBERS.items()}
MOBILE = (Asked.ANSWERED, "twilio.200", LineType.MOBILE, "US", True)

EXPECTED_LINES = [
    (Asked.ANSWERED, "twilio.200", LineType.MOBILE, "US", True),
    (Asked.ANSWERED, "twilio.200", LineType.LANDLINE, "US", True),
    (Asked.ANSWERED, "twilio.200", LineType.FIXED_VOIP, "US", True),
    (Asked.ANSWERED, "twilio.200", LineType.NON_FIXED_VOIP, "SE", True),
    (Asked.ANSWERED, "twilio.200", LineType.TOLL_FREE, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.PREMIUM, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.VOICEMAIL, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.PAGER, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.UNKNOWN, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.MOBILE, "VE", True),
    (Asked.ANSWERED, "twilio.60601", LineType.UNKNOWN, "", True),
    (Asked.TEMPORARY, "twilio.60608", LineType.UNKNOWN, "", True),
    (Asked.ANSWERED, "twilio.200", LineType.UNKNOWN, "", False),
    (Asked.ANSWERED, "twilio.200", LineType.UNKNOWN, "", True),
]
EXPECTED_FATES = {
    Fate.REFUSED: (Asked.ANSWERED, "twilio.20404"),
    Fate.MISCONFIGURED: (Asked.CONFIGURATION, "twilio.60606"),
    Fate.SLOW: (Asked.UNKNOWN, "timeout"),
    Fate.LIMITED: (Asked.TEMPORARY, "twilio.20429"),
    Fate.BROKEN: (Asked.UNKNOWN, "twilio.20500"),
    Fate.UNAVAILABLE: (Asked.TEMPORARY, "twilio.20503"),
    Fate.UNREADABLE: (Asked.UNKNOWN, "twilio.unreadable"),
    Fate.LOST_ANSWER: (Asked.UNKNOWN, "no_answer"),
    Fate.RESET: (Asked.UNKNOWN, "no_answer"),
    Fate.LOST_FOREVER: (Asked.UNKNOWN, "no_answer"),
}


@pytest.fixture(scope="module")
def sandbox():
    with running_sandbox() as running:
        yield running


def twilio(sandbox, **more):
    given = {"base_url": sandbox.twilio_url, "account_sid": sandbox.account_sid, "auth_token": sandbox.auth_token, "timeout": 0.5}
    return TwilioLookup(**{**given, **more})


def times_asked(sandbox):
    return httpx.get(f"{sandbox.outbox_url}.json", trust_env=False).json()["looked_up"]


def facts(answer):
    return answer.asked, answer.code, answer.type, answer.country, answer.valid


class Contract:
    def test_each_number_gets_one_answer_in_its_place(self, lookup):
        numbers = [f"+1202555{n:04d}" for n in range(12)]
        answers = lookup.look_up(numbers)
        assert [answer.number for answer in answers] == numbers
        assert {(one.asked, one.type, one.country, one.valid) for one in answers} == {
            (Asked.ANSWERED, LineType.MOBILE, "US", True)
        }

    def test_nothing_to_ask_is_nothing_asked(self, lookup):
        assert lookup.look_up([]) == []

    def test_an_answer_shows_nothing_of_itself(self, lookup):
        (answer,) = lookup.look_up(["+12025550123"])
        assert "2025550123" not in f"{answer} {answer!r}"

    def test_a_provider_out_of_reach_is_temporary(self, unreachable):
        (answer,) = unreachable.look_up(["+12025550123"])
        assert (answer.asked, answer.code) == (Asked.TEMPORARY, UNREACHABLE)


class TestFake(Contract):
    @pytest.fixture
    def lookup(self):
        return FakeLookup()

    @pytest.fixture
    def unreachable(self):
        away = FakeLookup()
        away.reachable = False
        return away


class TestTwilio(Contract):
    @pytest.fixture
    def lookup(self, sandbox):
        made = twilio(sandbox)
        yield made
        made.close()

    @pytest.fixture
    def unreachable(self, sandbox):
        with closing(socket.create_server(("127.0.0.1", 0))) as gone:
            port = gone.getsockname()[1]
        return twilio(sandbox, base_url=f"http://127.0.0.1:{port}")

    @pytest.mark.parametrize(("number", "expected"), list(zip(SAID_LINES, EXPECTED_LINES, strict=True)))
    def test_each_reserved_number_has_its_line(self, lookup, number, expected):
        (answer,) = lookup.look_up([number])
        assert facts(answer) == expected

    @pytest.mark.parametrize("fate", [fate for fate in Fate if fate is not Fate.LIMITED_ONCE])
    def test_each_fate_ends_as_it_should_and_is_asked_about_once(self, lookup, sandbox, fate):
        before = times_asked(sandbox).get(NUMBER_OF[fate], 0)
        (answer,) = lookup.look_up([NUMBER_OF[fate]])
        assert facts(answer)[:2] == EXPECTED_FATES.get(fate, MOBILE[:2])
        assert times_asked(sandbox)[NUMBER_OF[fate]] == before + 1, "nothing in the SDK asks again by itself"

    def test_a_number_limited_once_is_answered_the_second_time(self, lookup):
        number = NUMBER_OF[Fate.LIMITED_ONCE]
        assert [lookup.look_up([number])[0].asked for _ in range(2)] == [Asked.TEMPORARY, Asked.ANSWERED]

    def test_a_wrong_key_is_a_matter_of_configuration(self, sandbox):
        (answer,) = twilio(sandbox, auth_token="wrong").look_up(["+12025550123"])
        assert (answer.asked, answer.code) == (Asked.CONFIGURATION, "twilio.20003")

    def test_only_the_line_is_asked_for_and_nothing_else_is_said(self, lookup, monkeypatch):
        seen = []
        monkeypatch.setattr(lookup._http._connections, "request", lambda *given, **more: seen.append((given, more)))
        lookup.look_up(["+12025550123"])
        ((method, url), more) = seen[0]
        assert (method, url.partition("/v2/")[2]) == ("GET", f"PhoneNumbers/+12025550123?Fields={FIELDS}")
        assert more["body"] is None

    def test_nothing_personal_is_logged_even_at_debug(self, lookup, sandbox, caplog):
        caplog.set_level(logging.DEBUG)
        lookup.look_up(["+12025550123", NUMBER_OF[Fate.REFUSED], NUMBER_OF[Fate.RESET]])
        twilio(sandbox, auth_token="wrong").look_up(["+12025550123"])
        for secret in ("2025550123", "340555", "Authorization"):
            assert secret not in caplog.text


@pytest.mark.parametrize(
    ("messages", "lookups"),
    [
        ("https://api.twilio.com", "https://lookups.twilio.com"),
        ("https://api.dublin.ie1.twilio.com", "https://lookups.dublin.ie1.twilio.com"),
        ("http://127.0.0.1:8481", "http://127.0.0.1:8481"),
        ("https://api.example.org/twilio", "https://api.example.org/twilio"),
        ("https://api.nottwilio.com", "https://api.nottwilio.com"),
        ("", ""),
    ],
)
def test_look_ups_go_where_messages_go_and_by_no_other_door(messages, lookups):
    assert lookups_url(messages) == lookups


def test_every_mobile_country_code_has_three_digits_and_a_country_that_there_is():
    territories = Locale.parse("en").territories
    assert len(_countries()) > 220
    for code, country in _countries().items():
        assert len(code) == 3
        assert code.isdecimal()
        assert country in territories, country


def test_a_mobile_country_code_is_in_the_table_once():
    codes = [code for codes in tomllib.loads(lines._COUNTRIES.read_text()).values() for code in codes]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("code", "country"), [("310", "US"), ("734", "VE"), ("250", "RU"), ("460", "CN"), ("901", ""), ("", "")])
def test_a_mobile_country_code_gives_its_country(code, country):
    assert mobile_country(code) == country
