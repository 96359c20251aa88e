"""Teasers, mails and full notices as they are composed for one incident."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import NoticeError
from tidings.incident import Incident, load_incident
from tidings.model import Channel, Kind
from tidings.notices.catalog import Catalog, Catalogs
from tidings.notices.composer import PLACEHOLDER, Composer
from tidings.notices.dates import day, moment
from tidings.notices.marks import bare, parts, plain_line
from tidings.notices.notice import FullNotice
from tidings.record import Record

CATALOGS = Catalogs.load()
LANGUAGES = CATALOGS.languages
WHOLE = [it for it in LANGUAGES if CATALOGS[it].sentences.keys() >= CATALOGS["en"].sentences.keys()]
"""Languages that lack nothing; the others are still being translated, and `tidings check` says so."""
CODE = "K7Q2-M9XD"
EASTERN = timezone(timedelta(hours=-5))
RECORD = Record(
    name="Ana Ruiz",
    address="1 Main Street\nSpringfield, VA 22150",
    facility="Batavia East Detention Center",
    kinds=frozenset({Kind.OTHER, Kind.NAME, Kind.PHONE}),
)


@pytest.fixture(scope="module")
def incident() -> Incident:
    return load_incident(Path(__file__).parents[3] / "config/incidents/example")


@pytest.fixture(scope="module")
def composer(incident) -> Composer:
    return Composer(incident, CATALOGS)


def with_exposure(incident: Incident, **changed: object) -> Composer:
    return Composer(incident.model_copy(update={"exposure": incident.exposure.model_copy(update=changed)}), CATALOGS)


def words(notice: FullNotice) -> str:
    lines = [notice.title, *notice.opening]
    for section in notice.sections:
        lines += [section.heading, *section.paragraphs, *section.bullets]
    return bare("\n".join(lines))


class Page(HTMLParser):
    """What a mail program shows, and every tag with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.words += "\n" if tag == "p" else ""

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_states_language_and_direction_twice(language, composer):
    mail = composer.email(language)
    stated = [attributes for tag, attributes in Page(mail.html).tags if tag in ("html", "div")]
    assert [(it["lang"], it["dir"]) for it in stated[:2]] == [(language, mail.direction)] * 2
    assert [(it["lang"], it["dir"]) for it in stated[2:]] == [("en", "ltr")] * (language != "en")
    assert mail.direction == ("rtl" if language in ("ar", "fa", "fa-AF", "ps", "ur") else "ltr")


@pytest.mark.parametrize("language", WHOLE)
def test_a_mail_fetches_nothing_and_links_nowhere(language, composer):
    for mail in (composer.email(language), composer.attorney_email(language)):
        page = Page(mail.html)
        assert {tag for tag, _ in page.tags} <= {"html", "head", "meta", "title", "body", "div", "h1", "p", "bdi"}
        assert all("href" not in it and "src" not in it for _, it in page.tags)
        assert not re.search(r"https?:|url\(|@import", mail.html)


@pytest.mark.parametrize("language", WHOLE)
def test_both_bodies_of_a_mail_hold_the_same_words_and_the_placeholder(language, composer):
    for mail in (composer.email(language), composer.attorney_email(language)):
        shown = Page(mail.html).words.split(mail.subject, 1)[1]
        assert shown.split() == bare(mail.text).split()
        assert PLACEHOLDER in mail.text
        assert f">{PLACEHOLDER}</bdi>" in mail.html


def test_markup_in_an_incidents_data_stays_text_in_a_mail(incident):
    office = incident.organisation.model_copy(update={"hotline": "<script>1</script> & 2"})
    mail = Composer(incident.model_copy(update={"organisation": office}), CATALOGS).email("en")
    assert "<script>" not in mail.html
    assert "<script>1</script> & 2" in Page(mail.html).words


def test_a_text_message_that_needs_two_segments_is_refused(incident):
    office = incident.organisation.model_copy(update={"web": "a-very-long-address-that-nobody-types.example.org"})
    with pytest.raises(NoticeError) as caught:
        Composer(incident.model_copy(update={"organisation": office}), CATALOGS).sms("en", CODE)
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.TOO_LONG, "en.ftl: teaser-sms")


def test_an_arabic_text_message_marks_where_digits_begin(composer):
    # Without the mark U+200E a phone shows the groups of a number in the wrong order.
    text = composer.sms("ar", CODE)
    assert "\u200e+1 800" in text
    assert f"\u200e{CODE}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_notice_lists_what_of_this_person_was_exposed(language, composer):
    notice = composer.full_notice(RECORD, language, CODE)
    say = CATALOGS[language].text
    assert notice.sections[1].bullets == (say("kind-name"), say("kind-phone"), say("kind-other"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_notice_says_when_in_words_and_how_to_reach_us(language, composer, incident):
    text, office = words(composer.full_notice(RECORD, language, CODE, date(2022, 12, 5))), incident.organisation
    for value in (office.name, office.hotline, office.web, office.email, office.post, CODE, "Ana Ruiz", "2022", "UTC-5"):
        assert value in text
    assert not re.search(r"\d+[/.]\d+[/.]\d+|M\d\d", text)


def test_a_person_of_whom_no_column_was_filled_is_told_that_we_do_not_know(composer):
    section = composer.full_notice(replace(RECORD, kinds=frozenset()), "en", CODE).sections[1]
    assert section.bullets == ()
    assert section.paragraphs[-1] == CATALOGS["en"].text("notice-information-unknown")


def test_a_letter_without_a_name_names_nobody(composer):
    notice = composer.full_notice(replace(RECORD, name=""), "en", CODE)
    assert "This letter is for" not in words(notice)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("downloads", [0, 1, 2, 3, 6, 11, 100, 1_000_000])
def test_any_number_of_downloads_can_be_told(language, downloads, incident):
    text = words(with_exposure(incident, downloads=downloads).full_notice(RECORD, language, CODE))
    assert CATALOGS[language].text("notice-happened-downloads-unknown") not in text


def test_plurals_are_those_of_the_language(incident):
    def told(language: str, downloads: int) -> str:
        return with_exposure(incident, downloads=downloads).full_notice(RECORD, language, CODE).sections[0].paragraphs[-1]

    assert "1\u2069 internet address." in told("en", 1)
    assert "6\u2069 internet addresses." in told("en", 6)
    assert len({told("ar", number).replace(str(number), "") for number in (0, 1, 2, 6, 11)}) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_downloads_that_nobody_can_count_are_said_to_be_unknown(language, incident):
    text = words(with_exposure(incident, downloads=None).full_notice(RECORD, language, CODE))
    assert CATALOGS[language].text("notice-happened-downloads-unknown") in text


def test_a_place_that_no_catalog_knows_stops_the_notice(incident):
    with pytest.raises(NoticeError) as caught:
        with_exposure(incident, place="lost-laptop").full_notice(RECORD, "fr", CODE)
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.BAD_MESSAGE, "fr.ftl: place-lost-laptop")


def test_a_letter_by_hand_goes_to_the_place_of_custody_and_one_by_post_to_the_address(composer):
    notice = composer.full_notice(RECORD, "en", CODE)
    assert notice.addressee(hand=True) == ("Ana Ruiz", "Batavia East Detention Center")
    assert notice.addressee(hand=False) == ("Ana Ruiz", "1 Main Street", "Springfield, VA 22150")


def test_a_notice_shows_nothing_of_itself(composer):
    notice = composer.full_notice(RECORD, "en", CODE)
    assert repr(notice) == str(notice) == f"{notice}" == "<FullNotice>"
    assert repr(notice.sections) == str(tuple(notice.sections))
    assert "Ana" not in repr(notice.__reduce_ex__) + repr(notice.sections) + repr(notice.furniture)
    with pytest.raises(TypeError):
        pickle.dumps(notice)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "November 28, 2022 at 9:45\u00a0AM (UTC-5)"),
        ("es", "28 de noviembre de 2022 a las 9:45 (UTC-5)"),
        ("pt-BR", "28 de novembro de 2022, às 09:45 (UTC-5)"),
        ("fr", "28 novembre 2022 à 09:45 (UTC-5)"),
        ("ht", "28 novanm 2022 a 09:45 (UTC-5)"),
        ("ar", "28 نوفمبر 2022، 9:45 ص (UTC-5)"),
        ("zh-Hans", "2022年11月28日 09:45\uff08UTC-5\uff09"),
    ],
)
def test_a_moment_is_written_as_its_readers_write_it(language, expected):
    assert moment(datetime(2022, 11, 28, 9, 45, tzinfo=EASTERN), CATALOGS[language]).replace("\u200f", "") == expected


def test_an_offset_may_have_minutes_or_be_none_at_all():
    india = timezone(timedelta(hours=5, minutes=30))
    assert moment(datetime(2022, 5, 1, tzinfo=india), CATALOGS["en"]).endswith("(UTC+5:30)")
    assert moment(datetime(2022, 5, 1, tzinfo=UTC), CATALOGS["en"]).endswith("(UTC)")


def test_two_times_of_one_instant_are_each_told_with_their_own_clock():
    catalog = CATALOGS["en"]
    assert moment(datetime(2022, 5, 1, 9, tzinfo=EASTERN), catalog) == "May 1, 2022 at 9:00\u00a0AM (UTC-5)"
    assert moment(datetime(2022, 5, 1, 14, tzinfo=UTC), catalog) == "May 1, 2022 at 2:00\u00a0PM (UTC)"


def test_haitian_months_are_haitian_all_year():
    spoken = [day(date(2022, month, 3), CATALOGS["ht"]).split()[1] for month in range(1, 13)]
    assert spoken == ["janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè", "out", "septanm", "oktòb", "novanm", "desanm"]


@pytest.mark.parametrize("months", ["one two three", "cldr"])
def test_a_month_that_cannot_be_named_stops_the_notice(months):
    # CLDR knows no month names in K'iche' and writes M11.
    catalog = Catalog("quc", f"months = {months}\n")
    with pytest.raises(NoticeError) as caught:
        day(date(2022, 11, 28), catalog)
    assert caught.value.where == "quc.ftl: months"


def test_a_digest_changes_with_the_words_and_with_what_is_told(composer, incident):
    other = Catalog("en", CATALOGS["en"].content.replace("Your code:", "The code:"))
    changed = Composer(incident, Catalogs({**CATALOGS.by_language, "en": other}))
    assert changed.digest(Channel.SMS) != composer.digest(Channel.SMS)
    assert changed.digest(Channel.EMAIL) == composer.digest(Channel.EMAIL)
    assert with_exposure(incident, downloads=7).digest(Channel.LETTER) != composer.digest(Channel.LETTER)
    assert composer.digest(Channel.HAND) == composer.digest(Channel.LETTER)
    assert re.fullmatch("[0-9a-f]{64}", composer.digest(Channel.SMS))


@given(st.text())
def test_a_persons_line_keeps_no_control_of_any_kind(text):
    line = plain_line(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]", line)
    assert plain_line(line) == line


@given(st.lists(st.text(alphabet="abא +", min_size=1)))
def test_inserted_values_are_found_again_between_their_marks(values):
    text = "".join(f"say \u2068{value}\u2069 " for value in values)
    assert [part for part, inserted in parts(text) if inserted] == values
    assert "".join(part for part, _ in parts(text)) == bare(text)
