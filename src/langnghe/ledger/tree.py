"""The hash tree of RFC 9162, section 2.1: roots, and proofs that anyone can check. No Django here."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HASH_BYTES = 32
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf that holds `data`."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of a node over two others."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Edge:
    """The right edge of a tree: the roots of its full subtrees, largest first. It can grow, and knows the root."""

    size: int = 0
    hashes: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> "Edge":
        """Return the edge after adding `leaves` (leaf hashes) on the right."""
        size, hashes = self.size, list(self.hashes)
        for node in leaves:
            rest = size
            while rest & 1:
                node = node_hash(hashes.pop(), node)
                rest >>= 1
            hashes.append(node)
            size += 1
        return Edge(size, tuple(hashes))

    def root(self) -> bytes:
        """Return the root of the whole tree."""
        if not self.hashes:
            return EMPTY
        *others, root = self.hashes
        for left in reversed(others):
            root = node_hash(left, root)
        return root

    def packed(self) -> bytes:
        """Return the hashes end to end."""
        return b"".join(self.hashes)

    @classmethod
    def unpacked(cls, size: int, packed: bytes) -> "Edge":
        """Return the edge that was packed."""
        return cls(size, tuple(packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES)))


class Tree:
    """A whole tree in memory, 64 bytes a leaf, that proves in some twenty steps what it holds."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels = [bytearray()]
        for leaf in leaves:
            self.append(leaf)

    def __len__(self) -> int:
        return len(self._levels[0]) // HASH_BYTES

    def append(self, leaf: bytes) -> None:
        """Add one leaf hash on the right."""
        node = leaf
        for level in self._levels:
            level += node
            if len(level) // HASH_BYTES % 2:
                return
            node = node_hash(bytes(level[-2 * HASH_BYTES : -HASH_BYTES]), bytes(level[-HASH_BYTES:]))
        self._levels.append(bytearray(node))

    def root(self, size: int) -> bytes:
        """Return the root of the tree as it was at `size` leaves."""
        return self._root(0, size) if size else EMPTY

    def inclusion(self, index: int, size: int) -> list[bytes]:
        """Return the proof that leaf `index` is in the tree of `size` leaves."""
        if not 0 <= index < size <= len(self):
            raise IndexError(index)
        return self._path(index, 0, size)

    def consistency(self, old: int, size: int) -> list[bytes]:
        """Return the proof that the tree of `size` leaves begins with the one of `old` leaves."""
        if not 0 < old <= size <= len(self):
            raise IndexError(old)
        return self._growth(old, 0, size, True)

    def _root(self, start: int, end: int) -> bytes:
        count = end - start
        if count & (count - 1) == 0:
            level, at = count.bit_length() - 1, start // count * HASH_BYTES
            return bytes(self._levels[level][at : at + HASH_BYTES])
        middle = start + _split(count)
        return node_hash(self._root(start, middle), self._root(middle, end))

    def _path(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _split(end - start)
        if index < middle:
            return [*self._path(index, start, middle), self._root(middle, end)]
        return [*self._path(index, middle, end), self._root(start, middle)]

    def _growth(self, old: int, start: int, end: int, whole: bool) -> list[bytes]:
        if old == end:
            return [] if whole else [self._root(start, end)]
        middle = start + _split(end - start)
        if old <= middle:
            return [*self._growth(old, start, middle, whole), self._root(middle, end)]
        return [*self._growth(old, middle, end, False), self._root(start, middle)]


def includes(*, leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Return whether `proof` shows leaf hash `leaf` at `index` in the tree of `size` and `root`. RFC 9162, 2.1.3.2."""
    sides = _sides(index, size - 1, len(proof)) if 0 <= index < size else None
    if sides is None:
        return False
    node = leaf
    for sibling, is_left in zip(proof, sides, strict=True):
        node = node_hash(sibling, node) if is_left else node_hash(node, sibling)
    return node == root


def extends(*, old: int, old_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Return whether `proof` shows that the tree of `size` begins with the one of `old`. RFC 9162, 2.1.4.2."""
    if not 0 < old < size:
        return old == size and not proof and old_root == root
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    full = (old & -old).bit_length() - 1  # levels that the old tree's last full subtree spans
    sides = _sides((old - 1) >> full, (size - 1) >> full, len(path) - 1)
    if sides is None:
        return False
    was = now = path[0]
    for sibling, is_left in zip(path[1:], sides, strict=True):
        if is_left:
            was = node_hash(sibling, was)
        now = node_hash(sibling, now) if is_left else node_hash(now, sibling)
    return was == old_root and now == root


def _sides(at: int, last: int, steps: int) -> list[bool] | None:
    """Return for each step up whether the sibling is on the left; None unless exactly `steps` lead to the root."""
    sides: list[bool] = []
    while last and len(sides) < steps:
        is_left = bool(at & 1) or at == last
        while is_left and at and not at & 1:
            at, last = at >> 1, last >> 1
        sides.append(is_left)
        at, last = at >> 1, last >> 1
    return sides if last == 0 and len(sides) == steps else None


def _split(count: int) -> int:
    """Return the largest power of two below `count`."""
    return int(1 << (count - 1).bit_length() - 1)
