"""Asks a provider about telephone lines, where the incident says so; whoever's plan may change by it is planned anew."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Counts, StageFailed
from tasks.integrate import integrate_entries
from tasks.look_up import look_up_batch, look_up_batches
from tasks.notify import check_plans
from tasks.resolve import resolve_batch, unplanned_batches


@sealed_flow()
def look_up() -> Counts:
    """Returns {asked, answered, known, later, anew, resolved, planned, held}."""
    counts = Counts(asked=0, answered=0, known=0, later=0, anew=0, resolved=0, planned=0, held=0)
    check_plans()  # by plans of other rules nobody is asked about
    stopped: list[StageFailed] = []
    try:
        for batch in look_up_batches():
            counts += look_up_batch(batch)
    except StageFailed as failed:
        stopped.append(failed)
    for batch in unplanned_batches():  # also where it stopped: what was answered until then counts
        counts += resolve_batch(batch)
    integrate_entries()
    if stopped:
        raise stopped[0]
    return counts
