"""A ledger that another program made is accepted, from a folder and from an address, and each kind of tampering with it is
found, with the file and the index: changed, dropped, doubled, reordered, truncated, rolled back, forked, signed by another key.
"""

import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tampering import change, flip

from tidings.errors import LedgerError
from tidings.ledger import Checkpoint, Signer, Verifier, audit, verify
from tidings.ledger.note import split_note

NAME = "go.example/log"
SIZES = (3, 256, 300, 600)


@pytest.fixture(scope="module")
def by_go(tlog, tmp_path_factory):
    """Written by Go's x/mod/sumdb/tlog, and its verifier key."""
    folder = tmp_path_factory.mktemp("by-go") / "log"
    made = tlog("write", folder, NAME, *SIZES)
    assert made.returncode == 0, made.stderr
    return folder, Verifier.from_vkey(made.stdout.strip())


@pytest.fixture(scope="module")
def by_aics(aics, tmp_path_factory):
    """Written by aics-tlog, as a log that its own machine keeps no old checkpoints of."""
    folder = tmp_path_factory.mktemp("by-aics") / "log"
    store = aics.DirectoryTileStore(folder, fsync=False)
    writer, key = aics.IncrementalTileWriter(store), Ed25519PrivateKey.generate()
    for first in range(0, 600, 200):
        writer.append([b'{"by":"aics","n":%d}' % number for number in range(first, first + 200)])
    note = aics.sign_checkpoint(aics.Checkpoint("aics.example/log", 600, writer.root()), key, "aics.example/log")
    store.write_checkpoint(note.to_bytes())
    return folder, Signer("aics.example/log", key).verifier


@pytest.fixture
def copy(by_go, tmp_path):
    folder, verifier = by_go
    return shutil.copytree(folder, tmp_path / "log"), verifier


def found(folder, verifier, **given):
    with pytest.raises(LedgerError) as caught:
        verify(folder, verifier, **given)
    return caught.value.code.name, caught.value.where


def test_a_ledger_by_go_is_accepted(by_go):
    folder, verifier = by_go
    result = verify(folder, verifier)
    assert (result.origin, result.entries, result.checkpoints_checked) == (NAME, 600, 1 + len(SIZES))


def test_a_ledger_by_aics_is_accepted(by_aics):
    folder, verifier = by_aics
    assert verify(folder, verifier).entries == 600


def test_its_entries_are_not_taken_for_ours(by_go):
    folder, verifier = by_go
    assert audit(folder, [verifier]).record is None


@pytest.mark.parametrize(
    ("work", "index"),
    [
        (lambda entries: entries.__setitem__(9, b'{"by":"go","n":-9}'), 9),
        (lambda entries: entries.pop(9), 9),
        (lambda entries: entries.insert(9, entries[9]), 10),
        (lambda entries: entries.__setitem__(slice(9, 11), entries[9:11][::-1]), 9),
        (lambda entries: entries.__delitem__(slice(200, None)), 200),
    ],
    ids=["changed", "dropped", "doubled", "reordered", "cut off"],
)
def test_what_was_done_to_entries_is_found(copy, work, index):
    folder, verifier = copy
    change(folder, "tile/entries/001", work)
    assert found(folder, verifier) == ("BAD_ENTRY", f"tile/entries/001, entry {256 + index}")


def test_a_truncated_file_and_a_truncated_ledger_are_found(copy):
    folder, verifier = copy
    last = folder / "tile/entries/002.p/88"
    last.write_bytes(last.read_bytes()[:-3])
    assert found(folder, verifier) == ("BAD_ENTRY", "tile/entries/002.p/88, entry 599")
    last.unlink()
    assert found(folder, verifier) == ("BAD_ENTRY", "tile/entries/002.p/88")


def test_a_flipped_byte_in_each_kind_of_file_is_found(copy):
    folder, verifier = copy
    for name, at in (
        ("tile/entries/000", 40),
        ("tile/0/001", 64),
        ("tile/1/000.p/2", 3),
        ("checkpoint", 16),
        ("checkpoints/300", 17),
    ):
        flip(folder / name, at)
        assert found(folder, verifier)[1].startswith(name)
        flip(folder / name, at)


def test_one_that_was_rolled_back_is_found_by_an_older_checkpoint(copy):
    folder, verifier = copy
    newest = (folder / "checkpoint").read_bytes()
    (folder / "checkpoint").write_bytes((folder / "checkpoints/300").read_bytes())
    shutil.rmtree(folder / "checkpoints")
    assert verify(folder, verifier).size == 300  # flawless in itself
    assert found(folder, verifier, older=[newest]) == ("INCONSISTENT", "older checkpoint 1")


def test_a_fork_is_found_by_an_older_checkpoint(by_go, aics, tmp_path):
    """The same key signs another tree: here under the first one's name, with a key that the test has."""
    key = Ed25519PrivateKey.generate()
    signer = Signer(NAME, key)
    folder = tmp_path / "fork"
    store = aics.DirectoryTileStore(folder, fsync=False)
    writer = aics.IncrementalTileWriter(store)
    writer.append([b"another past", *(b"%d" % number for number in range(599))])
    store.write_checkpoint(aics.sign_checkpoint(aics.Checkpoint(NAME, 600, writer.root()), key, NAME).to_bytes())
    assert verify(folder, signer.verifier).size == 600
    text = split_note((by_go[0] / "checkpoints/300").read_bytes())[0]
    kept = Checkpoint.parse(text).signed(signer)
    assert found(folder, signer.verifier, older=[kept]) == ("INCONSISTENT", "older checkpoint 1")


def test_one_that_another_key_signed_again_is_found(copy):
    folder, verifier = copy
    other = Signer(NAME, Ed25519PrivateKey.generate())
    text = split_note((folder / "checkpoint").read_bytes())[0]
    (folder / "checkpoint").write_bytes(Checkpoint.parse(text).signed(other))
    assert found(folder, verifier) == ("BAD_SIGNATURE", "checkpoint")
    assert found(folder, other.verifier) == ("BAD_SIGNATURE", "checkpoints/256")
