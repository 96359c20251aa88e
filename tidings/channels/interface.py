"""What every provider of a channel offers, whatever it is called there: send, be asked later, close.

An adapter never raises for anything that a provider or a network does: each message gets an Answer, and what is not
known is said to be UNKNOWN. No answer holds a provider's text, since those repeat numbers and addresses.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from tidings.model import AttemptId, Channel, Personal

UNREACHABLE = "unreachable"
"""Our code for a message that never left, and for a question that could not be asked. Nothing was learnt: ask again later."""

TOO_LATE = "hours.over"
"""Our code for a message whose time was over before it was its turn to be handed over. Nobody was called."""


class Outcome(StrEnum):
    """What came of handing over one message."""

    ACCEPTED = "accepted"  # the provider took it; receipts tell the rest
    TEMPORARY = "temporary"  # certainly not taken, and trying again later may help
    PERMANENT = "permanent"  # this contact will never work
    BLOCKED = "blocked"  # certainly not taken, and nobody has decided what this code means for us: a human looks
    CONFIGURATION = "configuration"  # our account or settings are at fault: stop the channel
    UNKNOWN = "unknown"  # the call was made and nobody knows: never send again blindly


@dataclass(frozen=True, slots=True, repr=False)
class Message(Personal):
    """One notice to one contact.

    `to` is an E.164 number or an e-mail address. For e-mail, `subject`, `text` and `html` may hold placeholders, which
    `substitutions` fills per person (`{"-code-": "K7Q2-M9XD"}`): messages that are equal in subject, text, html and
    language travel in one request. Substitutions are e-mail only. `language` is BCP 47, `direction` "ltr" or "rtl".

    `until`, in seconds since 1970, ends the decent hours of a telephone: an adapter of one hands nothing over after it
    (TEMPORARY, TOO_LATE), and asks its provider to drop what it has not passed on by then.
    """

    attempt: AttemptId
    to: str
    text: str
    subject: str = ""
    html: str = ""
    language: str = ""
    direction: str = "ltr"
    substitutions: Mapping[str, str] = field(default_factory=dict)
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a provider, or the lack of one, said to one message.

    `code` is the provider's or ours ("twilio.21211", "sendgrid.400", "timeout"), never its text. `retry_after` is in
    seconds, where the provider asked for a pause.
    """

    attempt: AttemptId
    outcome: Outcome
    code: str
    provider_id: str = ""
    retry_after: float | None = None


class Search(StrEnum):
    """Whether the provider has a message that we are not sure of."""

    FOUND = "found"  # it took this very message
    NOT_FOUND = "not_found"  # it was asked for everything it could be, and has nothing: safe to send
    CANNOT_SAY = "cannot_say"  # it keeps too little, lacks the feature, or did not answer


@dataclass(frozen=True, slots=True)
class Found:
    """The result of asking. If FOUND, `provider_id` is the provider's and `code` says how it stands there.

    If CANNOT_SAY, the code UNREACHABLE tells a question that did not get through (no network, too many requests, a
    provider's fault) from one that this provider cannot answer.
    """

    attempt: AttemptId
    search: Search
    provider_id: str = ""
    code: str = ""


class ChannelAdapter(Protocol):
    """One provider of one channel. Instances may be used from several threads at once."""

    @property
    def channel(self) -> Channel: ...

    @property
    def batch_size(self) -> int:
        """How many messages `send` takes for one request, at best."""
        ...

    def send(self, messages: Sequence[Message]) -> list[Answer]:
        """Exactly one answer for each message, in their order. Never tries anything twice that might have been taken."""
        ...

    def find(self, message: Message, since: datetime, known: Container[str] = frozenset()) -> Found:
        """Asks whether the provider has this message, handed over at or after `since` (aware). For `reconcile`.

        `known` are provider ids that belong to other attempts: what is known not to be it makes an answer surer.
        """
        ...

    def close(self) -> None: ...
