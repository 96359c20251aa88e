"""The vault: what everything else uses to seal, open, find again and erase.

    key provider → incident key → one key a person or list, and the incident's named keys → HKDF → one key a purpose

The incident key is wrapped by the provider, every other key by the incident key, all as Cobblestone values whose context
names their owner. Opening has one opaque failure, KeyStoreError CANNOT_OPEN, also for an owner whose key was destroyed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from tidings.errors import KeyStoreError
from tidings.model import Personal, Randomness
from tidings.vault import cobblestone, keyring
from tidings.vault.context import context, packed
from tidings.vault.hardening import private_folder
from tidings.vault.keyring import Keyring, Wrapped
from tidings.vault.provider import KeyProvider
from tidings.vault.sealed import Sealed

CACHED_KEYS = 4096
"""How many owners' keys are held in memory at most: several threads' batches of about 500."""

_INCIDENT_KEY = "incident-key"
_WRAPPED = "wrapped-key"
_NAMED = "named/"


class NamedKey(StrEnum):
    """A key of the incident itself, made with the vault."""

    LEDGER = "ledger"  # the Ed25519 seed of the ledger's signatures
    LOOKUP = "lookup"  # for finding again: see Vault.mark


class Vault(Personal):
    """An open vault. Threads may share one; it is not pickled, so other processes open their own."""

    __slots__ = ("_cache", "_incident", "_incident_key", "_lock", "_lookup", "_random", "_revision", "_ring")

    def __init__(self, ring: Keyring, incident: str, incident_key: bytes, revision: int, random: Randomness) -> None:
        self._ring, self._incident, self._random = ring, incident, random
        self._incident_key, self._revision = incident_key, revision
        self._cache: dict[str, bytes] = {}
        self._lookup = b""
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
            return {name: cobblestone.seal(key, place, random(cobblestone.KEY), random=random) for name, place in places.items()}

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
        known = self._ring.load(owners)
        keys = {owner: self._random(cobblestone.KEY) for owner in dict.fromkeys(owners) if owner not in known}
        if keys:
            added = self._ring.add(self._revision, {owner: self._wrap(owner, key) for owner, key in keys.items()})
            # Another process may have been faster with some of them: its keys stand.
            self._remember({owner: keys[owner] for owner in added})

    def preload(self, owners: Sequence[str]) -> None:
        """Reads a batch's keys with one query, so that what follows does not ask keys.db person by person.

        Owners without a key, or with a damaged one, are passed over: sealing or opening for them fails by itself.
        """
        keys = {}
        for owner, wrapped in self._ring.load([owner for owner in owners if owner not in self._cache]).items():
            try:
                keys[owner] = self._unwrap(owner, wrapped)
            except KeyStoreError:
                continue
        self._remember(keys)

    def seal(self, owner: str, field: str, revision: int, plaintext: bytes) -> Sealed:
        """Seals a value for its place. `revision` counts the writings of a field, so that an old one cannot be put back.

        Raises KeyStoreError CANNOT_OPEN if the owner has no key.
        """
        place = context(self._incident, owner, field, revision)
        return Sealed(cobblestone.seal(self._key(owner), place, plaintext, random=self._random))

    def open_sealed(self, owner: str, field: str, revision: int, sealed: Sealed) -> bytes:
        """What was sealed for this place. Raises KeyStoreError CANNOT_OPEN, for every way in which it fails."""
        return cobblestone.open_sealed(self._key(owner), context(self._incident, owner, field, revision), sealed.data)

    def derive(self, owner: str, purpose: str, length: int = 32) -> bytes:
        """A key of its own for one purpose (HKDF-Expand SHA-512, RFC 5869, under the owner's key; `length` in bytes).

        The same arguments always give the same bytes; nothing is learnt from them of any other purpose, length or owner.
        """
        info = packed(b"tidings.derive/v1", purpose.encode(), length.to_bytes(4))
        return HKDFExpand(SHA512(), length, info).derive(self._key(owner))

    def mark(self, purpose: str, value: str) -> bytes:
        """A mark (HMAC-SHA256 under the lookup key) by which an equal value is found again without being kept.

        Normalise first: marks of `+1 202…` and `202…` differ. Marks of different purposes cannot be compared.
        """
        if not self._lookup:
            self._lookup = self.named_key(NamedKey.LOOKUP)
        # A lone surrogate from a damaged list must not raise: that exception would hold the value.
        message = packed(b"tidings.mark/v1", purpose.encode(), value.encode("utf-8", "surrogatepass"))
        return hmac.digest(self._lookup, message, hashlib.sha256)

    def named_key(self, name: str) -> bytes:
        """32 bytes that belong to the incident itself: see NamedKey."""
        return self._key(_NAMED + name)

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
        place = context(self._incident, owner, _WRAPPED, self._revision)
        return cobblestone.seal(self._incident_key, place, key, random=self._random)

    def _unwrap(self, owner: str, wrapped: Wrapped) -> bytes:
        place = context(self._incident, owner, _WRAPPED, wrapped.revision)
        return cobblestone.open_sealed(self._incident_key, place, wrapped.data)

    def _key(self, owner: str) -> bytes:
        known = self._cache.get(owner)
        if known is not None:
            return known
        wrapped = self._ring.load([owner]).get(owner)
        if wrapped is None:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
        key = self._unwrap(owner, wrapped)
        self._remember({owner: key})
        return key

    def _remember(self, keys: dict[str, bytes]) -> None:
        with self._lock:
            self._cache.update(keys)
            for oldest in list(self._cache)[: max(0, len(self._cache) - CACHED_KEYS)]:
                del self._cache[oldest]
