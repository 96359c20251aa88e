"""Telephone numbers out of a cell as people and spreadsheets write them (ITU-T E.164; numbering plans: libphonenumber).

A wrong number is a letter to a stranger. So a number is `sure` only where one reading is valid and nothing else in the
cell speaks against it; one that may be right is kept, not sure, for a human; anything else is left out with a code.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from tidings.model import Owner, Personal
from tidings.people.values.cells import bare
from tidings.people.values.dialling import Group, Reading, read_number, read_several
from tidings.people.values.notes import phone_owner
from tidings.record import Phone

_LONGEST = 400
"""Characters of a cell that are looked at: what is longer is no phone cell."""

_I = re.IGNORECASE
_SEPARATOR = re.compile(
    r"\s/+\s|;(?!\s*ext)|[|\n\\]|\s(?:or|and|o|y|e|ou|et|u|&)\s|(?<=\d)\s*,\s+(?=[(+\d])|(?<=[\d)])\s*(?=\+)", _I
)
_COMMENT = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*\)|\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\]")
_LABEL = re.compile(
    r"\b(?:phone|tel|cell|mobile|home|work|ph|num|line|casa|trabajo|celular|tel[eé]fono|m[oó]vil|whatsapp)\.?\s?#?\s?\d(?=\s?[:).])"
    r"|(?:^|(?<=\s))#?\d[.)](?=\s)",
    _I,
)
_CLOCK = re.compile(
    r"\b\d{1,2}(?::\d\d)?\s*(?:(?:-|to|a)\s*\d{1,2}(?::\d\d)?\s*)?(?:[ap]\.?\s?m\b\.?|h(?:rs?|oras?)?\b)|\b\d{1,2}:\d\d\b", _I
)
_EXTENSION = re.compile(
    r"[,;]?\s*(?:\b(?:extension|extensión|extn?|ext|anexo|poste|ramal|interno|int|доб)\b|\bx(?=[\s.]?\d)|(?<=\d)x|#)"
    r"[\s.:#=]*(\d{1,6})(?!\d)",
    _I,
)
_FLOAT = re.compile(r"(?<![\d.,])(\d{7,15})[.,]0+(?!\d)")
_POWER = re.compile(r"(?<![\d.,])(\d)(?:[.,](\d{1,15}))?E\+?(\d{1,2})(?!\d)", _I)
_EATEN = re.compile(r"\D*([2-9]\d\d)\.([2-9]\d\d)(\d{3})\D*")
"""`305.555.0123` after somebody's replace(".0", "") had taken more than the `.0` of floats."""
_LOOKALIKE = re.compile(
    r"(?<=\d)[OolI](?=[\dOolI().-])|(?<=[(.-])[OolI](?=\d)|(?<=\d)[OolI](?![^\W\d_])|(?<![^\W_])[OolI](?=\d{2})"
)
_DIGITS_ONLY = re.compile(r"\s*(?:\+?\d{2,}|\+?\d+[-\s]|\(\d+\))[\d\s./()-]*")
_GROUP = re.compile(r"(\+?)\s*(\d+)", re.ASCII)
_VANITY = re.compile(r"\d[\s.-]*[a-z]{2,}[\s.-]*\d*\W*$", _I)


@dataclass(frozen=True, slots=True, repr=False)
class Phones(Personal):
    """What a cell gave: numbers in the order of the cell, and codes for what was not understood."""

    numbers: tuple[Phone, ...] = ()
    remarks: tuple[str, ...] = ()


def read_phones(cell: str, region: str, countries: Collection[str] = (), owner: Owner = Owner.OWN) -> Phones:
    """The numbers of a cleaned cell.

    `region` (ISO 3166 alpha-2) reads numbers without a country code; `countries` are those the person comes from: only
    for them is a bare row of digits taken as an international number that lost its plus. `owner` holds where the cell
    names nobody else. Codes: phone.unreadable, phone.rounded, phone.no_country, phone.unsure.
    """
    text = bare(cell[:_LONGEST])
    if _DIGITS_ONLY.fullmatch(text) and not _SEPARATOR.search(text):
        # One number and nothing beside it, as in most cells: nothing to label, part or assign.
        alone, code = _piece(_FLOAT.sub(r"\1", text), region, frozenset(countries))
        if len(alone) == 1 and not code:
            return Phones((Phone(alone[0].e164, alone[0].sure, owner),), () if alone[0].sure else ("phone.unsure",))
    found: dict[str, Phone] = {}
    remarks: list[str] = []
    for part in _SEPARATOR.split(_COMMENT.sub(_guarded, text)):
        numbers, code = _part(part.translate(_UNGUARD), region, frozenset(countries))
        whose = phone_owner(part) or owner
        for number in numbers:
            known = found.setdefault(number.e164, number)
            found[number.e164] = replace(known, sure=known.sure and number.sure, owner=whose)
        if code:
            remarks.append(code)
    if not found and not remarks:
        remarks.append("phone.unreadable")
    if not all(number.sure for number in found.values()):
        remarks.append("phone.unsure")
    return Phones(tuple(found.values()), tuple(dict.fromkeys(remarks)))


_GUARD = {ord(char): 0xE000 + i for i, char in enumerate(" ;|\\,+/")}
_UNGUARD = {after: before for before, after in _GUARD.items()}


def _guarded(comment: re.Match[str]) -> str:
    """A comment's own separators do not part numbers."""
    return comment.group().translate(_GUARD)


def _part(part: str, region: str, countries: frozenset[str]) -> tuple[list[Phone], str]:
    """Usually one number, with or without extension; a code instead where there are digits but no number."""
    if _DIGITS_ONLY.fullmatch(part):
        readings, why = _piece(_FLOAT.sub(r"\1", part), region, countries)
        return [Phone(reading.e164, reading.sure) for reading in readings], why
    text = _CLOCK.sub(" ", _LABEL.sub(" ", _COMMENT.sub(" ", part)))
    text = _FLOAT.sub(r"\1", text)
    text, doubt, code = _powers(text)
    mended = _LOOKALIKE.sub(lambda match: "0" if match.group() in "Oo" else "1", text)
    doubt = doubt or mended != text
    phones: list[Phone] = []
    end = 0
    for match in [*_EXTENSION.finditer(mended), None]:
        piece = mended[end : match.start() if match else len(mended)]
        readings, why = _piece(piece, region, countries)
        extension = match.group(1) if match else ""
        phones += [
            Phone(reading.e164, reading.sure and not doubt, extension=extension if reading is readings[-1] else "")
            for reading in readings
        ]
        code = code or why
        end = match.end() if match else end
    return phones, code


def _piece(text: str, region: str, countries: frozenset[str]) -> tuple[list[Reading], str]:
    groups = [Group(match.group(2), bool(match.group(1))) for match in _GROUP.finditer(text)]
    if not groups:
        return [], ""
    if eaten := _EATEN.fullmatch(text):
        return _mended(eaten, region)
    whole = read_number(groups, region, countries)
    found = [whole] if whole and whole.valid else read_several(groups, region, countries)
    if found:
        return found, ""
    if any(read_number(groups, country, frozenset()) for country in countries - {region}):
        return [], "phone.no_country"  # a number inside the person's own country, if it only said so
    vanity = _VANITY.search(text) and sum(len(group.digits) for group in groups) < 10
    return ([whole], "") if whole and not vanity else ([], "phone.unreadable")


def _mended(eaten: re.Match[str], region: str) -> tuple[list[Reading], str]:
    groups = [Group(eaten.group(1)), Group(eaten.group(2)), Group("0" + eaten.group(3))]
    reading = read_number(groups, region, frozenset())
    return ([replace(reading, sure=False)], "") if reading else ([], "phone.unreadable")


def _powers(text: str) -> tuple[str, bool, str]:
    """`3.055550123E+09` written out. A mantissa with fewer decimals than the power has lost digits for good."""
    code, doubt = "", False

    def written(match: re.Match[str]) -> str:
        nonlocal code, doubt
        lead, decimals, power = match.group(1), match.group(2) or "", int(match.group(3))
        missing = power - len(decimals)
        if missing == 0:
            return lead + decimals
        if missing == 1 and len(decimals) >= 8:
            doubt = True  # a last zero is not shown, but neither is a last digit that was rounded away
            return lead + decimals + "0"
        code = "phone.rounded"
        return " "

    return _POWER.sub(written, text), doubt, code
