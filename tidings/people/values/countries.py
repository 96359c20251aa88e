"""The country of a cell as ISO 3166-1 alpha-2: names in several languages, demonyms, alpha-2 and alpha-3 codes (CLDR)."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global

from tidings.people.values.cells import bare
from tidings.people.values.spelling import Vocabulary, folded

_NAMED_IN = tuple("en es fr pt ru uk tr ar fa zh hi bn ne pa am ti so vi ka hy ro de it ps ur".split())  # noqa: SIM905 - legible
_NOT_COUNTRIES = frozenset(("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"))
_AMBIGUOUS = frozenset(
    ("congo", "korea", "corea", "coree", "coreia", "congolese", "korean", "coreano", "coreana", "guinean", "virgin islands")
)
_FORMAL = re.compile(
    r"(?P<name>[^,]+),(?:\s*\b(?:islamic|republic|rep|of|the|federal|democratic|socialist|peoples?|kingdom|state|plurinational|bolivarian"
    r"|arab|federation|fed|dem|rep[uú]blica|isl[aá]mica|bolivariana|de|del|la)\b\.?)+",
    re.IGNORECASE,
)
"""A country and its form of state. Not for China: there the form makes the difference."""
_INSIDE = re.compile(r"[(\[](.*?)[)\]]")
_BRACKETED = re.compile(r"\s*[(\[].*?[)\]]\s*")
_OF_STATE = re.compile(
    r"^(?:the |rep(?:ublica|ublique|ublic)?\.? (?:of|de|du|d|da)(?: la| el)? |federa(?:cion|tion) (?:of|de) |fed\.? |s r |"
    r"citizen (?:of|from) |national of |nacional de |ciudadan[oa] de |nacionalidad |from |de |born in |nacid[oa] en |"
    r"(?:socialist rep(?:ublic)?\.?|union|kingdom|state|commonwealth) of |union de )+"
    r"|(?: national| citizen| citizenship| nationality| republic| c a| d f| sar| strip| country| born| nacional| ciudadan[oa])+$"
)
"""What a country's name is still the same country without. Asked only where the whole name is not known."""
_BOTH_GENDERS = re.compile(r"(?<=\w)(?:/[ao]|[(/](?:a|o|e|ne|na)\)?)$", re.IGNORECASE)
_CODE_AND_NAME = re.compile(r"([A-Z]{2,3})\s*[-–:/=,.(]\s*([^()]+)\)?|([^()]+?)\s*[-–:/=,(]\s*([A-Z]{2,3})\)?")
"""`MX - Mexico`: both must name the same country."""
_SEVERAL = re.compile(r"\s*[/;|&\n]\s*|\s+(?:and|or|y|o|et|ou|e)\s+")
_CITY_FIRST = re.compile(r".*,\s*([^,]+)")
_LONGEST = 120


@lru_cache(maxsize=4096)
def read_country(cell: str) -> tuple[str, str]:
    """The code of a cleaned cell and "", or "" and country.unknown, or "" and country.several (two nationalities: which
    one is feared is not for a program to choose).

    A place of birth may lead (`San Pedro Sula, Honduras`). A word that means two countries (`Congolese`) gives none.
    """
    text = bare(cell[:_LONGEST])
    found = _one(text)
    if found is None and (single := _BOTH_GENDERS.sub("", text)) != text:
        found = _one(single)
    if found is None and (core := _OF_STATE.sub("", folded(text))) and core != folded(text):
        found = _vocabulary().exact(core)
    if found is None:
        parts = {_one(part) for part in _SEVERAL.split(text) if part.strip()} if _SEVERAL.search(text) else set()
        if len(parts) > 1 and None not in parts:
            return "", "country.several"
        found = parts.pop() if len(parts) == 1 else None
    if found is None and (match := _CODE_AND_NAME.fullmatch(text)):
        both = {_one(part) for part in match.groups() if part}
        found = both.pop() if len(both) == 1 else None
    if found is None and (match := _CITY_FIRST.fullmatch(text)):
        before = text[: match.start(1)].rpartition(",")[0]
        two = {_vocabulary().exact(before.rpartition(":")[2]), _vocabulary().exact(match.group(1))}
        if len(two) == 2 and all(two):
            return "", "country.several"
        known = _vocabulary().exact(match.group(1)) if len(match.group(1)) <= 3 else _vocabulary().find(match.group(1))
        # Of three letters only a well-known abbreviation (`Kinshasa, DRC`): `Lima, PER` may as well be a province.
        found = known if len(match.group(1)) > 3 or match.group(1) == "DRC" else None
    return (found, "") if found else ("", "country.unknown")


def _one(text: str) -> str | None:
    words = _vocabulary()
    found = words.exact(text)
    if found is None and (bracketed := _BRACKETED.sub(" ", text)) != text:
        inside = _INSIDE.findall(text)
        outside = words.exact(bracketed)
        names = {code for part in inside if (code := words.exact(part))}
        # `Turkey (Türkiye)` and `Congo (DRC)` name one country, in one place or two; `China (Taiwan)` names two.
        found = outside if outside and names <= {outside} else (names.pop() if len(names) == 1 and not outside else None)
    if found is None and (formal := _FORMAL.fullmatch(text)):
        found = words.exact(formal["name"])
        found = None if found == "CN" else found
    return words.find(text) if found is None else found


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    words = Vocabulary()
    words.add(_AMBIGUOUS, "")
    for code, spellings in tomllib.loads((files(__package__) / "countries.toml").read_text(encoding="utf-8")).items():
        words.add(spellings, code)
    english = map(str, Locale.parse("en").territories)
    codes = [code for code in english if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_COUNTRIES]
    for code in codes:
        words.add((code,), code, forgive=False)
    for alias, targets in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}|\\d{3}", alias) and len(targets) == 1 and targets[0] in codes:
            words.add((alias,), targets[0], forgive=False)
    for locale in _NAMED_IN:
        names = Locale.parse(locale).territories
        for code in codes:
            words.add((names.get(code, ""),), code)
    return words
