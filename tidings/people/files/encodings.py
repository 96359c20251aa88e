"""Bytes into text, in one pass: UTF-8, UTF-16, UTF-32, Windows-1252, also where one file has lines of several of them.

A file in which one export was appended to another has lines in two encodings. So text that is not UTF-16 or UTF-32 is
decoded line by line: as UTF-8 where it is UTF-8 (RFC 3629; other text hardly ever is by chance), else as Windows-1252,
with ISO 8859-1 for the five bytes that it leaves undefined. Other tables of one byte (437, Mac Roman, 1251) cannot be
told apart by their bytes and are not guessed.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from tidings.errors import ListError
from tidings.people.files.limits import BLOCK, ROW, SAMPLE
from tidings.people.files.source import Source

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LINES = b"\n\r"
VALUES = b"\n\r,}"
"""Where a piece of JSON may be cut: a whole list of it may stand on one line."""


def text_blocks(source: Source, ends: bytes = LINES) -> Iterator[str]:
    """The text in pieces that end at line ends (or other ASCII marks), without byte order marks.

    Raises ListError NOT_A_LIST for a NUL (no text has one), TOO_LONG for a line above the limit of a row.
    """
    wide = wide_encoding(source.peek(SAMPLE))
    for text in _wide_blocks(source, wide, ends) if wide else map(_decoded, _byte_blocks(source, ends)):
        if "\0" in text:
            raise ListError(ListError.Code.NOT_A_LIST)
        # One stands at the start, and wherever a file that had one was appended to another.
        yield text.replace("\ufeff", "") if "\ufeff" in text else text


def wide_encoding(head: bytes) -> str:
    """The name of the UTF-16 or UTF-32 that these first bytes are in, "" for neither.

    Without a byte order mark it is told by where the NULs stand: in UTF-16 every ASCII letter has one beside it, always
    on the same side, in UTF-32 it has three.
    """
    for bom, name in _BOMS:
        if head.startswith(bom):
            return name
    if b"\0" not in head or len(head) < 8:
        return ""
    quarter = len(head) // 4
    nul = [head[place::4][:quarter].count(0) for place in range(4)]
    if nul[3] == nul[2] == quarter and nul[0] == 0:
        return "utf-32-le"
    if nul[0] == nul[1] == quarter and nul[3] == 0:
        return "utf-32-be"
    low, high = nul[0] + nul[2], nul[1] + nul[3]
    if low * 8 < high and high * 5 > quarter * 2:  # a few letters have a zero as their other half (U+0100)
        return "utf-16-le"
    if high * 8 < low and low * 5 > quarter * 2:
        return "utf-16-be"
    return ""


def _byte_blocks(source: Source, ends: bytes) -> Iterator[bytes]:
    pending: list[bytes] = []
    size = 0
    while chunk := source.read(BLOCK):
        # A \r at the very end may be half of a \r\n.
        end = len(chunk) - chunk.endswith(b"\r")
        cut = max(chunk.rfind(mark, 0, end) for mark in ends) + 1
        if cut:
            yield b"".join((*pending, chunk[:cut]))
            pending, size = [], 0
            chunk = chunk[cut:]
        pending.append(chunk)
        size += len(chunk)
        if size > ROW:
            raise ListError(ListError.Code.TOO_LONG)
    if size:
        yield b"".join(pending)


def _decoded(block: bytes) -> str:
    try:
        return block.decode()
    except UnicodeDecodeError:
        return "".join(map(_line, block.splitlines(keepends=True)))


def _line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1").translate(_CP1252)  # has one of the five bytes


_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def _wide_blocks(source: Source, encoding: str, ends: bytes) -> Iterator[str]:
    """Half a character becomes U+FFFD: the cell that it stands in is then known to be damaged."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pending = ""
    while chunk := source.read(BLOCK):
        pending += decoder.decode(chunk)
        end = len(pending) - pending.endswith("\r")
        cut = max(pending.rfind(chr(mark), 0, end) for mark in ends) + 1
        if cut:
            yield pending[:cut]
            pending = pending[cut:]
        if len(pending) > ROW:
            raise ListError(ListError.Code.TOO_LONG)
    pending += decoder.decode(b"", final=True)
    if pending:
        yield pending
