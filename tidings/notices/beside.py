"""The English beside a translation that nobody reviewed: below it, in letters and e-mails, under a note that says so."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from tidings.notices.catalog import SOURCE, Catalog
from tidings.notices.mail import Block, Body, Tag
from tidings.notices.notice import FullNotice
from tidings.notices.translation import State

NOTE, HEADING = "beside-note", "beside-heading"


@lru_cache(maxsize=512)  # asked for every letter; a catalog never changes
def is_reviewed(catalog: Catalog, prefixes: tuple[str, ...]) -> bool:
    """Whether every message of those names was reviewed, as it stands today. English always is: it is the source."""
    if catalog.language == SOURCE:
        return True
    states = [state for name, state in catalog.states.items() if name.startswith(prefixes)]
    return bool(states) and all(state is State.REVIEWED for state in states)


def with_english(notice: FullNotice, catalog: Catalog, english: FullNotice) -> FullNotice:
    """A letter with the same letter in English below it. Both are composed of the same facts."""
    return replace(
        notice,
        opening=(catalog.text(NOTE), *notice.opening),
        beside_heading=catalog.text(HEADING),
        beside=english,
        unbroken=notice.unbroken | english.unbroken,
    )


def bodies_with_english(body: Body, catalog: Catalog, english: Body) -> list[Body]:
    """The same for an e-mail."""
    note, heading = Block(catalog.text(NOTE)), Block(catalog.text(HEADING), Tag.TITLE)
    return [
        Body(body.language, body.direction, [note, *body.blocks, heading]),
        Body(english.language, english.direction, english.blocks),
    ]
