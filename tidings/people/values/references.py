"""Reference numbers: what joins the rows of one person, so never guessed.

A-numbers: USCIS, "A-Number": A and up to nine digits; shorter ones are filled up with zeros after the A. Eight digits are
common (a spreadsheet drops the zero). Seven may be old or cut short: to pad a cut one would join strangers, so no.
"""

from __future__ import annotations

import re
from enum import StrEnum

from tidings.people.values.cells import bare

_LONGEST = 200
_FLOAT = re.compile(r"(?<!\d)(\d{8,9})[.,]0+(?!\d)")
_POWER = re.compile(r"(?<![\d.,])(\d)[.,](\d{7,8})E\+?0?([78])(?!\d)", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(?:alien|reg(?:istration)?|number|num|no|file|uscis|id|ref(?:erence)?|a-?number|anum)\b\.?\s*[#:]?", re.IGNORECASE
)
_ANOTHER_KIND = re.compile(
    r"\d\?|\?\d|\b(?:ssn|social|fin|passport|pasaporte|receipt|recibo|dob|born|phone|tel|cell)\b|(?<!\d)(?:\d{3}-\d\d-\d{4}"
    r"|\d{1,2}[-. ]\d{1,2}[-. ](?:19|20)\d\d|(?:19|20)\d\d[-. ]\d\d[-. ]\d\d)(?!\d)",
    re.IGNORECASE,
)
"""A digit lost; or another number, by its label or its grouping: a social security number, a date."""
_SIMPLE = re.compile(r"[Aa]?-?(\d{8,9})")
_THOUSANDS = re.compile(r"(?<![\d,])\d{2,3}(?:,\d{3}){2}(?![\d,])|(?<![\d/])\d{3}(?:/\d{3}){2}(?![\d/])")
"""`42,800,275` by a spreadsheet, `042/800/275` by hand."""
_ONLY_LOOKALIKES = re.compile(r"[Aa][\s-]*(?=(?:\D*\d){2})(?:[\dOoIl][\s-]*){8,9}")
_A_NUMBER = re.compile(r"(?<![\dA-Za-z])(?:A{1,2}[\s#:.)_\-]*)?((?:\d[\s.\-]*){7,11})(?![\dA-Za-z])", re.IGNORECASE)
_LOOKALIKES = re.compile(r"(?<=[\d\s\-Aa])[OoIl]+(?=[\d\s\-]|$)")
_DIGITS = str.maketrans("OoIl", "0011")


class ReferenceForm(StrEnum):
    """How reference numbers look: a US A-number, or anything that is compared letter by letter."""

    A_NUMBER = "a-number"
    PLAIN = "plain"


def read_reference(cell: str, form: ReferenceForm = ReferenceForm.A_NUMBER) -> tuple[str, str]:
    """The normalised reference of a cleaned cell and "", or "" and the code for which the row is refused:
    row.bad_reference, row.two_references.
    """
    text = bare(cell[:_LONGEST])
    if form is ReferenceForm.PLAIN:
        plain = "".join(text.split()).upper()
        return (plain, "") if any(map(str.isalnum, plain)) else ("", "row.bad_reference")
    if simple := _SIMPLE.fullmatch(text):
        number = simple.group(1).zfill(9)
        return (f"A{number}", "") if number != "000000000" else ("", "row.bad_reference")
    if _ANOTHER_KIND.search(text):
        return "", "row.bad_reference"
    text = _LABEL.sub(" ", _POWER.sub(_written, _FLOAT.sub(r"\1", text)))
    text = _THOUSANDS.sub(lambda match: re.sub(r"\D", "", match.group()), text)
    if _ONLY_LOOKALIKES.fullmatch(text) or sum(map(str.isdigit, text)) >= 6:
        text = _LOOKALIKES.sub(lambda match: match.group().translate(_DIGITS), text)
    numbers = {re.sub(r"\D", "", match.group(1)) for match in _A_NUMBER.finditer(text)}
    padded = {number.zfill(9) for number in numbers if len(number) in (8, 9)}
    if len(padded) > 1:
        return "", "row.two_references"
    if not padded or any(len(number) not in (8, 9) for number in numbers) or set(*padded) == {"0"}:
        return "", "row.bad_reference"
    return f"A{padded.pop()}", ""


def _written(match: re.Match[str]) -> str:
    """`4.2800275E+07` written out, if no digit is lost."""
    return match.group(1) + match.group(2) if len(match.group(2)) == int(match.group(3)) else match.group()
