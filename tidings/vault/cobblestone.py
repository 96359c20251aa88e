"""Cobblestone-256: C2SP chunked-encryption (https://c2sp.org/chunked-encryption) with HKDF-Expand SHA-512 and AES-256-GCM.

Whole values only: what we seal fits in memory. The file reads in the order of the specification.
"""

from __future__ import annotations

import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from tidings.errors import KeyStoreError
from tidings.model import Randomness

KEY, SALT, NONCE, COMMITMENT, TAG = 32, 24, 12, 32, 16
"""Lengths in bytes; the specification's names."""

HEADER = SALT + COMMITMENT
CHUNK = 16 * 1024
OVERHEAD = HEADER + TAG
"""How much longer than its plaintext a sealed value below 16 KiB is."""

_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"


def seal(key: bytes, context: bytes, plaintext: bytes, *, random: Randomness = os.urandom) -> bytes:
    """`plaintext` sealed under a uniformly random 32-byte `key`, to be opened with the same `context` only.

    Raises ValueError if the key is not 32 bytes: that is a mistake of ours, not of a file.
    """
    if len(key) != KEY:
        raise ValueError("a Cobblestone-256 key is 32 bytes")
    return _seal(key, context, plaintext, random(SALT))


def open_sealed(key: bytes, context: bytes, data: bytes) -> bytes:
    """What was sealed. Raises KeyStoreError CANNOT_OPEN, whatever is wrong: key, context, order, length or a single bit."""
    try:
        return _open(key, context, data)
    except (InvalidTag, ValueError):
        # Which check failed is nobody's business: an answer that told would help whoever tries keys or cuts ciphertexts.
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN) from None


def _seal(key: bytes, context: bytes, plaintext: bytes, salt: bytes) -> bytes:
    """The seam for tests: a salt must never come twice under one key, so nothing but a test may choose it."""
    aead, base_nonce, commitment = _derive(key, context, salt)
    # The last chunk is always shorter than 16 KiB, and empty if need be: that is what marks the end.
    chunks = [plaintext[start : start + CHUNK] for start in range(0, len(plaintext) + 1, CHUNK)]
    sealed = [aead.encrypt(_nonce(base_nonce, number), chunk, None) for number, chunk in enumerate(chunks)]
    return b"".join([salt, commitment, *sealed])


def _open(key: bytes, context: bytes, data: bytes) -> bytes:
    if len(key) != KEY or len(data) < HEADER + TAG:
        raise ValueError
    salt, commitment = data[:SALT], data[SALT:HEADER]
    aead, base_nonce, expected = _derive(key, context, salt)
    # Before any chunk: without it one ciphertext could be made to open under two keys.
    if not hmac.compare_digest(commitment, expected):
        raise ValueError
    chunks = [data[start : start + CHUNK + TAG] for start in range(HEADER, len(data), CHUNK + TAG)]
    # A last chunk of full length means that the end was cut off. AES-GCM itself refuses one shorter than its tag.
    if len(chunks[-1]) == CHUNK + TAG:
        raise ValueError
    return b"".join([aead.decrypt(_nonce(base_nonce, number), chunk, None) for number, chunk in enumerate(chunks)])


def _derive(key: bytes, context: bytes, salt: bytes) -> tuple[AESGCM, bytes, bytes]:
    """Key, base nonce and commitment of one message."""
    derived = HKDFExpand(SHA512(), KEY + NONCE + COMMITMENT, _INFO + salt + context).derive(key)
    return AESGCM(derived[:KEY]), derived[KEY : KEY + NONCE], derived[KEY + NONCE :]


def _nonce(base_nonce: bytes, number: int) -> bytes:
    """The base nonce XOR the chunk's number. The limit of 2**38 chunks is 4 PiB: no value in memory comes near."""
    return (int.from_bytes(base_nonce) ^ number).to_bytes(NONCE)
