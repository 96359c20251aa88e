"""Handing letters over: a run sheet goes to each place of custody with its letters, and comes back with what became of them."""

from tidings.delivery.handover.codes import read_sheet_code, sheet_code
from tidings.delivery.handover.entering import enter_lines, open_lines, open_sheets
from tidings.delivery.handover.errors import SheetError
from tidings.delivery.handover.writing import RunSheetFile, RunSheets, write_run_sheets

__all__ = [
    "RunSheetFile",
    "RunSheets",
    "SheetError",
    "enter_lines",
    "open_lines",
    "open_sheets",
    "read_sheet_code",
    "sheet_code",
    "write_run_sheets",
]
