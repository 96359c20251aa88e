"""`tidings coverage`: before anything is sent, who will be told how, who waits, who cannot be reached, and what laws ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tidings import contacts
from tidings.cli.app import SAFETY, app
from tidings.cli.people import language
from tidings.cli.tables import table
from tidings.cli.talk import out, put, put_json, steps
from tidings.contacts import CLASSES, Coverage
from tidings.laws import asks
from tidings.workspace import Workspace, open_workspace

WORDS = {
    "full": "will be told, with the full notice",
    "teaser": "will get a teaser, and can ask for the notice",
    "attorney": "through their attorney only",
    "held": "wait for a human: `tidings holds`",
    "unreachable": "no contact, or all tried in vain",
    "settled": "an officer settled it",
    "unplanned": "no plan yet: `tidings resolve`",
    "not_counted": "erased, or the same person as another",
}
OUTCOMES = ("told", "held", "unreachable", "settled", "unplanned")


@app.command(group=SAFETY, sort_key=6)
def coverage(*, json: bool = False) -> None:
    """Show who will be told how, who waits and why, who cannot be reached, by language and channel, and what laws then ask.

    Parameters
    ----------
    json
        Print it as JSON, with exact counts: for inside only.

    """
    with open_workspace() as ws:
        with steps("coverage") as bar:
            found = contacts.coverage(ws, bar)
        body = exact(ws, found)
    if json:
        put_json(body)
    else:
        _show(body)


def exact(ws: Workspace, found: Coverage) -> dict[str, Any]:
    """Exact counts: they stay inside."""
    unreachable = found.persons["unreachable"]
    return {
        "incident": ws.incident.name,
        "people": found.people,
        "persons": {name: found.persons[name] for name in CLASSES},
        "held": dict(found.held.most_common()),
        "first_channel": dict(found.first.most_common()),
        "any_channel": dict(found.any.most_common()),
        "attorneys_told_as_well": found.attorneys,
        "languages": {
            tag or "unknown": {outcome: counts[outcome] for outcome in OUTCOMES}
            for tag, counts in sorted(found.languages.items(), key=lambda item: -sum(item[1].values()))
        },
        "unreachable": {"now": unreachable, "if_all_who_wait_stay_held": unreachable + found.persons["held"]},
        "laws": [
            {"law": ask.law, "asks": ask.asks, "source": ask.source}
            for ask in asks(ws.settings.config, ws.incident, unreachable=unreachable, people=found.people)
        ],
    }


def _show(body: Mapping[str, Any]) -> None:
    people = table(f"{body['incident']}: how {body['people']:,} people will be told", "people", "how", "")
    for name, count in body["persons"].items():
        if count:
            people.add_row(f"{count:,}", name.replace("_", " "), WORDS[name])
    out.print(people)
    channels = table("By channel: the first of their own contacts, and any", "first", "any", "channel", numbers=2)
    for name in dict.fromkeys([*body["first_channel"], *body["any_channel"]]):
        first, of_any = body["first_channel"].get(name, 0), body["any_channel"].get(name, 0)
        channels.add_row(f"{first:,}", f"{of_any:,}" if of_any else "", name if name != "attorney" else "attorney only")
    out.print(channels)
    if body["held"]:
        held = table("Who waits, by rule", "people", "rule")
        for name, count in body["held"].items():
            held.add_row(f"{count:,}", name)
        out.print(held)
    heads = [name.replace("_", " ") for name in OUTCOMES[:3]]
    by_language = table("By language", *heads, "language", numbers=3)
    for tag, counts in body["languages"].items():
        by_language.add_row(*(f"{counts[name]:,}" for name in OUTCOMES[:3]), language(tag))
    out.print(by_language)
    reach = body["unreachable"]
    put(f"cannot be reached: {reach['now']:,}; if all who wait stay held: {reach['if_all_who_wait_stay_held']:,}")
    for ask in body["laws"]:
        put(f"{ask['law']} ({ask['source']}) asks: {ask['asks']}")
