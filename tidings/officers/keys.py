"""An officer's own key: an Ed25519 seed in an age file (https://age-encryption.org/v1), under a passphrase or their age key.

The file is theirs, not the workspace's: it belongs on their own stick or in their own home.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Callable
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.errors import ConfigError
from tidings.model import Randomness
from tidings.officers.errors import OfficerError
from tidings.settings import Settings
from tidings.vault import Asking, private_file, write_private

_FORMAT = b"tidings-officer-1"
_SEED = 32
_LONGEST = 16_384
ASKED = "passphrase of your officer key"


def make_key(file: Path, *, recipient: str = "", passphrase: Callable[[], bytes], random: Randomness = os.urandom) -> bytes:
    """Writes a new key file (mode 0600) and returns its public key. With `recipient` (age1…) it opens with that identity,
    else with the passphrase.

    Raises OfficerError EXISTS, KeyStoreError NO_PASSPHRASE, ConfigError BAD_USE for what is no age recipient.
    """
    if file.exists():
        raise OfficerError(OfficerError.Code.EXISTS, str(file))
    seed = random(_SEED)
    plain = _FORMAT + b" " + base64.b64encode(seed) + b"\n"
    if recipient:
        try:
            to = pyrage.x25519.Recipient.from_str(recipient)
        except pyrage.RecipientError:
            raise ConfigError(ConfigError.Code.BAD_USE, "--recipient", hint="it is an age public key: age1…") from None
        sealed = pyrage.encrypt(plain, [to])
    else:
        sealed = pyrage.passphrase.encrypt(plain, passphrase().decode())
    write_private(file, sealed)
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def open_key(settings: Settings) -> Ed25519PrivateKey:
    """The key that TIDINGS_OFFICER_KEY names. Raises OfficerError NO_KEY or CANNOT_OPEN, KeyStoreError NO_PASSPHRASE or
    OPEN_TO_OTHERS.
    """
    if settings.officer_key is None:
        raise OfficerError(OfficerError.Code.NO_KEY)
    sealed = _read(settings.officer_key)
    # pyrage has one exception class a kind of failure, and their texts say more than we do.
    try:
        if settings.officer_identity is not None:
            identity = pyrage.x25519.Identity.from_str(_identity(_read(settings.officer_identity)))
            plain = pyrage.decrypt(sealed, [identity])
        else:
            ask = Asking(ASKED, settings.officer_passphrase, settings.officer_passphrase_file)
            plain = pyrage.passphrase.decrypt(sealed, ask().decode())
        return Ed25519PrivateKey.from_private_bytes(_seed(plain))
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError, UnicodeDecodeError, binascii.Error):
        raise OfficerError(OfficerError.Code.CANNOT_OPEN, str(settings.officer_key)) from None


def _read(file: Path) -> bytes:
    try:
        return private_file(file, _LONGEST)
    except OSError:
        raise OfficerError(OfficerError.Code.NO_KEY, str(file)) from None


def _identity(data: bytes) -> str:
    """The identity of a file as `age-keygen` writes it: comments, and one line."""
    return next(line for line in [*data.decode().splitlines(), ""] if not line.startswith("#")).strip()


def _seed(plain: bytes) -> bytes:
    name, _, body = plain.strip().partition(b" ")
    if name != _FORMAT:
        raise ValueError
    return base64.b64decode(body, validate=True)
