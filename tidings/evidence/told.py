"""What was known when, and what was done: a line an event, from the incident's own description and from the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tidings.entry import EntryKind, hour
from tidings.incident import Incident

DESCRIBED = "as the incident is described"


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """`at` is an hour in UTC, as entries have it. `mark` is a word for the drawing; only what has one is drawn."""

    at: str
    place: int
    """In the ledger; those that it does not know come first, in their own order."""
    what: str
    mark: str = ""

    @property
    def source(self) -> str:
        return DESCRIBED if self.place < 0 else f"entry {self.place:,}"


@dataclass(slots=True)
class Story:
    """Takes entries in order; keeps of each kind what a reader wants to know the hour of."""

    _first: dict[str, tuple[int, str]] = field(default_factory=dict)
    _lists: list[tuple[int, str]] = field(default_factory=list)
    _signed: dict[tuple[int, str], set[str]] = field(default_factory=dict)
    _approved: dict[int, tuple[int, str, int]] = field(default_factory=dict)
    _needed: int = 0
    _last_notice: tuple[int, str] | None = None

    def take(self, index: int, said: Mapping[str, Any]) -> None:
        kind, at = said["kind"], said["at"]
        if kind == EntryKind.LIST_INGESTED:
            self._lists.append((index, at))
        elif kind == EntryKind.APPROVAL_REQUIRED:
            self._needed = said["officers"]
        elif kind == EntryKind.NOTICE_APPROVED:
            officers = self._signed.setdefault((said["version"], said["digest"]), set())
            officers.add(said["officer"])
            if len(officers) >= self._needed:
                self._approved.setdefault(said["version"], (index, at, len(officers)))
        elif kind in (EntryKind.NOTICE_SENT, EntryKind.LETTER_COMPOSED):
            self._first.setdefault(f"{kind} {said['version']}", (index, at))
            self._last_notice = (index, at)
        else:
            self._first.setdefault(kind, (index, at))

    @property
    def notices(self) -> tuple[str, str] | None:
        """The hours of the first and the last notice; none before any."""
        first = [at for name, (_index, at) in self._first.items() if name.startswith(("notice.sent ", "letter.composed "))]
        return (min(first), self._last_notice[1]) if first and self._last_notice else None

    def events(self, incident: Incident) -> list[Event]:
        exposed = incident.exposure
        found = [
            Event(_hour(exposed.began), -3, "the data were exposed from here", "exposed"),
            Event(_hour(exposed.ended), -2, "and until here", "ended"),
            Event(_hour(exposed.discovered), -1, "this was discovered", "discovered"),
        ]
        found += [
            _event(place, "a list of those affected was taken in", "" if at else "list taken in")
            for at, place in enumerate(self._lists)
        ]
        for approved, (index, at, officers) in self._approved.items():
            found.append(_event((index, at), f"{officers} officers had approved notice {approved}", "approved"))
        for name, place in self._first.items():
            kind, _, version = name.partition(" ")
            if kind in _WORDS:
                words, mark = _WORDS[kind]
                found.append(_event(place, words.format(version=version), mark))
        if self._last_notice:
            found.append(_event(self._last_notice, "the last notice went out, or letter was ready, so far"))
        return sorted(found)


_WORDS: Mapping[str, tuple[str, str]] = {
    EntryKind.LEDGER_OPENED: ("the ledger was opened", ""),
    EntryKind.ENROLMENT_CLOSED: ("everybody was counted, before any notice", "counted"),
    EntryKind.RULES_ADOPTED: ("the rules of safety were adopted", ""),
    EntryKind.NOTICE_SENT: ("a provider took the first message of notice {version}", "first notice"),
    EntryKind.LETTER_COMPOSED: ("the first letter of notice {version} was ready", ""),
    EntryKind.NOTICE_DELIVERED: ("the first message arrived, as its provider says", ""),
    EntryKind.HOLD_DECIDED: ("an officer first decided on somebody who waited", ""),
    EntryKind.PERSON_OPENED: ("an officer first looked at somebody's data", ""),
    EntryKind.INCIDENT_CLOSED: ("the incident was closed", "closed"),
    EntryKind.RETENTION_ENDED: ("what was kept was about to be destroyed", ""),
}


def _event(place: tuple[int, str], what: str, mark: str = "") -> Event:
    return Event(place[1], place[0], what, mark)


def _hour(at: datetime) -> str:
    return hour(at.astimezone(UTC))
