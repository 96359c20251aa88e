"""The list as an officer gives it: a file, or what comes on standard input, and what opens it if it is encrypted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tidings.model import Personal
from tidings.people.columns import Columns
from tidings.people.files import Identity, Table, open_list
from tidings.people.header_row import knows_header

STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True, repr=False)
class ListSource(Personal):
    """`file` is a path, or a binary stream that is read once (again and again if it can seek)."""

    file: Path | BinaryIO
    identities: tuple[Identity, ...] = ()

    @property
    def where(self) -> str:
        """What errors call it."""
        return str(self.file) if isinstance(self.file, Path) else STANDARD_INPUT

    def open(self, columns: Columns, also: Callable[[str], bool] = lambda _header: False) -> Table:
        """The list as rows. Its header is found by what `columns` and the built-in spellings know, and by `also`.

        Raises ListError: see `open_list`.
        """
        if not isinstance(self.file, Path) and self.file.seekable():
            self.file.seek(0)

        def knows(header: str) -> bool:
            return also(header) or knows_header(columns, header)

        return open_list(self.file, knows=knows, identities=self.identities, name=self.where)
