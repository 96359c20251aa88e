"""What a free-text note decides: whether to phone, whether it is dangerous, who reads, whose a telephone is.

The phrases are data (`phrases.toml`). A note is only ever searched, never run or shown: `=HYPERLINK(…)` is just text.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from tidings.model import Flag, Owner, Personal
from tidings.people.values.spelling import folded

_LONGEST = 4000
_O_AS_ZERO = re.compile(r"(?<=[a-z])0(?=[a-z])")
_LETTER = re.compile(r"[^\W\d_]")
_NAMED_WORDS = re.compile(r"<(\w+)>")
_PHONE = (
    "(?:phones?|numbers?|cells?|cell ?phones?|mobiles?|telephones?|tel|telefonos?|celular|movil|numeros?|whatsapp|lines?|linea"
    "|contact)"
)


@dataclass(frozen=True, slots=True, repr=False)
class Note(Personal):
    """`owner` is None where the note says nothing of whose the telephone is."""

    flags: frozenset[Flag] = frozenset()
    owner: Owner | None = None


@dataclass(frozen=True, slots=True)
class _Phrases:
    harmless: re.Pattern[str]
    rules: tuple[tuple[frozenset[Flag], re.Pattern[str]], ...]
    owners: tuple[tuple[Owner, re.Pattern[str]], ...]
    """Somebody is named at all: enough inside a phone cell."""
    phones_of: tuple[tuple[Owner, re.Pattern[str]], ...]
    """Somebody is named as the one whose telephone it is: what it takes inside a note."""


def read_note(cell: str) -> Note:
    """Flags and phone owner of a cleaned note. A note that says nothing of these gives an empty Note."""
    text = folded(cell[:_LONGEST])
    if not text:
        return Note()
    phrases = _phrases()
    text = _O_AS_ZERO.sub("o", text) if "0" in text else text
    flags = _flags(text, phrases)
    if flags:
        flags = _flags(phrases.harmless.sub(" ", text).strip(), phrases)
    named = [(match.end(), owner) for owner, pattern in phrases.phones_of if (match := pattern.search(text))]
    return Note(flags, min(named)[1] if named else None)


def _flags(text: str, phrases: _Phrases) -> frozenset[Flag]:
    return frozenset[Flag]().union(*(rule_flags for rule_flags, pattern in phrases.rules if pattern.search(text)))


def phone_owner(text: str) -> Owner | None:
    """Whose number it is, as words beside it in its cell say; None if they do not."""
    if not _LETTER.search(text):
        return None
    words = folded(text)
    return next((owner for owner, pattern in _phrases().owners if pattern.search(words)), None)


@lru_cache(maxsize=1)
def _phrases() -> _Phrases:
    data = tomllib.loads((files(__package__) / "phrases.toml").read_text(encoding="utf-8"))
    words: dict[str, str] = data["words"]

    def pattern(phrases: list[str]) -> re.Pattern[str]:
        ways = "|".join(f"(?:{_NAMED_WORDS.sub(lambda name: words[name.group(1)], phrase)})" for phrase in phrases)
        return re.compile(rf"\b(?=\w)(?:{ways})")  # every phrase begins a word: said once, most places are passed over at once

    rules = tuple((frozenset(map(Flag, rule["flags"])), pattern(rule["any"])) for rule in data["rule"])
    named: list[tuple[Owner, re.Pattern[str]]] = []
    phones_of: list[tuple[Owner, re.Pattern[str]]] = []
    for owner, words in data["owner"].items():
        who = "(?:" + "|".join(sorted(map(folded, words), key=len, reverse=True)) + ")s?"
        named.append((Owner(owner), re.compile(rf"\b{who}\b")))
        phones_of.append(
            (
                Owner(owner),
                re.compile(
                    rf"\b{_PHONE}(?: \w+){{0,2}} (?:is|are|belongs? to|of|with|by|from|es|era|pertenece a|de|del|da|do|con)"
                    rf"(?: \w+){{0,3}} {who}\b"
                    rf"|\b{who}(?: in law)?(?: \w+){{0,2}} {_PHONE}\b"
                    rf"|\b(?:call|text|phone|llamar|llame|avisar)(?: a| al| to| his| her| their| the| su| la)* {who}\b"
                ),
            )
        )
    return _Phrases(pattern(data["harmless"]["any"]), rules, tuple(named), tuple(phones_of))
