"""A channel and a look-up in memory, for tests of everything that uses them. The contract tests run them like any provider."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import datetime

from tidings.channels.interface import TOO_LATE, UNREACHABLE, Answer, Found, Message, Outcome, Search
from tidings.channels.lines import Asked, LineAnswer, LineType
from tidings.model import AttemptId, Channel, Personal


class FakeChannel(Personal):
    """Answers ACCEPTED, or what `outcomes` says for an address; `taken` is what a real provider would have.

    An UNKNOWN message was taken, and its answer lost, unless its address is in `lost_before`. Where `searchable` is
    False the provider cannot say anything about the past; where `reachable` is False, nothing gets there at all. With a
    `clock` it keeps to the end of a message's time.
    """

    def __init__(
        self,
        channel: Channel = Channel.SMS,
        *,
        outcomes: Mapping[str, Outcome] | None = None,
        lost_before: frozenset[str] = frozenset(),
        batch_size: int = 1,
        searchable: bool = True,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.channel, self.batch_size = channel, batch_size
        self.outcomes = dict(outcomes or {})
        self.lost_before, self.searchable, self.clock = lost_before, searchable, clock
        self.reachable = True
        self.taken: list[Message] = []
        self.calls: list[int] = []
        """How many messages each call of `send` brought."""
        self.closed = False
        self._ids: defaultdict[AttemptId, list[str]] = defaultdict(list)  # of each message, since an attempt may take several
        self._lock = threading.Lock()

    def send(self, messages: Sequence[Message]) -> list[Answer]:
        with self._lock:
            self.calls.append(len(messages))
            return [self._send(one) for one in messages]

    def _send(self, message: Message) -> Answer:
        if self.clock and message.until is not None and self.clock() >= message.until:
            return Answer(message.attempt, Outcome.TEMPORARY, TOO_LATE)
        if not self.reachable:
            return Answer(message.attempt, Outcome.TEMPORARY, UNREACHABLE)
        outcome = self.outcomes.get(message.to, Outcome.ACCEPTED)
        if outcome is Outcome.ACCEPTED or (outcome is Outcome.UNKNOWN and message.to not in self.lost_before):
            self.taken.append(message)
            self._ids[message.attempt].append(f"fake-{message.attempt}-{len(self._ids[message.attempt]) + 1}")
        known = self._ids[message.attempt][-1] if outcome is Outcome.ACCEPTED else ""
        return Answer(message.attempt, outcome, f"fake.{outcome}", known)

    def find(self, message: Message, since: datetime, known: Container[str] = frozenset()) -> Found:  # noqa: ARG002 - it knows exactly
        if not self.reachable:
            return Found(message.attempt, Search.CANNOT_SAY, code=UNREACHABLE)
        if not self.searchable:
            return Found(message.attempt, Search.CANNOT_SAY)
        for taken in self._ids[message.attempt]:
            if taken not in known:
                return Found(message.attempt, Search.FOUND, taken, "fake.accepted")
        return Found(message.attempt, Search.NOT_FOUND)

    def close(self) -> None:
        self.closed = True


class FakeLookup(Personal):
    """Says of a number what `lines` says (type and country), or how asking ends; of any other, that it is a US mobile."""

    def __init__(self, lines: Mapping[str, tuple[LineType, str] | Asked] | None = None) -> None:
        self.lines = dict(lines or {})
        self.invalid: set[str] = set()
        self.reachable = True
        self.asked: list[str] = []
        """Every number, as often as it was asked about."""

    def look_up(self, numbers: Sequence[str]) -> list[LineAnswer]:
        return [self._look_up(one) for one in numbers]

    def _look_up(self, number: str) -> LineAnswer:
        if not self.reachable:
            return LineAnswer(number, Asked.TEMPORARY, UNREACHABLE)
        self.asked.append(number)
        said = self.lines.get(number, (LineType.MOBILE, "US"))
        if isinstance(said, Asked):
            return LineAnswer(number, said, f"fake.{said}")
        if number in self.invalid:
            return LineAnswer(number, Asked.ANSWERED, "fake.answered", valid=False)
        return LineAnswer(number, Asked.ANSWERED, "fake.answered", *said, valid=True)

    def close(self) -> None:
        pass
