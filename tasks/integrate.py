"""Integrate: what waits goes into the ledger, under a signed checkpoint."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings.ledger import integrate
from tidings.model import Counts


@sealed_task
def integrate_entries() -> Counts:
    with the_workspace() as ws:
        return integrate(ws)
