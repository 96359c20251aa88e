"""A plan or a hold for everybody who has none, whose record changed, or whose plan was made under other rules."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries
from tasks.resolve import adopt_rules, resolve_batch, unplanned_batches


@sealed_flow()
def resolve() -> Counts:
    """Returns {resolved, planned, held}."""
    counts = Counts(resolved=0, planned=0, held=0)
    adopt_rules()
    for batch in unplanned_batches():
        counts += resolve_batch(batch)
    integrate_entries()
    return counts
