"""Verifying: a whole log is accepted, and every way of tampering with it is found and named."""

import shutil

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.errors import LedgerError
from tidings.ledger import Checkpoint, Log, Signer, verify
from tidings.ledger.merkle import leaf_hash, leaf_hashes, root_of
from tidings.ledger.tiles import decode_bundle, encode_bundle

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
FOREIGN = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32))
ENTRIES = [b'{"n":%d}' % number for number in range(600)]
SIZES = (0, 12, 20, 300, 520, 600)


def build(folder, entries=ENTRIES, sizes=SIZES, signer=SIGNER):
    log, done = Log(folder, signer), 0
    for size in sizes:
        log.publish(done, entries[done:size])
        done = size
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return build(tmp_path_factory.mktemp("whole") / "ledger")


@pytest.fixture
def folder(tmp_path, whole):
    return shutil.copytree(whole, tmp_path / "ledger")


def found(folder, **given):
    with pytest.raises(LedgerError) as caught:
        verify(folder, SIGNER.verifier, **given)
    return caught.value.code.name, caught.value.where


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def change(folder, name, number, entry):
    """Puts another entry into a bundle, or takes it out (None)."""
    entries = decode_bundle((folder / name).read_bytes())
    entries[number : number + 1] = [] if entry is None else entry
    (folder / name).write_bytes(encode_bundle(entries))


def test_a_whole_log_is_accepted(folder):
    steps = []
    result = verify(folder, SIGNER.verifier, progress=lambda done, total: steps.append((done, total)))
    assert (result.origin, result.size, result.entries) == (SIGNER.name, 600, 600)
    assert result.root == root_of(leaf_hashes(ENTRIES))
    assert result.checkpoints_checked == 1 + len(SIZES)
    assert steps == [(256, 600), (512, 600), (600, 600)]


def test_what_only_our_own_logs_have_is_not_needed(folder):
    shutil.rmtree(folder / "checkpoints")
    (folder / ".lock").unlink()
    assert verify(folder, SIGNER.verifier).checkpoints_checked == 1


def test_full_files_serve_where_the_partial_ones_of_a_smaller_tree_are_gone(tmp_path):
    """A mirror may hold an old checkpoint beside tiles of a larger tree."""
    folder = build(tmp_path / "ledger", sizes=(300, 600))
    (folder / "checkpoint").write_bytes((folder / "checkpoints/300").read_bytes())
    shutil.rmtree(folder / "checkpoints")
    assert not (folder / "tile/0/001.p").exists()
    (folder / "tile/1/000.p/1").write_bytes((folder / "tile/1/000.p/2").read_bytes()[:32])
    assert verify(folder, SIGNER.verifier).root == root_of(leaf_hashes(ENTRIES[:300]))


@pytest.mark.parametrize(
    ("name", "number", "index"),
    [("tile/entries/000", 7, 7), ("tile/entries/001", 255, 511), ("tile/entries/002.p/88", 0, 512)],
)
def test_a_changed_dropped_or_doubled_entry_is_found(folder, name, number, index):
    good, place = (folder / name).read_bytes(), f"{name}, entry {index}"
    before = (folder / name).read_bytes()
    change(folder, name, number, [b'{"n":-1}'])
    assert found(folder) == ("BAD_ENTRY", place)
    (folder / name).write_bytes(good)
    change(folder, name, number, None)
    assert found(folder) == ("BAD_ENTRY", place)
    (folder / name).write_bytes(good)
    entry = decode_bundle(good)[number]
    change(folder, name, number, [entry, entry])
    assert found(folder) == ("BAD_ENTRY", f"{name}, entry {index + 1}")
    (folder / name).write_bytes(good)
    assert (folder / name).read_bytes() == before


def test_two_entries_that_changed_places_are_found(folder):
    entries = decode_bundle((folder / "tile/entries/000").read_bytes())
    entries[3], entries[4] = entries[4], entries[3]
    (folder / "tile/entries/000").write_bytes(encode_bundle(entries))
    assert found(folder) == ("BAD_ENTRY", "tile/entries/000, entry 3")


@pytest.mark.parametrize(
    "name", ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/88"]
)
def test_every_missing_or_cut_file_is_found(folder, name):
    code = "BAD_ENTRY" if "entries" in name else "BAD_TILE"
    good = (folder / name).read_bytes()
    (folder / name).write_bytes(good[:-1])
    assert found(folder)[0] == code
    assert found(folder)[1].startswith(name)
    (folder / name).write_bytes(good + b"\0")
    assert found(folder)[0] == code
    assert found(folder)[1].startswith(name)
    (folder / name).unlink()
    assert found(folder) == (code, name)


@pytest.mark.parametrize(
    ("name", "number"),
    [("tile/0/000", 0), ("tile/0/000", 255), ("tile/0/001", 9), ("tile/0/002.p/88", 87), ("tile/1/000.p/2", 1)],
)
def test_a_changed_hash_is_found(folder, name, number):
    flip(folder / name, number * 32 + 31)
    assert found(folder) == ("BAD_TILE", f"{name}, hash {number}")


def test_an_entry_that_was_changed_with_its_hash_is_found(folder):
    change(folder, "tile/entries/000", 7, [b'{"n":-1}'])
    tile = bytearray((folder / "tile/0/000").read_bytes())
    tile[7 * 32 : 8 * 32] = leaf_hash(b'{"n":-1}')
    (folder / "tile/0/000").write_bytes(tile)
    assert found(folder) == ("BAD_TILE", "tile/1/000.p/2, hash 0")


def test_a_tree_that_was_rebuilt_under_the_old_signature_is_found(folder, tmp_path):
    other = build(tmp_path / "other", [b"other", *ENTRIES[1:]])
    shutil.copytree(other / "tile", folder / "tile", dirs_exist_ok=True)
    assert found(folder) == ("BAD_ROOT", "checkpoint")


def test_a_tree_that_was_rebuilt_and_signed_again_is_found_by_what_was_kept(folder, tmp_path):
    other = build(tmp_path / "other", [b"other", *ENTRIES[1:]])
    head = (folder / "checkpoint").read_bytes()
    shutil.copytree(folder / "checkpoints", tmp_path / "kept")
    shutil.copy(other / "checkpoints/600", tmp_path / "kept/600")
    shutil.rmtree(other / "checkpoints")
    assert verify(other, SIGNER.verifier).size == 600  # alone it looks whole
    assert found(other, older=[head]) == ("INCONSISTENT", "older checkpoint 1")
    shutil.copytree(tmp_path / "kept", other / "checkpoints")
    assert found(other) == ("INCONSISTENT", "checkpoints/12")


def test_a_log_that_was_put_back_is_found(folder, tmp_path):
    older = build(tmp_path / "older", sizes=SIZES[:4])
    newest = (folder / "checkpoint").read_bytes()
    assert verify(older, SIGNER.verifier).size == 300  # nothing inside the folder shows it
    assert found(older, older=[newest]) == ("INCONSISTENT", "older checkpoint 1")
    (folder / "checkpoint").write_bytes((folder / "checkpoints/520").read_bytes())
    assert found(folder) == ("INCONSISTENT", "checkpoints/600")


def test_older_checkpoints_are_accepted_signed_or_trusted(folder):
    signed = [(folder / f"checkpoints/{size}").read_bytes() for size in SIZES]
    trusted = Checkpoint(SIGNER.name, 301, root_of(leaf_hashes(ENTRIES[:301])))
    assert verify(folder, SIGNER.verifier, [*signed, trusted]).checkpoints_checked == 1 + 2 * len(SIZES) + 1
    assert found(folder, older=[signed[0], Checkpoint(SIGNER.name, 301, bytes(32))]) == ("INCONSISTENT", "older checkpoint 2")
    assert found(folder, older=[Checkpoint("another.example/log", 301, trusted.root)]) == ("INCONSISTENT", "older checkpoint 1")
    assert found(folder, older=[trusted.signed(FOREIGN)]) == ("BAD_SIGNATURE", "older checkpoint 1")


def test_an_empty_tree_has_one_root(folder):
    assert found(folder, older=[Checkpoint(SIGNER.name, 0, bytes(32))]) == ("INCONSISTENT", "older checkpoint 1")


@pytest.mark.parametrize("name", ["checkpoint", "checkpoints/300"])
def test_a_foreign_or_broken_checkpoint_is_found(folder, name):
    good = (folder / name).read_bytes()
    (folder / name).write_bytes(Checkpoint.open(good, SIGNER.verifier).signed(FOREIGN))
    assert found(folder) == ("BAD_SIGNATURE", name)
    (folder / name).write_bytes(good.replace(b"\n300\n", b"\n301\n").replace(b"\n600\n", b"\n601\n"))
    assert found(folder) == ("BAD_SIGNATURE", name)
    (folder / name).write_bytes(good[:40])
    assert found(folder) == ("BAD_CHECKPOINT", name)


def test_a_checkpoint_under_another_name_is_found(folder):
    shutil.copy(folder / "checkpoints/300", folder / "checkpoints/301")
    assert found(folder) == ("BAD_CHECKPOINT", "checkpoints/301")


def test_partial_files_of_kept_checkpoints_are_checked_as_long_as_they_must_be_there(folder, tmp_path):
    folder = build(tmp_path / "small", sizes=(12, 20))
    for name, code in (("tile/0/000.p/12", "BAD_TILE"), ("tile/entries/000.p/12", "BAD_ENTRY")):
        good = (folder / name).read_bytes()
        flip(folder / name, 5)
        assert found(folder) == (code, name)
        (folder / name).unlink()
        assert found(folder) == (code, name)
        (folder / name).write_bytes(good)
    assert verify(folder, SIGNER.verifier).size == 20


def test_leavings_of_a_crash_are_not_part_of_the_log(folder):
    (folder / ".new").write_bytes(b"half")
    (folder / "tile/0/003").write_bytes(b"half")
    (folder / "tile/entries/002").write_bytes(b"half")
    assert verify(folder, SIGNER.verifier).size == 600


def test_a_folder_in_the_place_of_a_file_is_found(folder):
    for name, code in (("tile/0/000", "BAD_TILE"), ("tile/entries/000", "BAD_ENTRY"), ("checkpoints/300", "BAD_CHECKPOINT")):
        good = (folder / name).read_bytes()
        (folder / name).unlink()
        (folder / name).mkdir()
        assert found(folder) == (code, name)
        (folder / name).rmdir()
        (folder / name).write_bytes(good)


def test_a_folder_without_a_checkpoint_is_no_ledger(tmp_path):
    assert found(tmp_path) == ("NONE", "")
    assert found(tmp_path / "nowhere") == ("NONE", "")


def test_every_single_byte_of_a_small_log_matters(tmp_path):
    """Of every file that the spec requires each byte is changed once; none goes unnoticed."""
    folder = build(tmp_path / "ledger", ENTRIES[:3], (3,))
    shutil.rmtree(folder / "checkpoints")
    tried = 0
    for path in [folder / "checkpoint", *(folder / "tile").rglob("*")]:
        for at in range(path.stat().st_size if path.is_file() else 0):
            flip(path, at)
            assert found(folder)[1].startswith(str(path.relative_to(folder)))
            flip(path, at)
            tried += 1
    assert tried >= 300
    assert verify(folder, SIGNER.verifier).size == 3
