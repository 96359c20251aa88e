"""Whether two records are of one person: joined only where it is sure, shown to a human where it is likely."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.people.likeness import Likeness, compare, traces, words
from tidings.record import Phone, Record

MARIA = Record(name="María José Ñuflo de la Cruz", date_of_birth=date(1990, 3, 4), nationality="HN")
SURE, LIKELY, DIFFERENT = Likeness.SURE, Likeness.LIKELY, Likeness.DIFFERENT


def numbered(number, record=MARIA):
    return replace(record, reference=f"A{number:09}")


@pytest.mark.parametrize(
    ("name", "likeness"),
    [
        ("MARIA JOSE NUFLO DE LA CRUZ", SURE),  # case and accents
        ("De la Cruz Ñuflo María José", SURE),  # the parts in another order
        ("Marta José Ñuflo de la Cruz", LIKELY),  # a slip
        ("María Ñuflo de la Cruz", LIKELY),  # a part left out
        ("María Ñuflo", LIKELY),
        ("María José", LIKELY),
        ("José", DIFFERENT),  # too little to go by
        ("Ana Lucía Pérez Gómez", DIFFERENT),
        ("", DIFFERENT),
    ],
)
def test_a_row_without_a_number_is_known_by_its_name_birth_date_and_country(name, likeness):
    assert compare(numbered(1), replace(MARIA, name=name)) is likeness


@pytest.mark.parametrize(
    ("born", "likeness"),
    [
        (date(1990, 4, 3), LIKELY),  # day and month swapped
        (date(1990, 3, 14), LIKELY),
        (date(1991, 3, 4), LIKELY),
        (None, LIKELY),
        (date(1962, 11, 20), DIFFERENT),  # a namesake
    ],
)
def test_another_birth_date_is_a_slip_or_a_namesake(born, likeness):
    assert compare(numbered(1), replace(MARIA, date_of_birth=born)) is likeness


@pytest.mark.parametrize(("country", "likeness"), [("SV", DIFFERENT), ("", LIKELY)])
def test_another_country_is_another_person(country, likeness):
    assert compare(numbered(1), replace(MARIA, nationality=country)) is likeness


def test_one_number_is_one_person_whatever_else_differs():
    assert compare(numbered(1), numbered(1, Record(name="Somebody Else"))) is SURE


def test_two_numbers_are_two_people_unless_a_human_must_look():
    assert compare(numbered(1), numbered(2)) is LIKELY  # all else is equal
    assert compare(numbered(123456789), numbered(123456780, replace(MARIA, name="Maria Jose Nuflo de la Crus"))) is LIKELY
    assert compare(numbered(123456789), numbered(987654321, replace(MARIA, name="Maria Jose Nuflo de la Crus"))) is DIFFERENT
    swapped = replace(MARIA, date_of_birth=date(1990, 4, 3))
    assert compare(numbered(1), numbered(2, swapped)) is LIKELY  # one digit of the number apart
    assert compare(numbered(123456789), numbered(987654321, swapped)) is DIFFERENT


def test_twins_are_two_people_and_a_human_looks_where_a_letter_tells_them_apart():
    luis, luisa, ana, eva = (replace(MARIA, name=f"{first} Ramos Ortiz") for first in ("Luis", "Luisa", "Ana", "Eva"))
    assert compare(numbered(1, ana), numbered(9, eva)) is DIFFERENT
    assert compare(numbered(1, luis), numbered(2, luisa)) is LIKELY


def test_a_telephone_an_address_or_a_lawyer_joins_nobody():
    shared = {
        "phones": (Phone("+13055550123"),),
        "emails": ("shelter@example.org",),
        "address": "1 Shelter Road",
        "attorney_emails": ("law@example.org",),
    }
    assert compare(Record(name="Ana López", **shared), Record(name="Rosa Díaz", **shared)) is DIFFERENT
    assert compare(Record(**shared), Record(**shared)) is DIFFERENT


letters = st.text(alphabet="abcdefghijklmnopqrstuvwxyzáéñü' -", min_size=0, max_size=30)
people = st.builds(
    Record,
    reference=st.sampled_from(["", "A000000001", "A000000002", "A900000000"]),
    name=st.one_of(letters, st.sampled_from(["Ana María Pérez", "Perez Ana Maria", "Ana Pérez", "Ana Marta Pérez"])),
    date_of_birth=st.sampled_from([None, date(1990, 3, 4), date(1990, 4, 3), date(1991, 3, 4), date(1970, 12, 1)]),
    nationality=st.sampled_from(["", "HN", "SV"]),
    birth_country=st.sampled_from(["", "HN"]),
)


@given(people, people)
def test_it_does_not_matter_who_is_asked_first(one, other):
    assert compare(one, other) is compare(other, one)


@given(people)
def test_a_traces_text_never_holds_a_telephone_or_an_address(person):
    reached = replace(person, phones=(Phone("+13055550123"),), emails=("zz@zz.example",), address="9 Zz Street")
    assert traces(reached) == traces(person)


@given(people, people)
def test_who_may_be_one_person_has_a_trace_in_common(one, other):
    """But for people without a birth date, who are looked for by name, and a slip in the name together with one in the date."""
    if not (one.date_of_birth and other.date_of_birth) or compare(one, other) is not LIKELY:
        return
    if one.date_of_birth == other.date_of_birth or words(one.name) == words(other.name):
        assert {traces(one).identity, *traces(one).traces} & {traces(other).identity, *traces(other).traces}
