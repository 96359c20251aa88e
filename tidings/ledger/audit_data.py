"""What an audit found as plain data: for `--json`, and for whoever makes a report or a pack of it.

Everything in it may be shown to anybody: ids mean nothing outside the vault. docs/ledger.md explains the keys.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tidings.ledger.audit import Audited
from tidings.ledger.findings import Record


def audit_as_data(found: Audited) -> dict[str, Any]:
    """Of strings, numbers, lists and dicts. `record` is null where the entries are another program's."""
    verified, record = found.verified, found.record
    return {
        "origin": verified.origin,
        "size": verified.size,
        "root": verified.root.hex(),
        "checkpoints": verified.checkpoints_checked,
        "signers": sorted(one.vkey for one in verified.newest.signers),
        "witnesses": [
            {"name": one.witness, "size": one.size, "at": _utc(one.at), "checkpoints": one.checkpoints} for one in found.cosigned
        ],
        "timestamps": [{"size": one.size, "at": _utc(one.at.timestamp())} for one in found.stamped],
        "record": None if record is None else record_as_data(record),
    }


def record_as_data(record: Record) -> dict[str, Any]:
    """The part of it that the entries say."""
    due = record.deadline
    return {
        "persons": record.persons,
        "first_hour": record.first_hour,
        "last_hour": record.last_hour,
        "hours_back": record.hours_back,
        "kinds": dict(sorted(record.kinds.items())),
        "states": {str(state): count for state, count in sorted(record.states.items())},
        "holds": dict(sorted(record.holds.items())),
        "channels": dict(sorted(record.channels.items())),
        "open": record.open,
        "open_people": record.open_people,
        "broken": {str(rule): count for rule, count in sorted(record.broken.items())},
        "breaches": [{"rule": str(one.rule), "index": one.index, "person": one.person} for one in record.breaches],
        "deadline": due
        and {
            "at": _utc(due.at.timestamp()),
            "met": due.met,
            "missed": due.missed,
            "unsure": due.unsure,
            "letters": due.letters,
            "untold": due.untold,
            "exempt": due.exempt,
        },
        "after_stop": record.after_stop,
        "after_hold": record.after_hold,
        "after_end": record.after_end,
        "unproven": record.unproven,
        "unknown_kinds": record.unknown_kinds,
        "checked": [str(rule) for rule in record.checked],
        "unknowable": record.unknowable,
    }


def _utc(at: float) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"
