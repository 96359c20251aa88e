"""The vault: what everything else uses to seal, open, find again and erase.

    key provider → incident key → two keys a person or list, and the incident's named keys
                                   ├─ one seals
                                   └─ one derives: HKDF → a key a purpose

Opening has one opaque failure, KeyStoreError CANNOT_OPEN, also for an owner whose key was destroyed. Which keys are open is
open_keys.py's, how they change changing.py's.
"""

from __future__ import annotations

import hmac
import os
from enum import StrEnum
from pathlib import Path
from typing import Self

from tidings.errors import KeyStoreError
from tidings.model import Randomness
from tidings.vault import cobblestone, keyring
from tidings.vault.changing import ChangingKeys
from tidings.vault.context import context, packed
from tidings.vault.hardening import private_folder
from tidings.vault.keyring import Keyring, Wrapped
from tidings.vault.open_keys import NAMED, WRAPPED, incident_place
from tidings.vault.provider import KeyProvider, Providers
from tidings.vault.sealed import Sealed

_DERIVED_AT_ONCE = 64
"""Bytes that one block of HKDF-Expand SHA-512 gives: more than any purpose of ours wants."""


class NamedKey(StrEnum):
    """A key of the incident itself, made with the vault."""

    LEDGER = "ledger"  # the Ed25519 seed of the ledger's signatures
    LOOKUP = "lookup"  # for finding again: see Vault.mark


class Vault(ChangingKeys):
    """An open vault. Threads may share one; it is not pickled, so other processes open their own."""

    __slots__ = ("_marks", "_purposes")

    def __init__(self, home: Path, incident: str, providers: Providers, random: Randomness) -> None:
        super().__init__(home, incident, providers, random)
        self._marks: dict[str, bytes] = {}
        self._purposes: dict[tuple[str, int], bytes] = {}

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
            return Wrapped(1, provider.wrap(key, incident_place(incident, 1)))

        def named(wrapped: Wrapped) -> dict[str, bytes]:
            names = [NAMED + name for name in NamedKey]
            places = {name: context(incident, name, WRAPPED, wrapped.revision) for name in names}
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
        # Held here: another thread that sees keys change forgets it, and an empty key would mark as well, but wrongly.
        lookup = self._lookup or self._lookup_key()
        beginning = self._marks.get(purpose)
        if beginning is None:
            beginning = self._marks[purpose] = packed(b"tidings.mark/v1", purpose.encode())
        # A lone surrogate from a damaged list must not raise: that exception would hold the value.
        body = value.encode("utf-8", "surrogatepass")
        return hmac.digest(lookup, beginning + len(body).to_bytes(4) + body, "sha256")

    def named_key(self, name: str) -> bytes:
        """32 bytes that belong to the incident itself: see NamedKey."""
        return self._keys(NAMED + name).sealing

    def _lookup_key(self) -> bytes:
        try:
            self._lookup = key = self.named_key(NamedKey.LOOKUP)
        except KeyStoreError as error:
            if error.code is KeyStoreError.Code.CANNOT_OPEN and not self.has_named_key(NamedKey.LOOKUP):
                raise KeyStoreError(KeyStoreError.Code.CLOSED) from None
            raise
        return key


def provider_in_use(home: Path, incident: str) -> str:
    """The name of the provider that wrapped this workspace's incident key. Raises as `Keyring.ring` does."""
    return Keyring(home / keyring.NAME).ring(incident).provider
