"""Settles what is unknown, and brings what happened since the last run into the ledger."""

from __future__ import annotations

from tasks.airlock import sealed_flow
from tasks.crossing import Channel, Counts, StageFailed
from tasks.integrate import integrate_entries
from tasks.reconcile import give_up_lost_claims, settle_unknown


@sealed_flow()
def reconcile() -> Counts:
    """Returns {lost, asked, found, resend, held, later}."""
    counts = Counts(lost=0, asked=0) + give_up_lost_claims()
    stopped: list[StageFailed] = []
    for channel in (Channel.SMS, Channel.EMAIL):
        try:
            counts += settle_unknown(channel)
        except StageFailed as failed:
            stopped.append(failed)
    integrate_entries()
    if stopped:
        raise stopped[0]
    return counts
