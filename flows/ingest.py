"""From a staged list to sealed people."""

from __future__ import annotations

from prefect.task_runners import ProcessPoolTaskRunner

from tasks.airlock import sealed_flow
from tasks.crossing import Counts, StageFailed
from tasks.ingest import finish_list, ingest_batches, parked_batches, staged_batches
from tasks.integrate import integrate_entries

GROUP = 16
"""Batches of a task run: 8,000 rows, a second or two of work. A run that dies loses no more than one batch of it."""
WORTH_PROCESSES = 100
"""Batches from which on other processes are worth the ten seconds that they take to start."""


@sealed_flow(task_runner=ProcessPoolTaskRunner())
def ingest(list_id: int) -> Counts:
    """`list_id` is the number that `tidings ingest` gave the list. Returns what `finish_list` counts.

    A long list is spread over processes, one a core (PREFECT_TASKS_RUNNER_PROCESS_POOL_MAX_WORKERS says otherwise).
    Batches may come in any order, but for rows without a reference number: they come last, one after the other.
    """
    batches = staged_batches(list_id)
    groups = [batches[start : start + GROUP] for start in range(0, len(batches), GROUP)]
    if len(batches) < WORTH_PROCESSES:
        for group in groups:
            ingest_batches(group)
    else:
        runs = [ingest_batches.submit(group) for group in groups]
        failed = [result for run in runs if isinstance(result := run.result(raise_on_failure=False), StageFailed)]
        if failed:
            raise failed[0]
    parked = parked_batches(list_id)
    if parked:
        ingest_batches(parked)
    counts = finish_list(list_id)
    integrate_entries()
    return counts
