"""The engine: which rules hold of a person and a contact, and what the strictest of them does. Pure, and nothing else decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tidings.contacts.safety.facts import ContactFacts, PersonFacts
from tidings.model import Owner


class Does(StrEnum):
    """What a rule does, the laxest first. The strictest of all that hold wins."""

    ALLOW = "allow"  # the full notice, where the channel can carry it
    TEASER = "teaser"  # no more than a teaser
    ANOTHER = "another"  # passed over: another contact is used; without one the person waits for a human
    HOLD = "hold"  # waits for a human's decision
    REFUSE = "refuse"  # never, whatever a human decides

    @property
    def strictness(self) -> int:
        return _STRICTNESS[self]


_STRICTNESS: Final = {does: place for place, does in enumerate(Does)}


class Choice(StrEnum):
    """What an officer may decide on a rule that keeps somebody, or a contact, waiting."""

    FULL = "full"  # of a person: it does not stand any more; of a contact: it is safe
    TEASER = "teaser"  # go on, with no more than a teaser
    NEVER = "never"
    ATTORNEY = "attorney"  # of a person: through their attorney only
    TOLD = "told"  # of a person: they were told in another way than Tidings'
    WAIT = "wait"  # what was decided is taken back: it waits again, as if nobody had decided


SETTLING: Final = (Choice.TOLD, Choice.NEVER)
"""Of a whole person these end all waiting, whatever rule they wait under."""
OF_PERSON: Final = (Choice.FULL, Choice.TEASER, Choice.ATTORNEY, *SETTLING)
OF_CONTACT: Final = (Choice.FULL, Choice.TEASER, Choice.NEVER)
"""What a rule can offer. To take back what was decided no rule can forbid."""


class Of(StrEnum):
    """What a rule decides on, the widest first."""

    PERSON = "person"  # all contacts of a person, their attorney's among them
    OWN = "own"  # all but their attorney's
    ATTORNEY = "attorney"  # their attorney's
    CONTACT = "contact"  # each contact by itself

    @property
    def each(self) -> bool:
        """Whether an officer decides on each contact that it keeps waiting, and not on the person."""
        return self in (Of.ATTORNEY, Of.CONTACT)


@dataclass(frozen=True, slots=True)
class SafetyRule:
    """One rule: it holds where every fact of `when` has one of the values, and no fact of `unless` has.

    `loosest` is how far an incident may loosen it. `why` and `what` are an officer's words: why something waits, and what
    to do. `source` is a law, a standard or a place in this project's design.
    """

    id: str
    of: Of
    does: Does
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    loosest: Does = Does.REFUSE
    why: str = ""
    what: str = ""
    source: str = ""
    choices: tuple[Choice, ...] | None = None
    """What an officer may decide on it; None: all that its scope allows."""
    file: str = ""
    line: int = 0

    def allowed(self) -> tuple[Choice, ...]:
        """What an officer may decide on what it keeps waiting. Nothing of what is refused outright, or allowed anyhow."""
        if self.does not in (Does.HOLD, Does.ANOTHER):
            return ()
        every = OF_CONTACT if self.of.each else OF_PERSON
        return tuple(choice for choice in every if self.choices is None or choice in self.choices)

    def covers(self, owner: str) -> bool:
        """Whether it decides on contacts of this owner at all."""
        if self.of is Of.OWN:
            return owner != Owner.ATTORNEY
        return self.of is not Of.ATTORNEY or owner == Owner.ATTORNEY

    def holds(self, facts: Mapping[str, str | frozenset[str]]) -> bool:
        """Whether it holds of these facts, whosever the contact is."""
        return all(_among(facts[name], values) for name, values in self.when.items()) and not any(
            _among(facts[name], values) for name, values in self.unless.items()
        )


def _among(found: str | frozenset[str], values: frozenset[str]) -> bool:
    return found in values if isinstance(found, str) else not values.isdisjoint(found)


@dataclass(slots=True)
class Engine:
    """Judges by a set of rules, which do not change. What was judged before is remembered: facts are few."""

    rules: Sequence[SafetyRule]
    _of_contact: dict[tuple[PersonFacts, ContactFacts], tuple[SafetyRule, ...]] = field(default_factory=dict)
    _of_person: dict[PersonFacts, tuple[SafetyRule, ...]] = field(default_factory=dict)

    def on_contact(self, person: PersonFacts, contact: ContactFacts) -> tuple[SafetyRule, ...]:
        """Every rule that holds of this contact: the strictest first, then the widest, then the first that was written."""
        found = self._of_contact.get((person, contact))
        if found is None:
            facts = person._asdict() | contact._asdict()
            held = [rule for rule in self.rules if rule.covers(contact.owner) and rule.holds(facts)]
            found = self._of_contact[person, contact] = tuple(sorted(held, key=_order))
        return found

    def on_person(self, person: PersonFacts) -> tuple[SafetyRule, ...]:
        """The rules that hold of all their own contacts, whatever these are: also of somebody who has none."""
        found = self._of_person.get(person)
        if found is None:
            facts = person._asdict()
            wide = [rule for rule in self.rules if rule.of in (Of.PERSON, Of.OWN)]
            found = self._of_person[person] = tuple(sorted((rule for rule in wide if rule.holds(facts)), key=_order))
        return found


def _order(rule: SafetyRule) -> tuple[int, int]:
    return -rule.does.strictness, _WIDTH[rule.of]


_WIDTH: Final = {Of.PERSON: 0, Of.OWN: 1, Of.ATTORNEY: 1, Of.CONTACT: 2}
