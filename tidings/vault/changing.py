"""Keys made, changed and destroyed, while others have them open: each change says so, and waits for who must not be cut off."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Sequence
from functools import partial

from tidings.errors import KeyStoreError
from tidings.vault import cobblestone
from tidings.vault.keyring import Stale, Wrapped
from tidings.vault.open_keys import NAMED, PREVIOUS, IncidentKey, OpenKeys, incident_place, taken_apart, wrapped_field
from tidings.vault.provider import KeyProvider

_DAMAGED = "this key is damaged, so nothing was changed; put keys.db back from a copy, or erase that person"


class ChangingKeys(OpenKeys):
    """What can be done to keys while they are in use."""

    __slots__ = ()

    def new_keys(self, owners: Sequence[str]) -> None:
        """Makes a key for each owner, in one transaction; durable when it returns. An owner who has a key keeps it."""
        if any(owner.startswith(NAMED) for owner in owners):
            raise ValueError("this owner is a named key of the incident")
        self._make(owners, 2 * cobblestone.KEY)

    def new_named_key(self, name: str) -> None:
        """Makes one more key of the incident itself; durable when it returns. Where there is one of this name it stays."""
        self._make([NAMED + name], cobblestone.KEY)

    def _make(self, owners: Sequence[str], size: int) -> None:
        self._look()
        fresh = dict.fromkeys(owners)
        drawn = self._random(size * len(fresh))
        keys = {owner: drawn[at * size : (at + 1) * size] for at, owner in enumerate(fresh)}
        # Whoever has a key already, or gets one from another process meanwhile, keeps that.
        added = self._fresh(
            lambda now: self._ring.add(
                now.revision, {owner: self._wrap(now, owner, key) for owner, key in keys.items()}, now.generation
            )
        )
        self._remember({owner: taken_apart(keys[owner]) for owner in added}, self._seen)

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

    def destroy_named(self, name: str) -> None:
        """As `destroy_all`, for a key of the incident itself."""
        self.destroy_all([NAMED + name])

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
            former.settle(ring.incident_key, incident_place(self._name, ring.revision))  # one that was killed before
            provider = to or former
            # By the same object that wraps afterwards: an HSM's learns here which key is in use.
            old_key = former.unwrap(ring.incident_key, incident_place(self._name, ring.revision))
            old, key = IncidentKey(old_key, ring.revision, ring.generation), self._random(cobblestone.KEY)
            now = IncidentKey(key, ring.revision + 1, ring.generation)
            place = incident_place(self._name, now.revision)
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

            def replace(now: IncidentKey) -> None:
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

    def _again(self, old: IncidentKey, now: IncidentKey, owner: str, wrapped: Wrapped) -> Wrapped:
        """An owner's key under another incident key."""
        try:
            field = wrapped_field(wrapped.generation)
            key = cobblestone.open_sealed(old.key, self._place(owner, field, wrapped.revision), wrapped.data)
            previous = wrapped.previous
            if previous is not None:
                former = cobblestone.open_sealed(old.key, self._place(owner, PREVIOUS, wrapped.revision), previous)
                previous = self._wrap_former(now, owner, former)
        except KeyStoreError as error:
            raise KeyStoreError(error.code, owner, hint=_DAMAGED) from None
        data = cobblestone.seal(now.key, self._place(owner, field, now.revision), key)
        return Wrapped(now.revision, data, wrapped.generation, previous)
