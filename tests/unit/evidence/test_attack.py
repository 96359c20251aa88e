"""Somebody has the whole pack, and everything about everybody but what the vault keeps secret: they learn nobody's membership."""

import base64
import hashlib
import hmac
import re

import pytest
from sqlalchemy import select

from tests.flows.canary_search import Search
from tests.unit.evidence.conftest import rows
from tidings import evidence
from tidings.delivery import letter_field
from tidings.store.tables import attempts, persons
from tidings.workspace import open_record

WINDOW = 8
"""Bytes of a hash that must be seen: whoever cuts a hash shorter than these cannot tell it from chance in a pack of this size."""


class Haystack:
    """Every run of eight bytes of a pack: as it lies there, and inside whatever is hex, base64 or base32 in it."""

    def __init__(self, folder):
        self.windows, self.tokens = set(), set()
        for file in sorted(folder.rglob("*")):
            if not file.is_file():
                continue
            data = file.read_bytes()
            if "ledger/tile" in file.as_posix() and "entries" not in file.as_posix():
                self._take(data)
            self._decoded(data.decode("utf-8", "replace"))

    def _decoded(self, text):
        known = self.tokens
        for token in set(re.findall(r"[0-9a-f]{16,}", text)) - known:
            self._take(bytes.fromhex(token[: len(token) // 2 * 2]))
        for token in set(re.findall(r"[A-Za-z0-9+/]{22,}", text)) - known:
            if re.fullmatch(r"[0-9a-f]+|[a-z2-7]{26}", token):
                continue
            for start in range(4):
                part = token[start:]
                self._take(base64.b64decode(part[: len(part) // 4 * 4]))
        for token in set(re.findall(r"\b[a-z2-7]{26}\b", text)) - known:
            self._take(base64.b32decode(token.upper() + "=" * 6))
        known.update(re.findall(r"[A-Za-z0-9+/]{16,}", text))

    def _take(self, data):
        self.windows.update(data[at : at + WINDOW] for at in range(len(data) - WINDOW + 1))

    def has(self, digest):
        return digest[:WINDOW] in self.windows


def guesses(value, keys):
    """Every hash that somebody may have thought of: plain, twice, salted before and behind, and keyed with anything public."""
    raw = value if isinstance(value, bytes) else value.encode()
    for name in ("sha256", "sha1", "md5", "sha512", "blake2b", "sha3_256"):
        yield hashlib.new(name, raw).digest()
    yield hashlib.sha256(hashlib.sha256(raw).digest()).digest()
    yield hashlib.sha256(b"\x00" + raw).digest()  # as the leaf of a tree
    for key in keys:
        yield hmac.digest(key, raw, "sha256")
        yield hashlib.sha256(key + raw).digest()
        yield hashlib.sha256(raw + key).digest()


def spellings(row):
    """What of a row can be guessed, or stands in another list: as given, in capitals, bare, and as digits."""
    for value in row.values():
        if value and len(value) > 3:
            yield from {value, value.lower(), value.upper(), value.strip(), re.sub(r"\W", "", value)}
            digits = re.sub(r"\D", "", value)
            if len(digits) >= 9:
                yield from {digits, f"+{digits}", f"+1{digits}", f"1{digits}"}


@pytest.fixture(scope="module")
def secrets(case):
    """What the attacker holds: every row; of some, the very record that was committed to; codes of notices."""
    ws = case.ws
    with ws.store.reading() as connection:
        people = connection.execute(select(persons).order_by(persons.c.number).limit(20)).all()
        ids = list(connection.scalars(select(attempts.c.id)))
    records = [open_record(ws, person).to_bytes() for person in people]
    return [value for row in rows()[:12] for value in dict.fromkeys(spellings(row))] + records, ids


@pytest.fixture(scope="module")
def haystack(pack):
    return Haystack(pack)


@pytest.fixture(scope="module")
def public(haystack, pack, verify):
    """Whatever in the pack may serve as a key or a salt: ids, commitments, digests, keys, names; and what lies near."""
    entries = verify.read_entries(pack / "ledger", verify.read_manifest(pack, verify.read_keys(pack / "keys/ledger.vkey")).size)
    found = {b"", b"tidings", b"example", b"tidings/example", bytes(16), bytes(32)}
    for body in entries[::9]:
        said = verify.well_formed(body)
        for name in ("person", "attempt", "commitment", "officer", "digest"):
            if name in said:
                found.add(said[name].encode())
                if name in ("commitment", "digest"):
                    found.add(bytes.fromhex(said[name]))
    key = verify.read_keys(pack / "keys/ledger.vkey")[0]
    return sorted(found | {key.public, key.id, key.name.encode()})


def test_no_hash_of_anybodys_data_is_in_the_pack_whatever_public_value_it_is_keyed_with(haystack, secrets, public):
    values, _ids = secrets
    assert len(values) > 300
    assert len(public) > 80
    assert [value for value in values if any(haystack.has(guess) for guess in guesses(value, public))] == []


def test_the_search_does_find_such_hashes(pack, tmp_path, secrets, public):
    """The control: one hash of one number, in each form in which it may stand there."""
    number = b"+12025550143"
    for place, text in enumerate(
        [
            hashlib.sha256(number).hexdigest(),
            hashlib.sha256(number).hexdigest()[:20],
            base64.b64encode(b"xx" + hmac.digest(public[7], number, "sha256")).decode(),
            base64.b32encode(hashlib.sha256(number).digest()[:16]).decode().rstrip("=").lower(),
        ]
    ):
        folder = tmp_path / str(place)
        folder.mkdir()
        (folder / "a.txt").write_text(f"a line with {text} in it")
        assert any(Haystack(folder).has(guess) for guess in guesses(number, public))


def test_no_value_of_anybody_is_in_the_pack_or_in_the_report_of_scope_in_any_form(case, pack):
    """The canary's search, over those values that cannot stand there for another reason."""
    common = {b for file in case.ws.settings.config.rglob("*.toml") for b in re.findall(rb"[\w.@-]+", file.read_bytes())}
    fields = ("a_number", "phone", "email", "mailing_address", "attorney_contact", "date_of_birth")
    values = {row[field] for row in rows()[:90] for field in fields if len(row.get(field) or "") >= 9}
    values |= {" ".join((row["first_name"], row["last_name"])) for row in rows()[:90]}
    values = sorted(value for value in values if value.encode() not in common)
    assert len(values) > 200
    evidence.write_scope(case.ws, case.folder / "scope")
    assert Search(values).files(pack, case.folder / "scope") == {}


def test_no_officers_post_or_reason_is_in_the_pack(pack):
    found = b"".join(file.read_bytes() for file in pack.rglob("*") if file.is_file())
    for word in (b"night-desk", b"day-desk", b"reading-desk", b"they rang"):
        assert word not in found


def test_letters_and_what_seals_them_are_not_in_the_pack(pack):
    assert letter_field  # what a letter is sealed under; letters lie beside the ledger, never in it
    assert {file.suffix for file in pack.rglob("*") if file.is_file() and "ledger/" not in file.as_posix()} == {
        "",
        ".csv",
        ".html",
        ".json",
        ".jsonl",
        ".py",
        ".toml",
        ".vkey",
    }
