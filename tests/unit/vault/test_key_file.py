"""The key file: made once, for its owner only; absent, damaged and another's are told apart from a good one."""

import multiprocessing
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tidings.errors import KeyStoreError
from tidings.vault import KeyFile
from tidings.vault.key_file import _parsed, _text

Code = KeyStoreError.Code


@pytest.fixture
def path(tmp_path):
    return tmp_path / "incident.key"


def test_what_it_wraps_it_unwraps_in_the_same_place_only(path):
    KeyFile(path).prepare(os.urandom)
    wrapped = KeyFile(path).wrap(b"k" * 32, b"here")
    assert KeyFile(path).unwrap(wrapped, b"here") == b"k" * 32
    with pytest.raises(KeyStoreError) as refused:
        KeyFile(path).unwrap(wrapped, b"there")
    assert refused.value.code is Code.CANNOT_OPEN


def test_it_is_for_its_owner_and_says_what_it_is(path):
    KeyFile(path).prepare(os.urandom)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text().startswith("# Key of a Tidings incident.")
    assert [file.name for file in path.parent.iterdir()] == ["incident.key"]


def test_it_is_never_replaced(path):
    KeyFile(path).prepare(os.urandom)
    before = path.read_bytes()
    KeyFile(path).prepare(os.urandom)
    assert path.read_bytes() == before


def test_a_draft_of_a_process_that_was_killed_is_written_anew(path):
    path.with_name("incident.key.new").write_bytes(b"# Key of a Tid" * 100)
    KeyFile(path).prepare(os.urandom)
    assert _parsed(path.read_bytes()) is not None
    assert [file.name for file in path.parent.iterdir()] == ["incident.key"]


def test_many_at_once_make_one_key(path):
    forks = multiprocessing.get_context("fork")
    barrier, answers = forks.Barrier(4), forks.SimpleQueue()

    def make():
        barrier.wait()
        KeyFile(path).prepare(os.urandom)
        answers.put(path.read_bytes())

    processes = [forks.Process(target=make) for _ in range(4)]
    for process in processes:
        process.start()
    texts = {answers.get() for _ in processes}
    for process in processes:
        process.join()
    assert texts == {path.read_bytes()}
    assert [file.name for file in path.parent.iterdir()] == ["incident.key"]


def test_without_it_there_is_no_key(path):
    with pytest.raises(KeyStoreError) as refused:
        KeyFile(path).wrap(b"k" * 32, b"")
    assert refused.value.code is Code.NO_KEY
    assert refused.value.code.exit == 3


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602, 0o644, 0o660])
def test_one_that_others_can_reach_is_refused(path, mode):
    KeyFile(path).prepare(os.urandom)
    path.chmod(mode)
    with pytest.raises(KeyStoreError) as refused:
        KeyFile(path).wrap(b"k" * 32, b"")
    assert refused.value.code is Code.OPEN_TO_OTHERS


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_in_the_key_is_noticed(path, data):
    text = _text(bytes(range(32)))
    start = text.rindex(b"tidings-key-1")
    at = data.draw(st.integers(start, len(text) - 2))
    byte = data.draw(st.integers(33, 126).filter(lambda value: value != text[at]))
    damaged = text[:at] + bytes([byte]) + text[at + 1 :]
    if at == start and byte == ord("#"):
        damaged = damaged.replace(b"#idings", b"# idings")
    assert _parsed(damaged) is None
    path.unlink(missing_ok=True)
    path.touch(0o600)
    path.write_bytes(damaged)
    with pytest.raises(KeyStoreError) as refused:
        KeyFile(path).wrap(b"k" * 32, b"")
    assert refused.value.code is Code.CANNOT_OPEN


@given(st.binary(max_size=200))
def test_whatever_else_is_not_a_key(data):
    assert _parsed(data) is None


def test_a_key_file_with_windows_line_ends_or_without_its_first_line_still_works():
    text = _text(bytes(range(32)))
    assert _parsed(text.replace(b"\n", b"\r\n")) == bytes(range(32))
    assert _parsed(text.splitlines()[1]) == bytes(range(32))


def test_its_repr_shows_where_it_is_and_nothing_else(path):
    KeyFile(path).prepare(os.urandom)
    assert repr(KeyFile(path)) == f"KeyFile({str(path)!r})"
    assert set(vars(KeyFile(path))) == {"_path", "_renewed"}
