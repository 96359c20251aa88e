"""Nothing goes out at night, and everything goes out in the morning, once."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import TOO_LATE, Outcome
from tidings.contacts import Contact, Hours, load_hours
from tidings.delivery import claims, send
from tidings.delivery.decent import LATER_SECONDS, Turn, turn
from tidings.delivery.states import QUIET
from tidings.errors import ConfigError
from tidings.model import AttemptState, Channel, Owner
from tidings.record import Record
from tidings.settings import load_settings

CONFIG = Path(__file__).parents[3] / "config"
EAST, WEST = "212-555-0147", "213-555-0147"
ZONES = {
    "212-555-0147": "America/New_York",
    "213-555-0147": "America/Los_Angeles",
    "312-555-0147": "America/Chicago",
    "602-555-0147": "America/Phoenix",
    "808-555-0147": "Pacific/Honolulu",
}


def at(text, zone="America/New_York"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


NIGHT = at("2026-11-16 23:30")  # half past eight in Los Angeles
MORNING_EAST, MORNING_WEST = at("2026-11-17 09:00"), at("2026-11-17 12:00")


@pytest.fixture
def awake(desk):
    """Hours are kept."""
    desk.ws = replace(desk.ws, settings=desk.ws.settings.model_copy(update={"quiet_hours": True}))
    return desk


@pytest.fixture
def asleep(awake):
    """It is night everywhere in the country."""
    awake.clock.seconds = NIGHT
    awake.enrol({"phone": EAST}, {"phone": WEST}, {"email": "night@example.org"})
    awake.make_due()
    return awake


def test_at_night_no_telephone_is_called_and_each_waits_for_its_own_morning(asleep, sms, email):
    assert asleep.send(sms) == {"claimed": 2, "quiet": 2}
    assert sms.taken == []
    assert [(row.state, row.code, row.tries, row.not_before) for row in asleep.attempts(Channel.SMS)] == [
        ("planned", "hours.quiet", 0, MORNING_EAST),
        ("planned", "hours.quiet", 0, MORNING_WEST),
    ]
    assert asleep.send(email)["accepted"] == 1  # a mailbox wakes nobody
    assert asleep.entries() == ["notice.sent"]


def test_they_are_not_claimed_again_before_their_morning_and_go_out_once(asleep, sms):
    asleep.send(sms)
    assert asleep.send(sms)["claimed"] == 0
    asleep.clock.seconds = MORNING_EAST
    assert asleep.send(sms)["accepted"] == 1
    asleep.clock.seconds = MORNING_WEST
    assert asleep.send(sms)["accepted"] == 1
    assert asleep.send(sms)["claimed"] == 0
    assert [message.to for message in sms.taken] == ["+12125550147", "+12135550147"]


def test_what_was_due_in_the_evening_does_not_go_out_at_night(asleep, sms):
    asleep.send(sms)
    asleep.clock.seconds = MORNING_WEST + 12 * 3600  # nobody ran anything all day
    assert asleep.send(sms)["quiet"] == 2
    assert sms.taken == []


def test_what_waits_is_counted_with_the_hour_of_the_first(asleep, sms):
    assert delivery.waiting_for_hours(asleep.ws) == {"waiting": 0, "until": ""}
    asleep.send(sms)
    assert delivery.waiting_for_hours(asleep.ws) == {"waiting": 2, "until": "2026-11-17T14Z"}
    assert delivery.status(asleep.ws)["quiet"] == {"waiting": 2, "until": "2026-11-17T14Z"}
    asleep.clock.seconds = MORNING_EAST
    assert delivery.waiting_for_hours(asleep.ws) == {"waiting": 1, "until": "2026-11-17T17Z"}
    asleep.send(sms)
    asleep.clock.seconds = MORNING_WEST
    asleep.send(sms)
    assert delivery.waiting_for_hours(asleep.ws)["waiting"] == 0


def test_who_waits_for_the_morning_is_never_sending_so_that_no_crash_can_leave_them_unknown(asleep):
    taken = claims.claim(asleep.ws, Channel.SMS, 10)  # and the worker dies
    assert (taken.made, taken.quiet) == ((), 2)
    asleep.clock.forward(10 * asleep.ws.settings.sending_lease_seconds)
    assert delivery.give_up_lost_claims(asleep.ws) == {"lost": 0}
    assert asleep.states(Channel.SMS) == [AttemptState.PLANNED] * 2


def test_who_waits_for_the_morning_is_not_told_by_mail_meanwhile(awake, sms, email):
    awake.clock.seconds = NIGHT
    awake.enrol({"phone": EAST, "email": "jo@example.com"})
    awake.make_due()
    awake.send(sms)
    assert awake.make_due() == 0
    assert awake.send(email) == {"claimed": 0}
    assert awake.people() == [("planned", None)]


def test_it_is_looked_at_again_at_the_last_moment_before_the_call(awake, sms, monkeypatch):
    """It was day when the notices were claimed, and evening once they were composed."""
    awake.clock.seconds = at("2026-11-17 19:54:30")
    awake.enrol({"phone": EAST}, {"phone": WEST})
    awake.make_due()
    compose = send.message_of

    def slowly(*given):
        awake.clock.forward(20)
        return compose(*given)

    monkeypatch.setattr(send, "message_of", slowly)
    assert awake.send(sms) == {"claimed": 2, "accepted": 1, "quiet": 1}
    assert [message.to for message in sms.taken] == ["+12135550147"]
    east, west = awake.attempts()
    assert (east.state, east.code, east.tries) == ("planned", QUIET, 0)
    assert at("2026-11-18 09:00") <= east.not_before <= at("2026-11-18 09:01")
    assert west.state == "accepted"


def test_a_message_says_until_when_it_may_be_handed_over(awake, sms, email):
    awake.clock.seconds = at("2026-11-17 14:00")
    awake.enrol({"phone": EAST}, {"email": "jo@example.com"})
    awake.make_due()
    awake.send(sms)
    awake.send(email)
    assert sms.taken[0].until == at("2026-11-17 20:00")
    assert email.taken[0].until is None


class Slow(FakeChannel):
    """Every message takes a while, and sometimes the worker dies before or after one."""

    def __init__(self, clock):
        super().__init__(Channel.SMS, clock=clock)
        self.died, self.at = 0, []

    def _send(self, message):
        self.clock.forward(100)
        answer = super()._send(message)
        if answer.outcome is Outcome.ACCEPTED:
            self.at.append((message.to, self.clock()))
            if len(self.at) in (7, 9) and self.died < 2:  # once late, so that a long claim comes first
                self.died += 1
                raise KeyboardInterrupt
        return answer


@pytest.mark.parametrize("start", ["2026-11-16 23:30", "2026-11-17 19:30", "2026-11-25 22:00", "2027-03-13 19:33"])
def test_whatever_dies_and_however_slow_it_is_each_is_told_once_and_in_their_own_day(awake, start):
    """Three days of a notify every twenty minutes: over Thanksgiving, and over a night in which clocks change."""
    awake.clock.seconds = at(start)
    awake.enrol(*({"phone": number} for number in [*ZONES, *(number.replace("0147", "0149") for number in ZONES)]))
    awake.make_due()
    awake.unknowns(0)
    slow = Slow(awake.clock)
    for _ in range(3 * 72):
        awake.clock.forward(1200)
        delivery.give_up_lost_claims(awake.ws)
        awake.settle(slow)
        try:
            while awake.send(slow)["claimed"]:
                pass
        except KeyboardInterrupt:
            continue
    assert slow.died == 2
    assert sorted(to for to, _ in slow.at) == sorted({message.to for message in slow.taken})
    assert len(slow.at) == 2 * len(ZONES), "each is told, and once"
    for to, when in slow.at:
        there = datetime.fromtimestamp(when, ZoneInfo(ZONES[f"{to[2:5]}-555-0147"]))
        assert 9 <= there.hour < 20, (to, there)
        assert there.date() != date(2026, 11, 26)
    assert {state for state, _ in awake.people()} == {"sent"}
    assert delivery.waiting_for_hours(awake.ws)["waiting"] == 0


def test_what_was_too_late_at_the_adapter_counts_no_try_and_is_planned_anew(awake):
    awake.clock.seconds = at("2026-11-17 19:50")
    awake.enrol({"phone": EAST})
    awake.make_due()

    class Late(FakeChannel):
        def send(self, messages):
            awake.clock.forward(15 * 60)
            return super().send(messages)

    late = Late(Channel.SMS, clock=awake.clock)
    assert awake.send(late) == {"claimed": 1, "quiet": 1}
    assert (awake.attempt().state, awake.attempt().code, awake.attempt().tries) == ("planned", TOO_LATE, 0)
    awake.clock.forward(60)
    awake.send(late)
    assert awake.attempt().not_before == at("2026-11-18 09:00")
    assert late.taken == []
    assert awake.entries() == []


def test_hours_that_cannot_be_read_stop_everything_before_anybody_is_claimed(asleep, sms, tmp_path):
    broken = tmp_path / "config"
    broken.mkdir()
    (broken / "hours.toml").write_text("[sms]\n")
    asleep.ws = replace(asleep.ws, settings=asleep.ws.settings.model_copy(update={"config": broken}))
    with pytest.raises(ConfigError):
        asleep.send(sms)
    assert asleep.states(Channel.SMS) == [AttemptState.PLANNED] * 2


def test_who_has_only_holidays_is_looked_at_again_tomorrow():
    shipped, contact = load_hours(CONFIG), Contact("+12125550147", Owner.OWN)
    always = frozenset(date(2026, 11, 1) + timedelta(days=n) for n in range(200))
    hours = Hours(shipped.windows, shipped.zone, shipped.otherwise, {"XX": always})
    assert turn(hours, Channel.SMS, contact, Record(nationality="XX"), MORNING_EAST) == Turn(wait=LATER_SECONDS)
    assert turn(hours, Channel.SMS, contact, Record(nationality="XY"), MORNING_EAST).wait == 0
    assert turn(None, Channel.SMS, contact, Record(nationality="XX"), NIGHT) == Turn()


@pytest.mark.parametrize("off", ["off", "false", "0", "no"])
def test_hours_may_be_off_where_the_provider_is_this_machine_only(monkeypatch, tmp_path, off):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIDINGS_QUIET_HOURS", off)
    for url in ("", "https://api.twilio.com", "http://127.example.org", "http://127.0.0.1.example.org", "http://10.0.0.1"):
        if url:
            monkeypatch.setenv("TIDINGS_TWILIO_BASE_URL", url)
        with pytest.raises(ConfigError) as refused:
            load_settings()
        assert (refused.value.code, refused.value.where) == (ConfigError.Code.BAD_VALUE, "TIDINGS_QUIET_HOURS")
    for url in ("http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"):
        monkeypatch.setenv("TIDINGS_TWILIO_BASE_URL", url)
        assert not load_settings().quiet_hours
    monkeypatch.setenv("TIDINGS_TWILIO_BASE_URL", "https://api.twilio.com")
    monkeypatch.setenv("TIDINGS_QUIET_HOURS", "on")
    assert load_settings().quiet_hours
