"""The face: what a user types. Data go to stdout, talk to stderr. Nothing printed names a person."""

# ruff: noqa: F401 - importing the commands' files adds their commands

from __future__ import annotations

import sys

from tidings.cli import (
    copies,
    demo,
    doctor,
    erasing,
    handover,
    incidents,
    keys,
    ledgers,
    lists,
    officers,
    sending,
    servers,
    standing,
)
from tidings.cli.app import app, run
from tidings.vault import harden

__all__ = ["app", "main", "run"]


def main() -> None:
    """The entry point of `tidings`."""
    harden()
    sys.exit(run(sys.argv[1:]))
