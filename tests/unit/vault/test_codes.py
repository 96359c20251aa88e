"""Notice codes are the same every time, differ between people, and survive being read aloud."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.vault import KeyFile, Vault, notice_code, read_code

PEOPLE = [f"person{number}" for number in range(300)]


@pytest.fixture(scope="module")
def vault(tmp_path_factory):
    home = tmp_path_factory.mktemp("codes") / "home"
    vault = Vault.create(home, "example", KeyFile(home / "incident.key"), random=os.urandom)
    vault.new_keys(PEOPLE)
    return vault


def test_a_code_is_eight_letters_that_nobody_confuses(vault):
    for person in PEOPLE:
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", notice_code(vault, person))


def test_a_person_has_one_code_and_people_have_different_ones(vault):
    codes = [notice_code(vault, person) for person in PEOPLE]
    assert codes == [notice_code(vault, person) for person in PEOPLE]
    assert len(set(codes)) == len(PEOPLE)


def test_every_letter_of_the_alphabet_comes_up(vault):
    assert len(set("".join(notice_code(vault, person) for person in PEOPLE))) == 33


@pytest.mark.parametrize("typed", ["k7q2-m9xd", " K7Q2M9XD ", "K7Q2 M9XD", "k 7 q 2 m 9 x d"])
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == "K7Q2-M9XD"


def test_lookalikes_are_read_as_what_they_look_like():
    assert read_code("OIL0-1234") == "0110-1234"


@pytest.mark.parametrize("typed", ["", "K7Q2", "K7Q2-M9XDD", "K7Q2-M9XU", "K7Q2-M9X!", "K7Q2-M9X٣"])
def test_what_cannot_be_a_code_is_none(typed):
    assert read_code(typed) is None


@given(st.text("OILoil01 K7Q2-M9XDU!٣ß", max_size=12))
def test_reading_twice_changes_nothing(typed):
    code = read_code(typed)
    assert code is None or read_code(code) == code
