"""What a number tells, held against phonenumbers itself."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts.numbers import told


@given(st.integers(200, 999), st.integers(0, 9_999_999))
def test_a_valid_north_american_number_tells_what_phonenumbers_says(area, rest):
    number = f"+1{area}{rest:07}"
    parsed = phonenumbers.parse(number)
    if not phonenumbers.is_valid_number(parsed):
        return
    region, line = told(number)
    assert region == phonenumbers.region_code_for_number(parsed)
    either = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE
    assert (line == "either") == either


@pytest.mark.parametrize(
    ("number", "region", "line"),
    [
        ("+12025550123", "US", "either"),
        ("+14165550123", "CA", "either"),
        ("+18005550123", "US", "toll_free"),
        ("+18765550123", "JM", "mobile"),
        ("+525512345678", "MX", "either"),
        ("+442079460123", "GB", "landline"),
        ("+447400123456", "GB", "mobile"),
        ("+919000012345", "IN", "mobile"),
        ("+390612345678", "IT", "landline"),
        ("+19005550123", "US", "premium"),
        ("+80012345678", "001", "toll_free"),
        ("+12345", "", "other"),
    ],
)
def test_a_number_tells_its_country_and_its_line(number, region, line):
    assert told(number) == (region, line)
