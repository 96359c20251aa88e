"""Contacts and safety: how each person can be told without harm, and where they stand."""

from tidings.contacts.coverage import Coverage, Ways, coverage
from tidings.contacts.deciding import DECIDES, WAITING, decide, plan_now
from tidings.contacts.explaining import Decision, Explanation, Looked, choices, decision_field, explain, look_at, reasons
from tidings.contacts.hours import Hours, Stretch
from tidings.contacts.hours_file import load_hours
from tidings.contacts.keeping import Contact, contact_field
from tidings.contacts.lookup import line_types, look_up_batch, look_up_batches, looked_up, lookup_field
from tidings.contacts.loosening import LOOSENING_FIELD, loosen
from tidings.contacts.published import OTHER, WITHHELD, Published, published, told_by
from tidings.contacts.reach import OUTCOME, Outcome, Reach
from tidings.contacts.resolve import resolve_batch, unplanned_batches
from tidings.contacts.rules import adopt_rules, check_rules, current_rules, plan_is_current
from tidings.contacts.safety import FIELDS, GROUND, Choice, Does, Meaning, Rulebook, load_rulebook, read_all
from tidings.contacts.stand import GONE, HELD, PASSED, REFUSED, USABLE, restate, standings
from tidings.contacts.standing import LETTERS, Standing
from tidings.contacts.suppression import Shown

__all__ = [
    "DECIDES",
    "FIELDS",
    "GONE",
    "GROUND",
    "HELD",
    "LETTERS",
    "LOOSENING_FIELD",
    "OTHER",
    "OUTCOME",
    "PASSED",
    "REFUSED",
    "USABLE",
    "WAITING",
    "WITHHELD",
    "Choice",
    "Contact",
    "Coverage",
    "Decision",
    "Does",
    "Explanation",
    "Hours",
    "Looked",
    "Meaning",
    "Outcome",
    "Published",
    "Reach",
    "Rulebook",
    "Shown",
    "Standing",
    "Stretch",
    "Ways",
    "adopt_rules",
    "check_rules",
    "choices",
    "contact_field",
    "coverage",
    "current_rules",
    "decide",
    "decision_field",
    "explain",
    "line_types",
    "load_hours",
    "load_rulebook",
    "look_at",
    "look_up_batch",
    "look_up_batches",
    "looked_up",
    "lookup_field",
    "loosen",
    "plan_is_current",
    "plan_now",
    "published",
    "read_all",
    "reasons",
    "resolve_batch",
    "restate",
    "standings",
    "told_by",
    "unplanned_batches",
]
