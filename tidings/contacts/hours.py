"""Decent hours: when a telephone may ring or buzz, in the time zone of whoever holds it. Pure; what is decent is data.

A number tells its zones, sometimes several: then it must be decent in all of them. `config/hours.toml` says what is decent for
each channel; a channel that it does not name has no hours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers
from phonenumbers import timezone as number_zones

from tidings.errors import ConfigError
from tidings.model import Channel

FILE = "hours.toml"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNKNOWN = "Etc/Unknown"
_LONGEST = 60
"""Days that are looked through. With a holiday every day there is no decent hour, and the file is at fault."""
_IN_COMMON = 10
"""Days in which zones must have a decent hour in common. From Guam to New York there is one for a few weeks of the year."""


@dataclass(frozen=True, slots=True)
class Window:
    """The decent hours of a channel: local times, the weekdays (0 is Monday), and whether holidays are like other days."""

    start: time
    end: time
    days: frozenset[int]
    holidays: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """`added` are holidays by country that the file names. `otherwise` is for numbers whose zones say nothing."""

    windows: Mapping[Channel, Window]
    zone: ZoneInfo
    otherwise: tuple[time, time]
    added: Mapping[str, frozenset[date]]

    def decent_from(self, channel: Channel, number: str, nationality: str, moment: datetime) -> datetime:
        """The first instant, not before this one, at which this number may be reached by this channel. Aware, in UTC.

        Raises ValueError where there is none in two months.
        """
        window = self.windows.get(channel)
        if window is None:
            return moment
        countries, zones = _of_number(number)
        kept = frozenset({*countries, nationality} - {""}) if not window.holidays else frozenset()
        if zones:
            found = self._first(moment, window, zones, kept, _IN_COMMON)
            if found is not None:
                return found
        # What the channel asks for holds here too.
        start, end = max(self.otherwise[0], window.start), min(self.otherwise[1], window.end)
        found = self._first(moment, replace(window, start=start, end=end), (self.zone,), kept, _LONGEST)
        if found is None:
            raise ValueError(f"{channel}: no decent hour in {_LONGEST} days")
        return found

    def is_decent(self, channel: Channel, number: str, nationality: str, moment: datetime) -> bool:
        return self.decent_from(channel, number, nationality, moment) == moment

    def _first(
        self, moment: datetime, window: Window, zones: Sequence[ZoneInfo], countries: frozenset[str], days: int
    ) -> datetime | None:
        """The first instant within so many days that is decent in all zones. Each step goes to where the next zone opens."""
        last = moment + timedelta(days=days)
        now = moment
        while now <= last:
            then = max(self._opens(now, window, zone, countries) for zone in zones)
            if then == now:
                return now
            now = then
        return None

    def _opens(self, now: datetime, window: Window, zone: ZoneInfo, countries: frozenset[str]) -> datetime:
        """Now, if it is decent in this zone; else when its next window opens."""
        day = now.astimezone(zone).date()
        for _ in range(_LONGEST):
            # By local clock: on the days when clocks change, too, it is decent from 9 to 20 as people read it.
            start, end = (datetime.combine(day, at, zone).astimezone(UTC) for at in (window.start, window.end))
            if now < end and day.weekday() in window.days and not self._kept(day, countries):
                return max(now, start)
            day += timedelta(days=1)
        return now + timedelta(days=_LONGEST + 1)

    def _kept(self, day: date, countries: frozenset[str]) -> bool:
        return any(day in self.added.get(country, ()) or day in _holidays(country, day.year) for country in countries)


def _of_number(number: str) -> tuple[tuple[str, ...], tuple[ZoneInfo, ...]]:
    """Its country, if it has one, and its time zones; none where they are not known."""
    parsed = phonenumbers.parse(number)
    region = phonenumbers.region_code_for_number(parsed)
    names = [name for name in number_zones.time_zones_for_number(parsed) if name != _UNKNOWN]
    return (region,) if region else (), tuple(zone for name in names if (zone := _zone(name)) is not None)


@lru_cache(maxsize=500)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


@lru_cache(maxsize=500)
def _holidays(country: str, year: int) -> frozenset[date]:
    """Public holidays of a country. None where the package does not know the country."""
    import holidays  # noqa: PLC0415 - 60 ms, and only who sends needs it

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def load_hours(config: Path) -> Hours:
    """Raises ConfigError BAD_FILE, naming the file and the table that is wrong."""
    file = config / FILE
    try:
        data = file.read_bytes()
    except OSError:
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    return _parsed(file, data)


@lru_cache(maxsize=4)
def _parsed(file: Path, data: bytes) -> Hours:
    part = ""
    try:
        body = tomllib.loads(data.decode("utf-8"))
        windows = {}
        for part in body.keys() - {"otherwise", "holiday"}:
            windows[Channel(part)] = _window(body[part])
        part = "otherwise"
        other = body[part]
        start, end = _ordered(other["from"], other["to"])
        zone = ZoneInfo(other["zone"])
        part = "holiday"
        added: dict[str, set[date]] = {}
        for one in body.get(part, []):
            for country in one["of"]:
                added.setdefault(str(country), set()).update(_days(one["dates"]))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError, ZoneInfoNotFoundError):
        raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: {part}" if part else str(file)) from None
    if any(max(start, window.start) >= min(end, window.end) for window in windows.values()):
        raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: otherwise: no hour in common with a channel's")
    return Hours(windows, zone, (start, end), {country: frozenset(days) for country, days in added.items()})


def _days(dates: Sequence[object]) -> list[date]:
    found = [day for day in dates if type(day) is date]
    if len(found) < len(dates):
        raise ValueError
    return found


def _window(body: Mapping[str, Any]) -> Window:
    start, end = _ordered(body["from"], body["to"])
    days = frozenset(_DAYS.index(day) for day in body["days"])
    if not days or not isinstance(body["holidays"], bool) or body.keys() - {"from", "to", "days", "holidays"}:
        raise ValueError
    return Window(start, end, days, body["holidays"])


def _ordered(start: object, end: object) -> tuple[time, time]:
    """A window is within one day: what ends after midnight is no decent hour."""
    if not isinstance(start, time) or not isinstance(end, time) or start >= end:
        raise ValueError
    return start, end
