"""One breach, as its organisation describes it in `config/incidents/<name>/incident.toml`."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from tidings.errors import ConfigError
from tidings.model import Channel

NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
UNEDITED = "EDIT"
"""How a value begins that `tidings init` left for somebody to write."""


def _edited(value: str) -> str:
    if value.startswith(UNEDITED):
        raise ValueError("not edited yet")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_edited)]
Law = Annotated[str, StringConstraints(pattern=f"^{NAME.pattern}$")]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Organisation(_Data):
    """Who tells, and how people reach it on a route that they can find themselves."""

    name: Text
    """In the full notice only; a teaser names nobody."""
    hotline: Text
    web: Text
    """An address short enough to type, without a scheme: `example.org/notice`."""
    email: Text
    post: Text
    sender_name: Text
    """What an e-mail's From shows: nothing that reveals the agency's work."""


class Exposure(_Data):
    """What happened. Times carry their offset."""

    began: AwareDatetime
    ended: AwareDatetime
    discovered: AwareDatetime
    downloads: Annotated[int, Field(ge=0)] | None = None
    """How many addresses are known to have downloaded the data; none if nobody can know."""
    place: Text
    """Where it could be seen, as `public-website`: names a message, `place-<value>`, of the catalogs or of the incident."""
    encrypted: Annotated[str, StringConstraints(pattern="^(no|yes|part)$")] | None = None
    """Whether the data were encrypted; none says nothing of it, and some laws want it said."""


class Agency(_Data):
    """A public office that helps people guard against the misuse of their data, where a law asks for it."""

    name: Text
    """In its own language."""
    phone: Text
    web: Text


class Languages(_Data):
    """Which catalog serves a language that has none of its own, in the order of preference."""

    fallback: dict[str, str] = {}
    unknown: str = "hold"
    """A catalog's language for people whose language nobody knows, or `hold`."""


Country = Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Safety(_Data):
    """Limits that this incident sets. Rules are in config/safety.toml, and in a safety.toml beside this file."""

    household_size: Annotated[int, Field(ge=1)] = 4
    """So many people of the incident may share a number and still be a household."""
    shelter_size: Annotated[int, Field(ge=1)] = 25
    """More than a household and up to so many: a shelter, or a helper. More than these: a crowd."""
    adult_age: Annotated[int, Field(ge=1)] = 18
    feared: dict[Country, tuple[Country, ...]] = {}
    """By nationality or birth country: whose networks these people may fear besides their own country's."""
    feared_by_all: tuple[Country, ...] = ()
    """Whose networks everybody of this incident may fear."""


_WAIT_HOURS = {
    Channel.HAND: 240,
    Channel.SMS: 48,
    Channel.WHATSAPP: 48,
    Channel.VOICE: 24,
    Channel.EMAIL: 48,
    Channel.LETTER: 240,
}


def _each_once(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """A channel that is named twice would be two contacts with one address."""
    if len(set(channels)) < len(channels):
        raise ValueError("named twice")
    return channels


class Planning(_Data):
    """Which channels this incident uses, in the order in which a person's contacts are tried, and how long each has."""

    channels: Annotated[tuple[Channel, ...], AfterValidator(_each_once)] = (
        Channel.HAND,
        Channel.SMS,
        Channel.EMAIL,
        Channel.LETTER,
    )
    wait_hours: dict[Channel, Annotated[int, Field(ge=0, le=8_760)]] = {}
    """By channel: when nothing was heard for so long, the next contact is due. Those not named keep their default."""

    def wait(self, channel: Channel) -> int:
        return self.wait_hours.get(channel, _WAIT_HOURS[channel])


class Lookup(_Data):
    """Asking a provider what kind of line a telephone is, and of whose network, before a plan uses it."""

    enabled: bool = False
    """Off: to ask is to tell the provider whose numbers we have."""
    max_age_days: Annotated[int, Field(ge=1, le=3_650)] = 90
    """How long an answer is taken for fresh, and nothing asked again."""


class Approval(_Data):
    """Who must agree before anything goes out."""

    officers: Annotated[int, Field(ge=1, le=9)] = 2
    """So many different approvers sign what would go out."""


class Unknowns(_Data):
    """When a provider was called and nobody knows whether the notice went out."""

    wait_minutes: Annotated[int, Field(ge=0)] = 30
    """How long a receipt may still settle it before `reconcile` asks the provider."""
    otherwise: Annotated[str, StringConstraints(pattern="^(hold|resend)$")] = "hold"
    """What to do when the provider cannot say: `hold` for a human, or `resend`."""


class Retention(_Data):
    """When people are erased by themselves (`tidings erase --due`, and the flow of that name). None: never."""

    after_delivery_days: Annotated[int, Field(ge=0)] | None = None
    """So many days after the last notice of theirs arrived, or they said that they have it."""
    after_close_days: Annotated[int, Field(ge=0)] | None = None
    """So many days after `tidings close`: whoever is left, refused rows, and then the incident key."""


class Incident(_Data):
    """The whole file. `name` is the folder's."""

    name: Annotated[str, StringConstraints(pattern=f"^{NAME.pattern}$")]
    version: Annotated[int, Field(ge=1)] = 1
    """Of the notice: a supplement raises it, and everybody is told again."""
    default_region: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] = "US"
    """ISO 3166 country in which a phone number without a country code is read."""
    organisation: Organisation
    exposure: Exposure
    agencies: tuple[Agency, ...] = ()
    laws: tuple[Law, ...] = ()
    """Those of `config/laws` that apply. `tidings.laws.profiles` finds them."""
    others_told: dict[str, date] = {}
    """When somebody was told whom a law wants told besides people: `"<law>.<id>"`, as their profile names them."""
    languages: Languages = Languages()
    safety: Safety = Safety()
    plan: Planning = Planning()
    lookup: Lookup = Lookup()
    approval: Approval = Approval()
    unknowns: Unknowns = Unknowns()
    retention: Retention = Retention()


def load_incident(folder: Path) -> Incident:
    """The incident of a folder. Raises ConfigError NO_INCIDENT or BAD_FILE; the latter names the key that is wrong."""
    file = folder / "incident.toml"
    if not file.is_file():
        raise ConfigError(ConfigError.Code.NO_INCIDENT, str(folder))
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ConfigError(ConfigError.Code.BAD_FILE, str(file)) from None
    try:
        return Incident.model_validate({"name": folder.name, **body})
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors(include_input=False, include_url=False)[0]["loc"])
        raise ConfigError(ConfigError.Code.BAD_FILE, f"{file}: {key}") from None
