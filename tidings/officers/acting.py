"""An officer who acts: whose key it is, what their roles allow, and their own words, committed to and signed.

The words themselves are sealed with whatever they are about. An entry has the officer's id, a commitment to the words, and
a signature over all that was decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tidings.commitment import commit
from tidings.entry import EntryKind, hour
from tidings.model import Personal, PersonId, Role
from tidings.officers.errors import OfficerError
from tidings.officers.keys import open_key
from tidings.officers.register import Officer, load_officers, officer_id
from tidings.store.entries import Recorder
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

    def records(
        self,
        ws: Workspace,
        recorder: Recorder,
        kind: EntryKind,
        said: Said | None = None,
        person: PersonId | None = None,
        **facts: str | int,
    ) -> None:
        """Adds the entry of what the officer did: with their id, a commitment to their words, if any, and their signature."""
        whole = facts | {"officer": self.officer.id} | ({"commitment": said.commitment} if said else {})
        around = {"incident": ws.incident.name, "at": hour(recorder.at), "person": person or ""}
        recorder.add(kind, person, **whole, signature=self.key.sign(_statement(kind, whole | around)).hex())


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


SIGNED: Final[Mapping[EntryKind, tuple[str, ...]]] = {
    EntryKind.PERSON_OPENED: ("tidings.opened/v1", "incident", "person", "officer", "purpose", "at", "commitment"),
    EntryKind.HOLD_DECIDED: ("tidings.decided/v1", "incident", "person", "officer", "rule", "outcome", "of", "at", "commitment"),
    EntryKind.RULE_LOOSENED: ("tidings.loosened/v1", "incident", "officer", "rule", "outcome", "at", "commitment"),
    EntryKind.NOTICE_APPROVED: ("tidings.approved/v1", "incident", "version", "digest", "officer", "at"),
}
"""What an officer signs in an entry of each kind: what kind of statement it is, with its version; then facts, in this order."""


def _statement(kind: EntryKind, facts: Mapping[str, str | int]) -> bytes:
    """Label and facts, each after its length in 4 bytes."""
    label, *names = SIGNED[kind]
    return packed(label.encode(), *(str(facts[name]).encode() for name in names))


def entry_signed(entry: bytes, key: bytes) -> bool:
    """Whether the officer with this public key signed this entry: for whoever checks the ledger."""
    body = orjson.loads(entry)
    if body["kind"] not in SIGNED or body["officer"] != officer_id(key):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(
            bytes.fromhex(body["signature"]), _statement(EntryKind(body["kind"]), body)
        )
    except (InvalidSignature, ValueError):
        return False
    return True
