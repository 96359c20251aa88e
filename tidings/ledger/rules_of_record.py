"""The rules of the record: whether what a whole ledger says is what ought to have been done. A pure function of its entries.

docs/ledger.md has a line for each rule. A ledger says only what its writer wrote: `unknowable` names what no reader can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import orjson

from tidings.entry import EntryKind, UnknownKind, hour_began, read_entry
from tidings.ledger.findings import UNKNOWABLE, Breach, Deadline, Record, RecordRule, held_against
from tidings.ledger.standings import GIVEN_UP, OPEN, SETTLING, Fate, People, Person, Stands, tried_after
from tidings.officers import SIGNED, entry_signed

SHOWN: Final = 20
"""Breaches of each rule, and open people, that are named; all are counted."""

STOPPED: Final = frozenset({"twilio.21610", "sendgrid.spamreport", "sendgrid.unsubscribe", "sendgrid.group_unsubscribe"})
"""Providers' codes that say that somebody asked for no more messages; a test holds them against the receipts' own tables."""
_TELLING = frozenset({EntryKind.NOTICE_SENT, EntryKind.NOTICE_DELIVERED, EntryKind.ATTEMPT_UNKNOWN, EntryKind.LETTER_COMPOSED})
"""Entries that say that somebody was called for, or a letter made."""
_SAME = "same"
OTHER = "other"
"""Stands for every kind that is not known here."""


class Reading:
    """Reads a ledger's entries in order, then says what they come to.

    `officers` are officers' public keys by their ids: what they signed is checked by them.
    """

    def __init__(self, officers: Mapping[str, bytes] | None = None) -> None:
        self._keys, self._added, self._signatures = dict(officers or {}), set[str](), 0
        self._record = Record()
        self._people = People()
        self._hours: dict[str, int] = {}
        self._incident = ""
        self._closings, self._last_closing = 0, -1
        self._first_notice = -1
        self._rules_adopted = self._closed = False
        self._officers_needed = 0
        self._approvals: dict[tuple[int, str], set[str]] = {}  # by version and digest: which officers signed it
        self._approved_by: dict[int, int] = {}  # by version: the most who signed one and the same
        self._sheets: dict[str, int] = {}
        self._listed = 0
        self._retired: dict[str, int] = {}
        attempts = (*_TELLING, EntryKind.NOTICE_FAILED, EntryKind.ATTEMPT_SETTLED)
        self._of_person: dict[str, Callable[[int, str, dict[str, Any]], None]] = {
            EntryKind.PERSON_ENROLLED: self._enrolled,
            EntryKind.PERSON_CHANGED: self._changed,
            EntryKind.PAIR_DECIDED: self._paired,
            EntryKind.PLAN_RESOLVED: self._planned,
            EntryKind.PERSON_HELD: self._held,
            EntryKind.HOLD_DECIDED: self._changed,  # what becomes of them the next plan or hold says
            EntryKind.PERSON_ERASED: self._erased,
            **dict.fromkeys(attempts, self._attempt),
        }
        self._of_all: dict[str, Callable[[int, dict[str, Any]], None]] = {
            EntryKind.LIST_INGESTED: self._list,
            EntryKind.ENROLMENT_CLOSED: self._enrolment_closed,
            EntryKind.RULES_ADOPTED: self._adopted,
            EntryKind.SHEET_ISSUED: self._sheet_issued,
            EntryKind.SHEET_RETURNED: self._sheet_returned,
            EntryKind.OFFICER_ADDED: self._officer_added,
            EntryKind.INCIDENT_CLOSED: self._incident_closed,
            EntryKind.RETENTION_ENDED: self._retention_ended,
            EntryKind.SIGNER_RETIRED: self._signer_retired,
            EntryKind.APPROVAL_REQUIRED: self._approval_required,
            EntryKind.NOTICE_APPROVED: self._notice_approved,
        }

    def take(self, first: int, bodies: Sequence[bytes]) -> None:
        """The next entries, of which the first has index `first`."""
        for index, body in enumerate(bodies, first):
            self._one(index, body)

    def _one(self, index: int, body: bytes) -> None:
        record = self._record
        record.entries += 1
        try:
            said = read_entry(body)
        except UnknownKind:
            said = orjson.loads(body)
            record.unknown_kinds += 1
            said = {**said, "kind": OTHER}
        except ValueError:
            self._break(RecordRule.FORM, index)
            return
        kind = said["kind"]
        record.kinds[kind] += 1
        self._frame(index, kind, said)
        if kind in SIGNED:
            self._by_officer(index, body, said)
        if kind in self._of_person:
            self._of_person[kind](index, said["person"], said)
        elif kind in self._of_all:
            self._of_all[kind](index, said)

    def _frame(self, index: int, kind: str, said: dict[str, Any]) -> None:
        record, at = self._record, str(said.get("at", ""))
        if (index == 0) != (kind == EntryKind.LEDGER_OPENED):
            self._break(RecordRule.OPENED, index)
        self._incident = self._incident or said.get("incident", "")
        if said.get("incident") != self._incident:
            self._break(RecordRule.ONE_INCIDENT, index)
        record.first_hour = record.first_hour or at
        record.hours_back += at < record.last_hour
        record.last_hour = at

    def _by_officer(self, index: int, body: bytes, said: dict[str, Any]) -> None:
        officer, person = said["officer"], said.get("person", "")
        if officer not in self._added:
            self._break(RecordRule.OFFICER, index, person)
        key = self._keys.get(officer)
        if key is None:
            self._record.unproven += 1
            return
        self._signatures += 1
        if not entry_signed(body, key):
            self._break(RecordRule.SIGNED, index, person)

    # --- of one person ----------------------------------------------------------------------------------------------------

    def _enrolled(self, index: int, person: str, _said: dict[str, Any]) -> None:
        if self._people.get(person) is not None:
            self._break(RecordRule.ENROLLED, index, person)
            return
        self._people.put(person, Person(counted=self._closings))

    def _changed(self, index: int, person: str, _said: dict[str, Any]) -> None:
        self._known(index, person)

    def _paired(self, index: int, person: str, said: dict[str, Any]) -> None:
        was = self._known(index, person)
        if was and said["outcome"] == _SAME:
            self._people.put(person, was._replace(base=Stands.JOINED))  # whoever stays gets a plan again

    def _planned(self, index: int, person: str, _said: dict[str, Any]) -> None:
        was = self._known(index, person)
        if was:
            self._people.put(person, was._replace(base=Stands.PLANNED, rule="", planned=True))

    def _held(self, index: int, person: str, said: dict[str, Any]) -> None:
        was = self._known(index, person)
        if was:
            base = Stands.SETTLED if said["rule"] in SETTLING else Stands.HELD
            self._people.put(person, was._replace(base=base, rule=said["rule"]))

    def _erased(self, index: int, person: str, _said: dict[str, Any]) -> None:
        was = self._known(index, person)
        if was:
            self._people.put(person, was._replace(erased=True))

    def _attempt(self, index: int, person: str, said: dict[str, Any]) -> None:
        kind, code, attempt, channel = said["kind"], said.get("code", ""), said["attempt"], said["channel"]
        was = self._known(index, person)
        if was is None:
            return
        if kind in _TELLING:
            self._before_telling(index, person, was, said)
        if kind in (EntryKind.NOTICE_SENT, EntryKind.LETTER_COMPOSED):
            self._record.channels[channel] += 1
        tried = tried_after(kind, code, self._people.tried(person, attempt), self._hour(said["at"]))
        now = was
        if code in STOPPED and channel not in was.stopped:
            now = now._replace(stopped=(*was.stopped, channel))
        if was.base not in (Stands.SETTLED, Stands.JOINED):  # what a human said of the whole person outlives what comes back
            if tried is None:
                now = now._replace(base=Stands.PLANNED, rule="")
            elif tried.fate is Fate.FAILED:
                given_up = code == GIVEN_UP
                now = now._replace(base=Stands.HELD if given_up else Stands.FAILED, rule=code if given_up else "")
        self._people.settle(person, now, attempt, tried)

    def _before_telling(self, index: int, person: str, was: Person, said: dict[str, Any]) -> None:
        """What must stand in the ledger before anybody is called for this person."""
        if self._first_notice < 0:
            self._first_notice = index
        if was.counted >= self._closings:
            self._break(RecordRule.COUNTED, index, person)
        if not was.planned:
            self._break(RecordRule.PLANNED, index, person)
        if self._approved_by.get(said["version"], 0) < self._officers_needed:
            self._break(RecordRule.APPROVED, index, person)
        before = self._people.tried(person, said["attempt"])
        failed = before is not None and before.fate is Fate.FAILED
        called = said["kind"] in (EntryKind.NOTICE_SENT, EntryKind.ATTEMPT_UNKNOWN)
        made = said["kind"] in (EntryKind.NOTICE_SENT, EntryKind.LETTER_COMPOSED)
        # Else this is news of a message that left before.
        if (before is None or failed) and made and (was.erased or self._closed):
            self._record.after_end += 1
        if before is None and (called or made) and was.base in (Stands.HELD, Stands.SETTLED) and was.rule != GIVEN_UP:
            self._record.after_hold += 1
        if called and said["channel"] in was.stopped:
            if failed:
                self._break(RecordRule.STOP, index, person)
            elif before is None:
                self._record.after_stop += 1

    def _hour(self, at: str) -> int:
        return self._hours.get(at) or self._hours.setdefault(at, int(hour_began(at).timestamp()) // 3600)

    def _known(self, index: int, person: str) -> Person | None:
        was = self._people.get(person)
        if was is None:
            self._break(RecordRule.ENROLLED, index, person)
        return was

    # --- of all -----------------------------------------------------------------------------------------------------------

    def _list(self, _index: int, said: dict[str, Any]) -> None:
        self._listed += said["persons"]

    def _enrolment_closed(self, index: int, said: dict[str, Any]) -> None:
        self._closings, self._last_closing = self._closings + 1, index if self._first_notice < 0 else self._last_closing
        self._count(index, said["persons"])

    def _adopted(self, index: int, _said: dict[str, Any]) -> None:
        if self._first_notice >= 0 and not self._rules_adopted:
            self._break(RecordRule.RULES, index)
        self._rules_adopted = True

    def _sheet_issued(self, _index: int, said: dict[str, Any]) -> None:
        self._sheets[said["sheet"]] = said["letters"]

    def _sheet_returned(self, index: int, said: dict[str, Any]) -> None:
        if self._sheets.get(said["sheet"]) != said["letters"] or said["handed"] > said["letters"]:
            self._break(RecordRule.COUNTS, index)

    def _incident_closed(self, index: int, said: dict[str, Any]) -> None:
        self._closed = True
        self._count(index, said["persons"])

    def _retention_ended(self, index: int, said: dict[str, Any]) -> None:
        self._count(index, said["persons"])

    def _officer_added(self, _index: int, said: dict[str, Any]) -> None:
        self._added.add(said["officer"])

    def _signer_retired(self, index: int, said: dict[str, Any]) -> None:
        self._retired[said["signer"]] = index

    def _approval_required(self, _index: int, said: dict[str, Any]) -> None:
        self._officers_needed = said["officers"]

    def _notice_approved(self, _index: int, said: dict[str, Any]) -> None:
        """Officers who signed different digests approved different things: only the most of one digest count."""
        version = said["version"]
        officers = self._approvals.setdefault((version, said["digest"]), set())
        officers.add(said["officer"])
        self._approved_by[version] = max(self._approved_by.get(version, 0), len(officers))

    def _count(self, index: int, said: int) -> None:
        if said != len(self._people):
            self._break(RecordRule.COUNTS, index)

    def _break(self, rule: RecordRule, index: int, person: str = "") -> None:
        self._record.broken[rule] += 1
        if self._record.broken[rule] <= SHOWN:
            self._record.breaches.append(Breach(rule, index, person))

    # --- in the end -------------------------------------------------------------------------------------------------------

    def end(
        self,
        deadline: datetime | None = None,
        published: Iterable[int] = (),
        signed: Iterable[tuple[int, frozenset[str]]] = (),
    ) -> Record:
        """After the last entry.

        `deadline` is a time in UTC by which everybody was to be told: a law's, from whoever knows it. `published` are sizes of
        checkpoints that are known to have been published; `signed` says for some, by size, whose public keys (hex) signed
        them. Without, what they would show is unknowable.
        """
        signed = list(signed)
        record = self._record
        record.persons, record.states, record.holds = len(self._people), self._people.states(), self._people.holds()
        if self._listed > record.persons:
            self._break(RecordRule.COUNTS, max(0, record.entries - 1))
        record.open = sum(record.states[state] for state in OPEN)
        record.open_people = self._some_open() if record.open else []
        self._end_signers(signed)
        record.checked, record.unknowable = self._what_was_checked(sorted(published), bool(signed))
        if deadline is not None:
            record.deadline = held_against(deadline, self._people)
        return record

    def against(self, deadline: datetime) -> Deadline:
        """How many of those read so far were told by a time in UTC. May be asked again, for another time."""
        return held_against(deadline, self._people)

    def _some_open(self) -> list[str]:
        found: list[str] = []
        for person, stands in self._people.everybody():
            if stands.stands in OPEN:
                found.append(person)
                if len(found) == SHOWN:
                    break
        return found

    def _end_signers(self, signed: Iterable[tuple[int, frozenset[str]]]) -> None:
        """A checkpoint that holds the entry of a key's end must bear another key's signature."""
        for size, keys in signed:
            in_force = {key for key in keys if self._retired.get(key, size) >= size}
            if keys and not in_force:
                self._break(RecordRule.SIGNER, size - 1)

    def _what_was_checked(self, sizes: Sequence[int], signers_known: bool) -> tuple[list[RecordRule], list[str]]:
        """A rule without anything to check it by is not said to be checked."""
        checked, unknowable = set(RecordRule), list(UNKNOWABLE)
        if not self._rules_adopted:
            checked.discard(RecordRule.RULES)
            unknowable.append("under which safety rules people were told: no entry rules.adopted stands before the first notice")
        if not self._officers_needed:
            checked.discard(RecordRule.APPROVED)
            unknowable.append("whether officers approved what was sent: it is not asked for in this incident")
        if not self._signatures:
            checked.discard(RecordRule.SIGNED)
        if self._record.unproven:
            unknowable.append(
                f"whether {self._record.unproven:,} entries are signed by their officers: their keys were not given"
            )
        published = self._first_notice >= 0 and any(self._last_closing < size <= self._first_notice for size in sizes)
        if not signers_known:
            checked.discard(RecordRule.SIGNER)
        if self._first_notice < 0:
            checked -= {RecordRule.PUBLISHED}
        elif not published:
            checked.discard(RecordRule.PUBLISHED)
            unknowable.append("whether enrolment was published before the first notice: no checkpoint between them is here")
        if self._record.after_stop:
            unknowable.append(
                f"whether {self._record.after_stop:,} notices on a channel on which that person had said stop went elsewhere"
            )
        if self._record.after_hold:
            unknowable.append(f"whether {self._record.after_hold:,} notices that are told of after a hold left before it")
        if self._record.after_end:
            unknowable.append(
                f"whether {self._record.after_end:,} notices that are told of after an erasure or the close left before it"
            )
        if self._record.unknown_kinds:
            unknowable.append(f"what {self._record.unknown_kinds:,} entries of kinds that this version does not know say")
        return [rule for rule in RecordRule if rule in checked], unknowable
