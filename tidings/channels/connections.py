"""The connections under both SDKs, and how a call ended that got no answer: before anything was sent, or nobody knows.

urllib3 alone: the SDKs' own transports cost about half as much again, retry, follow redirects, or take proxies and
credentials from the environment.
"""

from __future__ import annotations

import logging
import ssl

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    LocationValueError,
    NewConnectionError,
    SSLError,
    TimeoutError,  # noqa: A004 - urllib3's own, for reading
    URLSchemeUnknown,
)

from tidings.channels.interface import Outcome

# These log query strings, numbers, payloads and the API key below WARNING; urllib3 logs URLs at WARNING too.
QUIET = {"twilio.http_client": logging.WARNING, "python_http_client": logging.WARNING, "urllib3": logging.ERROR}

NoAnswer = HTTPError
"""What a call raises that got no whole answer; `outcome_of` says what it means."""


def connections(threads: int, timeout: float) -> urllib3.PoolManager:
    """Connections for so many threads. One that broke is never tried again here: that might send twice."""
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(level)
    return urllib3.PoolManager(2, maxsize=threads, block=True, retries=False, timeout=timeout, ca_certs=certifi.where())


def outcome_of(error: NoAnswer) -> tuple[Outcome, str]:
    """What a failed call means for the message, and our code for it.

    Only a connection that was never made is safe to repeat. A time-out while reading, a reset, a cut or unreadable
    answer may all come after the provider took the message.
    """
    if isinstance(error, NewConnectionError | ConnectTimeoutError):  # a name that is not found is a NewConnectionError
        return Outcome.TEMPORARY, "unreachable"
    if isinstance(error, SSLError) and any(isinstance(cause, ssl.SSLCertVerificationError) for cause in error.args):
        return Outcome.CONFIGURATION, "tls"
    if isinstance(error, LocationValueError | URLSchemeUnknown):
        return Outcome.CONFIGURATION, "base_url"
    return Outcome.UNKNOWN, "timeout" if isinstance(error, TimeoutError) else "no_answer"
