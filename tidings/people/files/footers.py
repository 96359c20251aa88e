"""Rows in which plainly no person stands: totals, "page 2 of 9", "generated on", "-- end --", drawn lines.

Only whole cells count, in English, Spanish, French and Portuguese, and only where nothing else stands in the row: a line
too many is seen and refused by the reader of rows, a person too few is seen by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidings.people.values.spelling import folded

_THINGS = (
    r"(?:records?|rows?|lines?|entries|people|persons?|individuals|names|results?|registros?|filas?|personas?|nombres|resultados?|"
    r"linhas?|pessoas?|enregistrements?|lignes?|personnes?|resultats?)"
)
_OF = r"(?:of|de|des|do|du|da|del|of the|de la|de las|de los)"
_TOTAL = (
    r"(?:(?:grand|gran|sub|sous|report|page) ?)?tota(?:l|ls|les|is|ux)"
    r"(?: (?:general|geral|generale?|number|count|numero|nombre))?"
    rf"(?: {_OF})?(?: {_THINGS})?"
)
_COUNT = rf"(?:(?:number|numero|nombre) {_OF} {_THINGS}|(?:record|row) count|{_THINGS}|count|sum|suma|soma|somme|cantidad|conteo)"
_PAPER = (
    r"(?:report|list|listing|file|data|records?|export|document|page|sheet|informe|reporte|lista|listado|archivo|documento|datos|"
    r"hoja|rapport|liste|fichier|donnees|relatorio|arquivo|dados|pagina)"
)
_MADE = (
    r"(?:generated|created|printed|exported|produced|extracted|prepared|downloaded|run|last updated|updated|"
    r"generad[oa]|cread[oa]|impres[oa]|exportad[oa]|actualizad[oa]|elaborad[oa]|"
    r"gerad[oa]|criad[oa]|genere|cree|imprime|exporte|mis a jour)"
)
_DONE = r"(?:affected|selected|returned|exported|found|listed|total|in all|in set.*|\w*seleccionad[ao]s|afectad[ao]s)"
_MARKING = (
    r"(?:confidential|confidencial|confidentiel|for official use only|law enforcement sensitive|privileged(?: and confidential)?)"
)
_SAYINGS = (
    rf"{_TOTAL}(?: [\d ]+)?(?: {_THINGS})?",
    rf"{_COUNT} [\d ]+",
    rf"[\d ]+ {_THINGS}(?: {_DONE})?",
    rf"(?:end|fin|fim)(?: {_OF})?(?: (?:the|la|el))?(?: {_PAPER})?",
    rf"(?:(?:this )?{_PAPER} )?(?:was |date )?{_MADE}(?: (?:on|by|at|from|el|por|en|em|le|par|date|in))?\b.{{0,80}}",
    rf"{_PAPER} (?:date|run date|fecha) .{{0,40}}",
    rf"(?:{_PAPER} |data )?as of .{{0,20}}\d.{{0,20}}",
    r"(?:page|pagina|pag|pg|p)(?: no)? \d+(?: (?:of|de|sur|out of) \d+)?",
    r"(?:continued|continua|suite)(?: on (?:the )?next page| en la pagina siguiente)?",
    rf"{_MARKING}(?: (?:{_PAPER}|information|informacion))?",
)
_SAID = re.compile("|".join(_SAYINGS))
_TOTAL_WORD = re.compile(rf"{_TOTAL}|{_COUNT}")
_FIGURE = re.compile(r"[\d.,\s]*")
_LONGEST = 120
_MOST_DIGITS = 7
"""In a figure beside a total: phones and A-numbers have more."""


def is_nobody(texts: Sequence[str]) -> bool:
    """Whether a row with these cells that are not blank (as many as there are, in order, trimmed) is nobody's."""
    if not any(char.isalnum() for text in texts for char in text):
        return True
    if len(texts) > 3 or any(len(text) > _LONGEST for text in texts):
        return False
    if len(texts) == 1:
        return _SAID.fullmatch(folded(texts[0])) is not None
    figures = [text for text in texts if _FIGURE.fullmatch(text)]
    words = [text for text in texts if text not in figures]
    few = all(sum(map(str.isdigit, figure)) <= _MOST_DIGITS for figure in figures)
    return few and len(words) == 1 and _TOTAL_WORD.fullmatch(folded(words[0])) is not None
