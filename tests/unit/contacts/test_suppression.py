"""What outsiders see gives no count under ten away: tried by an attacker who knows the total."""

from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts.suppression import LIMIT, MASKED, OTHER, SMALL, merged, suppressed, total_may_be_shown

NAMES = ["a", "b", "c", "d", "e", "f"]
lists = st.dictionaries(st.sampled_from(NAMES), st.one_of(st.integers(0, 30), st.integers(0, 5000)), max_size=6)
rows = st.dictionaries(
    st.sampled_from(["es", "en", "ht", "mam", "ti", "ps", "wo"]),
    st.fixed_dictionaries({name: st.one_of(st.just(0), st.integers(0, 25), st.integers(0, 900)) for name in ("told", "held")}),
)


def test_small_counts_are_hidden_and_enough_others_that_the_total_does_not_tell():
    assert suppressed({"a": 0, "b": 3, "c": 40, "d": 500}) == {"a": 0, "b": SMALL, "c": MASKED, "d": 500}
    assert suppressed({"b": 3, "c": 11, "d": 13, "e": 500}) == {"b": SMALL, "c": MASKED, "d": MASKED, "e": MASKED}
    assert suppressed({"a": 10, "b": 20}) == {"a": 10, "b": 20}


@given(lists)
def test_nobody_who_knows_the_total_can_narrow_a_hidden_count_down(counts):
    shown = suppressed(counts)
    assert all(
        value != count or count == 0 or count >= LIMIT for count, value in zip(counts.values(), shown.values(), strict=True)
    )
    if not total_may_be_shown(counts):
        return
    hidden = [name for name, value in shown.items() if value == SMALL]
    masked = [name for name, value in shown.items() if value == MASKED]
    rest = sum(counts.values()) - sum(value for value in shown.values() if isinstance(value, int))
    for name in hidden:
        # Whatever of 1 to 9 it is, the others that are hidden can make up the rest of the total.
        for value in range(1, LIMIT):
            left = rest - value
            least = len(hidden) - 1 + LIMIT * len(masked)
            most = float("inf") if masked else (LIMIT - 1) * (len(hidden) - 1)
            assert least <= left <= most, name


@given(rows)
def test_no_row_of_a_published_table_has_a_count_under_ten(table):
    found = merged(table)
    if found is None:
        return
    assert all(count == 0 or count >= LIMIT for row in found.values() for count in row.values())
    for column in ("told", "held"):
        assert sum(row[column] for row in found.values()) == sum(row[column] for row in table.values())
    assert all(found[name] == dict(table[name]) for name in found.keys() - {OTHER})


def test_rare_languages_become_one_row_and_too_few_people_no_table():
    table = {"es": {"told": 900, "held": 40}, "ti": {"told": 6, "held": 11}, "wo": {"told": 12, "held": 3}}
    assert merged(table) == {"es": {"told": 900, "held": 40}, OTHER: {"told": 18, "held": 14}}
    assert merged({"ti": {"told": 3, "held": 0}}) is None
