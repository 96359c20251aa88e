"""Cosignatures (C2SP tlog-cosignature, Ed25519, signature type 0x04): a witness saw this checkpoint, at this time, as the
largest of its log, and as a continuation of all that it had seen before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tidings.errors import LedgerError
from tidings.ledger.note import key_id, parse_vkey, split_note

_COSIGNATURE: Final = b"\x04"
_TIME_BYTES: Final = 8
_SIGNATURE_BYTES: Final = 64
_LAST_TIME: Final = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody else who watches that a ledger only grows: a name and a public key."""

    name: str
    public: bytes

    @classmethod
    def from_vkey(cls, vkey: str) -> Self:
        """Reads a witness's verifier key, whose key begins with 0x04. LedgerError BAD_VKEY."""
        return cls(*parse_vkey(vkey, _COSIGNATURE))

    @property
    def key_id(self) -> bytes:
        return key_id(self.name, _COSIGNATURE, self.public)

    def cosigned_at(self, text: str, signature: bytes) -> int | None:
        """When it cosigned a checkpoint's text, in seconds since 1970; None if this is not its cosignature.

        `signature` is what stands behind the key id: eight bytes of time, and an Ed25519 signature.
        """
        at = int.from_bytes(signature[:_TIME_BYTES], "big")
        if len(signature) != _TIME_BYTES + _SIGNATURE_BYTES or at > _LAST_TIME:
            return None
        signed = f"cosignature/v1\ntime {at}\n{text}".encode()
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature[_TIME_BYTES:], signed)
        except (InvalidSignature, ValueError):
            return None
        return at


def cosignatures(note: bytes, witness: Witness, where: str = "") -> list[tuple[int, bytes]]:
    """Each cosignature of this witness on a note: when, and the key id and signature as they stand in its line.

    LedgerError BAD_CHECKPOINT if this is no note, BAD_COSIGNATURE if a line that claims to be this witness's is not.
    """
    text, signatures = split_note(note, where)
    found = []
    for name, signature in signatures:
        if name != witness.name or signature[:4] != witness.key_id:
            continue
        at = witness.cosigned_at(text, signature[4:])
        if at is None:
            raise LedgerError(LedgerError.Code.BAD_COSIGNATURE, where)
        found.append((at, signature))
    return found
