"""Signed notes and checkpoints: the spec's own example, round trips, and everything that is refused."""

import base64
from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from tidings.errors import LedgerError
from tidings.ledger import Checkpoint, Signer, Verifier, open_note

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
OTHER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32))
ROOT = sha256(b"root").digest()
HEAD = Checkpoint("example.org/log", 5, ROOT)

# From the documentation of Go's golang.org/x/mod/sumdb/note (BSD licence).
GO_VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def code_of(action, *args):
    with pytest.raises(LedgerError) as caught:
        action(*args)
    return caught.value.code.name


def test_a_note_that_go_signed_is_accepted_with_its_key():
    assert open_note(GO_NOTE.encode(), [Verifier.from_vkey(GO_VKEY)]) == GO_NOTE.partition("\n\n")[0] + "\n"


def test_a_note_goes_through_its_vkey():
    verifier = Verifier.from_vkey(SIGNER.vkey)
    assert verifier == SIGNER.verifier
    assert verifier.vkey == SIGNER.vkey
    assert open_note(SIGNER.sign("one\n\ntwo\n"), [verifier]) == "one\n\ntwo\n"


def test_every_changed_byte_is_noticed():
    note = HEAD.signed(SIGNER)
    for at in range(len(note)):
        changed = note[:at] + bytes([note[at] ^ 1]) + note[at + 1 :]
        assert code_of(Checkpoint.open, changed, SIGNER.verifier) in {"BAD_SIGNATURE", "BAD_CHECKPOINT"}


def test_another_key_of_the_same_name_is_not_this_key():
    assert code_of(open_note, OTHER.sign("text\n"), [SIGNER.verifier]) == "BAD_SIGNATURE"
    assert code_of(open_note, SIGNER.sign("text\n"), []) == "BAD_SIGNATURE"


def test_a_stranger_may_sign_as_well_but_not_alone():
    both = SIGNER.sign("text\n") + OTHER.sign("text\n").partition(b"\n\n")[2]
    assert open_note(both, [SIGNER.verifier]) == "text\n"
    assert open_note(both, [OTHER.verifier, SIGNER.verifier]) == "text\n"


def test_a_known_key_with_a_wrong_signature_spoils_the_note():
    wrong = SIGNER.sign("text\n") + OTHER.sign("other text\n").partition(b"\n\n")[2]
    assert code_of(open_note, wrong, [SIGNER.verifier, OTHER.verifier]) == "BAD_SIGNATURE"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"text\n\nno dash\n",
        SIGNER.sign("text\n")[:-1],
        SIGNER.sign("text\n") + b"\n",
        SIGNER.sign("text\n") + b"trailing\n",
        SIGNER.sign("text\n").replace(b"text", b"te\txt"),
        SIGNER.sign("text\n").replace(b"text", b"te\xffxt"),
        SIGNER.sign("text\n").replace(b"\n\n", b"\r\n\r\n"),
        b"text\n\n" + SIGNER.sign("text\n").partition(b"\n\n")[2] * 1000,
    ],
)
def test_what_is_no_note_is_refused(data):
    assert code_of(open_note, data, [SIGNER.verifier]) == "BAD_CHECKPOINT"


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "name",
        "name+00000000",
        SIGNER.vkey.replace("example.org", "example.com"),  # the digits are of another name
        SIGNER.vkey[:-1],
        SIGNER.vkey + " ",
        "two words" + SIGNER.vkey.removeprefix("example.org/log"),
        "name+d0a3a9d5+" + base64.b64encode(b"\x04" + bytes(32)).decode(),
    ],
)
def test_what_is_no_vkey_is_refused(vkey):
    assert code_of(Verifier.from_vkey, vkey) == "BAD_VKEY"


@pytest.mark.parametrize("name", ["", "two words", "a+b", "no\u2003break", "line\nbreak", "nul\0"])
def test_a_key_has_no_such_name(name):
    assert code_of(Signer, name, Ed25519PrivateKey.generate()) == "BAD_VKEY"


def test_a_signer_signs_nothing_that_is_no_note_and_shows_no_key():
    for text in ("no newline", "tab\t\n", ""):
        with pytest.raises(ValueError, match="newline"):
            SIGNER.sign(text)
    assert repr(SIGNER) == "Signer('example.org/log')"


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20),
    st.integers(0, (1 << 63) - 1),
    st.binary(min_size=32, max_size=32),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9), max_size=3),
)
def test_a_checkpoint_reads_as_it_was_written(origin, size, root, extensions):
    head = Checkpoint(origin, size, root, tuple(extensions))
    assert Checkpoint.parse(head.text) == head
    assert Checkpoint.open(head.signed(SIGNER), SIGNER.verifier) == head


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n",
        "origin\n5\n",
        HEAD.text[:-1],
        HEAD.text + "\n",
        HEAD.text + "\nextension\n",
        HEAD.text.replace("\n5\n", "\n05\n"),
        HEAD.text.replace("\n5\n", "\n-5\n"),
        HEAD.text.replace("\n5\n", "\n+5\n"),
        HEAD.text.replace("\n5\n", "\n\u0665\n"),
        HEAD.text.replace("\n5\n", "\n9223372036854775808\n"),
        HEAD.text.replace("example.org/log", ""),
        "origin\n5\nQUJD\n",
        "origin\n5\n" + base64.b64encode(ROOT).decode().rstrip("=") + "\n",
        "origin\n5\n" + base64.b64encode(ROOT).decode()[:-2] + "//\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text):
    assert code_of(Checkpoint.parse, text) == "BAD_CHECKPOINT"


@given(st.text(max_size=200))
def test_any_text_is_a_checkpoint_or_refused_with_a_code(text):
    try:
        again = Checkpoint.parse(text).text
    except LedgerError as error:
        again = error.code.name
    assert again in {text, "BAD_CHECKPOINT"}


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_with_a_code(data):
    assert code_of(open_note, data, [SIGNER.verifier]) in {"BAD_CHECKPOINT", "BAD_SIGNATURE"}
