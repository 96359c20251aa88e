"""A copy of a ledger's folder as it is at one moment, while others may be publishing."""

from __future__ import annotations

import shutil
from pathlib import Path

from tidings.ledger.disk import locked
from tidings.ledger.log import HEAD

LOCK = ".lock"


def copy_ledger(folder: Path, to: Path) -> None:
    """Copies everything, the checkpoint last; `to` must not exist. Publishing waits meanwhile."""
    with locked(folder):
        shutil.copytree(folder, to, ignore=lambda _folder, names: [name for name in names if name in (LOCK, ".new", HEAD)])
        if (folder / HEAD).is_file():
            shutil.copy2(folder / HEAD, to / HEAD)
