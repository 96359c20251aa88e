"""What the tests of `tidings.people.files` share: the sample list in every format, and ways to read and to be refused."""

import csv
import io
from pathlib import Path

import odf.opendocument
import odf.table
import odf.text
import orjson
import pytest
import xlsxwriter
import xlwt

from tidings.errors import ListError
from tidings.people import load_columns
from tidings.people.files import open_list
from tidings.people.values.cells import clean

EXAMPLE = Path(__file__).parents[4] / "config/incidents/example"
COLUMNS = load_columns(EXAMPLE)


def knows(header):
    return COLUMNS.rule(header) is not None


def opened(data, **options):
    """A table of bytes (as standard input would give them) or text."""
    return open_list(io.BytesIO(data.encode() if isinstance(data, str) else data), knows=knows, **options)


def cleaned(rows):
    """As the reader of rows sees them: what is written here as mojibake is read as what it was."""
    return [tuple(map(clean, row)) for row in rows]


def cells(data, **options):
    return [row.cells for row in opened(data, **options).rows]


def refusal(data, **options):
    with pytest.raises(ListError) as caught:
        list(opened(data, **options).rows)
    assert caught.value.__cause__ is None
    return caught.value


def sample(count=300):
    """Header and rows of the example's list."""
    with (EXAMPLE / "affected_persons.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [tuple(row) for _, row in zip(range(count + 1), csv.reader(file), strict=False)]
    return rows[0], rows[1:]


def csv_of(header, rows, **options):
    text = io.StringIO()
    csv.writer(text, **options).writerows((header, *rows))
    return text.getvalue()


def json_lines(header, rows):
    return b"".join(orjson.dumps(dict(zip(header, row, strict=True))) + b"\n" for row in rows)


def xlsx(*sheets, hidden=(), **more):
    """Sheets of rows of values."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(
        data, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet()
            if number in hidden:
                sheet.hide()
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
            for merge in more.get("merges", ()):
                sheet.merge_range(*merge)
    return data.getvalue()


def xls(rows):
    book = xlwt.Workbook()
    sheet = book.add_sheet("list")
    for line, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(line, column, value)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def ods(rows):
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="list")
    for row in rows:
        line = odf.table.TableRow()
        for value in row:
            cell = odf.table.TableCell(valuetype="string")
            for part in str(value).split("\n"):
                cell.addElement(odf.text.P(text=part))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    data = io.BytesIO()
    document.write(data)
    return data.getvalue()
