"""A statement for one person, to show to a lawyer, a court or an officer: what was exposed, and how they were told.

Its words are a function of its facts: whoever has the facts can compose it again, and compare.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from tidings.errors import NoticeError
from tidings.incident import Exposure, Incident
from tidings.model import Channel, Kind, Personal
from tidings.notices.beside import HEADING, NOTE, is_reviewed
from tidings.notices.catalog import SOURCE, Catalog, Catalogs
from tidings.notices.dates import day
from tidings.notices.letters import LetterPress, content_of
from tidings.notices.marks import bare, plain_line
from tidings.notices.notice import FullNotice, Section, furniture, happened, information

TEMPLATE = Path(__file__).with_name("statement.typ")
PROGRAM = "tidings statement verify"
_CALLS = f'#import "/{TEMPLATE.name}": set-statement\n#set-statement'
_STANDARDS = ("a-3a", "ua-1")  # PDF/A-3 is the first that may hold files of any kind
_MESSAGES = (
    "statement-",
    "notice-happened",
    "notice-information",
    "notice-encrypted",
    "notice-genuine-code",
    "notice-genuine-check",
    "kind-",
    "place-",
    "letter-date",
    "months",
    "moment",
    "beside-",
)
_WHATSAPP = "WhatsApp"  # a name, the same in every language


class Came(StrEnum):
    """What one entry says of a notice. Each is the message `statement-<value>`."""

    SENT = "sent"
    MADE = "made"
    TRIED = "tried"
    ARRIVED = "arrived"
    FAILED = "failed"


class Told(NamedTuple):
    """One line of how they were told: one entry's."""

    came: Came
    channel: Channel
    attorney: bool
    on: date
    """In UTC, as the ledger counts days."""


@dataclass(frozen=True, slots=True, repr=False)
class StatementFacts(Personal):
    """All that a statement says of its person. `key` is the beginning of the key that seals it."""

    name: str
    born: date | None
    kinds: frozenset[Kind]
    code: str
    told: tuple[Told, ...]
    otherwise: date | None
    """When an officer wrote down that they were told in another way."""
    key: str
    on: date


@dataclass(frozen=True, slots=True, repr=False)
class Attached(Personal):
    """A file inside the PDF. `about` is for whoever lists them."""

    name: str
    content: str
    type: str
    about: str


def compose_statement(incident: Incident, catalogs: Catalogs, language: str, facts: StatementFacts) -> FullNotice:
    """A statement in one language, with the English of it below where it is another. Raises NoticeError."""
    made = _composed(incident, catalogs[language], facts)
    if language == SOURCE:
        return made
    catalog, english = catalogs[language], _composed(incident, catalogs[SOURCE], facts)
    note = () if is_reviewed(catalog, _MESSAGES) else (catalog.text(NOTE),)
    return replace(
        made,
        opening=(*note, *made.opening),
        beside_heading=catalog.text(HEADING),
        beside=english,
        unbroken=made.unbroken | english.unbroken,
    )


def statement_words(notice: FullNotice) -> list[str]:
    """Every line in its order, without the marks around values."""
    lines = [notice.title, *notice.opening]
    for section in notice.sections:
        lines += [section.heading, *section.paragraphs, *section.bullets]
    return [bare(line) for line in lines if line]


def statement_text(notice: FullNotice) -> dict[str, list[str]]:
    """The lines by language: the person's, and the English beside it."""
    return {one.language: statement_words(one) for one in (notice, notice.beside) if one is not None}


def press_statement(press: LetterPress, notice: FullNotice, files: Sequence[Attached]) -> bytes:
    """The PDF (PDF/A-3a, PDF/UA-1) with these files in it: the same bytes for the same of both. NoticeError NO_FONT."""
    fonts = press.faces(notice.language)
    if not fonts:
        raise NoticeError(NoticeError.Code.NO_FONT, notice.language)
    given = [{"name": one.name, "content": one.content, "type": one.type, "about": one.about} for one in files]
    content = content_of(notice, fonts, press.paper, hand=False) | {"files": given}
    return press.set_pdf(_CALLS, content, notice.on, notice.language, _STANDARDS)


def edition(catalogs: Catalogs, language: str) -> str:
    """SHA-256, in hex, of all messages that a statement in that language may be made of: the same words under the same name."""
    digest = hashlib.sha256()
    for catalog in (catalogs[language], catalogs[SOURCE]):
        for name, sentence in sorted(catalog.sentences.items()):
            if name.startswith(_MESSAGES):
                part = sentence.text.encode()
                digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def hours_and_minutes(exposure: Exposure) -> str:
    """`5:05`: no word in it, so it is the same in every language."""
    hours, minutes = divmod(max(0, (exposure.ended - exposure.began) // timedelta(minutes=1)), 60)
    return f"{hours}:{minutes:02}"


def _composed(incident: Incident, catalog: Catalog, facts: StatementFacts) -> FullNotice:
    office, say, name = incident.organisation, catalog.text, plain_line(facts.name)
    what = happened(incident, catalog, ())
    lasted = say("statement-lasted", time=hours_and_minutes(incident.exposure))
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=say("statement-title"),
        opening=(
            say("letter-date", date=day(facts.on, catalog)),
            *((say("statement-for", name=name),) if name else ()),
            *((say("statement-born", date=day(facts.born, catalog)),) if facts.born else ()),
            say("statement-from", organisation=office.name),
        ),
        sections=(
            Section(what.heading, (*what.paragraphs[:2], lasted, *what.paragraphs[2:])),
            information(incident, catalog, facts.kinds, ()),
            _told(catalog, facts),
            Section(
                "",
                (say("statement-unsure"), say("statement-until", date=day(facts.on, catalog))),
            ),
            Section(
                say("statement-check"),
                (
                    say("notice-genuine-code", code=facts.code),
                    say("notice-genuine-check", hotline=office.hotline, web=office.web),
                    say("statement-check-file"),
                    say("statement-check-program", program=PROGRAM, hotline=office.hotline, key=facts.key),
                    say("statement-check-record"),
                ),
            ),
        ),
        furniture=furniture(catalog, office.post),
        name=name,
        address="",
        facility="",
        unbroken=frozenset({office.hotline, office.web, facts.code, facts.key, PROGRAM}),
        on=facts.on,
    )


def _told(catalog: Catalog, facts: StatementFacts) -> Section:
    """The days in their order, as the entries stand."""
    lines = [
        catalog.text(f"statement-{one.came}", way=_way(catalog, one.channel, attorney=one.attorney), date=day(one.on, catalog))
        for one in facts.told
    ]
    if facts.otherwise:
        lines.append(catalog.text("statement-otherwise", date=day(facts.otherwise, catalog)))
    nothing = () if lines else (catalog.text("statement-none"),)
    return Section(catalog.text("statement-told"), nothing, tuple(lines))


def _way(catalog: Catalog, channel: Channel, *, attorney: bool) -> str:
    way = _WHATSAPP if channel is Channel.WHATSAPP else catalog.text(f"statement-{channel}", isolate=False)
    return catalog.text("statement-attorney", isolate=False, way=way) if attorney else way
