"""The school years that the English takes to read: Flesch-Kincaid, 0.39 words a sentence + 11.8 syllables a word - 15.59.

Syllables are counted as runs of vowels. (textstat, which would count them from a dictionary, fetches that from the network.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tidings.finding import Finding
from tidings.notices.lint.page import Page

SIXTH = 6.0
HARD = 9.0
"""For one sentence alone, whose grade jumps about more than a text's."""

_NOT_READ = ("attorney-", "kind-", "letter-", "sheet-", "months", "moment")
"""For law offices and helpers, or no sentences."""

_ENOUGH = 12  # words, below which one sentence's grade says nothing


def reads_easily(page: Page) -> Iterator[Finding]:
    if not page.is_source:
        return
    said = {
        name: text
        for name, sentence in page.theirs.sentences.items()
        if not name.startswith(_NOT_READ) and (text := page.reading(sentence)).rstrip().endswith((".", "?", "!"))
    }
    for name, text in said.items():
        if len(_words(text)) >= _ENOUGH and (years := grade([text])) > HARD:
            about = f"it reads at grade {years:.1f}, and {HARD:.0f} is the most for one message"
            yield page.find("text.grade", about, "shorter sentences, shorter words", page.theirs.sentences[name])
    if said and (years := grade(said.values())) > SIXTH:
        about = f"it reads at grade {years:.1f} in all, and {SIXTH:.0f} is the most"
        yield page.find("text.grade", about, "shorter sentences, shorter words")


def grade(texts: Iterable[str]) -> float:
    """The US school grade at which texts of whole sentences can be read."""
    text = " ".join(texts)
    words = _words(text)
    sentences = len(re.findall(r"[.?!:](?:\s|$)", text)) or 1
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / max(len(words), 1) - 15.59


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:['’][a-z]+)?", text.casefold())


def _syllables(word: str) -> int:
    """Runs of vowels; the e of `-ed`, `-es` and at the end is silent."""
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?:es|ed|e)$", "", word))))
