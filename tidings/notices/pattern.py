"""Messages that only put values into words, which is nearly all of them, joined without Fluent's resolver."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fluent.runtime import resolver

from tidings.notices.marks import CLOSE, OPEN

LONGEST = resolver.MAX_PART_LENGTH - 2
"""Letters of a value: Fluent refuses one that is longer with its two marks."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A pattern of words and values, with nothing that chooses by a value. `words` has a %s for each of `names`."""

    words: str
    names: tuple[str, ...]

    def filled(self, values: Mapping[str, object]) -> str | None:
        """What Fluent would make of it, letter by letter; None where it would complain, or would have to look closer: at a
        value that is missing, too long, or not just a text.
        """
        found = tuple(map(values.get, self.names))
        for value in found:
            if type(value) is not str or len(value) > LONGEST:
                return None
        return self.words % found


def plain_pattern(pattern: Callable[..., object] | None, *, isolate: bool) -> str | Plain | None:
    """Of a pattern as Fluent compiled it, for a bundle that isolates or one that does not: just the words where it takes no
    value; None if it is of another kind.
    """
    if isinstance(pattern, resolver.TextElement):
        return pattern.value
    if isinstance(pattern, resolver.NeverIsolatingPlaceable):
        name = _name(pattern)
        return None if name is None else Plain("%s", (name,))
    if not isinstance(pattern, resolver.Pattern) or len(pattern.elements) > resolver.Pattern.MAX_PARTS:
        return None
    words, names = "", []
    for element in pattern.elements:
        if isinstance(element, resolver.TextElement) and len(element.value) <= LONGEST:
            words += element.value.replace("%", "%%")
        elif isinstance(element, resolver.Placeable) and (name := _name(element)) is not None:
            words += f"{OPEN}%s{CLOSE}" if isolate else "%s"
            names.append(name)
        else:
            return None
    return Plain(words, tuple(names))


def _name(placeable: resolver.Placeable | resolver.NeverIsolatingPlaceable) -> str | None:
    """Of the value that is put in as it is."""
    expression = placeable.expression
    return expression.id.name if isinstance(expression, resolver.VariableReference) else None
