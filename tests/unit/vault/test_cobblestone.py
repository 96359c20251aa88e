"""Cobblestone-256 against the specification's vectors, and against the specification written out (referee_cobblestone.py)."""

import hashlib
import json
import zlib
from pathlib import Path

import pytest
import referee_cobblestone as referee
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import KeyStoreError
from tidings.vault import cobblestone

FILE = Path(__file__).parents[2] / "vectors" / "c2sp_chunked_encryption_aes_256_gcm.json"
VECTORS = [vector for group in json.loads(FILE.read_text())["testGroups"] for vector in group["tests"]]
KEY = bytes(range(32))
CHUNK = referee.CHUNK


def parts(vector):
    return bytes.fromhex(vector["key"]), bytes.fromhex(vector["ctx"]), zlib.decompress(bytes.fromhex(vector["ct"]))


def test_all_35_vectors_are_here_10_valid_and_25_not():
    assert len(VECTORS) == 35
    assert sum(vector["result"] == "valid" for vector in VECTORS) == 10
    assert {vector["result"] for vector in VECTORS} == {"valid", "invalid"}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['tcId']}-{vector['comment'].replace(' ', '_')}")
def test_a_vector_opens_or_is_refused_as_the_specification_says(vector):
    key, context, data = parts(vector)
    if vector["result"] == "invalid":
        with pytest.raises(KeyStoreError) as refused:
            cobblestone.open_sealed(key, context, data)
        assert refused.value.code is KeyStoreError.Code.CANNOT_OPEN
        assert refused.value.__cause__ is None
        return
    message = cobblestone.open_sealed(key, context, data)
    assert len(message) == vector["msgLength"]
    assert hashlib.sha512(message).hexdigest() == vector["msgSha512"]
    # The referee agrees, and the same salt gives the vector's bytes.
    assert referee.open_sealed(key, context, data) == message
    assert referee.seal(key, context, message, data[: referee.SALT]) == data


@pytest.mark.parametrize("vector", [v for v in VECTORS if "aeadKey" in v], ids=lambda vector: str(vector["tcId"]))
def test_the_key_and_the_nonce_are_derived_as_the_vector_says(vector):
    key, context, data = parts(vector)
    aead, base_nonce, commitment = referee.derive(key, context, data[: referee.SALT])
    assert base_nonce.hex() == vector["baseNonce"]
    assert data[referee.SALT : referee.HEADER] == commitment
    reference = referee.AESGCM(bytes.fromhex(vector["aeadKey"]))
    assert aead.encrypt(base_nonce, b"", None) == reference.encrypt(base_nonce, b"", None)


@pytest.mark.parametrize(
    "vector", [v for v in VECTORS if "PartialPlaintext" in v["flags"]], ids=lambda vector: str(vector["tcId"])
)
def test_the_valid_beginning_of_an_invalid_vector_is_what_we_would_have_sealed(vector):
    """So the vector is refused for its end, and not because we cannot read its beginning."""
    key, context, data = parts(vector)
    aead, base_nonce, _ = referee.derive(key, context, data[: referee.SALT])
    size = CHUNK + referee.TAG
    chunks = [data[referee.HEADER :][start : start + size] for start in range(0, vector["msgLength"] // CHUNK * size, size)]
    message = b"".join(aead.decrypt(referee.nonce_of(base_nonce, number), chunk, None) for number, chunk in enumerate(chunks))
    assert len(message) == vector["msgLength"]
    assert hashlib.sha512(message).hexdigest() == vector["msgSha512"]


@pytest.mark.parametrize("length", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_every_length_opens_here_and_with_the_referee(length):
    message = bytes(length)
    sealed = cobblestone.seal(KEY, b"context", message)
    assert cobblestone.open_sealed(KEY, b"context", sealed) == message == referee.open_sealed(KEY, b"context", sealed)
    assert referee.seal(KEY, b"context", message, sealed[: referee.SALT]) == sealed
    if length < CHUNK:
        assert len(sealed) == length + cobblestone.OVERHEAD


@given(st.binary(max_size=200), st.binary(max_size=50), st.data())
def test_a_single_changed_bit_a_cut_or_an_addition_is_refused(message, context, data):
    sealed = cobblestone.seal(KEY, context, message)
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    flipped = bytearray(sealed)
    flipped[bit // 8] ^= 1 << bit % 8
    cut = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    longer = sealed + data.draw(st.binary(min_size=1, max_size=40))
    for damaged in (bytes(flipped), cut, longer):
        with pytest.raises(KeyStoreError):
            cobblestone.open_sealed(KEY, context, damaged)


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_a_value_opens_in_its_own_context_only(one, other):
    sealed = cobblestone.seal(KEY, one, b"message")
    if one == other:
        assert cobblestone.open_sealed(KEY, other, sealed) == b"message"
    else:
        with pytest.raises(KeyStoreError):
            cobblestone.open_sealed(KEY, other, sealed)


def test_the_same_message_is_never_sealed_to_the_same_bytes():
    assert len({cobblestone.seal(KEY, b"", b"message") for _ in range(100)}) == 100


def test_a_key_of_another_length_seals_nothing():
    for length in (0, 16, 31, 33, 64):
        with pytest.raises(ValueError):
            cobblestone.seal(bytes(length), b"", b"message")
