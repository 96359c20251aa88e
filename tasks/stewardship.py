"""Stewardship: new keys for everybody, and the erasure of whose time is over."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import stewardship
from tidings.model import Counts


@sealed_task
def begin_reseal() -> Counts:
    with the_workspace() as ws:
        return stewardship.begin_reseal(ws)


@sealed_task
def reseal_batches() -> list[int]:
    with the_workspace() as ws:
        return stewardship.reseal_batches(ws)


@sealed_task
def reseal_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        return stewardship.reseal_batch(ws, batch)


@sealed_task
def reseal_refused() -> Counts:
    with the_workspace() as ws:
        return stewardship.reseal_refused(ws)


@sealed_task
def end_reseal() -> Counts:
    with the_workspace() as ws:
        return stewardship.end_reseal(ws)


@sealed_task
def erase_due_batches() -> list[int]:
    with the_workspace() as ws:
        return stewardship.erase_due_batches(ws)


@sealed_task
def erase_due(batch: int) -> Counts:
    with the_workspace() as ws:
        return stewardship.erase_due(ws, batch)


@sealed_task
def end_retention() -> Counts:
    with the_workspace() as ws:
        return stewardship.end_retention(ws)
