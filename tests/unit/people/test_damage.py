"""Lists nobody has seen, scored as issue 3 asks. The generator (`damage/`) knows what is right without asking our readers."""

import csv
import io

import orjson
import phonenumbers
import pytest
from damage.lists import FIELDS, FLAGS, HEADER, make, score
from damage.people import HOMES, somebody
from damage.phones import PHONES

from tidings.incident import load_incident
from tidings.people.columns import load_columns
from tidings.people.dry_run import as_json
from tidings.people.reader import Reader

SEEDS, ROWS = (11, 12, 13), 900
NEVER_WRONG = ("phones", "email", "attorney_email", "attorney_phone", "reference")
RECALL = (
    dict.fromkeys(NEVER_WRONG, 0.999)
    | dict.fromkeys(("date_of_birth", "nationality", "language"), 0.995)
    | dict.fromkeys(FLAGS, 0.99)
)
WRONG = dict.fromkeys(NEVER_WRONG, 0) | dict.fromkeys(("date_of_birth", "nationality", "language"), 2) | dict.fromkeys(FLAGS, 3)


@pytest.fixture(scope="module")
def rules(example):
    return load_columns(example), load_incident(example)


@pytest.fixture(scope="module")
def example(request):
    return request.config.rootpath / "config" / "incidents" / "example"


@pytest.fixture(scope="module", params=SEEDS)
def scores(request, rules):
    columns, incident = rules
    made = make(request.param, ROWS)
    reader = Reader(columns, HEADER, incident)
    got = {row: orjson.loads(as_json(reader.read(row, cells), incident, None)) for row, cells in enumerate(made.rows, 1)}
    return score(made.keys, got)


@pytest.mark.parametrize("field", [*FIELDS, *FLAGS])
def test_a_list_nobody_has_seen_is_read(scores, field):
    line = scores[field]
    assert sum(line.wrong.values()) <= WRONG[field], dict(line.wrong)
    assert line.recall >= RECALL[field], dict(line.missed)


def test_the_same_seed_makes_the_same_list():
    assert make(3, 40) == make(3, 40)
    assert make(3, 40) != make(4, 40)


def test_a_list_has_every_kind_once_before_any_comes_again():
    kinds = [key["kinds"]["phones"].partition(" + ")[0] for key in make(5, len(PHONES)).keys]
    assert set(kinds) == set(PHONES)


def test_every_row_has_the_headers_cells_and_survives_csv():
    made = make(6, 300)
    file = io.StringIO(newline="")
    csv.writer(file).writerows(made.rows)
    file.seek(0)
    assert [tuple(row) for row in csv.reader(file)] == made.rows
    assert {len(row) for row in made.rows} == {len(HEADER)}


@pytest.mark.parametrize("country", sorted(HOMES))
def test_the_invented_numbers_are_in_their_countrys_plan(country):
    from random import Random

    who = somebody(Random(1), 1, country)
    for e164 in (who.home_e164, who.us_e164):
        assert phonenumbers.is_valid_number(phonenumbers.parse(e164))
