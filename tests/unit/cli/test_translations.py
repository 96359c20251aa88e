"""`tidings translations`: where each language stands, and who says so."""

import json

import pytest

from tidings.cli import run


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "en.ftl").write_text("a = One.\nb = Two.\n")
    (tmp_path / "es.ftl").write_text("a = Uno.\nb = Dos.\n")
    (tmp_path / "fr.ftl").write_text("a = Un.\n")
    return tmp_path


def counts(folder, capsys):
    capsys.readouterr()
    assert run(["translations", "list", "--folder", str(folder), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def stamp(folder, *more):
    return run(["translations", "stamp", "es", "--folder", str(folder), *more])


def test_what_is_missing_and_in_which_state_the_rest_is(folder, capsys):
    assert stamp(folder) == 0
    assert stamp(folder, "--state", "reviewed", "--by", "Ana", "--message", "b") == 0
    found = counts(folder, capsys)
    assert found["es"] == {"missing": 0, "machine-draft": 1, "human-translated": 0, "reviewed": 1}
    assert found["fr"] == {"missing": 1, "machine-draft": 1, "human-translated": 0, "reviewed": 0}
    assert run(["translations", "list", "--folder", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "es       missing 0  machine-draft 1  human-translated 0  reviewed 1"


def test_stamping_twice_changes_nothing(folder, capsys):
    assert stamp(folder) == 0
    before = (folder / "es.toml").read_bytes()
    assert stamp(folder) == 0
    assert (folder / "es.toml").read_bytes() == before
    assert "0 lines new, 2 in all" in capsys.readouterr().err


def test_all_messages_of_a_language_can_be_reviewed_at_once(folder, capsys):
    assert stamp(folder, "--all", "--state", "human-translated", "--by", "Bo") == 0
    assert counts(folder, capsys)["es"]["human-translated"] == 2


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (["es", "--state", "reviewed"], 2, "notice.no_reviewer"),
        (["tlh"], 1, "notice.no_language"),
        (["en"], 1, "notice.no_language"),
        (["../es"], 1, "notice.no_language"),
        (["es", "--message", "gone"], 1, "notice.bad_message"),
        (["es", "--state", "fine"], 2, ""),
    ],
)
def test_what_cannot_be_stamped_is_refused_and_nothing_is_written(typed, code, said, folder, capsys):
    assert run(["translations", "stamp", *typed, "--folder", str(folder)]) == code
    assert said in capsys.readouterr().err
    assert not (folder / "es.toml").exists()
