"""Coverage: everybody in one class, by channel and by language, before and after something is sent; and what laws ask."""

import pytest
from sqlalchemy import func, select, update

from tests.unit.delivery.conftest import CATALOGS
from tidings import contacts
from tidings.cli.coverage import exact, summary
from tidings.contacts import Choice, Does, Outcome, Reach
from tidings.laws import load_all
from tidings.model import Carries, Channel, PersonId
from tidings.store.tables import persons

ADDRESS = "1 Elm St, Springfield, VA 22150"
LAWYER = {"attorney": "J. Roe", "attorney_contact": "roe@law.example.org"}


@pytest.fixture
def found(desk):
    desk.enrol(
        {"phone": "202-555-0147", "email": "ana@example.org", **LAWYER},
        {"custody_status": "Detained", "detention_facility": "East Jail", "language": "Haitian Creole"},
        {"custody_status": "Released", "phone": "cousin 202-555-0148", **LAWYER},
        {"custody_status": "Removed", "phone": "202-555-0149"},
        {},
        {},
    )
    return contacts.coverage(desk.ws)


def decide_on_one(desk, choice):
    with desk.ws.store.reading() as connection:
        person = connection.scalar(select(persons.c.id).where(persons.c.rule == "contact.none"))
    contacts.decide(desk.ws, PersonId(person), "contact.none", choice, "for a good reason", CATALOGS)


def test_everybody_is_in_one_class(found):
    assert +found.reached == {Reach.TEASER: 1, Reach.HAND: 1, Reach.ATTORNEY: 1, Reach.HELD: 1, Reach.NO_CONTACT: 2}
    assert +found.outcomes == {Outcome.TOLD: 3, Outcome.HELD: 1, Outcome.NOBODY: 2}
    assert found.people == 6
    assert +found.held == {"custody.removed": 1}


def test_channels_are_counted_by_the_first_and_by_any_the_persons_own_apart_from_the_attorneys(found):
    assert +found.own.first == {(Channel.SMS, Carries.TEASER): 1, (Channel.HAND, Carries.FULL): 1}
    assert +found.own.any == {Channel.SMS: 1, Channel.EMAIL: 1, Channel.HAND: 1}
    assert +found.attorney.first == {(Channel.EMAIL, Carries.TEASER): 2}
    assert +found.attorney.any == {Channel.EMAIL: 2}


def test_languages_are_counted_by_outcome(found):
    assert {language: +counts for language, counts in found.languages.items()} == {
        "es": {Outcome.TOLD: 2, Outcome.HELD: 1, Outcome.NOBODY: 2},
        "ht": {Outcome.TOLD: 1},
    }


def test_without_languages_nobody_is_opened_and_all_else_is_the_same(desk, found, monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(type(desk.ws.vault), "open_sealed", refuse)
    plain = contacts.coverage(desk.ws, languages=False)
    assert not plain.languages
    assert (plain.reached, plain.held, plain.own, plain.attorney) == (found.reached, found.held, found.own, found.attorney)


@pytest.mark.parametrize(("choice", "nobody", "settled"), [(Choice.TOLD, 1, 1), (Choice.NEVER, 2, 0)])
def test_who_was_told_otherwise_is_settled_and_who_is_never_to_be_told_stays_unreachable(desk, found, choice, nobody, settled):
    decide_on_one(desk, choice)
    again = contacts.coverage(desk.ws)
    assert (again.outcomes[Outcome.NOBODY], again.outcomes[Outcome.SETTLED]) == (nobody, settled)
    assert again.people == found.people


def test_a_loosened_rule_shows_in_the_coverage(desk):
    desk.enrol({"mailing_address": ADDRESS})
    assert contacts.coverage(desk.ws).reached[Reach.TEASER] == 1
    contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, "we write to them there in every case")
    contacts.adopt_rules(desk.ws, CATALOGS)
    assert contacts.coverage(desk.ws).outdated == 1
    contacts.resolve_batch(desk.ws, 0, CATALOGS)
    again = contacts.coverage(desk.ws)
    assert (again.reached[Reach.FULL], again.outdated) == (1, 0)


def test_who_cannot_be_opened_counts_as_of_an_unknown_language(desk, found):
    with desk.ws.store.writing() as connection:
        one = connection.scalar(select(func.min(persons.c.number)))
        connection.execute(update(persons).where(persons.c.number == one).values(sealed=b"damaged"))
    again = contacts.coverage(desk.ws)
    assert again.unopened == 1
    assert again.languages["unknown"] == {Outcome.TOLD: 1}
    assert again.reached == found.reached


def test_of_the_sample_everybody_is_counted_once_and_all_sums_agree(tmp_path, filled_workspace, request):
    config = request.config.rootpath / "config"
    with filled_workspace(tmp_path / "ws", config, 1001) as ws:
        looks = []
        found = contacts.coverage(ws, lambda *look: looks.append(look))
        with ws.store.reading() as connection:
            states = dict(connection.execute(select(persons.c.state, func.count()).group_by(persons.c.state)).tuples().all())
    assert looks == [(1, 2), (2, 2)]
    assert found.people == sum(states.values()) > 900
    outcomes = found.outcomes
    assert outcomes[Outcome.TOLD] == states["planned"]
    assert outcomes[Outcome.HELD] + outcomes[Outcome.NOBODY] == states["held"]
    assert found.held.total() == outcomes[Outcome.HELD]
    assert found.own.first.total() + found.reached[Reach.ATTORNEY] == outcomes[Outcome.TOLD]
    assert len(found.languages) > 15
    for one in Outcome:
        assert sum(row[one] for row in found.languages.values()) == outcomes[one]
    assert found.unopened == found.outdated == 0


def test_laws_are_asked_for_those_nobody_reaches_and_for_those_who_wait_apart(desk, found):
    laws = (load_all(desk.ws.settings.config)["hipaa-164-404"],)
    body = exact(desk.ws.incident, found, laws)
    assert body["unreachable"] == {"now": 2, "if_all_stay_held": 3}
    assert {ask["source"] for ask in body["laws"]["now"]} == {"45 CFR 164.404(d)(2)(i)"}
    found.reached[Reach.HELD] += 7
    body = exact(desk.ws.incident, found, laws)
    assert {ask["source"] for ask in body["laws"]["now"]} == {"45 CFR 164.404(d)(2)(i)"}
    assert {ask["source"] for ask in body["laws"]["if_all_stay_held"]} == {"45 CFR 164.404(d)(2)(ii)"}


def test_a_law_that_asks_where_telling_would_harm_is_asked_once_an_officer_said_never(desk, found):
    laws = (load_all(desk.ws.settings.config)["pipeda"],)
    found.reached[Reach.NO_CONTACT] = 0
    assert exact(desk.ws.incident, found, laws)["laws"]["now"] == []
    found.reached[Reach.NEVER] = 1
    assert exact(desk.ws.incident, found, laws)["laws"]["now"]


def test_the_summary_says_who_is_told_who_waits_and_who_cannot_be_reached(found):
    assert summary(found) == (
        "3 of 6 will be told: 1 by a teaser, 1 by hand, 1 through their attorney; 1 wait: `tidings holds`; "
        "2 cannot be reached; see `tidings coverage`"
    )
    assert summary(contacts.Coverage()) == "0 of 0 will be told; see `tidings coverage`"
