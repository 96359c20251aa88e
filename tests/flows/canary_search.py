"""Looks for marked values in every file below a folder, in every form in which they may lie there."""

import base64
import contextlib
import html
import io
import json
import os
import re
import sqlite3
import unicodedata
import zipfile
import zlib
from functools import cache
from urllib.parse import quote


def spellings(value):
    """The value as it may have been folded on its way: accents composed, apart or dropped; in either case."""
    bare = "".join(char for char in unicodedata.normalize("NFD", value) if not unicodedata.combining(char))
    return {unicodedata.normalize(form, text) for text in (value, value.lower(), value.upper(), bare) for form in ("NFC", "NFD")}


def encodings(text):
    """A text as bytes, in every form in which it may lie somewhere: {name: bytes}."""
    utf8, ascii_json = text.encode(), json.dumps(text)[1:-1]
    wide = {"utf-16-le": text.encode("utf-16-le"), "utf-16-be": text.encode("utf-16-be")}
    percent = quote(text, safe="")
    found = {
        "utf-8": utf8,
        **wide,
        "json": ascii_json.encode(),
        "json, capitals": re.sub(r"\\u....", lambda code: "\\u" + code[0][2:].upper(), ascii_json).encode(),
        "json in json": json.dumps(ascii_json)[1:-1].encode(),
        "utf-8 in json in json": json.dumps(json.dumps(text, ensure_ascii=False)[1:-1], ensure_ascii=False)[1:-1].encode(),
        "python": ascii(text)[1:-1].encode(),
        "python bytes": repr(utf8)[2:-1].encode(),
        "percent": percent.encode(),
        "percent, small": percent.lower().encode(),
        "form": quote(text, safe="").replace("%20", "+").encode(),
        "quoted-printable": "".join(chr(byte) if 32 < byte < 127 and byte != 61 else f"={byte:02X}" for byte in utf8).encode(),
        "html": html.escape(text).encode(),
        "html numbers": text.encode("ascii", "xmlcharrefreplace"),
        "html hexadecimal": "".join(char if char.isascii() else f"&#x{ord(char):x};" for char in text).encode(),
    }
    with contextlib.suppress(UnicodeEncodeError):
        found["latin-1"] = text.encode("latin-1")
    for name, raw in {"utf-8": utf8, **wide}.items():
        found |= {f"hex of {name}": raw.hex().encode(), f"HEX of {name}": raw.hex().upper().encode()}
        for shift in range(3):
            coded = base64.b64encode(bytes(shift) + raw)[(0, 2, 3)[shift] : (shift + len(raw)) * 8 // 6]
            found[f"base64 of {name} +{shift}"] = coded
            found[f"base64 for URLs of {name} +{shift}"] = coded.translate(bytes.maketrans(b"+/", b"-_"))
    return found


@cache
def patterns(values):
    """What to look for, each once: {bytes: (value, form)}."""
    found = {}
    for value in values:
        for text in sorted(spellings(value)):
            for form, raw in encodings(text).items():
                found.setdefault(raw, (value, form))
    return found


class Search:
    """Looks for thousands of byte strings at once: for the first bytes of any of them, and there for the whole."""

    START = 6

    def __init__(self, values):
        self._patterns = patterns(tuple(values))
        assert min(map(len, self._patterns)) >= self.START
        self._starts = {}
        for raw in self._patterns:
            self._starts.setdefault(raw[: self.START], []).append(raw)

    def bytes(self, data):
        """The (value, form) pairs in some bytes, and in what is packed in them."""
        return {found for part in (data, *unpacked(data)) for found in self._found(part)}

    def _found(self, data):
        width, starts = self.START, self._starts
        places = [place for place in range(len(data) - width + 1) if data[place : place + width] in starts]
        for place in places:
            for raw in starts[data[place : place + width]]:
                if data.startswith(raw, place):
                    yield self._patterns[raw]

    def files(self, *places):
        """{file: what was found}, over every file below these folders, their names, and these files."""
        found = {}
        for file in [file for place in places for file in [place, *(place.rglob("*") if place.is_dir() else ())]]:
            what = self.bytes(os.fsencode(file.name))
            with contextlib.suppress(FileNotFoundError):  # a journal that its database has just removed
                if file.is_symlink():
                    what |= self.bytes(os.fsencode(file.readlink()))
                elif file.is_file():
                    what |= self.bytes(file.read_bytes() + b"".join(cells_of(file)))
            if what:
                found[str(file)] = sorted(what)
        return found


def unpacked(data):
    """What is inside of gzip, zlib and ZIP."""
    if data.startswith(b"PK\x03\x04"):
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    whole = memoryview(data)
    for start in re.finditer(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]", data):
        with contextlib.suppress(zlib.error):
            plain = zlib.decompressobj(wbits=47).decompress(whole[start.start() :][: 1 << 20], 1 << 24)
            if plain:
                yield plain


def cells_of(file):
    """The cells of an SQLite database: a long one lies in parts in the file."""
    with file.open("rb") as stream:
        if stream.read(16) != b"SQLite format 3\0":
            return
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database,
    ):
        database.text_factory = bytes
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{name.decode()}"'):
                yield b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row) + b"\n"
