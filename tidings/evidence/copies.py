"""The ledger's entries for other programs: a table, and events of the Open Cybersecurity Schema Framework (OCSF)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

import orjson

from tidings.entry import EntryKind, hour_began

Entries = Iterable[tuple[int, Mapping[str, Any]]]
"""Index, and what it says."""

COLUMNS: Final = (
    "index", "v", "at", "kind", "incident", "person", "attempt", "channel", "version", "rule", "code", "outcome", "of",
    "officer", "purpose", "cause", "key", "provider", "contacts", "channels", "roles", "sheet", "letters", "handed", "rows",
    "persons", "refused", "repeated", "changed", "unchanged", "gone", "mended", "likely", "skipped", "sheets", "rules", "people",
    "unreviewed", "officers", "revision", "generation", "keys", "entries", "digest", "commitment", "signer", "signature",
)  # fmt: skip
"""Every fact that an entry may hold: a test compares them with the table by which entries are written."""


def as_csv(entries: Entries) -> bytes:
    """A line an entry, a column a fact. Channels and roles are apart by spaces. No cell begins as a formula would."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for index, said in entries:
        writer.writerow({"index": index, **{name: " ".join(it) if isinstance(it, list) else it for name, it in said.items()}})
    return text.getvalue().encode()


OCSF_VERSION: Final = "1.3.0"
CLASS_UID: Final = 3004
"""Entity Management: a record of who did what to a managed entity. docs/auditors.md says why this class."""
_CREATE, _READ, _UPDATE, _DELETE, _OTHER = 1, 2, 3, 4, 99
_CAPTIONS = {_CREATE: "Create", _READ: "Read", _UPDATE: "Update", _DELETE: "Delete"}
_ACTIVITY: Final[Mapping[str, int]] = {
    EntryKind.PERSON_ENROLLED: _CREATE,
    EntryKind.LEDGER_OPENED: _CREATE,
    EntryKind.SIGNER_ADDED: _CREATE,
    EntryKind.OFFICER_ADDED: _CREATE,
    EntryKind.PERSON_OPENED: _READ,
    EntryKind.PERSON_CHANGED: _UPDATE,
    EntryKind.PAIR_DECIDED: _UPDATE,
    EntryKind.PLAN_RESOLVED: _UPDATE,
    EntryKind.PERSON_HELD: _UPDATE,
    EntryKind.HOLD_DECIDED: _UPDATE,
    EntryKind.RULES_ADOPTED: _UPDATE,
    EntryKind.RULE_LOOSENED: _UPDATE,
    EntryKind.KEY_ROTATED: _UPDATE,
    EntryKind.KEY_RENEWED: _UPDATE,
    EntryKind.PERSON_ERASED: _DELETE,
    EntryKind.KEY_DESTROYED: _DELETE,
    EntryKind.SIGNER_RETIRED: _DELETE,
}
"""Whatever else happens, a notice or a count, is `Other`, and named by its kind."""
_IDS = (("attempt", "attempt"), ("person", "person"), ("sheet", "run sheet"), ("signer", "signing key"), ("officer", "officer"))


def as_ocsf(entries: Entries, product_version: str) -> bytes:
    """An event a line. `time` is the beginning of the entry's hour in milliseconds; `raw_data` is the entry, byte for byte."""
    return b"".join(orjson.dumps(_event(index, said, product_version)) + b"\n" for index, said in entries)


def _event(index: int, said: Mapping[str, Any], product_version: str) -> dict[str, Any]:
    kind = said["kind"]
    activity = _ACTIVITY.get(kind, _OTHER)
    name, what = next(((said[key], what) for key, what in _IDS if key in said), (said["incident"], "incident"))
    time = hour_began(said["at"])
    facts = {key: value for key, value in said.items() if key not in ("v", "kind", "incident", "at")}
    event = {
        "activity_id": activity,
        "activity_name": _CAPTIONS.get(activity, kind),
        "category_uid": 3,
        "category_name": "Identity & Access Management",
        "class_uid": CLASS_UID,
        "class_name": "Entity Management",
        "type_uid": CLASS_UID * 100 + activity,
        "severity_id": 1,
        "time": int(time.timestamp()) * 1000,
        "message": kind,
        "entity": {"uid": name, "type": what, "data": facts},
        "metadata": {
            "version": OCSF_VERSION,
            "product": {"name": "Tidings", "vendor_name": "Tidings", "version": product_version},
            "log_name": f"tidings/{said['incident']}",
            "uid": f"tidings/{said['incident']}/{index}",
            "sequence": index,
            "original_time": said["at"],
        },
        "raw_data": orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode(),
    }
    if "officer" in said and kind != EntryKind.OFFICER_ADDED:
        event["actor"] = {"user": {"uid": said["officer"], "type": "officer"}}
    return event
