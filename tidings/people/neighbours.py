"""Whose a plain `Phone` is that stands behind `Attorney`: what its rows say. An attorney's number is on many rows.

The header cannot tell, and it matters above all: a text to it would reach a stranger. So: a contact that is filled only
where the attorney is, or that is the same for everybody with the same attorney, is the attorney's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum, auto

from tidings.people.columns import Columns
from tidings.people.values.cells import clean
from tidings.people.values.spelling import folded

_FEWEST = 6


class Whose(Enum):
    OWN = auto()
    THEIRS = auto()
    UNCLEAR = auto()


def whose(names: Sequence[str], contacts: Sequence[str], columns: Columns) -> Whose:
    """Of two columns' cells, row by row: somebody else's name, and a contact that may be theirs."""
    rows = [(_filled(name, columns), _filled(contact, columns)) for name, contact in zip(names, contacts, strict=True)]
    with_contact = [name for name, contact in rows if contact]
    if len(with_contact) < _FEWEST:
        return Whose.UNCLEAR
    by_name: dict[str, list[str]] = defaultdict(list)
    for name, contact in rows:
        if name and contact:
            by_name[name].append(contact)
    repeated = [found for found in by_name.values() if len(found) > 1]
    same = sum(len(set(found)) == 1 for found in repeated)
    if len(repeated) >= 2 and same >= 0.7 * len(repeated):
        return Whose.THEIRS
    alone = sum(not name for name in with_contact) / len(with_contact)
    if alone >= 0.1 or (len(repeated) >= 3 and same <= 0.2 * len(repeated)):
        return Whose.OWN
    nameless = sum(not name for name, _ in rows) / len(rows)
    return Whose.THEIRS if nameless >= 0.1 and alone <= 0.02 else Whose.UNCLEAR


def _filled(cell: str, columns: Columns) -> str:
    text = clean(cell[:400])
    return "" if columns.is_empty(text) else folded(text)
