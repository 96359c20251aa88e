"""The engine, over rules and people that nobody thought of: what must hold whatever an incident adds."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.contacts.people import people
from tidings.contacts import load_rulebook
from tidings.contacts.plan import plan
from tidings.contacts.safety import FIELDS, NONE, ContactFacts, Does, Engine, Of, PersonFacts, SafetyRule
from tidings.contacts.safety.facts import possible
from tidings.contacts.ways import Surroundings
from tidings.incident import Planning, load_incident
from tidings.model import Carries, Channel, Owner

CONFIG = Path(__file__).parents[3] / "config"
SHIPPED = load_rulebook(CONFIG)
INCIDENT = load_incident(CONFIG / "incidents" / "example").model_copy(update={"plan": Planning(channels=tuple(Channel))})
NEVER_MORE = {"phone.home_country", "email.home_country", "address.home_country", "contact.unsafe", "custody.removed"}


def values_of(name):
    return st.sets(st.sampled_from(FIELDS[name].values), min_size=1).map(frozenset)


def conditions(names):
    chosen = st.lists(st.sampled_from(sorted(names)), unique=True, max_size=3)
    return chosen.flatmap(lambda fields: st.fixed_dictionaries({name: values_of(name) for name in fields}))


OF_PERSON = [name for name, field in FIELDS.items() if not field.of_contact]
rules = st.one_of(
    st.builds(SafetyRule, st.just("x.added"), st.sampled_from([Of.PERSON, Of.OWN]), st.sampled_from(Does), conditions(OF_PERSON)),
    st.builds(SafetyRule, st.just("x.added"), st.just(Of.CONTACT), st.sampled_from(Does), conditions(FIELDS), conditions(FIELDS)),
)
person_facts = st.builds(
    PersonFacts,
    **{
        name: st.frozensets(st.sampled_from(FIELDS[name].values)) if FIELDS[name].many else st.sampled_from(FIELDS[name].values)
        for name in OF_PERSON
    },
)


def fact(name, channel):
    field = FIELDS[name]
    if field.many:
        there = [value for value in field.values if possible({"channel": channel, name: value})]
        return st.frozensets(st.sampled_from(there)) if there else st.just(frozenset())
    return st.sampled_from(field.values) if channel in field.channels else st.just(NONE)


def facts_of(channel):
    owner = st.just(Owner.FACILITY) if channel is Channel.HAND else st.sampled_from([Owner.OWN, Owner.GUARDIAN, Owner.RELATIVE])
    safety = st.just("safe") if channel is Channel.HAND else st.sampled_from(FIELDS["safety"].values)
    rest = {name: fact(name, channel) for name in ("shared", "reading", "line", "extension", "abroad", "feared_by")}
    return st.builds(ContactFacts, st.just(channel), owner, safety, **rest)


contact_facts = st.sampled_from(Channel).flatmap(facts_of)


def does(engine, person, contact):
    found = engine.on_contact(person, contact)
    return found[0].does if found else Does.ALLOW


@given(st.lists(rules, max_size=4), person_facts, contact_facts)
def test_whatever_rules_are_added_the_ground_holds(added, person, contact):
    verdict = does(Engine([*SHIPPED.rules, *added]), person, contact)
    if contact.safety == "unsafe" or contact.feared_by or person.custody == "removed":
        assert verdict.strictness >= Does.HOLD.strictness
    if contact.safety == "unknown":
        assert verdict.strictness >= Does.TEASER.strictness
        if contact.channel in (Channel.SMS, Channel.WHATSAPP, Channel.VOICE) and contact.shared != "alone":
            assert verdict.strictness > Does.TEASER.strictness


@given(st.dictionaries(st.sampled_from([rule.id for rule in SHIPPED.rules]), st.sampled_from(Does)), person_facts, contact_facts)
def test_whatever_is_loosened_nothing_goes_through_a_feared_country_to_an_unsafe_contact_or_to_the_removed(
    loosened, person, contact
):
    verdict = does(SHIPPED.loosen(loosened).engine, person, contact)
    if contact.safety == "unsafe" or contact.feared_by or person.custody == "removed":
        assert verdict.strictness >= Does.HOLD.strictness


@given(st.lists(rules, min_size=1, max_size=5), st.integers(0, 4), st.sampled_from(Does), person_facts, contact_facts)
def test_a_stricter_rule_never_makes_anything_laxer(added, which, stricter, person, contact):
    before = [*SHIPPED.rules[::3], *added]
    place = which % len(before)
    harder = max(before[place].does, stricter, key=lambda one: one.strictness)
    after = [*before[:place], replace(before[place], does=harder), *before[place + 1 :]]
    assert does(Engine(after), person, contact).strictness >= does(Engine(before), person, contact).strictness
    assert does(Engine(before), person, contact).strictness >= does(Engine(before[1:]), person, contact).strictness


@given(st.lists(rules, max_size=4), person_facts, contact_facts, st.randoms(use_true_random=False))
def test_the_order_of_rules_decides_nothing_but_which_is_named(added, person, contact, random):
    shuffled = [*SHIPPED.rules, *added]
    random.shuffle(shuffled)
    assert does(Engine(shuffled), person, contact) is does(Engine([*SHIPPED.rules, *added]), person, contact)


@settings(max_examples=200)
@given(people, st.lists(rules, max_size=3), st.integers(1, 40))
def test_whatever_rules_are_added_a_plan_gets_no_laxer_and_everybody_has_a_plan_or_a_reason(record, added, shared):
    def made(book):
        return plan(record, Surroundings(INCIDENT, book, lambda _address: shared, lambda language: language or None))

    strict = made(replace(SHIPPED, rules=(*SHIPPED.rules, *added)))
    plain = made(SHIPPED)
    usable = {(one.channel, one.address): one.carries for one in plain.contacts if one.usable}
    for one in strict.contacts:
        if one.usable:
            assert (one.channel, one.address) in usable
            assert one.carries is Carries.TEASER or usable[one.channel, one.address] is Carries.FULL
    assert (strict.hold is None) == any(one.usable for one in strict.contacts)
    assert made(replace(SHIPPED, rules=(*SHIPPED.rules, *added))) == strict


def test_of_equally_strict_rules_the_widest_is_named_and_then_the_first_written():
    held = {"custody": frozenset({"removed"})}
    written = [
        SafetyRule("c.first", Of.CONTACT, Does.HOLD, held),
        SafetyRule("b.second", Of.PERSON, Does.HOLD, held),
        SafetyRule("a.third", Of.PERSON, Does.HOLD, held),
    ]
    found = Engine(written).on_contact(PersonFacts(custody="removed"), ContactFacts(Channel.SMS))
    assert [rule.id for rule in found] == ["b.second", "a.third", "c.first"]


def test_a_rule_of_ones_own_contacts_leaves_the_attorneys_alone_and_the_other_way_round():
    own, theirs = SafetyRule("a.own", Of.OWN, Does.HOLD), SafetyRule("a.theirs", Of.ATTORNEY, Does.HOLD)
    engine = Engine([own, theirs])
    assert engine.on_contact(PersonFacts(), ContactFacts(Channel.EMAIL, Owner.ATTORNEY)) == (theirs,)
    assert engine.on_contact(PersonFacts(), ContactFacts(Channel.EMAIL, Owner.OWN)) == (own,)


@pytest.mark.parametrize("name", sorted(NEVER_MORE))
def test_the_ground_rules_cannot_be_loosened_at_all(name):
    assert SHIPPED.loosen({name: Does.ALLOW}).loosened == {}
