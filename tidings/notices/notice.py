"""The full notice: the letter's words for one person, under the headings that California Civ. Code 1798.82(d)(1) names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import Any

from tidings.incident import Incident, Organisation
from tidings.model import Kind, Personal
from tidings.notices.catalog import Catalog
from tidings.notices.dates import day, moment
from tidings.notices.marks import plain_line
from tidings.record import Record


@dataclass(frozen=True, slots=True, repr=False)
class Section(Personal):
    """A heading and what stands under it: paragraphs, then bullets. Inserted values stand between U+2068 and U+2069.

    `unbroken` is there if everybody is told the same: then it holds those values of the section that no line may break.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    unbroken: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Furniture(Personal):
    """What stands around a letter's words. `page` holds `{page}` and `{pages}`; nothing here reveals anything."""

    title: str
    page: str
    post_envelope: str
    hand_envelope: str
    sender: str


@dataclass(frozen=True, slots=True, repr=False)
class FullNotice(Personal):
    """Everything that one person's letter says, in `language` (BCP 47), which reads in `direction` (`ltr` or `rtl`).

    A teaser's letter is one too: with no sections. `beside` is the English of it, where nobody reviewed this language's.
    `name`, `address` and `facility` are for the window of the envelope. `unbroken` are the values that no line may break
    and no direction may turn around: phone number, web and mail address, code. `on` is the letter's date.
    """

    language: str
    direction: str
    title: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    furniture: Furniture
    name: str
    address: str
    facility: str
    unbroken: frozenset[str]
    on: date
    beside_heading: str = ""
    beside: FullNotice | None = None

    def addressee(self, *, hand: bool) -> tuple[str, ...]:
        """The lines in the envelope's window: by hand the name and the place of custody, by post the mailing address."""
        where = plain_line(self.facility) if hand else "\n".join(map(plain_line, self.address.splitlines()))
        return tuple(line for line in (plain_line(self.name), *where.split("\n")) if line)


def compose(incident: Incident, catalog: Catalog, record: Record, code: str, on: date | None = None) -> FullNotice:
    """One person's full notice. `on` is printed as its date; without it the letter has none, and its file gets the
    incident's last day. Raises NoticeError BAD_MESSAGE.
    """
    frame = _frame(_This(incident), catalog)
    office = incident.organisation
    name = plain_line(record.name)
    say = catalog.text
    told_before = incident.version > 1
    own = partial(_own, catalog, office, code)
    shared = frame.shared
    news = own("new")
    opening = (
        *((say("letter-date", date=day(on, catalog)),) if on else ()),
        *((say("notice-for", name=name),) if name else ()),
        *frame.opening,
    )
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=frame.title,
        opening=opening,
        sections=(
            *((Section(say("supplement-new"), news),) if news else ()),
            shared.get("happened") or happened(incident, catalog, own("happened")),
            information(incident, catalog, record.kinds, own("information")),
            shared.get("meaning") or _meaning(catalog, own("meaning")),
            shared.get("doing") or _doing(incident, catalog, own("doing")),
            shared.get("can") or _can(incident, catalog, own("can")),
            Section(say("notice-more"), (say("notice-more-ask", code=code), *own("more")), frame.routes),
            *frame.agencies,
            Section(
                say("notice-genuine"),
                (
                    say("notice-genuine-code", code=code),
                    *((say("supplement-code"),) if told_before else ()),
                    say("notice-genuine-check", hotline=office.hotline, web=office.web),
                    say("notice-genuine-never"),
                ),
            ),
        ),
        furniture=frame.furniture,
        name=name,
        address=record.address,
        facility=record.facility,
        unbroken=_unbroken(office) | {code},
        on=on or incident.exposure.ended.date(),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _This:
    """An incident as a key: the very same one."""

    incident: Incident

    def __hash__(self) -> int:
        return id(self.incident)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and other.incident is self.incident


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a notice says alike to everybody in one language. `shared` are the sections without a word of one person's, by their
    part: one of them is missing where the incident adds something to it that may depend on a person.
    """

    title: str
    opening: tuple[str, ...]
    shared: dict[str, Section]
    routes: tuple[str, ...]
    agencies: tuple[Section, ...]
    furniture: Furniture


@lru_cache(maxsize=256)
def _frame(this: _This, catalog: Catalog) -> _Frame:
    incident, say = this.incident, catalog.text
    office = incident.organisation
    parts: dict[str, Callable[[tuple[str, ...]], Section]] = {
        "happened": lambda own: happened(incident, catalog, own),
        "meaning": lambda own: _meaning(catalog, own),
        "doing": lambda own: _doing(incident, catalog, own),
        "can": lambda own: _can(incident, catalog, own),
    }
    shared = {}
    for part, section in parts.items():
        own = _own(catalog, office, "", part)
        if all((names := catalog.depends_on(name)) is not None and "code" not in names for name in catalog.own_in(part)):
            shared[part] = replace(section(own), unbroken=_unbroken(office))
    return _Frame(
        title=say("notice-title"),
        opening=(
            *((say("supplement-opening"),) if incident.version > 1 else ()),
            say("notice-from", organisation=office.name),
            say("notice-alone"),
        ),
        shared=shared,
        routes=(
            say("notice-more-phone", hotline=office.hotline),
            say("notice-more-web", web=office.web),
            say("notice-more-email", email=office.email),
            say("notice-more-post", post=office.post),
        ),
        agencies=tuple(replace(it, unbroken=_unbroken(office)) for it in _agencies(incident, catalog)),
        furniture=furniture(catalog, office.post),
    )


def _unbroken(office: Organisation) -> frozenset[str]:
    return frozenset({office.hotline, office.web, office.email})


def furniture(catalog: Catalog, sender: str) -> Furniture:
    """Of every letter, whatever it says inside. `sender` is a postal address."""
    return Furniture(
        title=catalog.text("letter-title"),
        page=catalog.text("letter-page", isolate=False, page="{page}", pages="{pages}"),
        post_envelope=catalog.text("post-envelope"),
        hand_envelope=catalog.text("hand-envelope"),
        sender=sender,
    )


def happened(incident: Incident, catalog: Catalog, own: tuple[str, ...]) -> Section:
    exposure, say = incident.exposure, catalog.text
    downloads = (
        say("notice-happened-downloads-unknown")
        if exposure.downloads is None
        else say("notice-happened-downloads", downloads=exposure.downloads)
    )
    when = say("notice-happened-when", began=moment(exposure.began, catalog), ended=moment(exposure.ended, catalog))
    found = say("notice-happened-found", discovered=moment(exposure.discovered, catalog))
    return Section(say("notice-happened"), (say(f"place-{exposure.place}"), when, found, downloads, *own))


def _meaning(catalog: Catalog, own: tuple[str, ...]) -> Section:
    say = catalog.text
    return Section(say("notice-meaning"), (*(say(f"notice-meaning-{it}") for it in ("known", "safety", "case", "fraud")), *own))


def _doing(incident: Incident, catalog: Catalog, own: tuple[str, ...]) -> Section:
    say = catalog.text
    removed = say("notice-doing-removed", ended=moment(incident.exposure.ended, catalog))
    return Section(say("notice-doing"), (removed, *own, say("notice-doing-telling"), say("notice-doing-again")))


def _can(incident: Incident, catalog: Catalog, own: tuple[str, ...]) -> Section:
    say = catalog.text
    advice = (say(f"notice-can-{it}") for it in ("lawyer", "keep", "danger", "family", "phone", "fraud"))
    return Section(say("notice-can"), bullets=(*advice, *own, *((say("supplement-keep"),) if incident.version > 1 else ())))


def information(incident: Incident, catalog: Catalog, known: frozenset[Kind], own: tuple[str, ...]) -> Section:
    """Of this person: the columns that were not empty, in the order of `Kind`."""
    say, encrypted = catalog.text, incident.exposure.encrypted
    besides = (*((say(f"notice-encrypted-{encrypted}"),) if encrypted else ()), *own)
    if not known:
        return Section(say("notice-information"), (*besides, say("notice-information-unknown")))
    kinds = tuple(say(message) for kind, message in _KINDS if kind in known)
    return Section(say("notice-information"), (*besides, say("notice-information-list")), kinds)


_KINDS = tuple((kind, f"kind-{kind}") for kind in Kind)


def _agencies(incident: Incident, catalog: Catalog) -> tuple[Section, ...]:
    """Part of the section before: it has no heading."""
    if not incident.agencies:
        return ()
    lines = tuple(catalog.text("notice-agency", name=it.name, phone=it.phone, web=it.web) for it in incident.agencies)
    return (Section("", (catalog.text("notice-agencies"),), lines),)


def _own(catalog: Catalog, office: Organisation, code: str, part: str) -> tuple[str, ...]:
    """What the incident itself says in one part of the notice: its messages `incident-<part>` and `incident-<part>-…`.

    Which they are, and their order, is the English's: a translation that lacks one cannot be sent.
    """
    names = catalog.own_in(part)
    if not names:
        return ()
    given: dict[str, Any] = {
        "web": office.web,
        "hotline": office.hotline,
        "email": office.email,
        "organisation": office.name,
        "code": code,
    }
    return tuple(catalog.text(name, **given) for name in names)
