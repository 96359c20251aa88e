"""One language's file under the lint: the English beside it, its states, and how a finding about it is made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fluent.runtime import FluentBundle

from tidings.finding import Finding
from tidings.notices.careful import LONG_VALUES
from tidings.notices.source import Sentence, SourceFile
from tidings.notices.translation import Stamps

PLURALS = (0, 1, 2, 3, 5, 11, 100, 1_000_000)
"""Numbers that between them reach every plural form of every language of ours."""


@dataclass(frozen=True)
class Page:
    """`english` is the source of `theirs`: for English itself the same file."""

    english: SourceFile
    theirs: SourceFile
    stamps: Stamps

    @property
    def language(self) -> str:
        return self.theirs.language

    @property
    def is_source(self) -> bool:
        return self.theirs.path == self.english.path

    def find(self, code: str, about: str, do: str, sentence: Sentence | None = None, line: int = 0) -> Finding:
        named = f"{sentence.name}: {about}" if sentence else about
        return Finding(shown(self.theirs.path), sentence.line if sentence else line, code, named, do)

    @cached_property
    def _bundle(self) -> FluentBundle:
        bundle = FluentBundle([self.language], use_isolating=False)
        bundle.add_resource(self.theirs.resource, allow_overrides=True)
        return bundle

    def readings(self, sentence: Sentence) -> Iterator[str | None]:
        """What a message says with long values put in, once for each plural form; None where it cannot be said."""
        plural = "downloads" in sentence.takes
        for number in PLURALS if plural else (1,):
            values: dict[str, str | int] = {name: LONG_VALUES.get(name, "Value") for name in sentence.takes}
            values |= {"downloads": number} if plural else {}
            if not self._bundle.has_message(sentence.name):
                yield None
                return
            pattern = self._bundle.get_message(sentence.name).value
            if pattern is None:
                yield None
                return
            said, complaints = self._bundle.format_pattern(pattern, values)
            yield None if complaints or not isinstance(said, str) or not said.strip() else said

    def reading(self, sentence: Sentence) -> str:
        """The first of its readings; empty where it cannot be said, which is a finding of its own."""
        return next(self.readings(sentence), None) or ""


def shown(path: Path) -> str:
    """A path as somebody at this folder would type it."""
    near = os.path.relpath(path)
    return str(path) if near.startswith("..") else near
