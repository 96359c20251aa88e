"""Drawings as SVG inside a page. What they show stands in a table beside them; colours are the page's, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from markupsafe import Markup, escape

from tidings.contacts.suppression import MASKED, SMALL
from tidings.evidence.numbers import least


def bar(count: int | str, most: int, kind: str = "ink") -> Markup:
    """Of one number, beside it. What is hidden is hollow, and as long as the least that it may be."""
    hidden = isinstance(count, str)
    length = 100 * least(count) / most if most else 0
    width = max(length, 1.5) if least(count) or count == SMALL else 0
    shape = f'<rect class="{"hollow" if hidden and count in (SMALL, MASKED) else kind}" width="{width:.1f}" height="10"/>'
    return Markup('<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{}</svg>').format(
        Markup(shape)  # noqa: S704 - numbers and our own words
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a timeline: from one moment to another, or one moment. `kind` is its colour's name in page.css."""

    label: str
    start: datetime
    end: datetime
    kind: str
    """`clock` is a thin line that ends at a deadline."""


_LABELS, _WIDTH, _LINE, _TOP, _RIGHT = 250, 960, 26, 30, 24


def timeline(rows: Sequence[Row], title: str) -> Markup:
    """Rows below each other on one scale of days. Nothing for no rows."""
    if not rows:
        return Markup("")
    first = min(row.start for row in rows)
    last = max(first + timedelta(days=1), *(row.end for row in rows))
    span = (last - first).total_seconds()
    height = _TOP + _LINE * len(rows) + 12

    def across(at: datetime) -> float:
        return _LABELS + (_WIDTH - _LABELS - _RIGHT) * (at - first).total_seconds() / span

    parts = [f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}">']
    for day in _days(first, last):
        x = across(day)
        parts.append(f'<line class="grid" x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{height - 8}"/>')
        parts.append(f'<text class="axis" x="{x:.1f}" y="14" text-anchor="middle">{day:%Y-%m-%d}</text>')
    for number, row in enumerate(rows):
        y = _TOP + _LINE * number + _LINE / 2
        start, end = across(row.start), across(row.end)
        parts.append(f'<text class="label" x="{_LABELS - 12}" y="{y + 4:.1f}" text-anchor="end">{escape(row.label)}</text>')
        if row.kind == "clock":
            parts.append(f'<line class="clock" x1="{start:.1f}" y1="{y:.1f}" x2="{end:.1f}" y2="{y:.1f}"/>')
            parts.append(f'<line class="end" x1="{end:.1f}" y1="{y - 10:.1f}" x2="{end:.1f}" y2="{y + 10:.1f}"/>')
        elif end - start < 8:
            parts.append(f'<circle class="{row.kind}" cx="{end:.1f}" cy="{y:.1f}" r="6"/>')
        else:
            parts.append(
                f'<rect class="{row.kind}" x="{start:.1f}" y="{y - 6:.1f}" width="{end - start:.1f}" height="12" rx="3"/>'
            )
    return Markup("".join([*parts, "</svg>"]))  # noqa: S704 - what is not ours in it is escaped above


def _days(first: datetime, last: datetime) -> list[datetime]:
    """Midnights to draw, about six of them."""
    day = first.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    days = max(1, (last - day).days + 1)
    step = next((one for one in (1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730) if days / one <= 6), 1_825)
    found = []
    while day <= last:
        found.append(day)
        day += timedelta(days=step)
    return found
