"""A later version of the notice: who was told hears that there is more, by what worked, and who was not is not told so."""

import pytest
from sqlalchemy import select

from tests.unit.delivery.conftest import CATALOGS
from tidings import delivery
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import Outcome
from tidings.model import Carries, Channel
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.store.tables import attempts, persons
from tidings.workspace import open_record

PHONE = {"phone": "(202) 555-0143"}
BOTH = {**PHONE, "email": "ana@example.org"}
ELSEWHERE = {"phone": "(202) 555-0144"}


def arrived(desk):
    delivery.receive(desk.ws, [Receipt(one.id, f"{one.id}-d", ReceiptEvent.DELIVERED, "x") for one in desk.attempts()])


def said(name):
    """The beginning of a message in Spanish, up to its first value."""
    return CATALOGS["es"].text(name, isolate=False, web="\x02", hotline="\x02", code="\x02").split("\x02")[0]


def test_who_was_told_hears_that_there_is_more_and_who_was_not_hears_the_first_words(desk, sms):
    desk.enrol(PHONE)
    desk.make_due()
    desk.send(sms)
    desk.supplement()
    desk.enrol(ELSEWHERE)
    desk.make_due()
    sms.taken.clear()
    desk.send(sms)
    texts = {one.to: one.text for one in sms.taken}
    assert texts["+12025550143"].startswith(said("teaser-sms-again"))
    assert texts["+12025550144"].startswith(said("teaser-sms"))
    assert said("teaser-sms-again") != said("teaser-sms")


def test_who_was_tried_in_vain_is_not_told_that_they_were_told(desk, sms):
    desk.enrol(PHONE)
    desk.make_due()
    desk.send(FakeChannel(Channel.SMS, outcomes={"+12025550143": Outcome.PERMANENT}))
    desk.supplement()
    desk.make_due()
    desk.send(sms)
    assert sms.taken[0].text.startswith(said("teaser-sms"))


def test_what_worked_before_comes_first(desk, sms, email):
    desk.enrol(BOTH)
    desk.make_due()
    desk.send(FakeChannel(Channel.SMS, outcomes={"+12025550143": Outcome.PERMANENT}))
    desk.make_due()
    desk.send(email)
    arrived(desk)
    desk.supplement()
    desk.make_due()
    assert [one.channel for one in desk.attempts() if one.version == 2] == ["email"]


def test_what_worked_before_and_fails_now_leads_to_the_rest_of_the_plan(desk, sms, email):
    test_what_worked_before_comes_first(desk, sms, email)
    desk.send(FakeChannel(Channel.EMAIL, outcomes={"ana@example.org": Outcome.PERMANENT}))
    desk.make_due()
    assert [one.channel for one in desk.attempts() if one.version == 2] == ["sms", "email"]


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("carries", list(Carries))
def test_a_letter_says_so_too_to_those_who_were_told(desk, again, carries):
    desk.supplement()
    (record,) = _records(desk)
    letter = desk.composer.telling(again).letter(record, carries, "es", "K7Q2-M9XD")
    whole = "\n".join((letter.title, *letter.opening))
    name = "supplement-opening" if carries is Carries.FULL else "teaser-letter-opening-again"
    assert (CATALOGS["es"].text(name) in whole) is again


def test_letters_of_the_version_before_wait_no_more(desk):
    desk.enrol({"mailing_address": "1 Elm St, Springfield, VA 22150"})
    desk.make_due()
    desk.set(attempts, attempts.c.channel == "letter", state="accepted")
    assert len(list(delivery.ready_letters(desk.ws))) == 1
    desk.supplement()
    assert list(delivery.ready_letters(desk.ws)) == []


def _records(desk):
    desk.enrol({"mailing_address": "1 Elm St, Springfield, VA 22150"})
    with desk.ws.store.reading() as connection:
        return [open_record(desk.ws, row) for row in connection.execute(select(persons))]
