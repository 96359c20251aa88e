"""A folder that is there whole or not at all, and takes the place only of one that was made here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tidings.errors import ConfigError


@contextmanager
def replaced_folder(out: Path, ours: Callable[[Path], bool]) -> Iterator[Path]:
    """An empty folder to write into, which becomes `out` at the end. On any error all stays as it was.

    `ours` says of what is at `out` whether it may be replaced. The draft lies beside `out`: a run that was killed leaves one
    there, which the next takes away. Between two renames there may be no `out`, but its former self beside it; the next run mends
    that too. Raises ConfigError BAD_USE where `out` may not be replaced.
    """
    out = out.resolve()
    draft, former = (out.with_name(f".{out.name}.{word}") for word in ("tidings-new", "tidings-former"))
    _refuse_strangers(out, ours)
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        yield draft
        _refuse_strangers(out, ours)  # somebody may have put something there meanwhile
        shutil.rmtree(former, ignore_errors=True)
        if out.exists():
            out.rename(former)
        try:
            draft.rename(out)
        except OSError:
            if former.exists():
                former.rename(out)
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    shutil.rmtree(former, ignore_errors=True)


def _refuse_strangers(out: Path, ours: Callable[[Path], bool]) -> None:
    if out.exists() and not ours(out):
        hint = "it holds what this command did not write: name another folder, or take that away yourself"
        raise ConfigError(ConfigError.Code.BAD_USE, str(out), hint=hint)
