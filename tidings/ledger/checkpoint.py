"""A tree's head as a log signs it (C2SP tlog-checkpoint): origin, size, root."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from tidings.errors import LedgerError
from tidings.ledger.merkle import HASH_BYTES
from tidings.ledger.note import Signer, Verifier, open_note, sign_note, strict_base64

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_MAX_SIZE = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a signed checkpoint says. Only one that came from `open` or from a `Log` was verified."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str, where: str = "") -> Self:
        """Reads the text of a note. LedgerError BAD_CHECKPOINT for anything that the spec does not allow."""
        bad = LedgerError(LedgerError.Code.BAD_CHECKPOINT, where)
        lines = text.split("\n")
        if lines.pop() != "" or len(lines) < 3 or not all(lines):
            raise bad
        origin, size, root64, *extensions = lines
        root = strict_base64(root64)
        if root is None or len(root) != HASH_BYTES or not _SIZE.fullmatch(size) or int(size) > _MAX_SIZE:
            raise bad
        return cls(origin, int(size), root, tuple(extensions))

    @classmethod
    def open(cls, data: bytes, verifier: Verifier | Sequence[Verifier], where: str = "") -> Self:
        """A checkpoint that this key, or one of these, signed. LedgerError BAD_CHECKPOINT or BAD_SIGNATURE."""
        return cls.parse(open_note(data, [verifier] if isinstance(verifier, Verifier) else verifier, where), where)

    @property
    def text(self) -> str:
        """What is signed. ValueError where a line is empty or holds a newline."""
        lines = [self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions]
        if self.size < 0 or len(self.root) != HASH_BYTES or not all(lines) or any("\n" in line for line in lines):
            raise ValueError("a checkpoint is lines that are not empty, a size and a root of 32 bytes")
        return "".join(line + "\n" for line in lines)

    def signed(self, *signers: Signer) -> bytes:
        return sign_note(self.text, signers)
