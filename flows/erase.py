"""Erases whose time is over by the incident's retention; at its end the incident key as well."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts
from tasks.integrate import integrate_entries
from tasks.stewardship import end_retention, erase_due, erase_due_batches


@sealed_flow()
def erase() -> Counts:
    """Returns {erased, ended}."""
    counts = Counts(erased=0)
    for batch in erase_due_batches():
        counts += erase_due(batch)
    integrate_entries()
    return counts + end_retention()  # last: nothing opens afterwards
