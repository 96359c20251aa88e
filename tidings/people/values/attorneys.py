"""Cells in which e-mail addresses and telephone numbers stand in any order: an attorney's contact, and misplaced cells."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from tidings.model import Owner, Personal
from tidings.people.values.emails import Emails, read_emails
from tidings.people.values.phones import Phones, read_phones
from tidings.record import Phone


@dataclass(frozen=True, slots=True, repr=False)
class Contacts(Personal):
    """What the cell gave, and codes for what was not understood."""

    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    remarks: tuple[str, ...] = ()


def read_contacts(cell: str, region: str, countries: Collection[str] = (), owner: Owner = Owner.OWN) -> Contacts:
    """Addresses and numbers of a cleaned cell, wherever each stands. `owner`, `region`, `countries` as in `read_phones`.

    Code: contact.unreadable where there is neither; otherwise those of e-mail and phone.
    """
    emails = read_emails(cell)
    has_address = bool(emails.addresses) or "@" in cell or emails.remarks != ("email.unreadable",)
    rest = emails.rest
    phones = read_phones(rest, region, countries, owner) if any(map(str.isdigit, rest)) else Phones()
    if not has_address:
        emails = Emails()
        if not phones.numbers and not phones.remarks:
            return Contacts(remarks=("contact.unreadable",))
    return Contacts(emails.addresses, phones.numbers, emails.remarks + phones.remarks)


def read_attorney(cell: str, region: str) -> Contacts:
    """An attorney's contact cell. A number that the cell gives to somebody else ("(mother)") stays that person's."""
    return read_contacts(cell, region, owner=Owner.ATTORNEY)
