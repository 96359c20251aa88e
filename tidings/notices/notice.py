"""The full notice: the letter's words for one person, under the headings that California Civ. Code 1798.82(d)(1) names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tidings.incident import Incident
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
    opening = (
        *((say("letter-date", date=day(on, catalog)),) if on else ()),
        *((say("notice-for", name=name),) if name else ()),
        say("notice-from", organisation=office.name),
        say("notice-alone"),
    )
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=say("notice-title"),
        opening=opening,
        sections=(
            _happened(incident, catalog),
            _information(catalog, record),
            _section(catalog, "notice-meaning", ("known", "safety", "case", "fraud")),
            Section(
                say("notice-doing"),
                (
                    say("notice-doing-removed", ended=moment(incident.exposure.ended, catalog)),
                    say("notice-doing-telling"),
                    say("notice-doing-again"),
                ),
            ),
            Section(
                say("notice-can"),
                bullets=tuple(say(f"notice-can-{it}") for it in ("lawyer", "keep", "danger", "family", "phone", "fraud")),
            ),
            Section(
                say("notice-more"),
                (say("notice-more-ask", code=code),),
                (
                    say("notice-more-phone", hotline=office.hotline),
                    say("notice-more-web", web=office.web),
                    say("notice-more-email", email=office.email),
                    say("notice-more-post", post=office.post),
                ),
            ),
            Section(
                say("notice-genuine"),
                (
                    say("notice-genuine-code", code=code),
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


def _happened(incident: Incident, catalog: Catalog) -> Section:
    exposure, say = incident.exposure, catalog.text
    return Section(
        say("notice-happened"),
        (
            say(f"place-{exposure.place}"),
            say("notice-happened-when", began=moment(exposure.began, catalog), ended=moment(exposure.ended, catalog)),
            say("notice-happened-found", discovered=moment(exposure.discovered, catalog)),
            say("notice-happened-downloads-unknown")
            if exposure.downloads is None
            else say("notice-happened-downloads", downloads=exposure.downloads),
        ),
    )


def _information(catalog: Catalog, record: Record) -> Section:
    """Of this person: the columns that were not empty, in the order of `Kind`."""
    say = catalog.text
    if not record.kinds:
        return Section(say("notice-information"), (say("notice-information-unknown"),))
    kinds = tuple(say(f"kind-{kind}") for kind in Kind if kind in record.kinds)
    return Section(say("notice-information"), (say("notice-information-list"),), kinds)


def _section(catalog: Catalog, heading: str, paragraphs: tuple[str, ...]) -> Section:
    return Section(catalog.text(heading), tuple(catalog.text(f"{heading}-{it}") for it in paragraphs))
