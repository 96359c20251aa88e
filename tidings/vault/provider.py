"""What a key provider must do: keep one key that never leaves it, and wrap the incident key under that.

A new provider is one file beside key_file.py and one line in providers.py. It never sees a person's key, only the incident key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from tidings.model import Randomness


class KeyProvider(Protocol):
    """All methods raise KeyStoreError, and never a library's own exception, whose text may show what it was given.

    NO_KEY if the provider's key is absent, CANNOT_OPEN if it is another or what is wrapped is damaged, PROVIDER_AWAY if the
    provider cannot be reached or a setting for it is missing.
    """

    @property
    def name(self) -> str:
        """What kind it is, as keys.db and the settings call it: `key-file`."""

    def prepare(self, random: Randomness) -> None:
        """Makes the provider's own key where there is none. Safe to run twice, at once, and to kill halfway."""

    def renew(self, random: Randomness) -> None:
        """Makes another key of its own, for what is wrapped from now on. What the former one wrapped still opens."""

    def settle(self, wrapped: bytes, context: bytes) -> None:
        """`wrapped` is what keys.db holds now, durably: finishes what `renew` began, if that is of the new key."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        """`key` so that it opens with the same `context` only, and with all that `unwrap` needs to know beside it."""

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """The key that was wrapped."""

    def check(self) -> None:
        """Raises KeyStoreError if the provider cannot be used as it is set up. Makes and changes nothing."""

    def destroy(self, wrapped: bytes) -> bool:
        """Destroys the provider's own key, at the end of an incident. False where it is not ours to destroy."""


Providers = Callable[[str], KeyProvider]
"""The provider of a name, as this process is set up. Raises KeyStoreError UNKNOWN_PROVIDER."""
