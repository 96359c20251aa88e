"""What holds of every reader whatever the cell: it never fails, and gives nothing that does not stand in the cell."""

import re
from datetime import date
from random import Random

import pytest
from damage.emails import EMAILS
from damage.people import somebody
from damage.phones import PHONES
from damage.text import TEXT
from hypothesis import example, given
from hypothesis import strategies as st

from tidings.model import Flag
from tidings.people.values.cells import bare, clean
from tidings.people.values.countries import read_country
from tidings.people.values.custody import read_custody
from tidings.people.values.dates import read_date
from tidings.people.values.dialling import is_valid
from tidings.people.values.emails import read_emails
from tidings.people.values.languages import read_language
from tidings.people.values.notes import read_note
from tidings.people.values.phones import read_phones
from tidings.people.values.references import read_reference

LATEST = date(2022, 11, 28)
ANY = st.text(max_size=80)
LIKE_PHONES = st.text(alphabet="0123456789+-./() EeOolxX#,;:ext@&\u0661\uff11", max_size=60)
LIKE_DATES = st.text(alphabet="0123456789-/. ,:TZJanuaryfebreomзя年月日()", max_size=40)
DAMAGED = st.builds(
    lambda seed, name: PHONES[name](Random(seed), somebody(Random(seed), seed)).text,
    st.integers(0, 99),
    st.sampled_from(sorted(PHONES)),
)

HIDDEN = st.builds(
    lambda seed, name: EMAILS[name](Random(seed), somebody(Random(seed), seed)).text,
    st.integers(0, 99),
    st.sampled_from(sorted(EMAILS)),
)


def stands_in_order(digits, text):
    """Whether `digits` are in `text` in this order, whatever stands between."""
    left = iter(text)
    return all(digit in left for digit in digits)


@given(ANY | LIKE_PHONES | DAMAGED, st.sampled_from([(), ("MX",), ("GT", "CN"), ("RU", "TR", "IN")]))
@example("+52 1 222 123 4567", ("MX",))
def test_a_sure_numbers_digits_stand_in_the_cell_in_order(cell, countries):
    """But for the list's own country code, which need not be written. That is all that a sure reading may add."""
    text = bare(clean(cell))
    for phone in read_phones(clean(cell), "US", countries).numbers:
        if phone.sure:
            assert is_valid(phone.e164)
            digits = phone.e164[1:]
            mended = re.sub(r"(\d)[.,](\d+)E\+?\d+", r"\1\2", text, flags=re.IGNORECASE)
            assert any(stands_in_order(each, mended) for each in (digits, digits.removeprefix("1"))), phone.e164


@given(ANY | LIKE_PHONES | DAMAGED)
def test_reading_phones_twice_gives_the_same(cell):
    assert read_phones(clean(cell), "US", ("GT",)) == read_phones(clean(cell), "US", ("GT",))


@given(LIKE_PHONES)
def test_every_number_has_the_length_of_one(cell):
    for phone in read_phones(clean(cell), "US", ("HN",)).numbers:
        assert re.fullmatch(r"\+[1-9]\d{6,14}", phone.e164)
        assert not phone.e164.startswith("+1") or len(phone.e164) == 12


@given(ANY | st.text(alphabet="ab@., ;<>()at-dot_*", max_size=40) | HIDDEN)
def test_an_addresss_letters_stand_in_the_cell_in_order(cell):
    text = bare(clean(cell)).lower()
    for address in read_emails(clean(cell)).addresses:
        local, _, domain = address.partition("@")
        assert local in text
        assert "xn--" in domain or stands_in_order(domain.replace(".", ""), text)
        assert len(domain.rpartition(".")[2]) > 1


@given(ANY | LIKE_DATES)
def test_a_dates_year_stands_in_the_cell_or_its_day_number(cell):
    born, code = read_date(clean(cell), LATEST)
    assert (born is None) == bool(code)
    if born:
        assert born <= LATEST
        text = bare(clean(cell))
        assert f"{born.year % 100:02}" in text or re.search(r"\d{5}", text)


@given(ANY)
def test_no_reader_of_words_fails(cell):
    text = clean(cell)
    assert read_language(text)[0] == "" or not read_language(text)[1]
    assert re.fullmatch("([A-Z]{2})?", read_country(text)[0])
    assert read_custody(text) in (None, "", Flag.DETAINED, Flag.REMOVED)
    assert read_note(text).flags <= set(Flag)


@given(ANY | st.text(alphabet="Aa0123456789 -./#OlI,", max_size=20))
def test_a_references_digits_stand_in_the_cell_in_order(cell):
    reference, _ = read_reference(clean(cell))
    if reference:
        written = bare(clean(cell)).translate(str.maketrans("OoIl", "0011"))
        assert stands_in_order(reference[1:].removeprefix("0"), written)


@given(ANY)
def test_cleaning_twice_changes_no_ordinary_text(cell):
    once = clean(cell)
    assert "\x00" not in once
    assert once == once.strip()


NAMES = (
    "José Peña",
    "Мария Ивановна",
    "Ayşe Yılmaz",
    "محمد علی",
    "ትግርኛ ተስፋይ",
    "Łukasz Żółć",
    "São João",
    "D’Souza",
    "王小明",
    "ਹਰਪ੍ਰੀਤ ਕੌਰ",
)
REVERSIBLE = sorted(
    TEXT.keys() - {"upper", "lower", "full_width", "quoted", "apostrophe", "iso8859_15", "cp850", "cp437", "mac_roman"}
)


@pytest.mark.parametrize("damage", REVERSIBLE)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_survives_every_damage_that_loses_nothing(name, damage):
    assert clean(TEXT[damage](name)) == name


@pytest.mark.parametrize("damage", ["cp850", "cp437", "mac_roman"])
@pytest.mark.parametrize("name", ["José Peña", "São João", "Ayşe Yılmaz", "Łukasz Żółć"])
def test_a_western_name_survives_a_dos_window_and_an_old_macintosh(name, damage):
    assert clean(TEXT[damage](name)) == name


@pytest.mark.parametrize("name", [*NAMES, "SÃO PAULO", "Γεωργία", "√2", "Âme", "Ñandú ¿?", "5 – 6", "“Â”"])
def test_a_name_that_nothing_happened_to_stays_as_it_is(name):
    assert clean(name) == name
