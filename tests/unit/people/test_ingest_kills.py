"""Killed anywhere and run again: the same people as in one go, with two processes at work. `make ingest-kills`: 100,000 rows."""

import csv
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tidings.record import Record
from tidings.settings import Settings
from tidings.store.tables import batches, entries, lists, persons, rows
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

sys.path.append(str(Path(__file__).parents[3]))  # bench/ is no package that is installed

from bench.lists import write_list

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[3]
SAMPLE = ROOT / "config/incidents/example/affected_persons.csv"
ROWS = int(os.environ.get("TIDINGS_TEST_INGEST_ROWS", "1500"))
KILLS = int(os.environ.get("TIDINGS_TEST_INGEST_KILLS", "8"))
SEED = 20221128


def settings(home):
    return Settings(home=home, config=ROOT / "config", _env_file=None)


def start(home, file):
    create_workspace(settings(home), "example")
    command = [sys.executable, HERE / "ingest_in_two.py", home, ROOT / "config", file]
    return subprocess.Popen(command, start_new_session=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def whole(home, file):
    """Runs to the end. Returns how long it took."""
    began = time.monotonic()
    assert start(home, file).wait() == 0
    return time.monotonic() - began


def killed(home, file, after):
    """SIGKILL for all of it at once, as a power cut would. Returns whether there was something left to kill."""
    process = start(home, file)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def everything(home):
    """Who is there, by what is known of them, and what was written of it."""
    with open_workspace(settings(home)) as ws, ws.store.reading() as connection:
        found = Counter()
        for row in connection.execute(select(persons)):
            record = Record.from_bytes(ws.vault.open_sealed(row.id, "record", row.revision, Sealed(row.sealed)))
            found[record.to_bytes()] += 1
        number = {table.name: connection.scalar(select(func.count()).select_from(table)) for table in (rows, lists, batches)}
        kinds = dict(connection.execute(select(entries.c.kind, func.count()).group_by(entries.c.kind)).tuples().all())
        kinds.pop("person.changed", None)  # how often somebody changes on the way depends on which batch comes first
        codes = Counter(connection.scalars(select(rows.c.codes)))
    return found, number, kinds, codes


@pytest.fixture(scope="module")
def long_list(tmp_path_factory):
    """The sample, in which some rows have lost their number."""
    file = write_list(tmp_path_factory.mktemp("list") / "list.csv", ROWS)
    with file.open(encoding="utf-8", newline="") as stream:
        header, *body = csv.reader(stream)
    number = header.index("a_number")
    for row in islice(body, 7, None, 29):
        row[number] = ""
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *body])
    return file


@pytest.mark.kill
def test_a_list_whose_ingest_is_killed_again_and_again_gives_the_same_people(long_list, tmp_path):
    takes = whole(tmp_path / "in one go", long_list)
    chance = random.Random(SEED)
    kills = 0
    while kills < KILLS:
        if not killed(tmp_path / "killed", long_list, chance.uniform(0.4, 1.0) * max(takes / 3, 1.5)):
            break  # there is nothing left to do, and so nothing to kill
        kills += 1
    whole(tmp_path / "killed", long_list)
    assert kills >= min(KILLS, 3)
    assert everything(tmp_path / "killed") == everything(tmp_path / "in one go")
