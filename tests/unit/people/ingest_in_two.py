"""A process to be killed: takes a list with two more processes, as `tidings ingest` does with many cores, but without Prefect.

python ingest_in_two.py HOME CONFIG LIST
"""

import multiprocessing
import sys
from pathlib import Path

from tidings.people import ingest
from tidings.people.ingest import states
from tidings.settings import Settings
from tidings.workspace import open_workspace

states.BATCH_ROWS = 100


def opened():
    home, config = map(Path, sys.argv[1:3])
    return open_workspace(Settings(home=home, config=config, _env_file=None))


def work(batches):
    with opened() as ws:
        for batch in batches:
            ingest.ingest_batch(ws, batch)


def main():
    with opened() as ws:
        list_id = ingest.take_list(ws, Path(sys.argv[3]))
        staged = ingest.staged_batches(ws, list_id)
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=work, args=(part,)) for part in (staged[::2], staged[1::2])]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        sys.exit(1)
    with opened() as ws:
        work(ingest.parked_batches(ws, list_id))
        ingest.finish_list(ws, list_id)


if __name__ == "__main__":
    main()
