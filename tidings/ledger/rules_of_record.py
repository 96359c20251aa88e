"""The rules of the record: whether what a whole ledger says is what ought to have been done. A pure function of its entries.

docs/ledger.md has a line for each rule. A ledger says only what its writer wrote: `unknowable` names what no reader can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from tidings.entry import EntryKind, UnknownKind, read_entry
from tidings.ledger.standings import OPEN, Fate, People, Person, Stands

SHOWN = 20
"""Breaches of each rule, and open people, that are named; all are counted."""

APPROVAL_REQUIRED, NOTICE_APPROVED = "approval.required", "notice.approved"
"""Kinds by which approval is recorded. Until an entry `approval.required` stands in a ledger, nothing asks for approval. From
there on each notice of a version needs entries `notice.approved` of that `version` by as many different `officer`s as
`approval.required` gives in `officers`.
"""
MOST_OFFICERS: Final = 2

STOPPED: Final = frozenset({"twilio.21610", "sendgrid.spamreport", "sendgrid.unsubscribe", "sendgrid.group_unsubscribe"})
"""Providers' codes that say that somebody asked for no more messages; a test holds them against the receipts' own tables."""
NOT_FOUND, RESENT, GIVEN_UP = "provider.not_found", "policy.resend", "delivery.unknown"
"""Codes of `attempt.settled` where no provider has the message."""

_CALLED = frozenset({EntryKind.NOTICE_SENT, EntryKind.NOTICE_DELIVERED, EntryKind.ATTEMPT_UNKNOWN})
_TELLING = _CALLED | {EntryKind.LETTER_COMPOSED}
_SAME = "same"


class RecordRule(StrEnum):
    """What a ledger must show."""

    FORM = "entry.form"
    OPENED = "ledger.opened_first"
    ONE_INCIDENT = "incident.one"
    ENROLLED = "person.enrolled_first"
    COUNTED = "enrolment.before_notice"
    PUBLISHED = "enrolment.published"
    RULES = "rules.before_notice"
    PLANNED = "plan.before_notice"
    APPROVED = "approval.before_notice"
    STOP = "stop.respected"
    ERASED = "erased.left_alone"
    CLOSED = "closed.silent"
    COUNTS = "counts.add_up"
    SIGNER = "signer.in_force"


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry that breaks a rule."""

    rule: RecordRule
    index: int
    person: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Whom a provider's message reached, or was taken for, by a time. Entries give hours, so one hour may be unsure."""

    at: datetime
    met: int
    missed: int
    unsure: int
    """Told in the very hour of the deadline: before or after it, nobody can say."""
    letters: int
    """Only a letter was ready by then: nothing here says when it was handed over."""
    untold: int
    exempt: int
    """Held, joined to another or erased: a rule or a human says why they were not told."""


@dataclass(slots=True)
class Record:
    """What a whole ledger says, and which rules it breaks."""

    entries: int = 0
    unknown_kinds: int = 0
    persons: int = 0
    first_hour: str = ""
    last_hour: str = ""
    hours_back: int = 0
    """Entries whose hour is before that of the entry above: the writer's clock was put back."""
    after_stop: int = 0
    """Notices on a channel on which that person had asked for no more: to another number of theirs, or wrongly."""
    kinds: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    holds: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    broken: Counter[RecordRule] = field(default_factory=Counter)
    breaches: list[Breach] = field(default_factory=list)
    open: int = 0
    open_people: list[str] = field(default_factory=list)
    deadline: Deadline | None = None
    checked: list[RecordRule] = field(default_factory=list)
    unknowable: list[str] = field(default_factory=list)


class Reading:
    """Reads a ledger's entries in order, then says what they come to."""

    def __init__(self, published: Iterable[int] = (), signed: Sequence[tuple[int, frozenset[str]]] = ()) -> None:
        """`published` are sizes of checkpoints that are known to have been published; `signed` says for some, by size, whose
        public keys (hex) signed them. Both may be empty: then what they would show is unknowable.
        """
        self._record = Record()
        self._people = People()
        self._published, self._signed = sorted(published), signed
        self._hours: dict[str, int] = {}
        self._incident = ""
        self._closings, self._last_closing = 0, -1
        self._first_notice = -1
        self._rules_adopted = self._closed = self._officers_needed = 0
        self._approved: dict[int, set[str]] = {}
        self._sheets: dict[str, int] = {}
        self._listed = 0
        self._retired: dict[str, int] = {}

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
            said = _of_another_kind(body)
            record.unknown_kinds += said.get("kind") not in (APPROVAL_REQUIRED, NOTICE_APPROVED)
        except ValueError:
            self._break(RecordRule.FORM, index)
            return
        kind = said.get("kind", "")
        record.kinds[kind if kind in EntryKind or kind in (APPROVAL_REQUIRED, NOTICE_APPROVED) else "other"] += 1
        self._frame(index, kind, said)
        person = said.get("person")
        if kind in _OF_PERSON:
            _OF_PERSON[kind](self, index, str(person), said)
        elif kind in _OF_ALL:
            _OF_ALL[kind](self, index, said)

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
            self._people.put(person, was._replace(base=Stands.PLANNED, planned=True))

    def _held(self, index: int, person: str, said: dict[str, Any]) -> None:
        was = self._known(index, person)
        self._record.holds[said["rule"]] += 1
        if was:
            self._people.put(person, was._replace(base=Stands.HELD))

    def _hold_decided(self, index: int, person: str, _said: dict[str, Any]) -> None:
        self._known(index, person)  # what becomes of them the next plan or hold says

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
        if kind == EntryKind.NOTICE_SENT or kind == EntryKind.LETTER_COMPOSED:
            self._record.channels[channel] += 1
        now = self._told(was, kind, code, said["at"])
        if code in STOPPED and channel not in was.stopped:
            now = now._replace(stopped=(*was.stopped, channel))
        if kind == EntryKind.ATTEMPT_SETTLED and code == GIVEN_UP:
            now = now._replace(base=Stands.HELD)
        self._people.settle(person, now, attempt, self._fate(kind, code, attempt))

    def _fate(self, kind: str, code: str, attempt: str) -> Fate | None:
        if kind == EntryKind.NOTICE_DELIVERED:
            return Fate.DELIVERED
        if kind == EntryKind.LETTER_COMPOSED:
            return Fate.LETTER
        if kind == EntryKind.NOTICE_FAILED or code == GIVEN_UP:
            return Fate.FAILED
        if kind == EntryKind.ATTEMPT_UNKNOWN:
            return Fate.UNKNOWN
        if code in (NOT_FOUND, RESENT):
            return None
        # A receipt may be faster than the answer to our call: `notice.sent` then comes after `notice.delivered`.
        return Fate.DELIVERED if self._people.fate(attempt) is Fate.DELIVERED else Fate.SENT

    def _told(self, was: Person, kind: str, code: str, at: str) -> Person:
        hour = self._hours.get(at) or self._hours.setdefault(at, int(_time(at).timestamp()) // 3600)
        settled = kind == EntryKind.ATTEMPT_SETTLED and code not in (NOT_FOUND, RESENT, GIVEN_UP)
        if (kind in (EntryKind.NOTICE_SENT, EntryKind.NOTICE_DELIVERED) or settled) and not was.told:
            return was._replace(told=hour)
        if kind == EntryKind.LETTER_COMPOSED and not was.letter:
            return was._replace(letter=hour)
        return was

    def _before_telling(self, index: int, person: str, was: Person, said: dict[str, Any]) -> None:
        """What must stand in the ledger before anybody is called for this person."""
        if self._first_notice < 0:
            self._first_notice = index
        if was.counted >= self._closings:
            self._break(RecordRule.COUNTED, index, person)
        if not was.planned:
            self._break(RecordRule.PLANNED, index, person)
        if len(self._approved.get(said["version"], ())) < self._officers_needed:
            self._break(RecordRule.APPROVED, index, person)
        fate = self._people.fate(said["attempt"])
        fresh = fate in (None, Fate.FAILED)  # else this is news of a message that left before
        if fresh and was.erased and said["kind"] != EntryKind.NOTICE_DELIVERED:
            self._break(RecordRule.ERASED, index, person)
        if fresh and self._closed and said["kind"] not in (EntryKind.NOTICE_DELIVERED, EntryKind.ATTEMPT_UNKNOWN):
            self._break(RecordRule.CLOSED, index, person)
        if said["channel"] in was.stopped and said["kind"] in (EntryKind.NOTICE_SENT, EntryKind.ATTEMPT_UNKNOWN):
            if fate is Fate.FAILED:
                self._break(RecordRule.STOP, index, person)
            elif fate is None:
                self._record.after_stop += 1

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

    def _adopted(self, _index: int, _said: dict[str, Any]) -> None:
        if self._first_notice < 0:
            self._rules_adopted = 1

    def _sheet_issued(self, _index: int, said: dict[str, Any]) -> None:
        self._sheets[said["sheet"]] = said["letters"]

    def _sheet_returned(self, index: int, said: dict[str, Any]) -> None:
        if self._sheets.get(said["sheet"]) != said["letters"] or said["handed"] > said["letters"]:
            self._break(RecordRule.COUNTS, index)

    def _incident_closed(self, index: int, said: dict[str, Any]) -> None:
        self._closed = 1
        self._count(index, said["persons"])

    def _retention_ended(self, index: int, said: dict[str, Any]) -> None:
        self._count(index, said["persons"])

    def _signer_retired(self, index: int, said: dict[str, Any]) -> None:
        self._retired[said["signer"]] = index

    def _approval_required(self, _index: int, said: dict[str, Any]) -> None:
        asked = said.get("officers", MOST_OFFICERS)
        self._officers_needed = asked if isinstance(asked, int) else MOST_OFFICERS

    def _notice_approved(self, _index: int, said: dict[str, Any]) -> None:
        version, officer = said.get("version"), said.get("officer")
        if isinstance(version, int) and isinstance(officer, str):
            self._approved.setdefault(version, set()).add(officer)

    def _count(self, index: int, said: int) -> None:
        if said != len(self._people):
            self._break(RecordRule.COUNTS, index)

    def _break(self, rule: RecordRule, index: int, person: str = "") -> None:
        self._record.broken[rule] += 1
        if self._record.broken[rule] <= SHOWN:
            self._record.breaches.append(Breach(rule, index, person))

    # --- in the end -------------------------------------------------------------------------------------------------------

    def end(self, deadline: datetime | None = None) -> Record:
        """After the last entry. `deadline` is a time in UTC by which everybody was to be told: a law's, from whoever knows it."""
        record = self._record
        record.persons, record.states = len(self._people), self._people.states()
        if self._listed > record.persons:
            self._break(RecordRule.COUNTS, max(0, record.entries - 1))
        record.open = sum(record.states[state] for state in OPEN)
        record.open_people = self._some_open() if record.open else []
        self._end_signers()
        record.checked, record.unknowable = self._what_was_checked()
        if deadline is not None:
            record.deadline = _held_against(deadline, self._people)
        return record

    def _some_open(self) -> list[str]:
        found: list[str] = []
        for person, stands in self._people.everybody():
            if stands.stands in OPEN:
                found.append(person)
                if len(found) == SHOWN:
                    break
        return found

    def _end_signers(self) -> None:
        """A checkpoint that holds the entry of a key's end must bear another key's signature."""
        for size, keys in self._signed:
            in_force = {key for key in keys if self._retired.get(key, size) >= size}
            if keys and not in_force:
                self._break(RecordRule.SIGNER, size - 1)

    def _what_was_checked(self) -> tuple[list[RecordRule], list[str]]:
        """A rule without anything to check it by is not said to be checked."""
        checked, unknowable = set(RecordRule), list(UNKNOWABLE)
        if not self._rules_adopted:
            checked.discard(RecordRule.RULES)
            unknowable.append("under which safety rules people were told: no entry rules.adopted stands before the first notice")
        if not self._officers_needed:
            checked.discard(RecordRule.APPROVED)
            unknowable.append("whether officers approved what was sent: no entry says that this incident asks for approval")
        published = self._first_notice >= 0 and any(self._last_closing < size <= self._first_notice for size in self._published)
        if not self._signed:
            checked.discard(RecordRule.SIGNER)
        if self._first_notice < 0:
            checked -= {RecordRule.PUBLISHED}
        elif not published:
            checked.discard(RecordRule.PUBLISHED)
            unknowable.append("whether enrolment was published before the first notice: no checkpoint between them is here")
        if self._record.after_stop:
            unknowable.append(
                f"whether {self._record.after_stop:,} notices on a channel where that person had said stop went to another address"
            )
        if self._record.unknown_kinds:
            unknowable.append(f"what {self._record.unknown_kinds:,} entries of kinds that this version does not know say")
        return [rule for rule in RecordRule if rule in checked], unknowable


UNKNOWABLE: Final = (
    "whether somebody was left out of the list from the start",
    "whether a notice was read or understood: delivered is a provider's word",
    "to which address an attempt went, and the minute of anything",
    "a stop that nobody told Tidings of, or that its provider dropped without saying why (sendgrid.dropped)",
    "when a letter was posted or handed over, but for what sheets say in sum",
)

_OF_PERSON: Final = {
    EntryKind.PERSON_ENROLLED: Reading._enrolled,  # noqa: SLF001 - this table is the class's own
    EntryKind.PERSON_CHANGED: Reading._changed,  # noqa: SLF001
    EntryKind.PAIR_DECIDED: Reading._paired,  # noqa: SLF001
    EntryKind.PLAN_RESOLVED: Reading._planned,  # noqa: SLF001
    EntryKind.PERSON_HELD: Reading._held,  # noqa: SLF001
    EntryKind.HOLD_DECIDED: Reading._hold_decided,  # noqa: SLF001
    EntryKind.PERSON_ERASED: Reading._erased,  # noqa: SLF001
    EntryKind.NOTICE_SENT: Reading._attempt,  # noqa: SLF001
    EntryKind.LETTER_COMPOSED: Reading._attempt,  # noqa: SLF001
    EntryKind.NOTICE_DELIVERED: Reading._attempt,  # noqa: SLF001
    EntryKind.NOTICE_FAILED: Reading._attempt,  # noqa: SLF001
    EntryKind.ATTEMPT_UNKNOWN: Reading._attempt,  # noqa: SLF001
    EntryKind.ATTEMPT_SETTLED: Reading._attempt,  # noqa: SLF001
}
_OF_ALL: Final = {
    EntryKind.LIST_INGESTED: Reading._list,  # noqa: SLF001
    EntryKind.ENROLMENT_CLOSED: Reading._enrolment_closed,  # noqa: SLF001
    EntryKind.RULES_ADOPTED: Reading._adopted,  # noqa: SLF001
    EntryKind.SHEET_ISSUED: Reading._sheet_issued,  # noqa: SLF001
    EntryKind.SHEET_RETURNED: Reading._sheet_returned,  # noqa: SLF001
    EntryKind.INCIDENT_CLOSED: Reading._incident_closed,  # noqa: SLF001
    EntryKind.RETENTION_ENDED: Reading._retention_ended,  # noqa: SLF001
    EntryKind.SIGNER_RETIRED: Reading._signer_retired,  # noqa: SLF001
    APPROVAL_REQUIRED: Reading._approval_required,  # noqa: SLF001
    NOTICE_APPROVED: Reading._notice_approved,  # noqa: SLF001
}
