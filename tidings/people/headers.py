"""What a column's header says of it: known spellings in four languages, affixes and numbers, and whose a contact is.

A telephone number under an attorney's, a sponsor's or a mother's header is not the person's: to take it for theirs would
be a letter to a stranger. So whatever a header says beyond a known spelling makes it less sure, and a word that nobody
here knows beside "phone" makes nothing the person's own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tidings.model import Kind
from tidings.people.columns import Field
from tidings.people.values.cells import clean
from tidings.people.values.notes import phone_owner
from tidings.people.values.spelling import folded

OWN_CONTACT = frozenset((Field.PHONE, Field.EMAIL, Field.ADDRESS))
"""What a notice would be sent to as the person's own."""

_NOBODY = frozenset(("legal", "ex", "pais"))
"""Words of phrases.toml that in a header are no relation: `pais` is a country in Spanish before it is parents."""

_LONGEST = 120
_SHORTEST_SQUEEZED, _SHORTEST_CLOSE = 5, 5
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z]{3})(?=\d)|(?<=\d)(?=[A-Za-z]{3})")


class Told(Enum):
    """How much a header tells."""

    EXACT = auto()  # a known spelling, perhaps with a number behind it
    OWN = auto()  # a known spelling and words that say it is the person's own
    WHICH = auto()  # a known spelling and words that say which of several
    CLOSE = auto()  # nearly a known spelling
    TWO_THINGS = auto()  # a known word that means one thing or another
    PARTLY = auto()  # a known word among words that are not
    ELSE = auto()  # somebody else's
    ABOUT = auto()  # about another column
    DATE = auto()  # some date; not said to be of a birth
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Heading:
    """`why` is made of our own words and spellings: never of the header, which may be a person's cell."""

    told: Told
    field: Field | None = None
    kind: Kind | None = Kind.OTHER
    why: str = "header not known"
    thing: Field | None = None
    """What it would be if it were the person's own."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    field: Field | None
    kind: Kind | None
    means: str
    spelling: str
    unsure: bool


@lru_cache(maxsize=4096)
def read_header(header: str) -> Heading:
    """What a header says. Never raises."""
    words = _words(header)
    known = _vocabulary()
    if not words:
        return Heading(Told.NOTHING, why="no header")
    if found := known.exact(folded(clean(header[:_LONGEST])).split()) or known.exact(words):
        return _said(Told.EXACT, found, "header known")
    plain = [word for word in words if not _is_number(word)] or words
    if plain != words and (found := known.exact(plain)):
        return _said(Told.EXACT, found, "header known, with a number")
    return _taken_apart(plain, known) or _close(plain, known) or Heading(Told.NOTHING)


def _taken_apart(words: list[str], known: _Vocabulary) -> Heading | None:
    others, attorneys = known.others(words), known.attorneys(words)
    about = any(word in known.about for word in words)
    rest = [word for word in words if word not in others and word not in attorneys and word not in known.about]
    thing = known.thing(rest)
    if attorneys or others:
        bare = [word for word in rest if word not in known.qualifiers]
        return _of_another(bool(attorneys), bool(others), None if about else thing, named=about or bool(bare))
    if found := known.exact([word for word in words if word not in known.small]):
        return _said(Told.EXACT, found, "header known")
    is_birth = any(word in known.birth for word in words)
    if not is_birth and any(word in known.date for word in words) and (thing is None or thing.field in (None, Field.NOTES)):
        close = _close(words, known)
        if close and close.field is Field.DATE_OF_BIRTH:
            return close
        return Heading(Told.DATE, None, Kind.CASE, "header says a date, not of what birth", Field.DATE_OF_BIRTH)
    if about and thing and not (is_birth and thing.field is Field.DATE_OF_BIRTH):
        return Heading(Told.ABOUT, None, Kind.OTHER, f"header says something about '{thing.spelling}', not that itself")
    own = [word for word in words if word not in known.own and word not in known.small]
    if found := known.exact(own) or known.any_order(own):
        return _said(Told.OWN, found, f"header says '{found.spelling}' of the person")
    bare = [word for word in words if word not in known.qualifiers]
    if found := known.exact(bare) or known.any_order(bare):
        return _said(Told.WHICH, found, f"header says which '{found.spelling}'")
    # A known contact among unknown words is no slip: `c/o address` is not `address`, nor `phone in` `phone no`.
    within = known.contains(words)
    if within is None or within.field not in OWN_CONTACT:
        close = _close(words, known)
        if close is not None:
            return close
    if within:
        kind = Kind.OTHER if within.field in OWN_CONTACT else within.kind
        return Heading(Told.PARTLY, None, kind, f"header says '{within.spelling}' and words not known", within.field)
    return _close(bare, known)


def _of_another(attorney: bool, other: bool, thing: _Meaning | None, *, named: bool) -> Heading:
    """An attorney's phone and e-mail are theirs to be told by; nobody else's contact is used from a column of its own.

    `named`: the header says more than who it is.
    """
    field = thing.field if thing else None
    if attorney and not other:
        if field in (Field.PHONE, Field.EMAIL):
            return Heading(Told.ELSE, Field.ATTORNEY_CONTACT, Kind.ATTORNEY, "header says an attorney's contact", field)
        if (thing is None and not named) or field in (Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME):
            return Heading(Told.ELSE, Field.ATTORNEY, Kind.ATTORNEY, "header says an attorney", Field.ATTORNEY)
        return Heading(Told.ELSE, None, Kind.ATTORNEY, "header says something of an attorney", field)
    return Heading(Told.ELSE, None, Kind.OTHER, "header says somebody else's, not the person's own", field)


def _close(words: Sequence[str], known: _Vocabulary) -> Heading | None:
    text = "".join(words)
    if not _SHORTEST_CLOSE <= len(text) <= 60:
        return None
    slips = 1 if len(text) < 9 else 2
    found = process.extractOne(text, known.squeezed.keys(), scorer=OSA.distance, score_cutoff=slips)
    if found is None:
        return None
    meaning = known.squeezed[found[0]]
    return _said(Told.CLOSE, meaning, f"header looks like '{meaning.spelling}'")


def _said(told: Told, meaning: _Meaning, why: str) -> Heading:
    told = Told.TWO_THINGS if meaning.unsure else told
    return Heading(told, meaning.field, meaning.kind, f"{why}: {meaning.means}" if meaning.means else why, meaning.field)


def _words(header: str) -> list[str]:
    text = _CAMEL.sub(" ", clean(header[:_LONGEST])).replace("#", " number ").replace("№", " number ").replace("º", "o")
    return folded(text).split()


def _is_number(word: str) -> bool:
    return (word.isdigit() and len(word) <= 2) or word in ("i", "ii", "iii", "iv")


class _Vocabulary:
    """headers.toml, by spelling as it stands, without spaces, and in any order of its words."""

    def __init__(self) -> None:
        data = tomllib.loads((files(__package__) / "headers.toml").read_text(encoding="utf-8"))
        words = {name: [" ".join(_words(word)) for word in spellings] for name, spellings in data["words"].items()}
        self.own, self.small = frozenset(words["own"]), frozenset(words["small"])
        self.about, self.date, self.birth = frozenset(words["about"]), frozenset(words["date"]), frozenset(words["birth"])
        self.qualifiers = self.own | self.small | frozenset(words["which"])
        self._attorney, self._others = (_Phrases(words[whose], self.qualifiers | self.about) for whose in ("attorney", "others"))
        self.spaced: dict[str, _Meaning] = {}
        self.squeezed: dict[str, _Meaning] = {}
        self._sets: dict[frozenset[str], _Meaning | None] = {}
        for entry in data["header"]:
            field, kind = entry.get("field"), entry.get("kind")
            for spelling in entry["headers"]:
                self._add(
                    _words(spelling),
                    _Meaning(
                        Field(field) if field else None,
                        Kind(kind) if kind else None,
                        entry.get("means", ""),
                        spelling,
                        entry.get("unsure", False),
                    ),
                )

    def _add(self, words: list[str], meaning: _Meaning) -> None:
        self.spaced.setdefault(" ".join(words), meaning)
        squeezed = "".join(words)
        if len(squeezed) >= _SHORTEST_SQUEEZED and meaning.spelling != "#":
            self.squeezed.setdefault(squeezed, meaning)
        if several := frozenset(word for word in words if word not in self.small):
            known = self._sets.setdefault(several, meaning)
            if known and (known.field, known.kind) != (meaning.field, meaning.kind):
                self._sets[several] = None  # the order of its words makes the difference

    def exact(self, words: Sequence[str]) -> _Meaning | None:
        squeezed = "".join(words)
        found = self.spaced.get(" ".join(words))
        return found or (self.squeezed.get(squeezed) if len(squeezed) >= _SHORTEST_SQUEEZED else None)

    def any_order(self, words: Sequence[str]) -> _Meaning | None:
        return self._sets.get(frozenset(word for word in words if word not in self.small)) if words else None

    def thing(self, words: Sequence[str]) -> _Meaning | None:
        return self.exact(words) or self.any_order(words) or self.contains(words)

    def contains(self, words: Sequence[str]) -> _Meaning | None:
        """The longest known spelling inside the words, contacts first: these must not be overlooked."""
        found = [
            meaning
            for start in range(len(words))
            for end in range(len(words), start, -1)
            if (meaning := self.exact(words[start:end])) and meaning.field
        ]
        return next((meaning for meaning in found if meaning.field in OWN_CONTACT), found[0] if found else None)

    def attorneys(self, words: Sequence[str]) -> set[str]:
        return self._attorney.among(words)

    def others(self, words: Sequence[str]) -> set[str]:
        """The words that name somebody who is neither the person nor an attorney."""
        named = {word for word in words if (owner := phone_owner(word)) and owner.value != "attorney" and word not in self.own}
        return self._others.among(words) | {word for word in named if word not in _NOBODY}


class _Phrases:
    """Words and short phrases that name somebody; one letter wrong in a long word is seen through."""

    def __init__(self, phrases: Iterable[str], known: frozenset[str]) -> None:
        self._known = known
        self._phrases = [tuple(phrase.split()) for phrase in phrases]
        self._words = frozenset(phrase[0] for phrase in self._phrases if len(phrase) == 1)
        self._long = [word for word in self._words if len(word) >= 6]

    def among(self, words: Sequence[str]) -> set[str]:
        found = {word for word in words if word in self._words or (word not in self._known and self._is_close(word))}
        for phrase in self._phrases:
            size = len(phrase)
            if size > 1 and any(tuple(words[i : i + size]) == phrase for i in range(len(words) - size + 1)):
                found.update(phrase)
        return found

    def _is_close(self, word: str) -> bool:
        return len(word) >= 6 and process.extractOne(word, self._long, scorer=OSA.distance, score_cutoff=1) is not None


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()
