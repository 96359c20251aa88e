"""What changing keys costs a person, beside a floor of the same primitives in the same run: rotate, new keys, erase.

The floor of rotate is what no implementation can leave out: each key opened and sealed again with the library's Cobblestone,
and the rows put back in one durable transaction. Run it with `python -m bench.keys`; `--people 100000` is the default.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.seal import Row, row
from tidings.vault import KeyFile, Vault, cobblestone
from tidings.vault.context import Places

PEOPLE = 100_000
BATCH = 500
TIMES = 3


def run(people: int = PEOPLE) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        vault = Vault.create(home, "bench", KeyFile(home / "incident.key"))
        owners = [f"person{number:020}" for number in range(people)]
        for start in range(0, people, BATCH):
            vault.new_keys(owners[start : start + BATCH])
        bare = Path(folder) / "bare.db"
        rotate = seconds(vault.rotate, TIMES)
        rotate_floor = seconds(lambda: bare_rotate(bare, owners), TIMES, prepare=lambda: fill(bare, owners))
        vault.begin_new_keys()
        renew = seconds(lambda: in_batches(owners, vault.renew_keys) or vault.end_new_keys())
        renew_floor = seconds(lambda: bare_renew(owners))
        some = owners[:BATCH]
        erase = seconds(lambda: vault.destroy_all(some))
        erase_floor = seconds(lambda: bare_erase(bare, some))
        return [
            row(f"rotate, {people:,} people", rotate / people * 1e6, rotate_floor / people * 1e6),
            row(f"new keys, {people:,} people", renew / people * 1e6, renew_floor / people * 1e6),
            row(f"erase {BATCH} keys of {people:,}, and look", erase / BATCH * 1e6, erase_floor / BATCH * 1e6),
        ]


def in_batches(owners: list[str], work: Callable[[list[str]], object]) -> None:
    for start in range(0, len(owners), BATCH):
        work(owners[start : start + BATCH])


def fill(path: Path, owners: list[str]) -> None:
    """Keys wrapped as ours are: the floor rewraps these."""
    places, key = Places("bench"), bytes(32)
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("CREATE TABLE keys (owner TEXT PRIMARY KEY, revision INTEGER, wrapped BLOB) WITHOUT ROWID")
    wrapped = ((owner, 1, cobblestone.seal(key, places(owner, "wrapped-key", 1), os.urandom(64))) for owner in owners)
    database.executemany("INSERT INTO keys VALUES (?, ?, ?)", wrapped)
    database.commit()
    database.close()


def bare_rotate(path: Path, owners: list[str]) -> None:
    places, old, new = Places("bench"), bytes(32), os.urandom(32)
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=EXTRA")
    rows = database.execute("SELECT owner, wrapped FROM keys").fetchall()
    fresh = (
        (
            2,
            cobblestone.seal(
                new, places(owner, "wrapped-key", 2), cobblestone.open_sealed(old, places(owner, "wrapped-key", 1), data)
            ),
            owner,
        )
        for owner, data in rows
    )
    database.executemany("UPDATE keys SET revision = ?, wrapped = ? WHERE owner = ?", fresh)
    database.commit()
    database.close()
    assert len(rows) == len(owners)


def bare_renew(owners: list[str]) -> None:
    """One key opened, one drawn, two sealed."""
    places, key = Places("bench"), bytes(32)
    wrapped = cobblestone.seal(key, places("one", "wrapped-key", 1), os.urandom(64))
    for owner in owners:
        cobblestone.open_sealed(key, places("one", "wrapped-key", 1), wrapped)
        cobblestone.seal(key, places(owner, "wrapped-key-1", 1), os.urandom(32) + bytes(32))
        cobblestone.seal(key, places(owner, "previous-key", 1), bytes(32))


def bare_erase(path: Path, owners: list[str]) -> None:
    """Rows deleted in one durable transaction, overwritten; nobody looks."""
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("PRAGMA secure_delete=ON")
    database.executemany("DELETE FROM keys WHERE owner = ?", ((owner,) for owner in owners))
    database.commit()
    database.close()


def seconds(work: Callable[[], object], times: int = 1, prepare: Callable[[], object] | None = None) -> float:
    """The best of some runs; `prepare` comes before each and is not counted."""
    best = float("inf")
    for _ in range(times):
        if prepare is not None:
            prepare()
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main(people: int = PEOPLE) -> None:
    for name, value, unit, floor, ratio in run(people):
        print(f"{name:48} {value:8.1f} {unit}   floor {floor:7.1f} {unit}   x{ratio:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--people") + 1]) if "--people" in sys.argv else PEOPLE)
