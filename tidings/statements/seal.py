"""The seal: a line in the PDF in which the incident's key signs every other byte of it. evidence/verify.py checks it."""

from __future__ import annotations

import base64

from tidings.evidence.verify import SEAL_LETTERS, SEAL_MARK, sealed_text
from tidings.ledger import Signer

_TABLE, _START = b"\nxref\n", b"startxref\n"


def sealed(pdf: bytes, signer: Signer) -> bytes:
    """The PDF with its seal: a comment before the table of objects, which is the only offset that moves.

    ValueError for a PDF that is not as typst writes it, or that has the seal's mark in it by chance.
    """
    at, start = pdf.rindex(_TABLE) + 1, pdf.rindex(_START) + len(_START)
    offset = pdf[start:].split(b"\n")[0]
    if SEAL_MARK in pdf or int(offset) != at:
        raise ValueError("a PDF of another form")
    line = SEAL_MARK[1:] + b"0" * SEAL_LETTERS + b"\n"
    blank = pdf[:at] + line + pdf[at:start] + str(at + len(line)).encode() + pdf[start + len(offset) :]
    letters = base64.b64encode(signer.signature(sealed_text(blank, signer.name).decode()))
    hole = at + len(line) - 1 - SEAL_LETTERS
    return blank[:hole] + letters + blank[hole + SEAL_LETTERS :]
