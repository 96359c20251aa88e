"""verify.py reads a record as `tidings ledger verify` does, though it was written apart: whatever the entries are."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.evidence.conftest import load_verify
from tidings.entry import EntryKind, entry
from tidings.ledger import Reading
from tidings.model import opaque_id

VERIFY = load_verify()
START = datetime(2026, 11, 23, 5, tzinfo=UTC)
HEX = "0123456789abcdef" * 4
NAMES = [opaque_id(lambda count, letter=letter: letter.encode() * count) for letter in "abc"]
CODES = ["twilio.30005", "twilio.21610", "provider.not_found", "policy.resend", "delivery.unknown", "hand.absent", "twilio.sent"]
ATTEMPTS = [
    EntryKind.NOTICE_SENT,
    EntryKind.LETTER_COMPOSED,
    EntryKind.NOTICE_DELIVERED,
    EntryKind.NOTICE_FAILED,
    EntryKind.ATTEMPT_UNKNOWN,
    EntryKind.ATTEMPT_SETTLED,
]
who = st.sampled_from(NAMES)
kinds = st.one_of(
    st.tuples(
        st.sampled_from(ATTEMPTS), who, st.integers(0, 1), st.sampled_from(["sms", "email"]), st.sampled_from([None, *CODES])
    ),
    st.tuples(st.just(EntryKind.PERSON_ENROLLED), who),
    st.tuples(st.just(EntryKind.PLAN_RESOLVED), who),
    st.tuples(st.just(EntryKind.PERSON_HELD), who, st.sampled_from(["person.minor", "decided.told"])),
    st.tuples(st.just(EntryKind.PAIR_DECIDED), who, st.sampled_from(["same", "different"])),
    st.tuples(st.just(EntryKind.PERSON_ERASED), who),
    st.tuples(st.sampled_from([EntryKind.ENROLMENT_CLOSED, EntryKind.INCIDENT_CLOSED]), st.integers(0, 3)),
    st.tuples(st.just(EntryKind.LIST_INGESTED), st.integers(0, 2)),
    st.tuples(st.just(EntryKind.RULES_ADOPTED)),
    st.tuples(st.just(EntryKind.APPROVAL_REQUIRED), st.integers(0, 2)),
    st.tuples(st.just(EntryKind.NOTICE_APPROVED), who, st.sampled_from([HEX, HEX[::-1]])),
    st.tuples(st.just(EntryKind.OFFICER_ADDED), who),
    st.tuples(st.just(EntryKind.SHEET_ISSUED), who),
    st.tuples(st.just(EntryKind.SHEET_RETURNED), who, st.integers(0, 3)),
    st.tuples(st.just(EntryKind.LEDGER_OPENED)),
)


def of_attempt(person, number, channel, code):
    """An attempt is one person's."""
    attempt = opaque_id(lambda count: f"{person}{number}".encode()[-count:])
    return {"person": person, "attempt": attempt, "channel": channel, "version": 1} | ({"code": code} if code else {})


FACTS = {
    **dict.fromkeys(ATTEMPTS, of_attempt),
    EntryKind.PERSON_ENROLLED: lambda who: {"person": who, "commitment": HEX},
    EntryKind.PLAN_RESOLVED: lambda who: {"person": who, "contacts": 1, "channels": ["sms"]},
    EntryKind.PERSON_HELD: lambda who, rule: {"person": who, "rule": rule},
    EntryKind.PAIR_DECIDED: lambda who, outcome: {"person": who, "outcome": outcome},
    EntryKind.PERSON_ERASED: lambda who: {"person": who, "cause": "request"},
    EntryKind.ENROLMENT_CLOSED: lambda count: {"persons": count},
    EntryKind.INCIDENT_CLOSED: lambda count: {"persons": count},
    EntryKind.LIST_INGESTED: lambda count: {"rows": count, "persons": count, "refused": 0, "repeated": 0},
    EntryKind.RULES_ADOPTED: lambda: {"digest": HEX, "rules": 1},
    EntryKind.APPROVAL_REQUIRED: lambda count: {"officers": count},
    EntryKind.NOTICE_APPROVED: lambda who, digest: {
        "version": 1,
        "digest": digest,
        "people": 1,
        "unreviewed": 0,
        "officer": who,
        "signature": HEX * 2,
    },
    EntryKind.OFFICER_ADDED: lambda who: {"officer": who, "roles": ["approver"]},
    EntryKind.SHEET_ISSUED: lambda sheet: {"sheet": sheet, "letters": 2, "version": 1},
    EntryKind.SHEET_RETURNED: lambda sheet, handed: {"sheet": sheet, "letters": 2, "handed": handed},
    EntryKind.LEDGER_OPENED: dict,
}


def body(step, at):
    kind, *facts = step
    return entry(kind, incident="portal", at=at, **FACTS[kind](*facts))


TELLING = st.lists(st.tuples(st.integers(0, 2), kinds), max_size=40)
ENROLLED = [(0, (EntryKind.LEDGER_OPENED,)), *((0, (EntryKind.PERSON_ENROLLED, name)) for name in NAMES[:2])]


@settings(max_examples=200)
@given(st.booleans(), TELLING, st.integers(0, 3), st.sampled_from([0, 20]))
def test_both_find_the_same_states_rules_and_times(whole, steps, day, minutes):
    bodies, at = [], START
    for hours, step in (ENROLLED if whole else []) + steps:
        at += timedelta(hours=hours * 5)
        bodies.append(body(step, at))
    until = START + timedelta(days=day, minutes=minutes)
    reading = Reading()
    reading.take(0, bodies)
    first = reading.end(until)
    second = VERIFY.Record({})
    second.read(bodies)
    assert second.broken == {str(rule): count for rule, count in first.broken.items()}
    assert +second.states() == +first.states
    assert +second.holds() == +first.holds
    due, told = first.deadline, second.against(until.isoformat())
    assert [due.met, due.missed, due.unsure, due.letters, due.untold, due.exempt] == [
        told[name]
        for name in (
            "in time",
            "late",
            "in that very hour",
            "a letter was ready",
            "not told",
            "held, settled, joined or erased",
        )
    ]


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_what_is_no_entry_is_none_to_either(data):
    assert VERIFY.well_formed(data) is None


def test_neither_takes_an_entry_that_was_spelled_otherwise():
    good = body((EntryKind.PERSON_HELD, NAMES[0], "person.minor"), START)
    assert VERIFY.well_formed(good) is not None
    for other in (
        good.replace(b'":"', b'": "'),
        good.replace(b"person.minor", b"Maria"),
        good.replace(b'"v":1', b'"v":true'),
        good.replace(b'"v":1', b'"note":"x","v":1'),
        good.replace(b"person.minor", b"2025550143"),
        good.replace(b"T05Z", b"T05:12Z"),
    ):
        assert VERIFY.well_formed(other) is None, other
