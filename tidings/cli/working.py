"""Going through what waits, one person after the other, at a terminal: who it is, what can be decided, why, and what follows.

Plain lines and typed answers, so that a screen reader reads all of it and nothing is said by colour. Whom the officer sees is in
the ledger before they see them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tidings import contacts, officers
from tidings.cli.explaining import GONE_RULE, caution, data_of, standing
from tidings.cli.talk import asked, put, say
from tidings.contacts import Choice, Explanation, Rulebook
from tidings.errors import KeyStoreError, ListError, PlanError, TidingsError
from tidings.model import PersonId
from tidings.notices import Catalogs
from tidings.officers import Acting, OfficerError
from tidings.people.ingest import decide_pair, open_pairs
from tidings.workspace import Workspace

SKIP, QUIT, YES = "s", "q", "y"
PAIR = "identity.likely"

_OF_PERSON = {
    Choice.FULL: "the rule does not stand; the others still do",
    Choice.TEASER: "go on, with no more than a teaser",
    Choice.ATTORNEY: "through the attorney only",
    Choice.TOLD: "they were told in another way",
    Choice.NEVER: "they are not to be told",
    Choice.WAIT: "take back what was decided: they wait again",
}
_OF_CONTACT = {
    Choice.FULL: "it is safe: a letter or e-mail there may say everything",
    Choice.TEASER: "go on, with no more than a teaser",
    Choice.NEVER: "never use it",
    Choice.WAIT: "take back what was decided: it waits again",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be decided here and now."""

    words: str
    rule: str
    choice: Choice | None = None
    contact: int | None = None
    twin: PersonId | None = None
    same: bool = False


@dataclass(slots=True)
class Work:
    """`waits` says whether somebody still does: as a person, or only with a contact."""

    ws: Workspace
    rulebook: Rulebook
    catalogs: Catalogs
    who: Acting
    reason: str
    waits: Callable[[Explanation], bool]

    def through(self, waiting: Sequence[PersonId]) -> int:
        """Returns on how many of them something was decided."""
        decided = 0
        for place, person in enumerate(waiting, start=1):
            put(f"\n{place} of {len(waiting)}: {person}")
            try:
                answer = self._person(person)
            except KeyStoreError as error:
                if error.code is not KeyStoreError.Code.CANNOT_OPEN:
                    raise
                say("left out: what is sealed of them cannot be opened, for their key is missing or damaged")
                continue
            if answer == QUIT:
                break
            decided += answer != SKIP
        return decided

    def _person(self, person: PersonId) -> str:
        """Until they wait no more, or are left. Returns the last answer."""
        if not self.waits(contacts.explain(self.ws, person, self.catalogs)):
            say("waits no more: somebody else was faster, or what was decided on another settled it")
            return SKIP
        officers.opened(self.ws, "holds", self.reason, [person], self.who)
        decided = SKIP
        while True:
            found = contacts.explain(self.ws, person, self.catalogs)
            if not self.waits(found):
                return decided
            for line in (*data_of(self.ws, person, found, self.catalogs), *self._rules(found)):
                put(line)
            options = list(self._options(person, found))
            for number, option in enumerate(options, start=1):
                put(f"  {number}  {option.words}")
            answer = _answer(len(options))
            if answer in (SKIP, QUIT):
                return decided if answer == SKIP else QUIT
            if self._decide(person, options[int(answer) - 1]):
                say(standing(contacts.explain(self.ws, person, self.catalogs)))
                decided = answer

    def _rules(self, found: Explanation) -> Iterator[str]:
        """Why and what, of each rule that has to do with it: the one that they wait under first."""
        names = [*found.rules, *(name for one in found.contacts for name in one.rules)]
        for name in dict.fromkeys([*([found.rule] if found.rule else []), *names]):
            meaning = self.rulebook.meanings.get(name, GONE_RULE)
            waits = "waits under " if name == found.rule else ""
            yield f"{waits}{name}: {meaning.why} {meaning.what}"

    def _options(self, person: PersonId, found: Explanation) -> Iterator[Option]:
        with self.ws.vault.steady(), self.ws.store.reading() as connection:
            looked = contacts.look_at(self.ws, connection, person, self.catalogs)
        for one in found.contacts:
            for name in one.rules:
                for choice in contacts.choices(looked, name, looked.made.contacts[one.place]):
                    yield Option(
                        f"contact {one.contact}, {one.channel}, {name}: {_OF_CONTACT[choice]}", name, choice, one.contact
                    )
        if found.state not in contacts.WAITING:
            return  # only a contact waits: of the person nothing is asked
        for twin in self._twins(person):
            yield Option(f"{PAIR}: {twin} is the same person", PAIR, twin=twin, same=True)
            yield Option(f"{PAIR}: {twin} is somebody else", PAIR, twin=twin)
        offered: set[Choice] = set()
        for name in dict.fromkeys([*found.rules, *([found.rule] if found.rule else [])]):
            for choice in contacts.choices(looked, name, None):
                if choice in (Choice.TOLD, Choice.NEVER) and choice in offered:
                    continue  # they end all waiting, whatever rule they are said of
                offered.add(choice)
                yield Option(f"the whole person, {name}: {_OF_PERSON[choice]}", name, choice)

    def _twins(self, person: PersonId) -> list[PersonId]:
        pairs = [pair for pair in open_pairs(self.ws) if person in pair]
        return [one for pair in pairs for one in pair if one != person]

    def _decide(self, person: PersonId, option: Option) -> bool:
        """Whether it was recorded. What cannot be, or was not meant, leads back to the options."""
        because = asked("why do you decide so? ") if option.twin is None else ""
        if option.choice is not None:
            for line in caution(option.rule, option.choice):
                put(line)
        put(f"you decide: {option.words}")
        if asked(f"{YES} to record it, anything else to go back: ").lower() != YES:
            return False
        try:
            if option.twin is not None:
                decide_pair(self.ws, person, option.twin, same=option.same)
                contacts.plan_now(self.ws, [person, option.twin], self.catalogs)
            elif option.choice is not None:
                words = (option.rule, option.choice, because)
                contacts.decide(self.ws, person, *words, self.catalogs, option.contact, self.who)
        except (PlanError, ListError, OfficerError) as error:
            say(_why_not(error))
            return False
        return True


def _why_not(error: TidingsError) -> str:
    return f"not recorded: {error}" + (f"; {error.hint}" if error.hint else "")


def _answer(options: int) -> str:
    """A number of an option, or s or q: asked again until it is one. Where the input ends, that is q."""
    numbers = f"a number from 1 to {options}, " if options else "nothing can be decided here: "
    while True:
        typed = asked(f"{numbers}{SKIP} to skip, {QUIT} to quit: ", at_end=QUIT).lower()
        if typed in (SKIP, QUIT) or (typed.isascii() and typed.isdigit() and 1 <= int(typed) <= options):
            return typed
