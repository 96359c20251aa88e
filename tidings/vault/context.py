"""The place to which a sealed value belongs, as the bytes that Cobblestone calls its context.

Two places never give the same bytes: every part is preceded by its length, and the label has a version. So a sealed value
that somebody moves to another incident, owner, field or revision does not open.
"""

from __future__ import annotations

import struct

_LABEL = b"tidings.sealed/v1"
_LENGTH = struct.Struct(">I").pack
_REVISION = struct.Struct(">IQ").pack  # its length, 8, and itself
_REVISION_BYTES = 8


class Places:
    """The contexts of one incident. A person has several, so what is the same in all of them is packed once."""

    __slots__ = ("_beginning",)

    def __init__(self, incident: str) -> None:
        self._beginning = packed(_LABEL, incident.encode())

    def __call__(self, owner: str, field: str, revision: int) -> bytes:
        """See `context`."""
        one, other = owner.encode(), field.encode()
        return b"".join(
            (self._beginning, _LENGTH(len(one)), one, _LENGTH(len(other)), other, _REVISION(_REVISION_BYTES, revision))
        )


def context(incident: str, owner: str, field: str, revision: int) -> bytes:
    """`owner` is a person's or a list's id, `field` what is sealed of it, `revision` which writing of that field (0 or more)."""
    return Places(incident)(owner, field, revision)


def packed(*parts: bytes) -> bytes:
    """Parts, each after its length in 4 bytes (big-endian), so that no two lists of parts give the same bytes."""
    return b"".join([_LENGTH(len(part)) + part for part in parts])
