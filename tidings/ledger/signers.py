"""Who signs this incident's checkpoints: one key, or two while one takes over from the other.

The keys lie in keys.db, so changing the incident key leaves them as they are. What lies there is what signs: a key that was
added or destroyed by a run that was killed is noticed by the next integration, which writes the entry that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.incident import NAME
from tidings.ledger.note import Signer, Verifier
from tidings.store.entries import about_nobody
from tidings.vault import NamedKey, write_private
from tidings.workspace import Workspace

VKEY = "ledger.vkey"
"""The verifier keys of all who ever signed, one a line, the newest first."""


_OURS = "tidings/"


def origin(ws: Workspace) -> str:
    return f"{_OURS}{ws.incident.name}"


def incident_of_key(verifier: Verifier) -> str | None:
    """The incident whose ledger this key signs; none where it is not one of ours."""
    name = verifier.name.removeprefix(_OURS)
    return name if verifier.name.startswith(_OURS) and NAME.fullmatch(name) else None


def signers(ws: Workspace) -> tuple[Signer, ...]:
    """Whoever signs now, the newest first. KeyStoreError CANNOT_OPEN if there is no key."""
    numbers = sorted((_number(name) for name in ws.vault.named_keys(NamedKey.LEDGER)), reverse=True) or [1]
    return tuple(_signer(ws, number) for number in numbers)


def signer(ws: Workspace) -> Signer:
    """The newest of those who sign."""
    return signers(ws)[0]


def add_signer(ws: Workspace) -> Signer:
    """One more key, durable; from the next integration on it signs beside those that are there. Makes one each time."""
    numbers = [_number(name) for name in ws.vault.named_keys(NamedKey.LEDGER)]
    number = max(numbers, default=0) + 1
    ws.vault.new_named_key(_name(number))
    return _signer(ws, number)


def destroy_former(ws: Workspace) -> int:
    """Destroys every signing key but the newest. Returns how many. LedgerError ONE_KEY if there is only one."""
    former = sorted(ws.vault.named_keys(NamedKey.LEDGER), key=_number)[:-1]
    if not former:
        raise LedgerError(LedgerError.Code.ONE_KEY)
    for name in former:
        ws.vault.destroy_named(name)
    return len(former)


def settled(ws: Workspace, connection: Connection, signs: Sequence[Signer]) -> tuple[Signer, ...]:
    """Those of these who may sign, after the entries that say who was added and who is gone have been written.

    A key that was retired does not sign again, though an older copy of keys.db brought it back. The first key has no entry
    until a second one comes: it is the one that opened the ledger.
    """
    added = _recorded(connection, EntryKind.SIGNER_ADDED)
    retired = set(_recorded(connection, EntryKind.SIGNER_RETIRED))
    present = {_hex(one.verifier): one for one in signs if _hex(one.verifier) not in retired}
    recorder = ws.recorder(connection)
    if added or len(present) > 1:
        for key in reversed(present):
            if key not in added:
                recorder.add(EntryKind.SIGNER_ADDED, signer=key)
        for key in added:
            if key not in present and key not in retired:
                recorder.add(EntryKind.SIGNER_RETIRED, signer=key)
    recorder.flush()
    _write_vkeys(ws, [one.vkey for one in present.values()], added)
    return tuple(present.values())


def _write_vkeys(ws: Workspace, present: Iterable[str], added: Iterable[str]) -> None:
    file = ws.home / VKEY
    before = file.read_text(encoding="utf-8") if file.is_file() else ""
    known = [*before.split(), *(Verifier(origin(ws), bytes.fromhex(key)).vkey for key in reversed(list(added)))]
    now = "".join(f"{vkey}\n" for vkey in dict.fromkeys([*present, *known]))
    if now != before:
        write_private(file, now.encode())


def read_vkeys(text: str) -> list[Verifier]:
    """The verifier keys in a file, one a line. LedgerError BAD_VKEY if one is none, or if there are none."""
    found = [Verifier.from_vkey(line.strip()) for line in text.splitlines() if line.strip()]
    if not found:
        raise LedgerError(LedgerError.Code.BAD_VKEY)
    return found


def _recorded(connection: Connection, kind: EntryKind) -> list[str]:
    return [str(orjson.loads(body)["signer"]) for body in about_nobody(connection, kind)]


def _signer(ws: Workspace, number: int) -> Signer:
    return Signer(origin(ws), Ed25519PrivateKey.from_private_bytes(ws.vault.named_key(_name(number))))


def _name(number: int) -> str:
    return NamedKey.LEDGER if number == 1 else f"{NamedKey.LEDGER}.{number}"


def _number(name: str) -> int:
    """The first key is `ledger`, the second `ledger.2`."""
    return int(name.partition(".")[2] or 1)


def _hex(verifier: Verifier) -> str:
    return verifier.public.hex()
