"""Verifies a whole log in a folder, or behind an address: any C2SP tlog-tiles log, with nothing but its key.

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
from tidings.ledger.note import Verifier, opened_by
from tidings.ledger.tiles import WIDTH, Read, Tiles, bad_entry, bundle_path, encode_bundle, in_folder, tile_path

HEAD = "checkpoint"
KEPT = "checkpoints"
Progress = Callable[[int, int], None]
Each = Callable[[int, Sequence[bytes]], None]
"""Gets the index of a bundle's first entry, and its entries."""


@dataclass(frozen=True, slots=True)
class Head:
    """A checkpoint that is a beginning of the tree: where it stands, and which of the keys that were given signed it.

    `note` is empty where only what it says was given.
    """

    checkpoint: Checkpoint
    where: str
    note: bytes = b""
    signers: tuple[Verifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """A log that is whole, and what was looked at."""

    origin: str
    size: int
    root: bytes
    entries: int
    """How many entries were read and hashed: as many as `size` says."""
    heads: tuple[Head, ...]
    """The newest, then those kept in the folder and those given as older, the smallest first."""

    @property
    def checkpoints_checked(self) -> int:
        """How many signed heads are beginnings of this tree."""
        return len(self.heads)

    @property
    def newest(self) -> Head:
        return self.heads[0]


def verify(
    where: Path | Read,
    verifier: Verifier | Sequence[Verifier],
    older: Sequence[Checkpoint | bytes] = (),
    progress: Progress | None = None,
    each: Each | None = None,
) -> Verified:
    """Recomputes every tile and the root, and checks every checkpoint kept in the folder and every one given as `older`.

    `where` is a folder, or reads a file by its name (then no checkpoints are looked for beside the newest). Each checkpoint
    must be signed by one of the keys. `older` are checkpoints that somebody saved before: only they can show that a whole
    folder was put back to an earlier state. Bytes are signed notes and are verified; a Checkpoint is trusted. `progress` gets
    (entries done, entries). `each` sees every entry in order, before it is known that all of them are the tree that was
    signed: what it made of them counts only if this returns.

    LedgerError, with the file and the entry in `where`: NONE, BAD_CHECKPOINT, BAD_SIGNATURE, BAD_ENTRY, BAD_TILE, BAD_ROOT,
    or INCONSISTENT for a checkpoint that is no beginning of this tree; OUT_OF_REACH as `where` raises it.
    """
    verifiers = [verifier] if isinstance(verifier, Verifier) else list(verifier)
    kept = _kept(where, verifiers) if isinstance(where, Path) else []
    # After those that are kept: a log that grows meanwhile then never looks rolled back.
    read = in_folder(where) if isinstance(where, Path) else where
    data = read(HEAD)
    if data is None:
        raise LedgerError(LedgerError.Code.NONE)
    newest = _head(data, verifiers, HEAD)
    head = newest.checkpoint
    claims = kept + _given(older, verifiers)
    for claim in claims:
        if claim.checkpoint.origin != head.origin or claim.checkpoint.size > head.size:
            raise LedgerError(LedgerError.Code.INCONSISTENT, claim.where)
    sizes = {claim.checkpoint.size for claim in claims}
    walk = _Walk(read, head, [claim.checkpoint.size for claim in kept], sizes, each)
    for done in walk.bundles():
        if progress:
            progress(done, head.size)
    if walk.edge.root() != head.root:
        raise LedgerError(LedgerError.Code.BAD_ROOT, HEAD)
    claims.sort(key=lambda claim: claim.checkpoint.size)
    for claim in claims:
        if walk.roots[claim.checkpoint.size] != claim.checkpoint.root:
            raise LedgerError(LedgerError.Code.INCONSISTENT, claim.where)
    return Verified(head.origin, head.size, head.root, walk.edge.size, (newest, *claims))


def _head(data: bytes, verifiers: Sequence[Verifier], where: str) -> Head:
    text, signers = opened_by(data, verifiers, where)
    return Head(Checkpoint.parse(text, where), where, data, signers)


def _kept(folder: Path, verifiers: Sequence[Verifier]) -> list[Head]:
    """What lies under `checkpoints/`, which the spec does not know and another log may not have."""
    claims = []
    kept, read = folder / KEPT, in_folder(folder)
    for name in sorted(entry.name for entry in kept.iterdir()) if kept.is_dir() else []:
        where = f"{KEPT}/{name}"
        found = _head(read(where) or b"", verifiers, where)
        if name != str(found.checkpoint.size):
            raise LedgerError(LedgerError.Code.BAD_CHECKPOINT, where)
        claims.append(found)
    return claims


def _given(older: Sequence[Checkpoint | bytes], verifiers: Sequence[Verifier]) -> list[Head]:
    claims = []
    for number, found in enumerate(older, 1):
        where = f"older checkpoint {number}"
        claims.append(Head(found, where) if isinstance(found, Checkpoint) else _head(found, verifiers, where))
    return claims


class _Walk:
    """One pass over the log from left to right."""

    def __init__(self, read: Read, head: Checkpoint, kept: list[int], wanted: set[int], each: Each | None) -> None:
        self.edge = Edge()
        self.roots: dict[int, bytes] = {}
        """The root of the tree at each size that was asked for."""
        self._tiles, self._head, self._each = Tiles(read, head.size), head, each
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
            data = self._tiles.read(older)
            if data is None and len(entries) == WIDTH:
                continue
            if data != encode_bundle(entries[:width]):
                raise LedgerError(LedgerError.Code.BAD_ENTRY, older)
        if self._each:
            self._each(number * WIDTH, entries)
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
            data = self._tiles.read(name)
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
