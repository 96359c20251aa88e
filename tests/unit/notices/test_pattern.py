"""What is joined without Fluent's resolver is, letter by letter, what Fluent itself would have made."""

from __future__ import annotations

from itertools import product

import pytest
from fluent.runtime import FluentBundle, FluentResource
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import NoticeError
from tidings.notices.catalog import Catalog, Catalogs
from tidings.notices.pattern import LONGEST, plain_pattern

CATALOGS = Catalogs.load()
MESSAGES = """
alone = 100 % of them,
    and no %s
bare = { $name }
two = { $name }{ $code }
words = 100 % of { $name }, %s and { $code }: { "{" } { "   " } end
lines =
    First { $name }
    second.
chosen = { $name ->
    [a] A
   *[other] Other { $name }
}
counted = { $number ->
    [one] one
   *[other] { $number } of them
}
term = { -office } says { $name }
-office = The office
message = { words } again { $name }
nested = { { $name } }
"""


def _bundle(text: str, language: str, isolate: bool) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=isolate)
    bundle.add_resource(FluentResource(text), allow_overrides=True)
    return bundle


def _by_fluent(bundle: FluentBundle, message: str, values: dict[str, str]) -> str | None:
    """None where Fluent complains, or where nothing is left to read."""
    pattern = bundle.get_message(message).value
    assert pattern is not None
    text, complaints = bundle.format_pattern(pattern, values)
    return None if complaints or not isinstance(text, str) or not text.strip() else text


def _by_us(catalog: Catalog, message: str, isolate: bool, values: dict[str, str]) -> str | None:
    try:
        return catalog.text(message, isolate=isolate, **values)
    except NoticeError:
        return None


@pytest.mark.parametrize("language", CATALOGS.languages)
def test_every_message_of_every_catalog_is_the_same_the_first_time_and_after(language: str) -> None:
    catalog = CATALOGS[language]
    for isolate in (True, False):
        bundle = _bundle(catalog.content, language, isolate)
        for name, sentence in catalog.sentences.items():
            for value in ("K7Q2-M9XD", "100 % {of} %s \\ \u2068it\u2069", "ሀ"):
                values = dict.fromkeys(sentence.takes, value)
                expected = _by_fluent(bundle, name, values)
                assert [_by_us(catalog, name, isolate, values) for _ in range(3)] == [expected] * 3, name


def test_nearly_all_messages_that_take_values_are_joined_without_fluent() -> None:
    catalog = CATALOGS["en"]
    bundle = _bundle(catalog.content, "en", True)
    taking = [name for name, sentence in catalog.sentences.items() if sentence.takes]
    plain = [name for name in taking if plain_pattern(bundle.get_message(name).value, isolate=True)]
    assert len(taking) > 20
    assert len(plain) >= len(taking) - 2


@pytest.mark.parametrize("isolate", [True, False])
@pytest.mark.parametrize("message", ["alone", "bare", "two", "words", "lines", "chosen", "counted", "term", "message", "nested"])
def test_every_kind_of_pattern_is_the_same_whatever_its_values(message: str, isolate: bool) -> None:
    catalog, bundle = Catalog("en", MESSAGES), _bundle(MESSAGES, "en", isolate)
    edges = ["a", "", " ", "\u00a0", "%", *("x" * (LONGEST + more) for more in range(4))]
    _by_us(catalog, message, isolate, {"name": "a", "code": "b", "number": "c"})  # later ones take the short way
    for name, code in product(edges, edges):
        values = {"name": name, "code": code, "number": "1"}
        assert _by_us(catalog, message, isolate, values) == _by_fluent(bundle, message, values)


@pytest.mark.parametrize("message", ["bare", "two", "words", "lines"])
def test_a_missing_value_is_refused_after_good_ones_too(message: str) -> None:
    catalog = Catalog("en", MESSAGES)
    catalog.text(message, name="a", code="b")
    with pytest.raises(NoticeError) as caught:
        catalog.text(message, code="b")
    assert caught.value.code is NoticeError.Code.BAD_MESSAGE


@given(name=st.text(), code=st.text())
def test_any_text_goes_in_as_fluent_puts_it_in(name: str, code: str) -> None:
    catalog, bundle = Catalog("en", MESSAGES), _bundle(MESSAGES, "en", True)
    values = {"name": name, "code": code}
    catalog.text("words", name="a", code="b")
    assert _by_us(catalog, "words", True, values) == _by_fluent(bundle, "words", values)
