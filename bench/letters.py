"""Letters a second, beside two floors: plain PDF without the archival and accessibility standards, and a page with one line.

.venv/bin/python bench/letters.py [letters]
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import typst

from tidings.incident import load_incident
from tidings.model import Kind
from tidings.notices.catalog import Catalogs
from tidings.notices.composer import Composer
from tidings.notices.letters import LetterPress
from tidings.notices.notice import FullNotice
from tidings.record import Record

ROOT = Path(__file__).parent.parent
FONTS = [Path("/usr/share/fonts")]
DAY = date(2022, 12, 5)


def rate(count: int, work: Callable[[int], object]) -> float:
    """Calls a second, after one that is not counted: it reads the fonts."""
    work(-1)
    start = time.perf_counter()
    for number in range(count):
        work(number)
    return count / (time.perf_counter() - start)


def main(count: int) -> None:
    composer = Composer(load_incident(ROOT / "config/incidents/example"), Catalogs.load())
    press, plain = LetterPress(FONTS), LetterPress(FONTS, archival=False)
    languages = [it for it in composer.catalogs.languages if press.fonts_for(it)]

    def notice(number: int, language: str) -> FullNotice:
        record = Record(name=f"Person Number {number}", address=f"{number} Main Street, Springfield", kinds=frozenset(Kind))
        return composer.full_notice(record, language, f"K7Q2-{number:04}", DAY)

    print(f"compose only          {rate(count * 5, lambda n: notice(n, 'en')):8.0f} notices/s")
    for language in languages:
        fast = rate(count, lambda n, to=language: plain.press(notice(n, to), hand=False))
        full = rate(count, lambda n, to=language: press.press(notice(n, to), hand=False))
        print(f"{language:8} PDF/A-2a + UA-1 {full:6.0f} letters/s   plain PDF (floor) {fast:6.0f}")

    def half(start: int) -> None:
        for number in range(start, count * 2, 2):
            press.press(notice(number, "es"), hand=False)

    threads = [threading.Thread(target=half, args=(start,)) for start in (0, 1)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"es, two threads       {count * 2 / (time.perf_counter() - began):8.0f} letters/s")

    compiler = typst.Compiler()
    one_line = rate(count * 5, lambda n: compiler.compile(input=f"Letter {n}".encode(), format="pdf"))
    print(f"one line, plain PDF   {one_line:8.0f} pages/s (floor)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
