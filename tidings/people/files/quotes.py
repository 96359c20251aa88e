"""Quotes inside quoted cells that nobody doubled, as hand-made exports write them: `"Juan "el Flaco" Perez",`.

RFC 4180 wants `""`. The csv module drops such a quote and the next comma parts the cell. Here it is doubled before the
csv module sees it, where it plainly stands inside a cell: on a line in which a quote has a delimiter or a line end on
neither side and no second quote beside it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

from tidings.people.files.dialect import Dialect

_ENDING = re.compile(r"[\r\n]")
_LONGEST = 16 << 10
"""Characters of a line that is mended."""


def mender(dialect: Dialect) -> Callable[[str], Iterator[str]]:
    """A function that gives a block of text as lines with their ends, mended. CR LF, LF and CR end a line, nothing else."""
    if dialect.escape:
        return _lines
    quote, mark = dialect.quote, re.escape(dialect.delimiter)
    edge = f"{mark}\r\n{quote}"
    lone = re.compile(rf"{quote}(?<=[^{edge}]{quote})(?=[^{edge}])")
    # The two limits keep a line made of opening quotes from being searched to its end for each of them.
    cell = re.compile(rf"(?:^|(?<={mark})){quote}(.{{0,500}}?){quote}(?=\s{{0,9}}(?:{mark}|$))")

    def doubled(match: re.Match[str]) -> str:
        inside = match[1]
        if not lone.search(f"x{inside}x"):
            return match[0]
        return quote + inside.replace(quote * 2, quote).replace(quote, quote * 2) + quote

    def lines(block: str) -> Iterator[str]:
        return _lines(mended(block) if lone.search(block) else block)

    def mended(block: str) -> str:
        pieces, at = [], 0
        for found in lone.finditer(block):
            if found.start() < at:
                continue  # its line is mended already
            begin = max(block.rfind("\n", at, found.start()) + 1, block.rfind("\r", at, found.start()) + 1, at)
            end = _ENDING.search(block, found.end())
            stop = end.start() if end else len(block)
            pieces.append(block[at:begin])
            line, at = block[begin:stop], stop
            pieces.append(cell.sub(doubled, line) if len(line) < _LONGEST else line)
        return "".join((*pieces, block[at:]))

    return lines


def _lines(block: str) -> Iterator[str]:
    return io.StringIO(block, newline="")
