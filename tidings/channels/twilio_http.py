"""Twilio's SDK without its own transport: one HTTP client under every Twilio adapter."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from twilio.http import HttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.util import make_headers

from tidings.channels.connections import connections


class TooManyRequests(Exception):
    """HTTP 429. The SDK's own exceptions drop the Retry-After header."""

    def __init__(self, retry_after: float | None) -> None:
        self.retry_after = retry_after
        super().__init__()


class TwilioHttp(HttpClient):
    """The SDK's transport: another base URL, a timeout, no log, and no last request kept in memory for tests."""

    def __init__(self, base_url: str, timeout: float, threads: int) -> None:
        super().__init__(logging.getLogger("twilio.http_client"), is_async=False, timeout=timeout)
        self._base = base_url.rstrip("/")
        self._connections = connections(threads, timeout)

    def request(
        self,
        method: str,
        uri: str,
        params: Any = None,
        data: Any = None,
        headers: Any = None,
        auth: Any = None,
        timeout: float | None = None,
        allow_redirects: bool = False,  # noqa: ARG002 - the SDK's signature; a redirected POST would be another request
    ) -> Response:
        whole = urlsplit(uri)
        query = "&".join(part for part in (whole.query, urlencode(params or {})) if part)
        # Every URL: the pages of a list come as absolute links, and region and edge rewrite only *.twilio.com.
        url = self._base + whole.path + (f"?{query}" if query else "")
        got = self._connections.request(
            method,
            url,
            body=urlencode(data, doseq=True).encode() if data else None,
            headers={**(headers or {}), **make_headers(basic_auth=":".join(auth))},
            redirect=False,
            timeout=timeout or self.timeout,
        )
        if got.status == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooManyRequests(_seconds(got.headers.get("Retry-After")))
        return Response(got.status, got.data.decode("utf-8", "replace"), got.headers)

    def close(self) -> None:
        self._connections.clear()


def _seconds(header: str | None) -> float | None:
    """Retry-After in seconds. Its other form, a date, is not used by Twilio."""
    try:
        return max(0.0, float(header)) if header else None
    except ValueError:
        return None


def twilio_client(http: TwilioHttp, account_sid: str, auth_token: str, api_key: tuple[str, str] | None) -> Any:
    """The SDK's client over our connections. With an API key (SK… and its secret) it uses that, not the account's own token."""
    username, password = api_key or (account_sid, auth_token)
    return Client(username, password, account_sid=account_sid, http_client=http)  # type: ignore[no-untyped-call] # no types
