"""What the vault holds of one person, and one row's reading of it. Never printed, never pickled, sealed at rest."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import orjson

from tidings.model import Flag, Kind, Owner, Personal


@dataclass(frozen=True, slots=True, repr=False)
class Phone(Personal):
    """A telephone number as a list gives it.

    `e164` starts with +. `sure` is False where the reading is possible but not valid, or where another reading is as
    good: such a number waits for a human. `extension` is digits or empty (E.164 has no place for it).
    """

    e164: str
    sure: bool = True
    owner: Owner = Owner.OWN
    extension: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Record(Personal):
    """A person as the list describes them, normalised; several rows of one person merge into one.

    Names are whole and in NFC. Countries are ISO 3166-1 alpha-2, languages BCP 47, dates ISO 8601. An unknown value is
    empty or None, never a guess. `kinds` are the columns that were not empty: what of this person was exposed.
    """

    reference: str = ""
    name: str = ""
    date_of_birth: date | None = None
    birth_country: str = ""
    nationality: str = ""
    language: str = ""
    phones: tuple[Phone, ...] = ()
    emails: tuple[str, ...] = ()
    address: str = ""
    facility: str = ""
    attorney_name: str = ""
    attorney_emails: tuple[str, ...] = ()
    attorney_phones: tuple[Phone, ...] = ()
    flags: frozenset[Flag] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    conflicts: frozenset[str] = frozenset()
    """Names of fields in which rows of one reference contradict each other."""

    def merged(self, other: Record) -> Record:
        """Gives the record with what `other`, a later row of the same person, adds.

        The first known value stands; a contradiction in what identifies a person is remembered in `conflicts`.
        Flags only add up: a warning in one row is a warning.
        """
        disagree = set()
        if not _same_name(self.name, other.name):
            disagree.add("name")
        if self.date_of_birth and other.date_of_birth and self.date_of_birth != other.date_of_birth:
            disagree.add("date_of_birth")
        first = {name: getattr(self, name) or getattr(other, name) for name in (*_SCALARS, "attorney_name")}
        return replace(
            self,
            **first,
            phones=_phones(self.phones + other.phones),
            emails=_once(self.emails + other.emails),
            attorney_emails=_once(self.attorney_emails + other.attorney_emails),
            attorney_phones=_phones(self.attorney_phones + other.attorney_phones),
            flags=self.flags | other.flags,
            kinds=self.kinds | other.kinds,
            conflicts=self.conflicts | other.conflicts | disagree,
        )

    def corrected(self, later: Record) -> Record:
        """Gives the record as a later list has it: what that list says stands, what it leaves empty stays as it was.

        A warning of an earlier list stays too, but for where a person is held: custody changes, and a later list knows
        better. Somebody whose name and birth date both differ under one reference number is remembered in `conflicts`: only
        a list that replaces the earlier ones settles that.
        """
        other_name = not _same_name(self.name, later.name)
        other_day = bool(self.date_of_birth and later.date_of_birth and self.date_of_birth != later.date_of_birth)
        stranger = other_name and (other_day or not (self.date_of_birth and later.date_of_birth))
        knows_custody = Kind.CUSTODY in later.kinds and Flag.CUSTODY_UNKNOWN not in later.flags
        new = {name: getattr(later, name) or getattr(self, name) for name in (*_SCALARS, "phones", "emails")}
        if later.attorney_name or later.attorney_emails or later.attorney_phones:
            new |= {name: getattr(later, name) for name in ("attorney_name", "attorney_emails", "attorney_phones")}
        return replace(
            self,
            **new,
            flags=(self.flags - _CUSTODY if knows_custody else self.flags) | later.flags,
            kinds=self.kinds | later.kinds,
            conflicts=self.conflicts | later.conflicts | ({"name"} if stranger else set()),
        )

    def to_bytes(self) -> bytes:
        """JSON with sorted keys, so that equal records are equal bytes."""
        body: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__}
        body["phones"] = [_phone_out(phone) for phone in self.phones]
        body["attorney_phones"] = [_phone_out(phone) for phone in self.attorney_phones]
        for name in ("flags", "kinds", "conflicts"):
            body[name] = sorted(body[name])
        return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)

    def parts(self, whole: bytes) -> dict[str, bytes]:
        """What the ledger's commitment to this record is made of: the parts that may be shown alone, and the whole, which is
        what `to_bytes` gives.

        Somebody who proves that their name was on the list need not show where they live.
        """
        born = self.date_of_birth.isoformat() if self.date_of_birth else ""
        return {
            "date_of_birth": born.encode(),
            "kinds": "\n".join(sorted(self.kinds)).encode(),
            "name": self.name.encode(),
            "record": whole,
            "reference": self.reference.encode(),
        }

    @classmethod
    def from_bytes(cls, data: bytes) -> Record:
        body = orjson.loads(data)
        body["date_of_birth"] = date.fromisoformat(body["date_of_birth"]) if body["date_of_birth"] else None
        body["phones"] = tuple(_phone_in(phone) for phone in body["phones"])
        body["attorney_phones"] = tuple(_phone_in(phone) for phone in body["attorney_phones"])
        body["emails"], body["attorney_emails"] = tuple(body["emails"]), tuple(body["attorney_emails"])
        # By their values in a table: an enumeration's own look-up takes as long as all the rest of this.
        body["flags"] = frozenset([_FLAGS[flag] for flag in body["flags"]])
        body["kinds"] = frozenset([_KINDS[kind] for kind in body["kinds"]])
        body["conflicts"] = frozenset(body["conflicts"])
        return cls(**body)


@dataclass(frozen=True, slots=True, repr=False)
class Reading(Personal):
    """One data row as it was understood: `row` is its 1-based number below the header.

    `refused` holds codes for which the row cannot become a person (it is quarantined); `remarks` are
    (column header, code) pairs of cells that were not understood while the row as a whole was.
    """

    row: int
    record: Record
    refused: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = field(default=())


_FLAGS = {flag.value: flag for flag in Flag}
_KINDS = {kind.value: kind for kind in Kind}
_OWNERS = {owner.value: owner for owner in Owner}
_SCALARS = ("reference", "name", "date_of_birth", "birth_country", "nationality", "language", "address", "facility")
_CUSTODY = frozenset((Flag.DETAINED, Flag.REMOVED, Flag.CUSTODY_UNKNOWN))


def _same_name(one: str, other: str) -> bool:
    """Whether two spellings do not contradict each other: accents, case and order aside, one has all words of the other.

    Only asked of rows that bear the same reference number: a middle name that one row leaves out is no contradiction.
    """
    words, others = _words(one), _words(other)
    return words <= others or others <= words


def _words(name: str) -> set[str]:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return set("".join(char for char in letters if not unicodedata.combining(char)).split())


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _phones(phones: tuple[Phone, ...]) -> tuple[Phone, ...]:
    """Each number once. Of two readings the more careful one stands: not sure, and not the person's own."""
    best: dict[str, Phone] = {}
    for phone in phones:
        known = best.setdefault(phone.e164, phone)
        if known is not phone:
            owner = known.owner if known.owner is not Owner.OWN else phone.owner
            best[phone.e164] = replace(
                known, sure=known.sure and phone.sure, owner=owner, extension=known.extension or phone.extension
            )
    return tuple(best.values())


def _phone_out(phone: Phone) -> list[Any]:
    return [phone.e164, phone.sure, phone.owner, phone.extension]


def _phone_in(body: list[Any]) -> Phone:
    return Phone(body[0], body[1], _OWNERS[body[2]], body[3])


def is_minor(record: Record, on: date, adult_age: int) -> bool:
    """Whether a person was younger than `adult_age` years on that day. False where the birth date is unknown."""
    born = record.date_of_birth
    return born is not None and on.year - born.year - ((on.month, on.day) < (born.month, born.day)) < adult_age
