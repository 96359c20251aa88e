"""Whether a column's cells bear out what its header says, and what they would be without one. Decides from shares alone."""

from __future__ import annotations

from dataclasses import dataclass

from tidings.model import Kind
from tidings.people.columns import Field
from tidings.people.shapes import Evidence, Shape

FEWEST = 4
"""With fewer cells, nothing is said against a header."""

_HARD = (Shape.EMAIL, Shape.PHONE, Shape.REFERENCE, Shape.DATE)
"""What nothing else looks like."""
_SOFT = (Shape.COUNTRY, Shape.LANGUAGE, Shape.CUSTODY, Shape.SEX, Shape.YES_NO)
"""Words that a few names, places and remarks are too."""

_OWN_SHAPE = {
    Field.EMAIL: Shape.EMAIL,
    Field.PHONE: Shape.PHONE,
    Field.REFERENCE: Shape.REFERENCE,
    Field.DATE_OF_BIRTH: Shape.DATE,
    Field.BIRTH_COUNTRY: Shape.COUNTRY,
    Field.NATIONALITY: Shape.COUNTRY,
    Field.LANGUAGE: Shape.LANGUAGE,
    Field.CUSTODY: Shape.CUSTODY,
}
_FIELDS = {
    Shape.EMAIL: (Field.EMAIL, Field.ATTORNEY_CONTACT),
    Shape.PHONE: (Field.PHONE, Field.ATTORNEY_CONTACT),
    Shape.REFERENCE: (Field.REFERENCE,),
    Shape.DATE: (Field.DATE_OF_BIRTH,),
    Shape.COUNTRY: (Field.NATIONALITY, Field.BIRTH_COUNTRY),
    Shape.LANGUAGE: (Field.LANGUAGE,),
    Shape.CUSTODY: (Field.CUSTODY,),
    Shape.FACILITY: (Field.FACILITY,),
    Shape.ADDRESS: (Field.ADDRESS,),
    Shape.NAME: (Field.FULL_NAME, Field.LAST_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.ATTORNEY),
    Shape.NOTE: (Field.NOTES,),
}
KINDS = {
    Field.REFERENCE: Kind.REFERENCE,
    Field.FULL_NAME: Kind.NAME,
    Field.FIRST_NAME: Kind.NAME,
    Field.MIDDLE_NAME: Kind.NAME,
    Field.LAST_NAME: Kind.NAME,
    Field.DATE_OF_BIRTH: Kind.BIRTH_DATE,
    Field.BIRTH_COUNTRY: Kind.BIRTH_COUNTRY,
    Field.NATIONALITY: Kind.NATIONALITY,
    Field.LANGUAGE: Kind.LANGUAGE,
    Field.CUSTODY: Kind.CUSTODY,
    Field.FACILITY: Kind.FACILITY,
    Field.PHONE: Kind.PHONE,
    Field.EMAIL: Kind.EMAIL,
    Field.ADDRESS: Kind.ADDRESS,
    Field.ATTORNEY: Kind.ATTORNEY,
    Field.ATTORNEY_CONTACT: Kind.ATTORNEY,
    Field.NOTES: Kind.NOTES,
}
"""What a person is told of a field's column."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column's cells look like when nothing else is known of it."""

    shape: Shape | None
    why: str
    fields: tuple[Field, ...] = ()
    births: bool = False


def percent(share: float) -> str:
    """Never "100 %" of nearly all, nor "0 %" of a few."""
    whole = round(100 * share)
    return f"{min(whole, 99) if share < 1 else 100 if share else 0} %" if whole else ("0 %" if not share else "under 1 %")


def words(evidence: Evidence, shape: Shape) -> str:
    share = evidence.dates if shape is Shape.DATE and not evidence.counts[Shape.DATE] else evidence.share(shape)
    return f"{percent(share)} of its cells are {shape}"


def agrees(field: Field | None, evidence: Evidence) -> bool:
    """Whether the cells speak for it: most are read as what the field wants."""
    if field is Field.ATTORNEY_CONTACT:
        return evidence.share(Shape.EMAIL) + evidence.share(Shape.PHONE) >= 0.6
    shape = _OWN_SHAPE.get(field) if field else None
    if shape is None:
        return False
    return evidence.looked >= FEWEST and (evidence.dates if shape is Shape.DATE else evidence.share(shape)) >= 0.6


def is_testable(field: Field | None) -> bool:
    return field in _OWN_SHAPE or field is Field.ATTORNEY_CONTACT


def dominant(evidence: Evidence) -> Shape | None:
    """The one shape that most cells have; of two that share words (Spanish, the language and the people), the commoner."""
    for shape in _HARD:
        if evidence.share(shape) >= 0.6:
            return shape
    likeliest = max(Shape, key=lambda shape: (evidence.share(shape), shape is Shape.SEX, shape is Shape.LANGUAGE))
    return likeliest if evidence.share(likeliest) >= 0.6 else None


def against(field: Field | None, kind: Kind | None, evidence: Evidence, *, elsewhere: bool = False) -> str:
    """What speaks against reading the column so, in words; "" if nothing does. `elsewhere`: somebody else's contacts, or
    events' dates, may stand there.
    """
    if evidence.looked < FEWEST:
        return ""
    shape = _OWN_SHAPE.get(field) if field else None
    other = dominant(evidence)
    if shape is not None:
        return _against_shape(field, shape, other, evidence)
    if field is Field.ATTORNEY_CONTACT:
        few = evidence.share(Shape.EMAIL) + evidence.share(Shape.PHONE) < 0.1
        return f"only few of its cells are {Shape.EMAIL} or {Shape.PHONE}" if few else ""
    if field is not None:
        hard = next((one for one in (*_HARD, Shape.SEX, Shape.YES_NO) if evidence.share(one) >= 0.5), None)
        soft = next((one for one in _SOFT if evidence.share(one) >= 0.85), None) if field is not Field.NOTES else None
        wrong = hard or soft
        return words(evidence, wrong) if wrong else ""
    return _against_unread(kind, evidence, elsewhere)


def _against_shape(field: Field | None, shape: Shape, other: Shape | None, evidence: Evidence) -> str:
    share = evidence.dates if shape is Shape.DATE else evidence.share(shape)
    if share < 0.1 or (other in _HARD and other is not shape and evidence.share(other) > share):
        more = f", {words(evidence, other)}" if other and other is not shape else ""
        return f"{percent(share)} of its cells are {shape}{more}"
    pair = {Shape.COUNTRY: Shape.LANGUAGE, Shape.LANGUAGE: Shape.COUNTRY}.get(shape)
    if pair and evidence.share(pair) > share + 0.15:
        return f"more of its cells are {pair} than {shape}"
    if shape is Shape.COUNTRY and evidence.looked >= 10 and evidence.at_home >= 0.9 * evidence.looked:
        return "nearly all its cells are the incident's own country: where people live, perhaps"
    if field is Field.DATE_OF_BIRTH and evidence.are_events:
        if evidence.after > 0.05:
            return f"{percent(evidence.after)} of its dates are after the exposure"
        return f"its dates all lie within {evidence.spread + 1} years: arrivals or hearings, perhaps"
    return ""


def _against_unread(kind: Kind | None, evidence: Evidence, elsewhere: bool) -> str:
    contact = max((Shape.EMAIL, Shape.PHONE), key=evidence.share)
    if evidence.share(contact) >= 0.3 and not elsewhere:
        return words(evidence, contact)
    if evidence.share(Shape.REFERENCE) >= 0.6 and kind not in (Kind.REFERENCE, Kind.ATTORNEY) and not elsewhere:
        return words(evidence, Shape.REFERENCE)
    if evidence.share(Shape.DATE) >= 0.6 and kind not in (Kind.CASE, Kind.BIRTH_DATE) and not elsewhere and evidence.are_births:
        return f"{words(evidence, Shape.DATE)}, spread over {evidence.spread} years"
    if kind is None and evidence.share(Shape.NAME) >= 0.6 and evidence.distinct >= 0.5:
        return f"{percent(evidence.share(Shape.NAME))} of its cells look {Shape.NAME}"
    return ""


def guess(evidence: Evidence) -> Guess:
    """What the cells alone say. Whose a contact is, they cannot."""
    shape = dominant(evidence)
    if evidence.looked < FEWEST:
        return Guess(None, "no cells" if not evidence.looked else "too few cells")
    if evidence.counting and shape is not Shape.REFERENCE:
        return Guess(Shape.NUMBER, "its numbers only go up: rows are numbered")
    if shape is None:
        return Guess(None, "its cells are of no one kind")
    if shape is Shape.NAME:
        why = f"{percent(evidence.share(shape))} of its cells look {shape}"
        return Guess(shape if evidence.distinct >= 0.5 else None, why, _FIELDS[shape] if evidence.distinct >= 0.5 else ())
    if shape is Shape.DATE:
        births = evidence.are_births
        why = f", spread over {evidence.spread} years" if births else ", not spread as births are"
        return Guess(shape, words(evidence, shape) + why, _FIELDS[shape], births)
    return Guess(shape, words(evidence, shape), _FIELDS.get(shape, ()))
