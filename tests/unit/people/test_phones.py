"""Telephone numbers: what is read, what is read without certainty, and what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.model import Owner
from tidings.people.values.cells import clean
from tidings.people.values.phones import read_phones

ONE = "+13055550123"
TWO = "+17865550199"


def read(cell, *countries):
    return read_phones(clean(cell), "US", countries)


def numbers(cell, *countries):
    return [phone.e164 for phone in read(cell, *countries).numbers]


@pytest.mark.parametrize(
    "cell",
    [
        "305-555-0123", "(305) 555-0123", "305.555.0123", "305.5550123", "tel 305/5550123", "1-305-555-0123", "+1 (305) 555 0123",
        "13055550123", "0013055550123", "001 305 555 0123", "tel:+1-305-555-0123", "https://wa.me/13055550123",
        "305–555–0123", "305‑555‑0123", "305\u00a0555\u00a00123", "305-555-0123\u200b", "\u202a+13055550123\u202c",
        "１３０５５５５０１２３", "٣٠٥٥٥٥٠١٢٣", "515â€“".replace("515", "305") + "555â€“0123",
        "3055550123.0", "13055550123.00", "1.3055550123E+10", "3.055550123E+09", "3,055,550,123", "'3055550123", '="3055550123"',
        "call after 6pm 305-555-0123", "305-555-0123 9am-5pm", "1) 305-555-0123", "cell1: 305-555-0123",
        "305-555-0123 / see file",
    ],
)  # fmt: skip
def test_one_number_is_read_however_it_is_written(cell):
    (phone,) = read(cell).numbers
    assert (phone.e164, phone.sure, phone.owner) == (ONE, True, Owner.OWN)


@pytest.mark.parametrize(
    "cell",
    [
        "305-555-0123 / 786-555-0199", "305-555-0123; 786-555-0199", "305-555-0123,786-555-0199", "3055550123 7865550199",
        "305 555 0123 786 555 0199", "+13055550123+17865550199", "(305)555-0123(786)555-0199", "305 5550123 y 7865550199",
        "tel 305/5550123 / 786 555 0199", "1) 305-555-0123 2) 786-555-0199", "305-555-0123 ext. 204 / 7865550199.0",
    ],
)  # fmt: skip
def test_two_numbers_in_a_cell_are_two(cell):
    assert numbers(cell) == [ONE, TWO]


@pytest.mark.parametrize(
    "cell",
    [
        "123", "555-01", "305-555-01", "305555012", "+", "see file", "0000000000", "1111111111", "9999999999", "1234567890",
        "123-456-7890",
        "30555501234", "78655501991", "2 305-555-0123", "+1-305-555-01234", "1-800-FLOWERS", "1985-07-03", "042800275",
        "3.05555E+09", "1.3E+10", "5123 4538", "5212221234567",
    ],
)  # fmt: skip
def test_what_is_no_whole_number_is_left_out_with_a_code(cell):
    phones = read(cell)
    assert phones.numbers == ()
    assert phones.remarks


@pytest.mark.parametrize(
    "cell", ["3O5-555-O123", "305-555-0123/0124", "+3055550123", "7865550199 1", "(555) 555-0123", "305.555123"]
)
def test_a_doubtful_reading_is_not_sure(cell):
    phones = read(cell)
    assert [phone.sure for phone in phones.numbers] == [False]
    assert "phone.unsure" in phones.remarks


def test_a_plus_before_ten_digits_that_are_a_number_on_either_side_leads_nowhere():
    assert numbers("+2035550116") == []
    assert numbers("+2035550116", "EG") == ["+2035550116"]
    assert numbers("+203-555-0116") == ["+12035550116"]


def test_a_lost_plus_is_put_back_only_for_the_persons_own_countries():
    assert numbers("50251234538", "GT") == ["+50251234538"]
    assert numbers("5.0251234538E+10", "GT") == ["+50251234538"]
    assert numbers("50251234538") == numbers("50251234538", "HN") == []


def test_a_country_code_that_stands_alone_is_read_but_not_sure():
    (phone,) = read("593 99 123 4567").numbers
    assert (phone.e164, phone.sure) == ("+593991234567", False)


def test_a_country_code_that_is_an_american_area_code_leads_abroad_only_for_that_countrys_people():
    assert numbers("502 5123 4538") == []
    assert numbers("502 5123 4538", "GT") == ["+50251234538"]


def test_digits_that_are_as_well_a_number_at_home_are_not_sure():
    ungrouped, grouped = read("5347661638", "CU").numbers, read("534-766-1638", "CU").numbers
    assert [(phone.e164, phone.sure) for phone in ungrouped] == [("+15347661638", False)]
    assert [(phone.e164, phone.sure) for phone in grouped] == [("+15347661638", True)]


def test_a_national_number_of_another_country_says_so():
    assert read("51234538", "GT").remarks == ("phone.no_country",)


@pytest.mark.parametrize(
    ("cell", "country", "number"),
    [
        ("5123 4538", "GT", "+50251234538"), ("81234 56789", "IN", "+918123456789"), ("131 2345 6731", "CN", "+8613123456731"),
        ("0912 345 6789", "IR", "+989123456789"), ("(11) 96123-4586", "BR", "+5511961234586"),
        ("8 (912) 345-67-21", "RU", "+79123456721"),
        ("222 123 4567", "MX", "+522221234567"), ("09123456789", "IR", "+989123456789"),
    ],
)  # fmt: skip
def test_a_number_grouped_as_the_persons_own_country_groups_them_is_read_but_not_sure(cell, country, number):
    (phone,) = read(cell, country).numbers
    assert (phone.e164, phone.sure) == (number, False)


@pytest.mark.parametrize(
    ("cell", "country"), [("305-555-01", "HN"), ("912-345-678", "PE"), ("912 345 67 21", "RU"), ("555-123-4567", "MX")]
)
def test_groups_that_may_be_a_damaged_american_number_lead_nowhere(cell, country):
    assert numbers(cell, country) == []


def test_digits_that_are_as_well_a_mobile_number_at_home_are_not_sure():
    (phone,) = read("3055550123", "CO").numbers
    assert (phone.e164, phone.sure) == (ONE, False)


@pytest.mark.parametrize(
    "cell", ["+52 1 222 123 4567", "+52 044 222 123 4567", "011-52-1-222-123-4567", "5212221234567", "0442221234567"]
)
def test_old_mexican_mobile_prefixes_are_dropped(cell):
    assert numbers(cell, "MX") == ["+522221234567"]


@pytest.mark.parametrize("cell", ["305-555-0123 ext. 204", "305-555-0123x204", "305-555-0123 #204", "+1(305)5550123;ext=204"])
def test_an_extension_is_kept_beside_the_number(cell):
    (phone,) = read(cell).numbers
    assert (phone.e164, phone.extension) == (ONE, "204")


@pytest.mark.parametrize(
    ("cell", "owner"),
    [
        ("(305)555-0123 (mother)", Owner.RELATIVE), ("mom's cell 305-555-0123", Owner.RELATIVE),
        ("tel de la prima 305-555-0123", Owner.RELATIVE),
        ("305-555-0123 (friend)", Owner.UNKNOWN), ("305-555-0123 - lawyer", Owner.ATTORNEY),
        ("shelter 305-555-0123", Owner.FACILITY),
        ("305-555-0123 (cell)", Owner.OWN),
    ],
)  # fmt: skip
def test_a_cell_that_names_somebody_makes_it_their_number(cell, owner):
    (phone,) = read(cell).numbers
    assert phone.owner is owner


def test_each_of_two_numbers_has_its_own_owner():
    phones = read("(305)555-0123 (mother) / 786-555-0199").numbers
    assert [phone.owner for phone in phones] == [Owner.RELATIVE, Owner.OWN]


@given(st.text(max_size=80))
def test_no_text_makes_the_reader_fail(cell):
    assert all(phone.e164.startswith("+") for phone in read(cell, "MX", "GT").numbers)


@given(st.text(alphabet="0123456789+-./() EeOolxX#,;", max_size=60))
def test_no_jumble_of_phone_characters_makes_it_fail(cell):
    for phone in read(cell, "RU").numbers:
        assert 8 <= len(phone.e164) <= 18
