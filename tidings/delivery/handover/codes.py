"""A run sheet's code: what a human reads off the paper and types, as `4K7Q-M9XD-TR2W`.

Eleven symbols of the sheet's id, in Crockford's base32 as the notice code is, and a check symbol (Luhn mod N with N = 32, which
finds every single wrong symbol). Twelve symbols, so that nobody takes it for a person's notice code, which has eight.
"""

from __future__ import annotations

from tidings.delivery.handover.errors import SheetError
from tidings.vault import ALPHABET, as_typed

_OF_IDS = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648, which opaque ids are in
_TO_CODE = str.maketrans(_OF_IDS, ALPHABET)
_TO_ID = str.maketrans(ALPHABET, _OF_IDS)
_TAKEN = 11
"""55 of an id's 128 random bits: of a million sheets no two have the same code."""


def sheet_code(sheet: str) -> str:
    """The code of a sheet's id."""
    body = sheet[:_TAKEN].translate(_TO_CODE)
    whole = body + ALPHABET[-_luhn(body, doubled=1) % len(ALPHABET)]
    return "-".join(whole[start : start + 4] for start in range(0, len(whole), 4))


def read_sheet_code(typed: str) -> str:
    """How the id of that sheet begins. Raises SheetError BAD_CODE."""
    code = as_typed(typed)
    if code is None or len(code) != _TAKEN + 1 or _luhn(code, doubled=0) % len(ALPHABET):
        raise SheetError(SheetError.Code.BAD_CODE)
    return code[:_TAKEN].translate(_TO_ID)


def _luhn(symbols: str, *, doubled: int) -> int:
    """The sum of Luhn's algorithm, from the last symbol on; `doubled` is 1 where that one counts double."""
    total = 0
    for place, symbol in enumerate(reversed(symbols)):
        value = ALPHABET.index(symbol) * (1 + (place + doubled) % 2)
        total += value // len(ALPHABET) + value % len(ALPHABET)
    return total
