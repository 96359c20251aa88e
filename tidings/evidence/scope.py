"""The report of scope: what an oversight body and the press may know. Its numbers are the pack's, from the same code."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from tidings.delivery import clocks
from tidings.entry import EntryKind
from tidings.evidence import numbers
from tidings.evidence.folder import signed_folder
from tidings.evidence.kinds import kinds_exposed
from tidings.evidence.ledgers import Read, published
from tidings.evidence.pack import OUTCOMES, VERIFY, as_json, by_language, made, rules
from tidings.evidence.pages import page
from tidings.laws import LawStanding, profiles
from tidings.ledger import VKEY
from tidings.notices import SOURCE, Catalogs
from tidings.workspace import Workspace

KIND: Final = "tidings.scope/v1"


def write_scope(ws: Workspace, out: Path) -> dict[str, Any]:
    """Writes the report to `out`, whole or not at all; returns what is in scope.json. Raises as `write_pack`."""
    with published(ws) as found:
        body = _body(ws, found)
    events = [one for one in found.story.events(ws.incident) if one.mark]
    with signed_folder(ws, out, KIND, found.checkpoint) as write:
        write("scope.json", as_json({**body, "known": [{"at": one.at, "what": one.what} for one in events]}))
        write(
            "index.html",
            page(
                "scope.html",
                body=body,
                events=events,
                outcomes=OUTCOMES,
                rules=rules(ws),
                **by_language(body["coverage"]["languages"]),
            ),
        )
        write("keys/ledger.vkey", (ws.home / VKEY).read_bytes())
        write("verify.py", VERIFY.read_bytes())
    return body


def _body(ws: Workspace, found: Read) -> dict[str, Any]:
    incident, head = ws.incident, found.checkpoint
    catalogs = Catalogs.load(incident=ws.incident_folder)
    english = catalogs[SOURCE]
    exposure, office = incident.exposure, incident.organisation
    with ws.store.reading() as connection:
        laws = clocks(ws, connection)
    coverage = numbers.of_workspace(ws, profiles(ws.settings.config, incident))
    return {
        "incident": incident.name,
        "made": made(ws),
        "organisation": {name: getattr(office, name) for name in ("name", "hotline", "web", "email", "post")},
        "people": coverage["people"],
        "exposure": {
            "began": exposure.began.isoformat(),
            "ended": exposure.ended.isoformat(),
            "discovered": exposure.discovered.isoformat(),
            "downloads": exposure.downloads,
            "place": english.text(f"place-{exposure.place}"),
            "encrypted": exposure.encrypted,
        },
        "kinds": [{"kind": kind.value, "says": english.text(f"kind-{kind.value}")} for kind in kinds_exposed(ws)],
        "coverage": coverage,
        "note": numbers.NOTE,
        "laws": [_law(law) for law in laws],
        "measures": _measures(ws, found, len(catalogs.languages)),
        "ledger": {"origin": head.origin, "size": head.size, "root": head.root.hex()},
    }


def _law(law: LawStanding) -> dict[str, Any]:
    ends = law.people.deadline
    return {
        "law": law.law,
        "title": law.title,
        "day": ends and ends.day.isoformat(),
        "firm": law.people.firm,
        "says": law.people.says,
    }


def _measures(ws: Workspace, found: Read, languages: int) -> list[str]:
    """What was done, by what the ledger and the incident's settings say."""
    record = found.audited.record
    kinds = record.kinds if record else {}
    done = [f"Notices exist in {languages} languages; how far each translation was checked is in the evidence pack."]
    if kinds.get(EntryKind.ENROLMENT_CLOSED):
        done.append("Everybody on the list was counted in a signed ledger before the first notice went out.")
    if ws.incident.approval.officers and kinds.get(EntryKind.NOTICE_APPROVED):
        done.append(f"Each notice goes out only after {ws.incident.approval.officers} officers signed exactly what it says.")
    if kinds.get(EntryKind.RULES_ADOPTED):
        done.append("Rules of safety decide for each person how they can be told without harm; in doubt a human does.")
    if kinds.get(EntryKind.PERSON_OPENED):
        done.append("Whenever an officer looks at somebody's data, the ledger says first which officer, and for what.")
    told = [f"{law}: told on {day.isoformat()}" for law, day in ws.incident.others_told.items()]
    return [*done, *told]
