"""An officer who acts: whose key it is, what their roles allow, and their own words, committed to and signed.

The words themselves are sealed with whatever they are about. An entry has the officer's id, a commitment to the words, and
a signature over all that was decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tidings.commitment import commit
from tidings.model import Personal, Role
from tidings.officers.errors import OfficerError
from tidings.officers.keys import open_key
from tidings.officers.register import Officer, load_officers, officer_id
from tidings.vault import packed
from tidings.workspace import Workspace

LONGEST_REASON = 500
_SECRET = 32


@dataclass(frozen=True, slots=True, repr=False)
class Said(Personal):
    """An officer's words, once. `kept` is what is to be sealed: the words, and the secret that opens the commitment."""

    commitment: str
    kept: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Acting(Personal):
    """An officer with their key open."""

    officer: Officer
    key: Ed25519PrivateKey

    def says(self, ws: Workspace, reason: str) -> Said:
        """Raises OfficerError NO_REASON for none, or for more than 500 characters."""
        because = checked_reason(reason)
        secret = ws.random(_SECRET)
        return Said(commit(secret, because.encode()), orjson.dumps([secret.hex(), because]))

    def signs(self, label: str, parts: Iterable[str]) -> str:
        """128 hex digits. `label` says what kind of statement it is, with its version."""
        return self.key.sign(statement(label, parts)).hex()


def acting(ws: Workspace, roles: frozenset[Role]) -> Acting:
    """The officer whose key is set up. Raises OfficerError, also where none of their roles is one of these."""
    key = open_key(ws.settings)
    officer = load_officers(ws.incident_folder).get(officer_id(key.public_key().public_bytes_raw()))
    if officer is None:
        raise OfficerError(OfficerError.Code.UNKNOWN)
    if not officer.roles & roles:
        raise OfficerError(OfficerError.Code.NOT_ALLOWED)
    return Acting(officer, key)


def checked_reason(reason: str) -> str:
    because = reason.strip()
    if not because or len(because) > LONGEST_REASON:
        raise OfficerError(OfficerError.Code.NO_REASON)
    return because


def statement(label: str, parts: Iterable[str]) -> bytes:
    """What is signed: label and parts, each after its length in 4 bytes."""
    return packed(label.encode(), *(part.encode() for part in parts))


def signed(key: bytes, signature: str, label: str, parts: Iterable[str]) -> bool:
    """Whether the officer with this public key signed that."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(signature), statement(label, parts))
    except (InvalidSignature, ValueError):
        return False
    return True
