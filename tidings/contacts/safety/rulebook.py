"""The rules that one incident's plans are made by: those shipped, those the incident adds, and what officers loosened."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
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
    _loosenings: dict[tuple[tuple[str, Does], ...], Rulebook] = field(default_factory=dict, repr=False, compare=False)

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
        allowed: dict[str, Does] = {}
        for name, does in loosened.items():
            rule = self.rule(name)
            if rule is not None:
                allowed[name] = max(does, rule.loosest, key=lambda one: one.strictness)
                if allowed[name].strictness >= rule.does.strictness:
                    del allowed[name]
        if not allowed:
            return self
        key = tuple(sorted(allowed.items()))
        if key not in self._loosenings:  # its engine remembers what it judged
            self._loosenings[key] = replace(self, loosened=allowed, _loosenings={})
        return self._loosenings[key]

    def digest(self, *besides: object) -> str:
        """SHA-256, hex, of all that decides about plans besides the people: these rules, and what the caller adds as JSON."""
        more = orjson.dumps(besides, default=_plain, option=orjson.OPT_SORT_KEYS)
        return hashlib.sha256(b"tidings.rules/v1\n" + self._written + more).hexdigest()

    @cached_property
    def _written(self) -> bytes:
        rules = [{**asdict(rule), "file": "", "line": 0} for rule in self.engine.rules]
        countries = [self.countries.hosts, self.countries.top_level]
        patterns = {country: pattern.pattern for country, pattern in self.countries.addresses.items()}
        return orjson.dumps([rules, countries, patterns], default=_plain, option=orjson.OPT_SORT_KEYS)


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
    return _read(config / FILE, _data(config / FILE), *_added(incident_folder))


def _added(incident_folder: Path | None) -> tuple[Path | None, bytes | None]:
    if incident_folder is None or not (incident_folder / FILE).is_file():
        return None, None
    return incident_folder / FILE, _data(incident_folder / FILE)


def _data(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=4)
def _read(file: Path, data: bytes | None, added_file: Path | None, added: bytes | None) -> Read:
    """By what stands in the files: reading and checking them takes 20 ms, and each batch of people asks for them."""
    base = read_rules(file, data)
    files = [base]
    if added_file is not None:
        ours = read_rules(added_file, added)
        ours.faults += [
            Fault(str(added_file), 0, "rule.unknown_key", f"{key}: an incident's file has rules only")
            for key in ours.body.keys() - {"rule"}
        ]
        files.append(ours)
    found = [fault for one in files for fault in one.faults]
    rules = [rule for one in files for rule in one.rules]
    if not found:
        found += [fault if fault.file else replace(fault, file=str(file)) for fault in faults(rules)]
    countries, meanings = _countries(base.body), _meanings(base, rules)
    for name, part in (("mail_hosts, top_level or address", countries), ("meaning", meanings)):
        if part is None and base.body:
            found.append(Fault(str(file), 0, "rule.bad_value", f"{name}: not as docs/configuration.md has it"))
    if meanings is not None and base.body:
        missing = sorted(set(map(str, Rule)) - {Rule.USABLE.value} - meanings.keys())
        found += [Fault(str(file), 0, "rule.no_reason", f"meaning.{name} is missing") for name in missing]
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
