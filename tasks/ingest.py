"""Ingest: a staged list's batches are made persons, and the list is closed."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings.model import Counts
from tidings.people import ingest


@sealed_task
def staged_batches(list_id: int) -> list[int]:
    with the_workspace() as ws:
        return ingest.staged_batches(ws, list_id)


@sealed_task
def parked_batches(list_id: int) -> list[int]:
    with the_workspace() as ws:
        return ingest.parked_batches(ws, list_id)


@sealed_task
def ingest_batches(batches: list[int]) -> Counts:
    """Several batches in one task run: a task run costs as much as half a batch."""
    total = Counts()
    with the_workspace() as ws:
        for batch in batches:
            total += ingest.ingest_batch(ws, batch)
    return total


@sealed_task
def finish_list(list_id: int) -> Counts:
    with the_workspace() as ws:
        return ingest.finish_list(ws, list_id)
