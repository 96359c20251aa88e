"""A header in two rows: `Attorney` above `name | phone`. The lower names alone would make the attorney's phone the person's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tidings.people.values.spelling import folded

_OTHERS = re.compile(
    r"\b(?:attorney|lawyer|counsel|representative|rep|firm|guardian|parent|mother|father|spouse|relative|family|sponsor|"
    r"emergency|next of kin|contact person|officer|interpreter|preparer|abogad[oa]|representante|tutor|madre|padre|familiar|"
    r"emergencia|patrocinador|advogad[oa]|responsavel|mae|pai|avocate?|tuteur|mere|pere|famille|garant)s?\b"
)
"""Words for somebody who is not the person."""
_OF_ANYBODY = re.compile(
    r"\b(?:name|first|last|middle|phone|tel|telephone|cell|mobile|fax|e ?mail|mail|address|contact|relationship|language|"
    r"nombres?|apellidos?|telefono|celular|movil|correo|direccion|contacto|parentesco|idioma|nome|sobrenome|telefone|endereco|"
    r"nom|prenom|adresse|courriel)\b"
)
"""Columns that a second person in the row can have as well."""


def is_group_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the row directly above the header names groups of columns: fewer cells than the header has, and more than
    one title. One cell alone is a group only if it stands over a later column and speaks of another person.
    """
    filled = [cell for cell in upper if cell]
    if not filled or len(filled) > sum(map(bool, lower)) or len(upper) > len(lower) or any(len(cell) > 60 for cell in filled):
        return False
    if len(set(filled)) == 1:
        return not upper[0] and len(folded(filled[0]).split()) <= 3 and _OTHERS.search(folded(filled[0])) is not None
    return True


def joined(upper: Sequence[str], lower: Sequence[str], knows: Callable[[str], bool], *, spread: bool) -> list[str]:
    """One name a column. The group's name is put before where the two together are known, where the group is another
    person's, or where the lower name has stood under another group: known or not, it is then not taken for the person's.

    `spread`: the group's name is written once and holds for the columns to its right, as long as these could be its.
    """
    names: list[str] = []
    group = ""
    lowered = [folded(name) for name in lower]
    first: dict[str, str] = {}
    for at, low in enumerate(lower):
        up = upper[at] if at < len(upper) else ""
        if up or not spread:
            group = up
        elif group and low and not (knows(f"{group} {low}") or _OF_ANYBODY.search(lowered[at])):
            group = ""
        if low:
            first.setdefault(lowered[at], group)
        if not low or not group or folded(group) == lowered[at]:
            names.append(low or up)
        elif knows(f"{group} {low}") or _OTHERS.search(folded(group)) or first.get(lowered[at], group) != group:
            names.append(f"{group} {low}")
        else:
            names.append(low)
    return names
