"""What safety rules may look at: a closed vocabulary of facts, each with the few values that it can have.

Facts are what a rule needs to know of a person and of one contact, and nothing that tells who they are: no name, number,
country or date. So they may be printed, compared and remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from tidings.model import Channel, Owner

NONE: Final = "none"
"""The value of a fact that a contact of this channel does not have."""
PHONES: Final = frozenset({Channel.SMS, Channel.WHATSAPP, Channel.VOICE})
_EVERY: Final = frozenset(Channel)


class PersonFacts(NamedTuple):
    """Of the person, whatever the contact."""

    custody: str = "free"
    age: str = "adult"
    language: str = "served"
    nationality: str = "known"
    facility: str = "unknown"
    represented: str = "no"
    notes: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()


class ContactFacts(NamedTuple):
    """Of one contact."""

    channel: str
    owner: str = Owner.OWN.value
    safety: str = "unknown"
    shared: str = "alone"
    reading: str = NONE
    line: str = NONE
    extension: str = NONE
    abroad: str = NONE
    feared_by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """One fact: its values, whether it holds several at a time, of which channels' contacts it is, and what it says."""

    values: tuple[str, ...]
    says: str
    many: bool = False
    of_contact: bool = False
    channels: frozenset[Channel] = _EVERY


FIELDS: Final[Mapping[str, Field]] = {
    "custody": Field(
        ("free", "detained", "removed", "unknown", "unsaid"),
        "where the person is; unknown: the list has a column for it, and theirs is empty or unclear; unsaid: it has none",
    ),
    "age": Field(("adult", "minor", "unknown"), "on the day when the exposure began"),
    "language": Field(("served", "missing", "unknown"), "whether there is a catalog for the person's language"),
    "nationality": Field(("known", "unknown"), "whether anybody knows which country they may fear"),
    "facility": Field(("known", "unknown"), "whether the list says where a detained person is held"),
    "represented": Field(("yes", "no"), "whether they have an attorney"),
    "notes": Field(("do_not_phone", "unsafe", "attorney_only", "cannot_read"), "what notes on the list ask for", many=True),
    "doubts": Field(
        ("conflict", "likely", "gone"),
        "rows of one number contradict each other; somebody else may be them; a later list left them out",
        many=True,
    ),
    "channel": Field(tuple(Channel), "how a notice travels", of_contact=True),
    "owner": Field(tuple(Owner), "whose the contact is", of_contact=True),
    "safety": Field(
        ("safe", "unsafe", "unknown"),
        "safe: handed over in person, or an officer said so; unsafe: a note says so; all else is unknown",
        of_contact=True,
    ),
    "shared": Field(
        ("alone", "household", "shelter", "crowd"),
        "how many people of the incident gave it: one; no more than a household; no more than a shelter; more",
        of_contact=True,
        channels=PHONES | {Channel.EMAIL},
    ),
    "reading": Field(
        ("sure", "unsure"),
        "whether a number or address can be read in one way only",
        of_contact=True,
        channels=PHONES | {Channel.LETTER},
    ),
    "line": Field(
        ("mobile", "either", "landline", "voip", "toll_free", "premium", "other"),
        "the kind of line; either: nobody can tell a mobile from a landline by its number (North America)",
        of_contact=True,
        channels=PHONES,
    ),
    "extension": Field(("yes", "no"), "whether a switchboard answers", of_contact=True, channels=PHONES),
    "abroad": Field(
        ("yes", "no"),
        "whether the number, or the mailbox's host, is of another country than default_region",
        of_contact=True,
        channels=PHONES | {Channel.EMAIL},
    ),
    "feared_by": Field(
        ("region", "carrier", "host", "address"),
        "by what the contact belongs to a country that the person may fear",
        many=True,
        of_contact=True,
        channels=PHONES | {Channel.EMAIL, Channel.LETTER},
    ),
}

_FEARED_BY = {"region": PHONES, "carrier": PHONES, "host": {Channel.EMAIL}, "address": {Channel.LETTER}}
_ATTORNEYS = frozenset({Channel.EMAIL, Channel.VOICE})


def possible(values: Mapping[str, str]) -> bool:
    """Whether a person and a contact can have these values together; fields that are not named may have any."""
    channel = values.get("channel")
    if channel is not None:
        for name, value in values.items():
            field = FIELDS[name]
            if field.of_contact and not field.many and (value == NONE) == (channel in field.channels):
                return False
        if values.get("feared_by", NONE) != NONE and channel not in _FEARED_BY[values["feared_by"]]:
            return False
    owner = values.get("owner")
    by_hand = channel == Channel.HAND
    if owner is not None and channel is not None and by_hand != (owner == Owner.FACILITY):
        return False
    if owner == Owner.ATTORNEY and channel is not None and channel not in _ATTORNEYS:
        return False
    if by_hand and (values.get("custody", "detained") != "detained" or values.get("safety", "safe") != "safe"):
        return False
    return not (owner == Owner.ATTORNEY and values.get("safety") == "unsafe")


def combinations(names: frozenset[str]) -> list[dict[str, str]]:
    """Every possible combination of these fields' values. A field of many values has one of them, or none."""
    fields = sorted(names)
    domains = [(*FIELDS[name].values, *([NONE] if FIELDS[name].many or FIELDS[name].of_contact else [])) for name in fields]
    return [found for values in product(*domains) if possible(found := dict(zip(fields, values, strict=True)))]
