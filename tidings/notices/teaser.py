"""Teasers: the first word to somebody who may not be alone with their phone. They name nothing and ask for nothing."""

from __future__ import annotations

from tidings.errors import NoticeError
from tidings.incident import Organisation
from tidings.notices.catalog import Catalog
from tidings.notices.mail import Mail, write
from tidings.notices.sms import measure

SMS = "teaser-sms"
EMAIL = tuple(f"teaser-email-{part}" for part in ("opening", "why", "reach", "code", "genuine", "never", "closing"))
ATTORNEY = tuple(f"attorney-email-{part}" for part in ("opening", "matter", "why", "reach", "code", "client", "genuine", "never"))


def sms(catalog: Catalog, office: Organisation, code: str) -> str:
    """The text message. Raises NoticeError TOO_LONG where it takes more than one segment.

    A second segment may come alone, first, or not at all: half a teaser is a riddle.
    """
    text = catalog.text(SMS, isolate=False, web=office.web, hotline=office.hotline, code=code)
    if measure(text).segments > 1:
        raise NoticeError(NoticeError.Code.TOO_LONG, f"{catalog.language}.ftl: {SMS}")
    return text


def email(catalog: Catalog, office: Organisation, code_placeholder: str) -> Mail:
    """The e-mail to a person, with `code_placeholder` where the provider puts each person's code."""
    return write(
        catalog,
        catalog.text("teaser-email-subject"),
        [catalog.text(part, web=office.web, hotline=office.hotline, code=code_placeholder) for part in EMAIL],
    )


def attorney_email(catalog: Catalog, office: Organisation, code_placeholder: str) -> Mail:
    """The e-mail to an attorney about one of their clients, whom it does not name."""
    return write(
        catalog,
        catalog.text("attorney-email-subject"),
        [
            catalog.text(part, web=office.web, hotline=office.hotline, email=office.email, code=code_placeholder)
            for part in ATTORNEY
        ],
    )
