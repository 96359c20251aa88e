"""The gallery's pages and every e-mail, under the W3C's checker, html-validate, and axe-core in headless Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tidings.incident import load_incident
from tidings.notices.preview import Gallery, Price, ProofPress

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
EXAMPLE = HERE.parents[1] / "config/incidents/example"
EVERYTHING = bool(os.environ.get("TIDINGS_TEST_EVERY_PAGE"))
"""`make browser`: every language. Elsewhere two, which share their templates with all others."""
SOME = ("ar",)
"""And English: one of them reads from right to left."""


@pytest.fixture(scope="module")
def chromium():
    """Where Chromium is. Skips, saying so, where anything that checks is not installed."""
    found = {name: shutil.which(name) for name in ("chromium", "java", "node")}
    if None in found.values() or not (MODULES / ".installed").is_file():
        pytest.skip("SKIPPED WITHOUT A TEST OF ANY PAGE: install what checks them with bin/browsers")
    return found["chromium"]


@pytest.fixture(scope="module")
def gallery(chromium, tmp_path_factory):
    out = tmp_path_factory.mktemp("pages") / "gallery"
    press, price = ProofPress([Path("/usr/share/fonts")]), Price.read("0.0083 USD")
    Gallery(load_incident(EXAMPLE), EXAMPLE, press=press, price=price).write(out, () if EVERYTHING else SOME)
    return out


def files(gallery, pattern):
    found = sorted(gallery.rglob(pattern))
    assert found
    return [str(file) for file in found]


def mails(gallery):
    return files(gallery, "*-email*.html")


def pages(gallery):
    return files(gallery, "index.html")


def test_the_w3c_checker_has_nothing_to_say_of_pages_and_mails(gallery):
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", *pages(gallery), *mails(gallery)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stderr)
    found = [(Path(one["url"]).parent.name, Path(one["url"]).name, one["message"]) for one in said["messages"]]
    # It guesses the language, and Lingala is none of those that it knows: it takes it for another of Bantu.
    assert [one for one in found if not (one[0] == "ln" and "appears to be written in" in one[2])] == []


@pytest.mark.parametrize("kind", ["pages", "mails"])
def test_html_validate_has_nothing_to_say(kind, gallery):
    # mails.json: mail programs throw stylesheets away, know few elements; one mail holds two letters with a title each.
    command = ["node", MODULES / "html-validate/bin/html-validate.mjs", "--config", HERE / f"{kind}.json"]
    done = subprocess.run([*command, *globals()[kind](gallery)], check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_axe_finds_nothing_in_light_or_dark_nothing_is_fetched_and_nothing_is_too_wide(gallery, chromium):
    shown = [*pages(gallery), *mails(gallery)]
    if not EVERYTHING:
        shown = [file for file in shown if Path(file).parent.name == SOME[0] or Path(file).parent == gallery]
    command = ["node", HERE / "axe.mjs", chromium, *shown]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found.keys() == set(shown)
    assert {file: said for file, said in found.items() if said} == {}


def test_the_checkers_do_find_what_is_wrong(tmp_path, chromium):
    """Otherwise a checker that cannot start would look like a page without faults."""
    page = tmp_path / "bad.html"
    page.write_text('<!DOCTYPE html><html><head><title></title></head><body><img src="x.png"><blink>x</blink></body></html>')
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    w3c = subprocess.run(["java", "-jar", jar, page], check=False, capture_output=True, text=True)
    assert "blink" in w3c.stderr
    command = ["node", MODULES / "html-validate/bin/html-validate.mjs", "--config", HERE / "pages.json", page]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 1
    found = subprocess.run(["node", HERE / "axe.mjs", chromium, page], check=True, capture_output=True, text=True)
    assert "image-alt" in found.stdout
