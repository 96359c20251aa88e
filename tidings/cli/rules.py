"""`tidings rules`: the rules that plans are made by, what they can look at, and loosening one for the incident."""

from __future__ import annotations

from typing import Any

from cyclopts import App
from sqlalchemy import Connection, func, select

from tidings import contacts
from tidings.cli.app import PLAIN, SAFETY, app
from tidings.cli.tables import table
from tidings.cli.talk import asked_reason, out, put_json, say
from tidings.contacts import FIELDS, HELD, PASSED, REFUSED, WAITING, Does
from tidings.errors import PlanError
from tidings.store.tables import contacts as contacts_table
from tidings.store.tables import persons
from tidings.workspace import Workspace, open_workspace

rules = App(
    name="rules",
    help="List the safety rules, or loosen one for this incident.",
    help_format="plaintext",
    default_parameter=PLAIN,
    group=SAFETY,
    sort_key=4,
)
app.command(rules)


@rules.command(name="list")
def list_rules(*, json: bool = False) -> None:
    """List the rules of this incident: what each decides on, what it does, how far it may be loosened, what can be decided.

    Parameters
    ----------
    json
        Print them as JSON.

    """
    with open_workspace() as ws, ws.store.reading() as connection:
        rulebook = contacts.current_rules(ws, connection)
        people, kept = _counts(connection)
    found: list[dict[str, Any]] = [
        {
            "rule": rule.id,
            "of": rule.of.value,
            "does": rulebook.loosened.get(rule.id, rule.does).value,
            "written": rule.does.value,
            "loosest": rule.loosest.value,
            "choices": [choice.value for choice in rule.allowed()],
            "people": people.get(rule.id, 0),
            "contacts": kept.get(rule.id, 0),
            "why": rule.why,
            "source": rule.source,
        }
        for rule in rulebook.rules
    ]
    if json:
        put_json(found)
        return
    title = f"{len(found)} rules, the strictest wins; how many people wait under each, and how many contacts it keeps from use"
    columns = ("rule", "of", "does", "may be loosened to", "an officer may decide", "people", "contacts")
    shown = table(title, *columns, numbers=0)
    for number in shown.columns[-2:]:
        number.justify = "right"
    for one in found:
        does = one["does"] if one["does"] == one["written"] else f"{one['does']} (loosened; written: {one['written']})"
        loosest = one["loosest"] if one["loosest"] != one["written"] else "-"
        decides = ", ".join(one["choices"]) or "-"
        shown.add_row(one["rule"], one["of"], does, loosest, decides, f"{one['people']:,}", f"{one['contacts']:,}")
    out.print(shown)


def _counts(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """By rule: people who wait under it, and contacts that it keeps from being used, whoever else is told."""
    of_people = select(persons.c.rule, func.count()).where(persons.c.state.in_(WAITING)).group_by(persons.c.rule)
    keeps = contacts_table.c.state.in_((HELD, PASSED, REFUSED))
    of_contacts = select(contacts_table.c.rule, func.count()).where(keeps).group_by(contacts_table.c.rule)
    return dict(connection.execute(of_people).tuples().all()), dict(connection.execute(of_contacts).tuples().all())


@rules.command
def facts() -> None:
    """List what a rule can look at, with the values that each fact can have."""
    shown = table("What a rule can look at", "fact", "of", "values", "what it says", numbers=0)
    for name, field in FIELDS.items():
        shown.add_row(name, "contact" if field.of_contact else "person", ", ".join(field.values), field.says)
    out.print(shown)


@rules.command
def loosen(rule: str, /, *, to: str, reason: str = "") -> None:
    """Loosen a rule for this incident, as far as the rule allows. Wants an approver's key and a reason; the ledger says so.

    Parameters
    ----------
    rule
        The rule's id.
    to
        What it does from now on: allow, teaser, another, hold.
    reason
        Why, in a few words: sealed, and committed to in the ledger. Left out, it is asked for.

    """
    if to not in set(Does):
        raise PlanError(PlanError.Code.NOT_LOOSENED, f"--to is one of {', '.join(Does)}")
    with open_workspace() as ws:
        _loosened(ws, rule, Does(to), reason)


@rules.command
def restore(rule: str, /, *, reason: str = "") -> None:
    """Take back what was loosened: the rule does again what it was written to do.

    Parameters
    ----------
    rule
        The rule's id.
    reason
        Why, in a few words: sealed, and committed to in the ledger. Left out, it is asked for.

    """
    with open_workspace() as ws:
        _loosened(ws, rule, None, reason)


def _loosened(ws: Workspace, rule: str, to: Does | None, reason: str) -> None:
    people = contacts.loosen(ws, rule, to, reason or asked_reason("why? "))
    if people is None:
        say(f"{rule} does that already: nothing was changed or recorded")
        return
    say(f"nothing is sent until `tidings resolve` has planned {people:,} people by the rules as they are now")
