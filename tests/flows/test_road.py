"""The whole road on a small list, once: what it did, what a second run does, and what can be proved of it."""

import io
import json
import re
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import metamorphic_log
import orjson
import pyrage
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tidings.contacts import load_rulebook
from tidings.delivery import status
from tidings.ledger import Verifier, verify_proof
from tidings.ledger.merkle import leaf_hash
from tidings.ledger.proof import strict_base64
from tidings.model import AttemptState, PersonState
from tidings.rules import Rule
from tidings.sandbox.outcomes import NUMBERS, Fate
from tidings.store.entries import of_person
from tidings.store.tables import attempts, persons

pytestmark = pytest.mark.flow

TRUTH = Path(__file__).parents[1] / "data/affected_persons.truth.jsonl"
SAMPLE_ROWS = 60
ADDRESS = "2411 Kevin Lock, Martinbury, CA 96972"
NUMBER_OF = {fate: number for number, fate in NUMBERS.items()}


def mail_of(fate):
    return f"{fate.value.replace('_', '-')}@sandbox.example.org"


REHEARSED = {
    "A231000001": {"phone": NUMBER_OF[Fate.UNDELIVERED], "email": "first@example.org"},
    "A231000002": {"phone": NUMBER_OF[Fate.REFUSED], "mailing_address": ADDRESS},
    "A231000003": {"email": mail_of(Fate.UNDELIVERED)},
    "A231000004": {"phone": NUMBER_OF[Fate.BLOCKED], "email": "second@example.org", "mailing_address": ADDRESS},
    "A231000005": {"phone": NUMBER_OF[Fate.DOUBLED]},
    "A231000006": {"phone": NUMBER_OF[Fate.OUT_OF_ORDER]},
    "A231000007": {"email": mail_of(Fate.UNDELIVERED), "mailing_address": ADDRESS},
    "A231000008": {"email": mail_of(Fate.BLOCKED), "mailing_address": ADDRESS},
    "A231000009": {"email": mail_of(Fate.DOUBLED)},
    "A231000010": {"email": mail_of(Fate.OUT_OF_ORDER)},
    "A231000011": {"phone": NUMBER_OF[Fate.LOST_ANSWER]},
    "A231000012": {"phone": NUMBER_OF[Fate.NO_RECEIPT]},
}
"""People whose contacts rehearse an outcome in the sandbox, by reference number."""


def person_row(header, reference, cells):
    common = {"last_name": "Rehearsal", "nationality": "Honduras", "language": "English", "custody_status": "Released"}
    return [({"a_number": reference} | common | cells).get(name, "") for name in header]


@pytest.fixture(scope="module")
def road(make_place, tmp_path_factory, small_list, as_csv, sample_header):
    """Everything that is run: the commands' results and the sandbox's counts at each point, and the place to look at."""
    folder = tmp_path_factory.mktemp("road")
    sample = small_list(folder / "sample.csv", SAMPLE_ROWS).read_text(encoding="utf-8")
    rehearsed = [person_row(sample_header, reference, cells) for reference, cells in REHEARSED.items()]
    newcomers = [person_row(sample_header, f"A23200{n:04d}", {"email": f"new{n}@example.org"}) for n in range(10)]
    first, longer = folder / "list.csv", folder / "longer.csv"
    first.write_text(sample + as_csv(rehearsed), encoding="utf-8")
    longer.write_text(sample + as_csv(rehearsed + newcomers), encoding="utf-8")
    key = pyrage.x25519.Identity.generate()
    with make_place(folder / "place") as place:
        _, codes = place.each(["init", "example"], ["ingest", first], ["resolve"])
        with place.receiving():
            _, more = place.each(["notify"])
            once = place.await_receipts()
            after_once = standings(place)
            _, again = place.each(["notify"])
            twice = place.await_receipts()
            _, idle = place.each(["notify"], ["reconcile"], ["notify"])
        told = standings(place)
        (folder / "identity.txt").write_text(f"{key}\n")
        (folder / "identity.txt").chmod(0o600)
        mine = {
            "TIDINGS_OFFICER_KEY": str(place.folder / "me.age"),
            "TIDINGS_OFFICER_IDENTITY": str(folder / "identity.txt"),
        }
        _, last = place.each(
            [
                "officers",
                "add",
                "night-desk",
                "--role",
                "operator",
                "--key",
                place.folder / "me.age",
                "--recipient",
                key.to_public(),
            ],
            (["letters", place.folder / "letters.zip.age", "--recipient", key.to_public(), "--reason", "printing"], mine),
            ["ingest", first],
            ["ingest", longer],
        )
        yield SimpleNamespace(
            place=place,
            key=key,
            codes=codes + more + again + idle + last,
            once=once,
            twice=twice,
            idle=place.tallies(),
            after_once=after_once,
            told=told,
            grown=place.status(),
        )


def standings(place):
    """What `tidings status --json` prints, without a process."""
    with place.workspace() as ws:
        return status(ws)


def person_of(ws, connection, reference):
    return connection.execute(select(persons).where(persons.c.mark == ws.vault.mark("reference", reference))).one()


def standing_of(road, reference):
    """(state, rule, {channel: attempt's state}, Counter of the kinds of ledger entries) of a rehearsed person."""
    with road.place.workspace() as ws, ws.store.reading() as connection:
        person = person_of(ws, connection, reference)
        tried = connection.execute(select(attempts.c.channel, attempts.c.state).where(attempts.c.person_id == person.id))
        kinds = Counter(orjson.loads(body)["kind"] for _, body in of_person(connection, person.id))
        return person.state, person.rule, dict(tried.tuples().all()), kinds


def test_every_command_went_well(road):
    assert set(road.codes) == {0}


# --- told, and told once ---------------------------------------------------------------------------------------------------


def test_a_run_with_nothing_due_sends_nothing(road):
    assert road.once["messages"] > 20
    assert road.idle["recipients"] == road.twice["recipients"]


def test_every_attempt_reached_the_provider_once(road):
    sent = Counter(one["attempt"] for one in road.place.outbox())
    assert set(sent.values()) == {1}


def test_the_same_list_adds_nobody_and_ten_new_rows_add_ten(road):
    truth = [json.loads(line) for line in TRUTH.read_text(encoding="utf-8").splitlines()[:SAMPLE_ROWS]]
    expected = len({row["person"] for row in truth}) + len(REHEARSED)
    assert road.told["persons"] == expected
    assert road.grown["persons"] == expected + 10
    assert road.grown["lists"]["rows"] == 2 * (SAMPLE_ROWS + len(REHEARSED)) + 10
    assert road.grown["lists"]["repeated"] == SAMPLE_ROWS + len(REHEARSED)
    assert road.grown["states"]["enrolled"] == 10


@pytest.mark.parametrize("moment", ["after_once", "told", "grown"])
def test_everybody_is_in_exactly_one_state_and_every_hold_has_a_rule(road, moment):
    found = getattr(road, moment)
    assert set(found["states"]) == {state.value for state in PersonState}
    assert sum(found["states"].values()) == found["persons"]
    assert sum(found["holds"].values()) == found["states"]["held"] + found["states"]["undelivered"]
    assert set(found["holds"]) <= load_rulebook(road.place.config).meanings.keys()
    assert found["ledger"]["size"] > found["persons"]


# --- each outcome ----------------------------------------------------------------------------------------------------------


def test_an_sms_that_comes_back_is_followed_by_an_email_at_the_next_run(road):
    state, _, tried, _ = standing_of(road, "A231000001")
    assert state == PersonState.DELIVERED
    assert tried == {"sms": AttemptState.FAILED_PERMANENT, "email": AttemptState.DELIVERED}
    assert "first@example.org" not in road.once["recipients"]
    assert road.twice["recipients"]["first@example.org"] == 1


@pytest.mark.parametrize(("reference", "channel"), [("A231000002", "sms"), ("A231000007", "email")])
def test_a_message_that_is_refused_or_comes_back_is_followed_by_a_letter(road, reference, channel):
    state, _, tried, _ = standing_of(road, reference)
    assert state == PersonState.LETTER_READY
    assert tried == {channel: AttemptState.FAILED_PERMANENT, "letter": AttemptState.ACCEPTED}


def test_who_has_no_other_contact_waits_for_a_human(road):
    state, rule, _, _ = standing_of(road, "A231000003")
    assert (state, rule) == (PersonState.UNDELIVERED, Rule.EXHAUSTED)


@pytest.mark.parametrize(("reference", "channel"), [("A231000004", "sms"), ("A231000008", "email")])
def test_a_blocked_message_is_held_and_nothing_else_is_tried(road, reference, channel):
    state, rule, tried, _ = standing_of(road, reference)
    assert (state, rule) == (PersonState.HELD, Rule.BLOCKED)
    assert tried == {channel: AttemptState.BLOCKED}
    assert road.told["holds"][Rule.BLOCKED] == 2


@pytest.mark.parametrize("reference", ["A231000005", "A231000006", "A231000009", "A231000010"])
def test_receipts_that_come_twice_or_out_of_order_count_once(road, reference):
    state, _, _, kinds = standing_of(road, reference)
    assert state == PersonState.DELIVERED
    assert kinds["notice.delivered"] == 1
    assert kinds["notice.sent"] <= 1  # none where a receipt was faster than the answer to our call


def test_a_receipt_settles_what_a_lost_answer_left_open(road):
    state, _, tried, kinds = standing_of(road, "A231000011")
    assert (state, tried) == (PersonState.DELIVERED, {"sms": AttemptState.DELIVERED})
    assert kinds["notice.delivered"] == 1
    assert road.twice["recipients"][NUMBER_OF[Fate.LOST_ANSWER]] == 1


def test_who_is_never_heard_of_stays_sent(road):
    assert standing_of(road, "A231000012")[0] == PersonState.SENT


# --- the record ------------------------------------------------------------------------------------------------------------


def test_a_copy_of_the_ledger_verifies_anywhere_with_its_key(road, tmp_path):
    copy = shutil.copytree(road.place.home / "ledger", tmp_path / "copy")
    vkey = (road.place.home / "ledger.vkey").read_text(encoding="utf-8").strip()
    (tmp_path / "its.vkey").write_text(vkey, encoding="utf-8")
    damaged = shutil.copytree(copy, tmp_path / "damaged")
    bundle = next(file for file in sorted((damaged / "tile/entries").rglob("*")) if file.is_file())
    bundle.write_bytes(bundle.read_bytes().replace(b"enrolled", b"enroled!", 1))
    nowhere = {"TIDINGS_HOME": str(tmp_path / "nowhere")}
    ran, codes = road.place.each(
        (["ledger", "verify", copy, "--key", vkey], nowhere),
        ["ledger", "verify", copy, "--key", tmp_path / "its.vkey"],
        ["ledger", "verify", copy],
        ["ledger", "verify", damaged, "--key", vkey],
    )
    assert codes == [0, 0, 2, 1], ran.err
    assert "[ledger.no_vkey]" in ran.err
    assert re.search(r"\(tile/entries/\S+, .*\) \[ledger\.bad_entry\]", ran.err)


def test_what_is_proved_of_one_person_convinces_somebody_elses_program(road):
    with road.place.workspace() as ws, ws.store.reading() as connection:
        person = person_of(ws, connection, "A231000001").id
    ran = road.place.tidings("ledger", "prove", person)
    assert ran.code == 0, ran.err
    parts = re.split(r"^(\{.*\})\n", ran.out, flags=re.MULTILINE)[1:]
    proven = list(zip(parts[::2], parts[1::2], strict=True))
    kinds = [json.loads(body)["kind"] for body, _ in proven]
    assert kinds[0] == "person.enrolled"
    assert {"plan.resolved", "notice.sent", "notice.failed", "notice.delivered"} <= set(kinds)
    vkey = (road.place.home / "ledger.vkey").read_text(encoding="utf-8").strip()
    for body, printed in proven:
        assert json.loads(body)["person"] == person
        proof = printed.rstrip("\n") + "\n"  # the command leaves an empty line between entries
        above, _, note = proof.partition("\n\n")
        _, index, *path = above.split("\n")
        hashes = [strict_base64(line) for line in path]
        number = int(index.removeprefix("index "))
        metamorphic_log.checkpoint_verify_inclusion(note, [vkey], number, leaf_hash(body.encode()), hashes)
        verify_proof(proof, body.encode(), Verifier.from_vkey(vkey))
        with pytest.raises(metamorphic_log.VerifyError):
            metamorphic_log.checkpoint_verify_inclusion(note, [vkey], number, leaf_hash(body.encode() + b" "), hashes)


def test_the_bundle_opens_with_its_key_to_one_pdf_a_letter(road):
    sealed = (road.place.folder / "letters.zip.age").read_bytes()
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed, [road.key]))) as archive:
        letters = {name: archive.read(name) for name in archive.namelist()}
    made = Counter(name.partition("/")[0] for name in letters)
    assert made == {"letter": road.told["attempts"]["letter"]["accepted"]}, "those to hand over leave with a run sheet"
    assert all(PdfReader(io.BytesIO(letter)).pages for letter in letters.values())
    assert b"%PDF" not in sealed
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])
