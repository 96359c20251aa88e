"""Proofs that one entry is in the log, for whoever has the entry and the log's key (C2SP tlog-proof).

A proof is text: its header, the entry's index, the inclusion proof, an empty line, and the signed checkpoint as it stands.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path

from tidings.errors import LedgerError
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.merkle import HASH_BYTES, inclusion_proof, leaf_hash, verify_inclusion
from tidings.ledger.note import Verifier, split_note, strict_base64
from tidings.ledger.tiles import Tiles, read_file

_HEADER = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_MAX_HASHES = 63


def prove(folder: Path, index: int) -> str:
    """The proof for the entry at `index`, from O(log size) tiles. No key is needed: the checkpoint is already signed.

    LedgerError NONE; NOT_INTEGRATED if the log is smaller; BAD_TILE, or BAD_ENTRY, where the tiles, or the entry, do not
    lead to the checkpoint's root. So a proof that is handed out holds, if its checkpoint's signature does.
    """
    data = read_file(folder, "checkpoint")
    if data is None:
        raise LedgerError(LedgerError.Code.NONE)
    head = Checkpoint.parse(split_note(data, "checkpoint")[0], "checkpoint")
    tiles = Tiles(folder, head.size)
    entry = tiles.entry(index)
    path = inclusion_proof(index, head.size, tiles.node)
    leaf = tiles.node(0, index)
    if not verify_inclusion(index, head.size, leaf, path, head.root):
        raise LedgerError(LedgerError.Code.BAD_TILE, f"entry {index}")
    if leaf_hash(entry) != leaf:
        raise LedgerError(LedgerError.Code.BAD_ENTRY, f"entry {index}")
    lines = [_HEADER, f"index {index}", *(base64.b64encode(sibling).decode() for sibling in path)]
    return "\n".join(lines) + "\n\n" + data.decode()


def verify_proof(text: str, entry: bytes, verifier: Verifier) -> int:
    """The index at which this log has `entry`.

    LedgerError BAD_PROOF if the text is no proof, or not one for this entry; BAD_CHECKPOINT or BAD_SIGNATURE as for notes.
    """
    bad = LedgerError(LedgerError.Code.BAD_PROOF)
    above, _, note = text.partition("\n\n")
    lines = above.split("\n")
    if lines.pop(0) != _HEADER:
        raise bad
    extra = lines.pop(0) if lines and lines[0].startswith("extra ") else "extra "  # allowed, not authenticated, not used
    if strict_base64(extra.removeprefix("extra ")) is None:
        raise bad
    match = _INDEX.fullmatch(lines.pop(0)) if lines else None
    path = [strict_base64(line) or b"" for line in lines]
    if match is None or len(path) > _MAX_HASHES or any(len(sibling) != HASH_BYTES for sibling in path):
        raise bad
    head = Checkpoint.open(note.encode("utf-8", "surrogatepass"), verifier, "checkpoint")
    if not verify_inclusion(int(match[1]), head.size, leaf_hash(entry), path, head.root):
        raise bad
    return int(match[1])
