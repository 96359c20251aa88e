"""Signed notes with Ed25519 keys (C2SP signed-note, signature type 0x01).

A note is text, an empty line, and signature lines: em dash, key name, base64 of (key id, signature).
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tidings.errors import LedgerError

_ED25519: Final = b"\x01"
_MAX_BYTES: Final = 1 << 20
_MAX_SIGNATURES: Final = 64  # the spec asks for 16 at least
_SIGNATURE_LINE = re.compile(r"\u2014 ([^ ]+) ([A-Za-z0-9+/]+={0,2})")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_VKEY = re.compile(r"([^+]+)\+([0-9A-Fa-f]{8})\+([A-Za-z0-9+/]+={0,2})")


@dataclass(frozen=True, slots=True)
class Verifier:
    """A name and a public key that may have signed a note."""

    name: str
    public: bytes
    """32 bytes, as in RFC 8032."""

    @classmethod
    def from_vkey(cls, vkey: str) -> Self:
        """Reads `name+8 hex digits+base64`. LedgerError BAD_VKEY if it is not that, or if the digits are another key's."""
        return cls(*parse_vkey(vkey, _ED25519))

    @property
    def key_id(self) -> bytes:
        return key_id(self.name, _ED25519, self.public)

    @property
    def vkey(self) -> str:
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(_ED25519 + self.public).decode()}"

    def accepts(self, text: str, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


class Signer:
    """Signs notes under a name, which for a ledger is also its origin. Shows nothing of its key."""

    def __init__(self, name: str, key: Ed25519PrivateKey) -> None:
        """LedgerError BAD_VKEY if the name is empty or holds a space, a plus or a control character."""
        if not valid_name(name):
            raise LedgerError(LedgerError.Code.BAD_VKEY)
        self._key = key
        self.verifier = Verifier(name, key.public_key().public_bytes_raw())

    def __repr__(self) -> str:
        return f"Signer({self.name!r})"

    @property
    def name(self) -> str:
        return self.verifier.name

    @property
    def vkey(self) -> str:
        """What others need to verify: `name+hex8(key id)+base64(type, public key)`."""
        return self.verifier.vkey

    def sign(self, text: str) -> bytes:
        """The whole note, signed by this key alone. ValueError as `sign_note`."""
        return sign_note(text, [self])

    def signature(self, text: str) -> bytes:
        """Key id and signature, as they stand in a signature line."""
        return self.verifier.key_id + self._key.sign(text.encode())


def parse_vkey(vkey: str, algorithm: bytes) -> tuple[str, bytes]:
    """Name and public key of `name+8 hex digits+base64`. LedgerError BAD_VKEY if it is not that, or of another algorithm."""
    match = _VKEY.fullmatch(vkey)
    key = strict_base64(match[3]) if match else None
    if match is None or not valid_name(match[1]) or key is None or len(key) != 33 or key[:1] != algorithm:
        raise LedgerError(LedgerError.Code.BAD_VKEY)
    if key_id(match[1], algorithm, key[1:]).hex() != match[2].lower():
        raise LedgerError(LedgerError.Code.BAD_VKEY)
    return match[1], key[1:]


def key_id(name: str, algorithm: bytes, public: bytes) -> bytes:
    return sha256(name.encode() + b"\n" + algorithm + public).digest()[:4]


def sign_note(text: str, signers: Sequence[Signer]) -> bytes:
    """The whole note, signed by each key. ValueError if the text does not end in a newline or holds a control character."""
    if not text.endswith("\n") or _CONTROL.search(text):
        raise ValueError("a note's text ends in a newline and holds no control characters")
    return f"{text}\n{''.join(signature_line(signer.name, signer.signature(text)) for signer in signers)}".encode()


def signature_line(name: str, signature: bytes) -> str:
    return f"\u2014 {name} {base64.b64encode(signature).decode()}\n"


def open_note(data: bytes, verifiers: Sequence[Verifier], where: str = "") -> str:
    """The text of a note that one of the verifiers signed, with its last newline.

    LedgerError BAD_CHECKPOINT if it is no note; BAD_SIGNATURE if no known key signed it, or a known key's signature is
    wrong. Signatures of unknown keys (witnesses, rotated keys) are ignored, as the spec demands.
    """
    return opened_by(data, verifiers, where)[0]


def opened_by(data: bytes, verifiers: Sequence[Verifier], where: str = "") -> tuple[str, tuple[Verifier, ...]]:
    """As `open_note`, and those of the verifiers who signed it."""
    text, signatures = split_note(data, where)
    known = {(verifier.name, verifier.key_id): verifier for verifier in verifiers}
    accepted: list[Verifier] = []
    for name, signature in signatures:
        verifier = known.get((name, signature[:4]))
        if verifier is None:
            continue
        if not verifier.accepts(text, signature[4:]):
            raise LedgerError(LedgerError.Code.BAD_SIGNATURE, where)
        accepted.append(verifier)
    if not accepted:
        raise LedgerError(LedgerError.Code.BAD_SIGNATURE, where)
    return text, tuple(accepted)


def split_note(data: bytes, where: str = "") -> tuple[str, list[tuple[str, bytes]]]:
    """A note's text and its (key name, key id and signature) pairs, unverified. LedgerError BAD_CHECKPOINT if it is none."""
    bad = LedgerError(LedgerError.Code.BAD_CHECKPOINT, where)
    if len(data) > _MAX_BYTES:
        raise bad
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise bad from None
    text, blank, tail = whole.rpartition("\n\n")
    lines = tail.split("\n")
    if not blank or lines.pop() != "" or not 1 <= len(lines) <= _MAX_SIGNATURES or _CONTROL.search(whole):
        raise bad
    signatures = []
    for line in lines:
        match = _SIGNATURE_LINE.fullmatch(line)
        signature = strict_base64(match[2]) if match else None
        if match is None or not valid_name(match[1]) or signature is None or len(signature) < 5:
            raise bad
        signatures.append((match[1], signature))
    return text + "\n", signatures


def valid_name(name: str) -> bool:
    """Key names are not empty and hold no Unicode space, plus or control character."""
    return bool(name) and "+" not in name and not any(char.isspace() or char < " " for char in name)


def strict_base64(text: str) -> bytes | None:
    """Standard base64 in the one form an encoder writes (RFC 4648, section 4); None for anything else."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None
