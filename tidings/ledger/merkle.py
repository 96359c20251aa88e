"""The Merkle tree of RFC 6962, section 2.1: hashes, roots, and proofs that are made and checked (RFC 9162, section 2.1).

A tree is never held in memory here. What makes a proof is given a `Node`, which knows the hash of any complete subtree.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()
"""The root of a tree without leaves."""

Node = Callable[[int, int], bytes]
"""`node(height, index)`: the hash of the complete subtree over leaves [index << height, (index + 1) << height)."""

_LEAF, _INNER = b"\x00", b"\x01"


def leaf_hash(entry: bytes) -> bytes:
    return sha256(_LEAF + entry).digest()


def leaf_hashes(entries: Sequence[bytes]) -> list[bytes]:
    """As `leaf_hash` of each; written out, because a call for each entry costs as much as the hash."""
    return [sha256(b"\x00" + entry).digest() for entry in entries]


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(_INNER + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The root over these leaf hashes. Also over complete subtrees of one height, of which the last may be shorter."""
    if not hashes:
        return EMPTY_ROOT
    row = list(hashes)
    while len(row) > 1:
        joined = b"".join(row)
        odd = row[-1:] if len(row) & 1 else []  # without a partner it moves up unchanged
        row = [sha256(b"\x01" + joined[at : at + 64]).digest() for at in range(0, len(joined) - 63, 64)] + odd
    return row[0]


def range_hash(start: int, end: int, node: Node) -> bytes:
    """The hash over leaves [start, end), where start is a multiple of some power of two that is not below end - start."""
    count = end - start
    height = count.bit_length() - 1
    if count == 1 << height:
        return node(height, start >> height)
    middle = start + _left(count)
    return node_hash(range_hash(start, middle, node), range_hash(middle, end, node))


def tree_root(size: int, node: Node) -> bytes:
    return range_hash(0, size, node) if size else EMPTY_ROOT


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """The siblings from leaf `index` up to the root of the tree of `size` leaves. ValueError if there is no such leaf."""
    if not 0 <= index < size:
        raise ValueError("no such leaf in a tree of this size")
    start, end, proof = 0, size, []
    while end - start > 1:
        middle = start + _left(end - start)
        if index < middle:
            proof.append(range_hash(middle, end, node))
            end = middle
        else:
            proof.append(range_hash(start, middle, node))
            start = middle
    return proof[::-1]


def consistency_proof(old: int, new: int, node: Node) -> list[bytes]:
    """Shows that the tree of `old` leaves is the beginning of that of `new`. ValueError unless 0 < old <= new."""
    if not 0 < old <= new:
        raise ValueError("a consistency proof goes from a smaller tree that is not empty to a larger one")
    start, end, proof = 0, new, []
    while end != old:
        middle = start + _left(end - start)
        if old <= middle:
            proof.append(range_hash(middle, end, node))
            end = middle
        else:
            proof.append(range_hash(start, middle, node))
            start = middle
    if start:  # else this subtree is the whole old tree, whose root the verifier knows
        proof.append(range_hash(start, end, node))
    return proof[::-1]


def verify_inclusion(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether a leaf hash stands at `index` in the tree with this root (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size or not _hashes(leaf, root, *proof):
        return False
    here, last, result = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            result = node_hash(sibling, result)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and result == root


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether the tree of `old` leaves is a beginning of that of `new` (RFC 9162, 2.1.4.2).

    False for an empty old tree: every tree begins with it, so a proof would show nothing.
    """
    if not 0 < old <= new or not _hashes(old_root, new_root, *proof):
        return False
    if old == new:
        return not proof and old_root == new_root
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    here, last = old - 1, new - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    from_old = from_new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            from_old, from_new = node_hash(sibling, from_old), node_hash(sibling, from_new)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            from_new = node_hash(from_new, sibling)
        here, last = here >> 1, last >> 1
    return last == 0 and from_old == old_root and from_new == new_root


def _left(count: int) -> int:
    """How many of `count` > 1 leaves the left subtree has: the largest power of two below `count`."""
    return 1 << (count - 1).bit_length() - 1


def _hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
