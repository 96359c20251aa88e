"""The vault: what everything else uses to seal, open, find again and erase.

    key provider → incident key → two keys a person or list, and the incident's named keys
                                   ├─ one seals
                                   └─ one derives: HKDF → a key a purpose

The incident key is wrapped by the provider, every other key by the incident key, all as Cobblestone values whose context
names their owner. Opening has one opaque failure, KeyStoreError CANNOT_OPEN, also for an owner whose key was destroyed.
"""

from __future__ import annotations

import hmac
import os
import threading
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from tidings.errors import KeyStoreError
from tidings.model import Personal, Randomness
from tidings.vault import cobblestone, keyring
from tidings.vault.context import Places, context, packed
from tidings.vault.hardening import private_folder
from tidings.vault.keyring import Keyring, Wrapped
from tidings.vault.provider import KeyProvider
from tidings.vault.sealed import Sealed

CACHED_KEYS = 4096
"""How many owners' keys are held in memory at most: several threads' batches of about 500."""

_DERIVED_AT_ONCE = 64
"""Bytes that one block of HKDF-Expand SHA-512 gives: more than any purpose of ours wants."""

_INCIDENT_KEY = "incident-key"
_WRAPPED = "wrapped-key"
_NAMED = "named/"


class NamedKey(StrEnum):
    """A key of the incident itself, made with the vault."""

    LEDGER = "ledger"  # the Ed25519 seed of the ledger's signatures
    LOOKUP = "lookup"  # for finding again: see Vault.mark


class OwnerKeys(NamedTuple):
    """What keys.db holds of an owner: two independent keys, wrapped as one value. A named key has the first only."""

    sealing: bytes
    deriving: bytes


class Vault(Personal):
    """An open vault. Threads may share one; it is not pickled, so other processes open their own."""

    __slots__ = (
        "_cache",
        "_incident",
        "_incident_key",
        "_lock",
        "_lookup",
        "_marks",
        "_place",
        "_purposes",
        "_random",
        "_revision",
        "_ring",
    )

    def __init__(self, ring: Keyring, incident: str, incident_key: bytes, revision: int, random: Randomness) -> None:
        self._ring, self._incident, self._random = ring, incident, random
        self._incident_key, self._revision = incident_key, revision
        self._place = Places(incident)
        self._cache: dict[str, OwnerKeys] = {}
        self._lookup = b""
        self._marks: dict[str, bytes] = {}
        self._purposes: dict[tuple[str, int], bytes] = {}
        self._lock = threading.Lock()

    @classmethod
    def create(cls, home: Path, incident: str, provider: KeyProvider, *, random: Randomness = os.urandom) -> Self:
        """Makes the workspace's keys where there are none, and opens them. Safe to run twice, at once, and to kill halfway.

        Raises what `open` raises, and KeyStoreError OPEN_TO_OTHERS if others may read the workspace.
        """
        private_folder(home)
        key = random(cobblestone.KEY)

        def incident_key() -> Wrapped:
            # Only where there is no keys.db yet: making a new provider key beside an old keys.db would hide that one was lost.
            provider.prepare(random)
            return Wrapped(1, provider.wrap(key, context(incident, _INCIDENT_KEY, _WRAPPED, 1)))

        def named(wrapped: Wrapped) -> dict[str, bytes]:
            names = [_NAMED + name for name in NamedKey]
            places = {name: context(incident, name, _WRAPPED, wrapped.revision) for name in names}
            return {name: cobblestone.seal(key, place, random(cobblestone.KEY)) for name, place in places.items()}

        Keyring(home / keyring.NAME).start(incident, incident_key, named)
        return cls.open(home, incident, provider, random=random)

    @classmethod
    def open(cls, home: Path, incident: str, provider: KeyProvider, *, random: Randomness = os.urandom) -> Self:
        """The vault of a workspace.

        Raises KeyStoreError NO_KEY (the provider's key or keys.db is absent), CANNOT_OPEN (another key, or damage),
        OUT_OF_REACH (keys.db is locked), WorkspaceError OTHER_INCIDENT or NEWER.
        """
        ring = Keyring(home / keyring.NAME)
        wrapped = ring.incident_key(incident)
        key = provider.unwrap(wrapped.data, context(incident, _INCIDENT_KEY, _WRAPPED, wrapped.revision))
        return cls(ring, incident, key, wrapped.revision, random)

    def new_keys(self, owners: Sequence[str]) -> None:
        """Makes a key for each owner, in one transaction; durable when it returns. An owner who has a key keeps it."""
        if any(owner.startswith(_NAMED) for owner in owners):
            raise ValueError("this owner is a named key of the incident")
        fresh = dict.fromkeys(owners)
        size = 2 * cobblestone.KEY
        drawn = self._random(size * len(fresh))
        keys = {owner: drawn[at * size : (at + 1) * size] for at, owner in enumerate(fresh)}
        # Whoever has a key already, or gets one from another process meanwhile, keeps that.
        added = self._ring.add(self._revision, {owner: self._wrap(owner, key) for owner, key in keys.items()})
        self._remember({owner: _taken_apart(keys[owner]) for owner in added})

    def preload(self, owners: Sequence[str]) -> None:
        """Reads a batch's keys with one query, so that what follows does not ask keys.db person by person.

        Owners without a key, or with a damaged one, are passed over: sealing or opening for them fails by itself.
        """
        keys = {}
        missing = [owner for owner in owners if owner not in self._cache]
        for owner, wrapped in self._ring.load(missing).items() if missing else ():
            try:
                keys[owner] = self._unwrap(owner, wrapped)
            except KeyStoreError:
                continue
        self._remember(keys)

    def seal(self, owner: str, field: str, revision: int, plaintext: bytes) -> Sealed:
        """Seals a value for its place. `revision` counts the writings of a field, so that an old one cannot be put back.

        Raises KeyStoreError CANNOT_OPEN if the owner has no key.
        """
        return Sealed(cobblestone.seal(self._keys(owner).sealing, self._place(owner, field, revision), plaintext))

    def open_sealed(self, owner: str, field: str, revision: int, sealed: Sealed) -> bytes:
        """What was sealed for this place. Raises KeyStoreError CANNOT_OPEN, for every way in which it fails."""
        return cobblestone.open_sealed(self._keys(owner).sealing, self._place(owner, field, revision), sealed.data)

    def derive(self, owner: str, purpose: str, length: int = 32) -> bytes:
        """A key of its own for one purpose, of up to 64 bytes, under the owner's second key.

        The same arguments always give the same bytes; nothing is learnt from them of any other purpose, length or owner.
        It is the first block of HKDF-Expand with SHA-512 (RFC 5869, section 2.3). ValueError if `length` is more than that.
        """
        if not 0 < length <= _DERIVED_AT_ONCE:
            raise ValueError("a derived key has 1 to 64 bytes")
        info = self._purposes.get((purpose, length))
        if info is None:
            info = packed(b"tidings.derive/v1", purpose.encode(), length.to_bytes(4)) + b"\x01"
            self._purposes[purpose, length] = info
        return hmac.digest(self._keys(owner).deriving, info, "sha512")[:length]

    def mark(self, purpose: str, value: str) -> bytes:
        """A mark (HMAC-SHA256 under the lookup key) by which an equal value is found again without being kept.

        Normalise first: marks of `+1 202…` and `202…` differ. Marks of different purposes cannot be compared.
        """
        if not self._lookup:
            self._lookup = self.named_key(NamedKey.LOOKUP)
        beginning = self._marks.get(purpose)
        if beginning is None:
            beginning = self._marks[purpose] = packed(b"tidings.mark/v1", purpose.encode())
        # A lone surrogate from a damaged list must not raise: that exception would hold the value.
        body = value.encode("utf-8", "surrogatepass")
        return hmac.digest(self._lookup, beginning + len(body).to_bytes(4) + body, "sha256")

    def named_key(self, name: str) -> bytes:
        """32 bytes that belong to the incident itself: see NamedKey."""
        return self._keys(_NAMED + name).sealing

    def destroy(self, owner: str) -> None:
        """Destroys an owner's key and checks that it is gone: nothing sealed under it can ever be opened again.

        Safe to run twice. Another process that has read this key already keeps it until it ends or its cache drops it.
        Raises KeyStoreError NOT_DESTROYED.
        """
        self._ring.destroy(owner)
        with self._lock:
            self._cache.pop(owner, None)

    def has_key(self, owner: str) -> bool:
        """Whether keys.db holds a key of this owner now."""
        return owner in self._ring.load([owner])

    def close(self) -> None:
        """Forgets every key. Python cannot wipe memory: this promises nothing against who can read the process."""
        with self._lock:
            self._cache.clear()
        self._incident_key = self._lookup = b""

    def _wrap(self, owner: str, key: bytes) -> bytes:
        return cobblestone.seal(self._incident_key, self._place(owner, _WRAPPED, self._revision), key)

    def _unwrap(self, owner: str, wrapped: Wrapped) -> OwnerKeys:
        return _taken_apart(
            cobblestone.open_sealed(self._incident_key, self._place(owner, _WRAPPED, wrapped.revision), wrapped.data)
        )

    def _keys(self, owner: str) -> OwnerKeys:
        known = self._cache.get(owner)
        if known is not None:
            return known
        wrapped = self._ring.load([owner]).get(owner)
        if wrapped is None:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
        keys = self._unwrap(owner, wrapped)
        self._remember({owner: keys})
        return keys

    def _remember(self, keys: dict[str, OwnerKeys]) -> None:
        with self._lock:
            self._cache.update(keys)
            surplus = len(self._cache) - CACHED_KEYS
            for oldest in list(islice(self._cache, max(0, surplus))):
                del self._cache[oldest]


def _taken_apart(key: bytes) -> OwnerKeys:
    return OwnerKeys(key[: cobblestone.KEY], key[cobblestone.KEY :])
