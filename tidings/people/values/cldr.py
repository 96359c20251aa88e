"""Babel keeps every locale that it has loaded, whole: seventy of them are 20 MB that nobody needs once their names are known."""

from __future__ import annotations

from babel import localedata


def forget_locales() -> None:
    """Lets go of what Babel has loaded. It loads again whatever is asked for later."""
    localedata._cache.clear()  # noqa: SLF001 - there is no public way, and tests notice if this one goes
