"""The single integrator: gives waiting entries their places, then publishes them as tiles and a signed checkpoint.

Places are durable in the database before a tile is written, so a run that is killed anywhere publishes the same tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger.log import Log
from tidings.ledger.note import Signer
from tidings.ledger.signers import settled, signers
from tidings.model import Counts
from tidings.store.entries import assign_places, nothing_placed, placed
from tidings.workspace import Workspace

PUBLISHED_AT_ONCE = 16_384
"""Entries under one checkpoint at most: what is held in memory."""

COMPARED = 256
"""Published entries that each run holds against the database: one bundle or two."""


def published_size(ws: Workspace) -> int:
    """How many entries the newest signed checkpoint covers."""
    newest, *also = signers(ws)
    return Log(ws.ledger_folder, newest, also).size


def integrate(ws: Workspace, signs: Sequence[Signer] = ()) -> Counts:
    """Publishes what waits. Returns {size, integrated}. The first run opens the ledger: its key, its first entry.

    `signs` is for the one run after the ledger's keys were destroyed; otherwise the vault has them.

    Raises LedgerError BEHIND if a checkpoint was published for more entries than the database knows: then the database
    is older than the ledger, and signing anything would fork it.
    """
    signs = signs or signers(ws)
    with ws.store.writing() as connection:
        if nothing_placed(connection):
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.LEDGER_OPENED)
            recorder.flush()
        newest, *also = settled(ws, connection, signs)
        size = assign_places(connection)
    log = Log(ws.ledger_folder, newest, also)
    start = log.size
    if start > size:
        raise LedgerError(LedgerError.Code.BEHIND, f"{size} entries in the database, {start} published")
    _refuse_another_past(ws, log, start)
    # Asked once a round: were it asked again to publish, entries that another run published meanwhile would come in twice.
    while (first := log.size) < size:
        with ws.store.reading() as connection:
            part = placed(connection, first, PUBLISHED_AT_ONCE)
        log.publish(first, part)
    return Counts(size=size, integrated=size - start)


def _refuse_another_past(ws: Workspace, log: Log, size: int) -> None:
    """A database that was put back, and written to since, has other entries at places that are published already.

    `Log.publish` compares what it is given again, byte by byte: from the first difference on every entry is another one, so
    the newest are enough. Raises LedgerError INCONSISTENT.
    """
    first = max(0, size - COMPARED)
    if size:
        with ws.store.reading() as connection:
            log.publish(first, placed(connection, first, size - first))
