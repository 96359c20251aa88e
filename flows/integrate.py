"""Publishes waiting ledger entries: receipts bring them at any time, between the other flows. Then others bear witness."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import countersign_checkpoint, integrate_entries


@sealed_flow()
def integrate() -> Counts:
    """Returns {size, integrated, cosigned, stamped, failed}."""
    return integrate_entries() + countersign_checkpoint()
