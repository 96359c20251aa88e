"""keys.lock: how processes that have keys in memory learn that keys.db has others now, and wait for each other.

The file holds eight random bytes that are drawn anew whenever a key changed or went, and one read tells (a microsecond).
Nothing in it is secret, and none of it needs to last: whoever remembers keys remembers what it held when they were read.
"""

from __future__ import annotations

import fcntl
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "keys.lock"
_BYTES = 8


class Epoch:
    """One process's view of the file. Threads may share it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self._close = weakref.finalize(self, os.close, self._handle)

    def now(self) -> bytes:
        return os.pread(self._handle, _BYTES, 0)

    def turn(self) -> None:
        """Says that keys changed. After keys.db was written, and before anything relies on others having noticed."""
        os.pwrite(self._handle, os.urandom(_BYTES), 0)

    @contextmanager
    def held(self, *, alone: bool = False) -> Iterator[None]:
        """Waits until nobody holds it alone, or with `alone` until nobody holds it at all. Ends with its holder."""
        # A handle of its own: a lock belongs to the opening of a file, and threads must not share one.
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
            yield
        finally:
            os.close(handle)

    def close(self) -> None:
        self._close()
