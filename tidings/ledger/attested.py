"""What others say of a ledger that was verified: witnesses' cosignatures and time stamps on its checkpoints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tidings.errors import LedgerError
from tidings.ledger.cosignature import Witness, cosignatures
from tidings.ledger.tiles import Read
from tidings.ledger.timestamp import Certificates, stamp_path, stamped_at
from tidings.ledger.verify import Verified


@dataclass(frozen=True, slots=True)
class Cosigned:
    """The largest checkpoint that a witness cosigned: up to there nobody was shown another ledger without its knowing."""

    witness: str
    size: int
    at: int
    """The earliest time that it gives for this size, in seconds since 1970."""
    checkpoints: int
    """How many it cosigned of those that were checked."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """A checkpoint that existed at this time, as an authority says."""

    size: int
    at: datetime


def cosigned(verified: Verified, witnesses: Sequence[Witness], *, wanted: bool = True) -> list[Cosigned]:
    """What each witness has cosigned. LedgerError BAD_COSIGNATURE; NOT_WITNESSED where it has cosigned nothing, if `wanted`."""
    found = []
    for witness in witnesses:
        marks = [
            (head.checkpoint.size, at)
            for head in verified.heads
            if head.note
            for at, _signature in cosignatures(head.note, witness, head.where)
        ]
        if not marks and not wanted:
            continue
        if not marks:
            raise LedgerError(LedgerError.Code.NOT_WITNESSED, witness.name)
        largest = max(size for size, _at in marks)
        first = min(at for size, at in marks if size == largest)
        found.append(Cosigned(witness.name, largest, first, len({size for size, _at in marks})))
    return found


def stamped(verified: Verified, read: Read, certificates: Certificates, *, wanted: bool = True) -> list[Stamped]:
    """The time stamps of the checkpoints that were checked, the smallest first.

    LedgerError BAD_TIMESTAMP, naming the file; NOT_STAMPED if there is none at all, if `wanted`.
    """
    found = []
    for size, text in sorted({(head.checkpoint.size, head.checkpoint.text) for head in verified.heads}):
        name = stamp_path(size)
        data = read(name)
        if data is not None:
            found.append(Stamped(size, stamped_at(data, text, certificates, where=name)))
    if not found and wanted:
        raise LedgerError(LedgerError.Code.NOT_STAMPED)
    return found
