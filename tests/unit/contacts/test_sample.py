"""Everybody on the sample list has a plan or a hold, and what the answer key says of them is honoured."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import phonenumbers
import pytest

from tidings.contacts import load_rulebook
from tidings.contacts.plan import Plan, plan
from tidings.contacts.ways import Surroundings
from tidings.incident import load_incident
from tidings.model import Carries, Channel, Owner, Track
from tidings.notices import Catalogs
from tidings.people import ListSource, Reader, load_columns

ROOT = Path(__file__).parents[3]
RULES = load_rulebook(ROOT / "config")
EXAMPLE = ROOT / "config" / "incidents" / "example"


@pytest.fixture(scope="module")
def sample():
    """By person of the key: the merged record, its plan, and the key's rows."""
    incident = load_incident(EXAMPLE)
    key = {
        row["row"]: row for row in map(json.loads, (ROOT / "tests/data/affected_persons.truth.jsonl").read_text().splitlines())
    }
    table = ListSource(EXAMPLE / "affected_persons.csv").open(load_columns(EXAMPLE))
    reader = Reader(load_columns(EXAMPLE), table.header, incident)
    records, rows = {}, defaultdict(list)
    for number, _line, cells in table.rows:
        person = key[number]["person"]
        record = reader.read(number, cells).record
        records[person] = records[person].merged(record) if person in records else record
        rows[person].append(key[number])
    given = Counter(
        address for record in records.values() for address in {*(phone.e164 for phone in record.phones), *record.emails}
    )
    catalogs = Catalogs.load()
    around = Surroundings(incident, RULES, lambda address: given[address], lambda one: catalogs.serves(one, incident))
    return {person: (record, plan(record, around), rows[person]) for person, record in records.items()}


def usable(made: Plan, track: Track | None = None):
    return [contact for contact in made.contacts if contact.usable and track in (None, contact.track)]


def test_all_6171_have_a_plan_or_a_hold_and_none_is_without_reason(sample):
    assert len(sample) == 6171
    for _record, made, _rows in sample.values():
        assert bool(usable(made)) == (made.hold is None)
        assert made.hold is None or made.hold in RULES.meanings
        for contact in made.contacts:
            assert contact.usable == (not contact.held_by)
            assert all(RULES.meanings[name].why for name in contact.held_by)


def those(sample, flag):
    found = [(record, made, rows) for record, made, rows in sample.values() if any(row[flag] for row in rows)]
    assert found
    return found


def test_nothing_goes_to_whoever_was_removed(sample):
    for _record, made, _rows in those(sample, "removed"):
        assert made.hold == "custody.removed"


def test_nothing_goes_to_a_minor_but_through_a_guardian_or_an_attorney(sample):
    for _record, made, _rows in those(sample, "minor"):
        assert {contact.owner for contact in usable(made)} <= {Owner.GUARDIAN, Owner.ATTORNEY}
        assert not any(contact.carries is Carries.FULL for contact in usable(made))


def test_nobody_is_texted_who_must_not_be_phoned(sample):
    for _record, made, _rows in those(sample, "do_not_phone"):
        assert not [contact for contact in usable(made) if contact.channel is Channel.SMS]


def test_whoever_cannot_read_gets_nothing_to_read_alone(sample):
    for _record, made, _rows in those(sample, "cannot_read"):
        # Handed over in the facility, with somebody who reads it to them: the run sheet asks for that.
        assert {contact.channel for contact in usable(made, Track.PERSON)} <= {Channel.HAND}


def test_the_detained_get_a_letter_by_hand_and_nothing_else_of_their_own(sample):
    by_hand = 0
    for _record, made, _rows in those(sample, "detained"):
        own = usable(made, Track.PERSON)
        assert all(contact.channel is Channel.HAND and contact.owner is Owner.FACILITY for contact in own)
        by_hand += len(own)
    assert by_hand > 2000


def test_the_represented_have_their_attorney_told_unless_the_whole_person_is_held(sample):
    for _record, made, rows in those(sample, "represented"):
        if any(row["attorney_email"] for row in rows) and made.hold not in (
            "custody.removed",
            "person.minor",
            "identity.conflict",
        ):
            told = {contact.address for contact in usable(made, Track.ATTORNEY)}
            assert told == {row["attorney_email"] for row in rows if row["attorney_email"]}


def test_no_number_of_the_persons_own_country_is_used(sample):
    for _record, made, rows in those(sample, "home_country_phone"):
        for contact in usable(made):
            if contact.channel is Channel.SMS:
                region = phonenumbers.region_code_for_number(phonenumbers.parse(contact.address))
                assert region != rows[0]["nationality"]


def test_no_number_is_used_that_anybody_else_gave_too(sample):
    givers = defaultdict(set)  # the key's `phone_shared_by` also counts people whose cells the list has lost
    for person, (_record, _made, rows) in sample.items():
        for phone in (phone for row in rows for phone in row["phones"]):
            givers[phone].add(person)
    shared = [(made, row) for _record, made, rows in sample.values() for row in rows if row["phone_shared_by"] > 1]
    assert len(shared) > 700
    alone = 0
    for made, row in shared:
        texted = {contact.address for contact in usable(made) if contact.channel is Channel.SMS}
        first = row["phones"][0]  # the one that the key counts
        assert first not in texted or len(givers[first]) == 1
        alone += len(givers[first]) == 1
    assert alone < 50


def test_only_what_is_handed_over_says_more_than_a_teaser(sample):
    full = [contact for _record, made, _rows in sample.values() for contact in usable(made) if contact.carries is Carries.FULL]
    assert {contact.channel for contact in full} == {Channel.HAND}


def test_no_number_is_used_that_the_key_does_not_have(sample):
    for _record, made, rows in sample.values():
        known = {phone for row in rows for phone in row["phones"]}
        mails = {row["email"] for row in rows} | {row["attorney_email"] for row in rows}
        for contact in usable(made):
            if contact.channel is Channel.SMS:
                assert contact.address in known
            if contact.channel is Channel.EMAIL:
                assert contact.address in mails


def test_enough_people_can_be_told_that_holding_is_not_an_excuse(sample):
    assert sum(made.hold is None for _record, made, _rows in sample.values()) > 0.75 * len(sample)
