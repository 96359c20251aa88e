"""The notices in the pack: what officers signed, every language's sentences, and how far each translation was checked."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import orjson
from sqlalchemy import select

from tidings.evidence.pages import page
from tidings.notices import SOURCE, Catalogs, text_digests
from tidings.notices.catalog import Catalog
from tidings.notices.run_sheet import english_name
from tidings.notices.translation import State
from tidings.store.tables import approvals
from tidings.workspace import Workspace

_PLACEABLE = re.compile(r"(\{[^{}]*\})")
Write = Callable[[str, bytes], None]


def write_notices(ws: Workspace, write: Write) -> list[dict[str, Any]]:
    """`notices/`: what was approved, the texts as data and as pages, and their states. Returns a line a language.

    A manifest of an approval holds how many contacts of each channel may be used, exactly: its digest is what was signed.
    """
    newest: Mapping[str, str] = {}
    with ws.store.reading() as connection:
        for row in connection.execute(select(approvals).order_by(approvals.c.at, approvals.c.digest)):
            write(f"notices/approved/{row.digest}.json", bytes(row.body))
            newest = orjson.loads(row.body)["languages"]
    described = ws.incident.model_dump_json(include={"name", "version", "organisation", "exposure", "agencies", "laws", "plan"})
    write("notices/incident.json", described.encode() + b"\n")
    catalogs = Catalogs.load(incident=ws.incident_folder)
    digests = text_digests(catalogs)
    lines = []
    for tag, catalog in sorted(catalogs.by_language.items(), key=lambda item: (item[0] != SOURCE, item[0])):
        write(f"notices/texts/{tag}.json", _data(catalog))
        line = {
            "language": tag,
            "name": english_name(tag),
            "direction": catalog.direction,
            "states": dict(Counter(_state(catalog, name) for name in catalog.sentences)),
            "digest": digests[tag],
            "approved": newest.get(tag) == digests[tag] if newest else None,
        }
        write(
            f"notices/{tag}.html", page("texts.html", line=line, sentences=_sentences(catalogs[SOURCE], catalog), source=SOURCE)
        )
        lines.append(line)
    write("notices/states.csv", _states(catalogs))
    return lines


def _state(catalog: Catalog, name: str) -> str:
    return "source" if catalog.language == SOURCE else str(catalog.states.get(name, State.MACHINE_DRAFT))


def _data(catalog: Catalog) -> bytes:
    """The parts that an approved digest is made of, and beside them the states, which it is not."""
    body = {
        "language": catalog.language,
        "own": list(catalog.own),
        "sentences": {name: it.text for name, it in sorted(catalog.sentences.items())},
        "states": {name: _state(catalog, name) for name in sorted(catalog.sentences)},
    }
    return orjson.dumps(body, option=orjson.OPT_INDENT_2) + b"\n"


def _sentences(english: Catalog, catalog: Catalog) -> list[dict[str, Any]]:
    names = [*english.sentences, *(catalog.sentences.keys() - english.sentences.keys())]
    return [
        {
            "name": name,
            "english": _value(english, name),
            "theirs": _value(catalog, name),
            "state": _state(catalog, name) if name in catalog.sentences else "missing",
        }
        for name in names
    ]


def _value(catalog: Catalog, name: str) -> list[tuple[str, bool]]:
    """A message's source without its name, in pieces: whether each is a placeable, which keeps its own direction."""
    found = catalog.sentences.get(name)
    lines = found.text.partition("=")[2].strip().splitlines() if found else []
    text = "\n".join(line.strip() if not at else line.removeprefix("    ") for at, line in enumerate(lines))
    return [(part, part.startswith("{")) for part in _PLACEABLE.split(text) if part]


def _states(catalogs: Catalogs) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["language", "message", "state"])
    for tag, catalog in sorted(catalogs.by_language.items()):
        writer.writerows([tag, name, _state(catalog, name)] for name in sorted(catalog.sentences))
    return text.getvalue().encode()
