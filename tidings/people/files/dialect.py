"""How a text file parts its cells: the delimiter, the quote and the escape that its first lines agree upon.

RFC 4180 knows the comma and the double quote. Spreadsheets of half the world write semicolons, databases write tabs,
bars, carets or the unit separator, and MySQL writes backslashes. `csv.Sniffer` looks at the frequency of every character
and often settles upon a letter; here only marks that people use are tried, and what decides is whether rows become alike.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tidings.people.files.limits import HEAD
from tidings.people.values.cells import clean
from tidings.people.values.spelling import folded

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f")
_TOLD = re.compile(r"sep=([^\w\s\"']|\t)(?:\r\n?|\n)", re.IGNORECASE)
"""Excel's first line, where the delimiter is not the one of the reader's country."""
_SAMPLE_ROWS = 2 * HEAD


@dataclass(frozen=True, slots=True)
class Dialect:
    """What csv.reader is told. `skip` is how many characters of the text stand before the first row (`sep=;`)."""

    delimiter: str = ","
    quote: str = '"'
    escape: str | None = None
    spaced: bool = False
    skip: int = 0


def sniff(sample: str, knows: Callable[[str], bool]) -> Dialect:
    """The dialect of a text by its beginning, which must end at a line end or be the whole text.

    The delimiter is the one under which a row has the most cells that are known column names, and of equals the one
    that gives the most rows of one width, the wider the better. Never raises.
    """
    told = _TOLD.match(sample)
    if told:
        sample = sample[told.end() :]
        delimiter = told[1]
    else:
        memory: dict[str, bool] = {}

        def known(name: str) -> bool:
            if name not in memory:
                memory[name] = knows(name)
            return memory[name]

        delimiter = max(_DELIMITERS, key=lambda mark: _fitness(_rows(sample, mark), known))
    mark = re.escape(delimiter)
    quote = "'" if _single_quoted(sample, mark) else '"'
    # `"` after a backslash, and neither where the cell ends (`"C:\"`) nor doubled, as RFC 4180 has it (`"\""x"`).
    escape = "\\" if re.search(rf"[^\\{mark}\r\n]\\{quote}(?!{mark}|{quote}|[\r\n]|$)", sample) else None
    spaced = f"{delimiter} {quote}" in sample and not re.search(rf"{mark}{quote}(?!{mark}|{quote}|[\r\n])", sample)
    return Dialect(delimiter, quote, escape, spaced, told.end() if told else 0)


def _rows(sample: str, delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, skipinitialspace=True):
            if any(cells):
                rows.append(cells)
                if len(rows) == _SAMPLE_ROWS:
                    break
    except csv.Error:
        pass  # a quote that is never closed under this delimiter: what came before it counts
    return rows


def _fitness(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> tuple[int, float, float]:
    if not rows:
        return 0, 0.0, 0.0
    widths = Counter(map(len, rows))
    best, header = max(
        ((_names(row, known), -place) for place, row in enumerate(rows[:HEAD])),
        default=(0, 0),
    )
    width = len(rows[-header]) if best else widths.most_common(1)[0][0]
    share = widths[width] / len(rows)
    return best, share * (width - 1), share


def _names(row: Sequence[str], known: Callable[[str], bool]) -> int:
    names = {folded(clean(cell)) for cell in row[:256] if len(cell) < 100}
    return sum(1 for name in names if name and known(name))


def _single_quoted(sample: str, mark: str) -> bool:
    """Whether 'single quotes' hold cells: what begins with one ends with one, and they are in every row or hold delimiters.
    A quote around one address here and there is that cell's own.
    """
    if re.search(rf'(?:^|{mark})"', sample, re.MULTILINE):
        return False
    opened = len(re.findall(rf"(?:^|{mark})'", sample, re.MULTILINE))
    closed = re.findall(rf"(?:^|{mark})'((?:[^'\r\n]|'')*)'(?={mark}|\r|$)", sample, re.MULTILINE)
    holding = any(re.search(mark, cell) for cell in closed)
    rows = sample.count("\n") or sample.count("\r")
    return len(closed) * 10 >= opened * 9 and len(closed) > 0 and (holding or len(closed) >= max(3, rows))
