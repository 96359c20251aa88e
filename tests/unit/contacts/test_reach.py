"""In which class of coverage somebody is: everybody in one, by what was sent or will be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.contacts.reach import OUTCOME, Outcome, Reach, in_order, reach
from tidings.contacts.standing import Step, standing
from tidings.model import HAND_OUT, AttemptState, Carries, Channel, PersonState, Track
from tidings.rules import Rule


def contact(channel, position=0, track=Track.PERSON, *, usable=True, attempt=None, carries=Carries.TEASER, code=""):
    return Step(position, track, position, channel, usable, attempt, code, carries=carries)


def told(*contacts, state=PersonState.PLANNED):
    return reach(state, None, in_order(contacts, Track.PERSON))


def test_every_reach_has_an_outcome():
    assert OUTCOME.keys() == set(Reach)
    assert set(OUTCOME.values()) == set(Outcome)


@pytest.mark.parametrize(
    ("state", "rule", "found"),
    [
        (PersonState.JOINED, None, Reach.GONE),
        (PersonState.ERASING, None, Reach.GONE),
        (PersonState.ERASED, None, Reach.GONE),
        (PersonState.SETTLED, Rule.NEVER, Reach.NEVER),
        (PersonState.SETTLED, Rule.TOLD, Reach.OTHERWISE),
        (PersonState.ENROLLED, None, Reach.UNPLANNED),
        (PersonState.UNDELIVERED, Rule.EXHAUSTED, Reach.IN_VAIN),
        (PersonState.HELD, Rule.NO_CONTACT, Reach.NO_CONTACT),
        (PersonState.HELD, Rule.BLOCKED, Reach.HELD),
        (PersonState.PLANNED, None, Reach.ATTORNEY),
    ],
)
def test_a_state_says_what_becomes_of_somebody_without_a_contact_of_their_own(state, rule, found):
    assert reach(state, rule, []) is found


def test_the_first_contact_counts_since_the_others_are_for_when_it_fails():
    sms, letter = contact(Channel.SMS, 0), contact(Channel.LETTER, 1, carries=Carries.FULL)
    assert told(letter, sms) is Reach.TEASER
    assert told(contact(Channel.SMS, 0, attempt=AttemptState.FAILED_PERMANENT), letter) is Reach.FULL


def test_a_contact_that_a_notice_went_to_comes_before_a_better_one():
    sent = contact(Channel.SMS, 1, usable=False, attempt=AttemptState.ACCEPTED)
    letter = contact(Channel.LETTER, 0, carries=Carries.FULL)
    assert told(letter, sent, state=PersonState.SENT) is Reach.TEASER


def test_a_letter_in_a_drawer_whose_plan_changed_is_no_contact():
    drawer = contact(Channel.HAND, 0, usable=False, attempt=AttemptState.ACCEPTED, carries=Carries.FULL)
    out = contact(Channel.HAND, 0, usable=False, attempt=AttemptState.ACCEPTED, carries=Carries.FULL, code=HAND_OUT)
    sms = contact(Channel.SMS, 1)
    assert told(drawer, sms) is Reach.TEASER
    assert told(out, sms) is Reach.HAND


contacts = st.lists(
    st.builds(
        contact,
        st.sampled_from(Channel),
        st.integers(0, 5),
        st.sampled_from(Track),
        usable=st.booleans(),
        attempt=st.none() | st.sampled_from(AttemptState),
        code=st.sampled_from(["", HAND_OUT]),
    ),
    max_size=4,
    unique_by=lambda one: one.position,
)


@given(contacts)
def test_whoever_is_told_by_nothing_of_their_own_has_an_attorney_who_is(found):
    stands = standing(found, None)
    if OUTCOME[reach(stands.state, stands.rule, in_order(found, Track.PERSON))] is not Outcome.TOLD:
        return
    assert in_order(found, Track.PERSON) or in_order(found, Track.ATTORNEY)
