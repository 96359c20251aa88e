"""`tidings approve`, as it is typed."""

import csv
import json
import shutil
from pathlib import Path

import pyrage
import pytest

from tidings import contacts
from tidings.notices import Catalogs
from tidings.vault import write_private

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def place(tmp_path, monkeypatch, filled_workspace, tidings):
    """A workspace with plans of the sample's first people, and two officers."""
    shutil.copytree(CONFIG, tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    with filled_workspace(tmp_path / "home", tmp_path / "config", 30) as ws:
        catalogs = Catalogs.load()
        contacts.adopt_rules(ws, catalogs)
        for batch in contacts.unplanned_batches(ws):
            contacts.resolve_batch(ws, batch, catalogs)
    monkeypatch.chdir(tmp_path)
    for name, value in {"CONFIG": "config", "HOME": "home", "SEGMENT_PRICE": "0.01 USD"}.items():
        monkeypatch.setenv(f"TIDINGS_{name}", value)
    identity = pyrage.x25519.Identity.generate()
    write_private(tmp_path / "identity.txt", f"{identity}\n".encode())
    for name in ("night-desk", "day-desk"):
        made = tidings("officers", "add", name, "--role", "approver", "--key", f"{name}.age", "--recipient", identity.to_public())
        assert made[0] == 0
    monkeypatch.setenv("TIDINGS_OFFICER_IDENTITY", "identity.txt")
    return tmp_path


@pytest.fixture
def by(monkeypatch, tidings):
    """`by("night-desk", …)` is `tidings approve …` with that officer's key."""

    def typed(name, *arguments):
        monkeypatch.setenv("TIDINGS_OFFICER_KEY", f"{name}.age")
        return tidings("approve", *arguments)

    return typed


def test_two_officers_approve_what_they_saw_and_then_it_may_be_sent(place, tidings, by):
    body = json.loads(tidings("approve", "--json")[1])
    assert (body["approved_by"], body["needed"], body["may_be_sent"]) == ([], 2, False)
    code, out, err = by("night-desk", "--unreviewed")
    assert (code, "[cli.bad_use]" in err or "--digest" in err) == (2, True)
    assert f"Digest {body['digest']}" in out
    assert "segments of text messages" in out
    assert "USD" in out
    assert by("night-desk", "--digest", body["digest"][:12])[0] == 1, "nobody reviewed the translations"
    assert by("night-desk", "--unreviewed", "--digest", "0" * 12)[2].count("[approval.changed]") == 1
    assert "signed: 1 of 2" in by("night-desk", "--unreviewed", "--digest", body["digest"][:12])[2]
    assert "signed: 1 of 2" in by("night-desk", "--unreviewed", "--digest", body["digest"])[2], "once is once"
    code, _out, err = tidings("notify")
    assert (code, "[approval.incomplete]" in err) == (1, True)
    assert "signed: 2 of 2" in by("day-desk", "--unreviewed", "--digest", body["digest"])[2]
    body = json.loads(tidings("approve", "--json")[1])
    assert (len(body["approved_by"]), body["may_be_sent"], body["changed"]) == (2, True, [])
    texts = place / "config/incidents/example/texts/fr.ftl"
    texts.write_text(texts.read_text(encoding="utf-8").rstrip() + " Oui.\n", encoding="utf-8")
    code, _out, err = tidings("notify")
    assert (code, "texts: fr" in err, "[approval.void]" in err) == (1, True, True)
    assert "Changed since it was approved: texts: fr" in tidings("approve", "--unreviewed")[1]


def test_what_it_prints_names_nobody(place, tidings):
    printed = "".join(tidings("approve", "--json")[1:]) + "".join(tidings("approve", "--unreviewed")[1:])
    with (CONFIG / "incidents/example/affected_persons.csv").open(encoding="utf-8-sig", newline="") as sample:
        people = [row for row, _ in zip(csv.DictReader(sample), range(30), strict=False)]
    wanted = ("last_name", "a_number", "phone", "email", "mailing_address")
    values = {row[name] for row in people for name in wanted if len(row.get(name) or "") >= 6}
    assert len(values) > 60
    assert not [value for value in values if value in printed]
