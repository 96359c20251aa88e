"""Where a person stands: from contacts and attempts alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts.standing import Step, standing
from tidings.model import AttemptState, Channel, PersonState, Track
from tidings.rules import Rule


def step(position, attempt=None, *, track=Track.PERSON, channel=Channel.SMS, usable=True, code=""):
    return Step(position, track, position, channel, usable, attempt, code)


def test_the_first_contact_is_due_first():
    assert standing([step(1), step(2)], None).due == (1,)


@pytest.mark.parametrize("failed", [AttemptState.FAILED_PERMANENT])
def test_the_next_contact_is_due_when_one_fails_for_good(failed):
    found = standing([step(1, failed), step(2)], None)
    assert (found.state, found.due) == (PersonState.PLANNED, (2,))


@pytest.mark.parametrize(
    ("attempt", "state"),
    [
        (AttemptState.PLANNED, PersonState.PLANNED),
        (AttemptState.SENDING, PersonState.SENDING),
        (AttemptState.ACCEPTED, PersonState.SENT),
        (AttemptState.DELIVERED, PersonState.DELIVERED),
        (AttemptState.FAILED_TEMPORARY, PersonState.PLANNED),
        (AttemptState.UNKNOWN, PersonState.UNKNOWN),
        (AttemptState.BLOCKED, PersonState.HELD),
        (AttemptState.FAILED_PERMANENT, PersonState.UNDELIVERED),
    ],
)
def test_an_only_contact_decides(attempt, state):
    assert standing([step(1, attempt)], None).state is state
    assert standing([step(1, attempt)], None).due == ()


def test_a_letter_that_was_pressed_waits_for_a_human():
    assert standing([step(1, AttemptState.ACCEPTED, channel=Channel.HAND)], None).state is PersonState.LETTER_READY


def by_hand(position, attempt, code="", *, usable=True):
    return step(position, attempt, channel=Channel.HAND, usable=usable, code=code)


@pytest.mark.parametrize("code", ["hand.moved", "hand.released", "hand.removed"])
def test_whoever_is_not_held_there_any_more_waits_until_the_list_says_where_they_are(code):
    found = standing([by_hand(1, AttemptState.BLOCKED, code), step(2)], None)
    assert (found.state, found.rule, found.due) == (PersonState.HELD, Rule.CUSTODY_CHANGED, ())
    corrected = standing([by_hand(1, AttemptState.BLOCKED, code, usable=False), step(2)], None)
    assert (corrected.state, corrected.due) == (PersonState.PLANNED, (2,))
    assert standing([by_hand(1, AttemptState.BLOCKED, code, usable=False)], "custody.removed").rule == "custody.removed"


@pytest.mark.parametrize("code", ["", "hand.absent"])
def test_a_letter_in_a_drawer_for_a_place_that_they_left_is_as_if_it_had_never_been(code):
    left = by_hand(1, AttemptState.ACCEPTED, code, usable=False)
    assert standing([left, by_hand(2, None)], None).due == (2,)
    assert standing([left], "list.gone").rule == "list.gone"


def test_a_letter_that_is_out_on_a_sheet_may_be_in_their_hands_wherever_the_list_says_they_are_now():
    out = by_hand(1, AttemptState.ACCEPTED, "hand.out", usable=False)
    found = standing([out, by_hand(2, None)], None)
    assert (found.state, found.due) == (PersonState.LETTER_READY, ())


def test_nobody_who_was_handed_a_letter_elsewhere_has_another_one_ready():
    again = by_hand(1, AttemptState.ACCEPTED)
    assert standing([again, by_hand(2, AttemptState.DELIVERED, "hand.handed", usable=False)], None).state is PersonState.DELIVERED


def test_a_provider_that_blocks_is_another_rule():
    assert standing([step(1, AttemptState.BLOCKED, code="hand.moved", usable=False)], None).rule is Rule.CUSTODY_CHANGED
    assert standing([step(1, AttemptState.BLOCKED, code="30007")], None).rule is Rule.BLOCKED


def test_a_letter_without_its_font_is_held_under_that_rule():
    found = standing([step(1, AttemptState.PLANNED, channel=Channel.LETTER, code="font.missing")], None)
    assert (found.state, found.rule) == (PersonState.HELD, Rule.FONT_MISSING)


def test_tracks_go_side_by_side():
    found = standing([step(1, track=Track.ATTORNEY, channel=Channel.EMAIL), step(2)], None)
    assert set(found.due) == {1, 2}


def test_what_asks_for_work_comes_before_what_is_done():
    done = step(1, AttemptState.DELIVERED, track=Track.ATTORNEY, channel=Channel.EMAIL)
    assert standing([done, step(2)], None).state is PersonState.PLANNED
    assert standing([done, step(2, AttemptState.UNKNOWN)], None).state is PersonState.UNKNOWN
    assert standing([done, step(2, AttemptState.ACCEPTED, channel=Channel.HAND)], None).state is PersonState.LETTER_READY


def test_nobody_is_told_again_because_a_later_plan_puts_a_new_contact_first():
    told = step(2, AttemptState.DELIVERED)
    assert standing([step(1), told], None).due == ()
    gone = Step(2, Track.PERSON, 2, Channel.SMS, False, AttemptState.ACCEPTED)
    assert standing([step(1), gone], None).due == ()


def test_an_attempt_on_a_contact_that_is_held_by_now_is_not_made():
    found = standing([step(1, AttemptState.PLANNED, usable=False), step(2)], None)
    assert found.due == (2,)


def test_whoever_has_no_usable_contact_is_held_under_the_plans_rule():
    assert standing([step(1, usable=False)], "person.minor").rule == "person.minor"
    assert standing([], None).rule == Rule.NO_CONTACT


steps = st.lists(
    st.builds(
        Step,
        st.integers(1, 6),
        st.sampled_from(Track),
        st.integers(1, 6),
        st.sampled_from(Channel),
        st.booleans(),
        st.none() | st.sampled_from(AttemptState),
        st.sampled_from(["", "delivery.unknown", "font.missing", "hand.out", "hand.moved"]),
    ),
    max_size=6,
    unique_by=lambda one: one.contact,
)


@given(steps)
def test_only_usable_contacts_that_were_never_tried_are_due_and_one_a_track(found_steps):
    found = standing(found_steps, None)
    by_contact = {one.contact: one for one in found_steps}
    assert all(by_contact[contact].usable and by_contact[contact].attempt is None for contact in found.due)
    assert len({by_contact[contact].track for contact in found.due}) == len(found.due)


@given(steps)
def test_nothing_is_due_on_a_track_where_a_notice_may_have_arrived(found_steps):
    reached = {
        one.track
        for one in found_steps
        if one.attempt in (AttemptState.ACCEPTED, AttemptState.DELIVERED, AttemptState.SENDING, AttemptState.UNKNOWN)
        and not one.void  # a letter in a drawer arrived nowhere
    }
    by_contact = {one.contact: one for one in found_steps}
    assert not {by_contact[contact].track for contact in standing(found_steps, None).due} & reached


@given(steps)
def test_whoever_waits_for_a_human_waits_under_a_rule(found_steps):
    found = standing(found_steps, None)
    if found.state in (PersonState.HELD, PersonState.UNDELIVERED):
        assert found.rule is not None


@pytest.mark.parametrize("attempt", [AttemptState.PLANNED, AttemptState.FAILED_TEMPORARY])
def test_an_attempt_that_waits_on_a_contact_no_longer_used_counts_as_never_planned(attempt):
    """A later list brought somebody else of the same number: the plan holds them, and nothing was tried in vain."""
    step = Step(contact=1, track=Track.PERSON, position=0, channel=Channel.SMS, usable=False, attempt=attempt)
    found = standing([step], "phone.household")
    assert (found.state, found.rule, found.due) == (PersonState.HELD, "phone.household", ())


@pytest.mark.parametrize("usable", [True, False])
def test_whoever_was_told_stays_told_when_they_are_moved_back_to_where_a_letter_came_back_from(usable):
    back = step(1, AttemptState.BLOCKED, channel=Channel.HAND, code="handover.released", usable=True)
    told = step(2, AttemptState.DELIVERED, channel=Channel.HAND, usable=usable)
    assert standing([back, told], None).state is PersonState.DELIVERED
    assert standing([back, told], None).due == ()
