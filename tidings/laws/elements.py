"""Which of the things that a law asks for a notice does not say, in one language. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tidings.laws.profile import Element, Profile, When


@dataclass(frozen=True, slots=True)
class Unmet:
    """`element` needs any one of `messages`, and the notice says none; or its message reads otherwise than `words`."""

    element: Element
    messages: tuple[str, ...]
    words: str = ""


def unmet(profile: Profile, said: Mapping[str, str], master: Mapping[str, str], *, late: bool = False) -> list[Unmet]:
    """What the notice lacks in one language.

    `said` are the messages that it prints, by name, with their text; `master` is the same in English, and may be the same
    object: then a law's own words are compared too. `late`: the law's clock has run out, and some laws want to be told why.
    """
    found: list[Unmet] = []
    for element in profile.element:
        if element.when is When.IF_SO or (element.when is When.LATE and not late):
            continue
        wanted = (*_wanted(element, master), *((name,) for name in element.words))
        found += [Unmet(element, alternatives) for alternatives in wanted if not said.keys() & set(alternatives)]
        if said is master:
            found += [
                Unmet(element, (name,), words)
                for name, words in element.words.items()
                if name in said and said[name].strip() != words
            ]
    return found


def _wanted(element: Element, master: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Any one of each. A name with `*` stands for every message that the English prints: a translation must have them all."""
    for one in element.messages:
        if not isinstance(one, str):
            yield one
        elif "*" in one:
            yield from [(name,) for name in master if fnmatchcase(name, one)] or [(one,)]
        else:
            yield (one,)
