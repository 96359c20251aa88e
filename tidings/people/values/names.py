"""A person's whole name in display order, from the parts that a list gives. Parts are never split, guessed or swapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from tidings.people.values.spelling import folded

_LONGEST = 300
_LONGEST_PLACEHOLDER = 40
_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_]")


def whole_name(parts: Sequence[str], placeholders: Collection[str] = ()) -> str:
    """The parts (first, middle, last; or one whole name), cleaned, joined with spaces, in NFC.

    A part that is a placeholder (`FNU`: first name unknown) is no name and left out; where nothing else is known, the
    name is empty.
    """
    known = [part for part in parts if part and (len(part) > _LONGEST_PLACEHOLDER or folded(part) not in placeholders)]
    return unicodedata.normalize("NFC", " ".join(known))[:_LONGEST]


def is_damaged(name: str) -> bool:
    """Whether letters were lost for good: the replacement character, or a question mark inside a word."""
    return "\ufffd" in name or _LOST.search(name) is not None
