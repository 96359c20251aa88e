"""Commitments: an entry may hold one for a detail that must be provable later and must not be guessable now.

A plain hash of a phone number is guessed in minutes. HMAC-SHA256 (RFC 2104) under a random key that is sealed with the
person hides the detail until the key is shown, and fixes it: nobody finds another message for it.

One commitment may be to several parts, each under a key of its own: then one part is shown, and the others stay hidden.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from hashlib import sha256

_MIN_KEY_BYTES = 16


def commit(key: bytes, message: bytes) -> str:
    """64 hex digits. The key is random, at least 16 bytes (32 are better), and used for one person: else ValueError."""
    if len(key) < _MIN_KEY_BYTES:
        raise ValueError("a commitment's key has at least 16 random bytes")
    return hmac.digest(key, message, sha256).hex()


def opens(commitment: str, key: bytes, message: bytes) -> bool:
    """Whether key and message are what was committed to. Takes the same time whatever the answer."""
    return hmac.compare_digest(commit(key, message).encode(), commitment.encode())


def part_key(key: bytes, part: str) -> bytes:
    """The key of one part: whoever is given it learns nothing of the key, and so of no other part."""
    return hmac.digest(key, b"tidings.part/v1\n" + part.encode(), sha256)


def part_commitments(key: bytes, parts: Mapping[str, bytes]) -> dict[str, str]:
    """One commitment a part, each under its own key."""
    return {part: commit(part_key(key, part), value) for part, value in parts.items()}


def joined(commitments: Mapping[str, str]) -> str:
    """The one commitment to all parts: SHA-256, in hex, over a line for each, in the order of their names."""
    lines = "".join(f"{part} {commitments[part]}\n" for part in sorted(commitments))
    return sha256(b"tidings.parts/v1\n" + lines.encode()).hexdigest()
