"""An officer's word: recorded with its reason, in the ledger without it, planned by at once, and void when facts change."""

import orjson
import pytest
from sqlalchemy import func, select, update

from tests.unit.delivery.conftest import CATALOGS
from tidings import contacts, ledger, stewardship
from tidings.commitment import opens
from tidings.contacts import Choice, Does
from tidings.contacts.deciding import decision_field
from tidings.contacts.resolve import unplanned_batches
from tidings.errors import PlanError, WorkspaceError
from tidings.model import PersonId, PersonState, Role
from tidings.officers import OfficerError, entry_signed
from tidings.store.tables import contacts as contacts_table
from tidings.store.tables import decisions, entries, loosenings, persons
from tidings.vault import Sealed

NUMBER = "202-555-0147"
WHY = "Her sister says that the cousin is with her every day"


def everybody(desk):
    with desk.ws.store.reading() as connection:
        return connection.execute(select(persons).order_by(persons.c.number)).all()


def person(desk, place=0):
    return PersonId(everybody(desk)[place].id)


def explained(desk, place=0):
    return contacts.explain(desk.ws, person(desk, place), CATALOGS)


def decide(desk, rule, choice, contact=None, place=0, reason=WHY):
    contacts.decide(desk.ws, person(desk, place), rule, choice, reason, CATALOGS, contact)


def entries_of(desk, kind):
    with desk.ws.store.reading() as connection:
        found = connection.scalars(select(entries.c.body).where(entries.c.kind == kind).order_by(entries.c.sequence))
        return [bytes(body) for body in found]


def refused(desk, *arguments, **more):
    with pytest.raises(PlanError) as error:
        decide(desk, *arguments, **more)
    return error.value.code


@pytest.fixture
def removed(desk):
    desk.enrol({"custody_status": "Removed", "phone": NUMBER, "attorney": "J. Roe", "attorney_contact": "roe@law.example.org"})
    return desk


@pytest.fixture
def relative(desk):
    desk.enrol({"phone": f"cousin: {NUMBER}"})
    return desk


def test_the_rule_that_holds_a_contact_is_decided_on_and_the_person_is_planned_at_once(relative):
    found = explained(relative)
    assert (found.state, found.rule) == ("held", "phone.not_own")
    decide(relative, "phone.not_own", Choice.TEASER, found.contacts[0].contact)
    after = explained(relative)
    assert (after.state, after.rule, after.contacts[0].state, after.contacts[0].carries) == ("planned", None, "usable", "teaser")
    assert [(made.rule, made.choice, made.counts) for made in after.decisions] == [("phone.not_own", "teaser", True)]


def test_the_ledger_says_who_decided_what_and_commits_to_why(relative, officer_key):
    decide(relative, "phone.not_own", Choice.TEASER, explained(relative).contacts[0].contact)
    entry = entries_of(relative, "hold.decided")[0]
    assert WHY.encode() not in entry
    assert entry_signed(entry, officer_key)
    assert not entry_signed(entry.replace(b'"teaser"', b'"full"'), officer_key)
    with relative.ws.store.reading() as connection:
        row = connection.execute(select(decisions)).one()
    kept = relative.ws.vault.open_sealed(row.person_id, decision_field(bytes(row.commitment)), 1, Sealed(row.sealed))
    secret, words = orjson.loads(kept)
    assert words == WHY
    assert opens(orjson.loads(entry)["commitment"], bytes.fromhex(secret), words.encode())
    assert orjson.loads(entries_of(relative, "plan.resolved")[-1])["channels"] == ["sms"]


def test_of_a_removed_person_the_attorney_alone_is_told(removed):
    decide(removed, "custody.removed", Choice.ATTORNEY)
    assert [(one.track, one.state) for one in explained(removed).contacts] == [("attorney", "usable"), ("person", "refused")]
    assert explained(removed).state == "planned"


@pytest.mark.parametrize(("choice", "rule"), [(Choice.TOLD, "decided.told"), (Choice.NEVER, "decided.never")])
def test_who_was_told_otherwise_or_is_not_to_be_told_waits_for_nobody(removed, choice, rule):
    decide(removed, "custody.removed", choice)
    found = explained(removed)
    assert (found.state, found.rule) == (PersonState.SETTLED, rule)
    assert removed.make_due() == 0
    assert orjson.loads(entries_of(removed, "person.held")[-1])["rule"] == rule


def test_a_decision_may_be_changed_and_the_last_one_counts(removed):
    for choice in (Choice.TOLD, Choice.ATTORNEY):
        decide(removed, "custody.removed", choice)
    assert explained(removed).state == "planned"
    assert len(entries_of(removed, "hold.decided")) == 2


def test_who_has_no_contact_may_be_told_otherwise(desk):
    desk.enrol({})
    assert explained(desk).rule == "contact.none"
    decide(desk, "contact.none", Choice.TOLD)
    assert explained(desk).state == "settled"


def test_that_they_were_told_otherwise_is_true_of_that_version_only_and_that_they_never_are_of_all(removed):
    removed.enrol({})
    decide(removed, "custody.removed", Choice.NEVER)
    decide(removed, "contact.none", Choice.TOLD, place=1)
    assert removed.people() == [("settled", "decided.never"), ("settled", "decided.told")]
    removed._describe(version=2)
    contacts.adopt_rules(removed.ws, CATALOGS)
    removed.plan()
    assert removed.people() == [("settled", "decided.never"), ("held", "contact.none")]


def test_a_decision_ends_when_what_is_known_of_the_person_changes(relative):
    decide(relative, "phone.not_own", Choice.TEASER, explained(relative).contacts[0].contact)
    reference = "A200000001"
    relative.enrol(
        {"a_number": reference, "phone": f"cousin: {NUMBER}", "custody_status": "Detained", "detention_facility": "X Jail"}
    )
    found = explained(relative)
    assert [made.counts for made in found.decisions] == [False]
    assert {one.channel: one.state for one in found.contacts} == {"hand": "usable", "sms": "held"}


def test_what_a_rule_does_not_offer_is_refused_and_nothing_is_written(relative, removed):
    found = explained(relative)
    assert refused(relative, "phone.not_own", Choice.FULL, found.contacts[0].contact) is PlanError.Code.NO_CHOICE
    assert refused(relative, "phone.not_own", Choice.TEASER) is PlanError.Code.NO_CHOICE  # of the whole person
    assert refused(relative, "phone.shared", Choice.TEASER, found.contacts[0].contact) is PlanError.Code.NOT_HELD
    assert refused(relative, "custody.removed", Choice.TOLD) is PlanError.Code.NOT_HELD
    other = contacts.explain(removed.ws, person(removed, 1), CATALOGS).contacts[0].contact
    assert refused(relative, "phone.not_own", Choice.TEASER, other) is PlanError.Code.NOT_HELD
    with relative.ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(decisions)) == 0
    assert entries_of(relative, "hold.decided") == []


def test_attorney_only_wants_an_attorney(desk):
    desk.enrol({"custody_status": "Removed", "phone": NUMBER})
    assert refused(desk, "custody.removed", Choice.ATTORNEY) is PlanError.Code.NO_CHOICE


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_a_decision_wants_a_reason(removed, reason):
    with pytest.raises(OfficerError) as error:
        decide(removed, "custody.removed", Choice.TOLD, reason=reason)
    assert error.value.code is OfficerError.Code.NO_REASON


class TestWhoMayNot:
    @pytest.fixture
    def roles(self):
        return frozenset({Role.OPERATOR})

    def test_decide(self, removed):
        with pytest.raises(OfficerError) as error:
            decide(removed, "custody.removed", Choice.TOLD)
        assert error.value.code is OfficerError.Code.NOT_ALLOWED
        with pytest.raises(OfficerError):
            contacts.loosen(removed.ws, "address.unknown", Does.ALLOW, WHY)


def test_nobody_is_explained_who_is_not_there(desk):
    with pytest.raises(WorkspaceError):
        contacts.explain(desk.ws, PersonId("a" * 26), CATALOGS)


# --- loosening -------------------------------------------------------------------------------------------------------------

ADDRESS = "1 Elm St, Springfield, VA 22150"


def plan_again(desk):
    contacts.adopt_rules(desk.ws, CATALOGS)
    for batch in unplanned_batches(desk.ws):
        contacts.resolve_batch(desk.ws, batch, CATALOGS)


def test_a_loosened_rule_counts_from_the_next_resolve_and_nothing_is_sent_before(desk, officer_key):
    desk.enrol({"mailing_address": ADDRESS})
    assert contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, WHY) == 1
    with pytest.raises(PlanError) as error:
        contacts.check_rules(desk.ws, CATALOGS)
    assert error.value.code is PlanError.Code.RULES_CHANGED
    with pytest.raises(PlanError):
        contacts.resolve_batch(desk.ws, 0, CATALOGS)
    plan_again(desk)
    contacts.check_rules(desk.ws, CATALOGS)
    assert explained(desk).contacts[0].carries == "full"
    entry = entries_of(desk, "rule.loosened")[0]
    assert WHY.encode() not in entry
    assert entry_signed(entry, officer_key)
    assert len(entries_of(desk, "rules.adopted")) == 2


def test_what_was_loosened_can_be_taken_back(desk):
    desk.enrol({"mailing_address": ADDRESS})
    contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, WHY)
    plan_again(desk)
    contacts.loosen(desk.ws, "address.unknown", None, WHY)
    plan_again(desk)
    assert explained(desk).contacts[0].carries == "teaser"
    with desk.ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(loosenings)) == 2


@pytest.mark.parametrize(
    ("rule", "does", "code"),
    [
        ("phone.home_country", Does.TEASER, PlanError.Code.NOT_LOOSENED),
        ("phone.not_own", Does.ALLOW, PlanError.Code.NOT_LOOSENED),
        ("phone.not_own", Does.REFUSE, PlanError.Code.NOT_LOOSENED),
        ("phone.nobodys", Does.TEASER, PlanError.Code.NO_RULE),
    ],
)
def test_no_rule_is_loosened_further_than_it_says(desk, rule, does, code):
    with pytest.raises(PlanError) as error:
        contacts.loosen(desk.ws, rule, does, WHY)
    assert error.value.code is code


def test_planning_again_what_does_not_change_says_nothing_in_the_ledger(desk):
    desk.enrol({"mailing_address": ADDRESS}, {"custody_status": "Removed"})
    before = [entries_of(desk, kind) for kind in ("plan.resolved", "person.held")]
    with desk.ws.store.writing() as connection:
        connection.execute(update(persons).values(planned_revision=0))
    plan_again(desk)
    assert [entries_of(desk, kind) for kind in ("plan.resolved", "person.held")] == before
    assert [len(kind) for kind in before] == [1, 1]


# --- what is left ----------------------------------------------------------------------------------------------------------


def test_with_a_person_goes_what_was_decided_on_them_but_not_the_ledgers_word(removed):
    decide(removed, "custody.removed", Choice.TOLD)
    stewardship.erase(removed.ws, [person(removed)])
    with removed.ws.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(decisions)) == 0
    assert len(entries_of(removed, "hold.decided")) == 1


def test_a_reason_is_sealed_anew_with_its_person(removed):
    decide(removed, "custody.removed", Choice.TOLD)
    ledger.integrate(removed.ws)
    stewardship.begin_reseal(removed.ws)
    stewardship.reseal_batch(removed.ws, 0)
    assert stewardship.reseal_batch(removed.ws, 0)["values"] == 0
    stewardship.end_reseal(removed.ws)
    with removed.ws.store.reading() as connection:
        row = connection.execute(select(decisions)).one()
    field = decision_field(bytes(row.commitment))
    assert WHY.encode() in removed.ws.vault.open_sealed(row.person_id, field, 1, Sealed(row.sealed))


def test_closing_leaves_no_mark_of_what_was_decided_on(relative):
    decide(relative, "phone.not_own", Choice.TEASER, explained(relative).contacts[0].contact)
    with relative.ws.store.reading() as connection:
        before = connection.execute(select(decisions.c.contact_mark, decisions.c.basis)).one()
    stewardship.close_incident(relative.ws, anyway=True)
    with relative.ws.store.reading() as connection:
        after = connection.execute(select(decisions.c.contact_mark, decisions.c.basis)).one()
        kept = set(connection.scalars(select(contacts_table.c.mark)))
    assert after.contact_mark not in {before.contact_mark, *kept}
    assert after.basis != before.basis
