"""The letters that are ready, as one age-encrypted ZIP: what leaves the workspace leaves it encrypted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tidings.delivery.letters import open_letter, ready_letters
from tidings.officers import opened
from tidings.vault import encrypted_for, write_private
from tidings.workspace import Workspace

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""A ZIP must give each file a time; when a letter was pressed is nobody's business."""


def write_bundle(ws: Workspace, bundle: Path, recipient: str, reason: str) -> int:
    """Returns how many letters are in it. Files are named by channel and attempt. The ledger says first which officer took
    whose letters out. Raises OfficerError; ConfigError BAD_USE for a key that is no age public key.
    """
    encrypted_for(recipient, b"")  # a key that is none: said before the work is done
    ready = list(ready_letters(ws))
    openable = ws.vault.openable(sorted({person for person, _attempt, _channel in ready}))
    opened(ws, "letters", reason, sorted(openable))
    plain = io.BytesIO()
    count = 0
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as archive:
        for person, attempt, channel in ready:
            if person not in openable:
                continue
            archive.writestr(zipfile.ZipInfo(f"{channel.value}/{attempt}.pdf", _FIRST_DAY), open_letter(ws, person, attempt))
            count += 1
    write_private(bundle, encrypted_for(recipient, plain.getvalue()))
    return count
