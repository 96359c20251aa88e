"""A channel in memory, for tests of everything that sends. The contract tests run it like any provider."""

from __future__ import annotations

import threading
from collections.abc import Container, Mapping, Sequence
from datetime import datetime

from tidings.channels.connections import UNREACHABLE
from tidings.channels.interface import Answer, Found, Message, Outcome, Search
from tidings.model import AttemptId, Channel, Personal

TAKEN = frozenset({Outcome.ACCEPTED, Outcome.UNKNOWN})


class FakeChannel(Personal):
    """Answers ACCEPTED, or what `outcomes` says for an address; `taken` is what a real provider would have.

    An UNKNOWN message was taken, and its answer lost, unless its address is in `lost_before`. Where `searchable` is
    False the provider cannot say anything about the past; where `reachable` is False, nothing gets there at all.
    """

    def __init__(
        self,
        channel: Channel = Channel.SMS,
        *,
        outcomes: Mapping[str, Outcome] | None = None,
        lost_before: frozenset[str] = frozenset(),
        batch_size: int = 1,
        searchable: bool = True,
    ) -> None:
        self.channel, self.batch_size = channel, batch_size
        self.outcomes = dict(outcomes or {})
        self.lost_before, self.searchable = lost_before, searchable
        self.reachable = True
        self.taken: list[Message] = []
        self.calls: list[int] = []
        """How many messages each call of `send` brought."""
        self.closed = False
        self._lock = threading.Lock()

    def send(self, messages: Sequence[Message]) -> list[Answer]:
        with self._lock:
            self.calls.append(len(messages))
            return [self._send(one) for one in messages]

    def _send(self, message: Message) -> Answer:
        if not self.reachable:
            return Answer(message.attempt, Outcome.TEMPORARY, UNREACHABLE)
        outcome = self.outcomes.get(message.to, Outcome.ACCEPTED)
        if outcome in TAKEN and message.to not in self.lost_before:
            self.taken.append(message)
        known = outcome is Outcome.ACCEPTED
        return Answer(message.attempt, outcome, f"fake.{outcome}", _id(message.attempt) if known else "")

    def find(self, message: Message, since: datetime, known: Container[str] = frozenset()) -> Found:  # noqa: ARG002 - it knows exactly
        if not self.reachable:
            return Found(message.attempt, Search.CANNOT_SAY, code=UNREACHABLE)
        if not self.searchable:
            return Found(message.attempt, Search.CANNOT_SAY)
        if any(one.attempt == message.attempt for one in self.taken):
            return Found(message.attempt, Search.FOUND, _id(message.attempt), "fake.accepted")
        return Found(message.attempt, Search.NOT_FOUND)

    def close(self) -> None:
        self.closed = True


def _id(attempt: AttemptId) -> str:
    return f"fake-{attempt}"
