"""`tidings holds`: what waits for a human, in counts; or one by one, with who it is, what can be decided, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.table import Table
from sqlalchemy import Connection, func, select

from tidings import contacts, officers
from tidings.cli.app import SAFETY, app
from tidings.cli.explaining import data_of, standing
from tidings.cli.tables import table
from tidings.cli.talk import asked, needs_terminal, out, put, put_json, say
from tidings.contacts import HELD, Choice, Explanation, Rulebook
from tidings.errors import PlanError
from tidings.model import PersonId, PersonState
from tidings.notices import Catalogs
from tidings.people.ingest import decide_pair, open_pairs
from tidings.store.tables import contacts as contacts_table
from tidings.store.tables import persons
from tidings.workspace import Workspace, open_workspace

WAITING = (PersonState.HELD, PersonState.UNDELIVERED)
SKIP, QUIT = "s", "q"

WORDS = {
    Choice.FULL: "it does not stand: go on",
    Choice.TEASER: "go on, with no more than a teaser",
    Choice.ATTORNEY: "through the attorney only",
    Choice.TOLD: "they were told in another way",
    Choice.NEVER: "never",
}


@app.command(group=SAFETY, sort_key=1)
def holds(rule: str | None = None, /, *, work: bool = False, reason: str = "", json: bool = False) -> None:
    """Show what waits for a human, by rule; list who waits under one; or go through them one by one and decide.

    Parameters
    ----------
    rule
        Only what waits under this rule.
    work
        Go through them: each is shown, with what can be decided. Wants an approver's key, a reason and a terminal.
    reason
        Why you look at them, in a few words; left out, it is asked for.
    json
        Print the counts, or the ids, as JSON.

    """
    with open_workspace() as ws:
        with ws.store.reading() as connection:
            rulebook = contacts.current_rules(ws, connection)
            waiting = _waiting(connection, rule)
            by_rule, of_contacts = _counts(connection)
        if rule is not None and rule not in rulebook.meanings:
            raise PlanError(PlanError.Code.NO_RULE, rule)
        if work:
            needs_terminal("holds --work")
            _Work(ws, rulebook, Catalogs.load(), reason or asked("why do you look at them? ")).through(waiting)
        elif rule is not None:
            if json:
                put_json(waiting)
                return
            for person in waiting:
                put(person)
        elif json:
            put_json({"persons": by_rule, "contacts": of_contacts})
        else:
            _show(rulebook, by_rule, of_contacts)


def _waiting(connection: Connection, rule: str | None) -> list[PersonId]:
    wanted = select(persons.c.id).where(persons.c.state.in_(WAITING)).order_by(persons.c.number)
    if rule is not None:
        wanted = wanted.where(persons.c.rule == rule)
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
        dict(connection.execute(of_people.order_by(func.count().desc())).tuples().all()),
        dict(connection.execute(of_contacts.order_by(func.count().desc())).tuples().all()),
    )


def _show(rulebook: Rulebook, by_rule: dict[str, int], of_contacts: dict[str, int]) -> None:
    if not by_rule and not of_contacts:
        put("nobody waits for a human")
    titles = ("People who wait for you", "Contacts that wait, of people who are told otherwise")
    for title, counts in zip(titles, (by_rule, of_contacts), strict=True):
        if counts:
            shown: Table = table(title, "number", "rule", "why, and what to do")
            for name, count in counts.items():
                meaning = rulebook.meanings[name]
                shown.add_row(f"{count:,}", name, f"{meaning.why} {meaning.what}")
            out.print(shown)
    if by_rule:
        say("`tidings holds --work` goes through them one by one; `tidings holds RULE` lists their ids")


@dataclass(frozen=True, slots=True)
class _Option:
    """One thing that can be decided here and now."""

    words: str
    rule: str
    choice: Choice | None = None
    contact: int | None = None
    twin: PersonId | None = None
    same: bool = False


@dataclass(slots=True)
class _Work:
    """Going through people who wait. Everything is plain lines and typed answers, so that a screen reader reads it."""

    ws: Workspace
    rulebook: Rulebook
    catalogs: Catalogs
    reason: str

    def through(self, waiting: list[PersonId]) -> None:
        decided = 0
        for place, person in enumerate(waiting, start=1):
            put(f"\n{place} of {len(waiting)}: {person}")
            answer = self._person(person)
            if answer == QUIT:
                break
            decided += answer != SKIP
        say(f"{decided:,} decided; {len(self._still(waiting)):,} still wait")

    def _still(self, waiting: list[PersonId]) -> set[PersonId]:
        with self.ws.store.reading() as connection:
            return set(_waiting(connection, None)) & set(waiting)

    def _person(self, person: PersonId) -> str:
        """Until they wait no more, or are left. Returns the last answer."""
        officers.opened(self.ws, "holds", self.reason, [person])
        while True:
            found = contacts.explain(self.ws, person, self.catalogs)
            for line in data_of(self.ws, person, found, self.catalogs):
                put(line)
            for name in dict.fromkeys([*([found.rule] if found.rule else []), *found.rules]):
                meaning = self.rulebook.meanings[name]
                put(f"waits under {name}: {meaning.why} {meaning.what}")
            options = list(self._options(person, found))
            for number, option in enumerate(options, start=1):
                put(f"  {number}  {option.words}")
            answer = _answer(len(options))
            if answer in (SKIP, QUIT):
                return answer
            self._decide(person, options[int(answer) - 1])
            after = contacts.explain(self.ws, person, self.catalogs)
            say(standing(after))
            if after.state not in WAITING:
                return answer

    def _options(self, person: PersonId, found: Explanation) -> Iterator[_Option]:
        with self.ws.vault.steady(), self.ws.store.reading() as connection:
            looked = contacts.look_at(self.ws, connection, person, self.catalogs)
        for one in found.contacts:
            for name in one.rules:
                for choice in contacts.choices(looked, name, of_contact=True):
                    words = "never use it" if choice is Choice.NEVER else WORDS[choice]
                    yield _Option(f"contact {one.contact}, {one.channel}, {name}: {words}", name, choice, one.contact)
        for twin in self._twins(person):
            yield _Option(f"identity.likely: {twin} is the same person", "identity.likely", twin=twin, same=True)
            yield _Option(f"identity.likely: {twin} is somebody else", "identity.likely", twin=twin)
        offered: set[Choice] = set()
        for name in dict.fromkeys([*found.rules, *([found.rule] if found.rule else [])]):
            for choice in contacts.choices(looked, name, of_contact=False):
                if choice in (Choice.TOLD, Choice.NEVER) and choice in offered:
                    continue  # they end all waiting, whatever rule they are said of
                offered.add(choice)
                words = "they are not to be told" if choice is Choice.NEVER else WORDS[choice]
                yield _Option(f"the whole person, {name}: {words}", name, choice)

    def _twins(self, person: PersonId) -> list[PersonId]:
        pairs = [pair for pair in open_pairs(self.ws) if person in pair]
        return [one for pair in pairs for one in pair if one != person]

    def _decide(self, person: PersonId, option: _Option) -> None:
        if option.twin is not None:
            decide_pair(self.ws, person, option.twin, same=option.same)
            contacts.plan_now(self.ws, [person, option.twin], self.catalogs)
        elif option.choice is not None:
            because = asked("why do you decide so? ")
            contacts.decide(self.ws, person, option.rule, option.choice, because, self.catalogs, option.contact)


def _answer(options: int) -> str:
    """A number of an option, or s or q: asked again until it is one."""
    while True:
        typed = asked(f"a number from 1 to {options}, {SKIP} to skip, {QUIT} to quit: ").lower()
        if typed in (SKIP, QUIT) or (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= options):
            return typed
