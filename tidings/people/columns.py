"""Which column of a list is what: an incident's `columns.toml`, where spellings and markers are data."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tidings.errors import ConfigError
from tidings.model import Flag, Kind
from tidings.people.values.cells import bare, clean
from tidings.people.values.dates import DateOrder
from tidings.people.values.references import ReferenceForm
from tidings.people.values.spelling import Vocabulary, folded

_MARKS = string.punctuation + " "
_ONLY_MARKS = re.compile(r"[\W_]*")


class Field(StrEnum):
    """What a column can be read as. Several columns may be one field (two phones)."""

    REFERENCE = "reference"
    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    DATE_OF_BIRTH = "date_of_birth"
    BIRTH_COUNTRY = "birth_country"
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    CUSTODY = "custody"
    FACILITY = "facility"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ATTORNEY = "attorney"
    ATTORNEY_CONTACT = "attorney_contact"
    NOTES = "notes"


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Rule(_Data):
    """One `[[column]]`. No `field`: not read, but exposed. No `kind`: says nothing about a person (a row number)."""

    headers: tuple[str, ...]
    field: Field | None = None
    kind: Kind | None = None


class _File(_Data):
    empty: tuple[str, ...]
    placeholders: tuple[str, ...] = ()
    dates: DateOrder = DateOrder.MONTH_FIRST
    reference: ReferenceForm = ReferenceForm.A_NUMBER
    custody: dict[str, tuple[str, ...]] = {}
    column: tuple[Rule, ...]


_CUSTODY = {"detained": Flag.DETAINED.value, "removed": Flag.REMOVED.value, "released": ""}
_UNKNOWN = Rule(headers=(), kind=Kind.OTHER)


@dataclass(frozen=True, slots=True)
class Columns:
    """An incident's reading rules. `placeholders` are words that stand where a name is not known (`FNU`)."""

    rules: dict[str, Rule]
    empty: frozenset[str]
    placeholders: frozenset[str]
    dates: DateOrder
    reference: ReferenceForm
    _custody: Vocabulary
    _longest_marker: int
    _starts: frozenset[str]

    def rule(self, header: str) -> Rule | None:
        """The rule of a header, whatever its case, spaces, underscores or accents; None where no rule knows it."""
        return self.rules.get(_key(clean(header)))

    def rules_of(self, header: Sequence[str]) -> list[Rule]:
        """One rule a column. A column that no rule knows is exposed as OTHER and not read."""
        return [self.rule(name) or _UNKNOWN for name in header]

    def with_rules(self, rules: Iterable[Rule]) -> Columns:
        """These and more rules; a header that has a rule keeps it."""
        more = {_key(header): rule for rule in rules for header in rule.headers}
        return replace(self, rules={**more, **self.rules})

    def is_empty(self, text: str) -> bool:
        """Whether a cleaned cell says "nothing": one of the file's markers, or no letter and no digit at all."""
        if len(text) > self._longest_marker or (
            text[:2].isascii() and text[:1].isalnum() and text[:2].lower() not in self._starts
        ):
            return not text[:1].isalnum() and _ONLY_MARKS.fullmatch(text) is not None
        word = folded(text)
        return not word or word in self.empty

    def custody(self, text: str) -> Flag | str | None:
        """The flag that a custody status sets, "" if it sets none (released), None if no rule knows it."""
        first = re.split(r"\s+[-/]\s*|[(,;:]", bare(text), maxsplit=1)[0]
        for search in (self._custody.exact, self._custody.find):
            for status in (text, first):
                found = search(status)
                if found is not None:
                    return Flag(found) if found else ""
        return None


def _key(header: str) -> str:
    """`#` is a header, and a column without one has no rule."""
    return folded(header) or header.strip()


def _starts(marker: str) -> set[str]:
    """How a cell that folds to this marker may begin, as far as two ASCII characters tell."""
    first = marker[:1].lower()
    return {first, marker[:2].lower(), *(first + mark for mark in _MARKS)}


def load_columns(folder: Path) -> Columns:
    """The reading rules of an incident's folder. Raises ConfigError NO_INCIDENT or BAD_FILE, which names the wrong key."""
    file = folder / "columns.toml"
    if not file.is_file():
        raise ConfigError(ConfigError.Code.NO_INCIDENT, str(file))
    return parse_columns(file.read_bytes(), str(file))


def parse_columns(body: bytes, file: str) -> Columns:
    """The same of a file's bytes; `file` is its name for errors."""
    try:
        data = _File.model_validate(tomllib.loads(body.decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ConfigError(ConfigError.Code.BAD_FILE, file) from None
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors(include_input=False, include_url=False)[0]["loc"])
        raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: {key}") from None
    rules: dict[str, Rule] = {}
    for rule in data.column:
        for header in rule.headers:
            if rules.setdefault(_key(header), rule) is not rule:
                raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: two columns have the header {header!r}")
    custody = Vocabulary()
    for status, spellings in data.custody.items():
        if status not in _CUSTODY:
            raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: custody.{status}")
        custody.add(spellings, _CUSTODY[status])
    empty = frozenset(map(folded, data.empty))
    return Columns(
        rules=rules,
        empty=empty,
        placeholders=frozenset(map(folded, data.placeholders)),
        dates=data.dates,
        reference=data.reference,
        _custody=custody,
        _longest_marker=2 * max(map(len, data.empty), default=0),  # twice: an accent may be a character of its own
        # An apostrophe, space or mark between a marker's first letters ("n/a") is gone from its folded form: all spellings count.
        _starts=frozenset(start for marker in (*data.empty, *empty) for start in _starts(marker)),
    )
