"""Dates and times in a catalog's language, with the month always spelt out, so that 3 April is never taken for March 4."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_time

from tidings.errors import NoticeError
from tidings.notices.catalog import Catalog

NUMBERED = re.compile(r"M\d\d")  # what CLDR gives where it has no month names of its own


@lru_cache(maxsize=1024)  # an incident has few dates, and Babel takes a tenth of a millisecond for each
def day(when: date, catalog: Catalog) -> str:
    """`November 28, 2022`. Raises NoticeError BAD_MESSAGE where neither CLDR nor the catalog can name the month."""
    locale = Locale.parse(catalog.language, sep="-")
    pattern = str(locale.date_formats["long"].pattern)
    months = catalog.text("months").split(" ")
    if months != ["cldr"]:
        if len(months) != 12 or "MMMM" not in pattern:
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, f"{catalog.language}.ftl: months")
        # CLDR knows the order of this language but not its words (ht: French ones); a quoted word stands for itself.
        pattern = pattern.replace("MMMM", "'" + months[when.month - 1].replace("'", "''") + "'")
    text = format_date(when, pattern, locale=locale)
    if NUMBERED.search(text):
        raise NoticeError(NoticeError.Code.BAD_MESSAGE, f"{catalog.language}.ftl: months")
    return text


def moment(when: datetime, catalog: Catalog) -> str:
    """`November 28, 2022 at 9:45 AM (UTC-5)`: the incident's own offset, so that a court reads one time and not two."""
    # Two times of one instant are equal whatever their offsets, so what is looked up is the clock and the offset apart.
    return _moment(when.replace(tzinfo=None), when.utcoffset() or timedelta(), catalog)


@lru_cache(maxsize=1024)
def _moment(when: datetime, offset: timedelta, catalog: Catalog) -> str:
    clock = format_time(when, "short", locale=Locale.parse(catalog.language, sep="-"))
    # CLDR puts a narrow no-break space before AM; an ordinary one is in every font.
    clock = clock.replace("\u202f", "\u00a0")
    return catalog.text("moment", isolate=False, date=day(when.date(), catalog), time=clock, zone=_zone(offset))


def _zone(offset: timedelta) -> str:
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return "UTC" if not offset else f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")
