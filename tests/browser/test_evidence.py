"""The evidence report, a page of texts and the report of scope, under the checkers that the gallery is checked with."""

import json
import subprocess

import pytest

from tests.browser.test_pages import HERE, MODULES, chromium  # noqa: F401 - a fixture
from tests.unit.evidence.conftest import case, pack  # noqa: F401 - fixtures
from tidings import evidence

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shown(chromium, case, pack):  # noqa: F811
    evidence.write_scope(case.ws, case.folder / "scope")
    pages = [pack / "index.html", pack / "notices/ar.html", pack / "notices/en.html", case.folder / "scope/index.html"]
    return [str(page) for page in pages]


def test_the_w3c_checker_has_nothing_to_say(shown):
    command = ["java", "-jar", MODULES / "vnu-jar/build/dist/vnu.jar", "--format", "json", "--exit-zero-always", *shown]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stderr)
    assert [(one["url"].rsplit("/", 2)[1:], one.get("lastLine"), one["message"]) for one in said["messages"]] == []


def test_html_validate_has_nothing_to_say(shown):
    command = ["node", MODULES / "html-validate/bin/html-validate.mjs", "--config", HERE / "pages.json", *shown]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.stdout.strip(), done.returncode) == ("", 0), done.stderr


def test_axe_finds_nothing_in_light_or_dark_nothing_is_fetched_and_nothing_is_too_wide(shown, chromium):  # noqa: F811
    command = ["node", HERE / "axe.mjs", chromium, *shown]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert found.keys() == set(shown)
    assert {file: said for file, said in found.items() if said} == {}
