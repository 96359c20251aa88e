"""What sealing costs: Cobblestone-256 and whole new persons, each beside what AES-GCM and SQLite alone cost in the same run.

Run it with `python -m bench.seal`. Times are the best of some runs, in microseconds: good for ratios, not for promises.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tidings.vault import KeyFile, Vault, cobblestone

MESSAGE = bytes(1024)
PEOPLE = 2000
BATCH = 500


class Row(NamedTuple):
    """`ratio` is value over floor: how many times the bare minimum we take."""

    name: str
    value: float
    unit: str
    floor: float
    ratio: float


def run() -> list[Row]:
    """Measures everything; takes about three seconds."""
    key, context, nonce = os.urandom(32), b"c" * 80, os.urandom(12)
    sealed = cobblestone.seal(key, context, MESSAGE)
    bare = AESGCM(key).encrypt(nonce, MESSAGE, None)
    encrypt = per_call(lambda: AESGCM(key).encrypt(nonce, MESSAGE, None))
    decrypt = per_call(lambda: AESGCM(key).decrypt(nonce, bare, None))
    rows = [
        row("seal 1 KiB (floor: AES-GCM)", per_call(lambda: cobblestone.seal(key, context, MESSAGE)), encrypt),
        row("open 1 KiB (floor: AES-GCM)", per_call(lambda: cobblestone.open_sealed(key, context, sealed)), decrypt),
    ]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        vault = Vault.create(home, "bench", KeyFile(home / "incident.key"))
        people = [f"person{number:020}" for number in range(PEOPLE)]
        floor = per_person(lambda batch: bare_people(Path(folder) / "bare.db", batch), people)
        rows.append(
            row("new person: key, wrapped, stored, 1 KiB sealed", per_person(lambda batch: enrol(vault, batch), people), floor)
        )
        values = {person: vault.seal(person, "record", 0, MESSAGE) for person in people[:BATCH]}

        def read() -> None:
            reader = Vault.open(home, "bench", KeyFile(home / "incident.key"))
            reader.preload(people[:BATCH])
            for person, value in values.items():
                reader.open_sealed(person, "record", 0, value)

        rows.append(row(f"open a person's 1 KiB, in batches of {BATCH}", best(read, 3) / BATCH, decrypt))
        mark = per_call(lambda: vault.mark("phone", "+12025550123"))
        rows.append(row("mark (floor: AES-GCM of 1 KiB)", mark, encrypt))
        derived = per_call(lambda: vault.derive(people[0], "commitment-record-1"))
        rows.append(row("derive (floor: AES-GCM of 1 KiB)", derived, encrypt))
    return rows


def row(name: str, value: float, floor: float) -> Row:
    return Row(name, value, "µs", floor, value / floor)


def enrol(vault: Vault, batch: list[str]) -> None:
    vault.new_keys(batch)
    for person in batch:
        vault.seal(person, "record", 0, MESSAGE)


def bare_people(path: Path, batch: list[str]) -> None:
    """The least that can be done: two AES-GCM values a person, and one durable transaction."""
    rows = []
    for person in batch:
        key = os.urandom(32)
        AESGCM(key).encrypt(os.urandom(12), MESSAGE, None)
        rows.append((person, AESGCM(key).encrypt(os.urandom(12), key, None)))
    database = sqlite3.connect(path)
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("CREATE TABLE IF NOT EXISTS keys (owner TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID")
    database.executemany("INSERT INTO keys VALUES (?, ?)", rows)
    database.commit()
    database.close()


def per_person(work: Callable[[list[str]], object], people: list[str]) -> float:
    """Microseconds a person, the best batch."""
    batches = [people[start : start + BATCH] for start in range(0, len(people), BATCH)]
    return min(best(partial(work, batch), 1) for batch in batches) / BATCH


def per_call(work: Callable[[], object], calls: int = 5000) -> float:
    def loop() -> None:
        for _ in range(calls):
            work()

    return best(loop, 3) / calls


def best(work: Callable[[], object], times: int) -> float:
    """Microseconds of the fastest run."""
    fastest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest * 1e6


def main() -> None:
    for name, value, unit, floor, ratio in run():
        print(f"{name:48} {value:8.1f} {unit}   floor {floor:7.1f} {unit}   x{ratio:.1f}")


if __name__ == "__main__":
    main()
