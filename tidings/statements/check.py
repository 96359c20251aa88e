"""Checks a statement with the standard library and `cryptography` alone: nothing of Tidings is imported.

    python check.py STATEMENT.pdf VKEY…

What it finds out, in this order:
1. the seal: the organisation's key signed every byte of the file (but those of the seal), so no word of it was changed;
2. the record: each entry that the statement leans on is in the ledger whose checkpoint the same key signed (C2SP tlog-proof);
3. the opening: name, birth date and kinds of data are what the person's entry committed to before anybody was told;
4. the claims: each line of how they were told is one of those entries, and no entry is without its line.

The seal is a comment in the PDF, `%tidings-seal ` with 92 letters of base64: key id and Ed25519 signature (C2SP signed-note), of
the text `tidings.statement/v1`, the key's name, and SHA-256 of the file in which those 92 letters are zeros. A line each.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import re
import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MARK = b"\n%tidings-seal "
SEAL_LETTERS = 92  # of base64, for 4 bytes of a key's id and 64 of a signature
FACTS = "statement.json"
FORMAT = "tidings.statement/v1"
MOST_BYTES = 32 << 20
_SETTLED_AS = {"provider.not_found": "failed", "hand.absent": "failed", "policy.resend": "", "delivery.unknown": ""}
"""What an attempt that was looked into is a line of, by its code; nothing where nobody knows. Any other code: it was sent."""
_CAME = {
    "notice.sent": "sent",
    "letter.composed": "made",
    "notice.delivered": "arrived",
    "notice.failed": "failed",
    "attempt.unknown": "tried",
}
_OPENED = ("date_of_birth", "kinds", "name")


class Refused(Exception):
    """`why` is one of `no_statement`, `changed`, `other_key`, `bad_key`, `unproven`; `where` names a part of the file."""

    def __init__(self, why: str, where: str = "") -> None:
        self.why, self.where = why, where
        super().__init__(why, where)


class Key(NamedTuple):
    """A verifier key (C2SP signed-note): `name+8 hex digits+base64`."""

    name: str
    id: bytes
    public: bytes

    def signed(self, text: bytes, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True


class Checked(NamedTuple):
    """A statement that holds. `facts` is what it says, word by word: somebody's data. `unsealed` is the PDF as it was drawn."""

    key: Key
    facts: dict[str, Any]
    checkpoint: bytes
    size: int
    unsealed: bytes
    files: dict[str, bytes]

    def __repr__(self) -> str:
        return f"<Checked {self.size}>"


def check(pdf: bytes, vkeys: Iterable[str]) -> Checked:
    """Everything above. Raises Refused."""
    keys = [read_key(vkey) for vkey in vkeys]
    key = check_seal(pdf, keys)
    files = attachments(pdf)
    facts = _object(files.get(FACTS, b""), FACTS)
    if facts.get("format") != FORMAT:
        raise Refused("no_statement", FACTS)
    try:
        checkpoint, size, entries = _entries(facts, files, keys)
        _opening(facts, entries)
        _claims(facts, entries, key)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        raise Refused("unproven", FACTS) from None
    return Checked(key, facts, checkpoint, size, unsealed(pdf), files)


# --- the seal --------------------------------------------------------------------------------------------------------------


def read_key(vkey: str) -> Key:
    """Raises Refused `bad_key`."""
    name, _, rest = vkey.strip().partition("+")
    digits, _, encoded = rest.partition("+")
    public = _strict_base64(encoded) or b""
    if not name or len(public) != 33 or public[:1] != b"\x01":
        raise Refused("bad_key")
    key_id = sha256(name.encode() + b"\n" + public).digest()[:4]
    if key_id.hex() != digits.lower():
        raise Refused("bad_key")
    return Key(name, key_id, public[1:])


def check_seal(pdf: bytes, keys: Sequence[Key]) -> Key:
    """The key that sealed these very bytes. Raises Refused `no_statement`, `changed` or `other_key`."""
    at = _seal_at(pdf)
    signature = _strict_base64(pdf[at : at + SEAL_LETTERS].decode("latin-1"))
    if signature is None or len(signature) != 68:
        raise Refused("changed")
    known = [key for key in keys if key.id == signature[:4]]
    if not known:
        raise Refused("other_key")
    for key in known:
        if key.signed(sealed_text(pdf, key.name), signature[4:]):
            return key
    raise Refused("changed")


def sealed_text(pdf: bytes, name: str) -> bytes:
    """What is signed. A checkpoint's text has a number in its second line, so neither can be taken for the other."""
    at = _seal_at(pdf)
    digest = sha256(pdf[:at] + b"0" * SEAL_LETTERS + pdf[at + SEAL_LETTERS :]).hexdigest()
    return f"{FORMAT}\n{name}\n{digest}\n".encode()


def unsealed(pdf: bytes) -> bytes:
    """The PDF as it was before the seal's line was put in."""
    at = _seal_at(pdf)
    line = len(MARK) - 1 + SEAL_LETTERS + 1
    start = pdf.rindex(b"startxref\n") + len(b"startxref\n")
    offset = int(pdf[start:].split(b"\n")[0])
    before = pdf[: at - len(MARK) + 1] + pdf[at + SEAL_LETTERS + 1 : start]
    return before + str(offset - line).encode() + pdf[start + len(str(offset)) :]


def _seal_at(pdf: bytes) -> int:
    """Where the one seal's letters begin. More than one mark, or one elsewhere, is none."""
    at = pdf.find(MARK) + len(MARK)
    if len(pdf) > MOST_BYTES or not pdf.startswith(b"%PDF-") or pdf.count(MARK) != 1:
        raise Refused("no_statement")
    if pdf[at + SEAL_LETTERS : at + SEAL_LETTERS + 6] != b"\nxref\n":
        raise Refused("changed")
    return at


# --- the files inside ------------------------------------------------------------------------------------------------------


def attachments(pdf: bytes) -> dict[str, bytes]:
    """The files in a PDF that Tidings drew, by name. Its seal was checked, so its form is known. Refused `no_statement`."""
    try:
        offsets, trailer = _table(pdf)
        catalog = _body(pdf, offsets, _reference(trailer, b"/Root "))
        listed = _found(rb"/AF\[([^\]]*)\]", catalog)[1]
        found: dict[str, bytes] = {}
        for spec in map(int, re.findall(rb"(\d+) 0 R", listed)):
            body = _body(pdf, offsets, spec)
            name = _found(rb"^<</Type/Filespec/F\(([A-Za-z0-9._-]+)\)", body)[1].decode()
            if name in found:
                raise Refused("no_statement", name)
            found[name] = _stream(pdf, offsets, _reference(body, b"/EF<</F "))
    except (ValueError, IndexError, zlib.error):
        raise Refused("no_statement") from None
    return found


def _table(pdf: bytes) -> tuple[list[int], bytes]:
    """Where each object begins, and the trailer."""
    start = int(pdf[pdf.rindex(b"startxref\n") + 10 :].split(b"\n")[0])
    head = _found(rb"^xref\n0 (\d+)\n", pdf[start : start + 30])
    first = start + head.end()
    offsets = [int(pdf[first + 20 * number : first + 20 * number + 10]) for number in range(int(head[1]))]
    return offsets, pdf[first + 20 * len(offsets) :]


def _found(pattern: bytes, text: bytes) -> re.Match[bytes]:
    match = re.search(pattern, text)
    if match is None:
        raise ValueError
    return match


def _reference(text: bytes, before: bytes) -> int:
    return int(_found(re.escape(before) + rb"(\d+) 0 R", text)[1])


def _body(pdf: bytes, offsets: Sequence[int], number: int) -> bytes:
    head = b"%d 0 obj\n" % number
    at = offsets[number]
    if pdf[at : at + len(head)] != head:
        raise ValueError
    return pdf[at + len(head) : pdf.index(b"\nendobj", at)]


def _stream(pdf: bytes, offsets: Sequence[int], number: int) -> bytes:
    at = offsets[number]
    match = _found(rb"^%d 0 obj\n(<</Length (\d+)/Type/EmbeddedFile[^\n]*>>)\nstream\n" % number, pdf[at : at + 400])
    data = pdf[at + match.end() : at + match.end() + int(match[2])]
    if b"/Filter/FlateDecode" not in match[1]:
        return data
    inflating = zlib.decompressobj()
    inflated = inflating.decompress(data, MOST_BYTES)
    if not inflating.eof:
        raise ValueError
    return inflated


# --- the record ------------------------------------------------------------------------------------------------------------


def _entries(
    facts: Mapping[str, Any], files: Mapping[str, bytes], keys: Sequence[Key]
) -> tuple[bytes, int, dict[int, dict[str, Any]]]:
    """(checkpoint, its size, entries by index): each proven, all under one checkpoint that a known key signed."""
    checkpoints, sizes, entries = set(), set(), {}
    for index in facts["entries"]:
        entry, proof = files[f"entry-{index}.json"], files[f"entry-{index}.tlog-proof"]
        note, size, found = proven(entry, proof, keys)
        if found != index or index in entries:
            raise Refused("unproven", f"entry {index}")
        checkpoints.add(note)
        sizes.add(size)
        entries[index] = _object(entry, f"entry-{index}.json")
    names = {FACTS, *(f"entry-{index}.{end}" for index in entries for end in ("json", "tlog-proof"))}
    if len(checkpoints) != 1 or names != set(files):
        raise Refused("unproven", FACTS)
    return checkpoints.pop(), sizes.pop(), entries


def proven(entry: bytes, proof: bytes, keys: Sequence[Key]) -> tuple[bytes, int, int]:
    """(checkpoint, size, index) of a C2SP tlog-proof that holds for this entry. Raises Refused `unproven`."""
    above, _, note = proof.decode().partition("\n\n")
    lines = above.split("\n")
    if lines.pop(0) != "c2sp.org/tlog-proof@v1":
        raise Refused("unproven", "proof")
    if lines and lines[0].startswith("extra "):
        lines.pop(0)
    index = int(_matching(r"index (0|[1-9][0-9]{0,18})", lines.pop(0))[1])
    path = [_strict_base64(line) or b"" for line in lines]
    size, root = _checkpoint(note.encode(), keys)
    if len(path) > 63 or _root(index, size, sha256(b"\x00" + entry).digest(), path) != root:
        raise Refused("unproven", f"entry {index}")
    return note.encode(), size, index


def _checkpoint(note: bytes, keys: Sequence[Key]) -> tuple[int, bytes]:
    """Size and root of a checkpoint that one of the keys signed. A known key's wrong signature is refused."""
    text, blank, tail = note.decode().rpartition("\n\n")
    lines = tail.split("\n")
    if not blank or lines.pop():
        raise Refused("unproven", "checkpoint")
    accepted = False
    for line in lines:
        match = _matching(r"\u2014 ([^ +]+) ([A-Za-z0-9+/]+={0,2})", line)
        signature = _strict_base64(match[2]) or b""
        for key in keys:
            if (key.name, key.id) == (match[1], signature[:4]):
                if not key.signed((text + "\n").encode(), signature[4:]):
                    raise Refused("unproven", "checkpoint")
                accepted = True
    origin, size, root = (text + "\n\n").split("\n")[:3]
    if not accepted or origin not in {key.name for key in keys}:
        raise Refused("unproven", "checkpoint")
    return int(_matching(r"(0|[1-9][0-9]{0,18})", size)[1]), _strict_base64(root) or b""


def _root(index: int, size: int, leaf: bytes, path: Sequence[bytes]) -> bytes:
    """The root that a proof leads to (RFC 9162, section 2.1.3.2); empty where it is none."""
    if index >= size:
        return b""
    first, second, root = index, size - 1, leaf
    for sibling in path:
        if second == 0 or len(sibling) != 32:
            return b""
        if first & 1 or first == second:
            root = sha256(b"\x01" + sibling + root).digest()
            while not first & 1 and first:
                first, second = first >> 1, second >> 1
        else:
            root = sha256(b"\x01" + root + sibling).digest()
        first, second = first >> 1, second >> 1
    return root if second == 0 else b""


# --- the person and the claims ---------------------------------------------------------------------------------------------


def _opening(facts: Mapping[str, Any], entries: Mapping[int, Mapping[str, Any]]) -> None:
    """Whether what is said of the person is what was committed to, in the newest of the entries that are of that kind."""
    opening, person = facts["opening"], facts["person"]
    committed = [at for at in entries if entries[at]["kind"] in ("person.enrolled", "person.changed")]
    if opening["entry"] != max(committed) or not set(_OPENED) <= opening["parts"].keys():
        raise Refused("unproven", "opening")
    shown = {
        "name": person["name"],
        "date_of_birth": person["date_of_birth"],
        "kinds": "\n".join(sorted(facts["kinds"])),
    }
    parts = dict(opening["parts"])
    for part, key in opening["keys"].items():
        if hmac.digest(bytes.fromhex(key), shown[part].encode(), "sha256").hex() != parts[part]:
            raise Refused("unproven", part)
    if set(opening["keys"]) != set(_OPENED):
        raise Refused("unproven", "opening")
    lines = "".join(f"{part} {parts[part]}\n" for part in sorted(parts))
    if sha256(b"tidings.parts/v1\n" + lines.encode()).hexdigest() != entries[opening["entry"]]["commitment"]:
        raise Refused("unproven", "opening")


def _claims(facts: Mapping[str, Any], entries: Mapping[int, Mapping[str, Any]], key: Key) -> None:
    """Whether each line is an entry's, and each entry of a notice has its line."""
    incident = facts["incident"]
    if key.name != f"tidings/{incident}":
        raise Refused("unproven", "incident")
    for index, entry in entries.items():
        if entry["person"] != facts["person"]["id"] or entry["incident"] != incident:
            raise Refused("unproven", f"entry {index}")
    wanted = [
        (at, came(entries[at]), entries[at]["channel"], entries[at]["at"][:10]) for at in sorted(entries) if came(entries[at])
    ]
    said = [(line["entry"], line["came"], line["channel"], line["on"]) for line in facts["told"]]
    if said != wanted or not all(line["to"] in ("person", "attorney") for line in facts["told"]):
        raise Refused("unproven", "told")
    otherwise = facts["otherwise"]
    if otherwise:
        decided = entries[otherwise["entry"]]
        if (decided["kind"], decided["outcome"], decided["at"][:10]) != ("hold.decided", "told", otherwise["on"]):
            raise Refused("unproven", "otherwise")


def came(entry: Mapping[str, Any]) -> str:
    """Which line an entry is: sent, made, tried, arrived, failed; none where it is not about a notice, or says nothing new."""
    if entry["kind"] == "attempt.settled":
        return _SETTLED_AS.get(str(entry.get("code", "")), "sent")
    return _CAME.get(entry["kind"], "")


# --- forms -----------------------------------------------------------------------------------------------------------------


def _object(data: bytes, where: str) -> dict[str, Any]:
    """A JSON object in which no name stands twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) != len(pairs):
            raise ValueError
        return made

    try:
        found = json.loads(data, object_pairs_hook=once)
    except (ValueError, RecursionError):
        raise Refused("no_statement", where) from None
    if not isinstance(found, dict):
        raise Refused("no_statement", where)
    return found


def _matching(pattern: str, text: str) -> re.Match[str]:
    match = re.fullmatch(pattern, text)
    if match is None:
        raise Refused("unproven", "proof")
    return match


def _strict_base64(text: str) -> bytes | None:
    """In the one form that an encoder writes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if base64.b64encode(data).decode() == text else None


def main(arguments: Sequence[str]) -> int:
    """0: the statement holds. 1: it does not. 2: wrong use. Prints nothing of the person."""
    if len(arguments) < 2:
        sys.stderr.write("check.py STATEMENT.pdf KEY…  (a key: name+8 hex digits+base64, as the organisation gives it)\n")
        return 2
    try:
        found = check(Path(arguments[0]).read_bytes(), arguments[1:])
    except Refused as refused:
        sys.stderr.write(f"refused: {refused.why}{f' ({refused.where})' if refused.where else ''}\n")
        return 1
    sys.stdout.write(f"holds: sealed by {found.key.name}, {len(found.facts['entries'])} entries of {found.size} proven\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
