"""The catalogs: every sentence that we send, one Fluent file a language (Fluent syntax 1.0). Nothing is sent on any error."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.core import Locale, get_global
from fluent.runtime import FluentBundle

from tidings.errors import NoticeError
from tidings.incident import Incident
from tidings.notices.pattern import Plain, plain_pattern
from tidings.notices.source import Sentence, SourceFile, parse, read_source
from tidings.notices.translation import Stamps, State, read_stamps, state_of

FOLDER = Path(__file__).parent / "catalogs"
SOURCE = "en"
TEXTS = "texts"
"""In an incident's folder: what it adds to the catalogs, a `<language>.ftl` each, with its English and its states."""
RIGHT_TO_LEFT = "rtl"


class Catalog:
    """One language's messages, those of one incident among them.

    `states` is how far each message of a translation was checked; empty for English, which is the source.
    """

    def __init__(
        self, language: str, text: str, added: str = "", states: Mapping[str, State] | None = None, own: Sequence[str] = ()
    ) -> None:
        """`language` is a BCP 47 tag, `text` the whole file, `added` an incident's own, which adds messages and replaces
        those of the same name; `own` are those that its English adds. Raises NoticeError BAD_MESSAGE where one is not Fluent.
        """
        self.language = language
        self.content = text
        self.own = tuple(own)
        self.states = dict(states or {})
        self.direction = Locale.parse(language, sep="-").text_direction
        self.sentences: dict[str, Sentence] = {}
        """Each message as it stands in its file, without its comment."""
        self._own_in: dict[str, tuple[str, ...]] = {}
        self._known: dict[bool, dict[str, str | Plain]] = {True: {}, False: {}}
        """By whether values are isolated: what is the same for everybody, formatted once, and what values are only put into."""
        self._isolating = FluentBundle([language], use_isolating=True)
        self._bare = FluentBundle([language], use_isolating=False)
        for folder, content in (("", text), (f"{TEXTS}/", added)):
            file = parse(Path(f"{language}.ftl"), content)
            if file.junk or file.twice:
                raise NoticeError(NoticeError.Code.BAD_MESSAGE, f"{folder}{language}.ftl")
            self.sentences |= file.sentences
            for bundle in (self._isolating, self._bare):
                bundle.add_resource(file.resource, allow_overrides=True)

    def own_in(self, part: str) -> tuple[str, ...]:
        """The incident's own messages for one part of the full notice, in the order of its English."""
        if part not in self._own_in:
            name = f"incident-{part}"
            self._own_in[part] = tuple(it for it in self.own if it == name or it.startswith(f"{name}-"))
        return self._own_in[part]

    @property
    def state(self) -> State | None:
        """The least of its messages' states; None for English."""
        order = list(State)
        return min(self.states.values(), key=order.index) if self.states else None

    def text(self, message: str, *, isolate: bool = True, **values: str | int) -> str:
        """A message with its values put in, each between U+2068 and U+2069 if `isolate`.

        Off for text messages, where the two marks would make one segment three. Raises NoticeError BAD_MESSAGE where the
        message is missing or cannot be formatted without a single complaint.
        """
        known = self._known[isolate].get(message)
        if type(known) is str:
            return known
        if type(known) is Plain and (filled := known.filled(values)) and filled.strip():
            return filled
        return self._formatted(message, isolate, values)

    def depends_on(self, message: str) -> frozenset[str] | None:
        """The names of the values that what `text` gives for a message depends on; None where that cannot be told, or before
        it was asked for.
        """
        known = self._known[True].get(message)
        return frozenset(known.names) if type(known) is Plain else None if known is None else frozenset()

    def _formatted(self, message: str, isolate: bool, values: Mapping[str, str | int]) -> str:
        """By Fluent itself."""
        bundle = self._isolating if isolate else self._bare
        where = f"{self.language}.ftl: {message}"
        if not bundle.has_message(message):
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        pattern = bundle.get_message(message).value
        if pattern is None:
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        formatted, complaints = bundle.format_pattern(pattern, dict(values))
        if complaints or not isinstance(formatted, str) or not formatted.strip():
            raise NoticeError(NoticeError.Code.BAD_MESSAGE, where)
        known = formatted if not values else plain_pattern(pattern, isolate=isolate)  # a person's values are never kept
        if known is not None:
            self._known[isolate][message] = known
        return formatted


@dataclass(frozen=True, slots=True)
class Catalogs:
    """All catalogs, by language tag."""

    by_language: Mapping[str, Catalog]

    @classmethod
    def load(cls, folder: Path = FOLDER, incident: Path | None = None) -> Catalogs:
        """Every `<language>.ftl` of a folder, with what the incident of that folder (`texts/<language>.ftl`) adds to it.

        A language that is heard rather than read has no catalog here: people get the text that stands beside it.
        Raises NoticeError BAD_MESSAGE where a file is not Fluent, BAD_STAMP where one about states cannot be read.
        """
        folders = [folder, *([incident / TEXTS] if incident else [])]
        files = [file for file in sorted(folder.glob("*.ftl")) if not _stamps(file.with_suffix(".toml")).written]
        return cls({file.stem: _load(file.stem, folders) for file in files})

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
        serves it. `prs` is `fa-AF`, as CLDR has it. An empty language is what the incident says of unknown ones.
        """
        if not language:
            unknown = incident.languages.unknown
            return None if unknown == "hold" else self._kin(unknown)
        if kin := self._kin(language) or self._kin(_usual(language)):
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


def _usual(language: str) -> str:
    """As CLDR calls it where it has another name for a language: `prs` (Dari) is `fa-AF`."""
    base, _, rest = language.partition("-")
    return "-".join(filter(None, (get_global("language_aliases").get(base.lower(), base).replace("_", "-"), rest)))


def variables(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Each message's id, with the names of the values that it takes."""
    return {name: sentence.takes for name, sentence in catalog.sentences.items()}


def _load(language: str, folders: Sequence[Path]) -> Catalog:
    """From memory where none of its files changed: every task of a run asks anew."""
    files = [folder / f"{name}.{ending}" for folder in folders for name in (SOURCE, language) for ending in ("ftl", "toml")]
    return _loaded(language, tuple(folders), tuple(_version(file) for file in files))


def _version(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=128)
def _loaded(language: str, folders: tuple[Path, ...], _versions: tuple[tuple[int, int], ...]) -> Catalog:
    contents: list[str] = []
    states: dict[str, State] = {}
    own: tuple[str, ...] = ()
    for folder in folders:
        file, source = folder / f"{language}.ftl", folder / f"{SOURCE}.ftl"
        theirs = read_source(file) if file.is_file() else parse(file, "")
        contents.append(theirs.content)
        if not source.is_file():
            continue
        english, stamps = _english(source, _version(source)), _stamps(file.with_suffix(".toml"))
        own = tuple(english.sentences) if folder.name == TEXTS else ()
        if language != SOURCE:
            states |= {name: state_of(name, english, theirs, stamps) for name in english.sentences}
    return Catalog(language, contents[0], contents[-1] if len(contents) > 1 else "", states, own)


def _stamps(file: Path) -> Stamps:
    return _stamps_read(file, _version(file))


@lru_cache(maxsize=128)
def _stamps_read(file: Path, _version: tuple[int, int]) -> Stamps:
    return read_stamps(file)


@lru_cache(maxsize=8)
def _english(file: Path, _version: tuple[int, int]) -> SourceFile:
    """The English is asked for once by every translation."""
    return read_source(file)


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
