"""Birth dates as lists write them. An impossible date is no date: it is never moved to the nearest one that exists."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from tidings.people.values.cells import bare
from tidings.people.values.months import month_names, more_month_names
from tidings.people.values.spelling import folded

_LONGEST = 80
_MOST_WORDS = 6
_OLDEST = 120
"""Years: whoever would be older on the day of the exposure has a wrong birth date."""
_EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of the 1900 date system, with its leap day of 1900 that never was: right from 1900-03-01 on."""

_CLOCK = re.compile(
    r"(?:(?<=\d)T|[\s,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:[+-]\d{4})?"
    r"(?:\s*\([A-Z][A-Za-z ]+\)?)?(?=\s|$)|\s+12\s?am$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\d+(?:[-/.]\d+)*")
_AROUND = " '\"=.,;:()[]{}<>*#`“”‘’"
_AROUND_ALL = " '\"=.,;"
_LABEL = re.compile(r"^\W*(?:[^\W\d]+[^\w:=]*){1,4}[:=]\W*(?=\S)")
"""`DOB: `, `{"$date":"`."""
_AGE = re.compile(r"\s*\((?:age\s*)?\d{1,3}(?:\s*(?:y\.?o\.?|years?(?: old)?|años))?\)$", re.IGNORECASE)
_YEAR_WORD = re.compile(r"\s*(?:г|р|y|yil|year)\.?$", re.IGNORECASE)
_UNITS = re.compile(r"\s*[年月日년월일]\s*")
_VIETNAMESE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_MARKS = str.maketrans({"\\": "/", "_": "/", "⁄": "/", "∕": "/", "|": "/", "·": "."})
_DOUBLED = re.compile(r"([-/.])\1+")
_COMMAS = re.compile(r"\d{1,4},\d{1,2},\d{1,4}")
_ISO = re.compile(r"(\d{4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,2})")
_COMPACT = re.compile(r"(19|20)(\d{2})(\d{2})(\d{2})(?:\.0+)?")
_EXCEL = re.compile(r"(\d{4,5})(?:\.\d+)?")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})")
_RUN_TOGETHER = re.compile(r"(?!19|20)(\d{2})()(\d{2})((?:19|20)\d{2})")
_NAMED = re.compile(r"[\s,./\-–—'’()]+|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª|°)(?![^\W\d])", re.IGNORECASE)
_SMALL_WORDS = frozenset(("de", "del", "of", "the", "d", "г", "года", "року", "le", "el", "em", "a", "al", "ano", "año"))


class DateOrder(StrEnum):
    """How the list writes `03/04/1990`; where only one order gives a date, that one is taken."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


def read_date(cell: str, latest: date, order: DateOrder = DateOrder.MONTH_FIRST) -> tuple[date | None, str]:
    """A cleaned cell's date and "", or None and a code: date.incomplete (no day or month), date.impossible (no such day),
    date.out_of_range (after `latest`, or more than 120 years before it), date.unreadable.

    `latest` is the day of the exposure: nobody was born after it. `order` decides `03/04/1990`; dots are day first
    (`03.04.1990`), as wherever dates are written with them. Two-digit years are the last that are not after `latest`.
    """
    text = bare(cell[:_LONGEST])
    if not _PLAIN.fullmatch(text):
        text = _plain(text)
    if match := _ISO.fullmatch(text):
        return _checked(int(match.group(1)), int(match.group(3)), int(match.group(4)), latest)
    if match := _COMPACT.fullmatch(text):
        return _checked(int(match.group(1) + match.group(2)), int(match.group(3)), int(match.group(4)), latest)
    if match := _NUMBERS.fullmatch(text) or _RUN_TOGETHER.fullmatch(text):
        return _ordered(match, latest, order)
    if _EXCEL.fullmatch(text):
        return _from_day_number(text, latest)
    return _with_month_name(text, latest)


def _plain(text: str) -> str:
    """Without clock, label, age, brackets and quotes; marks between the numbers as people usually write them."""
    text = text.strip(_AROUND_ALL)
    if text.endswith(")") or "(" in text:
        text = _AGE.sub("", text)
    if ":" in text or "=" in text or text[-1:] in "mM":
        text = _CLOCK.sub(" ", _LABEL.sub("", text).strip(_AROUND))
    text = text.strip(_AROUND)
    if not text.isascii():
        if match := _VIETNAMESE.fullmatch(text):
            return f"{match.group(3)}-{match.group(2)}-{match.group(1)}"
        text = _UNITS.sub("-", text).strip("-")
    if not text[:1].isdigit():
        return text
    text = _DOUBLED.sub(r"\1", text.translate(_MARKS))
    if _COMMAS.fullmatch(text):
        text = text.replace(",", "/")
    return _YEAR_WORD.sub("", text).strip(_AROUND + "-")


def _from_day_number(text: str, latest: date) -> tuple[date | None, str]:
    """Four digits are a year alone (as a day number, somebody born before 1928)."""
    days = int(text.partition(".")[0])
    if days < 10000:
        return None, "date.incomplete" if 1900 <= days <= latest.year else "date.unreadable"
    return _in_range(_EXCEL_EPOCH + timedelta(days), latest)


def _ordered(match: re.Match[str], latest: date, order: DateOrder) -> tuple[date | None, str]:
    first, mark, second, year = int(match.group(1)), match.group(2), int(match.group(3)), _century(match.group(4), latest)
    month_first = mark != "." and order is DateOrder.MONTH_FIRST
    month, day = (first, second) if month_first else (second, first)
    if month > 12 >= day:
        month, day = day, month
    return _checked(year, month, day, latest)


def _with_month_name(text: str, latest: date) -> tuple[date | None, str]:
    """Any order of a day, a month's name in some language, and a year of four digits (or of two, in last place)."""
    words = [word for word in _NAMED.split(_ORDINAL.sub("", text)) if word and folded(word) not in _SMALL_WORDS]
    named = [word for word in words if not word.isdigit()]
    numbers = [word for word in words if word.isdigit()]
    if not named or len(named) > _MOST_WORDS:
        return None, "date.unreadable"
    month = _month(tuple(named))
    if not month:
        return None, "date.unreadable"
    if len(numbers) != 2:
        return None, "date.incomplete" if len(numbers) == 1 else "date.unreadable"
    year, day = (numbers[0], numbers[1]) if len(numbers[0]) == 4 else (numbers[1], numbers[0])
    if len(day) > 2 or len(year) not in (2, 4):
        return None, "date.unreadable"
    return _checked(_century(year, latest), month, int(day), latest)


@lru_cache(maxsize=1024)
def _month(words: tuple[str, ...]) -> int:
    """The one month that the words name; 0 if they name none or several, or have more than a weekday beside it."""
    for vocabulary in (month_names, more_month_names):
        known = vocabulary()
        # `تشرين الأول`: some months have two words, of which one is another's too.
        whole = known.exact(" ".join(words)) if len(words) > 1 else None
        if whole:
            return int(whole)
        found = {int(month) for word in words if (month := known.exact(word))}
        if found:
            return found.pop() if len(found) == 1 and len(words) <= 2 else 0
    slips = {int(month) for word in words if (month := month_names().find(word))}
    return slips.pop() if len(slips) == 1 and len(words) <= 2 else 0


def _century(year: str, latest: date) -> int:
    if len(year) == 4:
        return int(year)
    full = latest.year // 100 * 100 + int(year)
    return full if full <= latest.year else full - 100


def _checked(year: int, month: int, day: int, latest: date) -> tuple[date | None, str]:
    try:
        return _in_range(date(year, month, day), latest)
    except ValueError:
        return None, "date.impossible"


def _in_range(born: date, latest: date) -> tuple[date | None, str]:
    return (born, "") if born <= latest and born.year > latest.year - _OLDEST else (None, "date.out_of_range")
