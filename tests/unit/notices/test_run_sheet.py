"""The run sheet as PDF: what a guard needs, and nothing of what the letters are about."""

from __future__ import annotations

import io
import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tidings.errors import NoticeError
from tidings.incident import Incident, load_incident
from tidings.model import Flag, HandOver
from tidings.notices import LetterPress, SheetEntry, press_sheet
from tidings.notices.catalog import FOLDER
from tidings.notices.run_sheet import WORDS, english_name
from tidings.record import Record

CODE, PLACE, DAY = "4K7Q-M9XD-TR2W", "Batavia East, Batavia, NY 14020", date(2026, 11, 25)
BORN = date(1984, 6, 3)
HAN = "欧阳赫萱"


@pytest.fixture(scope="module")
def incident() -> Incident:
    return load_incident(Path(__file__).parents[3] / "config/incidents/example")


PRESS = LetterPress([Path("/usr/share/fonts")])
FONTLESS = LetterPress([])


def entry(line: int = 1, letter: str = "es", **record: object) -> SheetEntry:
    facts: dict[str, object] = {"name": "Ana Ruiz", "date_of_birth": BORN, "language": "es"}
    return SheetEntry(line, Record(**{**facts, **record}), letter)  # type: ignore[arg-type]


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().replace("\u200b", "").split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def text(incident: Incident, *entries: SheetEntry, press: LetterPress = PRESS, place: str = PLACE) -> str:
    return " ".join(pages(press_sheet(press, incident, CODE, place, entries, DAY)))


def test_it_says_where_from_whom_and_what_to_do(incident):
    said = text(incident, entry())
    for words in (PLACE, "A letter from: Notice Office", "Letters: 1", "November 25, 2026", CODE, "closed", "still held here"):
        assert words in said
    assert "Send this sheet back to Notice Office, PO Box 100" in said


def test_a_line_has_the_number_the_name_the_birth_date_the_language_and_a_box_for_each_outcome(incident):
    said = text(incident, entry(7))
    for words in ("7", "Ana Ruiz", "Born June 3, 1984", "Spanish", "español", "Letter in Spanish", "Sign here", "Date"):
        assert words in said
    boxes = re.findall(rf"^sheet-(?:{'|'.join(HandOver)}) = (.+)$", WORDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(boxes) == len(HandOver)
    assert all(box in said for box in boxes)


def test_it_reveals_nothing_of_what_the_letters_are_about(incident):
    said = text(incident, entry(nationality="VE", flags=frozenset(Flag), reference="A200000001")).casefold()
    revealing = set(tomllib.loads((FOLDER.parent / "revealing.toml").read_text(encoding="utf-8"))["en"])
    allowed = {"detain", "deport"}  # the place knows that it holds people
    assert {word for word in revealing if word in said} <= allowed
    for word in ("breach", "agency", "asylum", "website", "leak", "venezuel", "a200000001", "unsafe"):
        assert word not in said


@pytest.mark.parametrize(
    ("record", "letter", "needs"),
    [
        ({"language": "es"}, "es", ""),
        ({"language": "pt"}, "pt-BR", ""),
        ({"language": "mam"}, "es", "Interpreter or audio"),
        ({"language": ""}, "en", "Interpreter or audio"),
        ({"language": "es", "flags": frozenset({Flag.CANNOT_READ})}, "es", "Cannot read: interpreter or audio"),
    ],
)
def test_it_says_who_must_hear_it(record, letter, needs, incident):
    said = text(incident, entry(letter=letter, **record))
    line = said.partition("Ana Ruiz")[2]
    assert (needs in line) if needs else ("nterpreter" not in line)


def test_every_page_has_the_code_its_number_and_the_columns_names(incident):
    entries = [entry(number, name=f"Person Number{number}") for number in range(1, 121)]
    found = pages(press_sheet(PRESS, incident, CODE, PLACE, entries, DAY))
    assert len(found) > 10
    for number, page in enumerate(found, 1):
        assert f"Sheet {CODE}" in page
        assert f"Page {number} of {len(found)}" in page
        assert "Name and birth date" in page
    assert all(sum(f"Number{number} " in page for page in found) == 1 for number in range(1, 121)), "no line is cut in two"


def test_it_claims_to_be_archival_and_accessible_and_its_title_names_no_place(incident):
    reader = PdfReader(io.BytesIO(press_sheet(PRESS, incident, CODE, PLACE, [entry()], DAY)))
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>" in metadata
    assert reader.metadata is not None
    assert reader.metadata.title == f"Run sheet {CODE}"
    assert not {"Ana", "Batavia", "Agency"} & set(re.findall(r"\w+", metadata + str(dict(reader.metadata))))


def test_the_same_sheet_is_the_same_bytes(incident):
    one, other = (press_sheet(LetterPress([]), incident, CODE, PLACE, [entry(), entry(2)], DAY) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(
    "name", ['#panic("x") $x^2$ *b* @ref \\ //', '"); panic("x', "Ev\u202eil\u2067 Bidi", "W" * 300, "a b " * 500]
)
def test_a_hostile_name_is_text_and_stays_on_the_paper(name, incident):
    said = text(incident, entry(name=name), entry(2, name="Bea After"))
    assert "Bea After" in said
    assert not {"\u202e", "\u2067"} & set(said)
    if len(name) == 300:
        assert said.replace(" ", "").count("W") >= 300


def test_one_name_that_no_font_prints_keeps_nobody_else_waiting(incident):
    said = text(incident, entry(1, name="Ana"), entry(2, name=HAN, language="zh-Hans"), entry(3, name="Bea"), press=FONTLESS)
    assert "see the envelope" in said
    assert said.index("Ana") < said.index("see the envelope") < said.index("Bea")
    assert said.count("see the envelope") == 1
    with pytest.raises(NoticeError) as refused:
        text(incident, entry(), press=FONTLESS, place=HAN)
    assert refused.value.code is NoticeError.Code.NO_FONT
    assert HAN not in str(refused.value)


def test_who_has_no_name_or_no_birth_date_gets_a_word_about_it(incident):
    said = text(incident, entry(name="", date_of_birth=None))
    assert "hand nothing over" in said
    assert "Birth date not known" in said


@pytest.mark.parametrize(
    ("tag", "name"),
    [("zh-Hans", "Simplified Chinese"), ("mam", "Mam"), ("es-419", "Latin American Spanish"), ("xx", "xx"), ("", "")],
)
def test_a_language_is_called_by_its_english_name(tag, name):
    assert english_name(tag) == name


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_a_list_says_is_text(name, place):
    incident = load_incident(Path(__file__).parents[3] / "config/incidents/example")
    try:
        pdf = press_sheet(PRESS, incident, CODE, f"Place {place}", [entry(name=name), entry(2, name="Bea After")], DAY)
    except NoticeError as error:
        assert error.code is NoticeError.Code.NO_FONT  # noqa: PT017 - the place's name may be in no font
    else:
        assert "Bea After" in " ".join(pages(pdf))
