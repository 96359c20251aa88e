"""Commitments open with their key and message, and with nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.commitment import joined, part_commitments, part_key
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


PARTS = {"name": b"Ana", "kinds": b"name\nphone", "record": b"{}"}


def test_a_part_opens_with_its_own_key_and_says_nothing_of_the_others():
    commitments = part_commitments(KEY, PARTS)
    for part, value in PARTS.items():
        assert opens(commitments[part], part_key(KEY, part), value)
        others = [part_key(KEY, other) for other in PARTS if other != part] + [KEY]
        assert not any(opens(commitments[part], key, value) for key in others)


def test_the_one_commitment_is_to_every_part_whatever_their_order():
    whole = joined(part_commitments(KEY, PARTS))
    assert whole == joined(part_commitments(KEY, dict(reversed(PARTS.items()))))
    for part in PARTS:
        changed = joined(part_commitments(KEY, {**PARTS, part: b"another"}))
        assert changed != whole
        less = joined(part_commitments(KEY, {name: value for name, value in PARTS.items() if name != part}))
        assert less != whole


def test_the_one_commitment_is_what_the_page_says():
    """docs/statement.md gives the form, for other programs."""
    import hashlib

    commitments = {"b": "2" * 64, "a": "1" * 64}
    text = f"tidings.parts/v1\na {'1' * 64}\nb {'2' * 64}\n"
    assert joined(commitments) == hashlib.sha256(text.encode()).hexdigest()
