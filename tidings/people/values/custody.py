"""Custody in free words (`Detained since 2021`, `Removal order, at liberty`) where a list's own table does not know the cell.

What may be read two ways stays unknown: then the person is not told themselves until a human has looked.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from tidings.model import Flag
from tidings.people.values.cells import bare
from tidings.people.values.spelling import folded

_LONGEST = 120


@lru_cache(maxsize=4096)
def read_custody(cell: str) -> Flag | str | None:
    """The flag that a cleaned cell's words set, "" if they say that the person is free, None if they do not say."""
    aside, statuses, no_more = _patterns()
    text = folded(bare(cell[:_LONGEST]))
    free = no_more.sub(" ", text)
    said = aside.sub(" ", free)
    found = {status for status, pattern in statuses if pattern.search(said)}
    if free != text:
        found.add("")
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], tuple[tuple[Flag | str, re.Pattern[str]], ...], re.Pattern[str]]:
    data = tomllib.loads((files(__package__) / "custody.toml").read_text(encoding="utf-8"))

    def either(phrases: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{phrase})" for phrase in phrases))

    statuses: tuple[tuple[Flag | str, re.Pattern[str]], ...] = (
        (Flag.REMOVED, either(data["removed"])),
        (Flag.DETAINED, either(data["detained"])),
        ("", either(data["released"])),
    )
    return either(data["aside"]), statuses, re.compile(data["detained_no_more"])
