"""What one law asks of a notice, as `config/laws/<law>.toml` says it. Summarised by engineers: counsel decides.

Data only; the files beside this one say what follows of it. docs/laws.md explains every key.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from tidings.model import Channel

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$", max_length=64)]
Count = Annotated[int, Field(ge=1)]


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("no such time zone") from None
    return name


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Unit(StrEnum):
    """What a clock counts."""

    HOURS = "hours"
    DAYS = "days"  # calendar days; the day that it counts from is day 0, and the last one counts to its end
    BUSINESS_DAYS = "business_days"  # neither Saturday, Sunday nor a public holiday of `country`
    DAYS_AFTER_YEAR = "days_after_year"  # calendar days after the end of the year


class Since(StrEnum):
    """What a clock counts from."""

    DISCOVERED = "discovered"  # incident.toml: exposure.discovered
    TOLD = "told"  # the first notice that a provider took


class When(StrEnum):
    """When an element must be in the notice."""

    ALWAYS = "always"
    LATE = "late"  # once the law's own clock has run out
    IF_SO = "if_so"  # only if it is so; nobody but counsel knows, so it is listed and never blocks


class Counts(StrEnum):
    """Whether a way of telling is a notice in the law's eyes."""

    ALWAYS = "always"
    IF_AGREED = "if_agreed"  # the person agreed to it, or to electronic notices (15 USC 7001)
    BESIDE = "beside"  # as well as another way, or where it is urgent; alone it is no notice


class Clock(_Data):
    """How long there is. `firm` is False where the law gives no number: then `count` is a target of ours, and says so."""

    unit: Unit
    count: Count
    firm: bool = True
    since: Since = Since.DISCOVERED
    says: Text
    warn_days: Annotated[int, Field(ge=0)] = 3
    """From how many days before its end `tidings status` warns."""
    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}$")] = ""

    @model_validator(mode="after")
    def _has_holidays(self) -> Self:
        if (self.unit is Unit.BUSINESS_DAYS) != bool(self.country):
            raise ValueError("business days, and nothing else, want a country")
        return self


class Element(_Data):
    """One thing that the notice must say.

    `messages` are the catalogs' messages that carry it: all are needed; a list within stands for any one of its own. `*`
    stands for the rest of a name. `words` are headings whose English words the law gives.
    """

    id: Id
    says: Text
    when: When = When.ALWAYS
    messages: tuple[str | tuple[str, ...], ...] = ()
    words: dict[str, Text] = {}

    @model_validator(mode="after")
    def _is_carried(self) -> Self:
        if self.when is not When.IF_SO and not self.messages and not self.words:
            raise ValueError("no message carries it")
        return self


class Method(_Data):
    """A way of telling, in the order in which the law prefers them."""

    channel: Channel
    counts: Counts = Counts.ALWAYS
    says: Text


class Substitute(_Data):
    """What is asked when people cannot be told one by one: where any of the numbers given is reached, and `unreachable_to`
    is not passed. `on_harm` asks for it too where telling somebody directly would endanger them.
    """

    unreachable_from: Count | None = None
    unreachable_to: Count | None = None
    people_above: Count | None = None
    cost_above: Count | None = None
    """In `currency`, for telling everybody directly."""
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] = "USD"
    on_harm: bool = False
    asks: Annotated[tuple[Text, ...], Field(min_length=1)]
    source: Text

    @model_validator(mode="after")
    def _has_a_reason(self) -> Self:
        if not (self.unreachable_from or self.people_above or self.cost_above or self.on_harm):
            raise ValueError("nothing brings it about")
        return self


class Other(_Data):
    """Somebody besides the people who must be told, with a clock of their own. Tidings tells them nothing: it reminds."""

    id: Id
    who: Text
    clock: Clock
    people_above: Count | None = None
    """Only if more people than this are affected. Who lives where is not counted: all of the incident are."""
    people_up_to: Count | None = None


class Profile(_Data):
    """A whole file. `name` is the file's."""

    name: Id
    title: Text
    source: Text
    checked: Text
    """How far somebody looked at it, and when."""
    applies: Text
    zone: Annotated[str, AfterValidator(_known_zone)]
    """Where the law's days begin and end (IANA)."""
    deadline: Clock
    element: Annotated[tuple[Element, ...], Field(min_length=1)]
    method: Annotated[tuple[Method, ...], Field(min_length=1)]
    substitute: tuple[Substitute, ...] = ()
    other: tuple[Other, ...] = ()
    keep_months: Count | None = None
    """How long records of the breach are kept."""
    letter_points: Annotated[float, Field(gt=0)] | None = None
    """The smallest type that the notice may be printed in."""

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        for things in (self.element, self.other):
            if len({thing.id for thing in things}) != len(things):
                raise ValueError("an id is there twice")
        return self
