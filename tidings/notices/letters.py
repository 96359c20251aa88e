"""Letters as PDF/A-2a and PDF/UA-1, set by typst in memory: no file is written, nothing of the person is evaluated."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import orjson
import typst

from tidings.errors import NoticeError
from tidings.notices.fonts import LATIN, faces
from tidings.notices.marks import OPEN, bare, leans, parts
from tidings.notices.notice import FullNotice, Section

TEMPLATE = Path(__file__).with_name("letter.typ")
_BODY = re.compile(r"^\s+size: ([\d.]+)pt,", re.MULTILINE)
BOXABLE = 45  # letters: what is longer would stand out over the margin if no line might break it
LONGEST_WORD = 28  # letters that fit into the envelope's window on one line, whatever they are
_REGIONS = {"Hans": "CN", "Hant": "TW"}  # typst picks the Chinese letter forms by region


def body_points() -> float:
    """The size of a letter's text, as its template says: laws ask for a smallest one."""
    found = _BODY.search(TEMPLATE.read_text(encoding="utf-8"))
    return float(found[1]) if found else 0.0


class LetterPress:
    """Sets letters with the fonts of the folders given, and those that come with typst; never the system's own choice.

    Safe to share between threads: each gets a compiler of its own, because one cannot run twice at once; all share the
    fonts, which are read once. typst keeps what it set last in memory, personal data too, as long as the process lives.
    """

    def __init__(self, font_folders: Sequence[Path], *, paper: str = "us-letter", archival: bool = True) -> None:
        """`paper` is typst's name of a size. Folders are searched with all below them; a missing one has no fonts.

        `archival` off is for the benchmark only: a letter with a missing glyph would then go out with a gap.
        """
        folders = [str(folder) for folder in font_folders if folder.is_dir()]
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
        self._families = frozenset(self._fonts.families())
        self._faces: dict[str, tuple[str, ...]] = {}
        self.paper, self._archival = paper, archival
        self._of_thread = threading.local()

    @staticmethod
    @cache
    def of(font_folders: tuple[Path, ...]) -> LetterPress:
        """The process's own: fonts are read once, and what typst remembers of them serves every batch."""
        return LetterPress(font_folders)

    def press(self, notice: FullNotice, *, hand: bool) -> bytes:
        """The letter as PDF: the same bytes for the same notice. `hand` is for one that a person hands over.

        Raises NoticeError NO_FONT, with the language, where no font has one of its letters.
        """
        fonts = self.faces(notice.language)
        if not fonts:
            raise NoticeError(NoticeError.Code.NO_FONT, notice.language)
        content = content_of(notice, fonts, self.paper, hand=hand)
        return self.set_pdf(f'#import "/{TEMPLATE.name}": set-letter\n#set-letter', content, notice.on, notice.language)

    def faces(self, language: str) -> tuple[str, ...]:
        """The installed faces that set a text in that language, and names in every other script."""
        if language not in self._faces:
            self._faces[language] = faces(language, self._families)
        return self._faces[language]

    def fonts_for(self, language: str) -> bool:
        """Whether letters in that language can be set at all. A name in a rare script may still find no font."""
        return bool(self.faces(language))

    def missing(self, languages: Iterable[str]) -> set[str]:
        """Those languages that no installed font sets. No letter is set to find out: under a millisecond."""
        return {language for language in languages if not self.fonts_for(language)}

    def set_pdf(
        self, calls: str, content: dict[str, Any], on: date, where: str, standards: Sequence[Any] = ("a-2a", "ua-1")
    ) -> bytes:
        """A PDF of what a template's function makes of `content`. `calls` is typst's source up to the function's name.

        Raises NoticeError NO_FONT or BAD_MESSAGE, with `where`.
        """
        compiler = getattr(self._of_thread, "compiler", None)
        if compiler is None:
            compiler = self._of_thread.compiler = typst.Compiler(
                root=str(TEMPLATE.parent), font_paths=self._fonts, ignore_system_fonts=True
            )
        try:
            pdf = compiler.compile(
                input=f"{calls}(json(bytes({_quoted(content)})))".encode(),
                format="pdf",
                # Both refuse a letter without a glyph, where plain PDF prints an empty box.
                pdf_standards=list(standards) if self._archival else [],
                timestamp=datetime.combine(on, time(), UTC),
            )
        except typst.TypstError as error:
            # typst's messages quote the text that they are about, so only their kind is kept.
            glyph = "could not be displayed" in error.message or "contains the codepoint" in error.message
            code = NoticeError.Code.NO_FONT if glyph else NoticeError.Code.BAD_MESSAGE
        else:
            if isinstance(pdf, bytes):
                return pdf
            code = NoticeError.Code.BAD_MESSAGE  # typst gives a list for formats of one file a page, so never for a PDF
        raise NoticeError(code, where)


def _quoted(content: dict[str, Any]) -> str:
    """A string of typst's that holds JSON.

    In typst's strings only a backslash and a quotation mark mean anything, so with both escaped no text can end the string
    and become code. (Passed as `sys_inputs` it would be as safe, but every letter would then be set from scratch, because
    whatever typst remembers depends on them: 11 ms instead of 5.)
    """
    return '"' + orjson.dumps(content).decode().replace("\\", "\\\\").replace('"', '\\"') + '"'


def content_of(notice: FullNotice, fonts: Sequence[str], paper: str, *, hand: bool) -> dict[str, Any]:
    """What letter.typ reads, and every template that says as much."""
    lang, *rest = notice.language.split("-")
    furniture = notice.furniture
    return {
        "lang": lang,
        "region": next((_REGIONS.get(part, part) for part in rest if part in _REGIONS or len(part) == 2), None),
        "direction": notice.direction,
        "faces": list(fonts),
        "paper": paper,
        "document": furniture.title,
        "page": furniture.page,
        "sender": furniture.sender,
        "envelope": furniture.hand_envelope if hand else furniture.post_envelope,
        "addressee": [breakable(line) for line in notice.addressee(hand=hand)],
        **_words(notice),
        "beside": _beside(notice, fonts),
    }


def _beside(notice: FullNotice, fonts: Sequence[str]) -> dict[str, Any] | None:
    """The English below, in a face of its own: a colon of another script's face looks wrong."""
    if notice.beside is None:
        return None
    latin = [face for face in LATIN if face in fonts]
    heading = bare(notice.beside_heading)
    return _words(notice.beside) | {"lang": notice.beside.language, "faces": [*latin, *fonts], "heading": heading}


def _words(notice: FullNotice) -> dict[str, Any]:
    """Title, opening and sections: what a letter has once, or once more in English."""
    direction, unbroken = notice.direction, notice.unbroken
    return {
        "title": notice.title,
        "opening": [_runs(line, direction, unbroken) for line in notice.opening],
        "sections": [
            _section(section, direction, unbroken) if section.unbroken is None else _everybodys(section, direction)
            for section in notice.sections
        ],
    }


def _section(section: Section, direction: str, unbroken: frozenset[str]) -> dict[str, Any]:
    return {
        "heading": bare(section.heading),
        "paragraphs": [_runs(line, direction, unbroken) for line in section.paragraphs],
        "bullets": [_runs(line, direction, unbroken) for line in section.bullets],
    }


@lru_cache(maxsize=2048)
def _everybodys(section: Section, direction: str) -> orjson.Fragment:
    """A section that everybody gets is written once."""
    return orjson.Fragment(orjson.dumps(_section(section, direction, section.unbroken or frozenset())))


def _runs(line: str, direction: str, unbroken: frozenset[str]) -> str | list[tuple[str, str]]:
    if OPEN not in line:  # most lines: nothing is put in
        return line
    return [(breakable(text), _kind(text, direction, unbroken)) if inserted else (text, "text") for text, inserted in parts(line)]


def _kind(value: str, direction: str, unbroken: frozenset[str]) -> str:
    """How letter.typ sets an inserted value."""
    if value in unbroken:
        return "boxed" if len(value) <= BOXABLE else "ltr"
    leaning = leans(value, direction)
    return "text" if leaning == direction else leaning


def breakable(value: str, longest: int = LONGEST_WORD) -> str:
    """A value in which a line may break inside a word of more letters than that (U+200B), so that none runs off the paper."""
    if len(value) <= longest:
        return value
    return re.sub(rf"\S{{{longest}}}(?=\S)", "\\g<0>\u200b", value)
