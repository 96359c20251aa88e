"""A WhatsApp message: a template that Meta approved beforehand, one a language, and what is put into it for one person.

Business-initiated messages may say nothing else. A template's values are numbered, `{{1}}` first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tidings.errors import NoticeError
from tidings.incident import Organisation
from tidings.model import Personal
from tidings.notices.catalog import RIGHT_TO_LEFT, Catalog
from tidings.notices.marks import LEFT_TO_RIGHT
from tidings.notices.teaser import told

MESSAGE = "teaser-whatsapp"
LONGEST = 1024  # letters of a template's body (Meta)
_VALUES = ("web", "hotline", "code")
_SLOT = re.compile(r"\x02(\w+)\x03")  # no catalog can hold these two


@dataclass(frozen=True, slots=True, repr=False)
class WhatsApp(Personal):
    """`body` is the template as it is handed in for approval; `variables` what `content_variables` takes, by number."""

    language: str
    body: str
    variables: Mapping[str, str]

    @property
    def shown(self) -> str:
        """What the phone shows."""
        return re.sub(r"\{\{(\d)\}\}", lambda slot: self.variables[slot[1]], self.body)


def compose(catalog: Catalog, office: Organisation, code: str, *, again: bool = False) -> WhatsApp:
    """Raises NoticeError BAD_MESSAGE; TOO_LONG where the template, or what the phone shows, is longer than Meta allows."""
    values = {"web": office.web, "hotline": office.hotline, "code": code}
    body, order = _template(catalog, again)
    made = WhatsApp(catalog.language, body, {str(at): values[name] for at, name in enumerate(order, start=1)})
    if len(made.shown) > LONGEST:
        raise NoticeError(NoticeError.Code.TOO_LONG, f"{catalog.language}.ftl: {MESSAGE}")
    return made


@lru_cache(maxsize=256)  # the same for everybody who reads that language
def _template(catalog: Catalog, again: bool) -> tuple[str, tuple[str, ...]]:
    """With the names of the values that it takes, in the order of their numbers."""
    text = told(catalog, MESSAGE, again, isolate=False, **{name: f"\x02{name}\x03" for name in _VALUES})
    order = tuple(dict.fromkeys(_SLOT.findall(text)))
    # A template has no isolates. Without the mark a phone shows the groups of a number in the wrong order.
    mark = LEFT_TO_RIGHT if catalog.direction == RIGHT_TO_LEFT else ""
    return _SLOT.sub(lambda slot: f"{mark}{{{{{order.index(slot[1]) + 1}}}}}", text), order
