"""Decent hours: when a telephone may ring or buzz, by the clock of whoever holds it. Pure; what is decent is data.

A number tells its zones, sometimes several: then it must be decent in all of them. A channel that `config/hours.toml` does
not name has no hours. Nothing ever rings outside of LAW, whatever the file says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from phonenumbers import timezone as number_zones

from tidings.model import Channel

LAW: Final = (time(8), time(21))
"""The outermost hours, at the called party's location: 47 CFR 64.1200(c)(1). A file may only narrow them."""

AT_LEAST: Final = timedelta(minutes=5)
"""What is decent for less than this is not begun: a claim takes its time, and so does a provider's queue."""
SHORTEST: Final = timedelta(hours=1)
"""What is decent for less than this a day does not count as an hour: whoever sends every hour would miss it each day."""

_UNKNOWN = "Etc/Unknown"
_LONGEST = 60
"""Days that are looked through. Whoever has only holidays for so long is looked at again later."""
_IN_COMMON = 10
"""Days in which zones must have an hour in common: more than the longest row of holidays, which is nine (Myanmar's)."""


@dataclass(frozen=True, slots=True)
class Window:
    """The decent hours of a channel: local times, the weekdays (0 is Monday), and whether holidays are like other days."""

    start: time
    end: time
    days: frozenset[int]
    holidays: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of AT_LEAST in which it is decent without a break, aware, in UTC: from `opens` to just before `closes`."""

    opens: datetime
    closes: datetime


_ALWAYS = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Hours:
    """`added` are holidays by country that the file names. `otherwise`, in `zone`, is for numbers whose zone nobody knows."""

    windows: Mapping[Channel, Window]
    zone: ZoneInfo
    otherwise: tuple[time, time]
    added: Mapping[str, frozenset[date]]

    def next_decent(self, channel: Channel, number: str, nationality: str, moment: datetime) -> Stretch | None:
        """When this number may be reached by this channel: from this moment on if it may be now, else the next time.

        None if that is never within two months: everything is a holiday.
        """
        window = self.windows.get(channel)
        if window is None:
            return Stretch(moment, _ALWAYS)
        countries, zones = _of_number(number)
        kept = frozenset({*countries, nationality} - {""}) if not window.holidays else frozenset()
        if not zones:  # what the channel asks for holds here too
            start, end = max(self.otherwise[0], window.start), min(self.otherwise[1], window.end)
            return self._first(moment, replace(window, start=start, end=end), (self.zone,), kept, _LONGEST)
        # From Moscow to Kamchatka a voice has no hour of the file in common, but one that the law would allow.
        widest = replace(window, start=LAW[0], end=LAW[1])
        return (
            self._first(moment, window, zones, kept, _IN_COMMON)
            or self._first(moment, widest, zones, kept, _IN_COMMON)
            or self._first(moment, widest, zones, kept, _LONGEST, shortest=AT_LEAST)
        )

    def _first(
        self,
        moment: datetime,
        window: Window,
        zones: Sequence[ZoneInfo],
        countries: frozenset[str],
        days: int,
        shortest: timedelta = SHORTEST,
    ) -> Stretch | None:
        """The first stretch within so many days that is decent in all zones. Each step goes to where the next zone opens."""
        last = moment + timedelta(days=days)
        now = moment
        while now <= last:
            found = [self._open(now, window, zone, countries) for zone in zones]
            opens, closes = max(stretch.opens for stretch in found), min(stretch.closes for stretch in found)
            if opens <= now and closes - opens >= shortest and closes - now >= AT_LEAST:
                return Stretch(now, closes)
            now = opens if opens > now else closes
        return None

    def _open(self, now: datetime, window: Window, zone: ZoneInfo, countries: frozenset[str]) -> Stretch:
        """The stretch of one zone by itself: the one that it is in, or else the next one."""
        day = now.astimezone(zone).date()
        for _ in range(_LONGEST):
            start, end = _instants(day, window.start, zone)[1], _instants(day, window.end, zone)[0]
            if now < end and start < end and day.weekday() in window.days and not self._kept(day, countries):
                return Stretch(start, end)
            day += timedelta(days=1)
        later = now + timedelta(days=_LONGEST + 1)
        return Stretch(later, later)

    def _kept(self, day: date, countries: frozenset[str]) -> bool:
        return any(day in self.added.get(country, ()) or day in _holidays(country, day.year) for country in countries)


@lru_cache(maxsize=10_000)
def _instants(day: date, at: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The earliest and the latest instant that this local time may be. They differ where clocks change over it.

    A window begins at the latest and ends at the earliest, so that no clock inside of it shows another hour.
    """
    local = datetime.combine(day, at, zone)
    first, second = local.astimezone(UTC), local.replace(fold=1).astimezone(UTC)
    return min(first, second), max(first, second)


@lru_cache(maxsize=10_000)
def _zones(names: tuple[str, ...]) -> tuple[ZoneInfo, ...]:
    """Those that are known. Where one of a number's zones is not, none counts: nobody could say that all are decent."""
    try:
        return tuple(ZoneInfo(name) for name in names)
    except (ZoneInfoNotFoundError, ValueError):
        return ()


def _of_number(number: str) -> tuple[tuple[str, ...], tuple[ZoneInfo, ...]]:
    """Its country, if it has one, and its time zones; none where they are not known."""
    parsed = phonenumbers.parse(number)
    region = phonenumbers.region_code_for_number(parsed)
    names = number_zones.time_zones_for_number(parsed)
    return (region,) if region else (), () if _UNKNOWN in names else _zones(names)


@lru_cache(maxsize=500)
def _holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays of a country. None where the package does not know the country."""
    import holidays  # noqa: PLC0415 - 60 ms, and only who sends needs it

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
