"""`tidings coverage`: before anything is sent, who will be told how, who waits, who cannot be reached, and what laws ask."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from tidings import contacts
from tidings.cli.app import SAFETY, app
from tidings.cli.people import language
from tidings.cli.tables import table
from tidings.cli.talk import out, put, put_json, say, steps
from tidings.contacts import CLASSES, MASKED, TOLD, Coverage, merged, suppressed, total_may_be_shown
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
WITHHELD = "withheld: too few people"
OUTCOMES = ("told", "held", "unreachable", "settled", "unplanned")


@app.command(group=SAFETY, sort_key=6)
def coverage(*, public: Path | None = None, json: bool = False) -> None:
    """Show who will be told how, who waits and why, who cannot be reached, by language and channel, and what laws then ask.

    Parameters
    ----------
    public
        Write it as JSON for outsiders into this file: no count under ten is in it, nor can one be worked out.
    json
        Print it as JSON, with exact counts: for inside only.

    """
    with open_workspace() as ws:
        with steps("coverage") as bar:
            found = contacts.coverage(ws, bar)
        body = exact(ws, found)
    if public is not None:
        _write(public, orjson.dumps(outside(body), option=orjson.OPT_INDENT_2) + b"\n")
        say(f"written for outsiders: {public}")
    elif json:
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


def outside(body: Mapping[str, Any]) -> dict[str, Any]:
    """As outsiders may see it. How many people there are everybody may know: the ledger says it.

    What is masked among the persons must not come back as the sum of a breakdown, so such a breakdown is withheld.
    """
    persons = suppressed(body["persons"])
    masked = {name for name, count in persons.items() if count == MASKED}
    shown: dict[str, Any] = {"incident": body["incident"], "people": body["people"], "persons": persons}
    if not total_may_be_shown(body["persons"]):
        return shown | {"persons": WITHHELD, "laws": body["laws"]}
    for name, of in (("held", {"held"}), ("first_channel", set(TOLD))):
        shown[name] = suppressed(body[name]) if not of & masked and total_may_be_shown(body[name]) else WITHHELD
    hidden = {"told" if name in TOLD else name for name in masked}
    table = {tag: {name: row[name] for name in row if name not in hidden} for tag, row in body["languages"].items()}
    languages = merged(table)
    return shown | {"languages": WITHHELD if languages is None else languages, "laws": body["laws"]}


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


def _write(file: Path, data: bytes) -> None:
    """Whole or not at all, and readable for its owner only, like all that is written here."""
    part = file.with_name(f"{file.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(file)
