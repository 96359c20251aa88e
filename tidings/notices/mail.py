"""An e-mail's two bodies from one list of blocks: HTML that shows the same everywhere, and the same words as text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import escape

from tidings.model import Personal
from tidings.notices.catalog import RIGHT_TO_LEFT, Catalog
from tidings.notices.marks import OPEN, bare, parts
from tidings.notices.notice import FullNotice

TEMPLATE = Path(__file__).with_name("mail.html")
_PIECES: Any = Environment(autoescape=True, undefined=StrictUndefined).from_string(TEMPLATE.read_text(encoding="utf-8")).module
_SLOT = "\x02"  # stands nowhere in the template
LONGEST_UNBROKEN = 40  # letters: a longer value must be able to break on a narrow screen


class Tag(StrEnum):
    TITLE = "h1"
    HEADING = "h2"
    PARAGRAPH = "p"
    BULLET = "li"


def _around(piece: str) -> tuple[str, str]:
    """What stands before a piece's content, and after."""
    before, _slot, after = str(piece).rpartition(_SLOT)
    return before, after


_BLOCK = {tag: _around(_PIECES.block(tag.value, _SLOT)) for tag in Tag}
_BULLETS = _around(_PIECES.bullets(_SLOT))
_VALUE = {kind: _around(_PIECES.value(kind, _SLOT)) for kind in ("value", "fixed", "ltr")}


@dataclass(frozen=True, slots=True, repr=False)
class Block(Personal):
    """One paragraph, heading or bullet, as `Catalog.text` gives it: what stands between isolates is a value."""

    text: str
    tag: Tag = Tag.PARAGRAPH


@dataclass(frozen=True, slots=True, repr=False)
class Body(Personal):
    """Blocks in one language, which reads in `direction`. A mail has one, or the English below it as well."""

    language: str
    direction: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True)
class Mail:
    """An e-mail before it has a recipient: the same for all who get it in that language.

    Holds nobody's data: where each person's code belongs stands the placeholder that the provider replaces.
    `language` is a BCP 47 tag, `direction` is `ltr` or `rtl`.
    """

    subject: str
    text: str
    html: str
    language: str
    direction: str


@dataclass(frozen=True, slots=True, repr=False)
class FullMail(Personal):
    """One person's full notice as an e-mail, for a mailbox that is known to be safe. The fields are those of `Mail`."""

    subject: str
    text: str
    html: str
    language: str
    direction: str


def write(subject: str, bodies: Sequence[Body], unbroken: Collection[str]) -> Mail:
    """A mail for many. `unbroken` are the values that no line may break and no direction turn around, as in `FullNotice`."""
    first = bodies[0]
    text, html = _text(bodies), _html(bare(subject), bodies, unbroken)
    return Mail(bare(subject), text, html, first.language, first.direction)


def write_full(subject: str, notice: FullNotice) -> FullMail:
    """A person's full notice. The subject says no more than a teaser's: it shows on a locked screen."""
    bodies = [_body(notice)]
    if notice.beside:
        english = _body(notice.beside)
        heading = Block(notice.beside_heading, Tag.HEADING)
        bodies.append(Body(english.language, english.direction, [heading, *english.blocks]))
    return FullMail(
        bare(subject), _text(bodies), _html(bare(subject), bodies, notice.unbroken), notice.language, notice.direction
    )


def teaser_body(catalog: Catalog, paragraphs: Iterable[str]) -> Body:
    return Body(catalog.language, catalog.direction, [Block(paragraph) for paragraph in paragraphs])


def _body(notice: FullNotice) -> Body:
    return Body(notice.language, notice.direction, list(_blocks(notice)))


def _blocks(notice: FullNotice) -> Iterator[Block]:
    yield Block(notice.title, Tag.TITLE)
    yield from map(Block, notice.opening)
    for section in notice.sections:
        if section.heading:
            yield Block(section.heading, Tag.HEADING)
        yield from map(Block, section.paragraphs)
        yield from (Block(bullet, Tag.BULLET) for bullet in section.bullets)


def _text(bodies: Sequence[Body]) -> str:
    """Text for a right-to-left reader keeps the isolates; elsewhere they only get in the way of copying a code."""
    written = []
    for body in bodies:
        lines = [f"- {block.text}" if block.tag is Tag.BULLET else block.text for block in body.blocks]
        text = "\n\n".join(lines) + "\n"
        written.append(text if body.direction == RIGHT_TO_LEFT else bare(text))
    return "\n\n".join(written)


def _html(subject: str, bodies: Sequence[Body], unbroken: Collection[str]) -> str:
    written: list[str] = []
    for body in bodies:
        before, after = _body_around(body.language, body.direction)
        written += (before, _blocks_html(body.blocks, unbroken), after)
    before, after = _page_around(subject, bodies[0].language, bodies[0].direction)
    return "".join((before, *written, after))


@lru_cache(maxsize=256)
def _body_around(language: str, direction: str) -> tuple[str, str]:
    return _around(_PIECES.body(language, direction, _SLOT))


@lru_cache(maxsize=256)  # a subject is nobody's own
def _page_around(subject: str, language: str, direction: str) -> tuple[str, str]:
    return _around(_PIECES.page(subject, language, direction, _SLOT))


def _blocks_html(blocks: Sequence[Block], unbroken: Collection[str]) -> str:
    """Bullets that follow each other are one list."""
    kinds = {str(escape(value)): _kind(value) for value in unbroken}
    written: list[str] = []
    listing = False
    for block, text in zip(blocks, _escaped([block.text for block in blocks]), strict=True):
        if (block.tag is Tag.BULLET) is not listing:
            listing = not listing
            written.append(_BULLETS[0 if listing else 1])
        before, after = _BLOCK[block.tag]
        written += (before, _runs_html(text, kinds) if OPEN in text else text, after)
    if listing:
        written.append(_BULLETS[1])
    return "".join(written)


def _escaped(texts: Sequence[str]) -> Sequence[str]:
    """All at once, which takes a tenth of the time."""
    made = str(escape(_SLOT.join(texts))).split(_SLOT)
    return made if len(made) == len(texts) else [str(escape(text)) for text in texts]


def _runs_html(text: str, kinds: Mapping[str, str]) -> str:
    """Of a text that was escaped, with what each value is that is not just a value."""
    written: list[str] = []
    for piece, inserted in parts(text):
        before, after = _VALUE[kinds.get(piece, "value")] if inserted else ("", "")
        written += (before, piece, after)
    return "".join(written)


def _kind(value: str) -> str:
    """How a value is set that no direction may turn around: "fixed" if no line may break it either."""
    return "fixed" if len(value) < LONGEST_UNBROKEN else "ltr"
