"""`tidings check`: each fault with its file and line, and a code for scripts."""

import json
import shutil
from pathlib import Path

import pytest

from tidings.cli import check, run

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def config(tmp_path, monkeypatch):
    shutil.copytree(CONFIG, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    monkeypatch.setenv("TIDINGS_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "home"))
    return tmp_path / "config"


@pytest.fixture
def without_texts(monkeypatch):
    """Rules and channels alone."""
    monkeypatch.setattr(check, "CHECKS", tuple(look for look in check.CHECKS if look is not check.texts))


def test_what_is_shipped_has_nothing_to_mend(config, capsys):
    assert run(["check", "example"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "nothing found\n")


def test_one_language_is_looked_at_alone(config, capsys):
    assert run(["check", "example", "--language", "en"]) == 0
    assert run(["check", "example", "--language", "tlh"]) == 1
    assert "[text.no_catalog]" in capsys.readouterr().out


def test_texts_of_the_incident_are_looked_at_too(config, capsys):
    texts = config / "incidents/example/texts/en.ftl"
    texts.write_text(texts.read_text() + "teaser-sms = A court has news for you. Call { $hotline }. Code { $code }, { $web }\n")
    assert run(["check", "example", "--language", "en"]) == 1
    line = texts.read_text().count("\n")
    assert f"{texts}:{line}: teaser-sms: it holds “court” [teaser.reveals]" in capsys.readouterr().out


def test_every_fault_is_found_at_once_each_with_its_line(config, without_texts, capsys):
    rules = config / "incidents/example/safety.toml"
    rules.write_text(
        '[[rule]]\nid = "ours.one"\nof = "contact"\nwhen.colour = "red"\ndoes = "hold"\nwhy = "x"\nwhat = "x"\nsource = "x"\n\n'
        '[[rule]]\nid = "ours.two"\nof = "contact"\nwhen.channel = "sms"\ndoes = "vanish"\nwhy = "x"\nwhat = "x"\nsource = "x"\n'
    )
    described = config / "incidents/example/incident.toml"
    described.write_text(described.read_text() + '\n[plan]\nchannels = ["sms", "voice"]\n')
    assert run(["check", "example"]) == 1
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert lines[0].startswith(f"{rules}:4: ours.one: colour: no fact that rules can look at [rule.unknown_fact]")
    assert lines[1].startswith(f"{rules}:14: ours.two: does is one of allow, teaser, another, hold, refuse [rule.bad_value]")
    channels = described.read_text().splitlines().index('channels = ["sms", "voice"]') + 1
    assert lines[2].startswith(f"{described}:{channels}: plan.channels: nothing here can send by voice yet [plan.no_adapter]")
    assert said.err == "3 to mend\n"
    assert run(["check", "example", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["line"], one["code"]) for one in found] == [
        (4, "rule.unknown_fact"),
        (14, "rule.bad_value"),
        (channels, "plan.no_adapter"),
    ]


def test_without_a_name_it_is_the_workspaces_incident(config, without_texts, capsys):
    assert run(["check"]) == 2
    assert "workspace.none" in capsys.readouterr().err
    assert run(["init", "example"]) == 0
    assert run(["check"]) == 0


def test_a_channel_that_is_named_twice_is_refused_where_the_incident_is_read(config, capsys):
    described = config / "incidents/example/incident.toml"
    described.write_text(described.read_text() + '\n[plan]\nchannels = ["sms", "email", "sms"]\n')
    assert run(["check", "example"]) == 2
    assert f"{described}: plan.channels" in capsys.readouterr().err
