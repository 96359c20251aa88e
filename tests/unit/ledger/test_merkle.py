"""Trees and proofs: against vectors from outside, and against the definition in RFC 6962 written out naively."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ledger import merkle

VECTORS = json.loads((Path(__file__).parents[2] / "vectors/merkle_proofs.json").read_bytes())
NOT_HASHES = "consistency/additional/sizes-are-equal-one-and-proof-is-empty"
"""Its roots are 12 bytes of text. The program that it comes from compares them as they are; no log has such roots."""


def naive_root(entries):
    """MTH of RFC 6962, 2.1, word for word."""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return sha256(b"\x01" + naive_root(entries[:k]) + naive_root(entries[k:])).digest()


def node_of(entries):
    return lambda height, index: naive_root(entries[index << height : (index + 1) << height])


def b64(text):
    return base64.b64decode(text or "")


@pytest.mark.parametrize("vector", VECTORS["inclusion"], ids=lambda vector: vector["name"])
def test_inclusion_vectors_hold_or_are_refused(vector):
    proof = [b64(item) for item in vector["proof"] or ()]
    holds = merkle.verify_inclusion(vector["leafIdx"], vector["treeSize"], b64(vector["leafHash"]), proof, b64(vector["root"]))
    assert holds is not vector["wantErr"]


@pytest.mark.parametrize(
    "vector", [vector for vector in VECTORS["consistency"] if vector["name"] != NOT_HASHES], ids=lambda vector: vector["name"]
)
def test_consistency_vectors_hold_or_are_refused(vector):
    proof = [b64(item) for item in vector["proof"] or ()]
    holds = merkle.verify_consistency(vector["size1"], vector["size2"], proof, b64(vector["root1"]), b64(vector["root2"]))
    assert holds is not vector["wantErr"]


def test_all_196_vectors_run_but_the_one_whose_roots_are_no_hashes():
    left_out = [vector for vector in VECTORS["consistency"] if vector["name"] == NOT_HASHES]
    assert [len(b64(vector["root1"])) for vector in left_out] == [12]
    assert len(VECTORS["inclusion"]) == 98
    assert len(VECTORS["consistency"]) - len(left_out) == 97
    good = [vector["name"] for kind in ("inclusion", "consistency") for vector in VECTORS[kind] if not vector["wantErr"]]
    assert len(good) == 12  # so neither "all" nor "nothing" can pass


@given(st.lists(st.binary(max_size=3), max_size=70))
def test_a_root_is_what_the_definition_says(entries):
    assert merkle.root_of(merkle.leaf_hashes(entries)) == naive_root(entries)
    assert merkle.tree_root(len(entries), node_of(entries)) == naive_root(entries)


@given(st.data())
def test_every_inclusion_proof_holds_for_its_leaf_alone(data):
    entries = [bytes([number]) for number in range(data.draw(st.integers(1, 70)))]
    index = data.draw(st.integers(0, len(entries) - 1))
    other = data.draw(st.integers(0, len(entries) - 1))
    proof, root = merkle.inclusion_proof(index, len(entries), node_of(entries)), naive_root(entries)
    for place, leaf in ((index, index), (other, index), (index, other)):
        holds = merkle.verify_inclusion(place, len(entries), merkle.leaf_hash(entries[leaf]), proof, root)
        assert holds is (place == leaf == index)


@given(st.data())
def test_every_consistency_proof_holds_and_a_changed_one_does_not(data):
    entries = [bytes([number]) for number in range(data.draw(st.integers(1, 70)))]
    old, new = data.draw(st.integers(1, len(entries))), len(entries)
    proof, roots = merkle.consistency_proof(old, new, node_of(entries)), (naive_root(entries[:old]), naive_root(entries))
    assert merkle.verify_consistency(old, new, proof, *roots)
    assert not merkle.verify_consistency(old, new, [*proof, roots[0]], *roots)
    assert not merkle.verify_consistency(old, new, proof, naive_root([b"x", *entries[1:old]]), roots[1])
    for at in range(len(proof)):
        changed = [*proof[:at], sha256(proof[at]).digest(), *proof[at + 1 :]]
        assert not merkle.verify_consistency(old, new, changed, *roots)


def test_proofs_that_cannot_be_are_not_made():
    with pytest.raises(ValueError, match="no such leaf"):
        merkle.inclusion_proof(3, 3, node_of([b""] * 3))
    with pytest.raises(ValueError, match="smaller tree"):
        merkle.consistency_proof(0, 3, node_of([b""] * 3))
