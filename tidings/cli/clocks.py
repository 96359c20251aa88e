"""The clocks of laws, as `tidings status` prints them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.table import Table

from tidings.cli.tables import table
from tidings.laws import State


def laws(found: Mapping[str, Any]) -> Table:
    """`found` is what `status` has under `laws`: a line for people, and one for each of the others who must be told."""
    shown = table("By when laws want people, and others, to be told", "days left", "by", "law, whom, and what it says")
    for law, clock in found.items():
        shown.add_row(*_ends(clock), f"{law}: people: {clock['says']}")
        for other in clock["others"]:
            shown.add_row(*_ends(other), f"{law}.{other['id']}: {other['who']}: {other['says']}")
    return shown


def _ends(clock: Mapping[str, Any]) -> tuple[str, str]:
    day = clock["deadline"] or ""
    if day and not clock["firm"]:
        day += " (target)"
    left = clock["days_left"]
    match clock["state"]:
        case State.WAITS:
            return "", "(first notice)"
        case State.DONE:
            return "done", day
        case State.OVERDUE:
            return f"{-left:,} late", day
        case State.SOON:
            return f"only {left:,}", day
    return f"{left:,}", day
