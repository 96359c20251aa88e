"""Runs the sandbox: here until it is stopped, or as a process beside a test or a demo. On loopback only."""

from __future__ import annotations

import contextlib
import ipaddress
import os
import secrets
import socket
import subprocess
import sys
import time
from asyncio import BaseTransport
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from tidings.errors import ConfigError, ProviderError
from tidings.sandbox.app import make_sandbox, make_state
from tidings.sandbox.settings import Account
from tidings.sandbox.state import Connections

ENVIRONMENT = {
    "account_sid": "TIDINGS_SANDBOX_ACCOUNT_SID",
    "auth_token": "TIDINGS_SANDBOX_AUTH_TOKEN",
    "sendgrid_key": "TIDINGS_SANDBOX_SENDGRID_KEY",
    "webhook_key": "TIDINGS_SANDBOX_WEBHOOK_KEY",
}
"""How a sandbox process is told its secrets: an argument list can be read by everybody on the machine."""
READY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A running sandbox, and what a client of it must know. Secrets do not show in a repr."""

    twilio_url: str
    sendgrid_url: str
    outbox_url: str
    account_sid: str
    auth_token: str = field(repr=False)
    sendgrid_api_key: str = field(repr=False)
    sendgrid_webhook_key: str = field(repr=False)
    """The public key, base64 as SendGrid shows it."""
    pid: int

    @classmethod
    def at(cls, base: str, account: Account, pid: int) -> Sandbox:
        return cls(
            twilio_url=base,
            sendgrid_url=base,
            outbox_url=f"{base}/outbox",
            account_sid=account.account_sid,
            auth_token=account.auth_token,
            sendgrid_api_key=account.sendgrid_key,
            sendgrid_webhook_key=account.webhook_public_key(),
            pid=pid,
        )


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises ConfigError BAD_VALUE for any host but loopback; OSError if the port is taken."""
    try:
        loopback = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise ConfigError(ConfigError.Code.BAD_VALUE, "host: the sandbox listens on loopback only") from None
    if not loopback.is_loopback:
        raise ConfigError(ConfigError.Code.BAD_VALUE, "host: the sandbox listens on loopback only")
    made = socket.socket(socket.AF_INET6 if loopback.version == 6 else socket.AF_INET)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((str(loopback), port))
        made.listen(2048)
    except OSError:
        made.close()
        raise
    return made


def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    receipts_url: str = "",
    account: Account | None = None,
    ready: Callable[[Sandbox], None] | None = None,
    patience: float = 60.0,
) -> None:
    """Runs until it is interrupted. `receipts_url` is our receiver's base, as `public_url` of the senders.

    `account` is invented if none is given; `ready` is called once with all that clients need.
    """
    with listen(host, port) as sock:
        serve_on(sock, account or Account.invented(os.urandom), receipts_url=receipts_url, ready=ready, patience=patience)


def serve_on(
    sock: socket.socket,
    account: Account,
    *,
    receipts_url: str = "",
    ready: Callable[[Sandbox], None] | None = None,
    patience: float = 60.0,
) -> None:
    """As `serve`, on a socket that listens already."""
    events_url = receipts_url.rstrip("/") + "/receipts/sendgrid" if receipts_url else ""
    state = make_state(account, random=os.urandom, clock=time.time, events_url=events_url, patience=patience)
    config = uvicorn.Config(
        make_sandbox(state),
        http=_breakable(state.connections),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    if ready:
        ready(Sandbox.at(_base(sock), account, os.getpid()))
    uvicorn.Server(config).run(sockets=[sock])


@contextlib.contextmanager
def running_sandbox(*, receipts_url: str = "", patience: float = 60.0, port: int = 0) -> Iterator[Sandbox]:
    """A sandbox in a process of its own, with an invented account, which ends with the block.

    Raises ProviderError OUT_OF_REACH if it does not come up.
    """
    account = Account.invented(secrets.token_bytes)
    secret = {ENVIRONMENT[name]: getattr(account, name) for name in ENVIRONMENT}
    # The socket listens before the process runs: no free port is guessed, and whoever connects early waits.
    with listen("127.0.0.1", port) as sock:
        base, fd = _base(sock), sock.fileno()
        command = [sys.executable, "-m", "tidings.sandbox", "--fd", str(fd), "--patience", str(patience)]
        command += ["--receipts-url", receipts_url] if receipts_url else []
        process = subprocess.Popen(command, pass_fds=[fd], env={**os.environ, **secret}, stdin=subprocess.PIPE)  # noqa: S603 - our own module
    try:
        _await(base)
        yield Sandbox.at(base, account, process.pid)
    finally:
        process.terminate()
        process.stdin.close()  # type: ignore[union-attr] # it is a pipe
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def account_from_environment() -> Account:
    """The account that `running_sandbox` or a user set; invented where none is set."""
    values = {name: os.environ.get(variable, "") for name, variable in ENVIRONMENT.items()}
    return Account(**values) if all(values.values()) else Account.invented(os.urandom)


def _base(sock: socket.socket) -> str:
    host, port = sock.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _await(base: str) -> None:
    connection = HTTPConnection(base.removeprefix("http://"), timeout=READY_SECONDS)
    try:
        connection.request("GET", "/healthz")
        ready = connection.getresponse().status == 200
    except (OSError, HTTPException):
        ready = False
    finally:
        connection.close()
    if not ready:
        raise ProviderError(ProviderError.Code.OUT_OF_REACH, "the sandbox did not start")


def _breakable(connections: Connections) -> type[H11Protocol]:
    """The HTTP of uvicorn, telling `connections` of each connection, so that a fault can break it before an answer."""

    class Breakable(H11Protocol):
        def connection_made(self, transport: Any) -> None:
            connections.opened(transport)
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            transport: BaseTransport | None = self.transport
            connections.closed(transport)
            super().connection_lost(exc)

    return Breakable
