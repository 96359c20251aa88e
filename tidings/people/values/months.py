"""Names of the months in many languages: CLDR's, and in `months.toml` those that CLDR lacks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from babel import Locale

from tidings.people.values.spelling import Vocabulary, folded

_FIRST = tuple("en es fr pt ru uk tr ro it de ar fa hi bn ne am so ka hy".split())  # noqa: SIM905 - legible
_SECOND = tuple("pa ps ur gu ta te ti om sw wo ln ha yo ig rw vi id fil pl uz az kk ky tg sq nl el bg hr bs cs hu he ku".split())  # noqa: SIM905
"""Loaded only for a word that the first do not know: each language takes some milliseconds."""


@lru_cache(maxsize=1)
def month_names() -> Vocabulary:
    """The months of the languages that most lists are written in. A name that means two different months is in none."""
    return _unambiguous(_of(_FIRST))


@lru_cache(maxsize=1)
def more_month_names() -> Vocabulary:
    """The months of all languages."""
    return _unambiguous([*_of(_FIRST), *_of(_SECOND)])


def _of(locales: Iterable[str]) -> Iterable[tuple[str, int]]:
    for locale in locales:
        for contexts in Locale.parse(locale).months.values():
            for width, names in contexts.items():
                if width != "narrow":
                    yield from (
                        (name, month) for month, name in names.items() if len(folded(name)) >= (3 if name.isascii() else 2)
                    )


def _unambiguous(names: Iterable[tuple[str, int]]) -> Vocabulary:
    data = tomllib.loads((files(__package__) / "months.toml").read_text(encoding="utf-8"))
    own = [(name, number) for number, spellings in enumerate(data.values(), 1) for name in spellings]
    months: dict[str, set[int]] = {}
    for name, month in [*own, *names]:
        word = folded(name)
        if not any(map(str.isdigit, word)):  # CLDR's `M11` where it knows no name
            months.setdefault(word, set()).add(month)
    words = Vocabulary()
    for word, meanings in months.items():
        if len(meanings) == 1:
            words.add((word,), str(*meanings))
    return words
