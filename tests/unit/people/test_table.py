"""Rows out of files: encodings, ragged and blank rows, and files that are no list."""

import pytest

from tidings.errors import ListError
from tidings.people import read_rows


def file(tmp_path, data):
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    return path


def rows(path):
    return list(read_rows(path).rows)


def refusal(path):
    with pytest.raises(ListError) as caught:
        rows(path)
    return caught.value


@pytest.mark.parametrize(
    "data",
    [
        "a,b\nJosé,ñ\n".encode(),
        "\ufeffa,b\r\nJosé,ñ\r\n".encode(),
        "a,b\nJosé,ñ\n".encode("cp1252"),
        "a;b\nJosé;ñ\n".encode(),
        "a\tb\nJosé\tñ\n".encode(),
    ],
)
def test_every_encoding_and_delimiter_gives_the_same_cells(tmp_path, data):
    table = read_rows(file(tmp_path, data))
    assert table.header == ("a", "b")
    assert list(table.rows) == [(1, ("José", "ñ"))]


def test_blank_rows_are_left_out_but_counted(tmp_path):
    assert rows(file(tmp_path, b"\na,b\n\n1,2\n,\n3,4\n")) == [(2, ("1", "2")), (4, ("3", "4"))]


def test_ragged_rows_keep_their_cells(tmp_path):
    assert rows(file(tmp_path, b"a,b\n1\n1,2,3\n")) == [(1, ("1",)), (2, ("1", "2", "3"))]


def test_a_quoted_line_break_stays_in_its_cell(tmp_path):
    assert rows(file(tmp_path, b'a,b\n"x\ny","say ""hi"""\n')) == [(1, ("x\ny", 'say "hi"'))]


@pytest.mark.parametrize("data", [b"PK\x03\x04xl/workbook", b"a,b\n1,\x00\n", b"%PDF-1.7\n", "a,b\n1,2\n".encode("utf-16")])
def test_what_is_no_text_is_not_a_list(tmp_path, data):
    assert refusal(file(tmp_path, data)).code is ListError.Code.NOT_A_LIST


def test_a_folder_is_not_a_list(tmp_path):
    assert refusal(tmp_path).code is ListError.Code.NOT_A_LIST


def test_a_missing_file_is_named(tmp_path):
    error = refusal(tmp_path / "nowhere.csv")
    assert error.code is ListError.Code.NO_SUCH_FILE
    assert "nowhere.csv" in str(error)


def test_an_empty_file_has_no_header(tmp_path):
    assert refusal(file(tmp_path, b"\n\n")).code is ListError.Code.NO_HEADER


def test_a_header_alone_is_empty(tmp_path):
    assert refusal(file(tmp_path, b"a,b\n\n")).code is ListError.Code.EMPTY


def test_a_quote_that_is_never_closed_stops_the_list_and_shows_nothing_of_it(tmp_path):
    error = refusal(file(tmp_path, b'a,b\n1,2\n"secret,4\n5,6\n'))
    assert error.code is ListError.Code.UNCLOSED
    assert "row 2" in str(error)
    assert "secret" not in f"{error!r}{error.__cause__!r}"


@pytest.mark.parametrize(
    "data",
    [b'a,b\n1,2\n"' + b"x" * 140_000 + b'",1\n', b"a,b\n1,2\n" + b"x" * 5_000_000 + b"\n", b"a,b\n1,2\n" + b'"\n",' * 2_000_000],
)
def test_a_cell_or_row_without_end_stops_the_list(tmp_path, data):
    error = refusal(file(tmp_path, data))
    assert error.code is ListError.Code.TOO_LONG
    assert error.__cause__ is None


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path):
    path = file(tmp_path, b"a,b\n1,2\n3,4\n")
    table = read_rows(path)
    with path.open("ab") as more:
        more.write(b"5,6\n")
    with pytest.raises(ListError) as caught:
        list(table.rows)
    assert caught.value.code is ListError.Code.CHANGED
