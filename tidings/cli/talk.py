"""How the command line talks: to stderr, in plain sentences, with progress where work is long."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from tidings.errors import TidingsError

err = Console(stderr=True, highlight=False)
out = Console(highlight=False)

LOOK_EVERY_SECONDS = 0.25


def say(text: str) -> None:
    err.print(text)


def fail(error: TidingsError) -> int:
    """Prints an error as `tidings: error: …` with its hint, and returns its exit code."""
    sys.stderr.write(f"tidings: error: {error}\n")
    if error.hint:
        sys.stderr.write(f"tidings: hint: {error.hint}\n")
    return error.code.exit


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
def steps(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar for work that says itself how far it is: call what this yields with (done, total)."""
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
