"""Contacts and safety: how each person can be told without harm, and where they stand."""

from tidings.contacts.resolve import Contact, contact_field, resolve_batch, unplanned_batches
from tidings.contacts.safety import Meaning, Safety, load_safety
from tidings.contacts.stand import GONE, HELD, USABLE, restate, standings
from tidings.contacts.standing import LETTERS, Standing

__all__ = [
    "GONE",
    "HELD",
    "LETTERS",
    "USABLE",
    "Contact",
    "Meaning",
    "Safety",
    "Standing",
    "contact_field",
    "load_safety",
    "resolve_batch",
    "restate",
    "standings",
    "unplanned_batches",
]
