"""Clocks by what the workspace knows, and the gate before anything goes out."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.laws import LawError, State
from tidings.model import Channel
from tidings.notices import Catalogs

LAW = "hipaa-164-404"


def describe(desk, **facts):
    """`found`: so many days before the desk's today."""
    if "found" in facts:
        day = datetime.fromtimestamp(desk.clock.seconds, UTC) - timedelta(days=facts.pop("found"))
        facts["exposure"] = desk.ws.incident.exposure.model_copy(update={"discovered": day})
    desk._describe(**facts)


def people(desk):
    with desk.ws.store.reading() as connection:
        (law,) = delivery.clocks(desk.ws, connection)
    return law.people


def test_the_clock_runs_until_a_provider_took_everybody_s_notice(desk):
    describe(desk, laws=(LAW,), found=50)
    desk.enrol({"phone": "202-555-0147"}, {"phone": "202-555-0148"})
    assert (people(desk).state, people(desk).days_left) == (State.SOON, 10)
    desk.make_due()
    assert people(desk).state is State.SOON
    desk.send(FakeChannel(Channel.SMS))
    assert people(desk).state is State.DONE


def test_a_letter_that_lies_ready_is_not_sent_and_whoever_waits_for_a_human_is_not_told(desk):
    describe(desk, laws=(LAW,), found=61)
    desk.enrol({"phone": "202-555-0147", "custody_status": "Removed"})
    assert (people(desk).state, people(desk).days_left) == (State.OVERDUE, -1)


def test_others_that_are_told_after_people_wait_for_the_first_notice(desk):
    describe(desk, laws=("california-1798-82",), found=1)
    many = [{"phone": f"202-555-{number:04}"} for number in range(100, 102)]
    desk.enrol(*many)
    with desk.ws.store.reading() as connection:
        assert delivery.clocks(desk.ws, connection)[0].others == ()  # above 500 people only


def test_texts_that_lack_an_element_are_refused_and_complete_ones_are_not(desk):
    catalogs = Catalogs.load(incident=desk.ws.incident_folder)
    describe(desk, laws=("omb-m-17-12",))
    delivery.refuse_unlawful(desk.ws, catalogs)
    describe(desk, exposure=desk.ws.incident.exposure.model_copy(update={"encrypted": None}))
    with pytest.raises(LawError) as error:
        delivery.refuse_unlawful(desk.ws, catalogs)
    assert error.value.code is LawError.Code.UNMET
    assert "omb-m-17-12: encrypted: en" in error.value.where


def test_a_law_of_three_days_asks_for_the_reason_once_they_are_over(desk):
    catalogs = Catalogs.load(incident=desk.ws.incident_folder)
    describe(desk, laws=("lgpd",), found=1)
    delivery.refuse_unlawful(desk.ws, catalogs)
    describe(desk, found=20)
    with pytest.raises(LawError) as error:
        delivery.refuse_unlawful(desk.ws, catalogs)
    assert "lgpd: reasons-for-delay: en: the notice does not say incident-*-delay" in error.value.where


def test_a_supplement_is_looked_at_as_it_will_be_sent(desk):
    catalogs = Catalogs.load(incident=desk.ws.incident_folder)
    describe(desk, laws=("california-1798-82",), version=2, others_told={})
    delivery.refuse_unlawful(desk.ws, catalogs)
    assert date(2022, 11, 28) == desk.ws.incident.exposure.ended.date()
