"""Whether a date can be said in a language: twelve months with names of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tidings.errors import NoticeError
from tidings.finding import Finding
from tidings.notices.catalog import Catalog
from tidings.notices.dates import day
from tidings.notices.lint.page import Page

DO = "write the twelve month names into `months`, with spaces between them"


def months_have_names(page: Page) -> Iterator[Finding]:
    sentence = page.theirs.sentences.get("months")
    if sentence is None or page.theirs.junk or page.theirs.twice:  # no catalog can be made of that
        return
    try:
        catalog = Catalog(page.language, page.theirs.content)
        said = {day(date(2026, month, 1), catalog) for month in range(1, 13)}
    except NoticeError:
        yield page.find("text.months", "a month has no name (CLDR gives M01)", DO, sentence)
        return
    if len(said) < 12:
        yield page.find("text.months", "two months have one name", DO, sentence)
