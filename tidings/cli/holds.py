"""`tidings holds`: what waits for a human, in counts; who waits, by their ids; or one by one, to decide (working.py)."""

from __future__ import annotations

from rich.table import Table
from sqlalchemy import Connection, func, select

from tidings import contacts, officers
from tidings.cli.app import SAFETY, app
from tidings.cli.explaining import GONE_RULE
from tidings.cli.tables import table
from tidings.cli.talk import asked, needs_terminal, out, put, put_json, say
from tidings.cli.working import Work
from tidings.contacts import HELD, WAITING, Explanation, Rulebook
from tidings.errors import PlanError
from tidings.model import PersonId
from tidings.notices import Catalogs
from tidings.store.tables import contacts as contacts_table
from tidings.store.tables import persons
from tidings.workspace import Workspace, open_workspace


@app.command(group=SAFETY, sort_key=1)
def holds(rule: str | None = None, /, *, contact: bool = False, work: bool = False, reason: str = "", json: bool = False) -> None:
    """Show what waits for a human, by rule; list who waits under one; or go through them one by one and decide.

    Parameters
    ----------
    rule
        Only what waits under this rule.
    contact
        Not the people who wait, but those who are told otherwise and have a contact that waits.
    work
        Go through them: each is shown, with what can be decided. Wants an approver's key, a reason and a terminal.
    reason
        Why you look at them, in a few words; left out, it is asked for. Others on this machine can see an argument, so name
        nobody in it.
    json
        Print the counts, or the ids, as JSON.

    """
    with open_workspace() as ws:
        with ws.store.reading() as connection:
            rulebook = contacts.current_rules(ws, connection)
            waiting = _contacts_wait(connection, rule) if contact else _waiting(connection, rule)
            by_rule, of_contacts = _counts(connection)
        if rule is not None and rule not in {*rulebook.meanings, *by_rule, *of_contacts}:
            raise PlanError(PlanError.Code.NO_RULE, rule)
        if work:
            needs_terminal("holds --work")
            _work(ws, rulebook, waiting, rule, contact, reason)
        elif rule is not None or contact:
            if json:
                put_json(waiting)
                return
            for person in waiting:
                put(person)
        elif json:
            put_json({"persons": by_rule, "contacts": of_contacts})
        else:
            _show(rulebook, by_rule, of_contacts)


def _work(ws: Workspace, rulebook: Rulebook, waiting: list[PersonId], rule: str | None, contact: bool, reason: str) -> None:
    """The key is opened once, before anybody is shown; and so is said what would stop every decision."""
    who = officers.acting(ws, contacts.DECIDES)
    catalogs = Catalogs.load()
    contacts.check_rules(ws, catalogs)

    def waits(found: Explanation) -> bool:
        if not contact:
            return found.state in WAITING
        return any(one.state == HELD and (rule is None or rule in one.rules) for one in found.contacts)

    because = reason or asked("why do you look at them? ")
    decided = Work(ws, rulebook, catalogs, who, because, waits).through(waiting)
    with ws.store.reading() as connection:
        still = set(_contacts_wait(connection, rule) if contact else _waiting(connection, None)) & set(waiting)
    say(f"{decided:,} decided; {len(still):,} still wait")


def _waiting(connection: Connection, rule: str | None) -> list[PersonId]:
    wanted = select(persons.c.id).where(persons.c.state.in_(WAITING)).order_by(persons.c.number)
    if rule is not None:
        wanted = wanted.where(persons.c.rule == rule)
    return [PersonId(person) for person in connection.scalars(wanted)]


def _contacts_wait(connection: Connection, rule: str | None) -> list[PersonId]:
    """Who is told otherwise, and has a contact that waits."""
    held = select(contacts_table.c.person_id).where(contacts_table.c.state == HELD)
    if rule is not None:
        held = held.where(contacts_table.c.rule == rule)
    wanted = select(persons.c.id).where(persons.c.state.not_in(WAITING), persons.c.id.in_(held)).order_by(persons.c.number)
    return [PersonId(person) for person in connection.scalars(wanted)]


def _counts(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """By rule: people who wait; and contacts that wait of people who are told in another way meanwhile."""
    of_people = select(persons.c.rule, func.count()).where(persons.c.state.in_(WAITING)).group_by(persons.c.rule)
    joined = contacts_table.join(persons, persons.c.id == contacts_table.c.person_id)
    of_contacts = (
        select(contacts_table.c.rule, func.count())
        .select_from(joined)
        .where(contacts_table.c.state == HELD, persons.c.state.not_in(WAITING))
        .group_by(contacts_table.c.rule)
    )
    return (
        dict(connection.execute(of_people.order_by(func.count().desc(), persons.c.rule)).tuples().all()),
        dict(connection.execute(of_contacts.order_by(func.count().desc(), contacts_table.c.rule)).tuples().all()),
    )


def _show(rulebook: Rulebook, by_rule: dict[str, int], of_contacts: dict[str, int]) -> None:
    if not by_rule and not of_contacts:
        put("nobody waits for a human")
    titles = ("People who wait for you", "Contacts that wait, of people who are told otherwise")
    for title, counts in zip(titles, (by_rule, of_contacts), strict=True):
        if counts:
            shown: Table = table(title, "number", "rule", "why, and what to do")
            for name, count in counts.items():
                meaning = rulebook.meanings.get(name, GONE_RULE)
                shown.add_row(f"{count:,}", name, f"{meaning.why} {meaning.what}")
            out.print(shown)
    if by_rule:
        say("`tidings holds --work` goes through the people one by one; `tidings holds RULE` lists their ids")
    if of_contacts:
        say("`tidings holds --contact --work` goes through the contacts; they can wait longer")
