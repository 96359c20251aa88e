"""Checks an evidence pack of Tidings, offline. Python 3.11 and the package `cryptography`; nothing of Tidings is needed.

    python3 verify.py [PACK] [--key VKEY] [--officers officers.toml] [--older CHECKPOINT] [--json]
    python3 verify.py statement FILE [--key VKEY]

PACK is the folder that this file lies in, unless you name another. It ends with 0 where all that could be checked holds, 1
where something does not. Give --key what the organisation told you by another way than this pack: whoever can replace the
pack can replace the key in it. Run a copy of this file that you trust: the one in a pack is as good as the pack.

It reads from top to bottom: hashes and signatures; the pack's own list of files; the ledger's tree; what its entries say;
the copies of it that are in the pack. Every check adds a line to what is printed at the end. docs/auditors.md explains them.
"""

from __future__ import annotations

import argparse
import base64
import csv
import hashlib
import hmac
import json
import re
import sys
import tomllib
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MANIFEST = "SHA256SUMS"
KEYS = "keys/ledger.vkey"


class Wrong(Exception):
    """What does not hold, in words."""


@dataclass
class Findings:
    """What was checked and holds; what does not; what is worth knowing; what no reader can tell."""

    holds: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknowable: list[str] = field(default_factory=list)


# --- Hashes: a Merkle tree (RFC 6962) and commitments --------------------------------------------------------------------


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def roots_of(leaves: Sequence[bytes], sizes: Iterable[int]) -> dict[int, bytes]:
    """The root of the tree of the first `size` leaves, for each size."""
    wanted, roots = set(sizes), {0: hashlib.sha256(b"").digest()}
    whole: list[tuple[int, bytes]] = []  # complete subtrees from left to right: how many leaves, and their hash
    for size, leaf in enumerate(leaves, 1):
        whole.append((1, leaf))
        while len(whole) > 1 and whole[-1][0] == whole[-2][0]:
            (count, right), (_, left) = whole.pop(), whole.pop()
            whole.append((2 * count, node_hash(left, right)))
        if size in wanted:
            root = whole[-1][1]
            for _, left in reversed(whole[:-1]):
                root = node_hash(left, root)
            roots[size] = root
    return roots


def root_by_proof(index: int, size: int, leaf: bytes, path: Sequence[bytes]) -> bytes | None:
    """The root to which an inclusion proof leads from a leaf (RFC 9162, 2.1.3.2); None if it is no proof for this place.

    The proof holds if this is the root that a signed checkpoint of `size` names.
    """
    if not 0 <= index < size:
        return None
    here, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return None
        if here & 1 or here == last:
            found = node_hash(sibling, found)
            while not here & 1 and here:
                here, last = here >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        here, last = here >> 1, last >> 1
    return found if last == 0 else None


def opens_commitment(commitment: str, key: bytes, message: bytes) -> bool:
    """Whether key and message are what an entry's `commitment` was made of (HMAC-SHA256)."""
    return hmac.compare_digest(hmac.digest(key, message, "sha256").hex(), commitment)


# --- Signatures: signed notes (C2SP signed-note, tlog-checkpoint), and officers' ------------------------------------------


def signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@dataclass(frozen=True)
class Key:
    """A verifier key, `name+8 hex digits+base64`. `kind` is 1 for whoever signs, 4 for a witness, who cosigns."""

    name: str
    id: bytes
    kind: int
    public: bytes

    @classmethod
    def read(cls, line: str) -> Key:
        name, digits, coded = line.strip().split("+", 2)
        raw = base64.b64decode(coded, validate=True)
        if (
            hashlib.sha256(f"{name}\n".encode() + raw).digest()[:4].hex() != digits.lower()
            or len(raw) != 33
            or raw[0] not in (1, 4)
        ):
            raise Wrong(f"a verifier key is none: {name}")
        return cls(name, bytes.fromhex(digits), raw[0], raw[1:])


def open_note(data: bytes, keys: Sequence[Key], where: str) -> tuple[str, list[Key]]:
    """The text of a note that one of these keys signed, and those of the keys that did. Raises Wrong."""
    text, blank, tail = data.decode("utf-8", "replace").rpartition("\n\n")
    signers = []
    for line in tail.splitlines():
        dash, _, rest = line.partition(" ")
        name, _, coded = rest.partition(" ")
        try:
            raw = base64.b64decode(coded, validate=True)
        except ValueError:
            raise Wrong(f"{where}: a line of signature is none") from None
        for key in keys:
            if dash != "\u2014" or (key.name, key.id) != (name, raw[:4]):
                continue
            said, signature = f"{text}\n".encode(), raw[4:]
            if key.kind == 4:  # a cosignature: eight bytes of time, which is signed too (C2SP tlog-cosignature)
                said = f"cosignature/v1\ntime {int.from_bytes(raw[4:12], 'big')}\n".encode() + said
                signature = raw[12:]
            if not signed_by(key.public, signature, said):
                raise Wrong(f"{where}: a signature of {name} is wrong")
            signers.append(key)
    if not blank or not any(key.kind == 1 for key in signers):
        raise Wrong(f"{where}: not signed by a key that is known")
    return f"{text}\n", signers


@dataclass(frozen=True)
class Checkpoint:
    """A signed head of the ledger: that many entries, and the root over them."""

    where: str
    origin: str
    size: int
    root: bytes
    signers: list[Key]

    @classmethod
    def read(cls, data: bytes, keys: Sequence[Key], where: str) -> Checkpoint:
        text, signers = open_note(data, keys, where)
        origin, size, root = text.split("\n")[:3]
        return cls(where, origin, int(size), base64.b64decode(root, validate=True), signers)


SIGNED = {
    "person.opened": "tidings.opened/v1 incident person officer purpose at commitment",
    "hold.decided": "tidings.decided/v1 incident person officer rule outcome of at commitment",
    "rule.loosened": "tidings.loosened/v1 incident officer rule outcome at commitment",
    "notice.approved": "tidings.approved/v1 incident version digest officer at",
}
"""What an officer signs in an entry of each kind: a label, then facts, each after its length in four bytes."""


def officer_signed(entry: Mapping[str, Any], public: bytes) -> bool:
    label, *names = SIGNED[entry["kind"]].split()
    parts = [label.encode(), *(str(entry[name]).encode() for name in names)]
    return signed_by(public, bytes.fromhex(entry["signature"]), b"".join(len(one).to_bytes(4, "big") + one for one in parts))


def officer_id(public: bytes) -> str:
    return base64.b32encode(hashlib.sha256(b"tidings.officer/v1" + public).digest()[:16]).decode().rstrip("=").lower()


# --- The pack's own list of files -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Manifest:
    """`SHA256SUMS`: what the folder is, its ledger's size and root, and every other file's digest; signed as a checkpoint is."""

    kind: str
    incident: str
    made: str
    size: int
    root: bytes
    files: dict[str, str]


def read_manifest(folder: Path, keys: Sequence[Key]) -> Manifest:
    text, _ = open_note(file_in(folder, MANIFEST), keys, MANIFEST)
    kind, incident, made, tree, *lines = text.splitlines()
    _, size, root = tree.split(" ")
    files = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    return Manifest(kind, incident.partition(" ")[2], made.partition(" ")[2], int(size), base64.b64decode(root), files)


def check_files(folder: Path, manifest: Manifest, found: Findings) -> None:
    there = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if not file.is_dir()} - {MANIFEST}
    wrong = [f"{name}: missing" for name in sorted(manifest.files.keys() - there)]
    wrong += [f"{name}: not in {MANIFEST}" for name in sorted(there - manifest.files.keys())]
    for name in sorted(there & manifest.files.keys()):
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != manifest.files[name]:
            wrong.append(f"{name}: changed since {MANIFEST} was signed")
    found.wrong += wrong
    if not wrong:
        found.holds.append(f"all {len(there):,} files are those that the signed {MANIFEST} names, and no others")


def file_in(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError:
        raise Wrong(f"{name}: missing") from None


# --- The ledger's tree (C2SP tlog-tiles) ----------------------------------------------------------------------------------


def tile_name(level: int | str, number: int, width: int) -> str:
    """tile/0/x001/x234/067, and its width behind `.p/` where it is not full."""
    parts = [f"{number % 1000:03d}"]
    while number := number // 1000:
        parts.append(f"x{number % 1000:03d}")
    return f"tile/{level}/{'/'.join(reversed(parts))}" + ("" if width == 256 else f".p/{width}")


def read_entries(ledger: Path, size: int) -> list[bytes]:
    """Every entry, in order: 256 to a file, each behind its length in two bytes. Raises Wrong where one is missing or cut."""
    entries: list[bytes] = []
    while len(entries) < size:
        name = tile_name("entries", len(entries) // 256, min(256, size - len(entries)))
        data, at = file_in(ledger, name), 0
        until = min(size, len(entries) + 256)
        while at < len(data):
            length = int.from_bytes(data[at : at + 2], "big")
            entries.append(data[at + 2 : at + 2 + length])
            at += 2 + length
        if at != len(data) or len(entries) != until:
            raise Wrong(f"ledger/{name}: cut short, or not as many entries as it should have")
    return entries


def check_tiles(ledger: Path, leaves: Sequence[bytes]) -> int:
    """Whether every file of hashes holds what the entries come to. Returns how many there are. Raises Wrong."""
    level, row, count = 0, list(leaves), 0
    while row:
        above = []
        for number in range(-(-len(row) // 256)):
            hashes = row[number * 256 : number * 256 + 256]
            name = tile_name(level, number, len(hashes))
            data = file_in(ledger, name)
            if data != b"".join(hashes):
                place = next((at for at, one in enumerate(hashes) if data[at * 32 : at * 32 + 32] != one), len(hashes))
                raise Wrong(f"ledger/{name}: hash {place} does not fit the entries")
            if len(hashes) == 256:
                above.append(roots_of(hashes, [256])[256])
            count += 1
        level, row = level + 1, above
    return count


def check_ledger(
    folder: Path, keys: Sequence[Key], older: Sequence[bytes], found: Findings
) -> tuple[list[bytes], list[Checkpoint]]:
    """The entries, and every checkpoint that is a beginning of the tree, the newest last. Raises Wrong."""
    ledger = folder / "ledger"
    newest = Checkpoint.read(file_in(ledger, "checkpoint"), keys, "ledger/checkpoint")
    kept = ledger / "checkpoints"
    heads = [Checkpoint.read(file.read_bytes(), keys, f"ledger/checkpoints/{file.name}") for file in sorted(kept.glob("*"))]
    heads += [Checkpoint.read(note, keys, f"older checkpoint {number}") for number, note in enumerate(older, 1)]
    entries = read_entries(ledger, newest.size)
    leaves = [leaf_hash(one) for one in entries]
    tiles = check_tiles(ledger, leaves)
    roots = roots_of(leaves, [newest.size, *(head.size for head in heads)])
    for head in [*heads, newest]:
        if head.origin != newest.origin or roots.get(head.size) != head.root:
            raise Wrong(f"{head.where}: is no beginning of this ledger")
    found.holds.append(f"{newest.origin}: {newest.size:,} entries and {tiles:,} tiles give the root of the signed checkpoint")
    found.holds.append(f"{len(heads):,} checkpoints of before are beginnings of it, {len(older)} of them given by you")
    for name in sorted({key.name for head in heads for key in head.signers if key.kind == 4}):
        sizes = [head.size for head in heads if any(key.name == name for key in head.signers)]
        found.holds.append(f"witness {name} cosigned {len(sizes):,} checkpoints, up to {max(sizes):,} entries")
    if not any(key.kind == 4 for key in newest.signers):
        found.notes.append("no witness whose key is here cosigned the newest checkpoint")
    for stamp in sorted((ledger / "timestamps").glob("*.tsr")):
        found.notes.append(f"ledger/timestamps/{stamp.name} is not checked here: docs/auditors.md has the line for openssl")
    return entries, sorted([*heads, newest], key=lambda head: head.size)


# --- What an entry may be -------------------------------------------------------------------------------------------------

CHANNELS = ("sms", "whatsapp", "voice", "email", "letter", "hand")
_COUNT, _FEW, _CODE, _OPAQUE, _HASH = "#9999999", "#99", "code", r"[a-z2-7]{26}", r"[0-9a-f]{64}"
_NAMES = {
    _COUNT: "rows persons refused repeated changed unchanged gone mended likely skipped sheets rules letters handed revision "
    "generation keys entries people",
    _FEW: "contacts officers unreviewed",
    "#9999": "version",
    _CODE: "code outcome of rule purpose cause key provider",
    _OPAQUE: "person attempt sheet officer",
    _HASH: "commitment digest signer",
    r"[0-9a-f]{128}": "signature",
    "|".join(CHANNELS): "channel",
    r"[a-z]+\.[a-z_]+": "kind",
    r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?": "incident",
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3])Z": "at",
}
FORMS = {name: form for form, names in _NAMES.items() for name in names.split()}
"""By fact: `#n` is a whole number up to n, `code` is below, anything else a pattern. Nothing else can stand in an entry."""

_ATTEMPT, _BY_OFFICER = "person attempt channel version ?code ?outcome", "officer commitment signature"
KINDS = {
    "ledger.opened": "",
    "list.ingested": "rows persons refused repeated ?changed ?unchanged ?gone ?mended ?likely ?skipped ?sheets",
    "person.enrolled": "person commitment",
    "person.changed": "person commitment",
    "pair.decided": "person outcome",
    "enrolment.closed": "persons",
    "plan.resolved": "person contacts channels",
    "person.held": "person rule",
    "rules.adopted": "digest rules",
    "rule.loosened": f"rule outcome {_BY_OFFICER}",
    "hold.decided": f"person rule outcome of {_BY_OFFICER}",
    "sheet.issued": "sheet letters version",
    "sheet.returned": "sheet letters handed",
    "approval.required": "officers",
    "notice.approved": "version digest people unreviewed officer signature",
    "notice.sent": _ATTEMPT,
    "letter.composed": _ATTEMPT,
    "notice.delivered": _ATTEMPT,
    "notice.failed": _ATTEMPT,
    "attempt.unknown": _ATTEMPT,
    "attempt.settled": _ATTEMPT,
    "person.opened": f"person purpose {_BY_OFFICER}",
    "person.erased": "person cause",
    "key.destroyed": "key keys",
    "key.rotated": "provider revision",
    "key.renewed": "generation persons",
    "signer.added": "signer",
    "signer.retired": "signer",
    "officer.added": "officer roles",
    "incident.closed": "persons",
    "retention.ended": "persons",
    "workspace.restored": "entries",
}
"""By kind: the facts that an entry must have, and with `?` those that it may have."""


def well_formed(body: bytes) -> dict[str, Any] | None:
    """What an entry says, if it is one that Tidings may write: known facts only, each of its form, in the one spelling."""
    try:
        said = json.loads(body)
    except ValueError:
        return None
    if not isinstance(said, dict) or json.dumps(said, sort_keys=True, separators=(",", ":")).encode() != body:
        return None
    names = ["v", "kind", "incident", "at", *KINDS.get(str(said.get("kind")), "?").split()]
    must, may = {one for one in names if one[0] != "?"}, {one.lstrip("?") for one in names}
    if not must <= said.keys() <= may or not all(_fits(name, value) for name, value in said.items()):
        return None
    return said


def _fits(name: str, value: object) -> bool:
    if name == "v":
        return type(value) is int and value == 1
    if name in ("channels", "roles"):
        allowed: tuple[str, ...] = CHANNELS if name == "channels" else ("approver", "auditor", "operator")
        return isinstance(value, list) and len(value) <= 99 and all(one in allowed for one in value)
    form = FORMS[name]
    if form[0] == "#":
        return type(value) is int and (1 if name == "version" else 0) <= value <= int(form[1:])
    if not isinstance(value, str):
        return False
    if form == _CODE:  # a rule or a provider's code: never as many digits as a telephone number
        return re.fullmatch(r"[a-z0-9_.-]{1,64}", value) is not None and sum(map(str.isdecimal, value)) <= 6
    return re.fullmatch(form, value) is not None


# --- What the entries say, held against the rules of the record (docs/ledger.md) ------------------------------------------

STOPS = {"twilio.21610", "sendgrid.spamreport", "sendgrid.unsubscribe", "sendgrid.group_unsubscribe"}
OPEN = ("enrolled", "planned", "unknown")
TOLD = ("sent", "delivered")
GIVEN_UP = "delivery.unknown"


@dataclass
class Person:
    """One person: what the entries of them alone say (`base`), and their attempts."""

    counted_after: int
    """How many times enrolment had been closed before: whoever comes later is in the next count."""
    base: str = "enrolled"
    rule: str = ""
    planned: bool = False
    erased: bool = False
    stopped: set[str] = field(default_factory=set)
    attempts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Fate (unknown, sent, letter, delivered, failed) and the hour since when."""

    @property
    def stands(self) -> str:
        """Of several attempts the best news counts; an attempt that nobody knows of comes before all."""
        fates = {fate for fate, _ in self.attempts.values()}
        best = next((one for one in ("unknown", "delivered", "sent", "letter") if one in fates), self.base)
        return "erased" if self.erased else best

    def first(self, *fates: str) -> str:
        return min((hour for fate, hour in self.attempts.values() if fate in fates), default="")


class Record:
    """Reads all entries in order. `broken` counts the entries that break each rule; `first` is the first of each."""

    def __init__(self, officers: Mapping[str, bytes]) -> None:
        self.officers = officers
        self.people: dict[str, Person] = {}
        self.broken: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        self.kinds: Counter[str] = Counter()
        self.approved: dict[tuple[int, str], set[str]] = {}
        self.attempts: dict[str, list[dict[str, Any]]] = {}
        self.added: set[str] = set()
        self.retired: dict[str, int] = {}
        self.proven = self.unproven = 0
        self.needed = self.listed = 0
        self.closings, self.last_closing, self.first_notice = 0, -1, -1
        self.adopted = False
        self.sheets: dict[str, int] = {}
        self.incident = ""

    def breaks(self, rule: str, index: int) -> None:
        self.broken[rule] += 1
        self.first.setdefault(rule, index)

    def read(self, entries: Sequence[bytes]) -> None:
        for index, body in enumerate(entries):
            said = well_formed(body)
            if said is None:
                self.breaks("entry.form", index)
                continue
            kind = said["kind"]
            self.kinds[kind] += 1
            self.incident = self.incident or said["incident"]
            if (index == 0) != (kind == "ledger.opened"):
                self.breaks("ledger.opened_first", index)
            if said["incident"] != self.incident:
                self.breaks("incident.one", index)
            if kind in SIGNED:
                self._officer(index, said)
            if "person" in said:
                self._person(index, said)
            else:
                self._all(index, said)
        if self.listed > len(self.people):
            self.breaks("counts.add_up", len(entries) - 1)

    def _officer(self, index: int, said: dict[str, Any]) -> None:
        if said["officer"] not in self.added:
            self.breaks("officer.added_first", index)
        public = self.officers.get(said["officer"])
        if public is None:
            self.unproven += 1
        else:
            self.proven += 1
            if not officer_signed(said, public):
                self.breaks("officer.signed", index)

    def _person(self, index: int, said: dict[str, Any]) -> None:
        kind, one = said["kind"], self.people.get(said["person"])
        if kind == "person.enrolled":
            if one is not None:
                self.breaks("person.enrolled_first", index)
            self.people.setdefault(said["person"], Person(self.closings))
            return
        if kind == "person.opened":  # whoever was opened may be a row that was refused
            return
        if one is None:
            self.breaks("person.enrolled_first", index)
        elif kind == "pair.decided" and said["outcome"] == "same":
            one.base = "joined"
        elif kind == "plan.resolved":
            one.base, one.rule, one.planned = "planned", "", True
        elif kind == "person.held":
            one.base = "settled" if said["rule"] in ("decided.told", "decided.never") else "held"
            one.rule = said["rule"]
        elif kind == "person.erased":
            one.erased = True
        elif "attempt" in said:
            self._attempt(index, one, said)

    def _attempt(self, index: int, one: Person, said: dict[str, Any]) -> None:
        kind, code, attempt = said["kind"], said.get("code", ""), said["attempt"]
        before, since = one.attempts.pop(attempt, ("", said["at"]))
        self.attempts.setdefault(attempt, []).append(said)
        if kind in ("notice.sent", "notice.delivered", "attempt.unknown", "letter.composed"):
            self._telling(index, one, said, before)
        if code in STOPS:
            one.stopped.add(said["channel"])
        fate = "sent"
        if kind == "notice.delivered":
            fate = "delivered"
        elif kind == "letter.composed" or (kind == "attempt.settled" and code == "hand.absent"):
            fate = "letter"
        elif kind == "notice.failed" or code == GIVEN_UP:
            fate = "failed"
        elif kind == "attempt.unknown":
            fate = "unknown"
        elif code in ("provider.not_found", "policy.resend"):
            fate = ""  # it is made again, as if it had not been
        elif before == "delivered":
            fate = "delivered"  # a receipt was faster than the answer to our call
        if fate:
            one.attempts[attempt] = (fate, since if fate == before or {fate, before} <= set(TOLD) else said["at"])
        if one.base not in ("settled", "joined"):  # what a human said of the whole person stays
            if not fate:
                one.base, one.rule = "planned", ""
            elif fate == "failed":
                one.base, one.rule = ("held", code) if code == GIVEN_UP else ("failed", "")

    def _telling(self, index: int, one: Person, said: dict[str, Any], before: str) -> None:
        """What must stand in the ledger before anybody is called."""
        if self.first_notice < 0:
            self.first_notice = index
        if one.counted_after >= self.closings:
            self.breaks("enrolment.before_notice", index)
        if not one.planned:
            self.breaks("plan.before_notice", index)
        signed = [len(officers) for (version, _), officers in self.approved.items() if version == said["version"]]
        if max(signed, default=0) < self.needed:
            self.breaks("approval.before_notice", index)
        if said["kind"] in ("notice.sent", "attempt.unknown") and before == "failed" and said["channel"] in one.stopped:
            self.breaks("stop.respected", index)

    def _all(self, index: int, said: dict[str, Any]) -> None:
        kind = said["kind"]
        if kind == "list.ingested":
            self.listed += said["persons"]
        elif kind == "enrolment.closed":
            self.closings += 1
            self.last_closing = index if self.first_notice < 0 else self.last_closing
        elif kind == "rules.adopted":
            if self.first_notice >= 0 and not self.adopted:
                self.breaks("rules.before_notice", index)
            self.adopted = True
        elif kind == "approval.required":
            self.needed = said["officers"]
        elif kind == "notice.approved":
            self.approved.setdefault((said["version"], said["digest"]), set()).add(said["officer"])
        elif kind == "officer.added":
            self.added.add(said["officer"])
        elif kind == "signer.retired":
            self.retired[said["signer"]] = index
        elif kind == "sheet.issued":
            self.sheets[said["sheet"]] = said["letters"]
        elif kind == "sheet.returned" and not said["handed"] <= said["letters"] == self.sheets.get(said["sheet"]):
            self.breaks("counts.add_up", index)
        if kind in ("enrolment.closed", "incident.closed", "retention.ended") and said["persons"] != len(self.people):
            self.breaks("counts.add_up", index)

    # What it comes to, as counts.json has it.

    def states(self) -> Counter[str]:
        return Counter(one.stands for one in self.people.values())

    def holds(self) -> Counter[str]:
        return Counter(one.rule for one in self.people.values() if one.rule and one.stands in ("held", "settled"))

    def notices(self) -> dict[str, Counter[str]]:
        """Attempts that went out, arrived or came back, by channel; went out by day; came back by reason."""
        found: dict[str, Counter[str]] = {name: Counter() for name in ("went", "arrived", "returned", "days", "reasons")}
        for entries in self.attempts.values():
            left = [one for one in entries if one["kind"] in ("notice.sent", "notice.delivered", "letter.composed")]
            channel, last = entries[0]["channel"], entries[-1]
            if left:
                found["went"][channel] += 1
                found["days"][left[0]["at"][:10]] += 1
            found["arrived"][channel] += any(one["kind"] == "notice.delivered" for one in left)
            if last["kind"] == "notice.failed":
                found["returned"][channel] += 1
                found["reasons"][last.get("code", "none given")] += 1
        return found

    def against(self, deadline: str) -> Counter[str]:
        """Whom a provider took or delivered a message for, by that moment. Entries give hours, so the very hour is unsure."""
        until = datetime.fromisoformat(deadline).astimezone(UTC)
        hour, exact = f"{until:%Y-%m-%dT%H}Z", (until.minute, until.second) == (0, 0)
        found: Counter[str] = Counter()
        for one in self.people.values():
            told, letter = one.first(*TOLD), one.first("letter")
            if told:
                found["in time" if told < hour else "in that very hour" if told == hour and not exact else "late"] += 1
            elif letter and letter < hour:
                found["a letter was ready"] += 1
            elif one.stands in ("held", "settled", "joined", "erased"):
                found["held, settled, joined or erased"] += 1
            else:
                found["not told"] += 1
        return found


RULES = {
    "entry.form": "every entry is one that may stand in a ledger, so none holds a name, a number or an address",
    "ledger.opened_first": "the ledger was opened first, and once",
    "incident.one": "all entries are of one incident",
    "person.enrolled_first": "nobody is spoken of who was not enrolled, and nobody was enrolled twice",
    "enrolment.before_notice": "everybody was counted before they were told",
    "plan.before_notice": "everybody had a plan before they were told",
    "stop.respected": "nothing was sent again on a channel after the answer that its person wants no more",
    "counts.add_up": "every count in the ledger is what the entries before it come to",
    "officer.added_first": "every officer was named before they acted",
    "officer.signed": "what officers did is signed with their keys",
    "rules.before_notice": "the rules of safety were adopted before the first notice",
    "approval.before_notice": "as many officers as were asked for had signed one and the same thing before any of it went out",
    "enrolment.published": "the count of who was enrolled was published before the first notice",
    "signer.in_force": "no checkpoint is signed by a retired key alone",
}


def check_record(record: Record, heads: Sequence[Checkpoint], found: Findings) -> None:
    for head in heads:
        keys = [key.public.hex() for key in head.signers if key.kind == 1]
        if all(record.retired.get(key, head.size) < head.size for key in keys):
            record.breaks("signer.in_force", head.size - 1)
    unchecked = {
        "officer.signed": "no officer's key is here" if not record.proven else "",
        "rules.before_notice": "no rules.adopted stands in the ledger" if not record.adopted else "",
        "approval.before_notice": "approval is not asked for in this incident" if not record.needed else "",
        "enrolment.published": _unpublished(record, heads),
    }
    for rule, words in RULES.items():
        if record.broken[rule]:
            found.wrong.append(
                f"{rule}: broken by {record.broken[rule]:,} entries, first by entry {record.first[rule]:,} ({words})"
            )
        elif unchecked.get(rule):
            found.unknowable.append(f"{rule}: {unchecked[rule]}")
        else:
            found.holds.append(f"{rule}: {words}")
    if record.unproven:
        found.notes.append(f"{record.unproven:,} entries are by officers whose keys are not here: not checked")
    waiting = [name for name, one in record.people.items() if one.stands in OPEN]
    if waiting:
        found.notes.append(
            f"OPEN: {len(waiting):,} of {len(record.people):,} people are in no explained state, {waiting[0]} for one"
        )
    else:
        found.holds.append(f"all {len(record.people):,} people who were enrolled are in a state that explains itself")


def _unpublished(record: Record, heads: Sequence[Checkpoint]) -> str:
    if record.first_notice < 0:
        return "there was no notice yet"
    if any(record.last_closing < head.size <= record.first_notice for head in heads):
        return ""
    return "no checkpoint between the count and the first notice is here"


# --- The copies in the pack -----------------------------------------------------------------------------------------------


def check_copies(folder: Path, entries: Sequence[bytes], found: Findings) -> None:
    """entries.csv and entries.ocsf.jsonl say what the ledger says."""
    with (folder / "entries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = (folder / "entries.ocsf.jsonl").read_text(encoding="utf-8").splitlines()
    if not len(rows) == len(lines) == len(entries):
        raise Wrong("entries.csv, entries.ocsf.jsonl: not as many as the ledger's entries")
    for index, (body, row, line) in enumerate(zip(entries, rows, lines, strict=True)):
        said = {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in json.loads(body).items()}
        if {name: value for name, value in row.items() if value} != {"index": str(index), **{k: v for k, v in said.items() if v}}:
            raise Wrong(f"entries.csv: not what entry {index} says")
        if json.loads(line)["raw_data"].encode() != body:
            raise Wrong(f"entries.ocsf.jsonl: not what entry {index} says")
    found.holds.append("entries.csv and entries.ocsf.jsonl say what the ledger's entries say")


def check_counts(folder: Path, record: Record, found: Findings) -> None:
    """counts.json, its part `record`: recounted. It hides small counts, so each is only held against what it leaves open."""
    shown = json.loads(file_in(folder, "counts.json"))
    counted: dict[str, Counter[str]] = {"states": record.states(), "holds": record.holds(), **record.notices()}
    for law in shown["deadlines"]:
        counted[law["law"]] = record.against(law["until"])
    lists = {**shown["record"], **{law["law"]: law["told"] for law in shown["deadlines"]}}
    for name, of in lists.items():
        exact = counted[name]
        if of is not None and not (exact.keys() <= of.keys() | {key for key in exact if not exact[key]} and _agree(of, exact)):
            raise Wrong(f"counts.json: {name} is not what the ledger's entries come to")
    if shown["people"] != len(record.people):
        raise Wrong("counts.json: people is not what the ledger's entries come to")
    found.holds.append("counts.json agrees with a recount of the ledger's entries, as far as it shows numbers")


def _agree(shown: Mapping[str, int | str], exact: Counter[str]) -> bool:
    def one(value: int | str, count: int) -> bool:
        if isinstance(value, int):
            return value == count
        return 0 < count < 10 if value == "<10" else count >= 10

    return all(one(value, exact[name]) for name, value in shown.items())


def check_approvals(folder: Path, record: Record, found: Findings) -> None:
    """What officers signed is here whole, and the texts beside it are those that it names."""
    approvals = folder / "notices/approved"
    newest: dict[str, Any] = {}
    for version, digest in record.approved:
        data = file_in(approvals, f"{digest}.json")
        body = json.loads(data)
        if hashlib.sha256(data).hexdigest() != digest or (body["version"], body["incident"]) != (version, record.incident):
            raise Wrong(f"notices/approved/{digest}.json: is not what officers signed")
        if len(record.approved[version, digest]) >= max(1, record.needed) and version >= newest.get("version", 0):
            newest = body
    if record.approved:
        found.holds.append(
            f"all {len(record.approved)} lists of what would go out that officers signed are here, with their digests"
        )
    if not newest:
        found.notes.append("no version of the notice was approved by as many officers as it takes")
        return
    texts = {file.stem: text_digest(json.loads(file.read_bytes())) for file in (folder / "notices/texts").glob("*.json")}
    differ = sorted(tag for tag, digest in newest["languages"].items() if texts.get(tag) != digest)
    if differ:
        found.notes.append(f"NOT AS APPROVED: the texts of {', '.join(differ)} were changed since, or are not here")
    same = len(newest["languages"]) - len(differ)
    found.holds.append(f"the texts of {same} languages are, letter by letter, those of the newest approval")


def text_digest(text: Mapping[str, Any]) -> str:
    """Of one language, as a list that officers sign has it: every part after its length in eight bytes."""
    parts = [text["language"], str(len(text["own"])), *text["own"]]
    parts += [part for name in sorted(text["sentences"]) for part in (name, text["sentences"][name])]
    coded = [part.encode() for part in parts]
    return hashlib.sha256(b"".join(len(one).to_bytes(8, "big") + one for one in coded)).hexdigest()


# --- One person's statement -----------------------------------------------------------------------------------------------
# BEGIN statement: `verify.py statement FILE`. docs/statement.md says what each step proves.
#
# A statement is a PDF with files inside: what it says as JSON, the entries that it leans on, and a proof of each. Its seal is a
# comment before the table of objects, `%tidings-seal ` and 92 letters of base64: key id and signature (C2SP signed-note) of three
# lines: `tidings.statement/v1`, the key's name, SHA-256 of the file with zeros in place of those letters. So no other byte may
# change, nothing may be added, and neither seal nor files fit another PDF.

STATEMENT = "tidings.statement/v1"
STATEMENT_JSON = "statement.json"
SEAL_MARK, SEAL_LETTERS = b"\n%tidings-seal ", 92
OPENED_PARTS = ("date_of_birth", "kinds", "name")
MOST_BYTES = 32 << 20
LINES = {
    "notice.sent": "sent",
    "letter.composed": "made",
    "notice.delivered": "arrived",
    "notice.failed": "failed",
    "attempt.unknown": "tried",
}
"""How an entry stands in the list of how somebody was told."""
SETTLED_LINES = {"provider.not_found": "failed", "hand.absent": "failed", "policy.resend": "", GIVEN_UP: ""}
"""The same of an attempt that was looked into, by its code. Where nobody knows, it has no line; any other code: it was sent."""


class BadStatement(Wrong):
    """`why` is one of `none`, `changed`, `other_key`, `unproven`; `where` is a part of the file."""

    def __init__(self, why: str, where: str = "") -> None:
        self.why, self.where = why, where
        words = {
            "none": "this is no statement, or another program wrote it anew",
            "changed": "CHANGED: the seal does not fit, so something in this file is not as it was issued",
            "other_key": "none of the keys that you gave sealed this file",
            "unproven": "the seal fits, but the record inside does not prove what the statement says",
        }
        super().__init__(words[why] + (f" ({where})" if where else ""))


@dataclass(frozen=True, repr=False)
class Statement:
    """A statement that holds. `facts` is all that it says: somebody's data. `drawn` is the PDF as it was before its seal."""

    key: Key
    facts: dict[str, Any]
    files: dict[str, bytes]
    head: Checkpoint
    checkpoint: bytes
    drawn: bytes


def verify_statement(file: Path, keys: Sequence[Key]) -> Findings:
    """What holds of a statement. Says nothing of its person."""
    found = Findings()
    beside = Path(__file__).resolve().parent / KEYS
    if not keys and beside.is_file():
        keys = read_keys(beside)
        found.notes.append(f"checked by the key in the pack, {KEYS}: compare it with one that you got in another way")
    if not keys:
        raise Wrong("give --key: the organisation's verifier key, got in another way than this file")
    held = read_statement(file.read_bytes(), keys)
    lines, entries = len(held.facts["told"]), len(held.facts["entries"])
    found.holds += [
        f"{held.key.name} sealed this very file on {held.facts['on']}: no word of it was changed since",
        f"{entries} entries are in the ledger of {held.head.size:,} entries whose checkpoint is inside",
        "name, date of birth and kinds of data are what the newest of these entries of the person committed to",
        f"{lines} lines of how the person was told are, day by day, what these entries say; none is left out",
    ]
    found.unknowable += [
        "whether the ledger has more on this person: `tidings statement verify --ledger` looks, where the ledger is at hand",
        "to whom a notice went (the person or their attorney), and all that is said of the breach: the seal alone says so",
        "whether the key was in the right hands that day: ask the organisation",
        "whether whoever shows the statement is the person: compare name and date of birth",
    ]
    return found


def read_statement(pdf: bytes, keys: Sequence[Key]) -> Statement:
    """Checks all of it: seal, proofs, opening, lines. Raises BadStatement; Wrong where a checkpoint is not signed."""
    key = check_seal(pdf, keys)
    files = attached_files(pdf)
    facts = _json_object(files.get(STATEMENT_JSON, b""), STATEMENT_JSON)
    if facts.get("format") != STATEMENT:
        raise BadStatement("none", STATEMENT_JSON)
    try:
        head, checkpoint, entries = _proven_entries(facts, files, keys)
        _check_person(facts, entries, key)
        _check_lines(facts, entries)
    except (KeyError, TypeError, ValueError, AttributeError, LookupError):
        raise BadStatement("unproven", STATEMENT_JSON) from None
    return Statement(key, facts, files, head, checkpoint, drawn_pdf(pdf))


def check_seal(pdf: bytes, keys: Sequence[Key]) -> Key:
    """The key that sealed these very bytes. Raises BadStatement."""
    at = _seal_at(pdf)
    raw = _strict_base64(pdf[at : at + SEAL_LETTERS].decode("latin-1"))
    if len(raw) != 68:
        raise BadStatement("changed")
    known = [key for key in keys if key.kind == 1 and key.id == raw[:4]]
    if not known:
        raise BadStatement("other_key")
    for key in known:
        if signed_by(key.public, raw[4:], sealed_text(pdf, key.name)):
            return key
    raise BadStatement("changed")


def sealed_text(pdf: bytes, name: str) -> bytes:
    """What is signed. A checkpoint has a number in its second line, so neither can be taken for the other."""
    at = _seal_at(pdf)
    digest = hashlib.sha256(pdf[:at] + b"0" * SEAL_LETTERS + pdf[at + SEAL_LETTERS :]).hexdigest()
    return f"{STATEMENT}\n{name}\n{digest}\n".encode()


def drawn_pdf(pdf: bytes) -> bytes:
    """The PDF without its seal's line."""
    at, start = _seal_at(pdf), pdf.rindex(b"startxref\n") + 10
    offset = pdf[start:].split(b"\n")[0]
    without = str(int(offset) - len(SEAL_MARK) - SEAL_LETTERS).encode()
    return pdf[: at - len(SEAL_MARK) + 1] + pdf[at + SEAL_LETTERS + 1 : start] + without + pdf[start + len(offset) :]


def _seal_at(pdf: bytes) -> int:
    """Where the letters of the one seal begin."""
    at = pdf.find(SEAL_MARK) + len(SEAL_MARK)
    if len(pdf) > MOST_BYTES or not pdf.startswith(b"%PDF-") or pdf.count(SEAL_MARK) != 1:
        raise BadStatement("none")
    if pdf[at + SEAL_LETTERS : at + SEAL_LETTERS + 6] != b"\nxref\n":
        raise BadStatement("changed")
    return at


def attached_files(pdf: bytes) -> dict[str, bytes]:
    """The files inside, by name. Only after `check_seal`: then Tidings drew it, and its form is known."""
    try:
        start = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split(b"\n")[0])
        table = _first(rb"^xref\n0 (\d+)\n", pdf[start : start + 30])
        rows, count = start + table.end(), int(table[1])
        places = [int(pdf[rows + 20 * number : rows + 20 * number + 10]) for number in range(count)]
        catalog = _object_at(pdf, places, int(_first(rb"/Root (\d+) 0 R", pdf[rows + 20 * count :])[1]))
        files: dict[str, bytes] = {}
        for number in re.findall(rb"(\d+) 0 R", _first(rb"/AF\[([^\]]*)\]", catalog)[1]):
            spec = _object_at(pdf, places, int(number))
            name = _first(rb"^<</Type/Filespec/F\(([A-Za-z0-9._-]+)\)", spec)[1].decode()
            if name in files:
                raise BadStatement("none", name)
            files[name] = _stream_at(pdf, places, int(_first(rb"/EF<</F (\d+) 0 R", spec)[1]))
    except (ValueError, LookupError, zlib.error):
        raise BadStatement("none") from None
    return files


def _object_at(pdf: bytes, places: Sequence[int], number: int) -> bytes:
    at, head = places[number], b"%d 0 obj\n" % number
    if not pdf.startswith(head, at):
        raise ValueError
    return pdf[at + len(head) : pdf.index(b"\nendobj", at)]


def _stream_at(pdf: bytes, places: Sequence[int], number: int) -> bytes:
    at = places[number]
    head = _first(rb"^%d 0 obj\n(<</Length (\d+)/Type/EmbeddedFile[^\n]*>>)\nstream\n" % number, pdf[at : at + 400])
    data = pdf[at + head.end() : at + head.end() + int(head[2])]
    if b"/Filter/FlateDecode" not in head[1]:
        return data
    inflating = zlib.decompressobj()
    inflated = inflating.decompress(data, MOST_BYTES)
    if not inflating.eof:
        raise ValueError
    return inflated


def _first(pattern: bytes, text: bytes) -> re.Match[bytes]:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError
    return match


def _proven_entries(
    facts: Mapping[str, Any], files: Mapping[str, bytes], keys: Sequence[Key]
) -> tuple[Checkpoint, bytes, dict[int, dict[str, Any]]]:
    """The one checkpoint of all proofs, its note, and the entries by their index. No file may be there besides."""
    entries: dict[int, dict[str, Any]] = {}
    notes, names = set(), {STATEMENT_JSON}
    for index in facts["entries"]:
        where = f"entry-{index}"
        body, proof = files[f"{where}.json"], files[f"{where}.tlog-proof"]
        said = well_formed(body)
        above, _, note = proof.partition(b"\n\n")
        head = Checkpoint.read(note, keys, where)
        kind, place, *path = above.decode().split("\n")  # C2SP tlog-proof
        root = root_by_proof(index, head.size, leaf_hash(body), [_strict_base64(one) for one in path])
        if said is None or kind != "c2sp.org/tlog-proof@v1" or place != f"index {index}" or root != head.root or index in entries:
            raise BadStatement("unproven", where)
        entries[index] = said
        notes.add(note)
        names |= {f"{where}.json", f"{where}.tlog-proof"}
    if len(notes) != 1 or names != set(files) or head.origin != f"tidings/{facts['incident']}":
        raise BadStatement("unproven", "checkpoint")
    return head, notes.pop(), entries


def _check_person(facts: Mapping[str, Any], entries: Mapping[int, Mapping[str, Any]], key: Key) -> None:
    """All entries are of this person and incident, and the newest that commits to their record commits to what is shown."""
    person, opening = facts["person"], facts["opening"]
    if key.name != f"tidings/{facts['incident']}":
        raise BadStatement("unproven", "incident")
    for index, entry in entries.items():
        if (entry["person"], entry["incident"]) != (person["id"], facts["incident"]):
            raise BadStatement("unproven", f"entry-{index}")
    shown = {
        "date_of_birth": person["date_of_birth"],
        "kinds": "\n".join(sorted(facts["kinds"])),
        "name": person["name"],
    }
    newest = max(index for index, entry in entries.items() if entry["kind"] in ("person.enrolled", "person.changed"))
    parts, keys = opening["parts"], opening["keys"]
    for part, value in shown.items():
        if not opens_commitment(parts[part], bytes.fromhex(keys[part]), value.encode()):
            raise BadStatement("unproven", part)
    lines = "".join(f"{part} {parts[part]}\n" for part in sorted(parts))
    whole = hashlib.sha256(b"tidings.parts/v1\n" + lines.encode()).hexdigest()
    if opening["entry"] != newest or set(keys) != set(OPENED_PARTS) or whole != entries[newest]["commitment"]:
        raise BadStatement("unproven", "opening")


def _check_lines(facts: Mapping[str, Any], entries: Mapping[int, Mapping[str, Any]]) -> None:
    """Each line is an entry's, and each entry of a notice has its line."""
    lines = [(index, came_of(one), one["channel"], one["at"][:10]) for index, one in sorted(entries.items()) if came_of(one)]
    if [(one["entry"], one["came"], one["channel"], one["on"]) for one in facts["told"]] != lines:
        raise BadStatement("unproven", "told")
    if any(one["to"] not in ("person", "attorney") for one in facts["told"]):
        raise BadStatement("unproven", "told")
    otherwise = facts["otherwise"]
    if otherwise is not None:
        entry = entries[otherwise["entry"]]
        if (entry["kind"], entry["outcome"], entry["at"][:10]) != ("hold.decided", "told", otherwise["on"]):
            raise BadStatement("unproven", "otherwise")


def came_of(entry: Mapping[str, Any]) -> str:
    """Which line an entry is: sent, made, tried, arrived or failed; empty where it has none."""
    if entry["kind"] == "attempt.settled":
        return SETTLED_LINES.get(str(entry.get("code", "")), "sent")
    return LINES.get(str(entry["kind"]), "")


def _json_object(data: bytes, where: str) -> dict[str, Any]:
    """A JSON object in which no name stands twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError
        return dict(pairs)

    try:
        said = json.loads(data, object_pairs_hook=once)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise BadStatement("none", where)
    return said


def _strict_base64(text: str) -> bytes:
    """In the one form that an encoder writes; else empty."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return b""
    return data if base64.b64encode(data).decode() == text else b""


# END statement


# --- The whole ------------------------------------------------------------------------------------------------------------

UNKNOWABLE = (
    "whether somebody was left out of the list from the start: compare the count with the list's owner",
    "whether this is the only ledger: compare its checkpoint with what others were shown, or ask a witness",
    "whether a notice was read or understood: delivered is a provider's word",
    "to which address an attempt went, and the minute of anything",
    "whether the numbers by language and by way of telling in counts.json are true: no entry says anybody's language",
    "whether the times, kinds of data and downloads that the incident describes are true",
)


def verify_pack(
    folder: Path, keys: Sequence[Key] = (), officers: Mapping[str, bytes] | None = None, older: Sequence[bytes] = ()
) -> Findings:
    """Everything. Whatever fails, the other checks are still made, as far as they can be."""
    found = Findings()
    if not keys:
        found.notes.append(f"checked by the key in the pack, {KEYS}: compare it with one that you got in another way")
    try:
        keys = [*(keys or read_keys(folder / KEYS)), *read_keys(folder / "keys/witnesses.vkey", missing=True)]
        manifest = read_manifest(folder, keys)
        found.holds.append(f"{MANIFEST} is signed by {keys[0].name}, in the hour {manifest.made}")
        check_files(folder, manifest, found)
    except (Wrong, ValueError, OSError) as error:
        found.wrong.append(_words(error, MANIFEST))
        manifest = None
    if manifest is not None and manifest.kind == "tidings.scope/v1":
        found.unknowable += ["whether the numbers are true: a report of scope has no ledger beside it", *UNKNOWABLE[-1:]]
        return found
    try:
        entries, heads = check_ledger(folder, keys, older, found)
    except (Wrong, ValueError, OSError) as error:
        found.wrong.append(_words(error, "ledger"))
        return found
    if manifest is not None and (manifest.size, manifest.root) != (heads[-1].size, heads[-1].root):
        found.wrong.append(f"{MANIFEST}: is of another checkpoint")
    record = Record(officers if officers is not None else pack_officers(folder, found))
    record.read(entries)
    check_record(record, heads, found)
    checks: dict[str, Callable[[], None]] = {
        "entries.csv, entries.ocsf.jsonl": lambda: check_copies(folder, entries, found),
        "counts.json": lambda: check_counts(folder, record, found),
        "notices": lambda: check_approvals(folder, record, found),
    }
    for name, check in checks.items():
        try:
            check()
        except (Wrong, ValueError, OSError, KeyError, TypeError) as error:
            found.wrong.append(_words(error, name))
    found.unknowable += UNKNOWABLE
    return found


def _words(error: Exception, where: str) -> str:
    return str(error) if isinstance(error, Wrong) else f"{where}: cannot be read ({type(error).__name__})"


def read_keys(file: Path, *, missing: bool = False) -> list[Key]:
    if missing and not file.is_file():
        return []
    return [Key.read(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def pack_officers(folder: Path, found: Findings) -> dict[str, bytes]:
    """Officers' public keys as the pack has them. An id is a hash of its key, so none can have another's."""
    try:
        keys = [base64.b64decode(one["key"], validate=True) for one in json.loads(file_in(folder, "keys/officers.json"))]
    except (Wrong, ValueError, KeyError, TypeError):
        found.wrong.append("keys/officers.json: cannot be read")
        keys = []
    return {officer_id(key): key for key in keys}


def _told(found: Findings) -> Iterator[str]:
    for title, lines in (
        ("Checked, and holds:", found.holds),
        ("Worth knowing:", found.notes),
        ("What no reader of this pack can tell:", found.unknowable),
        ("WRONG:", found.wrong),
    ):
        if lines:
            yield title
            yield from (f"  {line}" for line in lines)
    yield f"WRONG: {len(found.wrong)} checks failed" if found.wrong else "Nothing that was checked is wrong."


def main(typed: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Checks an evidence pack of Tidings, offline.")
    parser.add_argument("what", nargs="*", help="the pack's folder, or: statement FILE")
    parser.add_argument("--key", action="append", default=[], help="a verifier key, or a file of some; may be given again")
    parser.add_argument("--officers", type=Path, help="the incident's officers.toml, got in another way than the pack")
    parser.add_argument("--older", type=Path, action="append", default=[], help="a checkpoint that you saved; may be given again")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    given = parser.parse_args(typed)
    try:
        lines = [line for one in given.key for line in (Path(one).read_text().splitlines() if Path(one).is_file() else [one])]
        keys = [Key.read(line) for line in lines if line.strip()]
        if given.what[:1] == ["statement"]:
            found = verify_statement(Path(given.what[1]), keys)
        else:
            folder = Path(given.what[0]) if given.what else Path(__file__).resolve().parent
            officers = None
            if given.officers:
                listed = tomllib.loads(given.officers.read_text())["officer"]
                officers = {officer_id(key): key for key in (base64.b64decode(one["key"]) for one in listed)}
            found = verify_pack(folder, keys, officers, [file.read_bytes() for file in given.older])
    except (Wrong, ValueError, OSError, LookupError) as error:
        found = Findings(wrong=[_words(error, "what was typed")])
    sys.stdout.write(json.dumps(vars(found), indent=2) + "\n" if given.json else "\n".join([*_told(found), ""]))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
