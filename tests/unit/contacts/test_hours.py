"""Decent hours: no telephone rings at night, wherever it is."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import timezone as number_zones

from tidings.contacts import load_hours
from tidings.errors import ConfigError
from tidings.model import Channel

CONFIG = Path(__file__).parents[3] / "config"
HOURS = load_hours(CONFIG)
TEXT = (CONFIG / "hours.toml").read_text(encoding="utf-8")
NEW_YORK, HONOLULU, DELHI, LONDON = "+12125550123", "+18085550123", "+919876543210", "+447400123456"
EVERYWHERE = "+15005550123"  # an area code that belongs to no place
NOWHERE = "+883510012345"  # no country's


def at(text, zone="America/New_York"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(found, zone="America/New_York"):
    return found.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def decent(number, moment, channel=Channel.SMS, nationality=""):
    return HOURS.decent_from(channel, number, nationality, moment)


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("2026-11-17 23:30", "2026-11-18 09:00"),
        ("2026-11-17 08:59", "2026-11-17 09:00"),
        ("2026-11-17 09:00", "2026-11-17 09:00"),
        ("2026-11-17 19:59", "2026-11-17 19:59"),
        ("2026-11-17 20:00", "2026-11-18 09:00"),
    ],
)
def test_a_text_waits_for_the_morning(typed, then):
    assert local(decent(NEW_YORK, at(typed))) == then


def test_it_is_the_numbers_clock_that_counts():
    evening = at("2026-11-17 19:30")  # half past two in Honolulu
    assert decent(HONOLULU, evening) == evening
    morning = at("2026-11-17 09:30")  # half past four there
    assert local(decent(HONOLULU, morning), "Pacific/Honolulu") == "2026-11-17 09:00"
    assert local(decent(DELHI, at("2026-11-17 23:00", "UTC")), "Asia/Kolkata") == "2026-11-18 09:00"


def test_a_voice_does_not_ring_on_sundays_nor_in_the_evening():
    assert local(decent(NEW_YORK, at("2026-11-21 18:00"), Channel.VOICE)) == "2026-11-23 10:00"
    assert local(decent(NEW_YORK, at("2026-11-22 12:00"), Channel.SMS)) == "2026-11-22 12:00"


def test_a_number_of_several_zones_is_reached_when_it_is_decent_in_all():
    several = next(
        number
        for number in (f"+1{code}5550123" for code in range(200, 999))
        if len(number_zones.time_zones_for_number(phonenumbers.parse(number))) == 2
    )
    zones = number_zones.time_zones_for_number(phonenumbers.parse(several))
    moment = at("2026-11-17 00:00", "UTC")
    for _ in range(96):
        found = decent(several, moment)
        for zone in zones:
            assert 9 <= found.astimezone(ZoneInfo(zone)).hour < 20
        moment += timedelta(minutes=15)


def test_a_number_of_no_place_is_reached_when_it_is_day_in_all_of_the_country():
    zones = number_zones.time_zones_for_number(phonenumbers.parse(EVERYWHERE))
    assert len(zones) > 40
    found = decent(EVERYWHERE, at("2026-11-17 09:30"))
    assert local(found) == "2026-11-17 18:00"  # one in the afternoon in Honolulu, nine in the morning in Guam
    assert all(9 <= found.astimezone(ZoneInfo(zone)).hour < 20 for zone in zones)


def test_where_zones_have_no_decent_hour_in_common_it_is_the_hours_that_the_file_says():
    assert local(decent(EVERYWHERE, at("2026-09-17 09:30"), Channel.VOICE)) == "2026-09-17 11:00"
    assert local(decent(NOWHERE, at("2026-11-17 18:30"), Channel.VOICE)) == "2026-11-18 11:00"
    assert local(decent(NOWHERE, at("2026-11-17 18:30"))) == "2026-11-17 18:30"


@pytest.mark.parametrize(
    ("nationality", "moment", "then"),
    [
        ("", "2026-11-26 10:00", "2026-11-27 09:00"),  # Thanksgiving
        ("AF", "2026-06-25 10:00", "2026-06-26 09:00"),  # Ashura, which the file adds
        ("ET", "2027-01-19 10:00", "2027-01-20 09:00"),  # Timkat, which the package knows
        ("", "2027-01-19 10:00", "2027-01-19 10:00"),
        ("XX", "2026-11-17 10:00", "2026-11-17 10:00"),  # a country that no calendar knows
    ],
)
def test_nobody_is_written_to_on_a_holiday_of_theirs(nationality, moment, then):
    assert local(decent(NEW_YORK, at(moment), nationality=nationality)) == then


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01"])
def test_on_the_days_when_clocks_change_it_is_the_local_clock_that_counts(day):
    assert local(decent(NEW_YORK, at(f"{day} 03:30"))) == f"{day} 09:00"
    assert local(decent(NEW_YORK, at(f"{day} 19:59"))) == f"{day} 19:59"


def test_a_channel_that_the_file_does_not_name_has_no_hours():
    midnight = at("2026-11-17 00:00")
    assert decent(NEW_YORK, midnight, Channel.EMAIL) == midnight


numbers = st.sampled_from(
    [NEW_YORK, HONOLULU, DELHI, LONDON, EVERYWHERE, "+14165550123", "+61491570156", "+525512345678", NOWHERE]
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))


@given(numbers, moments, st.sampled_from([Channel.SMS, Channel.WHATSAPP, Channel.VOICE]), st.sampled_from(["", "PK", "ET", "CN"]))
def test_whatever_the_number_and_the_hour_it_is_never_night_there_and_never_a_wait_without_end(
    number, moment, channel, nationality
):
    found = decent(number, moment, channel, nationality)
    window = HOURS.windows[channel]
    assert moment <= found <= moment + timedelta(days=25)
    assert HOURS.is_decent(channel, number, nationality, found)
    zones = [name for name in number_zones.time_zones_for_number(phonenumbers.parse(number)) if name != "Etc/Unknown"]
    if number in (EVERYWHERE, NOWHERE):  # in all zones, or else by the hours that the file says
        there = found.astimezone(HOURS.zone)
        assert window.start <= there.time() < window.end
        zones = []
    for zone in zones:
        there = found.astimezone(ZoneInfo(zone))
        assert window.start <= there.time() < window.end
        assert there.weekday() in window.days
    if found > moment:
        assert not HOURS.is_decent(channel, number, nationality, found - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("was", "now", "part"),
    [
        ("from = 09:00:00", "from = 21:00:00", "sms"),
        ("from = 09:00:00", "from = 9", "sms"),
        ('days = ["mon", "tue", "wed", "thu", "fri", "sat"]', "days = []", "voice"),
        ('days = ["mon", "tue", "wed", "thu", "fri", "sat"]', 'days = ["monday"]', "voice"),
        ("[whatsapp]", "[telegram]", "telegram"),
        ('zone = "America/New_York"', 'zone = "Atlantis/Main"', "otherwise"),
        ("dates = [2026-06-25, 2027-06-15, 2028-06-03]", 'dates = ["25 June"]', "holiday"),
        ("holidays = false", 'holidays = "no"', "sms"),
    ],
)
def test_hours_that_cannot_be_read_are_named(tmp_path, was, now, part):
    assert was in TEXT
    (tmp_path / "hours.toml").write_text(TEXT.replace(was, now), encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load_hours(tmp_path)
    assert refused.value.where.startswith(str(tmp_path / "hours.toml"))
    assert refused.value.where.endswith(part) or part == "sms"


def test_added_holidays_have_a_date_of_every_year_to_come():
    coming = {day.year for days in HOURS.added.values() for day in days}
    assert {2026, 2027, 2028} <= coming
    assert date(2026, 5, 27) in HOURS.added["US"]
