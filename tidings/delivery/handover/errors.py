"""What can be wrong with a run sheet that comes back. A line's number is on the sheet, and says nothing of anybody."""

from __future__ import annotations

from tidings.errors import REFUSED, WRONG_USE, ErrorCode, TidingsError


class SheetError(TidingsError):
    """What was typed of a run sheet does not fit it. Nothing of it was entered."""

    class Code(ErrorCode):
        BAD_CODE = (
            "sheet.bad_code",
            WRONG_USE,
            "this cannot be a sheet's code: a letter or digit of it is wrong",
            "it stands on each page of the sheet, as 4K7Q-M9XD-TR2W",
        )
        UNKNOWN = (
            "sheet.unknown",
            WRONG_USE,
            "no run sheet of this workspace has that code",
            "`tidings delivered` lists those that are out; a sheet of another incident belongs to its own workspace",
        )
        BAD_LINES = (
            "sheet.bad_lines",
            WRONG_USE,
            "these are no line numbers, or one line is given twice",
            "for example: --handed 1-12,14 --refused 13",
        )
        NO_LINE = ("sheet.no_line", WRONG_USE, "the sheet has no such line", "look at the number in its first column")
        CONTRADICTS = (
            "sheet.contradicts",
            REFUSED,
            "something else was entered for this line before",
            "look at the paper again; if that was the slip, repeat it with --correct",
        )
        LATER_SHEET = (
            "sheet.later_sheet",
            REFUSED,
            "the letter of this line went out again on a later sheet",
            "enter it there: the code of that sheet is given",
        )
