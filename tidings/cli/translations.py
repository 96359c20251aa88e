"""`tidings translations`: where each language stands, and a translator's or reviewer's word on its messages."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from cyclopts import App

from tidings.cli.app import PLAIN, RECORD, app
from tidings.cli.talk import put, put_json, say
from tidings.errors import NoticeError
from tidings.notices.catalog import FOLDER, SOURCE
from tidings.notices.lint.page import shown
from tidings.notices.source import SourceFile, read_source
from tidings.notices.translation import State, read_stamps, stamped, state_of, write_stamps

translations = App(
    name="translations",
    help="Where each language's texts stand, and who checked them.",
    help_format="plaintext",
    group=RECORD,
    sort_key=9,
    default_parameter=PLAIN,
)
app.command(translations)


@translations.command(name="list")
def list_(*, folder: Path = FOLDER, json: bool = False) -> None:
    """Print how many messages of each language are missing, and how many are in which state.

    A message that was changed, or whose English was, counts as a machine's draft until somebody looks at it.

    Parameters
    ----------
    folder
        The catalogs; an incident's `texts/` for its own sentences.
    json
        Print the counts as JSON, by language.

    """
    english = read_source(folder / f"{SOURCE}.ftl")
    counts = {}
    for file in sorted(folder.glob("*.ftl")):
        if file.stem != SOURCE:
            theirs, stamps = read_source(file), read_stamps(file.with_suffix(".toml"))
            there = Counter(state_of(name, english, theirs, stamps) for name in english.sentences if name in theirs.sentences)
            counts[file.stem] = {
                "missing": len(english.sentences.keys() - theirs.sentences.keys()),
                **{state.value: there[state] for state in State},
            }
    if json:
        put_json(counts)
        return
    for language, line in counts.items():
        put(f"{language:8} " + "  ".join(f"{name} {number}" for name, number in line.items()))


@translations.command(name="stamp")
def stamp(
    language: str,
    /,
    *,
    state: State = State.MACHINE_DRAFT,
    by: str = "",
    message: list[str] | None = None,
    all: bool = False,  # noqa: A002 - what a user types
    folder: Path = FOLDER,
) -> None:
    """Write how far a translation was checked into its `.toml`, with the hashes of what was looked at.

    Without --message or --all, that is every message which is new, or which changed, or whose English changed.

    Parameters
    ----------
    language
        The translation, as `pt-BR`.
    state
        machine-draft, human-translated or reviewed.
    by
        Who looked: a name, or what the person wants to be called. A review needs one.
    message
        Only this message. May be given again.
    all
        Every message of the language.
    folder
        The catalogs; an incident's `texts/` for its own sentences.

    """
    english, theirs = read_source(folder / f"{SOURCE}.ftl"), _translation(folder, language)
    if state is not State.MACHINE_DRAFT and not by:
        raise NoticeError(NoticeError.Code.NO_REVIEWER, language)
    for name in message or ():
        if name not in theirs.sentences:
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, f"{language}.ftl: {name}")
    file = folder / f"{language}.toml"
    names = tuple(english.sentences) if all else tuple(message or ())
    stamps, changed = stamped(english, theirs, read_stamps(file), state, by, date.today(), names)
    write_stamps(file, stamps)
    say(f"{shown(file)}: {len(changed)} lines new, {len(stamps.of)} in all")


def _translation(folder: Path, language: str) -> SourceFile:
    file = folder / f"{language}.ftl"
    if language == SOURCE or not file.is_file():
        raise NoticeError(NoticeError.Code.NO_LANGUAGE, language)
    return read_source(file)
