"""A revealing word is found however somebody typed it, and no harmless one is taken for it."""

import unicodedata

import pytest

from tidings.notices.careful import revealing, revealing_to_attorneys, revealing_words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa", "پناهندگي"),  # with the Arabic yeh
        ("ar", "لُجُوء"),  # with vowels
        ("ar", "لـجـوء"),  # drawn out
        ("fa", "پناه\u200cندگی"),  # with a joiner inside
        ("ar", "الإحتجاز"),  # another alef
        ("es", "ASILO"),
        ("pa", unicodedata.normalize("NFD", "ਸ਼ਰਨ")),
    ],
)
def test_a_word_is_found_however_it_is_typed(language, text):
    assert revealing(text, language)


def test_a_stem_at_the_beginning_is_not_found_inside_an_indic_word():
    assert "^देश" not in revealing_words()["hi"] or not revealing("संदेश", "hi")
    assert not revealing("संदेश", "hi"), "a message is no country"


def test_a_stem_at_the_beginning_is_found_there_and_only_there():
    assert revealing("la visa", "es") == ["^visa"]
    assert revealing("revisado", "es") == []


def test_an_attorney_may_read_their_own_profession_in_any_spelling():
    assert revealing("وکيل", "ps")
    assert revealing_to_attorneys("وکيل", "ps") == []
    assert revealing_to_attorneys("ጠበቆች", "am") == []


@pytest.mark.parametrize("language", sorted(set(revealing_words()) - {"attorneys"}))
def test_every_list_is_long_enough_to_be_of_use(language):
    assert len(revealing_words()[language]) >= 25
