"""Each task opens the workspace that its process's settings name, and closes it: it may run on any machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tidings.vault import harden
from tidings.workspace import Workspace, open_workspace


@contextmanager
def the_workspace() -> Iterator[Workspace]:
    harden()
    with open_workspace() as ws:
        yield ws
