"""Teasers: the first word to somebody who may not be alone with their phone. They name nothing and ask for nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from tidings.errors import NoticeError
from tidings.incident import Organisation
from tidings.notices.catalog import Catalog
from tidings.notices.mail import Body, teaser_body
from tidings.notices.sms import measure

SMS = "teaser-sms"
EMAIL = tuple(f"teaser-email-{part}" for part in ("opening", "why", "reach", "code", "genuine", "never", "closing"))
ATTORNEY = tuple(f"attorney-email-{part}" for part in ("opening", "matter", "why", "reach", "code", "client", "genuine", "never"))


class Reply(StrEnum):
    """What we answer a text message that somebody sends to us. Each is a message of the catalogs, `reply-<value>`."""

    STOP = "stop"
    START = "start"
    HELP = "help"
    WHO = "who"  # who is this?
    OTHER = "other"  # anything else: nobody reads it


def told(catalog: Catalog, name: str, again: bool, *, isolate: bool = True, **values: str) -> str:
    """A message, in its wording for people who were told before (`<name>-again`) if `again` and if it has one."""
    chosen = f"{name}-again" if again and f"{name}-again" in AGAIN else name
    return catalog.text(chosen, isolate=isolate, **values)


AGAIN = frozenset(
    f"{name}-again"
    for name in (
        "teaser-sms",
        "teaser-whatsapp",
        "teaser-voice-message",
        "teaser-email-subject",
        "teaser-email-opening",
        "teaser-letter-title",
        "teaser-letter-opening",
    )
)


def sms(catalog: Catalog, office: Organisation, code: str, *, again: bool = False) -> str:
    """The text message. Raises NoticeError TOO_LONG where it takes more than one segment.

    A second segment may come alone, first, or not at all: half a teaser is a riddle.
    """
    text = told(catalog, SMS, again, isolate=False, web=office.web, hotline=office.hotline, code=code)
    return _one_segment(catalog, SMS, text)


def reply(catalog: Catalog, office: Organisation, to: Reply) -> str:
    """The answer to a text message that somebody sent us. Raises NoticeError TOO_LONG."""
    name = f"reply-{to}"
    return _one_segment(catalog, name, catalog.text(name, isolate=False, web=office.web, hotline=office.hotline))


def email(catalog: Catalog, office: Organisation, code_placeholder: str, *, again: bool = False) -> Body:
    """The e-mail to a person, with `code_placeholder` where the provider puts each person's code."""
    values: dict[str, Any] = {"web": office.web, "hotline": office.hotline, "code": code_placeholder}
    return teaser_body(catalog, [told(catalog, part, again, **values) for part in EMAIL])


def attorney_email(catalog: Catalog, office: Organisation, code_placeholder: str) -> Body:
    """The e-mail to an attorney about their clients, whom only the codes tell."""
    values: dict[str, Any] = {"web": office.web, "hotline": office.hotline, "email": office.email, "code": code_placeholder}
    return teaser_body(catalog, [told(catalog, part, False, **values) for part in ATTORNEY])


def _one_segment(catalog: Catalog, name: str, text: str) -> str:
    if measure(text).segments > 1:
        raise NoticeError(NoticeError.Code.TOO_LONG, f"{catalog.language}.ftl: {name}")
    return text
