"""A clock runs by the days of its law's own place: through changes of the clock, over weekends and holidays."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.laws import Clock, deadline

NEW_YORK, LOS_ANGELES, SAO_PAULO = "America/New_York", "America/Los_Angeles", "America/Sao_Paulo"


def days(count, **more):
    return Clock(unit="days", count=count, says="x", **more)


def working_days(count):
    return Clock(unit="business_days", count=count, country="BR", says="x")


def at(text, zone=NEW_YORK):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def test_the_day_of_discovery_is_not_counted_and_the_last_day_counts_to_its_end():
    found = deadline(days(30), NEW_YORK, at("2022-11-28T14:30"))
    assert found.day == date(2022, 12, 28)
    assert found.until == datetime(2022, 12, 29, 5, tzinfo=UTC)  # midnight in New York


def test_what_is_discovered_late_in_the_evening_elsewhere_counts_by_the_law_s_own_day():
    night = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  # still 1 March in California
    assert deadline(days(30), LOS_ANGELES, night).day == date(2026, 3, 31)
    assert deadline(days(30), "Europe/Brussels", night).day == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("since", "hours"),
    [("2026-03-07T12:00", 23), ("2026-10-31T12:00", 25)],
    ids=["the night that clocks go forward", "the night that they go back"],
)
def test_a_day_in_which_the_clock_changes_is_as_long_as_it_is(since, hours):
    first, second, third = (deadline(days(count), NEW_YORK, at(since) - timedelta(days=1)) for count in (1, 2, 3))
    assert second.until - first.until == timedelta(hours=hours)
    assert third.until - second.until == timedelta(hours=24)


def test_hours_are_hours_when_clocks_change():
    clock = Clock(unit="hours", count=72, says="x")
    since = at("2026-03-28T12:00", "Europe/Brussels")  # clocks go forward in the night that follows
    found = deadline(clock, "Europe/Brussels", since)
    assert found.until - since.astimezone(UTC) == timedelta(hours=72)
    assert found.until.astimezone(ZoneInfo("Europe/Brussels")).hour == 13


def test_a_midnight_that_was_skipped_is_the_moment_at_which_clocks_went_forward():
    found = deadline(days(1), SAO_PAULO, at("2018-11-02T10:00", SAO_PAULO))  # 4 November 2018 began at one o'clock
    assert found.day == date(2018, 11, 3)
    assert found.until == datetime(2018, 11, 4, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("discovered", "last"),
    [
        ("2026-03-02T10:00", date(2026, 3, 5)),  # Monday to Thursday
        ("2026-03-05T10:00", date(2026, 3, 10)),  # Thursday, over a weekend
        ("2026-03-07T10:00", date(2026, 3, 11)),  # a Saturday
        ("2026-04-01T10:00", date(2026, 4, 7)),  # Good Friday, 3 April
        ("2026-04-17T10:00", date(2026, 4, 23)),  # Tiradentes, 21 April
        ("2026-12-30T10:00", date(2027, 1, 5)),  # New Year
        ("2026-02-13T10:00", date(2026, 2, 18)),  # carnival is no public holiday: no later than anybody may count
    ],
)
def test_three_working_days_in_brazil(discovered, last):
    assert deadline(working_days(3), SAO_PAULO, at(discovered, SAO_PAULO)).day == last


def test_discovered_after_midnight_in_utc_is_the_day_before_in_brazil():
    assert deadline(working_days(3), SAO_PAULO, datetime(2026, 3, 3, 1, 0, tzinfo=UTC)).day == date(2026, 3, 5)


def test_sixty_days_after_the_year():
    clock = Clock(unit="days_after_year", count=60, says="x")
    assert deadline(clock, NEW_YORK, at("2027-05-04T10:00")).day == date(2028, 2, 29)


def test_days_left_count_down_to_nought_on_the_last_day_and_below_it_afterwards():
    ends = deadline(days(30), NEW_YORK, at("2022-11-28T14:30"))
    assert ends.days_left(at("2022-12-26T00:01")) == 2
    assert ends.days_left(at("2022-12-28T23:59")) == 0
    assert ends.days_left(at("2022-12-29T00:00")) == -1
    assert ends.days_left(at("2023-01-03T12:00")) == -6


def test_a_clock_of_hours_is_over_in_the_middle_of_its_last_day():
    ends = deadline(Clock(unit="hours", count=1, says="x"), NEW_YORK, at("2022-11-28T14:30"))
    assert ends.days_left(at("2022-11-28T15:29")) == 0
    assert ends.days_left(at("2022-11-28T15:30")) == -1


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),
    st.integers(1, 90),
    st.sampled_from([NEW_YORK, LOS_ANGELES, SAO_PAULO, "Europe/Brussels", "Pacific/Apia", "Asia/Tehran"]),
)
def test_a_deadline_is_never_before_its_discovery_nor_earlier_for_more_days(since, count, zone):
    one, more = deadline(days(count), zone, since), deadline(days(count + 1), zone, since)
    assert since < one.until < more.until
    assert one.days_left(since) == count
    assert one.days_left(one.until) == -1
    assert one.days_left(one.until - timedelta(seconds=1)) == 0
