"""The country of a cell as ISO 3166-1 alpha-2: names in several languages, demonyms, alpha-2 and alpha-3 codes (CLDR)."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global

from tidings.people.values.spelling import Vocabulary

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
_BRACKETED = re.compile(r"\s*[(\[].*?[)\]]\s*")
_SEVERAL = re.compile(r"\s*[/;|&\n]\s*|\s+(?:and|or|y|o|et|ou|e)\s+")
_CITY_FIRST = re.compile(r".*,\s*([^,]+)")
_LONGEST = 120


@lru_cache(maxsize=4096)
def read_country(cell: str) -> tuple[str, str]:
    """The code of a cleaned cell and "", or "" and country.unknown, or "" and country.several (two nationalities: which
    one is feared is not for a program to choose).

    A place of birth may lead (`San Pedro Sula, Honduras`). A word that means two countries (`Congolese`) gives none.
    """
    text = cell[:_LONGEST]
    found = _one(text)
    if found is None:
        parts = {_one(part) for part in _SEVERAL.split(text) if part.strip()} if _SEVERAL.search(text) else set()
        if len(parts) > 1 and None not in parts:
            return "", "country.several"
        found = parts.pop() if len(parts) == 1 else None
    if found is None and (match := _CITY_FIRST.fullmatch(text)):
        found = _vocabulary().find(match.group(1)) if len(match.group(1)) > 3 else None
    return (found, "") if found else ("", "country.unknown")


def _one(text: str) -> str | None:
    words = _vocabulary()
    found = words.exact(text)
    if found is None and (bracketed := _BRACKETED.sub(" ", text)) != text:
        found = words.exact(bracketed)
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
