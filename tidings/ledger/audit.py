"""A whole audit of a ledger in one pass: the tree, who else signed or stamped it, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tidings.entry import read_entry
from tidings.ledger.attested import Cosigned, Stamped, cosigned, stamped
from tidings.ledger.cosignature import Witness
from tidings.ledger.findings import Record
from tidings.ledger.note import Verifier
from tidings.ledger.rules_of_record import Reading
from tidings.ledger.tiles import Read, in_folder
from tidings.ledger.timestamp import Certificates
from tidings.ledger.verify import Progress, Verified, verify


@dataclass(frozen=True, slots=True)
class Audited:
    """What an audit found. `record` is None where the entries are not Tidings': then only the tree was checked."""

    verified: Verified
    cosigned: list[Cosigned]
    stamped: list[Stamped]
    record: Record | None


class _Reader:
    """Reads the record as long as it is one: another program's log may hold anything."""

    def __init__(self, officers: Mapping[str, bytes]) -> None:
        self.reading: Reading | None = Reading(officers)

    def take(self, first: int, entries: Sequence[bytes]) -> None:
        if first == 0 and not _ours(entries[0]):
            self.reading = None
        if self.reading is not None:
            self.reading.take(first, entries)


def _ours(body: bytes) -> bool:
    try:
        read_entry(body)
    except ValueError:
        return False
    return True


def audit(
    where: Path | Read,
    verifiers: Sequence[Verifier],
    older: Sequence[bytes] = (),
    witnesses: Sequence[Witness] = (),
    certificates: Certificates = (),
    *,
    officers: Mapping[str, bytes] | None = None,
    wanted: bool = True,
    deadline: datetime | None = None,
    progress: Progress | None = None,
) -> Audited:
    """Verifies a ledger as `verify` does, then its cosignatures and time stamps, then the rules of its record.

    `officers` are officers' public keys by their ids. `wanted` says that each witness given must have cosigned, and that with
    certificates there must be a time stamp. What the record breaks is in the result, not raised; `audit_as_data` gives it as
    plain data. LedgerError as `verify`, `cosigned` and `stamped` raise it.
    """
    reader = _Reader(officers or {})
    found = verify(where, verifiers, older, progress, reader.take)
    read = in_folder(where) if isinstance(where, Path) else where
    signed = cosigned(found, witnesses, wanted=wanted)
    stamps = stamped(found, read, certificates, wanted=wanted) if certificates else []
    record = None
    if reader.reading is not None:
        sizes = [head.checkpoint.size for head in found.heads]
        signers = [
            (head.checkpoint.size, frozenset(one.public.hex() for one in head.signers)) for head in found.heads if head.note
        ]
        record = reader.reading.end(deadline, sizes, signers)
    return Audited(found, signed, stamps, record)
