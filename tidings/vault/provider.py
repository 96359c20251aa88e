"""What a key provider must do: keep one key that never leaves it, and wrap the incident key under that.

A new provider is one file beside key_file.py. It never sees a person's key, only the incident key.
"""

from __future__ import annotations

from typing import Protocol

from tidings.model import Randomness


class KeyProvider(Protocol):
    """All methods raise KeyStoreError: NO_KEY if the provider's key is absent, CANNOT_OPEN if it is another or damaged."""

    @property
    def name(self) -> str:
        """What kind it is, for people: `key-file`."""

    def prepare(self, random: Randomness) -> None:
        """Makes the provider's own key where there is none. Safe to run twice, at once, and to kill halfway."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """`key` so that it opens with the same `context` only."""

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """The key that was wrapped."""
