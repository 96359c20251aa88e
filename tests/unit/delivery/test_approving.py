"""Nothing goes out that two officers did not sign, and whatever changed afterwards is not what they signed."""

import itertools
import shutil
from dataclasses import replace

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from tests.unit.delivery.conftest import CATALOGS, CONFIG, Clock, Desk
from tidings import delivery, stewardship
from tidings.channels.fake import FakeChannel
from tidings.contacts import adopt_rules
from tidings.delivery import ApprovalError
from tidings.incident import Approval
from tidings.model import Channel, Role
from tidings.notices import Composer
from tidings.officers import Acting, Officer, add_officer, entry_signed
from tidings.settings import Settings
from tidings.store.tables import approvals, contacts, entries, persons
from tidings.workspace import create_workspace, open_workspace

ONE = {"phone": "(202) 555-0143"}
TWO = {"phone": "(202) 555-0144", "email": "two@example.org"}


def officer(desk, name, *roles):
    key = Ed25519PrivateKey.generate()
    one = Officer(name, frozenset(roles or [Role.APPROVER]), key.public_key().public_bytes_raw())
    add_officer(desk.ws.incident_folder, one)
    return Acting(one, key)


@pytest.fixture
def desk(tmp_path):
    shutil.copytree(CONFIG, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    clock = Clock()
    nobody = {"twilio_base_url": "http://127.0.0.1:9", "quiet_hours": False}
    settings = Settings(home=tmp_path / "ws", config=tmp_path / "config", **nobody, _env_file=None)
    create_workspace(settings, "example", clock)
    with open_workspace(settings, clock) as ws:
        adopt_rules(ws, CATALOGS)
        made = Desk(ws, tmp_path, clock, itertools.count(1))
        made.enrol(ONE, TWO)
        made.make_due()
        yield made


@pytest.fixture
def night(desk):
    return officer(desk, "night-desk")


@pytest.fixture
def day(desk):
    return officer(desk, "day-desk")


def composer(desk):
    return Composer.of(desk.ws.incident, desk.ws.incident_folder)


def sign(desk, *who):
    now = delivery.manifest(desk.ws, composer(desk))
    return [delivery.approve(desk.ws, composer(desk), one, now.digest) for one in who][-1]


def refused(desk):
    with pytest.raises(ApprovalError) as error:
        delivery.refuse_unapproved(desk.ws, composer(desk))
    return error.value.code, error.value.where


def bodies(desk, kind):
    with desk.ws.store.reading() as connection:
        wanted = select(entries.c.body).where(entries.c.kind == kind).order_by(entries.c.sequence)
        return list(connection.scalars(wanted))


def reworded(desk, language="fr"):
    file = desk.ws.incident_folder / "texts" / f"{language}.ftl"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + " Oui.\n", encoding="utf-8")


def test_nothing_is_due_before_two_officers_approved(desk, night, day, sms):
    assert refused(desk) == (ApprovalError.Code.MISSING, "")
    assert desk.send(sms) == {"claimed": 0}
    assert not sign(desk, night).complete
    assert refused(desk) == (ApprovalError.Code.INCOMPLETE, "1 of 2")
    assert desk.send(sms) == {"claimed": 0}
    assert sign(desk, day).complete
    delivery.refuse_unapproved(desk.ws, composer(desk))
    assert desk.send(sms)["accepted"] == 2


def test_one_officer_counts_once(desk, night):
    assert sign(desk, night, night, night).by == (night.officer.id,)
    assert len(bodies(desk, "notice.approved")) == 1


def test_each_signature_is_in_the_ledger_and_fits_its_officers_key_only(desk, night, day):
    sign(desk, night, day)
    digest = delivery.manifest(desk.ws, composer(desk)).digest
    first, second = bodies(desk, "notice.approved")
    assert entry_signed(first, night.officer.key)
    assert not entry_signed(first, day.officer.key)
    assert {orjson.loads(one)["digest"] for one in (first, second)} == {digest}
    assert not entry_signed(first.replace(digest[:8].encode(), b"0" * 8), night.officer.key)
    (required,) = bodies(desk, "approval.required")
    assert orjson.loads(required)["officers"] == 2


def test_what_was_looked_at_must_be_what_is_signed(desk, night):
    looked_at = delivery.manifest(desk.ws, composer(desk)).digest
    reworded(desk)
    with pytest.raises(ApprovalError) as error:
        delivery.approve(desk.ws, composer(desk), night, looked_at)
    assert error.value.code is ApprovalError.Code.CHANGED
    assert not bodies(desk, "notice.approved")


def test_two_officers_who_approved_different_things_approved_nothing(desk, night, day):
    sign(desk, night)
    reworded(desk)
    assert sign(desk, day).by == (day.officer.id,)
    assert refused(desk)[0] is ApprovalError.Code.INCOMPLETE


def another_hotline(desk):
    desk._describe(organisation=desk.ws.incident.organisation.model_copy(update={"hotline": "+1 800 555 0199"}))


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (reworded, "approval.void", "texts: fr"),
        (lambda desk: desk.enrol({"phone": "(202) 555-0145"}), "approval.void", "contacts: 1 sms"),
        (another_hotline, "approval.void", "the template, or the incident's own words, of email, hand, letter, sms"),
        (lambda desk: desk._describe(approval=Approval(officers=3)), "approval.incomplete", "2 of 3"),
    ],
    ids=["a text", "somebody new", "the hotline", "a third officer"],
)
def test_anything_that_changes_afterwards_voids_it_and_it_says_what(desk, night, day, change, code, says):
    sign(desk, night, day)
    change(desk)
    assert refused(desk) == (code, says)


def test_rules_that_were_adopted_since_void_it(desk, night, day):
    sign(desk, night, day)
    desk._describe(safety=desk.ws.incident.safety.model_copy(update={"adult_age": 21}))
    adopt_rules(desk.ws, CATALOGS)
    desk.plan()
    assert "the rules of safety" in refused(desk)[1]


def test_a_contact_that_is_new_does_not_go_with_those_that_were_approved(desk, night, day, sms):
    sign(desk, night, day)
    desk.enrol({"phone": "(202) 555-0145"})
    desk.make_due()
    assert desk.send(sms)["accepted"] == 2
    assert desk.send(sms) == {"claimed": 0}
    sign(desk, night, day)
    assert desk.send(sms)["accepted"] == 1


def test_a_plan_that_changed_needs_a_new_approval(desk, night, day, sms):
    sign(desk, night, day)
    with desk.ws.store.writing() as connection:
        connection.execute(contacts.update().where(contacts.c.channel == "email").values(carries="full"))
        connection.execute(persons.update().values(planned_revision=0))
    desk.plan()  # it is a teaser again, which is a change
    assert refused(desk) == (ApprovalError.Code.VOID, "contacts: 1 email")


def test_who_is_erased_or_held_voids_nothing_for_the_others(desk, night, day, sms):
    sign(desk, night, day)
    first = desk.attempts(Channel.SMS)[0]
    stewardship.erase(desk.ws, [first.person_id])
    delivery.refuse_unapproved(desk.ws, composer(desk))
    assert desk.send(sms)["accepted"] == 1


def test_an_officer_who_left_or_is_no_approver_any_more_does_not_count(desk, night, day):
    sign(desk, night, day)
    file = desk.ws.incident_folder / "officers.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"approver"', '"auditor"', 1), encoding="utf-8")
    assert refused(desk) == (ApprovalError.Code.INCOMPLETE, "1 of 2")


def test_a_manifest_that_somebody_bent_in_the_store_was_not_signed(desk, night, day):
    sign(desk, night, day)
    reworded(desk)
    bent = delivery.manifest(desk.ws, composer(desk)).to_bytes()
    desk.set(approvals, approvals.c.version == 1, body=bent)
    assert refused(desk)[0] is ApprovalError.Code.MISSING


def test_a_supplement_is_approved_anew(desk, night, day, sms):
    sign(desk, night, day)
    desk.send(sms)
    desk.supplement()
    assert refused(desk)[0] is ApprovalError.Code.MISSING
    desk.make_due()
    assert desk.send(sms) == {"claimed": 0}
    sign(desk, night, day)
    assert desk.send(sms)["accepted"] == 2


def test_letters_are_pressed_only_when_approved(desk, night, day):
    desk.enrol({"mailing_address": "1 Elm St, Springfield, VA 22150"})
    desk.make_due()
    assert delivery.letter_batches(desk.ws) == []
    sign(desk, night, day)
    assert delivery.letter_batches(desk.ws) == [0]


def test_a_rehearsal_may_do_without_and_the_ledger_says_so(desk, sms):
    with pytest.raises(ValueError, match="only with providers on this machine"):
        Settings(approvals=False, twilio_base_url="http://127.0.0.1:9", _env_file=None)
    desk.ws = replace(desk.ws, settings=desk.ws.settings.model_copy(update={"approvals": False}))
    delivery.refuse_unapproved(desk.ws, composer(desk))
    delivery.close_enrolment(desk.ws)
    assert [orjson.loads(one)["officers"] for one in bodies(desk, "approval.required")] == [0]
    assert desk.send(sms)["accepted"] == 2


def test_a_manifest_names_nobody(desk):
    text = delivery.manifest(desk.ws, composer(desk)).to_bytes().decode()
    for value in ("5550143", "two@example.org", *(one.person_id for one in desk.attempts())):
        assert value not in text


def test_the_same_plans_and_texts_have_the_same_digest(desk):
    assert delivery.manifest(desk.ws, composer(desk)).digest == delivery.manifest(desk.ws, composer(desk)).digest


@pytest.fixture
def sms():
    return FakeChannel(Channel.SMS)
