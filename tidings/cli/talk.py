"""How the command line talks: data to stdout, talk to stderr, plain sentences, and progress where work is long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from tidings.errors import ConfigError, TidingsError
from tidings.vault import network_file_system


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Rich would end the process here, with a code that says "refused"; `run` has a better one."""
        raise  # noqa: PLE0704 - called while the BrokenPipeError is handled


# Markup and emoji codes are off: a path such as `lists [new]/` is shown as it is.
err = _Console(stderr=True, highlight=False, markup=False, emoji=False)
out = _Console(highlight=False, markup=False, emoji=False)
wide = _Console(highlight=False, markup=False, emoji=False, width=180)
"""stdout where no terminal says how wide it is: a line of a file holds a whole row of a table."""

LOOK_EVERY_SECONDS = 0.25


def say(text: str) -> None:
    """One line of talk. It is never wrapped: whoever copies a path or a hash from it gets the whole."""
    err.print(text, soft_wrap=True)


def say_if_elsewhere(home: Path) -> None:
    """A warning, not a refusal: some have nothing else."""
    kind = network_file_system(home)
    if kind is not None:
        say(f"warning: {home} is on a network file system ({kind}): locks may not hold and erased keys may stay there")


def hour_in_words(hour: str) -> str:
    """`2026-11-17T14Z` as people read it."""
    return f"{hour[:10]} {hour[11:13]}:00 UTC"


def asked_reason(question: str = "why do you open this? ") -> str:
    """What an officer types when a command wants their reason. Empty where nobody is at a terminal."""
    return asked(question) if sys.stdin.isatty() else ""


def asked(question: str, at_end: str = "") -> str:
    """What somebody types at a terminal, without spaces around it; `at_end` where they end the input (Ctrl-D)."""
    try:
        return err.input(question).strip()
    except EOFError:
        err.print()
        return at_end


def needs_terminal(command: str) -> None:
    """Whatever shows people's data shows it on a screen only: a file or a pipe would keep it. Raises ConfigError BAD_USE."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        hint = "run it in a terminal: what it shows is somebody's data, and must not land in a file or a pipe"
        raise ConfigError(ConfigError.Code.BAD_USE, command, hint=hint)


def put(text: str) -> None:
    """One line of data, as it is."""
    sys.stdout.write(text + "\n")


def put_json(body: Any) -> None:
    """For programs: no colours, no wrapping, whatever stdout is."""
    put(orjson.dumps(body, option=orjson.OPT_INDENT_2).decode())


def fail(error: TidingsError) -> int:
    """Prints an error as `tidings: error: …` with its hint, and returns its exit code."""
    complain(str(error), error.hint)
    return error.code.exit


def complain(text: str, hint: str = "") -> None:
    sys.stderr.write(f"tidings: error: {text}\n")
    if hint:
        sys.stderr.write(f"tidings: hint: {hint}\n")


def _bar() -> Progress:
    return Progress(
        TextColumn("  {task.description}"),
        BarColumn(bar_width=40),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=err,
        disable=not err.is_terminal,
    )


@contextmanager
def steps(title: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar for work that says itself how far it is: call what this yields with (done, total or None)."""
    with _bar() as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def progress(title: str, look: Callable[[], tuple[int, int]]) -> Iterator[None]:
    """A bar while a flow runs. `look` returns (done, total); it asks the store, so it works wherever the flow runs."""
    bar = _bar()
    stop = threading.Event()

    def watch(task: TaskID) -> None:
        while not stop.wait(LOOK_EVERY_SECONDS):
            done, total = look()
            bar.update(task, completed=done, total=total or None)

    with bar:
        task = bar.add_task(title, total=None)
        watcher = threading.Thread(target=watch, args=(task,), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            stop.set()
            watcher.join()
            done, total = look()
            bar.update(task, completed=done, total=total or done or 1)
