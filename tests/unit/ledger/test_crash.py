"""Crashes: publishing is stopped at every step it takes on disk, with power lost or not, and the same call mends it."""

import os
import shutil
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.ledger import Checkpoint, Log, Signer, verify
from tidings.ledger.merkle import leaf_hashes, root_of

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
OLD, NEW = 250, 530  # fills one tile, begins and ends another, and leaves a third partial
ENTRIES = [b'{"n":%d}' % number for number in range(NEW)]


class Crash(BaseException):
    """Not an Exception: nothing may catch it on its way."""


class Disk:
    """Counts the steps that change the disk, and crashes before one of them, or in the middle of a write.

    It remembers what was not yet flushed, so that `lose_power` can take it away: contents of files without fsync, and
    names in folders without fsync. That is the worst that POSIX allows.
    """

    def __init__(self, monkeypatch, crash_at):
        self.steps, self.crash_at = 0, crash_at
        self.log = []
        self._dirty, self._undo, self._paths = {}, {}, {}
        self._real = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace", "mkdir", "unlink", "rmdir")}
        for name in self._real:
            monkeypatch.setattr(os, name, getattr(self, name))

    def _step(self, name, path):
        self.steps += 1
        self.log.append((name, str(path)))
        if self.steps == self.crash_at:
            raise Crash

    def open(self, path, flags, mode=0o777, *, dir_fd=None):
        path = str(path)
        if flags & os.O_CREAT and not path.endswith(".lock"):
            self._step("open", path)
            if not Path(path).exists():
                self._names(path).append(lambda: self._real["unlink"](path))
        handle = self._real["open"](path, flags, mode)
        self._paths[handle] = path
        if flags & os.O_TRUNC:
            self._dirty[path] = True
        return handle

    def write(self, handle, data):
        self._dirty[self._paths[handle]] = True
        try:
            self._step("write", self._paths[handle])
        except Crash:
            self._real["write"](handle, bytes(data)[: len(data) // 2])
            raise
        return self._real["write"](handle, data)

    def fsync(self, handle):
        path = self._paths[handle]
        self._step("fsync", path)
        self._dirty.pop(path, None)
        self._undo.pop(path, None)
        return self._real["fsync"](handle)

    def replace(self, source, target):
        source, target = str(source), str(target)
        self._step("replace", target)
        assert source not in self._dirty, "renamed before its content was on disk"
        old = Path(target).read_bytes() if Path(target).exists() else None

        def undo():
            if old is None:
                self._real["unlink"](target)
            else:
                Path(target).write_bytes(old)

        self._names(target).append(undo)
        return self._real["replace"](source, target)

    def mkdir(self, path, mode=0o777, *, dir_fd=None):
        path = str(path)
        self._step("mkdir", path)
        self._names(path).append(lambda: shutil.rmtree(path))
        return self._real["mkdir"](path, mode)

    def unlink(self, path, *, dir_fd=None):
        self._step("unlink", path)
        return self._real["unlink"](path)

    def rmdir(self, path, *, dir_fd=None):
        self._step("rmdir", path)
        return self._real["rmdir"](path)

    def _names(self, path):
        return self._undo.setdefault(str(Path(path).parent), [])

    def lose_power(self):
        for path in self._dirty:
            if Path(path).exists():
                os.truncate(path, Path(path).stat().st_size // 2)
        for undos in self._undo.values():
            for undo in reversed(undos):
                try:
                    undo()
                except FileNotFoundError:
                    continue  # gone with its folder


def published(folder):
    """A log of OLD entries, in two checkpoints."""
    log = Log(folder, SIGNER)
    log.publish(0, ENTRIES[:100])
    log.publish(100, ENTRIES[100:OLD])


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    folder = tmp_path_factory.mktemp("old") / "ledger"
    published(folder)
    return folder


@pytest.fixture(scope="module")
def steps(tmp_path_factory, old):
    """How many steps publishing takes."""
    folder = tmp_path_factory.mktemp("steps") / "ledger"
    shutil.copytree(old, folder)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, crash_at=None)
        Log(folder, SIGNER).publish(OLD, ENTRIES[OLD:])
    assert disk.steps > 40
    return disk.log


def crash(folder, step, first, entries):
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, step)
        with pytest.raises(Crash):
            Log(folder, SIGNER).publish(first, entries)
    return disk


@pytest.mark.parametrize("power_lost", [False, True])
def test_a_crash_at_any_step_leaves_old_or_new_and_the_same_call_completes_it(tmp_path, old, steps, power_lost):
    seen = set()
    for step in range(1, len(steps) + 1):
        folder = tmp_path / str(step)
        shutil.copytree(old, folder)
        disk = crash(folder, step, OLD, ENTRIES[OLD:])
        if power_lost:
            disk.lose_power()
        found = verify(folder, SIGNER.verifier)
        assert (found.size, found.root) in {(size, root_of(leaf_hashes(ENTRIES[:size]))) for size in (OLD, NEW)}
        seen.add(found.size)
        assert Log(folder, SIGNER).publish(OLD, ENTRIES[OLD:]).root == root_of(leaf_hashes(ENTRIES))
        after = verify(folder, SIGNER.verifier)
        assert (after.size, after.checkpoints_checked) == (NEW, 1 + 3)
        shutil.rmtree(folder)
    assert seen == {OLD, NEW}


def test_what_publish_returned_survives_a_loss_of_power(tmp_path, old):
    folder = tmp_path / "ledger"
    shutil.copytree(old, folder)
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, crash_at=None)
        head = Log(folder, SIGNER).publish(OLD, ENTRIES[OLD:])
    disk.lose_power()
    assert Log(folder, SIGNER).checkpoint == head
    assert verify(folder, SIGNER.verifier).checkpoints_checked == 1 + 3


def test_the_first_publication_may_crash_at_any_step_as_well(tmp_path):
    step, crashed = 1, True
    while crashed:
        folder = tmp_path / str(step)
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, step)
            try:
                Log(folder, SIGNER).publish(0, ENTRIES[:3])
                crashed = False
            except Crash:
                disk.lose_power()
        assert Log(folder, SIGNER).publish(0, ENTRIES[:3]).root == root_of(leaf_hashes(ENTRIES[:3]))
        assert verify(folder, SIGNER.verifier).size == 3
        step += 1
    assert step > 20


def test_after_a_crash_another_batch_overwrites_what_it_left(tmp_path, old, steps):
    """The next run may take fewer entries, or others that were never published: half-written files of the first do no harm."""
    for step in range(1, len(steps) + 1, 3):
        folder = tmp_path / str(step)
        shutil.copytree(old, folder)
        crash(folder, step, OLD, ENTRIES[OLD:])
        log = Log(folder, SIGNER)
        if log.size == OLD:
            others = [b"other"] * 20
            log.publish(OLD, others[:3])
            assert log.publish(OLD, others).root == root_of(leaf_hashes(ENTRIES[:OLD] + others))
            assert verify(folder, SIGNER.verifier).size == OLD + 20
        shutil.rmtree(folder)


def test_everything_is_flushed_before_the_checkpoint_is_renamed_into_place(steps):
    rename = next(at for at, (name, path) in enumerate(steps) if name == "replace" and path.endswith("/checkpoint"))
    written = {path for name, path in steps[:rename] if name == "open"}
    flushed = {path for name, path in steps[:rename] if name == "fsync"}
    assert len(written) > 6
    assert written <= flushed
    assert {str(Path(path).parent) for path in written} <= flushed
    kept = next(at for at, (name, path) in enumerate(steps) if name == "replace" and path.endswith(f"/checkpoints/{NEW}"))
    removed = next(at for at, (name, _) in enumerate(steps) if name == "unlink")
    assert rename < kept < removed


def test_a_checkpoint_that_was_published_but_not_kept_is_kept_by_the_next_call(tmp_path, old):
    folder = tmp_path / "ledger"
    shutil.copytree(old, folder)
    (folder / f"checkpoints/{OLD}").unlink()
    Log(folder, SIGNER).publish(OLD, [])
    assert Checkpoint.open((folder / f"checkpoints/{OLD}").read_bytes(), SIGNER.verifier).size == OLD
