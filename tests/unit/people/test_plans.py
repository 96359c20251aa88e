"""The one expression for North America says of a number what libphonenumber says."""

import phonenumbers
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.people.values.plans import north_american


def is_valid(digits):
    return phonenumbers.is_valid_number(phonenumbers.PhoneNumber(country_code=1, national_number=int(digits)))


def test_of_every_area_code_and_many_exchanges():
    plan = north_american()
    for area in range(200, 1000):
        for exchange in (200, 234, 300, 411, 456, 500, 555, 700, 867, 900, 999):
            digits = f"{area}{exchange}{(area * exchange) % 10000:04}"
            assert bool(plan.match(digits)) == is_valid(digits), digits


@settings(max_examples=2000)
@given(st.from_regex(r"[2-9][0-9]{9}", fullmatch=True))
def test_of_any_ten_digits(digits):
    assert bool(north_american().match(digits)) == is_valid(digits)


def test_it_matches_ten_ascii_digits_and_nothing_else():
    for text in ("30555501234", "305555012", "3055550123\n", "305555012x", "３０５５５５０１２３"):
        assert not north_american().match(text)
