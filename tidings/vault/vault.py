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
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self, TypeVar

from tidings.errors import KeyStoreError
from tidings.model import Personal, Randomness
from tidings.vault import cobblestone, epoch, keyring
from tidings.vault.context import Places, context, packed
from tidings.vault.epoch import Epoch
from tidings.vault.hardening import private_folder
from tidings.vault.keyring import Keyring, Ring, Stale, Wrapped
from tidings.vault.provider import KeyProvider, Providers
from tidings.vault.sealed import Sealed

CACHED_KEYS = 4096
"""How many owners' keys are held in memory at most: several threads' batches of about 500."""

_DERIVED_AT_ONCE = 64
"""Bytes that one block of HKDF-Expand SHA-512 gives: more than any purpose of ours wants."""

_INCIDENT_KEY = "incident-key"
_WRAPPED = "wrapped-key"
_PREVIOUS = "previous-key"
_NAMED = "named/"
_DAMAGED = "this key is damaged, so nothing was changed; put keys.db back from a copy, or erase that person"

T = TypeVar("T")


class NamedKey(StrEnum):
    """A key of the incident itself, made with the vault."""

    LEDGER = "ledger"  # the Ed25519 seed of the ledger's signatures
    LOOKUP = "lookup"  # for finding again: see Vault.mark


class OwnerKeys(NamedTuple):
    """What keys.db holds of an owner: two independent keys, wrapped as one value. A named key has the first only.

    `former` is the sealing key of the generation before, while an owner's values are being sealed anew.
    """

    sealing: bytes
    deriving: bytes
    former: bytes = b""


class _Incident(NamedTuple):
    """The incident key that is in use, and what of keys.db it goes with."""

    key: bytes
    revision: int
    generation: int


class Vault(Personal):
    """An open vault. Threads may share one; it is not pickled, so other processes open their own.

    Others may change keys meanwhile: before each use it looks whether they did (keys.lock), and reads keys.db again if so.
    """

    __slots__ = (
        "_cache",
        "_epoch",
        "_incident",
        "_lock",
        "_lookup",
        "_marks",
        "_name",
        "_place",
        "_providers",
        "_purposes",
        "_random",
        "_ring",
        "_seen",
    )

    def __init__(self, home: Path, incident: str, providers: Providers, random: Randomness) -> None:
        self._ring, self._name, self._providers, self._random = Keyring(home / keyring.NAME), incident, providers, random
        self._place = Places(incident)
        self._cache: dict[str, OwnerKeys] = {}
        self._lookup = b""
        self._marks: dict[str, bytes] = {}
        self._purposes: dict[tuple[str, int], bytes] = {}
        self._lock = threading.RLock()
        ring = self._ring.ring(incident)
        self._epoch = Epoch(home / epoch.NAME)
        self._seen = self._epoch.now()
        self._incident = self._unlocked(ring)

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
            return Wrapped(1, provider.wrap(key, _incident_place(incident, 1)))

        def named(wrapped: Wrapped) -> dict[str, bytes]:
            names = [_NAMED + name for name in NamedKey]
            places = {name: context(incident, name, _WRAPPED, wrapped.revision) for name in names}
            return {name: cobblestone.seal(key, place, random(cobblestone.KEY)) for name, place in places.items()}

        Keyring(home / keyring.NAME).start(incident, incident_key, named, provider.name)
        return cls.open(home, incident, provider, random=random)

    @classmethod
    def open(cls, home: Path, incident: str, provider: KeyProvider | Providers, *, random: Randomness = os.urandom) -> Self:
        """The vault of a workspace. keys.db says which provider wrapped its key; `provider` is that one, or finds it by name.

        Raises KeyStoreError NO_KEY (the provider's key or keys.db is absent), CANNOT_OPEN (another key, or damage),
        OUT_OF_REACH (keys.db is locked), PROVIDER_AWAY, ENDED, WorkspaceError OTHER_INCIDENT or NEWER.
        """
        return cls(home, incident, provider if callable(provider) else lambda _name: provider, random)

    @property
    def ring(self) -> Ring:
        """What keys.db says of the incident key now: its revision, its provider, its generation."""
        return self._ring.ring(self._name)

    @property
    def keys(self) -> int:
        """How many keys there are: everybody's, the lists', and the incident's own."""
        return self._ring.count()

    def new_keys(self, owners: Sequence[str]) -> None:
        """Makes a key for each owner, in one transaction; durable when it returns. An owner who has a key keeps it."""
        if any(owner.startswith(_NAMED) for owner in owners):
            raise ValueError("this owner is a named key of the incident")
        self._look()
        fresh = dict.fromkeys(owners)
        size = 2 * cobblestone.KEY
        drawn = self._random(size * len(fresh))
        keys = {owner: drawn[at * size : (at + 1) * size] for at, owner in enumerate(fresh)}
        # Whoever has a key already, or gets one from another process meanwhile, keeps that.
        added = self._fresh(
            lambda now: self._ring.add(
                now.revision, {owner: self._wrap(now, owner, key) for owner, key in keys.items()}, now.generation
            )
        )
        self._remember({owner: _taken_apart(keys[owner]) for owner in added}, self._seen)

    def preload(self, owners: Sequence[str]) -> None:
        """Reads a batch's keys with one query, so that what follows does not ask keys.db person by person.

        Owners without a key, or with a damaged one, are passed over: sealing or opening for them fails by itself.
        """
        self._look()
        missing = [owner for owner in owners if owner not in self._cache]
        if missing:
            self._load(missing)

    def seal(self, owner: str, field: str, revision: int, plaintext: bytes) -> Sealed:
        """Seals a value for its place. `revision` counts the writings of a field, so that an old one cannot be put back.

        Seal inside the transaction that stores the value, or within `steady` until it is stored: else people may get new
        keys in between. Raises KeyStoreError CANNOT_OPEN if the owner has no key.
        """
        return Sealed(cobblestone.seal(self._keys(owner).sealing, self._place(owner, field, revision), plaintext))

    def open_sealed(self, owner: str, field: str, revision: int, sealed: Sealed) -> bytes:
        """What was sealed for this place. Raises KeyStoreError CANNOT_OPEN, for every way in which it fails."""
        keys, place = self._keys(owner), self._place(owner, field, revision)
        try:
            return cobblestone.open_sealed(keys.sealing, place, sealed.data)
        except KeyStoreError:
            if not keys.former:
                raise
        return cobblestone.open_sealed(keys.former, place, sealed.data)

    def sealed_anew(self, owner: str, field: str, revision: int, sealed: Sealed) -> Sealed | None:
        """The value under its owner's newest key; none if that opens it already. Raises KeyStoreError CANNOT_OPEN."""
        keys, place = self._keys(owner), self._place(owner, field, revision)
        try:
            cobblestone.open_sealed(keys.sealing, place, sealed.data)
        except KeyStoreError:
            if not keys.former:
                raise
            return Sealed(cobblestone.seal(keys.sealing, place, cobblestone.open_sealed(keys.former, place, sealed.data)))
        return None

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

        Raises KeyStoreError CLOSED once the incident is closed and that key destroyed.

        Normalise first: marks of `+1 202…` and `202…` differ. Marks of different purposes cannot be compared.
        """
        if not self._lookup:
            try:
                self._lookup = self.named_key(NamedKey.LOOKUP)
            except KeyStoreError as error:
                if error.code is KeyStoreError.Code.CANNOT_OPEN and not self.has_named_key(NamedKey.LOOKUP):
                    raise KeyStoreError(KeyStoreError.Code.CLOSED) from None
                raise
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
        """Destroys an owner's key and checks that it is gone: nothing sealed under it can ever be opened again."""
        self.destroy_all([owner])

    def destroy_all(self, owners: Collection[str]) -> None:
        """Destroys these owners' keys and checks that they are gone. Safe to run twice.

        Waits for whoever is `steady`; other processes forget the keys before they next use any. Raises KeyStoreError
        NOT_DESTROYED.
        """
        with self._epoch.held(alone=True):
            self._ring.destroy(owners)
            self._epoch.turn()
        self._look()

    def destroy_named(self, name: NamedKey) -> None:
        """As `destroy_all`, for a key of the incident itself."""
        self.destroy_all([_NAMED + name])

    def has_key(self, owner: str) -> bool:
        """Whether keys.db holds a key of this owner now."""
        return bool(self._ring.load([owner]))

    def has_named_key(self, name: NamedKey) -> bool:
        return self.has_key(_NAMED + name)

    def with_keys(self, owners: Sequence[str]) -> frozenset[str]:
        """Those of these owners who have a key now."""
        return frozenset(self._ring.load(owners))

    def openable(self, owners: Sequence[str]) -> frozenset[str]:
        """Those of these owners whose key opens: not missing, and not damaged."""
        self._look()
        return frozenset(self._load(owners))

    def steady(self) -> AbstractContextManager[None]:
        """While this is held, whatever a key opens stays so: who destroys keys or drops old ones waits. Keep it short."""
        return self._epoch.held()

    # Changing keys

    def rotate(self, to: KeyProvider | None = None) -> None:
        """A new incident key, wrapped by the same provider or by `to`; every other key wrapped anew under it.

        One transaction: killed anywhere it has happened or it has not. What is sealed stays as it is. Raises KeyStoreError
        if the provider is away (nothing changed), or CANNOT_OPEN with the owner whose key is damaged (nothing changed). Waits for
        whoever is `steady`.
        """
        with self._epoch.held(alone=True):
            self._rotate(to)

    def _rotate(self, to: KeyProvider | None) -> None:
        while True:
            ring = self.ring
            former = self._providers(ring.provider)
            former.settle(ring.incident_key, _incident_place(self._name, ring.revision))  # one that was killed before
            provider = to or former
            # By the same object that wraps afterwards: an HSM's learns here which key is in use.
            old_key = former.unwrap(ring.incident_key, _incident_place(self._name, ring.revision))
            old, key = _Incident(old_key, ring.revision, ring.generation), self._random(cobblestone.KEY)
            now = _Incident(key, ring.revision + 1, ring.generation)
            place = _incident_place(self._name, now.revision)
            new = Wrapped(now.revision, provider.wrap(key, place))
            # Before anything hangs on it: a provider that wraps what it cannot unwrap would lose everybody.
            if not hmac.compare_digest(provider.unwrap(new.data, place), key):
                raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
            try:
                self._ring.rewrap(ring.revision, new, provider.name, partial(self._again, old, now))
            except Stale:
                continue
            with self._lock:
                self._incident = now  # not asked of the provider again: it may be one that this process was not set up for
            self._epoch.turn()
            provider.settle(new.data, place)
            self._look()
            return

    def begin_new_keys(self) -> int:
        """From now on people get keys of a new generation, until `end_new_keys`. Returns its number. Safe to run twice."""
        generation = self._ring.begin_generation()
        self._epoch.turn()
        return generation

    def renew_keys(self, owners: Sequence[str]) -> None:
        """Gives these owners new sealing keys, and keeps the former ones until `end_new_keys`. What is derived stays.

        Who has one of the newest generation keeps it, and so does who has a damaged one, which opens nothing anyway. Waits for
        whoever is `steady`: what they sealed is stored by then.
        """
        with self._epoch.held(alone=True):
            self._look()

            def replace(now: _Incident) -> None:
                fresh = {}
                for owner, wrapped in self._ring.load(owners).items():
                    keys = self._openable(now, owner, wrapped) if wrapped.generation < now.generation else None
                    if keys is not None:
                        fresh[owner] = (
                            self._wrap(now, owner, self._random(cobblestone.KEY) + keys.deriving),
                            self._wrap_former(now, owner, keys.sealing),
                        )
                self._ring.replace(now.revision, now.generation, fresh)

            self._fresh(replace)
            self._epoch.turn()

    def with_former_keys(self) -> list[str]:
        """Owners who still have a key of the generation before."""
        return self._ring.owners(previous=True)

    def end_new_keys(self) -> None:
        """Destroys the keys of the generation before: whatever is still sealed under one is lost. Safe to run twice."""
        with self._epoch.held(alone=True):
            self._ring.end_generation()
            self._epoch.turn()

    def end(self) -> bool:
        """Destroys the incident key, everybody's keys, and the provider's own where it is ours: True if it was.

        Safe to run twice. Afterwards opening this workspace raises KeyStoreError ENDED.
        """
        ring = self.ring
        with self._epoch.held(alone=True):
            self._ring.end()
            self._epoch.turn()
        return self._providers(ring.provider).destroy(ring.incident_key)

    def close(self) -> None:
        """Forgets every key. Python cannot wipe memory: this promises nothing against who can read the process."""
        with self._lock:
            self._cache.clear()
            self._incident = _Incident(b"", 0, 0)
            self._lookup = b""

    # Within

    def _unlocked(self, ring: Ring) -> _Incident:
        provider = self._providers(ring.provider)
        key = provider.unwrap(ring.incident_key, _incident_place(self._name, ring.revision))
        return _Incident(key, ring.revision, ring.generation)

    def _look(self) -> None:
        """Forgets what is not so any more."""
        now = self._epoch.now()
        if now != self._seen:
            with self._lock:
                # In this order: what keys.db says is at least as new as the epoch that it is remembered under.
                ring = self._ring.ring(self._name)
                if ring.revision != self._incident.revision:
                    self._incident = self._unlocked(ring)
                else:
                    self._incident = self._incident._replace(generation=ring.generation)
                self._cache.clear()
                self._lookup = b""
                self._seen = now

    def _fresh(self, work: Callable[[_Incident], T]) -> T:
        """`work` with the incident key; once more if that changed meanwhile."""
        while True:
            try:
                return work(self._incident)
            except Stale:
                with self._lock:
                    self._incident = self._unlocked(self.ring)

    def _wrap(self, now: _Incident, owner: str, key: bytes) -> bytes:
        return cobblestone.seal(now.key, self._place(owner, _wrapped_field(now.generation), now.revision), key)

    def _wrap_former(self, now: _Incident, owner: str, key: bytes) -> bytes:
        return cobblestone.seal(now.key, self._place(owner, _PREVIOUS, now.revision), key)

    def _again(self, old: _Incident, now: _Incident, owner: str, wrapped: Wrapped) -> Wrapped:
        """An owner's key under another incident key."""
        try:
            field = _wrapped_field(wrapped.generation)
            key = cobblestone.open_sealed(old.key, self._place(owner, field, wrapped.revision), wrapped.data)
            previous = wrapped.previous
            if previous is not None:
                former = cobblestone.open_sealed(old.key, self._place(owner, _PREVIOUS, wrapped.revision), previous)
                previous = self._wrap_former(now, owner, former)
        except KeyStoreError as error:
            raise KeyStoreError(error.code, owner, hint=_DAMAGED) from None
        data = cobblestone.seal(now.key, self._place(owner, field, now.revision), key)
        return Wrapped(now.revision, data, wrapped.generation, previous)

    def _unwrapped(self, now: _Incident, owner: str, wrapped: Wrapped) -> OwnerKeys:
        place = self._place(owner, _wrapped_field(wrapped.generation), wrapped.revision)
        keys = _taken_apart(cobblestone.open_sealed(now.key, place, wrapped.data))
        if wrapped.previous is None:
            return keys
        former = cobblestone.open_sealed(now.key, self._place(owner, _PREVIOUS, wrapped.revision), wrapped.previous)
        return keys._replace(former=former)

    def _openable(self, now: _Incident, owner: str, wrapped: Wrapped) -> OwnerKeys | None:
        try:
            return self._unwrapped(now, owner, wrapped)
        except KeyStoreError:
            return None

    def _load(self, owners: Iterable[str]) -> dict[str, OwnerKeys]:
        """Reads keys and remembers them; those that are damaged, or not there, are not in what it returns."""
        wanted = list(owners)
        while True:
            seen, now = self._seen, self._incident
            found = self._ring.load(wanted)
            if all(wrapped.revision == now.revision for wrapped in found.values()):
                break
            # Somebody has changed the incident key since; who changes keys.db otherwise is damage.
            with self._lock:
                self._incident = self._unlocked(self.ring)
            if self._incident.revision == now.revision:
                found = {owner: wrapped for owner, wrapped in found.items() if wrapped.revision == now.revision}
                break
        opened = ((owner, self._openable(now, owner, wrapped)) for owner, wrapped in found.items())
        keys = {owner: known for owner, known in opened if known is not None}
        self._remember(keys, seen)
        return keys

    def _keys(self, owner: str) -> OwnerKeys:
        if self._epoch.now() != self._seen:
            self._look()
        known = self._cache.get(owner) or self._load([owner]).get(owner)
        if known is None:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
        return known

    def _remember(self, keys: dict[str, OwnerKeys], seen: bytes) -> None:
        """`seen` is the epoch before the keys were read: if it has turned since, they may be old."""
        with self._lock:
            if seen != self._seen:
                return
            self._cache.update(keys)
            surplus = len(self._cache) - CACHED_KEYS
            for oldest in list(islice(self._cache, max(0, surplus))):
                del self._cache[oldest]


def provider_in_use(home: Path, incident: str) -> str:
    """The name of the provider that wrapped this workspace's incident key. Raises as `Keyring.ring` does."""
    return Keyring(home / keyring.NAME).ring(incident).provider


def _incident_place(incident: str, revision: int) -> bytes:
    return context(incident, _INCIDENT_KEY, _WRAPPED, revision)


def _wrapped_field(generation: int) -> str:
    """A key of an older generation does not pass for one of the newest."""
    return f"{_WRAPPED}-{generation}" if generation else _WRAPPED


def _taken_apart(key: bytes) -> OwnerKeys:
    return OwnerKeys(key[: cobblestone.KEY], key[cobblestone.KEY :])
