"""Rules that the program itself speaks of. All others are data: `config/safety.toml`, and what an incident adds to it.

A rule is known by its id everywhere: in the store, the ledger, the status, the documents.
"""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """Ids that the code names. What each means to an officer stands in config/safety.toml too, under `meaning`."""

    NO_CONTACT = "contact.none"
    # While it is delivered.
    FONT_MISSING = "font.missing"
    BLOCKED = "delivery.blocked"
    UNKNOWN = "delivery.unknown"
    CANNOT_OPEN = "key.cannot_open"
    CUSTODY_CHANGED = "custody.changed"  # whoever brought the letter says that the person is not held there any more
    EXHAUSTED = "contacts.exhausted"
    # An officer decided on the whole person, and nobody waits for anything any more.
    TOLD = "decided.told"
    NEVER = "decided.never"
    # Nothing stands against it.
    USABLE = "contact.usable"
