"""From a registered list to sealed people."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.ingest import finish_list, ingest_batch, stage_list, staged_batches
from tasks.integrate import integrate_entries


@sealed_flow()
def ingest(list_id: int) -> Counts:
    """`list_id` is the number that `tidings ingest` gave the list. Returns {rows, persons, refused, repeated}."""
    stage_list(list_id)
    for batch in staged_batches(list_id):
        ingest_batch(batch)
    counts = finish_list(list_id)
    integrate_entries()
    return counts
