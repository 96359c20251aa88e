"""Integrate: what waits goes into the ledger, under a signed checkpoint; then others bear witness to it."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import ledger
from tidings.model import Counts


@sealed_task
def integrate_entries() -> Counts:
    with the_workspace() as ws:
        return ledger.integrate(ws)


@sealed_task
def countersign_checkpoint() -> Counts:
    """Returns {cosigned, stamped, failed}. Whoever is away is asked again by the next run: nothing waits for them."""
    with the_workspace() as ws:
        counts, failed = ledger.countersign(ws)
        return Counts(cosigned=counts["cosigned"], stamped=counts["stamped"], failed=len(failed))
