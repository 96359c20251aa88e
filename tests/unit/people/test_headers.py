"""Headers as lists write them: which are known, and whose a contact is said to be."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Kind
from tidings.people import headers
from tidings.people.headers import OWN_CONTACT, Told, read_header

DATA = tomllib.loads((Path(__file__).parents[2] / "data" / "headers.toml").read_text(encoding="utf-8"))


def pairs(table):
    return [(meaning, header) for meaning, spellings in table.items() for header in spellings]


@pytest.mark.parametrize(("field", "header"), pairs(DATA["known"]))
def test_a_known_header_is_its_field(field, header):
    heading = read_header(header)
    assert (heading.told, heading.field) == (Told.EXACT, field)


@pytest.mark.parametrize(("kind", "header"), pairs(DATA["not_read"]))
def test_what_is_known_and_not_read_still_has_its_kind(kind, header):
    heading = read_header(header)
    assert (heading.told, heading.field, heading.kind) == (Told.EXACT, None, None if kind == "nothing" else kind)


@pytest.mark.parametrize(("header", "field"), DATA["of_the_person"].items())
def test_words_for_the_person_or_for_which_of_several_leave_the_field(header, field):
    heading = read_header(header)
    assert heading.field == field
    assert heading.told in (Told.EXACT, Told.OWN, Told.WHICH)


@pytest.mark.parametrize(("header", "field"), DATA["close"].items())
def test_a_slip_is_seen_through_and_never_taken_for_known(header, field):
    heading = read_header(header)
    assert (heading.told, heading.field) == (Told.CLOSE, field)


@pytest.mark.parametrize("header", DATA["nobodys"]["somebody_elses"])
def test_what_is_somebody_elses_is_no_contact_of_the_person_nor_of_an_attorney(header):
    heading = read_header(header)
    assert heading.field is None
    assert heading.told in (Told.ELSE, Told.PARTLY)


@pytest.mark.parametrize("header", DATA["nobodys"]["attorneys"])
def test_an_attorneys_contact_is_never_the_persons_own(header):
    assert read_header(header).field not in OWN_CONTACT


@pytest.mark.parametrize("header", DATA["nobodys"]["unknown_word"])
def test_a_contact_beside_a_word_that_nobody_knows_is_nobodys_until_somebody_says_so(header):
    heading = read_header(header)
    assert heading.field not in OWN_CONTACT
    assert heading.told in (Told.PARTLY, Told.ELSE)


@pytest.mark.parametrize(
    "header",
    ["Date", "Fecha", "date of death", "Next hearing dt.", "Interview Date/Time", "Fecha de cita", "Date d'audience", "Data"],
)
def test_a_date_that_is_not_said_to_be_of_a_birth_never_is_one(header):
    assert read_header(header).field is None


@pytest.mark.parametrize(
    "header",
    [
        "Phone type",
        "Phone OK?",
        "email consent",
        "Phone country code",
        "Email verified",
        "Language code verified",
        "phone owner",
        "Tel. ext",
    ],
)
def test_a_column_about_a_contact_is_no_contact(header):
    assert read_header(header).field is None


@pytest.mark.parametrize("header", ["", "   ", "Año", "A", "Quux", "Juan Pérez", "***", "\u202e"])
def test_what_nobody_knows_is_not_read(header):
    heading = read_header(header)
    assert (heading.told, heading.field, heading.kind) == (Told.NOTHING, None, Kind.OTHER)


@pytest.mark.parametrize("header", ["Country", "País", "Pays", "Origin"])
def test_a_word_for_two_things_is_said_to_be_one(header):
    assert read_header(header).told is Told.TWO_THINGS


@given(st.text(max_size=200))
def test_any_header_at_all_is_answered_in_our_own_words(text):
    heading = read_header(text)
    canary = "".join(char for char in text if char.isalpha())
    assert len(canary) < 12 or canary not in heading.why


def test_no_spelling_has_two_meanings():
    file = Path(headers.__file__).with_name("headers.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    meanings = Counter()
    for number, entry in enumerate(data["header"]):
        meanings.update({(" ".join(headers._words(spelling)), number) for spelling in entry["headers"]})
    twice = [word for word, count in Counter(word for word, _ in meanings).items() if count > 1]
    assert twice == []
