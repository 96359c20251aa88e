"""Reads safety rules from a TOML file, and says of each fault in which line it stands.

[[rule]]
id = "phone.shared"
of = "contact"                 # person, own, attorney or contact
when.channel = ["sms", "voice"]
when.shared = "shelter"
unless.safety = "safe"
does = "hold"                  # allow, teaser, another, hold or refuse
loosest = "teaser"             # left out: it cannot be loosened
why = "More people gave this number than a household has."
what = "Find out whose it is."
source = "docs/safety.md, 4"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tidings.contacts.safety.engine import OF_CONTACT, OF_PERSON, Choice, Does, Of, SafetyRule
from tidings.contacts.safety.facts import FIELDS

_ID = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)+")
_LONGEST_ID = 64
_HEADER = re.compile(r"^\s*\[\[\s*rule\s*\]\]", re.MULTILINE)
_AT_LINE = re.compile(r"line (\d+)")
_Choice = TypeVar("_Choice", Of, Does)
_TEXTS = ("why", "what", "source")
_KEYS = frozenset({"id", "of", "when", "unless", "does", "loosest", "choices", *_TEXTS})


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a rule: its file, the line (1-based; 0: the file as a whole), a code, and what about it."""

    file: str
    line: int
    code: str
    about: str


@dataclass(slots=True)
class RuleFile:
    """What could be read of a file. Rules with faults are left out."""

    body: Mapping[str, Any] = field(default_factory=dict)
    rules: list[SafetyRule] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_rules(file: Path, data: bytes | None) -> RuleFile:
    """`data` is the file's; None where it could not be read. Never raises for what stands in it: that is a fault."""
    found = RuleFile()
    try:
        text = (b"\xff" if data is None else data).decode("utf-8").replace("\r\n", "\n")
        found.body = tomllib.loads(text)
    except UnicodeError:
        found.faults.append(Fault(str(file), 0, "rule.unreadable", "it cannot be read as UTF-8 text"))
        return found
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        found.faults.append(Fault(str(file), int(line[1]) if line else 0, "rule.unreadable", "it is no TOML"))
        return found
    tables = found.body.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        found.faults.append(Fault(str(file), 0, "rule.unreadable", "`rule` is not a list of tables: write [[rule]]"))
        return found
    starts = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    lines = text.splitlines()
    for place, table in enumerate(tables):
        start = starts[place] if place < len(starts) else 0
        end = starts[place + 1] - 1 if place + 1 < len(starts) else len(lines)
        reader = _Reader(str(file), start, lines[start:end])
        rule = reader.rule(table)
        found.faults += reader.faults
        if rule is not None and not reader.faults:
            found.rules.append(rule)
    return found


class _Reader:
    """One [[rule]] table, with the lines that it was written in."""

    def __init__(self, file: str, start: int, lines: list[str]) -> None:
        self._file, self._start, self._lines = file, start, lines
        self.faults: list[Fault] = []

    def rule(self, table: Mapping[str, Any]) -> SafetyRule | None:
        for key in table.keys() - _KEYS:
            self._fault(key, "rule.unknown_key", f"{key}: no key of a rule")
        name = table.get("id")
        if not isinstance(name, str) or not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
            self._fault("id", "rule.bad_id", "id: words of a-z, 0-9 and _ with dots between")
            return None
        for key in _TEXTS:
            if not isinstance(table.get(key), str) or not table[key].strip():
                self._fault(key, "rule.no_reason", f"{name}: {key} is missing")
        of = self._one_of(Of, table, "of", name)
        does = self._one_of(Does, table, "does", name)
        loosest = self._one_of(Does, table, "loosest", name) if "loosest" in table else does
        when, unless = (self._conditions(table.get(key, {}), key, name) for key in ("when", "unless"))
        if of is None or does is None or loosest is None:
            return None
        if loosest.strictness > does.strictness:
            self._fault("loosest", "rule.bad_value", f"{name}: loosest is stricter than does")
        choices = self._choices(table, name)
        why, what, source = (str(table.get(key, "")).strip() for key in _TEXTS)
        return SafetyRule(name, of, does, when, unless, loosest, why, what, source, choices, self._file, self._start)

    def _one_of(self, choices: type[_Choice], table: Mapping[str, Any], key: str, name: str) -> _Choice | None:
        value = table.get(key)
        if not isinstance(value, str) or value not in set(choices):
            self._fault(key, "rule.bad_value", f"{name}: {key} is one of {', '.join(choices)}")
            return None
        return choices(value)

    def _choices(self, table: Mapping[str, Any], name: str) -> tuple[Choice, ...] | None:
        given = table.get("choices")
        if given is None:
            return None
        if not isinstance(given, list) or not set(map(str, given)) <= {*OF_PERSON, *OF_CONTACT}:
            self._fault("choices", "rule.bad_value", f"{name}: choices are some of {', '.join(OF_PERSON)}")
            return ()
        return tuple(map(Choice, given))

    def _conditions(self, table: object, key: str, name: str) -> dict[str, frozenset[str]]:
        if not isinstance(table, dict):
            self._fault(key, "rule.bad_value", f"{name}: {key} is a table of facts")
            return {}
        found: dict[str, frozenset[str]] = {}
        for fact, given in table.items():
            values = [given] if isinstance(given, str) else given
            if fact not in FIELDS:
                self._fault(f"{key}.{fact}", "rule.unknown_fact", f"{name}: {fact}: no fact that rules can look at")
            elif not isinstance(values, list) or not values or not set(map(str, values)) <= set(FIELDS[fact].values):
                self._fault(f"{key}.{fact}", "rule.unknown_value", f"{name}: {fact} is one of {', '.join(FIELDS[fact].values)}")
            else:
                found[fact] = frozenset(values)
        return found

    def _fault(self, key: str, code: str, about: str) -> None:
        last = key.rpartition(".")[2]
        wanted = re.compile(rf"^\s*({re.escape(key)}\s*[=.]|.*\b{re.escape(last)}\s*=)")
        offset = next((place + 1 for place, line in enumerate(self._lines) if wanted.match(line)), 0)
        self.faults.append(Fault(self._file, self._start + offset, code, about))
