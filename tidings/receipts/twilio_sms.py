"""Twilio's status callbacks: signed form posts, one status each, in any order.

Signature: https://www.twilio.com/docs/usage/security. It is over the public URL and the form, with no time in it: a
signed callback can be replayed for ever, so the key (SID and status) must be taken only once.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs

from twilio.request_validator import RequestValidator

from tidings.model import AttemptId
from tidings.receipts.interface import ATTEMPT, RawRequest, Receipt, ReceiptError, ReceiptEvent

PATH = "/receipts/twilio"

# https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
STATUSES: dict[str, ReceiptEvent] = {
    "accepted": ReceiptEvent.ACCEPTED,
    "scheduled": ReceiptEvent.ACCEPTED,
    "queued": ReceiptEvent.ACCEPTED,
    "sending": ReceiptEvent.ACCEPTED,
    "sent": ReceiptEvent.SENT,
    "delivered": ReceiptEvent.DELIVERED,
    "read": ReceiptEvent.DELIVERED,
    "partially_delivered": ReceiptEvent.BLOCKED,  # some segments arrived: whether that was enough, a human says
    "canceled": ReceiptEvent.BLOCKED,  # by somebody, in Twilio's console
}
FAILED = frozenset({"failed", "undelivered"})

# https://www.twilio.com/docs/api/errors. A code in no class is BLOCKED: somebody must read it up.
# tidings/channels/twilio_sms.py has the twin of this table, and a contract test holds the two together.
CODES: dict[ReceiptEvent, frozenset[int]] = {
    ReceiptEvent.OPTED_OUT: frozenset({21610}),
    ReceiptEvent.FAILED_PERMANENT: frozenset({21211, 21614, 21635, 30005, 30006, 63003}),
    ReceiptEvent.CONFIGURATION: frozenset({20003, 21408, 21608, 30002, 30029, 30030, 30034, 63016, 63020}),
    ReceiptEvent.BLOCKED: frozenset({30004, 30007, 30450}),
    ReceiptEvent.FAILED_TEMPORARY: frozenset({20429, 20503, 21611, 30001, 30003, 30008, 30036, 63018}),
}
_SID = re.compile(r"(?:SM|MM)[0-9a-fA-F]{32}")


class TwilioReceipts:
    """Callbacks of one account. `public_url` is the same that the sender put into StatusCallback."""

    def __init__(self, *, auth_token: str, public_url: str) -> None:
        self._validator: Any = RequestValidator(auth_token)  # type: ignore[no-untyped-call] # the SDK has no types
        self._url = public_url.rstrip("/") + PATH

    def parse(self, request: RawRequest) -> list[Receipt]:
        form = self._checked(request)
        sid, status = form.get("MessageSid", ""), form.get("MessageStatus", "")
        event = self._event(status, form.get("ErrorCode", ""))
        if not _SID.fullmatch(sid) or event is None:
            raise ReceiptError(ReceiptError.Code.MALFORMED)
        attempt = parse_qs(request.query).get("attempt", [""])[-1]
        if not ATTEMPT.fullmatch(attempt):
            return []
        code = form.get("ErrorCode") if status in FAILED else status
        return [Receipt(AttemptId(attempt), f"{sid}.{status}", event, f"twilio.{code or status}", sid)]

    def _checked(self, request: RawRequest) -> dict[str, str]:
        """The form, if Twilio signed it. The validator raises on some input and passes some unchecked: hence the care."""
        signature = request.headers.get("x-twilio-signature", "")
        if not signature:
            raise ReceiptError(ReceiptError.Code.UNSIGNED)
        try:
            # Blank values are signed too. A repeated name is no form of Twilio's.
            pairs = parse_qs(request.body.decode("ascii"), keep_blank_values=True, strict_parsing=True, max_num_fields=100)
            form = {name: value for name, (value,) in pairs.items()}
            # Of our public URL, never of the request: Host and scheme are the sender's to choose.
            url = f"{self._url}?{request.query}" if request.query else self._url
            # Without fields, or with a bodySHA256, the validator would not look at the body.
            genuine = bool(form) and "bodySHA256" not in request.query and self._validator.validate(url, form, signature)
        except Exception:  # noqa: BLE001 - whatever stops the check, the request is not to be believed
            genuine = False
        if genuine is not True:
            raise ReceiptError(ReceiptError.Code.FORGED) from None
        return form

    @staticmethod
    def _event(status: str, error: str) -> ReceiptEvent | None:
        if status not in FAILED:
            return STATUSES.get(status)
        number = int(error) if error.isascii() and error.isdigit() and len(error) < 8 else 0
        return next((event for event, numbers in CODES.items() if number in numbers), ReceiptEvent.BLOCKED)
