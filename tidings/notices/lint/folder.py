"""The rules, in the order in which their findings are mended, over all files of a folder of catalogs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tidings.finding import Finding
from tidings.notices.catalog import FOLDER, SOURCE, TEXTS
from tidings.notices.lint import agreement, dates, grade, letters, teasers
from tidings.notices.lint.page import Page, shown
from tidings.notices.source import read_source
from tidings.notices.translation import read_stamps

Rule = Callable[[Page], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    agreement.syntax,
    agreement.missing,
    agreement.extra,
    agreement.values,
    agreement.states,
    teasers.reveals,
    teasers.reveals_to_a_law_office,
    teasers.fits_one_segment,
    teasers.fits_its_place,
    teasers.whatsapp_values_stand_inside,
    letters.presentation_forms,
    letters.direction_marks,
    letters.composed,
    letters.one_script,
    letters.own_script,
    dates.months_have_names,
    grade.reads_easily,
)


HEARD: tuple[Rule, ...] = tuple(rule for rule in RULES if rule not in {agreement.missing, letters.own_script})
"""For a language that is heard rather than read, whose file holds only what its speaker says."""


def lint_catalogs(folder: Path = FOLDER, languages: Collection[str] = ()) -> Iterator[Finding]:
    """Every finding in a folder's catalogs, or in those of some languages. Raises NoticeError BAD_STAMP, BAD_MESSAGE."""
    yield from _lint(folder, sorted(languages) or catalog_languages(folder))


def lint_incident(folder: Path, languages: Collection[str] = (), catalogs: Path = FOLDER) -> Iterator[Finding]:
    """The same for what an incident adds: it must be there in every language of the catalogs."""
    texts = folder / TEXTS
    if (texts / f"{SOURCE}.ftl").is_file():
        wanted = sorted(languages) or catalog_languages(catalogs)
        yield from _lint(texts, [language for language in wanted if not _written(catalogs, language)])


def catalog_languages(folder: Path) -> list[str]:
    """Languages that have a file there, read or heard."""
    return sorted({file.stem for pattern in ("*.ftl", "*.toml") for file in folder.glob(pattern)})


def _lint(folder: Path, languages: Collection[str]) -> Iterator[Finding]:
    english = read_source(folder / f"{SOURCE}.ftl")
    for language in languages:
        file = folder / f"{language}.ftl"
        stamps = read_stamps(file.with_suffix(".toml"))
        if not file.is_file() and stamps.written:
            continue
        if not file.is_file():
            yield Finding(shown(file), 0, "text.no_catalog", f"there is no {file.name}", f"copy {SOURCE}.ftl and translate it")
            continue
        page = Page(english, english if language == SOURCE else read_source(file), stamps)
        for rule in HEARD if stamps.written else RULES:
            yield from rule(page)


def _written(folder: Path, language: str) -> str:
    return read_stamps(folder / f"{language}.toml").written
