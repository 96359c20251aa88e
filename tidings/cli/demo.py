"""`tidings demo`: the whole road on the sample list, against the sandbox, with the commands that a user types."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pyrage

from tidings import delivery
from tidings.cli.app import FIRST, app, run
from tidings.cli.servers import sandbox_settings
from tidings.cli.talk import err, say, steps
from tidings.errors import ConfigError, ProviderError
from tidings.notices import Composer
from tidings.sandbox.server import Sandbox, running_sandbox
from tidings.vault import write_private
from tidings.workspace import open_workspace

INCIDENT = "example"
OFFICERS = ("night-desk", "day-desk")
LIST = "affected_persons.csv"
READY_SECONDS = 30
RECEIPTS_SECONDS = 120


class _StepFailed(Exception):
    """A command of the demo did not end well; it has said why."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(code)


@app.command(group=FIRST, sort_key=1)
def demo(*, home: Path | None = None) -> int:
    """Do the whole road on 6,252 invented rows: init, ingest, resolve, notify, receipts, status, ledger verify.

    Nothing is sent to anybody: a sandbox on this machine stands in for the providers.

    Parameters
    ----------
    home
        A workspace to use and keep. By default a new one under the system's temporary folder.

    """
    config = Path(os.environ.get("TIDINGS_CONFIG", "config"))
    sample = config / "incidents" / INCIDENT / LIST
    if not sample.is_file():
        raise ConfigError(
            ConfigError.Code.NO_INCIDENT, str(sample.parent), hint="run the demo where config/ is, or set TIDINGS_CONFIG"
        )
    workspace = home or Path(tempfile.mkdtemp(prefix="tidings-demo-"))
    started = time.monotonic()
    port = _free_port()
    public_url = f"http://127.0.0.1:{port}"
    with (
        _environment(TIDINGS_HOME=str(workspace), TIDINGS_PUBLIC_URL=public_url),
        running_sandbox(receipts_url=public_url) as box,
        _environment(**sandbox_settings(box) | {"TIDINGS_APPROVALS": "true"}),
    ):
        try:
            _step("init", INCIDENT)
            ours = workspace / "config"  # its officers are this demo's, and nobody else's
            shutil.copytree(config, ours, ignore=shutil.ignore_patterns("*.csv", "*.xlsx"), dirs_exist_ok=True)
            with _environment(TIDINGS_CONFIG=str(ours)):
                _road(sample, port, box, workspace / "officers")
        except _StepFailed as failed:
            return failed.code
    say("")
    say(f"letters (sealed): {workspace / 'letters'}")
    say(f"ledger:           {workspace / 'ledger'}, with its key in {workspace / 'ledger.vkey'}")
    if home is None:
        say(f"workspace:        {workspace} is a throw-away: delete it when you have looked at it")
    say(f"the whole road took {time.monotonic() - started:.0f} s")
    return 0


def _road(sample: Path, port: int, box: Sandbox, officers: Path) -> None:
    identity = _identity(officers)
    for name in OFFICERS:
        if not (officers / f"{name}.key").exists():
            key = str(officers / f"{name}.key")
            _step("officers", "add", name, "--role", "approver", "--key", key, "--recipient", str(identity.to_public()))
    with _receiver(port):
        _step("ingest", str(sample))
        _step("resolve")
        for name in OFFICERS:
            with _environment(
                TIDINGS_OFFICER_KEY=str(officers / f"{name}.key"), TIDINGS_OFFICER_IDENTITY=str(officers / "identity.txt")
            ):
                _step("approve", "--unreviewed", "--digest", _what_would_go_out())
        _step("notify")
        _await_receipts(box)
        _step("reconcile")
    _step("status")
    _step("ledger", "verify")


def _identity(officers: Path) -> pyrage.x25519.Identity:
    """Opens both officers' keys: a passphrase each would have to be asked for. Real officers have a key each, and their own."""
    officers.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = officers / "identity.txt"
    if not file.exists():
        write_private(file, f"{pyrage.x25519.Identity.generate()}\n".encode())
    return pyrage.x25519.Identity.from_str(file.read_text(encoding="ascii").strip())


def _what_would_go_out() -> str:
    """The digest that an officer would copy from the screen."""
    with open_workspace() as ws:
        return delivery.manifest(ws, Composer.of(ws.incident, ws.incident_folder)).digest


def _step(*arguments: str) -> None:
    err.print(f"\n$ tidings {' '.join(arguments)}", style="bold", markup=False)
    sys.stderr.flush()
    code = run(list(arguments))
    sys.stdout.flush()
    if code:
        raise _StepFailed(code)


@contextlib.contextmanager
def _receiver(port: int) -> Iterator[None]:
    """`tidings serve` as a process of its own, stopped at the end."""
    err.print(f"\n$ tidings serve --port {port} &", style="bold", markup=False)
    command = [sys.executable, "-m", "tidings", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        _await_health(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


def _await_health(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + READY_SECONDS
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if client.get(f"http://127.0.0.1:{port}/healthz").status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
    raise ProviderError(ProviderError.Code.OUT_OF_REACH, "tidings serve did not start")


def _await_receipts(box: Sandbox) -> None:
    """Until the sandbox has no receipt left to send."""
    deadline = time.monotonic() + RECEIPTS_SECONDS
    with httpx.Client(trust_env=False) as client, steps("receipts") as bar:
        while time.monotonic() < deadline:
            receipts = client.get(f"{box.outbox_url}.json").json()["receipts"]
            bar(receipts["sent"], receipts["sent"] + receipts["pending"])
            if not receipts["pending"]:
                say(f"{receipts['sent']:,} receipts came back from the sandbox")
                return
            time.sleep(0.2)
    say("some receipts are still on their way: `tidings reconcile` brings them into the ledger later")


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Settings for the commands of this demo only."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
