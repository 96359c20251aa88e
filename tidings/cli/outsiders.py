"""Coverage in a file for outsiders: JSON for programs, CSV for spreadsheets, Markdown for a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from tidings.cli.people import language
from tidings.contacts import OTHER, WITHHELD, Published, Shown
from tidings.incident import Incident

FORMATS = (".json", ".csv", ".md")
NOTE = "Counts from 1 to 9 are shown as <10, and others as `10 or more` where they would give such a count away."
TITLES = {
    "outcomes": "What happens",
    "told": "Told, by the way that is tried first",
    "held": "Held for a human, by rule",
    "nobody": "Nobody reaches them",
    "languages": "By language",
}


def for_outsiders(incident: Incident, shown: Published, asked: Sequence[Mapping[str, str]], ending: str) -> bytes:
    """`asked` is what laws ask now; it is withheld where it would say more of a hidden number."""
    body: dict[str, Any] = {
        "incident": incident.name,
        "people": shown.people,
        **{name: WITHHELD if (found := getattr(shown, name)) is None else found for name in TITLES},
        "laws": [dict(one) for one in asked] if shown.nobody_is_exact else WITHHELD,
        "note": NOTE,
    }
    if ending == ".json":
        return orjson.dumps(body, option=orjson.OPT_INDENT_2) + b"\n"
    return (_csv(body) if ending == ".csv" else _markdown(body)).encode()


def _csv(body: Mapping[str, Any]) -> str:
    """One count a line, so that a spreadsheet can sort and filter them."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["table", "row", "column", "people"])
    writer.writerow(["all", "", "", body["people"]])
    for name in TITLES:
        if body[name] == WITHHELD:
            writer.writerow([name, "", "", WITHHELD])
            continue
        for row, columns in _rows(name, body[name]):
            writer.writerows([name, row, column, count] for column, count in columns.items())
    return text.getvalue()


def _markdown(body: Mapping[str, Any]) -> str:
    lines = [f"# {body['incident']}: how {body['people']:,} people are told", "", NOTE]
    for name, title in TITLES.items():
        lines += ["", f"## {title}", ""]
        rows = [] if body[name] == WITHHELD else list(_rows(name, body[name]))
        if not rows:
            lines.append(WITHHELD if body[name] == WITHHELD else "Nobody.")
            continue
        columns = list(rows[0][1])
        lines += [f"| | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}"]
        lines += [f"| {row} | {' | '.join(_number(counts[one]) for one in columns)} |" for row, counts in rows]
    lines += ["", "## What laws ask", ""]
    if body["laws"] == WITHHELD:
        lines.append(WITHHELD)
    else:
        lines += [f"- {one['asks']} ({one['law']}, {one['source']})" for one in body["laws"]] or ["Nothing besides."]
    return "\n".join([*lines, ""])


def _rows(name: str, found: Mapping[str, Any]) -> Iterator[tuple[str, Shown]]:
    if name == "languages":
        yield from ((tag if tag == OTHER else language(tag), columns) for tag, columns in found.items())
    else:
        yield from ((one if name == "held" else one.replace("_", " "), {"people": count}) for one, count in found.items())


def _number(count: int | str) -> str:
    return f"{count:,}" if isinstance(count, int) else count
