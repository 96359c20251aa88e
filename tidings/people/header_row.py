"""Whether a list's first row names its columns or is a person already, and which headers may be shown.

A header that is somebody's telephone number must never be printed, nor written into columns.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidings.people.columns import Columns
from tidings.people.headers import Told, read_header
from tidings.people.judging import dominant
from tidings.people.shapes import Evidence, Looker, Shape
from tidings.people.values.cells import clean

_LONGEST = 60
_A_VALUE = (Shape.EMAIL, Shape.PHONE, Shape.REFERENCE, Shape.DATE)
_TELLING = (*_A_VALUE, Shape.COUNTRY, Shape.LANGUAGE, Shape.CUSTODY, Shape.SEX)
_KNOWN = frozenset((Told.EXACT, Told.OWN, Told.WHICH, Told.TWO_THINGS, Told.ELSE, Told.ABOUT, Told.DATE))


def knows_header(columns: Columns, name: str) -> bool:
    """Whether a cell names a column: one of the incident's, or a known spelling. For whoever looks for the header row."""
    return columns.rule(name) is not None or read_header(name).told in _KNOWN


def is_headless(header: Sequence[str], evidence: Sequence[Evidence], columns: Columns, looker: Looker) -> bool:
    """Whether the first row is a person: no more of its cells are known headers than are values like those below them.

    A row that names nothing known is taken for a person too: nothing of it is lost by not showing it.
    """
    known = values = 0
    for name, found in zip(header, evidence, strict=True):
        is_known = knows_header(columns, name)
        shapes = looker.look([name]).counts
        shape = dominant(found)
        is_value = shape in shapes if shape in _TELLING else not found.looked and any(one in _A_VALUE for one in shapes)
        known += is_known and not is_value
        values += is_value and not is_known
    return known <= values


def titles(header: Sequence[str], looker: Looker, *, headless: bool) -> list[str]:
    """What to call each column in public."""
    return [
        f"column {number}" if headless or _hides(clean(name), looker) else clean(name)
        for number, name in enumerate(header, start=1)
    ]


def _hides(name: str, looker: Looker) -> bool:
    if not name or len(name) > _LONGEST or "@" in name or sum(map(str.isdigit, name)) >= 6:
        return True
    return any(shape in _A_VALUE for shape in looker.look([name]).counts)
