"""What every cell goes through first: damage done by exports is undone, what cannot be seen is taken out.

Pure functions of one text. Nothing here guesses: a repair is made only where the damaged form has exactly one origin.
"""

from __future__ import annotations

import html
import re
import unicodedata

_CP1252 = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_CP1252 |= {chr(byte): byte for byte in range(0x80, 0xA0)}  # as Latin-1, and Windows-1252's five holes
_CONTINUATION = "".join(re.escape(char) for char, byte in _CP1252.items() if byte < 0xC0)
_TAILS = ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
_TWICE_DECODED = re.compile(
    "|".join(
        f"[{''.join(char for char, byte in _CP1252.items() if first <= byte <= last)}][{_CONTINUATION}]{{{tail}}}"
        for first, last, tail in _TAILS
    )
)
"""UTF-8 that was read as Windows-1252 or Latin-1: a lead byte's letter and as many continuation bytes' letters as it asks for."""

_TABLES = {table: {bytes([byte]).decode(table): byte for byte in range(0x80, 0x100)} for table in ("mac-roman", "cp437", "cp850")}
_LEADS = "√≈├┬─┼╨╤╪┘ΓÔ"
"""What UTF-8's first bytes become on an old Macintosh or in a DOS window, where that is no letter that stands before symbols."""
_OLD_TABLES = re.compile(
    "|".join(
        f"[{''.join(char for char in _LEADS if first <= table.get(char, 0) <= last)}][{continuation}]{{{tail}}}"
        for table in _TABLES.values()
        for continuation in ["".join(re.escape(char) for char, byte in table.items() if byte < 0xC0)]
        for first, last, tail in _TAILS[:2]
        if any(first <= table.get(char, 0) <= last for char in _LEADS)
    )
)

_LEFT_OVER = re.compile("[\x80-\x9f]")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,5});|&nbsp", re.IGNORECASE)
_MOST_TIMES = 2
_JOINERS = "\u200c\u200d"
"""Persian and the Indic scripts spell with these two: they stay inside words."""

_HIDDEN = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


_SUSPECT = re.compile(f"[&{_LEADS}РСГДЕЩв–—‰\x00-\x1f\x7f-\x9f\u2028\u2029{_CONTINUATION}]|{_HIDDEN.pattern}")
"""What any repair begins with: a cell without it needs none but NFC."""


def clean(cell: str) -> str:
    """The cell as its writer meant it: mojibake and HTML entities undone (also where they happened twice), NFC, no control
    or bidirectional characters, white space single and trimmed. A line break becomes one space.
    """
    if cell.isascii() and cell.isprintable() and "&" not in cell:
        return " ".join(cell.split()) if " " in cell else cell
    if not _SUSPECT.search(cell):
        return " ".join(unicodedata.normalize("NFC", cell).split())
    text = cell if cell.isascii() else _redecoded(unicodedata.normalize("NFC", cell))
    if "&" in text:
        for _ in range(_MOST_TIMES if "&amp;" in text else 1):
            text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
    text = _CONTROL.sub(" ", _HIDDEN.sub("", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def _redecoded(text: str) -> str:
    """An export read wrongly, mended, and read wrongly again leaves two layers. A third is not worth looking for."""
    if not _is_utf8(text):
        whole = {decoded for table in (*_TABLES, "cp1251") if (decoded := _reread(text, table))}
        text = whole.pop() if len(whole) == 1 else _OLD_TABLES.sub(_from_old_table, text)
    once = text
    for _ in range(_MOST_TIMES):
        before, text = text, _TWICE_DECODED.sub(_decoded, text)
        if text == before:
            break
    # A control that is left over was never meant: `“Â”` is a letter in quotes.
    return _TWICE_DECODED.sub(_decoded_to_no_control, once) if _LEFT_OVER.search(text) else text


def _is_utf8(text: str) -> bool:
    """Whether the whole text is UTF-8 that was read as Windows-1252, which is what mostly happens."""
    try:
        bytes(ord(char) if char < "\x80" else _CP1252[char] for char in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return False
    return True


def _reread(text: str, table: str) -> str:
    """The whole text as UTF-8 that was read by another table; empty if it was not. By chance a text is hardly ever UTF-8."""
    try:
        return text.encode(table).decode("utf-8")
    except UnicodeError:
        return ""


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


def _decoded_to_no_control(match: re.Match[str]) -> str:
    meant = _decoded(match)
    return match.group() if _LEFT_OVER.search(meant) else meant


def _from_old_table(match: re.Match[str]) -> str:
    """The character, if the tables that have these letters agree on it."""
    found = set()
    for table in _TABLES.values():
        try:
            found.add(bytes(table[char] for char in match.group()).decode("utf-8"))
        except (KeyError, UnicodeDecodeError):
            continue
    return found.pop() if len(found) == 1 else match.group()
