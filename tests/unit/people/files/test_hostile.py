"""Files that mean harm, or look like it: a code in bounded time and memory, and nothing of anybody's row in it."""

import bz2
import gzip
import io
import lzma
import os
import zipfile

import odf.opendocument
import odf.table
import odf.text
import pyrage
import pytest
from sample_lists import cells, knows, opened, refusal, xls, xlsx

from tidings.errors import ListError
from tidings.people.files import open_list, workbook
from tidings.people.files.workbook_child import Limits

HEADER = "A Number,Name,Phone\n"
Code = ListError.Code


class Endless(io.RawIOBase):
    """A gigabyte of one piece, made as it is read. `given` says how much was asked for."""

    def __init__(self, begin, piece):
        self.begin, self.piece, self.given = begin, piece, 0

    def read(self, size=-1):
        if self.begin:
            data, self.begin = self.begin, b""
            return data
        if self.given > 1 << 30:
            return b""
        data = self.piece * max(1, size // len(self.piece))
        self.given += len(data)
        return data


@pytest.mark.parametrize(
    ("begin", "piece", "code"),
    [
        (b"A Number,Name\nA1,", b"x", Code.TOO_LONG),
        (b'A Number,Name\nA1,"', b"x", Code.TOO_LONG),
        (b'A Number,Name\nA1,"', b"x\n", Code.TOO_LONG),
        (b"A Number,Name\nA1,", b'"', Code.TOO_LONG),
        (b"A Number,Name\nA1,", b'","', Code.TOO_LONG),
        (b"A Number,Name\nA1,", b'"\n",', Code.TOO_LONG),
        (b"A Number,Name\nA1,", b'""', Code.TOO_LONG),
        (b"A Number,Name\nA1,b\n", b",", Code.TOO_LONG),
        (b"A Number,Name\n" + b"A1,b\n" * 20_000, b"\0", Code.TOO_LONG),
        (b"", b"x", Code.TOO_LONG),
        (b"", b"\0", Code.NOT_A_LIST),
        (b"\xff\xfe", b"x\0", Code.TOO_LONG),
        (b'{"a_number": "', b"x", Code.TOO_LONG),
        (b'{"a_number": ', b"[", Code.TOO_LONG),
        (b'{"a_number": 1', b"1", Code.TOO_LONG),
        (b'[{"a_number": 1},', b" ", Code.TOO_LONG),
        (b"PK\x03\x04", b"x", Code.TOO_LARGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"x", Code.TOO_LARGE),
        (b"age-encryption.org/v1\n", b"-> x y\n", Code.CANNOT_OPEN),
    ],
)
def test_a_gigabyte_is_refused_long_before_its_end(begin, piece, code):
    stream = Endless(begin, piece)
    with pytest.raises(ListError) as caught:
        list(open_list(stream, knows=knows, identities=[pyrage.x25519.Identity.generate()]).rows)
    assert caught.value.code is code
    assert stream.given <= 65 << 20


@pytest.mark.parametrize("place", ["header", "row", "json"])
def test_a_million_columns(place):
    commas = "," * 1_000_000
    wide = {
        "header": "A Number,Name" + ",x" * 1_000_000 + "\nA1,b\n",
        "row": HEADER + "A1,b,c\nA2,b" + commas + "\n",
        "json": '{"a_number": 1' + "".join(f',"k{n}":1' for n in range(100_000)) + "}",
    }
    assert refusal(wide[place]).code is Code.TOO_MANY_COLUMNS
    assert refusal(wide["row"]).where == "row 2 (line 3)"


def archive(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return data.getvalue()


def test_a_zip_bomb_is_not_unpacked():
    assert refusal(archive(**{"xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": b" " * (20 << 20)})).code is Code.TOO_LARGE
    assert refusal(archive(**{f"xl/{number}": "" for number in range(10_001)})).code is Code.TOO_LARGE


def test_a_zip_bomb_that_lies_about_its_size_does_no_harm():
    data = bytearray(archive(**{"xl/workbook.xml": "x", "[Content_Types].xml": b" " * (64 << 20)}))
    true = (64 << 20).to_bytes(4, "little")
    while (at := data.find(true)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)).code in (Code.DAMAGED, Code.TOO_LARGE)


def patched(sheet):
    """A workbook whose sheet's XML is this."""
    made, data = io.BytesIO(), io.BytesIO(xlsx([["A Number", "Name", "Phone"]]))
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, sheet if part.filename.endswith("sheet1.xml") else old.read(part))
    return made.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def test_two_cells_at_far_corners_do_not_take_the_memory_of_what_lies_between():
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="{}1048576"><v>2</v></c></row>'
    for column in ("XFD", "ZZZ", "CA"):
        assert refusal(patched(SHEET.format(corners.format(column)))).code is Code.TOO_LARGE


def test_one_cell_repeated_a_billion_times_in_ods():
    for columns, lines in ((4000, 1_000_000), (1_000_000, 1_000_000)):
        document = odf.opendocument.OpenDocumentSpreadsheet()
        table = odf.table.Table(name="list")
        line = odf.table.TableRow(numberrowsrepeated=lines)
        cell = odf.table.TableCell(valuetype="string", numbercolumnsrepeated=columns)
        cell.addElement(odf.text.P(text="a number"))
        line.addElement(cell)
        table.addElement(line)
        document.spreadsheet.addElement(table)
        data = io.BytesIO()
        document.write(data)
        assert refusal(data.getvalue()).code in (Code.TOO_LARGE, Code.DAMAGED)


def test_a_workbook_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(workbook.limits, "WORKBOOK_SECONDS", 0)
    monkeypatch.setattr(workbook, "Limits", lambda **given: Limits(**{**given, "seconds": 0}))
    assert refusal(xlsx([["A Number", "Name", "Phone"], *[["A1", "b", "c"]] * 60_000])).code is Code.TOO_LARGE


def test_a_cell_of_a_workbook_that_is_too_long_has_a_row():
    long = f'<row r="3"><c r="A3" t="inlineStr"><is><t>{"x" * 140_000}</t></is></c><c r="B3"><v>1</v></c></row>'
    header = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{n}</t></is></c>' for c, n in (("A", "A Number"), ("B", "Name"), ("C", "Phone"))
    )
    row = header.replace('1" t', '2" t').replace("A Number", "A1").replace("Phone", "5")
    error = refusal(patched(SHEET.format(f'<row r="1">{header}</row><row r="2">{row.replace("Name", "Eva")}</row>{long}')))
    assert (error.code, error.where) == (Code.TOO_LONG, "row 2 (line 3)")


def test_archives_are_refused_and_never_unpacked():
    inner = archive(**{"list.csv": HEADER})
    for _ in range(3):
        inner = archive(**{"inner.zip": inner})
    assert refusal(inner).code is Code.NOT_A_LIST
    assert refusal(archive(**{"word/document.xml": "x"})).code is Code.NOT_A_LIST
    assert refusal(xlsx([["A Number", "Name"]])[:-200]).code is Code.DAMAGED
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        assert refusal(pack(HEADER.encode() * 10)).code is Code.COMPRESSED


def test_a_protected_workbook():
    package = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert refusal(package).code is Code.PASSWORD


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"{\\rtf1",
        b"SQLite format 3\0",
        b"<html><table><tr><td>A Number",
        b"\xef\xbb\xbf<?xml version='1.0'?><Workbook>",
        b"A Number,Name\nA1,\0\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
        b"PK\x03\x04xl/workbook",
        bytes(range(256)) * 10,
    ],
)
def test_what_is_no_list(data):
    assert refusal(data).code is Code.NOT_A_LIST


def test_an_old_workbook_cut_short_is_damaged_and_takes_nothing_down():
    data = xls([["A Number", "Name", "Phone"], ["A1", "b", "c"]] * 50)
    for end in (600, 1500, len(data) // 2):
        assert refusal(data[:end]).code in (Code.DAMAGED, Code.NOT_A_LIST, Code.NO_SHEET)


def test_nothing_in_a_cell_is_run_or_taken_out():
    bad = [
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "'; DROP TABLE persons; --",
        "<img src=x onerror=alert(1)>",
        "\u202egnp.exe",
        "-2+3",
    ]
    table = [["A Number", "Name", "Phone"], *[["A1", text, "5"] for text in bad]]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in table)
    assert [row[1] for row in cells(quoted)] == bad
    assert [row[1] for row in cells(xlsx(*[table]))] == bad


def test_folders_pipes_and_missing_files(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "closed").write_text(HEADER)
    for name, code in ((".", Code.NOT_A_LIST), ("pipe", Code.NOT_A_LIST), ("nowhere", Code.NO_SUCH_FILE), ("closed", Code.EMPTY)):
        with pytest.raises(ListError) as caught:
            open_list(tmp_path / name, knows=knows)
        assert caught.value.code is code
        assert caught.value.where == str(tmp_path / name)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(HEADER + "A1,b,c\nA2,b,c\n")
    table = open_list(path, knows=knows)
    with path.open("a") as more:
        more.write("A3,b,c\n")
    with pytest.raises(ListError) as caught:
        list(table.rows)
    assert (caught.value.code, caught.value.where) == (Code.CHANGED, str(path))


def test_an_error_has_the_name_the_row_and_the_line_and_nothing_else():
    error = refusal('Title\n\nA Number,Name\nA1,b\n\nA2,"secret', name="people.csv")
    assert (error.code, error.where) == (Code.UNCLOSED, "people.csv, row 2 (line 6)")
    assert "secret" not in f"{error!r}{error}{error.__context__!r}"


def test_an_empty_file_has_no_header_and_a_header_alone_no_rows():
    assert refusal(b"").code is Code.NO_HEADER
    assert refusal(b"\n \n").code is Code.NO_HEADER
    assert refusal(HEADER).code is Code.EMPTY
    assert refusal(HEADER + "Total: 0\n").code is Code.EMPTY


def test_rows_do_not_show_people():
    table = opened(HEADER + "A1,secret,5\n")
    assert "secret" not in f"{table}{table!r}{next(table.rows)!r}"
