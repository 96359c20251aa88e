"""The bytes of a list, from a file or from a stream that can be read only once; its beginning can be looked at first."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from tidings.errors import ListError


class Readable(Protocol):
    """What pyrage, the decoders and the workbook reader need."""

    def read(self, size: int = -1, /) -> bytes: ...


class Source:
    """Bytes once, in order. `is_unchanged`: whether nobody wrote to the file since it was opened. Not for several threads.

    ListError UNREADABLE where the system refuses a read.
    """

    def __init__(self, read: Callable[[int], bytes | None], close: Callable[[], object], check: Callable[[], bool]) -> None:
        self._read, self._close, self.is_unchanged = read, close, check
        self._peeked = b""

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer only at the end: a pipe gives what it has, so it is asked again."""
        pieces = [self._peeked]
        have = len(self._peeked)
        while have < size and (more := self._more(size - have)):
            pieces.append(more)
            have += len(more)
        self._peeked = b"".join(pieces)
        return self._peeked[:size]

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes (all that are left if negative: callers here never ask for that); b"" at the end."""
        if not self._peeked:
            return self._more(size)
        if size < 0:
            size = len(self._peeked)
        data, self._peeked = self._peeked[:size], self._peeked[size:]
        return data

    def close(self) -> None:
        self._close()

    def _more(self, size: int) -> bytes:
        try:
            return self._read(size) or b""
        except (OSError, ValueError):  # ValueError: somebody closed the stream
            raise ListError(ListError.Code.UNREADABLE) from None


def source_of(origin: Path | BinaryIO) -> Source:
    """Opens a regular file; takes a stream as it is, and leaves it open afterwards.

    Raises ListError NO_SUCH_FILE, UNREADABLE, or NOT_A_LIST for a folder, a device, or a named pipe (nobody may be
    writing to it, and we would wait for ever: pipe it to standard input).
    """
    if not isinstance(origin, Path):
        return Source(origin.read, lambda: None, lambda: True)
    try:
        mode = origin.stat().st_mode
        if not stat.S_ISREG(mode):
            raise ListError(ListError.Code.NOT_A_LIST)
        file = origin.open("rb", buffering=0)
    except FileNotFoundError:
        raise ListError(ListError.Code.NO_SUCH_FILE) from None
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise ListError(ListError.Code.UNREADABLE) from None
    descriptor = file.fileno()
    before = os.fstat(descriptor)

    def unchanged() -> bool:
        after = os.fstat(descriptor)
        return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)

    return Source(file.read, file.close, unchanged)
