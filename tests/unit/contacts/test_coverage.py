"""Coverage: everybody in one class, exact inside and suppressed outside, and what laws ask for who cannot be reached."""

import pytest

from tests.unit.delivery.conftest import CATALOGS
from tidings import contacts
from tidings.cli.coverage import exact
from tidings.contacts import Choice, Does
from tidings.errors import ConfigError
from tidings.laws import asks, load_profile
from tidings.model import PersonId
from tidings.store.people import person_batches

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


def test_everybody_is_in_one_class(found):
    assert +found.persons == {"teaser": 1, "full": 1, "attorney": 1, "held": 1, "unreachable": 2}
    assert found.people == 6
    assert +found.held == {"custody.removed": 1}
    assert +found.first == {"sms": 1, "hand": 1, "attorney": 1}
    assert +found.any == {"sms": 1, "email": 1, "hand": 1}
    assert found.attorneys == 2
    assert {language: +counts for language, counts in found.languages.items()} == {
        "es": {"told": 2, "held": 1, "unreachable": 2},
        "ht": {"told": 1},
    }


def test_who_is_settled_is_no_longer_unreachable(desk, found):
    with desk.ws.store.reading() as connection:
        assert person_batches(connection) == [0]
        from sqlalchemy import select

        from tidings.store.tables import persons

        person = connection.scalar(select(persons.c.id).where(persons.c.rule == "contact.none"))
    contacts.decide(desk.ws, PersonId(person), "contact.none", Choice.TOLD, "our partner told her", CATALOGS)
    again = contacts.coverage(desk.ws)
    assert (again.persons["unreachable"], again.persons["settled"]) == (1, 1)
    assert again.people == found.people


def test_who_could_not_be_reached_is_counted_now_and_if_all_who_wait_stay_held(desk, found):
    assert exact(desk.ws, found)["unreachable"] == {"now": 2, "if_all_who_wait_stay_held": 3}


def test_laws_ask_for_a_substitute_notice_from_their_own_number_on(desk):
    config = desk.ws.settings.config
    incident = desk.ws.incident.model_copy(update={"laws": ("hipaa-164-404", "gdpr-34")})
    assert [ask.law for ask in asks(config, incident, unreachable=0, people=6171)] == []
    few = list(asks(config, incident, unreachable=9, people=6171))
    assert "another form of written notice" in few[0].asks
    many = list(asks(config, incident, unreachable=10, people=6171))
    assert "home page" in many[0].asks
    assert many[0].source == "45 CFR 164.404(d)(2)"
    assert many[1].law == "GDPR and UK GDPR, communication to the data subject"


def test_seven_profiles_can_be_read_and_one_that_is_not_there_is_named(desk):
    folder = desk.ws.settings.config / "laws"
    names = sorted(file.stem for file in folder.glob("*.toml"))
    assert len(names) == 7
    assert all(load_profile(desk.ws.settings.config, name).substitute for name in names)
    with pytest.raises(ConfigError) as error:
        load_profile(desk.ws.settings.config, "nowhere")
    assert error.value.where.endswith("laws/nowhere.toml")
    (folder / "bad.toml").write_text('name = "x"\nsource = "y"\n[substitute]\nunreachable_at_least = "ten"\n')
    with pytest.raises(ConfigError) as error:
        load_profile(desk.ws.settings.config, "bad")
    assert error.value.where.endswith("bad.toml: substitute.unreachable_at_least")


def test_a_loosened_rule_shows_in_the_coverage(desk):
    desk.enrol({"mailing_address": ADDRESS})
    assert contacts.coverage(desk.ws).persons["teaser"] == 1
    contacts.loosen(desk.ws, "address.unknown", Does.ALLOW, "we write to them there in every case")
    contacts.adopt_rules(desk.ws, CATALOGS)
    contacts.resolve_batch(desk.ws, 0, CATALOGS)
    assert contacts.coverage(desk.ws).persons["full"] == 1
