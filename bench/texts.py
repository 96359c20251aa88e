"""Texts of every channel, people a second, beside bare Fluent: the very messages that a notice is made of, formatted once each.

    python -m bench.texts [people]

The floor is `FluentBundle.format_pattern` of fluent.runtime for each message of each person's notice, with the same values, once
each, and nothing else: no letter is laid out in sections, no mail gets its HTML, no text message is measured. Both sides run in
turn, in the processor's own time, so that what runs beside them counts for little; the median of the rounds is shown.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from unittest import mock

from fluent.runtime import FluentBundle, FluentResource

from bench.figures import Figure, show
from bench.ingest import ROOT
from tidings.incident import load_incident
from tidings.model import Carries, Kind
from tidings.notices import SOURCE, TEXTS, Composer, dates, notice, voice, whatsapp
from tidings.notices.catalog import Catalog, variables
from tidings.record import Record

FOLDER = ROOT / "config" / "incidents" / "example"
DAY = date(2022, 12, 5)
ROUNDS = 9
REMEMBERED = (dates.day, dates._moment, notice._frame, whatsapp._template, voice._form)  # noqa: SLF001
"""What is said alike to everybody and made once: the floor makes it for each person."""
URL = "https://notice.example.org/answer"

Said = tuple[str, str, bool, dict[str, Any]]
"""Language, message, whether values are isolated, values."""


def channels(composer: Composer) -> dict[str, Callable[[str, int], object]]:
    """How each channel's notice is composed: for a language and the number of an invented person."""

    def record(number: int) -> Record:
        kinds = frozenset(kind for place, kind in enumerate(Kind) if place < 3 or number * 7919 >> place & 1)
        return Record(name=f"Person Number {number}", address=f"{number} Main Street, Springfield", kinds=kinds)

    def code(number: int) -> str:
        return f"K7Q2-{number:04}"

    return {
        "sms": lambda language, number: composer.sms(language, code(number)),
        "whatsapp": lambda language, number: composer.whatsapp(language, code(number)),
        "voice": lambda language, number: composer.voice(language, code(number), URL, URL),
        "email, a teaser each": lambda language, number: composer.email(language, code(number)),
        "email, in full": lambda language, number: composer.full_email(record(number), language, code(number), DAY),
        "letter, a teaser": lambda language, number: composer.letter(record(number), Carries.TEASER, language, code(number), DAY),
        "letter, in full": lambda language, number: composer.letter(record(number), Carries.FULL, language, code(number), DAY),
    }


@contextmanager
def listening() -> Iterator[list[Said]]:
    """What is asked of the catalogs meanwhile."""
    heard: list[Said] = []
    text = Catalog.text

    def hear(catalog: Catalog, message: str, *, isolate: bool = True, **values: Any) -> str:
        heard.append((catalog.language, message, isolate, values))
        return text(catalog, message, isolate=isolate, **values)

    with mock.patch.object(Catalog, "text", hear):
        yield heard


def bundles(composer: Composer) -> dict[tuple[str, bool], FluentBundle]:
    made = {}
    for language, catalog in composer.catalogs.by_language.items():
        for isolate in (True, False):
            bundle = made[language, isolate] = FluentBundle([language], use_isolating=isolate)
            bundle.add_resource(FluentResource(catalog.content))
            added = FOLDER / TEXTS / f"{language}.ftl"
            if added.is_file():
                bundle.add_resource(FluentResource(added.read_text(encoding="utf-8")), allow_overrides=True)
    return made


def bare(said: list[list[Said]], made: dict[tuple[str, bool], FluentBundle]) -> None:
    for of_person in said:
        for language, message, isolate, values in of_person:
            bundle = made[language, isolate]
            pattern = bundle.get_message(message).value
            assert pattern is not None
            bundle.format_pattern(pattern, values)


def run(people: int = 200) -> list[Figure]:
    composer = Composer.of(load_incident(FOLDER), FOLDER)
    made = bundles(composer)
    source = variables(composer.catalogs[SOURCE]).keys()
    whole_languages = [tag for tag, catalog in composer.catalogs.by_language.items() if variables(catalog).keys() >= source]
    figures = []
    whole = [0.0, 0.0]
    for channel, compose in channels(composer).items():
        spoken = [it for it in whole_languages if channel != "voice" or composer.speaks(it) == it]
        wanted = [(spoken[number % len(spoken)], number) for number in range(people)]
        said: list[list[Said]] = []
        for language, number in wanted:
            for remembered in REMEMBERED:
                remembered.cache_clear()
            with listening() as heard:
                compose(language, number)
            said.append(list({one[:3]: one for one in heard}.values()))
        rounds = [
            (spent(lambda: [compose(*one) for one in wanted]), spent(lambda: bare(said, made)))  # noqa: B023
            for _ in range(ROUNDS)
        ]
        ours, floor = (statistics.median(side) for side in zip(*rounds, strict=True))
        whole = [whole[0] + ours, whole[1] + floor]
        messages = sum(map(len, said)) / people
        figures.append(Figure(channel, people / ours, "people/s", people / floor, f"Fluent, {messages:.0f} messages each"))
    figures.append(Figure("texts, all of these", people / whole[0], "people/s", people / whole[1], "the same"))
    return figures


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor's time."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    show(run(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
