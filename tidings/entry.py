"""What an entry may say, and nothing else: a closed list of facts, each with its keys and the form of their values.

An entry is read by strangers and never taken back. So nothing here can hold text: no names, numbers, addresses or
providers' ids, no language (a rare one points at a person), and no time finer than the hour. docs/ledger.md has the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

import orjson

from tidings.incident import NAME
from tidings.model import Channel, PersonId, Role

VERSION: Final = 1
_OPAQUE = re.compile(r"[a-z2-7]{26}")
_CODE = re.compile(r"[a-z0-9_.-]{1,64}")
_COMMITMENT = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_MAX_CODE_DIGITS = 6
"""Providers' codes have five digits at most, enhanced mail status codes (RFC 3463) three to six; a telephone number has more."""


class EntryKind(StrEnum):
    """A fact, as a past participle."""

    LEDGER_OPENED = "ledger.opened"
    LIST_INGESTED = "list.ingested"
    PERSON_ENROLLED = "person.enrolled"
    PERSON_CHANGED = "person.changed"
    PAIR_DECIDED = "pair.decided"  # a human said whether two who may be one are
    ENROLMENT_CLOSED = "enrolment.closed"  # before the first notice: from here on nobody can be left out unseen
    PLAN_RESOLVED = "plan.resolved"
    PERSON_HELD = "person.held"
    RULES_ADOPTED = "rules.adopted"  # the rules under which plans are made from here on
    RULE_LOOSENED = "rule.loosened"  # by an officer, for a reason that is committed to
    HOLD_DECIDED = "hold.decided"  # what an officer decided on somebody, or a contact, that waited
    SHEET_ISSUED = "sheet.issued"  # a facility's list of letters to hand over
    SHEET_RETURNED = "sheet.returned"
    APPROVAL_REQUIRED = "approval.required"  # how many officers must approve, from here on
    NOTICE_APPROVED = "notice.approved"  # an officer signed what would go out
    NOTICE_SENT = "notice.sent"  # a provider accepted it
    LETTER_COMPOSED = "letter.composed"
    NOTICE_DELIVERED = "notice.delivered"
    NOTICE_FAILED = "notice.failed"
    ATTEMPT_UNKNOWN = "attempt.unknown"  # a provider was called and nobody knows what came of it
    ATTEMPT_SETTLED = "attempt.settled"
    PERSON_OPENED = "person.opened"  # a human saw their data: who, for which command; why is committed to
    PERSON_ERASED = "person.erased"  # after their key was looked for and not found
    KEY_DESTROYED = "key.destroyed"
    KEY_ROTATED = "key.rotated"  # the incident key, and everybody's wrapped anew under it
    KEY_RENEWED = "key.renewed"  # people's own keys, and everything of theirs sealed anew
    SIGNER_ADDED = "signer.added"  # one more key signs the ledger's checkpoints
    SIGNER_RETIRED = "signer.retired"  # its key is destroyed: whatever it signs beyond this is a forgery
    OFFICER_ADDED = "officer.added"
    INCIDENT_CLOSED = "incident.closed"
    RETENTION_ENDED = "retention.ended"  # announced before the incident key goes, since it also signs
    WORKSPACE_RESTORED = "workspace.restored"


Value = str | int | list[str]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that a value may have. `schema` says the same in JSON Schema, for readers of other programs; a test compares."""

    given: Callable[[object], Value | None]
    """The value as it stands in the entry, or None if it may not stand there."""
    schema: Mapping[str, object]

    def __call__(self, value: object) -> Value | None:
        return self.given(value)


def _integer(low: int, high: int) -> _Form:
    def form(value: object) -> int | None:
        return value if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high else None

    return _Form(form, {"type": "integer", "minimum": low, "maximum": high})


def _matching(pattern: re.Pattern[str]) -> _Form:
    def form(value: object) -> str | None:
        return str(value) if isinstance(value, str) and pattern.fullmatch(value) else None

    return _Form(form, {"type": "string", "pattern": f"^(?:{pattern.pattern})$"})


def _as_code(value: object) -> str | None:
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        return None
    return str(value) if sum(map(str.isdecimal, value)) <= _MAX_CODE_DIGITS else None


_code: Final = _Form(
    _as_code,
    {
        "type": "string",
        "pattern": f"^{_CODE.pattern}$",
        "not": {"pattern": f"([0-9][^0-9]*){{{_MAX_CODE_DIGITS + 1}}}"},
    },
)
"""A rule, a provider's code or an outcome."""


def may_be_recorded(code: str) -> bool:
    """Whether a rule, a provider's code or an outcome has a form that an entry may hold. Ask before recording a foreign one."""
    return _code(code) is not None


def _as_channel(value: object) -> str | None:
    return str(value) if isinstance(value, str) and value in _CHANNELS else None


_CHANNELS: Final = frozenset(Channel)
_channel: Final = _Form(_as_channel, {"enum": [str(channel) for channel in Channel]})


def _as_channels(value: object) -> list[str] | None:
    """In the order of the plan."""
    if not isinstance(value, list | tuple) or len(value) > 99:
        return None
    channels = [channel for item in value if (channel := _as_channel(item)) is not None]
    return channels if len(channels) == len(value) else None


_channels: Final = _Form(_as_channels, {"type": "array", "maxItems": 99, "items": _channel.schema})


def _as_roles(value: object) -> list[str] | None:
    if not isinstance(value, list | tuple) or not value or not all(isinstance(role, str) and role in _ROLES for role in value):
        return None
    return sorted(str(role) for role in value)


_ROLES: Final = frozenset(Role)


_roles: Final = _Form(_as_roles, {"type": "array", "minItems": 1, "items": {"enum": sorted(str(role) for role in Role)}})

_COUNT = _integer(0, 9_999_999)  # more than any list; fewer digits than a telephone number with its country
_FEW = _integer(0, 99)
_VERSION = _integer(1, 9_999)


class _Schema(NamedTuple):
    """`of_person`: whether it names a person. Facts are required but for those in `optional`."""

    of_person: bool
    required: Mapping[str, _Form]
    optional: Mapping[str, _Form]


_ATTEMPT: Final = _Schema(
    True,
    {"attempt": _matching(_OPAQUE), "channel": _channel, "version": _VERSION},
    {"code": _code, "outcome": _code},
)

_SIGNED: Final[Mapping[str, _Form]] = {
    "officer": _matching(_OPAQUE),
    "commitment": _matching(_COMMITMENT),
    "signature": _matching(_SIGNATURE),
}
"""An officer's own words are committed to, and what they decided is signed with their key."""

_SCHEMAS: Final[Mapping[EntryKind, _Schema]] = {
    EntryKind.LEDGER_OPENED: _Schema(False, {}, {}),
    EntryKind.LIST_INGESTED: _Schema(
        False,
        {"rows": _COUNT, "persons": _COUNT, "refused": _COUNT, "repeated": _COUNT},
        {
            "changed": _COUNT,
            "unchanged": _COUNT,
            "gone": _COUNT,
            "mended": _COUNT,
            "likely": _COUNT,
            "skipped": _COUNT,
            "sheets": _COUNT,
        },
    ),
    EntryKind.PERSON_ENROLLED: _Schema(True, {"commitment": _matching(_COMMITMENT)}, {}),
    EntryKind.PERSON_CHANGED: _Schema(True, {"commitment": _matching(_COMMITMENT)}, {}),
    EntryKind.PAIR_DECIDED: _Schema(True, {"outcome": _code}, {}),
    EntryKind.ENROLMENT_CLOSED: _Schema(False, {"persons": _COUNT}, {}),
    EntryKind.PLAN_RESOLVED: _Schema(True, {"contacts": _FEW, "channels": _channels}, {}),
    EntryKind.PERSON_HELD: _Schema(True, {"rule": _code}, {}),
    EntryKind.RULES_ADOPTED: _Schema(False, {"digest": _matching(_COMMITMENT), "rules": _COUNT}, {}),
    EntryKind.RULE_LOOSENED: _Schema(False, {"rule": _code, "outcome": _code, **_SIGNED}, {}),
    EntryKind.HOLD_DECIDED: _Schema(True, {"rule": _code, "outcome": _code, "of": _code, **_SIGNED}, {}),
    EntryKind.SHEET_ISSUED: _Schema(False, {"sheet": _matching(_OPAQUE), "letters": _COUNT, "version": _VERSION}, {}),
    EntryKind.SHEET_RETURNED: _Schema(False, {"sheet": _matching(_OPAQUE), "letters": _COUNT, "handed": _COUNT}, {}),
    EntryKind.APPROVAL_REQUIRED: _Schema(False, {"officers": _FEW}, {}),
    EntryKind.NOTICE_APPROVED: _Schema(
        False,
        {
            "version": _VERSION,
            "digest": _matching(_COMMITMENT),
            "people": _COUNT,
            "unreviewed": _FEW,
            "officer": _matching(_OPAQUE),
            "signature": _matching(_SIGNATURE),
        },
        {},
    ),
    EntryKind.NOTICE_SENT: _ATTEMPT,
    EntryKind.LETTER_COMPOSED: _ATTEMPT,
    EntryKind.NOTICE_DELIVERED: _ATTEMPT,
    EntryKind.NOTICE_FAILED: _ATTEMPT,
    EntryKind.ATTEMPT_UNKNOWN: _ATTEMPT,
    EntryKind.ATTEMPT_SETTLED: _ATTEMPT,
    EntryKind.PERSON_OPENED: _Schema(
        True,
        {
            "officer": _matching(_OPAQUE),
            "purpose": _code,
            "commitment": _matching(_COMMITMENT),
            "signature": _matching(_SIGNATURE),
        },
        {},
    ),
    EntryKind.PERSON_ERASED: _Schema(True, {"cause": _code}, {}),
    EntryKind.KEY_DESTROYED: _Schema(False, {"key": _code, "keys": _COUNT}, {}),
    EntryKind.KEY_ROTATED: _Schema(False, {"provider": _code, "revision": _COUNT}, {}),
    EntryKind.KEY_RENEWED: _Schema(False, {"generation": _COUNT, "persons": _COUNT}, {}),
    EntryKind.SIGNER_ADDED: _Schema(False, {"signer": _matching(_COMMITMENT)}, {}),
    EntryKind.SIGNER_RETIRED: _Schema(False, {"signer": _matching(_COMMITMENT)}, {}),
    EntryKind.OFFICER_ADDED: _Schema(False, {"officer": _matching(_OPAQUE), "roles": _roles}, {}),
    EntryKind.INCIDENT_CLOSED: _Schema(False, {"persons": _COUNT}, {}),
    EntryKind.RETENTION_ENDED: _Schema(False, {"persons": _COUNT}, {}),
    EntryKind.WORKSPACE_RESTORED: _Schema(False, {"entries": _COUNT}, {}),
}


_PERSON: Final = _matching(_OPAQUE)
_FRAME: Final[Mapping[str, _Form]] = {
    "v": _integer(VERSION, VERSION),
    "kind": _matching(re.compile("|".join(re.escape(kind) for kind in EntryKind))),
    "incident": _matching(NAME),
    "at": _matching(re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3])Z")),
}


def entry(kind: EntryKind, *, incident: str, at: datetime, person: PersonId | None = None, **facts: object) -> bytes:
    """One entry: JSON with sorted keys and no spaces, in UTF-8, so that equal facts are equal bytes.

    `at` is aware and in UTC; only its hour is kept. ValueError for whatever the kind's schema does not allow, or lacks; it
    names the key and never the value.
    """
    schema = _SCHEMAS[kind]
    body: dict[str, Value] = {"v": VERSION, "kind": str(kind)}
    body["incident"] = _checked("incident", _FRAME["incident"], incident)
    body["at"] = hour(at)
    if schema.of_person:
        body["person"] = _checked("person", _PERSON, person)
    elif person is not None:
        raise ValueError("person: not allowed in an entry of this kind")
    for key, value in facts.items():
        form = schema.required.get(key) or schema.optional.get(key)
        if form is None:
            raise ValueError(f"{_shown(key)}: not allowed in an entry of this kind")
        body[key] = _checked(key, form, value)
    for key in schema.required:
        if key not in facts:
            raise ValueError(f"{key}: missing in an entry of this kind")
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)


def _checked(key: str, form: _Form, value: object) -> Value:
    found = form(value)
    if found is None:
        raise ValueError(f"{key}: a value of this form may not stand in an entry")
    return found


_Given = Callable[[object], Value | None]


def _reading(schema: _Schema) -> tuple[frozenset[str], Mapping[str, _Given]]:
    of_all = {**_FRAME, **({"person": _PERSON} if schema.of_person else {})}
    forms = {**of_all, **schema.required, **schema.optional}
    return frozenset({*of_all, *schema.required}), {key: form.given for key, form in forms.items()}


_FORMS: Final = {str(kind): _reading(schema) for kind, schema in _SCHEMAS.items()}
"""By kind: what must be there, and what may."""


class UnknownKind(ValueError):
    """An entry of a version or kind that is not known here: a newer Tidings wrote it, or another program."""


def read_entry(body: bytes) -> dict[str, Any]:
    """What an entry says, if it is one that `entry` could have written, byte for byte.

    UnknownKind if it is JSON of another version or kind; ValueError, naming the key and never the value, for anything else.
    """
    try:
        said = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise ValueError("not JSON") from None
    if not isinstance(said, dict) or not isinstance(said.get("kind"), str):
        raise ValueError("kind: missing")  # noqa: TRY004 - it is the bytes that are wrong
    known = _FORMS.get(said["kind"]) if said.get("v") == VERSION else None
    if known is None:
        raise UnknownKind("kind: not known")
    required, forms = known
    if not said.keys() >= required:
        raise ValueError(f"{min(required - said.keys())}: missing in an entry of this kind")
    for key, value in said.items():
        given = forms.get(key)
        if given is None:
            raise ValueError(f"{_shown(key)}: not allowed in an entry of this kind")
        if value is None or given(value) != value:
            raise ValueError(f"{key}: a value of this form may not stand in an entry")
    if orjson.dumps(said, option=orjson.OPT_SORT_KEYS) != body:
        raise ValueError("not in the one form that equal facts have")
    return said


def json_schema(kind: EntryKind) -> dict[str, Any]:
    """The kind's schema as JSON Schema (draft 2020-12), for readers of other programs. Not in it: the bytes are sorted keys
    without spaces.
    """
    schema = _SCHEMAS[kind]
    frame = {**_FRAME, **({"person": _PERSON} if schema.of_person else {})}
    properties = {key: dict(form.schema) for key, form in (frame | dict(schema.required) | dict(schema.optional)).items()}
    properties["kind"] = {"const": str(kind)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tidings:entry:v{VERSION}:{kind}",
        "title": str(kind),
        "type": "object",
        "properties": properties,
        "required": [*frame, *schema.required],
        "additionalProperties": False,
    }


@lru_cache(maxsize=64)  # all entries of a transaction have one time
def hour(at: datetime) -> str:
    """As an entry gives it. ValueError unless it is aware and in UTC."""
    if not isinstance(at, datetime) or at.utcoffset() != timedelta(0):
        raise ValueError("at: not an aware time in UTC")
    return f"{at:%Y-%m-%dT%H}Z"


def hour_began(text: str) -> datetime:
    """The beginning of an hour as `hour` writes it, in UTC. ValueError for what is none."""
    return datetime.strptime(text, "%Y-%m-%dT%HZ").replace(tzinfo=UTC)


def _shown(key: str) -> str:
    """A key that came from somebody's data by mistake is not repeated either."""
    return key if key.isidentifier() and key.isascii() and len(key) <= 32 else "a key"
