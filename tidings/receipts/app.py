"""The ASGI app that providers post their receipts to: one route a provider, and nothing else.

Answers: 204 kept; 403 not signed as it must be; 400 signed but senseless; 413 too long; 503 could not be kept, so that
the provider tries again. A refused request changes nothing and is told nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tidings.receipts.gathering import Gathering
from tidings.receipts.interface import RawRequest, ReceiptError, ReceiptParser, Sink

BODY_LIMIT = 4 * 1024 * 1024
"""Bytes. SendGrid posts at most 768 KiB of events at once."""


def make_app(providers: Mapping[str, ReceiptParser], sink: Sink) -> Starlette:
    """`POST /receipts/<name>` for each provider ("twilio", "sendgrid"), and `GET /healthz`.

    `sink` is called in a thread, once at a time, with the receipts of one or several requests. It must drop keys that
    it has seen and attempts that it does not know, and raise only if keeping failed.
    """
    gathering = Gathering(sink)
    routes = [
        Route(f"/receipts/{name}", _route(parser, gathering), methods=["POST"], name=name) for name, parser in providers.items()
    ]
    return Starlette(routes=[*routes, Route("/healthz", _healthz)])


async def _healthz(_: Request) -> Response:
    return PlainTextResponse("ok")


def _route(parser: ReceiptParser, gathering: Gathering) -> Callable[[Request], Awaitable[Response]]:
    async def take(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        headers = dict(request.headers.items())
        raw = RawRequest(request.scope["query_string"].decode("latin-1"), headers, body)
        try:
            receipts = parser.parse(raw)
        except ReceiptError as error:
            return Response(status_code=400 if error.code is ReceiptError.Code.MALFORMED else 403)
        if receipts and not await gathering.keep(receipts):
            return Response(status_code=503)
        return Response(status_code=204)

    return take


async def _body(request: Request) -> bytes | None:
    """The raw body, or None if it is longer than anything that a provider sends."""
    chunks, length = [], 0
    try:
        async for chunk in request.stream():
            length += len(chunk)
            if length > BODY_LIMIT:
                return None
            chunks.append(chunk)
    except ClientDisconnect:
        return b""
    return b"".join(chunks)
