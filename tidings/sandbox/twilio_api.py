"""The paths of Twilio's API 2010-04-01 that Tidings uses: create, list, fetch, redact and delete a message."""

from __future__ import annotations

import asyncio
import base64
import hmac
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tidings.model import Channel
from tidings.sandbox.outbox import Delivery
from tidings.sandbox.outcomes import NEVER_A_RECEIPT, TAKEN_WITHOUT_ANSWER, Fate
from tidings.sandbox.state import State

NUMBER = re.compile(r"\+[1-9]\d{6,14}")
LONGEST_BODY = 1600
SENDER = "+13405550199"
PAGE = 50

# What refuses a message at once: HTTP status and Twilio's code.
REFUSALS: dict[Fate, tuple[int, int]] = {
    Fate.REFUSED: (400, 21211),
    Fate.OPTED_OUT: (400, 21610),
    Fate.MISCONFIGURED: (400, 21608),
    Fate.LIMITED: (429, 20429),
    Fate.BROKEN: (500, 20500),
    Fate.UNAVAILABLE: (503, 20503),
}
# What ends a message that was taken: status and error code.
ENDS: dict[Fate, tuple[str, int]] = {
    Fate.UNDELIVERED: ("undelivered", 30005),
    Fate.UNDELIVERED_FOR_NOW: ("undelivered", 30003),
    Fate.BLOCKED: ("undelivered", 30007),
}


def twilio_routes(state: State) -> list[Route]:
    api = _Api(state)
    messages = "/2010-04-01/Accounts/{account}/Messages.json"
    message = "/2010-04-01/Accounts/{account}/Messages/{sid}.json"
    return [
        Route(messages, guarded(state, api.create), methods=["POST"]),
        Route(messages, guarded(state, api.list), methods=["GET"]),
        Route(message, guarded(state, api.fetch), methods=["GET"]),
        Route(message, guarded(state, api.redact), methods=["POST"]),
        Route(message, guarded(state, api.delete), methods=["DELETE"]),
    ]


def guarded(state: State, answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Answers the account's own requests only, as every API of Twilio's does."""
    account = state.account
    basic = b"Basic " + base64.b64encode(f"{account.account_sid}:{account.auth_token}".encode())

    async def check(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get("authorization", "").encode("latin-1"), basic):
            return as_error(401, 20003)
        if request.path_params.get("account", account.account_sid) != account.account_sid:
            return as_error(404, 20404)
        return await answer(request)

    return check


class _Api:
    def __init__(self, state: State) -> None:
        self._state = state

    async def create(self, request: Request) -> Response:
        form = {name: values[-1] for name, values in parse_qs((await request.body()).decode(), keep_blank_values=True).items()}
        to, fate = form.get("To", ""), self._state.fates.of(form.get("To", ""))
        if problem := self._problem(form):
            return as_error(400, problem)
        if fate is Fate.RESET:
            self._state.connections.break_off(request)
            return Response()
        if fate in REFUSALS:
            status, code = REFUSALS[fate]
            return as_error(status, code, {"Retry-After": str(self._state.faults.retry_after)} if status == 429 else {})
        if fate is Fate.SLOW:
            await asyncio.sleep(self._state.faults.slow_seconds)
        delivery = self._take(form, to)
        answer = as_json(201, self._shown(delivery))
        self._follow(delivery, fate, form.get("StatusCallback", ""))
        if fate in TAKEN_WITHOUT_ANSWER:
            self._state.connections.break_off(request)
        return Response(b"<html>", 201, media_type="text/html") if fate is Fate.UNREADABLE else answer

    def _problem(self, form: dict[str, str]) -> int | None:
        """The code of the first thing that Twilio would refuse such a request for."""
        feature_missing = not self._state.faults.can_forget
        wrong = {
            21211: not NUMBER.fullmatch(form.get("To", "")),
            21603: not form.get("From") and not form.get("MessagingServiceSid"),
            21602: not form.get("Body"),
            21617: len(form.get("Body", "")) > LONGEST_BODY,
            30029: feature_missing and form.get("ContentRetention") == "discard",
            30030: feature_missing and form.get("AddressRetention") == "obfuscate",
        }
        return next((code for code, is_wrong in wrong.items() if is_wrong), None)

    def _take(self, form: dict[str, str], to: str) -> Delivery:
        attempt = dict(parse_qsl(urlsplit(form.get("StatusCallback", "")).query)).get("attempt", "")
        delivery = Delivery(
            id="SM" + self._state.random(16).hex(),
            channel=Channel.SMS,
            to=to,
            body=form["Body"],
            at=self._state.now(),
            attempt=attempt,
            sender=form.get("From") or SENDER,
            kept_to=to[:-4] + "XXXX" if form.get("AddressRetention") == "obfuscate" else to,
            kept_body="" if form.get("ContentRetention") == "discard" else form["Body"],
        )
        self._state.outbox.add(delivery)
        return delivery

    def _follow(self, delivery: Delivery, fate: Fate, callback: str) -> None:
        """What happens to it later, told in callbacks."""
        end, code = ENDS.get(fate, ("delivered", None))
        statuses: list[tuple[str, int | None]] = [("sent", None), (end, code)]
        delivery.sent_at, delivery.status, delivery.error = self._state.now(), end, code
        if fate in NEVER_A_RECEIPT:
            delivery.status = "sent"
            return
        if fate is Fate.OUT_OF_ORDER:
            statuses.reverse()
        if fate is Fate.DOUBLED:
            statuses = [one for one in statuses for _ in range(2)]
        if callback:
            self._state.posting.callbacks(callback, [self._form(delivery, status, code) for status, code in statuses])

    def _form(self, delivery: Delivery, status: str, code: int | None) -> dict[str, str]:
        form = {
            "AccountSid": self._state.account.account_sid,
            "ApiVersion": "2010-04-01",
            "From": delivery.sender,
            "MessageSid": delivery.id,
            "MessageStatus": status,
            "SmsSid": delivery.id,
            "SmsStatus": status,
            "To": delivery.to,
        }
        return {**form, "ErrorCode": str(code)} if code else form

    async def list(self, request: Request) -> Response:
        query = request.query_params
        size, page = int(query.get("PageSize", PAGE)), int(query.get("Page", 0))
        after = query.get("DateSent>", "")[:10]
        chosen = [
            one
            for one in self._state.outbox.newest(0, len(self._state.outbox), Channel.SMS)
            if query.get("To") in {None, one.kept_to} and (not after or (one.sent_at or one.at).date().isoformat() >= after)
        ]
        here = f"/2010-04-01/Accounts/{self._state.account.account_sid}/Messages.json"
        rest = {name: value for name, value in query.items() if name not in {"Page", "PageToken"}}
        more = (page + 1) * size < len(chosen)
        return as_json(
            200,
            {
                "messages": [self._shown(one) for one in chosen[page * size : (page + 1) * size]],
                "page": page,
                "page_size": size,
                "start": page * size,
                "end": min((page + 1) * size, len(chosen)) - 1 if chosen else 0,
                "uri": f"{here}?{urlencode({**rest, 'Page': page})}",
                "first_page_uri": f"{here}?{urlencode({**rest, 'Page': 0})}",
                "next_page_uri": f"{here}?{urlencode({**rest, 'Page': page + 1})}" if more else None,
                "previous_page_uri": f"{here}?{urlencode({**rest, 'Page': page - 1})}" if page else None,
            },
        )

    async def fetch(self, request: Request) -> Response:
        found = self._state.outbox.get(request.path_params["sid"])
        return as_json(200, self._shown(found)) if found else as_error(404, 20404)

    async def redact(self, request: Request) -> Response:
        found = self._state.outbox.get(request.path_params["sid"])
        if not found:
            return as_error(404, 20404)
        if parse_qs((await request.body()).decode(), keep_blank_values=True).get("Body") == [""]:
            found.kept_body = ""
        return as_json(200, self._shown(found))

    async def delete(self, request: Request) -> Response:
        found = self._state.outbox.get(request.path_params["sid"])
        if not found:
            return as_error(404, 20404)
        found.kept_body = found.kept_to = ""
        return Response(status_code=204)

    def _shown(self, one: Delivery) -> dict[str, Any]:
        uri = f"/2010-04-01/Accounts/{self._state.account.account_sid}/Messages/{one.id}"
        return {
            "account_sid": self._state.account.account_sid,
            "api_version": "2010-04-01",
            "body": one.kept_body,
            "date_created": _time(one.at),
            "date_sent": _time(one.sent_at),
            "date_updated": _time(one.sent_at or one.at),
            "direction": "outbound-api",
            "error_code": one.error,
            "error_message": None,
            "from": one.sender,
            "messaging_service_sid": None,
            "num_media": "0",
            "num_segments": "1",
            "price": None,
            "price_unit": "USD",
            "sid": one.id,
            "status": one.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": one.kept_to,
            "uri": f"{uri}.json",
        }


def _time(at: datetime | None) -> str | None:
    return format_datetime(at) if at else None


def as_json(status: int, body: Any) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def as_error(status: int, code: int, headers: dict[str, str] | None = None) -> Response:
    body = {"code": code, "message": "sandbox", "more_info": f"https://www.twilio.com/docs/errors/{code}", "status": status}
    return Response(orjson.dumps(body), status, headers=headers, media_type="application/json")
