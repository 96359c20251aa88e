"""What exports do to text as such, whatever stands in it: tables mixed up, entities, marks that nobody sees. Exactly reversible
damage leaves the value what it was.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable

TEXT: dict[str, Callable[[str], str]] = {}


def _twisted(text: str, table: str, times: int = 1) -> str:
    """UTF-8 read as another table, `times` times; unchanged where that table cannot."""
    for _ in range(times):
        try:
            text = text.encode("utf-8").decode(table)
        except UnicodeDecodeError:
            return text
    return text


def _as_windows(text: str) -> str:
    """As browsers and spreadsheets read Windows-1252: its five holes are C1 controls."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode("utf-8"))


TEXT["cp1252"] = _as_windows
TEXT["cp1252_twice"] = lambda text: _as_windows(_as_windows(text))
TEXT["latin1"] = lambda text: _twisted(text, "latin-1")
TEXT["latin1_twice"] = lambda text: _twisted(text, "latin-1", 2)
TEXT["cp437"] = lambda text: _twisted(text, "cp437")
TEXT["cp850"] = lambda text: _twisted(text, "cp850")
TEXT["mac_roman"] = lambda text: _twisted(text, "mac-roman")
TEXT["cp1251"] = lambda text: _twisted(text, "cp1251")
TEXT["iso8859_15"] = lambda text: _twisted(text, "iso8859-15")
TEXT["nfd"] = lambda text: unicodedata.normalize("NFD", text)
TEXT["entities_decimal"] = lambda text: "".join(char if char.isascii() else f"&#{ord(char)};" for char in text)
TEXT["entities_hex"] = lambda text: "".join(char if char.isascii() else f"&#x{ord(char):X};" for char in text)
TEXT["entities_escaped"] = lambda text: html.escape(html.escape(text))
TEXT["entities_named"] = lambda text: "".join(
    f"&{html.entities.codepoint2name[ord(char)]};" if ord(char) in html.entities.codepoint2name else char for char in text
)
TEXT["entities_twice"] = lambda text: "".join(char if char.isascii() else f"&amp;#{ord(char)};" for char in text)
TEXT["bidi_override"] = lambda text: f"\u202d{text}\u202c"
TEXT["bidi_marks"] = lambda text: f"\u200e{text}\u200e"
TEXT["isolates"] = lambda text: f"\u2068{text}\u2069"
TEXT["zero_width"] = lambda text: f"\u200b{text}\u200b"
TEXT["bom_inside"] = lambda text: "\ufeff" + text
TEXT["nbsp"] = lambda text: text.replace(" ", "\u00a0")
TEXT["padded"] = lambda text: f"  {text}\t "
TEXT["line_break"] = lambda text: text + "\r\n"
TEXT["nul"] = lambda text: text + "\x01"
TEXT["upper"] = str.upper
TEXT["lower"] = str.lower
TEXT["full_width"] = lambda text: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
TEXT["quoted"] = lambda text: f'"{text}"'
TEXT["apostrophe"] = lambda text: f"'{text}"
