"""Plans: each rule by itself, and what must hold whatever the person."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts import load_rulebook
from tidings.contacts.plan import plan
from tidings.contacts.ways import Surroundings
from tidings.errors import ConfigError
from tidings.incident import load_incident
from tidings.model import Channel, Flag, Owner, Track
from tidings.record import Phone, Record
from tidings.rules import Rule

CONFIG = Path(__file__).parents[3] / "config"
INCIDENT = load_incident(CONFIG / "incidents" / "example")
SAFETY = load_rulebook(CONFIG)
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


def around(shared=1, served=("es", "en")):
    return Surroundings(INCIDENT, SAFETY, lambda _address: shared, lambda language: language if language in served else None)


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
        ({"date_of_birth": date(2010, 5, 5)}, "person.minor"),
        ({"conflicts": frozenset({"name"})}, "identity.conflict"),
    ],
)
def test_some_rules_hold_the_whole_person_and_their_attorney_too(changes, rule):
    made = plan(but(attorney_emails=("law@example.org",), **changes), around())
    assert made.hold is rule
    assert {contact.rule for contact in made.contacts} == {rule}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"flags": frozenset({Flag.ATTORNEY_ONLY})}, "note.attorney_only"),
        ({"flags": frozenset({Flag.UNSAFE})}, "note.unsafe"),
        ({"flags": frozenset({Flag.CANNOT_READ})}, "person.cannot_read"),
        ({"flags": frozenset({Flag.CUSTODY_UNKNOWN})}, "custody.unknown"),
        ({"language": ""}, "language.unknown"),
        ({"language": "ka"}, "language.missing"),
    ],
)
def test_some_rules_hold_a_persons_own_contacts_while_an_attorney_is_told(changes, rule):
    alone = plan(but(**changes), around())
    assert alone.hold is rule
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
        (Phone("+12025550123"), {}, 5, "phone.shared"),
        (Phone("+18005550123"), {}, 1, "phone.no_sms"),
        (Phone("+12025550123"), {"flags": frozenset({Flag.DO_NOT_PHONE})}, 1, "note.do_not_phone"),
        (Phone("+573001234567"), {"nationality": "", "birth_country": ""}, 1, "phone.home_country"),
        (Phone("+573001234567"), {"birth_country": "CO"}, 1, "phone.home_country"),
    ],
)
def test_a_number_is_held_by_its_rule_and_the_next_contact_is_used(phone, changes, shared, rule):
    made = plan(but(phones=(phone,), **changes), around(shared))
    assert made.contacts[0].rule is rule
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


people = st.builds(
    Record,
    name=st.just("Ana Paz"),
    date_of_birth=st.none() | st.dates(date(1940, 1, 1), date(2022, 1, 1)),
    nationality=st.sampled_from(["", "VE", "CN", "RU", "US"]),
    birth_country=st.sampled_from(["", "VE", "HT"]),
    language=st.sampled_from(["", "es", "ka"]),
    phones=st.lists(
        st.builds(
            Phone,
            st.sampled_from(["+12025550123", "+584121234567", "+8613812345678", "+18005550123", "+79161234567"]),
            st.booleans(),
            st.sampled_from(Owner),
            st.sampled_from(["", "7"]),
        ),
        max_size=3,
    ).map(tuple),
    emails=st.lists(st.sampled_from(["ana@example.org", "ana@mail.ru", "ana@x.ve"]), max_size=2, unique=True).map(tuple),
    address=st.sampled_from(["", "1 Elm St, Springfield, VA 22150", "Caracas"]),
    facility=st.sampled_from(["", "East Detention Center"]),
    attorney_emails=st.lists(st.sampled_from(["law@example.org", "ana@example.org"]), max_size=2, unique=True).map(tuple),
    flags=st.frozensets(st.sampled_from(Flag)),
    conflicts=st.frozensets(st.just("name")),
)


@given(people, st.integers(1, 9))
def test_whatever_the_person_nothing_goes_where_it_could_harm(record, shared):
    made = plan(record, around(shared))
    feared = {record.nationality, record.birth_country} - {"", "US"}
    used = [contact for contact in made.contacts if contact.usable]
    for contact in used:
        if contact.channel is Channel.SMS:
            assert Flag.DO_NOT_PHONE not in record.flags
            assert shared <= INCIDENT.safety.shared_phone_limit
            assert not (contact.address.startswith("+58") and "VE" in feared)
            assert any(phone.sure and phone.owner is Owner.OWN for phone in record.phones if phone.e164 == contact.address)
        if contact.track is Track.PERSON:
            assert Flag.DETAINED in record.flags or Flag.CUSTODY_UNKNOWN not in record.flags
            assert not record.flags & {Flag.REMOVED, Flag.ATTORNEY_ONLY, Flag.CANNOT_READ}
            assert record.language == "es"
    assert not (used and Flag.REMOVED in record.flags)
    assert (made.hold is None) == bool(used)
    assert plan(record, around(shared)).contacts == made.contacts


@given(people, st.sampled_from(Flag), st.integers(1, 9))
def test_one_more_warning_never_adds_a_contact(record, flag, shared):
    def own(flags):
        made = plan(Record(**{name: getattr(record, name) for name in Record.__slots__} | {"flags": flags}), around(shared))
        return {(contact.channel, contact.address) for contact in made.contacts if contact.usable}

    added = own(record.flags | {flag}) - own(record.flags)
    # Being detained opens the one way that leads into a facility, and closes all others.
    assert not added or (flag is Flag.DETAINED and {channel for channel, _ in added} == {Channel.HAND})


def test_a_rule_without_a_meaning_is_found(tmp_path):
    text = (CONFIG / "safety.toml").read_text()
    (tmp_path / "safety.toml").write_text(text.replace('[rules."phone.shared"]', '[rules."phone.shred"]'))
    with pytest.raises(ConfigError):
        load_rulebook(tmp_path)
