"""The invisible marks around inserted values (Unicode UAX #9): isolates, and what may not stay in anybody's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

OPEN, CLOSE = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE: what Fluent puts around a value
LEFT_TO_RIGHT = "\u200e"  # LEFT-TO-RIGHT MARK: where there may be no isolates

_VALUE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_SPACED = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\ufffd"}
"""Controls and line breaks become a space; half a surrogate pair, which UTF-8 cannot hold, the mark for a lost letter."""

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNWANTED = re.compile(
    f"[{''.join(sorted(_BIDI))}\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]"
)  # of these kinds, and those marks


def parts(text: str) -> Iterator[tuple[str, bool]]:
    """The pieces of a message in their order, and whether each is an inserted value. The marks themselves are gone."""
    for number, piece in enumerate(_VALUE.split(text)):
        if number % 2:
            yield piece, True
        elif piece:
            yield piece, False


def bare(text: str) -> str:
    """Text without isolates, for places that have a direction of their own."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def plain_line(text: str) -> str:
    """A person's value as one line: NFC, no direction marks, no control characters, single spaces.

    U+202E in a name once turned the rest of a letter around. Joiners (U+200C, U+200D) stay: Persian and Indic names need them.
    """
    text = unicodedata.normalize("NFC", text)
    if _UNWANTED.search(text):
        text = "".join(_SPACED.get(unicodedata.category(letter), letter) for letter in text if letter not in _BIDI)
    return " ".join(text.split())


def leans(text: str, otherwise: str) -> str:
    """`ltr` or `rtl` by the first letter that has a direction (UAX #9, P2); `otherwise` where none has."""
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return otherwise
