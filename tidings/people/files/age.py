"""Lists that come as `.age` files (C2SP age, by pyrage): opened in memory, so that no plain list touches the disk."""

from __future__ import annotations

import base64
import binascii
import queue
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage

from tidings.errors import ListError
from tidings.people.files.limits import AGE_PASSPHRASE, BLOCK, PIPE, SAMPLE
from tidings.people.files.source import Source

_BINARY, _ARMOURED = b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"

_ARMOUR_WIDTH = 64


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What an `.age` file was locked with by a person. Shows nothing of itself."""

    text: str = field(repr=False)


Identity = Any
"""A `Passphrase`, or an identity of pyrage (`pyrage.x25519.Identity`, `pyrage.ssh.Identity`), which has no types."""


def read_identities(file: Path) -> tuple[Identity, ...]:
    """The identities of a file as age-keygen writes it, or of an SSH private key.

    Raises ListError NO_SUCH_FILE, UNREADABLE, and CANNOT_OPEN if it holds no identity. `where` is the file's name.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise ListError(ListError.Code.NO_SUCH_FILE, str(file)) from None
    except (OSError, ValueError):
        raise ListError(ListError.Code.UNREADABLE, str(file)) from None
    try:
        if data.startswith(b"-----BEGIN "):
            return (pyrage.ssh.Identity.from_buffer(data),)
        lines = [line.strip() for line in data.decode().splitlines()]
        found = tuple(pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#"))
    except (pyrage.IdentityError, UnicodeDecodeError, ValueError):
        found = ()
    if not found:
        raise ListError(ListError.Code.CANNOT_OPEN, str(file))
    return found


def is_age(head: bytes) -> bool:
    return head.startswith(_BINARY) or head.lstrip().startswith(_ARMOURED)


def opened(source: Source, identities: Sequence[Identity]) -> Source:
    """The plain bytes. Raises ListError ENCRYPTED if there is no identity at all; CANNOT_OPEN for every other failure,
    now or while reading: age's last bytes say whether the file is whole.
    """
    if not identities:
        raise ListError(ListError.Code.ENCRYPTED)
    phrases = [one.text for one in identities if isinstance(one, Passphrase)]
    if _header(source.peek(SAMPLE)).startswith(_BINARY + b"-> scrypt "):
        plain = _Whole(_open_whole(source, phrases))
        return Source(plain.read, source.close, source.is_unchanged)
    keys = [one for one in identities if not isinstance(one, Passphrase)]
    if not keys:
        raise ListError(ListError.Code.CANNOT_OPEN)
    pipe = _Pipe(source, keys)
    return Source(pipe.read, pipe.close, source.is_unchanged)


def _header(head: bytes) -> bytes:
    """The header of an `.age` file by its first bytes. Raises ListError CANNOT_OPEN if it does not end among them: pyrage
    would look for its end for ever, more slowly with each byte.
    """
    if not head.startswith(_BINARY):
        lines = head.split()[4:]  # behind the four words of the first line
        try:
            head = base64.b64decode(b"".join(line for line in lines if len(line) == _ARMOUR_WIDTH))
        except binascii.Error:
            raise ListError(ListError.Code.CANNOT_OPEN) from None
    end = head.find(b"\n--- ")
    if end < 0:
        raise ListError(ListError.Code.CANNOT_OPEN)
    return head[:end]


def _open_whole(source: Source, phrases: Sequence[str]) -> bytes:
    """Under a passphrase pyrage opens only whole files."""
    pieces = []
    size = 0
    while chunk := source.read(BLOCK):
        size += len(chunk)
        if size > AGE_PASSPHRASE:
            raise ListError(ListError.Code.TOO_LARGE)
        pieces.append(chunk)
    locked = b"".join(pieces)
    for phrase in phrases:
        try:
            plain: bytes = pyrage.passphrase.decrypt(locked, phrase)
        except (pyrage.DecryptError, OSError, ValueError):
            continue
        return plain
    raise ListError(ListError.Code.CANNOT_OPEN)


class _Whole:
    def __init__(self, data: bytes) -> None:
        self._data, self._at = memoryview(data), 0

    def read(self, size: int) -> bytes:
        piece = bytes(self._data[self._at : self._at + size])
        self._at += len(piece)
        return piece


class _Pipe:
    """pyrage writes in a thread of its own, a few blocks ahead of whoever reads."""

    def __init__(self, source: Source, keys: Sequence[Any]) -> None:
        self._source, self._keys = source, keys
        self._blocks: queue.Queue[bytes | ListError] = queue.Queue(PIPE)
        self._given = bytearray()
        self._left, self._closed, self._ended = b"", False, False
        self._thread = threading.Thread(target=self._open, name="age", daemon=True)
        self._thread.start()

    def read(self, size: int) -> bytes:
        if not self._left and not self._ended:
            block = self._blocks.get()
            if isinstance(block, ListError):
                self._ended = True
                raise ListError(block.code)
            self._ended = not block
            self._left = block
        data, self._left = self._left[:size], self._left[size:]
        return data

    def close(self) -> None:
        """Ends the thread: what it writes next is refused."""
        self._closed = True
        while self._thread.is_alive():
            try:
                self._blocks.get(timeout=0.01)
            except queue.Empty:
                continue
        self._source.close()

    def write(self, data: bytes) -> int:
        """For pyrage, which gives a few KiB at a time."""
        if self._closed:
            raise _Closed
        self._given += data
        if len(self._given) >= BLOCK:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if self._given:
            self._blocks.put(bytes(self._given))
            self._given.clear()

    def _open(self) -> None:
        try:
            pyrage.decrypt_io(self._source, self, self._keys)
            self.flush()
            self._blocks.put(b"")
        except _Closed:
            pass
        except ListError as error:
            self._blocks.put(error)
        except BaseException:  # noqa: BLE001 -- pyrage's own, and a panic of Rust: one answer for every way to fail
            self._blocks.put(ListError(ListError.Code.CANNOT_OPEN))


class _Closed(Exception):
    """Nobody reads any more."""
