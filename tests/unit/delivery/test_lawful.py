"""Clocks by what the workspace knows, and the gate before anything goes out."""

from datetime import UTC, datetime, timedelta

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


def others(desk):
    with desk.ws.store.reading() as connection:
        (law,) = delivery.clocks(desk.ws, connection)
    return {it.id: it.clock.state for it in law.others}


def test_the_clock_runs_until_a_provider_took_everybody_s_notice(desk):
    describe(desk, laws=(LAW,), found=50)
    desk.enrol({"phone": "202-555-0147"}, {"phone": "202-555-0148"})
    assert (people(desk).state, people(desk).days_left) == (State.SOON, 10)
    desk.make_due()
    assert people(desk).state is State.SOON
    desk.send(FakeChannel(Channel.SMS))
    assert people(desk).state is State.DONE


def test_whoever_waits_for_a_human_is_not_told(desk):
    describe(desk, laws=(LAW,), found=61)
    desk.enrol({"phone": "202-555-0147", "custody_status": "Removed"})
    assert (people(desk).state, people(desk).days_left) == (State.OVERDUE, -1)


def test_others_are_told_only_where_so_many_people_are_affected(desk):
    describe(desk, laws=("california-1798-82",), found=1)
    desk.enrol({"phone": "202-555-0147"}, {"phone": "202-555-0148"})
    assert others(desk) == {}  # above 500 people only
    describe(desk, laws=(LAW,))
    assert others(desk).keys() == {"hhs-yearly"}


def test_whom_the_incident_says_to_have_told_is_done(desk):
    describe(desk, laws=("omb-m-17-12",), found=1)
    assert others(desk)["cisa"] is State.OVERDUE
    describe(desk, others_told={"omb-m-17-12.cisa": desk.ws.incident.exposure.discovered.date()})
    assert others(desk)["cisa"] is State.DONE


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
