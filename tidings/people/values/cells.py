"""What every cell goes through first: damage done by exports is undone, what cannot be seen is taken out.

Pure functions of one text. Nothing here guesses: a repair is made only where the damaged form has exactly one origin.
"""

from __future__ import annotations

import html
import re
import unicodedata

_CP1252 = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_CONTINUATION = "".join(re.escape(char) for char, byte in _CP1252.items() if byte < 0xC0)
_TWICE_DECODED = re.compile(
    "|".join(
        f"[{''.join(char for char, byte in _CP1252.items() if first <= byte <= last)}][{_CONTINUATION}]{{{tail}}}"
        for first, last, tail in ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
    )
)
"""UTF-8 that was read as Windows-1252: a lead byte's letter and as many continuation bytes' letters as it asks for."""

_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
"""Persian and the Indic scripts spell with these two: they stay inside words."""

_HIDDEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


_SUSPECT = re.compile(f"[&\x00-\x1f\x7f-\x9f\u2028\u2029{_CONTINUATION}]|{_HIDDEN.pattern}")
"""What any repair begins with: a cell without it needs none but NFC."""


def clean(cell: str) -> str:
    """The cell as its writer meant it: mojibake and HTML entities undone once, NFC, no control or bidirectional
    characters, white space single and trimmed. A line break becomes one space.
    """
    if cell.isascii() and cell.isprintable() and "&" not in cell:
        return " ".join(cell.split()) if " " in cell else cell
    if not _SUSPECT.search(cell):
        return " ".join(unicodedata.normalize("NFC", cell).split())
    text = cell if cell.isascii() else _TWICE_DECODED.sub(_decoded, cell)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = _CONTROL.sub(" ", _HIDDEN.sub("", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare(text: str) -> str:
    """For numbers and addresses: full-width and other compatibility forms as ASCII, digits of every script as 0-9,
    every dash a hyphen, nothing invisible.
    """
    if text.isascii():
        return text
    return "".join(map(_bare, unicodedata.normalize("NFKC", text)))


def _bare(char: str) -> str:
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category == "Pd" or char == "\u2212":
        return "-"
    if char in "‘’ʼ′":
        return "'"
    return "" if category in ("Cf", "Mn") and char in _JOINERS + "\ufe0e\ufe0f\u20e3" else char


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(_CP1252[char] for char in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
