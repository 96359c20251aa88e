"""E-mail through SendGrid's v3 Mail Send, with SendGrid's SDK: one request for up to 1,000 people.

Everybody has a personalization of their own (people in one `to` would see each other). `custom_args` carries the
attempt's id and nothing else: SendGrid stores it for long, and returns it in every event. Nothing is tracked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import urllib3
from python_http_client.client import Client
from python_http_client.exceptions import HTTPError
from sendgrid.sendgrid import SendGridAPIClient

from tidings.channels.connections import NoAnswer, connections, outcome_of
from tidings.channels.interface import UNREACHABLE, Answer, Found, Message, Outcome, Search
from tidings.model import Channel

MOST_PEOPLE = 1000
"""Personalizations in one request. SendGrid's limit."""
MOST_SUBSTITUTIONS = 10_000
"""Bytes of substitutions per person. SendGrid's limit."""
MOST_ERASED = 5000
"""Addresses in one erase job. SendGrid's limit."""
SLACK = timedelta(minutes=2)

TRACKING_OFF: dict[str, Any] = {
    "click_tracking": {"enable": False, "enable_text": False},
    "open_tracking": {"enable": False},
    "subscription_tracking": {"enable": False},
    "ganalytics": {"enable": False},
}
_WHOSE_FAULT = re.compile(r"personalizations\.(\d+)\.(?:to|substitutions|custom_args)\b")


class _Got:
    """A response in the shape that python_http_client reads."""

    def __init__(self, got: urllib3.BaseHTTPResponse) -> None:
        self._got = got

    def getcode(self) -> int:
        return self._got.status

    def read(self) -> bytes:
        return self._got.data

    def info(self) -> Mapping[str, str]:
        return self._got.headers


class _PooledClient(Client):
    """The SDK's client over one pool: its own makes a connection and a TLS context per call, and follows redirects."""

    def __init__(self, pool: urllib3.PoolManager, **rest: Any) -> None:
        self._pool = pool
        super().__init__(**rest)  # type: ignore[no-untyped-call] # the SDK has no types

    def _build_client(self, name: str | None = None) -> _PooledClient:
        return _PooledClient(
            self._pool,
            host=self.host,
            version=self._version,
            request_headers=self.request_headers,
            url_path=[*self._url_path, name] if name else self._url_path,
            timeout=self.timeout,
        )

    def _make_request(self, opener: Any, request: Any, timeout: float | None = None) -> _Got:  # noqa: ARG002 - the SDK's signature
        got = self._pool.request(
            request.get_method(),
            request.full_url,
            body=request.data,
            headers=dict(request.header_items()),
            redirect=False,
            timeout=timeout or self.timeout,
        )
        if got.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise HTTPError(got.status, "", got.data, got.headers)  # type: ignore[no-untyped-call] # no types
        return _Got(got)


class SendGridEmail:
    """One SendGrid account and sender. `timeout` is in seconds; `clock` gives seconds since the epoch."""

    channel = Channel.EMAIL
    batch_size = MOST_PEOPLE

    def __init__(
        self,
        *,
        base_url: str,
        api_key: str,
        sender: str,
        clock: Callable[[], float],
        sender_name: str = "",
        timeout: float = 30.0,
        threads: int = 8,
    ) -> None:
        self._connections = connections(threads, timeout)
        self._sdk: Any = SendGridAPIClient(api_key, host=base_url.rstrip("/"))  # type: ignore[no-untyped-call] # no types
        # The content type is set now: the SDK would otherwise change the headers that all threads share.
        headers = {**self._sdk.client.request_headers, "Content-Type": "application/json"}
        self._sdk.client = _PooledClient(
            self._connections, host=self._sdk.host, version=3, request_headers=headers, timeout=timeout
        )
        self._sender = {"email": sender, "name": sender_name} if sender_name else {"email": sender}
        self._clock = clock

    def send(self, messages: Sequence[Message]) -> list[Answer]:
        answers: dict[int, Answer] = {}
        for place, one in enumerate(messages):
            if _size(one.substitutions) > MOST_SUBSTITUTIONS:  # it would have the whole request refused
                answers[place] = Answer(one.attempt, Outcome.BLOCKED, "too_long")
        for batch in _requests(messages, [place for place in range(len(messages)) if place not in answers]):
            self._send(messages, batch, answers)
        return [answers[place] for place in range(len(messages))]

    def _send(self, messages: Sequence[Message], batch: list[int], answers: dict[int, Answer]) -> None:
        """One request, and again without those whom SendGrid names as the reason for refusing all of it."""
        while batch:
            outcome, code, rest = self._post([messages[place] for place in batch])
            faulty = {batch[place] for place in rest.get("faulty", ()) if place < len(batch)}
            for place in batch:
                if not faulty:
                    answers[place] = Answer(
                        messages[place].attempt, outcome, code, rest.get("provider_id", ""), rest.get("retry_after")
                    )
                elif place in faulty:
                    answers[place] = Answer(messages[place].attempt, Outcome.PERMANENT, code)
            batch = [place for place in batch if place not in faulty] if faulty else []

    def _post(self, messages: Sequence[Message]) -> tuple[Outcome, str, dict[str, Any]]:
        try:
            got = self._sdk.send(_payload(self._sender, messages))
        except NoAnswer as error:
            return *outcome_of(error), {}
        except HTTPError as error:
            return self._refusal(error)
        code = f"sendgrid.{got.status_code}"
        if got.status_code != HTTPStatus.ACCEPTED:
            return Outcome.UNKNOWN, code, {}
        return Outcome.ACCEPTED, code, {"provider_id": got.headers.get("X-Message-Id", "")}

    def _refusal(self, error: HTTPError) -> tuple[Outcome, str, dict[str, Any]]:
        status, code = int(error.status_code), f"sendgrid.{error.status_code}"
        match status:
            case HTTPStatus.BAD_REQUEST:
                return Outcome.BLOCKED, code, {"faulty": _faulty(error.body)}
            case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND | HTTPStatus.METHOD_NOT_ALLOWED:
                return Outcome.CONFIGURATION, code, {}
            case HTTPStatus.TOO_MANY_REQUESTS:
                return Outcome.TEMPORARY, code, {"retry_after": self._pause(error.headers)}
            case HTTPStatus.SERVICE_UNAVAILABLE:
                return Outcome.TEMPORARY, code, {}
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
            return Outcome.UNKNOWN, code, {}  # it may have broken after the mail was taken
        return Outcome.BLOCKED, code, {}

    def _pause(self, headers: Mapping[str, str]) -> float | None:
        """Seconds. X-RateLimit-Reset is a time (seconds since the epoch), Retry-After a length."""
        try:
            if length := headers.get("Retry-After"):
                return max(0.0, float(length))
            if reset := headers.get("X-RateLimit-Reset"):
                return max(0.0, float(reset) - self._clock())
        except ValueError:
            return None
        return None

    def find(self, message: Message, since: datetime, known: Container[str] = frozenset()) -> Found:
        """Asks the Email Logs (an add-on), which cannot be searched for our id but show it in each message's details."""
        from_time = (since - SLACK).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        to = message.to.replace("\\", "\\\\").replace('"', '\\"')
        query = f'to_email = "{to}" AND sg_message_id_created_at >= TIMESTAMP "{from_time}"'
        try:
            listed = json.loads(self._sdk.client.logs.post({"query": query, "limit": MOST_PEOPLE}).body)["messages"]
            sure = len(listed) < MOST_PEOPLE
            for one in listed:
                if one["sg_message_id"] in known:
                    continue
                details = json.loads(self._sdk.client.logs._(one["sg_message_id"]).get().body)
                args = details.get("custom_args")
                if args and args.get("attempt") == message.attempt:
                    return Found(message.attempt, Search.FOUND, one["sg_message_id"], f"sendgrid.{_word(one['status'])}")
                sure = sure and bool(args)
        except HTTPError as error:
            # 403: an account or a key without the add-on. 400 and 404: not a question, or a message, that it knows.
            cannot = error.status_code in {HTTPStatus.FORBIDDEN, HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND}
            return Found(message.attempt, Search.CANNOT_SAY, code="" if cannot else UNREACHABLE)
        except (NoAnswer, ValueError, TypeError, KeyError, AttributeError):
            return Found(message.attempt, Search.CANNOT_SAY, code=UNREACHABLE)
        return Found(message.attempt, Search.NOT_FOUND if sure else Search.CANNOT_SAY)

    def erase(self, addresses: Sequence[str]) -> bool:
        """Asks SendGrid to forget these people. True if it took the job for all of them."""
        try:
            for start in range(0, len(addresses), MOST_ERASED):
                self._sdk.client.recipients.erasejob.post({"email_addresses": list(addresses[start : start + MOST_ERASED])})
        except (NoAnswer, HTTPError):
            return False
        return True

    def close(self) -> None:
        self._connections.clear()


def _requests(messages: Sequence[Message], places: Iterable[int]) -> list[list[int]]:
    """Places of messages that may share a request: of one shape, at most 1,000, and no address twice."""
    made: dict[object, list[tuple[list[int], set[str]]]] = {}
    for place in places:
        one = messages[place]
        batches = made.setdefault((one.subject, one.text, one.html, one.language, one.direction), [])
        address = one.to.casefold()
        for batch, taken in batches:
            if len(batch) < MOST_PEOPLE and address not in taken:
                break
        else:
            batch, taken = [], set()
            batches.append((batch, taken))
        batch.append(place)
        taken.add(address)
    return [batch for batches in made.values() for batch, _ in batches]


def _size(substitutions: Mapping[str, str]) -> int:
    return sum(len(key.encode()) + len(value.encode()) for key, value in substitutions.items())


def _payload(sender: Mapping[str, str], messages: Sequence[Message]) -> dict[str, Any]:
    first = messages[0]
    content = [{"type": "text/plain", "value": first.text}]
    if first.html:
        content.append({"type": "text/html", "value": first.html})  # SendGrid wants the plain text first
    return {
        "from": dict(sender),
        "subject": first.subject,
        "content": content,
        "personalizations": [
            {
                "to": [{"email": one.to}],
                "custom_args": {"attempt": one.attempt},
                **({"substitutions": dict(one.substitutions)} if one.substitutions else {}),
            }
            for one in messages
        ],
        # mail_settings stay out: each of its bypass_… switches overrides somebody's wish to be left alone.
        "tracking_settings": TRACKING_OFF,
    }


def _faulty(body: bytes) -> set[int]:
    """Which personalizations a 400 names. Empty if it names anything else too: then the request itself is wrong."""
    try:
        fields = [str(error.get("field")) for error in json.loads(body)["errors"]]
    except (ValueError, TypeError, KeyError, AttributeError):
        return set()
    found = [_WHOSE_FAULT.match(field) for field in fields]
    return {int(match[1]) for match in found if match} if all(found) else set()


def _word(status: object) -> str:
    return status if isinstance(status, str) and re.fullmatch(r"[a-z_]{1,20}", status) else "other"
