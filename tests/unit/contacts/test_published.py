"""Coverage for outsiders: nothing under ten in any list, nothing that one list says of another, three formats."""

import csv
import io
from collections import Counter
from copy import deepcopy
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.contacts.test_suppression import shown_alike
from tidings.cli.outsiders import FORMATS, for_outsiders
from tidings.contacts import OTHER, OUTCOME, WITHHELD, Coverage, Outcome, Reach, published
from tidings.contacts.suppression import LIMIT, MASKED, SMALL
from tidings.incident import load_incident
from tidings.model import Carries, Channel

EXAMPLE = load_incident(Path(__file__).parents[3] / "config/incidents/example")
RULES = ["custody.removed", "person.minor", "phone.shared"]
TAGS = ["es", "ht", "mam", "ti", "unknown", "wo"]
OWN = [(Channel.SMS, Carries.TEASER), (Channel.EMAIL, Carries.FULL), (Channel.HAND, Carries.FULL)]
counts = st.one_of(st.just(0), st.integers(0, 12), st.integers(0, 40), st.integers(0, 3000))


def split(draw, total, names):
    """A total among names, much to few: as people are."""
    found = Counter()
    for name in names[1:]:
        part = min(draw(st.one_of(st.just(0), st.integers(0, 12), st.integers(0, total))), total)
        found[name], total = part, total - part
    found[names[0]] = total
    return found


@st.composite
def coverages(draw):
    """Numbers that fit together as those of people do."""
    found = Coverage(reached=Counter({one: draw(counts) for one in Reach}))
    found.held = +split(draw, found.reached[Reach.HELD], RULES)
    own = found.outcomes[Outcome.TOLD] - found.reached[Reach.ATTORNEY]
    found.own.first = +split(draw, own, OWN)
    for one in Outcome:
        if one is not Outcome.GONE:
            for tag, count in split(draw, found.outcomes[one], TAGS).items():
                found.languages[tag][one] += count
    return found


def parts(shown):
    """Every list that is shown, languages outcome by outcome."""
    yield from (found for found in (shown.outcomes, shown.told, shown.held, shown.nobody) if found is not None)
    if shown.languages:
        columns = next(iter(shown.languages.values()))
        yield from ({tag: row[one] for tag, row in shown.languages.items()} for one in columns)


@given(coverages())
def test_no_list_shows_a_count_under_ten(found):
    for part in parts(published(found)):
        assert all(count in (SMALL, MASKED) or count == 0 or count >= LIMIT for count in part.values())


@given(coverages())
def test_every_list_that_is_shown_has_a_known_total_so_that_it_is_judged_by_what_readers_know(found):
    shown = published(found)
    reached = found.outcomes
    for one, part in ((Outcome.TOLD, shown.told), (Outcome.HELD, shown.held), (Outcome.NOBODY, shown.nobody)):
        if part is not None:
            assert shown.outcomes[one] == reached[one]
            if not {SMALL, MASKED} & set(part.values()):
                assert sum(part.values()) == reached[one]
    for row in (shown.languages or {}).values():
        assert all(shown.outcomes[one] == reached[one] for one in row)


@given(coverages())
def test_a_hidden_count_of_a_rule_or_a_language_may_be_any_while_all_that_is_published_stays_the_same(found):
    shown = published(found)
    for name in [name for name, count in (shown.held or {}).items() if count == SMALL]:
        for value in range(1, LIMIT - 1):
            other = deepcopy(found)
            other.held = Counter(shown_alike(dict(sorted(found.held.items())), shown.held, name, value))
            assert published(other) == shown
    for tag, row in (shown.languages or {}).items():
        for one in [one for one, count in row.items() if count == SMALL and tag != OTHER]:
            column = {name: part[one] for name, part in shown.languages.items()}
            if column.get(OTHER) in (SMALL, MASKED):
                continue  # several languages in one row: the list's own test has it
            real = {name: found.languages[name][one] for name in sorted(set(column) - {OTHER})}
            for value in range(1, LIMIT - 1):
                other = deepcopy(found)
                for name, count in shown_alike(real, column, tag, value).items():
                    other.languages[name][one] = count
                assert published(other) == shown


def test_rare_languages_are_one_row_and_their_names_are_not_said():
    found = Coverage(reached=Counter({Reach.TEASER: 121, Reach.HELD: 44}), held=Counter({"person.minor": 44}))
    found.own.first[Channel.SMS, Carries.TEASER] = 121
    found.languages["es"] = Counter({Outcome.TOLD: 100, Outcome.HELD: 30})
    found.languages["ti"] = Counter({Outcome.TOLD: 9, Outcome.HELD: 5})
    found.languages["wo"] = Counter({Outcome.TOLD: 8, Outcome.HELD: 9})
    found.languages["ht"] = Counter({Outcome.TOLD: 4})
    assert published(found).languages == {
        "es": {"told": 100, "held": 30},
        "other": {"told": 21, "held": 14},
    }


def test_what_makes_up_a_hidden_number_is_withheld():
    found = Coverage(reached=Counter({Reach.TEASER: 500, Reach.HELD: 100, Reach.NO_CONTACT: 5}))
    found.own.first[Channel.SMS, Carries.TEASER] = 500
    found.held = Counter({"phone.shared": 60, "custody.removed": 40})
    found.languages["es"] = Counter({Outcome.TOLD: 500, Outcome.HELD: 100, Outcome.NOBODY: 5})
    shown = published(found)
    assert shown.outcomes == {"told": 500, "held": MASKED, "nobody": SMALL, "settled": 0, "unplanned": 0, "gone": 0}
    assert (shown.held, shown.nobody) == (None, None)
    assert shown.told == {"attorney": 0, "sms, teaser": 500}
    assert shown.languages == {"es": {"told": 500}}
    assert not shown.nobody_is_exact
    assert orjson.loads(for_outsiders(EXAMPLE, shown, [{"asks": "tell"}], ".json"))["laws"] == WITHHELD


def test_too_few_people_are_not_shown_at_all():
    shown = published(Coverage(reached=Counter({Reach.TEASER: 3, Reach.NO_CONTACT: 2})))
    assert (shown.outcomes, shown.told, shown.held, shown.nobody, shown.languages) == (None,) * 5


@pytest.mark.parametrize("ending", FORMATS)
@given(found=coverages())
def test_all_formats_say_the_same_and_no_count_under_ten(ending, found):
    text = for_outsiders(EXAMPLE, published(found), [], ending).decode()
    if ending == ".json":
        said = orjson.loads(text)
        assert said["people"] == found.people
        assert said["outcomes"] == (published(found).outcomes or WITHHELD)
    elif ending == ".csv":
        rows = list(csv.reader(io.StringIO(text)))
        assert {len(row) for row in rows} == {4}
        numbers = [int(row[3]) for row in rows[2:] if row[3].isdigit()]
        assert all(number == 0 or number >= LIMIT for number in numbers)
    else:
        assert text.startswith(f"# example: how {found.people:,} people are told\n")
        assert text.count("\n## ") == 6


def test_every_outcome_is_shown():
    assert {one.value for one in Outcome} == {one.value for one in OUTCOME.values()}
