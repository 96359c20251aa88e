"""What is wrong with a set of rules: twins, rules that can never hold or never count, and such as would refuse everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tidings.contacts.safety.engine import Does, Of, SafetyRule
from tidings.contacts.safety.facts import FIELDS, combinations
from tidings.contacts.safety.rule_file import Fault
from tidings.model import Owner

GROUND = (
    SafetyRule("custody.removed", Of.PERSON, Does.HOLD, {"custody": frozenset({"removed"})}),
    SafetyRule("contact.unsafe", Of.CONTACT, Does.HOLD, {"safety": frozenset({"unsafe"})}),
    SafetyRule("phone.home_country", Of.CONTACT, Does.HOLD, {"feared_by": frozenset({"region", "carrier"})}),
    SafetyRule("email.home_country", Of.CONTACT, Does.HOLD, {"feared_by": frozenset({"host"})}),
    SafetyRule("address.home_country", Of.CONTACT, Does.HOLD, {"feared_by": frozenset({"address"})}),
    SafetyRule(
        "contact.unknown", Of.CONTACT, Does.TEASER, {"safety": frozenset({"unknown"})}, {"channel": frozenset({"letter"})}
    ),
    SafetyRule("address.unknown", Of.CONTACT, Does.TEASER, {"safety": frozenset({"unknown"}), "channel": frozenset({"letter"})}),
)
"""The ground that every set of rules stands on: the design's *Doing no harm*, 2, 3 and 5. They may be made stricter."""


def faults(rules: Sequence[SafetyRule]) -> Iterator[Fault]:
    """Everything that is wrong with these rules together, in their order."""
    seen: dict[str, SafetyRule] = {}
    sound: list[SafetyRule] = []
    for rule in rules:
        if rule.id in seen:
            first = seen[rule.id]
            yield _fault(rule, "rule.twice", f"{rule.id}: {first.file}:{first.line} has a rule of this id already")
            continue
        seen[rule.id] = rule
        found = list(_by_itself(rule))
        yield from found
        if not found:
            sound.append(rule)
    for rule in sound:
        stricter = next((other for other in sound if other is not rule and _always_beaten(rule, other)), None)
        if stricter is not None:
            about = f"{rule.id}: whenever it holds, {stricter.id} does more: {stricter.does} against {rule.does}"
            yield _fault(rule, "rule.never_counts", about)
    for ground in GROUND:
        yield from _keeps(ground, seen.get(ground.id))


def _by_itself(rule: SafetyRule) -> Iterator[Fault]:
    contacts = [name for name in (*rule.when, *rule.unless) if FIELDS[name].of_contact]
    if rule.of in (Of.PERSON, Of.OWN) and contacts:
        about = f"{rule.id}: a rule of {rule.of} looks at the person only, not at {', '.join(sorted(set(contacts)))}"
        yield _fault(rule, "rule.wrong_scope", about)
        return
    if rule.does is Does.ALLOW:
        about = f"{rule.id}: to allow does nothing, since the strictest rule wins: loosen that one instead"
        yield _fault(rule, "rule.never_counts", about)
        return
    cases = _cases(rule, _names(rule))
    held = [case for case in cases if rule.holds(case)]
    if not held:
        yield _fault(rule, "rule.never_holds", f"{rule.id}: no person and contact can ever be like this")
    elif len(held) == len(cases) and rule.does.strictness > Does.TEASER.strictness:
        yield _fault(rule, "rule.stops_everybody", f"{rule.id}: it holds of everybody, and nobody would be told")


def _names(rule: SafetyRule) -> frozenset[str]:
    """The facts that a rule looks at, and those that decide which values these can have together."""
    names = {*rule.when, *rule.unless}
    if rule.of in (Of.PERSON, Of.OWN):
        return frozenset(names)
    return frozenset(names | {"channel", "owner"})


def _cases(rule: SafetyRule, names: frozenset[str]) -> list[Mapping[str, str | frozenset[str]]]:
    """All that this rule could be asked about, as far as these facts go."""
    return [_as_facts(case) for case in combinations(names) if rule.covers(case.get("owner", Owner.OWN))]


def _as_facts(case: Mapping[str, str]) -> dict[str, str | frozenset[str]]:
    return {name: frozenset({value}) if FIELDS[name].many else value for name, value in case.items()}


def _always_beaten(rule: SafetyRule, other: SafetyRule) -> bool:
    """Whether the other rule holds whenever this one does, on all that it decides on, and does more."""
    if other.does.strictness <= rule.does.strictness or not _reaches(other.of, rule.of):
        return False
    if not other.when.keys() <= (rule.when.keys() | {"channel", "owner"}):
        return False  # a fact that this rule does not look at may always be otherwise
    cases = [case for case in _cases(rule, _names(rule) | _names(other)) if rule.holds(case)]
    return bool(cases) and all(other.holds(case) for case in cases)


def _reaches(wide: Of, narrow: Of) -> bool:
    return wide is Of.PERSON or wide is narrow or (wide is Of.CONTACT and narrow in (Of.OWN, Of.ATTORNEY))


def _keeps(ground: SafetyRule, rule: SafetyRule | None) -> Iterator[Fault]:
    if rule is None:
        yield Fault("", 0, "rule.ground_missing", f"{ground.id}: every set of rules must have it")
    elif (rule.of, rule.when, rule.unless) != (ground.of, ground.when, ground.unless):
        yield _fault(rule, "rule.ground_changed", f"{rule.id}: of, when and unless of this rule must stay as they were shipped")
    elif rule.does.strictness < ground.does.strictness:
        yield _fault(rule, "rule.ground_changed", f"{rule.id}: it may do more than {ground.does}, not less")


def _fault(rule: SafetyRule, code: str, about: str) -> Fault:
    return Fault(rule.file, rule.line, code, about)
