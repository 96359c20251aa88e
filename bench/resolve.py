"""Resolve in people a second at growing sizes, on one core, beside a floor in the same run; and its memory.

    python -m bench.resolve 10000 100000 1000000      # make bench-plans

The floor is what any program would have to do for these plans, and nothing that decides: open each record, seal as many
contacts, insert them and an entry a person into SQLite, update the person. Ours finds out what rules look at, judges each
contact by thirty of them, counts who shares a number, and checks each entry. Each size runs in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sqlite3
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from sqlalchemy import func, select

from bench.figures import Figure
from bench.ingest import ROOT, SAMPLE, seconds, take, workspace
from tidings import contacts
from tidings.model import PersonId, opaque_id
from tidings.notices import Catalogs
from tidings.people import ListSource, Reader, load_columns
from tidings.record import Record
from tidings.settings import Settings
from tidings.store import insert_all
from tidings.store.people import BATCH_PERSONS
from tidings.store.tables import addresses, persons
from tidings.store.tables import contacts as contacts_table
from tidings.vault import Sealed
from tidings.workspace import Workspace, open_workspace


def plan(ws: Workspace) -> None:
    """What the flow does, without Prefect."""
    catalogs = Catalogs.load()
    contacts.adopt_rules(ws, catalogs)
    for batch in contacts.unplanned_batches(ws):
        contacts.resolve_batch(ws, batch, catalogs)


def bare(ws: Workspace, database: Path) -> None:
    """Of a workspace whose people are planned already: the same records opened, as many contacts sealed and inserted."""
    with sqlite3.connect(database) as connection, ws.store.reading() as reading:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE contact (id INTEGER PRIMARY KEY, person TEXT, mark BLOB UNIQUE, sealed BLOB)")
        connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, person TEXT, body BLOB)")
        connection.execute("CREATE TABLE person (id TEXT PRIMARY KEY, state TEXT)")
        counted = select(contacts_table.c.person_id, func.count()).group_by(contacts_table.c.person_id)
        ways = dict(reading.execute(counted).tuples().all())
        wanted = select(persons.c.id, persons.c.revision, persons.c.sealed).order_by(persons.c.number)
        for part in reading.execution_options(yield_per=500).execute(wanted).partitions(500):
            ws.vault.preload([row.id for row in part])
            connection.executemany("INSERT INTO person VALUES (?, '')", [(row.id,) for row in part])
            sealed, entries = [], []
            for row in part:
                ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed))
                sealed += [
                    (row.id, os.urandom(32), ws.vault.seal(row.id, "contact", 1, b'["+12025550123","own"]').data)
                    for _ in range(ways.get(row.id, 0))
                ]
                entries.append((row.id, b'{"kind":"plan.resolved"}'))
            connection.executemany("INSERT INTO contact (person, mark, sealed) VALUES (?, ?, ?)", sealed)
            connection.executemany("INSERT INTO entry (person, body) VALUES (?, ?)", entries)
            connection.executemany("UPDATE person SET state = 'planned' WHERE id = ?", [(row.id,) for row in part])
            connection.commit()


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws")
        take(ws, SAMPLE)
        planned = seconds(lambda: plan(ws))
        with ws.store.reading() as connection:
            people = connection.scalar(select(func.count()).select_from(persons)) or 0
        floor = seconds(lambda: bare(ws, Path(folder) / "bare.db"))
        return [Figure("resolve", people / planned, "people/s", people / floor, "open, seal, insert")]


def enrol(settings: Settings, people: int) -> None:
    """So many people with the sample's records, each with numbers and mailboxes of their own unless the sample shares them: put
    where ingest puts them, in a tenth of its time.
    """
    with open_workspace(settings) as ws:
        columns = load_columns(ws.incident_folder)
        table = ListSource(SAMPLE).open(columns)
        reader = Reader(columns, table.header, ws.incident)
        sample = [reader.read(number, cells).record for number, _line, cells in table.rows]
        for start in range(0, people, BATCH_PERSONS):
            made = [_one(sample[number % len(sample)], number) for number in range(start, min(people, start + BATCH_PERSONS))]
            ids = [PersonId(opaque_id(ws.random)) for _ in made]
            ws.vault.new_keys(ids)
            rows, marks = [], []
            with ws.store.writing() as connection:
                for person, record in zip(ids, made, strict=True):
                    sealed = ws.vault.seal(person, "record", 1, record.to_bytes()).data
                    rows.append({"id": person, "state": "enrolled", "revision": 1, "planned_revision": 0, "sealed": sealed})
                    given = {*(phone.e164 for phone in record.phones), *record.emails}
                    marks += [{"person_id": person, "mark": ws.vault.mark("address", one)} for one in given]
                insert_all(connection, persons, rows)
                insert_all(connection, addresses, marks)


def _one(record: Record, number: int) -> Record:
    phones = tuple(
        replace(phone, e164=f"{phone.e164[:5]}{2_000_000 + number % 7_999_999:07}") if len(phone.e164) == 12 else phone
        for phone in record.phones
    )
    return replace(record, phones=phones, emails=tuple(f"{number}-{address}" for address in record.emails))


def at_size(people: int, folder: Path, out: multiprocessing.Queue[tuple[float, float, float, int]]) -> None:
    """In a process of its own: seconds of plans, of planning again where nothing changed, of the floor; peak MiB."""
    workspace(folder / "ws").close()
    settings = Settings(home=folder / "ws", config=ROOT / "config")
    spawn = multiprocessing.get_context("spawn")
    enrolling = spawn.Process(target=enrol, args=(settings, people))  # its memory is not what is measured
    enrolling.start()
    enrolling.join()
    with open_workspace(settings) as ws:
        planned = seconds(lambda: plan(ws))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        with ws.store.writing() as connection:
            connection.execute(persons.update().values(planned_revision=0))
        again = seconds(lambda: plan(ws))
        out.put((planned, again, seconds(lambda: bare(ws, folder / "bare.db")), peak))


def main(sizes: list[int]) -> None:
    print(f"{'people':>10}{'people/s':>10}{'again':>9}{'floor':>9}{'ratio':>7}{'µs each':>9}{'peak MiB':>10}")
    for people in sizes:
        with tempfile.TemporaryDirectory() as name:
            spawn = multiprocessing.get_context("spawn")
            out = spawn.Queue()
            process = spawn.Process(target=at_size, args=(people, Path(name), out))
            process.start()
            planned, again, floor, peak = out.get()
            process.join()
            print(f"{people:>10,}{people / planned:>10,.0f}{people / again:>9,.0f}{people / floor:>9,.0f}", end="")
            print(f"{floor / planned:>7.2f}{1e6 * planned / people:>9.0f}{peak:>10}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
