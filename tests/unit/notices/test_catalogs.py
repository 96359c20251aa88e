"""Every catalog says the same things, in its own words, and none says too much."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tidings.errors import NoticeError
from tidings.incident import Incident, Languages, load_incident
from tidings.model import Kind
from tidings.notices.careful import revealing, revealing_to_attorneys
from tidings.notices.catalog import FOLDER, Catalog, Catalogs, variables
from tidings.notices.composer import Composer
from tidings.notices.sms import Encoding, measure
from tidings.notices.translation import read_stamps

CATALOGS = Catalogs.load()
LANGUAGES = CATALOGS.languages
READ = [
    "en",
    "es",
    "pt-BR",
    "ht",
    "zh-Hans",
    "pa",
    "hi",
    "ru",
    "ar",
    "fr",
    "bn",
    "tr",
    "ro",
    "vi",
    "fa",
    "fa-AF",
    "ps",
    "ur",
    "am",
    "ti",
    "hy",
    "ka",
    "ne",
    "so",
    "wo",
    "ln",
]
HEARD = ("quc", "mam", "kjb", "kek")
ROOT = Path(__file__).parents[3]
WHOLE = [it for it in LANGUAGES if variables(CATALOGS[it]).keys() >= variables(CATALOGS["en"]).keys()]
"""Languages that lack nothing; the others are still being translated, and `tidings check` says so."""
CODE = "K7Q2-M9XD"


@pytest.fixture(scope="module")
def incident() -> Incident:
    return load_incident(ROOT / "config/incidents/example")


@pytest.fixture(scope="module")
def composer(incident: Incident) -> Composer:
    return Composer(incident, CATALOGS)


def speaking(incident: Incident, **languages: object) -> Incident:
    return incident.model_copy(update={"languages": Languages.model_validate(languages)})


def test_all_thirty_languages_are_there_to_be_read_or_heard():
    assert set(READ) == set(LANGUAGES)
    assert all(read_stamps(FOLDER / f"{language}.toml").written == "es" for language in HEARD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_data_has_a_sentence(language):
    assert all(CATALOGS[language].text(f"kind-{kind}") for kind in Kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teaser_takes_a_route_and_a_code_and_nothing_else(language):
    for name, taken in variables(CATALOGS[language]).items():
        if name.startswith("teaser-"):
            assert taken <= {"web", "hotline", "code"}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teaser_fits_one_segment(language, composer):
    length = measure(composer.sms(language, CODE))
    assert length.segments == 1
    assert length.encoding is Encoding.UCS2 or length.units <= 160
    if language in ("en", "es", "fr", "ht", "pt-BR"):
        assert length.encoding is Encoding.GSM7


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_teaser_reveals_nothing(language, composer):
    mail = composer.email(language)
    for text in (composer.sms(language, CODE), mail.subject, mail.text):
        assert revealing(text, language) == []
        assert "Example Agency" not in text


@pytest.mark.parametrize("language", WHOLE)
def test_an_attorneys_mail_says_no_more_than_a_privacy_matter(language, composer):
    mail = composer.attorney_email(language)
    assert revealing_to_attorneys(mail.subject + mail.text, language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_outside_of_a_letter_reveals_nothing(language):
    for name in ("letter-title", "post-envelope", "hand-envelope"):
        assert revealing(CATALOGS[language].text(name), language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_revealing_words_finds_the_title_of_the_full_notice(language):
    assert revealing(CATALOGS[language].text("notice-title"), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_is_a_presentation_form(language):
    assert not re.search("[\ufb50-\ufdff\ufe70-\ufeff]", CATALOGS[language].content)


def test_the_english_can_be_read_after_six_years_of_school():
    # Flesch-Kincaid grade over all that a person reads; legal names of headings and the attorney's mail are no sentences.
    spoken = [
        CATALOGS["en"].text(name, **dict.fromkeys(taken, "x"))
        for name, taken in variables(CATALOGS["en"]).items()
        if name.startswith(("teaser-", "notice-", "place-")) and "downloads" not in taken
    ]
    text = " ".join(line for line in spoken if line.endswith((".", "?", "x")))
    words = re.findall(r"[a-z']+", text.casefold())
    sentences = len(re.findall(r"[.?:](?:\s|$)", text))
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?:es|ed|e)$", "", word)))) for word in words)
    assert len(words) > 400
    assert 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 <= 6


@pytest.mark.parametrize(
    ("language", "served_by"),
    [
        ("es", "es"),
        ("es-419", "es"),
        ("ES-mx", "es"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh-TW", None),
        ("zh-Hant", None),
        ("quc", "es"),
        ("quc-GT", "es"),
        ("tlh", None),
        ("", None),
    ],
)
def test_a_language_is_served_by_itself_its_kin_or_what_the_incident_says(language, served_by, incident):
    assert CATALOGS.serves(language, incident) == served_by


@pytest.mark.parametrize(("language", "served_by"), [("prs", "fa-AF"), ("PRS", "fa-AF"), ("prs-Latn", None), ("cmn", "zh-Hans")])
def test_a_language_is_served_by_whatever_name_cldr_knows_it(incident, language, served_by):
    assert CATALOGS.serves(language, incident) == served_by


def test_an_unknown_language_is_what_the_incident_says(incident):
    assert CATALOGS.serves("", speaking(incident, unknown="en")) == "en"
    assert CATALOGS.serves("", speaking(incident, unknown="tlh")) is None


def test_a_fallback_to_a_catalog_that_is_not_there_serves_nobody(incident):
    assert CATALOGS.serves("tlh", speaking(incident, fallback={"tlh": "uk"})) is None


def test_a_language_without_a_catalog_is_an_error_that_names_it():
    with pytest.raises(NoticeError) as caught:
        CATALOGS["tlh"]
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.NO_LANGUAGE, "tlh")


@pytest.mark.parametrize(
    "text",
    [
        "a = { $gone }\n",  # a value that nobody gives
        "a = { other }\n",  # a message that is not there
        "b = B\n",  # not there itself
        'a = { "" }\n',  # nothing to say
        "a =\n    .attribute = A\n",  # no value
    ],
)
def test_a_message_with_any_complaint_is_not_sent(text):
    with pytest.raises(NoticeError) as caught:
        Catalog("en", text).text("a")
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.BAD_MESSAGE, "en.ftl: a")


def test_a_file_that_is_not_fluent_is_refused_whole(tmp_path):
    (tmp_path / "en.ftl").write_text("a = A\nthis is nothing\n")
    with pytest.raises(NoticeError) as caught:
        Catalogs.load(tmp_path)
    assert caught.value.where == "en.ftl"


def test_values_stand_between_isolates_except_in_a_text_message():
    catalog = Catalog("en", "a = Call { $hotline }\n")
    assert catalog.text("a", hotline="1") == "Call \u20681\u2069"
    assert catalog.text("a", isolate=False, hotline="1") == "Call 1"


def test_a_value_is_never_read_as_a_message():
    assert Catalog("en", "a = To { $name }\n").text("a", isolate=False, name="{ a } { $x }") == "To { a } { $x }"
