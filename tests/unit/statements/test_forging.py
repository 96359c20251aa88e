"""What somebody may do to a statement who wants it to say something else: each is found, by Tidings and by verify.py alone."""

import base64
import io
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import orjson
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from tidings import ledger
from tidings.evidence import verify as outside
from tidings.evidence.verify import SEAL_LETTERS, SEAL_MARK, BadStatement, check_seal, drawn_pdf, read_statement
from tidings.ledger import Signer, Verifier
from tidings.statements import StatementError, verify
from tidings.statements.seal import sealed

Code = StatementError.Code
FONTS = [Path("/usr/share/fonts")]
STRANGER = Signer("tidings/example", Ed25519PrivateKey.from_private_bytes(bytes(32)))


@pytest.fixture(scope="module")
def refused(issued):
    """The code with which Tidings refuses a file; verify.py alone must refuse it too, unless it is about words or a ledger."""
    registry = issued.registry

    def refused(pdf, *more, keys=None, where=None):
        verifiers = [registry.signer.verifier] if keys is None else keys
        with pytest.raises(StatementError) as error:
            verify(pdf, verifiers, FONTS, where)
        code = error.value.code
        if code in (Code.OTHER_WORDS, Code.OTHER_LEDGER):
            assert read_statement(pdf, registry.keys)
        else:
            with pytest.raises(outside.Wrong):
                read_statement(pdf, [outside.Key.read(one.vkey) for one in verifiers])
        return code

    return refused


def test_as_it_was_issued_it_holds(issued):
    registry = issued.registry
    found = verify(issued.pdf, [registry.signer.verifier], FONTS, registry.ws.ledger_folder)
    assert (found.words, found.pages, found.ledger) == (True, True, True)
    assert (found.incident, found.key, found.lines) == ("example", registry.signer.vkey, 1)


# --- who has no key --------------------------------------------------------------------------------------------------------


def test_any_byte_that_is_changed_is_found(issued):
    """Every 41st, in every part of the file: pages, fonts, attachments, the seal itself, the table behind it."""
    keys, pdf = issued.registry.keys, issued.pdf
    seal = pdf.index(SEAL_MARK)
    places = {*range(0, len(pdf), 41), *range(seal, seal + len(SEAL_MARK) + SEAL_LETTERS + 8), *range(len(pdf) - 40, len(pdf))}
    for place in sorted(places):
        changed = pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]
        with pytest.raises(BadStatement):
            check_seal(changed, keys)


@given(data=st.data())
def test_no_two_files_have_one_seal(issued, data):
    """Whatever is put in, cut out or put elsewhere."""
    pdf = issued.pdf
    start = data.draw(st.integers(0, len(pdf) - 1))
    end = data.draw(st.integers(start, min(len(pdf), start + 200)))
    instead = data.draw(st.binary(max_size=50))
    if pdf[start:end] == instead:
        return
    with pytest.raises(BadStatement):
        check_seal(pdf[:start] + instead + pdf[end:], issued.registry.keys)


def test_a_word_that_is_changed_on_the_page_is_found(issued, refused):
    """The stream of a page, with another glyph in it, as long as before."""
    pdf, found = issued.pdf, []
    for stream in re.finditer(rb"/Length (\d+)/Filter/FlateDecode>>\nstream\n", pdf):
        packed = pdf[stream.end() : stream.end() + int(stream[1])]
        content = zlib.decompress(packed)
        if b"BT" not in content:
            continue
        glyph = re.search(rb"[>)\]]\s*T[jJ]", content).start()
        changed = zlib.compress(content[: glyph - 2] + bytes([content[glyph - 2] ^ 1]) + content[glyph - 1 :])
        found.append(refused(pdf.replace(packed, changed[: len(packed)].ljust(len(packed), b"\0"))))
    assert found
    assert set(found) == {Code.CHANGED}


def test_a_file_that_another_program_wrote_anew_is_none(issued, refused):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(issued.pdf)))
    out = io.BytesIO()
    writer.write(out)
    assert refused(out.getvalue()) is Code.NO_STATEMENT


def test_another_page_or_note_that_is_put_on_top_is_found(issued, refused):
    """An incremental update, as an editor appends it: the old bytes are all there, and a reader sees the new ones."""
    out = io.BytesIO(issued.pdf)
    writer = PdfWriter(out, incremental=True)
    writer.add_blank_page(600, 800)
    out.seek(0, io.SEEK_END)
    writer.write(out)
    assert out.getvalue().startswith(issued.pdf[:1000])
    assert refused(out.getvalue()) in (Code.CHANGED, Code.NO_STATEMENT)
    assert refused(issued.pdf + b"\n") is Code.CHANGED
    assert refused(b"%PDF-1.7\n" + issued.pdf) is Code.CHANGED


def test_what_is_attached_does_not_make_another_pdf_a_statement(issued, refused):
    """Files and seal of the one, pages of the other: in one that another program wrote, and in one of Tidings' own."""
    registry = issued.registry
    writer = PdfWriter()
    writer.add_blank_page(600, 800)
    for name, data in outside.attached_files(issued.pdf).items():
        writer.add_attachment(name, data)
    out = io.BytesIO()
    writer.write(out)
    assert refused(out.getvalue()) is Code.NO_STATEMENT
    at = issued.pdf.index(SEAL_MARK)
    seal = issued.pdf[at : at + len(SEAL_MARK) + SEAL_LETTERS]
    other = registry.statement(issued.other)
    there = other.index(SEAL_MARK)
    assert refused(other[:there] + seal + other[there + len(seal) :]) is Code.CHANGED
    assert refused(out.getvalue().replace(b"\nxref\n", seal + b"\nxref\n")) is Code.CHANGED


def test_a_second_seal_or_one_in_another_spelling_is_refused(issued, refused):
    pdf = issued.pdf
    at = pdf.index(SEAL_MARK)
    line = pdf[at : at + len(SEAL_MARK) + SEAL_LETTERS]
    assert refused(pdf[:at] + line + pdf[at:]) is Code.NO_STATEMENT
    # The last letter before the `=` has two bits that mean nothing: as base64 it is the same signature.
    letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = at + len(line) - 2
    twin = letters[letters.index(pdf[last : last + 1]) ^ 1 :][:1]
    same = pdf[:last] + twin + pdf[last + 1 :]
    assert base64.b64decode(same[at + len(SEAL_MARK) : at + len(line)]) == base64.b64decode(line[len(SEAL_MARK) :])
    assert refused(same) is Code.CHANGED


def test_a_checkpoints_signature_is_no_seal(issued, refused):
    """The same key signs checkpoints, which are published: none of them can be made to look like a seal."""
    registry = issued.registry
    for note in (registry.ws.ledger_folder / "checkpoints").iterdir():
        signature = note.read_text().split()[-1].encode()
        assert len(signature) == SEAL_LETTERS
        at = issued.pdf.index(SEAL_MARK) + len(SEAL_MARK)
        assert refused(issued.pdf[:at] + signature + issued.pdf[at + SEAL_LETTERS :]) is Code.CHANGED


def test_a_seal_of_another_key_is_another_keys(issued, refused):
    assert refused(sealed(drawn_pdf(issued.pdf), STRANGER)) is Code.OTHER_KEY
    assert refused(issued.pdf, keys=[STRANGER.verifier]) is Code.OTHER_KEY
    # And with that key given as the organisation's the ledger's own checkpoint is not signed.
    assert refused(sealed(drawn_pdf(issued.pdf), STRANGER), keys=[STRANGER.verifier]) is Code.UNPROVEN


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"not a PDF", b"%PDF-1.7\n" + SEAL_MARK + b"A" * 92 + b"\nxref\n"])
def test_what_is_no_statement_is_said_to_be_none(issued, refused, data):
    assert refused(data) in (Code.NO_STATEMENT, Code.CHANGED, Code.OTHER_KEY)


# --- who has the organisation's key ------------------------------------------------------------------------------------------


def lies():
    def another_day(facts, files):
        facts["told"][0]["on"] = "2027-01-14"

    def another_channel(facts, files):
        facts["told"][0]["channel"] = "email"

    def arrived(facts, files):
        facts["told"][0]["came"] = "arrived"

    def a_line_less(facts, files):
        facts["told"] = []

    def a_line_more(facts, files):
        facts["told"].append(facts["told"][0])

    def another_name(facts, files):
        facts["person"]["name"] = "Somebody Else"

    def another_birth(facts, files):
        facts["person"]["date_of_birth"] = "1990-01-01"

    def a_kind_less(facts, files):
        facts["kinds"].remove("phone")

    def a_kind_more(facts, files):
        facts["kinds"].append("case")

    def another_person(facts, files):
        facts["person"]["id"] = "a" * 26

    def another_incident(facts, files):
        facts["incident"] = "portal"

    def a_changed_entry(facts, files):
        index = facts["told"][0]["entry"]
        files[f"entry-{index}.json"] = files[f"entry-{index}.json"].replace("2027-01-15", "2027-01-14")
        facts["told"][0]["on"] = "2027-01-14"

    def an_entry_that_is_elsewhere(facts, files):
        old, new = facts["told"][0]["entry"], 0
        facts["told"][0]["entry"] = new
        facts["entries"] = [new if one == old else one for one in facts["entries"]]
        for end in ("json", "tlog-proof"):
            files[f"entry-{new}.{end}"] = files.pop(f"entry-{old}.{end}").replace(f"index {old}", f"index {new}")

    def a_file_that_nobody_names(facts, files):
        files["entry-9999.json"] = "{}"

    def told_otherwise(facts, files):
        facts["otherwise"] = {"entry": facts["entries"][0], "on": "2027-01-15"}

    def another_form(facts, files):
        facts["format"] = "tidings.statement/v9"

    def no_enrolment(facts, files):
        enrolled = facts["opening"]["entry"]
        facts["entries"].remove(enrolled)
        for end in ("json", "tlog-proof"):
            del files[f"entry-{enrolled}.{end}"]

    return [one for name, one in sorted(locals().items())]


def test_the_same_without_a_lie_holds(issued):
    """So that what follows is refused for its lie, and not for how it was made."""
    again = issued.registry.forged(issued.pdf, lambda _facts, _files: None)
    assert verify(again, [issued.registry.signer.verifier], FONTS).words


@pytest.mark.parametrize("lie", lies(), ids=lambda lie: lie.__name__)
def test_a_lie_under_the_right_seal_does_not_fit_the_record(issued, refused, lie):
    forged = issued.registry.forged(issued.pdf, lie)
    assert refused(forged) in (Code.UNPROVEN, Code.NO_STATEMENT)


def test_another_persons_proof_proves_nothing_of_this_one(issued, refused):
    """Somebody who was enrolled, with the entries and the opening of somebody else."""
    registry = issued.registry
    other = registry.facts(registry.statement(issued.other))
    theirs = outside.attached_files(registry.statement(issued.other))

    def take(facts, files):
        facts["entries"], facts["told"] = other["entries"], other["told"]
        files.clear()
        files.update({name: data.decode() for name, data in theirs.items()})

    def and_their_opening(facts, files):
        take(facts, files)
        facts["opening"] = other["opening"]
        facts["person"]["id"] = other["person"]["id"]

    for forge in (take, and_their_opening):
        assert refused(registry.forged(issued.pdf, forge)) is Code.UNPROVEN


def test_other_words_over_true_facts_are_found_by_tidings(issued, refused):
    true = issued.registry.facts(issued.pdf)["text"]

    def change(facts, files):
        facts["text"] = {**true, "en": ["Statement That Nothing Happened", *true["en"][1:]]}

    assert refused(issued.registry.forged(issued.pdf, change)) is Code.OTHER_WORDS


def test_other_pages_over_true_words_are_not_called_the_same(issued, monkeypatch):
    """Whoever has the key can draw anything: then the pages that are drawn again are others, and the verdict says so."""
    registry = issued.registry
    pdf = drawn_pdf(issued.pdf)
    other = sealed(pdf.replace(b"/Lang(es)", b"/Lang(fr)"), registry.signer)
    assert other != issued.pdf
    found = verify(other, [registry.signer.verifier], FONTS)
    assert (found.words, found.pages) == (True, None)


# --- the ledger --------------------------------------------------------------------------------------------------------------


def test_a_ledger_that_went_on_still_holds_it(told):
    """What happens to the person afterwards takes nothing from what was stated."""
    registry, pdf = told.registry, told.pdf
    registry.enrol({"phone": "+1 213 555 0199"})
    registry.integrate()
    assert verify(pdf, [registry.signer.verifier], FONTS, registry.ws.ledger_folder).ledger


def test_what_was_left_out_is_found_where_the_ledger_is_at_hand(issued, refused):
    """Proofs show what is there, never that nothing else is: the whole ledger does."""
    registry = issued.registry

    def leave_out(facts, files):
        index = facts["told"].pop()["entry"]
        facts["entries"].remove(index)
        for end in ("json", "tlog-proof"):
            del files[f"entry-{index}.{end}"]

    forged = registry.forged(issued.pdf, leave_out)
    assert verify(forged, [registry.signer.verifier], FONTS).lines == 0  # the proofs alone do not show it
    assert refused(forged, where=registry.ws.ledger_folder) is Code.OTHER_LEDGER


def test_another_ledger_of_the_same_key_is_another(issued, refused, tmp_path):
    registry = issued.registry
    entries = [ledger.entry(ledger.EntryKind.LEDGER_OPENED, incident="example", at=at()) for _ in range(60)]
    ledger.Log(tmp_path / "ledger", registry.signer).publish(0, entries)
    assert refused(issued.pdf, where=tmp_path / "ledger") is Code.OTHER_LEDGER


def at():
    from datetime import UTC, datetime

    return datetime(2027, 1, 15, tzinfo=UTC)


def test_after_a_change_of_keys_each_statement_wants_the_key_of_its_day(told):
    registry, before = told.registry, told.pdf
    old = registry.signer.verifier
    ledger.add_signer(registry.ws)
    registry.integrate()
    after = registry.statement(told.person)
    ledger.destroy_former(registry.ws)
    registry.integrate()
    both = ledger.read_vkeys((registry.ws.home / ledger.VKEY).read_text())
    for pdf in (before, after, registry.statement(told.person)):
        assert verify(pdf, both, FONTS, registry.ws.ledger_folder).ledger
    with pytest.raises(StatementError) as error:
        verify(before, [registry.signer.verifier], FONTS)
    assert error.value.code is Code.OTHER_KEY
    assert verify(before, [old], FONTS)


# --- without Tidings ---------------------------------------------------------------------------------------------------------


def test_verify_py_checks_it_in_a_folder_of_its_own_with_nothing_of_tidings(issued, tmp_path):
    registry = issued.registry
    shutil.copy(outside.__file__, tmp_path / "verify.py")
    (tmp_path / "one.pdf").write_bytes(issued.pdf)
    at = issued.pdf.index(b"/Contents") + 12
    (tmp_path / "two.pdf").write_bytes(issued.pdf[:at] + b"9" + issued.pdf[at + 1 :])

    def ran(name, *more):
        command = [sys.executable, "-I", "verify.py", "statement", name, *more]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={})

    fine = ran("one.pdf", "--key", registry.signer.vkey)
    assert fine.returncode == 0, fine.stdout + fine.stderr
    assert "Nothing that was checked is wrong." in fine.stdout
    assert registry.record(issued.person).name not in fine.stdout
    bad = ran("two.pdf", "--key", registry.signer.vkey, "--json")
    assert bad.returncode == 1
    assert "CHANGED" in orjson.loads(bad.stdout)["wrong"][0]
    assert ran("one.pdf").returncode == 1  # whose key?
    assert ran("none.pdf", "--key", registry.signer.vkey).returncode == 1
    assert Verifier.from_vkey(registry.signer.vkey)
