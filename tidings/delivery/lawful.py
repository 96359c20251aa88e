"""Whether the notice says what the incident's laws ask for, in every language. Nothing is sent before it does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from tidings.finding import Finding
from tidings.incident import Incident
from tidings.laws import LawError, Profile, Unmet, deadline, profiles, unmet
from tidings.notices import FOLDER, SOURCE, TEXTS, Catalogs, body_points, said
from tidings.workspace import Workspace

_WRITTEN_BY = {
    "notice-encrypted-": 'say in incident.toml whether it was: exposure.encrypted = "no", "yes" or "part"',
    "notice-agenc": "name the agencies in incident.toml: [[agencies]]",
}
"""Messages that the notice prints once the incident says something, by how their names begin."""


def law_findings(
    config: Path, incident: Incident, catalogs: Catalogs, now: datetime, languages: Collection[str] = ()
) -> Iterator[Finding]:
    """What is missing: law, element, language and file. `now` is aware. No `languages`: all that have a catalog.

    All, and not those of the people: whose language it is only shows once a record is opened, a person may be added or
    decided on after the first batch went out, and an officer must see it before anything is sent.

    What English itself does not say is said once, of English. Raises LawError where the incident names an unknown law.
    """
    master = said(incident, catalogs[SOURCE])
    for law in profiles(config, incident):
        late = deadline(law.deadline, law.zone, incident.exposure.discovered).until <= now
        lacking = unmet(law, master, master, late=late)
        if law.letter_points is not None and body_points() < law.letter_points:
            yield _too_small(config, law)
        if not languages or SOURCE in languages:
            for one in lacking:
                yield _finding(config, incident, law, SOURCE, one)
        known = {(one.element.id, one.messages) for one in lacking}
        for language in sorted(catalogs.by_language.keys() - {SOURCE}):
            if languages and language not in languages:
                continue
            for one in unmet(law, said(incident, catalogs[language]), master, late=late):
                if (one.element.id, one.messages) not in known:
                    yield _finding(config, incident, law, language, one)


def refuse_unlawful(ws: Workspace, catalogs: Catalogs) -> None:
    """The gate before anything goes out. Raises LawError UNMET with the first finding's file, law, element and language."""
    now = ws.utc()
    first = next(law_findings(ws.settings.config, ws.incident, catalogs, now), None)
    if first is not None:
        raise LawError(LawError.Code.UNMET, f"{first.file}: {first.about}")


def _finding(config: Path, incident: Incident, law: Profile, language: str, one: Unmet) -> Finding:
    folder = config / "incidents" / incident.name
    about = f"{law.name}: {one.element.id}: {language}: "
    name = one.messages[0]
    file = (folder / TEXTS if name.startswith("incident-") else FOLDER) / f"{language}.ftl"
    if one.words:
        return Finding(_shown(file), 0, "law.words", f'{about}{name} does not read "{one.words}"', f"the law: {one.element.says}")
    about += f"the notice does not say {' or '.join(one.messages)}"
    for beginning, do in _WRITTEN_BY.items():
        if language == SOURCE and name.startswith(beginning):
            return Finding(_shown(folder / "incident.toml"), 0, "law.unmet", about, f"{do}; the law: {one.element.says}")
    return Finding(_shown(file), 0, "law.unmet", about, f"write it there; the law: {one.element.says}")


def _too_small(config: Path, law: Profile) -> Finding:
    about = f"{law.name}: letters are set in {body_points():g} points, and the law asks for {law.letter_points:g}"
    return Finding(_shown(config / "laws" / f"{law.name}.toml"), 0, "law.type_size", about, "letter.typ sets the size")


def _shown(file: Path) -> str:
    """As somebody here would open it."""
    return str(file.relative_to(Path.cwd())) if file.is_relative_to(Path.cwd()) else str(file)
