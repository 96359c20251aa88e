"""Durable files: what was written is still there after a crash, whole, and never shown half done.

Files are 0600 and folders 0700. All that the ledger changes on disk goes through here.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

_TOGETHER = 16
_SYNC_AFTER = 1024  # files; keeps memory flat, and what the system has yet to write small


class Batch:
    """Files that nobody reads until something else names them: written first, then made durable together.

    Flushing in a second pass lets the file system commit many of them at once, several times faster than one by one.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._files: list[Path] = []
        self._folders: set[Path] = set()

    def write(self, name: str, data: bytes) -> None:
        """Writes a file anew: whatever a crash left under this name is gone."""
        path = self._root / name
        if path.parent not in self._folders:
            make_folders(path.parent)
            self._folders.update(_between(self._root, path))
        _write(path, data)
        self._files.append(path)
        if len(self._files) >= _SYNC_AFTER:
            self.sync()

    def sync(self) -> None:
        """Returns when every file, and every folder that names one, is on disk."""
        _sync_all(self._files)
        for folder in sorted(self._folders, key=lambda path: len(path.parts), reverse=True):
            sync(folder)
        self._files.clear()
        self._folders.clear()


def replace(root: Path, name: str, data: bytes) -> None:
    """Puts a file in place at once: readers, and a crash, see the old one or the new one.

    The new one waits as `.new` in the root, so that no other folder ever holds a name that is not its own.
    """
    path, new = root / name, root / ".new"
    make_folders(path.parent)
    _write(new, data)
    sync(new)
    new.replace(path)
    for folder in _between(root, path):
        sync(folder)


def make_folders(folder: Path) -> None:
    """Makes a folder and those above it, where missing. Whoever writes into it makes its name durable."""
    if folder.is_dir():
        return
    make_folders(folder.parent)
    folder.mkdir(0o700, exist_ok=True)


def remove_folder(folder: Path) -> None:
    """Removes a folder of files, if it is there. Not durable: what a crash brings back does no harm."""
    with suppress(FileNotFoundError):
        for file in list(folder.iterdir()):
            file.unlink()
        folder.rmdir()


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Waits until no other thread or process holds this folder. The lock ends with its holder, however that ends."""
    if not root.is_dir():
        make_folders(root)
        sync(root.parent)
    handle = os.open(root / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def sync(path: Path) -> None:
    """Returns when a file's content, or a folder's names, are on disk."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_all(paths: list[Path]) -> None:
    """Many at once, where they are many: the file system then writes its journal once for several of them."""
    if len(paths) < _TOGETHER:
        for path in paths:
            sync(path)
        return
    with ThreadPoolExecutor(_TOGETHER) as threads:
        for _done in threads.map(sync, paths):  # raises what any of them raised
            pass


def _between(root: Path, path: Path) -> list[Path]:
    """Every folder from a file's own up to the root. All of them, not only new ones: a run that crashed may have made some."""
    return [folder for folder in path.parents if folder == root or root in folder.parents]
