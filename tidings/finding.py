"""What a check found wanting: where, which rule, about what, and what to do. Never about a person."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """`file` is a path as somebody would open it, `line` counts from 1 (0: the file as a whole), `code` names the rule.

    `about` says what is wrong there and `do` what mends it: both are words for whoever runs `tidings check`, and hold
    nothing of anybody's record.
    """

    file: str
    line: int
    code: str
    about: str
    do: str
