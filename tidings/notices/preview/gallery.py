"""The gallery: an index, a page a language, every notice as a file beside it. Works from a disk, without scripts or a network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tidings.errors import NoticeError
from tidings.finding import Finding
from tidings.incident import Incident
from tidings.notices.catalog import FOLDER, SOURCE, Catalog, Catalogs
from tidings.notices.composer import Composer
from tidings.notices.digest import digests
from tidings.notices.mail import FullMail, Mail
from tidings.notices.marks import parts
from tidings.notices.preview.folder import replaced
from tidings.notices.preview.people import Invented, invented
from tidings.notices.preview.pieces import Letter, Piece, Refused, groups
from tidings.notices.preview.proofs import Proof, ProofPress, size
from tidings.notices.run_sheet import english_name
from tidings.notices.translation import State, read_stamps

_HERE = Path(__file__).parent
_PAGES = Environment(
    loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_PAGES.globals["parts"] = parts
STYLE = "gallery.css"
_PLACEABLE = re.compile(r"(\{[^{}]*\})")
RUN_SHEET = "run-sheet"


@dataclass(frozen=True, slots=True)
class Price:
    """Of one segment of a text message."""

    amount: Decimal
    currency: str

    @classmethod
    def read(cls, text: str) -> Price | None:
        """`0.0083 USD`; None for an empty text."""
        if not text:
            return None
        amount, currency = text.split()
        return cls(Decimal(amount), currency)

    def of(self, segments: int) -> str:
        return f"{(self.amount * segments).normalize():f} {self.currency}"


@dataclass(frozen=True, slots=True)
class Pages:
    """What was written: how many of each, and the digest of each language's texts."""

    languages: tuple[str, ...]
    notices: int
    refused: int
    findings: int
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece as a template shows it. `kind` picks the macro; files are named from the language's own page."""

    slug: str
    channel: str
    about: str
    kind: str
    made: Any
    files: tuple[str, ...] = ()
    pictures: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True)
class Gallery:
    """Of one incident. `findings` gives what `tidings check` says of a language; without a `press` there are no letters."""

    incident: Incident
    folder: Path
    findings: Callable[[str], Sequence[Finding]] = lambda _language: ()
    press: ProofPress | None = None
    price: Price | None = None
    people: Callable[[str], Sequence[Invented]] = field(default=invented)

    def write(
        self, out: Path, languages: Collection[str] = (), step: Callable[[int, int | None], None] = lambda _done, _total: None
    ) -> Pages:
        """Every language that has a catalog, or those named and English, which stands beside each. `step` hears how far it is.

        Nothing is at `out` before all is. Raises NoticeError NO_LANGUAGE, BAD_MESSAGE, BAD_STAMP; ConfigError BAD_USE where
        `out` is not ours to replace.
        """
        composer = Composer.of(self.incident, self.folder)
        for language in languages:
            composer.catalogs[language]  # raises where there is none
        wanted = [it for it in composer.catalogs.languages if not languages or it in {SOURCE, *languages}]
        with replaced(out) as draft:
            return _Writing(self, composer, draft).everything(sorted(wanted, key=lambda it: (it != SOURCE, it)), step)


class _Writing:
    """One run: English is composed once, and stands beside every other language."""

    def __init__(self, gallery: Gallery, composer: Composer, draft: Path) -> None:
        self._gallery, self._composer, self._draft = gallery, composer, draft
        self._catalogs: Catalogs = composer.catalogs
        self._digests = digests(composer.catalogs)
        self._english: dict[str, Shown] = {}
        self._notices = self._refused = self._findings = 0

    def everything(self, languages: Sequence[str], step: Callable[[int, int | None], None]) -> Pages:
        (self._draft / STYLE).write_bytes((_HERE / STYLE).read_bytes())
        step(0, len(languages) + 1)
        rows = []
        for done, language in enumerate(languages, start=1):
            rows.append(self._language(language))
            step(done, len(languages) + 1)
        sheet = self._run_sheet(languages)
        self._page("index.html", "index.html", rows=rows, heard=_heard(), sheet=sheet, letters=self._gallery.press is not None)
        step(len(languages) + 1, len(languages) + 1)
        made = {language: self._digests[language] for language in languages}
        return Pages(tuple(languages), self._notices, self._refused, self._findings, made)

    def _language(self, language: str) -> dict[str, Any]:
        """Writes a language's page and files; gives its row of the index."""
        (self._draft / language).mkdir()
        catalog = self._catalogs[language]
        made = groups(self._composer, language, self._gallery.people(language))
        shown = [(group, [self._shown(language, piece) for piece in group.pieces]) for group in made]
        if language == SOURCE:
            self._english = {it.slug: it for _group, pieces in shown for it in pieces}
        findings = list(self._gallery.findings(language))
        self._findings += len(findings)
        refused = sum(it.kind == "refused" for _group, pieces in shown for it in pieces)
        row = {
            **_names(catalog),
            "states": _states(catalog),
            "missing": sorted(self._catalogs[SOURCE].sentences.keys() - catalog.sentences.keys()),
            "digest": self._digests[language],
            "findings": findings,
            "refused": refused,
        }
        self._page(
            f"{language}/index.html",
            "language.html",
            row=row,
            groups=shown,
            english=self._english,
            sentences=list(self._sentences(catalog)),
            letters=self._gallery.press is not None,
        )
        return row

    def _shown(self, language: str, piece: Piece) -> Shown:
        """A piece, its files written."""
        made: Any = piece.made
        self._notices += 1
        if isinstance(made, Letter):
            made = self._proof(made)
        kind = type(made).__name__.lower() if made else "left-out"
        files: tuple[str, ...] = ()
        pictures: tuple[tuple[str, int, int], ...] = ()
        if isinstance(made, Mail | FullMail):
            kind, files = "mail", (f"{piece.slug}.html", f"{piece.slug}.txt")
            (self._draft / language / files[0]).write_text(made.html, encoding="utf-8")
            (self._draft / language / files[1]).write_text(made.text, encoding="utf-8")
        elif isinstance(made, Proof):
            files = (f"{piece.slug}.pdf",)
            pictures = self._proofs(language, piece.slug, made)
        elif isinstance(made, Refused):
            self._refused += 1
        return Shown(piece.slug, piece.channel, piece.about, kind, made, files, pictures)

    def _proof(self, letter: Letter) -> Proof | Refused | None:
        """None where letters are left out."""
        if self._gallery.press is None:
            return None
        try:
            return self._gallery.press.letter(letter)
        except NoticeError as error:
            return Refused.of(error)

    def _proofs(self, folder: str, name: str, proof: Proof) -> tuple[tuple[str, int, int], ...]:
        (self._draft / folder / f"{name}.pdf").write_bytes(proof.pdf)
        pictures = []
        for number, picture in enumerate(proof.pictures, start=1):
            file = f"{name}-{number}.png"
            (self._draft / folder / file).write_bytes(picture)
            pictures.append((file, *size(picture)))
        return tuple(pictures)

    def _run_sheet(self, languages: Sequence[str]) -> Shown | None:
        """One sheet with somebody of every language, and the longest name. None where letters are left out."""
        if self._gallery.press is None:
            return None
        people = [(language, self._gallery.people(language)[0]) for language in languages]
        people += [(SOURCE, it) for it in self._gallery.people(SOURCE)[1:]]
        (self._draft / RUN_SHEET).mkdir()
        self._notices += 1
        try:
            proof = self._gallery.press.run_sheet(self._gallery.incident, people)
        except NoticeError as error:
            self._refused += 1
            return Shown(RUN_SHEET, "Run sheet", "", "refused", Refused.of(error))
        pictures = self._proofs(RUN_SHEET, RUN_SHEET, proof)
        return Shown(RUN_SHEET, "Run sheet", "", "proof", proof, (f"{RUN_SHEET}.pdf",), pictures)

    def _sentences(self, catalog: Catalog) -> Any:
        """Every message: name, pieces of the English and of this language (None where it is missing), state."""
        english = self._catalogs[SOURCE].sentences
        for name in [*english, *(catalog.sentences.keys() - english.keys())]:
            ours, source = catalog.sentences.get(name), english.get(name)
            state = catalog.states.get(name)
            yield {
                "name": name,
                "english": _pieces(source.text) if source else None,
                "ours": _pieces(ours.text) if ours else None,
                "state": state.value if state and ours else "",
            }

    def _page(self, file: str, template: str, **values: Any) -> None:
        base = {"incident": self._gallery.incident, "price": self._gallery.price, "source": SOURCE, "states_of": _STATES}
        text = _PAGES.get_template(template).render(base | values)
        (self._draft / file).write_text(text, encoding="utf-8")


_STATES = {
    State.MACHINE_DRAFT.value: "a machine wrote it, and nobody who speaks the language has checked it",
    State.HUMAN_TRANSLATED.value: "somebody who speaks the language wrote it, or mended it",
    State.REVIEWED.value: "a second person read it against the English",
}


def _names(catalog: Catalog) -> dict[str, str]:
    """What a language is called, by its speakers and in English."""
    english = english_name(catalog.language)
    try:
        autonym = Locale.parse(catalog.language, sep="-").get_display_name() or english
    except (ValueError, UnknownLocaleError):
        autonym = english
    return {"language": catalog.language, "direction": catalog.direction, "autonym": autonym, "name": english}


def _states(catalog: Catalog) -> list[tuple[str, int]]:
    """How many messages are in which state, those that are there; nothing for English."""
    there = Counter(state.value for name, state in catalog.states.items() if name in catalog.sentences)
    return [(state.value, there[state.value]) for state in State if there[state.value]]


def _heard() -> list[tuple[str, str]]:
    """Languages that are heard rather than read, and that of the text beside them."""
    stamps = {file.stem: read_stamps(file).written for file in sorted(FOLDER.glob("*.toml"))}
    return [(english_name(language), english_name(written)) for language, written in stamps.items() if written]


def _pieces(text: str) -> list[tuple[str, bool]]:
    """A message's source after its name, in pieces: whether each is a placeable, which keeps its own direction."""
    _name, _equals, value = text.partition("=")
    lines = [line.strip() if at == 0 else line.removeprefix("    ") for at, line in enumerate(value.strip().splitlines())]
    return [(part, bool(_PLACEABLE.fullmatch(part))) for part in _PLACEABLE.split("\n".join(lines)) if part]
