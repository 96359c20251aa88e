"""A column's first draft: its rule or its header, held against its cells."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.model import Kind
from tidings.people.columns import Field, Rule
from tidings.people.headers import OWN_CONTACT, Heading, Told
from tidings.people.judging import FEWEST, KINDS, Guess, against, agrees, dominant, guess, is_testable, percent
from tidings.people.shapes import Evidence, Shape

_SOMEBODYS = frozenset((Kind.OTHER, Kind.PHONE, Kind.EMAIL, Kind.ADDRESS, Kind.ATTORNEY))
"""Kinds without a field by which an officer says: these are contacts, and not to be used."""
_READ_WITHOUT_HEADER = (Shape.REFERENCE, Shape.COUNTRY, Shape.FACILITY, Shape.LANGUAGE, Shape.CUSTODY, Shape.NOTE)
"""Whatever else it were, reading it as this sends no message to anybody."""


@dataclass(slots=True)
class Draft:
    """`asks` and `doubts` only ever grow: later looks make nothing surer."""

    heading: Heading
    field: Field | None
    kind: Kind | None
    why: list[str]
    ruled: bool = False
    asks: bool = False
    doubts: bool = False
    others: tuple[Field, ...] = ()
    shape: Shape | None = None
    births: bool = False

    def doubt(self, why: str, *, ask: bool = False) -> None:
        self.why.append(why)
        self.doubts = True
        self.asks = self.asks or ask

    @property
    def is_somebody_else(self) -> bool:
        return self.field is Field.ATTORNEY or (
            self.heading.told is Told.ELSE and self.field is None and self.heading.thing is not Field.PHONE
        )


def from_rule(rule: Rule, heading: Heading, evidence: Evidence) -> Draft:
    """What columns.toml says stands, and is asked about only where the cells plainly are something else."""
    draft = _draft(heading, rule.field, rule.kind, "columns.toml knows it", evidence)
    draft.ruled = True
    if wrong := against(rule.field, rule.kind, evidence, elsewhere=rule.field is None and rule.kind in _SOMEBODYS):
        draft.doubt(f"but {wrong}", ask=_plainly_other(rule, evidence))
        draft.others = guess(evidence).fields
    return draft


def _plainly_other(rule: Rule, evidence: Evidence) -> bool:
    shape = dominant(evidence)
    if rule.field is None:
        return shape in (Shape.EMAIL, Shape.PHONE, Shape.REFERENCE, Shape.DATE) or rule.kind is None
    if rule.field is Field.DATE_OF_BIRTH and evidence.after > 0.2:
        return True
    return evidence.looked >= 2 * FEWEST and shape in (Shape.EMAIL, Shape.PHONE, Shape.REFERENCE, Shape.DATE)


def from_header(heading: Heading, evidence: Evidence) -> Draft:
    if heading.told is Told.NOTHING:
        return _from_cells(heading, evidence)
    draft = _draft(heading, heading.field, heading.kind, heading.why, evidence)
    seen = guess(evidence)
    elsewhere = heading.told in (Told.ELSE, Told.DATE, Told.PARTLY) and heading.field is None
    if wrong := against(heading.field, heading.kind, evidence, elsewhere=elsewhere):
        draft.doubt(f"but {wrong}", ask=True)
        draft.others = tuple(dict.fromkeys((*((heading.field,) if heading.field else ()), *seen.fields)))
        draft.field, draft.kind = None, _kind(seen, heading.kind)
        return draft
    _weigh(draft, heading, evidence, seen)
    return draft


def _weigh(draft: Draft, heading: Heading, evidence: Evidence, seen: Guess) -> None:
    """How sure the header makes it."""
    told, agreed = heading.told, agrees(heading.field, evidence)
    if agreed:
        draft.why.append("its cells agree")
    if told is Told.TWO_THINGS:
        draft.others = (Field.NATIONALITY, Field.BIRTH_COUNTRY)
        draft.doubt("one word for two things", ask=True)
    elif told is Told.PARTLY:
        draft.others = (heading.thing,) if heading.thing else ()
        draft.doubt("whose it is, or which, is not said", ask=True)
    elif told is Told.ELSE:
        _weigh_another(draft, heading, evidence, seen)
    elif told is Told.DATE:
        births = evidence.are_births and not evidence.are_events
        draft.others = (Field.DATE_OF_BIRTH,) if births else ()
        draft.doubt(
            f"its dates spread over {evidence.spread} years" if births else "so it is never taken for a birth date", ask=births
        )
    elif told is Told.ABOUT:
        draft.doubt("so it is not read")
    elif told is Told.CLOSE:
        draft.doubt("a spelling, not a known one", ask=heading.field is not None and is_testable(heading.field) and not agreed)
    elif told is Told.EXACT and is_testable(heading.field) and evidence.looked >= FEWEST and not agreed:
        draft.doubt("only some of its cells agree")
    elif told is Told.WHICH or (told is Told.OWN and not agreed and (heading.field in OWN_CONTACT or is_testable(heading.field))):
        draft.doubt("a guess from parts of the header")


def _weigh_another(draft: Draft, heading: Heading, evidence: Evidence, seen: Guess) -> None:
    """An attorney's contact is used, so it is asked about unless plain; others' are not, so they are asked about too."""
    if heading.field is Field.ATTORNEY_CONTACT:
        draft.doubt("a guess from parts of the header", ask=not agrees(heading.field, evidence))
        return
    contacts = max(evidence.share(Shape.EMAIL), evidence.share(Shape.PHONE))
    if contacts >= 0.3:
        draft.why.append(f"{percent(contacts)} of its cells are contacts")
    is_contact = heading.thing in OWN_CONTACT or contacts >= 0.3 or seen.shape is Shape.ADDRESS
    draft.others = (Field.ATTORNEY_CONTACT,) if is_contact else (Field.ATTORNEY,) if draft.kind is Kind.ATTORNEY else ()
    draft.doubt("nobody else's contact is used" if is_contact else "not read", ask=is_contact)


def _from_cells(heading: Heading, evidence: Evidence) -> Draft:
    """Nothing is known of its header. Whose a contact or a name is, the cells cannot say: it is not read till somebody does."""
    seen = guess(evidence)
    draft = _draft(heading, None, _kind(seen, Kind.OTHER), heading.why, evidence)
    draft.why.append(seen.why)
    draft.others = seen.fields
    draft.doubts = True
    if seen.shape is Shape.NUMBER and evidence.counting:
        draft.kind = None
    elif seen.shape in _READ_WITHOUT_HEADER or (seen.shape is Shape.DATE and seen.births):
        draft.field = seen.fields[0]
        draft.kind = KINDS[draft.field]
        draft.asks = seen.shape not in (Shape.LANGUAGE, Shape.CUSTODY, Shape.NOTE)
    elif seen.shape in (Shape.EMAIL, Shape.PHONE, Shape.ADDRESS, Shape.NAME):
        draft.doubt("whose, the cells cannot say", ask=True)
    else:
        draft.why.append("not read, and told as 'other'" if draft.kind is Kind.OTHER else "not read")
    return draft


def _draft(heading: Heading, name: Field | None, kind: Kind | None, why: str, evidence: Evidence) -> Draft:
    seen = guess(evidence)
    return Draft(heading, name, kind, [why], shape=seen.shape, births=seen.births)


def _kind(seen: Guess, otherwise: Kind | None) -> Kind:
    """The kind to tell when a column is not read: what its cells plainly are, but "other" where it may be somebody else's."""
    if seen.shape is Shape.SEX:
        return Kind.SEX
    if seen.shape is Shape.DATE and not seen.births:
        return Kind.CASE
    return otherwise if otherwise not in (None, Kind.PHONE, Kind.EMAIL, Kind.ADDRESS) else Kind.OTHER
