"""Entries: what they say, and everything that must never stand in one."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tidings.ledger import EntryKind, entry, may_be_recorded
from tidings.model import AttemptId, Channel, PersonId, opaque_id

AT = datetime(2026, 11, 23, 5, 59, 58, 123456, UTC)
PERSON = PersonId(opaque_id(lambda count: bytes(range(count))))
ATTEMPT = AttemptId(opaque_id(lambda count: bytes([7]) * count))
SENT = {"attempt": ATTEMPT, "channel": Channel.SMS, "version": 1}
COMMITMENT = {"commitment": "0123456789abcdef" * 4}
SIGNED = {"officer": PERSON, **COMMITMENT, "signature": "0123456789abcdef" * 8}
GOOD = {
    EntryKind.LEDGER_OPENED: {},
    EntryKind.LIST_INGESTED: {"rows": 6252, "persons": 6171, "refused": 0, "repeated": 81},
    EntryKind.PERSON_ENROLLED: COMMITMENT,
    EntryKind.PERSON_CHANGED: COMMITMENT,
    EntryKind.PAIR_DECIDED: {"outcome": "same"},
    EntryKind.ENROLMENT_CLOSED: {"persons": 6171},
    EntryKind.PLAN_RESOLVED: {"contacts": 2, "channels": [Channel.SMS, Channel.EMAIL]},
    EntryKind.PERSON_HELD: {"rule": "phone.not_certain"},
    EntryKind.RULES_ADOPTED: {"digest": "0123456789abcdef" * 4, "rules": 31},
    EntryKind.RULE_LOOSENED: {"rule": "address.unknown", "outcome": "allow", **SIGNED},
    EntryKind.HOLD_DECIDED: {"rule": "phone.shared", "outcome": "teaser", "of": "contact", **SIGNED},
    EntryKind.SHEET_ISSUED: {"sheet": PERSON, "letters": 40, "version": 1},
    EntryKind.SHEET_RETURNED: {"sheet": PERSON, "letters": 40, "handed": 37},
    EntryKind.APPROVAL_REQUIRED: {"officers": 2},
    EntryKind.NOTICE_APPROVED: {
        "version": 1,
        "digest": SIGNED["commitment"],
        "people": 4855,
        "unreviewed": 29,
        "officer": SIGNED["officer"],
        "signature": SIGNED["signature"],
    },
    EntryKind.NOTICE_SENT: SENT,
    EntryKind.LETTER_COMPOSED: {**SENT, "channel": "hand"},
    EntryKind.NOTICE_DELIVERED: {**SENT, "code": "250"},
    EntryKind.NOTICE_FAILED: {**SENT, "code": "twilio.30005", "outcome": "failed_permanent"},
    EntryKind.ATTEMPT_UNKNOWN: SENT,
    EntryKind.ATTEMPT_SETTLED: {**SENT, "outcome": "delivered", "code": "5.1.1"},
    EntryKind.PERSON_OPENED: {"purpose": "letters", **SIGNED},
    EntryKind.PERSON_ERASED: {"cause": "retention"},
    EntryKind.KEY_DESTROYED: {"key": "refused-rows", "keys": 12},
    EntryKind.KEY_ROTATED: {"provider": "aws-kms", "revision": 2},
    EntryKind.KEY_RENEWED: {"generation": 1, "persons": 6171},
    EntryKind.SIGNER_ADDED: {"signer": "0123456789abcdef" * 4},
    EntryKind.SIGNER_RETIRED: {"signer": "0123456789abcdef" * 4},
    EntryKind.OFFICER_ADDED: {"officer": PERSON, "roles": ["auditor", "operator"]},
    EntryKind.INCIDENT_CLOSED: {"persons": 6171},
    EntryKind.RETENTION_ENDED: {"persons": 6171},
    EntryKind.WORKSPACE_RESTORED: {"entries": 22160},
}
OF_NOBODY = {
    EntryKind.LEDGER_OPENED,
    EntryKind.LIST_INGESTED,
    EntryKind.ENROLMENT_CLOSED,
    EntryKind.APPROVAL_REQUIRED,
    EntryKind.NOTICE_APPROVED,
    EntryKind.RULES_ADOPTED,
    EntryKind.RULE_LOOSENED,
    EntryKind.SHEET_ISSUED,
    EntryKind.SHEET_RETURNED,
    EntryKind.KEY_DESTROYED,
    EntryKind.KEY_ROTATED,
    EntryKind.KEY_RENEWED,
    EntryKind.SIGNER_ADDED,
    EntryKind.SIGNER_RETIRED,
    EntryKind.OFFICER_ADDED,
    EntryKind.INCIDENT_CLOSED,
    EntryKind.RETENTION_ENDED,
    EntryKind.WORKSPACE_RESTORED,
}


def make(kind, *, incident="portal-2026-11", at=AT, **facts):
    return entry(kind, incident=incident, at=at, person=None if kind in OF_NOBODY else PERSON, **facts)


def refused(kind, **facts):
    """The message, which names a key and repeats no value."""
    with pytest.raises(ValueError, match=": ") as caught:
        make(kind, **facts)
    assert caught.value.__cause__ is None
    return str(caught.value)


@pytest.mark.parametrize("kind", EntryKind)
def test_every_kind_can_be_written(kind):
    body = make(kind, **GOOD[kind])
    read = json.loads(body)
    assert body == json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert (read["v"], read["kind"], read["incident"], read["at"]) == (1, kind.value, "portal-2026-11", "2026-11-23T05Z")
    assert read.get("person") == (None if kind in OF_NOBODY else PERSON)
    assert {key: read[key] for key in GOOD[kind]} == GOOD[kind]


def test_an_entry_looks_like_this():
    assert make(EntryKind.PERSON_HELD, rule="phone.not_certain") == (
        b'{"at":"2026-11-23T05Z","incident":"portal-2026-11","kind":"person.held",'
        b'"person":"aaaqeayeaudaocajbifqydiob4","rule":"phone.not_certain","v":1}'
    )


@given(st.datetimes(timezones=st.just(UTC)))
def test_no_time_is_finer_than_the_hour(at):
    whole = at.replace(minute=0, second=0, microsecond=0)
    assert make(EntryKind.LEDGER_OPENED, at=at) == make(EntryKind.LEDGER_OPENED, at=whole)


@pytest.mark.parametrize(
    "at", [AT.replace(tzinfo=None), AT.astimezone(timezone(timedelta(hours=1))), "2026-11-23T05:59Z", AT.date()]
)
def test_a_time_that_is_not_in_utc_is_refused(at):
    assert refused(EntryKind.LEDGER_OPENED, at=at).startswith("at: ")


@pytest.mark.parametrize(
    "value",
    [
        "Maria Perez",
        "Maria",
        "Мария",
        "+13055550123",
        "13055550123",
        "305-555-0123",
        "305.555.0123",
        "5550123",
        "maria@example.org",
        "A200-123-456",
        "2022-11-28",
        "2026-11-23t05.41",
        "SM0123456789abcdef0123456789abcdef",
        "sm0123456789abcdef0123456789abcdef",
        "x" * 65,
        "",
        "line\n",
        13055550123,
        5.5,
        True,
        None,
        b"bytes",
        ["list"],
        {"a": "dictionary"},
    ],
)
def test_nothing_personal_stands_in_any_fact(value):
    for kind, facts in GOOD.items():
        for key in facts:
            assert refused(kind, **{**facts, key: value}) == f"{key}: a value of this form may not stand in an entry"
    assert not (isinstance(value, str) and may_be_recorded(value))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_free_text_never_gets_in_nor_into_the_message(text):
    """Whatever the text, an entry holds it only in the form of a code, and a refusal does not repeat it."""
    if may_be_recorded(text):
        assert json.loads(make(EntryKind.PERSON_HELD, rule=text))["rule"] == text
        assert len(text) <= 64
        assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789_.-")
    else:
        assert refused(EntryKind.PERSON_HELD, rule=text) == "rule: a value of this form may not stand in an entry"


@given(st.from_regex(r"\+?[0-9][0-9 ().-]{6,20}[0-9]", fullmatch=True).filter(lambda text: sum(map(str.isdecimal, text)) >= 7))
def test_no_telephone_number_is_a_code_a_person_or_an_incident_key(number):
    assert not may_be_recorded(number)
    assert refused(EntryKind.PERSON_HELD, rule=number)
    with pytest.raises(ValueError, match=r"^person: "):
        entry(EntryKind.PERSON_HELD, incident="portal", at=AT, person=PersonId(number), rule="a.rule")


@given(st.emails())
def test_no_email_address_is_a_code(address):
    assert not may_be_recorded(address)


@given(st.text(max_size=30).filter(lambda key: key not in {"kind", "incident", "at", "person", "rule"}))
def test_no_key_but_those_of_the_schema_gets_in(key):
    message = refused(EntryKind.PERSON_HELD, **{"rule": "a.rule", key: "a.code"})
    assert message.endswith("not allowed in an entry of this kind")
    if not key.isidentifier():
        assert message.startswith("a key: ")


@pytest.mark.parametrize("kind", EntryKind)
def test_facts_of_another_kind_and_missing_ones_are_refused(kind):
    assert refused(kind, **GOOD[kind], language="quc") == "language: not allowed in an entry of this kind"
    for key in set(GOOD[kind]) - {"code", "outcome"}:
        facts = {name: value for name, value in GOOD[kind].items() if name != key}
        assert refused(kind, **facts) == f"{key}: missing in an entry of this kind"


@pytest.mark.parametrize("kind", EntryKind)
def test_a_person_is_named_where_and_only_where_the_fact_is_about_one(kind):
    with pytest.raises(ValueError, match=r"^person: "):
        entry(kind, incident="portal", at=AT, person=PERSON if kind in OF_NOBODY else None, **GOOD[kind])


@pytest.mark.parametrize("incident", ["", "Portal", "a b", "portal-", "x" * 65])
def test_an_incident_has_an_incidents_name(incident):
    assert refused(EntryKind.LEDGER_OPENED, incident=incident).startswith("incident: ")
