"""Recordings of people's voices: for languages that are heard rather than read, and those without a good machine voice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tidings.notices.catalog import FOLDER

AUDIO = "audio"
"""The folder of recordings, `<language>/<slot>.mp3`: beside the catalogs, and in an incident's folder."""

CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a notice code is made of: a recording each, `code-K.mp3`."""

_PARTS = ("hello", "press", "stop", "stopped", "message", "reach", "code", "never", "again", "goodbye")


@dataclass(frozen=True, slots=True)
class Recordings:
    """Where recordings are. The first folder wins: an incident's own, which says its phone number, before the catalogs'."""

    folders: Sequence[Path] = (FOLDER.parent / AUDIO,)
    _files: Mapping[tuple[str, str], Path] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, incident: Path) -> Recordings:
        """An incident's and the catalogs'."""
        return cls((incident / AUDIO, FOLDER.parent / AUDIO))

    def __post_init__(self) -> None:
        """Looks once which recordings there are: a call is composed for thousands of people."""
        found = {
            (file.parent.name, file.stem): file for folder in reversed(tuple(self.folders)) for file in folder.glob("*/*.mp3")
        }
        object.__setattr__(self, "_files", found)

    def missing(self, language: str, *, again: bool = False) -> list[str]:
        """The slots that have no recording: with one missing, nobody is called in that language by recordings."""
        return [slot for slot in slots(again=again) if self.file(language, slot) is None]

    def complete(self, language: str, *, again: bool = False) -> bool:
        return not self.missing(language, again=again)

    def file(self, language: str, slot: str) -> Path | None:
        return self._files.get((language, slot))

    def digest(self) -> str:
        """SHA-256, hex, of all recordings with their names."""
        digest = hashlib.sha256()
        for folder in self.folders:
            for file in sorted(folder.rglob("*.mp3")):
                digest.update(f"{file.relative_to(folder)}:{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
        return digest.hexdigest()


def slots(*, again: bool = False) -> Iterator[str]:
    """Everything that a call plays. `again` is for people who were told before."""
    for part in _PARTS:
        yield f"teaser-voice-{part}-again" if again and part == "message" else f"teaser-voice-{part}"
    for letter in CODE_LETTERS:
        yield f"code-{letter}"
