"""Rows to records: by the example incident's own columns."""

import csv
import io
from datetime import date
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.errors import ConfigError, ListError
from tidings.incident import load_incident
from tidings.model import Flag, Kind, Owner
from tidings.people import ListSource, Reader, load_columns, write_dry_run
from tidings.people.columns import Field, Rule

EXAMPLE = Path(__file__).parents[3] / "config" / "incidents" / "example"
HEADER = tuple(
    next(csv.reader(io.StringIO((EXAMPLE / "affected_persons.csv").read_text(encoding="utf-8-sig").partition("\n")[0])))
)
COLUMNS = load_columns(EXAMPLE)
INCIDENT = load_incident(EXAMPLE)
READER = Reader(COLUMNS, HEADER, INCIDENT)


def read(**cells):
    return READER.read(1, [cells.get(name, "") for name in HEADER])


def test_a_full_row_becomes_a_record():
    reading = read(
        a_number="A042 800 275", last_name="RUEDA", first_name="FNU", date_of_birth="06/14/1984", nationality="Cuban",
        language="Spansih",
        custody_status="Detained", detention_facility="Eloy South", phone="(817)555-0186 (mother)", email="<A@Example.org>",
        attorney="Michele Haley", attorney_contact="m@legal.example.com; 636.555171", contact_notes="no sabe leer",
    )  # fmt: skip
    record = reading.record
    assert reading.refused == ()
    assert (record.reference, record.name, record.date_of_birth) == ("A042800275", "RUEDA", date(1984, 6, 14))
    assert (record.nationality, record.language, record.facility) == ("CU", "es", "Eloy South")
    assert [(p.e164, p.sure, p.owner) for p in record.phones] == [("+18175550186", True, Owner.RELATIVE)]
    assert (record.emails, record.attorney_emails) == (("a@example.org",), ("m@legal.example.com",))
    assert [(p.e164, p.sure) for p in record.attorney_phones] == [("+16365550171", False)]
    assert record.flags == {Flag.DETAINED, Flag.REPRESENTED, Flag.CANNOT_READ}
    assert {Kind.NAME, Kind.REFERENCE, Kind.PHONE, Kind.ATTORNEY, Kind.NOTES} <= record.kinds
    assert Kind.ADDRESS not in record.kinds


@pytest.mark.parametrize("marker", ["", " ", "N/A", "null", "-", "UNKNOWN", "no tiene", "(   )   -", "?", "ninguno", "#N/A"])
def test_a_marker_for_nothing_is_not_data_that_was_exposed(marker):
    reading = read(a_number="A042800275", phone=marker, email=marker, attorney=marker, custody_status="Released")
    assert reading.record.kinds == {Kind.REFERENCE, Kind.CUSTODY}
    assert (reading.record.flags, reading.remarks) == (frozenset(), ())


@pytest.mark.parametrize("status", ["", "N/A", "Sent away", "?"])
def test_a_custody_that_is_empty_or_not_understood_is_never_taken_for_released(status):
    assert read(a_number="A042800275", custody_status=status).record.flags == {Flag.CUSTODY_UNKNOWN}


def test_a_list_that_has_no_custody_column_says_nothing_of_custody():
    assert Reader(COLUMNS, ("a_number",), INCIDENT).read(1, ["A042800275"]).record.flags == frozenset()


def test_a_note_about_the_phone_holds_for_every_phone_of_the_row():
    record = read(a_number="A042800275", phone="305-555-0123", phone_alt="786-555-0199", contact_notes="phone is cousin's").record
    assert [phone.owner for phone in record.phones] == [Owner.RELATIVE, Owner.RELATIVE]


def test_contacts_in_each_others_column_are_found():
    record = read(a_number="A042800275", phone="a@example.org", email="305-555-0123").record
    assert ([phone.e164 for phone in record.phones], record.emails) == (["+13055550123"], ("a@example.org",))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "row.no_reference"),
        ("n/a", "row.no_reference"),
        ("12345", "row.bad_reference"),
        ("A042800275 A042800276", "row.two_references"),
    ],
)
def test_a_row_without_a_reference_is_refused_and_keeps_the_rest(number, code):
    reading = read(a_number=number, email="a@example.org")
    assert (reading.refused, reading.record.emails) == ((code,), ("a@example.org",))


def test_a_row_with_a_comma_too_many_is_refused_and_not_read():
    cells = ["1", "A042800275", *[""] * 12, "305-555-0123", *[""] * 5, "x"]
    reading = READER.read(7, cells)
    assert (reading.row, reading.refused, reading.record.phones) == (7, ("row.too_many_cells",), ())


def test_empty_cells_too_many_do_no_harm_and_missing_ones_are_remarked():
    assert READER.read(1, ["1", "A042800275", *[""] * 30]).refused == ()
    assert READER.read(1, ["1", "A042800275"]).remarks == (("", "row.short"),)


def test_a_header_repeated_among_the_rows_is_nobody():
    assert READER.read(9, HEADER).refused == ("row.is_header",)


def test_a_cell_that_is_not_understood_is_remarked_by_column():
    reading = read(a_number="A042800275", date_of_birth="02/30/1990", custody_status="Sent away")
    assert set(reading.remarks) == {("date_of_birth", "date.impossible"), ("custody_status", "custody.unknown")}


def test_headers_are_known_in_any_spelling_and_order():
    reader = Reader(COLUMNS, ["E-MAIL", " Alien Number ", "Fecha de Nacimiento", "Shoe size"], INCIDENT)
    record = reader.read(1, ["a@example.org", "42800275", "13/02/1970", "42"]).record
    assert (record.reference, record.emails, record.date_of_birth) == ("A042800275", ("a@example.org",), date(1970, 2, 13))
    assert Kind.OTHER in record.kinds


@pytest.mark.parametrize(
    ("header", "code"), [(["Ana", "Lopez"], ListError.Code.NO_HEADER), (["phone", "email"], ListError.Code.NO_REFERENCE)]
)
def test_a_list_that_cannot_be_joined_is_refused(header, code):
    with pytest.raises(ListError) as caught:
        Reader(COLUMNS, header, INCIDENT)
    assert caught.value.code is code


def test_a_reading_shows_nothing_of_the_person():
    reading = read(a_number="A042800275", email="a@example.org")
    assert "example.org" not in f"{reading!r} {reading.record} {reading.record.phones!r}"


@given(st.lists(st.text(max_size=40), max_size=25))
@settings(max_examples=60)
def test_no_row_makes_the_reader_fail(cells):
    reading = READER.read(3, cells)
    assert reading.row == 3
    assert reading.record.to_bytes()
    assert reading.record.reference or reading.record.name or reading.refused


def test_a_dry_run_counts_and_gives_one_line_a_row(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("a_number,phone\nA042800275,305-555-0123\n\n42800275,1111111111\nnone,\n", encoding="utf-8")
    out = io.BytesIO()
    counts = write_dry_run(ListSource(path), COLUMNS, INCIDENT, out)
    lines = [orjson.loads(line) for line in out.getvalue().splitlines()]
    assert counts == {
        "rows": 3,
        "persons": 1,
        "refused": 1,
        "phone.unreadable": 1,
        "row.no_reference": 1,
        "skipped": 0,
        "sheets": 0,
    }
    assert [(line["row"], line["person"], line["phones"]) for line in lines] == [
        (1, 1, ["+13055550123"]),
        (2, 1, []),
        (3, None, []),
    ]


def test_a_dry_run_names_the_list_that_it_refuses(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("phone\n305-555-0123\n", encoding="utf-8")
    with pytest.raises(ListError, match=r"list\.csv"):
        write_dry_run(ListSource(path), COLUMNS, INCIDENT, io.BytesIO())


@pytest.mark.parametrize(
    "text",
    ["empty = [", 'empty = []\n[[column]]\nheaders = ["a"]\nfield = "shoe"',
     'empty = []\n[custody]\nlost = []\n[[column]]\nheaders = ["a"]',
     'empty = []\n[[column]]\nheaders = ["a b"]\n[[column]]\nheaders = ["A_B"]\nfield = "name"'],
)  # fmt: skip
def test_bad_columns_are_an_error_that_names_the_file(tmp_path, text):
    (tmp_path / "columns.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"columns\.toml"):
        load_columns(tmp_path)


def test_missing_columns_are_an_error(tmp_path):
    with pytest.raises(ConfigError):
        load_columns(tmp_path)


def test_the_example_maps_every_field_but_the_whole_name_from_the_sample():
    assert {rule.field for rule in COLUMNS.rules_of(HEADER)} - {None} == set(Field) - {Field.FULL_NAME}


# --- several columns of one field -----------------------------------------------------------------------------------------


def read_as(*columns):
    """Reads one row of (header, field, cell)."""
    rules = COLUMNS.with_rules(Rule(headers=(header,), field=field) for header, field, _ in columns if field)
    header = ("a_number", *(header for header, _, _ in columns))
    return Reader(rules, header, INCIDENT).read(1, ["A042800275", *(cell for _, _, cell in columns)]).record


def test_parts_of_an_address_are_joined_in_the_lists_order():
    record = read_as(
        ("Street 1", Field.ADDRESS, "632 Myers Dam"), ("Unit #", Field.ADDRESS, ""), ("Town", Field.ADDRESS, "Zachary"),
        ("St.", Field.ADDRESS, "GA"), ("Postcode", Field.ADDRESS, "43575"),
    )  # fmt: skip
    assert record.address == "632 Myers Dam, Zachary, GA, 43575"


def test_a_whole_name_stays_as_the_list_has_it():
    assert read_as(("Name (Last, First)", Field.FULL_NAME, "RUEDA BUSTOS, Vilma")).name == "RUEDA BUSTOS, Vilma"


def test_two_surnames_are_joined_in_the_lists_order():
    columns = [("Ap. Paterno", Field.LAST_NAME, "Rueda"), ("Ap. Materno", Field.LAST_NAME, "Bustos")]
    assert read_as(*columns, ("Nombres", Field.FIRST_NAME, "Vilma")).name == "Vilma Rueda Bustos"


def test_an_attorneys_phone_and_email_may_stand_in_two_columns_and_are_never_the_persons():
    record = read_as(
        ("Atty Ph", Field.ATTORNEY_CONTACT, "(636) 555-0171"), ("Atty E-mail", Field.ATTORNEY_CONTACT, "m@legal.example.com")
    )
    assert ([phone.e164 for phone in record.attorney_phones], record.attorney_emails) == (
        ["+16365550171"],
        ("m@legal.example.com",),
    )
    assert (record.phones, record.emails) == ((), ())


def test_of_several_columns_of_languages_the_first_that_says_one_counts():
    columns = [("Lang 1", Field.LANGUAGE, "Other"), ("Lang 2", Field.LANGUAGE, "Mam"), ("Lang 3", Field.LANGUAGE, "Spanish")]
    assert read_as(*columns).language == "mam"


def test_a_phones_type_is_no_phone():
    record = read_as(("phone_type", None, "mobile"), ("Phone", Field.PHONE, "(305) 555-0123"))
    assert [phone.e164 for phone in record.phones] == ["+13055550123"]


def test_a_header_of_marks_alone_is_its_own_and_no_header_is_none():
    assert COLUMNS.rule("#").kind is None
    assert COLUMNS.rule("") is COLUMNS.rule("***") is COLUMNS.rule("  ") is None
