"""`tidings preview`, as it is typed."""

import json
import shutil
from pathlib import Path

import pytest

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder without a workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIDINGS_CONFIG", str(CONFIG))
    monkeypatch.setenv("TIDINGS_HOME", str(tmp_path / "home"))
    return tmp_path


def test_it_needs_an_incident_and_no_workspace(tidings, place):
    code, out, said = tidings("preview", "pages", "example", "--language", "es", "--no-letters", "--json")
    assert (code, said) == (0, "")
    assert sorted(it.name for it in place.iterdir()) == ["pages"]
    assert "Left out" in (place / "pages/es/index.html").read_text()
    body = json.loads(out)
    assert body["languages"] == ["en", "es"]
    assert body["digests"].keys() == {"en", "es"}
    assert body["refused"] == 0


def test_without_an_incident_or_a_workspace_it_says_what_is_missing(tidings, place):
    code, _out, said = tidings("preview")
    assert code == 2
    assert "[workspace.none]" in said
    assert list(place.iterdir()) == []


def test_the_price_of_a_segment_is_a_setting(tidings, place, monkeypatch):
    monkeypatch.setenv("TIDINGS_SEGMENT_PRICE", "0.0083 USD")
    code, out, said = tidings("preview", "pages", "example", "--language", "en", "--no-letters")
    assert (code, out) == (0, "")
    assert "in 1 language: open pages/index.html" in said
    assert "0.0083 USD" in (place / "pages/en/index.html").read_text()
    monkeypatch.setenv("TIDINGS_SEGMENT_PRICE", "cheap")
    code, _out, said = tidings("preview", "pages", "example")
    assert (code, "TIDINGS_SEGMENT_PRICE" in said) == (2, True)


def test_what_check_finds_stands_on_the_page(tidings, place, monkeypatch):
    shutil.copytree(CONFIG, place / "config", ignore=shutil.ignore_patterns("*.csv"))
    monkeypatch.setenv("TIDINGS_CONFIG", str(place / "config"))
    texts = place / "config/incidents/example/texts/en.ftl"
    texts.write_text(texts.read_text() + "teaser-sms = A court has news for you. Call { $hotline }. Code { $code }, { $web }\n")
    code, _out, said = tidings("preview", "pages", "example", "--language", "en", "--no-letters")
    assert code == 0
    assert "to mend: `tidings check`" in said
    assert "teaser.reveals" in (place / "pages/en/index.html").read_text()


def test_a_folder_of_somebody_elses_is_refused_with_a_hint(tidings, place):
    (place / "pages").mkdir()
    (place / "pages/mine").write_text("mine")
    code, _out, said = tidings("preview", "pages", "example", "--language", "en", "--no-letters")
    assert code == 2
    assert "name another folder" in said
    assert [it.name for it in (place / "pages").iterdir()] == ["mine"]
