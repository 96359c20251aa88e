"""One row on its way in: what was understood of it, and the marks by which it and its person are found again."""

from __future__ import annotations

from collections.abc import Sequence

import orjson

from tidings.commitment import joined, part_commitments
from tidings.model import Personal, PersonId
from tidings.people.likeness import Traces, traces
from tidings.people.reader import Reader
from tidings.record import Reading, Record
from tidings.workspace import RECORD, Workspace, record_key

TRAIT_BYTES = 16


class Staged(Personal):
    """A row as it came: its number among the data rows, its line in the file, its cells, the refused row it replaces."""

    __slots__ = ("cells", "line", "number", "row_mark", "texts", "token")

    def __init__(self, ws: Workspace, reader: Reader, number: int, line: int, cells: Sequence[str], token: str) -> None:
        self.number, self.line, self.cells, self.token = number, line, cells, token
        self.texts = reader.cleaned(cells)
        self.row_mark = ws.vault.mark("row", reader.canonical(self.texts))


class Arrival(Personal):
    """A staged row that was not known yet, understood and sealed for the person it would be if nobody is known by it.

    Sealing ahead keeps the transaction short, in which everybody else waits. `reading` says what was understood.
    """

    __slots__ = (
        "address_marks",
        "commitment",
        "fresh",
        "identity",
        "person_mark",
        "reading",
        "row",
        "sealed_record",
        "sealed_row",
        "traits",
    )

    def __init__(self, ws: Workspace, reader: Reader, row: Staged, fresh: PersonId) -> None:
        self.row, self.fresh = row, fresh
        self.reading = reader.read_cleaned(row.number, row.texts)
        self.person_mark: bytes | None = None
        self.identity: bytes | None = None
        self.traits: list[bytes] = []
        self.address_marks: list[bytes] = []
        self.sealed_row = seal_row(ws, fresh, row, self.reading)
        self.sealed_record, self.commitment = b"", ""
        record = self.reading.record
        if not self.reading.refused:
            mark = ws.vault.mark
            self.person_mark = mark("reference", record.reference) if record.reference else None
            self.identity, self.traits = trait_marks(ws, traces(record))
            self.address_marks = [mark("address", value) for value in addresses_of(record)]
            self.sealed_record, self.commitment = seal_record(ws, fresh, 1, record)

    @property
    def refused(self) -> bool:
        return bool(self.reading.refused)


def addresses_of(record: Record) -> list[str]:
    """What a person can be written to or called by, once each."""
    return list(dict.fromkeys([*(phone.e164 for phone in record.phones), *record.emails]))


def trait_marks(ws: Workspace, found: Traces) -> tuple[bytes | None, list[bytes]]:
    """The identity's mark (none where the identity is not whole), and all marks of a record's traces."""
    marks = [ws.vault.mark("trait", trace)[:TRAIT_BYTES] for trace in found.traces]
    identity = ws.vault.mark("trait", found.identity)[:TRAIT_BYTES] if found.identity else None
    return identity, [*marks, identity] if identity else marks


def row_field(mark: bytes) -> str:
    """The sealing context's field: a sealed row fits no other row, but may be taken over by a later list that has it too."""
    return f"row-{mark.hex()}"


def seal_row(ws: Workspace, owner: str, row: Staged, reading: Reading) -> bytes:
    body = orjson.dumps([row.cells, reading.remarks, row.line])
    return ws.vault.seal(owner, row_field(row.row_mark), 1, body).data


def seal_record(ws: Workspace, person: PersonId, revision: int, record: Record) -> tuple[bytes, str]:
    """The sealed record, and the commitment to it that the ledger holds."""
    body = record.to_bytes()
    commitment = joined(part_commitments(record_key(ws, person, revision), record.parts(body)))
    return ws.vault.seal(person, RECORD, revision, body).data, commitment
