"""The ways to reach a person, and what safety rules may look at of each: facts, and nothing that tells who they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tidings.contacts.numbers import told
from tidings.contacts.safety import NONE, PHONES, ContactFacts, PersonFacts, Rulebook, address_country, feared
from tidings.incident import Incident
from tidings.model import Channel, Flag, Kind, Owner, Track
from tidings.record import Phone, Record, is_minor


class Served(Protocol):
    """The catalogs, as far as plans depend on them."""

    @property
    def languages(self) -> tuple[str, ...]:
        """BCP 47 tags of the languages that there are notices in."""

    def serves(self, language: str, incident: Incident) -> str | None:
        """The catalog's language for a person's language, or None."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a provider's look-up said of a number: the kind of its line, as safety's facts name it, and its carrier's country."""

    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a plan depends on besides the person. `shared` counts the people who gave an address; `serves` finds a
    catalog's language for a person's, or None; `line` what was looked up of a number, if it was.
    """

    incident: Incident
    rulebook: Rulebook
    shared: Callable[[str], int]
    serves: Callable[[str], str | None]
    line: Callable[[str], Line | None] = lambda _number: None


def person_facts(record: Record, around: Surroundings, doubts: Collection[str] = ()) -> PersonFacts:
    flags = record.flags
    language = "served"
    if around.serves(record.language) is None:
        language = "missing" if record.language else "unknown"
    return PersonFacts(
        custody=_custody(record),
        age=_age(record, around.incident),
        language=language,
        nationality="known" if record.nationality or record.birth_country else "unknown",
        facility="known" if record.facility else "unknown",
        represented="yes" if Flag.REPRESENTED in flags or record.attorney_emails or record.attorney_phones else "no",
        notes=frozenset(note for flag, note in _NOTES.items() if flag in flags) if flags else _NOTHING,
        doubts=frozenset({*doubts, *(["conflict"] if record.conflicts else [])}) if doubts or record.conflicts else _NOTHING,
    )


_NOTHING: frozenset[str] = frozenset()
_NOTES = {
    Flag.DO_NOT_PHONE: "do_not_phone",
    Flag.UNSAFE: "unsafe",
    Flag.ATTORNEY_ONLY: "attorney_only",
    Flag.CANNOT_READ: "cannot_read",
}


def _custody(record: Record) -> str:
    """Of rows that say different things the most careful one counts."""
    for flag, custody in ((Flag.REMOVED, "removed"), (Flag.DETAINED, "detained"), (Flag.CUSTODY_UNKNOWN, "unknown")):
        if flag in record.flags:
            return custody
    return "free" if Kind.CUSTODY in record.kinds else "unsaid"


def _age(record: Record, incident: Incident) -> str:
    if record.date_of_birth is None:
        return "unknown"
    began: date = incident.exposure.began.date()
    return "minor" if is_minor(record, began, incident.safety.adult_age) else "adult"


Way = tuple[Track, Channel, str, ContactFacts]


def ways(record: Record, person: PersonFacts, around: Surroundings) -> Iterator[Way]:
    """Every way to reach a person that the incident has a channel for, the attorney's first."""
    channels = around.incident.plan.channels
    if Channel.EMAIL in channels:
        for address in record.attorney_emails:
            yield Track.ATTORNEY, Channel.EMAIL, address, ContactFacts(Channel.EMAIL, Owner.ATTORNEY)
    if Channel.VOICE in channels:
        for phone in record.attorney_phones:
            yield Track.ATTORNEY, Channel.VOICE, phone.e164, ContactFacts(Channel.VOICE, Owner.ATTORNEY)
    yield from _own(record, person, around)


_OWNERS = frozenset({Owner.OWN, Owner.RELATIVE, Owner.GUARDIAN})
"""Whose a number in the person's own column may be."""


def _own(record: Record, person: PersonFacts, around: Surroundings) -> Iterator[Way]:
    channels = around.incident.plan.channels
    if person.custody == "detained" and Channel.HAND in channels:
        yield Track.PERSON, Channel.HAND, record.facility, ContactFacts(Channel.HAND, Owner.FACILITY, "safe")
    safety = "unsafe" if "unsafe" in person.notes else "unknown"
    fear = feared(record, around.incident)
    attorneys = {phone.e164 for phone in record.attorney_phones}
    for phone in record.phones:
        facts = _phone_facts(phone, safety, fear, around)
        if phone.e164 in attorneys or phone.owner not in _OWNERS:
            facts = facts._replace(owner=Owner.UNKNOWN)  # the list gives it as an attorney's or a facility's too
        for channel in channels:
            if channel in PHONES and (channel is not Channel.VOICE or phone.e164 not in attorneys):
                yield Track.PERSON, channel, phone.e164, facts._replace(channel=channel)
    if Channel.EMAIL in channels:
        for address in record.emails:
            if address not in record.attorney_emails:
                yield Track.PERSON, Channel.EMAIL, address, _mail_facts(address, safety, fear, around)
    if Channel.LETTER in channels and record.address:
        yield Track.PERSON, Channel.LETTER, record.address, _letter_facts(record.address, safety, fear, around)


def _phone_facts(phone: Phone, safety: str, fear: frozenset[str], around: Surroundings) -> ContactFacts:
    region, kind = told(phone.e164)
    looked_up = around.line(phone.e164)
    by = {"region"} if region in fear else set()
    if looked_up is not None:
        kind = looked_up.kind or kind
        by |= {"carrier"} if looked_up.country in fear else set()
    return ContactFacts(
        Channel.SMS,
        phone.owner,
        safety,
        _shared(phone.e164, around),
        "sure" if phone.sure and region else "unsure",
        kind,
        "yes" if phone.extension else "no",
        "yes" if region != around.incident.default_region else "no",
        frozenset(by) if by else _NOTHING,
    )


def _mail_facts(address: str, safety: str, fear: frozenset[str], around: Surroundings) -> ContactFacts:
    countries = around.rulebook.countries
    by = frozenset({"host"}) if countries.mail_country(address, fear) is not None else _NOTHING
    abroad = "yes" if countries.mail_abroad(address, around.incident.default_region) else "no"
    return ContactFacts(Channel.EMAIL, Owner.OWN, safety, _shared(address, around), NONE, NONE, NONE, abroad, by)


def _letter_facts(address: str, safety: str, fear: frozenset[str], around: Surroundings) -> ContactFacts:
    at_home = around.rulebook.countries.reads_as(around.incident.default_region, address)
    by = _NOTHING
    if not at_home and address_country(address) in fear:
        by = frozenset({"address"})
    return ContactFacts(Channel.LETTER, Owner.OWN, safety, NONE, "sure" if at_home else "unsure", NONE, NONE, NONE, by)


def _shared(address: str, around: Surroundings) -> str:
    people, sizes = around.shared(address), around.incident.safety
    if people <= 1:
        return "alone"
    if people <= sizes.household_size:
        return "household"
    return "shelter" if people <= sizes.shelter_size else "crowd"
