"""What each column of a list seems to be: from columns.toml, from its header, from the shape of its cells; and how sure that is.

Every text in a proposal is made of our own words, of shares, and of headers that are no values: nobody's cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tidings.incident import Incident
from tidings.model import Kind
from tidings.people.columns import Columns, Field
from tidings.people.drafts import Draft, from_header, from_rule
from tidings.people.header_row import is_headless, titles
from tidings.people.headers import OWN_CONTACT, Told, read_header
from tidings.people.judging import KINDS
from tidings.people.neighbours import Whose, whose
from tidings.people.sample import Sample
from tidings.people.shapes import Looker, Shape
from tidings.people.values.cells import clean
from tidings.people.values.spelling import folded

_CONTACTS = OWN_CONTACT | {Field.ATTORNEY_CONTACT}
NAMES = frozenset((Field.FULL_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME))


class Sure(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    ASKS = "asks"


class Problem(StrEnum):
    """Why an ingest refuses a column."""

    UNMAPPED = "unmapped"
    """It may tell who somebody is or how they are reached, and columns.toml says nothing of it."""
    MISMAPPED = "mismapped"
    """columns.toml says one thing of it, and its cells plainly are another."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to map a column. No field: it is not read. No kind either: it says nothing about a person."""

    field: Field | None
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """One column. `header` may be shown: it is "column 3" where the header is missing or may be somebody's cell.

    `name` is the header as columns.toml would have it, "" where no rule can be written for it. `ruled`: columns.toml has
    a rule for it already.
    """

    number: int
    header: str
    name: str
    field: Field | None
    kind: Kind | None
    sure: Sure
    why: str
    alternatives: tuple[Choice, ...]
    ruled: bool
    problem: Problem | None

    @property
    def choice(self) -> Choice:
        return Choice(self.field, self.kind)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole list's. `headless`: the first row is a person, it seems, and no column can be known by a name."""

    columns: tuple[Proposed, ...]
    headless: bool

    @property
    def has_reference(self) -> bool:
        return any(column.field is Field.REFERENCE for column in self.columns)

    @property
    def has_people(self) -> bool:
        """Whether a column tells who a row is about: without a number, rows are joined by name, birth date and country."""
        return self.has_reference or any(column.field in NAMES for column in self.columns)

    @property
    def problems(self) -> tuple[Proposed, ...]:
        return tuple(column for column in self.columns if column.problem)

    @property
    def settled(self) -> bool:
        """Whether an ingest reads the list as this says, with nothing to decide or to write first."""
        asks = any(column.sure is Sure.ASKS for column in self.columns)
        return not (self.headless or self.problems or asks) and self.has_people


def propose(header: Sequence[str], sample: Sample, columns: Columns, incident: Incident) -> Proposal:
    """A proposal for a list of this header, of whose rows `sample` holds some. Never raises, whatever cells hold."""
    looker = Looker(columns, incident.exposure.began.date(), incident.default_region)
    evidence = [looker.look(sample.column(index)) for index in range(len(header))]
    headless = is_headless(header, evidence, columns, looker)
    drafts = []
    for name, found in zip(header, evidence, strict=True):
        rule = None if headless else columns.rule(name)
        heading = read_header("" if headless else name)
        drafts.append(from_rule(rule, heading, found) if rule else from_header(heading, found))
    _ask_whose(drafts, header, sample, columns)
    _one_reference(drafts)
    _one_name(drafts)
    _same_headers(drafts, header)
    shown = titles(header, looker, headless=headless)
    return Proposal(
        tuple(
            _proposed(number, name, title, draft)
            for number, (name, title, draft) in enumerate(zip(header, shown, drafts, strict=True), 1)
        ),
        headless,
    )


def _proposed(number: int, name: str, title: str, draft: Draft) -> Proposed:
    text = clean(name)
    choices = [Choice(field, KINDS[field]) for field in draft.others] + [Choice(None, draft.kind), Choice(None, Kind.OTHER)]
    chosen = Choice(draft.field, draft.kind)
    return Proposed(
        number=number,
        header=title,
        name=text if title == text and folded(text) else "",
        field=draft.field,
        kind=draft.kind,
        sure=Sure.ASKS if draft.asks else Sure.LIKELY if draft.doubts else Sure.SURE,
        why="; ".join(dict.fromkeys(draft.why)),
        alternatives=tuple(dict.fromkeys(choice for choice in choices if choice != chosen)),
        ruled=draft.ruled,
        problem=_problem(draft),
    )


def _problem(draft: Draft) -> Problem | None:
    if draft.ruled:
        return Problem.MISMAPPED if draft.asks else None
    looks = draft.shape in (Shape.EMAIL, Shape.PHONE, Shape.REFERENCE, Shape.NAME, Shape.ADDRESS) or draft.births
    return Problem.UNMAPPED if draft.field or (draft.asks and (looks or draft.heading.thing)) else None


def _ask_whose(drafts: list[Draft], header: Sequence[str], sample: Sample, columns: Columns) -> None:
    """A contact that stands behind somebody else's name, with only contacts between, may be theirs."""
    seen = [folded(clean(name)) for name in header]
    leader: int | None = None
    for index, draft in enumerate(drafts):
        if draft.is_somebody_else:
            leader = (
                index if draft.heading.told is not Told.ELSE or draft.heading.thing not in (Field.PHONE, Field.EMAIL) else leader
            )
            continue
        if draft.field not in _CONTACTS:
            leader = None
            continue
        if leader is None or draft.field is Field.ATTORNEY_CONTACT:
            continue
        attorney = drafts[leader].field is Field.ATTORNEY
        verdict = whose(sample.column(leader), sample.column(index), columns)
        if verdict is Whose.OWN:
            continue
        field = draft.field
        again = seen.count(seen[index]) > 1
        if verdict is Whose.THEIRS:
            draft.doubt("it stands behind somebody else's name, and its cells go with that name", ask=True)
        else:
            draft.doubt("it stands behind somebody else's name: whose is it?", ask=not draft.ruled or again)
        draft.others = (field, Field.ATTORNEY_CONTACT)
        if not draft.ruled:
            theirs = attorney and verdict is Whose.THEIRS
            draft.field, draft.kind = (Field.ATTORNEY_CONTACT, Kind.ATTORNEY) if theirs else (None, Kind.OTHER)


def _one_reference(drafts: list[Draft]) -> None:
    """What joins the rows of one person: one column, and not a second one with other numbers."""
    found = [draft for draft in drafts if draft.field is Field.REFERENCE]
    kept = next((draft for draft in found if draft.ruled), found[0] if found else None)
    for draft in found:
        if draft is not kept and not draft.ruled:
            draft.field, draft.others = None, (Field.REFERENCE, *draft.others)
            draft.doubt("another column is the reference already", ask=True)
    if kept is None:
        for draft in drafts:
            if not draft.ruled and draft.kind is Kind.REFERENCE and draft.shape is Shape.REFERENCE:
                draft.others = (Field.REFERENCE, *draft.others)
                draft.doubt("no other column joins rows: is this the reference?", ask=True)


def _one_name(drafts: list[Draft]) -> None:
    """A whole name beside its parts would name people twice over."""
    if any(draft.field in NAMES - {Field.FULL_NAME} for draft in drafts):
        for draft in drafts:
            if draft.field is Field.FULL_NAME and not draft.ruled:
                draft.field, draft.others = None, (Field.FULL_NAME, Field.FIRST_NAME)
                draft.doubt("there are columns for parts of the name as well", ask=True)


def _same_headers(drafts: list[Draft], header: Sequence[str]) -> None:
    """A rule is for a header: two columns of one header cannot be two things."""
    first: dict[str, Draft] = {}
    for name, draft in zip(header, drafts, strict=True):
        known = first.setdefault(folded(clean(name)) or clean(name), draft)
        if known is not draft and clean(name) and (known.field, known.kind) != (draft.field, draft.kind):
            for one in (known, draft):
                one.doubt("another column has the same header: give each its own in the list", ask=True)
