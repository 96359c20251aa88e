"""Verifies a statement offline, without a workspace: what evidence/verify.py finds out, and more where Tidings itself is there.

The words are composed again from the facts, and the pages drawn again; with a ledger at hand, nothing of the person
may be missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from tidings import ledger
from tidings.errors import LedgerError, NoticeError
from tidings.evidence.verify import STATEMENT_JSON, BadStatement, Key, Statement, Wrong, came_of, read_statement
from tidings.incident import Incident
from tidings.notices import (
    Catalogs,
    LetterPress,
    compose_statement,
    edition,
    press_statement,
    statement_text,
)
from tidings.statements.errors import StatementError
from tidings.statements.issuing import attached, stated

Code = StatementError.Code
_CODES = {
    "none": Code.NO_STATEMENT,
    "changed": Code.CHANGED,
    "other_key": Code.OTHER_KEY,
    "unproven": Code.UNPROVEN,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement that holds, in what may be shown to anybody."""

    incident: str
    key: str
    """The verifier key that sealed it."""
    on: str
    entries: int
    size: int
    """Of the ledger that the proofs lead to."""
    lines: int
    words: bool | None
    """Whether the words are those that Tidings says for the facts; none where this Tidings has other texts."""
    pages: bool | None
    """Whether the pages, drawn anew, are the same bytes; none where other fonts or programs are here."""
    ledger: bool | None
    """Whether the ledger that was given begins so, and has no more on this person; none if none was given."""


def verify(
    pdf: bytes,
    verifiers: Sequence[ledger.Verifier],
    font_folders: Sequence[Path] = (),
    where: Path | ledger.Read | None = None,
) -> Verdict:
    """Raises StatementError NO_STATEMENT, CHANGED, OTHER_KEY, UNPROVEN, OTHER_WORDS, OTHER_LEDGER; LedgerError for the ledger."""
    try:
        found = read_statement(pdf, [Key.read(one.vkey) for one in verifiers])
    except BadStatement as bad:
        raise StatementError(_CODES[bad.why], bad.where) from None
    except Wrong:
        raise StatementError(Code.UNPROVEN, "checkpoint") from None
    facts = found.facts
    try:
        words, pages = _again(found, facts, font_folders)
    except (KeyError, TypeError, ValueError, AttributeError, ValidationError):
        raise StatementError(Code.UNPROVEN, "facts") from None
    if words is False:
        raise StatementError(Code.OTHER_WORDS)
    whole = None if where is None else _in_ledger(found, verifiers, where)
    key = next(one.vkey for one in verifiers if one.public == found.key.public)
    return Verdict(
        incident=facts["incident"],
        key=key,
        on=facts["on"],
        entries=len(facts["entries"]),
        size=found.head.size,
        lines=len(facts["told"]),
        words=words,
        pages=pages,
        ledger=whole,
    )


def _again(found: Statement, facts: Mapping[str, Any], font_folders: Sequence[Path]) -> tuple[bool | None, bool | None]:
    """Whether words and pages come out the same again."""
    catalogs, language = Catalogs.load(), facts["language"]
    if language not in catalogs.languages or edition(catalogs, language) != facts["edition"]:
        return None, None
    exposure = {name: value for name, value in facts["exposure"].items() if name != "lasted"}
    incident = Incident.model_validate(
        {"name": facts["incident"], "organisation": facts["organisation"], "exposure": exposure}, strict=False
    )
    notice = compose_statement(incident, catalogs, language, stated(facts))
    if statement_text(notice) != facts["text"]:
        return False, None
    names = [STATEMENT_JSON, *(f"entry-{index}.{end}" for index in facts["entries"] for end in ("json", "tlog-proof"))]
    files = [attached(name, found.files[name].decode()) for name in names]
    try:
        drawn = press_statement(LetterPress.of(tuple(font_folders)), notice, files)
    except NoticeError:
        return True, None
    return True, drawn == found.drawn or None


def _in_ledger(found: Statement, verifiers: Sequence[ledger.Verifier], where: Path | ledger.Read) -> bool:
    """Raises StatementError OTHER_LEDGER, and LedgerError where the ledger itself does not hold."""
    person, shown, missing = found.facts["person"]["id"].encode(), set(found.facts["entries"]), []
    of_record = ("person.enrolled", "person.changed")

    def look(first: int, bodies: Sequence[bytes]) -> None:
        for index, body in enumerate(bodies, first):
            if index < found.head.size and person in body and index not in shown:
                said = orjson.loads(body)
                if said.get("person") == person.decode() and (said["kind"] in of_record or came_of(said)):
                    missing.append(index)

    try:
        ledger.verify(where, verifiers, [found.checkpoint], each=look)
    except LedgerError as error:
        if error.code is LedgerError.Code.INCONSISTENT:
            raise StatementError(Code.OTHER_LEDGER) from None
        raise
    if missing:
        raise StatementError(Code.OTHER_LEDGER, f"entry {missing[0]}")
    return True
