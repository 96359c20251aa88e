"""Contacts and safety: how each person can be told without harm, and where they stand."""

from tidings.contacts.keeping import Contact, contact_field
from tidings.contacts.resolve import resolve_batch, unplanned_batches
from tidings.contacts.rules import adopt_rules, check_rules, current_rules, plan_is_current
from tidings.contacts.safety import Meaning, Rulebook, load_rulebook
from tidings.contacts.stand import GONE, HELD, PASSED, REFUSED, USABLE, restate, standings
from tidings.contacts.standing import LETTERS, Standing

__all__ = [
    "GONE",
    "HELD",
    "LETTERS",
    "PASSED",
    "REFUSED",
    "USABLE",
    "Contact",
    "Meaning",
    "Rulebook",
    "Standing",
    "adopt_rules",
    "check_rules",
    "contact_field",
    "current_rules",
    "load_rulebook",
    "plan_is_current",
    "resolve_batch",
    "restate",
    "standings",
    "unplanned_batches",
]
