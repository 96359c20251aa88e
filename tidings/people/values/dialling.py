"""Which telephone number a row of digit groups is: with a plus, a dialling prefix, national, or with its plus lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import ModuleType

from tidings.model import Personal
from tidings.people.values.plans import CALLING_CODE as _NORTH_AMERICA
from tidings.people.values.plans import north_american

_MOST_GROUPS = 16
_SHORTEST_LOST_PLUS = 10
_RUNS = ("01234567890", "09876543210")


@dataclass(frozen=True, slots=True, repr=False)
class Group(Personal):
    """Digits that stand together, and whether a plus is before them."""

    digits: str
    plus: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Reading(Personal):
    """A number in E.164. `valid`: its country's numbering plan has it. One that is not valid is never sure."""

    e164: str
    sure: bool = True
    valid: bool = True


def read_number(groups: Sequence[Group], region: str, countries: frozenset[str]) -> Reading | None:
    """All groups as one number, or None. Fillers (one digit repeated, a run of digits) are no number."""
    if any(group.plus for group in groups[1:]):
        return None
    digits = "".join(group.digits for group in groups)
    if not 7 <= len(digits) <= 20 or _is_filler(digits):
        return None
    if groups[0].plus:
        return _with_plus(groups, digits, region, countries)
    abroad = _after_prefix(digits, region)
    if abroad:
        return _international(abroad)
    return _without_plus(groups, digits, region, countries)


def read_several(groups: Sequence[Group], region: str, countries: frozenset[str]) -> list[Reading]:
    """The groups as several valid numbers, if there is exactly one way to part them; else none.

    A short left-over last group (`305-555-0123/4`) leaves the number before it, not sure.
    """
    if not 2 <= len(groups) <= _MOST_GROUPS:
        return []
    ways = _partitions(groups, region, countries)
    if len(ways) == 1:
        return ways[0]
    if not ways and len(groups[-1].digits) <= 4:
        first = read_number(groups[:-1], region, countries)
        if first and first.valid:
            return [Reading(first.e164, sure=False)]
    return []


def _partitions(groups: Sequence[Group], region: str, countries: frozenset[str]) -> list[list[Reading]]:
    """At most two of the ways to part the groups into valid numbers."""
    ways: list[list[list[Reading]]] = [[] for _ in groups] + [[[]]]
    for start in range(len(groups) - 1, -1, -1):
        for end in range(start + 1, len(groups) + 1):
            if not ways[end] or len(ways[start]) > 1:
                continue
            reading = read_number(groups[start:end], region, countries)
            if reading and reading.valid:
                ways[start] += [[reading, *rest] for rest in ways[end]]
    return ways[0][:2]


def _with_plus(groups: Sequence[Group], digits: str, region: str, countries: frozenset[str]) -> Reading | None:
    """No country code begins with a zero: `+01 305 …` had one too many. A plus in front of a national number (`+3055550123`)
    is a slip; where both readings are valid, the person's own country or the grouping decides, or nothing does (`+2035550116`
    is Egyptian, and Connecticut's with a plus too many).
    """
    abroad = _after_prefix(digits, region) or digits.removeprefix("0")
    reading = _international(abroad)
    if reading is None or not reading.valid:
        codes = _calling_codes()
        cut = groups[0].digits in codes or any(
            digits.startswith(code) and not countries.isdisjoint(regions) for code, regions in codes.items()
        )
        national = None if cut else _national(digits, region)  # `+52 222 123 45` is a Mexican number cut short
        return Reading(national.e164, sure=False) if national and national.valid else reading
    if len(digits) != 10 or not _is_north_american(region) or not north_american().match(digits):
        return reading
    if not countries.isdisjoint(_regions(reading.e164)):
        return reading
    american = len(groups) > 1 and [len(group.digits) for group in groups[:2]] in ([3, 3], [3, 7])
    return Reading(f"+1{digits}", sure=False) if american else None


def _regions(e164: str) -> frozenset[str]:
    codes = _calling_codes()
    return next((codes[e164[1:end]] for end in (2, 3, 4) if e164[1:end] in codes), frozenset())


def _without_plus(groups: Sequence[Group], digits: str, region: str, countries: frozenset[str]) -> Reading | None:
    national = _national(digits, region)
    abroad = _lost_plus(groups, digits, countries)
    if national and national.valid:
        # Without any grouping, the same digits may as well be a number of the person's own country.
        rival = abroad is not None and abroad.sure and len(groups) == 1
        return Reading(national.e164, sure=not rival)
    return abroad or _old_mexican(digits, countries) or national


def _lost_plus(groups: Sequence[Group], digits: str, countries: frozenset[str]) -> Reading | None:
    """An international number without its plus. One digit too many makes a US number a Russian one, so unbroken digits
    must lead to a country the person comes from; a country code that stands alone may lead to any, but is not sure, and
    does not if it is as well an American area code (`505-5555-0129`).
    """
    if len(digits) < _SHORTEST_LOST_PLUS or digits[0] == "0":
        return None
    regions = _calling_codes()
    code = next((digits[:n] for n in (1, 2, 3) if digits[:n] in regions), "")
    alone = groups[0].digits == code and not _begins_american(groups)
    own = bool(code) and not countries.isdisjoint(regions[code])
    if not (alone and (own or not _is_area(code))) and not (own and len(groups) == 1):
        return None
    reading = _international(digits)
    if reading is None or not reading.valid:
        return None
    return Reading(reading.e164, sure=own)


@lru_cache(maxsize=1024)
def _is_area(code: str) -> bool:
    return north_american().match(f"{code}5550100") is not None


def _begins_american(groups: Sequence[Group]) -> bool:
    """`(505) 555-0178 box 2`: groups that begin as a whole American number do, whatever country code their area is too."""
    if len(groups) < 3 or len(groups[0].digits) != 3 or len(groups[1].digits) not in (3, 7):
        return False
    digits = "".join(group.digits for group in groups)
    third = len(groups[2].digits)
    return (len(groups[1].digits) == 7 or 4 <= third <= 6) and north_american().match(digits[:10]) is not None


def _after_prefix(digits: str, region: str) -> str:
    """What follows 00, or North America's 011; empty if neither leads."""
    if digits.startswith("00"):
        return digits[2:].removeprefix("0") if digits.startswith("000") else digits[2:]
    if digits.startswith("011") and _is_north_american(region):
        return digits[3:]
    return ""


def _old_mexican(digits: str, countries: frozenset[str]) -> Reading | None:
    """044 and 045 led to mobile telephones inside Mexico until 2019."""
    if "MX" in countries and len(digits) == 13 and digits.startswith(("044", "045")):
        return _international("52" + digits[3:])
    return None


def _international(digits: str) -> Reading | None:
    if digits.startswith("52"):
        # Until 2019 mobile telephones in Mexico took a 1 (from abroad), 01, 044 or 045 before their ten digits.
        for old in ("1", "01", "044", "045"):
            if digits.startswith(old, 2) and len(digits) == 12 + len(old):
                digits = "52" + digits[2 + len(old) :]
                break
    return _parsed("+" + digits, None)


def _national(digits: str, region: str) -> Reading | None:
    if len(digits) == 10 and digits[0] in "23456789" and _is_north_american(region) and north_american().match(digits):
        return Reading(f"+1{digits}")  # what the library says too, at a tenth of the time
    return _parsed(digits, region)


@lru_cache(maxsize=256)
def _is_north_american(region: str) -> bool:
    return bool(library().country_code_for_region(region) == _NORTH_AMERICA)


@lru_cache(maxsize=1)
def _calling_codes() -> dict[str, frozenset[str]]:
    """Calling codes as digits, and whose each is."""
    return {str(code): frozenset(regions) for code, regions in library().COUNTRY_CODE_TO_REGION_CODE.items()}


def _parsed(text: str, region: str | None) -> Reading | None:
    lib = library()
    try:
        number = lib.parse(text, region)
    except lib.NumberParseException:
        return None
    significant = lib.national_significant_number(number)
    if _is_filler(significant) or (number.country_code == _NORTH_AMERICA and len(significant) != 10):
        return None  # Canada's seven digits `310-xxxx` look like a number in Los Angeles that was cut short
    e164 = f"+{number.country_code}{significant}"
    if lib.is_valid_number(number):
        return Reading(e164)
    possible = lib.is_possible_number_with_reason(number) == lib.ValidationResult.IS_POSSIBLE  # local-only ones are not
    return Reading(e164, sure=False, valid=False) if possible else None


def is_valid(e164: str) -> bool:
    """Whether the number's country has such numbers. Nobody need have it."""
    reading = _parsed(e164, None)
    return reading is not None and reading.valid


def _is_filler(digits: str) -> bool:
    return len(set(digits)) == 1 or any(digits in run for run in _RUNS)


@lru_cache(maxsize=1)
def library() -> ModuleType:
    """libphonenumber, when the first number is read: it takes a while to load. Never its geocoder (97 MB)."""
    import phonenumbers  # noqa: PLC0415 - see above

    return phonenumbers
