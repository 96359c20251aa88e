"""Resolve: a plan or a hold for everybody of a batch."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import contacts
from tidings.model import Counts
from tidings.notices import Catalogs


@sealed_task
def unplanned_batches() -> list[int]:
    with the_workspace() as ws:
        return contacts.unplanned_batches(ws)


@sealed_task
def resolve_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        catalogs = Catalogs.load(incident=ws.incident_folder)
        return contacts.resolve_batch(ws, batch, lambda language: catalogs.serves(language, ws.incident))
