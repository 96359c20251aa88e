"""Receipts on their way back: signed as the providers sign them, several at once, tried again while nobody answers.

Only to this machine. A receipt whose address is elsewhere is counted and dropped.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha1
from typing import Any
from urllib.parse import urldefrag, urlencode, urlsplit

import aiohttp  # twice and more as many posts a second as httpx, and Twilio's SDK brings it anyway
import orjson
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

AT_ONCE = 16
"""Posts under way at once."""
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
"""Seconds between tries; each pause is twice the one before."""
EVENTS_AT_ONCE = 500
"""E-mail events in one post."""


@dataclass(slots=True)
class Tally:
    """Receipts by what became of them."""

    pending: int = 0
    sent: int = 0
    given_up: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class _Post:
    url: str
    headers: dict[str, str]
    body: bytes
    receipts: int


class Posting:
    """Twilio's callbacks in the order of each message, SendGrid's events in batches.

    `patience` is how many seconds a receiver may be down; `clock` seconds since the epoch.
    """

    def __init__(
        self, *, auth_token: str, signing_key: ec.EllipticCurvePrivateKey, clock: Callable[[], float], patience: float = 60.0
    ) -> None:
        self._auth_token, self._key, self._clock, self._patience = auth_token.encode(), signing_key, clock, patience
        self.events_url = ""
        self.tally = Tally()
        self._posts: asyncio.Queue[Sequence[_Post]] = asyncio.Queue()
        self._events: list[dict[str, Any]] = []
        self._flush: asyncio.Task[None] | None = None
        self._workers: list[asyncio.Task[None]] = []
        self._http: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        self._http = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=15), connector=aiohttp.TCPConnector(limit=AT_ONCE), trust_env=False
        )
        self._workers = [asyncio.create_task(self._work(self._http)) for _ in range(AT_ONCE)]

    async def stop(self) -> None:
        tasks = [*self._workers, *([self._flush] if self._flush else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._http:
            await self._http.close()

    def callbacks(self, url: str, forms: Sequence[dict[str, str]]) -> None:
        """One message's statuses, posted one after the other."""
        target = urldefrag(url).url  # the fragment is for Twilio: neither sent nor signed
        if not _loopback(target):
            self.tally.elsewhere += len(forms)
            return
        self.tally.pending += len(forms)
        self._posts.put_nowait([self._callback(target, form) for form in forms])

    def _callback(self, url: str, form: dict[str, str]) -> _Post:
        signed = url + "".join(name + form[name] for name in sorted(form))
        signature = base64.b64encode(hmac.digest(self._auth_token, signed.encode(), sha1)).decode()
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8", "X-Twilio-Signature": signature}
        return _Post(url, headers, urlencode(form).encode(), 1)

    def events(self, events: Sequence[dict[str, Any]]) -> None:
        """E-mail events, posted soon, many at a time."""
        if not _loopback(self.events_url):
            self.tally.elsewhere += len(events)
            return
        self.tally.pending += len(events)
        self._events += events
        if self._flush is None:
            self._flush = asyncio.create_task(self._send_events())

    async def _send_events(self) -> None:
        while self._events:
            await asyncio.sleep(0.05)  # as the provider does: what happens together is posted together
            batch, self._events = self._events[:EVENTS_AT_ONCE], self._events[EVENTS_AT_ONCE:]
            body, timestamp = orjson.dumps(batch), str(int(self._clock()))
            signature = base64.b64encode(self._key.sign(timestamp.encode() + body, ec.ECDSA(hashes.SHA256()))).decode()
            headers = {
                "Content-Type": "application/json;charset=utf-8",
                "X-Twilio-Email-Event-Webhook-Signature": signature,
                "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
            }
            self._posts.put_nowait([_Post(self.events_url, headers, body, len(batch))])
        self._flush = None

    async def _work(self, http: aiohttp.ClientSession) -> None:
        while True:
            for post in await self._posts.get():
                if await self._deliver(http, post):
                    self.tally.sent += post.receipts
                else:
                    self.tally.given_up += post.receipts
                self.tally.pending -= post.receipts

    async def _deliver(self, http: aiohttp.ClientSession, post: _Post) -> bool:
        pause, give_up = FIRST_PAUSE, asyncio.get_running_loop().time() + self._patience
        while True:
            status = 0
            try:
                async with http.post(post.url, data=post.body, headers=post.headers, allow_redirects=False) as got:
                    await got.read()
                    status = got.status
            except (aiohttp.ClientError, TimeoutError):
                status = 0
            if 200 <= status < 300:
                return True
            # A refusal will not change; a receiver that is down or overwhelmed may come back.
            if 300 <= status < 500 or asyncio.get_running_loop().time() > give_up:
                return False
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)


def _loopback(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return parts.scheme == "http" and (host == "localhost" or ipaddress.ip_address(host).is_loopback)
    except ValueError:
        return False
