"""The log: appends entries to a C2SP tlog-tiles folder and signs its checkpoints.

A crash at any point leaves the old tree or the new one, and the same call again completes it, because of this order:
tiles and bundles are made durable; then the checkpoint is renamed into place, which publishes; then a copy is kept under
`checkpoints/`; then partial files that have full successors go. What lies beyond the checkpoint's size is not the tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tidings.errors import LedgerError
from tidings.ledger.checkpoint import Checkpoint
from tidings.ledger.disk import Batch, locked, remove_folder, replace, sync
from tidings.ledger.edge import Edge
from tidings.ledger.merkle import leaf_hashes
from tidings.ledger.note import Signer
from tidings.ledger.tiles import WIDTH, Tiles, bad_entry, bundle_path, encode_bundle, read_file, tile_path, width_at

HEAD = "checkpoint"
KEPT = "checkpoints"


class Log:
    """One ledger on disk, and the key that signs it. Holds no state: several may stand on one folder, also in other processes.

    While one key takes over from another both sign: `also` are the others. What any of them signed is ours.
    """

    def __init__(self, folder: Path, signer: Signer, also: Sequence[Signer] = ()) -> None:
        self._folder, self._signer, self._signers = folder, signer, (signer, *also)
        self._verifiers = [one.verifier for one in self._signers]

    def __repr__(self) -> str:
        return f"Log({str(self._folder)!r}, {self._signer!r})"

    @property
    def checkpoint(self) -> Checkpoint | None:
        """The newest one published; None before the first. LedgerError BAD_CHECKPOINT or BAD_SIGNATURE if it is not ours."""
        data = read_file(self._folder, HEAD)
        if data is None:
            return None
        found = Checkpoint.open(data, self._verifiers, HEAD)
        if found.origin != self._signer.name:
            raise LedgerError(LedgerError.Code.BAD_CHECKPOINT, HEAD)
        return found

    @property
    def size(self) -> int:
        """How many entries are published: the index that the next one gets."""
        found = self.checkpoint
        return found.size if found else 0

    @property
    def published(self) -> bool:
        """Whether there is a checkpoint, if only of the empty tree."""
        return self.checkpoint is not None

    def publish(self, first: int, entries: Sequence[bytes]) -> Checkpoint:
        """Appends `entries`, of which the first has index `first`, and returns the newest checkpoint, durable.

        `first` is the log's size. It may be smaller if the entries already published are given again, byte for byte: so a
        call may be repeated after any crash. The work is O(entries + log size).

        LedgerError NOT_INTEGRATED if entries between size and `first` are missing; BEHIND if there are none to give and
        the log is larger than `first`; INCONSISTENT if a published entry would change, or if a larger tree, or another
        tree of this size, was published; BAD_ROOT, BAD_TILE or BAD_ENTRY if the folder was damaged. ValueError for an
        entry longer than 65,535 bytes. After any of these nothing has been published.
        """
        if first < 0:
            raise ValueError("an index is not negative")
        with locked(self._folder):
            current = self.checkpoint
            size = current.size if current else 0
            self._refuse_rollback(current)
            if first > size:
                raise LedgerError(LedgerError.Code.NOT_INTEGRATED, f"entry {size}")
            if first < size:
                self._compare(first, entries, size)
            new = entries[size - first :]
            if current and not new:
                return current
            return self._append(current or Checkpoint(self._signer.name, 0, Edge().root()), new)

    def _refuse_rollback(self, current: Checkpoint | None) -> None:
        """Of every size one tree is signed, and never a smaller one than before, whatever was restored from where."""
        size = current.size if current else -1
        kept = self._folder / KEPT
        names = [entry.name for entry in kept.iterdir()] if kept.is_dir() else []
        for name in names:
            if not name.isascii() or not name.isdecimal():
                raise LedgerError(LedgerError.Code.BAD_CHECKPOINT, f"{KEPT}/{name}")
            if int(name) > size:
                raise LedgerError(LedgerError.Code.INCONSISTENT, f"{KEPT}/{name}")
        if current is None:
            return
        sync(self._folder)  # a run that was killed may have renamed the checkpoint and no more
        same = f"{KEPT}/{size}"
        data = read_file(self._folder, same)
        if data is None:
            replace(self._folder, same, read_file(self._folder, HEAD) or b"")
        elif Checkpoint.open(data, self._verifiers, same).root != current.root:
            raise LedgerError(LedgerError.Code.INCONSISTENT, same)

    def _compare(self, first: int, entries: Sequence[bytes], size: int) -> None:
        """Of what is given, whatever is published already must be the same."""
        if not entries:
            raise LedgerError(LedgerError.Code.BEHIND, f"entry {first}")
        tiles, end = Tiles(self._folder, size), min(size, first + len(entries))
        for number in range(first // WIDTH, (end - 1) // WIDTH + 1):
            published, name = tiles.bundle(number)
            for index in range(max(first, number * WIDTH), min(end, (number + 1) * WIDTH)):
                if published[index % WIDTH : index % WIDTH + 1] != [entries[index - first]]:
                    raise LedgerError(LedgerError.Code.INCONSISTENT, f"{name}, entry {index}")

    def _append(self, old: Checkpoint, entries: Sequence[bytes]) -> Checkpoint:
        edge, bundle = self._edge(old)
        batch, filled = Batch(self._folder), []
        at = 0
        while at < len(entries):
            index, inside = divmod(edge.size, WIDTH)
            chunk = entries[at : at + WIDTH - inside]
            bundle += encode_bundle(chunk)
            batch.write(bundle_path(index, inside + len(chunk)), bundle)
            full = edge.extend(leaf_hashes(chunk))
            for level, number, hashes in full:
                batch.write(tile_path(level, number), hashes)
                filled.append(tile_path(level, number))
            if full:
                filled.append(bundle_path(index))
                bundle = b""
            at += len(chunk)
        for level, number, hashes in edge.partials():
            width = len(hashes) // 32
            if width_at(old.size, level, number) != width:  # else the old tree's file is this one's as well
                batch.write(tile_path(level, number, width), hashes)
        batch.sync()
        new = Checkpoint(self._signer.name, edge.size, edge.root())
        note = new.signed(*self._signers)
        replace(self._folder, HEAD, note)
        replace(self._folder, f"{KEPT}/{new.size}", note)
        for name in filled:
            remove_folder(self._folder / f"{name}.p")
        return new

    def _edge(self, old: Checkpoint) -> tuple[Edge, bytes]:
        """The right edge and the unfinished bundle, proved to belong to the checkpoint before anything is built on them."""
        tiles = Tiles(self._folder, old.size)
        edge = Edge.read(tiles)
        if edge.root() != old.root:
            raise LedgerError(LedgerError.Code.BAD_ROOT, HEAD)
        index, inside = divmod(old.size, WIDTH)
        if not inside:
            return edge, b""
        entries, name = tiles.bundle(index)
        leaves = leaf_hashes(entries)
        if leaves != edge.levels[0]:
            wrong = next((at for at, pair in enumerate(zip(leaves, edge.levels[0], strict=False)) if pair[0] != pair[1]), None)
            raise bad_entry(name, index * WIDTH + (min(len(leaves), inside) if wrong is None else wrong))
        return edge, encode_bundle(entries)
