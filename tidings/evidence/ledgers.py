"""One reading of a ledger for a pack or a report of scope: audited first, then read entry by entry."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from tidings import ledger
from tidings.evidence.numbers import Notices
from tidings.evidence.told import Story
from tidings.ledger import Audited, Checkpoint, Reading, Verifier, Wanted
from tidings.officers import load_officers
from tidings.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Read:
    """What a whole ledger comes to."""

    folder: Path
    audited: Audited
    reading: Reading
    notices: Notices
    story: Story

    @property
    def checkpoint(self) -> Checkpoint:
        return self.audited.verified.newest.checkpoint

    def entries(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        return ledger.chosen(ledger.in_folder(self.folder), Wanted(), 0, self.checkpoint.size)


@contextmanager
def published(ws: Workspace) -> Iterator[Read]:
    """What the ledger comes to once all that waits is published: read from a copy, which nobody writes to while it is used."""
    ledger.integrate(ws)
    with tempfile.TemporaryDirectory(dir=ws.home, prefix=".evidence-") as beside:
        copy = Path(beside) / "ledger"
        ledger.copy_ledger(ws.ledger_folder, copy)
        yield read(ws, copy)


def verifiers(ws: Workspace) -> list[Verifier]:
    return ledger.read_vkeys((ws.home / ledger.VKEY).read_text(encoding="utf-8"))


def read(ws: Workspace, folder: Path) -> Read:
    """Of a copy that nobody writes to. LedgerError where it is damaged; what breaks a rule of the record is in `audited`."""
    officers = {one.id: one.key for one in load_officers(ws.incident_folder).values()}
    witnesses = [one.witness for one in ledger.witness_addresses(ws.settings)]
    certificates = ledger.timestamp_certificates(ws.settings)
    audited = ledger.audit(folder, verifiers(ws), (), witnesses, certificates, officers=officers, wanted=False)
    found = Read(folder, audited, Reading(officers), Notices(), Story())
    for index, said in found.entries():
        found.reading.take(index, [orjson.dumps(said, option=orjson.OPT_SORT_KEYS)])
        found.notices.take(said)
        found.story.take(index, said)
    return found
