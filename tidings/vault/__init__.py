"""Sealing and keys. Everything outside this folder imports from here."""

from tidings.vault.asking import Asking
from tidings.vault.codes import ALPHABET, as_typed, notice_code, read_code
from tidings.vault.context import packed
from tidings.vault.folders import replaced_folder
from tidings.vault.hardening import harden, network_file_system, private_file, private_folder, sync_folder, write_private
from tidings.vault.key_file import KeyFile
from tidings.vault.keyring import NAME as KEYS
from tidings.vault.leaving import encrypted_for
from tidings.vault.provider import KeyProvider
from tidings.vault.providers import MAKERS, make_provider, next_provider, providers
from tidings.vault.sealed import Sealed
from tidings.vault.vault import NamedKey, Vault, provider_in_use

__all__ = [
    "ALPHABET",
    "KEYS",
    "MAKERS",
    "Asking",
    "KeyFile",
    "KeyProvider",
    "NamedKey",
    "Sealed",
    "Vault",
    "as_typed",
    "encrypted_for",
    "harden",
    "make_provider",
    "network_file_system",
    "next_provider",
    "notice_code",
    "packed",
    "private_file",
    "private_folder",
    "provider_in_use",
    "providers",
    "read_code",
    "replaced_folder",
    "sync_folder",
    "write_private",
]
