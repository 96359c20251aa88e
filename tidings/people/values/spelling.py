"""Finding a word of a known vocabulary in spite of its spelling: case, accents, apostrophes, and one typing slip.

Used for languages, countries and custody: words that many people share. Never for names, numbers or addresses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SAME_LETTER = str.maketrans({"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ـ": None, "ø": "o", "ł": "l", "đ": "d"})
_APOSTROPHE = re.compile("['`´‘’ʻʼʹ′ꞌ＇]")
_SPELT = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3"
"""India's and South-East Asia's scripts, whose vowel signs are letters of a word though Unicode counts them as marks."""
_NOT_A_WORD = re.compile(rf"(?:[^\w{_SPELT}]|_)+")
_ACCENT = re.compile(
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""What a word is still the same word without: the accents of alphabets, the vowel points of Arabic and Hebrew."""
_SHORTEST, _LONGEST = 6, 40
"""A slip is only forgiven in words of this length: below, too many words are one slip apart."""


def folded(text: str) -> str:
    """Lower case without accents, apostrophes and punctuation: `K’iche’` and `kiche` are one word."""
    if text.isascii():
        word = text.lower()
        return word if word.isalnum() else _NOT_A_WORD.sub(" ", word.replace("'", "").replace("`", "")).strip()
    letters = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text).casefold())
    plain = "".join(char for char in _ACCENT.sub("", letters) if unicodedata.category(char) != "Cf").translate(_SAME_LETTER)
    return _NOT_A_WORD.sub(" ", plain).strip()


class Vocabulary:
    """Spellings and the code each stands for."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._close: dict[int, list[str]] = {}

    def add(self, spellings: Iterable[str], code: str, *, forgive: bool = True) -> None:
        """Add spellings of `code`. One that is known already keeps its first meaning. `forgive`: allow a slip in it."""
        for spelling in spellings:
            key = folded(spelling)
            if key and key not in self._codes:
                self._codes[key] = code
                if forgive and _SHORTEST <= len(key) <= _LONGEST:
                    self._close.setdefault(len(key), []).append(key)

    def exact(self, text: str) -> str | None:
        return self._codes.get(folded(text))

    def find(self, text: str) -> str | None:
        """The code of a spelling; of a word one slip away if all such words have one code; else None."""
        word = folded(text)
        if word in self._codes:
            return self._codes[word]
        if not _SHORTEST <= len(word) <= _LONGEST:
            return None
        near = {
            self._codes[key]
            for length in (len(word) - 1, len(word), len(word) + 1)
            for key in self._close.get(length, ())
            if one_slip(word, key)
        }
        return near.pop() if len(near) == 1 else None


def one_slip(left: str, right: str) -> bool:
    """Whether two different words are one letter added, left out, changed, or swapped with its neighbour apart."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    a, b = left[start:], right[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]
