"""Whether a translation has what the English has: every message, its values, and a state that is about today's texts."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.finding import Finding
from tidings.notices.careful import TEASER_VALUES, TEASERS, WITHOUT_WEB
from tidings.notices.lint.page import Page, shown
from tidings.notices.sms import Encoding, measure


def syntax(page: Page) -> Iterator[Finding]:
    for line in page.theirs.junk:
        yield page.find(
            "text.syntax", "this is not Fluent", "see docs/translating.md: `name = text`, one message a line", line=line
        )
    for line in page.theirs.twice:
        yield page.find("text.twice", "this name is there twice", "keep one of the two", line=line)
    for sentence in page.theirs.sentences.values():
        if None in list(page.readings(sentence)):
            yield page.find("text.unreadable", "it cannot be formatted", "check its { } and its plural forms", sentence)


def missing(page: Page) -> Iterator[Finding]:
    for name, source in page.english.sentences.items():
        if name not in page.theirs.sentences:
            yield page.find("text.missing", f"{name} is missing", f"translate it: line {source.line} of {page.english.path.name}")


def extra(page: Page) -> Iterator[Finding]:
    for name, sentence in page.theirs.sentences.items():
        if name not in page.english.sentences:
            yield page.find("text.extra", "the English has no such message", "delete it, or mend its name", sentence)


def values(page: Page) -> Iterator[Finding]:
    for name, sentence in page.theirs.sentences.items():
        wanted = page.english.sentences[name].takes if name in page.english.sentences else sentence.takes
        if name.startswith(TEASERS) and sentence.takes - TEASER_VALUES:
            wrong = _listed(sentence.takes - TEASER_VALUES)
            yield page.find("teaser.value", f"a teaser may not take {wrong}", "take it out", sentence)
        elif wanted - sentence.takes == {"web"} and name in WITHOUT_WEB and _is_ucs2(page.reading(sentence)):
            continue
        elif wanted != sentence.takes:
            lacks, has = _listed(wanted - sentence.takes), _listed(sentence.takes - wanted)
            about = " and ".join(
                [f"it lacks {lacks}"] * bool(lacks) + [f"it takes {has}, which the English does not"] * bool(has)
            )
            yield page.find("text.values", about, "take the same values as the English", sentence)


def states(page: Page) -> Iterator[Finding]:
    if page.is_source:
        return
    file = page.theirs.path.with_suffix(".toml")
    command = f"tidings translations stamp {page.language}"
    for name, sentence in page.theirs.sentences.items():
        source, stamp = page.english.sentences.get(name), page.stamps.of.get(name)
        if source is None:
            continue
        if stamp is None:
            yield page.find("text.unstamped", f"{shown(file)} says nothing of it", f"run `{command}`", sentence)
        elif stamp.text != sentence.fingerprint:
            yield page.find("text.changed", "it was changed since its state was written", f"run `{command}`", sentence)
        elif stamp.english != source.fingerprint:
            do = f"compare line {source.line} of {page.english.path.name}, mend the translation, run `{command}`"
            yield page.find("text.stale", "its English was changed since", do, sentence)
    for name in page.stamps.of:
        if name not in page.theirs.sentences:
            yield Finding(shown(file), 0, "text.stamp_extra", f"{name} is not in the catalog", f"run `{command}`")


def _is_ucs2(text: str) -> bool:
    return measure(text).encoding is Encoding.UCS2


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(names))
