"""Numbers as they are written inside the person's own country, without its country code (groupings: libphonenumber).

A list is read in its own region. But `81234 56789` is Indian and `(11) 96123-4567` Brazilian by where the digits part, and
`3211234567` is as good a number in Bogotá as in Florida: the first two are read, the last is left for a human to decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tidings.people.values.dialling import Group, Reading, library

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_MOST_DIGITS = 12


def read_at_home(groups: Sequence[Group], region: str, countries: frozenset[str]) -> Reading | None:
    """The number of one of `countries` that is grouped as that country groups its numbers; never sure, since no code says so.

    None where `region` groups numbers that way too and has such a number, where the groups may be a number of `region` cut
    short, and where two countries have it.
    """
    digits = "".join(group.digits for group in groups)
    zero = digits[0] == "0" and digits[1:2] not in ("", "0", "1")
    if len(groups) == 1 and not (zero and len(digits) >= 10):
        return None
    if groups[0].plus or not 7 <= len(digits) <= _MOST_DIGITS or _is_cut_short(groups, digits):
        return None
    ends = tuple(accumulate(len(group.digits) for group in groups))
    found = {
        reading.e164
        for country in countries - {region}
        if len(digits) in _lengths(country) and (reading := _grouped(digits, ends, country))
    }
    return Reading(found.pop(), sure=False) if len(found) == 1 else None


def has_rival(digits: str, region: str, countries: frozenset[str]) -> bool:
    """Whether digits without any grouping are a mobile number in one of `countries` as well."""
    return any(
        _parsed(digits, country) is not None for country in countries if country != region and len(digits) in _lengths(country)
    )


def _is_cut_short(groups: Sequence[Group], digits: str) -> bool:
    """`305-555-01`, `05-555-0123`: an American number that lost digits is grouped like some countries' whole ones."""
    lengths = [len(group.digits) for group in groups]
    lost_end = lengths[:2] == [3, 3] and len(digits) < 10
    lost_start = lengths[-2:] == [3, 4] and len(digits) < 10
    return lost_end or lost_start or (lengths[:2] == [1, 3] and digits[0] == "1")


def _grouped(digits: str, ends: tuple[int, ...], country: str) -> Reading | None:
    number = _parsed(digits, country)
    if number is None:
        return None
    lib = library()
    significant = lib.national_significant_number(number)
    before = len(digits) - len(significant)
    if before and before == ends[0]:
        ends = ends[1:]  # `8 (912) …`: the prefix stands alone
    if len(ends) > 1 or not before:
        written = lib.format_number(number, lib.PhoneNumberFormat.INTERNATIONAL).partition(" ")[2]
        as_usual = tuple(accumulate(len(part) for part in "".join(c if c.isdigit() else " " for c in written).split()))
        if tuple(end - before for end in ends) != as_usual:
            return None
    return Reading(f"+{number.country_code}{significant}")


@lru_cache(maxsize=256)
def _lengths(country: str) -> frozenset[int]:
    """How many digits numbers have inside the country, with and without the zero or other prefix in front."""
    metadata = library().PhoneMetadata.metadata_for_region(country)
    if metadata is None or metadata.country_code == 1:
        return frozenset()
    prefix = len(metadata.national_prefix or "")
    return frozenset(length + extra for length in metadata.general_desc.possible_length for extra in (0, prefix))


def _parsed(digits: str, country: str) -> PhoneNumber | None:
    """Mobile numbers only: a landline is of little use for a text, and short landline numbers are too like cut ones."""
    lib = library()
    try:
        number = lib.parse(digits, country)
    except lib.NumberParseException:
        return None
    kind = lib.number_type(number)
    return number if kind in (lib.PhoneNumberType.MOBILE, lib.PhoneNumberType.FIXED_LINE_OR_MOBILE) else None
