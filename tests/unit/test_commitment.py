"""Commitments open with their key and message, and with nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ledger import commit, opens

KEY = bytes(range(32))


def test_it_is_the_hmac_of_rfc_4231():
    """Test case 6 of RFC 4231: a key longer than a block."""
    message = b"Test Using Larger Than Block-Size Key - Hash Key First"
    assert commit(b"\xaa" * 131, message) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_it_opens_with_its_own_message_alone(message, other):
    assert opens(commit(KEY, message), KEY, message)
    assert opens(commit(KEY, message), KEY, other) is (message == other)
    assert not opens(commit(KEY, message), KEY[::-1], message)


def test_what_is_no_commitment_does_not_open():
    for commitment in ("", "0" * 64, "\u0660" * 64, commit(KEY, b"m").upper()):
        assert not opens(commitment, KEY, b"m")


def test_a_key_that_could_be_guessed_is_refused():
    with pytest.raises(ValueError, match="16 random bytes"):
        commit(b"short", b"message")
