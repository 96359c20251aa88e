"""A plan or a hold for everybody who has none, or whose record changed."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries
from tasks.resolve import resolve_batch, unplanned_batches


@sealed_flow()
def resolve() -> Counts:
    """Returns {resolved, planned, held}."""
    counts = Counts(resolved=0, planned=0, held=0)
    for batch in unplanned_batches():
        counts += resolve_batch(batch)
    integrate_entries()
    return counts
