"""Twilio and SendGrid in one ASGI app: what they would take, answer and report, and none of it leaves the machine."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable

from starlette.applications import Starlette

from tidings.model import Randomness
from tidings.sandbox.pages import page_routes
from tidings.sandbox.posting import Posting
from tidings.sandbox.sendgrid_api import sendgrid_routes
from tidings.sandbox.settings import Account
from tidings.sandbox.state import State
from tidings.sandbox.twilio_api import twilio_routes
from tidings.sandbox.twilio_lookups import lookup_routes


def make_state(
    account: Account, *, random: Randomness, clock: Callable[[], float], events_url: str = "", patience: float = 60.0
) -> State:
    """`events_url` is where e-mail events go, `patience` how many seconds a receiver may be down."""
    posting = Posting(auth_token=account.auth_token, signing_key=account.signing_key(), clock=clock, patience=patience)
    posting.events_url = events_url
    return State(account, posting, random, clock)


def make_sandbox(state: State) -> Starlette:
    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        await state.posting.start()
        try:
            yield
        finally:
            await state.posting.stop()

    return Starlette(
        routes=[*twilio_routes(state), *lookup_routes(state), *sendgrid_routes(state), *page_routes(state)], lifespan=life
    )
