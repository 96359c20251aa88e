"""docs/ledger.md says what the code does: its example runs, and its tables are complete."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.entry import _SCHEMAS
from tidings.errors import LedgerError
from tidings.ledger import EntryKind, Log, Reading, RecordRule, Signer, entry, prove, record_as_data

PAGE = (Path(__file__).parents[3] / "docs/ledger.md").read_text(encoding="utf-8")
SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))


def run_example(home):
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
    return subprocess.run([sys.executable, "-c", code], cwd=home, capture_output=True, text=True, check=False)


def test_the_example_accepts_our_proof_and_no_other_entry(tmp_path):
    entries = [
        entry(EntryKind.ENROLMENT_CLOSED, incident="portal", at=datetime(2026, 11, 23, 5, tzinfo=UTC), persons=number)
        for number in range(300)
    ]
    Log(tmp_path / "ledger", SIGNER).publish(0, entries)
    (tmp_path / "ledger.vkey").write_text(SIGNER.vkey + "\n")
    (tmp_path / "entry.tlog-proof").write_text(prove(tmp_path / "ledger", 7))
    (tmp_path / "entry.json").write_bytes(entries[7])
    assert run_example(tmp_path).stdout == "example.org/log has this entry among its 300\n"
    (tmp_path / "entry.json").write_bytes(entries[8])
    assert run_example(tmp_path).returncode != 0


def test_the_table_has_every_kind_with_its_facts():
    rows = {match[1]: match for match in re.finditer(r"^\| `([a-z]+\.[a-z]+)` \| (yes )?\| (.*)\|$", PAGE, re.MULTILINE)}
    assert rows.keys() == set(EntryKind)
    for kind, schema in _SCHEMAS.items():
        assert bool(rows[kind][2]) is schema.of_person
        if not rows[kind][3].startswith("the same"):
            assert set(re.findall(r"`([a-z]+)`", rows[kind][3])) == {*schema.required, *schema.optional}


def test_every_rule_of_the_record_has_its_line_and_no_other():
    section = PAGE.partition("### The rules of the record")[2].partition("\n### ")[0]
    assert set(re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", section, re.MULTILINE)) == set(RecordRule)


def test_every_key_of_an_audited_record_is_explained_and_no_other():
    section = PAGE.partition("Under `record`:")[2].partition("\nReading the record")[0]
    explained = [
        key for line in re.findall(r"^\| (`[a-z`, _]+) \|", section, re.MULTILINE) for key in re.findall(r"`([a-z_]+)`", line)
    ]
    reading = Reading()
    assert sorted(explained) == sorted(record_as_data(reading.end(datetime(2026, 11, 23, tzinfo=UTC))))


def test_every_fact_has_its_form_and_every_code_its_line():
    forms = {fact for line in re.findall(r"^\| (`[a-z`, ]+) \|", PAGE, re.MULTILINE) for fact in re.findall(r"`([a-z]+)`", line)}
    assert forms >= {fact for schema in _SCHEMAS.values() for fact in (*schema.required, *schema.optional)}
    codes = LedgerError.Code
    of_the_writer = {codes.BEHIND, codes.NOT_INTEGRATED, codes.WITNESS_REFUSES, codes.WITNESS_AHEAD, codes.ONE_KEY}
    elsewhere = {codes.NO_VKEY, codes.BAD_PROOF, *of_the_writer}
    assert all(f"`{code.value}`" in PAGE for code in set(LedgerError.Code) - elsewhere)
