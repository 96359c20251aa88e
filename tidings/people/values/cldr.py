"""Names out of CLDR, loaded once for a process that reads many rows. Babel keeps every locale that it has loaded, whole."""

from __future__ import annotations

import gc
from functools import lru_cache

from babel import localedata

from tidings.people.values.countries import read_country
from tidings.people.values.languages import read_language
from tidings.people.values.months import more_month_names


@lru_cache(maxsize=1)
def load_names() -> None:
    """Loads the names of languages, countries and months, then lets go of Babel's locales: 30 MB that nobody needs any more.

    All of them first, since they share locales. Babel loads again whatever is asked for later.
    """
    read_language("Spanish")
    read_country("Honduras")
    more_month_names()
    localedata._cache.clear()  # noqa: SLF001 - there is no public way, and a test notices if this one goes
    gc.collect()  # locales point at each other: without it their memory is not used again before the peak
