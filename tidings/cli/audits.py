"""What an audit of a ledger found, said to a person and to a program."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from tidings import ledger
from tidings.cli.talk import say


def tell(found: ledger.Audited) -> None:
    verified, record = found.verified, found.record
    say(f"{verified.origin}: all {verified.size:,} entries and {verified.checkpoints_checked:,} checkpoints fit")
    say(f"root {verified.root.hex()}")
    for one in found.cosigned:
        say(f"witness {one.witness} cosigned up to {one.size:,} entries, at {_utc(one.at)}")
    for stamp in found.stamped[-1:]:
        say(f"{len(found.stamped):,} time stamps; {stamp.size:,} entries existed at {stamp.at:%Y-%m-%d %H:%M:%S}Z")
    if record is None:
        say("its entries are not of Tidings: what they say was not looked at")
        return
    say(f"record: {record.persons:,} people, from {record.first_hour} to {record.last_hour}")
    for state, count in sorted(record.states.items()):
        say(f"  {state:<10} {count:>9,}")
    if record.deadline:
        due = record.deadline
        say(f"deadline {due.at:%Y-%m-%d %H:%M}Z: {due.met:,} told in time, {due.missed:,} late, {due.unsure:,} in that very hour")
        say(f"  {due.letters:,} with a letter ready, {due.untold:,} not told, {due.exempt:,} held, joined or erased")
    if record.open:
        say(f"open: {record.open:,} people are in no explained state, {record.open_people[0]} for one")
    for breach in record.breaches:
        say(f"broken: {breach.rule} by entry {breach.index:,}{f', of {breach.person}' if breach.person else ''}")
    say(f"checked: {', '.join(record.checked)}")
    for unknown in record.unknowable:
        say(f"cannot be known: {unknown}")


def as_json(found: ledger.Audited) -> dict[str, Any]:
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
        "record": None if record is None else _record_json(record),
    }


def _record_json(record: ledger.Record) -> dict[str, Any]:
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
        "checked": [str(rule) for rule in record.checked],
        "unknowable": record.unknowable,
    }


def _utc(at: float) -> str:
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"
