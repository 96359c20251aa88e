"""Publishes waiting ledger entries: receipts bring them at any time, between the other flows."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries


@sealed_flow()
def integrate() -> Counts:
    """Returns {size, integrated}."""
    return integrate_entries()
