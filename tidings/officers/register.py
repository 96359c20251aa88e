"""officers.toml in the incident's folder: who works on it, with which key, in which roles.

Names are what the organisation calls a post (`night-desk`), not people's. An officer's id is a hash of their public key, so
that nobody can give an old id a new key.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import ConfigError
from tidings.incident import NAME as NAME_FORM
from tidings.model import Role
from tidings.officers.errors import OfficerError
from tidings.vault import write_private

FILE = "officers.toml"
_KEY_BYTES = 32
_HEADER = "# Who works on this incident. `tidings officers add` adds one; take a block out to withdraw a key.\n"


@dataclass(frozen=True, slots=True)
class Officer:
    """`key` is their Ed25519 public key (RFC 8032), 32 bytes."""

    name: str
    roles: frozenset[Role]
    key: bytes

    @property
    def id(self) -> str:
        return officer_id(self.key)


def officer_id(key: bytes) -> str:
    """26 characters of lower-case base32: the first 128 bits of a SHA-256 of the public key."""
    return base64.b32encode(hashlib.sha256(b"tidings.officer/v1" + key).digest()[:16]).decode().rstrip("=").lower()


def load_officers(folder: Path) -> dict[str, Officer]:
    """By id. None where there is no file yet. Raises ConfigError BAD_FILE."""
    file = folder / FILE
    return read_officers(file) if file.is_file() else {}


def read_officers(file: Path) -> dict[str, Officer]:
    """By id, those of any officers.toml. Raises ConfigError BAD_FILE, also where it cannot be read."""
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
        found = [_parsed(one) for one in body["officer"]]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, binascii.Error):
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    return {officer.id: officer for officer in found}


def add_officer(folder: Path, officer: Officer) -> None:
    """Writes an officer at the end of the file, which is made where it is not there.

    Raises OfficerError EXISTS if the name or the key is there already, ConfigError BAD_NAME for a name of another form.
    """
    if not NAME_FORM.fullmatch(officer.name):
        raise ConfigError(ConfigError.Code.BAD_NAME)
    known = load_officers(folder)
    if officer.id in known or any(one.name == officer.name for one in known.values()):
        raise OfficerError(OfficerError.Code.EXISTS)
    file = folder / FILE
    text = file.read_text(encoding="utf-8") if file.is_file() else _HEADER
    roles = ", ".join(f'"{role}"' for role in sorted(officer.roles))
    key = base64.b64encode(officer.key).decode()
    text += f'\n[[officer]]\nname = "{officer.name}"\nroles = [{roles}]\nkey = "{key}" # {officer.id}\n'
    write_private(file, text.encode())


def _parsed(body: dict[str, object]) -> Officer:
    key = base64.b64decode(str(body["key"]), validate=True)
    roles = body["roles"]
    if len(key) != _KEY_BYTES or not isinstance(roles, list) or not roles:
        raise ValueError
    return Officer(str(body["name"]), frozenset(map(Role, roles)), key)
