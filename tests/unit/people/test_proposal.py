"""What a column seems to be: never sure and wrong, and never a cell in what it says."""

import tomllib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.errors import ListError
from tidings.incident import load_incident
from tidings.model import Kind
from tidings.people import ListSource, check_columns, knows_header, load_columns, propose, take_sample
from tidings.people.columns import Field, Rule
from tidings.people.headers import OWN_CONTACT
from tidings.people.proposal import Problem, Sure

EXAMPLE = Path(__file__).parents[3] / "config" / "incidents" / "example"
COLUMNS = load_columns(EXAMPLE)
INCIDENT = load_incident(EXAMPLE)
NO_RULES = replace(COLUMNS, rules={})
LISTS = tomllib.loads((Path(__file__).parents[2] / "data" / "lists_of_others.toml").read_text(encoding="utf-8"))


@pytest.fixture
def proposed(made):
    def make(name, columns=NO_RULES):
        header, rows = made(name)
        return propose(header, take_sample(rows), columns, INCIDENT)

    return make


NAMES = [
    f"{first} {last}"
    for first in ("Ana", "Luis", "Eva", "Juan", "Rosa")
    for last in ("Paz", "Rey", "Cruz", "Soto", "Luna", "Vega")
]


def of(header, *columns_of_cells, rules=NO_RULES):
    return propose(header, take_sample(zip(*columns_of_cells, strict=True)), rules, INCIDENT)


@pytest.mark.parametrize("rules", [NO_RULES, COLUMNS], ids=["no columns.toml", "the example's"])
@pytest.mark.parametrize("name", LISTS)
def test_nothing_is_sure_and_wrong(name, rules, proposed):
    """What columns.toml says stands, if its cells are not plainly something else."""
    wrong = []
    for column, (header, _, expected) in zip(proposed(name, rules).columns, LISTS[name]["columns"], strict=True):
        is_sure = column.sure is Sure.SURE or (column.sure is Sure.LIKELY and column.field in OWN_CONTACT)
        if is_sure and not column.ruled and (column.field or "") != expected:
            wrong.append((header, column.field))
    assert wrong == []


@pytest.mark.parametrize("name", LISTS)
def test_what_should_be_asked_is_asked_and_little_besides(name, proposed):
    asked = {column.header for column in proposed(name).columns if column.sure is Sure.ASKS}
    assert asked == set(LISTS[name]["ask"])


@pytest.mark.parametrize("name", [name for name in LISTS if name != "headers that lie"])
def test_the_rest_is_as_its_makers_meant_it(name, proposed):
    for column, (header, _, expected) in zip(proposed(name).columns, LISTS[name]["columns"], strict=True):
        if header not in LISTS[name]["ask"]:
            assert (header, column.field or "") == (header, expected)


@pytest.mark.parametrize("name", LISTS)
def test_without_its_header_row_a_list_is_known_by_its_cells_and_not_one_is_shown(name, made):
    _, rows = made(name)
    proposal = propose(rows[0], take_sample(rows[1:]), COLUMNS, INCIDENT)
    assert proposal.headless
    assert [column.header for column in proposal.columns] == [f"column {number + 1}" for number in range(len(rows[0]))]
    assert not any(column.name or column.field in OWN_CONTACT or column.sure is Sure.SURE for column in proposal.columns)
    with pytest.raises(ListError) as caught:
        check_columns("list.csv", rows[0], rows[1:], COLUMNS, INCIDENT)
    assert caught.value.code is ListError.Code.NO_HEADER
    assert caught.value.where == "list.csv"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_with_a_header_row_is_not_taken_for_one_without(name, proposed):
    assert not proposed(name).headless


@pytest.mark.parametrize("shift", [1, 2, 3, 5])
@pytest.mark.parametrize("name", ["an agency's export", "a law clinic's export", "in French"])
def test_columns_shifted_against_their_headers_are_caught(name, shift, made):
    header, straight = made(name)
    rows = [row[-shift:] + row[:-shift] for row in straight]
    sample = take_sample(rows)
    meant = [column[2] for column in LISTS[name]["columns"]]
    there = meant[-shift:] + meant[:-shift]
    proposal = propose(header, sample, NO_RULES, INCIDENT)
    assert sum(column.sure is Sure.ASKS for column in proposal.columns) >= 4
    for column, expected in zip(proposal.columns, there, strict=True):
        if column.field in (Field.PHONE, Field.EMAIL, Field.REFERENCE, Field.DATE_OF_BIRTH) and column.sure is Sure.SURE:
            assert column.field == expected


def test_the_sample_list_is_settled_by_its_own_columns_toml():
    table = ListSource(EXAMPLE / "affected_persons.csv").open(COLUMNS)
    rows = [row.cells for row in table.rows][:1500]
    proposal = propose(table.header, take_sample(rows), COLUMNS, INCIDENT)
    assert proposal.settled
    assert {column.sure for column in proposal.columns} == {Sure.SURE}
    check_columns("list.csv", table.header, rows, COLUMNS, INCIDENT)


def test_a_percentage_says_what_speaks_against_a_header():
    phones = [f"(305) 555-{number:04}" for number in range(100, 150)]
    (column, _) = of(("E-mail", "A#"), phones, [f"A{100_000_000 + i}" for i in range(50)]).columns
    assert column.why == "header known; but 0 % of its cells are e-mail addresses, 100 % of its cells are phone numbers"
    assert (column.field, column.sure) == (None, Sure.ASKS)
    assert [choice.field for choice in column.alternatives][:3] == [Field.EMAIL, Field.PHONE, Field.ATTORNEY_CONTACT]


def test_two_columns_of_numbers_are_not_both_what_joins_rows():
    first, second = [[f"A{base + i}" for i in range(30)] for base in (100_000_000, 200_000_000)]
    columns = of(("A#", "Alien number"), first, second).columns
    assert [(column.field, column.sure) for column in columns] == [(Field.REFERENCE, Sure.SURE), (None, Sure.ASKS)]


def test_where_nothing_else_joins_rows_another_number_is_asked_about():
    (column, _) = of(("Case No.", "Name"), [f"A{100_000_000 + i}" for i in range(30)], NAMES).columns
    assert (column.field, column.sure) == (None, Sure.ASKS)
    assert Field.REFERENCE in {choice.field for choice in column.alternatives}


def test_a_date_is_a_birth_date_only_if_its_header_says_so_or_somebody_does():
    births = [f"{1940 + i}-05-06" for i in range(60)]
    (column, _) = of(("Fecha", "A#"), births, [f"A{100_000_000 + i}" for i in range(60)]).columns
    assert (column.field, column.sure) == (None, Sure.ASKS)
    assert column.alternatives[0].field is Field.DATE_OF_BIRTH


def test_birth_dates_that_are_arrivals_are_asked_about():
    arrivals = [f"2025-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(60)]
    (column, _) = of(("DOB", "A#"), arrivals, [f"A{100_000_000 + i}" for i in range(60)]).columns
    assert (column.field, column.sure) == (None, Sure.ASKS)


def test_nationalities_that_are_nearly_all_the_agencys_own_country_are_asked_about():
    (column, _) = of(("Nationality", "A#"), ["USA"] * 40, [f"A{100_000_000 + i}" for i in range(40)]).columns
    assert column.sure is Sure.ASKS


def test_one_header_cannot_be_two_things():
    phones = [f"(305) 555-{100 + i:04}" for i in range(30)]
    emails = [f"x{i}@example.org" for i in range(30)]
    columns = of(("Phone", "phone ", "A#"), phones, emails, [f"A{100_000_000 + i}" for i in range(30)]).columns
    assert [column.sure for column in columns[:2]] == [Sure.ASKS, Sure.ASKS]


def test_a_name_of_a_column_is_known_by_either_vocabulary():
    assert all(knows_header(COLUMNS, name) for name in ("a_number", "Correo", "Atty Ph", "Sponsor phone"))
    assert not any(knows_header(COLUMNS, name) for name in ("", "Juan Pérez", "(305) 555-0123", "A042800275"))


def test_a_header_that_is_somebodys_number_is_not_shown_among_headers_that_are_known():
    columns = of(("A#", "Name", "(305) 555-0123", "2026-01-05"), *[["x"] * 5] * 4).columns
    assert [column.header for column in columns] == ["A#", "Name", "column 3", "column 4"]
    assert [column.name for column in columns][2:] == ["", ""]


# --- what an ingest refuses -----------------------------------------------------------------------------------------------

NUMBERS = [f"A{100_000_000 + i}" for i in range(30)]
PHONES = [f"(305) 555-{100 + i:04}" for i in range(30)]
OFFICES = ["(305) 555-0199", "(212) 555-0101", "(786) 555-0123"] * 10
LAWYERS = ["Ann Lee", "Bo Chen", "Cy Ruiz"] * 10


def refused(header, *cells, rules=COLUMNS):
    with pytest.raises(ListError) as caught:
        check_columns("list.csv", header, zip(*cells, strict=True), rules, INCIDENT)
    return caught.value.code, caught.value.where


def with_rule(header, field=None, kind=None):
    return COLUMNS.with_rules([Rule(headers=(header,), field=field, kind=kind)])


@pytest.mark.parametrize("header", ["Teléfono 3", "Sponsor phone", "Kontakt", "Correo de la persona", "Apellido Materno"])
def test_an_ingest_refuses_a_column_that_nobody_mapped_and_that_may_name_or_reach_people(header):
    assert refused(("a_number", header), NUMBERS, PHONES) == (ListError.Code.UNMAPPED, f"list.csv: {header}")


@pytest.mark.parametrize("kind", [Kind.OTHER, Kind.PHONE, Kind.ATTORNEY])
def test_an_officer_may_say_that_a_column_of_contacts_is_not_read(kind):
    check_columns(
        "list.csv",
        ("a_number", "Sponsor phone"),
        zip(NUMBERS, PHONES, strict=True),
        with_rule("Sponsor phone", kind=kind),
        INCIDENT,
    )


def test_an_ingest_takes_columns_that_nobody_knows_if_they_name_and_reach_nobody():
    check_columns(
        "list.csv", ("a_number", "Wristband colour"), zip(NUMBERS, ["blue", "red", "green"] * 10, strict=True), COLUMNS, INCIDENT
    )


def test_an_ingest_refuses_a_column_that_plainly_is_something_else():
    assert refused(("a_number", "date_of_birth"), NUMBERS, PHONES)[0] is ListError.Code.MISMAPPED
    assert refused(("a_number", "#"), NUMBERS, PHONES)[0] is ListError.Code.MISMAPPED


def test_an_ingest_refuses_a_plain_phone_that_is_the_attorneys():
    """columns.toml says `phone` is the person's; here everybody with one attorney has one phone."""
    assert refused(("a_number", "attorney", "phone"), NUMBERS, LAWYERS, OFFICES)[0] is ListError.Code.MISMAPPED
    check_columns("list.csv", ("a_number", "attorney", "phone"), zip(NUMBERS, LAWYERS, PHONES, strict=True), COLUMNS, INCIDENT)


def test_a_column_without_a_header_is_no_row_number():
    assert refused(("a_number", ""), NUMBERS, PHONES) == (ListError.Code.UNMAPPED, "list.csv: column 2")


def test_an_ingest_needs_a_reference_or_a_name():
    assert refused(("language", "sex"), ["Mam"] * 30, ["M"] * 30)[0] is ListError.Code.NO_REFERENCE
    check_columns("list.csv", ("name", "sex"), zip(NAMES, ["M"] * 30, strict=True), COLUMNS, INCIDENT)


# --- never a cell ---------------------------------------------------------------------------------------------------------

CANARIES = ("Zzcanary", "A987654321", "zz.canary@example.org", "(305) 555-0187", "1971-03-04", "Zz Canary Street 9")
CELLS = st.one_of(st.sampled_from(CANARIES), st.sampled_from(["Spanish", "M", "Honduras", "n/a", ""]), st.text(max_size=12))
HEADERS = st.one_of(
    st.sampled_from(["Phone", "DOB", "A#", "Attorney", "Nombre", "Sponsor phone", "Quux", "", "fecha nac"]), st.text(max_size=12)
)


@settings(max_examples=60)
@given(st.data())
def test_any_rows_are_answered_and_no_cell_is_in_the_answer(data):
    width = data.draw(st.integers(0, 5))
    header = data.draw(st.lists(HEADERS, min_size=width, max_size=width))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=0, max_size=width + 1), max_size=12))
    sample = take_sample(rows)
    proposal = propose(header, sample, data.draw(st.sampled_from([COLUMNS, NO_RULES])), INCIDENT)
    said = repr(proposal) + repr(sample)
    try:
        check_columns("list.csv", header, rows, COLUMNS, INCIDENT)
    except ListError as error:
        said += str(error) + error.hint
    assert not any(canary in said for canary in CANARIES)


@settings(max_examples=30)
@given(st.permutations(CANARIES[1:5]), st.integers(0, 8))
def test_a_first_row_of_cells_is_never_shown(row, count):
    proposal = propose(row, take_sample([list(row)] * count), COLUMNS, INCIDENT)
    assert not any(canary in repr(proposal) for canary in CANARIES)


# --- the sample -----------------------------------------------------------------------------------------------------------


def test_a_sample_is_spread_over_a_list_of_any_length():
    rows = take_sample(([str(number)] for number in range(20_000)), first=100, spread=100).rows
    numbers = [int(row[0]) for row in rows]
    assert numbers[:100] == list(range(100))
    assert 50 <= len(numbers[100:]) <= 100
    assert numbers[-1] > 19_000
    assert max(b - a for a, b in pairwise(numbers[100:])) < 500


def test_a_sorted_list_is_judged_by_more_than_its_beginning():
    rows = [["A#", "n/a"]] * 3000 + [[f"A{100_000_000 + i}", f"(305) 555-{100 + i % 100:04}"] for i in range(3000)]
    columns = propose(("A#", "Kontakt"), take_sample(rows), COLUMNS, INCIDENT).columns
    assert columns[1].problem is Problem.UNMAPPED
