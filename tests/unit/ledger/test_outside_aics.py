"""aics-tlog (Python, by others) accepts our ledger, every record, and consistency between any two checkpoints, and finds a
flipped byte. It reads the folder as the format says, and computes its own proofs from our tiles.
"""

import itertools

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tampering import copies_with_a_flipped_byte

from tidings.ledger import Log, Signer

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
OTHER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32))
ENTRIES = [b'{"n":%d}' % number for number in range(600)]
SIZES = (1, 12, 256, 300, 599, 600)


class Refused(Exception):
    pass


def build(folder, sizes):
    log, done = Log(folder, SIGNER), 0
    for size in sizes:
        log.publish(done, ENTRIES[done:size])
        done = size
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return build(tmp_path_factory.mktemp("aics") / "ledger", SIZES)


def head(aics, data, vkey=SIGNER.vkey):
    try:
        found = aics.verify_checkpoint(aics.parse_note(data), aics.parse_vkey(vkey), expected_origin=SIGNER.name)
    except ValueError as error:
        raise Refused from error
    if not found.ok:
        raise Refused
    return found


def check(aics, folder):
    """Everything: returns how many pairs of checkpoints fit."""
    newest = head(aics, (folder / "checkpoint").read_bytes())
    reader = aics.FileSystemTileReader(folder)
    try:
        aics.audit_tiles(reader, newest.size, newest.root)
    except (ValueError, OSError) as error:
        raise Refused from error
    kept = [head(aics, file.read_bytes()) for file in (folder / "checkpoints").iterdir()]
    pairs = 0
    for old, new in itertools.product(kept, kept):
        if old.size < new.size:
            proof = aics.consistency_proof_from_tiles(reader, old.size, new.size, newest.size)
            if not aics.verify_consistency(old.size, new.size, old.root, new.root, proof):
                raise Refused
            pairs += 1
    for index in range(newest.size):
        proof = aics.inclusion_proof_from_tiles(reader, index, newest.size)
        entry = aics.read_entry(reader, index, newest.size)
        if not aics.verify_leaf_inclusion(entry, index, newest.size, proof, newest.root):
            raise Refused
    return pairs


def test_it_accepts_every_record_and_consistency_between_any_two_checkpoints(aics, folder):
    assert check(aics, folder) == 15


def test_it_accepts_any_two_of_forty_checkpoints_one_entry_apart(aics, tmp_path):
    assert check(aics, build(tmp_path / "ledger", range(1, 41))) == 40 * 39 / 2


def test_it_refuses_another_key(aics, folder):
    with pytest.raises(Refused):
        head(aics, (folder / "checkpoint").read_bytes(), OTHER.vkey)


def test_it_refuses_a_flipped_byte_in_an_entry_a_tile_and_a_checkpoint(aics, folder, tmp_path):
    tried = 0
    for _name, copy in copies_with_a_flipped_byte(folder, tmp_path):
        with pytest.raises(Refused):
            check(aics, copy)
        tried += 1
    assert tried >= 8
