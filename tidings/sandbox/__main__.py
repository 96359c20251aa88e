"""`python -m tidings.sandbox`: the sandbox as a process. Its secrets come in the environment, never as arguments."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import sys
import threading

from tidings.sandbox.server import account_from_environment, serve, serve_on


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tidings.sandbox", description="Twilio and SendGrid on loopback.")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: any free one)")
    where.add_argument("--fd", type=int, help="a listening socket that was passed on")
    parser.add_argument("--receipts-url", default="", help="base URL of the receipts' receiver")
    parser.add_argument("--patience", type=float, default=60.0, help="seconds for which a receiver may be down")
    given = parser.parse_args()
    account = account_from_environment()
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is an end like any other, and whoever started us says so
        if given.fd is None:
            serve(port=given.port, receipts_url=given.receipts_url, account=account, patience=given.patience)
        else:
            threading.Thread(target=_end_with_parent, daemon=True).start()
            serve_on(socket.socket(fileno=given.fd), account, receipts_url=given.receipts_url, patience=given.patience)


def _end_with_parent() -> None:
    """Whoever started us holds the other end of stdin: when it dies, however it dies, that closes."""
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
