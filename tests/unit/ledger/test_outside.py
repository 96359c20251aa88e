"""Somebody else's program (metamorphic-log, in Rust) accepts what this ledger writes, and refuses it when changed."""

import itertools
import shutil

import metamorphic_log
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tampering import flip

from tidings.ledger import Log, Signer, prove
from tidings.ledger.merkle import consistency_proof, inclusion_proof, leaf_hash
from tidings.ledger.proof import strict_base64
from tidings.ledger.tiles import Tiles

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
OTHER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32))
ENTRIES = [b'{"n":%d}' % number for number in range(600)]
SIZES = (1, 12, 256, 300, 599, 600)
Refused = metamorphic_log.VerifyError


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("outside") / "ledger"
    log, done = Log(folder, SIGNER), 0
    for size in SIZES:
        log.publish(done, ENTRIES[done:size])
        done = size
    return folder


def note_of(folder, size):
    return (folder / f"checkpoints/{size}").read_text()


@pytest.mark.parametrize("size", SIZES)
def test_it_accepts_our_checkpoints(folder, size):
    head = metamorphic_log.checkpoint_verify(note_of(folder, size), [SIGNER.vkey])
    assert (head.origin, head.size, head.extensions) == (SIGNER.name, size, [])


def test_it_refuses_a_changed_checkpoint_and_another_key(folder):
    note = note_of(folder, 600)
    for changed, vkey in (
        (note.replace("\n600\n", "\n601\n"), SIGNER.vkey),
        (note, OTHER.vkey),
        (note[:-9] + note[-8:], SIGNER.vkey),
    ):
        with pytest.raises(Refused):
            metamorphic_log.checkpoint_verify(changed, [vkey])


@pytest.mark.parametrize("index", [0, 7, 255, 256, 511, 512, 599])
def test_it_accepts_our_inclusion_proofs_and_refuses_changed_ones(folder, index):
    above, _, note = prove(folder, index).partition("\n\n")
    path = [strict_base64(line) for line in above.split("\n")[2:]]

    def check(number, leaf, hashes):
        metamorphic_log.checkpoint_verify_inclusion(note, [SIGNER.vkey], number, leaf, hashes)

    check(index, leaf_hash(ENTRIES[index]), path)
    for number, leaf, hashes in (
        (index ^ 1, leaf_hash(ENTRIES[index]), path),
        (index, leaf_hash(b"other"), path),
        (index, leaf_hash(ENTRIES[index]), path[:-1]),
        (index, leaf_hash(ENTRIES[index]), [bytes(32), *path[1:]]),
    ):
        with pytest.raises(Refused):
            check(number, leaf, hashes)


@pytest.mark.parametrize("old", SIZES[:-1])
def test_it_accepts_our_consistency_proofs_and_refuses_changed_ones(folder, old):
    path = consistency_proof(old, 600, Tiles(folder, 600).node)

    def check(older, newer, hashes):
        metamorphic_log.checkpoint_verify_consistency(older, newer, [SIGNER.vkey], hashes)

    check(note_of(folder, old), note_of(folder, 600), path)
    other = Log(folder.parent / f"other-{old}", SIGNER)
    other.publish(0, [b"other", *ENTRIES[1:old]])
    for older, newer, hashes in (
        (note_of(folder.parent / f"other-{old}", old), note_of(folder, 600), path),
        (note_of(folder, 600), note_of(folder, old), path),
        (note_of(folder, old), note_of(folder, 600), path[:-1]),
        (note_of(folder, old), note_of(folder, 600), [bytes(32), *path[1:]]),
    ):
        with pytest.raises(Refused):
            check(older, newer, hashes)


def test_it_accepts_every_record(folder):
    tiles, note = Tiles(folder, 600), note_of(folder, 600)
    for index, entry in enumerate(ENTRIES):
        path = inclusion_proof(index, 600, tiles.node)
        metamorphic_log.checkpoint_verify_inclusion(note, [SIGNER.vkey], index, leaf_hash(entry), path)


def test_it_accepts_consistency_between_any_two_of_forty_checkpoints_one_entry_apart(tmp_path):
    log = Log(tmp_path, SIGNER)
    for size in range(1, 41):
        log.publish(size - 1, ENTRIES[size - 1 : size])
    notes = {size: note_of(tmp_path, size) for size in range(1, 41)}
    node = Tiles(tmp_path, 40).node
    for old, new in itertools.combinations(notes, 2):
        path = consistency_proof(old, new, node)
        metamorphic_log.checkpoint_verify_consistency(notes[old], notes[new], [SIGNER.vkey], path)


def test_it_refuses_what_comes_of_a_flipped_byte_in_an_entry_a_tile_and_a_checkpoint(folder, tmp_path):
    """It reads no folders: the leaf, the proof and the note are made of what lies there."""

    def check(copy, index):
        tiles, note = Tiles(copy, 600), note_of(copy, 600)
        path = inclusion_proof(index, 600, tiles.node)
        metamorphic_log.checkpoint_verify_inclusion(note, [SIGNER.vkey], index, leaf_hash(tiles.entry(index)), path)

    check(folder, 3)
    for name, at, index in (
        ("tile/entries/000", 40, 4),
        ("tile/0/000", 33, 0),
        ("tile/0/002.p/88", 5, 3),
        ("tile/1/000.p/2", 40, 3),
        ("checkpoints/600", 18, 3),
        ("checkpoints/600", -30, 3),
    ):
        copy = shutil.copytree(folder, tmp_path / "copy")
        flip(copy / name, at)
        with pytest.raises((Refused, UnicodeDecodeError)):
            check(copy, index)
        shutil.rmtree(copy)
