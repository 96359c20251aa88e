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
from pathlib import Path

from sqlalchemy import func, select

from bench.figures import Figure
from bench.ingest import SAMPLE, seconds, take, workspace
from bench.lists import write_list
from tidings import contacts
from tidings.notices import Catalogs
from tidings.settings import Settings
from tidings.store.tables import contacts as contacts_table
from tidings.store.tables import persons
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


def at_size(file: Path, folder: Path, out: multiprocessing.Queue[tuple[int, float, float, float, int]]) -> None:
    """In a process of its own: people, seconds of plans, of planning again where nothing changed, of the floor; peak MiB."""
    ws = workspace(folder / "ws")
    fork = multiprocessing.get_context("fork")
    ingest = fork.Process(target=take, args=(ws, file))  # its memory is not what is measured
    ws.close()
    ingest.start()
    ingest.join()
    ws = open_workspace(Settings(home=folder / "ws", config=ws.settings.config))
    planned = seconds(lambda: plan(ws))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with ws.store.writing() as connection:
        connection.execute(persons.update().values(planned_revision=0))
    again = seconds(lambda: plan(ws))
    with ws.store.reading() as connection:
        people = connection.scalar(select(func.count()).select_from(persons)) or 0
    out.put((people, planned, again, seconds(lambda: bare(ws, folder / "bare.db")), peak))


def main(sizes: list[int]) -> None:
    print(f"{'rows':>10}{'people':>10}{'people/s':>10}{'again':>9}{'floor':>9}{'ratio':>7}{'µs each':>9}{'peak MiB':>10}")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as name:
            file = write_list(Path(name) / "list.csv", rows)
            spawn = multiprocessing.get_context("spawn")
            out = spawn.Queue()
            process = spawn.Process(target=at_size, args=(file, Path(name), out))
            process.start()
            people, planned, again, floor, peak = out.get()
            process.join()
            print(f"{rows:>10,}{people:>10,}{people / planned:>10,.0f}{people / again:>9,.0f}{people / floor:>9,.0f}", end="")
            print(f"{floor / planned:>7.2f}{1e6 * planned / people:>9.0f}{peak:>10}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
