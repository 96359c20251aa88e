"""What an audit of a ledger found, said to a person."""

from __future__ import annotations

from datetime import UTC, datetime

from tidings import ledger
from tidings.cli.talk import say


def tell(found: ledger.Audited) -> None:
    verified, record = found.verified, found.record
    say(f"{verified.origin}: all {verified.size:,} entries and {verified.checkpoints_checked:,} checkpoints fit")
    say(f"root {verified.root.hex()}")
    for one in found.cosigned:
        at = datetime.fromtimestamp(one.at, UTC)
        say(f"witness {one.witness} cosigned up to {one.size:,} entries, at {at:%Y-%m-%d %H:%M:%S}Z")
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
        say(f"  {due.letters:,} with a letter ready, {due.untold:,} not told, {due.exempt:,} held, settled, joined or erased")
    if record.open:
        say(f"open: {record.open:,} people are in no explained state, {record.open_people[0]} for one")
    for breach in record.breaches:
        say(f"broken: {breach.rule} by entry {breach.index:,}{f', of {breach.person}' if breach.person else ''}")
    say(f"checked: {', '.join(record.checked)}")
    for unknown in record.unknowable:
        say(f"cannot be known: {unknown}")
