"""A passphrase: from a setting, from a file that a setting names, or typed once a process. Never from an argument."""

from __future__ import annotations

import getpass
import sys
import threading
from pathlib import Path

from pydantic import SecretStr

from tidings.errors import KeyStoreError
from tidings.vault.hardening import private_file

SHORTEST = 12
"""Characters of a passphrase that somebody makes up. Six random words are better: docs/threats.md."""

_LONGEST = 4096
_asked: dict[str, bytes] = {}
_lock = threading.Lock()


class Asking:
    """`what` is what it opens, in words that may be shown; `secret` and `file` come from settings and may be empty.

    With `again` a passphrase that is typed is a new one: it is asked for twice and has a least length.
    """

    def __init__(self, what: str, secret: SecretStr | None = None, file: Path | None = None, *, again: bool = False) -> None:
        self._what, self._secret, self._file, self._again = what, secret, file, again

    def __repr__(self) -> str:
        return f"Asking({self._what!r})"

    def __call__(self) -> bytes:
        """The passphrase in UTF-8, without the newline that ends a file.

        Raises KeyStoreError NO_PASSPHRASE if there is nobody to ask, the file is not there, or the two that were typed
        differ or are too short; OPEN_TO_OTHERS for a file that others can read.
        """
        if self._secret is not None and self._secret.get_secret_value():
            return self._secret.get_secret_value().encode()
        if self._file is not None:
            return _from_file(self._file)
        with _lock:
            if self._what not in _asked:
                _asked[self._what] = _typed(self._what, again=self._again)
            return _asked[self._what]


def _typed(what: str, *, again: bool) -> bytes:
    if not sys.stdin.isatty():
        raise KeyStoreError(KeyStoreError.Code.NO_PASSPHRASE)
    typed = getpass.getpass(f"{what}: ")
    if again and (len(typed) < SHORTEST or getpass.getpass(f"{what}, again: ") != typed):
        hint = f"type the same twice, {SHORTEST} characters or more; six random words are good"
        raise KeyStoreError(KeyStoreError.Code.NO_PASSPHRASE, hint=hint)
    return typed.encode()


def _from_file(file: Path) -> bytes:
    try:
        return private_file(file, _LONGEST).rstrip(b"\r\n")
    except OSError:
        raise KeyStoreError(KeyStoreError.Code.NO_PASSPHRASE, str(file)) from None
