"""Reserved numbers and addresses that rehearse each outcome. Everything else is delivered.

The numbers are fictional (+1 340 555 01xx, the US Virgin Islands' share of the 555-0100 block) and valid for a
validator; the addresses are at a reserved name (RFC 2606). docs/providers.md has this table for users.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Fate(StrEnum):
    """What becomes of a message in the sandbox."""

    DELIVERED = "delivered"  # taken, sent, delivered
    REFUSED = "refused"  # refused at once: this is no number, no address
    OPTED_OUT = "opted_out"  # refused (SMS) or dropped (e-mail): they asked for no more
    UNDELIVERED = "undelivered"  # taken, and comes back for good
    UNDELIVERED_FOR_NOW = "undelivered_for_now"  # taken, and comes back: try later
    BLOCKED = "blocked"  # taken, then stopped by a carrier or mail host
    MISCONFIGURED = "misconfigured"  # refused: the account may not
    SLOW = "slow"  # answered late, then delivered
    LIMITED_ONCE = "limited_once"  # 429 with Retry-After the first time, then delivered
    LIMITED = "limited"  # always 429 with Retry-After
    BROKEN = "broken"  # 500 before anything was taken
    UNAVAILABLE = "unavailable"  # 503
    UNREADABLE = "unreadable"  # taken and delivered, but the answer cannot be read
    LOST_ANSWER = "lost_answer"  # taken and delivered, but the connection breaks before the answer
    RESET = "reset"  # the connection breaks and nothing was taken
    NO_RECEIPT = "no_receipt"  # taken, and never heard of again
    LOST_FOREVER = "lost_forever"  # taken, but neither an answer nor a receipt comes
    DOUBLED = "doubled"  # delivered, every receipt twice
    OUT_OF_ORDER = "out_of_order"  # delivered, the last receipt first


NUMBERS: dict[str, Fate] = {f"+1340555{100 + place:04d}": fate for place, fate in enumerate(Fate)}
"""+13405550100 is DELIVERED, +13405550101 REFUSED, and so on in the order above."""

ADDRESSES: dict[str, Fate] = {f"{fate.value.replace('_', '-')}@sandbox.example.org": fate for fate in Fate}
"""delivered@sandbox.example.org, opted-out@sandbox.example.org, and so on."""

TAKEN_WITHOUT_ANSWER = frozenset({Fate.LOST_ANSWER, Fate.LOST_FOREVER})
NEVER_A_RECEIPT = frozenset({Fate.NO_RECEIPT, Fate.LOST_FOREVER})


class SaidLine(NamedTuple):
    """What a look-up says of a number: type and mobile country code of its line, or a code in their place."""

    type: str | None
    country_code: str | None = None
    error: int | None = None
    valid: bool = True


SAID_LINES: dict[str, SaidLine] = {
    f"+1340555{150 + place:04d}": said
    for place, said in enumerate(
        [
            SaidLine("mobile", "310"),
            SaidLine("landline", "310"),
            SaidLine("fixedVoip", "310"),
            SaidLine("nonFixedVoip", "240"),  # a US number of a Swedish network
            SaidLine("tollFree"),
            SaidLine("premium"),
            SaidLine("voicemail"),
            SaidLine("pager"),
            SaidLine("unknown"),
            SaidLine("mobile", "734"),  # a Venezuelan network's, roaming or ported
            SaidLine(None, error=60601),  # as a Canadian number, without the approval that those want
            SaidLine(None, error=60608),  # the source of the answer failed; later it may not
            SaidLine(None, valid=False),
            SaidLine("videophone", "999"),  # words that nobody knows yet
        ]
    )
}
"""+13405550150 is a mobile, +13405550151 a landline, and so on. Every other valid number is a US mobile."""


class Fates:
    """The table, and what a test has changed in it."""

    def __init__(self) -> None:
        self._table = {**NUMBERS, **ADDRESSES}
        self._limited: set[str] = set()

    def assign(self, address: str, fate: Fate) -> None:
        self._table[address] = fate

    def of(self, address: str) -> Fate:
        """The fate of one request to this address. LIMITED_ONCE is LIMITED once."""
        fate = self._table.get(address) or self._table.get(address.lower(), Fate.DELIVERED)
        if fate is not Fate.LIMITED_ONCE:
            return fate
        if address in self._limited:
            return Fate.DELIVERED
        self._limited.add(address)
        return Fate.LIMITED
