"""The outbox as a page, and as JSON for programs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tidings.model import Channel
from tidings.sandbox.outbox import Delivery
from tidings.sandbox.outcomes import Fate
from tidings.sandbox.state import State

PAGE = 50
_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
# Hebrew and Arabic scripts, with the presentation forms: enough to set a text's language direction where nobody says it.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}


def page_routes(state: State) -> list[Route]:
    def tallies() -> dict[str, Any]:
        tally = state.posting.tally
        return {
            "messages": len(state.outbox),
            "receipts": {"pending": tally.pending, "sent": tally.sent, "given_up": tally.given_up, "elsewhere": tally.elsewhere},
            "by_channel": dict(state.outbox.by_channel),
        }

    async def outbox(request: Request) -> Response:
        number = request.query_params.get("page", "1")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 1
        channel = next((one for one in Channel if one == request.query_params.get("channel")), None)
        total = state.outbox.by_channel[channel] if channel else len(state.outbox)
        last = max(1, -(-total // PAGE))
        page = min(max(1, page), last)
        shown = state.outbox.newest((page - 1) * PAGE, PAGE, channel)
        html = _PAGES.get_template("outbox.html").render(
            shown=shown, direction=direction, page=page, last=last, total=total, channel=channel or "", **tallies()
        )
        return Response(html, media_type="text/html", headers=SECURITY)

    async def counts(_: Request) -> Response:
        return _json({**tallies(), "recipients": dict(state.outbox.tally), "looked_up": dict(state.looked_up)})

    async def deliveries(_: Request) -> Response:
        return _json([_delivery(one) for one in state.outbox])

    async def control(request: Request) -> Response:
        """`{"assign": {address: fate}, "events_url": …, "slow_seconds": …}`: see docs/providers.md."""
        wanted = orjson.loads(await request.body())
        for address, fate in wanted.pop("assign", {}).items():
            state.fates.assign(address, Fate(fate))
        state.posting.events_url = wanted.pop("events_url", state.posting.events_url)
        for name, value in wanted.items():
            if name not in state.faults.__slots__:
                return Response(status_code=400)
            setattr(state.faults, name, value)
        return Response(status_code=204)

    async def healthz(_: Request) -> Response:
        return Response("ok", media_type="text/plain")

    return [
        Route("/outbox", outbox),
        Route("/outbox.json", counts),
        Route("/outbox/deliveries.json", deliveries),
        Route("/control", control, methods=["POST"]),
        Route("/healthz", healthz),
    ]


def direction(text: str) -> str:
    """Of a text, "rtl" or "ltr", by its first letter: what `dir="auto"` does, but testable."""
    letter = _LETTER.search(text)
    return "rtl" if letter and _RIGHT_TO_LEFT.match(letter[0]) else "ltr"


def _delivery(one: Delivery) -> dict[str, str]:
    return {
        "channel": one.channel,
        "to": one.to,
        "attempt": one.attempt,
        "body": one.body,
        "subject": one.subject,
        "html": one.html,
        "at": one.at.isoformat(),
        "status": one.status,
    }


def _json(body: Any) -> Response:
    return Response(orjson.dumps(body), media_type="application/json", headers=SECURITY)
