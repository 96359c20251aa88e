"""How fast the ledger integrates, verifies, reads its record and proves, beside SHA-256 alone over the same entries in the same
run; and what memory it takes.

python -m bench.ledger [ENTRIES ...]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.ledger import EntryKind, Log, Reading, Signer, commit, entry, prove, verify, verify_proof
from tidings.model import AttemptId, PersonId, opaque_id

SIZES = (10_000, 100_000)
AT_ONCE = 16_384  # entries under one checkpoint, as the integrator takes them
PROOFS = 200
AT = datetime(2026, 11, 23, 5, tzinfo=UTC)

Row = tuple[str, float, str, float, float]


def run(sizes: Sequence[int] = SIZES) -> list[Row]:
    """Rows of name, value, unit, the floor's value, and value / floor."""
    return [row for size in sizes for row in _run(size)]


def _run(size: int) -> list[Row]:
    """Entries are made in parts, and making them is not counted: so memory shows what the ledger takes."""
    signer = Signer("bench.example/log", Ed25519PrivateKey.generate())
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "ledger"
        log, reading = Log(folder, signer), Reading()
        hashed = integrated = read = 0.0
        for first, part in _parts(size):
            hashed += min(_seconds(lambda part=part: _hash(part)) for _ in range(3))
            integrated += _seconds(lambda first=first, part=part: log.publish(first, part))
        before = _peak()
        verified = _seconds(lambda: verify(folder, signer.verifier))
        grown = _peak() - before
        for first, part in _parts(size):
            read += _seconds(lambda first=first, part=part: reading.take(first, part))
        indexes = range(0, size, max(1, size // PROOFS))
        proving = [_seconds(lambda index=index: prove(folder, index)) for index in indexes]
        some = indexes[len(indexes) // 2]
        assert verify_proof(prove(folder, some), _entry(some), signer.verifier) == some
    best = size / hashed
    rates = {
        "integrate": integrated,
        "verify": verified,
        "read the record of": read,
        "prove in": sum(proving) * size / len(proving),
    }
    _notes.append(
        f"{size:,}: the slowest of {len(proving)} proofs took {max(proving) * 1000:.1f} ms; verify took {grown:.0f} MiB more"
    )
    return [
        (f"ledger: {name} {size:,}", size / seconds, "entries/s", best, size / seconds / best) for name, seconds in rates.items()
    ]


_notes: list[str] = []


def _hash(entries: Sequence[bytes]) -> None:
    for one in entries:
        sha256(one).digest()


def _parts(size: int) -> Iterator[tuple[int, list[bytes]]]:
    for first in range(0, size, AT_ONCE):
        yield first, [_entry(index) for index in range(first, min(size, first + AT_ONCE))]


def _entry(index: int) -> bytes:
    """Real ones, about 200 bytes: of each person enrolment, plan, notice and receipt, all enrolments first in each thousand."""
    if index == 0:
        return entry(EntryKind.LEDGER_OPENED, incident="bench", at=AT)
    thousand, inside = divmod(index - 1, 4000)
    step, number = divmod(inside, 1000)
    person = PersonId(_id(thousand * 1000 + number))
    if step == 0:
        commitment = commit(bytes(32), number.to_bytes(8, "big"))
        return entry(EntryKind.PERSON_ENROLLED, incident="bench", at=AT, person=person, commitment=commitment)
    if step == 1:
        return entry(EntryKind.PLAN_RESOLVED, incident="bench", at=AT, person=person, contacts=1, channels=["sms"])
    kind = EntryKind.NOTICE_SENT if step == 2 else EntryKind.NOTICE_DELIVERED
    attempt = AttemptId(_id((1 << 64) + thousand * 1000 + number))
    return entry(kind, incident="bench", at=AT, person=person, attempt=attempt, channel="sms", version=1, code="twilio.delivered")


def _id(number: int) -> str:
    return opaque_id(lambda count: number.to_bytes(count, "big"))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peak() -> float:
    """MiB of this process, at its largest."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(arguments: Sequence[str] = ()) -> None:
    rows = run([int(argument) for argument in arguments] or SIZES)
    print(f"{'':40} {'value':>12} {'':10} {'SHA-256 alone':>14} {'of it':>7}")
    for name, value, unit, floor, ratio in rows:
        print(f"{name:40} {value:12,.0f} {unit:10} {floor:14,.0f} {ratio:7.1%}")
    for note in _notes:
        print(note)
    print(f"memory of the whole run: {_peak():.0f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
