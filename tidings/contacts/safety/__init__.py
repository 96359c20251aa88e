"""Safety: rules as data, what they look at, the engine that judges by them, and what may be wrong with them."""

from tidings.contacts.safety.countries import Countries, address_country, feared
from tidings.contacts.safety.engine import OF_PERSON, SETTLING, Choice, Does, Engine, Of, SafetyRule
from tidings.contacts.safety.facts import FIELDS, NONE, PHONES, ContactFacts, PersonFacts
from tidings.contacts.safety.rule_file import Fault
from tidings.contacts.safety.rulebook import Meaning, Rulebook, load_rulebook, read_all
from tidings.contacts.safety.sound import GROUND

__all__ = [
    "FIELDS",
    "GROUND",
    "NONE",
    "OF_PERSON",
    "PHONES",
    "SETTLING",
    "Choice",
    "ContactFacts",
    "Countries",
    "Does",
    "Engine",
    "Fault",
    "Meaning",
    "Of",
    "PersonFacts",
    "Rulebook",
    "SafetyRule",
    "address_country",
    "feared",
    "load_rulebook",
    "read_all",
]
