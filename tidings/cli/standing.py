"""`tidings status`: where everybody stands, in counts."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.table import Table

from tidings import contacts, delivery
from tidings.cli.app import RECORD, app
from tidings.cli.talk import out, put, put_json
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
        safety = contacts.load_safety(ws.settings.config)
    if json:
        put_json(found)
        return
    lists = found["lists"]
    if found["persons"]:
        out.print(_states(found))
    else:
        put(f"{found['incident']}: nobody is enrolled yet: `tidings ingest LIST`")
    if found["holds"]:
        out.print(_holds(found, safety))
    if found["attempts"]:
        out.print(_attempts(found))
    if found["laws"]:
        out.print(_laws(found))
        put("laws were summarised by engineers; counsel decides: docs/laws.md")
    put(f"rows read: {lists['rows']:,}; refused and kept sealed: {lists['refused']:,}; known before: {lists['repeated']:,}")
    if lists["unfinished"]:
        put(f"lists that were begun and not finished: {lists['unfinished']:,}: run `tidings ingest` with each again")
    put(f"ledger: {found['ledger']['size']:,} entries, {found['ledger']['waiting']:,} waiting to be published")


def _states(found: dict[str, Any]) -> Table:
    table = _table(f"{found['incident']}: where {found['persons']:,} people stand", "persons", "state", "meaning")
    for state, count in found["states"].items():
        if count:
            table.add_row(f"{count:,}", state, MEANING[PersonState(state)])
    return table


def _holds(found: dict[str, Any], safety: Safety) -> Table:
    table = _table("What waits for a human", "persons", "rule", "why, and what to do")
    for rule, count in sorted(found["holds"].items(), key=lambda item: -item[1]):
        meaning = safety.meanings[Rule(rule)]
        table.add_row(f"{count:,}", rule, f"{meaning.why} {meaning.what}")
    return table


def _attempts(found: dict[str, Any]) -> Table:
    states = [
        state for state in next(iter(found["attempts"].values())) if any(counts[state] for counts in found["attempts"].values())
    ]
    table = _table("Attempts", *states, "channel")
    for channel, counts in found["attempts"].items():
        table.add_row(*(f"{counts[state]:,}" for state in states), channel)
    return table


def _laws(found: dict[str, Any]) -> Table:
    """One line a clock; what is done, and whoever is told later, last."""
    table = _table("By when laws want people, and others, to be told", "days left", "by", "law: whom, and what it says")
    for law, clock in found["laws"].items():
        table.add_row(*_clock(clock), f"{law}: people: {clock['says']}")
        for other in clock["others"]:
            table.add_row(*_clock(other), f"{law}.{other['id']}: {other['who']}: {other['says']}")
    table.columns[0].justify = "right"
    return table


def _clock(clock: dict[str, Any]) -> tuple[str, str]:
    day = clock["deadline"] or ""
    if not clock["firm"] and day:
        day += " (target)"
    match clock["state"]:
        case "waits":
            return "", "once people are told"
        case "done":
            return "done", day
        case "overdue":
            return f"{-clock['days_left']:,} late", day
        case "soon":
            return f"only {clock['days_left']:,}", day
    return f"{clock['days_left']:,}", day


def _table(title: str, *columns: str) -> Table:
    """Numbers first and to the right, and no lines between: it must be readable at 80 columns, and in a mail."""
    table = Table(*columns, title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns[: 1 if "rule" in columns or "state" in columns else -1]:
        column.justify = "right"
    table.columns[0].no_wrap = table.columns[1].no_wrap = True
    return table
