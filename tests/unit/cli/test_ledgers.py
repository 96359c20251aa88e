"""`tidings ledger …`: what it prints of a ledger, for people and for programs, and how it ends."""

import base64
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings import ledger, officers
from tidings.entry import EntryKind
from tidings.ledger.note import key_id
from tidings.model import Role
from tidings.settings import PREFIX
from tidings.workspace import open_workspace

ROOT = Path(__file__).parents[3]
STRANGER = "witness.example+7a9dbc11+BCnPVRkjcbUmyeYrpjNXuiBjK/4mCVLc4kEIVeW1vVtp"


@pytest.fixture(scope="module")
def filled(tmp_path_factory, filled_workspace):
    """A workspace with plans and holds, whose ledger is published in two checkpoints."""
    place = tmp_path_factory.mktemp("ledgers")
    shutil.copytree(ROOT / "config", place / "config", ignore=shutil.ignore_patterns("*.csv"))
    with filled_workspace(place / ".tidings", place / "config", 61) as ws:
        ledger.integrate(ws)
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.KEY_ROTATED, provider="key-file", revision=2)
            recorder.flush()
        ledger.integrate(ws)
    return place


@pytest.fixture
def place(filled, tmp_path, monkeypatch):
    for name in os.environ:
        if name.startswith((PREFIX, "TWILIO_", "SENDGRID_")):
            monkeypatch.delenv(name)
    here = shutil.copytree(filled, tmp_path / "place")
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def tidings(place, tidings):
    return functools.partial(tidings, "ledger")


@pytest.fixture
def address(place):
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=place / ".tidings/ledger")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_verify_says_what_it_checked_and_what_cannot_be_known(tidings):
    code, out, err = tidings("verify", "--deadline", "2099-01-01")
    assert (code, out) == (0, "")
    for words in (
        "entries and 3 checkpoints fit",
        "record: ",
        "checked: entry.form",
        "cannot be known: whether somebody was left",
        "deadline 2099",
    ):
        assert words in err


def test_verify_says_the_same_to_a_program(tidings):
    code, out, err = tidings("verify", "--json", "--deadline", "2099-01-01T12:00")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["record"]["persons"] == sum(found["record"]["states"].values()) > 10
    assert found["record"]["deadline"]["at"] == "2099-01-01T12:00:00Z"
    assert found["record"]["open"] == len(found["record"]["open_people"]) or found["record"]["open"] > 20
    assert found["signers"] == [Path(".tidings/ledger.vkey").read_text().strip()]


def test_verify_reads_an_address_with_a_key_and_older_checkpoints(tidings, address, place):
    kept = place / ".tidings/ledger/checkpoints"
    code, _out, err = tidings("verify", address, "--key", place / ".tidings/ledger.vkey", "--older", kept)
    assert code == 0
    assert "entries and 3 checkpoints fit" in err
    assert tidings("verify", address)[0] == 2
    code, _out, err = tidings("verify", "http://127.0.0.1:1/", "--key", place / ".tidings/ledger.vkey")
    assert (code, "[ledger.out_of_reach]" in err) == (3, True)


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch):
    monkeypatch.setattr("tidings.ledger.web.LONGEST_PAUSE_SECONDS", 0.0)


def test_verify_refuses_a_ledger_that_is_older_than_what_was_saved(tidings, place):
    folder = place / ".tidings/ledger"
    shutil.copy(folder / "checkpoint", place / "saved")
    smaller = min((folder / "checkpoints").iterdir(), key=lambda file: int(file.name))
    shutil.copy(smaller, folder / "checkpoint")
    shutil.rmtree(folder / "checkpoints")
    assert tidings("verify")[0] == 0
    code, _out, err = tidings("verify", "--older", "saved")
    assert (code, "[ledger.inconsistent]" in err) == (1, True)
    assert tidings("verify", "--older", "nowhere")[0] == 2


def test_verify_wants_the_witness_and_the_stamp_that_it_was_told_of(tidings):
    code, _out, err = tidings("verify", "--witness", STRANGER)
    assert (code, "[ledger." in err) == (2, True)
    public = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    vkey = f"w.example+{key_id('w.example', bytes([4]), public).hex()}+{base64.b64encode(bytes([4]) + public).decode()}"
    code, _out, err = tidings("verify", "--witness", vkey)
    assert (code, "[ledger.not_witnessed]" in err) == (1, True)
    Path("no.pem").write_text("no certificate")
    assert "[ledger.bad_certificate]" in tidings("verify", "--authority", "no.pem")[2]


def test_verify_ends_with_1_where_the_record_breaks_a_rule_and_names_the_entry(tidings, place):
    with open_workspace() as ws:
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.ENROLMENT_CLOSED, persons=1)
            recorder.flush()
        size = ledger.integrate(ws)["size"]
    code, out, err = tidings("verify")
    assert (code, out) == (1, "")
    assert f"broken: counts.add_up by entry {size - 1}" in err
    assert f"(counts.add_up, entry {size - 1}) [ledger.record_broken]" in err
    code, out, _err = tidings("verify", "--json")
    assert (code, json.loads(out)["record"]["broken"]) == (1, {"counts.add_up": 1})


def test_verify_checks_what_officers_signed_by_the_keys_of_their_file(tidings, place):
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    officer = officers.Officer("night-desk", frozenset({Role.APPROVER}), public)
    with open_workspace() as ws:
        officers.add_officer(ws.incident_folder, officer)
        with ws.store.writing() as connection:
            recorder = ws.recorder(connection)
            recorder.add(EntryKind.OFFICER_ADDED, officer=officer.id, roles=["approver"])
            acting = officers.Acting(officer, key)
            acting.records(ws, recorder, EntryKind.RULE_LOOSENED, acting.says(ws, "why"), rule="person.minor", outcome="teaser")
            recorder.flush()
        ledger.integrate(ws)
        file = ws.incident_folder / "officers.toml"
    assert "officer.signed" in json.loads(tidings("verify", "--json")[1])["record"]["checked"]
    shutil.move(file, place / "elsewhere.toml")
    assert json.loads(tidings("verify", "--json")[1])["record"]["unproven"] == 1
    assert json.loads(tidings("verify", "--json", "--officers", "elsewhere.toml")[1])["record"]["unproven"] == 0
    assert tidings("verify", "--officers", "nowhere.toml")[0] == 2


def test_a_deadline_that_is_no_time_is_refused(tidings):
    assert tidings("verify", "--deadline", "soon")[0] == 2


def entries(out):
    return [json.loads(line)["entry"] for line in out.splitlines()]


def test_show_prints_what_was_asked_for_and_nothing_else(tidings):
    everything = entries(tidings("show", "--json")[1])
    assert everything[0]["kind"] == "ledger.opened"
    held = entries(tidings("show", "--kind", "person.held", "--json")[1])
    assert held == [one for one in everything if one["kind"] == "person.held"]
    persons = entries(tidings("show", "--kind", "person", "--json")[1])
    assert {one["kind"] for one in persons} >= {"person.held", "person.enrolled"}
    one = held[0]
    assert entries(tidings("show", "--rule", one["rule"], "--json")[1]) == [it for it in held if it["rule"] == one["rule"]]
    mine = entries(tidings("show", "--person", one["person"], "--json")[1])
    assert mine == [it for it in everything if it.get("person") == one["person"]]
    assert all("sms" in it.get("channels", ()) for it in entries(tidings("show", "--channel", "sms", "--json")[1]))
    at = one["at"]
    assert len(entries(tidings("show", "--since", at[:13], "--until", at[:10], "--json")[1])) > 1
    assert tidings("show", "--since", "2099")[1] == tidings("show", "--until", "1999")[1] == ""
    assert tidings("show", "--since", "yesterday")[0] == 2


def test_show_counts_by_kind_rule_and_channel(tidings):
    counted = json.loads(tidings("show", "--counts", "--json")[1])
    held = entries(tidings("show", "--kind", "person.held", "--json")[1])
    assert counted["kind"]["person.held"] == sum(counted["rule"].values()) == len(held)
    assert f"{len(held):>9}  kind     person.held" in tidings("show", "--counts")[1].splitlines()


def test_show_lets_nothing_of_a_strangers_ledger_reach_the_terminal(tidings, place):
    signer = ledger.Signer("evil.example/log", Ed25519PrivateKey.generate())
    ledger.Log(place / "evil", signer).publish(0, [b'{"kind":"\\u001b[2J","at":"\\u202e","note":"\\r\\n"}', b"\xff", b"[1]"])
    code, out, _err = tidings("show", "evil")
    assert code == 0
    assert len(out.splitlines()) == 1
    assert not {"\x1b", "\u202e", "\r"} & set(out)
    assert tidings("show", "evil", "--counts")[0] == 0


def test_tail_prints_the_newest(tidings):
    everything = entries(tidings("show", "--json")[1])
    assert entries(tidings("tail", "--lines", 3, "--json")[1]) == everything[-3:]
    assert tidings("tail", "--lines", 0)[1] == ""
    assert len(entries(tidings("tail", "--lines", 99999, "--json")[1])) == len(everything)


def test_tail_follows_what_is_published(place):
    command = [sys.executable, "-m", "tidings", "ledger", "tail", "--lines", "1", "--follow", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=place, env=environment, stdout=subprocess.PIPE, text=True) as following:
        try:
            assert json.loads(following.stdout.readline())["entry"]["kind"] == "key.rotated"
            with open_workspace() as ws:
                with ws.store.writing() as connection:
                    recorder = ws.recorder(connection)
                    recorder.add(EntryKind.KEY_ROTATED, provider="key-file", revision=3)
                    recorder.flush()
                ledger.integrate(ws)
            assert json.loads(following.stdout.readline())["entry"]["revision"] == 3
        finally:
            following.terminate()


def test_schema_prints_one_kind_or_every_kind(tidings):
    assert json.loads(tidings("schema", "person.held")[1])["properties"]["rule"]["type"] == "string"
    assert json.loads(tidings("schema")[1]).keys() == set(EntryKind)
    assert tidings("schema", "person.promoted")[0] == 2


def test_the_signing_key_is_changed_by_overlap(tidings):
    old = Path(".tidings/ledger.vkey").read_text().strip()
    code, out, _err = tidings("rotate", "--json")
    new = json.loads(out)["vkey"]
    assert code == 0
    for key in (old, new, ".tidings/ledger.vkey"):
        assert tidings("verify", "--key", old, "--key", key)[0] == 0
    assert json.loads(tidings("retire", "--json")[1]) == {"retired": 1}
    assert tidings("verify")[0] == 0
    assert tidings("verify", "--key", old)[0] == 1
    code, _out, err = tidings("retire")
    assert (code, "[ledger.one_key]" in err) == (2, True)


def test_countersign_without_anybody_to_ask_does_nothing(tidings):
    code, out, _err = tidings("countersign", "--json")
    counts = json.loads(out)
    assert (code, counts["cosigned"], counts["stamped"], counts["failed"]) == (0, 0, 0, 0)


def test_countersign_says_who_is_away(tidings, monkeypatch):
    monkeypatch.setenv("TIDINGS_TIMESTAMP_URL", "http://127.0.0.1:1/")
    code, out, err = tidings("countersign", "--json")
    assert (code, json.loads(out)["failed"]) == (3, 1)
    assert "(time stamp) [ledger.out_of_reach]" in err


def test_a_witness_that_is_set_wrongly_is_named_by_its_setting(tidings, monkeypatch):
    monkeypatch.setenv("TIDINGS_WITNESSES", '["https://witness.example nonsense"]')
    code, _out, err = tidings("countersign")
    assert (code, "(TIDINGS_WITNESSES) [ledger.bad_vkey]" in err) == (2, True)
