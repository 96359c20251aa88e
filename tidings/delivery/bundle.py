"""The letters to post that are ready, as one age-encrypted ZIP: what leaves the workspace leaves it encrypted.

Letters to hand over are not in it: they leave with a run sheet (handover/), so that it is known where each of them is.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tidings.delivery.letters import open_letter, ready_letters
from tidings.model import Channel
from tidings.officers import opened
from tidings.vault import encrypted_for, write_private
from tidings.workspace import Workspace

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""A ZIP must give each file a time; when a letter was pressed is nobody's business."""


def write_bundle(ws: Workspace, bundle: Path, recipient: str, reason: str) -> int:
    """Returns how many letters are in it. Files are named by attempt, in the folder `letter`. The ledger says first which
    officer took whose letters out. Raises OfficerError; ConfigError BAD_USE for a key that is no age public key.
    """
    encrypted_for(recipient, b"")  # a key that is none: said before the work is done
    ready = [(person, attempt) for person, attempt, channel in ready_letters(ws) if channel is Channel.LETTER]
    openable = ws.vault.openable(sorted({person for person, _attempt in ready}))
    opened(ws, "letters", reason, sorted(openable))
    plain = io.BytesIO()
    count = 0
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as archive:
        for person, attempt in ready:
            if person not in openable:
                continue
            archive.writestr(
                zipfile.ZipInfo(f"{Channel.LETTER.value}/{attempt}.pdf", FIRST_DAY), open_letter(ws, person, attempt)
            )
            count += 1
    write_private(bundle, encrypted_for(recipient, plain.getvalue()))
    return count
