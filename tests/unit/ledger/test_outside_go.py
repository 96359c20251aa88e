"""Go's x/mod/sumdb accepts our ledger, every record, and consistency between any two checkpoints, and finds a flipped byte."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tampering import copies_with_a_flipped_byte

from tidings.ledger import Log, Signer

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
NEXT = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32))
OTHER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32))
ENTRIES = [b'{"n":%d}' % number for number in range(600)]
SIZES = (1, 12, 256, 300, 599, 600)


def build(folder, sizes):
    log, done = Log(folder, SIGNER), 0
    for size in sizes:
        log.publish(done, ENTRIES[done:size])
        done = size
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return build(tmp_path_factory.mktemp("go") / "ledger", SIZES)


def test_it_accepts_every_record_and_consistency_between_any_two_checkpoints(tlog, folder):
    found = tlog("check", folder, SIGNER.vkey)
    assert found.stdout == "600 entries, 7 checkpoints, 28 pairs\n", found.stderr


def test_it_accepts_any_two_of_seventy_checkpoints_one_entry_apart(tlog, tmp_path):
    found = tlog("check", build(tmp_path / "ledger", range(1, 71)), SIGNER.vkey)
    assert found.stdout == "70 entries, 71 checkpoints, 2556 pairs\n", found.stderr


def test_it_refuses_another_key(tlog, folder):
    assert tlog("check", folder, OTHER.vkey).returncode == 1


def test_while_two_keys_sign_it_accepts_by_either(tlog, tmp_path):
    folder = build(tmp_path / "ledger", (300,))
    Log(folder, NEXT, [SIGNER]).publish(300, ENTRIES[300:])
    assert tlog("check", folder, SIGNER.vkey).returncode == 0
    (folder / "checkpoints/300").unlink()  # signed before the new key was
    assert tlog("check", folder, NEXT.vkey).returncode == 0


def test_it_refuses_a_flipped_byte_in_an_entry_a_tile_and_a_checkpoint(tlog, folder, tmp_path):
    tried = 0
    for name, copy in copies_with_a_flipped_byte(folder, tmp_path):
        assert tlog("check", copy, SIGNER.vkey).returncode == 1, name
        tried += 1
    assert tried >= 8
