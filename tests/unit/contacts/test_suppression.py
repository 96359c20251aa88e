"""What outsiders see gives no count under ten away, not even to somebody who knows every total and this very code."""

from hypothesis import example, given
from hypothesis import strategies as st

from tidings.contacts.suppression import LIMIT, MASKED, SMALL, room, suppressed

lists = st.lists(st.one_of(st.integers(0, 9), st.integers(10, 30), st.integers(0, 5000)), max_size=8).map(
    lambda counts: {f"row {number}": count for number, count in enumerate(counts)}
)


def shown_alike(counts, shown, name, value):
    """Another list that is shown as the same one, in which `name`, which is small, is `value`."""
    other = {one: 1 if shown[one] == SMALL else LIMIT if shown[one] == MASKED else count for one, count in counts.items()}
    other[name] = value
    last = [one for one in counts if shown[one] == MASKED][-1]
    other[last] += sum(counts.values()) - sum(other.values())
    return other


def test_small_counts_are_hidden_and_enough_others_that_the_total_does_not_tell():
    assert suppressed({"a": 0, "b": 3, "c": 40, "d": 500}) == {"a": 0, "b": SMALL, "c": MASKED, "d": 500}
    assert suppressed({"b": 3, "c": 11, "d": 15, "e": 500}) == {"b": SMALL, "c": MASKED, "d": MASKED, "e": 500}
    assert suppressed({"a": 10, "b": 20}) == {"a": 10, "b": 20}
    assert suppressed({}) == {}


def test_a_list_with_too_few_people_to_hide_behind_is_not_shown():
    assert suppressed({"a": 3}) is None
    assert suppressed({"a": 9, "b": 9}) is None
    assert suppressed({"a": 1, "b": 10}) is None


@given(lists)
@example({"a": 1, "c": 18})  # who is hidden with it must not depend on how small it is
def test_no_count_under_ten_is_shown_and_nothing_is_said_that_is_not_so(counts):
    shown = suppressed(counts)
    if shown is None:
        return
    assert shown.keys() == counts.keys()
    for name, count in counts.items():
        assert shown[name] in ((SMALL,) if 0 < count < LIMIT else (MASKED, count) if count else (0,))


@given(lists)
def test_for_each_value_of_a_hidden_count_there_is_a_list_that_is_shown_as_the_same(counts):
    shown = suppressed(counts)
    if shown is None:
        return
    for name in (one for one in counts if shown[one] == SMALL):
        for value in range(1, LIMIT - 1):
            other = shown_alike(counts, shown, name, value)
            assert other[name] == value
            assert sum(other.values()) == sum(counts.values())
            assert suppressed(other) == shown


@given(lists)
def test_no_more_is_hidden_than_it_takes(counts):
    shown = suppressed(counts)
    if shown is None:
        return
    small = [one for one in counts if shown[one] == SMALL]
    masked = [one for one in counts if shown[one] == MASKED]
    assert bool(masked) == bool(small)
    hidden = sum(counts[one] for one in [*small, *masked[:-1]])
    assert len(masked) < 2 or hidden < room(len(small), len(masked) - 1)
