"""Decent hours: no telephone rings at night, wherever it is."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from phonenumbers import timezone as number_zones

from tidings.contacts import Stretch, load_hours
from tidings.contacts.hours import AT_LEAST, LAW, SHORTEST, Hours, Window
from tidings.model import Channel

CONFIG = Path(__file__).parents[3] / "config"
HOURS = load_hours(CONFIG)
NEW_YORK, HONOLULU, DELHI, LONDON = "+12125550123", "+18085550123", "+919876543210", "+447400123456"
EVERYWHERE = "+15005550123"  # an area code that belongs to no place: it may be anywhere from Guam to Newfoundland
SAMOA, RUSSIA = "+16847331234", "+79161234567"  # no mobile number of theirs says where: +1 is as wide as America, +7 as Russia
NOWHERE = "+883510012345"  # no country's
EVERY_DAY = frozenset(range(7))


def at(text, zone="America/New_York"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(found, zone="America/New_York"):
    return found.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def decent(number, moment, channel=Channel.SMS, nationality=""):
    return HOURS.next_decent(channel, number, nationality, moment).opens


def zones_of(number):
    return [name for name in number_zones.time_zones_for_number(phonenumbers.parse(number)) if name != "Etc/Unknown"]


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("2026-11-17 23:30", "2026-11-18 09:00"),
        ("2026-11-17 08:59", "2026-11-17 09:00"),
        ("2026-11-17 09:00", "2026-11-17 09:00"),
        ("2026-11-17 19:55", "2026-11-17 19:55"),
        ("2026-11-17 19:56", "2026-11-18 09:00"),  # nothing is begun in the last minutes
        ("2026-11-17 20:00", "2026-11-18 09:00"),
    ],
)
def test_a_text_waits_for_the_morning(typed, then):
    assert local(decent(NEW_YORK, at(typed))) == then


def test_it_is_said_until_when():
    assert HOURS.next_decent(Channel.SMS, NEW_YORK, "", at("2026-11-17 12:00")) == Stretch(
        at("2026-11-17 12:00"), at("2026-11-17 20:00")
    )


def test_it_is_the_numbers_clock_that_counts():
    evening = at("2026-11-17 19:30")  # half past two in Honolulu
    assert decent(HONOLULU, evening) == evening
    morning = at("2026-11-17 09:30")  # half past four there
    assert local(decent(HONOLULU, morning), "Pacific/Honolulu") == "2026-11-17 09:00"
    assert local(decent(DELHI, at("2026-11-17 23:00", "UTC")), "Asia/Kolkata") == "2026-11-18 09:00"
    assert decent(DELHI, at("2026-11-17 03:29", "UTC")) == at("2026-11-17 03:30", "UTC")  # five and a half hours ahead


def test_a_voice_does_not_ring_on_sundays_nor_in_the_evening():
    assert local(decent(NEW_YORK, at("2026-11-21 18:00"), Channel.VOICE)) == "2026-11-23 10:00"
    assert local(decent(NEW_YORK, at("2026-11-22 12:00"), Channel.SMS)) == "2026-11-22 12:00"


def test_a_number_of_several_zones_is_reached_when_it_is_decent_in_all():
    several = next(number for number in (f"+1{code}5550123" for code in range(200, 999)) if len(zones_of(number)) == 2)
    moment = at("2026-11-17 00:00", "UTC")
    for _ in range(96):
        found = decent(several, moment)
        for zone in zones_of(several):
            assert 9 <= found.astimezone(ZoneInfo(zone)).hour < 20
        moment += timedelta(minutes=15)


def test_a_number_of_no_place_is_reached_when_it_is_day_in_all_of_the_country():
    assert len(zones_of(EVERYWHERE)) > 40
    found = decent(EVERYWHERE, at("2026-11-17 09:30"))
    assert local(found) == "2026-11-17 17:00"  # noon in Honolulu, eight in the morning in Guam
    assert all(8 <= found.astimezone(ZoneInfo(zone)).hour < 21 for zone in zones_of(EVERYWHERE))


@pytest.mark.parametrize(
    ("number", "channel", "zone", "then"),
    [
        (EVERYWHERE, Channel.SMS, "Pacific/Guam", "2026-07-15 08:00"),  # in summer they are an hour further apart
        (SAMOA, Channel.SMS, "Pacific/Pago_Pago", "2026-07-14 11:00"),  # by 11 to 20 Eastern it would be four in the morning
        (RUSSIA, Channel.VOICE, "Europe/Moscow", "2026-07-14 08:00"),  # by 11 to 20 Eastern it would be night
    ],
)
def test_zones_without_such_an_hour_have_one_that_the_law_would_allow(number, channel, zone, then):
    found = decent(number, at("2026-07-14 00:00", "UTC"), channel)
    assert local(found, zone) == then
    assert all(LAW[0] <= found.astimezone(ZoneInfo(name)).time() < LAW[1] for name in zones_of(number))


def test_every_country_has_an_hour_within_two_days_that_an_hourly_run_meets_and_never_one_at_night():
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
    examples = [phonenumbers.example_number_for_type(region, kind) for region in phonenumbers.SUPPORTED_REGIONS for kind in kinds]
    hours = Hours({Channel.VOICE: replace(HOURS.windows[Channel.VOICE], holidays=True)}, HOURS.zone, HOURS.otherwise, {})
    for number in {phonenumbers.format_number(one, phonenumbers.PhoneNumberFormat.E164) for one in examples if one}:
        for day in ("2027-01-12", "2027-07-13"):
            moment = at(f"{day} 00:00", "UTC")
            found = hours.next_decent(Channel.VOICE, number, "", moment)
            assert found.opens - moment <= timedelta(days=2), number
            again = hours.next_decent(Channel.VOICE, number, "", found.closes)
            assert again.closes - again.opens >= SHORTEST, number
            for zone in zones_of(number):
                assert LAW[0] <= again.opens.astimezone(ZoneInfo(zone)).time() < LAW[1], number


def test_where_nobody_can_tell_the_zone_it_is_the_hours_that_the_file_says():
    assert zones_of(NOWHERE) == []
    assert local(decent(NOWHERE, at("2026-11-17 09:30"), Channel.VOICE)) == "2026-11-17 11:00"
    assert local(decent(NOWHERE, at("2026-11-17 18:30"), Channel.VOICE)) == "2026-11-18 11:00"
    assert local(decent(NOWHERE, at("2026-11-17 18:30"))) == "2026-11-17 18:30"


@pytest.mark.parametrize(
    ("nationality", "moment", "then"),
    [
        ("", "2026-11-26 10:00", "2026-11-27 09:00"),  # Thanksgiving
        ("AF", "2026-06-25 10:00", "2026-06-27 09:00"),  # Ashura, which the file adds, on either day
        ("ET", "2027-01-19 10:00", "2027-01-20 09:00"),  # Timkat, which the package knows
        ("ET", "2027-01-07 10:00", "2027-01-08 09:00"),  # Christmas
        ("CN", "2028-02-26 10:00", "2028-02-29 09:00"),  # the Eid of Uyghurs, which the file adds
        ("", "2027-01-19 10:00", "2027-01-19 10:00"),
        ("XX", "2026-11-17 10:00", "2026-11-17 10:00"),  # a country that no calendar knows
    ],
)
def test_nobody_is_written_to_on_a_holiday_of_theirs(nationality, moment, then):
    assert local(decent(NEW_YORK, at(moment), nationality=nationality)) == then


def test_a_holiday_is_a_day_where_the_number_is():
    """Waitangi Day, 6 February, is over in Auckland while it goes on in London and New York."""
    auckland, moment = "+6494461709", at("2026-02-07 09:30", "Pacific/Auckland")
    assert moment.date() == date(2026, 2, 6)
    assert decent(auckland, moment) == moment
    assert local(decent(auckland, at("2026-02-06 09:30", "Pacific/Auckland")), "Pacific/Auckland") == "2026-02-07 09:00"


@pytest.mark.parametrize("day", ["2026-03-08", "2026-11-01"])
def test_on_the_days_when_clocks_change_it_is_the_local_clock_that_counts(day):
    assert local(decent(NEW_YORK, at(f"{day} 03:30"))) == f"{day} 09:00"
    assert local(decent(NEW_YORK, at(f"{day} 19:55"))) == f"{day} 19:55"


def test_a_channel_that_the_file_does_not_name_has_no_hours():
    midnight = at("2026-11-17 00:00")
    assert decent(NEW_YORK, midnight, Channel.EMAIL) == midnight


def test_who_has_only_holidays_is_not_reached_at_all():
    always = frozenset(date(2026, 11, 1) + timedelta(days=n) for n in range(200))
    hours = Hours(HOURS.windows, HOURS.zone, HOURS.otherwise, {"XX": always})
    assert hours.next_decent(Channel.SMS, NEW_YORK, "XX", at("2026-11-17 12:00")) is None


numbers = st.sampled_from(
    [NEW_YORK, HONOLULU, DELHI, LONDON, EVERYWHERE, SAMOA, RUSSIA, "+14165550123", "+61491570156", "+525512345678", NOWHERE]
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))
channels = st.sampled_from([Channel.SMS, Channel.WHATSAPP, Channel.VOICE])
nationalities = st.sampled_from(["", "PK", "ET", "CN", "MM", "IR"])


@given(numbers, moments, channels, nationalities, st.floats(0, 1))
def test_whatever_the_number_and_the_hour_it_is_never_night_there_and_never_a_wait_without_end(
    number, moment, channel, nationality, share
):
    found = HOURS.next_decent(channel, number, nationality, moment)
    window = HOURS.windows[channel]
    assert moment <= found.opens <= moment + timedelta(days=25)
    assert found.closes - found.opens >= AT_LEAST
    assert HOURS.next_decent(channel, number, nationality, found.opens) == found, "the hour that was promised is kept"
    zones = [ZoneInfo(zone) for zone in zones_of(number)]
    start, end = LAW if len(zones) > 10 else (window.start, window.end)
    if not zones:
        zones, (start, end) = [HOURS.zone], HOURS.otherwise
    now = found.opens + share * (found.closes - found.opens - timedelta(seconds=1))
    for zone in zones:  # at every moment of it, and on every clock
        there = now.astimezone(zone)
        assert start <= there.time() < end
        assert there.weekday() in window.days
    if found.opens > moment:
        earlier = HOURS.next_decent(channel, number, nationality, found.opens - timedelta(seconds=1))
        assert earlier.opens == found.opens, "an hour before it was passed over"


@given(
    st.sampled_from([*sorted({zone for code in range(200, 999) for zone in zones_of(f"+1{code}5550123")}), "Pacific/Apia"]),
    st.datetimes(datetime(2007, 1, 1), datetime(2036, 12, 31), timezones=st.just(UTC)),
    st.times(),
    st.times(),
    st.floats(0, 1),
)
def test_clocks_that_change_and_days_that_are_left_out_never_open_a_window_outside_of_itself(zone, moment, start, end, share):
    """With windows in the middle of the night, where clocks change. Samoa had no 30 December 2011."""
    assume(end > start and datetime.combine(date.min, end) - datetime.combine(date.min, start) >= 2 * SHORTEST)
    zone = ZoneInfo(zone)
    hours = Hours({}, zone, LAW, {})
    found = hours._first(moment, Window(start, end, EVERY_DAY, True), (zone,), frozenset(), 10)
    first, last = found.opens, found.closes - timedelta(microseconds=1)
    assert start <= first.astimezone(zone).time() < end
    if last.astimezone(zone).utcoffset() == first.astimezone(zone).utcoffset():
        now = first + share * (last - first)
        assert start <= now.astimezone(zone).time() < end
    assert start <= last.astimezone(zone).time() < end


def test_the_days_around_a_change_of_clocks_one_by_one():
    """The hour from 2 to 3 does not exist on 8 March, and that from 1 to 2 comes twice on 1 November."""
    zone = ZoneInfo("America/New_York")
    hours = Hours({}, zone, LAW, {})

    def first(start, end, moment):
        return hours._first(moment, Window(start, end, EVERY_DAY, True), (zone,), frozenset(), 10)

    assert local(first(time(2, 30), time(5), at("2026-03-08 00:00")).opens) == "2026-03-08 03:30"
    assert first(time(0, 15), time(2, 30), at("2026-03-08 00:00")).closes == at("2026-03-08 01:30")
    assert first(time(1, 30), time(5), at("2026-11-01 00:00")).opens == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)  # the second
    assert first(time(0, 30), time(1, 30), at("2026-11-01 00:00")).closes == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # the first


def test_added_holidays_have_a_date_of_every_year_to_come():
    for days in HOURS.added.values():
        assert {2027, 2028, 2029} <= {day.year for day in days}
