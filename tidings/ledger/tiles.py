"""Tiles and entry bundles of a log in a folder (C2SP tlog-tiles): names, encoding, reading.

A tile is 256 hashes of one level; level 0 are leaves, and each hash above is the root of a full tile below. The rightmost
tile of a level is partial, and its name ends in `.p/` and its width.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tidings.errors import LedgerError
from tidings.ledger.merkle import HASH_BYTES, root_of

WIDTH = 256
Read = Callable[[str], bytes | None]
"""Gives a ledger's file by its name, `tile/0/000` or `checkpoint`; None if there is none."""
_HEIGHT = 8
_MAX_ENTRY = 0xFFFF
_KEPT_TILES = 64  # a proof in a tree of 2**63 leaves reads fewer


def tile_path(level: int, index: int, width: int = WIDTH) -> str:
    return f"tile/{level}/{_number(index)}{_partial(width)}"


def bundle_path(index: int, width: int = WIDTH) -> str:
    return f"tile/entries/{_number(index)}{_partial(width)}"


def width_at(size: int, level: int, index: int) -> int:
    """How many hashes tile `index` of `level` has in a tree of this size: 256 if it is full, 0 if it does not exist."""
    return max(0, min(WIDTH, (size >> _HEIGHT * level) - index * WIDTH))


def encode_bundle(entries: Sequence[bytes]) -> bytes:
    """Each entry behind its length in two bytes. ValueError, naming no content, for one longer than 65,535 bytes."""
    if any(len(entry) > _MAX_ENTRY for entry in entries):
        raise ValueError("an entry is longer than 65535 bytes")
    return b"".join([len(entry).to_bytes(2, "big") + entry for entry in entries])


def decode_bundle(data: bytes, where: str = "", first: int = 0) -> list[bytes]:
    """The entries of a bundle, of which `first` is the first one's index. LedgerError BAD_ENTRY if it is cut short."""
    entries: list[bytes] = []
    at, end = 0, len(data)
    while at < end:
        start = at + 2
        at = start + int.from_bytes(data[at:start], "big")
        if at > end or start > end:
            raise bad_entry(where, first + len(entries))
        entries.append(data[start:at])
    return entries


def bad_entry(name: str, index: int) -> LedgerError:
    return LedgerError(LedgerError.Code.BAD_ENTRY, f"{name}, entry {index}")


def read_file(folder: Path, name: str) -> bytes | None:
    """None if there is no such file, or a folder in its place."""
    try:
        with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 - pathlib costs more than the read
            return file.readall()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def in_folder(folder: Path) -> Read:
    return partial(read_file, folder)


class Tiles:
    """The tiles of a tree of `size` leaves, in a folder or wherever `read` finds them. Nothing that it returns was verified.

    Where a partial file is gone its full successor serves: logs may delete a partial one then.
    """

    def __init__(self, where: Path | Read, size: int) -> None:
        self.read, self.size = in_folder(where) if isinstance(where, Path) else where, size
        self._kept: dict[tuple[int, int], bytes] = {}

    def tile(self, level: int, index: int) -> tuple[bytes, str]:
        """The hashes of a tile in one string, and its name. LedgerError BAD_TILE if it is missing or has another length."""
        width = width_at(self.size, level, index)
        name = tile_path(level, index, width)
        data = self.read(name)
        if data is None and width < WIDTH:
            full = self.read(tile_path(level, index))
            data = full[: width * HASH_BYTES] if full and len(full) == WIDTH * HASH_BYTES else None
        if data is None or len(data) != width * HASH_BYTES:
            raise LedgerError(LedgerError.Code.BAD_TILE, name)
        return data, name

    def bundle(self, index: int) -> tuple[list[bytes], str]:
        """The entries of a bundle, however many it has, and its name. LedgerError BAD_ENTRY if it is missing or cut short."""
        width = width_at(self.size, 0, index)
        name = bundle_path(index, width)
        data = self.read(name)
        if data is not None:
            return decode_bundle(data, name, index * WIDTH), name
        full = self.read(bundle_path(index)) if width < WIDTH else None
        if full is None:
            raise LedgerError(LedgerError.Code.BAD_ENTRY, name)
        return decode_bundle(full, name, index * WIDTH)[:width], name

    def entry(self, index: int) -> bytes:
        """One entry. LedgerError NOT_INTEGRATED if the tree is smaller, BAD_ENTRY if its bundle is broken."""
        if not 0 <= index < self.size:
            raise LedgerError(LedgerError.Code.NOT_INTEGRATED, f"entry {index}")
        entries, name = self.bundle(index // WIDTH)
        if len(entries) <= index % WIDTH:
            raise bad_entry(name, index)
        return entries[index % WIDTH]

    def node(self, height: int, index: int) -> bytes:
        """The hash of a complete subtree, from the one tile that has it or its leaves (merkle.Node)."""
        level, inside = divmod(height, _HEIGHT)
        first = index << inside
        data = self._kept.get((level, first // WIDTH))
        if data is None:
            if len(self._kept) >= _KEPT_TILES:
                self._kept.clear()
            data = self._kept[level, first // WIDTH] = self.tile(level, first // WIDTH)[0]
        at, count = first % WIDTH * HASH_BYTES, 1 << inside
        return root_of(split_hashes(data[at : at + count * HASH_BYTES]))


def split_hashes(data: bytes) -> list[bytes]:
    return [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)]


def _number(index: int) -> str:
    """1234067 is x001/x234/067: no folder grows beyond a thousand names."""
    parts = [f"{index % 1000:03d}"]
    while index := index // 1000:
        parts.append(f"x{index % 1000:03d}")
    return "/".join(reversed(parts))


def _partial(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"
