"""SendGrid's signed event webhook: JSON arrays of events, for up to a day again and again.

Signature: ECDSA P-256 with SHA-256 over timestamp and raw body, DER in base64, in two headers
(https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
The SDK's helper takes text and knows no freshness, so the check is here. Copies are common: take a key only once.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any

import orjson
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key

from tidings.errors import ConfigError
from tidings.model import AttemptId
from tidings.receipts.interface import ATTEMPT, RawRequest, Receipt, ReceiptError, ReceiptEvent

SIGNATURE = "x-twilio-email-event-webhook-signature"
TIMESTAMP = "x-twilio-email-event-webhook-timestamp"

FRESH_FOR = 25 * 3600.0
"""Seconds. SendGrid retries for 24 hours, and it is not documented that a retry is signed anew."""
AHEAD = 300.0
"""Seconds that SendGrid's clock may be before ours."""

EVENTS: dict[str, ReceiptEvent] = {
    "processed": ReceiptEvent.ACCEPTED,
    "deferred": ReceiptEvent.DELAYED,
    "delivered": ReceiptEvent.DELIVERED,
    "spamreport": ReceiptEvent.COMPLAINED,
    "unsubscribe": ReceiptEvent.COMPLAINED,
    "group_unsubscribe": ReceiptEvent.COMPLAINED,
}
# Why SendGrid did not even try: an earlier bounce, or an earlier wish. Matched, never repeated.
DROPPED = (
    (re.compile(r"unsubscrib|spam report", re.IGNORECASE), ReceiptEvent.OPTED_OUT),
    (re.compile(r"bounced|invalid", re.IGNORECASE), ReceiptEvent.FAILED_PERMANENT),
)
_STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}|[245]\d\d")
_EVENT_ID = re.compile(r"[\x21-\x7e]{1,200}")


class SendGridReceipts:
    """Events of one account. `public_key` is base64, as SendGrid's settings show it; `clock` seconds since the epoch.

    Raises ConfigError BAD_VALUE if that is no P-256 key.
    """

    def __init__(self, *, public_key: str, clock: Callable[[], float], fresh_for: float = FRESH_FOR) -> None:
        try:
            key = load_der_public_key(base64.b64decode(public_key, validate=True))
        except (ValueError, UnsupportedAlgorithm):
            key = None
        if not isinstance(key, ec.EllipticCurvePublicKey):
            raise ConfigError(ConfigError.Code.BAD_VALUE, "TIDINGS_SENDGRID_WEBHOOK_KEY") from None
        self._key, self._clock, self._fresh_for = key, clock, fresh_for

    def parse(self, request: RawRequest) -> list[Receipt]:
        self._check(request)
        try:
            events = orjson.loads(request.body)
        except orjson.JSONDecodeError:
            events = None
        if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
            raise ReceiptError(ReceiptError.Code.MALFORMED) from None
        return [receipt for event in events if (receipt := _receipt(event))]

    def _check(self, request: RawRequest) -> None:
        signature, timestamp = request.headers.get(SIGNATURE, ""), request.headers.get(TIMESTAMP, "")
        if not signature or not timestamp:
            raise ReceiptError(ReceiptError.Code.UNSIGNED)
        try:
            self._key.verify(
                base64.b64decode(signature, validate=True), timestamp.encode() + request.body, ec.ECDSA(hashes.SHA256())
            )
        except (InvalidSignature, binascii.Error, ValueError):
            raise ReceiptError(ReceiptError.Code.FORGED) from None
        if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
            raise ReceiptError(ReceiptError.Code.MALFORMED)
        if not -AHEAD <= self._clock() - int(timestamp) <= self._fresh_for:
            raise ReceiptError(ReceiptError.Code.STALE)


def _receipt(event: dict[str, Any]) -> Receipt | None:
    """Nothing for events that are none of ours (opens and clicks are not tracked) or carry no attempt."""
    attempt, key, name = event.get("attempt"), event.get("sg_event_id"), event.get("event")
    if not isinstance(attempt, str) or not ATTEMPT.fullmatch(attempt):
        return None
    if not isinstance(key, str) or not _EVENT_ID.fullmatch(key) or not isinstance(name, str):
        return None
    message = event.get("sg_message_id")
    provider_id = message if isinstance(message, str) and _EVENT_ID.fullmatch(message) else ""
    kind = EVENTS.get(name)
    code = f"sendgrid.{name}"
    if name == "bounce":
        kind, code = _bounce(event)
    elif name == "dropped":
        reason = str(event.get("reason", ""))
        kind = next((kind for words, kind in DROPPED if words.search(reason)), ReceiptEvent.BLOCKED)
    return Receipt(AttemptId(attempt), key, kind, code, provider_id) if kind else None


def _bounce(event: dict[str, Any]) -> tuple[ReceiptEvent, str]:
    """A bounce is for good, unless its SMTP status says otherwise; "blocked" is a refusal of us, not of the address."""
    status = event.get("status")
    known = status if isinstance(status, str) and _STATUS.fullmatch(status) else ""
    if event.get("type") == "blocked":
        return ReceiptEvent.BLOCKED, f"sendgrid.blocked.{known}".rstrip(".")
    kind = ReceiptEvent.FAILED_TEMPORARY if known.startswith("4") else ReceiptEvent.FAILED_PERMANENT
    return kind, f"sendgrid.bounce.{known}".rstrip(".")
