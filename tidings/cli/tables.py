"""Tables as they are printed: readable at 80 columns, and in a mail."""

from __future__ import annotations

from rich import box
from rich.table import Table


def table(title: str, *columns: str, numbers: int = 1) -> Table:
    """The first `numbers` columns are numbers, to the right; the first two are never broken. No lines between rows."""
    made = Table(*columns, title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for column in made.columns[:numbers]:
        column.justify = "right"
    made.columns[0].no_wrap = made.columns[1].no_wrap = True
    return made
