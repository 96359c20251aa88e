"""Reconcile: what a dead worker was doing becomes unknown, and what is unknown is settled."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import delivery
from tidings.model import Channel, Counts
from tidings.notices import Composer


@sealed_task
def give_up_lost_claims() -> Counts:
    with the_workspace() as ws:
        return delivery.give_up_lost_claims(ws)


@sealed_task
def settle_unknown(channel: Channel) -> Counts:
    with the_workspace() as ws:
        total = Counts(asked=0)
        if not delivery.anything_unknown(ws, channel):
            return total
        composer = Composer.of(ws.incident, ws.incident_folder)
        adapter = delivery.MAKERS[channel](ws)
        try:
            last = None
            while True:
                counts, last = delivery.settle_some(ws, adapter, composer, last)
                total += counts
                if last is None:
                    return total
        finally:
            adapter.close()
