"""Pages that open from a disk: one file each, its looks inside, no script, nothing from a network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tidings.evidence import charts
from tidings.evidence.numbers import least

_HERE = Path(__file__).parent / "pages"
_PAGES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_PAGES.globals["style"] = Markup((_HERE / "page.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
_PAGES.globals["bar"] = charts.bar


def longest(counts: Iterable[int | str]) -> int:
    """How much a full bar is."""
    return max((least(count) for count in counts), default=0)


def longest_row(rows: Mapping[str, Mapping[str, int | str]]) -> int:
    return longest(count for row in rows.values() for count in row.values())


_PAGES.globals |= {"longest": longest, "longest_row": longest_row}


def number(count: object) -> str:
    return f"{count:,}" if isinstance(count, int) else str(count)


def spaced(hour: str) -> str:
    """2026-11-23T05Z as people read it."""
    return f"{hour[:10]} {hour[11:13]}:00"


_PAGES.filters |= {"number": number, "spaced": spaced}


def page(template: str, **values: Any) -> bytes:
    return _PAGES.get_template(template).render(values).encode()
