"""`tidings explain` and `decide`: why a person's plan is as it is, and an officer's word on what keeps them waiting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from tidings import contacts, officers
from tidings.cli.app import SAFETY, app
from tidings.cli.people import isolated, shown
from tidings.cli.talk import asked_reason, needs_terminal, put, put_json, say
from tidings.contacts import GROUND, Choice, Decision, Explanation, Meaning, Rulebook
from tidings.errors import ConfigError, PlanError
from tidings.model import PersonId
from tidings.notices import Catalogs
from tidings.workspace import Workspace, open_workspace

GONE_RULE = Meaning("This rule is no longer in safety.toml.", "Run `tidings resolve`.")


@app.command(group=SAFETY, sort_key=2)
def explain(person: str, /, *, data: bool = False, reason: str = "", json: bool = False) -> None:
    """Say which rules hold of a person and of each of their contacts, and what officers decided. Shows nothing of the person.

    Parameters
    ----------
    person
        The person's id, as `tidings holds RULE` lists it.
    data
        Show who it is, too. Wants an officer's key, a reason and a terminal; the ledger says so.
    reason
        Why, in a few words; left out, it is asked for. Others on this machine can see an argument, so name nobody in it.
    json
        Print it as JSON, without data.

    """
    if data and json:
        raise ConfigError(ConfigError.Code.BAD_USE, "explain", hint="--json is without --data: a file or a pipe would keep it")
    catalogs = Catalogs.load()
    with open_workspace() as ws:
        if data:
            needs_terminal("explain --data")
            officers.opened(ws, "explain", reason or asked_reason(), [person])
        found = contacts.explain(ws, PersonId(person), catalogs)
        if json:
            put_json(asdict(found))
            return
        with ws.store.reading() as connection:
            rulebook = contacts.current_rules(ws, connection)
        for line in explanation(found, rulebook):
            put(line)
        if data:
            put("")
            for line in data_of(ws, PersonId(person), found, catalogs):
                put(line)


def explanation(found: Explanation, rulebook: Rulebook) -> list[str]:
    """In words, without anything of the person."""
    lines = [f"{found.person} is {found.state.replace('_', ' ')}" + (f", under {found.rule}" if found.rule else "")]
    lines += [f"  the whole person: {_rule(name, rulebook)}" for name in found.rules]
    for one in found.contacts:
        carries = {"full": "the full notice", "teaser": "a teaser"}[one.carries]
        what = f"may be used, for {carries}" if one.state == "usable" else one.state
        lines.append(f"  contact {one.contact}, {one.channel}, {one.owner}: {what}")
        lines += [f"    {_rule(name, rulebook)}" for name in one.rules if name not in found.rules]
    lines += [f"  {_decided(made)}" for made in found.decisions]
    return lines


def _decided(made: Decision) -> str:
    about = "the whole person" if made.contact is None else f"contact {made.contact}"
    old = "" if made.counts else " (no longer counts: what is known of the person has changed)"
    return f"{made.at}: officer {made.officer} decided {made.choice} on {made.rule}, of {about}{old}"


def _rule(name: str, rulebook: Rulebook) -> str:
    meaning = rulebook.meanings.get(name, GONE_RULE)
    rule = rulebook.rule(name)
    does = f" ({rule.does}; {rule.source})" if rule else ""
    return f"{name}: {meaning.why}{does}"


def data_of(ws: Workspace, person: PersonId, found: Explanation, catalogs: Catalogs) -> list[str]:
    """Only after `officers.opened`."""
    with ws.vault.steady(), ws.store.reading() as connection:
        lines = list(shown(contacts.look_at(ws, connection, person, catalogs), found))
        words = contacts.reasons(ws, connection, person)
    return lines + [f"{_decided(made)}: {isolated(why)}" for made, why in zip(found.decisions, words, strict=False)]


def caution(rule: str, choice: Choice) -> Iterator[str]:
    """What an officer reads before a rule is set aside on which all others stand."""
    if choice in (Choice.FULL, Choice.TEASER) and rule in {one.id for one in GROUND}:
        yield f"careful: {rule} is part of the ground that all rules stand on (docs/safety.md). If it is set aside"
        yield "  by mistake, somebody comes to harm. Be sure; if it was a mistake, decide `wait`, and tell nobody meanwhile."


@app.command(group=SAFETY, sort_key=3)
def decide(person: str, rule: str, choice: str, /, *, contact: int | None = None, reason: str = "") -> None:
    """Decide on a person, or a contact, that waits; they are planned by it at once. Wants an approver's key and a reason.

    `tidings holds --work` asks for the same one by one, and shows who it is.

    Parameters
    ----------
    person
        The person's id.
    rule
        The rule that they wait under.
    choice
        Of a contact: teaser, full or never. Of a person: full, teaser, attorney (through them only), told (in another way),
        never. A rule may offer less: `tidings rules list` says which. wait takes back what was decided.
    contact
        The contact's number, as `tidings explain` gives it; left out, it is decided of the whole person.
    reason
        Why, in a few words: sealed with the person, and committed to in the ledger. Left out, it is asked for.

    """
    if choice not in set(Choice):
        raise PlanError(PlanError.Code.NO_CHOICE, f"choices are {', '.join(Choice)}")
    catalogs = Catalogs.load()
    with open_workspace() as ws:
        for line in caution(rule, Choice(choice)):
            say(line)
        because = reason or asked_reason("why do you decide so? ")
        contacts.decide(ws, PersonId(person), rule, Choice(choice), because, catalogs, contact)
        say(standing(contacts.explain(ws, PersonId(person), catalogs)))


def standing(found: Explanation) -> str:
    """What follows of a decision, in a line."""
    usable = [one.channel for one in found.contacts if one.state == "usable"]
    if found.rule:
        return f"{found.person} is {found.state.replace('_', ' ')}, under {found.rule}"
    return f"{found.person} is {found.state.replace('_', ' ')}: {', then '.join(usable)}"
