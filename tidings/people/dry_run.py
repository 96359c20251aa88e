"""A dry run: what was understood of a list, one JSON line a row, in the words of the answer keys that lists are scored by.

The lines hold personal data in the clear, on purpose and only here: they are for the officer who checks the reading.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from typing import Protocol

import orjson

from tidings.errors import ListError
from tidings.incident import Incident
from tidings.model import Flag, Personal
from tidings.people.columns import Columns
from tidings.people.files import Row
from tidings.people.likeness import traces
from tidings.people.reader import Reader
from tidings.people.source import ListSource
from tidings.people.values.dialling import is_valid
from tidings.record import Phone, Reading, is_minor


class Out(Protocol):
    """Where the lines go: an open binary file."""

    def write(self, data: bytes, /) -> object: ...


def as_json(reading: Reading, incident: Incident, person: int | None) -> bytes:
    """One line. `person` is the same number for all rows of one person, None where nobody could be told from the row.

    `phones` are the numbers that exist in their country's numbering plan; those among them, and those that do not, which
    wait for a human stand in `phones_unsure`.
    """
    record = reading.record
    attorney = _shown(record.attorney_phones)
    line = {
        "row": reading.row,
        "person": person,
        "reference": record.reference or None,
        "date_of_birth": record.date_of_birth,
        "nationality": record.nationality or None,
        "language": record.language or None,
        "phones": _shown(record.phones),
        "phones_unsure": [phone.e164 for phone in record.phones if not phone.sure],
        "email": next(iter(record.emails), None),
        "attorney_email": next(iter(record.attorney_emails), None),
        "attorney_phone": next(iter(attorney), None),
        "detained": Flag.DETAINED in record.flags,
        "removed": Flag.REMOVED in record.flags,
        "minor": is_minor(record, incident.exposure.began.date(), incident.safety.adult_age),
        "represented": Flag.REPRESENTED in record.flags,
        "do_not_phone": Flag.DO_NOT_PHONE in record.flags,
        "cannot_read": Flag.CANNOT_READ in record.flags,
        "refused": list(reading.refused),
        "remarks": [list(remark) for remark in reading.remarks],
    }
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


class _Joined(Personal):
    """Who is one person, as `tidings ingest` joins them: by number; else by who they are, if that is one person."""

    def __init__(self) -> None:
        self._by_number: dict[str, int] = {}
        self._by_identity: dict[str, set[int]] = defaultdict(set)
        self._without_number: set[int] = set()
        self._last = 0

    def person(self, reading: Reading) -> int | None:
        """The number of the row's person. Rows without a reference number come after all others."""
        record = reading.record
        if reading.refused:
            return None
        identity = traces(record).identity
        person = self._by_number.get(record.reference) if record.reference else None
        if person is None:
            same = self._by_identity[identity] if identity else set[int]()
            joins = len(same) == 1 and not (record.reference and same - self._without_number)
            person = next(iter(same)) if joins else self._new()
        if record.reference:
            self._by_number[record.reference] = person
            self._without_number.discard(person)
        if identity:
            self._by_identity[identity].add(person)
        return person

    def _new(self) -> int:
        self._last += 1
        self._without_number.add(self._last)
        return self._last


def write_dry_run(source: ListSource, columns: Columns, incident: Incident, out: Out | None) -> dict[str, int]:
    """Reads a list by these rules and writes a line a row to `out`; without `out` it only counts. Stores nothing.

    Rows without a reference number come last, since only then it is known whom they join. Returns counts: `rows`, `persons`,
    `refused`, `skipped` rows and `sheets` (which are nobody's), and one for each code that came up. Raises ListError.
    """
    with closing(source.open(columns)) as table:
        try:
            reader = Reader(columns, table.header, incident)
        except ListError as error:
            raise ListError(error.code, source.where) from None
        counts = _written(reader, table.rows, incident, out)
        return {**counts, "skipped": table.skipped_rows, "sheets": table.skipped_sheets}


def _written(reader: Reader, rows: Iterator[Row], incident: Incident, out: Out | None) -> Counter[str]:
    joined = _Joined()
    persons: set[int] = set()
    counts: Counter[str] = Counter(rows=0, persons=0, refused=0)
    for reading in _numbered_first(reader, rows):
        person = joined.person(reading)
        if out is not None:
            out.write(as_json(reading, incident, person))
        if person is not None:
            persons.add(person)
        counts["rows"] += 1
        counts["refused"] += bool(reading.refused)
        counts.update(reading.refused)
        counts.update(code for _, code in reading.remarks)
    counts["persons"] = len(persons)
    return counts


def _numbered_first(reader: Reader, rows: Iterator[Row]) -> Iterator[Reading]:
    waiting: list[Reading] = []
    for row in rows:
        reading = reader.read(row.number, row.cells)
        if reader.has_reference and not reading.refused and not reading.record.reference:
            waiting.append(reading)
        else:
            yield reading
    yield from waiting


def _shown(phones: tuple[Phone, ...]) -> list[str]:
    return [phone.e164 for phone in phones if phone.sure or is_valid(phone.e164)]
