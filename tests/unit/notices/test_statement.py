"""A statement in every language: each line can be said of every channel, set without a missing letter, and read out again."""

from datetime import date
from pathlib import Path

import pytest

from tidings.incident import load_incident
from tidings.model import Channel, Kind
from tidings.notices import (
    Attached,
    Came,
    Catalogs,
    LetterPress,
    StatementFacts,
    Told,
    compose_statement,
    edition,
    hours_and_minutes,
    press_statement,
    statement_words,
)

EXAMPLE = Path(__file__).parents[3] / "config/incidents/example"
INCIDENT = load_incident(EXAMPLE)
CATALOGS = Catalogs.load(incident=EXAMPLE)
DAY = date(2026, 11, 23)
FACTS = StatementFacts(
    name="Ana Ruiz",
    born=date(1984, 6, 14),
    kinds=frozenset(Kind),
    code="K7Q2-M9XD",
    told=tuple(Told(came, channel, attorney, DAY) for came in Came for channel in Channel for attorney in (False, True)),
    otherwise=DAY,
    key="tidings/example+0123abcd",
    on=DAY,
)
FILE = Attached("statement.json", '{"no": "typst #read(\\"x\\") \\" \\\\ code"}', "application/json", "for programs")


def composed(language, **facts):
    from dataclasses import replace

    return compose_statement(INCIDENT, CATALOGS, language, replace(FACTS, **facts))


@pytest.mark.parametrize("language", CATALOGS.languages)
def test_it_can_be_said_and_set(language):
    notice = composed(language)
    words = statement_words(notice)
    assert len(words) == len(set(words)), "each line says something else"
    assert (notice.beside is None) is (language == "en")
    press = LetterPress.of((Path("/usr/share/fonts"),))
    if not press.fonts_for(language):
        pytest.skip(f"no font for {language} here: bin/fonts installs them")
    pdf = press_statement(press, notice, [FILE])
    assert b"/F(statement.json)" in pdf
    assert pdf == press_statement(press, composed(language), [FILE]), "the same bytes for the same facts"


def test_what_is_not_known_is_left_out():
    words = statement_words(composed("en", name="", born=None, told=(), otherwise=None, kinds=frozenset()))
    assert not [line for line in words if line.startswith(("This statement is for", "Date of birth", "Text message"))]
    assert "Our records show no message to you." in words
    assert "Your name" not in words


def test_a_name_that_would_be_code_is_a_name():
    press = LetterPress.of((Path("/usr/share/fonts"),))
    notice = composed("en", name='#panic("x") \\ " $a$ ]')
    assert 'This statement is for #panic("x") \\ " $a$ ].' in statement_words(notice)
    assert press_statement(press, notice, [])


@pytest.mark.parametrize(("days", "said"), [(0, "5:05"), (2, "53:05"), (50, "1205:05")])
def test_how_long_is_hours_and_minutes(days, said):
    from datetime import timedelta

    exposure = INCIDENT.exposure.model_copy(update={"ended": INCIDENT.exposure.ended + timedelta(days=days)})
    assert hours_and_minutes(exposure) == said


def test_an_edition_is_of_the_texts_that_it_uses():
    assert edition(CATALOGS, "es") == edition(Catalogs.load(), "es"), "the example adds nothing to them"
    assert edition(CATALOGS, "es") != edition(CATALOGS, "fr")
