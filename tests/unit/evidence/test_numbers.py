"""Numbers that leave: none that few people are behind, the same in the pack and in the report of scope."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tidings import contacts, evidence
from tidings.contacts.suppression import suppressed
from tidings.evidence.numbers import least, shown, stepped


def numbers(body):
    """Every number that is shown."""
    if isinstance(body, dict):
        for value in body.values():
            yield from numbers(value)
    elif isinstance(body, list):
        for value in body:
            yield from numbers(value)
    elif isinstance(body, int) and not isinstance(body, bool):
        yield body


def test_no_count_from_one_to_nine_is_in_the_pack_or_in_the_scope(case, pack):
    counts = json.loads((pack / "counts.json").read_bytes())
    scope = evidence.write_scope(case.ws, case.folder / "scope")
    for body in (counts["record"], counts["deadlines"], counts["coverage"], scope["coverage"]):
        assert [one for one in numbers(body) if 0 < one < 10] == []
    covered = contacts.coverage(case.ws)
    small = [count for row in covered.languages.values() for count in row.values() if 0 < count < 10]
    assert small, "there is something to hide"


def test_pages_show_no_number_that_the_data_beside_them_do_not(pack, case):
    evidence.write_scope(case.ws, case.folder / "scope")
    for page, data in (
        (pack / "index.html", pack / "counts.json"),
        (case.folder / "scope/index.html", case.folder / "scope/scope.json"),
    ):
        known = {f"{one:,}" for one in numbers(json.loads(data.read_bytes()))}
        cells = re.findall(r'<td class="n">([^<]*)</td>', page.read_text(encoding="utf-8"))
        assert len(cells) > 10
        assert {cell for cell in cells if re.fullmatch(r"[0-9,]+", cell)} <= known | {"0"}


def test_the_scope_says_no_number_that_the_pack_does_not(case, pack):
    counts = json.loads((pack / "counts.json").read_bytes())
    assert evidence.write_scope(case.ws, case.folder / "scope")["coverage"] == counts["coverage"]


def test_by_language_there_are_only_steps(case, pack):
    languages = json.loads((pack / "counts.json").read_bytes())["coverage"]["languages"]
    assert languages
    assert all(isinstance(count, str) for row in languages.values() for count in row.values())


@given(st.integers(0, 100_000))
def test_a_step_holds_its_number_and_nobody_looks_as_few_do(count):
    if count < 10:
        assert stepped(count) == "<10"
    else:
        low, high = (int(part.replace(",", "")) for part in stepped(count).split(" to "))
        assert low <= count <= high == low + 9
        assert least(stepped(count)) == low


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 60)))
def test_one_person_more_in_a_language_shows_in_one_of_ten_cases_at_most(counts):
    """Not never: docs/auditors.md says so."""
    moved = [stepped(count) != stepped(count + 1) for count in range(10, 110)]
    assert sum(moved) == 10
    assert shown(counts) == suppressed({name: counts[name] for name in sorted(counts)})
