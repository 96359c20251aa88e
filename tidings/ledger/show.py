"""Entries to look at: which of a ledger's, by kind, person, rule, channel and time. Nothing here was verified."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from tidings.errors import LedgerError
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.note import split_note
from tidings.ledger.tiles import WIDTH, Read, Tiles
from tidings.ledger.verify import HEAD

HOUR = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2}(?:T[0-9]{2}Z?)?)?)?")
"""A year, month, day or hour in UTC, as the beginning of an entry's `at`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries; what is empty asks for nothing. `kind` is a kind, or the first word of several: `notice`."""

    kind: str = ""
    person: str = ""
    rule: str = ""
    channel: str = ""
    since: str = ""
    until: str = ""
    """The last year, month, day or hour that counts."""

    def may_be(self, body: bytes) -> bool:
        """False only if it is none; much faster than reading it."""
        return all(one.encode() in body for one in (self.kind, self.person, self.rule, self.channel))

    def wants(self, said: dict[str, Any]) -> bool:
        kind, at = str(said.get("kind", "")), str(said.get("at", ""))
        return (
            (not self.kind or kind == self.kind or kind.startswith(f"{self.kind}."))
            and (not self.person or said.get("person") == self.person)
            and (not self.rule or said.get("rule") == self.rule)
            and (not self.channel or said.get("channel") == self.channel or self.channel in said.get("channels", ()))
            and at >= self.since
            and (not self.until or at[: len(self.until)] <= self.until)
        )


def published(read: Read) -> int:
    """How many entries the newest checkpoint says there are. LedgerError NONE, BAD_CHECKPOINT."""
    data = read(HEAD)
    if data is None:
        raise LedgerError(LedgerError.Code.NONE)
    return Checkpoint.parse(split_note(data, HEAD)[0], HEAD).size


def chosen(read: Read, wanted: Wanted, first: int, size: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """(index, what it says) of the entries from `first` on that are wanted; what is no JSON object is passed over."""
    tiles = Tiles(read, size)
    for number in range(first // WIDTH, -(-size // WIDTH)):
        entries, _name = tiles.bundle(number)
        for index, body in enumerate(entries, number * WIDTH):
            if index < first or not wanted.may_be(body):
                continue
            said = _said(body)
            if said is not None and wanted.wants(said):
                yield index, said


def _said(body: bytes) -> dict[str, Any] | None:
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return said if isinstance(said, dict) else None
