"""Issues run sheets: a letter is on one sheet that is out, or on none, and the sheet stays as it was printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from tidings.delivery.claims import kept, write
from tidings.delivery.handover.ready import Ready, still_ready
from tidings.delivery.states import Change
from tidings.entry import EntryKind
from tidings.model import HAND_OUT, AttemptId, AttemptState, Personal, opaque_id
from tidings.store.tables import sheet_lines, sheets
from tidings.workspace import Workspace

ISSUED, RETURNED = "issued", "returned"
PLACES = "facility"
"""The purpose of a place's mark."""


@dataclass(frozen=True, slots=True, repr=False)
class Sheet(Personal):
    """A sheet that is out: its lines as they are numbered on paper, without those that are not to be handed over any more."""

    id: str
    new: bool
    lines: dict[int, Ready]


def issue_sheets(ws: Workspace, ready: Collection[Ready]) -> list[Sheet]:
    """A new sheet for each place with letters that are on none, beside the sheets that are out. In one transaction."""
    with ws.store.writing() as connection:
        now = {one.attempt: one for one in still_ready(ws, connection, ready)}
        out = _out(ws, connection)
        listed = {attempt for lines in out.values() for attempt in lines.values()}
        places: dict[str, list[Ready]] = defaultdict(list)
        for one in now.values():
            if one.attempt not in listed:
                places[one.place].append(one)
        # In the order of names, by which whoever goes from door to door looks for somebody.
        new = {
            opaque_id(ws.random): dict(enumerate(sorted(there, key=lambda one: one.record.name.casefold()), 1))
            for _place, there in sorted(places.items())
        }
        _write(ws, connection, new)
    found = [Sheet(sheet, False, {line: now[one] for line, one in lines.items() if one in now}) for sheet, lines in out.items()]
    return [sheet for sheet in found if sheet.lines] + [Sheet(sheet, True, lines) for sheet, lines in new.items()]


def _out(ws: Workspace, connection: Connection) -> dict[str, dict[int, AttemptId]]:
    """Sheets of this version that are out, and those of their lines of which nobody has heard."""
    joined = sheet_lines.join(sheets, sheets.c.id == sheet_lines.c.sheet_id)
    wanted = select(sheet_lines.c.sheet_id, sheet_lines.c.line, sheet_lines.c.attempt_id).select_from(joined)
    wanted = wanted.where(sheets.c.version == ws.incident.version, sheet_lines.c.outcome.is_(None))
    found: dict[str, dict[int, AttemptId]] = defaultdict(dict)
    for row in connection.execute(wanted.order_by(sheets.c.issued_at, sheets.c.id, sheet_lines.c.line)):
        found[row.sheet_id][row.line] = AttemptId(row.attempt_id)
    return found


def _write(ws: Workspace, connection: Connection, new: dict[str, dict[int, Ready]]) -> None:
    if not new:
        return
    recorder = ws.recorder(connection)
    for sheet, lines in new.items():
        mark = ws.vault.mark(PLACES, lines[1].place)
        plain = {"id": sheet, "mark": mark, "version": ws.incident.version, "state": ISSUED, "issued_at": ws.now()}
        connection.execute(insert(sheets), plain)
        rows = [{"sheet_id": sheet, "line": line, "attempt_id": one.attempt} for line, one in lines.items()]
        connection.execute(insert(sheet_lines), rows)
        recorder.add(EntryKind.SHEET_ISSUED, sheet=sheet, letters=len(lines), version=ws.incident.version)
    recorder.flush()
    known = kept(connection, [one.attempt for lines in new.values() for one in lines.values()])
    write(ws, connection, [(was, Change(AttemptState.ACCEPTED, HAND_OUT)) for was in known.values()])
