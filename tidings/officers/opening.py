"""Who opened what: before a human sees a person's data, the ledger says which officer, and for what.

A command that shows anything of anybody calls `opened` first, with all whom it will show. What it writes is durable when it
returns. An entry has the officer's id and signature, and a commitment to their words; the words themselves are sealed with
the person, and go with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import orjson
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import insert

from tidings.commitment import commit
from tidings.entry import EntryKind, hour
from tidings.model import PersonId, Role
from tidings.officers.errors import OfficerError
from tidings.officers.keys import open_key
from tidings.officers.register import Officer, load_officers, officer_id
from tidings.store.tables import openings
from tidings.vault import packed
from tidings.workspace import Workspace

PURPOSES: Final[Mapping[str, frozenset[Role]]] = {
    "letters": frozenset({Role.OPERATOR}),
    "run-sheets": frozenset({Role.OPERATOR}),
    "rejects": frozenset({Role.OPERATOR}),
    "explain": frozenset({Role.OPERATOR, Role.APPROVER}),
    "holds": frozenset({Role.OPERATOR, Role.APPROVER}),
    "evidence": frozenset({Role.AUDITOR}),
}
"""For which command which roles may open people. A new one that shows people's data adds its line."""

LONGEST_REASON = 500
_KEY = 32


def opened(ws: Workspace, purpose: str, reason: str, people: Sequence[str]) -> Officer:
    """Writes that the officer whose key is set up sees these people, for `purpose` (see PURPOSES) and because of `reason`.

    `people` are persons' ids, or the ids of refused rows' keys: whoever owns a key. Raises OfficerError, also if somebody's
    role does not allow it, and KeyStoreError CANNOT_OPEN for somebody who cannot be opened; then nobody may be shown.
    """
    because = reason.strip()
    if not because or len(because) > LONGEST_REASON:
        raise OfficerError(OfficerError.Code.NO_REASON)
    key = open_key(ws.settings)
    officer = load_officers(ws.incident_folder).get(officer_id(key.public_key().public_bytes_raw()))
    if officer is None:
        raise OfficerError(OfficerError.Code.UNKNOWN)
    if not officer.roles & PURPOSES[purpose]:
        raise OfficerError(OfficerError.Code.NOT_ALLOWED)
    at = ws.now()
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        ws.vault.preload(people)
        rows = []
        for person in people:
            secret = ws.random(_KEY)
            commitment = commit(secret, because.encode())
            signature = key.sign(_statement(ws.incident.name, person, officer.id, purpose, hour(recorder.at), commitment))
            sealed = ws.vault.seal(person, _field(commitment), 1, orjson.dumps([secret.hex(), because]))
            rows.append(
                {
                    "person_id": person,
                    "officer": officer.id,
                    "purpose": purpose,
                    "at": at,
                    "commitment": bytes.fromhex(commitment),
                    "sealed": sealed.data,
                }
            )
            recorder.add(
                EntryKind.PERSON_OPENED,
                PersonId(person),
                officer=officer.id,
                purpose=purpose,
                commitment=commitment,
                signature=signature.hex(),
            )
        if rows:
            connection.execute(insert(openings), rows)
        recorder.flush()
    return officer


def opening_signed(entry: bytes, key: bytes) -> bool:
    """Whether the officer with this public key signed a `person.opened` entry: for whoever checks the ledger."""
    body = orjson.loads(entry)
    if body["kind"] != EntryKind.PERSON_OPENED or body["officer"] != officer_id(key):
        return False
    said = _statement(body["incident"], body["person"], body["officer"], body["purpose"], body["at"], body["commitment"])
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(bytes.fromhex(body["signature"]), said)
    except InvalidSignature:
        return False
    return True


def _statement(incident: str, person: str, officer: str, purpose: str, at: str, commitment: str) -> bytes:
    return packed(b"tidings.opened/v1", *(part.encode() for part in (incident, person, officer, purpose, at, commitment)))


def _field(commitment: str) -> str:
    """A reason fits its own entry only."""
    return f"opening-{commitment}"
