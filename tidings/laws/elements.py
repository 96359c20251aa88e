"""Which of the things that a law asks for a notice does not say, in one language. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tidings.laws.profile import Element, Profile, When

WORDS_ARE_OF = "en"
"""The language in which a law's own words are checked. Translations are the translators'."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """`element` needs any one of `messages`, and the notice says none; or its message reads otherwise than `words`."""

    element: Element
    messages: tuple[str, ...]
    words: str = ""


def unmet(profile: Profile, said: Mapping[str, str], language: str, *, late: bool = False) -> list[Unmet]:
    """What the notice lacks. `said` are the messages that it prints, by name, with their text in that language.

    `late`: the law's clock has run out, and some laws then want to be told why.
    """
    found: list[Unmet] = []
    for element in profile.element:
        if element.when is When.IF_SO or (element.when is When.LATE and not late):
            continue
        for one in element.messages:
            alternatives = (one,) if isinstance(one, str) else one
            if not any(_is_said(name, said) for name in alternatives):
                found.append(Unmet(element, alternatives))
        found += [Unmet(element, (name,)) for name in element.words if not _is_said(name, said) and name not in element.messages]
        if language == WORDS_ARE_OF:
            found += [
                Unmet(element, (name,), words)
                for name, words in element.words.items()
                if _is_said(name, said) and said[name].strip() != words
            ]
    return found


def _is_said(wanted: str, said: Collection[str]) -> bool:
    return any(fnmatchcase(name, wanted) for name in said) if "*" in wanted else wanted in said
