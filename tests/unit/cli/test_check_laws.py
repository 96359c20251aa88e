"""What a law asks for and a language does not say: `tidings check` names law, element, language and file; nothing is sent."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tidings.cli import run
from tidings.settings import Settings
from tidings.workspace import create_workspace

ROOT = Path(__file__).parents[3]
EXAMPLE = "config/incidents/example"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    shutil.copytree(ROOT / "config", tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    for name in [name for name in os.environ if name.startswith("TIDINGS_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mend(file, was, now):
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1), encoding="utf-8")


def laws_found(capsys, *options):
    run(["check", "example", "--json", *options])
    return [one for one in json.loads(capsys.readouterr().out) if one["code"].startswith("law.")]


def without(file, message):
    mend(file, re.search(rf"^{message} = .*\n", file.read_text(encoding="utf-8"), re.MULTILINE)[0], "")


@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_sentence_of_the_catalogs_that_one_language_lacks(place, language):
    """Of a whole copy of the program, since the catalogs are part of it."""
    shutil.copytree(ROOT / "tidings", place / "tidings", ignore=shutil.ignore_patterns("__pycache__"))
    without(place / f"tidings/notices/catalogs/{language}.ftl", "notice-can-fraud")
    command = [sys.executable, "-m", "tidings", "check", "example"]
    found = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(place)})
    assert found.returncode == 1
    lines = [one for one in found.stdout.splitlines() if "law.unmet" in one]
    assert len(lines) == 2  # both laws of the example want it
    for law, line in zip(("omb-m-17-12", "california-1798-82"), lines, strict=True):
        about = f"{law}: what-you-can-do: {language}: the notice does not say notice-can-fraud"
        assert line.startswith(f"tidings/notices/catalogs/{language}.ftl:0: {about} [law.unmet]")


def test_an_incident_s_own_sentence_that_one_language_lacks(place, capsys):
    without(place / EXAMPLE / "texts/fr.ftl", "incident-doing-safeguards")
    (found,) = laws_found(capsys)
    assert found["file"] == f"{EXAMPLE}/texts/fr.ftl"
    assert found["about"] == "omb-m-17-12: what-we-do: fr: the notice does not say incident-doing-safeguards"


def test_what_english_lacks_is_said_once_and_where_to_write_it(place, capsys):
    mend(place / EXAMPLE / "incident.toml", 'encrypted = "no"\n', "")
    (found,) = laws_found(capsys)
    assert found["file"] == f"{EXAMPLE}/incident.toml"
    assert found["about"].startswith("omb-m-17-12: encrypted: en: ")
    assert "exposure.encrypted" in found["do"]


def test_a_heading_in_other_words_than_the_law_s(place, capsys):
    own = place / EXAMPLE / "texts/en.ftl"
    own.write_text(own.read_text(encoding="utf-8") + "\nnotice-title = An Apology\n", encoding="utf-8")
    (found,) = laws_found(capsys)
    assert found["code"] == "law.words"
    assert found["about"] == 'california-1798-82: title: en: notice-title does not read "Notice of Data Breach"'


def test_smaller_type_than_a_law_allows(place, capsys):
    mend(place / "config/laws/california-1798-82.toml", "letter_points = 10", "letter_points = 12")
    (found,) = laws_found(capsys)
    assert (found["code"], found["file"]) == ("law.type_size", "config/laws/california-1798-82.toml")


def test_one_language_is_looked_at_alone(place, capsys):
    for language in ("fr", "es"):
        without(place / EXAMPLE / f"texts/{language}.ftl", "incident-doing-safeguards")
    assert [one["file"] for one in laws_found(capsys, "--language", "es")] == [f"{EXAMPLE}/texts/es.ftl"]


def test_a_law_that_nobody_wrote_down_is_refused_with_the_incident_s_file(place, capsys):
    mend(place / EXAMPLE / "incident.toml", '"omb-m-17-12"', '"omb-m-17-21"')
    assert run(["check", "example"]) == 2
    assert "config/incidents/example/incident.toml: laws: omb-m-17-21) [law.unknown]" in capsys.readouterr().err


def test_notify_refuses_before_anything_is_begun(place, capsys):
    create_workspace(Settings(_env_file=None), "example")
    without(place / EXAMPLE / "texts/fr.ftl", "incident-doing-safeguards")
    assert run(["notify"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"({EXAMPLE}/texts/fr.ftl: omb-m-17-12: what-we-do: fr: " in said.err
    assert "[law.unmet]" in said.err


def test_an_incident_that_names_no_law_is_not_held_up(place, capsys):
    mend(place / EXAMPLE / "incident.toml", 'laws = ["omb-m-17-12", "california-1798-82"]\n', "")
    without(place / EXAMPLE / "texts/fr.ftl", "incident-doing-safeguards")
    assert laws_found(capsys) == []


def test_status_shows_the_clocks_and_warns(place, capsys):
    create_workspace(Settings(_env_file=None), "example")
    mend(place / EXAMPLE / "incident.toml", "version = 1", 'version = 1\nothers_told = { "omb-m-17-12.cisa" = 2022-11-28 }')
    assert run(["status"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"\d late +2022-12-28 +california-1798-82", said)
    assert re.search(r"\d late +2022-12-12 \(target\) +omb-m-17-12: people", said)
    assert re.search(r"done +2022-11-28 +omb-m-17-12.cisa", said)
    assert "counsel decides" in said
    run(["status", "--json"])
    found = json.loads(capsys.readouterr().out)["laws"]
    assert found["california-1798-82"]["until"] == "2022-12-29T08:00:00+00:00"
    assert found["california-1798-82"]["state"] == "overdue"
    assert found["california-1798-82"]["others"] == []  # nobody is enrolled yet
