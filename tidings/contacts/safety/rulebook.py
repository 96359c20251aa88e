"""The rules that one incident's plans are made by: those shipped, those the incident adds, and what officers loosened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from tidings.contacts.safety.countries import Countries
from tidings.contacts.safety.engine import Does, Engine, SafetyRule
from tidings.contacts.safety.rule_file import Fault, RuleFile, read_rules
from tidings.contacts.safety.sound import faults
from tidings.errors import ConfigError
from tidings.rules import Rule

FILE = "safety.toml"
"""In the folder of the configuration, and, with rules only, in an incident's."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A rule in an officer's words: why something waits, and what to do about it."""

    why: str
    what: str


@dataclass(frozen=True)
class Rulebook:
    """`meanings` has every rule's id: those of the files, and those that the program itself speaks of."""

    rules: tuple[SafetyRule, ...]
    countries: Countries
    meanings: Mapping[str, Meaning]
    loosened: Mapping[str, Does] = field(default_factory=dict)

    @cached_property
    def engine(self) -> Engine:
        return Engine([replace(rule, does=self.loosened.get(rule.id, rule.does)) for rule in self.rules])

    @cached_property
    def _places(self) -> dict[str, int]:
        return {rule.id: place for place, rule in enumerate(self.rules)}

    def place(self, name: str) -> int:
        """A rule's place in the order in which they were written; what is no rule of the files comes last."""
        return self._places.get(name, len(self.rules))

    def rule(self, name: str) -> SafetyRule | None:
        """As it was written, whatever was loosened."""
        return next((rule for rule in self.rules if rule.id == name), None)

    def loosen(self, loosened: Mapping[str, Does]) -> Rulebook:
        """With what officers loosened. What a rule does not allow any more is not loosened: its author has the last word."""
        allowed = {
            name: max(does, rule.loosest, key=lambda one: one.strictness)
            for name, does in loosened.items()
            if (rule := self.rule(name)) is not None and does.strictness < rule.does.strictness
        }
        return replace(self, loosened=allowed)

    def digest(self, *besides: object) -> str:
        """SHA-256, hex, of all that decides about plans besides the people: these rules, and what the caller adds as JSON."""
        rules = [{**asdict(rule), "file": "", "line": 0} for rule in self.engine.rules]
        countries = [self.countries.hosts, self.countries.top_level]
        patterns = {country: pattern.pattern for country, pattern in self.countries.addresses.items()}
        body = orjson.dumps([rules, countries, patterns, besides], default=_plain, option=orjson.OPT_SORT_KEYS)
        return hashlib.sha256(b"tidings.rules/v1\n" + body).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError


def load_rulebook(config: Path, incident_folder: Path | None = None) -> Rulebook:
    """Raises ConfigError BAD_FILE, naming file and line of the first fault; `tidings check` names all."""
    read = read_all(config, incident_folder)
    if read.faults:
        first = read.faults[0]
        raise ConfigError(
            ConfigError.Code.BAD_FILE, f"{first.file}:{first.line}: {first.about}", hint="`tidings check` names all faults"
        )
    assert read.rulebook is not None  # noqa: S101 - without faults there is one
    return read.rulebook


@dataclass(frozen=True, slots=True)
class Read:
    """Either a rulebook, or what stands against it."""

    rulebook: Rulebook | None
    faults: tuple[Fault, ...]


def read_all(config: Path, incident_folder: Path | None = None) -> Read:
    """Every fault of the rules, in the order of files and lines."""
    base = read_rules(config / FILE)
    files = [base]
    if incident_folder is not None and (incident_folder / FILE).is_file():
        added = read_rules(incident_folder / FILE)
        added.faults += [
            Fault(str(incident_folder / FILE), 0, "rule.unknown_key", f"{key}: an incident's file has rules only")
            for key in added.body.keys() - {"rule"}
        ]
        files.append(added)
    found = [fault for file in files for fault in file.faults]
    rules = [rule for file in files for rule in file.rules]
    if not found:
        found += [fault if fault.file else replace(fault, file=str(config / FILE)) for fault in faults(rules)]
    countries, meanings = _countries(base.body), _meanings(base, rules)
    for name, part in (("mail_hosts, top_level or address", countries), ("meaning", meanings)):
        if part is None and not base.faults:
            found.append(Fault(str(config / FILE), 0, "rule.bad_value", f"{name}: not as docs/configuration.md has it"))
    if meanings is not None:
        missing = sorted(set(map(str, Rule)) - {Rule.USABLE.value} - meanings.keys())
        found += [Fault(str(config / FILE), 0, "rule.no_reason", f"meaning.{name} is missing") for name in missing]
    if found or countries is None or meanings is None:
        return Read(None, tuple(found))
    return Read(Rulebook(tuple(rules), countries, meanings), ())


def _countries(body: Mapping[str, Any]) -> Countries | None:
    try:
        return Countries(
            {country: frozenset(names) for country, names in body["mail_hosts"].items()},
            {country: frozenset(names) for country, names in body["top_level"].items()},
            {country: re.compile(pattern) for country, pattern in body["address"].items()},
        )
    except (KeyError, AttributeError, TypeError, re.error):
        return None


def _meanings(base: RuleFile, rules: Sequence[SafetyRule]) -> dict[str, Meaning] | None:
    try:
        named = {str(name): Meaning(one["why"], one["what"]) for name, one in base.body.get("meaning", {}).items()}
    except (KeyError, AttributeError, TypeError):
        return None
    return named | {rule.id: Meaning(rule.why, rule.what) for rule in rules}
