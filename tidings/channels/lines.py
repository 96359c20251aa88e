"""What a provider may be asked of a telephone number before anybody is told: the kind of its line, and whose network it is.

To ask is to tell: the provider learns that we mean to reach this number. So it is asked only where an incident says so
(docs/providers.md). As with sending, an adapter never raises for what a provider or a network does, and no answer holds a
provider's text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Protocol

from tidings.model import Personal

_COUNTRIES = Path(__file__).with_name("mobile_countries.toml")


class LineType(StrEnum):
    """The kind of a line, in the provider's words."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    FIXED_VOIP = "fixedVoip"  # bound to an address, as a cable company's telephone
    NON_FIXED_VOIP = "nonFixedVoip"  # an app's, that anybody gets anywhere
    TOLL_FREE = "tollFree"
    PREMIUM = "premium"
    SHARED_COST = "sharedCost"
    PERSONAL = "personal"  # follows a person from line to line
    UAN = "uan"  # a company's one number for all its offices
    VOICEMAIL = "voicemail"
    PAGER = "pager"
    UNKNOWN = "unknown"  # the provider cannot say, or uses a word that we do not know


class Asked(StrEnum):
    """What came of asking about one number."""

    ANSWERED = "answered"  # the provider said what it knows, perhaps nothing: asking again tomorrow gives the same
    TEMPORARY = "temporary"  # it did not answer now; later it may
    CONFIGURATION = "configuration"  # our account or settings are at fault: ask about nobody else
    UNKNOWN = "unknown"  # nobody knows whether it was asked; nothing was learnt, and asking again harms nobody


@dataclass(frozen=True, slots=True, repr=False)
class LineAnswer(Personal):
    """What a provider said of one number. `code` is its code behind its name, or ours.

    `country` is the carrier's, ISO 3166-1 alpha-2, empty where nobody knows. `valid` is whether a carrier may have given
    the number to anybody at all, None where the provider did not say. Both only mean something if it ANSWERED.
    """

    number: str
    asked: Asked
    code: str
    type: LineType = LineType.UNKNOWN
    country: str = ""
    valid: bool | None = None


class LineLookup(Protocol):
    """One provider of look-ups."""

    def look_up(self, numbers: Sequence[str]) -> list[LineAnswer]:
        """Exactly one answer for each number (E.164), in their order. Asks once for each."""
        ...

    def close(self) -> None: ...


@cache
def _countries() -> dict[str, str]:
    table = tomllib.loads(_COUNTRIES.read_text(encoding="utf-8"))
    return {code: country for country, codes in table.items() for code in codes}


def mobile_country(code: str) -> str:
    """The country (ISO 3166-1 alpha-2) of a mobile country code of three digits (ITU-T E.212); empty if it is nobody's."""
    return _countries().get(code, "")
