"""What every provider's receipts become: one vocabulary of events with a rank, since they come late and out of order.

A receipt says nothing of a person: an attempt's id and codes. Receipts repeat (providers retry, and an attacker may
replay a signed one): who takes them must drop a `key` that it has seen, and never go back to a lower rank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, Self

from tidings.errors import REFUSED, ErrorCode, TidingsError
from tidings.model import AttemptId, Personal

ATTEMPT = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What may be an attempt's id. Anything else belongs to somebody else's message on the same account."""


class ReceiptEvent(StrEnum):
    """What happened, as the provider says. A receipt counts only if its rank is above what is already known."""

    rank: int

    def __new__(cls, value: str, rank: int) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.rank = rank
        return member

    ACCEPTED = "accepted", 10  # the provider has it
    SENT = "sent", 20  # it left the provider
    DELAYED = "delayed", 20  # the provider goes on trying
    DELIVERED = "delivered", 30  # it arrived
    # Above DELIVERED: a mail server may take a message and return it hours later. Twilio never sends both.
    FAILED_TEMPORARY = "failed_temporary", 40  # not arrived; another attempt may
    FAILED_PERMANENT = "failed_permanent", 40  # not arrived; this contact will never work
    BLOCKED = "blocked", 40  # a carrier or provider refuses, or a code that nobody knows: a human looks
    OPTED_OUT = "opted_out", 40  # not arrived, because this contact asked for no more messages
    CONFIGURATION = "configuration", 40  # not arrived, because our account or settings are at fault: stop the channel
    COMPLAINED = "complained", 50  # arrived, and the contact wants no more: delivered, but do not write there again


@dataclass(frozen=True, slots=True)
class Receipt:
    """One thing that a provider says of one attempt. `key` is the same for every copy of it, and for nothing else."""

    attempt: AttemptId
    key: str
    event: ReceiptEvent
    code: str = ""
    provider_id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class RawRequest(Personal):
    """A request as it came: signatures are over these very bytes. Header names are lower case."""

    query: str
    headers: Mapping[str, str]
    body: bytes


class ReceiptError(TidingsError):
    """A request that is not a receipt. Nothing in it was believed."""

    class Code(ErrorCode):
        UNSIGNED = "receipt.unsigned", REFUSED, "a receipt came without a signature"
        FORGED = "receipt.forged", REFUSED, "a receipt's signature does not fit", "check the provider's key and the public URL"
        STALE = "receipt.stale", REFUSED, "a receipt was signed too long ago", "check this machine's clock"
        MALFORMED = "receipt.malformed", REFUSED, "a signed receipt cannot be understood"


class ReceiptParser(Protocol):
    """One provider's receipts."""

    def parse(self, request: RawRequest) -> list[Receipt]:
        """The receipts in it, once its signature has been checked; events of no concern to us are left out.

        Raises ReceiptError: UNSIGNED, FORGED or STALE if it may not be believed, MALFORMED if it was signed but makes
        no sense.
        """
        ...


Sink = Callable[[list[Receipt]], None]
"""Takes receipts for good: when it returns they are kept. May block. Raises if they could not be kept."""
