"""How one person can be told without harm: a plan, or a hold with its rule. A pure function; unknown is never allowed.

The source of the rules is docs/safety.md (*Doing no harm*): when in doubt, hold, and let a person decide.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import phonenumbers

from tidings.contacts.safety import Safety
from tidings.incident import Incident
from tidings.model import Channel, Flag, Owner, Personal, Track
from tidings.record import Phone, Record, is_minor
from tidings.rules import Rule

WAIT_HOURS = 48
"""Before the next contact of a track, when nothing is heard of this one."""

_TEXTABLE = {
    phonenumbers.PhoneNumberType.MOBILE,
    phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,  # all of North America: nobody can tell the two apart
}


@dataclass(frozen=True, slots=True, repr=False)
class PlannedContact(Personal):
    """One way to reach a person, usable or held, and the rule that made it so. A held one is never written to."""

    track: Track
    channel: Channel
    address: str
    owner: Owner
    rule: Rule = Rule.USABLE
    wait_hours: int = WAIT_HOURS

    @property
    def usable(self) -> bool:
        return self.rule is Rule.USABLE


@dataclass(frozen=True, slots=True, repr=False)
class Plan(Personal):
    """A person's contacts in the order to try them. `hold` is the rule, if no contact may be used."""

    contacts: tuple[PlannedContact, ...]
    hold: Rule | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a plan depends on besides the person. `shared` counts the people who gave an address; `serves` finds a
    catalog's language for a person's, or None.
    """

    incident: Incident
    safety: Safety
    shared: Callable[[str], int]
    serves: Callable[[str], str | None]


def plan(record: Record, around: Surroundings, doubts: Collection[Rule] = ()) -> Plan:
    """The same person, surroundings and doubts always give the same plan. `doubts` are rules that hold the whole person for
    what lists say of them together, and not their record: they may be somebody else too, or may not belong here.
    """
    person_rules = [*_person_rules(record, around), *doubts]
    own_rules = person_rules or _own_rules(record, around)
    attorney = [
        PlannedContact(Track.ATTORNEY, Channel.EMAIL, address, Owner.ATTORNEY, person_rules[0] if person_rules else Rule.USABLE)
        for address in record.attorney_emails
    ]
    own = [
        PlannedContact(contact.track, contact.channel, contact.address, contact.owner, own_rules[0]) if own_rules else contact
        for contact in _own_contacts(record, around)
    ]
    contacts = (*attorney, *own)
    if any(contact.usable for contact in contacts):
        return Plan(contacts, None)
    reasons = own_rules or [contact.rule for contact in contacts] or [Rule.NO_CONTACT]
    order = list(Rule)
    return Plan(contacts, min(reasons, key=order.index))


def _person_rules(record: Record, around: Surroundings) -> list[Rule]:
    """What holds the whole person, strictest first."""
    exposed_on = around.incident.exposure.began.date()
    found = {
        Rule.REMOVED: Flag.REMOVED in record.flags,
        Rule.MINOR: is_minor(record, exposed_on, around.incident.safety.adult_age),
        Rule.CONFLICT: bool(record.conflicts),
    }
    return [rule for rule, holds in found.items() if holds]


def _own_rules(record: Record, around: Surroundings) -> list[Rule]:
    """What holds all of a person's own contacts, strictest first."""
    served = around.serves(record.language) is not None
    found = {
        Rule.ATTORNEY_ONLY: Flag.ATTORNEY_ONLY in record.flags,
        Rule.UNSAFE: Flag.UNSAFE in record.flags and Flag.DETAINED not in record.flags,
        Rule.CUSTODY_UNKNOWN: Flag.CUSTODY_UNKNOWN in record.flags and Flag.DETAINED not in record.flags,
        Rule.CANNOT_READ: Flag.CANNOT_READ in record.flags,
        Rule.LANGUAGE_UNKNOWN: not served and not record.language,
        Rule.LANGUAGE_MISSING: not served and bool(record.language),
    }
    return [rule for rule, holds in found.items() if holds]


def _own_contacts(record: Record, around: Surroundings) -> list[PlannedContact]:
    """SMS, then e-mail, then a letter by post; a detained person gets only a letter that is handed over."""
    feared = frozenset({record.nationality, record.birth_country} - {"", around.incident.default_region})
    texts = [
        PlannedContact(Track.PERSON, Channel.SMS, phone.e164, phone.owner, _phone_rule(phone, record, feared, around))
        for phone in record.phones
    ]
    mails = [
        PlannedContact(Track.PERSON, Channel.EMAIL, address, Owner.OWN, _mail_rule(address, record, feared, around))
        for address in record.emails
        if address not in record.attorney_emails
    ]
    if Flag.DETAINED in record.flags:
        rule = Rule.USABLE if record.facility else Rule.NO_FACILITY
        by_hand = PlannedContact(Track.PERSON, Channel.HAND, record.facility, Owner.FACILITY, rule)
        return [by_hand, *texts, *mails]
    posted = [PlannedContact(Track.PERSON, Channel.LETTER, record.address, Owner.OWN, _address_rule(record, around))]
    return [*texts, *mails, *(posted if record.address else [])]


def _phone_rule(phone: Phone, record: Record, feared: frozenset[str], around: Surroundings) -> Rule:
    number = phonenumbers.parse(phone.e164)
    region = phonenumbers.region_code_for_number(number)
    nobody_knows_what_to_fear = not (record.nationality or record.birth_country) and region != around.incident.default_region
    found = {
        Rule.DETAINED: Flag.DETAINED in record.flags,
        Rule.DO_NOT_PHONE: Flag.DO_NOT_PHONE in record.flags,
        Rule.HOME_PHONE: region in feared or nobody_knows_what_to_fear,
        Rule.UNCERTAIN_PHONE: not phone.sure or region is None,
        Rule.NOT_OWN_PHONE: phone.owner is not Owner.OWN,
        Rule.SHARED_PHONE: around.shared(phone.e164) > around.incident.safety.shared_phone_limit,
        Rule.NO_SMS: phonenumbers.number_type(number) not in _TEXTABLE,
        Rule.EXTENSION: bool(phone.extension),
    }
    return _first(found)


def _mail_rule(address: str, record: Record, feared: frozenset[str], around: Surroundings) -> Rule:
    found = {
        Rule.DETAINED: Flag.DETAINED in record.flags,
        Rule.HOME_EMAIL: around.safety.mail_country(address, feared) is not None,
        Rule.SHARED_EMAIL: around.shared(address) > around.incident.safety.shared_phone_limit,
    }
    return _first(found)


def _address_rule(record: Record, around: Surroundings) -> Rule:
    pattern = around.safety.addresses.get(around.incident.default_region)
    return Rule.USABLE if pattern and pattern.search(record.address) else Rule.UNCLEAR_ADDRESS


def _first(found: dict[Rule, bool]) -> Rule:
    return next((rule for rule, holds in found.items() if holds), Rule.USABLE)
