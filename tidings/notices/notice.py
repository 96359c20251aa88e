"""The full notice: the letter's words for one person, under the headings that California Civ. Code 1798.82(d)(1) names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tidings.incident import Incident, Organisation
from tidings.model import Kind, Personal
from tidings.notices.catalog import Catalog
from tidings.notices.dates import day, moment
from tidings.notices.marks import plain_line
from tidings.record import Record


@dataclass(frozen=True, slots=True, repr=False)
class Section(Personal):
    """A heading and what stands under it: paragraphs, then bullets. Inserted values stand between U+2068 and U+2069."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()


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
    office = incident.organisation
    name = plain_line(record.name)
    say = catalog.text
    told_before = incident.version > 1
    news = _own(catalog, office, code, "new") if told_before else ()
    opening = (
        *((say("letter-date", date=day(on, catalog)),) if on else ()),
        *((say("notice-for", name=name),) if name else ()),
        *((say("supplement-opening"),) if told_before else ()),
        say("notice-from", organisation=office.name),
        say("notice-alone"),
    )
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=say("notice-title"),
        opening=opening,
        sections=(
            *((Section(say("supplement-new"), news),) if news else ()),
            Section(say("notice-happened"), (*happened(incident, catalog), *_own(catalog, office, code, "happened"))),
            information(incident, catalog, record.kinds, _own(catalog, office, code, "information")),
            Section(
                say("notice-meaning"),
                (
                    *(say(f"notice-meaning-{it}") for it in ("known", "safety", "case", "fraud")),
                    *_own(catalog, office, code, "meaning"),
                ),
            ),
            Section(
                say("notice-doing"),
                (
                    say("notice-doing-removed", ended=moment(incident.exposure.ended, catalog)),
                    *_own(catalog, office, code, "doing"),
                    say("notice-doing-telling"),
                    say("notice-doing-again"),
                ),
            ),
            Section(
                say("notice-can"),
                bullets=(
                    *(say(f"notice-can-{it}") for it in ("lawyer", "keep", "danger", "family", "phone", "fraud")),
                    *_own(catalog, office, code, "can"),
                    *((say("supplement-keep"),) if told_before else ()),
                ),
            ),
            Section(
                say("notice-more"),
                (say("notice-more-ask", code=code), *_own(catalog, office, code, "more")),
                (
                    say("notice-more-phone", hotline=office.hotline),
                    say("notice-more-web", web=office.web),
                    say("notice-more-email", email=office.email),
                    say("notice-more-post", post=office.post),
                ),
            ),
            *_agencies(incident, catalog),
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
        furniture=furniture(catalog, office.post),
        name=name,
        address=record.address,
        facility=record.facility,
        unbroken=frozenset({office.hotline, office.web, office.email, code}),
        on=on or incident.exposure.ended.date(),
    )


def furniture(catalog: Catalog, sender: str) -> Furniture:
    """Of every letter, whatever it says inside. `sender` is a postal address."""
    return Furniture(
        title=catalog.text("letter-title"),
        page=catalog.text("letter-page", isolate=False, page="{page}", pages="{pages}"),
        post_envelope=catalog.text("post-envelope"),
        hand_envelope=catalog.text("hand-envelope"),
        sender=sender,
    )


def happened(incident: Incident, catalog: Catalog) -> tuple[str, ...]:
    exposure, say = incident.exposure, catalog.text
    return (
        say(f"place-{exposure.place}"),
        say("notice-happened-when", began=moment(exposure.began, catalog), ended=moment(exposure.ended, catalog)),
        say("notice-happened-found", discovered=moment(exposure.discovered, catalog)),
        say("notice-happened-downloads-unknown")
        if exposure.downloads is None
        else say("notice-happened-downloads", downloads=exposure.downloads),
    )


def information(incident: Incident, catalog: Catalog, found: frozenset[Kind], own: tuple[str, ...]) -> Section:
    """Of this person: the columns that were not empty, in the order of `Kind`."""
    say, encrypted = catalog.text, incident.exposure.encrypted
    besides = (*((say(f"notice-encrypted-{encrypted}"),) if encrypted else ()), *own)
    if not found:
        return Section(say("notice-information"), (*besides, say("notice-information-unknown")))
    kinds = tuple(say(f"kind-{kind}") for kind in Kind if kind in found)
    return Section(say("notice-information"), (*besides, say("notice-information-list")), kinds)


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
