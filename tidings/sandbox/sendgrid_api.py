"""The paths of SendGrid's API v3 that Tidings uses: Mail Send, Email Logs, and the recipients-erase job."""

from __future__ import annotations

import asyncio
import hmac
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tidings.model import Channel
from tidings.sandbox.outbox import Delivery
from tidings.sandbox.outcomes import NEVER_A_RECEIPT, TAKEN_WITHOUT_ANSWER, Fate
from tidings.sandbox.state import State

ADDRESS = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>()]+")
MOST_PEOPLE, MOST_BYTES = 1000, 10_000

# A whole request is refused if any of its people has one of these.
REFUSALS: dict[Fate, int] = {Fate.MISCONFIGURED: 403, Fate.LIMITED: 429, Fate.BROKEN: 500, Fate.UNAVAILABLE: 503}
# The last event of mail that was taken, and how the logs show it.
ENDS: dict[Fate, tuple[str, str, dict[str, Any]]] = {
    Fate.OPTED_OUT: ("dropped", "dropped", {"reason": "Unsubscribed Address"}),
    Fate.UNDELIVERED: ("bounce", "bounced", {"type": "bounce", "status": "5.1.1", "reason": "550 5.1.1 no such user"}),
    Fate.UNDELIVERED_FOR_NOW: ("bounce", "bounced", {"type": "bounce", "status": "4.2.2", "reason": "452 4.2.2 full"}),
    Fate.BLOCKED: ("bounce", "blocked", {"type": "blocked", "status": "5.7.1", "reason": "550 5.7.1 refused"}),
}
_DELIVERED = ("delivered", "delivered", {"response": "250 OK", "ip": "127.0.0.1"})
_QUERY = re.compile(r'to_email = "(?P<to>(?:[^"\\]|\\.)+)" AND sg_message_id_created_at >= TIMESTAMP "(?P<since>[^"]+)"')


def sendgrid_routes(state: State) -> list[Route]:
    api = _Api(state)
    return [
        Route("/v3/mail/send", api.guarded(api.send), methods=["POST"]),
        Route("/v3/logs", api.guarded(api.search), methods=["POST"]),
        Route("/v3/logs/{message}", api.guarded(api.details), methods=["GET"]),
        Route("/v3/recipients/erasejob", api.guarded(api.erase), methods=["POST"]),
    ]


class _Api:
    def __init__(self, state: State) -> None:
        self._state = state
        self._bearer = f"Bearer {state.account.sendgrid_key}".encode()

    def guarded(self, answer: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def check(request: Request) -> Response:
            if not hmac.compare_digest(request.headers.get("authorization", "").encode("latin-1"), self._bearer):
                return _errors(401, "")
            return await answer(request)

        return check

    async def send(self, request: Request) -> Response:
        mail = orjson.loads(await request.body())
        if faults := _faults(mail):
            return _errors(400, *faults)
        people = mail["personalizations"]
        fates = [self._state.fates.of(one["to"][0]["email"]) for one in people]
        if Fate.REFUSED in fates:
            refused = [place for place, fate in enumerate(fates) if fate is Fate.REFUSED]
            return _errors(400, *(f"personalizations.{place}.to.0.email" for place in refused))
        if Fate.RESET in fates:
            self._state.connections.break_off(request)
            return Response()
        for fate, status in REFUSALS.items():
            if fate in fates:
                reset = str(int(self._state.clock()) + self._state.faults.retry_after)
                return _errors(status, "", headers={"X-RateLimit-Reset": reset} if status == 429 else {})
        if Fate.SLOW in fates:
            await asyncio.sleep(self._state.faults.slow_seconds)
        identifier = self._state.random(16).hex()
        for place, (person, fate) in enumerate(zip(people, fates, strict=True)):
            self._take(mail, person, fate, f"{identifier}.recvd-sandbox-{place}")
        if TAKEN_WITHOUT_ANSWER & set(fates):
            self._state.connections.break_off(request)
        return Response(status_code=200 if Fate.UNREADABLE in fates else 202, headers={"X-Message-Id": identifier})

    def _take(self, mail: dict[str, Any], person: dict[str, Any], fate: Fate, identifier: str) -> None:
        texts = {one["type"]: _filled(one["value"], person) for one in mail["content"]}
        body, subject, to = texts.get("text/plain", ""), _filled(mail["subject"], person), person["to"][0]["email"]
        html = texts.get("text/html", "")
        language = re.search(r"<html[^>]*\slang=[\"']([A-Za-z-]+)", html)
        end, status, more = ENDS.get(fate, _DELIVERED)
        delivery = Delivery(
            id=identifier,
            channel=Channel.EMAIL,
            to=to,
            body=body,
            at=self._state.now(),
            attempt=person.get("custom_args", {}).get("attempt", ""),
            subject=subject,
            html=html,
            language=language[1] if language else "",
            status="processed" if fate in NEVER_A_RECEIPT else status,
            kept_to=to,
            kept_body=subject,
            sender=mail["from"]["email"],
        )
        self._state.outbox.add(delivery)
        if fate in NEVER_A_RECEIPT:
            return
        events = [] if end == "dropped" else [self._event(delivery, "processed", {})]
        events.append(self._event(delivery, end, more))
        if fate is Fate.OUT_OF_ORDER:
            events.reverse()
        self._state.posting.events(events * 2 if fate is Fate.DOUBLED else events)

    def _event(self, delivery: Delivery, name: str, more: dict[str, Any]) -> dict[str, Any]:
        return {
            "email": delivery.to,
            "event": name,
            "sg_event_id": self._state.random(16).hex(),
            "sg_message_id": delivery.id,
            "smtp-id": f"<{delivery.id}@sandbox.example.org>",
            "timestamp": int(self._state.clock()),
            "attempt": delivery.attempt,  # custom_args come back flat
            **more,
        }

    async def search(self, request: Request) -> Response:
        if not self._state.faults.has_logs:
            return _errors(403, "")
        body = orjson.loads(await request.body())
        query = _QUERY.fullmatch(body.get("query", ""))
        if not query:
            return _errors(400, "query")
        to = re.sub(r"\\(.)", r"\1", query["to"])
        since = datetime.fromisoformat(query["since"]).astimezone(UTC)
        found = [one for one in self._state.outbox if one.channel is Channel.EMAIL and one.kept_to == to and one.at >= since]
        return _json(200, {"messages": [_summary(one) for one in found[: body.get("limit", 10)]]})

    async def details(self, request: Request) -> Response:
        if not self._state.faults.has_logs:
            return _errors(403, "")
        one = self._state.outbox.get(request.path_params["message"])
        if not one or one.channel is not Channel.EMAIL:
            return _errors(404, "")
        details = {"custom_args": {"attempt": one.attempt}, "api_key_id": "sandbox", "client_ip": "127.0.0.1", "events": []}
        return _json(200, {**_summary(one), **details})

    async def erase(self, request: Request) -> Response:
        addresses = orjson.loads(await request.body()).get("email_addresses", [])
        if not 1 <= len(addresses) <= 5000:
            return _errors(400, "email_addresses")
        self._state.outbox.forget(set(addresses))
        return _json(202, {"job_id": self._state.random(16).hex()})


def _faults(mail: dict[str, Any]) -> list[str]:
    """Fields that SendGrid refuses a whole request for."""
    people = mail.get("personalizations") or []
    found = [name for name in ("from", "subject", "content") if not mail.get(name)]
    if not 1 <= len(people) <= MOST_PEOPLE:
        return [*found, "personalizations"]
    seen = set[str]()
    for place, one in enumerate(people):
        address = str(one["to"][0].get("email", ""))
        if not ADDRESS.fullmatch(address) or address.lower() in seen:
            found.append(f"personalizations.{place}.to.0.email")
        seen.add(address.lower())
        if len(orjson.dumps(one.get("substitutions", {}))) > MOST_BYTES:
            found.append(f"personalizations.{place}.substitutions")
        if len(orjson.dumps(one.get("custom_args", {}))) > MOST_BYTES:
            found.append(f"personalizations.{place}.custom_args")
    return found


def _filled(text: str, person: dict[str, Any]) -> str:
    for placeholder, value in person.get("substitutions", {}).items():
        text = text.replace(placeholder, value)
    return text


def _summary(one: Delivery) -> dict[str, Any]:
    return {
        "from_email": one.sender,
        "sg_message_id": one.id,
        "subject": one.kept_body,
        "to_email": one.kept_to,
        "status": one.status,
        "sg_message_id_created_at": one.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _json(status: int, body: Any) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


def _errors(status: int, *fields: str, headers: dict[str, str] | None = None) -> Response:
    body = {"errors": [{"message": "sandbox", **({"field": field} if field else {})} for field in fields]}
    return Response(orjson.dumps(body), status, headers=headers, media_type="application/json")
