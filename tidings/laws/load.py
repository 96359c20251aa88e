"""Reads the profiles of `config/laws/`, and finds those that an incident names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tidings.incident import Incident
from tidings.laws.errors import LawError
from tidings.laws.profile import Profile

LAWS = "laws"
"""The folder below config/."""


def load_profile(file: Path) -> Profile:
    """Raises LawError BAD_PROFILE, naming the file and the line or the key."""
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LawError(LawError.Code.BAD_PROFILE, _at_line(file, error)) from None
    except (OSError, UnicodeDecodeError):
        raise LawError(LawError.Code.BAD_PROFILE, str(file)) from None
    try:
        return Profile.model_validate({"name": file.stem, **body})
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        raise LawError(LawError.Code.BAD_PROFILE, f"{file}: {_key(place, body) or 'the file as a whole'}") from None


def load_all(config: Path) -> dict[str, Profile]:
    """Every profile of a config folder, by name. Raises LawError BAD_PROFILE."""
    return {file.stem: load_profile(file) for file in sorted((config / LAWS).glob("*.toml"))}


def profiles(config: Path, incident: Incident) -> tuple[Profile, ...]:
    """The laws that an incident names, in its order.

    Raises LawError UNKNOWN with the incident's file and the key: for a law without a profile, and for somebody in
    `others_told` whom none of them wants told. Raises BAD_PROFILE.
    """
    where = config / "incidents" / incident.name / "incident.toml"
    found = []
    for law in incident.laws:
        file = config / LAWS / f"{law}.toml"
        if not file.is_file():
            raise LawError(LawError.Code.UNKNOWN, f"{where}: laws: {law}")
        found.append(load_profile(file))
    known = {f"{law.name}.{other.id}" for law in found for other in law.other}
    for told in incident.others_told:
        if told not in known:
            raise LawError(LawError.Code.UNKNOWN, f"{where}: others_told: {told}")
    return tuple(found)


def _at_line(file: Path, error: tomllib.TOMLDecodeError) -> str:
    """The parser says where only in its text, which may quote the file: nothing but the number is taken."""
    found = re.search(r"at line (\d+)", str(error))
    return f"{file}: line {found[1]}" if found else str(file)


def _key(place: tuple[int | str, ...], body: dict[str, Any]) -> str:
    """`element.contact.says` and not `element.3.says`, where what is numbered has an id."""
    words: list[str] = []
    inside: Any = body
    for part in place:
        try:
            inside = inside[part]
        except (KeyError, IndexError, TypeError):
            inside = None
        named = inside.get("id") if isinstance(inside, dict) and isinstance(part, int) else None
        words.append(named if isinstance(named, str) else str(part))
    return ".".join(words)
