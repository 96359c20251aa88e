"""Keys that are open in this process: read from keys.db when they are needed, forgotten when they change there.

    key provider → incident key → two keys a person or list, and the incident's named keys

The incident key is wrapped by the provider, every other key by the incident key, all as Cobblestone values whose context
names their owner, the incident key's revision and the generation of people's keys.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from tidings.errors import KeyStoreError
from tidings.model import Personal, Randomness
from tidings.vault import cobblestone, epoch, keyring
from tidings.vault.context import Places, context
from tidings.vault.epoch import Epoch
from tidings.vault.keyring import Keyring, Ring, Stale, Wrapped
from tidings.vault.provider import Providers

CACHED_KEYS = 4096
"""How many owners' keys are held in memory at most: several threads' batches of about 500."""

NAMED = "named/"
"""How the owner of a key begins that is the incident's own."""

INCIDENT_KEY = "incident-key"
WRAPPED = "wrapped-key"
PREVIOUS = "previous-key"

T = TypeVar("T")


class OwnerKeys(NamedTuple):
    """What keys.db holds of an owner: two independent keys, wrapped as one value. A named key has the first only.

    `former` is the sealing key of the generation before, while an owner's values are being sealed anew.
    """

    sealing: bytes
    deriving: bytes
    former: bytes = b""


class IncidentKey(NamedTuple):
    """The incident key that is in use, and what of keys.db it goes with."""

    key: bytes
    revision: int
    generation: int


class OpenKeys(Personal):
    """Threads may share one. Before each use of a key it looks whether others changed any (keys.lock), and forgets all if so."""

    __slots__ = (
        "_cache",
        "_epoch",
        "_incident",
        "_lock",
        "_lookup",
        "_name",
        "_place",
        "_providers",
        "_random",
        "_ring",
        "_seen",
    )

    def __init__(self, home: Path, incident: str, providers: Providers, random: Randomness) -> None:
        self._ring, self._name, self._providers, self._random = Keyring(home / keyring.NAME), incident, providers, random
        self._place = Places(incident)
        self._cache: dict[str, OwnerKeys] = {}
        self._lookup = b""
        self._lock = threading.RLock()
        ring = self._ring.ring(incident)
        self._epoch = Epoch(home / epoch.NAME)
        self._seen = self._epoch.now()
        self._incident = self._unlocked(ring)

    @property
    def ring(self) -> Ring:
        """What keys.db says of the incident key now: its revision, its provider, its generation."""
        return self._ring.ring(self._name)

    @property
    def keys(self) -> int:
        """How many keys there are: everybody's, the lists', and the incident's own."""
        return self._ring.count()

    def preload(self, owners: Sequence[str]) -> None:
        """Reads a batch's keys with one query, so that what follows does not ask keys.db person by person.

        Owners without a key, or with a damaged one, are passed over: sealing or opening for them fails by itself.
        """
        self._look()
        missing = [owner for owner in owners if owner not in self._cache]
        if missing:
            self._load(missing)

    def has_key(self, owner: str) -> bool:
        """Whether keys.db holds a key of this owner now."""
        return bool(self._ring.load([owner]))

    def has_named_key(self, name: str) -> bool:
        return self.has_key(NAMED + name)

    def named_keys(self, beginning: str) -> list[str]:
        """The names of the incident's own keys that begin so."""
        return [owner.removeprefix(NAMED) for owner in self._ring.beginning_with(NAMED + beginning)]

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

    def close(self) -> None:
        """Forgets every key. Python cannot wipe memory: this promises nothing against who can read the process."""
        with self._lock:
            self._cache.clear()
            self._incident = IncidentKey(b"", 0, 0)
            self._lookup = b""

    def _unlocked(self, ring: Ring) -> IncidentKey:
        provider = self._providers(ring.provider)
        key = provider.unwrap(ring.incident_key, incident_place(self._name, ring.revision))
        return IncidentKey(key, ring.revision, ring.generation)

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

    def _fresh(self, work: Callable[[IncidentKey], T]) -> T:
        """`work` with the incident key; once more if that changed meanwhile."""
        while True:
            try:
                return work(self._incident)
            except Stale:
                with self._lock:
                    self._incident = self._unlocked(self.ring)

    def _wrap(self, now: IncidentKey, owner: str, key: bytes) -> bytes:
        return cobblestone.seal(now.key, self._place(owner, wrapped_field(now.generation), now.revision), key)

    def _wrap_former(self, now: IncidentKey, owner: str, key: bytes) -> bytes:
        return cobblestone.seal(now.key, self._place(owner, PREVIOUS, now.revision), key)

    def _unwrapped(self, now: IncidentKey, owner: str, wrapped: Wrapped) -> OwnerKeys:
        place = self._place(owner, wrapped_field(wrapped.generation), wrapped.revision)
        keys = taken_apart(cobblestone.open_sealed(now.key, place, wrapped.data))
        if wrapped.previous is None:
            return keys
        former = cobblestone.open_sealed(now.key, self._place(owner, PREVIOUS, wrapped.revision), wrapped.previous)
        return keys._replace(former=former)

    def _openable(self, now: IncidentKey, owner: str, wrapped: Wrapped) -> OwnerKeys | None:
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


def incident_place(incident: str, revision: int) -> bytes:
    return context(incident, INCIDENT_KEY, WRAPPED, revision)


def wrapped_field(generation: int) -> str:
    """A key of an older generation does not pass for one of the newest."""
    return f"{WRAPPED}-{generation}" if generation else WRAPPED


def taken_apart(key: bytes) -> OwnerKeys:
    return OwnerKeys(key[: cobblestone.KEY], key[cobblestone.KEY :])
