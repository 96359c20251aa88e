"""Letters that reveal nothing: to an address that nobody knows to be safe, and to an attorney, about clients not named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tidings.incident import Incident
from tidings.notices.catalog import Catalog
from tidings.notices.dates import day
from tidings.notices.marks import plain_line
from tidings.notices.notice import FullNotice, furniture
from tidings.notices.teaser import told
from tidings.record import Record

TEASER = tuple(f"teaser-letter-{part}" for part in ("opening", "why", "reach", "code", "genuine", "never", "closing"))
ATTORNEY = tuple(
    f"attorney-letter-{part}" for part in ("opening", "matter", "why", "reach", "code", "client", "genuine", "never")
)


def compose(incident: Incident, catalog: Catalog, record: Record, code: str, on: date | None = None) -> FullNotice:
    """As `notice.compose`, with the teaser's words. It names the person in the envelope's window only, and no office.

    Raises NoticeError BAD_MESSAGE.
    """
    office = incident.organisation
    again = incident.version > 1
    said = [told(catalog, name, again, web=office.web, hotline=office.hotline, code=code) for name in TEASER]
    title = told(catalog, "teaser-letter-title", again)
    return _letter(incident, catalog, title, said, on, record.name, record.address, record.facility, frozenset({code}))


def compose_for_attorney(
    incident: Incident, catalog: Catalog, name: str, address: str, codes: Sequence[str], on: date | None = None
) -> FullNotice:
    """To the attorney of that name: one letter for all their clients, whom only the codes tell.

    Raises NoticeError BAD_MESSAGE.
    """
    office = incident.organisation
    values: dict[str, Any] = {"web": office.web, "hotline": office.hotline, "email": office.email, "code": ", ".join(codes)}
    said = [told(catalog, message, False, **values) for message in ATTORNEY]
    title = catalog.text("attorney-letter-title")
    return _letter(incident, catalog, title, said, on, name, address, "", frozenset({office.email, values["code"]}))


def _letter(
    incident: Incident,
    catalog: Catalog,
    title: str,
    said: Sequence[str],
    on: date | None,
    name: str,
    address: str,
    facility: str,
    unbroken: frozenset[str],
) -> FullNotice:
    office = incident.organisation
    dated = (catalog.text("letter-date", date=day(on, catalog)),) if on else ()
    return FullNotice(
        language=catalog.language,
        direction=catalog.direction,
        title=title,
        opening=(*dated, *said),
        sections=(),
        furniture=furniture(catalog, office.post),
        name=plain_line(name),
        address=address,
        facility=facility,
        unbroken=frozenset({office.hotline, office.web}) | unbroken,
        on=on or incident.exposure.ended.date(),
    )
