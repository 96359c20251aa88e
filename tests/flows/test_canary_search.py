"""The canary's search finds what is there: otherwise that it finds nothing would mean nothing."""

import contextlib
import gzip
import os
import sqlite3
import zipfile
import zlib
from pathlib import Path

import pytest
from canary_people import marked, rows
from canary_search import Search, encodings, spellings


@pytest.fixture(scope="module")
def search():
    return Search(marked())


def test_it_finds_every_marked_value_in_the_list_itself(search, as_csv, sample_header):
    text = as_csv(rows(sample_header)).replace('""', '"')
    written = {value for value in marked() if value in text}
    assert len(written) > 70
    assert {value for value, _ in search.bytes(text.encode())} >= written


@pytest.mark.parametrize("value", ["Zulémayra", "المرزوقيان", "(213) 555-0147"])
def test_it_finds_a_value_in_every_form(search, tmp_path, value):
    for form, raw in encodings(value).items():
        file = tmp_path / form.replace("/", " ")
        file.write_bytes(os.urandom(1001) + raw + os.urandom(1001))
    found = {Path(file).name for file, what in search.files(tmp_path).items() if value in dict(what)}
    assert found == set(encodings(value))
    assert len(found) > 30


def test_it_finds_a_value_however_it_was_folded(search):
    assert len(spellings("Zulémayra")) == 7
    for spelling in spellings("Zulémayra"):
        assert search.bytes(b"x" + spelling.encode() + b"x")


def test_it_finds_what_is_packed_named_linked_or_in_a_database(search, tmp_path):
    value = "Zulémayra"
    (tmp_path / "packed.gz").write_bytes(gzip.compress(value.encode()))
    (tmp_path / "inside").write_bytes(b"%PDF" + zlib.compress(value.encode("utf-16-le")))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", "a " * 100 + value)
    (tmp_path / f"{value}.txt").touch()
    (tmp_path / "link").symlink_to(f"/nowhere/{value}")
    with contextlib.closing(sqlite3.connect(tmp_path / "rows.db")) as database:
        database.execute("CREATE TABLE thing (text TEXT)")
        database.execute("INSERT INTO thing VALUES (?)", ("x" * 4040 + value + "x" * 5000,))
        database.commit()
    assert {Path(file).name for file in search.files(tmp_path)} == {
        "packed.gz",
        "inside",
        "archive.zip",
        f"{value}.txt",
        "link",
        "rows.db",
    }
