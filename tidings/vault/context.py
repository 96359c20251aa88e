"""The place to which a sealed value belongs, as the bytes that Cobblestone calls its context.

Two places never give the same bytes: every part is preceded by its length, and the label has a version. So a sealed value
that somebody moves to another incident, owner, field or revision does not open.
"""

from __future__ import annotations

_LABEL = b"tidings.sealed/v1"


def context(incident: str, owner: str, field: str, revision: int) -> bytes:
    """`owner` is a person's or a list's id, `field` what is sealed of it, `revision` which writing of that field (0 or more)."""
    return packed(_LABEL, incident.encode(), owner.encode(), field.encode(), revision.to_bytes(8))


def packed(*parts: bytes) -> bytes:
    """Parts, each after its length in 4 bytes (big-endian), so that no two lists of parts give the same bytes."""
    return b"".join(len(part).to_bytes(4) + part for part in parts)
