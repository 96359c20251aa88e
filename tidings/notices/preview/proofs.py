"""Letters as a gallery shows them: the PDF that would go out, and a picture of each of its pages."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typst

from tidings.errors import NoticeError
from tidings.incident import Incident
from tidings.notices.letters import TEMPLATE, LetterPress, _quoted
from tidings.notices.preview.people import PLACE, SHEET_CODE, Invented
from tidings.notices.preview.pieces import Letter
from tidings.notices.run_sheet import SheetEntry, press_sheet

POINTS = 84
"""Of a picture, an inch: small text can be read, and thirty languages stay under 100 MB."""


@dataclass(frozen=True, slots=True)
class Proof:
    """`pictures` are PNGs, a page each."""

    pdf: bytes
    pictures: tuple[bytes, ...]


class ProofPress(LetterPress):
    """A press that keeps pictures of what it set last. For one thread."""

    def __init__(self, font_folders: Sequence[Path], *, paper: str = "us-letter") -> None:
        super().__init__(font_folders, paper=paper)
        self._pictures: tuple[bytes, ...] = ()
        self._artist = typst.Compiler(root=str(TEMPLATE.parent), font_paths=self._fonts, ignore_system_fonts=True)

    def set_pdf(
        self, calls: str, content: dict[str, Any], on: date, where: str, standards: Sequence[Any] = ("a-2a", "ua-1")
    ) -> bytes:
        """As every letter; and its pages as pictures, of the same source. The PDF is first: it finds what has no glyph."""
        pdf = super().set_pdf(calls, content, on, where, standards)
        source = f"{calls}(json(bytes({_quoted(content)})))".encode()
        try:
            drawn = self._artist.compile(input=source, format="png", ppi=POINTS)
        except typst.TypstError:
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where) from None
        self._pictures = tuple(page for page in (drawn if isinstance(drawn, list) else [drawn]) if page)
        return pdf

    def letter(self, letter: Letter) -> Proof:
        """Raises NoticeError NO_FONT."""
        return Proof(self.press(letter.notice, hand=letter.hand), self._pictures)

    def run_sheet(self, incident: Incident, people: Sequence[tuple[str, Invented]]) -> Proof:
        """A sheet for one place. `people` with the language of each one's letter. Raises NoticeError."""
        entries = [SheetEntry(line, it.record, language) for line, (language, it) in enumerate(people, start=1)]
        return Proof(
            press_sheet(self, incident, SHEET_CODE, PLACE, entries, incident.exposure.ended.date()),
            self._pictures,
        )


def size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels (PNG, 11.2.2: the first chunk)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
