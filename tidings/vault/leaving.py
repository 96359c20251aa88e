"""What leaves the workspace leaves it encrypted, for somebody: an age file (https://age-encryption.org/v1)."""

from __future__ import annotations

import pyrage

from tidings.errors import ConfigError


def encrypted_for(recipient: str, plain: bytes) -> bytes:
    """`plain` as an age file that the holder of the public key `recipient` (age1…) opens. Raises ConfigError BAD_USE."""
    try:
        key = pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise ConfigError(ConfigError.Code.BAD_USE, "--recipient", hint="it is an age public key: age1…") from None
    sealed: bytes = pyrage.encrypt(plain, [key])
    return sealed
