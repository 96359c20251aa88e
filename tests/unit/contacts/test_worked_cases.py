"""The five people of docs/safety.md, as the plan decides about them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tidings.contacts import load_rulebook
from tidings.contacts.plan import plan
from tidings.contacts.ways import Surroundings
from tidings.incident import load_incident
from tidings.model import Channel, Flag, Track
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


MINOR = Record(date_of_birth=date(2007, 6, 1), nationality="SV", language="es", phones=US_MOBILE)


def test_a_girl_of_fifteen_waits_for_a_guardian_even_when_she_has_grown_up_since():
    assert AROUND.incident.exposure.began.date().year == 2022
    assert used(MINOR) == set()
    assert plan(MINOR, AROUND).hold == "person.minor"


def test_who_turned_eighteen_on_the_day_is_no_minor_and_who_has_no_birth_date_is_not_taken_for_one():
    assert used(replace(MINOR, date_of_birth=date(2004, 11, 28))) == {(Track.PERSON, Channel.SMS)}
    assert plan(replace(MINOR, date_of_birth=date(2004, 11, 29)), AROUND).hold == "person.minor"
    assert used(replace(MINOR, date_of_birth=None)) == {(Track.PERSON, Channel.SMS)}
