"""How far each message of a translation was checked, by whom, when, and the English it was made from: `<language>.toml`.

Beside each `<language>.ftl` stands a file of one line a message, that people edit by hand and `tidings translations stamp`
completes. It holds for a text only: whoever changes a sentence, or the English of it, takes its state away.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from tidings.errors import NoticeError
from tidings.notices.source import SourceFile

WRITTEN = "written"
"""The one key that is no message: of a language that is spoken rather than read, the language of the text beside it."""

HEAD = """\
# How far each message of {language}.ftl was checked: machine-draft, human-translated or reviewed; by whom; on which day.
# `english` and `text` are hashes of the English and of the translation that this line is about: leave both empty ("") after
# a change, and `tidings translations stamp {language}` fills them in. docs/translating.md says more.
"""


class State(StrEnum):
    """In the order in which a translation grows up."""

    MACHINE_DRAFT = "machine-draft"
    HUMAN_TRANSLATED = "human-translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One message's line. `english` and `text` are `Sentence.fingerprint`s; empty where somebody changed something."""

    state: State
    by: str
    on: date
    english: str
    text: str


@dataclass(frozen=True, slots=True)
class Stamps:
    """A whole file. `written` is empty for a language that people read."""

    of: Mapping[str, Stamp]
    written: str = ""


def read_stamps(file: Path) -> Stamps:
    """A file's stamps; none where there is no file. Raises NoticeError BAD_STAMP with the file and the message."""
    if not file.is_file():
        return Stamps({})
    try:
        body = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise NoticeError(NoticeError.Code.BAD_STAMP, file.name) from None
    written = body.pop(WRITTEN, "")
    found = {}
    for name, line in body.items():
        try:
            by, on, english, text = (line[key] for key in ("by", "on", "english", "text"))
            if not (isinstance(on, date) and all(isinstance(value, str) for value in (by, english, text))):
                raise TypeError  # noqa: TRY301 - one answer for every way that a line can be wrong
            found[name] = Stamp(State(line["state"]), by, on, english, text)
        except (KeyError, TypeError, ValueError):
            raise NoticeError(NoticeError.Code.BAD_STAMP, f"{file.name}: {name}") from None
    return Stamps(found, str(written))


def write_stamps(file: Path, stamps: Stamps) -> None:
    lines = [HEAD.format(language=file.stem)]
    if stamps.written:
        lines.append(f"{WRITTEN} = {_quoted(stamps.written)}\n")
    for name, it in stamps.of.items():
        lines.append(
            f"{name} = {{ state = {_quoted(it.state)}, by = {_quoted(it.by)}, on = {it.on}, "
            f"english = {_quoted(it.english)}, text = {_quoted(it.text)} }}"
        )
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def stamped(
    english: SourceFile,
    theirs: SourceFile,
    stamps: Stamps,
    state: State,
    by: str,
    on: date,
    names: Collection[str] = (),
) -> tuple[Stamps, list[str]]:
    """The stamps after somebody looked at a translation, and the names of those that are new.

    Without `names`, a message gets the new state if it has no stamp, or if it or its English changed since; where both
    hashes were left empty, what stands in the file is kept, and only the hashes are filled in. With `names`, those get it.
    """
    made: dict[str, Stamp] = {}
    changed = []
    for name, source in english.sentences.items():
        if name not in theirs.sentences:
            continue
        hashes = (source.fingerprint, theirs.sentences[name].fingerprint)
        before = stamps.of.get(name)
        if name in names or before is None or ((before.english, before.text) != hashes and (before.english or before.text)):
            made[name] = Stamp(state, by, on, *hashes)
        else:
            made[name] = Stamp(before.state, before.by, before.on, *hashes)
        if made[name] != before:
            changed.append(name)
    return Stamps(made, stamps.written), changed


def state_of(name: str, english: SourceFile, theirs: SourceFile, stamps: Stamps) -> State:
    """What a message may count as: a stamp that is missing, or is about another text, counts as nobody's."""
    stamp = stamps.of.get(name)
    if stamp is None or name not in english.sentences or name not in theirs.sentences:
        return State.MACHINE_DRAFT
    fits = (stamp.english, stamp.text) == (english.sentences[name].fingerprint, theirs.sentences[name].fingerprint)
    return stamp.state if fits else State.MACHINE_DRAFT


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
