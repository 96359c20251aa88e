"""Why somebody or something waits: every rule's id. What each means to an officer is data, in config/safety.toml."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """The strictest come first: of several rules that hold a person, the first of this list is the one that is named."""

    # The whole person waits, their attorney's contact included.
    REMOVED = "custody.removed"
    MINOR = "person.minor"
    CONFLICT = "identity.conflict"
    LIKELY = "identity.likely"
    GONE = "list.gone"
    # Their own contacts wait; an attorney may still be told.
    ATTORNEY_ONLY = "note.attorney_only"
    UNSAFE = "note.unsafe"
    CUSTODY_UNKNOWN = "custody.unknown"
    CANNOT_READ = "person.cannot_read"
    LANGUAGE_UNKNOWN = "language.unknown"
    LANGUAGE_MISSING = "language.missing"
    # One contact waits.
    NO_FACILITY = "custody.no_facility"
    DETAINED = "custody.detained"
    DO_NOT_PHONE = "note.do_not_phone"
    HOME_PHONE = "phone.home_country"
    UNCERTAIN_PHONE = "phone.uncertain"
    NOT_OWN_PHONE = "phone.not_own"
    SHARED_PHONE = "phone.shared"
    NO_SMS = "phone.no_sms"
    EXTENSION = "phone.extension"
    HOME_EMAIL = "email.home_country"
    SHARED_EMAIL = "email.shared"
    UNCLEAR_ADDRESS = "address.unclear"
    NO_CONTACT = "contact.none"
    # While it is delivered.
    FONT_MISSING = "font.missing"
    BLOCKED = "delivery.blocked"
    UNKNOWN = "delivery.unknown"
    CANNOT_OPEN = "key.cannot_open"
    EXHAUSTED = "contacts.exhausted"
    # Nothing stands against it.
    USABLE = "contact.usable"
