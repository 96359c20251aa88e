"""Names and encodings of tiles and bundles: the spec's own examples, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import LedgerError
from tidings.ledger.tiles import bundle_path, decode_bundle, encode_bundle, tile_path, width_at


def test_paths_are_those_of_the_spec():
    assert tile_path(0, 1234067) == "tile/0/x001/x234/067"
    assert tile_path(2, 0, 1) == "tile/2/000.p/1"
    assert bundle_path(999, 255) == "tile/entries/999.p/255"
    assert bundle_path(1000) == "tile/entries/x001/000"


def test_a_tree_of_70000_has_the_tiles_that_the_spec_counts():
    def widths(level):
        return [width for index in range(300) if (width := width_at(70_000, level, index))]

    assert widths(0) == [256] * 273 + [112]
    assert widths(1) == [256, 17]
    assert widths(2) == [1]
    assert widths(3) == []
    assert (width_at(256, 0, 0), width_at(256, 0, 1), width_at(256, 1, 0)) == (256, 0, 1)


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_a_bundle_reads_as_it_was_written(entries):
    assert decode_bundle(encode_bundle(entries)) == entries


@given(st.binary(max_size=60))
def test_any_bytes_are_a_bundle_or_cut_short(data):
    try:
        again = encode_bundle(decode_bundle(data))
    except LedgerError as error:
        again = error.code.name
    assert again in {data, "BAD_ENTRY"}


def test_a_cut_bundle_says_at_which_entry():
    with pytest.raises(LedgerError) as caught:
        decode_bundle(encode_bundle([b"one", b"two", b"three"])[:-1], "tile/entries/001.p/3", 256)
    assert caught.value.where == "tile/entries/001.p/3, entry 258"


def test_an_entry_has_at_most_65535_bytes():
    assert decode_bundle(encode_bundle([b"x" * 65_535])) == [b"x" * 65_535]
    with pytest.raises(ValueError, match="65535"):
        encode_bundle([b"x" * 65_536])
