"""The incident key changed, and the ledger told of it."""

from __future__ import annotations

import orjson

from tidings.entry import EntryKind
from tidings.model import Counts
from tidings.store.entries import about_nobody
from tidings.vault import KeyProvider
from tidings.workspace import Workspace


def rotate(ws: Workspace, to: KeyProvider | None = None) -> Counts:
    """A new incident key, wrapped by the same provider or by `to`. Returns {revision, keys}. Safe to run twice and to kill.

    With `to` the provider first makes a key of its own. Raises KeyStoreError, and then nothing has changed.
    """
    if to is not None:
        to.renew(ws.random)
    ws.vault.rotate(to)
    note_rotation(ws)
    return Counts(revision=ws.vault.ring.revision, keys=ws.vault.keys)


def note_rotation(ws: Workspace) -> None:
    """Writes the entry of the newest rotation, unless it is there: whoever rotated may have been killed before."""
    ring = ws.vault.ring
    with ws.store.writing() as connection:
        noted = about_nobody(connection, EntryKind.KEY_ROTATED)
        last = max((int(orjson.loads(body)["revision"]) for body in noted), default=1)
        if ring.revision > last:
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.KEY_ROTATED, provider=ring.provider, revision=ring.revision)
            recorder.flush()
