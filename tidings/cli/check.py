"""`tidings check`: everything that must be right before anybody is told, one finding a line. It looks and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tidings.cli.app import ROAD, app
from tidings.cli.talk import put, put_json, say
from tidings.delivery import law_findings
from tidings.errors import REFUSED, NoticeError
from tidings.finding import Finding
from tidings.incident import Incident, load_incident
from tidings.notices import Catalogs
from tidings.notices.lint import lint_catalogs, lint_incident
from tidings.settings import Settings, load_settings
from tidings.workspace import incident_folder, open_workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked at. `folder` and `incident` are None where no incident is named and there is no workspace.

    `languages` are those asked about; none means all.
    """

    settings: Settings
    folder: Path | None
    incident: Incident | None
    languages: frozenset[str]


Check = Callable[[Scope], Iterator[Finding]]


def texts(scope: Scope) -> Iterator[Finding]:
    yield from lint_catalogs(languages=scope.languages)


def texts_of_the_incident(scope: Scope) -> Iterator[Finding]:
    if scope.folder:
        yield from lint_incident(scope.folder, scope.languages)


def laws(scope: Scope) -> Iterator[Finding]:
    """What the incident's laws ask for and the notice does not say. It stops `tidings notify` too."""
    if scope.incident is None:
        return
    try:
        catalogs = Catalogs.load(incident=scope.folder)
    except NoticeError:
        return  # a file that cannot be read at all is a finding of `texts` already
    yield from law_findings(scope.settings.config, scope.incident, catalogs, datetime.now(UTC), scope.languages)


CHECKS: list[Check] = [texts, texts_of_the_incident, laws]
"""Every check, in the order of their findings. A new one is a function here."""


@app.command(group=ROAD, sort_key=4)
def check(*, incident: str | None = None, language: list[str] | None = None, json: bool = False) -> int:
    """Look whether everything is right that people will be sent: messages, languages, laws, lengths, words that reveal.

    Parameters
    ----------
    incident
        Whose texts to look at besides the catalogs. By default the workspace's, where there is one.
    language
        Look at this language's texts only. May be given again.
    json
        Print the findings as JSON: file, line, code, about, do.

    """
    found = list(findings(scope_of(incident, language or ())))
    if json:
        put_json([one.as_json() for one in found])
    else:
        for one in found:
            put(str(one))
        say(f"{len(found)} to mend" if found else "nothing to mend")
    return REFUSED if found else 0


def scope_of(incident: str | None, languages: list[str] | tuple[str, ...]) -> Scope:
    settings = load_settings()
    if incident is None and (settings.home / "people.db").is_file():
        with open_workspace(settings) as ws:
            incident = ws.incident.name
    folder = incident_folder(settings, incident) if incident else None
    return Scope(settings, folder, load_incident(folder) if folder else None, frozenset(languages))


def findings(scope: Scope) -> Iterator[Finding]:
    for one in CHECKS:
        yield from one(scope)
