"""What the parts of the sandbox share: the outbox, the fates, the receipts on their way, and its faults."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from starlette.requests import Request

from tidings.model import Randomness
from tidings.sandbox.outbox import Outbox
from tidings.sandbox.outcomes import Fates
from tidings.sandbox.posting import Posting
from tidings.sandbox.settings import Account


@dataclass(slots=True)
class Faults:
    """What `POST /control` can change."""

    slow_seconds: float = 2.0
    """How late SLOW answers."""
    retry_after: int = 1
    """Seconds, in every 429."""
    can_forget: bool = True
    """Whether the Twilio account has message redaction; without it, asking for it is refused with 30029 or 30030."""
    has_logs: bool = True
    """Whether the SendGrid account has the Email Logs add-on."""


class Connections:
    """Open connections by their far end, so that one can be broken off before an answer."""

    def __init__(self) -> None:
        self._open: dict[tuple[str, int], asyncio.BaseTransport] = {}

    def opened(self, transport: asyncio.BaseTransport) -> None:
        self._open[transport.get_extra_info("peername")[:2]] = transport

    def closed(self, transport: asyncio.BaseTransport | None) -> None:
        self._open = {peer: one for peer, one in self._open.items() if one is not transport}

    def break_off(self, request: Request) -> None:
        """Closes it as a crashing server does: no answer, no farewell."""
        transport = self._open.get(tuple(request.scope["client"] or ()))
        if isinstance(transport, asyncio.WriteTransport):
            transport.abort()


@dataclass(slots=True)
class State:
    """One running sandbox."""

    account: Account
    posting: Posting
    random: Randomness
    clock: Callable[[], float]
    outbox: Outbox = field(default_factory=Outbox)
    fates: Fates = field(default_factory=Fates)
    faults: Faults = field(default_factory=Faults)
    connections: Connections = field(default_factory=Connections)
    looked_up: Counter[str] = field(default_factory=Counter)
    """How often each number was looked up."""

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), UTC)
