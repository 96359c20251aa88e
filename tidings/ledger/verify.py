"""Verifies a whole log in a folder: any C2SP tlog-tiles log, with nothing but its key.

Everything is recomputed from the entry bundles. Memory stays flat: one bundle, and the right edge of the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tidings.errors import LedgerError
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.edge import Edge
from tidings.ledger.merkle import HASH_BYTES, inclusion_proof, leaf_hashes, verify_inclusion
from tidings.ledger.note import Verifier
from tidings.ledger.tiles import WIDTH, Tiles, bad_entry, bundle_path, encode_bundle, read_file, tile_path

HEAD = "checkpoint"
KEPT = "checkpoints"
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Verified:
    """A log that is whole, and what was looked at."""

    origin: str
    size: int
    root: bytes
    checkpoints_checked: int
    """How many signed heads are beginnings of this tree: the newest, those kept in the folder, and those given as older."""
    entries: int
    """How many entries were read and hashed: as many as `size` says."""


@dataclass(frozen=True, slots=True)
class _Claim:
    """A checkpoint that must be a beginning of the tree, and where it stands."""

    checkpoint: Checkpoint
    where: str


def verify(
    folder: Path,
    verifier: Verifier,
    older: Sequence[Checkpoint | bytes] = (),
    progress: Progress | None = None,
) -> Verified:
    """Recomputes every tile and the root, and checks every checkpoint kept in the folder and every one given as `older`.

    `older` are checkpoints that somebody saved before: only they can show that a whole folder was put back to an earlier
    state. Bytes are signed notes and are verified; a Checkpoint is trusted. `progress` gets (entries done, entries).

    LedgerError, with the file and the entry in `where`: NONE, BAD_CHECKPOINT, BAD_SIGNATURE, BAD_ENTRY, BAD_TILE, BAD_ROOT,
    or INCONSISTENT for a checkpoint that is no beginning of this tree.
    """
    kept = _kept(folder, verifier)  # before the newest: a log that grows meanwhile then never looks rolled back
    data = read_file(folder, HEAD)
    if data is None:
        raise LedgerError(LedgerError.Code.NONE)
    head = Checkpoint.open(data, verifier, HEAD)
    claims = kept + _given(older, verifier)
    for claim in claims:
        if claim.checkpoint.origin != head.origin or claim.checkpoint.size > head.size:
            raise LedgerError(LedgerError.Code.INCONSISTENT, claim.where)
    walk = _Walk(folder, head, [claim.checkpoint.size for claim in kept], {claim.checkpoint.size for claim in claims})
    for done in walk.bundles():
        if progress:
            progress(done, head.size)
    if walk.edge.root() != head.root:
        raise LedgerError(LedgerError.Code.BAD_ROOT, HEAD)
    for claim in sorted(claims, key=lambda claim: claim.checkpoint.size):
        if walk.roots[claim.checkpoint.size] != claim.checkpoint.root:
            raise LedgerError(LedgerError.Code.INCONSISTENT, claim.where)
    return Verified(head.origin, head.size, head.root, 1 + len(claims), walk.edge.size)


def _kept(folder: Path, verifier: Verifier) -> list[_Claim]:
    """What lies under `checkpoints/`, which the spec does not know and another log may not have."""
    claims = []
    kept = folder / KEPT
    for name in sorted(entry.name for entry in kept.iterdir()) if kept.is_dir() else []:
        where = f"{KEPT}/{name}"
        found = Checkpoint.open(read_file(folder, where) or b"", verifier, where)
        if name != str(found.size):
            raise LedgerError(LedgerError.Code.BAD_CHECKPOINT, where)
        claims.append(_Claim(found, where))
    return claims


def _given(older: Sequence[Checkpoint | bytes], verifier: Verifier) -> list[_Claim]:
    claims = []
    for number, found in enumerate(older, 1):
        where = f"older checkpoint {number}"
        claims.append(_Claim(found if isinstance(found, Checkpoint) else Checkpoint.open(found, verifier, where), where))
    return claims


class _Walk:
    """One pass over the log from left to right."""

    def __init__(self, folder: Path, head: Checkpoint, kept: list[int], wanted: set[int]) -> None:
        self.edge = Edge()
        self.roots: dict[int, bytes] = {}
        """The root of the tree at each size that was asked for."""
        self._tiles, self._head = Tiles(folder, head.size), head
        self._wanted: dict[int, list[int]] = {}
        for size in wanted:
            self._wanted.setdefault(max(0, size - 1) // WIDTH, []).append(size)
        self._older = _older_partials(kept, head.size)

    def bundles(self) -> Iterator[int]:
        """Checks bundle after bundle and the tiles above; yields how many entries are done."""
        if not self._head.size:
            self.roots[0] = self.edge.root()
        for number in range(-(-self._head.size // WIDTH)):
            leaves = self._bundle(number)
            for size in self._wanted.get(number, ()):
                self.roots[size] = self.edge.root(leaves[: size - number * WIDTH]) if size else Edge().root()
            for level, index, hashes in self.edge.extend(leaves):
                if level:  # level 0 was compared with its bundle
                    self._compare(level, index, hashes)
            yield self.edge.size
        for level, index, hashes in self.edge.partials():
            if level:
                self._compare(level, index, hashes)

    def _bundle(self, number: int) -> list[bytes]:
        """A bundle's leaf hashes, which are those of its tile. Otherwise the root decides which of the two is wrong."""
        entries, name = self._tiles.bundle(number)
        leaves = leaf_hashes(entries)
        hashes, tile = self._tiles.tile(0, number)
        joined = b"".join(leaves)
        if joined != hashes:
            wrong = _first_difference(joined, hashes)
            index = number * WIDTH + wrong
            if len(entries) * HASH_BYTES != len(hashes) or self._in_tree(index, hashes[wrong * HASH_BYTES :][:HASH_BYTES]):
                raise bad_entry(name, index)
            raise LedgerError(LedgerError.Code.BAD_TILE, f"{tile}, hash {wrong}")
        self._compare_older(0, number, hashes)
        for width in self._older.get((None, number), ()):
            older = bundle_path(number, width)
            data = read_file(self._tiles.folder, older)
            if data is None and len(entries) == WIDTH:
                continue
            if data != encode_bundle(entries[:width]):
                raise LedgerError(LedgerError.Code.BAD_ENTRY, older)
        return leaves

    def _compare(self, level: int, index: int, computed: bytes) -> None:
        hashes, name = self._tiles.tile(level, index)
        if hashes != computed:
            raise LedgerError(LedgerError.Code.BAD_TILE, f"{name}, hash {_first_difference(hashes, computed)}")
        self._compare_older(level, index, computed)

    def _compare_older(self, level: int, index: int, computed: bytes) -> None:
        """Partial tiles of checkpoints that were kept must be there until the full one is, and be its beginning."""
        for width in self._older.get((level, index), ()):
            name = tile_path(level, index, width)
            data = read_file(self._tiles.folder, name)
            if data is None and len(computed) == WIDTH * HASH_BYTES:
                continue
            if data != computed[: width * HASH_BYTES]:
                raise LedgerError(LedgerError.Code.BAD_TILE, name)

    def _in_tree(self, index: int, leaf: bytes) -> bool:
        """Whether the tiles prove that the signed tree has this leaf at `index`."""
        proof = inclusion_proof(index, self._head.size, self._tiles.node)
        return verify_inclusion(index, self._head.size, leaf, proof, self._head.root)


def _older_partials(sizes: list[int], head: int) -> dict[tuple[int | None, int], set[int]]:
    """Widths of the partial tiles (level, index) and bundles (None, index) that trees of these sizes have and `head` has not."""
    widths: dict[tuple[int | None, int], set[int]] = {}
    for size in sizes:
        level, rest, newest = 0, size, head
        while rest:
            index, width = divmod(rest, WIDTH)
            if width and rest != newest:
                widths.setdefault((level, index), set()).add(width)
                if level == 0:
                    widths.setdefault((None, index), set()).add(width)
            level, rest, newest = level + 1, rest // WIDTH, newest // WIDTH
    return widths


def _first_difference(one: bytes, other: bytes) -> int:
    """The number of the first hash that differs; where one is the beginning of the other, the first that it lacks."""
    shorter = min(len(one), len(other)) // HASH_BYTES
    return next(
        (
            at
            for at in range(shorter)
            if one[at * HASH_BYTES : (at + 1) * HASH_BYTES] != other[at * HASH_BYTES : (at + 1) * HASH_BYTES]
        ),
        shorter,
    )
