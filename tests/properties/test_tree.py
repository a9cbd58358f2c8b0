import hashlib

import pymerkle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langnghe.ledger.tree import EMPTY, Edge, Tree, extends, includes, leaf_hash

pytestmark = pytest.mark.nodatabase

LEAVES = st.lists(st.binary(max_size=40), min_size=1, max_size=70)


def grown(datas):
    return Tree(map(leaf_hash, datas))


def oracle(datas):
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for data in datas:
        tree.append_entry(data)
    return tree


def test_an_empty_tree_has_the_root_of_rfc_9162():
    assert Tree().root(0) == Edge().root() == EMPTY == hashlib.sha256(b"").digest()


@given(LEAVES)
def test_another_implementation_computes_the_same_roots_at_every_size(datas):
    tree, other, edge = grown(datas), oracle(datas), Edge()

    for size, data in enumerate(datas, 1):
        edge = edge.grown([leaf_hash(data)])
        assert tree.root(size) == other.get_root(size) == edge.root()
        assert Edge.unpacked(size, edge.packed()) == edge


def test_every_proof_of_every_small_tree_holds():
    leaves = [leaf_hash(bytes([each])) for each in range(65)]
    tree = Tree(leaves)

    for size in range(1, len(leaves) + 1):
        root = tree.root(size)
        for index in range(size):
            proof = tree.inclusion(index, size)
            assert includes(leaf=leaves[index], index=index, size=size, proof=proof, root=root)
        for old in range(1, size + 1):
            assert extends(old=old, old_root=tree.root(old), size=size, root=root, proof=tree.consistency(old, size))


@given(LEAVES, st.data())
def test_an_altered_leaf_is_always_found(datas, draw):
    index = draw.draw(st.integers(0, len(datas) - 1))
    other = draw.draw(st.binary(max_size=40).filter(lambda data: data != datas[index]))
    tree, size = grown(datas), len(datas)
    altered = grown([*datas[:index], other, *datas[index + 1 :]])

    assert altered.root(size) != tree.root(size)
    assert not includes(
        leaf=leaf_hash(other), index=index, size=size, proof=tree.inclusion(index, size), root=tree.root(size)
    )


@given(LEAVES, st.data())
def test_a_leaf_has_no_proof_for_another_place_or_size(datas, draw):
    tree, size = grown(datas), len(datas)
    index = draw.draw(st.integers(0, size - 1))
    where = draw.draw(
        st.tuples(st.integers(-1, size + 1), st.integers(0, 2 * size)).filter(lambda w: w != (index, size))
    )
    proof, leaf = tree.inclusion(index, size), leaf_hash(datas[index])

    if includes(leaf=leaf, index=where[0], size=where[1], proof=proof, root=tree.root(size)):
        # Only a leaf of the same bytes on a path of the same turns can have it.
        assert where[1] != size or datas[where[0]] == datas[index]


@settings(max_examples=200)
@given(LEAVES, st.data())
def test_a_rewritten_past_has_no_proof_of_growth(datas, draw):
    size = len(datas)
    old = draw.draw(st.integers(1, size))
    index = draw.draw(st.integers(0, old - 1))
    rewritten = grown([*datas[:index], datas[index] + b"!", *datas[index + 1 :]])

    assert not extends(
        old=old,
        old_root=grown(datas).root(old),
        size=size,
        root=rewritten.root(size),
        proof=rewritten.consistency(old, size),
    )


@given(LEAVES, st.data())
def test_a_proof_with_any_hash_missing_added_or_changed_fails(datas, draw):
    tree, size = grown(datas), len(datas)
    index = draw.draw(st.integers(0, size - 1))
    proof = tree.inclusion(index, size)
    at = draw.draw(st.integers(0, len(proof)))
    others = [[*proof[:at], bytes(32), *proof[at:]]]
    if at < len(proof):
        others += [[*proof[:at], *proof[at + 1 :]], [*proof[:at], bytes(32), *proof[at + 1 :]]]

    for other in others:
        assert not includes(leaf=leaf_hash(datas[index]), index=index, size=size, proof=other, root=tree.root(size))


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 4), (0, 0)])
def test_there_is_no_proof_of_what_is_not_there(index, size):
    with pytest.raises(IndexError):
        grown([b"a", b"b", b"c"]).inclusion(index, size)


@pytest.mark.parametrize(("old", "size"), [(0, 3), (3, 2), (1, 4)])
def test_there_is_no_proof_of_growth_from_or_to_what_is_not_there(old, size):
    with pytest.raises(IndexError):
        grown([b"a", b"b", b"c"]).consistency(old, size)
