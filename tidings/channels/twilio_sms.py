"""SMS through Twilio's Programmable Messaging API (2010-04-01), with Twilio's SDK.

Twilio has no idempotency key: our attempt id travels in the StatusCallback's query string, so that a receipt settles
what a lost answer left open. Twilio is told to keep neither text nor number where the account allows it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException

from tidings.channels.connections import NoAnswer, outcome_of
from tidings.channels.interface import TOO_LATE, UNREACHABLE, Answer, Found, Message, Outcome, Search
from tidings.channels.twilio_http import TooManyRequests, TwilioHttp, twilio_client
from tidings.model import Channel

# Twilio's error codes, https://www.twilio.com/docs/api/errors. A code in no class is BLOCKED: somebody must read it up.
# tidings/receipts/twilio_sms.py has the twin of this table, and a contract test holds the two together.
CODES: dict[Outcome, frozenset[int]] = {
    Outcome.PERMANENT: frozenset({21211, 21610, 21614, 21635, 30005, 30006, 63003}),
    Outcome.CONFIGURATION: frozenset({20003, 21408, 21608, 30002, 30029, 30030, 30034, 63016, 63020}),
    Outcome.BLOCKED: frozenset({30004, 30007, 30450}),
    Outcome.TEMPORARY: frozenset({20429, 20503, 21611, 30001, 30003, 30008, 30036, 63018}),
}
NO_RETENTION_FEATURE = frozenset({30029, 30030})
"""The account may not ask Twilio to keep nothing: the message was refused, and may be sent without asking."""

CALLBACK_RETRIES = "#rc=3&rp=all"
"""Twilio's connection overrides: three retries, on any failure. A fragment, so it is neither sent nor signed."""

SHORTEST_VALIDITY = 10
"""Seconds. Twilio takes 1 to 36,000; what has so little left would expire in its queue."""

LISTED = 20_000
"""How many of the account's messages `find` looks through at most: 20 requests."""
SLACK = timedelta(minutes=2)
"""How far Twilio's clock may be from ours."""


class TwilioSms:
    """One Twilio account and sender. `sender` is a Messaging Service (MG…) or a number in E.164.

    `api_key` is a pair (SK… and its secret) to use instead of the account's own token. `public_url` is where Twilio
    reaches our receipts. `timeout` and `validity` are in seconds, and so is what `clock` gives, since 1970; `threads` calls are
    under way at once.
    `keep_nothing` asks Twilio to discard the text and mask the number.
    """

    channel = Channel.SMS
    batch_size = 1

    def __init__(
        self,
        *,
        base_url: str,
        account_sid: str,
        auth_token: str,
        sender: str,
        public_url: str,
        api_key: tuple[str, str] | None = None,
        timeout: float = 10.0,
        threads: int = 8,
        validity: int = 14_400,
        keep_nothing: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._http = TwilioHttp(base_url, timeout, threads)
        self._client = twilio_client(self._http, account_sid, auth_token, api_key)
        self._sender: dict[str, Any] = {"messaging_service_sid" if sender.startswith("MG") else "from_": sender}
        self._callback = public_url.rstrip("/") + "/receipts/twilio?attempt="
        self._validity, self._clock = validity, clock
        self._keep_nothing = keep_nothing
        self._threads = ThreadPoolExecutor(threads, "twilio")

    def send(self, messages: Sequence[Message]) -> list[Answer]:
        return list(self._threads.map(self._send, messages)) if len(messages) > 1 else [self._send(one) for one in messages]

    def _send(self, message: Message) -> Answer:
        answer = self._create(message, self._retention())
        if self._keep_nothing and answer.code in {f"twilio.{code}" for code in NO_RETENTION_FEATURE}:
            self._keep_nothing = False  # for good: the account has not got it. `blank` does it afterwards.
            answer = self._create(message, self._retention())
        return answer

    def _retention(self) -> dict[str, Any]:
        return {"content_retention": "discard", "address_retention": "obfuscate"} if self._keep_nothing else {}

    def _create(self, message: Message, retention: dict[str, Any]) -> Answer:
        # What waits in Twilio's queue at the end of the decent hours fails there with 30036, and is tried again.
        validity = self._validity if message.until is None else min(self._validity, int(message.until - self._clock()))
        if validity < SHORTEST_VALIDITY:
            return Answer(message.attempt, Outcome.TEMPORARY, TOO_LATE)
        try:
            made = self._client.messages.create(
                to=message.to,
                body=message.text,
                status_callback=self._callback + quote(message.attempt, safe="") + CALLBACK_RETRIES,
                validity_period=validity,
                shorten_urls=False,
                smart_encoded=False,  # `find` compares texts, so they must stay as they are
                **self._sender,
                **retention,
            )
        except TooManyRequests as pause:
            return Answer(message.attempt, Outcome.TEMPORARY, "twilio.20429", retry_after=pause.retry_after)
        except NoAnswer as error:
            return Answer(message.attempt, *outcome_of(error))
        except (TwilioRestException, TwilioServiceException) as error:
            return Answer(message.attempt, *_refusal(error.status, error.code))
        except (TwilioException, ValueError, TypeError, KeyError, AttributeError):
            # A 2xx whose body the SDK cannot read: Twilio has probably taken the message.
            return Answer(message.attempt, Outcome.UNKNOWN, "twilio.unreadable")
        if not made.sid:
            return Answer(message.attempt, Outcome.UNKNOWN, "twilio.unreadable")
        return Answer(message.attempt, Outcome.ACCEPTED, "twilio.accepted", provider_id=made.sid)

    def find(self, message: Message, since: datetime, known: Container[str] = frozenset()) -> Found:
        """Looks for the text at the number. If Twilio keeps neither, only a number's absence can be known for sure."""
        # With masked numbers the filter might miss them; and DateSent is empty while a message waits: so neither is used.
        narrow: dict[str, Any] = {} if self._keep_nothing else {"to": message.to}
        perhaps, seen = False, 0
        try:
            for one in self._client.messages.stream(**narrow, limit=LISTED, page_size=1000):
                seen += 1
                if one.date_sent and one.date_sent < since - SLACK:
                    break
                created = one.date_created
                if (
                    not one.to
                    or one.sid in known
                    or not _same_number(one.to, message.to)
                    or (created and created < since - SLACK)
                ):
                    continue
                if one.body and message.text in one.body and one.to == message.to:
                    return Found(message.attempt, Search.FOUND, one.sid or "", f"twilio.{one.error_code or one.status}")
                perhaps = perhaps or not one.body or one.to != message.to
        except (NoAnswer, TwilioException, TooManyRequests, ValueError, TypeError, KeyError, AttributeError):
            return Found(message.attempt, Search.CANNOT_SAY, code=UNREACHABLE)  # whoever may send may list: it is no answer
        certain = not perhaps and seen < LISTED
        return Found(message.attempt, Search.NOT_FOUND if certain else Search.CANNOT_SAY)

    def blank(self, provider_id: str) -> bool:
        """Empties a message's text at Twilio, for accounts that cannot ask for it beforehand. After its final status."""
        try:
            self._client.messages(provider_id).update(body="")
        except (NoAnswer, TwilioException, TooManyRequests, ValueError, TypeError):
            return False
        return True

    def close(self) -> None:
        self._threads.shutdown()
        self._http.close()


def _refusal(status: int, code: int | None) -> tuple[Outcome, str]:
    """What an HTTP status of 300 and above means. The SDK puts the status in the place of a missing code."""
    number = code if isinstance(code, int) else status
    name = f"twilio.{number}"
    for outcome, numbers in CODES.items():
        if number in numbers:
            return outcome, name
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN} and number == status:
        return Outcome.CONFIGURATION, name
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return Outcome.TEMPORARY, name
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.REQUEST_TIMEOUT:
        return Outcome.UNKNOWN, name  # it may have broken after the message was taken
    return Outcome.BLOCKED, name


def _same_number(listed: str, asked: str) -> bool:
    """Whether a number of Twilio's list is, or may be, the one we asked for: masked ones end in XXXX."""
    return len(listed) == len(asked) and all(a == b or a in "Xx*" for a, b in zip(listed, asked, strict=True))
