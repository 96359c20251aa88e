"""An officer loosens a rule for the incident, for a recorded reason; or takes that back. The rule itself says how far it may be.

In one transaction with the ledger entry, which has the officer's signature and a commitment to the reason. The reason is sealed
under a key of its own. Plans made before are no longer used: `resolve` must run again.
"""

from __future__ import annotations

from sqlalchemy import func, insert, select

from tidings.contacts.rules import current_rules
from tidings.contacts.safety import Does
from tidings.entry import EntryKind
from tidings.errors import PlanError
from tidings.model import PersonState, Role, opaque_id
from tidings.officers import acting
from tidings.store.people import not_erased
from tidings.store.tables import loosenings, persons
from tidings.workspace import Workspace

LOOSENS = frozenset({Role.APPROVER})
LOOSENING_FIELD = "loosening"


def loosen(ws: Workspace, rule: str, does: Does | None, reason: str) -> int | None:
    """From the next `resolve` on the rule does that, and no more; None: what it was written to do. Returns how many people
    will be planned anew; None where the rule does that already, and nothing is recorded.

    Raises OfficerError, PlanError NO_RULE, and NOT_LOOSENED for more than the rule allows or for what is no loosening.
    """
    who = acting(ws, LOOSENS)
    said = who.says(ws, reason)
    with ws.store.reading() as connection:
        rulebook = current_rules(ws, connection)
    known = rulebook.rule(rule)
    if known is None:
        raise PlanError(PlanError.Code.NO_RULE, rule)
    wanted = known.does if does is None else does
    if does is not None and not known.loosest.strictness <= does.strictness < known.does.strictness:
        raise PlanError(PlanError.Code.NOT_LOOSENED, f"{rule}: {known.loosest} at most")
    if rulebook.loosened.get(rule, known.does) is wanted:
        return None
    key = f"loosening-{opaque_id(ws.random)}"
    ws.vault.new_keys([key])  # a key that seals nothing does no harm, if this ends here
    with ws.vault.steady(), ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        connection.execute(
            insert(loosenings).values(
                rule=rule,
                does=wanted.value,
                officer=who.officer.id,
                at=ws.now(),
                commitment=bytes.fromhex(said.commitment),
                key=key,
                sealed=ws.vault.seal(key, LOOSENING_FIELD, 1, said.kept).data,
            )
        )
        who.records(ws, recorder, EntryKind.RULE_LOOSENED, said, rule=rule, outcome=wanted.value)
        recorder.flush()
        anew = select(func.count()).select_from(persons).where(not_erased(), persons.c.state != PersonState.JOINED)
        return connection.scalar(anew) or 0
