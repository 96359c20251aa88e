"""`tidings status`: where everybody stands, in counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.table import Table

from tidings import contacts, delivery
from tidings.cli.app import RECORD, app
from tidings.cli.clocks import laws
from tidings.cli.explaining import GONE_RULE
from tidings.cli.tables import table
from tidings.cli.talk import hour_in_words, out, put, put_json
from tidings.contacts import Meaning
from tidings.model import PersonState
from tidings.workspace import open_workspace

MEANING = {
    PersonState.ENROLLED: "sealed; no plan yet: `tidings resolve`",
    PersonState.HELD: "waits for a human's decision",
    PersonState.PLANNED: "a notice is due: `tidings notify`",
    PersonState.SENDING: "on its way to a provider",
    PersonState.UNKNOWN: "a provider was called, its answer is missing: `tidings reconcile`",
    PersonState.SENT: "a provider accepted the notice",
    PersonState.LETTER_READY: "a sealed letter waits to be posted (`tidings letters`) or handed over (`tidings run-sheets`)",
    PersonState.DELIVERED: "the provider, or whoever brought it, says that it arrived",
    PersonState.SETTLED: "an officer recorded that they were told in another way, or are not to be told",
    PersonState.JOINED: "the same person as another, who is told",
    PersonState.UNDELIVERED: "every contact was tried in vain",
    PersonState.ERASING: "an erasure that was begun: `tidings erase` finishes it",
    PersonState.ERASED: "their key is destroyed: nothing of them can be opened",
}


@app.command(group=RECORD, sort_key=1)
def status(*, json: bool = False) -> None:
    """Show where everybody stands, what waits for a human, and why.

    Parameters
    ----------
    json
        Print it as JSON: docs/status.md lists the keys.

    """
    with open_workspace() as ws:
        found = delivery.status(ws)
        meanings = contacts.load_rulebook(ws.settings.config, ws.incident_folder).meanings
    if json:
        put_json(found)
        return
    lists = found["lists"]
    if found["persons"]:
        out.print(_states(found))
    else:
        put(f"{found['incident']}: nobody is enrolled yet: `tidings ingest LIST`")
    if found["holds"]:
        out.print(_holds(found, meanings))
    if found["attempts"]:
        out.print(_attempts(found))
    if found["quiet"]["waiting"]:
        put(f"waiting for a decent hour: {found['quiet']['waiting']:,}; {hour_in_words(found['quiet']['until'])} at the earliest")
    if found["laws"]:
        out.print(laws(found["laws"]))
        put("laws were summarised by engineers; counsel decides: docs/laws.md")
    put(f"rows read: {lists['rows']:,}; refused and kept sealed: {lists['refused']:,}; known before: {lists['repeated']:,}")
    if lists["unfinished"]:
        put(f"lists that were begun and not finished: {lists['unfinished']:,}: run `tidings ingest` with each again")
    put(f"ledger: {found['ledger']['size']:,} entries, {found['ledger']['waiting']:,} waiting to be published")


def _states(found: dict[str, Any]) -> Table:
    shown = table(f"{found['incident']}: where {found['persons']:,} people stand", "persons", "state", "meaning")
    for state, count in found["states"].items():
        if count:
            shown.add_row(f"{count:,}", state, MEANING[PersonState(state)])
    return shown


def _holds(found: dict[str, Any], meanings: Mapping[str, Meaning]) -> Table:
    shown = table("What waits for a human", "persons", "rule", "why, and what to do")
    for rule, count in sorted(found["holds"].items(), key=lambda item: -item[1]):
        meaning = meanings.get(rule, GONE_RULE)
        shown.add_row(f"{count:,}", rule, f"{meaning.why} {meaning.what}")
    return shown


def _attempts(found: dict[str, Any]) -> Table:
    states = [
        state for state in next(iter(found["attempts"].values())) if any(counts[state] for counts in found["attempts"].values())
    ]
    shown = table("Attempts", *states, "channel", numbers=len(states))
    for channel, counts in found["attempts"].items():
        shown.add_row(*(f"{counts[state]:,}" for state in states), channel)
    return shown
