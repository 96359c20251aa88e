"""Letters a second, from a person's sealed record to their sealed letter, beside bare typst; on one thread and on two.

    python -m bench.letters [batches]

The floor is typst alone, in the same process: the very documents of the same letters, with the same fonts and the same PDF
standards, compiled one after the other; nothing is opened, composed, sealed or kept. Both sides run in turn, batch by batch.
Ours does all of `press_batch`: it claims, opens, composes, presses, seals, waits for the disk, and writes the ledger's entries.

The processor's time is what to compare where other programs run beside; the clock is what two threads are for.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest import mock

import typst

from bench.figures import Figure
from bench.ingest import SAMPLE, take, workspace
from bench.resolve import plan
from tidings import delivery
from tidings.notices import Composer, LetterPress, letters
from tidings.workspace import Workspace

Spent = tuple[float, float]
"""Seconds by the clock, and of the processor."""
Document = dict[str, Any]
"""What typst's compiler is given for one letter."""


def spent(work: Callable[[], object]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


BARE = typst.Compiler


class Press:
    """Presses batches of a workspace, and keeps what typst was given: bare typst compiles the same."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.composer = Composer.of(ws.incident, ws.incident_folder)
        self.press = LetterPress(ws.settings.font_folders)
        self.documents: list[Document] = []
        folders = [str(folder) for folder in ws.settings.font_folders]
        self._fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)

    def batch(self, number: int) -> None:
        delivery.press_batch(self.ws, number, self.composer, self.press)

    def listening(self, **made_with: Any) -> Any:
        """Stands for typst's compiler."""
        compiler = BARE(**made_with)

        def compile_it(**given: Any) -> Any:
            self.documents.append(given)
            return compiler.compile(**given)

        return mock.Mock(spec=["compile"], compile=compile_it)

    def bare(self, documents: Sequence[Document]) -> None:
        compiler = BARE(root=str(letters.TEMPLATE.parent), font_paths=self._fonts, ignore_system_fonts=True)
        for document in documents:
            compiler.compile(**document)

    def taken(self) -> list[Document]:
        made = self.documents[:]
        self.documents.clear()
        return made


def together(one: Callable[[], object], other: Callable[[], object]) -> Spent:
    with ThreadPoolExecutor(2) as threads:
        return spent(lambda: [future.result() for future in [threads.submit(one), threads.submit(other)]])


def measured(ws: Workspace, batches: int) -> dict[str, list[tuple[int, Spent, Spent]]]:
    """For one thread and for two: letters, ours, bare, of each round."""
    press = Press(ws)
    with mock.patch.object(typst, "Compiler", press.listening):
        return _rounds(press, batches)


def _rounds(press: Press, batches: int) -> dict[str, list[tuple[int, Spent, Spent]]]:
    due = delivery.letter_batches(press.ws)
    press.batch(due.pop())  # fonts are read, catalogs are formatted
    press.bare(press.taken())
    found: dict[str, list[tuple[int, Spent, Spent]]] = {"one thread": [], "two threads": []}
    while len(due) > 2 and len(found["two threads"]) < batches:
        one, two, three = due.pop(), due.pop(), due.pop()
        ours = spent(lambda: press.batch(one))  # noqa: B023
        documents = press.taken()
        found["one thread"].append((len(documents), ours, spent(lambda: press.bare(documents))))  # noqa: B023
        ours = together(lambda: press.batch(two), lambda: press.batch(three))  # noqa: B023
        documents = press.taken()
        half = len(documents) // 2
        bare = together(lambda: press.bare(documents[:half]), lambda: press.bare(documents[half:]))  # noqa: B023
        found["two threads"].append((len(documents), ours, bare))
    return found


def run(batches: int = 4) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        ws = workspace(Path(folder) / "ws")
        take(ws, SAMPLE)
        plan(ws)
        for batch in delivery.due_batches(ws):
            delivery.make_due(ws, batch)
        found = measured(ws, batches)
    figures = []
    for name, rounds in found.items():
        for by, place in (("clock", 0), ("processor", 1)):
            ours = statistics.median(count / mine[place] for count, mine, _bare in rounds)
            bare = statistics.median(count / floor[place] for count, _mine, floor in rounds)
            figures.append(Figure(f"letters, {name}", ours, "letters/s", bare, f"bare typst, by the {by}"))
    return figures


if __name__ == "__main__":
    from bench.figures import show

    show(run(int(sys.argv[1]) if len(sys.argv) > 1 else 4))
