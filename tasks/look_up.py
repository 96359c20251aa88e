"""Look up: what kind of line the telephones are that plans are about to use, asked of a provider."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import contacts, delivery
from tidings.model import Counts


@sealed_task
def look_up_batches() -> list[int]:
    with the_workspace() as ws:
        delivery.line_lookup(ws).close()  # says so where it is switched off, though there be nobody to ask about
        return contacts.look_up_batches(ws)


@sealed_task
def look_up_batch(batch: int) -> Counts:
    with the_workspace() as ws:
        provider = delivery.line_lookup(ws)
        try:
            return contacts.look_up_batch(ws, batch, provider)
        finally:
            provider.close()
