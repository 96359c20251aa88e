"""Sealing and keys. Everything outside this folder imports from here."""

from tidings.vault.codes import notice_code, read_code
from tidings.vault.hardening import harden, private_folder, sync_folder, write_private
from tidings.vault.key_file import KeyFile
from tidings.vault.leaving import encrypted_for
from tidings.vault.provider import KeyProvider
from tidings.vault.sealed import Sealed
from tidings.vault.vault import NamedKey, Vault

__all__ = [
    "KeyFile",
    "KeyProvider",
    "NamedKey",
    "Sealed",
    "Vault",
    "encrypted_for",
    "harden",
    "notice_code",
    "private_folder",
    "read_code",
    "sync_folder",
    "write_private",
]
