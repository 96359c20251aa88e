"""The gallery's folder: it takes the place only of a gallery that was made here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.vault import replaced_folder

MARK = ".tidings-preview"
"""Lists every file of the folder: only a folder that holds these files and no others may be replaced."""


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """As `replaced_folder`. Raises ConfigError BAD_USE where `out` is something that was not made here, or holds a file that
    was not.
    """
    with replaced_folder(out, _is_ours) as draft:
        yield draft
        (draft / MARK).write_text("".join(f"{file}\n" for file in _files(draft)), encoding="utf-8")


def _is_ours(out: Path) -> bool:
    mark = out / MARK
    ours = {MARK, *mark.read_text(encoding="utf-8").splitlines()} if mark.is_file() else set()
    return out.is_dir() and set(_files(out)) <= ours


def _files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir())
