"""A folder that is there whole or not at all, and takes the place only of one that was made here."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.errors import ConfigError

MARK = ".tidings-preview"
"""Lists every file of the folder: only a folder that holds these files and no others may be replaced."""


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """An empty folder beside `out` to write into, which becomes `out` at the end. On any error all stays as it was.

    Raises ConfigError BAD_USE where `out` is something that was not made here, or holds a file that was not.
    """
    out = out.resolve()
    _refuse_strangers(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        draft, old = beside / "new", beside / "old"
        draft.mkdir()
        yield draft
        (draft / MARK).write_text("".join(f"{file}\n" for file in _files(draft)), encoding="utf-8")
        _refuse_strangers(out)  # somebody may have put something there meanwhile
        if out.exists():
            out.rename(old)
        try:
            draft.rename(out)
        except OSError:
            if old.exists():
                old.rename(out)
            raise
    finally:
        shutil.rmtree(beside)


def _refuse_strangers(out: Path) -> None:
    if not out.exists():
        return
    mark = out / MARK
    ours = {MARK, *mark.read_text(encoding="utf-8").splitlines()} if mark.is_file() else set()
    if not out.is_dir() or not set(_files(out)) <= ours:
        hint = "it holds what this command did not write: name another folder, or take that away yourself"
        raise ConfigError(ConfigError.Code.BAD_USE, str(out), hint=hint)


def _files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir())
