"""How one person can be told without harm: their contacts in the order to try them, each with what rules make of it.

A pure function: the same person, rules, doubts and decisions always give the same plan. The rules are data
(config/safety.toml).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tidings.contacts.safety import Choice, Does, PersonFacts, SafetyRule
from tidings.contacts.ways import Surroundings, Way, person_facts, ways
from tidings.model import Carries, Channel, Owner, Personal, Track
from tidings.record import Record
from tidings.rules import Rule

FULL_BY = frozenset({Channel.EMAIL, Channel.LETTER, Channel.HAND})
"""Channels that can carry the full notice; the others carry a teaser, whatever the rules allow."""


SETTLES = {Choice.NEVER: Rule.NEVER, Choice.TOLD: Rule.TOLD}
"""Decisions on a whole person after which nobody waits for anything any more, and the rule that says so."""
_DECIDED = {Choice.FULL: Does.ALLOW, Choice.TEASER: Does.TEASER, Choice.NEVER: Does.REFUSE, Choice.TOLD: Does.REFUSE}

ContactKey = tuple[Channel, str]
"""A contact's channel and address."""


@dataclass(frozen=True, slots=True, repr=False)
class Decisions(Personal):
    """What officers decided of one person: by rule, and by rule and contact."""

    of_person: Mapping[str, Choice] = field(default_factory=dict)
    of_contact: Mapping[tuple[str, ContactKey], Choice] = field(default_factory=dict)

    def on(self, rule: str, contact: ContactKey) -> Choice | None:
        return self.of_contact.get((rule, contact)) or self.of_person.get(rule)

    @property
    def settled(self) -> Choice | None:
        return next((choice for choice in self.of_person.values() if choice in SETTLES), None)


UNDECIDED = Decisions()
_OWNERS = {owner.value: owner for owner in Owner}


@dataclass(frozen=True, slots=True, repr=False)
class PlannedContact(Personal):
    """One way to reach a person, what is done with it, and the rule that made it so. Only a usable one is ever written to."""

    track: Track
    channel: Channel
    address: str
    owner: Owner
    does: Does
    rule: str
    wait_hours: int
    position: tuple[bool, int]
    """The attorney's first; then by the incident's order of channels."""
    held_by: tuple[str, ...]
    """Every rule that keeps it from being used, the strictest first: all must be decided on before it is."""
    rules: tuple[SafetyRule, ...]
    """Every rule that holds of it, whatever was decided."""

    @property
    def usable(self) -> bool:
        return self.does in (Does.ALLOW, Does.TEASER)

    @property
    def carries(self) -> Carries:
        return Carries.FULL if self.does is Does.ALLOW and self.channel in FULL_BY else Carries.TEASER


@dataclass(frozen=True, slots=True, repr=False)
class Plan(Personal):
    """A person's contacts in the order to try them. `hold` is the rule, if no contact may be used."""

    contacts: tuple[PlannedContact, ...]
    hold: str | None
    facts: PersonFacts


def plan(record: Record, around: Surroundings, doubts: Collection[str] = (), decided: Decisions = UNDECIDED) -> Plan:
    """`doubts` are what lists say of a person together, and not their record: `likely` somebody else too, `gone` from a later
    list.
    """
    person = person_facts(record, around, doubts)
    contacts = [_judged(found, person, around, decided) for found in ways(record, person, around)]
    if len(contacts) > 1:
        contacts.sort(key=lambda contact: contact.position)
    hold: str | None = None
    if decided.settled is not None:
        contacts = [replace(contact, does=Does.REFUSE, rule=SETTLES[decided.settled].value) for contact in contacts]
        hold = SETTLES[decided.settled].value
    elif not any(contact.usable for contact in contacts):
        hold = _hold(contacts, person, around, decided)
    return Plan(tuple(contacts), hold, person)


def _judged(found: Way, person: PersonFacts, around: Surroundings, decided: Decisions) -> PlannedContact:
    track, channel, address, facts = found
    rules = around.rulebook.engine.on_contact(person, facts)
    if decided is not UNDECIDED:
        if facts.safety == "unknown" and any(_vouched(rule, decided, (channel, address)) for rule in rules):
            facts = facts._replace(safety="safe")
            rules = around.rulebook.engine.on_contact(person, facts)
        does = [_after(rule, track, decided.on(rule.id, (channel, address))) for rule in rules]
        pairs = sorted(zip(does, rules, strict=True), key=lambda pair: -pair[0].strictness)
    else:
        pairs = [(rule.does, rule) for rule in rules]
    held_by = tuple(rule.id for does, rule in pairs if does.strictness > Does.TEASER.strictness)
    return PlannedContact(
        track,
        channel,
        address,
        _OWNERS[facts.owner],
        pairs[0][0] if pairs else Does.ALLOW,
        held_by[0] if held_by else Rule.USABLE.value,
        around.incident.plan.wait(channel),
        (track is Track.PERSON, around.incident.plan.channels.index(channel)),
        held_by,
        rules,
    )


def _vouched(rule: SafetyRule, decided: Decisions, contact: ContactKey) -> bool:
    """Whether an officer said that this contact is safe. That a rule does not stand of the whole person says nothing of who
    opens their letters; and what a note calls unsafe is decided on under the rule that says so.
    """
    return rule.of.each and Choice.FULL in rule.allowed() and decided.on(rule.id, contact) is Choice.FULL


def _after(rule: SafetyRule, track: Track, choice: Choice | None) -> Does:
    """What a rule does to a contact, after what was decided on it. What it does not offer, or not any more because it was
    loosened for everybody, only makes it stricter: a word on one person outlives a word on all.
    """
    if choice is None:
        return rule.does
    decided = _DECIDED.get(choice, Does.REFUSE)  # "through the attorney only" refuses what is not the attorney's
    if choice is Choice.ATTORNEY and track is Track.ATTORNEY:
        decided = Does.ALLOW
    return decided if choice in rule.allowed() else max(rule.does, decided, key=lambda does: does.strictness)


def _hold(contacts: Sequence[PlannedContact], person: PersonFacts, around: Surroundings, decided: Decisions) -> str:
    """The rule that a person waits under: of the whole person, else of the contact that a human can do most about."""
    for rule in around.rulebook.engine.on_person(person):
        if rule.does.strictness > Does.TEASER.strictness and rule.id not in decided.of_person:
            return rule.id
    if not contacts:
        return Rule.NO_CONTACT.value
    order = (Does.HOLD, Does.ANOTHER, Does.REFUSE)
    return min(contacts, key=lambda contact: (order.index(contact.does), around.rulebook.place(contact.rule))).rule
