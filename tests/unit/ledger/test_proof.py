"""Proofs of one entry: made from tiles alone, checked with the key alone, and refused when anything is changed."""

import base64
import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import LedgerError
from tidings.ledger import Log, Signer, Verifier, prove, verify_proof
from tidings.ledger.tiles import read_file

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
ENTRIES = [b'{"n":%d}' % number for number in range(66_000)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proofs") / "ledger"
    Log(folder, SIGNER).publish(0, ENTRIES)
    return folder


def refused(action, *args):
    with pytest.raises(LedgerError) as caught:
        action(*args)
    return caught.value.code.name


@pytest.mark.parametrize("index", [0, 1, 255, 256, 32_767, 65_535, 65_536, 65_999])
def test_a_proof_shows_an_entry_and_no_other(folder, index):
    text = prove(folder, index)
    assert verify_proof(text, ENTRIES[index], Verifier.from_vkey(SIGNER.vkey)) == index
    assert refused(verify_proof, text, ENTRIES[index - 1], SIGNER.verifier) == "BAD_PROOF"
    assert text.endswith("\n\n" + (folder / "checkpoint").read_text())
    assert text.startswith(f"c2sp.org/tlog-proof@v1\nindex {index}\n")


def test_a_proof_reads_a_handful_of_tiles(folder, monkeypatch):
    names = []
    monkeypatch.setattr("tidings.ledger.tiles.read_file", lambda root, name: names.append(name) or read_file(root, name))
    prove(folder, 40_000)
    assert len(names) == len(set(names)) <= 6


def test_a_log_of_one_entry_has_a_proof_without_hashes(tmp_path):
    Log(tmp_path, SIGNER).publish(0, [b"alone"])
    text = prove(tmp_path, 0)
    assert text.startswith("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org/log\n1\n")
    assert verify_proof(text, b"alone", SIGNER.verifier) == 0


def test_extra_data_is_allowed_and_not_trusted(folder):
    text = prove(folder, 5)
    extra = text.replace("\nindex", "\nextra " + base64.b64encode(b"anything").decode() + "\nindex", 1)
    assert verify_proof(extra, ENTRIES[5], SIGNER.verifier) == 5
    assert refused(verify_proof, text.replace("\nindex", "\nextra ???\nindex", 1), ENTRIES[5], SIGNER.verifier) == "BAD_PROOF"


def test_every_changed_line_is_noticed(folder):
    text = prove(folder, 40_000)
    lines = text.split("\n")
    for at in range(len(lines) - 1):
        changes = [lines[:at] + lines[at + 1 :], [*lines[:at], "x", *lines[at + 1 :]]]
        if at < len(lines) - 2:  # the signature may stand there twice: notes allow it
            changes.append([*lines[:at], lines[at], *lines[at:]])
        for changed in changes:
            code = refused(verify_proof, "\n".join(changed), ENTRIES[40_000], SIGNER.verifier)
            assert code in {"BAD_PROOF", "BAD_CHECKPOINT", "BAD_SIGNATURE"}
    assert refused(verify_proof, text.replace("index 40000", "index 40001"), ENTRIES[40_000], SIGNER.verifier) == "BAD_PROOF"
    assert refused(verify_proof, text.replace("index 40000", "index 040000"), ENTRIES[40_000], SIGNER.verifier) == "BAD_PROOF"


def test_a_foreign_signature_proves_nothing(folder):
    other = Signer(SIGNER.name, Ed25519PrivateKey.generate())
    assert refused(verify_proof, prove(folder, 5), ENTRIES[5], other.verifier) == "BAD_SIGNATURE"


def test_no_proof_is_handed_out_that_does_not_hold(tmp_path):
    folder = tmp_path / "ledger"
    Log(folder, SIGNER).publish(0, ENTRIES[:300])
    assert refused(prove, folder, 300) == refused(prove, folder, -1) == "NOT_INTEGRATED"
    for name, at, code in (
        ("tile/0/000", 0, "BAD_TILE"),
        ("tile/entries/000", 4, "BAD_ENTRY"),
        ("tile/0/001.p/44", 3, "BAD_TILE"),
    ):
        copy = shutil.copytree(folder, tmp_path / name.replace("/", "-"))
        data = bytearray((copy / name).read_bytes())
        data[at] ^= 1
        (copy / name).write_bytes(data)
        assert refused(prove, copy, 0) == code
    assert refused(prove, tmp_path / "nowhere", 0) == "NONE"


@given(st.text(max_size=100), st.booleans())
def test_any_text_is_refused_with_a_code(text, headed):
    whole = ("c2sp.org/tlog-proof@v1\n" if headed else "") + text
    assert refused(verify_proof, whole, b"", SIGNER.verifier) in {"BAD_PROOF", "BAD_CHECKPOINT", "BAD_SIGNATURE"}
