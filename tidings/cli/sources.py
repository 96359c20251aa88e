"""The list that a command is given: a path, or `-` for standard input; and what opens it if it is an age file."""

from __future__ import annotations

import getpass
import io
import sys
from contextlib import closing
from pathlib import Path

from tidings.cli.app import STANDARD_INPUT
from tidings.errors import ListError
from tidings.people.columns import Columns
from tidings.people.files import Passphrase, read_identities
from tidings.people.source import ListSource


def source_of(file: Path, identity: Path | None, columns: Columns, *, read_twice: bool = False) -> ListSource:
    """The list as it can be read. Asks for a passphrase at a terminal where the list wants one and no identity was given.

    `read_twice`: standard input is held in memory, so that it can be read again.
    """
    identities = () if identity is None else read_identities(identity)
    if str(file) == STANDARD_INPUT:
        stream = io.BytesIO(sys.stdin.buffer.read()) if read_twice else sys.stdin.buffer
        return ListSource(stream, identities)
    source = ListSource(file, identities)
    if identity is None and sys.stdin.isatty() and _is_locked(source, columns):
        source = ListSource(file, (Passphrase(getpass.getpass(f"Passphrase of {file}: ")),))
    return source


def _is_locked(source: ListSource, columns: Columns) -> bool:
    try:
        with closing(source.open(columns)):
            return False
    except ListError as error:
        return error.code is ListError.Code.ENCRYPTED
