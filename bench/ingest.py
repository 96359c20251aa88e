"""Ingest in rows a second at growing sizes, beside a floor over the same file in the same run; memory; one process and two.

    python -m bench.ingest 10000 100000 1000000      # make bench-lists

The floor is what any program would have to do: csv, phonenumbers on the two telephone columns, AES-GCM, a SQLite insert. Ours
reads twenty columns, joins rows, marks what finds people again, makes a key and a commitment a person, keeps each row as it
came, and writes the ledger's entries. Each size runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import csv
import multiprocessing
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import phonenumbers
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.figures import Figure
from bench.lists import write_list
from tidings.people import ingest
from tidings.settings import Settings
from tidings.workspace import Workspace, create_workspace, open_workspace

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "config" / "incidents" / "example" / "affected_persons.csv"
PEOPLE = 6171
FLOOR = "csv + phonenumbers + AES-GCM + SQLite"


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws")
        warm = workspace(Path(folder) / "warm")  # tables of languages and countries are read once a process
        take(warm, SAMPLE)
        ours = seconds(lambda: take(ws, SAMPLE))
        floor = seconds(lambda: bare(SAMPLE, Path(folder) / "bare.db"))
        return [Figure("ingest", PEOPLE / ours, "people/s", PEOPLE / floor, FLOOR)]


def workspace(home: Path) -> Workspace:
    # A bench runs at any hour, against the sandbox only.
    settings = Settings(home=home, config=ROOT / "config", twilio_base_url="http://127.0.0.1:9", quiet_hours=False)
    create_workspace(settings, "example")
    return open_workspace(settings)


def take(ws: Workspace, file: Path) -> None:
    """What the command and the flow do, without Prefect."""
    list_id = ingest.take_list(ws, file)
    for batches in (ingest.staged_batches, ingest.parked_batches):
        for batch in batches(ws, list_id):
            ingest.ingest_batch(ws, batch)
    ingest.finish_list(ws, list_id)


def bare(file: Path, database: Path) -> None:
    cipher = AESGCM(os.urandom(32))
    with sqlite3.connect(database) as connection, file.open(encoding="utf-8-sig", newline="") as stream:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, sealed BLOB)")
        for row in csv.DictReader(stream):
            numbers = []
            for name in ("phone", "phone_alt"):
                try:
                    number = phonenumbers.parse(row[name], "US")
                except phonenumbers.NumberParseException:
                    continue
                if phonenumbers.is_valid_number(number) and phonenumbers.number_type(number) >= 0:
                    numbers.append(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
            nonce = os.urandom(12)
            sealed = nonce + cipher.encrypt(nonce, orjson.dumps([row, numbers]), None)
            connection.execute("INSERT INTO person (sealed) VALUES (?)", (sealed,))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


# --- growing sizes ----------------------------------------------------------------------------------------------------


def at_size(
    file: Path, folder: Path, rows: int, processes: int, out: multiprocessing.Queue[tuple[float, float, float, int]]
) -> None:
    """In a process of its own: seconds of the floor, of an ingest, of its batches alone; peak memory in MiB of any process."""
    warm = workspace(folder / f"warm-{rows}-{processes}")
    take(warm, SAMPLE)
    floor = seconds(lambda: bare(file, folder / f"bare-{rows}-{processes}.db"))
    ws = workspace(folder / f"{rows}-{processes}")
    start = time.perf_counter()
    list_id = ingest.take_list(ws, file)
    staged = ingest.staged_batches(ws, list_id)
    batches = seconds(lambda: share(staged, ws, processes))
    for batch in ingest.parked_batches(ws, list_id):
        ingest.ingest_batch(ws, batch)
    ingest.finish_list(ws, list_id)
    whole = time.perf_counter() - start
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    out.put((floor, whole, batches, peak))


def share(staged: list[int], ws: Workspace, processes: int) -> None:
    if processes == 1:
        for batch in staged:
            ingest.ingest_batch(ws, batch)
        return
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=work_on, args=(staged[number::processes], ws.settings)) for number in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def work_on(staged: list[int], settings: Settings) -> None:
    with open_workspace(settings) as ws:
        for batch in staged:
            ingest.ingest_batch(ws, batch)


def measured(file: Path, folder: Path, rows: int, processes: int) -> tuple[float, float, float, int]:
    spawn = multiprocessing.get_context("spawn")
    out = spawn.Queue()
    process = spawn.Process(target=at_size, args=(file, folder, rows, processes, out))
    process.start()
    result: tuple[float, float, float, int] = out.get()
    process.join()
    return result


def main(sizes: list[int]) -> None:
    print(f"{'rows':>10}{'processes':>11}{'µs a row':>10}{'floor':>8}{'ratio':>7}{'batches alone':>15}{'peak MiB':>10}")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            file = write_list(folder / "list.csv", rows)
            alone = 0.0
            for processes in (1, 2):
                floor, whole, batches, peak = measured(file, folder, rows, processes)
                alone = alone or batches
                per_row = [1e6 * spent / rows for spent in (whole, floor)]
                print(f"{rows:>10,}{processes:>11}{per_row[0]:>10.0f}{per_row[1]:>8.0f}{floor / whole:>7.2f}", end="")
                print(f"{f'x{alone / batches:.2f}':>15}{peak:>10}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
