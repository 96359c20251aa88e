"""Runs a Prefect flow from a command: the same flow that a deployment runs, started by importing it here."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tidings.errors import OUT_OF_REACH, REFUSED, WRONG_USE, ErrorCode, StageFailed, TidingsError
from tidings.vault import private_folder

SERVER_SECONDS = 10


class FlowError(TidingsError):
    """A flow cannot be run, or a stage failed in a way that has no code of its own: which error, and where in our code."""

    class Code(ErrorCode):
        INTERNAL = (
            "internal",
            REFUSED,
            "something went wrong that should not",
            "nothing was lost: run the command again; if it happens again, report the place in brackets",
        )
        NO_SERVER = (
            "flow.no_server",
            OUT_OF_REACH,
            "the Prefect server that PREFECT_API_URL names cannot be reached",
            "start it with `prefect server start`, or unset PREFECT_API_URL to do without",
        )
        BAD_PARAMETER = "flow.bad_parameter", WRONG_USE, "this flow does not take such parameters"


def run_flow(name: str, *args: int) -> dict[str, int]:
    """Runs `flows.<name>:<name>` here and returns its counts. Raises the TidingsError that a stage failed with."""
    settle_prefect()
    _find_server()
    flow: Callable[..., dict[str, int]] = getattr(importlib.import_module(f"flows.{name}"), name)
    failed: StageFailed | None = None
    try:
        return flow(*args)
    except StageFailed as error:
        failed = error
    raise _named(failed)


def settle_prefect() -> None:
    """Prefect's own store is `.prefect` here, and Prefect tells nobody anything, unless the user chose otherwise.

    `make` has made that store already, since its tables take Prefect ten seconds. Where PREFECT_API_URL names a server,
    that server is used instead of a temporary one. Must come before Prefect is first imported.
    """
    chosen = {
        "PREFECT_HOME": str(Path(".prefect").resolve()),
        "PREFECT_LOGGING_LEVEL": "CRITICAL",  # what failed is told by the command, as a code with its hint
        "PREFECT_LOGGING_TO_API_ENABLED": "false",
        "PREFECT_LOGGING_INTERNAL_LEVEL": "ERROR",
        "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
        "PREFECT_RESULTS_PERSIST_BY_DEFAULT": "false",
        "PY_KEY_VALUE_DISABLE_BEARTYPE": "true",  # a library of Prefect's checks itself at every start, for two seconds
        "DO_NOT_TRACK": "1",
    }
    for name, value in chosen.items():
        os.environ.setdefault(name, value)
    if os.environ["PREFECT_HOME"] == chosen["PREFECT_HOME"]:
        private_folder(Path(chosen["PREFECT_HOME"]))


def _find_server() -> None:
    """Any answer will do. Prefect itself would try for minutes, then fail in words of its own."""
    address = os.environ.get("PREFECT_API_URL")
    if not address:
        return
    try:
        httpx.get(f"{address.rstrip('/')}/health", timeout=SERVER_SECONDS)
    except (httpx.TransportError, httpx.InvalidURL):
        raise FlowError(FlowError.Code.NO_SERVER) from None


def _named(failed: StageFailed) -> TidingsError:
    where = f"batch {failed.batch}" if failed.batch else ""
    for kind in _kinds(TidingsError):
        for code in kind.Code:
            if code.value == failed.code:
                error: TidingsError = kind(code, where)
                return error
    return FlowError(FlowError.Code.INTERNAL, f"{failed.code} {where}".strip())


def _kinds(base: type[TidingsError]) -> list[Any]:
    """Every kind of error that has codes, wherever it is defined."""
    return [found for kind in base.__subclasses__() for found in [kind, *_kinds(kind)]]
