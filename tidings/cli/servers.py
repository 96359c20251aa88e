"""`tidings serve` and `tidings sandbox`: what listens."""

from __future__ import annotations

import socket
import sys
from collections.abc import Sequence

import uvicorn

from tidings import delivery
from tidings.cli.app import SERVERS, app
from tidings.cli.talk import put, say
from tidings.receipts.app import make_app
from tidings.receipts.interface import Receipt, ReceiptParser
from tidings.receipts.sendgrid_email import SendGridReceipts
from tidings.receipts.twilio_sms import TwilioReceipts
from tidings.sandbox import server as sandbox
from tidings.workspace import Workspace, open_workspace


@app.command(group=SERVERS, sort_key=1)
def serve(*, host: str = "127.0.0.1", port: int = 8480) -> None:
    """Take the providers' receipts. Put a TLS proxy in front, and set TIDINGS_PUBLIC_URL to what providers see.

    Parameters
    ----------
    host
        The address to listen on.
    port
        The port to listen on.

    """
    with open_workspace() as ws:
        receiver = make_app(_parsers(ws), lambda receipts: _keep(ws, receipts))
        # Our own socket: uvicorn ends the process, in words of its own, when a port is taken.
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.create_server((host, port), family=family, backlog=2048) as listening:
            say(f"receipts are taken on http://{host}:{listening.getsockname()[1]} for {ws.settings.public_url}")
            config = uvicorn.Config(receiver, log_level="warning", access_log=False, server_header=False)
            uvicorn.Server(config).run(sockets=[listening])


@app.command(name="sandbox", group=SERVERS, sort_key=2)
def sandbox_(*, port: int = 8481, receipts_url: str = "http://127.0.0.1:8480") -> None:
    """Stand in for the providers, on loopback: everything is kept in memory, nothing is sent to anybody.

    Prints the settings that make Tidings use it; /outbox shows what it got.

    Parameters
    ----------
    port
        The port to listen on.
    receipts_url
        Where `tidings serve` takes receipts.

    """

    def ready(box: sandbox.Sandbox) -> None:
        for name, value in sandbox_settings(box).items():
            put(f"export {name}={value}")
        sys.stdout.flush()
        say(f"outbox: {box.outbox_url}")

    sandbox.serve(port=port, receipts_url=receipts_url, ready=ready)


def sandbox_settings(box: sandbox.Sandbox) -> dict[str, str]:
    """The environment with which Tidings uses a sandbox instead of the providers."""
    return {
        "TIDINGS_TWILIO_BASE_URL": box.twilio_url,
        "TIDINGS_TWILIO_ACCOUNT_SID": box.account_sid,
        "TIDINGS_TWILIO_AUTH_TOKEN": box.auth_token,
        "TIDINGS_TWILIO_SENDER": "+15005550006",
        "TIDINGS_SENDGRID_BASE_URL": box.sendgrid_url,
        "TIDINGS_SENDGRID_API_KEY": box.sendgrid_api_key,
        "TIDINGS_SENDGRID_FROM": "notice@example.org",
        "TIDINGS_SENDGRID_WEBHOOK_KEY": box.sendgrid_webhook_key,
        "TIDINGS_APPROVALS": "false",  # and may be told what nobody approved
        "TIDINGS_QUIET_HOURS": "false",  # nobody is woken: the sandbox's people do not sleep
    }


def _parsers(ws: Workspace) -> dict[str, ReceiptParser]:
    """A receiver for each provider that is set up."""
    settings = ws.settings
    settings.needed("twilio_auth_token", "sendgrid_webhook_key", "public_url")
    return {
        "twilio": TwilioReceipts(auth_token=settings.twilio_auth_token.get_secret_value(), public_url=settings.public_url),
        "sendgrid": SendGridReceipts(public_key=settings.sendgrid_webhook_key, clock=ws.clock),
    }


def _keep(ws: Workspace, receipts: Sequence[Receipt]) -> None:
    delivery.receive(ws, receipts)
