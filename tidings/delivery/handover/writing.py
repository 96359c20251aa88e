"""Writes each run sheet with its letters into one encrypted file, for whoever prints them and hands them over.

Order of what is durable: the entries that say who opens whom; the sheets; then the files. A run that is killed is run again: it
finds the sheets that are out, and writes the same files.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tidings.contacts import check_rules
from tidings.delivery.bundle import FIRST_DAY
from tidings.delivery.handover.codes import sheet_code
from tidings.delivery.handover.issuing import PLACES, Sheet, issue_sheets
from tidings.delivery.handover.ready import ready_to_hand_over
from tidings.delivery.letters import open_letter
from tidings.notices import Composer, LetterPress, SheetEntry, press_sheet
from tidings.officers import opened
from tidings.vault import encrypted_for, write_private
from tidings.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RunSheetFile:
    """A file that was written: the sheet's code, how many letters are in it, and whether the sheet is a new one."""

    code: str
    letters: int
    new: bool


@dataclass(frozen=True, slots=True)
class RunSheets:
    """`left_off` counts letters that are not to be handed over, since their people changed."""

    files: tuple[RunSheetFile, ...]
    left_off: int


def write_run_sheets(
    ws: Workspace, folder: Path, recipient: str, reason: str, composer: Composer, press: LetterPress
) -> RunSheets:
    """Writes `<code>.zip.age` for each sheet that is out or new. No name of a place is in a file's name.

    Raises OfficerError; PlanError RULES_CHANGED; KeyStoreError CLOSED; ConfigError BAD_USE for a key that is no age public key;
    NoticeError.
    """
    encrypted_for(recipient, b"")  # a key that is none: said before anything is done
    check_rules(ws, composer.catalogs)
    ws.vault.mark(PLACES, "")  # nobody can be told any more once the incident is closed: said before anybody is opened
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with ws.vault.steady():  # nobody is erased between being opened and being in a file
        with ws.store.reading() as connection:
            ready, left_off = ready_to_hand_over(ws, connection)
        opened(ws, "run-sheets", reason, sorted(one.person for one in ready))
        sheets = issue_sheets(ws, ready)
        for sheet in sheets:
            packed = _packed(ws, sheet, composer, press)
            write_private(folder / f"{sheet_code(sheet.id)}.zip.age", encrypted_for(recipient, packed))
    files = (RunSheetFile(sheet_code(sheet.id), len(sheet.lines), sheet.new) for sheet in sheets)
    return RunSheets(tuple(files), left_off)


def _packed(ws: Workspace, sheet: Sheet, composer: Composer, press: LetterPress) -> bytes:
    """A ZIP in memory: the sheet, and the letters under the numbers of its lines."""
    today = ws.utc().date()
    entries = [
        SheetEntry(line, one.record, composer.catalogs.serves(one.record.language, ws.incident) or "")
        for line, one in sheet.lines.items()
    ]
    facility = next(iter(sheet.lines.values())).facility
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_STORED) as archive:
        pdf = press_sheet(press, ws.incident, sheet_code(sheet.id), facility, entries, today)
        archive.writestr(zipfile.ZipInfo("run-sheet.pdf", FIRST_DAY), pdf)
        for line, one in sheet.lines.items():
            letter = open_letter(ws, one.person, one.attempt)
            archive.writestr(zipfile.ZipInfo(f"{line:03}.pdf", FIRST_DAY), letter)
    return plain.getvalue()
