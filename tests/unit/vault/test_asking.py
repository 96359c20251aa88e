"""A passphrase is asked for once a process, twice where it is new, and never where nobody sits."""

import pytest
from pydantic import SecretStr

from tidings.errors import KeyStoreError
from tidings.vault import Asking, asking

Code = KeyStoreError.Code
GOOD = "six words that nobody would guess"


@pytest.fixture
def terminal(monkeypatch):
    """`terminal(*lines)` is somebody who types these; gives what they were asked."""
    asked = []

    def typing(*lines):
        left = iter(lines)
        monkeypatch.setattr(asking, "_asked", {})
        monkeypatch.setattr(asking.sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(asking.getpass, "getpass", lambda prompt: asked.append(prompt) or next(left))
        return asked

    return typing


def refusal(action):
    with pytest.raises(KeyStoreError) as refused:
        action()
    assert GOOD not in f"{refused.value} {refused.value.hint}"
    return refused.value.code


def test_it_is_asked_for_once_a_process(terminal):
    asked = terminal(GOOD)
    assert Asking("passphrase")() == Asking("passphrase")() == GOOD.encode()
    assert asked == ["passphrase: "]


def test_a_new_one_is_asked_for_twice_and_must_be_the_same_and_long_enough(terminal):
    terminal(GOOD, GOOD)
    assert Asking("new", again=True)() == GOOD.encode()
    terminal(GOOD, GOOD + "!")
    assert refusal(Asking("new", again=True)) is Code.NO_PASSPHRASE
    terminal("short", "short")
    assert refusal(Asking("new", again=True)) is Code.NO_PASSPHRASE


def test_where_nobody_sits_it_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(asking, "_asked", {})
    monkeypatch.setattr(asking.sys.stdin, "isatty", lambda: False, raising=False)
    assert refusal(Asking("passphrase")) is Code.NO_PASSPHRASE


def test_a_setting_goes_before_a_file_and_a_file_before_asking(tmp_path):
    file = tmp_path / "passphrase"
    file.write_bytes(GOOD.encode() + b"\n")
    file.chmod(0o600)
    assert Asking("passphrase", SecretStr("other"), file)() == b"other"
    assert Asking("passphrase", SecretStr(""), file)() == GOOD.encode()
    file.chmod(0o640)
    assert refusal(Asking("passphrase", None, file)) is Code.OPEN_TO_OTHERS
    assert refusal(Asking("passphrase", None, tmp_path / "none")) is Code.NO_PASSPHRASE


def test_its_repr_is_what_it_opens():
    assert repr(Asking("passphrase", SecretStr(GOOD))) == "Asking('passphrase')"
