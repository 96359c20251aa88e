"""Takes receipts for good: each once, by rank, with its ledger entry, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import insert, select

from tidings.delivery.claims import Kept, kept, write
from tidings.delivery.states import Change, after_receipt
from tidings.model import AttemptId, Counts
from tidings.receipts.interface import Receipt
from tidings.store import IN_PARTS
from tidings.store.tables import receipts as receipts_table
from tidings.workspace import Workspace


def receive(ws: Workspace, receipts: Sequence[Receipt]) -> Counts:
    """Returns {taken, repeated, foreign, changed}: foreign ones name no attempt of this workspace."""
    counts = Counts(taken=0, repeated=0, foreign=0, changed=0)
    with ws.store.writing() as connection:
        known = kept(connection, [receipt.attempt for receipt in receipts])
        seen: set[str] = set()
        keys = [receipt.key for receipt in receipts]
        for start in range(0, len(keys), IN_PARTS):
            wanted = select(receipts_table.c.key).where(receipts_table.c.key.in_(keys[start : start + IN_PARTS]))
            seen |= set(connection.scalars(wanted))
        fresh = []
        changes: dict[AttemptId, Change] = {}
        states: dict[AttemptId, Kept] = dict(known)
        for receipt in receipts:
            was = states.get(receipt.attempt)
            if was is None:
                counts["foreign"] += 1
                continue
            if receipt.key in seen:
                counts["repeated"] += 1
                continue
            seen.add(receipt.key)
            counts["taken"] += 1
            fresh.append({"key": receipt.key, "attempt_id": receipt.attempt, "event": receipt.event.value, "at": ws.now()})
            change = after_receipt(was.state, was.tries, receipt)
            if change is None:
                continue
            # Two receipts of one attempt in one request: the first is written before the second is weighed.
            if receipt.attempt in changes:
                write(ws, connection, changes, known)
                known = {**known, **states}
                changes = {}
            changes[receipt.attempt] = change
            states[receipt.attempt] = Kept(
                was.attempt, was.person, was.channel, was.version, change.state, was.tries + change.tried
            )
            counts["changed"] += 1
        if fresh:
            connection.execute(insert(receipts_table), fresh)
        write(ws, connection, changes, known)
    return counts
