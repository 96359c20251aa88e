"""Each clock stands somewhere: waiting, running, soon over, overdue, done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tidings.laws import Facts, State, standing

FOUND = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
FACTS = Facts(discovered=FOUND, told=None, people=6000, untold=6000, others_told={})


def people(law, days, facts=FACTS):
    return standing(law, facts, FOUND + timedelta(days=days)).people


@pytest.mark.parametrize(
    ("days", "state", "left"),
    [(0, State.RUNNING, 60), (45, State.RUNNING, 15), (46, State.SOON, 14), (60, State.SOON, 0), (61, State.OVERDUE, -1)],
)
def test_hipaa_s_sixty_days(laws, days, state, left):
    found = people(laws["hipaa-164-404"], days)
    assert (found.state, found.days_left, found.firm) == (state, left, True)


def test_a_target_of_ours_says_that_it_is_none_of_the_law_s(laws):
    found = people(laws["pipeda"], 15)
    assert (found.state, found.firm) == (State.OVERDUE, False)
    assert "our target" in found.says


def test_once_nobody_waits_the_clock_is_done_however_late(laws):
    assert people(laws["hipaa-164-404"], 90, replace(FACTS, untold=0)).state is State.DONE


def test_without_people_nothing_is_done(laws):
    assert people(laws["hipaa-164-404"], 90, replace(FACTS, people=0, untold=0)).state is State.OVERDUE


def others(law, days=0, **facts):
    return {it.id: it.clock for it in standing(law, replace(FACTS, **facts), FOUND + timedelta(days=days)).others}


def test_california_s_attorney_general_is_told_within_fifteen_days_of_the_first_notice(laws):
    law = laws["california-1798-82"]
    assert others(law)["attorney-general"].state is State.WAITS
    told = others(law, 10, told=FOUND + timedelta(days=10))["attorney-general"]
    assert (told.deadline.day, told.days_left) == (date(2026, 3, 27), 15)


@pytest.mark.parametrize(
    ("number", "who"), [(499, {"hhs-yearly"}), (500, {"hhs"}), (501, {"hhs", "media"})], ids=["499", "500", "501"]
)
def test_whom_hipaa_wants_told_depends_on_how_many_people(laws, number, who):
    assert others(laws["hipaa-164-404"], people=number).keys() == who


def test_whoever_was_told_is_done(laws):
    found = others(laws["gdpr-34"], 9, others_told={"gdpr-34.authority": date(2026, 3, 4)})
    assert found["authority"].state is State.DONE


def test_the_authority_s_seventy_two_hours_run_from_the_hour(laws):
    assert others(laws["gdpr-34"], 3)["authority"].state is State.OVERDUE
    assert others(laws["gdpr-34"], 2.9)["authority"].state is State.SOON
