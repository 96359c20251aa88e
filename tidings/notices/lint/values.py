"""Whether what an incident puts into the texts fits and reveals nothing: its own phone number, address and web address."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

from tidings.errors import NoticeError
from tidings.finding import Finding
from tidings.incident import Incident
from tidings.notices import teaser, voice, whatsapp
from tidings.notices.careful import ATTORNEYS, revealing, revealing_words
from tidings.notices.catalog import FOLDER, SOURCE, TEXTS, Catalog, Catalogs
from tidings.notices.lint.page import shown
from tidings.notices.teaser import Reply

LONGEST_CODE = "K7Q2-M9XD"
ANSWER_URL = "https://a-receiver-with-quite-a-long-name.notices.example.org/twilio/voice?attempt=aaaaaaaaaaaaaaaaaaaaaaaaaa"
NEWS = "incident-new"
SEEN = ("web", "post", "sender_name")
"""What of an organisation everybody sees who sees a teaser or an envelope."""


def lint_values(incident: Incident, folder: Path, languages: Collection[str] = (), catalogs: Path = FOLDER) -> Iterator[Finding]:
    """What is wrong with an incident's values in the texts. Raises NoticeError BAD_STAMP, BAD_MESSAGE."""
    file = folder / "incident.toml"
    for key in SEEN:
        value = getattr(incident.organisation, key)
        for language in sorted({SOURCE, *languages}) if languages else sorted(revealing_words().keys() - {ATTORNEYS}):
            for word in revealing(value, language) if language == SOURCE else _own(value, language):
                about = f"organisation.{key} holds “{word}”, and everybody sees it"
                yield Finding(shown(file), _line(file, key), "teaser.value_reveals", about, "choose one that says nothing")
    loaded = Catalogs.load(catalogs, folder)
    write_it = f"write it into {shown(folder / TEXTS / SOURCE)}.ftl"
    if f"place-{incident.exposure.place}" not in loaded[SOURCE].sentences:
        about = f"exposure.place: there is no message place-{incident.exposure.place}"
        yield Finding(shown(file), _line(file, "place"), "text.no_place", about, write_it)
    if incident.version > 1 and not any(name.startswith(NEWS) for name in loaded[SOURCE].own):
        about = f"version {incident.version} is a supplement, and no message {NEWS}… says what is new"
        yield Finding(shown(file), _line(file, "version"), "text.no_news", about, write_it)
    for language, catalog in loaded.by_language.items():
        if not languages or language in languages:
            yield from _too_long(incident, catalog, file)


def _too_long(incident: Incident, catalog: Catalog, file: Path) -> Iterator[Finding]:
    """Only what the texts' own length, with the values that every incident may have, does not show."""
    office, again = incident.organisation, incident.version > 1
    tries: list[tuple[str, Callable[[], object]]] = [
        (teaser.SMS, partial(teaser.sms, catalog, office, LONGEST_CODE, again=again)),
        (whatsapp.MESSAGE, partial(whatsapp.compose, catalog, office, LONGEST_CODE, again=again)),
        *((f"reply-{to}", partial(teaser.reply, catalog, office, to)) for to in Reply),
    ]
    if catalog.language in voice.voices():
        tries.append(("teaser-voice", partial(voice.spoken, catalog, office, LONGEST_CODE, ANSWER_URL, again=again)))
    for name, compose in tries:
        try:
            compose()
        except NoticeError as error:
            if error.code is NoticeError.Code.TOO_LONG:
                about = f"{name} is too long in {catalog.language} with this incident's hotline and web address"
                do = "shorten these, or the message in the incident's texts/"
                yield Finding(shown(file), _line(file, "web"), "teaser.too_long", about, do)


def _own(value: str, language: str) -> list[str]:
    """That language's words alone: English ones are found once."""
    english = revealing(value, SOURCE)
    return [word for word in revealing(value, language) if word not in english]


def _line(file: Path, key: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.strip().startswith(f"{key} ")), 0)
