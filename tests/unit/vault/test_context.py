"""Two places never have the same context."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.vault.context import context, packed

# Few letters, so that parts are often cut differently from the same string.
PLACES = st.tuples(
    st.text("ab\0", max_size=4),
    st.text("ab\0", max_size=4),
    st.text("ab\0", max_size=4),
    st.integers(0, 3) | st.integers(0, 2**64 - 1),
)


@given(PLACES, PLACES)
def test_contexts_are_equal_only_for_equal_places(one, other):
    assert (context(*one) == context(*other)) == (one == other)


@given(st.lists(st.binary(max_size=6), max_size=6))
def test_what_was_packed_can_be_taken_apart_in_one_way_only(parts):
    rest, found = packed(*parts), []
    while rest:
        length = int.from_bytes(rest[:4])
        found.append(rest[4 : 4 + length])
        rest = rest[4 + length :]
    assert found == parts


def test_a_letter_does_not_slip_from_one_part_to_the_next():
    assert context("ab", "c", "d", 1) != context("a", "bc", "d", 1)
    assert context("a", "b", "cd", 1) != context("a", "bc", "d", 1)


def test_the_bytes_of_a_context_do_not_change_between_versions():
    """Whatever was sealed before would not open any more."""
    assert context("case", "p1", "record", 2) == (
        b"\0\0\0\x11tidings.sealed/v1\0\0\0\x04case\0\0\0\x02p1\0\0\0\x06record\0\0\0\x08\0\0\0\0\0\0\0\x02"
    )
