"""The gallery: everything is in it, nobody real is, nothing in it is code, and it takes no other folder's place."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from tidings.errors import ConfigError, NoticeError
from tidings.finding import Finding
from tidings.incident import load_incident
from tidings.notices import Catalogs, LetterPress, voice
from tidings.notices.catalog import Catalog
from tidings.notices.composer import Composer
from tidings.notices.digest import digests
from tidings.notices.marks import plain_line
from tidings.notices.preview import Gallery, Price, ProofPress
from tidings.notices.preview.folder import MARK
from tidings.notices.preview.people import LONGEST, invented
from tidings.notices.preview.pieces import Refused, groups
from tidings.notices.preview.proofs import size

EXAMPLE = Path(__file__).parents[3] / "config/incidents/example"
INCIDENT = load_incident(EXAMPLE)
CATALOGS = Catalogs.load(incident=EXAMPLE)
CODE = "K7Q2-M9XD"
HOSTILE = ['#panic("x")', "{$x} {{ x }} {% x %}", "<script>alert(1)</script>", "%s %n", "A\u202eB\u2067C", "N" * 300, "&amp;"]


class Page(HTMLParser):
    """A page's words, tags, and the files that it names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.tags, self.files = "", [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.files += [value for name, value in attrs if name in ("href", "src") and not value.startswith("#")]

    def handle_data(self, data):
        self.words += data


def read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def hostile(_language):
    somebody = invented("en")[0]
    return [
        replace(somebody, slug=f"trap-{number}", record=replace(somebody.record, name=name))
        for number, name in enumerate(HOSTILE)
    ]


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    """Every language, without letters."""
    out = tmp_path_factory.mktemp("quick") / "gallery"
    finding = Finding("texts/ar.ftl", 7, "text.stale", "<b>its English</b> was changed", "look at it")
    gallery = Gallery(INCIDENT, EXAMPLE, lambda language: [finding] if language == "ar" else [], price=Price.read("0.0083 USD"))
    return out, gallery.write(out)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """English and Arabic, with letters."""
    out = tmp_path_factory.mktemp("full") / "gallery"
    return out, Gallery(INCIDENT, EXAMPLE, press=ProofPress([Path("/usr/share/fonts")])).write(out, ["ar"])


# --- what is in it --------------------------------------------------------------------------------------------------------


def test_every_language_has_a_page_and_the_index_its_name_state_and_digest(quick):
    out, pages = quick
    index = read(out / "index.html")
    assert pages.languages[0] == "en"
    assert set(pages.languages) == set(CATALOGS.languages)
    assert pages.digests == digests(CATALOGS)
    for language in pages.languages:
        assert f"{language}/index.html" in index.files
        assert pages.digests[language] in index.words
        assert pages.digests[language] in read(out / language / "index.html").words
    assert "العربية" in index.words
    assert index.words.count("machine-draft") == len(pages.languages) - 1 + 1  # and what it means


@pytest.mark.parametrize("language", CATALOGS.languages)
def test_every_notice_stands_on_a_page_beside_its_english(language, quick):
    out, _pages = quick
    page, composer = read(out / language / "index.html"), Composer(INCIDENT, CATALOGS)
    for group in groups(composer, language, invented(language)):
        assert any(attributes.get("id") == group.slug for _tag, attributes in page.tags)
        for piece in group.pieces:
            assert any(attributes.get("id") == piece.slug for _tag, attributes in page.tags)
            assert not isinstance(piece.made, Refused), (piece.slug, piece.made)
    for tag in (language, "en"):
        assert composer.sms(tag, CODE) in page.words
        assert composer.whatsapp(tag, CODE).shown in page.words
        assert composer.whatsapp(tag, CODE).body in page.words
        assert composer.email(tag, CODE).subject in page.words
    assert composer.email(language, CODE).text.strip() in page.words
    assert (out / language / "teaser-email.html").read_text(encoding="utf-8") == composer.email(language, CODE).html


def test_what_reads_from_right_to_left_says_so_wherever_it_stands(quick):
    out, _pages = quick
    stated = [it["dir"] for _tag, it in read(out / "ar/index.html").tags if it.get("lang") == "ar"]
    assert set(stated) == {"rtl"}
    assert len(stated) > len(CATALOGS["ar"].sentences)
    assert {it["dir"] for _tag, it in read(out / "ar/index.html").tags if it.get("lang") == "en" and "dir" in it} == {"ltr"}


def test_a_text_message_shows_its_segments_and_what_they_cost(quick):
    out, _pages = quick
    words = read(out / "en/index.html").words
    assert "1 segment, 146 units of GSM-7, 0.0083 USD" in words


def test_without_a_price_only_segments_are_shown(full):
    out, _pages = full
    words = read(out / "en/index.html").words
    assert "1 segment, 146 units of GSM-7\n" in words
    assert "USD" not in words


@pytest.mark.parametrize(("text", "segments", "cost"), [("0.0083 USD", 2, "0.0166 USD"), ("5 XOF", 3, "15 XOF")])
def test_segments_cost_what_the_contract_says(text, segments, cost):
    assert Price.read(text).of(segments) == cost


def test_findings_stand_on_their_languages_page_as_text(quick):
    out, pages = quick
    page = read(out / "ar/index.html")
    assert "<b>its English</b> was changed" in page.words
    assert "texts/ar.ftl:7" in page.words
    assert not any(tag == "b" for tag, _attributes in page.tags)
    assert "text.stale" not in read(out / "es/index.html").words
    assert pages.findings == 1


def test_every_sentence_stands_beside_its_english_with_its_state(quick):
    out, _pages = quick
    words = read(out / "es/index.html").words
    for name in CATALOGS["en"].sentences:
        assert name in words
    assert words.count("machine-draft") >= len(CATALOGS["en"].sentences)


def test_letters_are_there_as_pdf_and_as_a_picture_of_each_page(full):
    out, _pages = full
    if not LetterPress([Path("/usr/share/fonts")]).fonts_for("ar"):
        pytest.skip("no font for ar here: bin/fonts installs them")
    assert (out / "ar/full-letter-long.pdf").read_bytes().startswith(b"%PDF")
    for file in out.rglob("*.png"):
        width, height = size(file.read_bytes())
        assert width / height == pytest.approx(8.5 / 11, abs=0.01)
    pictures = [it for it in read(out / "ar/index.html").tags if it[0] == "img"]
    assert len(pictures) == len(list((out / "ar").glob("*.png"))) > 7
    assert (out / "run-sheet/run-sheet.pdf").is_file()


def test_a_call_is_shown_in_the_words_that_a_machine_says():
    composer = Composer(INCIDENT, CATALOGS)
    for language in set(voice.voices()) & set(CATALOGS.languages):
        call = composer.voice(language, CODE, "https://notice.example.org/voice", "")
        said = voice.script(CATALOGS[language], INCIDENT.organisation, CODE)
        for twiml, words in ((call.ask, said.ask), (call.message, said.message), (call.stopped, said.stopped)):
            spoken = re.findall(r"<Say[^>]*>([^<]*)</Say>", twiml)
            assert spoken == [voice.escape(voice.bare(sentence)) for sentence in words]


def test_in_a_right_to_left_language_a_whatsapp_message_marks_where_numbers_begin():
    # Without the mark U+200E a phone shows the groups of a number in the wrong order.
    shown = Composer(INCIDENT, CATALOGS).whatsapp("ar", CODE).shown
    for value in ("+1 800 555 0100", CODE, "notice.example.org"):
        assert f"\u200e{value}" in shown
    assert "\u200e" not in Composer(INCIDENT, CATALOGS).whatsapp("es", CODE).shown


# --- what cannot be sent --------------------------------------------------------------------------------------------------


def test_a_notice_that_cannot_be_composed_is_there_as_the_reason():
    broken = Catalog("es", "teaser-sms = { $web } { $hotline } { $code } " + "x" * 160 + "\n")
    catalogs = Catalogs({"en": CATALOGS["en"], "es": broken})
    made = {it.slug: it.made for group in groups(Composer(INCIDENT, catalogs), "es", invented("es")) for it in group.pieces}
    assert made["teaser-sms"] == Refused.of(NoticeError(NoticeError.Code.TOO_LONG, "es.ftl: teaser-sms"))
    assert {it.code for it in made.values()} == {"notice.too_long", "notice.bad_message"}


def test_a_letter_without_a_font_is_there_as_the_reason_and_names_the_package(tmp_path):
    pages = Gallery(INCIDENT, EXAMPLE, press=ProofPress([])).write(tmp_path / "out", ["ar"])
    words = read(tmp_path / "out/ar/index.html").words
    assert pages.refused > 0
    assert "font.missing" in words
    assert "apt-get install fonts-noto-core fonts-droid-fallback" in words
    assert (tmp_path / "out/en/full-letter-plain.pdf").is_file()


def test_a_language_without_a_catalog_is_refused(tmp_path):
    with pytest.raises(NoticeError) as caught:
        Gallery(INCIDENT, EXAMPLE).write(tmp_path / "out", ["tlh"])
    assert (caught.value.code, caught.value.where) == (NoticeError.Code.NO_LANGUAGE, "tlh")
    assert list(tmp_path.iterdir()) == []


def test_when_a_supplement_goes_out_the_page_says_so():
    later = Composer(INCIDENT.model_copy(update={"version": 3}), CATALOGS)
    notes = {group.slug: group.note for group in groups(later, "en", invented("en"))}
    assert notes["supplement"] == "This goes out now."
    assert notes["teaser"].startswith("This does not go out now")


# --- nothing in it is code, and nobody real is there --------------------------------------------------------------------------


def test_names_are_only_ever_text_in_pages_mails_and_letters(tmp_path):
    out = tmp_path / "out"
    press = ProofPress([Path("/usr/share/fonts")])
    whole = Gallery(INCIDENT, EXAMPLE, press=press, people=hostile).write(out, ["en"])
    assert whole.refused == 0
    page = read(out / "en/index.html")
    shown = " ".join(page.words.split())
    for number, name in enumerate(HOSTILE):
        assert plain_line(name) in shown
        mail = read(out / f"en/full-email-trap-{number}.html")
        assert plain_line(name) in " ".join(mail.words.split())
        letter = "".join(page.extract_text() for page in PdfReader(out / f"en/full-letter-trap-{number}.pdf").pages)
        assert "".join(plain_line(name).split()) in "".join(letter.replace("\u200b", "").split())
        assert not any(tag == "script" for tag, _attributes in [*page.tags, *mail.tags])


def test_what_an_incident_says_is_only_ever_text(tmp_path):
    office = INCIDENT.organisation.model_copy(update={"name": "<img src=x onerror=alert(1)>"})
    Gallery(INCIDENT.model_copy(update={"organisation": office}), EXAMPLE).write(tmp_path / "out", ["en"])
    for file in (tmp_path / "out").rglob("*.html"):
        page = read(file)
        assert not any(tag in ("img", "script") for tag, _attributes in page.tags)
    assert office.name in read(tmp_path / "out/index.html").words


def test_the_people_are_invented_and_include_a_long_name_and_one_that_turns_around():
    for language in CATALOGS.languages:
        plain, long, turned = invented(language)
        assert len(long.record.name) == LONGEST
        assert {plain.record.language, long.record.language, turned.record.language} == {language}
    assert re.search("[\u0600-\u06ff]", invented("en")[2].record.name)
    assert re.search("[A-Z]", invented("ar")[2].record.name)


def test_a_page_needs_no_script_and_no_network_and_every_file_that_it_names_is_there(full):
    out, _pages = full
    for file in out.rglob("*.html"):
        text, page = file.read_text(encoding="utf-8"), read(file)
        assert not re.search(r"https?:|//|url\(|@import", re.sub(r"<!DOCTYPE html>", "", text))
        assert not any(tag == "script" or any(name.startswith("on") for name in it) for tag, it in page.tags)
        assert [it for it in page.files if not (file.parent / unquote(it)).is_file()] == []
        assert all("sandbox" in it for tag, it in page.tags if tag == "iframe")


# --- the folder -----------------------------------------------------------------------------------------------------------


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_texts_give_the_same_gallery_and_a_second_run_takes_the_firsts_place(tmp_path):
    gallery, out = Gallery(INCIDENT, EXAMPLE), tmp_path / "deep/er/out"
    gallery.write(out, ["es", "fr"])
    first = contents(out)
    gallery.write(out, ["es", "fr"])
    assert contents(out) == first
    gallery.write(out, ["es"])
    assert not (out / "fr").exists()
    assert [it.name for it in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("theirs", ["notes.txt", "es/mine.html"])
def test_a_folder_that_holds_anything_else_is_left_as_it_is(theirs, tmp_path):
    out = tmp_path / "out"
    Gallery(INCIDENT, EXAMPLE).write(out, ["es"])
    (out / theirs).write_text("mine")
    before = contents(out)
    with pytest.raises(ConfigError) as caught:
        Gallery(INCIDENT, EXAMPLE).write(out, ["es"])
    assert caught.value.code is ConfigError.Code.BAD_USE
    assert contents(out) == before


def test_a_folder_or_file_that_was_not_made_here_is_refused_and_an_empty_folder_is_not(tmp_path):
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/mine").write_text("mine")
    (tmp_path / "empty").mkdir()
    for name in ("file", "folder"):
        with pytest.raises(ConfigError):
            Gallery(INCIDENT, EXAMPLE).write(tmp_path / name, ["en"])
    Gallery(INCIDENT, EXAMPLE).write(tmp_path / "empty", ["en"])
    assert (tmp_path / "empty" / MARK).is_file()
    assert sorted(it.name for it in tmp_path.iterdir()) == ["empty", "file", "folder"]


def test_what_goes_wrong_half_way_leaves_the_gallery_before_as_it_was(tmp_path):
    out = tmp_path / "out"
    Gallery(INCIDENT, EXAMPLE).write(out, ["es"])
    before = contents(out)

    def stop(_language):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Gallery(INCIDENT, EXAMPLE, stop).write(out, ["fr"])
    assert contents(out) == before
    assert [it.name for it in tmp_path.iterdir()] == ["out"]


def test_progress_is_told_to_its_end(tmp_path):
    heard = []
    Gallery(INCIDENT, EXAMPLE).write(tmp_path / "out", ["es"], lambda done, total: heard.append((done, total)))
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


# --- digests --------------------------------------------------------------------------------------------------------------


def test_a_digest_is_of_the_words_and_of_nothing_else():
    def digest(text, own=(), language="es"):
        return digests(Catalogs({language: Catalog(language, text, own=own)}))[language]

    text = "# a comment\na = One\nb = Two\n"
    assert re.fullmatch("[0-9a-f]{64}", digest(text))
    assert digest(text) == digest("b = Two\na = One\n")
    others = [digest("a = One\nb = Twó\n"), digest("a = One\n"), digest("ab = Two\na = One\n"), digest(text, language="fr")]
    assert len({digest(text), *others}) == 5
    assert digest(text, own=["a", "b"]) != digest(text, own=["b", "a"])  # the notice prints them in this order


def test_an_incidents_own_sentence_is_in_the_digest():
    alone, together = Catalog("es", "a = One\n"), Catalog("es", "a = One\n", "a = Two\n")
    assert digests(Catalogs({"es": alone})) != digests(Catalogs({"es": together}))
