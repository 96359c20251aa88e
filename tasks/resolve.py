"""Resolve: a plan or a hold for everybody of a batch."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import contacts
from tidings.model import Counts
from tidings.notices import Catalogs


@sealed_task
def adopt_rules() -> Counts:
    with the_workspace() as ws:
        return contacts.adopt_rules(ws, Catalogs.load(incident=ws.incident_folder))


@sealed_task
def unplanned_batches() -> list[int]:
    with the_workspace() as ws:
        return contacts.unplanned_batches(ws)


@sealed_task
def resolve_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        return contacts.resolve_batch(ws, batch, Catalogs.load(incident=ws.incident_folder))
