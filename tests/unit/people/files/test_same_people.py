"""One list in any format gives the same people, byte for byte in the dry run. (Issue 3 names the formats.)"""

import io

import pyrage
import pytest
from sample_lists import EXAMPLE, csv_of, json_lines, ods, sample, xls, xlsx

from tidings.incident import load_incident
from tidings.people import ListSource, load_columns, write_dry_run

COLUMNS, INCIDENT = load_columns(EXAMPLE), load_incident(EXAMPLE)
KEY = pyrage.x25519.Identity.generate()
HEADER, ROWS = sample(400)
FITTING = [row for row in ROWS if all(cell == cell.encode("cp1252", "ignore").decode("cp1252") for cell in row)]
PLAIN = csv_of(HEADER, ROWS).encode()


def dry_run(data, *identities):
    out = io.BytesIO()
    write_dry_run(ListSource(io.BytesIO(data), identities), COLUMNS, INCIDENT, out)
    return out.getvalue()


def as_age(data):
    return pyrage.encrypt(data, [KEY.to_public()])


@pytest.mark.parametrize(
    "data",
    [
        csv_of(HEADER, ROWS, delimiter="\t").encode("utf-16"),
        csv_of(HEADER, ROWS, delimiter="\t", lineterminator="\n").encode("utf-16-le"),
        csv_of(HEADER, ROWS, delimiter="|", quotechar="'").encode(),
        ods([HEADER, *ROWS]),
        xls([HEADER, *ROWS]),
        xlsx([HEADER, *ROWS]),
        json_lines(HEADER, ROWS),
    ],
    ids=["UTF-16 TSV", "UTF-16 TSV without BOM", "bars", "ODS", "XLS", "XLSX", "JSON Lines"],
)
def test_any_format_gives_the_same_people(data):
    assert len(FITTING) > 300
    assert dry_run(data) == dry_run(PLAIN)


def test_windows_1252_with_semicolons_gives_the_same_people():
    assert dry_run(csv_of(HEADER, FITTING, delimiter=";").encode("cp1252")) == dry_run(csv_of(HEADER, FITTING).encode())


@pytest.mark.parametrize("data", [PLAIN, xlsx([HEADER, *ROWS])], ids=["CSV", "XLSX"])
def test_encrypted_it_gives_the_same_people(data):
    assert dry_run(as_age(data), KEY) == dry_run(PLAIN)
