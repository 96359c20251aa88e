"""Ingest: a registered list's rows are staged, batch by batch made persons, and the list is closed."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings.model import Counts
from tidings.people import ingest


@sealed_task
def stage_list(list_id: int) -> Counts:
    with the_workspace() as ws:
        return ingest.stage_list(ws, list_id)


@sealed_task
def staged_batches(list_id: int) -> list[int]:
    with the_workspace() as ws:
        return ingest.staged_batches(ws, list_id)


@sealed_task
def ingest_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        return ingest.ingest_batch(ws, batch)


@sealed_task
def finish_list(list_id: int) -> Counts:
    with the_workspace() as ws:
        return ingest.finish_list(ws, list_id)
