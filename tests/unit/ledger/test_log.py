"""The log on disk: any way of publishing the same entries gives the same tree, and nothing published ever changes."""

import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from tidings.errors import LedgerError
from tidings.ledger import Checkpoint, Log, Signer, verify
from tidings.ledger import log as log_module
from tidings.ledger.merkle import leaf_hashes, root_of
from tidings.ledger.tiles import Tiles, read_file

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))


def entries_of(count):
    return [b'{"n":%d}' % number for number in range(count)]


def refused(action, *args):
    with pytest.raises(LedgerError) as caught:
        action(*args)
    return caught.value.code.name, caught.value.where


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ledger"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([0, 1, 2, 100, 255, 256, 257, 600]), max_size=5))
def test_any_batches_give_the_tree_of_the_definition(tmp_path_factory, batches):
    folder = tmp_path_factory.mktemp("log")
    log, entries, done = Log(folder, SIGNER), entries_of(sum(batches)), 0
    for batch in batches:
        head = log.publish(done, entries[done : done + batch])
        done += batch
        assert (head.size, head.root) == (done, root_of(leaf_hashes(entries[:done])))
    if batches:
        assert verify(folder, SIGNER.verifier).size == log.size == len(entries)
        assert [Tiles(folder, done).entry(index) for index in range(0, done, 97)] == entries[::97]


def test_a_tree_over_256_full_tiles_has_a_third_level(folder):
    entries = entries_of(70_000)
    log = Log(folder, SIGNER)
    log.publish(0, entries[:65_500])
    head = log.publish(65_500, entries[65_500:])
    assert head.root == root_of(leaf_hashes(entries))
    assert {path.name for path in (folder / "tile").iterdir()} == {"0", "1", "2", "entries"}
    assert (folder / "tile/2/000.p/1").stat().st_size == 32
    assert verify(folder, SIGNER.verifier).entries == 70_000


def test_publishing_reads_the_right_edge_and_nothing_else(folder, monkeypatch):
    log = Log(folder, SIGNER)
    log.publish(0, entries_of(66_000))
    names = []
    monkeypatch.setattr("tidings.ledger.tiles.read_file", lambda root, name: names.append(name) or read_file(root, name))
    log.publish(66_000, [b"one more"])
    assert sorted(names) == ["tile/0/257.p/208", "tile/1/001.p/1", "tile/2/000.p/1", "tile/entries/257.p/208"]


def test_an_empty_log_publishes_an_empty_tree_once(folder):
    log = Log(folder, SIGNER)
    assert (log.size, log.checkpoint, log.published) == (0, None, False)
    head = log.publish(0, [])
    assert head.text == "example.org/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    assert log.published
    assert log.publish(0, []) == head == log.checkpoint
    assert verify(folder, SIGNER.verifier).size == 0


def test_publishing_nothing_gives_the_newest_checkpoint(folder):
    log = Log(folder, SIGNER)
    head = log.publish(0, entries_of(3))
    before = (folder / "checkpoint").stat().st_mtime_ns
    assert log.publish(3, []) == head
    assert (folder / "checkpoint").stat().st_mtime_ns == before


def test_the_same_entries_may_be_given_again(folder):
    log, entries = Log(folder, SIGNER), entries_of(600)
    head = log.publish(0, entries[:300])
    assert log.publish(0, entries[:300]) == log.publish(250, entries[250:300]) == log.publish(10, entries[10:20]) == head
    assert log.publish(200, entries[200:]).root == root_of(leaf_hashes(entries))


def test_published_entries_never_change(folder):
    log, entries = Log(folder, SIGNER), entries_of(300)
    head = log.publish(0, entries)
    assert refused(log.publish, 270, [*entries[270:280], b"other", *entries[281:]]) == (
        "INCONSISTENT",
        "tile/entries/001.p/44, entry 280",
    )
    assert refused(log.publish, 299, [b"other", b"new"]) == ("INCONSISTENT", "tile/entries/001.p/44, entry 299")
    assert log.checkpoint == head


def test_a_gap_and_a_database_that_is_behind_are_refused(folder):
    log, entries = Log(folder, SIGNER), entries_of(10)
    log.publish(0, entries)
    assert refused(log.publish, 11, [b"later"]) == ("NOT_INTEGRATED", "entry 10")
    assert refused(log.publish, 8, []) == ("BEHIND", "entry 8")
    assert log.size == 10


def test_no_smaller_tree_is_signed_after_the_newest_checkpoint_was_put_back(folder):
    log, entries = Log(folder, SIGNER), entries_of(10)
    log.publish(0, entries[:5])
    old = (folder / "checkpoint").read_bytes()
    log.publish(5, entries[5:])
    for state in (old, None):
        (folder / "checkpoint").unlink()
        if state:
            (folder / "checkpoint").write_bytes(state)
        assert refused(log.publish, log.size, [b"other"])[0] == "INCONSISTENT"


def test_no_second_tree_of_one_size_is_signed(folder):
    log = Log(folder, SIGNER)
    log.publish(0, entries_of(5))
    (folder / "checkpoints/5").write_bytes(Checkpoint(SIGNER.name, 5, bytes(32)).signed(SIGNER))
    assert refused(log.publish, 5, [b"more"]) == ("INCONSISTENT", "checkpoints/5")


def test_nothing_is_built_on_a_damaged_edge(folder):
    log = Log(folder, SIGNER)
    log.publish(0, entries_of(300))
    for name, code in (
        ("tile/0/001.p/44", ("BAD_ROOT", "checkpoint")),
        ("tile/1/000.p/1", ("BAD_ROOT", "checkpoint")),
        ("tile/entries/001.p/44", ("BAD_ENTRY", "tile/entries/001.p/44, entry 299")),
    ):
        good = (folder / name).read_bytes()
        (folder / name).write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        assert refused(log.publish, 300, [b"more"]) == code
        (folder / name).write_bytes(good)
    assert log.publish(300, [b"more"]).size == 301


def test_another_key_cannot_go_on_with_this_log(folder):
    Log(folder, SIGNER).publish(0, entries_of(5))
    other = Log(folder, Signer(SIGNER.name, Ed25519PrivateKey.generate()))
    assert refused(other.publish, 5, [b"more"]) == ("BAD_SIGNATURE", "checkpoint")
    assert refused(lambda: other.size)[0] == "BAD_SIGNATURE"


def test_an_entry_that_is_too_long_publishes_nothing(folder):
    log = Log(folder, SIGNER)
    with pytest.raises(ValueError, match="65535"):
        log.publish(0, [b"fine", b"x" * 65_536])
    assert not log.published
    assert log.publish(0, entries_of(300)).root == root_of(leaf_hashes(entries_of(300)))


def test_nobody_else_may_read_it(folder):
    Log(folder, SIGNER).publish(0, entries_of(300))
    paths = [folder, *folder.rglob("*")]
    assert {oct(path.stat().st_mode & 0o777) for path in paths if path.is_file()} == {"0o600"}
    assert {oct(path.stat().st_mode & 0o777) for path in paths if path.is_dir()} == {"0o700"}


def test_partial_files_go_when_their_full_ones_are_there(folder):
    log, entries = Log(folder, SIGNER), entries_of(300)
    for first, end in ((0, 10), (10, 200), (200, 300)):
        log.publish(first, entries[first:end])
    names = {str(path.relative_to(folder / "tile")) for path in (folder / "tile").rglob("*") if path.is_file()}
    assert names == {"0/000", "0/001.p/44", "1/000.p/1", "entries/000", "entries/001.p/44"}
    assert verify(folder, SIGNER.verifier).checkpoints_checked == 1 + 3


def test_integrators_wait_for_each_other(folder, monkeypatch):
    """The first is stopped in the middle of publishing; the second must not begin before it ends."""
    entries, inside, go_on = entries_of(20), threading.Event(), threading.Event()
    order = []

    class Slow(log_module.Batch):
        def sync(self):
            order.append("first" if not order else "second")
            inside.set()
            assert go_on.wait(10)
            super().sync()

    monkeypatch.setattr(log_module, "Batch", Slow)
    first = threading.Thread(target=lambda: Log(folder, SIGNER).publish(0, entries[:10]))
    second = threading.Thread(target=lambda: Log(folder, SIGNER).publish(0, entries))
    first.start()
    assert inside.wait(10)
    second.start()
    second.join(0.05)
    assert order == ["first"]
    go_on.set()
    first.join()
    second.join()
    assert order == ["first", "second"]
    assert Log(folder, SIGNER).checkpoint.root == root_of(leaf_hashes(entries))
    assert sorted(path.name for path in (folder / "checkpoints").iterdir()) == ["10", "20"]


def test_a_log_shows_no_key():
    assert repr(Log(Path("ledger"), SIGNER)) == "Log('ledger', Signer('example.org/log'))"
