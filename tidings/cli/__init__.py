"""The face: what a user types. Data go to stdout, talk to stderr. Nothing printed names a person."""

from __future__ import annotations

import sys

from tidings.cli import (  # noqa: F401 - importing them adds their commands
    approving,
    check,
    copies,
    coverage,
    demo,
    doctor,
    erasing,
    evidence,
    explaining,
    handover,
    holds,
    incidents,
    keys,
    ledger_keeping,
    ledger_reading,
    ledgers,
    lists,
    looking_up,
    officers,
    preview,
    rules,
    sending,
    servers,
    standing,
    statements,
    translations,
)
from tidings.cli.app import app, run
from tidings.vault import harden

__all__ = ["app", "main", "run"]


def main() -> None:
    """The entry point of `tidings`."""
    harden()
    sys.exit(run(sys.argv[1:]))
