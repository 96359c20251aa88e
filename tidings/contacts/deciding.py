"""An officer's decision on somebody, or on a contact, that waits: recorded with its reason, and planned by at once.

A decision counts as long as what is known of the person stays what it was (`basis_of`); of several on one thing the last
one counts. It is one transaction with its ledger entry, which has the officer's signature and a commitment to the reason; the
reason is sealed with the person, and goes with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from tidings.contacts.explaining import Looked, choices, decision_field, look_at
from tidings.contacts.keeping import contact_mark
from tidings.contacts.plan import PlannedContact
from tidings.contacts.resolve import basis_of, resolve_batch
from tidings.contacts.rules import adopted
from tidings.contacts.safety import Choice
from tidings.contacts.ways import Served
from tidings.entry import EntryKind
from tidings.errors import PlanError
from tidings.model import PersonId, PersonState, Role
from tidings.officers import Acting, acting
from tidings.store.people import batch_of
from tidings.store.tables import contacts, decisions, persons
from tidings.workspace import Workspace

DECIDES = frozenset({Role.APPROVER})
"""Who may decide on people."""
WAITING = (PersonState.HELD, PersonState.UNDELIVERED)
"""Where people stand who wait for an officer."""


def decide(
    ws: Workspace,
    person: PersonId,
    rule: str,
    choice: Choice,
    reason: str,
    served: Served,
    contact: int | None = None,
    who: Acting | None = None,
) -> None:
    """Records what the officer whose key is set up decides, and plans the person anew.

    `contact` is a contact's number as `explain` gives it; none: of the whole person. `who` is an officer (one of DECIDES)
    whose key is open already. Raises OfficerError, WorkspaceError NO_SUCH_PERSON, PlanError NOT_HELD where they do not wait
    under this rule, NO_CHOICE where the rule does not offer that, RULES_CHANGED, KeyStoreError CANNOT_OPEN.
    """
    who = who or acting(ws, DECIDES)
    said = who.says(ws, reason)
    with ws.vault.steady(), ws.store.writing() as connection:
        adopted(ws, connection, served)
        looked = look_at(ws, connection, person, served)
        one = _waiting(ws, connection, looked, rule, contact)
        mark = None if one is None else contact_mark(ws, one.channel, one.address)
        if choice not in choices(looked, rule, one):
            raise PlanError(PlanError.Code.NO_CHOICE, rule)
        recorder = ws.recorder(connection)
        commitment = bytes.fromhex(said.commitment)
        about = "person" if contact is None else "contact"
        connection.execute(
            insert(decisions).values(
                person_id=person,
                contact_mark=mark,
                rule=rule,
                choice=choice.value,
                basis=basis_of(ws, looked.made.facts, choice),
                officer=who.officer.id,
                at=ws.now(),
                commitment=commitment,
                sealed=ws.vault.seal(person, decision_field(commitment), 1, said.kept).data,
            )
        )
        who.records(ws, recorder, EntryKind.HOLD_DECIDED, said, person, rule=rule, outcome=choice.value, of=about)
        recorder.flush()
        connection.execute(update(persons).where(persons.c.id == person).values(planned_revision=0))
    plan_now(ws, [person], served)


def plan_now(ws: Workspace, people: Sequence[PersonId], served: Served) -> None:
    """Plans these people who have no plan of today, with whoever else of their batches has none."""
    with ws.store.reading() as connection:
        numbers = list(connection.scalars(select(persons.c.number).where(persons.c.id.in_(people))))
    for batch in sorted({batch_of(number) for number in numbers}):
        resolve_batch(ws, batch, served)


def _waiting(ws: Workspace, connection: Connection, looked: Looked, rule: str, contact: int | None) -> PlannedContact | None:
    """The contact; None of the whole person. What was decided on may be decided again, whatever came of it.

    Raises PlanError NOT_HELD.
    """
    if looked.row.state == PersonState.JOINED:  # the other one, who is told, is decided on
        raise PlanError(PlanError.Code.NOT_HELD)
    if contact is None:
        wide = {found.id for found in looked.rulebook.engine.on_person(looked.made.facts)}
        waits = looked.row.state in WAITING and (rule in wide or rule == looked.row.rule)
        if not waits and rule not in looked.decided.of_person:
            raise PlanError(PlanError.Code.NOT_HELD)
        return None
    wanted = select(contacts.c.mark).where(contacts.c.id == contact, contacts.c.person_id == looked.row.id)
    row = connection.execute(wanted).one_or_none()
    mark = b"" if row is None else bytes(row.mark)
    for one in looked.made.contacts:
        if contact_mark(ws, one.channel, one.address) == mark and rule in {known.id for known in one.rules}:
            return one
    raise PlanError(PlanError.Code.NOT_HELD)
