"""How many segments a text message takes: GSM 03.38's default alphabet (3GPP TS 23.038, 6.2.1), or else UCS-2.

One letter outside the alphabet turns the whole message into UCS-2, which takes 70 units a segment where GSM-7 takes 160.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The default alphabet: one septet each. It has ç only as a capital."""

EXTENSION = frozenset("\f^{}\\[~]|€")
"""Reached through the escape character: two septets each."""

GSM7 = BASIC | EXTENSION


class Encoding(StrEnum):
    GSM7 = "gsm-7"
    UCS2 = "ucs-2"


@dataclass(frozen=True, slots=True)
class Length:
    """`units` are septets (GSM-7) or UTF-16 code units (UCS-2); `segments` is what a carrier counts and bills."""

    encoding: Encoding
    units: int
    segments: int


ONE = {Encoding.GSM7: 160, Encoding.UCS2: 70}
MANY = {Encoding.GSM7: 153, Encoding.UCS2: 67}  # a part of a longer message loses room to the header that joins it


def measure(text: str) -> Length:
    """The length of a text message. Parts are counted as full: an escape pair that a boundary would split is ignored."""
    letters = set(text)
    if letters <= GSM7:
        encoding, units = Encoding.GSM7, len(text) + sum(map(text.count, letters & EXTENSION))
    else:
        encoding, units = Encoding.UCS2, len(text.encode("utf-16-le")) // 2
    segments = 1 if units <= ONE[encoding] else -(-units // MANY[encoding])
    return Length(encoding, units, segments)
