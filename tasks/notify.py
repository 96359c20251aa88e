"""Notify: enrolment is closed, due attempts are made, letters pressed, messages handed to their providers."""

from __future__ import annotations

from tasks.airlock import sealed_task
from tasks.workspaces import the_workspace
from tidings import contacts, delivery
from tidings.model import Channel, Counts
from tidings.notices import Catalogs, Composer, LetterPress
from tidings.workspace import Workspace

CLAIMS = {Channel.SMS: 8, Channel.EMAIL: 1}
"""Claims that one task run works through: minutes of work at most, so that a run that dies loses little."""


def _composer(ws: Workspace, *, plans: bool = False) -> Composer:
    """The very texts that are sent are those that were looked at. Raises LawError UNMET, ApprovalError."""
    composer = Composer.of(ws.incident, ws.incident_folder)
    delivery.refuse_unlawful(ws, composer.catalogs)
    delivery.refuse_unapproved(ws, composer, plans=plans)
    return composer


@sealed_task
def refuse_unfit() -> None:
    """Before anything is done at all: what a law asks for and is missing, or what officers did not approve, stops the run,
    and nothing is half begun.
    """
    with the_workspace() as ws:
        _composer(ws, plans=True)


@sealed_task
def check_plans() -> Counts:
    """Raises what keeps every notice back: rules that changed since, a channel that nothing here can send by."""
    with the_workspace() as ws:
        delivery.check_channels(ws)
        return contacts.check_rules(ws, Catalogs.load(incident=ws.incident_folder))


@sealed_task
def close_enrolment() -> Counts:
    with the_workspace() as ws:
        return delivery.close_enrolment(ws)


@sealed_task
def due_batches() -> list[int]:
    with the_workspace() as ws:
        return delivery.due_batches(ws)


@sealed_task
def make_due(batch: int) -> Counts:
    with the_workspace() as ws:
        return delivery.make_due(ws, batch)


@sealed_task
def letter_batches() -> list[int]:
    with the_workspace() as ws:
        return delivery.letter_batches(ws)


@sealed_task
def press_letters(batch: int) -> Counts:
    with the_workspace() as ws:
        composer = _composer(ws)
        return delivery.press_batch(ws, batch, composer, LetterPress.of(tuple(ws.settings.font_folders)))


@sealed_task
def send_notices(channel: Channel) -> Counts:
    """Works through some claims of a channel. {claimed: 0} when nothing is due."""
    with the_workspace() as ws:
        total = Counts(claimed=0)
        if not delivery.anything_due(ws, channel):
            return total
        composer = _composer(ws)
        adapter = delivery.MAKERS[channel](ws)
        try:
            for _ in range(CLAIMS[channel]):
                counts = delivery.send_some(ws, adapter, composer)
                total += counts
                if not counts["claimed"]:
                    break
        finally:
            adapter.close()
        return total
