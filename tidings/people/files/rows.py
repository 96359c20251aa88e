"""Rows of people among the rows of a sheet or a file: the blank, the repeated and the summed up are left out, nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tidings.errors import ListError
from tidings.people.files.footers import is_nobody
from tidings.people.files.headers import Header, is_somebodys, score
from tidings.people.files.limits import COLUMNS
from tidings.people.files.table import Row, Tally, place_of
from tidings.people.values.cells import clean
from tidings.people.values.spelling import folded

_UNSEEN = " \t\r\n\v\f\xa0\u200b\u200e\u200f\u2060\ufeff"
_row = tuple.__new__  # a NamedTuple's own __new__ costs as much as parsing the row


@dataclass(slots=True)
class Numbering:
    """How many data rows were given, over all sheets, and what was left out."""

    tally: Tally
    name: str
    number: int = 0

    def error(self, code: ListError.Code, line: int) -> ListError:
        """The code with the place: the row being read is the next one."""
        place = place_of(self.tally, self.number + 1, line)
        return ListError(code, f"{self.name}, {place}" if self.name else place)


def coded(error: ListError) -> ListError.Code:
    """The error's code, as one of ListError's."""
    if not isinstance(error.code, ListError.Code):
        raise TypeError
    return error.code


def data_rows(
    raw: Iterator[Sequence[str]],
    header: Header,
    knows: Callable[[str], bool],
    numbering: Numbering,
    move: tuple[int, ...] = (),
    width: int = 0,
) -> Iterator[Row]:
    """The people's rows of `raw`, which begins at the file's or sheet's first line.

    `move`: for each column of this sheet its place in a table of `width` columns. A second header with the same columns in
    another order moves the cells below it; with other columns it raises ListError SECOND_HEADER. What `raw` raises gets
    its place.
    """
    judge = _Judge(header, knows)
    usual, wide = tuple(move), width or len(header.names)
    leads, tally = judge.leads, numbering.tally
    line, number = header.line, numbering.number
    try:
        for _ in range(header.line):
            next(raw, None)
        for line, cells in enumerate(raw, header.line + 1):
            count = len(cells)
            lead = cells[0] if cells else ""
            # Most rows are plainly somebody's: three cells filled, and the first neither a mark nor a column's name.
            if not (lead[:1].isalnum() and lead not in leads and count - cells.count("") > 2):
                verdict = judge(cells) if any(cells) else None
                if verdict is None:
                    continue
                if verdict is not True:
                    tally.rows += 1
                    if verdict is not False:
                        move = tuple(usual[place] for place in verdict) if usual and verdict else verdict or usual
                    continue
            if count > COLUMNS:
                raise ListError(ListError.Code.TOO_MANY_COLUMNS)  # noqa: TRY301 -- it gets its place like all others
            number += 1
            yield _row(Row, (number, line, _moved(cells, move, wide) if move else tuple(cells)))
    except ListError as error:
        numbering.number = number
        here = error.code in (ListError.Code.TOO_MANY_COLUMNS, ListError.Code.SECOND_HEADER)
        raise numbering.error(coded(error), line if here else line + 1) from None
    numbering.number = number


class _Judge:
    """Called with a row: None if it is blank, True if it is somebody's, False if it is nobody's; for a header the places of
    of its columns among ours, () if they are the same.
    """

    def __init__(self, header: Header, knows: Callable[[str], bool]) -> None:
        self._header, self._knows = header, knows
        self._keys = header.keys
        self.leads = frozenset(spelling for name in header.names if name for spelling in _spellings(name))

    def __call__(self, cells: Sequence[str]) -> tuple[int, ...] | bool | None:
        texts = [text for cell in cells if (text := cell.strip(_UNSEEN))]
        if not texts:
            return None
        if self._header.filled > 1 and len(texts) == 1 and folded(texts[0][:200]) in self._header.titles:
            return False
        if is_nobody(texts):
            return False
        if folded(clean(texts[0][:200])) in self._keys:
            order = self._order(cells)
            return True if order is None else order
        return True

    def _order(self, cells: Sequence[str]) -> tuple[int, ...] | None:
        """None if the row is no header."""
        names = [clean(cell) for cell in cells[:COLUMNS]]
        keys = [folded(name) for name in names]
        while keys and not keys[-1]:
            keys.pop()
        ours = list(self._keys)
        while ours and not ours[-1]:
            ours.pop()
        if keys == ours:
            return ()
        if any(map(is_somebodys, names)) or score(names, self._knows) < max(2, sum(map(bool, keys)) / 2):
            return None
        return places(keys, self._keys)


def _spellings(name: str) -> Iterator[str]:
    """How another export may write a column's name: cheap to look up for each row, where folding each first cell is not."""
    for apart in (" ", "_", "-", "."):
        words = apart.join(name.replace("_", " ").replace("-", " ").split())
        yield from (words, words.lower(), words.upper(), words.title(), words.capitalize())
    yield name


def places(keys: Sequence[str], among: Sequence[str]) -> tuple[int, ...]:
    """Where each of these columns stands among those: the first of a name at the first of that name, and so on.

    Raises ListError SECOND_HEADER if one of them is not there.
    """
    free: dict[str, list[int]] = {}
    for place, key in enumerate(among):
        free.setdefault(key, []).append(place)
    try:
        return tuple(free[key].pop(0) for key in keys)
    except (KeyError, IndexError):
        raise ListError(ListError.Code.SECOND_HEADER) from None


def _moved(cells: Sequence[str], move: Sequence[int], width: int) -> tuple[str, ...]:
    """The cells in their places; those beyond the header follow behind, so that the reader sees that there are too many."""
    moved = [""] * width
    for place, cell in zip(move, cells, strict=False):
        moved[place] = cell
    return (*moved, *cells[len(move) :])
