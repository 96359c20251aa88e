"""`tidings run-sheets` and `delivered`: letters go to a place of custody with a list, and come back as outcomes by line."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from tidings import delivery, ledger
from tidings.cli.app import ROAD, app
from tidings.cli.talk import asked_reason, err, put, put_json, say
from tidings.errors import ConfigError
from tidings.model import Counts, HandOver
from tidings.notices import Catalogs, Composer, LetterPress
from tidings.workspace import Workspace, open_workspace

_SPAN = re.compile(r"\s*([1-9][0-9]{0,5})\s*(?:-\s*([1-9][0-9]{0,5})\s*)?")
_MOST = 100_000
"""Lines in one option: more is a slip of the keyboard."""


@app.command(name="run-sheets", group=ROAD, sort_key=7)
def run_sheets(folder: Path, /, *, recipient: str, reason: str = "", json: bool = False) -> None:
    """Write a run sheet for each place of custody, with the letters to hand over there, each into one encrypted file.

    Wants an officer's key (TIDINGS_OFFICER_KEY, an operator's) and a reason; the ledger says so for each person. Sheets that
    are out are written again as they were; letters that became ready since come on new ones.

    Parameters
    ----------
    folder
        Where the files go: one <sheet code>.zip.age a place.
    recipient
        The age public key (age1…) of whoever prints them.
    reason
        Why they are taken out, in a few words: sealed with each person, and committed to in the ledger. Others on this machine
        can see an argument, so name nobody in it; left out, it is asked for.
    json
        Print codes and counts as JSON.

    """
    with open_workspace() as ws:
        composer = Composer(ws.incident, Catalogs.load())
        press = LetterPress(ws.settings.font_folders)
        found = delivery.write_run_sheets(ws, folder, recipient, reason or asked_reason(), composer, press)
        ledger.integrate(ws)
    if json:
        sheets = [{"code": one.code, "letters": one.letters, "new": one.new} for one in found.files]
        put_json({"sheets": sheets, "left_off": found.left_off})
        return
    for one in found.files:
        put(f"{one.code}  {one.letters:,} letters, {'new' if one.new else 'out already'}")
    say(f"{sum(one.letters for one in found.files):,} letters on {len(found.files):,} run sheets in {folder}")
    if found.left_off:
        say(f"{found.left_off:,} letters were left off: their people changed. Run `tidings resolve`, `notify` and this again;")
        say("for those that are out already, enter what comes back: `tidings delivered`")


@app.command(group=ROAD, sort_key=8)
def delivered(
    *,
    sheet: str = "",
    handed: str = "",
    refused: str = "",
    absent: str = "",
    moved: str = "",
    released: str = "",
    removed: str = "",
    correct: bool = False,
    json: bool = False,
) -> None:
    """Enter what came back of a run sheet, by the numbers of its lines. Without a sheet, list those that are out.

    Without line numbers it asks line by line. A sheet may be entered in several goes; the same again changes nothing.

    Parameters
    ----------
    sheet
        The code on each page of the sheet.
    handed
        Lines whose letter was handed over: 1-12,14
    refused
        Lines whose person did not want it.
    absent
        Lines whose person was not met this time: they go onto the next sheet.
    moved
        Lines whose person was moved to another place of custody: they wait until the list says where.
    released
        Lines whose person was released: they wait until the list says so.
    removed
        Lines whose person was removed from the country: they wait until the list says so.
    correct
        Replace what was entered for these lines before.
    json
        Print the counts as JSON.

    """
    typed = zip(HandOver, (handed, refused, absent, moved, released, removed), strict=True)
    came = _by_line({outcome: lines for outcome, lines in typed if lines})
    if not sheet:
        if came or correct:
            raise ConfigError(ConfigError.Code.BAD_USE, "delivered", hint="name the sheet with --sheet")
        _list_open(json=json)
        return
    with open_workspace() as ws:
        try:
            counts = delivery.enter_lines(ws, sheet, came, correct=correct) if came else _asked(ws, sheet, correct=correct)
        finally:
            ledger.integrate(ws)  # of the lines that were answered, too, when somebody stops
    if json:
        put_json(counts)
        return
    again = f", {counts['unchanged']:,} as before" if counts["unchanged"] else ""
    mended = f", {counts['corrected']:,} corrected" if counts["corrected"] else ""
    say(f"{counts['entered']:,} lines entered{again}{mended}")
    say(f"{counts['left']:,} lines are still open" if counts["left"] else "the sheet is complete")


def _list_open(*, json: bool) -> None:
    with open_workspace() as ws:
        out = delivery.open_sheets(ws)
    days = [datetime.fromtimestamp(one.issued_at, UTC).date().isoformat() for one in out]
    if json:
        put_json(
            [
                {"code": one.code, "letters": one.letters, "open": one.open, "since": day}
                for one, day in zip(out, days, strict=True)
            ]
        )
        return
    for one, day in zip(out, days, strict=True):
        put(f"{one.code}  {one.open:,} of {one.letters:,} lines open, since {day}")
    if not out:
        say("no run sheet is out: `tidings run-sheets`")


def _by_line(typed: dict[HandOver, str]) -> dict[int, HandOver]:
    """Raises SheetError BAD_LINES, with the option's name: what was typed is not repeated."""
    came: dict[int, HandOver] = {}
    for outcome, text in typed.items():
        for line in _lines(text, f"--{outcome}"):
            if line in came:
                raise delivery.SheetError(delivery.SheetError.Code.BAD_LINES, f"--{outcome}: line {line} twice")
            came[line] = outcome
    return came


def _lines(text: str, option: str) -> list[int]:
    """`1-3,7` as numbers."""
    lines: list[int] = []
    for part in text.split(","):
        span = _SPAN.fullmatch(part)
        first = int(span[1]) if span else 0
        last = int(span[2] or span[1]) if span else 0
        if not first or last < first or last - first >= _MOST:
            raise delivery.SheetError(delivery.SheetError.Code.BAD_LINES, option)
        lines += range(first, last + 1)
    return lines


_KEYS = {
    "h": HandOver.HANDED,
    "r": HandOver.REFUSED,
    "a": HandOver.ABSENT,
    "m": HandOver.MOVED,
    "l": HandOver.RELEASED,
    "d": HandOver.REMOVED,
}
_MENU = "h handed over, r did not want it, a not met, m moved, l released, d deported; Enter leaves it open, q stops"


def _asked(ws: Workspace, sheet: str, *, correct: bool) -> Counts:
    """Line by line at a terminal. Each answer is durable before the next question, and no name is shown."""
    left = delivery.open_lines(ws, sheet)
    if left and (correct or not sys.stdin.isatty()):
        raise ConfigError(ConfigError.Code.BAD_USE, "delivered", hint="say what came back: --handed 1-12,14 --refused 13")
    counts = delivery.enter_lines(ws, sheet, {})
    if left:
        say(_MENU)
    for line in left:
        answer = _answer(line)
        if answer == "q":
            break
        if answer:
            now = delivery.enter_lines(ws, sheet, {line: _KEYS[answer]})
            counts = Counts(counts, entered=counts["entered"] + now["entered"], left=now["left"])
    return counts


def _answer(line: int) -> str:
    """A key of _KEYS, `q`, or nothing: the line stays open."""
    while True:
        answer = err.input(f"line {line}: ").strip().casefold()
        if answer in ("", "q", *_KEYS):
            return answer
        say(_MENU)
