"""The right edge of a growing tree: each level's unfinished tile, which is all that appending needs to know of it."""

from __future__ import annotations

from typing import Self

from tidings.ledger.merkle import EMPTY_ROOT, root_of
from tidings.ledger.tiles import WIDTH, Tiles, split_hashes


class Edge:
    """Holds at most 255 hashes a level, so memory stays flat and a root costs O(log size), whatever came before."""

    def __init__(self) -> None:
        self.size = 0
        self.levels: list[list[bytes]] = [[]]
        """For each level the hashes of its unfinished tile, from left to right."""

    @classmethod
    def read(cls, tiles: Tiles) -> Self:
        """The edge of a tree on disk: one tile a level. LedgerError BAD_TILE if one is missing."""
        edge = cls()
        edge.size, edge.levels = tiles.size, []
        rest = tiles.size
        while rest:
            rest, width = divmod(rest, WIDTH)
            edge.levels.append(split_hashes(tiles.tile(len(edge.levels), rest)[0]) if width else [])
        edge.levels = edge.levels or [[]]
        return edge

    def extend(self, leaves: list[bytes]) -> list[tuple[int, int, bytes]]:
        """Appends leaf hashes, at most as many as the unfinished tile has room for.

        Returns the tiles that this filled, lowest first: level, index, hashes in one string.
        """
        full: list[tuple[int, int, bytes]] = []
        self.size += len(leaves)
        hashes, level, filled = leaves, 0, self.size
        while True:
            if level == len(self.levels):
                self.levels.append([])
            tile = self.levels[level]
            tile += hashes
            if len(tile) < WIDTH:
                return full
            filled //= WIDTH
            full.append((level, filled - 1, b"".join(tile)))
            hashes = [root_of(tile)]
            self.levels[level] = []
            level += 1

    def partials(self) -> list[tuple[int, int, bytes]]:
        """The unfinished tiles that are not empty: level, index, hashes in one string."""
        return [(level, self.size >> 8 * (level + 1), b"".join(tile)) for level, tile in enumerate(self.levels) if tile]

    def root(self, leaves: list[bytes] | None = None) -> bytes:
        """The root of the tree; with `leaves`, of the tree that has those in place of its unfinished tile of leaves."""
        below: list[bytes] = []
        for level, tile in enumerate(self.levels):
            hashes = (tile if level or leaves is None else leaves) + below
            below = [root_of(hashes)] if hashes else []
        return below[0] if below else EMPTY_ROOT
