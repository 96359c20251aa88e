"""An attorney gets one message for all their clients, and whatever comes of it is true of each client in it."""

import itertools
import shutil
import tempfile
from pathlib import Path

import orjson
import pytest
from hypothesis import Phase
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from tests.unit.delivery.conftest import CONFIG, Clock, Desk
from tidings import delivery, stewardship
from tidings.channels.fake import FakeChannel
from tidings.channels.interface import Outcome
from tidings.delivery import send, sharing
from tidings.model import AttemptState, Channel, Track
from tidings.notices import PLACEHOLDER
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.settings import Settings
from tidings.store.tables import attempts, contacts, entries
from tidings.vault import notice_code
from tidings.workspace import create_workspace, open_workspace

ADDRESS = "law@legal.example.com"
CLIENT = {"attorney": "Sam Law", "attorney_contact": ADDRESS, "custody_status": "Released"}


def clients(desk, count, address=ADDRESS):
    return desk.enrol(*({**CLIENT, "attorney_contact": address} for _ in range(count)))


def codes_in(message):
    return set(message.substitutions[PLACEHOLDER].split(", "))


def codes_of(desk):
    return {notice_code(desk.ws.vault, one.person_id) for one in desk.attempts(Channel.EMAIL)}


def told(desk, message, event, number=1):
    name = f"fake-{message.attempt}-{number}"
    return delivery.receive(desk.ws, [Receipt(message.attempt, f"{name}-{event}", event, f"x.{event}", name)])


def test_one_message_names_no_client_and_has_the_code_of_each(desk, email):
    clients(desk, 3)
    desk.make_due()
    assert desk.send(email)["accepted"] == 3
    (message,) = email.taken
    assert (message.to, codes_in(message)) == (ADDRESS, codes_of(desk))
    assert len(codes_in(message)) == 3
    assert desk.states(Channel.EMAIL) == [AttemptState.ACCEPTED] * 3
    assert desk.entries().count("notice.sent") == 3, "each client's own record says so"


def test_other_attorneys_get_a_message_of_their_own(desk, email):
    clients(desk, 2)
    clients(desk, 2, "other@legal.example.com")
    desk.make_due()
    desk.send(email)
    assert {one.to: len(codes_in(one)) for one in email.taken} == {ADDRESS: 2, "other@legal.example.com": 2}


def test_clients_far_apart_on_the_list_are_in_one_claim(desk, email, monkeypatch):
    clients(desk, 4)
    desk.make_due()
    monkeypatch.setitem(send.LIMITS, Channel.EMAIL, 1)
    assert desk.send(email)["claimed"] == 4
    assert len(email.taken) == 1


def test_a_message_has_so_many_codes_as_somebody_reads(desk, email, monkeypatch):
    clients(desk, 5)
    desk.make_due()
    monkeypatch.setattr(sharing, "MOST_CODES", 2)
    desk.send(email)
    assert sorted(len(codes_in(one)) for one in email.taken) == [1, 2, 2]
    assert set().union(*map(codes_in, email.taken)) == codes_of(desk)


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (ReceiptEvent.DELIVERED, AttemptState.DELIVERED),
        (ReceiptEvent.FAILED_PERMANENT, AttemptState.FAILED_PERMANENT),
        (ReceiptEvent.BLOCKED, AttemptState.BLOCKED),
    ],
)
def test_a_receipt_is_true_of_every_client_in_the_message(desk, email, event, state):
    clients(desk, 3)
    desk.make_due()
    desk.send(email)
    (message,) = email.taken
    assert told(desk, message, event) == {"taken": 1, "repeated": 0, "foreign": 0, "changed": 3}
    assert desk.states(Channel.EMAIL) == [state] * 3
    assert told(desk, message, event)["repeated"] == 1


def test_what_came_back_goes_again_to_all_of_them_in_one_message(desk, email, clock):
    clients(desk, 3)
    desk.make_due()
    desk.send(email)
    told(desk, email.taken[0], ReceiptEvent.FAILED_TEMPORARY)
    clock.forward(100_000)
    desk.send(email)
    first, again = email.taken
    assert (again.attempt, codes_in(again)) == (first.attempt, codes_in(first))


def test_a_client_who_is_new_is_told_of_alone(desk, email):
    clients(desk, 2)
    desk.make_due()
    desk.send(email)
    clients(desk, 1)
    desk.make_due()
    desk.send(email)
    first, second = email.taken
    assert len(codes_in(second)) == 1
    assert not codes_in(first) & codes_in(second)
    told(desk, first, ReceiptEvent.DELIVERED)
    assert sorted(desk.states(Channel.EMAIL)) == ["accepted", "delivered", "delivered"]


def test_a_new_client_does_not_join_a_message_that_was_sent_before(desk, email, clock):
    clients(desk, 2)
    desk.make_due()
    desk.send(email)
    told(desk, email.taken[0], ReceiptEvent.FAILED_TEMPORARY)
    clients(desk, 1)
    desk.make_due()
    clock.forward(100_000)
    desk.send(email)
    assert sorted(len(codes_in(one)) for one in email.taken) == [1, 2, 2]
    told(desk, email.taken[0], ReceiptEvent.DELIVERED)  # late: the first arrived after all
    assert sorted(desk.states(Channel.EMAIL)) == ["accepted", "delivered", "delivered"]


@pytest.mark.parametrize("place", [0, 1], ids=["whose id it bears", "another"])
def test_whoever_cannot_go_again_with_the_others_is_not_taken_for_told(desk, email, clock, place):
    clients(desk, 3)
    desk.make_due()
    desk.send(email)
    told(desk, email.taken[0], ReceiptEvent.FAILED_TEMPORARY)
    held = desk.attempts(Channel.EMAIL)[place]
    desk.set(contacts, contacts.c.id == held.contact_id, state="held", rule="contact.unsafe")
    clock.forward(100_000)
    desk.send(email)
    again = email.taken[1]
    assert len(codes_in(again)) == 2
    number = 2 if again.attempt == email.taken[0].attempt else 1
    told(desk, again, ReceiptEvent.DELIVERED, number)
    assert desk.states(Channel.EMAIL)[place] is AttemptState.FAILED_TEMPORARY
    assert sorted(desk.states(Channel.EMAIL))[:2] == [AttemptState.DELIVERED] * 2
    desk.set(contacts, contacts.c.id == held.contact_id, state="usable", rule="contact.usable")
    desk.send(email)
    assert codes_in(email.taken[2]) == {notice_code(desk.ws.vault, held.person_id)}


def test_a_lost_answer_is_asked_about_once_and_settles_all(desk, clock):
    desk.unknowns(wait_minutes=1)
    clients(desk, 3)
    desk.make_due()
    email = FakeChannel(Channel.EMAIL, outcomes={ADDRESS: Outcome.UNKNOWN})
    desk.send(email)
    assert desk.states(Channel.EMAIL) == [AttemptState.UNKNOWN] * 3
    clock.forward(10_000)
    counts, after = desk.settle(email)
    assert (counts["asked"], counts["found"]) == (1, 3)
    assert after == email.taken[0].attempt
    assert desk.states(Channel.EMAIL) == [AttemptState.ACCEPTED] * 3


def test_what_the_provider_never_got_is_sent_again_as_one(desk, clock):
    desk.unknowns(wait_minutes=1)
    clients(desk, 3)
    desk.make_due()
    email = FakeChannel(Channel.EMAIL, outcomes={ADDRESS: Outcome.UNKNOWN}, lost_before=frozenset({ADDRESS}))
    desk.send(email)
    clock.forward(10_000)
    assert desk.settle(email)[0]["resend"] == 3
    email.outcomes.clear()
    desk.send(email)
    (message,) = email.taken
    assert len(codes_in(message)) == 3


def test_a_client_whose_key_is_gone_is_not_in_the_message_and_keeps_nobody_back(desk, email):
    clients(desk, 3)
    desk.make_due()
    lost = desk.attempts(Channel.EMAIL)[0]
    desk.ws.vault.destroy_all([lost.person_id])
    desk.send(email)
    (message,) = email.taken
    assert len(codes_in(message)) == 2
    told(desk, message, ReceiptEvent.DELIVERED)
    assert desk.states(Channel.EMAIL) == [AttemptState.BLOCKED, AttemptState.DELIVERED, AttemptState.DELIVERED]


def test_what_an_attorney_said_outlives_the_client_whose_id_the_message_bore(desk, email):
    clients(desk, 2)
    desk.make_due()
    desk.send(email)
    (message,) = email.taken
    told(desk, message, ReceiptEvent.OPTED_OUT)
    bearer = next(one.person_id for one in desk.attempts(Channel.EMAIL) if one.id == message.attempt)
    stewardship.erase(desk.ws, [bearer])
    assert told(desk, message, ReceiptEvent.OPTED_OUT)["repeated"] == 1
    desk.supplement()
    desk.make_due()
    assert "sending" not in desk.states(Channel.EMAIL)
    desk.send(email)
    assert len(email.taken) == 1, "the attorney wants no more e-mail"


def test_no_code_of_a_client_stands_in_the_ledger(desk, email):
    clients(desk, 2)
    desk.make_due()
    desk.send(email)
    with desk.ws.store.reading() as connection:
        bodies = b"".join(orjson.dumps(orjson.loads(body)) for body in connection.scalars(select(entries.c.body)))
    assert not any(code.encode() in bodies for code in codes_of(desk))


class OneAttorney(RuleBasedStateMachine):
    """Clients come, are held, freed and erased; messages come back, get lost and arrive, in any order and at any time."""

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp())
        here = "http://127.0.0.1:9"
        nobody = {"twilio_base_url": here, "sendgrid_base_url": here, "quiet_hours": False, "approvals": False}
        settings = Settings(home=self.folder / "ws", config=CONFIG, **nobody, _env_file=None)
        clock = Clock()
        create_workspace(settings, "example", clock)
        self.desk = Desk(open_workspace(settings, clock), self.folder, clock, itertools.count(1))
        self.desk.unknowns(wait_minutes=0, otherwise="hold")
        self.email = FakeChannel(Channel.EMAIL, batch_size=1000)
        self.arrived: set[str] = set()
        self.sent_before = 0
        self.came_back: set[str] = set()
        clients(self.desk, 2)
        self.send()

    def teardown(self):
        if hasattr(self, "desk"):
            self.desk.ws.close()
            shutil.rmtree(self.folder)

    @rule(count=st.integers(1, 2))
    def somebody_new(self, count):
        clients(self.desk, count)

    @rule()
    def send(self):
        self.desk.clock.forward(200_000)
        self.desk.make_due()
        while self.desk.send(self.email).get("claimed"):
            pass
        for message in self.email.taken[self.sent_before :]:
            assert not codes_in(message) & self.arrived, "told twice"
        self.sent_before = len(self.email.taken)

    @rule(outcome=st.sampled_from([Outcome.UNKNOWN, Outcome.TEMPORARY]), before=st.booleans())
    def send_badly(self, outcome, before):
        self.email.outcomes = {ADDRESS: outcome}
        self.email.lost_before = frozenset({ADDRESS} if before else ())
        self.desk.clock.forward(200_000)
        self.desk.make_due()
        self.desk.send(self.email)
        self.email.outcomes = {}
        self.sent_before = len(self.email.taken)
        self.desk.clock.forward(200_000)
        self.desk.settle(self.email)

    @precondition(lambda self: self.email.taken)
    @rule(data=st.data(), event=st.sampled_from([ReceiptEvent.DELIVERED, ReceiptEvent.FAILED_TEMPORARY]))
    def receipt(self, data, event):
        place = data.draw(st.integers(0, len(self.email.taken) - 1))
        message = self.email.taken[place]
        number = sum(one.attempt == message.attempt for one in self.email.taken[: place + 1])
        name = f"{message.attempt}-{number}"
        if event is ReceiptEvent.FAILED_TEMPORARY and name in self.came_back:
            return
        if event is ReceiptEvent.DELIVERED:
            if name in self.came_back:
                return  # what came back does not arrive
            self.arrived |= codes_in(message)
        elif codes_in(message) & self.arrived:
            return
        else:
            self.came_back.add(name)
        told(self.desk, message, event, number)

    @rule(data=st.data())
    def hold_or_free(self, data):
        found = self.desk.attempts(Channel.EMAIL)
        one = data.draw(st.sampled_from(found))
        state = data.draw(st.sampled_from(["held", "usable"]))
        with self.desk.ws.store.reading() as connection:
            gone = connection.scalar(select(contacts.c.state).where(contacts.c.id == one.contact_id)) == "gone"
        if not gone:
            self.desk.set(contacts, contacts.c.id == one.contact_id, state=state, rule="contact.unsafe")

    @rule(data=st.data())
    def erase(self, data):
        living = [one for one in self.desk.attempts(Channel.EMAIL) if one.code != stewardship.erasure.CODE]
        if len(living) > 1:
            stewardship.erase(self.desk.ws, [data.draw(st.sampled_from(living)).person_id])

    @rule()
    def nobody_is_taken_for_told_who_was_not(self):
        with self.desk.ws.store.reading() as connection:
            delivered = connection.execute(
                select(attempts.c.person_id, contacts.c.track)
                .join(contacts, contacts.c.id == attempts.c.contact_id)
                .where(attempts.c.state == AttemptState.DELIVERED, contacts.c.state != "gone")
            ).all()
        for row in delivered:
            assert row.track == Track.ATTORNEY
            assert notice_code(self.desk.ws.vault, row.person_id) in self.arrived


TestOneAttorney = OneAttorney.TestCase
TestOneAttorney.settings = hypothesis_settings(max_examples=12, stateful_step_count=14, deadline=None, phases=[Phase.generate])
