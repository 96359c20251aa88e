"""Reread: everybody's rows are understood anew, by today's columns.toml."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings.model import Counts
from tidings.people import ingest


@sealed_task
def known_batches() -> list[int]:
    with the_workspace() as ws:
        return ingest.known_batches(ws)


@sealed_task
def reread_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        return ingest.reread_batch(ws, batch)


@sealed_task
def reread_rejects() -> Counts:
    total = Counts(rows=0, persons=0, refused=0)
    with the_workspace() as ws:
        for list_id in ingest.lists_with_rejects(ws):
            total += ingest.reread_rejects(ws, list_id)
    return total


@sealed_task
def settle_pairs() -> Counts:
    with the_workspace() as ws:
        return ingest.settle_pairs(ws)
