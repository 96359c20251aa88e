"""A signed folder that is there whole or not at all, and takes the place only of one that was made here and not touched since."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.entry import hour
from tidings.ledger import Checkpoint
from tidings.ledger.disk import make_folders, sync
from tidings.ledger.note import sign_note
from tidings.ledger.signers import signers
from tidings.vault import replaced_folder
from tidings.workspace import Workspace

MANIFEST = "SHA256SUMS"
"""A signed note: what the folder is, then a line for each file as `sha256sum` writes it. docs/auditors.md has its form."""


@contextmanager
def signed_folder(ws: Workspace, out: Path, kind: str, checkpoint: Checkpoint) -> Iterator[Callable[[str, bytes], None]]:
    """Yields what writes a file of the folder by its name. At the end all of them are signed, and the folder becomes `out`.

    As `replaced_folder`, and durable. Signed by whoever signs the ledger's checkpoints. Raises ConfigError BAD_USE where `out`
    is something else, or was changed.
    """
    make_folders(out.resolve().parent)
    with replaced_folder(out, _is_ours) as draft:
        draft.chmod(0o700)

        def write(name: str, data: bytes) -> None:
            file = draft / name
            make_folders(file.parent)
            file.write_bytes(data)
            file.chmod(0o600)

        yield write
        write(MANIFEST, _manifest(ws, draft, kind, checkpoint))
        for path in [*draft.rglob("*"), draft]:
            sync(path)
    sync(out.resolve().parent)


def _manifest(ws: Workspace, folder: Path, kind: str, checkpoint: Checkpoint) -> bytes:
    root = base64.b64encode(checkpoint.root).decode()
    lines = [kind, f"incident {ws.incident.name}", f"made {hour(ws.utc())}"]
    lines += [f"ledger {checkpoint.size} {root}", *(f"{digest}  {name}" for name, digest in _digests(folder).items())]
    return sign_note("".join(f"{line}\n" for line in lines), signers(ws))


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if not file.is_dir() and file != folder / MANIFEST)
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _is_ours(out: Path) -> bool:
    """Whoever has put a file there, or written into one, keeps it."""
    manifest = out / MANIFEST
    text = manifest.read_text(encoding="utf-8", errors="replace") if manifest.is_file() else ""
    listed = dict(line.split("  ", 1)[::-1] for line in text.splitlines() if "  " in line)
    return text.startswith("tidings.") and _digests(out) == listed
