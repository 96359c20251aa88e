"""Telephone numbers out of a cell as people and spreadsheets write them (ITU-T E.164; numbering plans: libphonenumber).

A wrong number is a letter to a stranger. So a number is `sure` only where one reading is valid and nothing else in the
cell speaks against it; one that may be right is kept, not sure, for a human; anything else is left out with a code.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tidings.model import Owner, Personal
from tidings.people.values.cells import bare
from tidings.people.values.dialling import Group, Reading, read_number, read_several
from tidings.people.values.homes import has_rival, read_at_home
from tidings.people.values.notes import phone_owner
from tidings.record import Phone

_SHORTEST = 7
_LONGEST = 400
"""Characters of a cell that are looked at: what is longer is no phone cell."""

_I = re.IGNORECASE
_SEPARATOR = re.compile(
    r"\s/+\s|;(?!\s*ext)|[|\n\\]|\s(?:or|and|o|y|e|ou|et|u|&)\s|(?<=\d)\s*,\s+(?=[(+\d])"
    r"|(?<=\d),?\s+(?=(?:new|now|current|nuevo|actual|ahora)\b)|\s(?=(?:fax|facs[ií]mile|telefax)\b)"
    r"|(?<=\d),?\s+(?=(?:tel|phone|cell?|celular|mobile)\b\W{0,3}\d)"
    r"|(?<=[\d)])\s+\+\s(?=\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}(?!\d))|(?<=[\d)])\s*(?=\+)",
    _I,
)
_COMMENT = re.compile(r"\([^()]*[^\W\d_]{2}[^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*[^\W\d_]{2}[^\[\]]*\]")
_LABEL = re.compile(r"[^\W\d_]{2,12}\.?\s?#?\s?\d(?=\s?[:).])|(?:^|(?<=\s))#?\d[.)](?=\s)|(?:^|(?<=\s))#\d(?=\s)", _I)
"""`cell 2:`, `1)`, `#1`: which of several numbers it is."""
_CLOCK = re.compile(
    r"\b\d{1,2}(?::\d\d)?\s*(?:(?:-|to|a)\s*\d{1,2}(?::\d\d)?\s*)?(?:[ap]\.?\s?m\b\.?|h(?:rs?|oras?)?\b)|\b\d{1,2}:\d\d\b"
    r"|\b(?:de|from|das|entre|between|entre las|de las|desde las)\s\d{1,2}\s(?:a|to|às|y|and|hasta)(?:\s(?:las|la))?\s\d{1,2}\b"
    r"|\b(?:after|before|until|till|despu[eé]s de|antes de|hasta|depois|apr[eè]s|avant|apre|a partir de)"
    r"\s(?:las?\s|das\s)?\d{1,2}\b(?![-\s]?\d{3})"
    r"|\b(?:mon|tues?|wed|thur?s?|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom)[a-zé]*\W+(?:\w+\W+)?"
    r"\d{1,2}\s*(?:-|to|a)\s*\d{1,2}\b(?!-?\d)",
    _I,
)
"""Hours of the day: digits that are no part of a number."""
_EXTENSION = re.compile(
    r"(?<=[\d)])[,;]?\s*(?:\b(?:extension|extensión|exten|extn?|ext|ex|anexo|poste|ramal|interno|int|доб|press|opci[oó]n"
    r"|option|room|rm|suite|ste|apt|box|unit|floor|piso|cuarto|apto|pin|id)\b|\bx(?=[\s.]?\d)|(?<=\d)x|#|,{2,})"
    r"[\s.:#=]*(\d{1,6})(?!\d)",
    _I,
)
_FLOAT = re.compile(r"(?<![\d.,])(\d{7,15})[.,]0+(?!\d)")
_POWER = re.compile(r"(?<![\d.,])(\d)(?:[.,](\d{1,15}))?E\+?(\d{1,2})(?!\d)", _I)
_EATEN = re.compile(r"\D*([2-9]\d\d)\.([2-9]\d\d)(\d{3})\D*")
"""`305.555.0123` after somebody's replace(".0", "") had taken more than the `.0` of floats."""
_LOOKALIKE = re.compile(
    r"(?<=\d)[OolI]+(?=[\d().-])|(?<=[(.-])[OolI]+(?=[\d().-])|(?<=[\d(.-])[OolI]+(?![^\W\d_])|(?<![^\W_])[OolI](?=\d{2})"
)
_LIKE_DIGITS = frozenset("OolI")
_DIGIT_MEANT = str.maketrans("OolI", "0011")
_TRUNK_ZERO = re.compile(r"(?<!39)(?<=\d)\s*\(0\)\s*|(?<!39)(?<=\d\))\s*\(0\)\s*")
"""`+44 (0) 20 …`: dialled inside the country only. Italy's zero belongs to the number."""
_OLD = re.compile(
    r"\b(?:old|former(?:ly)?|previous|was|antes|anterior|viejo|vieja|ancien|antig[oa]|disconnected|wrong|not)\b", _I
)
_GLUED = re.compile(r"1?[2-9]\d\d[2-9]\d{6}(?=1?[2-9]\d\d[2-9]\d{6}$)")
_NO_PHONE = re.compile(
    r"\b(?:fax|facs[ií]mile|telefax)\b(?!\W{0,3}(?:tel|phone|cell))"
    r"|\b(?:EAC|WAC|LIN|SRC|MSC|NBC|IOE|YSC|SSN|IMEI|passport|pasaporte)\W{0,3}\d",
    _I,
)
"""A fax (but not `tel/fax`), a receipt number, and the like."""
_OUT_OF_USE = re.compile(
    r"\b(?:old|former|formerly|previous|disconnected|wrong|incorrect|invalid|not in service|no longer|out of service"
    r"|viejo|vieja|anterior|ya no|equivocado|incorrecto|cancelado|cortado|desconectado|ancien|antigo|errado)\b",
    _I,
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_OLD_THING = re.compile(r"\b(?:years? old|year-old|old(?:er|est)? (?:son|daughter|brother|sister|sibling|child))", _I)
_FAX_TOO = re.compile(r"(?:tel[eé]?\w*|phone|cell?)\W{0,3}(?:fax|facs[ií]mile)\b", _I)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}|\d{1,2}/\d{1,2}/(?:19|20)?\d\d)(?!\d)(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?!\d))?"
)
_DIGITS_ONLY = re.compile(r"(?!.*(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))\s*(?:\+?\d{2,}|\+?\d+[-\s]|\(\d+\))[\d\s./()-]*")
_AMERICAN = re.compile(r"[^\d]*(?:1\D*)?\d{3}\D*\d{3}\D*\d{4}\D*|\D*\+.*", re.DOTALL)
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
    names nobody else. Codes: phone.unreadable, phone.rounded, phone.no_country, phone.unsure,
    phone.out_of_use (the cell itself says that the number is old, wrong or cut off).
    """
    text = bare(cell[:_LONGEST])
    if "(0)" in text or "%" in text:
        text = _TRUNK_ZERO.sub(" ", text.replace("%2B", "+").replace("%2b", "+"))  # a plus that a URL has hidden
    if _DIGITS_ONLY.fullmatch(text) and not _SEPARATOR.search(text):
        # One number and nothing beside it, as in most cells: nothing to label, part or assign.
        alone, code = _piece(_FLOAT.sub(r"\1", text), region, frozenset(countries))
        if len(alone) == 1 and not code:
            return Phones((Phone(alone[0].e164, alone[0].sure, owner),), () if alone[0].sure else ("phone.unsure",))
    found: dict[str, Phone] = {}
    remarks: list[str] = []
    if "(" in text or "[" in text:
        text = _COMMENT.sub(_guarded, text)
    for guarded in _SEPARATOR.split(text):
        part = guarded.translate(_UNGUARD)
        numbers, code = _part(part, region, frozenset(countries))
        if numbers and (left_out := _left_out(part)):
            numbers, code = [], left_out
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
    """A comment's own separators do not part numbers. One that holds a whole number is none, unless it says that it is old."""
    text = comment.group()
    if sum(map(str.isdigit, text)) >= _SHORTEST:
        return " " if _OLD.search(text) or _NO_PHONE.search(text) else f" / {text[1:-1]} / "
    return text.translate(_GUARD)


def _left_out(part: str) -> str:
    """The code for which a number that can be read is not taken, as the words beside it ask for."""
    if not _LETTERS.search(part):
        return ""
    if _OUT_OF_USE.search(part) and not _OLD_THING.search(part):
        return "phone.out_of_use"
    return "phone.unreadable" if _NO_PHONE.search(part) and not _FAX_TOO.search(part) else ""


def _part(part: str, region: str, countries: frozenset[str]) -> tuple[list[Phone], str]:
    """Usually one number, with or without extension; a code instead where there are digits but no number."""
    if _DIGITS_ONLY.fullmatch(part):
        readings, why = _piece(_FLOAT.sub(r"\1", part), region, countries)
        if readings:
            return [Phone(reading.e164, reading.sure) for reading in readings], why
    text, doubt, code = part, False, ""
    if text.count("-") > 1 or "/" in text or text.count(".") > 1:
        text = _DATE.sub(" ", text)
    if "(" in text or "[" in text:
        text = _COMMENT.sub(" ", text)
    text = _CLOCK.sub(" ", _LABEL.sub(" ", text))
    if ".0" in text or ",0" in text:
        text = _FLOAT.sub(r"\1", text)
    if "E" in text or "e" in text:
        text, doubt, code = _powers(text)
    mended = text
    if not _LIKE_DIGITS.isdisjoint(text):
        mended = _LOOKALIKE.sub(lambda match: match.group().translate(_DIGIT_MEANT), text)
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
    if whole is None or not whole.valid or not _AMERICAN.fullmatch(text):
        at_home = read_at_home(groups, region, countries) if countries else None
        if at_home and whole and whole.valid and [len(group.digits) for group in groups[:2]] == [3, 3]:
            return [], "phone.no_country"  # `912 345 67 21` is Russian, and American in the hand of somebody who pairs digits
        if at_home:
            return [at_home], ""
    if whole and whole.valid:
        rival = whole.sure and len(groups) == 1 and not groups[0].plus and has_rival(groups[0].digits, region, countries)
        return [replace(whole, sure=False) if rival else whole], ""
    found = read_several(groups, region, countries) or _glued(groups, region)
    if found:
        return found, ""
    if any(read_number(groups, country, frozenset()) for country in countries - {region}):
        return [], "phone.no_country"  # a number inside the person's own country, if it only said so
    vanity = _VANITY.search(text) and sum(len(group.digits) for group in groups) < 10
    return ([whole], "") if whole and not vanity else ([], "phone.unreadable")


def _glued(groups: Sequence[Group], region: str) -> list[Reading]:
    """Two national numbers in one row of digits, if they part in one way only. For a human to look at."""
    if len(groups) != 1 or not (match := _GLUED.match(groups[0].digits)):
        return []
    digits = groups[0].digits
    ways = []
    for end in (10, 11):
        parts = [read_number([Group(part)], region, frozenset()) for part in (digits[:end], digits[end:])]
        if all(part and part.valid for part in parts):
            ways.append([replace(part, sure=False) for part in parts if part])
    return ways[0] if len(ways) == 1 and match else []


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
