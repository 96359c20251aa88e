"""`tidings coverage`: before anything is sent, who will be told how, who waits, who cannot be reached, and what laws ask."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

from tidings import contacts
from tidings.cli.app import SAFETY, app
from tidings.cli.outsiders import FORMATS, for_outsiders
from tidings.cli.people import language
from tidings.cli.tables import table
from tidings.cli.talk import out, put, put_json, say, steps
from tidings.contacts import Coverage, Outcome, Reach, Ways, published
from tidings.errors import ConfigError
from tidings.incident import Incident
from tidings.laws import Profile, asks, profiles
from tidings.vault import write_private
from tidings.workspace import open_workspace

WORDS = {
    Reach.FULL: "told by the full notice",
    Reach.TEASER: "told by a teaser, which says where the notice is",
    Reach.HAND: "told by a sealed letter, handed over",
    Reach.ATTORNEY: "told through their attorney only",
    Reach.HELD: "wait for a human, by rule: `tidings holds`",
    Reach.NO_CONTACT: "no contact at all",
    Reach.IN_VAIN: "all contacts tried in vain",
    Reach.NEVER: "not to be told: an officer decided",
    Reach.OTHERWISE: "told in another way: an officer recorded it",
    Reach.UNPLANNED: "no plan yet: `tidings resolve`",
    Reach.GONE: "erased, or the same person as another",
}

WIDTH = 80


@app.command(group=SAFETY, sort_key=7)
def coverage(*, public: Path | None = None, json: bool = False) -> None:
    """Show who will be told how, who waits and why, who cannot be reached, by language and channel, and what laws then ask.

    Parameters
    ----------
    public
        Write it for outsiders into this file, by its ending as JSON, CSV or Markdown: counts under ten are not in it, nor can
        they be worked out.
    json
        Print it as JSON, with exact counts: for inside only.

    """
    if public is not None and public.suffix.lower() not in FORMATS:
        raise ConfigError(ConfigError.Code.BAD_USE, "--public", hint=f"end the file's name in {', '.join(FORMATS)}")
    with open_workspace() as ws:
        laws = profiles(ws.settings.config, ws.incident)
        with steps("coverage") as bar:
            found = contacts.coverage(ws, bar)
        incident = ws.incident
    body = exact(incident, found, laws)
    if public is not None:
        write_private(public, for_outsiders(incident, published(found), body["laws"]["now"], public.suffix.lower()))
        say(f"written for outsiders: {public}")
    if json:
        put_json(body)
    elif public is None:
        _show(body)


def exact(incident: Incident, found: Coverage, laws: tuple[Profile, ...]) -> dict[str, Any]:
    """Exact counts: they stay inside."""
    now, held = found.outcomes[Outcome.NOBODY], found.outcomes[Outcome.HELD]
    harmed = found.reached[Reach.NEVER]
    by_size = sorted(found.languages.items(), key=lambda item: (-item[1].total(), item[0]))
    columns = [one for one in Outcome if one is not Outcome.GONE]
    return {
        "incident": incident.name,
        "people": found.people,
        "reached": {one.value: found.reached[one] for one in Reach},
        "outcomes": {one.value: found.outcomes[one] for one in Outcome},
        "held": dict(sorted(found.held.items(), key=lambda item: (-item[1], item[0]))),
        "channels": {"own": _channels(found.own), "attorney": _channels(found.attorney)},
        "languages": {tag: {one.value: counts[one] for one in columns} for tag, counts in by_size},
        "unopened": found.unopened,
        "outdated": found.outdated,
        "unreachable": {"now": now, "if_all_stay_held": now + held},
        "laws": {
            "now": _asked(laws, now, found.people, harmed),
            "if_all_stay_held": _asked(laws, now + held, found.people, harmed),
        },
    }


def _channels(ways: Ways) -> dict[str, dict[str, int]]:
    first: dict[str, int] = {}
    for (channel, _carries), count in ways.first.items():
        first[channel] = first.get(channel, 0) + count
    found = {channel.value: {"first": first.get(channel, 0), "any": count} for channel, count in ways.any.items()}
    return dict(sorted(found.items(), key=lambda item: (-item[1]["first"], -item[1]["any"])))


def _asked(laws: tuple[Profile, ...], unreachable: int, people: int, harmed: int) -> list[dict[str, str]]:
    """Who is never to be told counts as somebody whom telling directly would endanger: for that an officer gave a reason."""
    return [
        {"law": ask.law, "asks": ask.what, "because": ask.because.value, "source": ask.source}
        for law in laws
        for ask in asks(law, unreachable, people=people, harmed=harmed)
    ]


def _show(body: Mapping[str, Any]) -> None:
    people = table(f"{body['incident']}: how {body['people']:,} people will be told", "people", "how", "")
    for one in Reach:
        if count := body["reached"][one]:
            people.add_row(f"{count:,}", one.replace("_", " "), WORDS[one])
    out.print(people)
    channels = table("Of those told, by channel", "first", "any", "channel", numbers=2)
    for whose, words in (("own", ""), ("attorney", "to their attorney, ")):
        for name, count in body["channels"][whose].items():
            channels.add_row(f"{count['first']:,}", f"{count['any']:,}", f"{words}{name}")
    out.print(channels)
    if body["held"]:
        held = table("Who waits, by rule", "people", "rule")
        for name, count in body["held"].items():
            held.add_row(f"{count:,}", name)
        out.print(held)
    columns = [one for one in Outcome if any(counts.get(one) for counts in body["languages"].values())]
    by_language = table("By language", *columns, "language", numbers=len(columns))
    for tag, counts in body["languages"].items():
        by_language.add_row(*(f"{counts[one]:,}" for one in columns), language(tag))
    out.print(by_language)
    _warn(body)
    reach = body["unreachable"]
    put(f"Cannot be reached: {reach['now']:,}; if all who wait stay held: {reach['if_all_stay_held']:,}.")
    _say_what_laws_ask(body["laws"])


def _warn(body: Mapping[str, Any]) -> None:
    if body["outdated"]:
        say(f"warning: {body['outdated']:,} plans are of an older record or of other rules: `tidings resolve` makes them anew")
    if body["unopened"]:
        say(f"warning: {body['unopened']:,} people cannot be opened (key.cannot_open): they count as of an unknown language")


def _say_what_laws_ask(laws: Mapping[str, list[dict[str, str]]]) -> None:
    now = laws["now"]
    later = [ask for ask in laws["if_all_stay_held"] if ask not in now]
    for title, found in (("Laws then ask, counsel decides:", now), ("And if all who wait stay held:", later)):
        if not found:
            continue
        put(title)
        for ask in found:
            text = f"{ask['asks']} ({ask['law']}: {ask['source']}; because of: {ask['because']})"
            put(fill(text, WIDTH, initial_indent="- ", subsequent_indent="  "))


def summary(found: Coverage) -> str:
    """Coverage in a line, for `tidings resolve`."""
    outcomes, reached = found.outcomes, found.reached
    told = (
        (Reach.FULL, "in full"),
        (Reach.TEASER, "by a teaser"),
        (Reach.HAND, "by hand"),
        (Reach.ATTORNEY, "through their attorney"),
    )
    ways = ", ".join(f"{reached[one]:,} {words}" for one, words in told if reached[one])
    text = f"{outcomes[Outcome.TOLD]:,} of {found.people:,} will be told{f': {ways}' if ways else ''}"
    if waiting := outcomes[Outcome.HELD]:
        text += f"; {waiting:,} wait: `tidings holds`"
    if nobody := outcomes[Outcome.NOBODY]:
        text += f"; {nobody:,} cannot be reached"
    return f"{text}; see `tidings coverage`"
