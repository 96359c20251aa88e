"""Who opened what: before a human sees a person's data, the ledger says which officer, and for what.

A command that shows anything of anybody calls `opened` first, with all whom it will show. What it writes is durable when it
returns. An entry has the officer's id and signature, and a commitment to their words; the words themselves are sealed with
the person, and go with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import insert

from tidings.entry import EntryKind
from tidings.model import PersonId, Role
from tidings.officers.acting import Acting, acting, checked_reason
from tidings.officers.errors import OfficerError
from tidings.officers.register import Officer
from tidings.store.tables import openings
from tidings.workspace import Workspace

PURPOSES: Final[Mapping[str, frozenset[Role]]] = {
    "letters": frozenset({Role.OPERATOR}),
    "run-sheets": frozenset({Role.OPERATOR}),
    "rejects": frozenset({Role.OPERATOR}),
    "explain": frozenset({Role.OPERATOR, Role.APPROVER}),
    "holds": frozenset({Role.OPERATOR, Role.APPROVER}),
    "statement": frozenset({Role.OPERATOR, Role.APPROVER}),
    "evidence": frozenset({Role.AUDITOR}),
}
"""For which command which roles may open people. A new one that shows people's data adds its line."""


def opened(ws: Workspace, purpose: str, reason: str, people: Sequence[str], who: Acting | None = None) -> Officer:
    """Writes that the officer whose key is set up sees these people, for `purpose` (see PURPOSES) and because of `reason`.

    `people` are persons' ids, or the ids of refused rows' keys: whoever owns a key. `who` is an officer whose key
    is open already. Raises OfficerError, also if somebody's role does not allow it, and KeyStoreError CANNOT_OPEN for
    somebody who cannot be opened; then nobody may be shown.
    """
    checked_reason(reason)
    who = who or acting(ws, PURPOSES[purpose])
    if not who.officer.roles & PURPOSES[purpose]:
        raise OfficerError(OfficerError.Code.NOT_ALLOWED)
    at = ws.now()
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        ws.vault.preload(people)
        rows = []
        for person in people:
            said = who.says(ws, reason)
            sealed = ws.vault.seal(person, opening_field(bytes.fromhex(said.commitment)), 1, said.kept)
            rows.append(
                {
                    "person_id": person,
                    "officer": who.officer.id,
                    "purpose": purpose,
                    "at": at,
                    "commitment": bytes.fromhex(said.commitment),
                    "sealed": sealed.data,
                }
            )
            who.records(ws, recorder, EntryKind.PERSON_OPENED, said, PersonId(person), purpose=purpose)
        if rows:
            connection.execute(insert(openings), rows)
        recorder.flush()
    return who.officer


def opening_field(commitment: bytes) -> str:
    """A reason fits its own entry only."""
    return f"opening-{commitment.hex()}"
