"""An e-mail's two bodies from one list of blocks: HTML that shows the same everywhere, and the same words as text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from tidings.model import Personal
from tidings.notices.catalog import RIGHT_TO_LEFT, Catalog
from tidings.notices.marks import bare, parts
from tidings.notices.notice import FullNotice

TEMPLATE = Path(__file__).with_name("mail.html")
_PAGE = Environment(autoescape=True, undefined=StrictUndefined).from_string(TEMPLATE.read_text(encoding="utf-8"))
LONGEST_UNBROKEN = 40  # letters: a longer value must be able to break on a narrow screen


class Tag(StrEnum):
    TITLE = "h1"
    HEADING = "h2"
    PARAGRAPH = "p"
    BULLET = "li"


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
    def runs(block: Block) -> list[tuple[str, str]]:
        """Each piece with what it is: "" the catalog's words, "value", or "fixed", which no line may break."""
        return [(text, _kind(text, unbroken) if inserted else "") for text, inserted in parts(block.text)]

    shown = [
        (
            body.language,
            body.direction,
            [(tag.value, [runs(block) for block in group]) for tag, group in groupby(body.blocks, lambda block: block.tag)],
        )
        for body in bodies
    ]
    return _PAGE.render(subject=subject, bodies=shown, language=bodies[0].language, direction=bodies[0].direction)


def _kind(value: str, unbroken: Collection[str]) -> str:
    if value not in unbroken:
        return "value"
    return "fixed" if len(value) < LONGEST_UNBROKEN else "ltr"
