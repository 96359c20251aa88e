"""Coverage in people a second at growing sizes, on one core, beside a floor in the same run; and the memory that it adds.

    python -m bench.coverage 10000 100000

The floor is each record opened, a batch at a time, and nothing counted.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
from pathlib import Path

from sqlalchemy import select

from bench.figures import Figure
from bench.ingest import SAMPLE, seconds, take, workspace
from bench.lists import write_list
from bench.resolve import plan
from tidings import contacts
from tidings.settings import Settings
from tidings.store.people import in_batch, person_batches
from tidings.store.tables import persons
from tidings.vault import Sealed
from tidings.workspace import Workspace, open_workspace

Queue = multiprocessing.Queue


def bare(ws: Workspace) -> None:
    with ws.store.reading() as connection:
        batches = person_batches(connection)
    for batch in batches:
        with ws.store.reading() as connection:
            rows = connection.execute(select(persons.c.id, persons.c.revision, persons.c.sealed).where(in_batch(batch))).all()
        ws.vault.preload([row.id for row in rows])
        for row in rows:
            ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed))


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws")
        take(ws, SAMPLE)
        plan(ws)
        contacts.coverage(ws)
        floor = seconds(lambda: bare(ws))
        found = contacts.coverage(ws)
        ours = seconds(lambda: contacts.coverage(ws))
        ws.close()
        return [Figure("coverage", found.people / ours, "people/s", found.people / floor, "records opened")]


def fill(file: Path, home: Path) -> None:
    """In a process of its own: its memory is not what is measured."""
    ws = workspace(home)
    take(ws, file)
    plan(ws)
    ws.close()


def at_size(home: Path, config: Path, out: Queue[tuple[int, float, float, float, int, int]]) -> None:
    ws = open_workspace(Settings(home=home, config=config, _env_file=None))
    floor = seconds(lambda: bare(ws))
    before = _peak()
    plain = seconds(lambda: contacts.coverage(ws, languages=False))
    people = contacts.coverage(ws).people
    ours = seconds(lambda: contacts.coverage(ws))
    out.put((people, ours, plain, floor, before, _peak()))
    ws.close()


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(sizes: list[int]) -> None:
    print(f"{'rows':>10}{'people':>10}{'people/s':>10}{'no lang.':>10}{'floor':>9}{'ratio':>7}{'MiB before':>12}{'peak':>6}")
    config = Path(__file__).parents[1] / "config"
    spawn = multiprocessing.get_context("spawn")
    for rows in sizes:
        with tempfile.TemporaryDirectory() as name:
            home = Path(name) / "ws"
            filling = spawn.Process(target=fill, args=(write_list(Path(name) / "list.csv", rows), home))
            filling.start()
            filling.join()
            out = spawn.Queue()
            process = spawn.Process(target=at_size, args=(home, config, out))
            process.start()
            people, ours, plain, floor, before, peak = out.get()
            process.join()
            print(f"{rows:>10,}{people:>10,}{people / ours:>10,.0f}{people / plain:>10,.0f}{people / floor:>9,.0f}", end="")
            print(f"{floor / ours:>7.2f}{before:>12}{peak:>6}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
