"""Each rule about texts finds what it is for, on its line, and nothing in a text that is right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tidings.incident import Incident, load_incident
from tidings.notices.catalog import FOLDER
from tidings.notices.lint import lint_catalogs, lint_incident, lint_values
from tidings.notices.lint.grade import grade
from tidings.notices.source import read_source
from tidings.notices.translation import Stamps, State, read_stamps, stamped, write_stamps

EXAMPLE = Path(__file__).parents[3] / "config/incidents/example"
DAY = date(2026, 11, 25)
ENGLISH = """\
teaser-sms = An office has news for you. Type { $web } or call { $hotline }. Your code: { $code }
notice-happened = It was there.
months = cldr
"""
SPANISH = """\
teaser-sms = Hay un aviso para usted. Escriba { $web } o llame al { $hotline }. Referencia: { $code }
notice-happened = Estuvo allí.
months = cldr
"""


@pytest.fixture
def folder(tmp_path: Path):
    """A folder of catalogs: English, and one translation, stamped. Returns a way to write it."""

    def write(theirs: str = SPANISH, *, language: str = "es", english: str = ENGLISH, stamp: bool = True) -> Path:
        (tmp_path / "en.ftl").write_text(english, encoding="utf-8")
        (tmp_path / f"{language}.ftl").write_text(theirs, encoding="utf-8")
        if stamp:
            restamp(tmp_path, language)
        return tmp_path

    return write


def restamp(folder: Path, language: str) -> None:
    english, theirs = read_source(folder / "en.ftl"), read_source(folder / f"{language}.ftl")
    stamps, _ = stamped(english, theirs, Stamps({}), State.MACHINE_DRAFT, "", DAY)
    write_stamps(folder / f"{language}.toml", stamps)


def found(folder: Path, *languages: str) -> list[tuple[str, int, str]]:
    return [(Path(one.file).name, one.line, one.code) for one in lint_catalogs(folder, languages)]


def in_spanish(folder, line: str, *, english: str = "", stamp: bool = True) -> list[tuple[int, str]]:
    """What is found of one more message, on line 4."""
    made = folder(SPANISH + line, english=ENGLISH + english, stamp=stamp)
    return [(number, code) for file, number, code in found(made, "es") if file == "es.ftl"]


def test_a_translation_that_is_right_has_nothing_to_mend(folder):
    assert found(folder()) == []


def test_every_finding_says_what_is_wrong_and_what_to_do(folder):
    made = folder(SPANISH.replace("aviso", "asilo") + "extra = x\nno es nada\n", stamp=False)
    findings = list(lint_catalogs(made))
    assert len({one.code for one in findings}) >= 4
    for one in findings:
        assert one.file.endswith(".ftl")
        assert one.about
        assert one.do


def test_a_line_that_is_not_fluent(folder):
    assert in_spanish(folder, "esto no es nada\n") == [(4, "text.syntax")]


def test_a_name_that_is_there_twice(folder):
    assert (4, "text.twice") in in_spanish(folder, "notice-happened = Otra vez.\n")


def test_a_message_that_cannot_be_formatted(folder):
    assert (4, "text.unreadable") in in_spanish(folder, "notice-can = { gone }\n", english="notice-can = You can.\n")


def test_a_message_without_a_value(folder):
    assert (4, "text.unreadable") in in_spanish(folder, "notice-can =\n    .title = x\n", english="notice-can = You can.\n")


def test_a_plural_form_that_cannot_be_formatted(folder):
    english = "notice-downloads = { $downloads ->\n    [one] One.\n   *[other] { $downloads } times.\n    }\n"
    theirs = "notice-downloads = { $downloads ->\n    [one] Una.\n    [many] { gone }\n   *[other] { $downloads } veces.\n    }\n"
    assert in_spanish(folder, theirs, english=english) == [(4, "text.unreadable")]


def test_a_missing_message_with_the_line_of_its_english(folder):
    made = folder(english=ENGLISH + "notice-can = You can.\n")
    (finding,) = lint_catalogs(made, ["es"])
    assert (finding.code, finding.about) == ("text.missing", "notice-can is missing")
    assert "line 4 of en.ftl" in finding.do


def test_a_message_that_the_english_does_not_have(folder):
    assert in_spanish(folder, "notice-more = Algo.\n") == [(4, "text.extra")]


def test_a_stale_translation(folder):
    made = folder()
    (made / "en.ftl").write_text(ENGLISH.replace("It was there.", "It was there for a day."), encoding="utf-8")
    assert found(made, "es") == [("es.ftl", 2, "text.stale")]


def test_a_comment_makes_nothing_stale(folder):
    made = folder()
    (made / "en.ftl").write_text("# What it is.\n" + ENGLISH, encoding="utf-8")
    assert found(made, "es") == []


def test_a_translation_that_was_changed_after_its_review(folder):
    made = folder()
    (made / "es.ftl").write_text(SPANISH.replace("Estuvo allí.", "Estuvo ahí."), encoding="utf-8")
    assert found(made, "es") == [("es.ftl", 2, "text.changed")]


def test_a_message_without_a_state(folder):
    assert in_spanish(folder, "", stamp=False) == [(1, "text.unstamped"), (2, "text.unstamped"), (3, "text.unstamped")]


def test_a_state_of_a_message_that_is_gone(folder):
    made = folder()
    (made / "es.ftl").write_text(SPANISH.replace("notice-happened = Estuvo allí.\n", ""), encoding="utf-8")
    assert {code for _, _, code in found(made, "es")} == {"text.missing", "text.stamp_extra"}


def test_a_value_that_the_english_does_not_take_and_one_that_is_lost(folder):
    assert in_spanish(folder, "notice-can = { $phone }.\n", english="notice-can = { $hotline }.\n") == [(4, "text.values")]


def test_a_teaser_that_takes_a_name(folder):
    line = "teaser-email-why = Para { $name }.\n"
    assert (4, "teaser.value") in in_spanish(folder, line, english="teaser-email-why = For { $name }.\n")
    (one, *_) = [it for it in lint_catalogs(folder(SPANISH + line, english=ENGLISH + line), ["en"]) if it.line == 4]
    assert one.code == "teaser.value"


def test_a_teaser_may_leave_out_the_web_address_only_where_seventy_letters_are_all_there_is(folder):
    short = "teaser-sms = لدينا أمر لك. اتصل: { $hotline } رمزك: { $code }\nnotice-happened = كانت هناك.\nmonths = cldr\n"
    assert found(folder(short, language="ar"), "ar") == []
    roomy = SPANISH.replace("Escriba { $web } o llame", "Llame")
    assert found(folder(roomy), "es") == [("es.ftl", 1, "text.values")]


def test_a_revealing_word_of_the_language_or_of_english(folder):
    assert found(folder(SPANISH.replace("aviso", "aviso de asilo")), "es") == [("es.ftl", 1, "teaser.reveals")]
    assert found(folder(SPANISH.replace("aviso", "Aviso del court")), "es") == [("es.ftl", 1, "teaser.reveals")]


@pytest.mark.parametrize("name", ["reply-who", "beside-note", "post-envelope", "letter-title", "teaser-voice-hello"])
def test_a_revealing_word_in_anything_that_others_see_or_hear(name, folder):
    assert (4, "teaser.reveals") in in_spanish(folder, f"{name} = Un juez.\n", english=f"{name} = Hello.\n")


def test_a_revealing_word_may_stand_in_the_full_notice(folder):
    assert in_spanish(folder, "notice-can = Hable con su abogado.\n", english="notice-can = Ask your lawyer.\n") == []


def test_a_law_office_may_read_the_word_for_an_attorney_and_no_other_that_reveals(folder):
    english = "attorney-email-why = You are an attorney.\n"
    assert in_spanish(folder, "attorney-email-why = Usted es abogado.\n", english=english) == []
    assert in_spanish(folder, "attorney-email-why = Es un abogado de asilo.\n", english=english) == [(4, "attorney.reveals")]


def test_a_word_that_reveals_only_at_the_beginning_of_a_word(folder):
    assert found(folder(SPANISH.replace("aviso", "aviso revisado")), "es") == []
    assert found(folder(SPANISH.replace("aviso", "aviso de visa")), "es") == [("es.ftl", 1, "teaser.reveals")]


def test_a_language_without_a_list_of_revealing_words(folder):
    text = SPANISH.replace("allí", "ali")
    assert ("gl.ftl", 0, "teaser.no_words") in found(folder(text, language="gl"), "gl")


def test_a_text_message_of_two_segments_names_the_letter_that_costs_so_much(folder):
    made = folder(SPANISH.replace("aviso", "anuncio que es más importante"))
    (finding,) = lint_catalogs(made, ["es"])
    assert (finding.line, finding.code) == (1, "teaser.too_long")
    assert "because of á" in finding.about


def test_a_text_message_of_161_letters(folder):
    made = folder(SPANISH.replace("aviso", "aviso " + "muy " * 30))
    assert found(made, "es") == [("es.ftl", 1, "teaser.too_long")]


@pytest.mark.parametrize("name", ["teaser-email-subject", "post-envelope", "teaser-voice-hello", "teaser-whatsapp"])
def test_a_message_that_does_not_fit_its_place(name, folder):
    long = in_spanish(folder, f"{name} = {'muy ' * 160}largo.\n", english=f"{name} = Hello.\n")
    assert long == [(4, "text.too_long")]


@pytest.mark.parametrize("pattern", ["{ $web } es la dirección.", "Su código es { $code }", "Escriba { $web } ahora { $code }"])
def test_a_whatsapp_message_that_begins_or_ends_with_a_value(pattern, folder):
    takes = " ".join(word for word in ("{ $web }", "{ $code }") if word in pattern)
    assert in_spanish(folder, f"teaser-whatsapp = {pattern}\n", english=f"teaser-whatsapp = It is {takes} now.\n") == [
        (4, "teaser.whatsapp")
    ]


def test_a_presentation_form(folder):
    assert in_spanish(folder, "notice-can = \ufeb3\ufefc\ufee1.\n", english="notice-can = Peace.\n") == [
        (4, "text.presentation_form")
    ]


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\u2068"])
def test_a_direction_mark_that_nobody_sees(mark, folder):
    assert in_spanish(folder, f"notice-can = Guarde {mark}esto.\n", english="notice-can = Keep this.\n") == [
        (4, "text.stray_mark")
    ]


def test_a_direction_mark_that_is_written_out_is_meant(folder):
    assert in_spanish(folder, 'notice-can = { "\\u200E" }Guarde esto.\n', english="notice-can = Keep this.\n") == []


def test_letters_whose_accents_stand_apart(folder):
    assert in_spanish(folder, "notice-can = Ma\u0301s.\n", english="notice-can = More.\n") == [(4, "text.not_nfc")]


def test_a_word_in_two_scripts(folder):
    # The second letter is Cyrillic.
    assert in_spanish(folder, "notice-can = Gu\u0430rde.\n", english="notice-can = Keep.\n") == [(4, "text.mixed_scripts")]


def test_a_text_in_another_languages_script(folder):
    assert in_spanish(folder, "notice-can = Сохраните это.\n", english="notice-can = Keep this.\n") == [(4, "text.other_script")]


def test_a_language_whose_months_have_no_names(folder):
    # CLDR writes M11 in K'iche'.
    assert ("quc.ftl", 3, "text.months") in found(folder(language="quc"), "quc")
    named = SPANISH.replace("= cldr", "= uno dos tres cuatro cinco seis siete ocho nueve diez once doce")
    assert "text.months" not in {code for _, _, code in found(folder(named, language="quc"), "quc")}


@pytest.mark.parametrize("months", ["uno dos", "a a a a a a a a a a a a"])
def test_months_that_are_too_few_or_the_same(months, folder):
    assert found(folder(SPANISH.replace("cldr", months)), "es") == [("es.ftl", 3, "text.months")]


def test_english_that_needs_more_than_nine_years_of_school(folder):
    hard = f"notice-can = {'Notwithstanding organisational considerations, ' * 3}individuals necessitate immediate assistance.\n"
    codes = [(line, code) for _, line, code in found(folder(english=ENGLISH + hard), "en")]
    assert (4, "text.grade") in codes
    assert (0, "text.grade") in codes


def test_a_grade_is_that_of_flesch_and_kincaid():
    # 0.39 x 6 words a sentence + 11.8 x 1 syllable a word - 15.59
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_the_shipped_english_reads_at_grade_six_or_below():
    assert [one for one in lint_catalogs(languages=["en"]) if one.code == "text.grade"] == []


def test_a_language_that_has_no_file(folder):
    assert found(folder(), "pa") == [("pa.ftl", 0, "text.no_catalog")]


def test_a_language_that_is_heard_needs_no_text_and_what_its_speaker_says_is_looked_at(folder):
    made = folder()
    (made / "quc.toml").write_text('written = "es"\n')
    assert found(made, "quc") == []
    (made / "quc.ftl").write_text("teaser-voice-gone = Court.\n")
    assert {code for _, _, code in found(made, "quc")} == {"teaser.reveals", "text.extra", "teaser.no_words"}


# --- an incident's own ----------------------------------------------------------------------------------------------------


def incident_at(tmp_path: Path, **texts: str) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "incident.toml").write_bytes((EXAMPLE / "incident.toml").read_bytes())
    for language, text in texts.items():
        (tmp_path / "texts" / f"{language}.ftl").write_text(text, encoding="utf-8")
        if language != "en":
            restamp(tmp_path / "texts", language)
    return tmp_path


def test_what_an_incident_adds_must_be_there_in_every_language_that_is_read(tmp_path):
    folder = incident_at(tmp_path, en="incident-can = Call us.\n", es="incident-can = Llámenos.\n")
    lacking = {Path(one.file).name for one in lint_incident(folder)}
    assert "fr.ftl" in lacking
    assert not lacking & {"en.ftl", "es.ftl", "quc.ftl"}
    assert {one.code for one in lint_incident(folder)} == {"text.no_catalog"}


def test_an_incident_that_adds_nothing_has_nothing_to_translate(tmp_path):
    assert list(lint_incident(tmp_path)) == []


def values(tmp_path: Path, incident: Incident, **changed: object) -> set[str]:
    office = incident.organisation.model_copy(update=changed)
    return {
        one.code for one in lint_values(incident.model_copy(update={"organisation": office}), incident_at(tmp_path), ["es", "en"])
    }


@pytest.fixture(scope="module")
def incident() -> Incident:
    return load_incident(EXAMPLE)


def test_an_incident_whose_values_are_right(tmp_path, incident):
    assert values(tmp_path, incident) == set()


@pytest.mark.parametrize("key", ["web", "post", "sender_name"])
def test_a_value_that_reveals_where_everybody_sees_it(key, tmp_path, incident):
    assert values(tmp_path, incident, **{key: "Asylum Office"}) == {"teaser.value_reveals"}


def test_a_web_address_that_makes_a_teaser_too_long(tmp_path, incident):
    assert values(tmp_path, incident, web="a-very-long-address-that-nobody-types.example.org") == {"teaser.too_long"}


def test_a_place_that_no_message_tells(tmp_path, incident):
    elsewhere = incident.model_copy(update={"exposure": incident.exposure.model_copy(update={"place": "lost-laptop"})})
    folder = incident_at(tmp_path)
    assert {one.code for one in lint_values(elsewhere, folder, ["es"])} == {"text.no_place"}
    (folder / "texts/en.ftl").write_text("place-lost-laptop = A laptop was lost.\n")
    assert {one.code for one in lint_values(elsewhere, folder, ["es"])} == set()


def test_a_supplement_that_says_nothing_new(tmp_path, incident):
    second = incident.model_copy(update={"version": 2})
    folder = incident_at(tmp_path)
    assert {one.code for one in lint_values(second, folder, ["es"])} == {"text.no_news"}
    (folder / "texts/en.ftl").write_text("incident-new-count = Two more addresses had it.\n")
    assert list(lint_values(second, folder, ["es"])) == []


def test_every_shipped_file_of_states_can_be_read():
    for file in FOLDER.glob("*.toml"):
        assert read_stamps(file)
