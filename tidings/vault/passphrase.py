"""The passphrase provider: the provider's key is made of a passphrase, with Argon2id (RFC 9106). No key file lies anywhere.

What it wraps begins with one line of JSON that says how the key was made (memory, iterations, lanes, salt), so that a later
version may ask for more and still open what there is. That line is part of the context: changed, nothing opens.
"""

from __future__ import annotations

import base64
import binascii
import os
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256

import orjson
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from tidings.errors import KeyStoreError
from tidings.model import Randomness
from tidings.vault import cobblestone
from tidings.vault.context import packed

NAME = "passphrase"
_FORMAT = "tidings-passphrase-1"
_SALT = 16
_LONGEST_LINE = 512

Ask = Callable[[], bytes]
"""Gives a passphrase as somebody typed or stored it. Raises KeyStoreError NO_PASSPHRASE."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try at a passphrase costs whoever guesses. RFC 9106 asks for 64 MiB, 3 and 4 at least where memory is short."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Somebody may have written to keys.db: a line that asks for a terabyte must not stop the machine."""
        return 8 * self.lanes <= self.memory_kib <= 4 * 1024 * 1024 and 1 <= self.iterations <= 64 and 1 <= self.lanes <= 64


DEFAULT = Cost()


class _Made:
    """Keys that this process has made of passphrases already: a second or so each, and every task opens the workspace."""

    def __init__(self) -> None:
        self._keys: dict[bytes, bytes] = {}
        self._lock = threading.Lock()

    def key(self, passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
        name = sha256(packed(passphrase, salt, repr(cost).encode())).digest()
        with self._lock:
            if name not in self._keys:
                derivation = Argon2id(
                    salt=salt, length=cobblestone.KEY, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
                )
                self._keys[name] = derivation.derive(passphrase)
            return self._keys[name]


_made = _Made()


class Passphrase:
    """Asks when it needs to: `ask` for the passphrase in use, `ask_new` for the one that is to be."""

    name = NAME

    def __init__(self, ask: Ask, ask_new: Ask | None = None, cost: Cost | None = None) -> None:
        self._ask, self._ask_new, self._cost = ask, ask_new or ask, cost or DEFAULT
        self._salt = b""
        """Of the passphrase that is new; empty while none is."""

    def __repr__(self) -> str:
        return f"Passphrase({self._cost!r})"

    def prepare(self, random: Randomness) -> None:
        self.renew(random)

    def renew(self, random: Randomness) -> None:
        self._salt = random(_SALT)

    def settle(self, wrapped: bytes, context: bytes) -> None:
        """Nothing is kept outside of what is wrapped."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        passphrase = self._ask_new() if self._salt else self._ask()
        if not passphrase:
            raise KeyStoreError(KeyStoreError.Code.NO_PASSPHRASE)
        salt = self._salt or os.urandom(_SALT)
        line = _line(self._cost, salt)
        return line + cobblestone.seal(_made.key(passphrase, salt, self._cost), packed(line, context), key)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        """Raises KeyStoreError CANNOT_OPEN for another passphrase, as for damage; NO_PASSPHRASE if nobody can be asked."""
        line, newline, _sealed = wrapped[:_LONGEST_LINE].partition(b"\n")
        line += newline
        cost, salt = _parsed(line)
        passphrase = self._ask_new() if salt == self._salt else self._ask()
        return cobblestone.open_sealed(_made.key(passphrase, salt, cost), packed(line, context), wrapped[len(line) :])

    def check(self) -> None:
        self._ask()

    def destroy(self, wrapped: bytes) -> bool:
        """A passphrase is in somebody's head, or in a file of theirs."""
        return False


def _line(cost: Cost, salt: bytes) -> bytes:
    return orjson.dumps({"format": _FORMAT, **asdict(cost), "salt": base64.b64encode(salt).decode()}) + b"\n"


def _parsed(line: bytes) -> tuple[Cost, bytes]:
    try:
        body = orjson.loads(line)
        cost = Cost(int(body["memory_kib"]), int(body["iterations"]), int(body["lanes"]))
        salt = base64.b64decode(body["salt"], validate=True)
        known = body["format"] == _FORMAT and len(salt) == _SALT and cost.bearable()
    except (KeyError, TypeError, ValueError, binascii.Error):
        known = False
    if not known:
        raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
    return cost, salt
