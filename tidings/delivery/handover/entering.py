"""Enters what came back of a run sheet: line, attempt, ledger and where people stand, in one transaction.

A sheet may come back in several goes. The same again changes nothing; something else is refused, unless it is to correct.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Row, and_, case, func, or_, select, update

from tidings.delivery.claims import kept, write
from tidings.delivery.handover.codes import read_sheet_code, sheet_code
from tidings.delivery.handover.errors import SheetError
from tidings.delivery.handover.issuing import ISSUED, RETURNED
from tidings.delivery.states import after_hand_over
from tidings.entry import EntryKind
from tidings.model import AttemptId, Counts, HandOver
from tidings.store.people import erased_among, not_erased
from tidings.store.tables import attempts, persons, sheet_lines, sheets
from tidings.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SheetOut:
    """A sheet that is out: how many letters went with it, of how many nobody has heard, and since when it is out."""

    code: str
    letters: int
    open: int
    issued_at: int


def open_sheets(ws: Workspace) -> list[SheetOut]:
    """Sheets of which lines are still to be entered, the oldest first."""
    left = func.sum(case((sheet_lines.c.outcome.is_(None) & not_erased(), 1), else_=0))
    wanted = (
        select(sheets.c.id, sheets.c.issued_at, func.count(), left)
        .select_from(_WITH_PEOPLE.join(sheets, sheets.c.id == sheet_lines.c.sheet_id))
        .where(sheets.c.state == ISSUED)
        .group_by(sheets.c.id, sheets.c.issued_at)
        .having(left > 0)
        .order_by(sheets.c.issued_at, sheets.c.id)
    )
    with ws.store.reading() as connection:
        return [SheetOut(sheet_code(id_), letters, left, at) for id_, at, letters, left in connection.execute(wanted).tuples()]


_WITH_PEOPLE = sheet_lines.join(attempts, attempts.c.id == sheet_lines.c.attempt_id).join(
    persons, persons.c.id == attempts.c.person_id
)


def open_lines(ws: Workspace, code: str) -> list[int]:
    """The lines of a sheet that are still to be entered. Raises SheetError BAD_CODE, UNKNOWN."""
    with ws.store.reading() as connection:
        sheet = _sheet(connection, code)
        erased = _erased(connection, sheet.id)
        return [line for line, row in _lines(connection, sheet.id).items() if row.outcome is None and line not in erased]


def enter_lines(ws: Workspace, code: str, came: Mapping[int, HandOver], *, correct: bool = False) -> Counts:
    """Enters what came of these lines. Returns {entered, unchanged, corrected, left}: `left` are lines that are still open.

    Raises SheetError, naming the line, before anything is written: BAD_CODE, UNKNOWN, NO_LINE, CONTRADICTS unless `correct`,
    LATER_SHEET. Of somebody who is erased by now only the line is kept.
    """
    counts = Counts(entered=0, unchanged=0, corrected=0, left=0)
    with ws.store.writing() as connection:
        sheet = _sheet(connection, code)
        lines = _lines(connection, sheet.id)
        erased = _erased(connection, sheet.id)
        news = _news(connection, sheet.id, lines, came, correct=correct)
        known = kept(connection, [AttemptId(lines[line].attempt_id) for line in news])
        corrected = {line for line in news if lines[line].outcome is not None}
        changes = [
            (known[AttemptId(lines[line].attempt_id)], after_hand_over(outcome, corrects=line in corrected))
            for line, outcome in news.items()
            if line not in erased
        ]
        write(ws, connection, changes)
        for line, outcome in news.items():
            row = (sheet_lines.c.sheet_id == sheet.id) & (sheet_lines.c.line == line)
            connection.execute(update(sheet_lines).where(row).values(outcome=outcome.value, at=ws.now()))
        outcomes = {line: row.outcome for line, row in lines.items()} | {line: one.value for line, one in news.items()}
        left = [line for line, outcome in outcomes.items() if outcome is None and line not in erased]
        if not left and (news or sheet.state == ISSUED):
            _return(ws, connection, sheet.id, list(outcomes.values()))
    counts += Counts(
        entered=len(news) - len(corrected), corrected=len(corrected), unchanged=len(came) - len(news), left=len(left)
    )
    return counts


def _news(
    connection: Connection,
    sheet: str,
    lines: Mapping[int, Row[tuple[int, str, str]]],
    came: Mapping[int, HandOver],
    *,
    correct: bool,
) -> dict[int, HandOver]:
    """What is not known yet of what was typed."""
    news = {}
    for line, outcome in sorted(came.items()):
        if line not in lines:
            raise SheetError(SheetError.Code.NO_LINE, f"line {line}")
        was = lines[line].outcome
        if was == outcome:
            continue
        if was is not None and not correct:
            raise SheetError(SheetError.Code.CONTRADICTS, f"line {line}: {was}")
        later = _later(connection, sheet, lines[line].attempt_id) if was is not None else None
        if later is not None:
            raise SheetError(SheetError.Code.LATER_SHEET, f"line {line}: {sheet_code(later)}")
        news[line] = outcome
    return news


def _sheet(connection: Connection, code: str) -> Row[tuple[str, str]]:
    begins = read_sheet_code(code)
    found = connection.execute(select(sheets.c.id, sheets.c.state).where(sheets.c.id.startswith(begins))).first()
    if found is None:
        raise SheetError(SheetError.Code.UNKNOWN)
    return found


def _lines(connection: Connection, sheet: str) -> dict[int, Row[tuple[int, str, str]]]:
    wanted = select(sheet_lines.c.line, sheet_lines.c.attempt_id, sheet_lines.c.outcome)
    rows = connection.execute(wanted.where(sheet_lines.c.sheet_id == sheet).order_by(sheet_lines.c.line)).all()
    return {row.line: row for row in rows}


def _erased(connection: Connection, sheet: str) -> frozenset[int]:
    """Lines of people who are erased: nobody waits for what came of them."""
    wanted = select(sheet_lines.c.line, attempts.c.person_id).select_from(_WITH_PEOPLE).where(sheet_lines.c.sheet_id == sheet)
    people = dict(connection.execute(wanted).tuples().all())
    gone = erased_among(connection, set(people.values()))
    return frozenset(line for line, person in people.items() if person in gone)


def _later(connection: Connection, sheet: str, attempt: str) -> str | None:
    """A sheet that this letter went out on after this one: once somebody was absent, their letter goes out again."""
    issued = select(sheets.c.issued_at).where(sheets.c.id == sheet).scalar_subquery()
    joined = sheet_lines.join(sheets, sheets.c.id == sheet_lines.c.sheet_id)
    wanted = select(sheets.c.id).select_from(joined).where(sheet_lines.c.attempt_id == attempt, sheets.c.id != sheet)
    # A line that is open is of the newest, even where both are of one second.
    newer = or_(sheets.c.issued_at > issued, and_(sheets.c.issued_at == issued, sheet_lines.c.outcome.is_(None)))
    return connection.scalar(wanted.where(newer).order_by(sheets.c.issued_at.desc()).limit(1))


def _return(ws: Workspace, connection: Connection, sheet: str, outcomes: list[str | None]) -> None:
    """The last line is entered, or one of a sheet that was whole is corrected: the ledger has the counts as they are now."""
    connection.execute(update(sheets).where(sheets.c.id == sheet).values(state=RETURNED, returned_at=ws.now()))
    recorder = ws.recorder(connection)
    recorder.add(EntryKind.SHEET_RETURNED, sheet=sheet, letters=len(outcomes), handed=outcomes.count(HandOver.HANDED.value))
    recorder.flush()
