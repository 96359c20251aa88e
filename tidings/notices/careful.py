"""Which messages anybody may read or hear who is near, and what each channel has room for."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("revealing.toml")

TEASERS = ("teaser-", "reply-", "beside-")
"""How the names of messages begin that go out before anybody knows who reads them."""

OUTSIDE = ("letter-title", "letter-page", "post-envelope", "hand-envelope")
"""What shows on the outside of a letter, or in the window of who prints it."""

TEASER_VALUES = frozenset({"web", "hotline", "code"})
"""All that a teaser may take: where to ask, and what to ask with."""

ONE_SEGMENT = ("teaser-sms", "teaser-sms-again", "reply-stop", "reply-start", "reply-help", "reply-who", "reply-other")
WITHOUT_WEB = ("teaser-sms", "teaser-sms-again", "reply-help")
"""A language that is written in UCS-2 has room for one route there: the phone."""

LONGEST = {
    "teaser-whatsapp": 600,
    "teaser-whatsapp-again": 600,
    "teaser-email-subject": 60,
    "teaser-email-subject-again": 60,
    "teaser-letter-title": 60,
    "teaser-letter-title-again": 60,
    "attorney-email-subject": 80,
    "attorney-letter-title": 80,
    "post-envelope": 70,
    "hand-envelope": 100,
}
"""Letters, values put in."""

VOICE, LONGEST_SPOKEN = "teaser-voice-", 250
WHATSAPP = "teaser-whatsapp"

ATTORNEYS = "attorneys"
"""The list of words that a law office may read; how the names of its messages begin is `attorney-`."""

AT_THE_BEGINNING = "^"

LONG_VALUES = {"web": "notice.example.org", "hotline": "+1 800 555 0100", "code": "K7Q2-M9XD"}
"""The longest that an incident may be expected to have. `tidings check` looks at the incident's own as well."""


def is_careful(name: str) -> bool:
    """Whether a message must reveal nothing."""
    return name.startswith(TEASERS) or name in OUTSIDE


@cache
def revealing_words() -> dict[str, tuple[str, ...]]:
    """By language, folded: what a careful message may not hold."""
    body = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {language: tuple(_folded(word) for word in words) for language, words in body.items()}


def revealing(text: str, language: str) -> list[str]:
    """The revealing words in a text: those of its language, and the English ones, which stand out in any text."""
    words = revealing_words()
    folded = _folded(text)
    return [word for word in dict.fromkeys((*words["en"], *words.get(language, ()))) if _holds(folded, word)]


def revealing_to_attorneys(text: str, language: str) -> list[str]:
    """The same, but for the words that any law office writes itself."""
    known = revealing_words()[ATTORNEYS]
    return [
        word for word in revealing(text, language) if not any(it in word or word.lstrip(AT_THE_BEGINNING) in it for it in known)
    ]


_ALIKE = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ۀ": "ه", "\u0640": None})
"""Letters of Arabic script that people type for one another, and the stroke that only makes a word longer."""
_ARABIC_VOWELS = frozenset(map(chr, (*range(0x064B, 0x0653), 0x0670)))


def _folded(text: str) -> str:
    """So that a word is found however it was typed: composed, lower case, without invisible signs and Arabic vowels."""
    seen = (one for one in unicodedata.normalize("NFC", text.casefold()) if one not in _ARABIC_VOWELS)
    return "".join(one for one in seen if unicodedata.category(one) != "Cf").translate(_ALIKE)


def _holds(folded: str, word: str) -> bool:
    if not word.startswith(AT_THE_BEGINNING):
        return word in folded
    place = folded.find(word[1:])
    while place >= 0:
        if place == 0 or not _of_a_word(folded[place - 1]):
            return True
        place = folded.find(word[1:], place + 1)
    return False


def _of_a_word(letter: str) -> bool:
    """Vowel signs of Indic scripts too, which are marks and no letters."""
    return letter.isalnum() or unicodedata.category(letter).startswith("M")
