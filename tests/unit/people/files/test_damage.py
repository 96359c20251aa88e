"""What exports do to a list: titles, totals, broken quotes, moved columns. Nobody is lost, and rows keep their numbers."""

import datetime as dt

import pytest
from sample_lists import cells, opened, refusal, xlsx

from tidings.errors import ListError

HEADER = "A Number,Name,Phone\n"


def numbered(data):
    return [(row.number, row.line, row.cells[0]) for row in opened(data).rows]


def rows(data):
    return cells(HEADER + data if isinstance(data, str) else data)


# --- where the list begins ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "above",
    [
        "",
        "\n\n",
        "Affected individuals\n\n",
        "Agency,ICE,\nDate,11/28/2022,\n,,\n",
        "Notes\n",
        '"A list, with a comma,\nin two lines"\n',
        "\ufeff",
        "Name of the list;confidential\n",
    ],
)
def test_the_header_is_found_below_titles(above):
    table = opened(above + HEADER + "A1,Ana,5\n")
    assert table.header == ("A Number", "Name", "Phone")
    assert [(row.number, row.cells) for row in table.rows] == [(1, ("A1", "Ana", "5"))]


def test_a_header_that_nothing_knows_is_found_by_its_shape():
    table = opened("Export\n\nfoo;bar;baz\n1;ana@example.org;3\n2;x@example.org;4\n")
    assert table.header == ("foo", "bar", "baz")
    assert [row.line for row in table.rows] == [4, 5]


def test_header_cells_are_cleaned():
    assert opened("\ufeffA\xa0Number,\u200bName , Phone\u200b,\nA1,b,c\n").header == ("A Number", "Name", "Phone")


def test_two_columns_may_have_one_name():
    assert opened("A Number,Phone,Phone\nA1,1,2\n").header == ("A Number", "Phone", "Phone")


@pytest.mark.parametrize(
    ("upper", "lower", "names"),
    [
        (",,,Attorney,", "A Number,Name,Phone,Name,Phone", ("A Number", "Name", "Phone", "Attorney Name", "Attorney Phone")),
        (
            "Person,,Attorney,,",
            "A Number,Name,Name,Email,Notes",
            ("A Number", "Name", "Attorney Name", "Attorney Email", "Notes"),
        ),
        (",,Sponsor,", "A Number,Name,Phone,Language", ("A Number", "Name", "Sponsor Phone", "Sponsor Language")),
        ("A Number,Name,Attorney,,Phone", ",,Name,Phone,", ("A Number", "Name", "Attorney Name", "Attorney Phone", "Phone")),
        ("Contact details,,", "A Number,Phone,Email", ("A Number", "Phone", "Email")),
        (",List of people,", "A Number,Phone,Email", ("A Number", "Phone", "Email")),
    ],
)
def test_a_header_in_two_rows_never_makes_an_attorneys_phone_the_persons(upper, lower, names):
    table = opened(f"{upper}\n{lower}\nA1,b,c,d,e\nA2,b,c,d,e\n")
    assert table.header == names
    assert [(row.number, row.line) for row in table.rows] == [(1, 3), (2, 4)]


# --- what is nobody's -----------------------------------------------------------------------------------------------------


def test_blank_rows_are_seen_but_not_counted():
    assert numbered("\n" + HEADER + "\nA1,2,3\n,,\n \t,\xa0,\u200b\nA2,3,4\n\n") == [(1, 4, "A1"), (2, 7, "A2")]


@pytest.mark.parametrize(
    "line",
    [
        "Total: 6252",
        "TOTAL,,6252",
        'Total records,"6,252",',
        "Gran total: 12",
        "Total de registros: 6252",
        "Total général,12",
        "-- end --",
        "--- End of report ---",
        "Fin del informe",
        "Fim do relatório",
        "Generated on 11/28/2022 at 10:15",
        "Generado el 28/11/2022",
        "Généré le 28/11/2022",
        "Gerado em 28/11/2022",
        "Report run date: 11/28/2022",
        "Page 3 of 117",
        "Página 3 de 117",
        "(6252 rows affected)",
        "6252 rows selected.",
        "6252 registros",
        "-----,-----,-----",
        "=====",
        "Confidential",
        "A Number,Name,Phone",
        "a_number,NAME,phone",
        "\ufeffA Number,Name,Phone",
    ],
)
def test_what_is_plainly_nobodys_is_left_out_and_counted(line):
    table = opened(f"{HEADER}A1,Ana,5\n{line}\nA2,Eva,6\n")
    assert [(row.number, row.line, row.cells[0]) for row in table.rows] == [(1, 2, "A1"), (2, 4, "A2")]
    assert table.skipped_rows == 1


@pytest.mark.parametrize(
    "line",
    [
        "Total Kouassi,,",
        "A077,,",
        "Sum,Heng,",
        "Total,3055550123,",
        ",Ana,",
        "Page,,",
        "Fin,Mac,",
        "End,Ana,3055550123",
        "Count,Ana,305",
        "Name,Ana,5",
        "Released,,",
        ",,phone is her sister's",
    ],
)
def test_what_may_be_somebody_is_kept(line):
    assert len(cells(f"{HEADER}A1,Ana,5\n{line}\n")) == 2


def test_a_title_that_stands_again_before_each_page_is_left_out():
    page = "Affected persons\n\n" + HEADER
    table = opened(page + "A1,Ana,5\n" + page + "A2,Eva,6\n")
    assert [row.number for row in table.rows] == [1, 2]
    assert table.skipped_rows == 2


def test_a_second_header_in_another_order_moves_its_columns():
    assert rows("A1,Ana,5\nName,Phone,A Number\nEva,6,A2\nA Number,Name,Phone\nA3,Lia,7\n") == [
        ("A1", "Ana", "5"),
        ("A2", "Eva", "6"),
        ("A3", "Lia", "7"),
    ]


def test_a_second_header_with_other_columns_stops_the_list():
    error = refusal(HEADER + "A1,Ana,5\nA Number,Email,Language\nA2,x@example.org,es\n")
    assert (error.code, error.where) == (ListError.Code.SECOND_HEADER, "row 2 (line 3)")


# --- cells ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('A1,"Juan ""el Flaco"" Perez",5', 'Juan "el Flaco" Perez'),
        ('A1,"Juan "el Flaco" Perez",5', 'Juan "el Flaco" Perez'),
        ('A1,"Juan "el, Flaco" Perez",5', 'Juan "el, Flaco" Perez'),
        ('A1,Juan "el Flaco" Perez,5', 'Juan "el Flaco" Perez'),
        ('A1,"Juan\nPerez",5', "Juan\nPerez"),
        ('A1,"Juan\r\nPerez",5', "Juan\r\nPerez"),
        ("A1,O'Neil 'x',5", "O'Neil 'x'"),
        ('A1,"=HYPERLINK(""http://x"")",5', '=HYPERLINK("http://x")'),
        ("A1,<script>alert(1)</script>,5", "<script>alert(1)</script>"),
        ("A1,\\N,5", ""),
        ("A1,C:\\New,5", "C:\\New"),
    ],
)
def test_quotes_are_read_as_they_were_meant(line, name):
    assert rows(line + "\nA2,Eva,6\n") == [("A1", name, "5"), ("A2", "Eva", "6")]


def test_backslashes_escape_where_the_file_says_so():
    assert rows('A1,"Juan \\"el Flaco\\", hijo",5\nA2,\\N,6\n') == [("A1", 'Juan "el Flaco", hijo', "5"), ("A2", "", "6")]


def test_a_space_behind_the_comma_does_not_hide_the_quotes():
    assert cells('A Number, Name, Phone\nA1, "Perez, Juan", 5\n') == [("A1", "Perez, Juan", "5")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_and_none_at_the_end(end):
    assert numbered(end.join(["A Number,Name", "A1,b", "", 'A2,"x\ny"', "A3,c"])) == [(1, 2, "A1"), (2, 4, "A2"), (3, 5, "A3")]


def test_line_ends_of_several_kinds():
    assert numbered("A Number,Name\rA1,b\r\nA2,c\nA3,d") == [(1, 2, "A1"), (2, 3, "A2"), (3, 4, "A3")]


def test_ragged_rows_keep_their_cells():
    assert rows("A1\nA2,Eva,6,7\n") == [("A1",), ("A2", "Eva", "6", "7")]


def test_commas_in_most_cells_do_not_make_commas_the_delimiter():
    assert cells("A Number;Address\nA1;1 Main St, Miami\nA2;2 Main St, Miami\n") == [
        ("A1", "1 Main St, Miami"),
        ("A2", "2 Main St, Miami"),
    ]


def test_a_list_of_one_column():
    assert cells("A Number\nA1\nA2\n") == [("A1",), ("A2",)]
    assert cells("Name\nPerez, Juan\nPerez, Eva\n") == [("Perez, Juan",), ("Perez, Eva",)]


def test_a_stray_quote_that_swallows_other_peoples_rows_stops_the_list():
    header = "A Number,Last,First,Language,Sex,Phone\n"
    error = refusal(header + 'A1,x,y,es,F,1\nA2,"Perez,Juan,es,M,2\nA3,Ruiz,Ana,es,F,3\nA4,"Diaz",Eva,es,F,4\n')
    assert (error.code, error.where) == (ListError.Code.UNCLOSED, "row 2 (line 3)")


# --- workbooks ------------------------------------------------------------------------------------------------------------


def test_cells_of_a_workbook_are_what_somebody_would_have_typed():
    day = dt.datetime(1990, 3, 4)
    import io

    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        as_day = book.add_format({"num_format": "mm/dd/yyyy"})
        sheet.write_row(1, 1, ["A Number", "Phone", "Phone", "DOB", "DOB", "Detained", "Notes", "Notes", "Notes"])
        sheet.write(2, 1, "007")
        sheet.write(2, 2, 13055550123.0)
        sheet.write(2, 3, "3055550123.0")
        sheet.write(2, 4, day, as_day)
        sheet.write(2, 5, day.replace(hour=13, minute=5), as_day)
        sheet.write(2, 6, True)
        sheet.write_formula(2, 7, "=1+1", None, 2)
        sheet.write(2, 8, 0.25, book.add_format({"num_format": "0%"}))
        sheet.write(2, 9, 1.3055550123e10)
    assert [(row.line, row.cells) for row in opened(data.getvalue()).rows] == [
        (3, ("007", "13055550123", "3055550123.0", "1990-03-04", "1990-03-04 13:05:00", "TRUE", "2", "0.25", "13055550123"))
    ]


def test_every_sheet_that_is_a_list_is_read_hidden_ones_too():
    table = opened(
        xlsx(
            [["Read me"], ["This workbook holds people"], ["Phone", "the person's own"]],
            [["A Number", "Name", "Phone"], ["A1", "Ana", "5"], ["A2", "Eva", "6"]],
            [["Nationality", "Count"], ["Honduras", 2]],
            [["Language"], ["Spanish"], ["Mam"]],
            [[], ["Late"], ["Phone", "A number", "Name", "Email"], ["7", "A3", "Lia", "l@example.org"], ["Total: 1"]],
            [],
            hidden=[4],
        )
    )
    assert table.header == ("A Number", "Name", "Phone", "Email")
    found = list(table.rows)
    assert [row.cells for row in found] == [("A1", "Ana", "5", ""), ("A2", "Eva", "6", ""), ("A3", "Lia", "7", "l@example.org")]
    assert [table.place(row.number, row.line) for row in found] == [
        "row 1 (sheet 2, line 2)",
        "row 2 (sheet 2, line 3)",
        "row 3 (sheet 5, line 4)",
    ]
    assert (table.skipped_sheets, table.skipped_rows) == (3, 1)


def test_a_cell_merged_over_several_rows_is_each_rows():
    table = opened(
        xlsx([["A Number", "Name", "Phone"], ["A1", "Ana"], ["A2", "Eva"]], merges=[(1, 2, 2, 2, "3055550123")]),
    )
    assert [row.cells for row in table.rows] == [("A1", "Ana", "3055550123"), ("A2", "Eva", "3055550123")]


def test_a_group_merged_over_two_columns_ends_there():
    rows = [[], ["A Number", "Name", "Phone", "Notes"], ["A1", "Lee", "5", "unsafe"]]
    assert opened(xlsx(rows, merges=[(0, 1, 0, 2, "Attorney")])).header == (
        "A Number",
        "Attorney Name",
        "Attorney Phone",
        "Notes",
    )


def test_a_note_beside_the_list_is_in_a_column_without_a_name():
    table = opened(xlsx([["A Number", "Name"], ["A1", "Ana"], ["A2", "Eva", "", "call first"]]))
    assert table.header == ("A Number", "Name", "", "")
    assert [row.cells for row in table.rows] == [("A1", "Ana", "", ""), ("A2", "Eva", "", "call first")]


def test_a_workbook_without_a_list():
    assert refusal(xlsx([])).code is ListError.Code.NO_SHEET
    assert refusal(xlsx([["A Number", "Name", "Phone"]])).code is ListError.Code.EMPTY


# --- JSON -----------------------------------------------------------------------------------------------------------------


def test_json_keeps_numbers_as_written_and_joins_what_is_nested():
    table = opened(
        '{"a_number": 77288888, "phone": ["1", 2.0, null], "n": 12345678901234567890, "e": 1.3055550123E+10}\n'
        '{"a_number": "A2", "attorney": {"name": "Lee", "phone": 5, "firm": "L&L"}, "ok": true, "phone": {"home": 7, "w": 8}}\n'
        '{"a_number": null}\n\n'
        '{"a_number": "A3", "phone": "1", "phone": "2", "n": 0.50}'
    )
    assert table.header == ("a_number", "phone", "n", "e", "attorney name", "attorney phone", "attorney", "ok")
    found = [(row.number, row.line, dict(zip(table.header, row.cells, strict=True))) for row in table.rows]
    assert [(number, line) for number, line, _ in found] == [(1, 1), (2, 2), (3, 5)]
    assert found[0][2]["phone"] == "1; 2"
    assert (found[0][2]["n"], found[0][2]["e"]) == ("12345678901234567890", "13055550123")
    assert (found[1][2]["attorney name"], found[1][2]["attorney phone"], found[1][2]["attorney"]) == ("Lee", "5", "L&L")
    assert (found[1][2]["ok"], found[1][2]["phone"]) == ("TRUE", "7; 8")
    assert (found[2][2]["phone"], found[2][2]["n"]) == ("1; 2", "0.5")


def test_an_array_over_many_lines():
    table = opened('[\n  {\n    "a_number": "A1",\n    "name": "x"\n  },\n  {"a_number": "A2"}\n]\n')
    assert [(row.number, row.line, row.cells) for row in table.rows] == [(1, 2, ("A1", "x")), (2, 6, ("A2", ""))]


@pytest.mark.parametrize(
    "tail",
    [
        "{",
        '{"a_number": }',
        "[1]",
        "7",
        '{"a_number": "secret"',
        "x",
        '{"a_number": ' + "[" * 100_000,
        '{"a": ' * 40 + "1" + "}" * 40,
    ],
)
def test_json_that_cannot_be_read_names_its_line_and_shows_nothing_of_it(tail):
    error = refusal('{"a_number": "A1"}\n\n' + tail)
    assert (error.code, error.where) == (ListError.Code.BAD_JSON, "row 2 (line 3)")
    assert "secret" not in f"{error!r}{error}"


def test_an_array_that_is_cut_off_is_refused():
    assert refusal('[{"a_number": "A1"},').code is ListError.Code.BAD_JSON


def test_a_key_that_comes_late_is_a_column_of_a_file_and_stops_a_stream(tmp_path):
    from sample_lists import knows

    from tidings.people.files import open_list

    data = '{"a_number": "A1"}\n' * 1000 + '{"a_number": "A2", "phone": "5"}\n'
    file = tmp_path / "list.json"
    file.write_text(data, encoding="utf-8")
    table = open_list(file, knows=knows)
    assert table.header == ("a_number", "phone")
    assert list(table.rows)[-1].cells == ("A2", "5")
    error = refusal(data)
    assert (error.code, error.where) == (ListError.Code.LATE_COLUMN, "row 1001 (line 1001)")
