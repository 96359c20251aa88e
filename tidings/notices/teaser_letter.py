"""The letter to an address that nobody knows to be safe: it reveals nothing, and says where to ask, and with which code."""

from __future__ import annotations

from datetime import date

from tidings.incident import Incident
from tidings.notices.catalog import Catalog
from tidings.notices.dates import day
from tidings.notices.marks import plain_line
from tidings.notices.notice import FullNotice, furniture
from tidings.record import Record

MESSAGES = (
    "teaser-letter-opening",
    "teaser-letter-why",
    "teaser-email-reach",
    "teaser-email-code",
    "teaser-email-genuine",
    "teaser-letter-never",
    "teaser-letter-closing",
)


def compose(incident: Incident, catalog: Catalog, record: Record, code: str, on: date | None = None) -> FullNotice:
    """As `notice.compose`, with the teaser's words. It names the person in the envelope's window only, and no office.

    Raises NoticeError BAD_MESSAGE.
    """
    office = incident.organisation
    said = [catalog.text(name, web=office.web, hotline=office.hotline, code=code) for name in MESSAGES]
    dated = (catalog.text("letter-date", date=day(on, catalog)),) if on else ()
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=catalog.text("teaser-letter-title"),
        opening=(*dated, *said),
        sections=(),
        furniture=furniture(catalog, office.post),
        name=plain_line(record.name),
        address=record.address,
        facility=record.facility,
        unbroken=frozenset({office.hotline, office.web, code}),
        on=on or incident.exposure.ended.date(),
    )
