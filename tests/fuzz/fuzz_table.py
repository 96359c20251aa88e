"""Any bytes given to the reader of files: a table or a ListError, and nothing else. Run by `make fuzz`."""

import io
import sys

import atheris

with atheris.instrument_imports(include=["tidings.people"]):
    from tidings.errors import ListError
    from tidings.people.files import open_list
    from tidings.people.files.opening import _WORKBOOKS

KNOWN = {"a number", "name", "phone", "email", "attorney", "attorney phone", "notes"}


def knows(name):
    return name.strip().lower().replace("_", " ") in KNOWN


def one(data):
    # Workbooks go to a process of its own, which takes 50 ms: calamine's makers fuzz that.
    if data.startswith(_WORKBOOKS):
        return
    try:
        table = open_list(io.BytesIO(data), knows=knows)
        rows = list(table.rows)
    except ListError:
        return
    if [row.number for row in rows] != list(range(1, len(rows) + 1)):
        raise AssertionError("rows are not numbered from 1")
    if not all(any(map(str.strip, row.cells)) for row in rows):
        raise AssertionError("a blank row is given as somebody's")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
