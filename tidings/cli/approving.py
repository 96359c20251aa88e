"""`tidings approve`: what would go out, and an officer's signature under exactly that."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from tidings import contacts, delivery, officers
from tidings.cli.app import ROAD, app
from tidings.cli.coverage import exact
from tidings.cli.people import language
from tidings.cli.tables import table
from tidings.cli.talk import asked, out, put, put_json, say, steps
from tidings.contacts import Coverage
from tidings.delivery import ApprovalError, Approved, Manifest
from tidings.errors import ConfigError
from tidings.laws import profiles
from tidings.model import Channel
from tidings.notices import Composer
from tidings.notices.preview import Price
from tidings.workspace import Workspace, open_workspace

SHORT = 12
"""Signs of a digest that two people can compare on the telephone."""


@app.command(group=ROAD, sort_key=3.8)
def approve(*, digest: str = "", unreviewed: bool = False, json: bool = False) -> int:
    """Show what would go out, and sign it with your officer's key. Nothing goes out before enough approvers have.

    Parameters
    ----------
    digest
        Sign what has this digest (its first twelve signs at least), instead of being asked at a terminal.
    unreviewed
        Let texts go out that nobody reviewed, with the English beside them.
    json
        Print what would go out, and who approved it, as JSON. Signs nothing.

    """
    with open_workspace() as ws:
        composer = _fit(ws)
        with steps("approve") as bar:
            covered = contacts.coverage(ws, bar)
        now = delivery.manifest(ws, composer)
        stands = delivery.approval(ws, now.digest)
        changed = _changed(ws, composer)
        if json:
            put_json(_body(ws, now, stands, changed, covered))
            return 0
        _show(ws, composer, now, stands, changed, covered)
        if stands.needed == 0:
            say("approvals are switched off here (TIDINGS_APPROVALS): a rehearsal")
            return 0
        if now.body["unreviewed"] and not unreviewed:
            raise ApprovalError(ApprovalError.Code.UNREVIEWED, ", ".join(now.body["unreviewed"]))
        who = officers.acting(ws, delivery.APPROVES)
        if not _sure(now.digest, digest):
            say("nothing was signed")
            return 0
        stands = delivery.approve(ws, composer, who, now.digest)
    missing = stands.needed - len(stands.by)
    say(f"signed: {len(stands.by)} of {stands.needed}" + ("" if missing > 0 else "; `tidings notify` sends it"))
    return 0


def _fit(ws: Workspace) -> Composer:
    """Whatever keeps every notice back is said before anybody signs."""
    delivery.check_channels(ws)
    composer = Composer.of(ws.incident, ws.incident_folder)
    contacts.check_rules(ws, composer.catalogs)
    delivery.refuse_unlawful(ws, composer.catalogs)
    return composer


def _changed(ws: Workspace, composer: Composer) -> list[str] | None:
    """What is not as officers approved it; None where they approved nothing yet."""
    try:
        return delivery.changes(ws, composer)
    except ApprovalError:
        return None


def _sure(digest: str, given: str) -> bool:
    """Whether the officer means this very digest. Raises ApprovalError CHANGED where they name another."""
    if not given:
        if not sys.stdin.isatty():
            raise ConfigError(
                ConfigError.Code.BAD_USE, "--digest", hint="name what you approve: `tidings approve --json` shows it"
            )
        given = asked(f"type {digest[:SHORT]} to sign this, or nothing to leave: ")
        if not given:
            return False
    if len(given) < SHORT or not digest.startswith(given.lower()):
        raise ApprovalError(ApprovalError.Code.CHANGED)
    return True


def _body(ws: Workspace, now: Manifest, stands: Approved, changed: Sequence[str] | None, covered: Coverage) -> Mapping[str, Any]:
    return {
        "digest": now.digest,
        "manifest": now.body,
        "approved_by": list(stands.by),
        "needed": stands.needed,
        "may_be_sent": stands.needed == 0 or changed == [],
        "changed": changed,
        "coverage": exact(ws.incident, covered, profiles(ws.settings.config, ws.incident)),
    }


def _cost(ws: Workspace, contacts: int) -> str:
    """Every text message is one segment: a longer one is refused before anybody can approve it."""
    price = Price.read(ws.settings.segment_price)
    costs = f", {price.of(contacts)}" if price else "; TIDINGS_SEGMENT_PRICE says what one costs"
    return f"At most {contacts:,} segments of text messages{costs}."


def _show(
    ws: Workspace, composer: Composer, now: Manifest, stands: Approved, changed: Sequence[str] | None, covered: Coverage
) -> None:
    body = now.body
    put(f"{ws.incident.name}, version {body['version']} of the notice: {body['people']:,} people would be told")
    channels = table("Contacts that may be used, and what is said there", "contacts", "channel", "texts and template")
    for channel, count in body["contacts"].items():
        channels.add_row(f"{count:,}", channel, body["channels"][channel][:SHORT])
    out.print(channels)
    put(_cost(ws, body["contacts"].get(Channel.SMS, 0)))
    texts = table("Languages of those who would be told", "people", "language", "texts", "reviewed")
    told = {tag: counts[contacts.Outcome.TOLD] for tag, counts in covered.languages.items() if counts[contacts.Outcome.TOLD]}
    for tag, count in sorted(told.items(), key=lambda item: (-item[1], item[0])):
        served = composer.catalogs.serves(tag, ws.incident)
        if served is None:  # of these only attorneys are told, in English
            texts.add_row(f"{count:,}", language(tag), "to attorneys only", "yes")
        else:
            reviewed = "no" if served in body["unreviewed"] else "yes"
            texts.add_row(f"{count:,}", language(tag), f"{served} {body['languages'][served][:SHORT]}", reviewed)
    out.print(texts)
    put(f"rules {body['rules'][:SHORT]}   plans {body['plans'][:SHORT]}")
    put("`tidings preview` shows every text as people would see it; `tidings coverage` says who waits and who cannot be reached.")
    if changed:
        put(f"Changed since it was approved: {'; '.join(changed)}")
    if body["unreviewed"]:
        put(f"Nobody reviewed: {', '.join(body['unreviewed'])}. English stands beside them.")
    known = officers.load_officers(ws.incident_folder)
    names = ", ".join(known[one].name for one in stands.by) or "nobody yet"
    put(f"Digest {now.digest}")
    put(f"Approved by {names}: {len(stands.by)} of {stands.needed}")
