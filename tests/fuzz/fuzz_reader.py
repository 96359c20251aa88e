"""Any cells given to the reader of rows: a Reading, and never an exception. Run by `make fuzz`."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tidings.people"]):
    from tidings.incident import load_incident
    from tidings.people import Reader, load_columns

FOLDER = Path(__file__).parents[2] / "config/incidents/example"
COLUMNS = load_columns(FOLDER)
HEADER = (FOLDER / "affected_persons.csv").open(encoding="utf-8-sig").readline().strip().split(",")
READER = Reader(COLUMNS, HEADER, load_incident(FOLDER))


def one(data):
    fuzzed = atheris.FuzzedDataProvider(data)
    cells = [fuzzed.ConsumeUnicodeNoSurrogates(fuzzed.ConsumeIntInRange(0, 60)) for _ in range(fuzzed.ConsumeIntInRange(0, 24))]
    reading = READER.read(1, cells)
    repr(reading)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
