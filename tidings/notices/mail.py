"""An e-mail's two bodies from one list of paragraphs: HTML that shows the same everywhere, and the same words as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from tidings.notices.catalog import RIGHT_TO_LEFT, Catalog
from tidings.notices.marks import bare, parts

TEMPLATE = Path(__file__).with_name("mail.html")
_PAGE = Environment(autoescape=True, undefined=StrictUndefined).from_string(TEMPLATE.read_text(encoding="utf-8"))


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


def write(catalog: Catalog, subject: str, paragraphs: Sequence[str]) -> Mail:
    """A mail of paragraphs as `Catalog.text` gives them: what stands between isolates is a code or an address.

    Text for a right-to-left reader keeps the isolates; elsewhere they only get in the way of copying a code.
    """
    text = "\n\n".join(paragraphs) + "\n"
    return Mail(
        subject=bare(subject),
        text=text if catalog.direction == RIGHT_TO_LEFT else bare(text),
        html=_PAGE.render(
            subject=bare(subject),
            paragraphs=[list(parts(paragraph)) for paragraph in paragraphs],
            language=catalog.language,
            direction=catalog.direction,
        ),
        language=catalog.language,
        direction=catalog.direction,
    )
