"""Cobblestone-256: C2SP chunked-encryption (https://c2sp.org/chunked-encryption) with HKDF-Expand SHA-512 and AES-256-GCM.

`cryptography` has it ready-made, and faster than Python can be; ours is the one opaque failure. Whole values only: what we
seal fits in memory. `tests/unit/vault/referee_cobblestone.py` is the specification written out, for the vectors.
"""

from __future__ import annotations

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from tidings.errors import KeyStoreError

KEY = 32
"""Length of a key in bytes."""

OVERHEAD = 24 + 32 + 16
"""How much longer than its plaintext a sealed value below 16 KiB is: salt, commitment to the key, tag."""


def seal(key: bytes, context: bytes, plaintext: bytes) -> bytes:
    """`plaintext` sealed under a uniformly random 32-byte `key`, to be opened with the same `context` only.

    The salt is the library's own: one that came twice under one key would show what was sealed, so no caller chooses it.
    Raises ValueError if the key is not 32 bytes: that is a mistake of ours, not of a file.
    """
    encryptor = Cobblestone256Encryptor(key, context)
    return encryptor.update(plaintext) + encryptor.finalize()


def open_sealed(key: bytes, context: bytes, data: bytes) -> bytes:
    """What was sealed. Raises KeyStoreError CANNOT_OPEN, whatever is wrong: key, context, order, length or a single bit."""
    try:
        decryptor = Cobblestone256Decryptor(key, context)
        return decryptor.update(data) + decryptor.finalize()
    except (InvalidTag, ValueError):
        # Which check failed is nobody's business: an answer that told would help whoever tries keys or cuts ciphertexts.
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN) from None
