"""`tidings status`: where everybody stands, in counts."""

from __future__ import annotations

from typing import Any

import orjson
from rich.table import Table

from tidings import contacts, delivery
from tidings.cli.app import app
from tidings.cli.talk import out
from tidings.contacts import Safety
from tidings.model import PersonState
from tidings.rules import Rule
from tidings.workspace import open_workspace

MEANING = {
    PersonState.ENROLLED: "sealed; no plan yet: `tidings resolve`",
    PersonState.HELD: "waits for a human's decision",
    PersonState.PLANNED: "a notice is due: `tidings notify`",
    PersonState.SENDING: "on its way to a provider",
    PersonState.UNKNOWN: "a provider was called, its answer is missing: `tidings reconcile`",
    PersonState.SENT: "a provider accepted the notice",
    PersonState.LETTER_READY: "a sealed letter waits to be posted or handed over: `tidings letters`",
    PersonState.DELIVERED: "the provider says that it arrived",
    PersonState.UNDELIVERED: "every contact was tried in vain",
}


@app.command
def status(*, json: bool = False) -> None:
    """Show where everybody stands, what waits for a human, and why.

    Parameters
    ----------
    json
        Print it as JSON: docs/status.md lists the keys.

    """
    ws = open_workspace()
    try:
        found = delivery.status(ws)
        safety = contacts.load_safety(ws.settings.config)
    finally:
        ws.close()
    if json:
        out.print_json(orjson.dumps(found).decode())
        return
    out.print(_states(found))
    if found["holds"]:
        out.print(_holds(found, safety))
    if found["attempts"]:
        out.print(_attempts(found))
    lists = found["lists"]
    out.print(f"rows read: {lists['rows']:,}; refused and kept sealed: {lists['refused']:,}; known before: {lists['repeated']:,}")
    out.print(f"ledger: {found['ledger']['size']:,} entries, {found['ledger']['waiting']:,} waiting to be published")


def _states(found: dict[str, Any]) -> Table:
    table = Table(
        "persons", "state", "meaning", title=f"{found['incident']}: where {found['persons']:,} people stand", title_justify="left"
    )
    table.columns[0].justify = "right"
    for state, count in found["states"].items():
        if count:
            table.add_row(f"{count:,}", state, MEANING[PersonState(state)])
    return table


def _holds(found: dict[str, Any], safety: Safety) -> Table:
    table = Table("persons", "rule", "why", "what to do", title="What waits for a human, and why", title_justify="left")
    table.columns[0].justify = "right"
    for rule, count in sorted(found["holds"].items(), key=lambda item: -item[1]):
        meaning = safety.meanings[Rule(rule)]
        table.add_row(f"{count:,}", rule, meaning.why, meaning.what)
    return table


def _attempts(found: dict[str, Any]) -> Table:
    states = [
        state for state in next(iter(found["attempts"].values())) if any(counts[state] for counts in found["attempts"].values())
    ]
    table = Table("channel", *states, title="Attempts", title_justify="left")
    for column in table.columns[1:]:
        column.justify = "right"
    for channel, counts in found["attempts"].items():
        table.add_row(channel, *(f"{counts[state]:,}" for state in states))
    return table
