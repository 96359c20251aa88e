"""How fast the ledger integrates and verifies, beside SHA-256 alone over the same entries in the same run.

python bench/ledger.py [ENTRIES ...]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.ledger import EntryKind, Log, Signer, commit, entry, prove, verify, verify_proof
from tidings.model import PersonId, opaque_id

SIZES = (10_000, 100_000)
AT_ONCE = 16_384  # entries under one checkpoint, as the integrator takes them
PROOFS = 200

Row = tuple[str, float, str, float, float]


def run(sizes: Sequence[int] = SIZES) -> list[Row]:
    """Rows of name, value, unit, the floor's value, and value / floor."""
    return [row for size in sizes for row in _run(size)]


def _run(size: int) -> list[Row]:
    entries = _entries(size)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "ledger"
        signer = Signer("bench.example/log", Ed25519PrivateKey.generate())
        log = Log(folder, signer)

        def integrate() -> None:
            for first in range(0, size, AT_ONCE):
                log.publish(first, entries[first : first + AT_ONCE])

        def check() -> None:
            assert verify(folder, signer.verifier).entries == size

        def floor() -> None:
            for one in entries:
                sha256(one).digest()

        def prove_some() -> None:
            for index in range(0, size, max(1, size // PROOFS)):
                assert verify_proof(prove(folder, index), entries[index], signer.verifier) == index

        best = size / min(_seconds(floor) for _ in range(3))
        integrated, verified = size / _seconds(integrate), size / _seconds(check)
        proofs = len(range(0, size, max(1, size // PROOFS))) / _seconds(prove_some)
    return [
        (f"ledger: integrate {size:,}", integrated, "entries/s", best, integrated / best),
        (f"ledger: verify {size:,}", verified, "entries/s", best, verified / best),
        (f"ledger: prove and check in {size:,}", proofs, "proofs/s", best, proofs / best),
    ]


def _entries(size: int) -> list[bytes]:
    """Real entries, as enrolment writes them: about 200 bytes."""
    at = datetime(2026, 11, 23, 5, tzinfo=UTC)
    return [
        entry(
            EntryKind.PERSON_ENROLLED,
            incident="bench",
            at=at,
            person=PersonId(opaque_id(lambda count, number=number: number.to_bytes(count, "big"))),
            commitment=commit(bytes(32), number.to_bytes(8, "big")),
        )
        for number in range(size)
    ]


def _seconds(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(arguments: Sequence[str] = ()) -> None:
    rows = run([int(argument) for argument in arguments] or SIZES)
    print(f"{'':38} {'value':>12} {'':10} {'SHA-256 alone':>14} {'of it':>7}")
    for name, value, unit, floor, ratio in rows:
        print(f"{name:38} {value:12,.0f} {unit:10} {floor:14,.0f} {ratio:7.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])
