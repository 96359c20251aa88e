"""What a telephone number tells by itself: its country, and the kind of its line. Fast, since it is asked of everybody.

`phonenumbers` takes 60 µs to find a North American number's country, by trying twenty-five of them. There the area code
alone decides about the United States and Canada, so that is remembered; a test holds it against phonenumbers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumberType

_NORTH_AMERICA: Final = "+1"
_BY_AREA_CODE: Final = frozenset({"US", "CA"})
_LINES: Final = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "either",
    PhoneNumberType.FIXED_LINE: "landline",
    PhoneNumberType.VOIP: "voip",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.SHARED_COST: "premium",
}

Told = tuple[str, str]
"""ISO 3166 region, or empty where the number belongs to none; kind of line, as safety's facts name it."""


def told(e164: str) -> Told:
    """What a number in E.164 tells. `other` is a kind of line that is neither called nor texted without looking at it."""
    if e164.startswith(_NORTH_AMERICA) and len(e164) == 12 and e164[5] not in "01":
        found = _area(e164[:5])
        if found is not None:
            return found
    return _told(e164)


@lru_cache(maxsize=1000)
def _area(code: str) -> Told | None:
    """Of all valid numbers of a North American area code; None where not all of them are alike."""
    found = _told(f"{code}5550123")
    return found if found[0] in _BY_AREA_CODE and found == _told(f"{code}2340199") else None


def _told(e164: str) -> Told:
    number = phonenumbers.parse(e164)
    region = phonenumbers.region_code_for_number(number) or ""
    return region, _LINES.get(phonenumbers.number_type(number), "other")
