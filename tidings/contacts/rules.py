"""Which rules plans are made under: adopted once, known by a digest, and never changed unseen.

Every plan remembers the digest that it was made under. Whatever decides about plans besides the people is in it: rules, what
officers loosened, the incident's limits and channels, which languages there are. When any of it changes, nothing more is
sent by the old plans (`notify` refuses) until `resolve` has adopted the new rules and planned everybody by them.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, select, update

from tidings.contacts.safety import Does, Rulebook, load_rulebook
from tidings.contacts.ways import Served
from tidings.entry import EntryKind
from tidings.errors import PlanError
from tidings.model import Counts
from tidings.store.tables import loosenings, persons
from tidings.store.tables import workspace as workspace_table
from tidings.workspace import Workspace

_KEPT = 32
"""Hex digits of the digest that a plan remembers: 128 bits."""


def current_rules(ws: Workspace, connection: Connection) -> Rulebook:
    """Those of the files as they are now, with what officers loosened. Raises ConfigError BAD_FILE, naming file and line."""
    rows = connection.execute(select(loosenings.c.rule, loosenings.c.does).order_by(loosenings.c.id)).tuples()
    return load_rulebook(ws.settings.config, ws.incident_folder).loosen({rule: Does(does) for rule, does in rows})


def rules_digest(ws: Workspace, rulebook: Rulebook, served: Served) -> str:
    """SHA-256, hex."""
    incident = ws.incident.model_dump(
        mode="json",
        include={"version": True, "default_region": True, "safety": True, "plan": True, "languages": True, "exposure": {"began"}},
    )
    return rulebook.digest(incident, sorted(served.languages))


def adopt_rules(ws: Workspace, served: Served) -> Counts:
    """From here on plans are made under the rules as they are now. Returns {rules, changed: 1 or 0}."""
    with ws.store.writing() as connection:
        rulebook = current_rules(ws, connection)
        digest = rules_digest(ws, rulebook, served)
        changed = connection.scalar(select(workspace_table.c.planned_under)) != digest[:_KEPT]
        if changed:
            connection.execute(update(workspace_table).values(planned_under=digest[:_KEPT]))
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.RULES_ADOPTED, digest=digest, rules=len(rulebook.rules))
            recorder.flush()
    return Counts(rules=len(rulebook.rules), changed=int(changed))


def plan_is_current() -> ColumnElement[bool]:
    """Of a person: whether their plan was made from their newest record and under the adopted rules."""
    under = select(workspace_table.c.planned_under).scalar_subquery()
    return and_(persons.c.planned_revision == persons.c.revision, persons.c.planned_under == under)


def adopted(ws: Workspace, connection: Connection, served: Served) -> str:
    """What plans remember of the rules they are made under. Empty before the first `adopt_rules`.

    Raises PlanError RULES_CHANGED where anything that decides about plans is not what was adopted.
    """
    under = connection.scalar(select(workspace_table.c.planned_under)) or ""
    if under and under != rules_digest(ws, current_rules(ws, connection), served)[:_KEPT]:
        raise PlanError(PlanError.Code.RULES_CHANGED)
    return under


def check_rules(ws: Workspace, served: Served) -> Counts:
    """Raises PlanError RULES_CHANGED as `adopted` does: before anything is sent by the plans. Returns {}."""
    with ws.store.reading() as connection:
        adopted(ws, connection, served)
    return Counts()
