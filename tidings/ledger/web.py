"""A ledger that lies behind an http(s) address, read as if it were a folder: politely, one file at a time, within limits.

Redirects are not followed (tlog-tiles forbids them for tiles). What was fetched is kept in memory, up to a limit.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Self

import httpx

from tidings.errors import LedgerError

TIMEOUT_SECONDS = 15.0
"""For connecting, and for each piece of an answer."""
SLOWEST_FILE_SECONDS = 120.0
"""For one file as a whole, so that a server that sends a byte now and then is not waited for."""
MOST_BYTES = 256 * (2 + 0xFFFF)
"""Of one file: the largest entry bundle that the format allows."""
KEPT_BYTES = 4 << 20
TRIES = 4
FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
_BUSY = frozenset({429, 500, 502, 503, 504})
AGENT = "tidings-ledger-verify"


class WebLedger:
    """`read(name)` gives a file's bytes, or None where the server says that there is none (404, 410).

    LedgerError OUT_OF_REACH, naming the file, if the server cannot be reached, answers with anything else, is too slow or
    sends too much. A busy server (429, 5xx) is asked again after as long as it says, or after a pause that doubles.
    """

    def __init__(
        self, address: str, transport: httpx.BaseTransport | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._base, self._pause = address.rstrip("/"), pause
        # No compression: a few bytes that unpack to gigabytes would pass every limit before they are counted.
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        self._client = httpx.Client(timeout=TIMEOUT_SECONDS, follow_redirects=False, headers=headers, transport=transport)
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def read(self, name: str) -> bytes | None:
        """One file. A checkpoint and partial tiles are fetched each time; full tiles never change, and are kept for a while."""
        if name in self._kept:
            self._kept.move_to_end(name)
            return self._kept[name]
        data = self._fetch(name)
        if data is not None and name.startswith("tile/") and ".p/" not in name:
            self._keep(name, data)
        return data

    def _keep(self, name: str, data: bytes) -> None:
        self._kept[name] = data
        self._bytes += len(data)
        while self._bytes > KEPT_BYTES:
            self._bytes -= len(self._kept.popitem(last=False)[1])

    def _fetch(self, name: str) -> bytes | None:
        pause = FIRST_PAUSE_SECONDS
        for left in reversed(range(TRIES)):
            try:
                with self._client.stream("GET", f"{self._base}/{name}") as answer:
                    if answer.status_code == httpx.codes.OK:
                        return self._body(answer, name)
                    if answer.status_code in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
                        return None
                    if answer.status_code not in _BUSY or not left:
                        raise LedgerError(LedgerError.Code.OUT_OF_REACH, f"{name}, status {answer.status_code}")
                    wait = _asked_to_wait(answer) or pause
            except (httpx.HTTPError, httpx.InvalidURL):
                if not left:
                    raise LedgerError(LedgerError.Code.OUT_OF_REACH, name) from None
                wait = pause
            self._pause(min(wait, LONGEST_PAUSE_SECONDS))
            pause *= 2
        raise AssertionError("the last try returns or raises")

    def _body(self, answer: httpx.Response, name: str) -> bytes:
        until, parts, size = time.monotonic() + SLOWEST_FILE_SECONDS, [], 0
        for part in answer.iter_raw():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES or time.monotonic() > until:
                raise LedgerError(LedgerError.Code.OUT_OF_REACH, name, hint="this file is too large, or comes too slowly")
        return b"".join(parts)


def _asked_to_wait(answer: httpx.Response) -> float | None:
    asked = answer.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() and len(asked) < 6 else None
