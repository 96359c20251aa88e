"""What an officer's word does not reach: other rules, other people, another officer's; and how it is taken back."""

import sys
from dataclasses import replace

import pytest
from sqlalchemy import select, update

from tests.unit.contacts.test_deciding import CATALOGS, NUMBER, WHY, decide, entries_of, explained, person, refused
from tests.unit.contacts.test_plan import ADULT, around
from tidings import contacts, stewardship
from tidings.contacts import Choice, Does
from tidings.contacts.loosening import LOOSENING_FIELD
from tidings.contacts.plan import Decisions, plan
from tidings.contacts.resolve import unplanned_batches
from tidings.errors import PlanError
from tidings.model import Carries, Channel, Flag, Owner, PersonState, Track
from tidings.officers import acting
from tidings.store.tables import decisions, loosenings, persons
from tidings.vault import Sealed

ADDRESS = "1 Elm St, Springfield, VA 22150"


# --- how far a word reaches -----------------------------------------------------------------------------------------------


def test_that_a_rule_does_not_stand_of_a_person_says_nothing_of_who_opens_their_letters():
    """Custody was found out; who opens letters at that address, and who else hears that telephone, was not."""
    found_out = Decisions({"custody.unknown": Choice.FULL})
    made = plan(replace(ADULT, emails=(), flags=frozenset({Flag.CUSTODY_UNKNOWN})), around(shared=3), decided=found_out)
    assert {one.channel: (one.usable, one.carries) for one in made.contacts} == {
        Channel.SMS: (False, Carries.TEASER),
        Channel.LETTER: (True, Carries.TEASER),
    }


def test_a_contact_that_a_note_calls_dangerous_is_decided_on_for_itself():
    """Whoever vouches for the telephone in spite of "do not phone" has not spoken of the danger."""
    noted = replace(ADULT, emails=(), address="", flags=frozenset({Flag.UNSAFE, Flag.DO_NOT_PHONE}))
    key = (Channel.SMS, ADULT.phones[0].e164)
    vouched = Decisions({"note.unsafe": Choice.TEASER}, {("note.do_not_phone", key): Choice.FULL})
    assert plan(noted, around(), decided=vouched).contacts[0].held_by == ("contact.unsafe",)
    both = replace(vouched, of_contact={**vouched.of_contact, ("contact.unsafe", key): Choice.TEASER})
    assert plan(noted, around(), decided=both).contacts[0].usable


def test_a_letter_to_an_address_that_an_officer_vouches_for_carries_everything(desk):
    desk.enrol({"mailing_address": "Flat 3, the blue house behind the church"})
    found = explained(desk).contacts[0]
    decide(desk, "address.unclear", Choice.FULL, found.contact)
    assert explained(desk).contacts[0].carries == Carries.FULL


# --- taken back -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def removed(desk):
    desk.enrol({"custody_status": "Removed", "phone": NUMBER, "attorney": "J. Roe", "attorney_contact": "roe@law.example.org"})
    return desk


def test_who_was_let_go_by_mistake_waits_again_and_nothing_is_sent(removed):
    decide(removed, "custody.removed", Choice.TEASER)
    assert explained(removed).state == "planned"
    decide(removed, "custody.removed", Choice.WAIT)
    found = explained(removed)
    assert (found.state, found.rule) == ("held", "custody.removed")
    assert removed.make_due() == 0
    assert [made.choice for made in found.decisions] == ["teaser", "wait"]
    assert len(entries_of(removed, "hold.decided")) == 2


def test_what_was_decided_may_be_changed_while_they_are_planned(removed):
    decide(removed, "custody.removed", Choice.TEASER)
    decide(removed, "custody.removed", Choice.NEVER)
    assert explained(removed).state == PersonState.SETTLED


@pytest.mark.parametrize("choice", [Choice.TOLD, Choice.NEVER])
def test_who_was_settled_by_mistake_waits_again_also_under_what_is_no_rule_of_the_files(desk, choice):
    desk.enrol({})
    decide(desk, "contact.none", choice)
    assert explained(desk).state == PersonState.SETTLED
    decide(desk, "contact.none", Choice.WAIT)
    assert (explained(desk).state, explained(desk).rule) == ("held", "contact.none")


def test_a_word_on_a_contact_is_taken_back_too(desk):
    desk.enrol({"phone": f"cousin: {NUMBER}"})
    contact = explained(desk).contacts[0].contact
    decide(desk, "phone.not_own", Choice.TEASER, contact)
    decide(desk, "phone.not_own", Choice.WAIT, contact)
    assert (explained(desk).state, explained(desk).contacts[0].state) == ("held", "held")


def test_what_nobody_decided_cannot_be_taken_back(removed):
    assert refused(removed, "custody.removed", Choice.WAIT) is PlanError.Code.NO_CHOICE


def test_of_two_officers_at_once_both_are_recorded_and_the_later_one_counts(removed):
    """Each looked at what was there before the other wrote."""
    decide(removed, "custody.removed", Choice.TOLD, reason="the partner rang us")
    decide(removed, "custody.removed", Choice.ATTORNEY, reason="the partner was mistaken")
    found = explained(removed)
    assert [(made.choice, made.counts) for made in found.decisions] == [("told", True), ("attorney", True)]
    assert found.state == "planned"


# --- whom and what nobody decides on --------------------------------------------------------------------------------------


def test_who_is_settled_is_not_decided_on_under_any_word_that_is_typed(removed):
    decide(removed, "custody.removed", Choice.TOLD)
    for rule in ("phone.nobodys", "decided.told", "list.gone", "Jane Doe"):
        assert refused(removed, rule, Choice.TOLD) is PlanError.Code.NOT_HELD, rule


def test_who_is_one_with_somebody_else_is_not_decided_on(removed):
    with removed.ws.store.writing() as connection:
        connection.execute(update(persons).values(state=PersonState.JOINED))
    contact = explained(removed).contacts[0].contact
    assert refused(removed, "custody.removed", Choice.TOLD) is PlanError.Code.NOT_HELD
    assert refused(removed, "custody.removed", Choice.NEVER, contact) is PlanError.Code.NOT_HELD


def test_a_decision_that_was_killed_before_its_plan_is_planned_by_the_next_resolve(removed, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("tidings.contacts.deciding.plan_now", lambda *_: None)
        decide(removed, "custody.removed", Choice.ATTORNEY)
    assert removed.make_due() == 0, "what was planned before is no longer sent"
    for batch in unplanned_batches(removed.ws):
        contacts.resolve_batch(removed.ws, batch, CATALOGS)
    assert explained(removed).state == "planned"


def test_an_officer_opens_their_key_once_for_many_decisions(removed, monkeypatch):
    who = acting(removed.ws, contacts.DECIDES)
    monkeypatch.setattr(sys.modules["tidings.officers.acting"], "open_key", lambda _settings: pytest.fail("opened again"))
    contacts.decide(removed.ws, person(removed), "custody.removed", Choice.TOLD, WHY, CATALOGS, who=who)
    assert explained(removed).state == PersonState.SETTLED


# --- loosening ------------------------------------------------------------------------------------------------------------


def test_to_loosen_what_is_loosened_already_changes_and_records_nothing(desk):
    desk.enrol({"mailing_address": ADDRESS})
    assert contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, WHY) == 1
    assert contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, WHY) is None
    assert contacts.loosen(desk.ws, "contact.unknown", None, WHY) is None
    assert len(entries_of(desk, "rule.loosened")) == 1


def test_why_a_rule_was_loosened_is_sealed_anew_with_the_others_and_ends_with_them(desk):
    desk.enrol({"mailing_address": ADDRESS})
    contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, WHY)

    def kept():
        with desk.ws.store.reading() as connection:
            return connection.execute(select(loosenings)).one()

    before = kept()
    stewardship.rotate(desk.ws)
    stewardship.begin_reseal(desk.ws)
    assert stewardship.reseal_refused(desk.ws)["values"] == 1
    assert stewardship.reseal_refused(desk.ws)["values"] == 0
    stewardship.reseal_batch(desk.ws, 0)
    stewardship.end_reseal(desk.ws)
    after = kept()
    assert after.sealed != before.sealed
    assert WHY.encode() in desk.ws.vault.open_sealed(after.key, LOOSENING_FIELD, 1, Sealed(after.sealed))
    stewardship.close_incident(desk.ws, anyway=True)
    assert WHY.encode() in desk.ws.vault.open_sealed(after.key, LOOSENING_FIELD, 1, Sealed(after.sealed))
    desk.ws.vault.end()
    assert desk.ws.vault.with_keys([after.key]) == frozenset()


def test_why_it_was_decided_is_read_again_by_whoever_opens_the_person(removed):
    decide(removed, "custody.removed", Choice.ATTORNEY)
    with removed.ws.store.reading() as connection:
        assert contacts.reasons(removed.ws, connection, person(removed)) == [WHY]
        row = connection.execute(select(decisions)).one()
    assert WHY.encode() not in bytes(row.sealed)


@pytest.mark.parametrize("loosest", [Does.TEASER, Does.ALLOW])
def test_a_rule_that_is_loosened_for_all_does_not_open_what_was_decided_of_one(loosest):
    """An officer said that this cousin's telephone is never used; another that the incident may text relatives."""
    cousin = replace(ADULT, emails=(), address="", phones=(replace(ADULT.phones[0], owner=Owner.RELATIVE),))
    key = (Channel.SMS, ADULT.phones[0].e164)
    laxer = around()
    laxer = replace(laxer, rulebook=laxer.rulebook.loosen({"phone.not_own": loosest}))
    assert plan(cousin, laxer).contacts[0].usable
    never = plan(cousin, laxer, decided=Decisions(of_contact={("phone.not_own", key): Choice.NEVER}))
    assert not never.contacts[0].usable


def test_through_the_attorney_only_stays_so_when_the_rule_is_loosened():
    unknown = replace(ADULT, attorney_emails=("roe@law.example.org",), flags=frozenset({Flag.CUSTODY_UNKNOWN}))
    laxer = around()
    laxer = replace(laxer, rulebook=laxer.rulebook.loosen({"custody.unknown": Does.TEASER}))
    made = plan(unknown, laxer, decided=Decisions({"custody.unknown": Choice.ATTORNEY}))
    assert {one.track for one in made.contacts if one.usable} == {Track.ATTORNEY}
