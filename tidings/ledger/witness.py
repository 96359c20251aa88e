"""The log's side of the witness protocol (C2SP tlog-witness): asks a witness to cosign a checkpoint, with a proof that the tree
only grew since the last one that it cosigned.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from typing import Self

import httpx

from tidings.errors import LedgerError
from tidings.ledger.cosignature import Witness, cosignatures
from tidings.ledger.merkle import Node, consistency_proof
from tidings.ledger.note import signature_line

ANSWER_BYTES = 1 << 16
MOST_CONFLICTS = 3
"""Another process of ours may have asked in between; more often than that, something else is wrong."""
_SIZE = re.compile(rb"(0|[1-9][0-9]{0,18})\n")


@dataclass(frozen=True, slots=True)
class WitnessAddress:
    """A witness, and where it takes checkpoints: its submission prefix."""

    witness: Witness
    url: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `https://… name+8 hex digits+base64`. LedgerError BAD_VKEY."""
        url, _, vkey = text.strip().partition(" ")
        if not url.startswith(("http://", "https://")):
            raise LedgerError(LedgerError.Code.BAD_VKEY)
        return cls(Witness.from_vkey(vkey.strip()), url.rstrip("/"))


def ask_witness(client: httpx.Client, at: WitnessAddress, note: bytes, size: int, old: int, node: Node) -> str:
    """The witness's signature line, verified. `old` is the size that it is thought to have cosigned last; it corrects us.

    `node` gives the hashes of the tree of `size` entries. LedgerError OUT_OF_REACH (ask again later); WITNESS_REFUSES: it does
    not know this ledger or its key, or its answer is not by its key; WITNESS_AHEAD: it has cosigned more than this tree, or
    another one.
    """
    name = at.witness.name
    for _ in range(MOST_CONFLICTS):
        status, body = _posted(client, f"{at.url}/add-checkpoint", request_body(old, size, note, node), name)
        if status == httpx.codes.OK:
            return _line(at.witness, note, body)
        if status == httpx.codes.UNPROCESSABLE_ENTITY:
            raise LedgerError(LedgerError.Code.WITNESS_AHEAD, name)
        if status != httpx.codes.CONFLICT:
            away = status >= httpx.codes.INTERNAL_SERVER_ERROR or status == httpx.codes.TOO_MANY_REQUESTS
            code = LedgerError.Code.OUT_OF_REACH if away else LedgerError.Code.WITNESS_REFUSES
            raise LedgerError(code, f"{name}, status {status}")
        known = _SIZE.fullmatch(body)
        if known is None:
            raise LedgerError(LedgerError.Code.WITNESS_REFUSES, f"{name}, status {status}")
        if int(known[1]) > size or int(known[1]) == old:  # the same size, and yet a conflict: another root
            raise LedgerError(LedgerError.Code.WITNESS_AHEAD, name)
        old = int(known[1])
    raise LedgerError(LedgerError.Code.OUT_OF_REACH, name)


def request_body(old: int, size: int, note: bytes, node: Node) -> bytes:
    """The old size, the consistency proof (empty from nothing, and to the same size), an empty line, the checkpoint."""
    proof = consistency_proof(old, size, node) if 0 < old < size else []
    lines = [f"old {old}", *(base64.b64encode(one).decode() for one in proof), ""]
    return "".join(f"{line}\n" for line in lines).encode() + note


def _line(witness: Witness, note: bytes, body: bytes) -> str:
    """Of the lines in an answer, this witness's. Others' are ignored, as the protocol demands."""
    try:
        found = cosignatures(note + body, witness)
    except LedgerError:
        found = []
    if not found:
        raise LedgerError(LedgerError.Code.WITNESS_REFUSES, witness.name)
    return signature_line(witness.name, max(found)[1])


def _posted(client: httpx.Client, url: str, body: bytes, name: str) -> tuple[int, bytes]:
    try:
        with client.stream("POST", url, content=body, headers={"Content-Type": "text/plain; charset=utf-8"}) as answer:
            return answer.status_code, limited(answer, name)
    except (httpx.HTTPError, httpx.InvalidURL):
        raise LedgerError(LedgerError.Code.OUT_OF_REACH, name) from None


def limited(answer: httpx.Response, name: str) -> bytes:
    """An answer's body. LedgerError OUT_OF_REACH if it is longer than any that the protocols know."""
    parts, size = [], 0
    for part in answer.iter_raw():
        parts.append(part)
        size += len(part)
        if size > ANSWER_BYTES:
            raise LedgerError(LedgerError.Code.OUT_OF_REACH, name)
    return b"".join(parts)
