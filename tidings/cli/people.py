"""One person as an officer sees them on the screen. Only ever after `officers.opened` has recorded that they do."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from tidings.contacts import Explanation, Looked
from tidings.record import Record

_ENGLISH = Locale.parse("en")
_NOT_IN_CLDR = {"kjb": "Qʼanjobʼal", "mam": "Mam", "nah": "Nahuatl", "prs": "Dari"}
"""Languages that CLDR has no English name for."""
_FIRST, _POP = "\u2068", "\u2069"
"""First strong isolate: a name that runs right to left leaves the rest of its line alone (UAX #9)."""


def shown(looked: Looked, explained: Explanation) -> Iterator[str]:
    """Lines of `what: value`; what is not known is left out."""
    record = looked.record
    for what, value in _facts(record):
        if value:
            yield f"{what}: {isolated(value)}"
    for one in explained.contacts:
        address = looked.made.contacts[one.place].address
        rules = ", ".join(one.rules) or "nothing stands against it"
        yield f"contact {one.contact}: {one.channel}, {one.owner}, {isolated(address)}: {one.state}: {rules}"


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    yield "name", record.name
    yield "reference", record.reference
    yield "born", record.date_of_birth.isoformat() if record.date_of_birth else ""
    yield "nationality", country(record.nationality)
    yield "born in", country(record.birth_country) if record.birth_country != record.nationality else ""
    yield "language", language(record.language)
    yield "the list says", ", ".join(sorted(flag.value.replace("_", " ") for flag in record.flags))
    yield "rows contradict each other in", ", ".join(sorted(record.conflicts))
    yield "facility", record.facility
    yield "attorney", ", ".join([record.attorney_name, *(phone.e164 for phone in record.attorney_phones)]).strip(", ")


def country(code: str) -> str:
    return str(_ENGLISH.territories.get(code, code))


def language(tag: str) -> str:
    """Its English name, with the tag."""
    name = _NOT_IN_CLDR.get(tag) or _ENGLISH.languages.get(tag.replace("-", "_"), "") if tag else ""
    return f"{name} ({tag})" if name else tag


def isolated(value: str) -> str:
    return f"{_FIRST}{value}{_POP}"
