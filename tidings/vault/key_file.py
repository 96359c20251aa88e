"""The key-file provider: the provider's key is a file, `incident.key` in the workspace unless it is kept elsewhere.

The file has one line for people and one with the key: `tidings-key-1 <base64 of 32 random bytes and their check sum>`.
"""

from __future__ import annotations

import base64
import binascii
import fcntl
import hashlib
import hmac
import os
from pathlib import Path

from tidings.errors import KeyStoreError
from tidings.model import Randomness
from tidings.vault import cobblestone
from tidings.vault.hardening import private_file, sync_folder

NAME = "incident.key"

_HEADER = (
    "# Key of a Tidings incident. With keys.db beside it, it opens everything: keep a copy apart from backups, send it to nobody."
)
_FORMAT = "tidings-key-1"
_CHECK = 4
_LONGEST = 4096


class KeyFile:
    """Holds the path only: the key is read when it is needed, and forgotten."""

    name = "key-file"

    def __init__(self, path: Path) -> None:
        self._path = path
        self._renewed = False

    def __repr__(self) -> str:
        return f"KeyFile({str(self._path)!r})"

    def prepare(self, random: Randomness) -> None:
        """Makes the file, durably, with mode 0600, unless it is there. It never replaces one."""
        if not self._path.exists():
            _make(self._path, random)

    def renew(self, random: Randomness) -> None:
        """The new key waits beside the old one until `settle`; one that no key was ever wrapped under is made anew."""
        self._next.unlink(missing_ok=True)
        _make(self._next, random)
        self._renewed = True

    def settle(self, wrapped: bytes, context: bytes) -> None:
        if not self._next.exists():
            return
        try:
            cobblestone.open_sealed(_read(self._next), context, wrapped)
        except KeyStoreError:
            return  # whoever made it was killed before anything was wrapped under it
        self._next.replace(self._path)
        self._renewed = False
        sync_folder(self._path.parent)

    def wrap(self, key: bytes, context: bytes) -> bytes:
        return cobblestone.seal(_read(self._next if self._renewed else self._path), context, key)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        if self._next.exists():
            try:
                return cobblestone.open_sealed(_read(self._next), context, wrapped)
            except KeyStoreError:
                pass  # not taken over yet: the old one opens it
        return cobblestone.open_sealed(_read(self._path), context, wrapped)

    def check(self) -> None:
        _read(self._path)

    def destroy(self, wrapped: bytes) -> bool:
        """Overwrites the file and removes it. What the disk keeps besides is the disk's affair: docs/threats.md."""
        for path in (self._next, self._path):
            if path.exists():
                with path.open("r+b") as file:
                    file.write(bytes(path.stat().st_size))
                    file.flush()
                    os.fsync(file.fileno())
                path.unlink()
        sync_folder(self._path.parent)
        return True

    @property
    def _next(self) -> Path:
        return self._path.with_name(f"{self._path.name}.next")


def _make(path: Path, random: Randomness) -> None:
    draft = path.with_name(f"{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        # One process at a time; who was killed here left a draft that no key was ever used from, so it is written anew.
        # Whoever waited may hold what has become the key itself, and must not write to it.
        fcntl.flock(file, fcntl.LOCK_EX)
        if path.exists():
            draft.unlink(missing_ok=True)
            return
        file.truncate()
        file.write(_text(random(cobblestone.KEY)))
        file.flush()
        os.fsync(file.fileno())
        draft.rename(path)
    sync_folder(path.parent)


def _read(path: Path) -> bytes:
    """Raises KeyStoreError NO_KEY, OPEN_TO_OTHERS or CANNOT_OPEN (not a key file, or a damaged one)."""
    try:
        text = private_file(path, _LONGEST)
    except OSError:
        raise KeyStoreError(KeyStoreError.Code.NO_KEY, str(path)) from None
    key = _parsed(text)
    if key is None:
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN, str(path))
    return key


def _text(key: bytes) -> bytes:
    return f"{_HEADER}\n{_FORMAT} {base64.b64encode(key + _check_sum(key)).decode()}\n".encode()


def _parsed(text: bytes) -> bytes | None:
    """The key of a key file's text; none unless it is whole and undamaged."""
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith(b"#")]
    if len(lines) != 1 or len(lines[0]) != 2 or lines[0][0] != _FORMAT.encode():
        return None
    try:
        body = base64.b64decode(lines[0][1], validate=True)
    except binascii.Error:
        return None
    key, check = body[: cobblestone.KEY], body[cobblestone.KEY :]
    return key if len(key) == cobblestone.KEY and hmac.compare_digest(check, _check_sum(key)) else None


def _check_sum(key: bytes) -> bytes:
    return hashlib.sha256(b"tidings.key-file/v1" + key).digest()[:_CHECK]
