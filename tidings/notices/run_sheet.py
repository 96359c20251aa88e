"""A run sheet: whom to hand which letter in one place of custody. It says nothing of what the letters are about."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError

from tidings.errors import NoticeError
from tidings.incident import Incident
from tidings.model import Flag, HandOver, Personal
from tidings.notices.catalog import SOURCE, Catalog
from tidings.notices.dates import day
from tidings.notices.letters import LetterPress, breakable
from tidings.notices.marks import leans, plain_line
from tidings.record import Record

TEMPLATE = Path(__file__).with_name("run_sheet.typ")
WORDS = Path(__file__).with_name("run_sheet.ftl")
_CALLS = f'#import "/{TEMPLATE.name}": set-sheet\n#set-sheet'
_DO = ("here", "who", "closed", "silent", "language", "sign", "back")
_LONGEST_WORD, _LONGEST_NAME = 14, 400
"""Letters: of a word that fits into a column, whatever they are; and of a name, which must fit on a page."""

_NAMED = {"mam": "Mam", "kjb": "Qʼanjobʼal", "kek": "Qʼeqchiʼ", "poc": "Poqomam"}
"""Languages of our lists that CLDR has no name for."""


@dataclass(frozen=True, slots=True, repr=False)
class SheetEntry(Personal):
    """One line: the letter's number, whose it is, and in which catalog's language it is written."""

    line: int
    record: Record
    letter_language: str


def press_sheet(
    press: LetterPress, incident: Incident, code: str, facility: str, entries: Sequence[SheetEntry], on: date
) -> bytes:
    """The sheet as PDF. One name that no installed font can print does not keep the others waiting: its line says so.

    Raises NoticeError BAD_MESSAGE; NO_FONT if even the place's name cannot be printed.
    """
    words = _words()

    def pressed(some: Sequence[SheetEntry], unprintable: Collection[int] = ()) -> bytes | None:
        lines = [_line(words, press, entry, nameless=entry.line in unprintable) for entry in some]
        content = _head(words, press, incident, code, on) | {
            "facility": _text(facility),
            "count": f"{len(entries):,}",
            "lines": lines,
        }
        try:
            return press.set_pdf(_CALLS, content, on, WORDS.name)
        except NoticeError as error:
            if error.code is not NoticeError.Code.NO_FONT:
                raise
        return None

    pdf = pressed(entries) or pressed(entries, [entry.line for entry in entries if pressed([entry]) is None])
    if pdf is None:
        raise NoticeError(NoticeError.Code.NO_FONT, WORDS.name)
    return pdf


@cache
def _words() -> Catalog:
    return Catalog(SOURCE, WORDS.read_text(encoding="utf-8"))


def _head(words: Catalog, press: LetterPress, incident: Incident, code: str, on: date) -> dict[str, Any]:
    """What run_sheet.typ reads, but for the lines and their place."""

    def say(name: str, **values: str) -> str:
        return words.text(f"sheet-{name}", isolate=False, **values)

    office = incident.organisation
    named = ("title", "facility", "from", "letters", "date", "do", "sign-here", "sign-date", "by")
    return {
        "faces": list(press.faces(SOURCE)),
        "paper": press.paper,
        "says": {name: say(name) for name in named},
        "document": say("document", code=code),
        "page": say("page", page="{page}", pages="{pages}"),
        "code": say("code", code=code),
        "sender": office.sender_name,
        "on": day(on, words),
        "steps": [say(f"do-{step}", **({"post": office.post} if step == "back" else {})) for step in _DO],
        "columns": [say(column) for column in ("number", "who", "language", "came", "sign")],
        "boxes": [say(one.value) for one in HandOver],
    }


def _line(words: Catalog, press: LetterPress, entry: SheetEntry, *, nameless: bool) -> dict[str, Any]:
    """What run_sheet.typ reads of one line. `nameless`: no installed font prints the name."""

    def say(name: str, **values: str) -> str:
        return words.text(f"sheet-{name}", isolate=False, **values)

    record = entry.record
    name = plain_line(record.name)
    instead = "name-unknown" if not name else "name-unprintable" if nameless else ""
    born = record.date_of_birth
    return {
        "number": str(entry.line),
        "name": [say(instead), "ltr"] if instead else _text(name),
        "whole": len(name) <= _LONGEST_NAME,
        "born": say("born", date=day(born, words)) if born else say("born-unknown"),
        "language": _text(language) if (language := english_name(record.language)) else [say("language-unknown"), "ltr"],
        "autonym": _text(autonym) if (autonym := _autonym(press, record.language)) else None,
        "letter": say("letter-in", language=english_name(entry.letter_language) or entry.letter_language),
        "needs": _needs(say, entry),
    }


def _needs(say: Any, entry: SheetEntry) -> str:
    """Whether the person must hear it: they cannot read, or the letter is in another language than theirs."""
    if Flag.CANNOT_READ in entry.record.flags:
        return str(say("cannot-read"))
    own, letters = (tag.split("-")[0].lower() for tag in (entry.record.language, entry.letter_language))
    return "" if own == letters else str(say("interpreter"))


def english_name(tag: str) -> str:
    """What a language is called in English (CLDR); the tag itself where nobody has a name for it."""
    known: Mapping[str, str] = Locale.parse("en").languages
    parts = tag.split("-")
    tries = ("_".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((known[one] for one in tries if one in known), "") or _NAMED.get(parts[0], tag)


def _autonym(press: LetterPress, tag: str) -> str:
    """What its speakers call it; empty where CLDR does not know, where no installed font prints it, or where it is no news."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name() or ""
    except (ValueError, UnknownLocaleError):
        return ""
    return name if press.fonts_for(tag) and name.casefold() != english_name(tag).casefold() else ""


def _text(value: str) -> list[str]:
    """A value as one line, and the way it reads."""
    line = plain_line(value)
    return [breakable(line, _LONGEST_WORD), leans(line, "ltr")]
