"""What the sandbox has taken, as the phones and mailboxes would show it. In memory only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tidings.model import Channel, Personal


@dataclass(slots=True, repr=False, eq=False)
class Delivery(Personal):
    """One message that was taken. `status` moves on as receipts become due; `body` and `to` are as the person sees them.

    `kept_body` and `kept_to` are what the provider's API still shows afterwards, if it was asked to forget.
    """

    id: str
    channel: Channel
    to: str
    body: str
    at: datetime
    attempt: str = ""
    subject: str = ""
    html: str = ""
    language: str = ""
    status: str = "queued"
    error: int | None = None
    kept_body: str = ""
    kept_to: str = ""
    sender: str = ""
    sent_at: datetime | None = None


class Outbox:
    """Deliveries in the order in which they were taken, and counts."""

    def __init__(self) -> None:
        self._by_id: dict[str, Delivery] = {}
        self.tally: Counter[str] = Counter()
        """Messages a recipient."""
        self.by_channel: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Delivery]:
        return iter(self._by_id.values())

    def add(self, delivery: Delivery) -> None:
        self._by_id[delivery.id] = delivery
        self.tally[delivery.to] += 1
        self.by_channel[delivery.channel.value] += 1

    def get(self, identifier: str) -> Delivery | None:
        return self._by_id.get(identifier)

    def newest(self, start: int, count: int, channel: Channel | None = None) -> list[Delivery]:
        """A page, newest first."""
        chosen = [one for one in reversed(self._by_id.values()) if channel is None or one.channel is channel]
        return chosen[start : start + count]

    def forget(self, addresses: set[str]) -> None:
        """What the provider's API shows of these people, emptied. The phones and mailboxes keep what they have."""
        for one in self._by_id.values():
            if one.to in addresses:
                one.kept_to = one.kept_body = ""
