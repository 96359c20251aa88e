"""Records: merging rows of one person, and keeping quiet about them."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Flag, Kind, Owner
from tidings.record import Phone, Reading, Record, is_minor

phones = st.builds(
    Phone, st.from_regex(r"\+1[2-9]\d{9}", fullmatch=True), st.booleans(), st.sampled_from(Owner), st.sampled_from(["", "12"])
)
records = st.builds(
    Record,
    reference=st.just("A012345678"),
    name=st.text(max_size=20),
    date_of_birth=st.none() | st.dates(),
    phones=st.lists(phones, max_size=3, unique_by=lambda phone: phone.e164).map(tuple),
    emails=st.lists(st.emails(), max_size=2, unique=True).map(tuple),
    flags=st.frozensets(st.sampled_from(Flag)),
    kinds=st.frozensets(st.sampled_from(Kind)),
)


@given(records)
def test_a_record_survives_its_bytes(record):
    assert Record.from_bytes(record.to_bytes()) == record


@given(records)
def test_equal_records_are_equal_bytes(record):
    assert Record.from_bytes(record.to_bytes()).to_bytes() == record.to_bytes()


@given(records)
def test_a_row_read_twice_changes_nothing(record):
    assert record.merged(record) == record


@given(records, records)
def test_merging_loses_no_contact_no_warning_and_no_kind(one, other):
    both = one.merged(other)
    assert {phone.e164 for phone in both.phones} == {phone.e164 for phone in one.phones + other.phones}
    assert set(both.emails) == set(one.emails + other.emails)
    assert both.flags == one.flags | other.flags
    assert both.kinds == one.kinds | other.kinds


@given(records, records)
def test_of_two_readings_of_a_number_the_more_careful_one_stands(one, other):
    for phone in one.merged(other).phones:
        same = [found for found in one.phones + other.phones if found.e164 == phone.e164]
        assert phone.sure == all(found.sure for found in same)
        assert (phone.owner is Owner.OWN) == all(found.owner is Owner.OWN for found in same)


@pytest.mark.parametrize(
    ("one", "other"),
    [("José Luis Peña", "JOSE LUIS PENA"), ("Peña José", "José Peña"), ("Carolina Citlali Colón", "Carolina Colón"), ("", "Ana")],
)
def test_accents_case_order_and_a_missing_middle_name_are_no_contradiction(one, other):
    assert not Record(name=one).merged(Record(name=other)).conflicts


def test_another_name_or_birth_date_under_one_reference_is_a_contradiction():
    one = Record(name="Ana Paz", date_of_birth=date(1990, 1, 2))
    assert one.merged(Record(name="Luis Paz")).conflicts == {"name"}
    assert one.merged(Record(date_of_birth=date(1990, 2, 1))).conflicts == {"date_of_birth"}


@pytest.mark.parametrize("thing", [Record(name="Ana Paz"), Phone("+12025550123"), Reading(1, Record(name="Ana Paz"))])
def test_nothing_personal_shows_or_is_pickled(thing):
    for shown in (repr(thing), str(thing), f"{thing}", f"{thing:>20}"):
        assert "Ana" not in shown
        assert "555" not in shown
    with pytest.raises(TypeError):
        pickle.dumps(thing)


@pytest.mark.parametrize(
    ("born", "minor"), [(date(2004, 11, 28), False), (date(2004, 11, 29), True), (date(2022, 1, 1), True), (None, False)]
)
def test_somebody_is_a_minor_until_the_eighteenth_birthday(born, minor):
    assert is_minor(Record(date_of_birth=born), date(2022, 11, 28), 18) is minor
