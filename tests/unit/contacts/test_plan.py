"""Plans: each rule by itself, and what must hold whatever the person."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.contacts.people import people
from tidings.contacts import load_rulebook
from tidings.contacts.plan import Decisions, plan
from tidings.contacts.safety import PHONES, Choice, Does
from tidings.contacts.ways import Line, Surroundings
from tidings.incident import Planning, Safety, load_incident
from tidings.model import Carries, Channel, Flag, Owner, Track
from tidings.record import Phone, Record
from tidings.rules import Rule

CONFIG = Path(__file__).parents[3] / "config"
INCIDENT = load_incident(CONFIG / "incidents" / "example")
RULES = load_rulebook(CONFIG)
ADULT = Record(
    reference="A012345678",
    name="Ana Paz",
    date_of_birth=date(1990, 1, 2),
    nationality="VE",
    birth_country="VE",
    language="es",
    phones=(Phone("+12025550123"),),
    emails=("ana@example.org",),
    address="1 Elm St, Springfield, VA 22150",
    facility="East Detention Center, Batavia, NY 14000",
)


def around(shared=1, served=("es", "en"), incident=INCIDENT, **more):
    """`shared` counts people of every address, or of those that it names."""
    counts = shared if isinstance(shared, dict) else {}
    everywhere = 1 if isinstance(shared, dict) else shared
    return Surroundings(
        incident,
        RULES,
        lambda address: counts.get(address, everywhere),
        lambda language: language if language in served else None,
        **more,
    )


def with_channels(*channels):
    return INCIDENT.model_copy(update={"plan": Planning(channels=channels)})


def but(**changes):
    return Record(**{name: getattr(ADULT, name) for name in Record.__slots__} | changes)


def test_an_adult_who_was_released_is_texted_then_mailed_then_written_to():
    made = plan(ADULT, around())
    assert made.hold is None
    assert [contact.channel for contact in made.contacts] == [Channel.SMS, Channel.EMAIL, Channel.LETTER]
    assert all(contact.wait_hours > 0 for contact in made.contacts)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"flags": frozenset({Flag.REMOVED})}, "custody.removed"),
        ({"conflicts": frozenset({"name"})}, "identity.conflict"),
    ],
)
def test_some_rules_hold_the_whole_person_and_their_attorney_too(changes, rule):
    made = plan(but(attorney_emails=("law@example.org",), **changes), around())
    assert made.hold == rule
    assert {contact.rule for contact in made.contacts} == {rule}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"flags": frozenset({Flag.ATTORNEY_ONLY})}, "note.attorney_only"),
        ({"flags": frozenset({Flag.UNSAFE})}, "note.unsafe"),
        ({"flags": frozenset({Flag.CANNOT_READ})}, "person.cannot_read"),
        ({"date_of_birth": date(2010, 5, 5)}, "person.minor"),
        ({"flags": frozenset({Flag.CUSTODY_UNKNOWN})}, "custody.unknown"),
        ({"language": ""}, "language.unknown"),
        ({"language": "ka"}, "language.missing"),
    ],
)
def test_some_rules_hold_a_persons_own_contacts_while_an_attorney_is_told(changes, rule):
    alone = plan(but(**changes), around())
    assert alone.hold == rule
    represented = plan(but(attorney_emails=("law@example.org",), **changes), around())
    assert represented.hold is None
    assert [contact.track for contact in represented.contacts if contact.usable] == [Track.ATTORNEY]


@pytest.mark.parametrize(
    ("phone", "changes", "shared", "rule"),
    [
        (Phone("+584121234567"), {}, 1, "phone.home_country"),
        (Phone("+12025550123", sure=False), {}, 1, "phone.uncertain"),
        (Phone("+12025550123", owner=Owner.RELATIVE), {}, 1, "phone.not_own"),
        (Phone("+12025550123", extension="12"), {}, 1, "phone.extension"),
        (Phone("+12025550123"), {}, 2, "phone.household"),
        (Phone("+12025550123"), {}, 5, "phone.shared"),
        (Phone("+12025550123"), {}, 26, "phone.crowd"),
        (Phone("+12025550123", owner=Owner.GUARDIAN), {}, 1, "phone.guardian"),
        (Phone("+18005550123"), {}, 1, "phone.no_sms"),
        (Phone("+12025550123"), {"flags": frozenset({Flag.DO_NOT_PHONE})}, 1, "note.do_not_phone"),
        (Phone("+573001234567"), {"nationality": "", "birth_country": ""}, 1, "contact.abroad_unknown"),
        (Phone("+573001234567"), {"birth_country": "CO"}, 1, "phone.home_country"),
    ],
)
def test_a_number_is_not_used_by_its_rule_and_the_next_contact_is(phone, changes, shared, rule):
    made = plan(but(phones=(phone,), **changes), around({phone.e164: shared}))
    assert made.contacts[0].rule == rule
    assert any(contact.usable for contact in made.contacts)


@pytest.mark.parametrize("address", ["ana@correo.gob.ve", "ana@cantv.net.VE"])
def test_a_mailbox_in_the_persons_own_country_is_held(address):
    made = plan(but(phones=(), emails=(address,)), around())
    assert made.contacts[0].rule == "email.home_country"


def test_a_mail_host_that_the_home_country_reads_is_held_though_its_name_ends_in_com():
    made = plan(but(nationality="CN", emails=("ana@vip.qq.com",)), around())
    assert next(contact for contact in made.contacts if contact.channel is Channel.EMAIL).rule == "email.home_country"


@pytest.mark.parametrize("address", ["Calle 5, Caracas", "1 Elm St", "1 Elm St, London SW1A 1AA"])
def test_an_address_that_does_not_read_as_one_of_this_country_is_held(address):
    made = plan(but(phones=(), emails=(), address=address), around())
    assert made.hold == "address.unclear"


def test_whoever_is_detained_gets_a_letter_by_hand_though_a_note_calls_their_phone_unsafe():
    made = plan(but(flags=frozenset({Flag.DETAINED, Flag.UNSAFE})), around())
    assert [contact.channel for contact in made.contacts if contact.usable] == [Channel.HAND]


def test_whoever_is_detained_nobody_knows_where_is_held():
    assert plan(but(flags=frozenset({Flag.DETAINED}), facility="", phones=(), emails=()), around()).hold == "custody.no_facility"


def test_whoever_has_no_contact_is_held_and_counted():
    assert plan(Record(language="es"), around()).hold == Rule.NO_CONTACT


def test_an_attorneys_address_in_the_persons_own_column_is_written_to_once():
    made = plan(but(emails=("law@example.org",), attorney_emails=("law@example.org",)), around())
    assert [contact.address for contact in made.contacts].count("law@example.org") == 1


EVERY_CHANNEL = with_channels(*Channel)


@given(people, st.integers(1, 40))
def test_whatever_the_person_nothing_goes_where_it_could_harm(record, shared):
    surroundings = around(shared, incident=EVERY_CHANNEL)
    made = plan(record, surroundings)
    feared = {record.nationality, record.birth_country} - {"", "US"}
    used = [contact for contact in made.contacts if contact.usable]
    for contact in used:
        if contact.channel in PHONES:
            assert Flag.DO_NOT_PHONE not in record.flags
            assert shared == 1
            assert not (contact.address.startswith("+58") and "VE" in feared)
            given_as = [phone for phone in record.phones if phone.e164 == contact.address]
            assert any(phone.sure and phone.owner in (Owner.OWN, Owner.GUARDIAN) for phone in given_as)
            assert contact.carries is Carries.TEASER
        if contact.track is Track.PERSON:
            assert Flag.DETAINED in record.flags or Flag.CUSTODY_UNKNOWN not in record.flags
            assert not record.flags & {Flag.REMOVED, Flag.ATTORNEY_ONLY}
            assert record.language == "es"
        if contact.carries is Carries.FULL:
            assert contact.channel is Channel.HAND
    assert not (used and Flag.REMOVED in record.flags)
    assert (made.hold is None) == bool(used)
    assert [*map(repr, plan(record, surroundings).contacts)] == [*map(repr, made.contacts)]
    assert plan(record, surroundings).contacts == made.contacts


@given(people, st.sampled_from(Flag), st.integers(1, 9))
def test_one_more_warning_never_adds_a_contact(record, flag, shared):
    def own(flags):
        made = plan(Record(**{name: getattr(record, name) for name in Record.__slots__} | {"flags": flags}), around(shared))
        return {(contact.channel, contact.address) for contact in made.contacts if contact.usable}

    added = own(record.flags | {flag}) - own(record.flags)
    # Being detained opens the one way that leads into a facility, and closes all others.
    assert not added or (flag is Flag.DETAINED and {channel for channel, _ in added} == {Channel.HAND})


def test_the_order_of_channels_and_their_waits_are_the_incidents():
    ours = INCIDENT.model_copy(
        update={"plan": Planning(channels=(Channel.LETTER, Channel.EMAIL, Channel.SMS), wait_hours={Channel.EMAIL: 7})}
    )
    made = plan(ADULT, around(incident=ours))
    assert [(contact.channel, contact.wait_hours) for contact in made.contacts] == [
        (Channel.LETTER, 240),
        (Channel.EMAIL, 7),
        (Channel.SMS, 48),
    ]


def test_a_number_is_three_ways_where_the_incident_has_the_channels():
    made = plan(but(emails=(), address=""), around(incident=with_channels(Channel.SMS, Channel.WHATSAPP, Channel.VOICE)))
    assert [(contact.channel, contact.usable, contact.carries) for contact in made.contacts] == [
        (Channel.SMS, True, Carries.TEASER),
        (Channel.WHATSAPP, True, Carries.TEASER),
        (Channel.VOICE, True, Carries.TEASER),
    ]


def test_whoever_cannot_read_is_rung_where_there_is_a_voice():
    made = plan(but(flags=frozenset({Flag.CANNOT_READ})), around(incident=EVERY_CHANNEL))
    assert [contact.channel for contact in made.contacts if contact.usable] == [Channel.VOICE]


def test_whoever_is_detained_and_cannot_read_is_handed_a_letter_with_somebody_who_reads_it():
    made = plan(but(flags=frozenset({Flag.CANNOT_READ, Flag.DETAINED})), around())
    assert [contact.channel for contact in made.contacts if contact.usable] == [Channel.HAND]


def test_a_landline_is_not_texted_and_may_be_rung():
    landline = but(phones=(Phone("+442079460123"),), emails=(), address="")
    made = plan(landline, around(incident=with_channels(Channel.SMS, Channel.VOICE)))
    assert [(contact.channel, contact.usable, contact.rule) for contact in made.contacts] == [
        (Channel.SMS, False, "phone.no_sms"),
        (Channel.VOICE, True, "contact.usable"),
    ]


def test_what_was_looked_up_of_a_line_counts_more_than_its_number():
    known = {"+12025550123": Line("landline", "US")}
    assert plan(ADULT, around(line=known.get)).contacts[0].rule == "phone.no_sms"


def test_a_carrier_of_the_feared_country_is_feared_whatever_the_number():
    known = {"+12025550123": Line("mobile", "VE")}
    assert plan(ADULT, around(line=known.get)).contacts[0].rule == "phone.home_country"


@pytest.mark.parametrize(
    "safety", [Safety(feared={"VE": ("CO",)}), Safety(feared_by_all=("CO",))], ids=["by nationality", "by everybody"]
)
def test_the_incident_adds_countries_that_are_feared(safety):
    ours = INCIDENT.model_copy(update={"safety": safety})
    abroad = but(phones=(Phone("+573001234567"),), emails=("ana@correo.com.co",), address="Carrera 7, Bogotá, Colombia")
    assert [contact.rule for contact in plan(abroad, around(incident=ours)).contacts] == [
        "phone.home_country",
        "email.home_country",
        "address.home_country",
    ]
    assert plan(abroad, around()).contacts[0].usable


def test_a_country_is_feared_that_only_the_birth_country_names_in_its_own_words():
    made = plan(but(phones=(), emails=(), birth_country="RU", address="ул. Ленина 1, Москва\nРоссия"), around())
    assert made.hold == "address.home_country"


def test_a_childs_guardian_gets_a_teaser_and_the_child_nothing():
    child = but(date_of_birth=date(2015, 1, 1), phones=(Phone("+12025550123"), Phone("+12025550124", owner=Owner.GUARDIAN)))
    used = [contact for contact in plan(child, around()).contacts if contact.usable]
    assert [(contact.owner, contact.channel, contact.carries) for contact in used] == [
        (Owner.GUARDIAN, Channel.SMS, Carries.TEASER)
    ]


def test_an_attorneys_telephone_is_not_rung_by_a_machine_but_named_to_the_officer():
    only = but(phones=(), emails=(), address="", attorney_phones=(Phone("+12025550125"),))
    made = plan(only, around(incident=EVERY_CHANNEL))
    assert made.hold == "attorney.telephone"


def test_a_number_that_is_the_attorneys_too_is_not_taken_for_the_persons_own():
    both = but(attorney_phones=(Phone("+12025550123"),))
    made = plan(both, around(incident=EVERY_CHANNEL))
    texts = [contact for contact in made.contacts if contact.channel is Channel.SMS]
    assert [contact.rule for contact in texts] == ["phone.not_own"]


def test_a_letter_to_an_address_that_nobody_vouched_for_is_a_teaser_and_the_full_notice_where_an_officer_loosened_that():
    letter = plan(but(phones=(), emails=()), around()).contacts[0]
    assert (letter.channel, letter.carries) == (Channel.LETTER, Carries.TEASER)
    loosened = replace(around(), rulebook=RULES.loosen({"address.unknown": Does.ALLOW}))
    assert plan(but(phones=(), emails=()), loosened).contacts[0].carries is Carries.FULL


# --- decisions -------------------------------------------------------------------------------------------------------------

SHARED = but(emails=(), address="")
KEY = (Channel.SMS, "+12025550123")


def test_a_decision_on_the_rule_that_held_a_contact_lets_it_be_used():
    assert plan(SHARED, around(5)).hold == "phone.shared"
    decided = Decisions(of_contact={("phone.shared", KEY): Choice.TEASER})
    made = plan(SHARED, around(5), decided=decided)
    assert (made.hold, made.contacts[0].usable, made.contacts[0].carries) == (None, True, Carries.TEASER)


def test_every_rule_that_holds_a_contact_wants_a_decision():
    relative = but(emails=(), address="", phones=(Phone("+12025550123", owner=Owner.RELATIVE),))
    one = Decisions(of_contact={("phone.shared", KEY): Choice.TEASER})
    assert plan(relative, around(5)).contacts[0].held_by == ("phone.shared", "phone.not_own")
    assert plan(relative, around(5), decided=one).hold == "phone.not_own"
    both = Decisions(of_contact={("phone.shared", KEY): Choice.TEASER, ("phone.not_own", KEY): Choice.TEASER})
    assert plan(relative, around(5), decided=both).hold is None


def test_what_is_refused_outright_no_decision_opens():
    decided = Decisions(of_contact={("phone.crowd", KEY): Choice.FULL})
    assert plan(SHARED, around(30), decided=decided).hold == "phone.crowd"


def test_a_contact_that_an_officer_calls_safe_is_no_longer_unknown():
    unclear = but(phones=(), emails=(), address="The yellow house, Brownsville")
    assert plan(unclear, around()).hold == "address.unclear"
    decided = Decisions(of_contact={("address.unclear", (Channel.LETTER, unclear.address)): Choice.FULL})
    assert plan(unclear, around(), decided=decided).contacts[0].carries is Carries.FULL


def test_a_choice_that_the_rule_does_not_offer_changes_nothing():
    decided = Decisions(of_contact={("phone.household", KEY): Choice.FULL})
    assert plan(SHARED, around(2), decided=decided).hold == "phone.household"


def test_a_decision_never_to_use_a_contact_leaves_the_others():
    decided = Decisions(of_contact={("phone.shared", KEY): Choice.NEVER})
    made = plan(but(address=""), around({"+12025550123": 5}), decided=decided)
    assert [(contact.channel, contact.does) for contact in made.contacts] == [
        (Channel.SMS, Does.REFUSE),
        (Channel.EMAIL, Does.TEASER),
    ]


def test_a_removed_persons_attorney_is_told_where_an_officer_said_so_and_nobody_else_is():
    removed = but(flags=frozenset({Flag.REMOVED}), attorney_emails=("law@example.org",))
    made = plan(removed, around(), decided=Decisions(of_person={"custody.removed": Choice.ATTORNEY}))
    assert [contact.track for contact in made.contacts if contact.usable] == [Track.ATTORNEY]


@pytest.mark.parametrize(("choice", "rule"), [(Choice.TOLD, Rule.TOLD), (Choice.NEVER, Rule.NEVER)])
def test_whoever_was_told_otherwise_or_is_not_to_be_told_has_no_contact_that_may_be_used(choice, rule):
    made = plan(ADULT, around(), decided=Decisions(of_person={"custody.removed": choice}))
    assert made.hold == rule
    assert not [contact for contact in made.contacts if contact.usable]
