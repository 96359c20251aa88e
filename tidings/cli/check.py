"""`tidings check`: what is wrong with the rules and data of an incident, before anybody is told. It looks and changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tidings.cli.app import SAFETY, app
from tidings.cli.talk import put, put_json, say
from tidings.contacts import load_hours, read_all
from tidings.delivery import law_findings, without_adapter
from tidings.errors import REFUSED, ConfigError, NoticeError
from tidings.finding import Finding
from tidings.incident import Incident, load_incident
from tidings.notices import Catalogs
from tidings.notices.lint import lint_catalogs, lint_incident, lint_values
from tidings.settings import Settings, load_settings
from tidings.workspace import incident_folder, incident_of

Check = Callable[[Settings, Incident], Iterator[Finding]]


@app.command(group=SAFETY, sort_key=5)
def check(incident: str | None = None, /, *, language: list[str] | None = None, json: bool = False) -> int:
    """Find what is wrong with an incident's rules, channels, texts and laws, with file and line. Exit code 1 if anything is.

    Parameters
    ----------
    incident
        Its name; left out, the one of the workspace.
    language
        Look at this language's texts only, and at what laws ask of them. May be given again.
    json
        Print the findings as JSON.

    """
    settings = load_settings()
    described = load_incident(incident_folder(settings, incident or incident_of(settings)))
    looks = [partial(look, languages=frozenset(language)) for look in (texts, laws)] if language else CHECKS
    found = [finding for look in looks for finding in look(settings, described)]
    if json:
        put_json([asdict(one) for one in found])
        return REFUSED if found else 0
    for one in found:
        put(f"{one.file}:{one.line}: {one.about} [{one.code}]" + (f"; {one.do}" if one.do else ""))
    say(f"{len(found)} to mend" if found else "nothing found")
    return REFUSED if found else 0


def safety_rules(settings: Settings, incident: Incident) -> Iterator[Finding]:
    """Rules that are wrong by themselves or together: docs/safety.md lists what is looked for."""
    for fault in read_all(settings.config, incident_folder(settings, incident.name)).faults:
        yield Finding(fault.file, fault.line, fault.code, fault.about, _DO.get(fault.code, ""))


def channels(settings: Settings, incident: Incident) -> Iterator[Finding]:
    """Channels that plans would use and nothing here can send by."""
    file = str(incident_folder(settings, incident.name) / "incident.toml")
    for channel in without_adapter(incident):
        about = f"plan.channels: nothing here can send by {channel} yet"
        yield Finding(file, _line_of(Path(file), "channels"), "plan.no_adapter", about, "take it out")


def hours(settings: Settings, _incident: Incident) -> Iterator[Finding]:
    """Hours that cannot be read, or hold no hour at all."""
    try:
        load_hours(settings.config)
    except ConfigError as error:
        yield Finding(str(settings.config / "hours.toml"), 0, error.code.value, error.where, error.code.hint)


def texts(settings: Settings, incident: Incident, languages: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What people are told: the catalogs, the incident's own sentences, and both with the incident's own values."""
    folder = incident_folder(settings, incident.name)
    yield from lint_catalogs(languages=languages)
    yield from lint_incident(folder, languages)
    yield from lint_values(incident, folder, languages)


def laws(settings: Settings, incident: Incident, languages: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """What the incident's laws ask for and the notice does not say. It stops `tidings notify` too."""
    try:
        catalogs = Catalogs.load(incident=incident_folder(settings, incident.name))
    except NoticeError:
        return  # a file that cannot be read at all is a finding of `texts` already
    yield from law_findings(settings.config, incident, catalogs, datetime.now(UTC), languages)


_DO = {
    "rule.unknown_fact": "`tidings rules facts` lists what a rule can look at",
    "rule.unknown_value": "`tidings rules facts` lists the values",
    "rule.never_counts": "take it out, or make it do more",
    "rule.never_holds": "look at when and unless: they exclude each other",
    "rule.stops_everybody": "say of whom it is to hold",
    "rule.ground_missing": "put it back as docs/safety.md has it",
    "rule.ground_changed": "put it back; add a rule of your own for what is to be stricter",
    "rule.twice": "give one of them another id",
}

CHECKS: tuple[Check, ...] = (safety_rules, channels, hours, texts, laws)
"""Whoever has something to check adds a function here."""


def _line_of(file: Path, key: str) -> int:
    """Of a key in a TOML file; 0 where it is not written."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.strip().startswith(f"{key} ")), 0)
