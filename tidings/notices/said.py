"""Which messages the full notice of an incident prints, in one language: found by composing it, so that nothing can drift."""

from __future__ import annotations

from typing import Any, cast

from tidings.errors import NoticeError
from tidings.incident import Incident
from tidings.model import Kind
from tidings.notices.catalog import Catalog
from tidings.notices.notice import compose
from tidings.record import Record

_ANYBODY = Record(name="Name", kinds=frozenset(Kind))


def said(incident: Incident, catalog: Catalog) -> dict[str, str]:
    """Message by message, the text that a notice prints to somebody of whom everything was exposed.

    What the catalog lacks, or cannot format, is not there. What it has and the notice does not print is not there either.
    """
    listening = _Listening(catalog)
    compose(incident, cast("Catalog", listening), _ANYBODY, "code", incident.exposure.ended.date())
    return listening.heard


class _Listening:
    """A catalog that notes what is asked of it, and never fails."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.heard: dict[str, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._catalog, name)

    def text(self, message: str, *, isolate: bool = True, **values: str | int) -> str:
        try:
            self.heard[message] = self._catalog.text(message, isolate=isolate, **values)
        except NoticeError:
            return "cldr"  # what `months` may be; nobody reads it
        return self.heard[message]
