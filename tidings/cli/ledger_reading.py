"""`tidings ledger show`, `ledger tail` and `ledger schema`: the record for people's eyes, and what an entry may say."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Any

import orjson

from tidings import ledger
from tidings.cli.ledgers import ledger_app, ledger_at
from tidings.cli.talk import put, put_json
from tidings.entry import EntryKind, json_schema
from tidings.errors import ConfigError
from tidings.ledger import HOUR, Wanted
from tidings.settings import load_settings

LOOK_EVERY_SECONDS = 1.0
_LONG = 26
"""Characters of a fact that are shown: ids in whole, of digests and signatures the beginning."""


@ledger_app.command
def show(
    folder: str | None = None,
    /,
    *,
    kind: str = "",
    person: str = "",
    rule: str = "",
    channel: str = "",
    since: str = "",
    until: str = "",
    counts: bool = False,
    json: bool = False,
) -> None:
    """Print the entries of a ledger, this workspace's or anybody's. `tidings ledger verify` checks them; this only reads.

    Parameters
    ----------
    folder
        A tlog-tiles folder, or its http(s) address. By default the workspace's.
    kind
        Of this kind only: notice.sent; or of all that begin so: notice.
    person
        About this person only: 26 letters and digits.
    rule
        Under this rule only.
    channel
        On this channel only.
    since
        From this hour, day, month or year on, in UTC: 2026-11-23T05, 2026-11-23.
    until
        Up to the end of it.
    counts
        Only how many there are, by kind, rule and channel.
    json
        One JSON object a line; with --counts one object.

    """
    wanted = Wanted(kind, person, rule, channel, _hour(since, "--since"), _hour(until, "--until"))
    with ledger_at(folder or _own()) as where:
        read = ledger.in_folder(where) if isinstance(where, Path) else where
        found = ledger.chosen(read, wanted, 0, ledger.published(read))
        if counts:
            _put_counts((said for _index, said in found), json=json)
            return
        for index, said in found:
            put(_line(index, said, json=json))


@ledger_app.command
def tail(folder: str | None = None, /, *, lines: int = 10, follow: bool = False, json: bool = False) -> None:
    """Print the newest entries of a ledger; with --follow also those that come, until Ctrl-C.

    Parameters
    ----------
    folder
        A tlog-tiles folder, or its http(s) address. By default the workspace's.
    lines
        How many.
    follow
        Go on: look every second for what was published since.
    json
        One JSON object a line.

    """
    with ledger_at(folder or _own()) as where:
        read = ledger.in_folder(where) if isinstance(where, Path) else where
        size = ledger.published(read)
        done = max(0, size - max(0, lines))
        while True:
            for index, said in ledger.chosen(read, Wanted(), done, size):
                put(_line(index, said, json=json))
            if not follow:
                return
            done = max(done, size)
            time.sleep(LOOK_EVERY_SECONDS)
            size = ledger.published(read)


@ledger_app.command
def schema(kind: str = "", /) -> None:
    """Print what an entry of each kind may say, as JSON Schema: for whoever reads the ledger with another program.

    Parameters
    ----------
    kind
        Of this kind only.

    """
    if kind and kind not in set(EntryKind):
        raise ConfigError(ConfigError.Code.BAD_USE, kind, hint="`tidings ledger schema` prints every kind")
    put_json(json_schema(EntryKind(kind)) if kind else {str(one): json_schema(one) for one in EntryKind})


def _own() -> str:
    return str(load_settings().home / "ledger")


def _hour(text: str, option: str) -> str:
    if text and not HOUR.fullmatch(text):
        raise ConfigError(ConfigError.Code.BAD_USE, option, hint="for example 2026-11-23 or 2026-11-23T05")
    return text


def _line(index: int, said: dict[str, Any], *, json: bool) -> str:
    if json:
        return orjson.dumps({"index": index, "entry": said}).decode()
    facts = {key: value for key, value in said.items() if key not in ("v", "kind", "at", "incident", "person")}
    shown = " ".join(f"{key}={_short(value)}" for key, value in facts.items())
    words = (f"{index:>9}", said.get("at", ""), f"{said.get('kind', ''):<18}", said.get("person", ""), shown)
    # Anybody's ledger may be shown: nothing of it may move the cursor or colour the terminal.
    return "".join(char if char.isprintable() else "\ufffd" for char in "  ".join(str(word) for word in words)).rstrip()


def _short(value: object) -> str:
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    return text if len(text) <= _LONG or isinstance(value, list) else f"{text[: _LONG // 2]}…"


def _put_counts(entries: Any, *, json: bool) -> None:
    counted: dict[str, Counter[str]] = {name: Counter() for name in ("kind", "rule", "channel")}
    for said in entries:
        for name, counter in counted.items():
            if isinstance(said.get(name), str):
                counter[said[name]] += 1
    if json:
        put_json({name: dict(sorted(counter.items())) for name, counter in counted.items()})
        return
    for name, counter in counted.items():
        for value, count in sorted(counter.items()):
            put(f"{count:>9}  {name:<8} {value}")
