"""The catalogs: every sentence that we send, one Fluent file a language (Fluent syntax 1.0). Nothing is sent on any error."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.core import Locale, get_global
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, FluentSerializer, ast

from tidings.errors import NoticeError
from tidings.incident import Incident

FOLDER = Path(__file__).parent / "catalogs"
SOURCE = "en"
RIGHT_TO_LEFT = "rtl"


class Catalog:
    """One language's messages.

    `state` is how far a person has checked the translation (`source`, `machine-draft`, `human-translated`, `reviewed`);
    `made_from` is the `source_hash` of the English that it was made from, empty for English itself.
    """

    def __init__(self, language: str, text: str) -> None:
        """`language` is a BCP 47 tag; `text` the whole file. Raises NoticeError BAD_MESSAGE where that is not Fluent."""
        self.language = language
        self.content = text
        self.state = _stated("state", text)
        self.made_from = _stated("source", text)
        self.direction = Locale.parse(language, sep="-").text_direction
        resource = FluentParser().parse(text)
        if any(isinstance(entry, ast.Junk) for entry in resource.body):
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, f"{language}.ftl")
        self.sources = _sources(resource)
        """Each message as it stands in the file, without its comment."""
        self._isolating = FluentBundle([language], use_isolating=True)
        self._bare = FluentBundle([language], use_isolating=False)
        for bundle in (self._isolating, self._bare):
            bundle.add_resource(resource)

    def text(self, message: str, *, isolate: bool = True, **values: str | int) -> str:
        """A message with its values put in, each between U+2068 and U+2069 if `isolate`.

        Off for text messages, where the two marks would make one segment three. Raises NoticeError BAD_MESSAGE where the
        message is missing or cannot be formatted without a single complaint.
        """
        bundle = self._isolating if isolate else self._bare
        where = f"{self.language}.ftl: {message}"
        if not bundle.has_message(message):
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        formatted, complaints = bundle.format_pattern(pattern, values)
        if complaints or not isinstance(formatted, str) or not formatted.strip():
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        return formatted


@dataclass(frozen=True, slots=True)
class Catalogs:
    """All catalogs, by language tag."""

    by_language: Mapping[str, Catalog]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Catalogs:
        """Every `<language>.ftl` of a folder. Raises NoticeError BAD_MESSAGE where a file is not Fluent."""
        files = sorted(folder.glob("*.ftl"))
        return cls({file.stem: Catalog(file.stem, file.read_text(encoding="utf-8")) for file in files})

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.by_language)

    def __getitem__(self, language: str) -> Catalog:
        """The catalog of exactly that language. Raises NoticeError NO_LANGUAGE."""
        try:
            return self.by_language[language]
        except KeyError:
            raise NoticeError(NoticeError.Code.NO_LANGUAGE, language) from None

    def serves(self, language: str, incident: Incident) -> str | None:
        """The catalog's language for a person's language, or None: then a human decides.

        In this order: the language itself; a wider or narrower form of it in the same script (`es-419` → `es`,
        `pt` → `pt-BR`, but not `zh-Hant` → `zh-Hans`: who reads one may not read the other); what the incident says
        serves it. An empty language is what the incident says of unknown ones.
        """
        if not language:
            unknown = incident.languages.unknown
            return None if unknown == "hold" else self._kin(unknown)
        if kin := self._kin(language):
            return kin
        wanted = {key.lower(): value for key, value in incident.languages.fallback.items()}
        for tag in _wider(language):
            if tag.lower() in wanted:
                return self._kin(wanted[tag.lower()])
        return None

    def _kin(self, language: str) -> str | None:
        known = {tag.lower(): tag for tag in self.by_language}
        script = script_of(language)
        for tag in _wider(language):
            if tag.lower() in known and script_of(tag) == script:
                return known[tag.lower()]
        base = language.split("-", maxsplit=1)[0].lower()
        narrower = (tag for low, tag in known.items() if low.split("-")[0] == base and script_of(tag) == script)
        return next(narrower, None)


def source_hash(english: str) -> str:
    """What a translation records of the English it was made from: SHA-256 over its messages, without the comments."""
    sources = _sources(FluentParser().parse(english))
    return hashlib.sha256("".join(sources.values()).encode()).hexdigest()


def variables(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Each message's id, with the names of the values that it takes."""
    entries: list[Any] = FluentParser().parse(catalog.content).body
    return {entry.id.name: frozenset(_variables(entry)) for entry in entries if isinstance(entry, ast.Message)}


def _sources(resource: ast.Resource) -> dict[str, str]:
    entries = [entry for entry in resource.body if isinstance(entry, ast.Message | ast.Term)]
    for entry in entries:
        entry.comment = None
    return {entry.id.name: FluentSerializer().serialize_entry(entry) for entry in entries}


def _variables(node: object) -> set[str]:
    if isinstance(node, ast.VariableReference):
        return {node.id.name}
    if isinstance(node, list):
        return set().union(*map(_variables, node))
    return set().union(*map(_variables, vars(node).values())) if isinstance(node, ast.BaseNode) else set()


def _stated(name: str, text: str) -> str:
    """A `### name: value` line of the file's head."""
    found = re.search(rf"^### {name}: (\S+)$", text, re.MULTILINE)
    return found[1] if found else ""


def _wider(tag: str) -> list[str]:
    """A tag, then the same with one subtag less each time (RFC 4647, 3.4)."""
    parts = tag.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def script_of(tag: str) -> str:
    """The script a language tag names, or the one that CLDR finds likely; empty where CLDR knows none."""
    parts = tag.split("-")
    for part in parts[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    likely = get_global("likely_subtags")
    region = next((part.upper() for part in parts[1:] if len(part) in (2, 3)), "")
    found = likely.get(f"{parts[0].lower()}_{region}") or likely.get(parts[0].lower()) or ""
    return next((part for part in found.split("_")[1:] if len(part) == 4), "")
