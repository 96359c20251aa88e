"""Killed (SIGKILL) at random moments of integrate and publish, two processes at once: never a checkpoint without its tiles,
never two trees for one size.

Children are forks of this process; each records entries and integrates them, over and over, in small checkpoints. Meanwhile
and after each kill somebody else looks: every checkpoint that is seen must lead to tiles that are there, and have the root
that its size always had. `make ledger-kills` does 100; TIDINGS_TEST_SEED repeats a run.
"""

import os
import random
import secrets
import signal
import time
import traceback
from pathlib import Path

import pytest

from tidings import ledger
from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger import integrator
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.edge import Edge
from tidings.ledger.tiles import Tiles, read_file
from tidings.settings import Settings
from tidings.store.entries import placed
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
KILLS = int(os.environ.get("TIDINGS_TEST_LEDGER_KILLS", "10"))
SEED = int(os.environ.get("TIDINGS_TEST_SEED", "0")) or secrets.randbelow(10**9)
AT_ONCE = 37  # entries under one checkpoint: tiles are begun, filled and left partial all the time
LONGEST_SECONDS = 0.4
PATIENCE_SECONDS = 60.0

pytestmark = pytest.mark.ledgerkill


def work(settings, seed, ready):
    """What flows do, until it is killed. Says when the workspace is open, which takes most of the time."""
    rng = random.Random(seed)
    with open_workspace(settings) as ws:
        os.write(ready, b".")
        while True:
            with ws.store.writing() as connection:
                recorder = ws.recorder(connection)
                for _ in range(rng.randrange(1, 150)):
                    recorder.add(EntryKind.ENROLMENT_CLOSED, persons=rng.randrange(1000))
                recorder.flush()
            ledger.integrate(ws)


def child(settings, seed, ready):
    pid = os.fork()
    if pid == 0:
        try:
            integrator.PUBLISHED_AT_ONCE = AT_ONCE
            work(settings, seed, ready)
        except BaseException:  # noqa: BLE001 - only an error comes here, and the parent must not go on as this process
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(1)
    return pid


class Onlooker:
    """Somebody with the ledger's key, who remembers every checkpoint that was ever shown."""

    def __init__(self, folder, verifier):
        self.folder, self.verifier, self.roots, self.looks = folder, verifier, {}, 0

    def look(self):
        """At the newest checkpoint: its tiles must be there now."""
        data = read_file(self.folder, "checkpoint")
        if data is None:
            return
        head = Checkpoint.open(data, self.verifier)
        self._remember(head)
        assert Edge.read(Tiles(self.folder, head.size)).root() == head.root, f"a checkpoint of {head.size} without its tiles"
        self.looks += 1

    def look_for(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.look()

    def wait_for_another(self):
        """Until a checkpoint is shown that was not there before."""
        shown, until = len(self.roots), time.monotonic() + PATIENCE_SECONDS
        while len(self.roots) == shown:
            assert time.monotonic() < until, "nothing is published any more"
            self.look()

    def look_at_everything(self):
        """At rest: the whole ledger, and every checkpoint that it kept."""
        try:
            found = ledger.verify(self.folder, self.verifier, [Checkpoint(self.origin, *one) for one in self.roots.items()])
        except LedgerError as error:
            if error.code is LedgerError.Code.NONE and not self.roots:
                return
            raise
        for head in found.heads:
            self._remember(head.checkpoint)

    @property
    def origin(self):
        return self.verifier.name

    def _remember(self, head):
        assert self.roots.setdefault(head.size, head.root) == head.root, f"two trees of {head.size} entries"


def test_never_a_checkpoint_without_its_tiles_and_never_two_trees_of_one_size(tmp_path):
    print(f"TIDINGS_TEST_SEED={SEED} TIDINGS_TEST_LEDGER_KILLS={KILLS}")  # noqa: T201 - so that a failure can be repeated
    rng = random.Random(SEED)
    settings = Settings(home=tmp_path / "ws", config=CONFIG, _env_file=None)
    create_workspace(settings, "example")
    with open_workspace(settings) as ws:
        onlooker = Onlooker(ws.ledger_folder, ledger.signer(ws).verifier)
    shown = 0
    for _kill in range(KILLS):
        told, ready = os.pipe()
        children = [child(settings, rng.random(), ready) for _ in range(2)]
        assert os.read(told, 1) == os.read(told, 1) == b"."
        os.close(told)
        os.close(ready)
        onlooker.look_for(rng.uniform(0.02, LONGEST_SECONDS))
        if len(onlooker.roots) == shown:  # a busy machine: what was not begun cannot be interrupted
            onlooker.wait_for_another()
            onlooker.look_for(rng.uniform(0.0, LONGEST_SECONDS / 4))
        shown = len(onlooker.roots)
        for pid in children:
            os.kill(pid, signal.SIGKILL)
        ended = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]
        assert ended == [-signal.SIGKILL] * 2, "a child failed by itself"
        onlooker.look_at_everything()
    with open_workspace(settings) as ws:
        ledger.integrate(ws)
        onlooker.look_at_everything()
        size = ledger.published_size(ws)
        with ws.store.reading() as connection:
            bodies = placed(connection, 0, size + 1)
    tiles = Tiles(onlooker.folder, size)
    assert [tiles.entry(index) for index in range(size)] == bodies, "what is published is what was recorded"
    print(f"{size} entries, {len(onlooker.roots)} checkpoints, {onlooker.looks} looks")  # noqa: T201
    assert len(onlooker.roots) > KILLS
