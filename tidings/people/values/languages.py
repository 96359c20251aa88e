"""The language of a cell as a BCP 47 tag: names in several languages, autonyms, ISO 639 codes, locale tags (CLDR; RFC 5646)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.core import get_global

from tidings.people.values.cells import bare
from tidings.people.values.spelling import Vocabulary, folded

_NAMED_IN = ("es", "fr", "pt", "ru", "ar", "zh", "tr", "fa", "hi", "uk", "vi", "de", "it", "ro")
_OWN_NAMES = """
    am ar az be bg bn bs ca cs de el es fa fr gu ha he hi hr hu hy id ig it ja ka kk km kn ko ky ln lo ml mn ms my ne nl om or
    pa pl ps pt ro ru rw rn si sk sl so sq sr sv sw ta te tg th ti tr uk ur uz vi wo yo zh zu
"""
"""Languages whose own name for themselves is worth the milliseconds that loading it takes."""

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.]\w+)*")
_SEVERAL = re.compile(r"\s*[/,;&|+(\n)]\s*|\s+(?:-|–|and|or|y|o|e|et|ou|with|con)\s+", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:language|languages|speaker|speaking|speaks?|only|native|natively|fluent|fluently|dialects?|idioma|lengua|langue|limba"
    r"|habla|parle|fala|hablante|solamente|s[oó]lo|seulement|apenas|primary|preferred|first|mother tongue|primario|materna"
    r"|язык|мова|по|اللغة|زبان|tiếng)\b|^ภาษา|^\d+[\s.:)-]+",
    re.IGNORECASE,
)
"""What is said around a language's name."""
_NOT_SAID = re.compile(
    r"\b(?:no|not|non|ne|pas|nao|sin|without|neither|doesnt|dont|sign|signs|senas|signes|none|other|otro|otra|pidgin|creole)\b"
)
"""Behind these, or with these, a language's name does not say which language somebody speaks."""
_SHORT_NAMES = frozenset(("mam", "twi", "ewe", "lao"))
_UNKNOWN = "und"
_NO_LANGUAGE = frozenset(("und", "mul", "zxx", "root", "mis"))
_NO_WORD = frozenset(
    (
        "no",
        "is",
        "as",
        "or",
        "in",
        "to",
        "be",
        "he",
        "my",
        "sa",
        "se",
        "na",
        "et",
        "da",
        "el",
        "la",
        "lo",
        "un",
        "si",
        "mis",
        "af",
    )
)
"""ISO 639-1 codes that are also words of English or Spanish, or the code of a country whose people speak others: too little
to go by."""
_LONGEST = 120


@lru_cache(maxsize=4096)
def read_language(cell: str) -> tuple[str, str]:
    """The tag of a cleaned cell and "", or "" and language.unknown if no language could be found in it.

    "Other" and its like are known to say nothing: no code. Of several languages the first is taken: `Mam / Spanish` is
    Mam, since Spanish is what one adds. Regions are dropped except where the catalogs differ by them (pt, zh).
    """
    text = bare(cell[:_LONGEST]).strip(" '\"`")
    tag = _one(text)
    if tag is None:
        parts = [_one(part) for part in _SEVERAL.split(_AROUND.sub(" ", text)) if part.strip()]
        tag = next((part for part in parts if part and part != _UNKNOWN), _UNKNOWN if _UNKNOWN in parts else None)
    if tag is None:
        tag = _among_words(folded(text))
    if tag is None:
        return "", "language.unknown"
    return ("", "") if tag == _UNKNOWN else (tag, "")


def _among_words(text: str) -> str | None:
    """`Mam San Marcos`, `Ecuadorian Kichwa`: the one language that is named among words that name none."""
    if _NOT_SAID.search(text):
        return None
    words = text.split()
    names = [word for word in words if len(word) >= 4 or word in _SHORT_NAMES]
    found = {code for word in names if (code := _vocabulary().exact(word)) and code != _UNKNOWN and not _is_code(word)}
    return found.pop() if len(found) == 1 else None


def _is_code(word: str) -> bool:
    return word.isascii() and len(word) <= 3 and word not in _SHORT_NAMES


def _one(text: str) -> str | None:
    """The code of a single language's name or tag; `und` where the text says that it is not known; else None."""
    words = _vocabulary()
    found = words.exact(text)
    if found is None and (match := _TAG.fullmatch(text.strip())):
        found = _from_tag(match)
    return found if found is not None else words.find(text)


def _from_tag(match: re.Match[str]) -> str | None:
    """A tag whose language is a code that the vocabulary or CLDR knows."""
    language = match.group(1).lower()
    for part in (match.group(2), match.group(3)):
        if part and (known := _vocabulary().exact(f"{language} {part}")):
            return known
    if match.group(0).lower() in _NO_WORD:
        return None
    if language in _NO_WORD:
        return _served(language) if match.group(3) and language in Locale.parse("en").languages else None  # `si-LK`
    return _vocabulary().exact(language)


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    """Our own table first, then CLDR; the first meaning of a word stands."""
    data = tomllib.loads((files(__package__) / "languages.toml").read_text(encoding="utf-8"))
    words = Vocabulary()
    words.add(data["unknown"], _UNKNOWN, forgive=False)
    for code, spellings in data["codes"].items():
        words.add(spellings, code)
    for code in data["codes"]:
        if code not in _NO_WORD:
            words.add((code,), code, forgive=False)
    english = map(str, Locale.parse("en").languages)
    known = [code for code in english if re.fullmatch("[a-z]{2,3}", code) and code not in _NO_LANGUAGE]
    for code in known:
        if code not in _NO_WORD:
            words.add((code,), _served(code), forgive=False)
    for alias, target in get_global("language_aliases").items():
        if re.fullmatch("[a-z]{3}", alias) and target in known:
            words.add((alias,), _served(target), forgive=False)
    for code, name in _names(known):
        words.add((name,), _served(code))
    return words


def _served(code: str) -> str:
    """CLDR's bare code as the form that we mean by it."""
    return {"pt": "pt-BR", "zh": "zh-Hans", "no": "nb", "tl": "fil"}.get(code, code)


def _names(codes: list[str]) -> Iterator[tuple[str, str]]:
    """(code, name) of CLDR: English names, then autonyms, then other languages' names."""
    for code in codes:
        yield code, Locale.parse("en").languages[code]
    for code in _OWN_NAMES.split():
        yield code, Locale.parse(code).languages.get(code, "")
    for locale in _NAMED_IN:
        names = Locale.parse(locale).languages
        for code in codes:
            yield code, names.get(code, "")
