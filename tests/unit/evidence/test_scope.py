"""The report of scope: signed, nobody's, and checked by the same file."""

import json

import pytest

from tidings import evidence
from tidings.model import Kind


@pytest.fixture
def scope(case, tmp_path):
    evidence.write_scope(case.ws, tmp_path / "scope")
    return tmp_path / "scope"


def test_it_says_what_oversight_asks(scope, pack):
    body = json.loads((scope / "scope.json").read_bytes())
    assert body["people"] == json.loads((pack / "counts.json").read_bytes())["people"] > 200
    assert {kind["kind"] for kind in body["kinds"]} >= {Kind.NAME, Kind.BIRTH_DATE, Kind.PHONE}
    assert [law["law"] for law in body["laws"]] == ["omb-m-17-12", "california-1798-82"]
    assert any("2 officers signed" in line for line in body["measures"])
    assert {"at", "what"} == body["known"][0].keys()
    page = (scope / "index.html").read_text(encoding="utf-8")
    assert all(law["title"] in page.replace("&amp;", "&") for law in body["laws"])


def test_it_holds_no_entry_and_no_id(scope):
    assert sorted(file.relative_to(scope).as_posix() for file in scope.rglob("*") if file.is_file()) == [
        "SHA256SUMS",
        "index.html",
        "keys/ledger.vkey",
        "scope.json",
        "verify.py",
    ]


@pytest.mark.parametrize("name", ["scope.json", "index.html", "SHA256SUMS"])
def test_verify_checks_it_and_finds_a_change(scope, verify, pack, name):
    key = verify.read_keys(pack / "keys/ledger.vkey")
    found = verify.verify_pack(scope, key)
    assert found.wrong == []
    assert any(line.startswith("whether the numbers are true") for line in found.unknowable)
    data = bytearray((scope / name).read_bytes())
    data[40] ^= 1
    (scope / name).write_bytes(data)
    assert verify.verify_pack(scope, key).wrong != []
