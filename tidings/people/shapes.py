"""What a column's cells look like: which share of them the readers of values/ accept. Shares come out, never a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from tidings.model import Personal
from tidings.people.columns import Columns
from tidings.people.values.cells import bare, clean
from tidings.people.values.countries import read_country
from tidings.people.values.dates import read_date
from tidings.people.values.dialling import is_valid
from tidings.people.values.emails import read_emails
from tidings.people.values.languages import read_language
from tidings.people.values.phones import read_phones
from tidings.people.values.references import ReferenceForm, read_reference
from tidings.people.values.spelling import folded

MOST = 300
"""Cells of a column that are looked at, spread evenly over the sample: a share is then known to 6 in 100."""

_TRIED, _STRIDE = 24, 13
"""To find that a name is no country's takes milliseconds: a column of which 24 cells, from all over it, are hardly ever one
is not asked on. Less than a tenth then are countries, and a tenth is what it takes to speak for or against anything.
"""

_WORD_LENGTH = 60
_SEX = frozenset("m f x male female man woman masculino femenino hombre mujer masculin feminin homme femme nonbinary".split())  # noqa: SIM905
_YES_NO = frozenset("y n yes no si oui non sim nao true false t f 0 1 x ja".split())  # noqa: SIM905 - legible
_FACILITY = re.compile(
    r"\b(?:detention|correctional|corrections|facility|jail|prison|penitentiary|processing (?:center|centre)|ice|spc|cdf|ipc"
    r"|residential center|centro de detencion|centre de (?:detention|retention)|centro de detencao|carcel|prison)\b"
)
_STREET = re.compile(
    r"\b(?:st|str|street|ave|av|avenue|avenida|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|way|hwy|highway|pkwy|apt|unit"
    r"|suite|ste|po box|calle|carrera|cra|col|colonia|rue|rua|chemin|place|pl|plaza|apartado|bp|zip|casa|lote|barrio|quartier"
    r"|bairro)\b"
)
_NAME = re.compile(r"[^\W\d_]+(?:['’.\-]+[^\W\d_]+)*[.']?(?:,? [^\W\d_]+(?:['’.\-]+[^\W\d_]+)*[.']?){0,6}")
_FIVE_DIGITS = re.compile(r"\d{5}(?:\.0+)?")


class Shape(StrEnum):
    """The values are words for a share's sentence: `94 % of its cells are …`."""

    EMAIL = "e-mail addresses"
    PHONE = "phone numbers"
    REFERENCE = "reference numbers"
    DATE = "dates"
    COUNTRY = "countries"
    LANGUAGE = "languages"
    CUSTODY = "custody statuses"
    SEX = "sexes"
    YES_NO = "yes or no"
    FACILITY = "places of detention"
    ADDRESS = "postal addresses"
    NAME = "like names"
    NOTE = "sentences"
    NUMBER = "plain numbers"


@dataclass(slots=True)
class Evidence:
    """Of one column. `looked` is how many cells that are not empty were looked at; shares are of these."""

    looked: int = 0
    counts: Counter[Shape] = field(default_factory=Counter)
    day_numbers: int = 0
    """Five digits: a spreadsheet's day number where the header says a date, and a ZIP code otherwise."""
    ages: list[int] = field(default_factory=list)
    """Years between each date and the exposure; below 0 is after it."""
    at_home: int = 0
    """Countries that are the incident's own `default_region`: where people live, perhaps, and not where they come from."""
    distinct: float = 0.0
    counting: bool = False
    """Numbers that only go up: rows are numbered."""

    def share(self, *shapes: Shape) -> float:
        return sum(self.counts[shape] for shape in shapes) / self.looked if self.looked else 0.0

    @property
    def dates(self) -> float:
        return (self.counts[Shape.DATE] + self.day_numbers) / self.looked if self.looked else 0.0

    @property
    def after(self) -> float:
        """The share of dates after the exposure: nobody was born then."""
        return sum(age < 0 for age in self.ages) / len(self.ages) if self.ages else 0.0

    @property
    def spread(self) -> int:
        """Years from the early dates to the late ones (5 % at each end left out)."""
        ages = sorted(self.ages)
        cut = len(ages) // 20
        return ages[-1 - cut] - ages[cut] if ages else 0

    @property
    def are_births(self) -> bool:
        """Births lie decades apart; arrivals, encounters and hearings within a few years, or still ahead."""
        return len(self.ages) >= 5 and self.spread >= 15 and self.after <= 0.02

    @property
    def are_events(self) -> bool:
        return len(self.ages) >= 10 and (self.after > 0.05 or (self.spread <= 6 and sorted(self.ages)[len(self.ages) // 2] <= 4))


class Looker(Personal):
    """Looks at cells by an incident's rules. Holds no cell."""

    def __init__(self, columns: Columns, latest: date, region: str) -> None:
        self._columns, self._latest, self._region = columns, latest, region

    def look(self, cells: Sequence[str]) -> Evidence:
        """What the cells of one column look like. Never raises."""
        texts = [text for cell in cells if (text := clean(cell[:4000])) and not self._columns.is_empty(text)]
        step = max(1, len(texts) // MOST)
        chosen = texts[::step][:MOST]
        found = Evidence(looked=len(chosen))
        spread = [text for start in range(_STRIDE) for text in chosen[start::_STRIDE]]
        for number, text in enumerate(spread):
            words = found.counts[Shape.COUNTRY] + found.counts[Shape.LANGUAGE] >= number / 12
            found.counts.update(self._shapes(text, found, words=words or number < _TRIED))
        found.distinct = len(set(chosen)) / len(chosen) if chosen else 0.0
        numbers = [int(text) for text in chosen if text.isascii() and text.isdigit() and len(text) < 10]
        found.counting = len(numbers) >= 3 and len(numbers) == len(chosen) and all(a < b for a, b in pairwise(numbers))
        return found

    def _shapes(self, text: str, found: Evidence, *, words: bool) -> set[Shape]:
        """Of a cell: all that readers accept it as; if none does, what it merely looks like."""
        digits = sum(map(str.isdigit, text))
        letters = sum(map(str.isalpha, text))
        shapes = self._contacts(text, digits)
        if digits:
            return shapes | (self._numbers(text, digits, letters, found) if not shapes & {Shape.EMAIL} else set())
        return shapes or self._words(text, found, vocabularies=words)

    def _contacts(self, text: str, digits: int) -> set[Shape]:
        shapes = set()
        if ("@" in text or "arroba" in text.lower() or " at " in text) and read_emails(text).addresses:
            shapes.add(Shape.EMAIL)
        if digits >= 7 and len(text) <= 120 and self._is_phone(text):
            shapes.add(Shape.PHONE)
        return shapes

    def _is_phone(self, text: str) -> bool:
        if text[0] in "Aa" and text[1:2] in " -#:0123456789" and self._columns.reference is ReferenceForm.A_NUMBER:
            return False
        if self._columns.reference is ReferenceForm.PLAIN and text.isalnum() and not text.isdigit():
            return False
        # One that its country does not have yet, or any more, is one all the same if it is written as one.
        numbers = read_phones(text, self._region).numbers
        return any(number.sure or is_valid(number.e164) for number in numbers) or (bool(numbers) and text[0] in "+(")

    def _numbers(self, text: str, digits: int, letters: int, found: Evidence) -> set[Shape]:
        plain = bare(text)
        if _FIVE_DIGITS.fullmatch(plain):
            found.day_numbers += 1
            return {Shape.NUMBER}
        if len(text) <= _WORD_LENGTH and digits >= 3 and self._is_date(text, found):
            return {Shape.DATE}
        if self._is_reference(text, digits, letters):
            return {Shape.REFERENCE}
        if letters == 0:
            return {Shape.NUMBER} if digits <= 7 else set()
        words = folded(text)
        if _FACILITY.search(words):
            return {Shape.FACILITY}
        if digits < 12 and letters >= 4 and (_STREET.search(words) or ("," in text and len(words.split()) >= 4)):
            return {Shape.ADDRESS}
        return {Shape.NOTE} if len(words.split()) >= 4 else set()

    def _is_date(self, text: str, found: Evidence) -> bool:
        day, code = read_date(text, date(self._latest.year + 10, 12, 31), self._columns.dates)
        if day is None:
            return code == "date.impossible"
        # A year of two digits reads as the last one that is not ahead: here that would be ten years too late.
        exact, _ = read_date(text, self._latest, self._columns.dates)
        day = exact or day
        found.ages.append((self._latest - day).days // 365 if day <= self._latest else -1)
        return True

    def _is_reference(self, text: str, digits: int, letters: int) -> bool:
        if self._columns.reference is ReferenceForm.PLAIN:
            return digits >= 3 and len(text) <= 30 and text.count(" ") <= 2 and letters <= 8
        return letters <= 12 and digits <= 12 and bool(read_reference(text, self._columns.reference)[0])

    def _words(self, text: str, found: Evidence, *, vocabularies: bool) -> set[Shape]:
        shapes: set[Shape] = set()
        word = folded(text)
        if word in _SEX:
            shapes.add(Shape.SEX)
        if word in _YES_NO:
            shapes.add(Shape.YES_NO)
        if _FACILITY.search(word) and len(word) > 12:
            return {Shape.FACILITY}
        if len(text) <= _WORD_LENGTH:
            if self._columns.custody(text) is not None:
                shapes.add(Shape.CUSTODY)
            country = read_country(text)[0] if vocabularies else ""
            if country:
                shapes.add(Shape.COUNTRY)
                found.at_home += country == self._region
            if vocabularies and read_language(text)[0]:
                shapes.add(Shape.LANGUAGE)
        if shapes:
            return shapes
        if len(text) <= _WORD_LENGTH and _NAME.fullmatch(text) and (len(word.split()) <= 3 or text != text.lower()):
            return {Shape.NAME}
        return {Shape.NOTE} if len(word.split()) >= 4 else set()
