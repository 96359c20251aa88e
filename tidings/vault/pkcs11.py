"""The PKCS#11 provider: the provider's key is an AES-256 key inside an HSM (or a smart card, or SoftHSM), and never leaves it.

What it wraps is `tidings-pkcs11-1 ‖ id (16) ‖ nonce (12) ‖ AES-GCM`, with the place as associated data; the id is the key's
CKA_ID, so that of several keys the right one is asked. Needs the extra `pkcs11` (python-pkcs11) and the HSM maker's module.
"""

from __future__ import annotations

import importlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tidings.errors import KeyStoreError
from tidings.model import Randomness
from tidings.vault import cobblestone
from tidings.vault.passphrase import Ask

NAME = "pkcs11"
LABEL = "tidings"
"""CKA_LABEL of the keys that we make, for whoever looks at the token."""

_FORMAT = b"tidings-pkcs11-1"
_ID, _NONCE, _TAG = 16, 12, 16
_LENGTH = len(_FORMAT) + _ID + _NONCE + cobblestone.KEY + _TAG
_BITS = 256
_lock = threading.Lock()
"""One at a time: a login is the process's, not the session's."""


class Pkcs11:
    """`module` is the maker's shared library, `token` the label of the token, `pin` gives the user's PIN."""

    name = NAME

    def __init__(self, module: Path | None, token: str, pin: Ask) -> None:
        self._module, self._token, self._pin = module, token, pin
        self._id = b""
        """Of the key under which this object wraps: the one in use, or the newest that it made."""

    def __repr__(self) -> str:
        return f"Pkcs11({str(self._module)!r}, {self._token!r})"

    def prepare(self, random: Randomness) -> None:
        self.renew(random)

    def renew(self, random: Randomness) -> None:
        """Makes a key that can neither be read nor wrapped out. One that a kill leaves unused does no harm."""
        made = random(_ID)
        with self._session(write=True) as (pkcs11, session):
            wanted = {
                pkcs11.Attribute.SENSITIVE: True,
                pkcs11.Attribute.EXTRACTABLE: False,
                pkcs11.Attribute.PRIVATE: True,
                pkcs11.Attribute.WRAP: False,
                pkcs11.Attribute.UNWRAP: False,
            }
            session.generate_key(
                pkcs11.KeyType.AES,
                _BITS,
                id=made,
                label=LABEL,
                store=True,
                capabilities=pkcs11.MechanismFlag.ENCRYPT | pkcs11.MechanismFlag.DECRYPT,
                template=wanted,
            )
        self._id = made

    def settle(self, wrapped: bytes, context: bytes) -> None:
        """The former key stays in the token: older copies of keys.db need it. docs/operations.md says when to destroy it."""

    def wrap(self, key: bytes, context: bytes) -> bytes:
        nonce = os.urandom(_NONCE)
        with self._session() as (pkcs11, session):
            held = self._key(pkcs11, session, self._id)
            sealed = held.encrypt(key, **_gcm(pkcs11, nonce, context))
        return _FORMAT + self._id + nonce + bytes(sealed)

    def unwrap(self, wrapped: bytes, context: bytes) -> bytes:
        if len(wrapped) != _LENGTH or not wrapped.startswith(_FORMAT):
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)
        rest = wrapped[len(_FORMAT) :]
        name, nonce, sealed = rest[:_ID], rest[_ID : _ID + _NONCE], rest[_ID + _NONCE :]
        with self._session() as (pkcs11, session):
            held = self._key(pkcs11, session, name)
            try:
                key = bytes(held.decrypt(sealed, **_gcm(pkcs11, nonce, context)))
            except (
                pkcs11.exceptions.EncryptedDataInvalid,
                pkcs11.exceptions.EncryptedDataLenRange,
                pkcs11.exceptions.GeneralError,  # SoftHSM's word for a tag that does not fit
                pkcs11.exceptions.FunctionFailed,
            ):
                raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN) from None
        self._id = self._id or name
        return key

    def check(self) -> None:
        with self._session():
            pass

    def destroy(self, wrapped: bytes) -> bool:
        name = wrapped[len(_FORMAT) :][:_ID]
        with self._session(write=True) as (pkcs11, session):
            for held in session.get_objects(_search(pkcs11, name)):
                held.destroy()
        return True

    def _key(self, pkcs11: Any, session: Any, name: bytes) -> Any:
        found = list(session.get_objects(_search(pkcs11, name)))
        if not name or not found:
            raise KeyStoreError(KeyStoreError.Code.NO_KEY, self._token, hint=_NO_SUCH_KEY)
        return found[0]

    @contextmanager
    def _session(self, *, write: bool = False) -> Iterator[tuple[Any, Any]]:
        """Raises KeyStoreError PROVIDER_AWAY; only a fixed word says why, since a library's text may hold anything."""
        try:
            pkcs11 = importlib.import_module("pkcs11")
        except ImportError:
            raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, 'pip install "tidings[pkcs11]"') from None
        if self._module is None or not self._token:
            missing = "TIDINGS_PKCS11_MODULE" if self._module is None else "TIDINGS_PKCS11_TOKEN"
            raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, missing)
        if not self._module.is_file():
            raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, str(self._module))
        pin = self._pin().decode()
        with _lock:
            failed = ""
            try:
                token = pkcs11.lib(str(self._module)).get_token(token_label=self._token)
                with token.open(user_pin=pin, rw=write) as session:
                    yield pkcs11, session
            except (pkcs11.exceptions.PinIncorrect, pkcs11.exceptions.PinInvalid, pkcs11.exceptions.PinLenRange):
                failed = "PIN"  # another PIN opens nothing, like another passphrase
            except (pkcs11.exceptions.PKCS11Error, RuntimeError, OSError) as error:
                raise KeyStoreError(KeyStoreError.Code.PROVIDER_AWAY, f"{self._token}: {type(error).__name__}") from None
        if failed:
            raise KeyStoreError(KeyStoreError.Code.CANNOT_OPEN)


_NO_SUCH_KEY = "the token does not hold the key that wrapped this incident's: another token, or somebody destroyed it"


def _search(pkcs11: Any, name: bytes) -> dict[Any, Any]:
    return {
        pkcs11.Attribute.CLASS: pkcs11.ObjectClass.SECRET_KEY,
        pkcs11.Attribute.KEY_TYPE: pkcs11.KeyType.AES,
        pkcs11.Attribute.ID: name,
    }


def _gcm(pkcs11: Any, nonce: bytes, context: bytes) -> dict[str, Any]:
    parameters = pkcs11.GCMParams(nonce, context, _TAG * 8)
    return {"mechanism": pkcs11.Mechanism.AES_GCM, "mechanism_param": parameters}
