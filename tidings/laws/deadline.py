"""When a law's clock runs out, by the days of the place where the law is in force. Pure.

The day on which something was discovered is not counted, and the last day counts to its end. No deadline moves to the next
working day, as some laws would let it: so none is later than the law's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from tidings.laws.profile import Clock, Unit

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """`day` is the last day, there; `until` is the moment at which it is too late, in UTC. A target of ours is not `firm`."""

    day: date
    until: datetime
    firm: bool
    zone: str

    def days_left(self, now: datetime) -> int:
        """Whole days of that place: 0 on the last day, negative once it is past."""
        left = (self.day - now.astimezone(ZoneInfo(self.zone)).date()).days
        # A clock of hours may run out in the middle of its last day.
        return min(left, -1) if now >= self.until else left


def deadline(clock: Clock, zone: str, since: datetime) -> Deadline:
    """When `clock` runs out that counts from `since`, which is aware."""
    place = ZoneInfo(zone)
    if clock.unit is Unit.HOURS:
        # In UTC: an hour is an hour, also in the night in which clocks are changed.
        until = since.astimezone(UTC) + timedelta(hours=clock.count)
        return Deadline(until.astimezone(place).date(), until, clock.firm, zone)
    began = since.astimezone(place).date()
    if clock.unit is Unit.BUSINESS_DAYS:
        day = _business_days_after(began, clock.count, clock.country)
    elif clock.unit is Unit.DAYS_AFTER_YEAR:
        day = date(began.year, 12, 31) + timedelta(days=clock.count)
    else:
        day = began + timedelta(days=clock.count)
    until = datetime.combine(day + timedelta(days=1), time(), place).astimezone(UTC)
    return Deadline(day, until, clock.firm, zone)


def _business_days_after(day: date, count: int, country: str) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY and day not in _holidays(country)
    return day


@cache
def _holidays(country: str) -> holidays.HolidayBase:
    """Public holidays of the whole country. Days off by custom, as Brazil's carnival, are no holidays: so no deadline is later
    than somebody may count it.
    """
    return holidays.country_holidays(country)
