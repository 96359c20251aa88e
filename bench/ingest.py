"""Ingest of the sample list in people a second, beside a floor in the same run: csv + phonenumbers + AES-GCM + SQLite.

The floor is what any program would have to do: read the row, parse and check its numbers, encrypt it, insert it. Ours
reads twenty columns, joins rows, makes a key and a commitment a person, and writes the ledger's entries.
"""

from __future__ import annotations

import csv
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import orjson
import phonenumbers
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bench.figures import Figure
from tidings.contacts import resolve_batch, unplanned_batches
from tidings.notices import Catalogs
from tidings.people import ingest
from tidings.settings import Settings
from tidings.workspace import Workspace, create_workspace, open_workspace

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "config" / "incidents" / "example" / "affected_persons.csv"
PEOPLE = 6171


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws")
        warm = workspace(Path(folder) / "warm")  # tables of languages and countries are read once a process
        take(warm, SAMPLE)
        ours = seconds(lambda: take(ws, SAMPLE))
        floor = seconds(lambda: bare(Path(folder) / "bare.db"))
        planned = seconds(lambda: plan(ws))
        return [
            Figure("ingest", PEOPLE / ours, "people/s", PEOPLE / floor, "csv + phonenumbers + AES-GCM + SQLite"),
            Figure("resolve", PEOPLE / planned, "people/s", PEOPLE / floor, "the same"),
        ]


def workspace(home: Path) -> Workspace:
    settings = Settings(home=home, config=ROOT / "config")
    create_workspace(settings, "example")
    return open_workspace(settings)


def take(ws: Workspace, file: Path) -> None:
    """What the flow does, without Prefect."""
    list_id = ingest.take_list(ws, file)
    for batches in (ingest.staged_batches, ingest.parked_batches):
        for batch in batches(ws, list_id):
            ingest.ingest_batch(ws, batch)
    ingest.finish_list(ws, list_id)


def plan(ws: Workspace) -> None:
    catalogs = Catalogs.load()
    for batch in unplanned_batches(ws):
        resolve_batch(ws, batch, lambda language: catalogs.serves(language, ws.incident))


def bare(database: Path) -> None:
    cipher = AESGCM(os.urandom(32))
    with sqlite3.connect(database) as connection, SAMPLE.open(encoding="utf-8-sig", newline="") as stream:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, sealed BLOB)")
        for row in csv.DictReader(stream):
            numbers = []
            for name in ("phone", "phone_alt"):
                try:
                    number = phonenumbers.parse(row[name], "US")
                except phonenumbers.NumberParseException:
                    continue
                if phonenumbers.is_valid_number(number):
                    numbers.append(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
            nonce = os.urandom(12)
            sealed = nonce + cipher.encrypt(nonce, orjson.dumps([row, numbers]), None)
            connection.execute("INSERT INTO person (sealed) VALUES (?)", (sealed,))


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
