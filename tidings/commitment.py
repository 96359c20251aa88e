"""Commitments: an entry may hold one for a detail that must be provable later and must not be guessable now.

A plain hash of a phone number is guessed in minutes. HMAC-SHA256 (RFC 2104) under a random key that is sealed with the
person hides the detail until the key is shown, and fixes it: nobody finds another message for it.
"""

from __future__ import annotations

import hmac
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
