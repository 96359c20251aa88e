"""Killed (SIGKILL) at random moments of rotate, reseal, erase and backup: the next run finishes, and everybody always opens.

A child is a fork of this process, so that a kill costs milliseconds and not the seconds that importing takes; it does what
the commands do. After every kill a process that knows nothing of it opens everything of everybody who is not erased.
`make keykills` does 100; TIDINGS_TEST_SEED repeats a run.
"""

import os
import random
import secrets
import shutil
import signal
import time
from collections import Counter

import pytest
from stewarding import everybody, open_all, reseal

from tidings import delivery, ledger, stewardship
from tidings.vault import notice_code
from tidings.workspace import open_workspace

KILLS = int(os.environ.get("TIDINGS_TEST_KEY_KILLS", "12"))
SEED = int(os.environ.get("TIDINGS_TEST_SEED", "0")) or secrets.randbelow(10**9)
WORK = ("rotate", "reseal", "erase", "backup")
MOST_RUNS = 6 * KILLS

pytestmark = pytest.mark.keykill


def work(name, settings, person, backup):
    """What a command of this name does."""
    with open_workspace(settings) as ws:
        if name == "rotate":
            stewardship.rotate(ws)
        elif name == "reseal":
            reseal(ws)
        elif name == "erase":
            stewardship.finish_erasures(ws, stewardship.pending_erasures(ws))
            stewardship.erase(ws, [person])
        else:
            stewardship.back_up(ws, backup)
        ledger.integrate(ws)


def killed(name, settings, person, backup, seconds):
    """Runs it in a child that is killed after so many seconds. False if it was done before."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work(name, settings, person, backup)
            code = 0
        finally:
            os._exit(code)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            assert os.waitstatus_to_exitcode(status) == 0, f"{name} failed by itself"
            return False
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def seconds_of(name, settings, person, backup):
    started = time.monotonic()
    work(name, settings, person, backup)
    return time.monotonic() - started


def test_nobody_is_ever_locked_out_and_everything_is_resumed(settings, tmp_path):
    print(f"TIDINGS_TEST_SEED={SEED} TIDINGS_TEST_KEY_KILLS={KILLS}")  # noqa: T201 - so that a failure can be repeated
    rng = random.Random(SEED)
    with open_workspace(settings) as ws:
        people = everybody(ws)
        codes = {person: notice_code(ws.vault, person) for person in people}
    to_erase = iter(people)
    backup = tmp_path / "backups"
    backup.mkdir()
    long = {name: seconds_of(name, settings, next(to_erase), backup / f"first-{name}") for name in WORK}
    kills, runs, person = Counter(), 0, next(to_erase)
    while sum(kills.values()) < KILLS:
        runs += 1
        assert runs < MOST_RUNS, "too many runs ended before their moment"
        # Each in turn, until each has its share.
        name = min(WORK, key=lambda one: kills[one])
        folder = backup / str(runs)
        if not killed(name, settings, person, folder, rng.uniform(0, long[name])):
            person = next(to_erase) if name == "erase" else person
            continue
        kills[name] += 1
        with open_workspace(settings) as ws:
            everybody_opens(ws, people, codes)
        again(name, settings, person, folder, people, codes)
        person = next(to_erase) if name == "erase" else person
    print(dict(kills), f"{runs} runs")  # noqa: T201
    assert set(kills) == set(WORK)
    with open_workspace(settings) as ws:
        everybody_opens(ws, people, codes)
        ledger.integrate(ws)
        assert ledger.verify(ws.ledger_folder, ledger.signer(ws).verifier).size
        assert stewardship.pending_erasures(ws) == []
        assert not ws.vault.with_former_keys()


def everybody_opens(ws, people, codes):
    """Everybody who is not erased, or being erased; with everything of theirs, and the code that they were told."""
    found = delivery.status(ws)
    assert sum(found["states"].values()) == found["persons"] == len(people)
    assert open_all(ws)
    alive = [person for person in people if ws.vault.has_key(person)]
    gone = found["states"]["erased"] + found["states"]["erasing"]
    assert len(people) - gone <= len(alive) <= len(people) - found["states"]["erased"]
    assert all(notice_code(ws.vault, person) == codes[person] for person in alive)


def again(name, settings, person, folder, people, codes):
    """The same command once more does it, whole."""
    work(name, settings, person, folder)
    with open_workspace(settings) as ws:
        everybody_opens(ws, people, codes)
        if name == "erase":
            assert stewardship.pending_erasures(ws) == []
            assert not ws.vault.has_key(person)
        if name == "reseal":
            assert not ws.vault.ring.resealing
    if name == "backup":
        elsewhere = settings.model_copy(update={"home": folder / "put-back"})
        stewardship.restore(elsewhere, folder)
        with open_workspace(elsewhere) as back:
            everybody_opens(back, people, codes)
        shutil.rmtree(folder)
