"""One data row, understood: every cell goes to the reader of its column, and what is not understood leaves a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tidings.errors import ListError
from tidings.incident import Incident
from tidings.model import Flag, Kind, Owner, Personal
from tidings.people.columns import Columns, Field
from tidings.people.values.attorneys import Contacts, read_attorney, read_contacts
from tidings.people.values.cells import clean
from tidings.people.values.countries import read_country
from tidings.people.values.custody import read_custody
from tidings.people.values.dates import read_date
from tidings.people.values.emails import read_emails
from tidings.people.values.languages import read_language
from tidings.people.values.names import is_damaged, whole_name
from tidings.people.values.notes import Note, read_note
from tidings.people.values.phones import read_phones
from tidings.people.values.references import read_reference
from tidings.people.values.spelling import folded
from tidings.record import Phone, Reading, Record

_NAME_ORDER = (Field.FULL_NAME, Field.FIRST_NAME, Field.MIDDLE_NAME, Field.LAST_NAME)
_NO_NOTE = Note()
_MOST_PATTERNS = 4096
_OF_PHONING = frozenset((Flag.DO_NOT_PHONE, Flag.UNSAFE, Flag.ATTORNEY_ONLY))
_MAY_WARN = re.compile(
    r"\b(?:not?|don.?t|never|nunca|unsafe|danger|peligro|inseguro|only|s[oó]lo|ex|abus|monitor|watch|tapped|pa|ne|n[aã]o|dnc"
    r"|stolen|robado)",
    re.IGNORECASE,
)
_OF_THE_NUMBER = re.compile(
    r"\b(?:old|wrong|incorrect|invalid|bad)(?: (?:phone|cell))?(?: (?:number|no))?\b"
    r"|\b(?:disconnected|(?:no longer|not|out) (?:in|of) service|no longer works)\b"
    r"|\b(?:equivocado|incorrecto|fuera de servicio|desconectado|cortado|cancelado)\b"
    r"|\bno (?:whats ?app|texts?|sms|voicemails?|messages?)\b|\bwhats ?app only\b",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"[\d\s()+./–-]{10,}")


class _Row(Personal):
    """One row on its way: its cells that are not empty as (header, text), and what was remarked so far."""

    __slots__ = ("cells", "kinds", "remarks")

    def __init__(self) -> None:
        self.cells: dict[Field, list[tuple[str, str]]] = {}
        self.kinds: frozenset[Kind] = frozenset()
        self.remarks: list[tuple[str, str]] = []

    def of(self, name: Field) -> Sequence[tuple[str, str]]:
        return self.cells.get(name, ())

    def text(self, *names: Field) -> list[str]:
        return [text for name in names for _, text in self.cells.get(name, ())]

    def remark(self, header: str, codes: Iterable[str]) -> None:
        for code in codes:
            if code:
                self.remarks.append((header, code))


class Reader:
    """Reads the rows of one list. Holds the list's header and rules, and nothing of any row."""

    def __init__(self, columns: Columns, header: Sequence[str], incident: Incident) -> None:
        """Raises ListError NO_HEADER if no rule knows any column, NO_REFERENCE if it has neither references nor names."""
        self._columns, self._region = columns, incident.default_region
        self._latest: date = incident.exposure.began.date()
        self._header = tuple(clean(name) for name in header)
        self._rules = columns.rules_of(self._header)
        self._fields = [(name, rule.field, 1 << i) for i, (name, rule) in enumerate(zip(self._header, self._rules, strict=True))]
        self._order = sorted((folded(name), i) for i, name in enumerate(self._header))
        self._statuses: dict[str, Flag | str | None] = {}
        self._kinds: dict[int, frozenset[Kind]] = {}
        self._has_custody = any(rule.field is Field.CUSTODY for rule in self._rules)
        if not any(columns.rule(name) for name in self._header):
            raise ListError(ListError.Code.NO_HEADER)
        self._has_reference = any(rule.field is Field.REFERENCE for rule in self._rules)
        if not self._has_reference and not any(rule.field in _NAME_ORDER for rule in self._rules):
            raise ListError(ListError.Code.NO_REFERENCE)

    @property
    def has_reference(self) -> bool:
        """Whether a column of the list holds reference numbers."""
        return self._has_reference

    def cleaned(self, cells: Sequence[str]) -> list[str]:
        """The cells as their writers meant them: see `clean`."""
        return _cleaned(cells)

    def canonical(self, texts: Sequence[str]) -> str:
        """Cleaned cells and their headers as one text that is equal for equal rows, whatever file and column order they had."""
        beyond = "\x1f".join(texts[len(self._header) :])
        return "\x1e".join([f"{name}\x1f{texts[i]}" for name, i in self._order if i < len(texts) and texts[i]]) + f"\x1d{beyond}"

    def read(self, row: int, cells: Sequence[str]) -> Reading:
        """The row as a Reading. Never raises, whatever the cells hold."""
        return self.read_cleaned(row, _cleaned(cells))

    def read_cleaned(self, row: int, texts: Sequence[str]) -> Reading:
        """`read` for cells that are `cleaned` already.

        `refused` is row.is_header, row.no_reference (and no name either: nobody), row.bad_reference, row.two_references, or
        row.too_many_cells: then a comma too many has moved cells into other people's columns, and only the reference is read.
        """
        parts = self._sorted(texts)
        reference, refused = self._reference(parts)
        if len(texts) == len(self._header) and tuple(texts) == self._header:
            return Reading(row, Record(), ("row.is_header",))
        if any(texts[len(self._header) :]):
            record = Record(reference=reference, kinds=parts.kinds)
            return Reading(row, record, (*(refused or self._missing(parts)), "row.too_many_cells"))
        if len(texts) < len(self._header):
            parts.remark("", ["row.short"])
        record = self._record(reference, parts)
        if not refused and not any(map(str.isalpha, record.name)):
            refused = self._missing(parts)
        return Reading(row, record, refused, tuple(dict.fromkeys(parts.remarks)))

    def _missing(self, row: _Row) -> tuple[str, ...]:
        return () if Field.REFERENCE in row.cells else ("row.no_reference",)

    def _sorted(self, texts: Sequence[str]) -> _Row:
        row = _Row()
        cells, is_empty, filled = row.cells, self._columns.is_empty, 0
        for (header, name, bit), text in zip(self._fields, texts, strict=False):
            if text and not is_empty(text):
                filled |= bit
                if name:
                    if name in cells:
                        cells[name].append((header, text))
                    else:
                        cells[name] = [(header, text)]
        row.kinds = self._kinds_of(filled)
        return row

    def _kinds_of(self, filled: int) -> frozenset[Kind]:
        """The kinds of the columns whose bits are set: of a million rows, most fill the same columns."""
        kinds = self._kinds.get(filled)
        if kinds is None:
            if len(self._kinds) >= _MOST_PATTERNS:
                self._kinds.clear()
            kinds = frozenset(rule.kind for i, rule in enumerate(self._rules) if rule.kind and filled >> i & 1)
            self._kinds[filled] = kinds
        return kinds

    def _reference(self, row: _Row) -> tuple[str, tuple[str, ...]]:
        answers = {read_reference(text, self._columns.reference) for _, text in row.of(Field.REFERENCE)}
        if not answers:
            return "", ()
        if len(answers) > 1:
            return "", ("row.two_references",)
        reference, code = answers.pop()
        return reference, (code,) if code else ()

    def _record(self, reference: str, row: _Row) -> Record:
        born_in = self._country(row, Field.BIRTH_COUNTRY)
        nationality = self._country(row, Field.NATIONALITY)
        note = read_note("\n".join(row.text(Field.NOTES))) if Field.NOTES in row.cells else _NO_NOTE
        own = self._contacts(row, {country for country in (born_in, nationality) if country})
        phones = own.phones
        if note.owner:
            phones = tuple(replace(phone, owner=note.owner) if phone.owner is Owner.OWN else phone for phone in phones)
        attorney = self._attorney(row)
        flags = note.flags | _warnings(row.of(Field.PHONE)) | self._custody(row)
        if Field.ATTORNEY in row.cells or Field.ATTORNEY_CONTACT in row.cells:
            flags |= {Flag.REPRESENTED}
        return Record(
            reference=reference,
            name=self._name(row),
            date_of_birth=self._date(row),
            birth_country=born_in,
            nationality=nationality,
            language=self._language(row),
            phones=phones,
            emails=own.emails,
            address=", ".join(row.text(Field.ADDRESS)),
            facility=", ".join(row.text(Field.FACILITY)),
            attorney_name=whole_name(row.text(Field.ATTORNEY)),
            attorney_emails=attorney.emails,
            attorney_phones=attorney.phones,
            flags=flags,
            kinds=row.kinds,
        )

    def _name(self, row: _Row) -> str:
        for name in _NAME_ORDER:
            row.remark(name.value, ["name.damaged" for _, text in row.of(name) if is_damaged(text)])
        return whole_name(row.text(*_NAME_ORDER), self._columns.placeholders)

    def _date(self, row: _Row) -> date | None:
        for header, text in row.of(Field.DATE_OF_BIRTH):
            born, code = read_date(text, self._latest, self._columns.dates)
            row.remark(header, [code])
            if born:
                return born
        return None

    def _country(self, row: _Row, name: Field) -> str:
        for header, text in row.of(name):
            code, remark = read_country(text)
            row.remark(header, [remark])
            if code:
                return code
        return ""

    def _language(self, row: _Row) -> str:
        for header, text in row.of(Field.LANGUAGE):
            tag, remark = read_language(text)
            row.remark(header, [remark])
            if tag:
                return tag
        return ""

    def _custody(self, row: _Row) -> frozenset[Flag]:
        """Unknown is never taken for released: a text to somebody who was removed may be read by those they fled."""
        if self._has_custody and Field.CUSTODY not in row.cells:
            return frozenset((Flag.CUSTODY_UNKNOWN,))
        flags: set[Flag] = set()
        for header, text in row.of(Field.CUSTODY):
            flag = self._status(text)
            if flag is None:
                row.remark(header, ["custody.unknown"])
                flags.add(Flag.CUSTODY_UNKNOWN)
            elif flag:
                flags.add(Flag(flag))
        return frozenset(flags)

    def _status(self, text: str) -> Flag | str | None:
        """What a custody cell says: the same few words a million times."""
        if text not in self._statuses:
            if len(self._statuses) >= _MOST_PATTERNS:
                self._statuses.clear()
            flag = self._columns.custody(text)
            self._statuses[text] = read_custody(text) if flag is None else flag
        return self._statuses[text]

    def _contacts(self, row: _Row, countries: set[str]) -> Contacts:
        """The person's own phones and addresses, also where one stands in the other's column."""
        emails: list[str] = []
        phones: list[Phone] = []
        for header, text in row.of(Field.PHONE):
            if "@" in text:
                found = read_contacts(text, self._region, countries)
            else:
                numbers = read_phones(text, self._region, countries)
                found = Contacts((), numbers.numbers, numbers.remarks)
            emails += found.emails
            phones += found.phones
            row.remark(header, found.remarks)
        for header, text in row.of(Field.EMAIL):
            if _NUMBER_ALONE.fullmatch(text):
                found = read_contacts(text, self._region, countries)
            else:
                addresses = read_emails(text)
                found = Contacts(addresses.addresses, (), addresses.remarks)
            emails += found.emails
            phones += found.phones
            row.remark(header, found.remarks)
        return Contacts(tuple(dict.fromkeys(emails)), _once(phones))

    def _attorney(self, row: _Row) -> Contacts:
        if Field.ATTORNEY_CONTACT not in row.cells:
            return Contacts()
        emails: list[str] = []
        phones: list[Phone] = []
        for header, text in row.of(Field.ATTORNEY_CONTACT):
            found = read_attorney(text, self._region)
            emails += found.emails
            phones += found.phones
            row.remark(header, found.remarks)
        return Contacts(tuple(dict.fromkeys(emails)), _once(phones))


def _warnings(phone_cells: Sequence[tuple[str, str]]) -> frozenset[Flag]:
    """`305-555-0123 DO NOT CALL`: what is said in a phone cell counts as in a note. That a number is old or wrong is not said of
    the person: such a number is left out (`phone.out_of_use`), others stand.
    """
    flags: frozenset[Flag] = frozenset()
    for _, text in phone_cells:
        if _MAY_WARN.search(text):
            flags |= read_note(_OF_THE_NUMBER.sub(" ", text)).flags & _OF_PHONING
    return flags


def _cleaned(cells: Sequence[str]) -> list[str]:
    """Every cell cleaned. A row that needs no mending, as most do, is looked at once instead of cell by cell."""
    whole = "\t".join(cells)
    if (
        whole.isascii()
        and whole.count("\t") == len(cells) - 1
        and whole.replace("\t", "").isprintable()
        and "&" not in whole
        and "  " not in whole
        and " \t" not in whole
        and "\t " not in whole
        and not whole.startswith(" ")
        and not whole.endswith(" ")
    ):
        return list(cells)
    return [clean(cell) for cell in cells]


def _once(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Each number once, in the order of the row, read as carefully as its most careful reading."""
    numbers = tuple(phones)
    return Record().merged(Record(phones=numbers)).phones if len(numbers) > 1 else numbers
