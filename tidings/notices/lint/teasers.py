"""Whether what anybody may read says too much, and whether it fits where it goes."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.finding import Finding
from tidings.notices.careful import (
    LONGEST,
    LONGEST_SPOKEN,
    ONE_SEGMENT,
    VOICE,
    WHATSAPP,
    is_careful,
    revealing,
    revealing_to_attorneys,
    revealing_words,
)
from tidings.notices.lint.page import Page
from tidings.notices.sms import BASIC, EXTENSION, ONE, Encoding, measure


def reveals(page: Page) -> Iterator[Finding]:
    if not revealing_words().get(page.language) and any(map(is_careful, page.theirs.sentences)):
        do = "list this language's words there, so that a teaser can be checked for them"
        yield page.find("teaser.no_words", "revealing.toml has no words of this language", do)
    for name, sentence in page.theirs.sentences.items():
        if is_careful(name):
            for word in revealing(page.reading(sentence), page.language):
                yield page.find("teaser.reveals", f"it holds “{word}”", "say it without that word", sentence)


def reveals_to_a_law_office(page: Page) -> Iterator[Finding]:
    """It knows that it is about a client and privacy, and should learn no more from a message that anybody there may open."""
    for name, sentence in page.theirs.sentences.items():
        if name.startswith("attorney-"):
            for word in revealing_to_attorneys(page.reading(sentence), page.language):
                do = "say it without that word, or list it under `attorneys` in revealing.toml"
                yield page.find("attorney.reveals", f"it holds “{word}”", do, sentence)


def fits_one_segment(page: Page) -> Iterator[Finding]:
    for name in ONE_SEGMENT:
        if sentence := page.theirs.sentences.get(name):
            text = page.reading(sentence)
            length = measure(text)
            if length.segments > 1:
                about = f"{length.units} units of {length.encoding}, and one segment has {ONE[length.encoding]}"
                yield page.find("teaser.too_long", about + _why_ucs2(text), "make it shorter", sentence)


def fits_its_place(page: Page) -> Iterator[Finding]:
    for name, sentence in page.theirs.sentences.items():
        longest = LONGEST.get(name) or (LONGEST_SPOKEN if name.startswith(VOICE) else None)
        length = len(page.reading(sentence))
        if longest and length > longest:
            yield page.find("text.too_long", f"{length} letters, and there is room for {longest}", "make it shorter", sentence)


def whatsapp_values_stand_inside(page: Page) -> Iterator[Finding]:
    """WhatsApp refuses a template that begins or ends with a value, or has a line break."""
    for name, sentence in page.theirs.sentences.items():
        if not name.startswith(WHATSAPP):
            continue
        pattern = sentence.text.split("=", 1)[1].strip()
        if pattern.startswith("{") or pattern.endswith("}") or "\n" in page.reading(sentence):
            do = "put words, at least a full stop, before and after; one paragraph"
            yield page.find("teaser.whatsapp", "it begins or ends with a value, or has a line break", do, sentence)


def _why_ucs2(text: str) -> str:
    """Names the letters that make it so, where they are few: then they can be avoided."""
    outside = sorted({letter for letter in text if letter not in BASIC and letter not in EXTENSION})
    few = measure(text).encoding is Encoding.UCS2 and len(outside) <= 6
    return f" because of {' '.join(outside)}" if few else ""
