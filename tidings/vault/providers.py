"""Which key providers there are, and how settings set them up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tidings.errors import KeyStoreError
from tidings.settings import Settings
from tidings.vault import aws_kms, key_file, passphrase, pkcs11
from tidings.vault.asking import Asking
from tidings.vault.aws_kms import AwsKms
from tidings.vault.key_file import KeyFile
from tidings.vault.passphrase import Passphrase
from tidings.vault.pkcs11 import Pkcs11
from tidings.vault.provider import KeyProvider, Providers

ASKED = "passphrase of this incident"


def _key_file(settings: Settings) -> KeyProvider:
    return KeyFile(settings.key_file or settings.home / key_file.NAME)


def _passphrase(settings: Settings) -> KeyProvider:
    ask = Asking(ASKED, settings.passphrase, settings.passphrase_file)
    return Passphrase(ask, Asking(f"new {ASKED}", settings.passphrase, settings.passphrase_file, again=True))


def _pkcs11(settings: Settings) -> KeyProvider:
    pin = Asking(f"PIN of the token {settings.pkcs11_token}", settings.pkcs11_pin, settings.pkcs11_pin_file)
    return Pkcs11(settings.pkcs11_module, settings.pkcs11_token, pin)


def _aws_kms(settings: Settings) -> KeyProvider:
    return AwsKms(settings.aws_kms_key, settings.aws_region, settings.aws_kms_endpoint)


MAKERS: dict[str, Callable[[Settings], KeyProvider]] = {
    key_file.KeyFile.name: _key_file,
    passphrase.NAME: _passphrase,
    pkcs11.NAME: _pkcs11,
    aws_kms.NAME: _aws_kms,
}
"""A line a provider."""


def make_provider(settings: Settings, name: str) -> KeyProvider:
    """Raises KeyStoreError UNKNOWN_PROVIDER. Nothing is reached or read yet."""
    if name not in MAKERS:
        raise KeyStoreError(KeyStoreError.Code.UNKNOWN_PROVIDER)
    return MAKERS[name](settings)


def providers(settings: Settings) -> Providers:
    return partial(make_provider, settings)


def next_provider(settings: Settings, name: str, in_use: str, new_passphrase: Path | None = None) -> KeyProvider:
    """The provider that a workspace is to move to. From one passphrase to another the stored one is not taken for the new."""
    if name != passphrase.NAME:
        return make_provider(settings, name)
    stored = in_use != passphrase.NAME
    ask_new = Asking(
        f"new {ASKED}",
        settings.passphrase if stored and new_passphrase is None else None,
        new_passphrase or (settings.passphrase_file if stored else None),
        again=True,
    )
    return Passphrase(Asking(ASKED, settings.passphrase, settings.passphrase_file), ask_new)
