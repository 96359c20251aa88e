"""Makes one person's statement: from their record and the ledger's entries about them, with a proof of each.

Nothing of anybody else goes in: an entry names the person alone, a proof is hashes, and the opening has the keys of three parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Row, select

from tidings.commitment import joined, part_commitments, part_key
from tidings.entry import EntryKind
from tidings.errors import LedgerError, WorkspaceError
from tidings.evidence.verify import OPENED_PARTS, STATEMENT, STATEMENT_JSON, BadStatement, Key, came_of, read_statement
from tidings.ledger import integrate, prove, signer
from tidings.model import Channel, Kind, Personal, PersonId, PersonState, Track
from tidings.notices import (
    SOURCE,
    Attached,
    Came,
    Catalogs,
    LetterPress,
    StatementFacts,
    Told,
    compose_statement,
    edition,
    hours_and_minutes,
    press_statement,
    statement_text,
)
from tidings.officers import opened
from tidings.record import Record
from tidings.rules import Rule
from tidings.statements.errors import StatementError
from tidings.statements.seal import sealed
from tidings.store.entries import of_person
from tidings.store.people import not_erased
from tidings.store.tables import attempts, contacts, persons
from tidings.vault import Sealed, encrypted_for, notice_code, write_private
from tidings.workspace import RECORD, Workspace, record_key

_TRIES = 5
_ENROLLED = (EntryKind.PERSON_ENROLLED, EntryKind.PERSON_CHANGED)


@dataclass(frozen=True, slots=True)
class Issued:
    """What was made, in what may be shown. `person` is whom it is of: who was joined to another is that other."""

    person: PersonId
    language: str
    entries: int
    lines: int
    """How many entries say how they were told."""


@dataclass(frozen=True, slots=True, repr=False)
class _Proven(Personal):
    """An entry, with what it says and its proof."""

    index: int
    body: bytes
    said: Mapping[str, Any]
    proof: str


def issue(ws: Workspace, person: str, out: Path, recipient: str, reason: str) -> Issued:
    """Writes a person's statement as an age file for `recipient`. The ledger says first which officer took it out.

    Raises ConfigError BAD_USE for a key that is no age public key; WorkspaceError NO_SUCH_PERSON, StatementError ERASED and
    NOT_COMMITTED, OfficerError, KeyStoreError, NoticeError, LedgerError.
    """
    encrypted_for(recipient, b"")  # a key that is none: said before anybody is opened
    whose = _standing_for(ws, person)
    opened(ws, "statement", reason, [whose])
    made, pdf = _as_published(ws, whose)
    write_private(out, encrypted_for(recipient, pdf))
    return made


def _as_published(ws: Workspace, person: PersonId) -> tuple[Issued, bytes]:
    """A receipt may come, and others may publish, while proofs are made: then they are not all of one checkpoint."""
    for _ in range(_TRIES):
        integrate(ws)
        try:
            return statement_of(ws, person)
        except LedgerError as error:
            if error.code is not LedgerError.Code.NOT_INTEGRATED:
                raise
        except BadStatement as bad:
            if bad.where != "checkpoint":
                raise
    raise LedgerError(LedgerError.Code.NOT_INTEGRATED)


def statement_of(ws: Workspace, person: PersonId) -> tuple[Issued, bytes]:
    """The sealed PDF, checked. Only after `opened` and `integrate`: see `issue`.

    Raises BadStatement where the ledger was published anew meanwhile.
    """
    with ws.vault.steady(), ws.store.reading() as connection:
        row = connection.execute(select(persons).where(persons.c.id == person)).one()
        body = ws.vault.open_sealed(person, RECORD, row.revision, Sealed(row.sealed))
        code = notice_code(ws.vault, person)
        key = record_key(ws, person, row.revision)
        entries = _proven(ws, connection, person)
        attorneys = _of_attorneys(connection, person)
    record = Record.from_bytes(body)
    parts = record.parts(body)
    commitments = part_commitments(key, parts)
    committed = max((one for one in entries if one.said["kind"] in _ENROLLED), key=lambda one: one.index, default=None)
    if committed is None or committed.said["commitment"] != joined(commitments):
        raise StatementError(StatementError.Code.NOT_COMMITTED)
    told_otherwise = row.state == PersonState.SETTLED and row.rule == Rule.TOLD
    decisions = [one for one in entries if told_otherwise and one.said.get("outcome") == "told"]
    used = [one for one in entries if one.said["kind"] in _ENROLLED or came_of(one.said)] + decisions[-1:]
    used.sort(key=lambda one: one.index)

    catalogs, sealer = Catalogs.load(incident=ws.incident_folder), signer(ws)
    language = catalogs.serves(record.language, ws.incident) or SOURCE
    on = ws.utc().date()
    begins = f"{sealer.name}+{sealer.verifier.key_id.hex()}"
    lines = [_line(one, attorney=one.said["attempt"] in attorneys) for one in used if came_of(one.said)]
    otherwise = {"entry": decisions[-1].index, "on": decisions[-1].said["at"][:10]} if decisions else None
    facts: dict[str, Any] = {
        "format": STATEMENT,
        "incident": ws.incident.name,
        "organisation": ws.incident.organisation.model_dump(mode="json"),
        "exposure": ws.incident.exposure.model_dump(mode="json") | {"lasted": hours_and_minutes(ws.incident.exposure)},
        "person": {"id": person, "name": record.name, "date_of_birth": parts["date_of_birth"].decode()},
        "code": code,
        "kinds": sorted(record.kinds),
        "told": lines,
        "otherwise": otherwise,
        "on": on.isoformat(),
        "opening": {
            "entry": committed.index,
            "parts": commitments,
            "keys": {part: part_key(key, part).hex() for part in OPENED_PARTS},
        },
        "entries": [one.index for one in used],
        "key": begins,
        "language": language,
        "edition": edition(catalogs, language),
    }
    notice = compose_statement(ws.incident, catalogs, language, stated(facts))
    facts["text"] = statement_text(notice)
    pdf = press_statement(LetterPress.of(tuple(ws.settings.font_folders)), notice, _files(facts, used))
    whole = sealed(pdf, sealer)
    read_statement(whole, [Key.read(sealer.vkey)])  # what is handed out holds
    return Issued(person, language, len(used), len(lines)), whole


def stated(facts: Mapping[str, Any]) -> StatementFacts:
    """What the words are made of. ValueError, KeyError, TypeError for facts that are none."""
    person, otherwise = facts["person"], facts["otherwise"]
    return StatementFacts(
        name=person["name"],
        born=date.fromisoformat(person["date_of_birth"]) if person["date_of_birth"] else None,
        kinds=frozenset(Kind(kind) for kind in facts["kinds"]),
        code=facts["code"],
        told=tuple(
            Told(Came(one["came"]), Channel(one["channel"]), one["to"] == "attorney", date.fromisoformat(one["on"]))
            for one in facts["told"]
        ),
        otherwise=date.fromisoformat(otherwise["on"]) if otherwise else None,
        key=facts["key"],
        on=date.fromisoformat(facts["on"]),
    )


def _standing_for(ws: Workspace, person: str) -> PersonId:
    """The person, or the one whom a human said they are. Raises WorkspaceError NO_SUCH_PERSON, StatementError ERASED."""
    with ws.store.reading() as connection:
        row = _row(connection, person)
        if row is not None and row.joined_to and row.state == PersonState.JOINED:
            row = _row(connection, row.joined_to)
        if row is None:
            raise WorkspaceError(WorkspaceError.Code.NO_SUCH_PERSON)
        if connection.execute(select(persons.c.id).where(persons.c.id == row.id, not_erased())).first() is None:
            raise StatementError(StatementError.Code.ERASED)
    return PersonId(row.id)


def _row(connection: Connection, person: str) -> Row[Any] | None:
    return connection.execute(select(persons).where(persons.c.id == person)).one_or_none()


def _proven(ws: Workspace, connection: Connection, person: PersonId) -> list[_Proven]:
    """Every entry that a statement may lean on, with its proof. LedgerError NOT_INTEGRATED where one has no place yet."""
    found = []
    for index, body in of_person(connection, person):
        said = orjson.loads(body)
        if said["kind"] not in _ENROLLED and said["kind"] != EntryKind.HOLD_DECIDED and not came_of(said):
            continue
        if index is None:
            raise LedgerError(LedgerError.Code.NOT_INTEGRATED)
        found.append(_Proven(index, bytes(body), said, prove(ws.ledger_folder, index)))
    return found


def _of_attorneys(connection: Connection, person: PersonId) -> set[str]:
    """Their attempts that went to their attorney: the ledger does not say whose a contact is."""
    wanted = (
        select(attempts.c.id)
        .join(contacts, contacts.c.id == attempts.c.contact_id)
        .where(attempts.c.person_id == person, contacts.c.track == Track.ATTORNEY)
    )
    return set(connection.scalars(wanted))


def _line(one: _Proven, *, attorney: bool) -> dict[str, Any]:
    return {
        "entry": one.index,
        "came": came_of(one.said),
        "channel": one.said["channel"],
        "to": "attorney" if attorney else "person",
        "on": one.said["at"][:10],
    }


def _files(facts: Mapping[str, Any], used: Sequence[_Proven]) -> list[Attached]:
    options = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    files = [attached(STATEMENT_JSON, orjson.dumps(facts, option=options).decode())]
    for one in used:
        files += [attached(f"entry-{one.index}.json", one.body.decode()), attached(f"entry-{one.index}.tlog-proof", one.proof)]
    return files


def attached(name: str, content: str) -> Attached:
    """A file of a statement: what it is follows from its name."""
    base, _, ending = name.partition(".")
    number = base.removeprefix("entry-")
    if base == number:
        return Attached(name, content, "application/json", "What this statement says, for programs")
    if ending == "json":
        return Attached(name, content, "application/json", f"Entry {number} of the record")
    return Attached(name, content, "text/plain", f"Proof that the record holds entry {number}")
