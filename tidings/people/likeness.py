"""Whether two records are one person's: surely, likely (a human looks), or not. Pure functions of two records.

A telephone number, an address or an attorney never joins anybody: families, shelters and law firms share them. What
joins is a reference number or, where a row has none, name, birth date and country together.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import token_sort_ratio

from tidings.people.values.spelling import folded
from tidings.record import Record

ALIKE = 88.0
"""Of 100 (rapidfuzz's token_sort_ratio): from here on two names may be spellings of one. Measured on pairs of names that
a typist could confuse; below it strangers with a common surname come in."""
_SHORTEST_NAME = 5
"""Letters: a shorter name is too little to find anybody by."""


UNDATED = "undated"
"""The trace of everybody without a birth date: by it they are found, to be compared with all."""


class Likeness(Enum):
    """SURE joins two rows. LIKELY holds both for a human, since one person must not be told as two, nor two as one."""

    SURE = "sure"
    LIKELY = "likely"
    DIFFERENT = "different"


def compare(one: Record, other: Record) -> Likeness:
    """How sure it is that two records are of one person."""
    if one.reference and one.reference == other.reference:
        return Likeness.SURE
    same = traces(one).identity
    if same and same == traces(other).identity:
        # Two reference numbers are two people until somebody says otherwise: one of them may be mistyped.
        return Likeness.LIKELY if one.reference and other.reference else Likeness.SURE
    if not _may_be_one_country(one, other) or not _names_alike(one.name, other.name):
        return Likeness.DIFFERENT
    days = _days_alike(one.date_of_birth, other.date_of_birth)
    if one.reference and other.reference:
        close = DamerauLevenshtein.distance(one.reference, other.reference, score_cutoff=1) <= 1
        return Likeness.LIKELY if close and days is True else Likeness.DIFFERENT
    return Likeness.DIFFERENT if days is False else Likeness.LIKELY


class Traces(NamedTuple):
    """Texts by which a record is found again. They hold what the record holds, so they are marked and never kept.

    `identity` is equal for equal people, and empty where name, birth date or country is unknown. Of `traces`, two records
    that `compare` finds alike have at least one in common, but for rare double slips.
    """

    identity: str
    traces: tuple[str, ...]


def traces(record: Record) -> Traces:
    """The order of a name's parts, their accents and their case do not matter, since lists change them freely."""
    parts = words(record.name)
    country, born = record.nationality or record.birth_country, record.date_of_birth
    name = " ".join(parts)
    identity = f"identity|{name}|{born}|{country}" if country and born and len(parts) > 1 else ""
    if len(name) < _SHORTEST_NAME:
        return Traces(identity, ())
    if born is None:
        return Traces(identity, (UNDATED, f"undated|{name}"))
    return Traces(
        identity,
        (
            f"day+letters|{born}|{''.join(word[0] for word in parts)}",  # a slip inside a word
            f"day+word|{born}|{max(parts, key=lambda word: (len(word), word))}",  # a part of the name left out
            f"name+year|{name}|{born.year}",  # a wrong day or month, or the two of them swapped
            f"name+day|{name}|{min(born.day, born.month)}|{max(born.day, born.month)}",  # a wrong year
        ),
    )


def _names_alike(one: str, other: str) -> bool:
    """Whether two names can be spellings of one: a slip or two, a part left out, parts in another order."""
    parts, others = words(one), words(other)
    if min(len(" ".join(parts)), len(" ".join(others))) < _SHORTEST_NAME:
        return False
    fewer, more = sorted((set(parts), set(others)), key=len)
    if len(fewer) >= 2 and fewer <= more:
        return True
    return token_sort_ratio(" ".join(parts), " ".join(others)) >= ALIKE


def _days_alike(one: date | None, other: date | None) -> bool | None:
    """Whether two birth dates may be one: equal, day and month swapped, or one part different. None: one is unknown."""
    if one is None or other is None:
        return None
    parts, others = (one.year, one.month, one.day), (other.year, other.month, other.day)
    swapped = parts[0] == others[0] and parts[1:] == others[:0:-1]
    return swapped or sum(left != right for left, right in zip(parts, others, strict=True)) <= 1


def _may_be_one_country(one: Record, other: Record) -> bool:
    """Whether no country of the one contradicts the other's: unknown contradicts nothing."""
    countries, others = {one.nationality, one.birth_country} - {""}, {other.nationality, other.birth_country} - {""}
    return not countries or not others or not countries.isdisjoint(others)


def words(name: str) -> tuple[str, ...]:
    """The parts of a name without accents and case, in one order for all."""
    return tuple(sorted(folded(name).split()))
