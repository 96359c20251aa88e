"""The notice code: eight characters by which a person, their lawyer and the hotline know that a notice is genuine.

Crockford's base32 (https://www.crockford.com/base32.html), which has no I, L, O or U: it survives handwriting and the phone.
"""

from __future__ import annotations

from tidings.vault.vault import Vault

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("OIL", "011", "- ")
_LENGTH = 8


def notice_code(vault: Vault, person: str) -> str:
    """A person's code, as `K7Q2-M9XD`: 40 bits of their own key, so it goes when their key is destroyed.

    The same in every notice and channel, which is how people recognise the second by the first.
    """
    number = int.from_bytes(vault.derive(person, "notice-code", 5))
    code = "".join(ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"


def read_code(text: str) -> str | None:
    """A code as somebody typed or spelt it, in its one proper form; none if it cannot be one."""
    code = as_typed(text)
    return f"{code[:4]}-{code[4:]}" if code is not None and len(code) == _LENGTH else None


def as_typed(text: str) -> str | None:
    """The symbols of a code of ours as somebody typed it, without what stands between them; none if one is no symbol."""
    code = text.strip().upper().translate(_LOOKALIKES)
    return code if set(code) <= set(ALPHABET) else None
