"""`tidings run-sheets` and `delivered` as they are typed: numbers and codes in and out, and nobody named."""

import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pyrage
import pytest

from tidings import delivery
from tidings.cli import run
from tidings.cli.handover import _by_line
from tidings.delivery import SheetError
from tidings.model import HandOver
from tidings.notices import Catalogs, Composer
from tidings.settings import PREFIX, Settings
from tidings.workspace import open_workspace

ROOT = Path(__file__).parents[3]
KEY = pyrage.x25519.Identity.generate()


class QuickPress:
    def press(self, notice, *, hand):
        return b"%PDF"


@pytest.fixture(scope="module")
def filled(tmp_path_factory, filled_workspace):
    """Made once: the sample's first people, with their letters pressed."""
    place = tmp_path_factory.mktemp("handover")
    shutil.copytree(ROOT / "config", place / "config", ignore=shutil.ignore_patterns("*.csv"))
    (place / "identity.txt").write_text(f"{KEY}\n")
    (place / "identity.txt").chmod(0o600)
    with filled_workspace(place / ".tidings", place / "config", 120) as ws:
        composer = Composer(ws.incident, Catalogs.load())
        delivery.close_enrolment(ws)  # as `notify` does before any letter
        for batch in delivery.letter_batches(ws):
            delivery.press_batch(ws, batch, composer, QuickPress())
    return place


@pytest.fixture(autouse=True)
def place(filled, tmp_path, monkeypatch):
    for name in os.environ:
        if name.startswith(PREFIX):
            monkeypatch.delenv(name)
    shutil.copytree(filled, tmp_path / "place")
    (tmp_path / "place/.tidings").chmod(0o700)
    monkeypatch.chdir(tmp_path / "place")
    for name in ("TWILIO", "SENDGRID"):
        monkeypatch.setenv(f"TIDINGS_{name}_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("TIDINGS_APPROVALS", "false")  # nobody is there, so they may be off
    monkeypatch.setenv("TIDINGS_OFFICER_KEY", "me.age")
    monkeypatch.setenv("TIDINGS_OFFICER_IDENTITY", "identity.txt")
    assert (
        run(["officers", "add", "night-desk", "--role", "operator", "--key", "me.age", "--recipient", str(KEY.to_public())]) == 0
    )
    return tmp_path / "place"


@pytest.fixture
def sheets(tidings):
    """What `run-sheets --json` prints, the largest sheet first."""
    code, out, err = tidings("run-sheets", "out", "--recipient", KEY.to_public(), "--reason", "handing over", "--json")
    assert code == 0, err
    return sorted(json.loads(out)["sheets"], key=lambda one: -one["letters"])


def test_every_letter_to_hand_over_is_on_a_sheet_of_its_place(sheets, place, tidings):
    status = json.loads(tidings("status", "--json")[1])
    assert sum(one["letters"] for one in sheets) == status["attempts"]["hand"]["accepted"] > 5
    assert {file.name for file in (place / "out").iterdir()} == {f"{one['code']}.zip.age" for one in sheets}
    for one in sheets:
        with zipfile.ZipFile(io.BytesIO(pyrage.decrypt((place / f"out/{one['code']}.zip.age").read_bytes(), [KEY]))) as archive:
            assert len(archive.namelist()) == one["letters"] + 1


def test_what_is_printed_names_nobody_and_no_place(tidings, sheets):
    code, out, err = tidings("run-sheets", "out", "--recipient", KEY.to_public(), "--reason", "handing over")
    assert code == 0
    lines = out.splitlines()
    assert sorted(line.split()[0] for line in lines) == sorted(one["code"] for one in sheets)
    assert all(line.split(None, 1)[1] in {f"{one['letters']} letters, out already" for one in sheets} for line in lines)
    assert "run sheets in out" in err


def test_it_wants_an_officer_a_reason_and_a_key(tidings, place, monkeypatch):
    asked = ("run-sheets", "out", "--recipient", KEY.to_public())
    code, _out, err = tidings(*asked)
    assert (code, "[officer.no_reason]" in err) == (2, True)
    assert tidings("run-sheets", "out", "--recipient", "Zzmarked", "--reason", "why")[0] == 2
    monkeypatch.delenv("TIDINGS_OFFICER_KEY")
    code, _out, err = tidings(*asked, "--reason", "why")
    assert (code, "[officer.no_key]" in err) == (2, True)
    assert tidings("delivered", "--json")[1] == "[]\n"


def test_a_sheet_is_entered_in_two_goes_and_listed_until_it_is_whole(tidings, sheets):
    code, letters = sheets[0]["code"], sheets[0]["letters"]
    assert letters >= 2
    assert json.loads(tidings("delivered", "--sheet", code, "--handed", "1", "--json")[1])["left"] == letters - 1
    listed = {one["code"]: one["open"] for one in json.loads(tidings("delivered", "--json")[1])}
    assert listed[code] == letters - 1
    assert f"{code}  {letters - 1} of {letters} lines open, since 20" in tidings("delivered")[1]
    ended, _out, err = tidings("delivered", "--sheet", code.lower().replace("-", " "), "--refused", f"2-{letters}")
    assert (ended, "the sheet is complete" in err) == (0, True)
    assert code not in tidings("delivered")[1]
    assert tidings("ledger", "verify")[0] == 0


def test_what_does_not_fit_is_a_code_with_its_line(tidings, sheets):
    code, letters = sheets[0]["code"], sheets[0]["letters"]
    tidings("delivered", "--sheet", code, "--handed", "1")
    for wrong, exits, said in (
        (("--sheet", code, "--moved", "1"), 1, "(line 1: handed) [sheet.contradicts]"),
        (("--sheet", code, "--handed", letters + 1), 2, f"(line {letters + 1}) [sheet.no_line]"),
        (("--sheet", code, "--handed", "Zzmarked"), 2, "(--handed) [sheet.bad_lines]"),
        (("--sheet", code, "--handed", "1", "--moved", "1"), 2, "(--moved: line 1 twice) [sheet.bad_lines]"),
        (("--sheet", "Zzmarked", "--handed", "1"), 2, "[sheet.bad_code]"),
        (("--sheet", "0000-0000-0000", "--handed", "1"), 2, "[sheet.unknown]"),
        (("--handed", "1"), 2, "[config.bad_use]"),
        (("--sheet", code), 2, "[config.bad_use]"),  # nobody is at a terminal
    ):
        ended, out, err = tidings("delivered", *wrong)
        assert (ended, out) == (exits, ""), err
        assert said in err
        assert "Zzmarked" not in err


def test_line_by_line_it_asks_for_numbers_only_and_each_answer_stays(tidings, sheets, monkeypatch):
    code, letters = sheets[0]["code"], sheets[0]["letters"]
    answers = iter(["h", "what?", "", "q"])
    asked = []

    def answer(prompt):
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("tidings.cli.talk.err.input", answer)
    ended, _out, err = tidings("delivered", "--sheet", code)
    assert ended == 0
    assert asked == ["line 1: ", "line 2: ", "line 2: ", "line 3: "][: len(asked)]
    assert f"{letters - 1} lines are still open" in err
    with open_workspace(Settings(_env_file=None)) as ws:
        assert delivery.open_lines(ws, code) == list(range(2, letters + 1))


@pytest.mark.parametrize(("typed", "lines"), [("1", [1]), ("1-3,7", [1, 2, 3, 7]), (" 2 , 4 - 5 ", [2, 4, 5]), ("3-3", [3])])
def test_line_numbers_are_read_as_they_are_written(typed, lines):
    assert list(_by_line({HandOver.HANDED: typed})) == lines


@pytest.mark.parametrize("typed", ["0", "3-1", "1,,2", "a", "-1", "1-", "1-999999", "1,1", "١"])
def test_what_is_no_line_number_is_refused(typed):
    with pytest.raises(SheetError):
        _by_line({HandOver.HANDED: typed})
