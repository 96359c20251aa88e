"""The sample list against its answer key. A wrong phone number is a letter to a stranger, so `wrong` is 0."""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import orjson
import pytest

from tidings.incident import load_incident
from tidings.people import ListSource, load_columns, write_dry_run

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config" / "incidents" / "example"
TRUTH = ROOT / "tests" / "data" / "affected_persons.truth.jsonl"
SCORER = ROOT.parent / "shared" / "tools" / "score_ingest.py"

ONE_VALUE = ("reference", "date_of_birth", "nationality", "language", "email", "attorney_email", "attorney_phone")
FLAGS = ("detained", "removed", "minor", "represented", "do_not_phone", "cannot_read")


@pytest.fixture(scope="module")
def dry_run(tmp_path_factory):
    path = tmp_path_factory.mktemp("dry") / "got.jsonl"
    with path.open("wb") as out:
        write_dry_run(ListSource(EXAMPLE / "affected_persons.csv"), load_columns(EXAMPLE), load_incident(EXAMPLE), out)
    return path


def by_row(path):
    return {line["row"]: line for line in map(orjson.loads, path.read_bytes().splitlines())}


def values(line, field):
    value = line.get(field)
    return set(value or ()) if field == "phones" else {value} - {None, False, ""}


def score(truth, got, field):
    """Recall, and how many values were given that the key does not have."""
    pairs = [(values(key, field), values(got.get(row, {}), field)) for row, key in truth.items()]
    key = sum(len(expected) for expected, _ in pairs)
    return sum(len(expected & given) for expected, given in pairs) / key, sum(len(given - expected) for expected, given in pairs)


def same_person(rows):
    groups = {}
    for row, line in rows.items():
        groups.setdefault(line["person"], []).append(row)
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


@pytest.mark.parametrize("field", ["phones", *ONE_VALUE])
def test_what_is_read_is_right_and_nearly_all_of_it_is_read(dry_run, field):
    recall, wrong = score(by_row(TRUTH), by_row(dry_run), field)
    assert wrong == 0
    assert recall >= 0.999


@pytest.mark.parametrize("field", FLAGS)
def test_flags_are_read(dry_run, field):
    recall, wrong = score(by_row(TRUTH), by_row(dry_run), field)
    assert recall >= 0.99
    assert wrong <= 3


def test_rows_of_one_person_are_joined_and_of_two_are_not(dry_run):
    assert same_person(by_row(dry_run)) == same_person(by_row(TRUTH))


def test_every_row_is_there(dry_run):
    assert by_row(dry_run).keys() == by_row(TRUTH).keys()


@pytest.mark.shared
def test_the_shared_scorer_agrees(dry_run):
    if not SCORER.exists():
        pytest.skip("needs ../shared/tools/score_ingest.py, which lies outside the repository")
    answer = subprocess.run([sys.executable, SCORER, TRUTH, dry_run, "--json"], capture_output=True, check=True)
    table = orjson.loads(answer.stdout)
    assert {field: line["wrong"] for field, line in table.items() if line["wrong"]} == {}
    assert min(line["recall"] for line in table.values()) >= 0.99
