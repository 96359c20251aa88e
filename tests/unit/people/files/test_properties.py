"""Whatever the bytes: a table or a coded error. And what csv writes in any dialect is read as it was."""

import csv
import io
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sample_lists import knows, opened

from tidings.errors import ListError
from tidings.people.files.encodings import text_blocks
from tidings.people.files.source import source_of

MARKS = st.sampled_from([*",;\t|\"'\\\n\r ={}[]:\0A1é\ufeff", "a number", "name", "phone", "Total: 3", "\r\n", "sep=;\n", '""'])


def outcome(data):
    try:
        table = opened(data)
        rows = list(table.rows)
    except ListError as error:
        return error.code
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(earlier.line < later.line for earlier, later in pairwise(rows)) or data.lstrip()[:1] in b"[{"
    assert all(any(map(str.strip, row.cells)) for row in rows)
    return rows


@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe\x00\x00\x00")
def test_any_bytes_give_a_table_or_a_code(data):
    outcome(data)


@settings(max_examples=300)
@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_text_gives_a_table_or_a_code(text):
    outcome(text.encode())
    outcome(("a number,name,phone\n" + text).encode())
    outcome(('{"a number": 1}' + text).encode())


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=12).filter(
    lambda text: "\ufeff" not in text and text != "\\N"
)
BODY = st.lists(st.tuples(st.just("A1"), st.just("x"), CELL, CELL), min_size=1, max_size=12)


@settings(max_examples=200)
@given(
    BODY,
    st.sampled_from(",;\t|^~\x1f"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
)
@example([("A1", "x", "", '\\"0')], ",", "\n", csv.QUOTE_ALL, "utf-8")
@example([("A1", "x", "", '\\"')], ",", "\n", csv.QUOTE_ALL, "utf-8")
@example([("A1", "x", "", '\\",')], ",", "\n", csv.QUOTE_MINIMAL, "utf-8")
def test_what_csv_writes_is_read_as_it_was(body, delimiter, end, quoting, encoding):
    if end == "\r":  # csv.writer does not quote a bare \n then, so that nobody could tell it from a row's end
        quoting = csv.QUOTE_ALL
    header = ("A number", "Language", "Name", "Phone")
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows((header, *body))
    table = opened(text.getvalue().encode(encoding))
    assert table.header == header
    assert [row.cells for row in table.rows] == body


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff\r\n")), st.booleans())))
def test_each_line_is_decoded_by_itself(lines):
    """A line in Windows-1252 does not disturb its neighbours in UTF-8."""
    data = b"".join(text.encode() + b"\xe9\n" if odd else text.encode() + b"\n" for text, odd in lines)
    text = "".join(text_blocks(source_of(io.BytesIO(data))))
    found = text.split("\n")[:-1]
    assert len(found) == len(lines)
    for line, (meant, odd) in zip(found, lines, strict=True):
        assert line == ((meant.encode() + b"\xe9").decode("latin-1") if odd and meant.isascii() else meant) or odd


def test_the_knowing_function_is_asked_about_names_only():
    asked = []
    table = open_with(asked, "A Number,Name\n" + "A1,Ana\n" * 500)
    list(table.rows)
    assert "A1" not in asked[-1:]
    assert len(asked) < 3000


def open_with(asked, text):
    from tidings.people.files import open_list

    def noting(name):
        asked.append(name)
        return knows(name)

    return open_list(io.BytesIO(text.encode()), knows=noting)
