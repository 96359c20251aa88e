"""Cobblestone-256 written out in the order of the specification (https://c2sp.org/chunked-encryption), to hold the library to.

Unlike the library it can be given a salt, so the public vectors can be written again bit by bit.
"""

from __future__ import annotations

import hmac

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

KEY, SALT, NONCE, COMMITMENT, TAG = 32, 24, 12, 32, 16
"""Lengths in bytes; the specification's names."""

HEADER = SALT + COMMITMENT
CHUNK = 16 * 1024
_INFO = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"


def seal(key: bytes, context: bytes, plaintext: bytes, salt: bytes) -> bytes:
    """A salt must never come twice under one key: nothing but a test may choose it."""
    aead, base_nonce, commitment = derive(key, context, salt)
    # The last chunk is always shorter than 16 KiB, and empty if need be: that is what marks the end.
    chunks = [plaintext[start : start + CHUNK] for start in range(0, len(plaintext) + 1, CHUNK)]
    sealed = [aead.encrypt(nonce_of(base_nonce, number), chunk, None) for number, chunk in enumerate(chunks)]
    return b"".join([salt, commitment, *sealed])


def open_sealed(key: bytes, context: bytes, data: bytes) -> bytes:
    """Raises ValueError or InvalidTag."""
    if len(key) != KEY or len(data) < HEADER + TAG:
        raise ValueError
    salt, commitment = data[:SALT], data[SALT:HEADER]
    aead, base_nonce, expected = derive(key, context, salt)
    # Before any chunk: without it one ciphertext could be made to open under two keys.
    if not hmac.compare_digest(commitment, expected):
        raise ValueError
    chunks = [data[start : start + CHUNK + TAG] for start in range(HEADER, len(data), CHUNK + TAG)]
    # A last chunk of full length means that the end was cut off. AES-GCM itself refuses one shorter than its tag.
    if len(chunks[-1]) == CHUNK + TAG:
        raise ValueError
    return b"".join([aead.decrypt(nonce_of(base_nonce, number), chunk, None) for number, chunk in enumerate(chunks)])


def derive(key: bytes, context: bytes, salt: bytes) -> tuple[AESGCM, bytes, bytes]:
    """Key, base nonce and commitment of one message."""
    derived = HKDFExpand(SHA512(), KEY + NONCE + COMMITMENT, _INFO + salt + context).derive(key)
    return AESGCM(derived[:KEY]), derived[KEY : KEY + NONCE], derived[KEY + NONCE :]


def nonce_of(base_nonce: bytes, number: int) -> bytes:
    """The base nonce XOR the chunk's number. The limit of 2**38 chunks is 4 PiB: no value in memory comes near."""
    return (int.from_bytes(base_nonce) ^ number).to_bytes(NONCE)
