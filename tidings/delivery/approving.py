"""Approval: officers sign exactly what would go out, and nothing else goes out.

What they sign is the digest of a manifest: every text of every language, each channel's template, the incident's own values,
the rules that plans were made under, and every contact that may be used. When enough officers have signed one and the same
digest, the contacts in it are marked as approved. A contact whose plan changes loses its mark; one that goes voids nothing, so
that an erasure or an officer's "no" never waits for signatures. The signatures themselves are in the ledger's entries.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, func, insert, not_, select, true, update

from tidings.contacts import USABLE, plan_is_current
from tidings.delivery.errors import ApprovalError
from tidings.entry import EntryKind
from tidings.model import Channel, PersonState, Role
from tidings.notices import Composer, text_digests
from tidings.officers import Acting, entry_signed, load_officers
from tidings.store.entries import Recorder, about_nobody
from tidings.store.people import not_erased
from tidings.store.tables import approvals, contacts, persons
from tidings.store.tables import workspace as workspace_table
from tidings.workspace import Workspace

APPROVES = frozenset({Role.APPROVER})
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What would go out. Nothing in it is anybody's: digests, counts by channel, and which languages nobody reviewed."""

    body: Mapping[str, Any]

    def to_bytes(self) -> bytes:
        """JSON with sorted keys: equal facts are equal bytes."""
        return orjson.dumps(self.body, option=orjson.OPT_SORT_KEYS)

    @property
    def digest(self) -> str:
        """SHA-256, hex."""
        return hashlib.sha256(self.to_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Approved:
    """How an approval stands. `by` are ids of those who signed this very digest and still may; `needed` how many must."""

    by: tuple[str, ...]
    needed: int

    @property
    def complete(self) -> bool:
        return len(self.by) >= self.needed


def is_approved(ws: Workspace) -> ColumnElement[bool]:
    """Of a contact: whether officers approved it for this version of the notice. All are where no approval is needed."""
    return contacts.c.approved == ws.incident.version if needed(ws) else true()


def needed(ws: Workspace) -> int:
    """How many officers must approve. None in a rehearsal that switched approvals off."""
    return ws.incident.approval.officers if ws.settings.approvals else 0


def manifest(ws: Workspace, composer: Composer) -> Manifest:
    """What would go out by the texts and the plans as they are now."""
    with ws.store.reading() as connection:
        return _manifest(ws, connection, composer)


def _manifest(ws: Workspace, connection: Connection, composer: Composer) -> Manifest:
    plans, counts, people = hashlib.sha256(), dict.fromkeys(ws.incident.plan.channels, 0), set()
    columns = [contacts.c[name] for name in ("person_id", "mark", "track", "position", "channel", "carries", "wait_hours")]
    for row in connection.execute(_may_go(select(*columns)).order_by(contacts.c.person_id, contacts.c.mark)):
        plans.update(orjson.dumps([row[0], bytes(row[1]).hex(), *row[2:]]) + b"\n")
        counts[Channel(row.channel)] = counts.get(Channel(row.channel), 0) + 1
        people.add(row.person_id)
    return Manifest(
        {
            "v": _FORMAT,
            "incident": ws.incident.name,
            "version": ws.incident.version,
            "officers": needed(ws),
            "rules": _rules(connection),
            **_texts(ws, composer),
            "plans": plans.hexdigest(),
            "people": len(people),
            "contacts": {channel.value: count for channel, count in counts.items()},
        }
    )


def _rules(connection: Connection) -> str:
    """What plans are made under, as each of them remembers it."""
    return connection.scalar(select(workspace_table.c.planned_under)) or ""


def _texts(ws: Workspace, composer: Composer) -> dict[str, Any]:
    """The part of a manifest that says what is said: by language its sentences, by channel the template and the values in it."""
    languages = text_digests(composer.catalogs)
    channels = ws.incident.plan.channels
    unreviewed = {language for channel in channels for language in composer.unreviewed(channel, languages)}
    return {
        "languages": dict(languages),
        "channels": {channel.value: composer.digest(channel) for channel in channels},
        "unreviewed": sorted(unreviewed),
    }


def _may_go(wanted: Select[Any]) -> Select[Any]:
    """Contacts that may be used, of people whose plan is the newest."""
    joined = contacts.join(persons, persons.c.id == contacts.c.person_id)
    return wanted.select_from(joined).where(
        contacts.c.state == USABLE, plan_is_current(), not_erased(), persons.c.state != PersonState.JOINED
    )


def approval(ws: Workspace, digest: str) -> Approved:
    """Who approved what has this digest."""
    with ws.store.reading() as connection:
        return Approved(_signers(ws, connection, digest), needed(ws))


def _signers(ws: Workspace, connection: Connection, digest: str) -> tuple[str, ...]:
    """In the order of signing, each once. Who left officers.toml, or is no approver any more, does not count."""
    officers = load_officers(ws.incident_folder)
    found: dict[str, None] = {}
    for body in about_nobody(connection, EntryKind.NOTICE_APPROVED):
        said = orjson.loads(body)
        officer = officers.get(said["officer"])
        if said["digest"] == digest and officer is not None and officer.roles & APPROVES and entry_signed(body, officer.key):
            found[officer.id] = None
    return tuple(found)


def approve(ws: Workspace, composer: Composer, who: Acting, digest: str) -> Approved:
    """An officer signs what has this digest. Signed twice by one, it counts once, and nothing more is recorded.

    With the last signature that is needed the contacts are marked, in the same transaction. Raises ApprovalError CHANGED
    where what would go out is not what was looked at any more.
    """
    with ws.store.writing() as connection:
        now = _manifest(ws, connection, composer)
        if now.digest != digest:
            raise ApprovalError(ApprovalError.Code.CHANGED)
        recorder = ws.recorder(connection)
        if who.officer.id not in _signers(ws, connection, digest):
            _keep(ws, connection, now)
            say_what_is_required(ws, connection, recorder)
            who.records(
                ws,
                recorder,
                EntryKind.NOTICE_APPROVED,
                version=ws.incident.version,
                digest=digest,
                people=now.body["people"],
                unreviewed=len(now.body["unreviewed"]),
            )
            recorder.flush()
        stands = Approved(_signers(ws, connection, digest), needed(ws))
        if stands.complete:
            marked = update(contacts).where(contacts.c.id.in_(_may_go(select(contacts.c.id))))
            connection.execute(marked.values(approved=ws.incident.version))
    return stands


def _keep(ws: Workspace, connection: Connection, now: Manifest) -> None:
    if connection.scalar(select(approvals.c.digest).where(approvals.c.digest == now.digest)) is None:
        values = {"digest": now.digest, "version": ws.incident.version, "at": ws.now(), "body": now.to_bytes()}
        connection.execute(insert(approvals).values(values))


def say_what_is_required(ws: Workspace, connection: Connection, recorder: Recorder) -> None:
    """How many officers must approve, before anything goes out: the ledger says so once, and again when it changes."""
    said = about_nobody(connection, EntryKind.APPROVAL_REQUIRED)
    if not said or orjson.loads(said[-1])["officers"] != needed(ws):
        recorder.add(EntryKind.APPROVAL_REQUIRED, officers=needed(ws))


def refuse_unapproved(ws: Workspace, composer: Composer, *, plans: bool = True) -> None:
    """The gate before anything goes out. Raises ApprovalError MISSING, INCOMPLETE or VOID; the last says what changed.

    Without `plans` only the texts and rules are looked at: each contact's own mark holds it back all the same.
    """
    if changed := changes(ws, composer, plans=plans):
        raise ApprovalError(ApprovalError.Code.VOID, "; ".join(changed))


def changes(ws: Workspace, composer: Composer, *, plans: bool = True) -> list[str]:
    """What is not as it was approved, in words; nothing where all is, or where nobody is asked. Raises ApprovalError MISSING,
    INCOMPLETE.
    """
    if not needed(ws):
        return []
    with ws.store.reading() as connection:
        kept = _complete(ws, connection)
        now = {**_texts(ws, composer), "rules": _rules(connection), "officers": needed(ws)}
        return _changes(kept, now) + (_unmarked(ws, connection) if plans else [])


def _complete(ws: Workspace, connection: Connection) -> Mapping[str, Any]:
    """The newest manifest of this version that enough officers signed."""
    wanted = select(approvals.c.digest, approvals.c.body).where(approvals.c.version == ws.incident.version)
    most = 0
    for row in connection.execute(wanted.order_by(approvals.c.at.desc(), approvals.c.digest)):
        if hashlib.sha256(row.body).hexdigest() != row.digest:
            continue  # not what they signed
        signed = len(_signers(ws, connection, row.digest))
        if signed >= needed(ws):
            body: Mapping[str, Any] = orjson.loads(row.body)
            return body
        most = max(most, signed)
    if most:
        raise ApprovalError(ApprovalError.Code.INCOMPLETE, f"{most} of {needed(ws)}")
    raise ApprovalError(ApprovalError.Code.MISSING)


def _changes(approved: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    found = []
    if approved["officers"] < now["officers"]:
        found.append("more officers must approve")
    if approved["rules"] != now["rules"]:
        found.append("the rules of safety, or what they depend on")
    languages = _different(approved["languages"], now["languages"])
    if languages:
        found.append(f"texts: {', '.join(languages)}")
    channels = _different(approved["channels"], now["channels"])
    if channels and not languages:  # a channel's digest holds every language's sentences too
        found.append(f"the template, or the incident's own words, of {', '.join(channels)}")
    if not languages and set(now["unreviewed"]) - set(approved["unreviewed"]):
        found.append("translations that nobody reviewed any more")
    return found


def _different(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _unmarked(ws: Workspace, connection: Connection) -> list[str]:
    """Contacts that are new, or not what they were when officers approved."""
    wanted = _may_go(select(contacts.c.channel, func.count())).where(not_(is_approved(ws))).group_by(contacts.c.channel)
    counts = connection.execute(wanted.order_by(contacts.c.channel)).tuples().all()
    return [f"contacts: {', '.join(f'{count:,} {channel}' for channel, count in counts)}"] if counts else []
