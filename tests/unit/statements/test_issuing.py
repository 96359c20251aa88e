"""What a statement says, of whom there is one, and that it holds nothing of anybody else."""

import base64
import hashlib
import io
import re
import zlib
from dataclasses import replace
from pathlib import Path

import metamorphic_log
import orjson
import page
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tidings import contacts, delivery, stewardship
from tidings.errors import ConfigError, WorkspaceError
from tidings.evidence.verify import attached_files
from tidings.model import HandOver, PersonState
from tidings.notices import Catalogs, LetterPress
from tidings.officers import OfficerError
from tidings.people import ingest
from tidings.receipts.interface import Receipt, ReceiptEvent
from tidings.statements import StatementError, issue
from tidings.store.tables import attempts, decisions, entries, persons

FONTS = [Path("/usr/share/fonts")]


def said(pdf):
    """All that stands on the pages, on one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def everything(pdf):
    """Every byte of the file, and of every stream in it."""
    found = pdf
    for stream in re.finditer(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            found += b"\n" + zlib.decompress(stream[1])
        except zlib.error:
            continue
    return found


def kinds_written(ws, *kinds):
    with ws.store.reading() as connection:
        return [orjson.loads(body) for body in connection.scalars(select(entries.c.body).where(entries.c.kind.in_(kinds)))]


def arrived(registry, person, event=ReceiptEvent.DELIVERED, day=0):
    registry.clock.forward(86_400 * day)
    with registry.ws.store.reading() as connection:
        attempt = connection.execute(select(attempts).where(attempts.c.person_id == person)).one()
    delivery.receive(registry.ws, [Receipt(attempt.id, f"{attempt.id}-{event}", event, "x", attempt.provider_id)])


# --- what it says ----------------------------------------------------------------------------------------------------------


def test_it_says_what_was_exposed_when_how_long_to_whom_and_how_they_were_told(issued):
    text = said(issued.pdf)
    for words in (
        "Statement About a Data Breach",
        "This statement is for Marisol",
        "Office of Data Protection, Example Agency",
        "until November 28, 2022 at 2:50 PM (UTC-5)",
        "How long it was there, in hours and minutes: 5:05.",
        "downloaded from 6 internet addresses",
        "Your phone number",
        "Text message: sent on January 15, 2027.",
        "Constancia sobre una violación de datos",
        "Mensaje de texto: se envió el 15 de enero de 2027.",
        "tidings statement verify",
        issued.registry.facts(issued.pdf)["code"],
        f"{issued.registry.signer.name}+{issued.registry.keys[0].id.hex()}",
    ):
        assert words in text, words
    assert "Your e-mail address" not in text  # it was not exposed of this person


def test_the_file_inside_repeats_every_claim_for_programs(issued):
    facts = issued.registry.facts(issued.pdf)
    assert facts["exposure"]["lasted"] == "5:05"
    assert facts["exposure"]["downloads"] == 6
    assert {"name", "phone", "address"} <= set(facts["kinds"])
    assert "email" not in facts["kinds"]
    (line,) = facts["told"]
    assert (line["came"], line["channel"], line["to"], line["on"]) == ("sent", "sms", "person", "2027-01-15")
    for language in ("es", "en"):
        page_text = re.sub(r"\s", "", said(issued.pdf))
        missing = [text for text in facts["text"][language] if re.sub(r"[\s\u200b]", "", text) not in page_text]
        assert missing == []


def test_it_is_for_keeping_and_for_screen_readers_with_its_seal(issued):
    failures = [one for it in ("3a", "ua1") for one in page.validate_pdf_bytes(issued.pdf, profile=it).failures]
    # The validator (0.11.0) takes a stream whose last byte is a carriage return for one byte shorter: looked at here.
    streams = list(re.finditer(rb"/Length (\d+)[^\n]*>>\nstream\n", issued.pdf))
    assert len(streams) > 5
    assert all(issued.pdf[it.end() + int(it[1]) :].startswith(b"\nendstream") for it in streams)
    assert [(one.rule_id, one.message) for one in failures if not one.rule_id.endswith("STREAM-LENGTH-001")] == []


def test_the_day_that_it_arrived_is_a_line_of_its_own(registry, told):
    arrived(registry, told.person, day=2)
    facts = registry.facts(registry.statement(told.person))
    assert [(one["came"], one["on"]) for one in facts["told"]] == [("sent", "2027-01-15"), ("arrived", "2027-01-17")]
    assert "Text message: arrived on January 17, 2027." in facts["text"]["en"]


def test_what_came_back_is_said_too(registry, told):
    arrived(registry, told.person, ReceiptEvent.FAILED_PERMANENT, day=1)
    assert registry.facts(registry.statement(told.person))["told"][-1]["came"] == "failed"


def test_a_lawyer_who_was_told_is_said_to_be_the_lawyer(registry, email):
    registry.enrol({"attorney": "Sam Law", "attorney_contact": "sam@law.example.com", "custody_status": "Released"})
    registry.make_due()
    registry.send(email)
    (person,) = registry.ids()
    facts = registry.facts(registry.statement(person))
    assert [(one["channel"], one["to"]) for one in facts["told"]] == [("email", "attorney")]
    assert any(line.startswith("E-mail, to your lawyer: sent on") for line in facts["text"]["en"])
    assert "sam@law.example.com" not in everything(registry.statement(person)).decode("latin-1")


def test_a_letter_that_was_handed_over_is_said_to_be_there(registry):
    registry.enrol({"custody_status": "Detained", "detention_facility": "Camp West, Batavia, NY 14020"})
    while registry.make_due():
        pass
    press = LetterPress(FONTS)
    for batch in delivery.letter_batches(registry.ws):
        delivery.press_batch(registry.ws, batch, registry.composer, press)
    (person,) = registry.ids()
    assert [one["came"] for one in registry.facts(registry.statement(person))["told"]] == ["made"]
    key = str(registry.key.to_public())
    (file,) = delivery.write_run_sheets(registry.ws, registry.folder / "out", key, "why", registry.composer, press).files
    delivery.enter_lines(registry.ws, file.code, {1: HandOver.HANDED})
    facts = registry.facts(registry.statement(person))
    assert [(one["came"], one["channel"]) for one in facts["told"]] == [("made", "hand"), ("arrived", "hand")]
    assert "Letter that a person brings: arrived on January 15, 2027." in facts["text"]["en"]
    delivery.enter_lines(registry.ws, file.code, {1: HandOver.ABSENT}, correct=True)
    assert [one["came"] for one in registry.facts(registry.statement(person))["told"]] == ["made", "arrived", "failed"]


@pytest.mark.parametrize("row", [{"phone": "+1 213 555 0147"}, {}], ids=["planned", "held"])
def test_who_was_never_told_gets_one_that_says_so(registry, row):
    registry.enrol(row)
    (person,) = registry.ids()
    facts = registry.facts(registry.statement(person))
    assert facts["told"] == []
    assert "Our records show no message to you." in facts["text"]["en"]


def test_who_was_told_in_another_way_gets_the_day_on_which_an_officer_wrote_it_down(registry):
    registry.enrol({})
    (person,) = registry.ids()
    with registry.ws.store.reading() as connection:
        state, rule = connection.execute(select(persons.c.state, persons.c.rule)).one()
    assert state == PersonState.HELD
    contacts.decide(registry.ws, person, rule, contacts.Choice.TOLD, "by their priest", Catalogs.load())
    pdf = registry.statement(person)
    assert "In another way: on January 15, 2027 our office wrote down that you were told." in registry.facts(pdf)["text"]["en"]
    assert b"priest" not in everything(pdf)
    with registry.ws.store.reading() as connection:
        assert connection.execute(select(decisions)).one()


def test_without_a_catalog_of_their_language_it_is_english_alone(registry):
    registry.enrol({"language": "Klingon", "phone": "+1 213 555 0147"})
    (person,) = registry.ids()
    facts = registry.facts(registry.statement(person))
    assert list(facts["text"]) == ["en"]


# --- whose -----------------------------------------------------------------------------------------------------------------


def test_an_officer_writes_it_encrypted_and_the_ledger_says_so_first(registry, told, tmp_path):
    made, pdf = registry.issue(told.person, tmp_path / "one.pdf.age")
    assert said(pdf) == said(told.pdf)
    assert (made.person, made.language, made.lines) == (told.person, "es", 1)
    (opening,) = kinds_written(registry.ws, "person.opened")
    assert (opening["person"], opening["purpose"]) == (told.person, "statement")
    assert b"%PDF" not in (tmp_path / "one.pdf.age").read_bytes()
    assert (tmp_path / "one.pdf.age").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"officer_key": None}, OfficerError.Code.NO_KEY),
        ({"reason": "  "}, OfficerError.Code.NO_REASON),
        ({"recipient": "age1none"}, ConfigError.Code.BAD_USE),
        ({"person": "a" * 26}, WorkspaceError.Code.NO_SUCH_PERSON),
    ],
    ids=lambda value: "" if isinstance(value, dict) else value.name,
)
def test_without_a_key_a_reason_a_recipient_or_a_person_nothing_is_opened(issued, tmp_path, change, refused):
    given = {"person": issued.person, "recipient": str(issued.registry.key.to_public()), "reason": "why", **change}
    ws = issued.registry.ws
    if "officer_key" in given:
        ws = replace(ws, settings=ws.settings.model_copy(update={"officer_key": given.pop("officer_key")}))
    with pytest.raises((OfficerError, ConfigError, WorkspaceError)) as error:
        issue(ws, given["person"], tmp_path / "one.age", given["recipient"], given["reason"])
    assert error.value.code is refused
    assert not (tmp_path / "one.age").exists()
    assert kinds_written(ws, "person.opened") == []


def test_of_somebody_erased_there_is_none_and_a_code_says_why(registry, told, tmp_path):
    stewardship.erase(registry.ws, [told.person])
    with pytest.raises(StatementError) as error:
        registry.issue(told.person, tmp_path / "one.age")
    assert error.value.code is StatementError.Code.ERASED
    assert kinds_written(registry.ws, "person.opened") == []


def test_who_was_joined_to_another_gets_that_ones(registry, tmp_path):
    same = {"first_name": "Luz Maria", "last_name": "Mora", "phone": "+1 213 555 0147"}
    registry.enrol({**same, "a_number": "A200009991"}, {**same, "a_number": "A200009992", "email": "luz@example.net"})
    first, second = registry.ids()
    assert ingest.open_pairs(registry.ws)
    ingest.decide_pair(registry.ws, first, second, same=True)
    made, pdf = registry.issue(second, tmp_path / "one.age")
    assert made.person == first
    facts = registry.facts(pdf)
    assert "email" in facts["kinds"]  # what the other row exposed is this person's
    assert len(facts["entries"]) == 2  # enrolled, and changed by the joining


def test_a_record_that_the_ledger_did_not_commit_to_is_refused(registry, told):
    """Somebody who writes into the database cannot have a statement of what they wrote."""
    record = replace(registry.record(told.person), name="Somebody Else")
    with registry.ws.store.writing() as connection:
        sealed = registry.ws.vault.seal(told.person, "record", 1, record.to_bytes()).data
        connection.execute(persons.update().where(persons.c.id == told.person).values(sealed=sealed))
    with pytest.raises(StatementError) as error:
        registry.statement(told.person)
    assert error.value.code is StatementError.Code.NOT_COMMITTED


# --- nobody else -----------------------------------------------------------------------------------------------------------


def test_it_holds_nothing_of_anybody_else(issued):
    whole = everything(issued.pdf)
    assert issued.person.encode() in whole  # the search finds what is there
    for strange in (
        issued.other,
        "Zorvanyx",
        "Qulthembe",
        "7185550158",
        "zorvanyx@example.net",
        issued.registry.record(issued.other).reference,
    ):
        assert strange.encode() not in whole, strange
        assert strange.encode("utf-16-be") not in whole, strange


def test_of_the_person_it_opens_three_parts_and_no_other(issued):
    """Where they live and their numbers were exposed too; whoever gets the statement need not learn them."""
    whole, record = everything(issued.pdf), issued.registry.record(issued.person)
    assert record.phones
    assert record.address
    for kept in (record.phones[0].e164, record.address, record.reference):
        assert kept.encode() not in whole
    assert set(issued.registry.facts(issued.pdf)["opening"]["keys"]) == {"name", "date_of_birth", "kinds"}


def test_its_files_are_what_other_programs_read(issued):
    files = attached_files(issued.pdf)
    indexes = issued.registry.facts(issued.pdf)["entries"]
    assert set(files) == {"statement.json", *(f"entry-{one}.{end}" for one in indexes for end in ("json", "tlog-proof"))}
    for index in indexes:
        above, _, note = files[f"entry-{index}.tlog-proof"].decode().partition("\n\n")
        hashes = [base64.b64decode(line) for line in above.split("\n")[2:]]
        leaf = hashlib.sha256(b"\x00" + files[f"entry-{index}.json"]).digest()
        metamorphic_log.checkpoint_verify_inclusion(note, [issued.registry.signer.vkey], index, leaf, hashes)
