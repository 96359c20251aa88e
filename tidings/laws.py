"""Law profiles of `config/laws/`: what a law asks for when people cannot be reached one by one. Counsel decides."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tidings.errors import ConfigError
from tidings.incident import Incident


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Substitute(_Data):
    """Substitute notice. It is asked for where at least so many people cannot be reached, or so many are to be told at all."""

    unreachable_at_least: Annotated[int, Field(ge=1)]
    people_at_least: Annotated[int, Field(ge=1)] | None = None
    asks: str
    fewer: str = ""
    """What is asked for where there are some, but fewer."""
    source: str


class Profile(_Data):
    """`id` is the file's name. `source` is the citation."""

    id: str
    name: str
    source: str
    substitute: Substitute | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """What a law asks for, of which profile, by which source."""

    law: str
    asks: str
    source: str


def load_profile(config: Path, name: str) -> Profile:
    """Raises ConfigError BAD_FILE, naming the file and the key."""
    file = config / "laws" / f"{name}.toml"
    try:
        return Profile.model_validate({"id": name, **tomllib.loads(file.read_text(encoding="utf-8"))})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors(include_input=False, include_url=False)[0]["loc"])
        raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: {key}") from None


def asks(config: Path, incident: Incident, *, unreachable: int, people: int) -> Iterator[Ask]:
    """What the incident's laws ask for, with so many people who cannot be reached of so many."""
    for name in incident.laws:
        profile = load_profile(config, name)
        wanted = profile.substitute
        if wanted is None:
            continue
        if unreachable >= wanted.unreachable_at_least or (wanted.people_at_least and people >= wanted.people_at_least):
            yield Ask(profile.name, wanted.asks, wanted.source)
        elif unreachable and wanted.fewer:
            yield Ask(profile.name, wanted.fewer, wanted.source)
