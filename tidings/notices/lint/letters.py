"""Whether the letters of a text are the language's own: its scripts, no presentation forms, no stray direction marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tidings.finding import Finding
from tidings.notices.catalog import script_of
from tidings.notices.lint.page import Page

PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefe\ufb00-\ufb4f]")
"""Ready-shaped Arabic (and Hebrew, Armenian, Latin) letters: they neither join nor can be searched for."""

MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Invisible direction marks: in a file they must be written out, so that a translator sees them: { "\\u200E" }."""

SCRIPT_NAMES = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Arab": "ARABIC",
    "Hans": "CJK",
    "Deva": "DEVANAGARI",
    "Guru": "GURMUKHI",
    "Beng": "BENGALI",
    "Ethi": "ETHIOPIC",
    "Armn": "ARMENIAN",
    "Geor": "GEORGIAN",
}
"""How Unicode begins the names of a script's letters."""

_SYNTAX = re.compile(r"\{[^{}]*\}|^\S+ =|\[\w+\]", re.MULTILINE)


def presentation_forms(page: Page) -> Iterator[Finding]:
    for sentence in page.theirs.sentences.values():
        if found := PRESENTATION.search(sentence.text):
            about = f"U+{ord(found[0]):04X} is a presentation form"
            yield page.find("text.presentation_form", about, "type the ordinary letter", sentence)


def direction_marks(page: Page) -> Iterator[Finding]:
    for sentence in page.theirs.sentences.values():
        if found := MARKS.search(sentence.text):
            mark = f"U+{ord(found[0]):04X}"
            do = f'delete it, or write {{ "\\u{ord(found[0]):04X}" }} where it is needed'
            yield page.find("text.stray_mark", f"{mark} stands there unseen", do, sentence)


def composed(page: Page) -> Iterator[Finding]:
    for sentence in page.theirs.sentences.values():
        if unicodedata.normalize("NFC", sentence.text) != sentence.text:
            yield page.find("text.not_nfc", "letters and accents stand apart", "save the file as NFC", sentence)


def one_script(page: Page) -> Iterator[Finding]:
    """A word in two scripts is a slip of the keyboard (a Latin a in a Cyrillic word) or a trick; a whole word may be a name."""
    for sentence in page.theirs.sentences.values():
        for word in re.findall(r"\w+", _SYNTAX.sub(" ", sentence.text)):
            scripts = {script for letter in word if (script := _script(letter))}
            if len(scripts) > 1:
                yield page.find("text.mixed_scripts", f"“{word}” mixes {' and '.join(sorted(scripts))}", "type it anew", sentence)


def own_script(page: Page) -> Iterator[Finding]:
    """Most letters are of the language's script: else it is another language's text."""
    own = SCRIPT_NAMES.get(script_of(page.language))
    for sentence in page.theirs.sentences.values():
        scripts = [script for letter in _SYNTAX.sub(" ", sentence.text) if (script := _script(letter))]
        if own and len(scripts) > 8 and scripts.count(own) * 2 < len(scripts):
            yield page.find("text.other_script", f"it is not written in {own.title()}", "translate it", sentence)


def _script(letter: str) -> str:
    """A letter's script as SCRIPT_NAMES has it; empty for figures, signs and marks."""
    if not letter.isalpha():
        return ""
    name = unicodedata.name(letter, "")
    return next((script for script in SCRIPT_NAMES.values() if name.startswith(script)), "OTHER")
