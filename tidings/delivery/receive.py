"""Takes receipts for good: each once, by rank, with its ledger entry, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from tidings.delivery.claims import Kept, kept, write
from tidings.delivery.sharing import carried
from tidings.delivery.states import Change, after_receipt
from tidings.model import Counts
from tidings.receipts.interface import Receipt
from tidings.store import in_parts
from tidings.store.people import erased_among
from tidings.store.tables import receipts as receipts_table
from tidings.workspace import Workspace


def receive(ws: Workspace, receipts: Sequence[Receipt]) -> Counts:
    """Returns {taken, repeated, foreign, changed}: foreign ones name no attempt of this workspace, or of an erased person.

    `changed` are attempts: a receipt of one message to an attorney is true of all the clients in it.
    """
    counts = Counts(taken=0, repeated=0, foreign=0, changed=0)
    with ws.store.writing() as connection:
        travelled = carried(connection, [receipt.attempt for receipt in receipts])
        known = kept(connection, [attempt for theirs in travelled.values() for attempt in theirs])
        erased = erased_among(connection, {was.person for was in known.values()})
        seen = _seen(connection, [receipt.key for receipt in receipts])
        fresh = []
        changes: list[tuple[Kept, Change]] = []
        for receipt in receipts:
            theirs = [one for one in travelled.get(receipt.attempt, ()) if known[one].person not in erased]
            if not theirs:
                counts["foreign"] += 1
                continue
            if receipt.key in seen:
                counts["repeated"] += 1
                continue
            seen.add(receipt.key)
            counts["taken"] += 1
            fresh.append({"key": receipt.key, "attempt_id": theirs[0], "event": receipt.event.value, "at": ws.now()})
            for attempt in theirs:
                was = known[attempt]
                change = after_receipt(was, receipt)
                if change is not None:
                    changes.append((was, change))
                    known[attempt] = was.after(change)  # what the next receipt of this attempt is weighed against
                    counts["changed"] += 1
        if fresh:
            connection.execute(insert(receipts_table), fresh)
        write(ws, connection, changes)
    return counts


def _seen(connection: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for part in in_parts(keys):
        wanted = select(receipts_table.c.key).where(receipts_table.c.key.in_(part))
        found |= set(connection.scalars(wanted))
    return found
