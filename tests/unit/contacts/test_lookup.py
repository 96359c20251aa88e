"""Look-ups: whom the provider hears of, that nobody is asked about twice, and that what it says changes a plan."""

import itertools
from dataclasses import replace

import pytest
from sqlalchemy import delete, select, update

from tests.unit.delivery.conftest import CATALOGS, CONFIG, Clock, Desk
from tidings import contacts, delivery, stewardship
from tidings.channels.fake import FakeChannel, FakeLookup
from tidings.channels.lines import Asked, LineType
from tidings.contacts.lookup import AT_ONCE, SILENCES, Said, line_types, look_up_batch, look_up_batches, looked_up, lookup_field
from tidings.contacts.ways import Line
from tidings.errors import KeyStoreError, ProviderError
from tidings.incident import Lookup
from tidings.model import Channel, Counts
from tidings.settings import Settings
from tidings.store.tables import addresses, lookups, persons
from tidings.store.tables import contacts as table
from tidings.vault import Sealed
from tidings.workspace import create_workspace, open_workspace

FREE, OTHER = "+12135550147", "+13055550121"
DAY = 86_400


@pytest.fixture
def desk(tmp_path):
    """Without an officer, whose key takes seconds to make."""
    here = "http://127.0.0.1:9"
    nobody = {"twilio_base_url": here, "sendgrid_base_url": here, "quiet_hours": False, "approvals": False}
    settings, clock = Settings(home=tmp_path / "home", config=CONFIG, **nobody, _env_file=None), Clock()
    create_workspace(settings, "example", clock)
    with open_workspace(settings, clock) as ws:
        contacts.adopt_rules(ws, CATALOGS)
        yield Desk(ws, tmp_path, clock, itertools.count(1))


def look_up(desk, provider):
    total = Counts()
    for batch in look_up_batches(desk.ws):
        total += look_up_batch(desk.ws, batch, provider)
    return total


def lines(desk):
    with desk.ws.store.reading() as connection:
        people = list(connection.scalars(select(persons.c.id).order_by(persons.c.number)))
        found = line_types(desk.ws, connection, people)
    return {(people.index(person), number): line for (person, number), line in found.items()}


def unplanned(desk):
    """Places of the people whose plan is to be made anew."""
    with desk.ws.store.reading() as connection:
        rows = connection.scalars(select(persons.c.planned_revision).order_by(persons.c.number)).all()
    return [place for place, revision in enumerate(rows) if revision == 0]


def test_what_was_said_is_known_afterwards_and_not_asked_again(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    provider = FakeLookup({OTHER: (LineType.LANDLINE, "US")})
    assert look_up(desk, provider) == {"asked": 2, "answered": 2, "known": 0, "later": 0, "anew": 2}
    assert lines(desk) == {(0, FREE): Line("mobile", "US"), (1, OTHER): Line("landline", "US")}
    desk.plan()
    assert set(look_up(desk, provider).values()) == {0}
    assert sorted(provider.asked) == sorted([FREE, OTHER])


@pytest.mark.parametrize(
    "kept_back",
    [
        {"custody_status": "Removed"},
        {"custody_status": "Detained", "detention_facility": "East Detention Center"},
        {"date_of_birth": "06/14/2015"},
        {"language": "Xyzzyish"},
    ],
)
def test_a_provider_does_not_hear_of_whoever_is_not_about_to_be_told_by_telephone(desk, kept_back):
    desk.enrol({"phone": FREE, **kept_back})
    provider = FakeLookup()
    look_up(desk, provider)
    assert provider.asked == []


@pytest.mark.parametrize("state", [contacts.HELD, contacts.PASSED, contacts.REFUSED, contacts.GONE])
def test_a_number_that_the_plan_does_not_use_is_not_asked_about(desk, state):
    desk.enrol({"phone": FREE, "email": "jo@example.org"}, {"phone": OTHER})
    with desk.ws.store.reading() as connection:
        first = connection.scalar(select(persons.c.id).where(persons.c.number == 1))
    desk.set(table, (table.c.person_id == first) & (table.c.channel == "sms"), state=state)
    provider = FakeLookup()
    look_up(desk, provider)
    assert provider.asked == [OTHER]


def test_a_minor_with_a_usable_number_is_not_asked_about_either(desk):
    """Some incident may loosen what holds them: that tells the guardian, and not one provider more."""
    desk.enrol({"phone": FREE, "date_of_birth": "06/14/2015"}, {"phone": OTHER})
    desk.set(table, table.c.channel == "sms", state=contacts.USABLE)
    desk.set(persons, persons.c.number > 0, state="planned", rule=None)
    provider = FakeLookup()
    look_up(desk, provider)
    assert provider.asked == [OTHER]


@pytest.mark.parametrize(
    "state", ["enrolled", "held", "delivered", "letter_ready", "settled", "joined", "undelivered", "erasing"]
)
def test_whoever_does_not_wait_for_a_notice_is_not_asked_about(desk, state):
    desk.enrol({"phone": FREE})
    desk.set(persons, persons.c.number == 1, state=state)
    assert look_up_batches(desk.ws) == []


def test_nobody_is_asked_about_by_a_plan_of_an_older_record_or_of_other_rules(desk):
    desk.enrol({"phone": FREE})
    desk.set(persons, persons.c.number > 0, planned_revision=0)
    assert look_up_batches(desk.ws) == []


def test_a_number_that_was_tried_already_is_not_asked_about(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER, "email": "jo@example.org"})
    desk.make_due()
    desk.send(FakeChannel(Channel.SMS))
    provider = FakeLookup()
    look_up(desk, provider)
    assert provider.asked == []


def test_a_number_that_several_gave_is_asked_about_once(desk):
    desk.enrol({"phone": FREE})
    provider = FakeLookup({FREE: (LineType.MOBILE, "VE")})
    look_up(desk, provider)
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    # Shared now, so that a rule passes it over: as where an officer lets it through.
    desk.set(table, table.c.channel == "sms", state=contacts.USABLE)
    desk.set(persons, persons.c.number > 0, state="planned", rule=None)
    assert look_up(desk, provider)["known"] == 1
    assert provider.asked == [FREE, OTHER]
    assert lines(desk)[1, FREE] == Line("mobile", "VE")


def test_an_old_answer_is_asked_for_again_and_stands_until_then(desk, monkeypatch):
    desk.enrol({"phone": FREE})
    provider = FakeLookup({FREE: (LineType.MOBILE, "US")})
    look_up(desk, provider)
    desk.plan()
    desk.clock.forward(desk.ws.incident.lookup.max_age_days * DAY - 1)
    assert look_up(desk, provider)["asked"] == 0
    desk.clock.forward(1)
    assert lines(desk)[0, FREE] == Line("mobile", "US")
    provider.lines[FREE] = (LineType.LANDLINE, "US")
    assert look_up(desk, provider) == {"asked": 1, "answered": 1, "known": 0, "later": 0, "anew": 1}
    assert lines(desk) == {(0, FREE): Line("landline", "US")}


@pytest.mark.parametrize(
    ("said", "anew"),
    [
        ((LineType.MOBILE, ""), False),
        ((LineType.UNKNOWN, ""), False),
        ((LineType.MOBILE, "US"), True),
        ((LineType.LANDLINE, ""), True),
        ((LineType.PAGER, ""), True),
    ],
)
def test_whoever_it_matters_for_is_planned_anew_and_nobody_else(desk, said, anew):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    look_up(desk, FakeLookup({FREE: said, OTHER: (LineType.MOBILE, "")}))
    assert unplanned(desk) == ([0] if anew else [])
    desk.plan()
    assert unplanned(desk) == []


def test_the_same_answer_again_makes_nobodys_plan_anew(desk):
    desk.enrol({"phone": FREE})
    provider = FakeLookup()
    look_up(desk, provider)
    desk.plan()
    desk.clock.forward(100 * DAY)
    assert look_up(desk, provider)["anew"] == 0


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        (LineType.MOBILE, "mobile"),
        (LineType.FIXED_VOIP, "voip"),
        (LineType.NON_FIXED_VOIP, "voip"),
        (LineType.SHARED_COST, "premium"),
        (LineType.PERSONAL, "other"),
        (LineType.VOICEMAIL, "other"),
        (LineType.UNKNOWN, ""),
    ],
)
def test_each_kind_of_line_has_a_name_that_rules_know(type_, kind):
    assert Said(FREE, type_, "", True, 1).line() == Line(kind, "")
    assert kind in {"", *contacts.FIELDS["line"].values}


def test_a_number_that_nobody_can_have_is_of_no_kind_that_is_written_to(desk):
    desk.enrol({"phone": FREE})
    provider = FakeLookup()
    provider.invalid.add(FREE)
    look_up(desk, provider)
    assert lines(desk) == {(0, FREE): Line("other", "")}
    assert unplanned(desk) == [0]


# --- trouble ---------------------------------------------------------------------------------------------------------------


def test_who_got_no_answer_is_asked_about_by_the_next_run(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    provider = FakeLookup({FREE: Asked.UNKNOWN})
    assert look_up(desk, provider) == {"asked": 2, "answered": 1, "known": 0, "later": 1, "anew": 1}
    provider.lines.clear()
    desk.plan()
    assert look_up(desk, provider)["asked"] == 1
    assert set(lines(desk)) == {(0, FREE), (1, OTHER)}


def many(desk, count):
    numbers = [f"+1213555{place:04d}" for place in range(1, count + 1)]
    desk.enrol(*({"phone": number} for number in numbers))
    return numbers


def test_a_provider_that_refuses_us_hears_of_nobody_else_and_what_it_said_before_is_kept(desk):
    numbers = many(desk, AT_ONCE + 60)
    provider = FakeLookup({numbers[5]: Asked.CONFIGURATION})
    with pytest.raises(ProviderError) as refused:
        look_up(desk, provider)
    assert refused.value.code is ProviderError.Code.REFUSED_US
    assert "fake.configuration" in str(refused.value)
    assert not any(number in str(refused.value) for number in numbers)
    assert len(provider.asked) == AT_ONCE
    assert len(lines(desk)) == AT_ONCE - 1


def test_a_provider_that_is_away_ends_the_run(desk):
    many(desk, SILENCES)
    provider = FakeLookup()
    provider.reachable = False
    with pytest.raises(ProviderError) as away:
        look_up(desk, provider)
    assert away.value.code is ProviderError.Code.OUT_OF_REACH


def test_one_number_that_never_gets_an_answer_stops_nobody(desk):
    desk.enrol({"phone": FREE})
    assert look_up(desk, FakeLookup({FREE: Asked.UNKNOWN}))["later"] == 1


def test_killed_while_it_asks_it_has_kept_what_was_answered_before(desk):
    numbers = many(desk, AT_ONCE + 5)

    class Killed(FakeLookup):
        def look_up(self, asked):
            if self.asked:
                raise KeyboardInterrupt
            return super().look_up(asked)

    with pytest.raises(KeyboardInterrupt):
        look_up(desk, Killed())
    again = FakeLookup()
    desk.plan()
    look_up(desk, again)
    assert sorted(again.asked) == numbers[AT_ONCE:]


def test_who_is_erased_while_the_provider_thinks_leaves_nothing(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    with desk.ws.store.reading() as connection:
        person = connection.scalar(select(persons.c.id).where(persons.c.number == 1))

    class Slow(FakeLookup):
        def look_up(self, asked):
            stewardship.erase(desk.ws, [person])
            return super().look_up(asked)

    assert look_up(desk, Slow())["answered"] == 2
    assert set(lines(desk)) == {(1, OTHER)}


def test_who_cannot_be_opened_stops_nobody(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    desk.set(persons, persons.c.number == 1, sealed=b"damaged")
    provider = FakeLookup()
    look_up(desk, provider)
    assert provider.asked == [OTHER]


# --- what is kept ----------------------------------------------------------------------------------------------------------


def test_what_is_kept_says_nothing_and_opens_in_its_own_place_only(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    look_up(desk, FakeLookup({FREE: (LineType.MOBILE, "VE")}))
    with desk.ws.store.reading() as connection:
        one, other = connection.execute(select(lookups).order_by(lookups.c.asked_at, lookups.c.sealed)).all()
    for row in (one, other):
        assert not any(word in row.sealed for word in (b"mobile", b"VE", FREE.encode()))
    places = [
        (other.person_id, lookup_field(one.mark), one.asked_at),
        (one.person_id, lookup_field(other.mark), one.asked_at),
        (one.person_id, lookup_field(one.mark), one.asked_at + 1),
    ]
    for place in places:
        with pytest.raises(KeyStoreError):
            desk.ws.vault.open_sealed(*place, Sealed(one.sealed))
    with desk.ws.store.reading() as connection:
        marks = {bytes(mark) for mark in connection.scalars(select(addresses.c.mark))}
    assert not marks & {bytes(one.mark), bytes(other.mark)}, "two purposes' marks cannot be compared"


def test_an_answer_that_somebody_moved_is_left_out(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER})
    look_up(desk, FakeLookup())
    with desk.ws.store.writing() as connection:
        connection.execute(update(lookups).values(asked_at=lookups.c.asked_at - 1))
    assert lines(desk) == {}


def test_after_the_close_nobody_is_asked_about_and_nothing_is_kept(desk):
    desk.enrol({"phone": FREE})

    class Slow(FakeLookup):
        def look_up(self, asked):
            stewardship.close_incident(desk.ws, anyway=True)
            return super().look_up(asked)

    look_up(desk, Slow())
    assert lines(desk) == {}
    assert look_up_batches(desk.ws) == []


def test_how_far_it_is_is_counted_in_people(desk):
    desk.enrol({"phone": FREE}, {"phone": OTHER}, {"email": "jo@example.org"})
    assert looked_up(desk.ws) == (0, 2)
    look_up(desk, FakeLookup(dict.fromkeys((FREE, OTHER), (LineType.MOBILE, ""))))
    assert looked_up(desk.ws) == (2, 2)
    with desk.ws.store.writing() as connection:
        connection.execute(delete(lookups))
    assert looked_up(desk.ws) == (0, 2)


# --- off, unless somebody says otherwise -------------------------------------------------------------------------------------


def test_it_is_off_unless_the_incident_switches_it_on(desk):
    with pytest.raises(ProviderError) as off:
        delivery.line_lookup(desk.ws)
    assert off.value.code is ProviderError.Code.LOOKUP_OFF
    assert "tells Twilio" in off.value.hint
    assert "incident.toml" in off.value.hint


def test_switched_on_it_wants_an_account(desk):
    on = replace(desk.ws, incident=desk.ws.incident.model_copy(update={"lookup": Lookup(enabled=True)}))
    with pytest.raises(ProviderError) as lacking:
        delivery.line_lookup(on)
    assert lacking.value.code is ProviderError.Code.NOT_CONFIGURED
    given = {"twilio_account_sid": "AC" + "0" * 32, "twilio_auth_token": "secret"}
    with_account = replace(on, settings=type(on.settings)(**{**on.settings.model_dump(), **given}, _env_file=None))
    delivery.line_lookup(with_account).close()
