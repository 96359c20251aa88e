"""The evidence pack: a folder that an auditor takes away, reads and checks offline. Nobody is named in it."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import orjson

from tidings import contacts, ledger
from tidings.delivery import clocks
from tidings.entry import hour, hour_began
from tidings.evidence import numbers
from tidings.evidence.charts import Row, timeline
from tidings.evidence.copies import as_csv, as_ocsf
from tidings.evidence.folder import signed_folder
from tidings.evidence.ledgers import Read, published
from tidings.evidence.pages import page
from tidings.evidence.texts import write_notices
from tidings.evidence.told import Event
from tidings.laws import LAWS, LawStanding, profiles
from tidings.ledger import VKEY
from tidings.ledger.standings import Stands
from tidings.notices.run_sheet import english_name
from tidings.officers import load_officers
from tidings.workspace import Workspace

KIND: Final = "tidings.evidence/v1"
VERIFY: Final = Path(__file__).with_name("verify.py")
_HEADLINE = {
    Stands.DELIVERED: "delivered",
    Stands.SENT: "taken by a provider",
    Stands.LETTER: "letter ready",
    Stands.HELD: "held",
}
_STATES = {
    Stands.ENROLLED: "enrolled, no plan yet",
    Stands.PLANNED: "planned, nothing went out yet",
    Stands.UNKNOWN: "a provider was called, and nobody knows what came of it",
    Stands.HELD: "held: a human must decide",
    Stands.SENT: "a provider took the notice",
    Stands.LETTER: "a letter is ready",
    Stands.DELIVERED: "delivered, as a provider or whoever brought it says",
    Stands.FAILED: "all that was tried came back",
    Stands.SETTLED: "settled: an officer says why",
    Stands.JOINED: "the same person as another",
    Stands.ERASED: "erased",
}
OUTCOMES = {
    "told": "told, or about to be",
    "held": "held: a human must decide",
    "nobody": "nobody reaches them",
    "settled": "told in another way, as an officer recorded",
    "unplanned": "no plan yet",
    "gone": "erased, or the same person as another",
    "no_contact": "the list has no contact",
    "in_vain": "everything was tried in vain",
    "never": "not to be told: an officer decided",
}


def write_pack(ws: Workspace, out: Path, look: Callable[[int, int | None], None] = lambda _done, _total: None) -> dict[str, Any]:
    """Writes the pack to `out`, whole or not at all. Returns {entries, people, languages, broken} for whoever asked.

    Raises ConfigError BAD_USE where `out` is not a pack of ours as it was made; LedgerError where the ledger is damaged,
    and NONE where nothing was published; LawError; KeyStoreError where the signing key is gone.
    """
    look(0, 4)
    with published(ws) as found:
        look(1, 4)
        with signed_folder(ws, out, KIND, found.checkpoint) as write:
            for file in sorted(found.folder.rglob("*")):
                if file.is_file():
                    write(f"ledger/{file.relative_to(found.folder).as_posix()}", file.read_bytes())
            _keys(ws, write)
            look(2, 4)
            counts, laws = _counts(ws, found)
            write("counts.json", as_json(counts))
            write("record.json", as_json(_checked(found)))
            write("entries.csv", as_csv(found.entries()))
            write("entries.ocsf.jsonl", as_ocsf(found.entries(), version("tidings")))
            look(3, 4)
            texts = write_notices(ws, write)
            for law in ws.incident.laws:
                write(f"laws/{law}.toml", (ws.settings.config / LAWS / f"{law}.toml").read_bytes())
            events = found.story.events(ws.incident)
            write("known.json", as_json([{"at": one.at, "what": one.what, "source": one.source} for one in events]))
            write("index.html", _report(ws, found, counts, laws, events, texts))
            write("verify.py", VERIFY.read_bytes())
        look(4, 4)
    record = found.audited.record
    return {
        "entries": found.checkpoint.size,
        "people": counts["people"],
        "languages": len(texts),
        "broken": sum(record.broken.values()) if record else 0,
    }


def _keys(ws: Workspace, write: Callable[[str, bytes], None]) -> None:
    """Public keys only. Officers without the names of their posts, which no ledger holds either."""
    write("keys/ledger.vkey", (ws.home / VKEY).read_bytes())
    officers = [
        {"officer": one.id, "roles": sorted(one.roles), "key": base64.b64encode(one.key).decode()}
        for one in sorted(load_officers(ws.incident_folder).values(), key=lambda one: one.id)
    ]
    write("keys/officers.json", as_json(officers))
    if ws.settings.witnesses:
        lines = [address.rpartition(" ")[2] for address in ws.settings.witnesses]
        write("keys/witnesses.vkey", "".join(f"{line}\n" for line in lines).encode())
    if ws.settings.timestamp_certificates is not None:
        write("keys/timestamp-authority.pem", ws.settings.timestamp_certificates.read_bytes())


def _counts(ws: Workspace, found: Read) -> tuple[dict[str, Any], list[LawStanding]]:
    record = found.audited.record
    if record is None:
        raise TypeError("a workspace's own ledger has a record")
    with ws.store.reading() as connection:
        laws = clocks(ws, connection)
    return {
        "note": numbers.NOTE,
        "people": record.persons,
        "record": numbers.of_ledger(record, found.notices),
        "deadlines": numbers.by_law(laws, found.reading),
        "coverage": numbers.of_workspace(ws, profiles(ws.settings.config, ws.incident)),
    }, laws


def _checked(found: Read) -> dict[str, Any]:
    """What the audit says without its exact counts, and without the people that it would name."""
    body = ledger.audit_as_data(found.audited)
    told = body["record"] or {}
    kept = ("first_hour", "last_hour", "hours_back", "broken", "checked", "unknowable", "unknown_kinds")
    return {**body, "record": {name: told[name] for name in kept}}


def _report(
    ws: Workspace, found: Read, counts: Mapping[str, Any], laws: list[LawStanding], events: list[Event], texts: list[Any]
) -> bytes:
    record, told = found.audited.record, counts["record"]
    notices = {"went out": told["went"], "arrived": told["arrived"], "came back": told["returned"]}
    channels = sorted({channel for of in notices.values() for channel in of or ()})
    head = found.checkpoint
    return page(
        "report.html",
        incident=ws.incident,
        made=made(ws),
        size=head.size,
        origin=head.origin,
        root=head.root.hex(),
        counts=counts,
        headline=_HEADLINE,
        states=_STATES,
        outcomes=OUTCOMES,
        rules=rules(ws),
        codes={code: code for code in told["reasons"] or ()},
        broken=sum(record.broken.values()) if record else 0,
        breaches={str(rule): count for rule, count in record.broken.items()} if record else {},
        checked=record.checked if record else [],
        unknowable=record.unknowable if record else [],
        timeline=timeline(_rows(ws, found, laws, events), "The events and deadlines of the tables below, on one scale of days"),
        events=events,
        channels={one: {name: "withheld" if of is None else of.get(one, 0) for name, of in notices.items()} for one in channels},
        texts=texts,
        **by_language(counts["coverage"]["languages"]),
    )


def rules(ws: Workspace) -> dict[str, str]:
    """Each rule with its reason, as `tidings holds` gives it."""
    meanings = contacts.load_rulebook(ws.settings.config, ws.incident_folder).meanings
    return {name: f"{name}: {meaning.why}" for name, meaning in meanings.items()}


def _rows(ws: Workspace, found: Read, laws: list[LawStanding], events: list[Event]) -> list[Row]:
    """What has a mark, the stretch in which notices went out, and every law's clock."""
    exposure = ws.incident.exposure
    rows = [Row("data exposed", exposure.began, exposure.ended, "bad")]
    rows += [
        Row(one.mark, hour_began(one.at), hour_began(one.at), "point")
        for one in events
        if one.mark not in ("", "exposed", "ended")
    ]
    if found.story.notices:
        first, last = found.story.notices
        rows.append(Row("notices went out", hour_began(first), hour_began(last), "told"))
    for law in laws:
        if law.people.deadline:
            rows.append(Row(f"clock of {law.law}", exposure.discovered, law.people.deadline.until, "clock"))
    return rows


def by_language(languages: Mapping[str, Mapping[str, Any]] | None) -> dict[str, Any]:
    """For the table: languages by their English names, and the outcomes that are shown."""
    rows = languages or {}
    columns = list(next(iter(rows.values()))) if rows else []
    return {"languages": {name_of(tag): row for tag, row in rows.items()}, "columns": columns}


def name_of(tag: str) -> str:
    return tag if tag in ("other", "unknown") else english_name(tag)


def made(ws: Workspace) -> str:
    return hour(ws.utc())


def as_json(body: Any) -> bytes:
    return orjson.dumps(body, option=orjson.OPT_INDENT_2) + b"\n"
