"""The ten cases of docs/safety.md, in their order, as the plan decides about them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tidings.contacts import load_rulebook
from tidings.contacts.plan import Decisions, plan
from tidings.contacts.safety import Choice, Does
from tidings.contacts.ways import Surroundings
from tidings.incident import Planning, load_incident
from tidings.model import Carries, Channel, Flag, Owner, Track
from tidings.record import Phone, Record
from tidings.rules import Rule

CONFIG = Path(__file__).parents[3] / "config"
AROUND = Surroundings(
    load_incident(CONFIG / "incidents" / "example"),
    load_rulebook(CONFIG),
    shared=lambda _address: 1,
    serves=lambda language: language if language in {"en", "es"} else None,
)
US_MOBILE = (Phone("+12025550123"),)


def used(record):
    return {(contact.track, contact.channel) for contact in plan(record, AROUND).contacts if contact.usable}


def why(record):
    return {contact.channel: contact.rule for contact in plan(record, AROUND).contacts if contact.track is Track.PERSON}


DETAINED = Record(
    date_of_birth=date(1991, 5, 6),
    nationality="HN",
    language="es",
    phones=US_MOBILE,
    facility="East Detention Center, Batavia, NY 14000",
    attorney_emails=("counsel@law.example.org",),
    flags=frozenset({Flag.DETAINED, Flag.REPRESENTED}),
)


def test_a_detained_woman_gets_a_letter_by_hand_and_her_attorney_an_email():
    assert used(DETAINED) == {(Track.ATTORNEY, Channel.EMAIL), (Track.PERSON, Channel.HAND)}
    assert why(DETAINED)[Channel.SMS] == "custody.detained"


def test_without_an_attorney_the_letter_alone_goes():
    assert used(replace(DETAINED, attorney_emails=())) == {(Track.PERSON, Channel.HAND)}


def test_without_attorney_and_facility_she_waits_for_somebody_to_find_the_facility():
    made = plan(replace(DETAINED, attorney_emails=(), facility=""), AROUND)
    assert not any(contact.usable for contact in made.contacts)
    assert made.hold == "custody.no_facility"


HOME_NUMBER = Record(date_of_birth=date(1985, 1, 1), nationality="VE", language="es", phones=(Phone("+584121234567"),))


def test_a_number_of_the_home_country_is_held_and_with_nothing_else_so_is_he():
    assert why(HOME_NUMBER) == {Channel.SMS: "phone.home_country"}
    assert plan(HOME_NUMBER, AROUND).hold == "phone.home_country"


def test_with_a_mailbox_elsewhere_an_email_goes_there():
    told = replace(HOME_NUMBER, emails=("somebody@mail.example.org",))
    assert used(told) == {(Track.PERSON, Channel.EMAIL)}
    assert plan(told, AROUND).hold is None


def test_a_mailbox_at_home_is_held_as_well():
    assert plan(replace(HOME_NUMBER, emails=("somebody@correo.ve",)), AROUND).hold == "phone.home_country"


DO_NOT_CALL = Record(
    date_of_birth=date(1990, 2, 3),
    nationality="GT",
    language="es",
    phones=US_MOBILE,
    emails=("somebody@mail.example.org",),
    flags=frozenset({Flag.DO_NOT_PHONE}),
)


def test_a_note_not_to_call_holds_texts_too_and_leaves_the_email():
    assert why(DO_NOT_CALL) == {Channel.SMS: "note.do_not_phone", Channel.EMAIL: Rule.USABLE}


def test_had_the_note_said_that_contact_is_dangerous_all_of_hers_would_wait():
    assert plan(replace(DO_NOT_CALL, flags=frozenset({Flag.UNSAFE})), AROUND).hold == "note.unsafe"


REMOVED = Record(
    date_of_birth=date(1979, 3, 4),
    nationality="NI",
    language="es",
    phones=US_MOBILE,
    emails=("somebody@mail.example.org",),
    attorney_emails=("counsel@law.example.org",),
    flags=frozenset({Flag.REMOVED}),
)


def test_for_a_removed_person_nothing_is_sent_not_even_to_the_attorney():
    made = plan(REMOVED, AROUND)
    assert used(REMOVED) == set()
    assert made.hold == "custody.removed"
    assert len(made.contacts) == 3  # they are kept, for the human who decides


MINOR = Record(
    date_of_birth=date(2012, 6, 1),
    nationality="SV",
    language="es",
    phones=(Phone("+12025550124", owner=Owner.GUARDIAN),),
)


def test_a_childs_guardian_gets_a_teaser_and_nothing_else_is_used():
    assert used(MINOR) == {(Track.PERSON, Channel.SMS)}
    with_own = replace(MINOR, phones=(*MINOR.phones, Phone("+12025550123")), address="1 Elm St, Springfield, VA 22150")
    assert [contact.owner for contact in plan(with_own, AROUND).contacts if contact.usable] == [Owner.GUARDIAN]


def test_an_unsafe_guardian_gets_nothing_and_the_child_waits_while_an_attorney_is_told():
    unsafe = replace(MINOR, flags=frozenset({Flag.UNSAFE}))
    assert plan(unsafe, AROUND).hold == "note.unsafe"
    assert used(replace(unsafe, attorney_emails=("counsel@law.example.org",))) == {(Track.ATTORNEY, Channel.EMAIL)}


def test_a_girl_of_fifteen_waits_even_when_she_has_grown_up_since():
    assert AROUND.incident.exposure.began.date().year == 2022
    girl = replace(MINOR, date_of_birth=date(2007, 6, 1), phones=US_MOBILE)
    assert used(girl) == set()
    assert plan(girl, AROUND).hold == "person.minor"


def test_who_turned_eighteen_on_the_day_is_no_minor_and_who_has_no_birth_date_is_not_taken_for_one():
    grown = replace(MINOR, phones=US_MOBILE)
    assert used(replace(grown, date_of_birth=date(2004, 11, 28))) == {(Track.PERSON, Channel.SMS)}
    assert plan(replace(grown, date_of_birth=date(2004, 11, 29)), AROUND).hold == "person.minor"
    assert used(replace(grown, date_of_birth=None)) == {(Track.PERSON, Channel.SMS)}


FREE = Record(date_of_birth=date(1988, 7, 8), nationality="CU", language="es", phones=US_MOBILE)


def of(people):
    return replace(AROUND, shared=lambda _address: people)


def test_a_shelters_telephone_gets_nothing_and_a_crowds_nothing_whatever_anybody_decides():
    assert plan(FREE, of(11)).hold == "phone.shared"
    assert plan(FREE, of(60)).hold == "phone.crowd"
    decided = Decisions(
        of_contact={(rule, (Channel.SMS, "+12025550123")): Choice.TEASER for rule in ("phone.shared", "phone.crowd")}
    )
    assert plan(FREE, of(11), decided=decided).hold is None
    assert plan(FREE, of(60), decided=decided).hold == "phone.crowd"


def test_a_familys_telephone_is_passed_over_and_a_letter_goes_to_each():
    at_home = replace(FREE, address="1 Elm St, Springfield, VA 22150")
    made = plan(at_home, of(4))
    assert [(contact.channel, contact.does) for contact in made.contacts] == [
        (Channel.SMS, Does.ANOTHER),
        (Channel.LETTER, Does.TEASER),
    ]
    assert plan(FREE, of(4)).hold == "phone.household"


def test_an_officer_who_knows_the_family_lets_the_teaser_go():
    decided = Decisions(of_contact={("phone.household", (Channel.SMS, "+12025550123")): Choice.TEASER})
    made = plan(FREE, of(4), decided=decided)
    assert (made.hold, made.contacts[0].carries) == (None, Carries.TEASER)


MAM = Record(
    date_of_birth=date(1983, 4, 5),
    nationality="GT",
    language="mam",
    phones=US_MOBILE,
    address="1 Elm St, Springfield, VA 22150",
    flags=frozenset({Flag.CANNOT_READ}),
)
IN_SPANISH = replace(AROUND, serves={"es": "es", "mam": "es"}.get)


def test_a_mam_speaker_who_cannot_read_waits_until_somebody_can_tell_him():
    assert plan(MAM, IN_SPANISH).hold == "person.cannot_read"


def test_where_the_incident_rings_people_he_hears_it():
    voices = IN_SPANISH.incident.model_copy(update={"plan": Planning(channels=(Channel.SMS, Channel.VOICE, Channel.LETTER))})
    made = plan(MAM, replace(IN_SPANISH, incident=voices))
    assert [(contact.channel, contact.does) for contact in made.contacts if contact.usable] == [(Channel.VOICE, Does.TEASER)]


def test_were_he_detained_a_letter_would_be_handed_over_and_read_to_him():
    detained = replace(MAM, flags=frozenset({Flag.CANNOT_READ, Flag.DETAINED}), facility="East Detention Center")
    assert [contact.channel for contact in plan(detained, IN_SPANISH).contacts if contact.usable] == [Channel.HAND]


RELATIVE = replace(FREE, phones=(Phone("+12025550123", owner=Owner.RELATIVE),))


def test_a_cousins_number_waits_for_an_officer_who_may_let_a_teaser_go():
    assert plan(RELATIVE, AROUND).hold == "phone.not_own"
    decided = Decisions(of_contact={("phone.not_own", (Channel.SMS, "+12025550123")): Choice.TEASER})
    assert plan(RELATIVE, AROUND, decided=decided).contacts[0].carries is Carries.TEASER


POSTED = replace(FREE, phones=(), address="1 Elm St, Springfield, VA 22150")


def test_a_letter_says_nothing_where_nobody_knows_who_opens_it_and_all_where_an_officer_vouched():
    assert plan(POSTED, AROUND).contacts[0].carries is Carries.TEASER
    vouched = replace(AROUND, rulebook=AROUND.rulebook.loosen({"address.unknown": Does.ALLOW}))
    assert plan(POSTED, vouched).contacts[0].carries is Carries.FULL
