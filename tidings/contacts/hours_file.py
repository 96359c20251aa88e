"""`config/hours.toml`: the decent hours of each channel, and holidays, as an organisation writes them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tidings.contacts.hours import LAW, SHORTEST, Hours, Window
from tidings.errors import ConfigError
from tidings.model import Channel

FILE = "hours.toml"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_OTHERWISE, _HOLIDAY = "otherwise", "holiday"


def load_hours(config: Path) -> Hours:
    """Raises ConfigError BAD_FILE, naming the file, and the table and key that are wrong."""
    file = config / FILE
    try:
        data = file.read_bytes()
    except OSError:
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    return _parsed(file, data)


class _Wrong(ValueError):
    """A table or key, as `sms.from`."""


@lru_cache(maxsize=4)
def _parsed(file: Path, data: bytes) -> Hours:
    try:
        return _hours(tomllib.loads(data.decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        where = str(file)
    except _Wrong as wrong:
        where = f"{file}: {wrong}"
    raise ConfigError(ConfigError.Code.BAD_FILE, where)


def _hours(body: Mapping[str, Any]) -> Hours:
    windows = {_channel(name): _window(name, body[name]) for name in body if name not in (_OTHERWISE, _HOLIDAY)}
    other = _table(_OTHERWISE, body.get(_OTHERWISE), {"zone", "from", "to"})
    start, end = _within_law(_OTHERWISE, other)
    for name, window in windows.items():
        if not _long_enough(max(start, window.start), min(end, window.end)):
            raise _Wrong(f"{_OTHERWISE}: no hour in common with {name}")
    added: dict[str, set[date]] = {}
    holidays = body.get(_HOLIDAY, [])
    if not isinstance(holidays, list):
        raise _Wrong(_HOLIDAY)
    for number, one in enumerate(holidays, start=1):
        countries, days = _holiday(f"{_HOLIDAY} {number}", one)
        for country in countries:
            added.setdefault(country, set()).update(days)
    return Hours(windows, _zone(other["zone"]), (start, end), {country: frozenset(days) for country, days in added.items()})


def _channel(name: str) -> Channel:
    try:
        return Channel(name)
    except ValueError:
        raise _Wrong(name) from None


def _table(name: str, body: object, keys: set[str]) -> Mapping[str, Any]:
    """A table with these keys and no others."""
    if not isinstance(body, dict):
        raise _Wrong(name)
    for key in sorted(body.keys() ^ keys):
        raise _Wrong(f"{name}.{key}")
    return body


def _window(name: str, given: object) -> Window:
    body = _table(name, given, {"from", "to", "days", "holidays"})
    days = body["days"]
    if not isinstance(days, list) or not days or not all(day in _DAYS for day in days):
        raise _Wrong(f"{name}.days")
    if not isinstance(body["holidays"], bool):
        raise _Wrong(f"{name}.holidays")
    start, end = _within_law(name, body)
    return Window(start, end, frozenset(_DAYS.index(day) for day in days), body["holidays"])


def _within_law(name: str, body: Mapping[str, Any]) -> tuple[time, time]:
    """From and to, as local times of one day: what ends after midnight is no decent hour."""
    for key in ("from", "to"):
        if not isinstance(body[key], time) or not LAW[0] <= body[key] <= LAW[1]:
            raise _Wrong(f"{name}.{key}")
    if not _long_enough(body["from"], body["to"]):
        raise _Wrong(f"{name}.to")
    return body["from"], body["to"]


def _long_enough(start: time, end: time) -> bool:
    return datetime.combine(date.min, end) - datetime.combine(date.min, start) >= SHORTEST


def _zone(name: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: it names a folder
        raise _Wrong(f"{_OTHERWISE}.zone") from None


def _holiday(name: str, given: object) -> tuple[Sequence[str], Sequence[date]]:
    """Its countries and its days."""
    body = _table(name, given, {"name", "of", "dates"})
    countries, dates = body["of"], body["dates"]
    if not isinstance(countries, list) or not countries or not all(_is_country(country) for country in countries):
        raise _Wrong(f"{name}.of")
    if not isinstance(dates, list) or not dates or not all(type(day) is date for day in dates):
        raise _Wrong(f"{name}.dates")
    return countries, dates


def _is_country(value: object) -> bool:
    return isinstance(value, str) and len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()
