"""Letters as PDF: that they show what they should, and nothing else."""

from __future__ import annotations

import io
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import orjson
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tidings.errors import NoticeError
from tidings.incident import load_incident
from tidings.model import Carries, Kind
from tidings.notices.careful import revealing
from tidings.notices.catalog import Catalogs, script_of
from tidings.notices.composer import Composer
from tidings.notices.fonts import FACES, faces
from tidings.notices.letters import LetterPress, _quoted
from tidings.notices.notice import FullNotice
from tidings.record import Record

CATALOGS = Catalogs.load()
CODE = "K7Q2-M9XD"
DAY = date(2022, 12, 5)
RECORD = Record(
    name="Ana Ruiz",
    address="1 Main Street, Springfield, VA 22150",
    facility="Batavia East Detention Center",
    kinds=frozenset(Kind),
)


@pytest.fixture(scope="module")
def composer() -> Composer:
    return Composer(load_incident(Path(__file__).parents[3] / "config/incidents/example"), CATALOGS)


@pytest.fixture(scope="module")
def press() -> LetterPress:
    return LetterPress([Path("/usr/share/fonts")])


@pytest.fixture(scope="module")
def fontless() -> LetterPress:
    """As on a machine where no font is installed: typst's own Latin faces remain."""
    return LetterPress([])


def notice(composer: Composer, language: str = "en", **changed: object) -> FullNotice:
    return composer.full_notice(replace(RECORD, **changed), language, CODE, DAY)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(pdf).pages).split())


@pytest.mark.parametrize("language", CATALOGS.languages)
def test_a_letter_is_set_in_every_language_that_has_a_font_and_refused_in_every_other(language, composer, press, fontless):
    for one in (press, fontless):
        if one.fonts_for(language):
            pdf = one.press(notice(composer, language), hand=False)
            text = words(pdf)
            for value in (CODE, "+1 800 555 0100", "notice.example.org", "Ana Ruiz", "1 Main Street"):
                assert value in text
            assert not {"\u2068", "\u2069", "\ufffd"} & set(text)
            assert read(pdf).trailer["/Root"]["/Lang"] in (language, "zh-CN")
        else:
            with pytest.raises(NoticeError) as caught:
                one.press(notice(composer, language), hand=False)
            assert (caught.value.code, caught.value.where) == (NoticeError.Code.NO_FONT, language)


@pytest.mark.parametrize("language", CATALOGS.languages)
def test_a_teaser_letter_reveals_nothing_and_says_where_to_ask_with_which_code(language, composer, press):
    if not press.fonts_for(language):
        pytest.skip(f"no font for {language} here: bin/fonts installs them")
    office = composer.incident.organisation
    teaser = composer.letter(RECORD, Carries.TEASER, language, CODE, DAY)
    pdf = press.press(teaser, hand=False)
    text = words(pdf)
    for value in (CODE, office.hotline, office.web, "Ana Ruiz", "1 Main Street"):
        assert value in text
    assert office.name not in text
    assert office.email not in text
    assert len(read(pdf).pages) == (1 if language == "en" else 2)  # the second is the English of it
    # Of the composed words: pypdf repeats and turns around Indic and Arabic letters, and so makes up words.
    around = (teaser.furniture.title, teaser.furniture.post_envelope, teaser.furniture.page, teaser.furniture.sender)
    shown = [line for it in (teaser, teaser.beside) if it for line in (it.title, *it.opening)]
    assert revealing("\n".join((*shown, *around)), language) == []


def test_a_contact_that_may_carry_it_gets_the_full_notice(composer):
    assert composer.letter(RECORD, Carries.FULL, "es", CODE, DAY) == composer.full_notice(RECORD, "es", CODE, DAY)


def test_without_fonts_latin_letters_are_set_and_others_wait(fontless):
    others = {language for language in CATALOGS.languages if script_of(language) not in ("Latn", "Cyrl")}
    assert fontless.missing(CATALOGS.languages) == others > {"ar"}


def test_a_folder_that_is_not_there_has_no_fonts(tmp_path):
    assert LetterPress([tmp_path / "none"]).missing(["en", "ar"]) == {"ar"}


def test_every_script_of_a_language_of_ours_has_a_face():
    assert {"Latn", "Cyrl", "Arab", "Hans", "Deva", "Guru", "Beng", "Ethi", "Armn", "Geor"} <= FACES.keys()
    assert {script_of(language) for language in CATALOGS.languages} <= FACES.keys()


def test_with_debians_fonts_every_language_can_be_set(press):
    if press.missing(["ar", "zh-Hans"]):
        pytest.skip("SKIPPED WITHOUT FONTS: bin/fonts installs them")
    assert press.missing(CATALOGS.languages) == set()


def test_a_missing_font_is_an_error_that_names_debians_packages(fontless, composer):
    with pytest.raises(NoticeError) as caught:
        fontless.press(notice(composer, "ar"), hand=False)
    assert caught.value.code == "font.missing"
    assert "apt-get install fonts-noto-core fonts-droid-fallback" in caught.value.hint


def test_a_script_that_nobody_thought_of_has_no_face():
    assert faces("km", frozenset({"Noto Sans", "Noto Sans Khmer"})) == ()


def test_a_letter_claims_to_be_archival_and_accessible(composer, fontless):
    reader = read(fontless.press(notice(composer), hand=False))
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>" in metadata


def test_what_a_viewer_shows_around_the_page_reveals_nothing(composer, fontless):
    reader = read(fontless.press(notice(composer), hand=True))
    assert reader.metadata is not None
    assert reader.metadata.title == "Letter"
    assert reader.outline == []
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    for word in ("Ana", "Breach", "breach", "Agency", "Detention", CODE):
        assert word not in metadata + str(dict(reader.metadata))


def test_a_letter_by_hand_shows_the_place_of_custody_and_one_by_post_the_address(composer, fontless):
    by_hand = words(fontless.press(notice(composer), hand=True))
    by_post = words(fontless.press(notice(composer), hand=False))
    assert ("Batavia East" in by_hand, "1 Main Street" in by_hand) == (True, False)
    assert ("Batavia East" in by_post, "1 Main Street" in by_post) == (False, True)
    assert "handed over closed" in by_hand
    assert "handed over closed" not in by_post


def heights(pdf: bytes) -> dict[str, float]:
    """How far below the top of the first sheet some lines stand, in mm."""
    found: dict[str, float] = {}
    page = read(pdf).pages[0]

    def note(text, page_matrix, text_matrix, _font, _size):
        points = text_matrix[4] * page_matrix[1] + text_matrix[5] * page_matrix[3] + page_matrix[5]
        for word in ("Ana Ruiz", "Notice of Data Breach", "Private.", "Notice Office"):
            if word in text:
                found.setdefault(word, (float(page.mediabox.height) - points) / 72 * 25.4)

    page.extract_text(visitor_text=note)
    return found


def test_only_the_address_shows_in_an_envelopes_window(composer, fontless):
    found = heights(fontless.press(notice(composer), hand=False))
    assert found["Notice of Data Breach"] > 93  # below the fold
    assert 63 < found["Ana Ruiz"] < 80
    assert 80 < found["Private."] < 93
    assert found["Notice Office"] < 52


def test_pages_are_numbered(composer, fontless):
    pages = [page.extract_text() for page in read(fontless.press(notice(composer), hand=False)).pages]
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))


@pytest.mark.parametrize(
    "name",
    [
        '#panic("x")',
        '") + panic("x") + ("',
        '#read("letter.typ")',
        "{$x} { $name }",
        "<script>alert(1)</script>",
        "%s %n {0} {page}",
        "\\u{202e} \\n $x^2$ *a* _b_ `c`",
        "O'Brien-Núñez d’Août",
        "Ünsal Çelik Đặng Thị Hồng",
    ],
)
def test_a_name_prints_as_it_is(name, composer, press):
    assert name in words(press.press(notice(composer, name=name), hand=False)).replace("- ", "-")


def test_a_name_cannot_turn_a_letter_around(composer, fontless):
    text = words(fontless.press(notice(composer, name="Ana\u202e Ruiz\n\u2067x"), hand=False))
    assert "Ana Ruiz x" in text


@pytest.mark.parametrize("name", ["x" * 300, " ".join(f"Name{number:03}" for number in range(37))])
def test_a_name_of_three_hundred_letters_is_there_to_its_end_and_moves_nothing(name, composer, fontless):
    pdf = fontless.press(notice(composer, name=name), hand=False)
    text = words(pdf).replace(" ", "").replace("\u200b", "")
    assert text.count(name.replace(" ", "")) == 2
    assert heights(pdf)["Notice of Data Breach"] == heights(fontless.press(notice(composer), hand=False))["Notice of Data Breach"]


def test_a_name_keeps_its_own_script_in_any_letter(composer, press):
    names = {"ar": "يوسف", "zh-Hans": "王小明", "en": "Ana"}
    for language in filter(press.fonts_for, names):
        assert names[language] in words(press.press(notice(composer, name=names[language]), hand=False))


@pytest.mark.parametrize("letter", ["\ue000", "\U0001f600", "\u0378"])
def test_a_letter_that_no_font_has_stops_the_notice_and_is_not_quoted(letter, composer, fontless):
    with pytest.raises(NoticeError) as caught:
        fontless.press(notice(composer, name=f"Ana {letter}"), hand=False)
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.NO_FONT, "en")
    assert caught.value.__context__ is None


def test_the_press_goes_on_after_a_letter_that_it_refused(composer, fontless):
    with pytest.raises(NoticeError):
        fontless.press(notice(composer, name="\ue000"), hand=False)
    assert "Ana Ruiz" in words(fontless.press(notice(composer), hand=False))


def test_the_same_notice_is_the_same_bytes(composer, fontless):
    assert fontless.press(notice(composer), hand=True) == LetterPress([]).press(notice(composer), hand=True)


def test_threads_share_a_press(composer, fontless):
    names = [f"Person {number}" for number in range(12)]
    with ThreadPoolExecutor(3) as pool:
        letters = list(pool.map(lambda name: words(fontless.press(notice(composer, name=name), hand=False)), names))
    assert all(f"{name} 1 Main" in letter for name, letter in zip(names, letters, strict=True))


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_text_becomes_code(text):
    # What typst reads out of the quoted string is what went in.
    source = f"#metadata(json(bytes({_quoted({'x': text})})).x) <it>"
    with tempfile.TemporaryDirectory() as folder:
        found = typst.Compiler(source.encode(), root=folder, ignore_system_fonts=True).query("<it>", field="value", one=True)
    assert orjson.loads(found) == text
