"""The rules of the record: a ledger that keeps them is said to, and each way of breaking one is found, with the entry."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tidings import ledger
from tidings.entry import EntryKind, entry, hour
from tidings.ledger import Reading, RecordRule
from tidings.ledger.rules_of_record import STOPPED
from tidings.model import AttemptId, PersonId, opaque_id
from tidings.officers import SIGNED, officer_id
from tidings.receipts.interface import ReceiptEvent
from tidings.receipts.sendgrid_email import EVENTS
from tidings.receipts.twilio_sms import CODES as TWILIO

CONFIG = Path(__file__).parents[3] / "config"
START = datetime(2026, 11, 23, 5, tzinfo=UTC)
HEX = "0123456789abcdef" * 4
K = EntryKind


def name(text):
    return opaque_id(lambda count: text.encode().ljust(count, b"."))


class Story:
    """Entries, one after the other. `hour` moves the clock."""

    def __init__(self):
        self.bodies, self.hour = [], 0

    def say(self, kind, person=None, **facts):
        at = START + timedelta(hours=self.hour)
        person = PersonId(name(person)) if person else None
        self.bodies.append(entry(kind, incident="portal", at=at, person=person, **facts))
        return self

    def other(self, kind, **facts):
        """An entry of a kind that is not in the table."""
        body = {"v": 1, "kind": kind, "incident": "portal", "at": "2026-11-23T05Z", **facts}
        self.bodies.append(orjson.dumps(body, option=orjson.OPT_SORT_KEYS))
        return self

    def enrolled(self, *people):
        self.say(K.LEDGER_OPENED)
        for person in people:
            self.say(K.PERSON_ENROLLED, person, commitment=HEX)
        self.say(K.LIST_INGESTED, rows=len(people), persons=len(people), refused=0, repeated=0)
        for person in people:
            self.say(K.PLAN_RESOLVED, person, contacts=1, channels=["sms"])
        return self.say(K.ENROLMENT_CLOSED, persons=len(people))

    def told(self, kind, person, attempt="one", channel="sms", version=1, **code):
        return self.say(kind, person, attempt=AttemptId(name(f"{person}-{attempt}")), channel=channel, version=version, **code)

    def signed(self, kind, key, person=None, **facts):
        """By an officer, as docs/ledger.md says."""
        public = key.public_key().public_bytes_raw()
        body = {"incident": "portal", "at": hour(START + timedelta(hours=self.hour)), "officer": officer_id(public), **facts}
        body |= {"commitment": HEX} | ({"person": name(person)} if person else {})
        label, *names = SIGNED[kind]
        parts = [label.encode(), *(body[one].encode() for one in names)]
        signature = key.sign(b"".join(len(part).to_bytes(4, "big") + part for part in parts)).hex()
        return self.say(kind, person, officer=officer_id(public), commitment=HEX, signature=signature, **facts)

    def read(self, deadline=None, officers=None, **known):
        reading = Reading(officers)
        for first in range(0, len(self.bodies), 3):  # as bundles come
            reading.take(first, self.bodies[first : first + 3])
        return reading.end(deadline, **known)

    def breaks(self, **known):
        return [(one.rule, one.index) for one in self.read(**known).breaches]


def test_a_record_that_keeps_every_rule():
    story = Story().enrolled("ana", "ben", "cid")
    story.told(K.NOTICE_SENT, "ana").told(K.NOTICE_DELIVERED, "ana").told(K.LETTER_COMPOSED, "ben", channel="hand")
    story.say(K.PERSON_HELD, "cid", rule="person.minor")
    found = story.read()
    assert found.breaches == []
    assert found.states == {"delivered": 1, "letter": 1, "held": 1}
    assert (found.persons, found.open, found.channels) == (3, 0, {"sms": 1, "hand": 1})
    assert set(found.checked) == set(RecordRule) - {
        RecordRule.RULES,
        RecordRule.APPROVED,
        RecordRule.SIGNED,
        RecordRule.PUBLISHED,
        RecordRule.SIGNER,
    }


def test_a_notice_before_enrolment_was_closed():
    story = Story().say(K.LEDGER_OPENED).say(K.PERSON_ENROLLED, "ana", commitment=HEX)
    story.say(K.PLAN_RESOLVED, "ana", contacts=1, channels=["sms"]).told(K.NOTICE_SENT, "ana")
    assert story.breaks() == [(RecordRule.COUNTED, 3)]


def test_a_notice_to_who_came_after_the_last_count():
    story = Story().enrolled("ana")
    story.say(K.PERSON_ENROLLED, "ben", commitment=HEX).say(K.PLAN_RESOLVED, "ben", contacts=1, channels=["sms"])
    story.told(K.NOTICE_SENT, "ben")
    assert story.breaks() == [(RecordRule.COUNTED, 7)]
    again = Story().enrolled("ana")
    again.say(K.PERSON_ENROLLED, "ben", commitment=HEX).say(K.PLAN_RESOLVED, "ben", contacts=1, channels=["sms"])
    assert again.say(K.ENROLMENT_CLOSED, persons=2).told(K.NOTICE_SENT, "ben").breaks() == []


def test_somebody_who_was_never_enrolled_or_twice():
    assert Story().enrolled("ana").told(K.NOTICE_SENT, "eve").breaks() == [(RecordRule.ENROLLED, 5)]
    assert Story().enrolled("ana").say(K.PERSON_ENROLLED, "ana", commitment=HEX).breaks() == [(RecordRule.ENROLLED, 5)]


def test_a_count_that_does_not_add_up():
    assert Story().enrolled("ana").say(K.ENROLMENT_CLOSED, persons=2).breaks() == [(RecordRule.COUNTS, 5)]
    assert Story().enrolled("ana").say(K.INCIDENT_CLOSED, persons=0).breaks() == [(RecordRule.COUNTS, 5)]
    lost = Story().enrolled("ana").say(K.LIST_INGESTED, rows=9, persons=9, refused=0, repeated=0)
    assert lost.breaks() == [(RecordRule.COUNTS, 5)]


def test_a_sheet_that_comes_back_with_other_letters():
    sheet = name("sheet")
    story = Story().enrolled("ana").say(K.SHEET_ISSUED, sheet=sheet, letters=4, version=1)
    assert story.say(K.SHEET_RETURNED, sheet=sheet, letters=4, handed=3).breaks() == []
    assert story.say(K.SHEET_RETURNED, sheet=sheet, letters=5, handed=5).breaks() == [(RecordRule.COUNTS, 7)]
    assert story.say(K.SHEET_RETURNED, sheet=sheet, letters=4, handed=5).breaks()[-1] == (RecordRule.COUNTS, 8)


def test_a_notice_without_a_plan():
    story = Story().say(K.LEDGER_OPENED).say(K.PERSON_ENROLLED, "ana", commitment=HEX).say(K.ENROLMENT_CLOSED, persons=1)
    assert story.told(K.NOTICE_SENT, "ana").breaks() == [(RecordRule.PLANNED, 3)]


def test_safety_rules_that_were_adopted_after_the_first_notice():
    adopted = {"digest": HEX, "rules": 31}
    before = Story().enrolled("ana").say(K.RULES_ADOPTED, **adopted).told(K.NOTICE_SENT, "ana").read()
    assert RecordRule.RULES in before.checked
    assert not before.broken
    after = Story().enrolled("ana").told(K.NOTICE_SENT, "ana").say(K.RULES_ADOPTED, **adopted)
    assert after.breaks() == [(RecordRule.RULES, 6)]
    assert any("rules.adopted" in one for one in Story().enrolled("ana").read().unknowable)


def approved_story(*signed, version=1, officers=2):
    """`signed` are officers, each with the first sign of the digest that they signed."""
    made = Story().enrolled("ana").say(K.APPROVAL_REQUIRED, officers=officers)
    for officer, digest in signed:
        facts = {"version": version, "digest": digest + HEX[1:], "people": 1, "unreviewed": 0}
        made.say(K.NOTICE_APPROVED, officer=name(officer), signature=HEX * 2, **facts)
    return made.told(K.NOTICE_SENT, "ana")


@pytest.mark.parametrize(
    ("signed", "version", "broken"),
    [
        ([("a", "0"), ("b", "0")], 1, False),
        ([], 1, True),
        ([("a", "0"), ("a", "0")], 1, True),
        ([("a", "0"), ("b", "1")], 1, True),
        ([("a", "0"), ("b", "0")], 2, True),
    ],
    ids=["two", "none", "one twice", "two of different things", "another version"],
)
def test_where_approval_is_asked_for_two_officers_must_have_signed_the_same_before(signed, version, broken):
    found = approved_story(*signed, version=version).read()
    assert RecordRule.APPROVED in found.checked
    assert bool(found.broken[RecordRule.APPROVED]) is broken


def test_a_rehearsal_that_asks_nobody_is_said_to_ask_nobody():
    found = approved_story(officers=0).read()
    assert RecordRule.APPROVED not in found.checked
    assert any("not asked for" in one for one in found.unknowable)


def test_after_a_stop_the_same_attempt_is_a_breach_and_another_on_that_channel_a_question():
    story = Story().enrolled("ana").told(K.NOTICE_FAILED, "ana", code="twilio.21610")
    assert story.told(K.NOTICE_SENT, "ana").breaks() == [(RecordRule.STOP, 6)]
    other = Story().enrolled("ana").told(K.NOTICE_FAILED, "ana", code="twilio.21610").told(K.NOTICE_SENT, "ana", "two").read()
    assert (other.breaches, other.after_stop) == ([], 1)
    assert any("stop went elsewhere" in one for one in other.unknowable)
    mail = Story().enrolled("ana").told(K.NOTICE_FAILED, "ana", code="twilio.21610")
    assert mail.told(K.NOTICE_SENT, "ana", "two", channel="email").read().after_stop == 0


def test_what_counts_as_a_stop_is_what_receipts_take_for_one():
    twilio = {f"twilio.{code}" for code in TWILIO[ReceiptEvent.OPTED_OUT]}
    sendgrid = {f"sendgrid.{event}" for event, became in EVENTS.items() if became is ReceiptEvent.COMPLAINED}
    assert twilio | sendgrid == STOPPED


def test_a_notice_that_is_told_of_after_an_erasure_or_the_close_is_a_question():
    """It may have been called for before: the provider's answer came later."""
    for last in ((K.PERSON_ERASED, "ana", {"cause": "request"}), (K.INCIDENT_CLOSED, None, {"persons": 1})):
        kind, person, facts = last
        found = Story().enrolled("ana").say(kind, person, **facts).told(K.NOTICE_SENT, "ana").read()
        assert (found.breaches, found.after_end) == ([], 1)


def test_an_entry_that_no_writer_of_ours_could_have_written():
    good = Story().enrolled("ana")
    for bad in (
        b"{}",
        b"not JSON",
        good.bodies[1].replace(b'"v":1', b'"v": 1'),
        good.bodies[1].replace(b"person.enrolled", b"person.held"),
    ):
        story = Story().enrolled("ana")
        story.bodies.append(bad)
        assert story.breaks() == [(RecordRule.FORM, 5)]


def test_entries_of_kinds_that_are_not_known_are_counted_and_said():
    found = Story().enrolled("ana").other("person.promoted").read()
    assert (found.breaches, found.unknown_kinds, found.kinds["other"]) == ([], 1, 1)
    assert any("does not know" in one for one in found.unknowable)


def test_another_incident_and_a_second_opening():
    story = Story().enrolled("ana")
    story.bodies.append(entry(K.PERSON_HELD, incident="other", at=START, person=PersonId(name("ana")), rule="person.minor"))
    assert story.breaks() == [(RecordRule.ONE_INCIDENT, 5)]
    assert Story().enrolled("ana").say(K.LEDGER_OPENED).breaks() == [(RecordRule.OPENED, 5)]
    assert Story().say(K.PERSON_ENROLLED, "ana", commitment=HEX).breaks() == [(RecordRule.OPENED, 0)]


def test_enrolment_is_published_where_a_checkpoint_lies_between_it_and_the_first_notice():
    story = Story().enrolled("ana").told(K.NOTICE_SENT, "ana")  # closed by entry 4, told by entry 5
    assert RecordRule.PUBLISHED in story.read(published=[5, 6]).checked
    for sizes in ([], [4, 6], [6]):
        found = story.read(published=sizes)
        assert RecordRule.PUBLISHED not in found.checked
        assert any("published before" in one for one in found.unknowable)


def test_a_checkpoint_that_only_a_retired_key_signed():
    one, two = HEX, HEX[::-1]
    story = Story().enrolled("ana").say(K.SIGNER_ADDED, signer=two).say(K.SIGNER_RETIRED, signer=one)
    assert story.breaks(signed=[(6, frozenset({one})), (7, frozenset({two})), (7, frozenset({one, two}))]) == []
    assert story.breaks(signed=[(7, frozenset({one}))]) == [(RecordRule.SIGNER, 6)]


@pytest.mark.parametrize(
    ("entries", "state", "is_open"),
    [
        ([], "planned", True),
        ([(K.ATTEMPT_UNKNOWN, "")], "unknown", True),
        ([(K.ATTEMPT_UNKNOWN, ""), (K.ATTEMPT_SETTLED, "twilio.sent")], "sent", False),
        ([(K.ATTEMPT_UNKNOWN, ""), (K.ATTEMPT_SETTLED, "provider.not_found")], "planned", True),
        ([(K.ATTEMPT_UNKNOWN, ""), (K.ATTEMPT_SETTLED, "policy.resend"), (K.NOTICE_SENT, "")], "sent", False),
        ([(K.ATTEMPT_UNKNOWN, ""), (K.ATTEMPT_SETTLED, "delivery.unknown")], "held", False),
        ([(K.NOTICE_SENT, ""), (K.NOTICE_DELIVERED, "")], "delivered", False),
        ([(K.NOTICE_DELIVERED, ""), (K.NOTICE_SENT, "")], "delivered", False),
        ([(K.NOTICE_SENT, ""), (K.NOTICE_FAILED, "twilio.30005")], "failed", False),
        ([(K.NOTICE_SENT, ""), (K.NOTICE_DELIVERED, ""), (K.NOTICE_FAILED, "sendgrid.bounce.5.1.1")], "failed", False),
    ],
)
def test_where_entries_leave_somebody(entries, state, is_open):
    story = Story().enrolled("ana")
    for kind, code in entries:
        story.told(kind, "ana", **({"code": code} if code else {}))
    found = story.read()
    assert found.states == {state: 1}
    assert (found.open, found.open_people) == ((1, [name("ana")]) if is_open else (0, []))
    assert not found.broken


def test_one_attempt_that_is_said_of_two_people_counts_for_each_alone():
    made = Story().enrolled("ana", "bea").told(K.NOTICE_SENT, "ana", "one")
    attempt = AttemptId(name("ana-one"))
    for kind in (K.NOTICE_DELIVERED, K.NOTICE_FAILED, K.ATTEMPT_UNKNOWN):
        made.say(kind, "bea", attempt=attempt, channel="sms", version=1)
    assert +made.read().states == {"sent": 1, "unknown": 1}


def test_of_several_attempts_the_best_news_counts():
    story = Story().enrolled("ana").told(K.NOTICE_SENT, "ana", "one").told(K.NOTICE_SENT, "ana", "two")
    story.told(K.NOTICE_DELIVERED, "ana", "two").told(K.NOTICE_FAILED, "ana", "one")
    assert story.read().states == {"delivered": 1}


def test_of_two_who_are_one_the_one_who_goes_is_joined_and_the_other_is_told():
    story = Story().enrolled("ana", "bea").say(K.PAIR_DECIDED, "ana", outcome="same").say(K.PAIR_DECIDED, "bea", outcome="same")
    story.say(K.PLAN_RESOLVED, "ana", contacts=1, channels=["sms"]).told(K.NOTICE_SENT, "ana")
    assert story.read().states == {"joined": 1, "sent": 1}


@pytest.mark.parametrize("rule", ["decided.told", "decided.never"])
def test_whom_an_officer_settled_stays_settled_whatever_still_comes_back(rule):
    story = Story().enrolled("ana").told(K.NOTICE_SENT, "ana").say(K.PERSON_HELD, "ana", rule=rule)
    story.told(K.NOTICE_FAILED, "ana", code="twilio.30005")
    found = story.read(START)
    assert (found.states, found.holds, found.open) == ({"settled": 1}, {rule: 1}, 0)
    assert (found.deadline.exempt, found.deadline.missed) == (1, 0)
    assert story.say(K.PLAN_RESOLVED, "ana", contacts=1, channels=["email"]).read().states == {"planned": 1}


def test_a_letter_entered_as_handed_over_and_then_corrected_waits_again():
    story = Story().enrolled("ana").told(K.LETTER_COMPOSED, "ana", channel="hand")
    story.hour = 1
    story.told(K.NOTICE_DELIVERED, "ana", channel="hand", code="hand.handed")
    assert story.read().states == {"delivered": 1}
    story.told(K.ATTEMPT_SETTLED, "ana", channel="hand", code="hand.absent")
    found = story.read(START + timedelta(hours=5))
    assert (found.states, found.deadline.met, found.deadline.letters) == ({"letter": 1}, 0, 1)


def test_what_came_back_counts_for_no_deadline_and_what_stays_counts_from_its_own_hour():
    story = Story().enrolled("ana").told(K.NOTICE_SENT, "ana", "one")
    story.hour = 3
    story.told(K.NOTICE_SENT, "ana", "two", channel="email")
    limit = START + timedelta(hours=2)
    assert story.read(limit).deadline.met == 1
    story.told(K.NOTICE_FAILED, "ana", "one", code="twilio.30005")
    assert (story.read(limit).deadline.met, story.read(limit).deadline.missed) == (0, 1)
    story.told(K.NOTICE_FAILED, "ana", "two", channel="email", code="sendgrid.bounce.5.1.1")
    assert (story.read(limit).deadline.missed, story.read(limit).deadline.untold) == (0, 1)


def test_holds_are_those_who_wait_now_by_their_rule():
    story = Story().enrolled("ana", "ben", "cid")
    for person in ("ana", "ben", "cid"):
        story.say(K.PERSON_HELD, person, rule="person.minor")
    story.say(K.PERSON_HELD, "ben", rule="language.rare").say(K.PLAN_RESOLVED, "cid", contacts=1, channels=["sms"])
    assert story.read().holds == {"person.minor": 1, "language.rare": 1}


def test_a_notice_that_is_told_of_after_a_hold_is_a_question_until_there_is_a_plan():
    """It may have been called for before: the provider's answer came later."""
    for rule in ("person.minor", "decided.never"):
        story = Story().enrolled("ana").say(K.PERSON_HELD, "ana", rule=rule)
        found = story.told(K.NOTICE_SENT, "ana").read()
        assert (found.breaches, found.after_hold) == ([], 1)
        assert any("after a hold" in one for one in found.unknowable)
    again = Story().enrolled("ana").say(K.PERSON_HELD, "ana", rule="person.minor")
    again.say(K.PLAN_RESOLVED, "ana", contacts=1, channels=["sms"]).told(K.NOTICE_SENT, "ana")
    assert again.read().after_hold == 0
    attorney = Story().enrolled("ana").told(K.ATTEMPT_UNKNOWN, "ana", "one")
    attorney.told(K.ATTEMPT_SETTLED, "ana", "one", code="delivery.unknown").told(K.NOTICE_SENT, "ana", "two", channel="email")
    assert attorney.read().after_hold == 0


DECIDED = {"rule": "person.minor", "outcome": "full", "of": "person"}


def test_what_an_officer_decided_is_signed_by_a_key_that_was_added_before():
    key = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public = key.public_key().public_bytes_raw()
    keys = {officer_id(public): public}
    added = Story().enrolled("ana").say(K.OFFICER_ADDED, officer=officer_id(public), roles=["approver"])
    added.signed(K.HOLD_DECIDED, key, "ana", **DECIDED).signed(K.RULE_LOOSENED, key, rule="person.minor", outcome="teaser")
    added.signed(K.PERSON_OPENED, key, "ana", purpose="explain")
    found = added.read(officers=keys)
    assert (found.breaches, found.unproven) == ([], 0)
    assert {RecordRule.OFFICER, RecordRule.SIGNED} <= set(found.checked)
    unknown = added.read()
    assert (unknown.breaches, unknown.unproven, RecordRule.SIGNED in unknown.checked) == ([], 3, False)
    assert any("their keys were not given" in one for one in unknown.unknowable)
    assert Story().enrolled("ana").signed(K.HOLD_DECIDED, key, "ana", **DECIDED).breaks() == [(RecordRule.OFFICER, 5)]
    for was, now in ((b'"full"', b'"told"'), (name("ana").encode(), name("ben").encode())):
        forged = Story().enrolled("ana", "ben").say(K.OFFICER_ADDED, officer=officer_id(public), roles=["approver"])
        forged.signed(K.HOLD_DECIDED, key, "ana", **DECIDED)
        forged.bodies[-1] = forged.bodies[-1].replace(was, now)
        assert forged.breaks(officers=keys) == [(RecordRule.SIGNED, 8)]


def test_a_deadline_is_met_missed_or_in_that_very_hour():
    story = Story().enrolled("ana", "ben", "cid", "dee", "eve", "fay")
    story.hour = 1
    story.told(K.NOTICE_SENT, "ana").told(K.LETTER_COMPOSED, "dee", channel="letter")
    story.say(K.PERSON_HELD, "eve", rule="person.minor")
    story.hour = 5
    story.told(K.NOTICE_SENT, "ben").told(K.NOTICE_DELIVERED, "ana")
    story.hour = 6
    story.told(K.NOTICE_SENT, "cid")
    due = story.read(START + timedelta(hours=5, minutes=30)).deadline
    assert (due.met, due.unsure, due.missed, due.letters, due.untold, due.exempt) == (1, 1, 1, 1, 1, 1)
    sharp = story.read(START + timedelta(hours=6)).deadline
    assert (sharp.met, sharp.unsure, sharp.missed) == (2, 0, 1)


def test_a_clock_that_was_put_back_is_said():
    story = Story().enrolled("ana")
    story.hour = -1
    assert story.told(K.NOTICE_SENT, "ana").read().hours_back == 1


def test_breaches_are_all_counted_and_some_are_named():
    story = Story().enrolled("ana")
    for number in range(50):
        story.told(K.NOTICE_SENT, "eve", str(number))
    found = story.read()
    assert found.broken == {RecordRule.ENROLLED: 50}
    assert len(found.breaches) == 20


def test_it_says_of_real_people_what_the_database_says(filled_workspace, tmp_path):
    """Of a workspace with plans and holds, made without Prefect."""
    with filled_workspace(tmp_path / "workspace", CONFIG, 120) as ws:
        ledger.integrate(ws)
        found = ledger.audit(ws.ledger_folder, [ledger.signer(ws).verifier])
        from tidings import delivery

        status = delivery.status(ws)
    record = found.record
    assert record.breaches == []
    assert record.persons == status["persons"]
    states = Counter({state: count for state, count in status["states"].items() if count})
    assert record.states["held"] == states["held"] > 0
    assert record.states["planned"] == states["planned"] > 0
    assert record.holds == status["holds"]


@given(
    bodies=st.lists(st.one_of(st.binary(max_size=40), st.sampled_from(Story().enrolled("ana").told(K.NOTICE_SENT, "ana").bodies)))
)
def test_whatever_a_ledger_holds_it_is_read_to_its_end(bodies):
    reading = Reading()
    reading.take(0, bodies)
    found = reading.end(START)
    assert found.entries == len(bodies)
    assert sum(found.states.values()) == found.persons
    assert sum(found.kinds.values()) + found.broken[RecordRule.FORM] == len(bodies)


@given(
    kind=st.sampled_from(["person.promoted", *K]),
    facts=st.dictionaries(
        st.sampled_from(["v", "officers", "version", "officer", "at", "incident", "person", "rule"]),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(-9, 9),
            st.text(max_size=3),
            st.lists(st.integers(0, 9), max_size=2),
            st.just({}),
        ),
    ),
)
def test_facts_of_any_type_break_a_rule_and_nothing_else(kind, facts):
    reading = Reading()
    reading.take(0, [*Story().enrolled("ana").bodies, orjson.dumps({"v": 1, "kind": kind, **facts})])
    reading.take(6, Story().told(K.NOTICE_SENT, "ana").bodies)
    assert reading.end().entries == 7
