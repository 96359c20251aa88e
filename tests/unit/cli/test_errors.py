"""Wrong use: each gets its exit code, one `tidings: error:` line with a code, a hint, and shows nothing of anybody's row."""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from tidings.cli import run
from tidings.ledger import EntryKind, Log, Signer, entry
from tidings.settings import PREFIX

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "config/incidents/example"
HEADER = "a_number,first_name,last_name,phone,email,custody_status\n"
MARKED = ("Zzmarked", "Qqsecret", "+12025550199", "zz.marked@example.org")
ROW = f"A123456789,{','.join(MARKED)},released\n"


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """A folder with a config/, no workspace yet, and no setting of the developer's."""
    for name in os.environ:
        if name.startswith((PREFIX, "TWILIO_", "SENDGRID_")):
            monkeypatch.delenv(name)
    shutil.copytree(ROOT / "config", tmp_path / "config", ignore=shutil.ignore_patterns("*.csv"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def workspace(place, capsys):
    assert run(["init", "example"]) == 0
    capsys.readouterr()
    return place / ".tidings"


@pytest.fixture
def fails(capsys):
    """`fails(exit code, code, *arguments)` runs a command that must fail so, and gives what it said."""

    def check(code, name, *arguments):
        assert run([str(one) for one in arguments]) == code
        said = capsys.readouterr()
        assert said.out == ""
        first, *more = said.err.splitlines()
        assert first.startswith("tidings: error: ")
        assert not name or first.endswith(f" [{name}]")
        assert all(line.startswith("tidings: hint: ") for line in more), "a traceback, or talk"
        assert len(more) <= 1
        assert not any(mark.lower() in said.err.lower() for mark in MARKED)
        return said.err

    return check


def write(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# --- lists ----------------------------------------------------------------------------------------------------------------


NOT_LISTS = {
    "a PDF": b"%PDF-1.7\n" + HEADER.encode() + ROW.encode(),
    "binary": bytes(range(256)) * 10,
}
LISTS = {
    "no header": (ROW + ROW.replace("A1", "A2"), 2, "list.no_header"),
    "nothing at all": ("", 2, "list.no_header"),
    "no reference column": (
        HEADER.replace("a_number", "colour").replace("first_name,last_name", "shade,tint") + ROW,
        2,
        "list.no_reference",
    ),
    "no rows": (HEADER, 2, "list.empty"),
    "a huge cell": (HEADER + f'A123456789,Zzmarked,"{"Qqsecret" * 20_000}",,,\n', 1, "list.cell_too_long"),
    "an open quote": (HEADER + 'A123456789,"Zzmarked,Qqsecret\n' + ROW * 3, 1, "list.unclosed_quote"),
}


@pytest.mark.parametrize("how", [[], ["--dry-run", "--out", "out.jsonl"]], ids=["ingest", "dry run"])
def test_no_such_list(how, workspace, fails):
    said = fails(2, "list.no_such_file", "ingest", "missing.csv", *how)
    assert "(missing.csv)" in said
    assert "hint" in said


@pytest.mark.parametrize("how", [[], ["--dry-run", "--out", "out.jsonl"]], ids=["ingest", "dry run"])
@pytest.mark.parametrize("kind", NOT_LISTS)
def test_what_is_no_list(kind, how, place, workspace, fails):
    file = write(place / "list.xlsx", NOT_LISTS[kind])
    assert "give CSV, a workbook" in fails(2, "list.not_a_list", "ingest", file, *how)


def test_a_folder_is_no_list(place, workspace, fails):
    fails(2, "list.not_a_list", "ingest", place / "config")


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_that_cannot_be_read(kind, place, workspace, fails):
    text, code, name = LISTS[kind]
    file = write(place / "list.csv", text)
    said = fails(code, name, "ingest", file, "--dry-run", "--out", "out.jsonl")
    assert "list.csv" in said
    assert "hint" in said
    assert sorted(path.name for path in place.iterdir()) == [".tidings", "config", "list.csv"]  # no half of a dry run


@pytest.mark.parametrize("kind", [kind for kind, (_text, _code, name) in LISTS.items() if name != "list.unclosed_quote"])
def test_ingest_refuses_it_before_it_keeps_anything(kind, place, workspace, fails):
    text, code, name = LISTS[kind]
    fails(code, name, "ingest", write(place / "list.csv", text))


def test_what_a_dry_run_may_write_goes_with_dry_run_only(place, workspace, fails):
    file = write(place / "list.csv", HEADER + ROW)
    fails(2, "config.bad_use", "ingest", file, "--columns-out", "columns.toml")
    fails(2, "config.bad_use", "ingest", file, "--out", "out.jsonl")
    fails(1, "system.ENOENT", "ingest", file, "--dry-run", "--out", place / "no" / "such" / "out.jsonl")


def test_a_dry_run_that_ctrl_c_stops_leaves_nothing_behind(place, workspace, capsys, monkeypatch):
    file = write(place / "list.csv", HEADER + ROW)

    def stopped(_source, _columns, _incident, stream):
        stream.write(ROW.encode())
        raise KeyboardInterrupt

    monkeypatch.setattr("tidings.people.write_dry_run", stopped)
    assert run(["ingest", str(file), "--dry-run", "--out", "out.jsonl"]) == 130
    assert "nothing is lost" in capsys.readouterr().err
    assert not list(place.glob("out.jsonl*"))


def test_a_dry_run_is_for_its_owner_only(place, workspace):
    file = write(place / "list.csv", HEADER + ROW)
    write(place / "out.jsonl", "old").chmod(0o644)
    write(place / "out.jsonl.part", "left by a kill").chmod(0o644)
    assert run(["ingest", str(file), "--dry-run", "--out", "out.jsonl"]) == 0
    assert (place / "out.jsonl").stat().st_mode & 0o777 == 0o600
    assert not (place / "out.jsonl.part").exists()


@pytest.mark.parametrize("typed", ["-", "/dev/stdin"])
def test_a_list_comes_on_standard_input(typed, place, workspace, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO((HEADER + ROW).encode())))
    assert run(["ingest", typed, "--dry-run", "--out", "out.jsonl"]) == 0
    assert b"A123456789" in (place / "out.jsonl").read_bytes()
    assert "1 rows read" in capsys.readouterr().err


def test_an_encrypted_list_wants_its_identity(place, workspace, fails):
    key, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    file = place / "list.age"
    file.write_bytes(pyrage.encrypt((HEADER + ROW).encode(), [key.to_public()]))
    fails(2, "list.encrypted", "ingest", file)
    fails(1, "list.cannot_open", "ingest", file, "--identity", write(place / "other.key", f"{other}\n"))
    assert run(["ingest", str(file), "--identity", str(write(place / "right.key", f"{key}\n")), "--dry-run"]) == 0


def test_a_terminal_is_asked_for_the_passphrase_of_a_list(place, workspace, monkeypatch):
    file = place / "list.age"
    file.write_bytes(pyrage.passphrase.encrypt((HEADER + ROW).encode(), "open sesame"))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("tidings.cli.columns.can_ask", lambda: False)
    monkeypatch.setattr("getpass.getpass", lambda _prompt: "open sesame")
    assert run(["ingest", str(file), "--dry-run"]) == 0


# --- workspaces and keys --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [["status"], ["resolve"], ["notify"], ["ingest", "list.csv"], ["serve"], ["ledger", "prove", "x"]]
)
def test_no_workspace(command, fails):
    assert "tidings init" in fails(2, "workspace.none", *command)


def test_a_folder_that_is_no_workspace(place, fails, monkeypatch):
    monkeypatch.setenv("TIDINGS_HOME", str(place / "config"))
    fails(2, "workspace.none", "status")
    fails(1, "workspace.exists", "init", "example")


def test_a_workspace_of_another_incident(workspace, fails):
    assert "TIDINGS_HOME" in fails(1, "workspace.other_incident", "init", "another")


def test_a_database_that_is_none(workspace, fails):
    write(workspace / "people.db", b"no database at all" * 100)
    for left in ("people.db-wal", "people.db-shm"):
        (workspace / left).unlink(missing_ok=True)
    fails(1, "workspace.damaged", "status")


def test_the_key_is_not_there(place, workspace, fails):
    (workspace / "incident.key").rename(place / "elsewhere.key")
    assert "put incident.key back" in fails(3, "keys.no_key", "status")


def test_another_workspace_s_key(place, workspace, fails, monkeypatch, capsys):
    monkeypatch.setenv("TIDINGS_HOME", str(place / "other"))
    assert run(["init", "another"]) == 0
    monkeypatch.delenv("TIDINGS_HOME")
    capsys.readouterr()
    shutil.copy(place / "other/incident.key", workspace / "incident.key")
    fails(1, "keys.cannot_open", "status")


def test_a_key_that_others_can_read(workspace, fails):
    (workspace / "incident.key").chmod(0o644)
    assert "chmod 600" in fails(1, "keys.open_to_others", "status")


def test_nobody_has_that_id(workspace, fails):
    fails(2, "workspace.no_such_person", "ledger", "prove", "aaaaaaaaaaaaaaaaaaaaaaaaaa")


# --- settings and incidents -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Portal", "a b", "../up", "", "x" * 65, "-x"])
def test_a_bad_name_for_an_incident(name, place, fails):
    assert "portal-2026-11" in fails(2, "config.bad_name", "init", "--", name)
    assert not (place / ".tidings").exists()


def test_an_incident_that_nobody_has_edited_yet(place, fails, capsys):
    assert run(["init", "portal"]) == 0
    capsys.readouterr()
    assert "portal/incident.toml: organisation.name)" in fails(2, "config.bad_file", "status")


@pytest.mark.parametrize(
    ("wrong", "key"),
    [("adult_age = 18", "safety.adult_age"), ('unknown = "hold"', "languages.unknown"), ("version = 1", "version")],
)
def test_a_wrong_key_is_named(wrong, key, place, workspace, fails):
    file = place / "config/incidents/example/incident.toml"
    write(file, file.read_text().replace(wrong, wrong.split(" = ")[0] + " = []"))
    assert f"incident.toml: {key})" in fails(2, "config.bad_file", "status")


def test_no_incident_folder(workspace, fails, monkeypatch):
    monkeypatch.setenv("TIDINGS_CONFIG", "nowhere")
    fails(2, "config.no_incident", "status")


def test_secrets_that_others_can_read(place, workspace, fails):
    write(place / "secrets", "TIDINGS_TWILIO_AUTH_TOKEN=Zzmarked\n").chmod(0o640)
    assert "chmod 600 secrets" in fails(1, "config.open_secrets", "status")


@pytest.mark.parametrize(
    ("name", "value"), [("SEND_THREADS", "Zzmarked"), ("PROVIDER_TIMEOUT_SECONDS", "-1"), ("FONT_FOLDERS", "Zzmarked")]
)
def test_a_bad_setting_is_named_and_its_value_is_not(name, value, workspace, fails, monkeypatch):
    monkeypatch.setenv(f"TIDINGS_{name}", value)
    assert f"(TIDINGS_{name})" in fails(2, "config.bad_value", "status")


def test_a_provider_that_is_not_set_up(workspace, fails):
    assert "(TIDINGS_TWILIO_AUTH_TOKEN)" in fails(2, "provider.not_configured", "serve")


def test_a_key_that_is_no_age_key(place, workspace, fails):
    assert "age1" in fails(2, "config.bad_use", "letters", place / "letters.zip.age", "--recipient", "Zzmarked")


def test_a_port_that_is_taken(workspace, fails, monkeypatch):
    import socket

    for name in ("TWILIO_AUTH_TOKEN", "SENDGRID_WEBHOOK_KEY"):
        monkeypatch.setenv(f"TIDINGS_{name}", WEBHOOK_KEY)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        fails(1, "system.EADDRINUSE", "serve", "--port", port)
        fails(1, "system.EADDRINUSE", "sandbox", "--port", port)


# --- ledgers --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def ledger(place):
    """600 entries, with their key beside them."""
    from datetime import UTC, datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    signer = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
    at = datetime(2026, 11, 23, 5, tzinfo=UTC)
    closed = entry(EntryKind.ENROLMENT_CLOSED, incident="portal", at=at, persons=0)
    entries = [entry(EntryKind.LEDGER_OPENED, incident="portal", at=at), *[closed] * 599]
    Log(place / "ledger", signer).publish(0, entries)
    write(place / "ledger.vkey", signer.vkey + "\n")
    return place / "ledger"


def flip(path, at):
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_whole_ledger_verifies_and_its_root_is_on_one_line(ledger, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    assert run(["ledger", "verify", str(ledger)]) == 0
    said = capsys.readouterr()
    assert "all 600 entries and " in said.err
    assert re.search(r"^root [0-9a-f]{64}$", said.err, re.MULTILINE)


def test_a_changed_entry_is_named_with_its_index(ledger, fails):
    bundle = ledger / "tile/entries/001"
    length = len(bundle.read_bytes()) // 256
    flip(bundle, 10 * length + length // 2)
    said = fails(1, "ledger.bad_entry", "ledger", "verify", ledger)
    index = int(re.search(r"tile/entries/001, entry (\d+)\)", said)[1])
    assert 264 <= index <= 268


def test_a_changed_tile_is_named_with_its_hash(ledger, fails):
    flip(ledger / "tile/0/001", 32 * 5)
    assert "(tile/0/001, hash 5)" in fails(1, "ledger.bad_tile", "ledger", "verify", ledger)


def test_a_missing_bundle_is_named(ledger, fails):
    (ledger / "tile/entries/000").unlink()
    assert "tile/entries/000" in fails(1, "ledger.bad_entry", "ledger", "verify", ledger)


def test_a_changed_checkpoint(ledger, fails):
    file = ledger / "checkpoint"
    write(file, file.read_text().replace("\n600\n", "\n599\n"))
    assert "(checkpoint)" in fails(1, "ledger.bad_signature", "ledger", "verify", ledger)
    write(file, "Zzmarked")
    assert "(checkpoint)" in fails(1, "ledger.bad_checkpoint", "ledger", "verify", ledger)


def test_a_foreign_key(ledger, fails):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    foreign = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(31) + b"1")).vkey
    fails(1, "ledger.bad_signature", "ledger", "verify", ledger, "--key", foreign)
    fails(2, "ledger.bad_vkey", "ledger", "verify", ledger, "--key", "Zzmarked")
    (ledger.parent / "ledger.vkey").unlink()
    assert "--key" in fails(2, "ledger.no_vkey", "ledger", "verify", ledger)


def test_no_ledger(place, workspace, fails):
    fails(2, "ledger.none", "ledger", "verify", place / "config")
    fails(2, "ledger.none", "ledger", "verify")


# --- the command line itself ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "help_of"),
    [
        (["nosuch"], "tidings"),
        (["--nosuch"], "tidings"),
        (["status", "--nosuch"], "tidings status"),
        (["status", "more"], "tidings status"),
        (["ingest"], "tidings ingest"),
        (["serve", "--port", "many"], "tidings serve"),
        (["ledger", "nosuch"], "tidings ledger"),
        (["letters", "x.age"], "tidings letters"),
    ],
)
def test_an_unknown_command_or_option(typed, help_of, fails):
    assert f"`{help_of} --help`" in fails(2, "", *typed)


def test_what_nobody_foresaw_shows_a_place_and_no_value(workspace, capsys, monkeypatch):
    def broken(_ws):
        raise ValueError(*MARKED)

    monkeypatch.setattr("tidings.delivery.status", broken)
    assert run(["status"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "[internal.ValueError]" in said.err
    assert "at cli/standing.py:" in said.err
    assert "Traceback" not in said.err
    assert not any(mark in said.err for mark in MARKED)


@pytest.mark.parametrize("command", [["--help"], ["status"], ["status", "--json"]])
def test_a_reader_that_had_enough_gets_no_traceback(command, workspace):
    """`tidings … | head -1`, with a pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        typed = [sys.executable, "-m", "tidings", *command]
        done = subprocess.run(typed, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


WEBHOOK_KEY = (
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q=="
)
"""P-256's base point: a public key that anybody may know."""


def test_ctrl_c_is_told_as_such_even_where_another_error_came_of_it(workspace, capsys, monkeypatch):
    def interrupted(_ws):
        error = ConnectionError("the server is gone")  # as Prefect's client raises it, while it handles the other
        error.__context__ = KeyboardInterrupt()
        raise error

    monkeypatch.setattr("tidings.delivery.status", interrupted)
    assert run(["status"]) == 130
    assert capsys.readouterr().err == "tidings: stopped; nothing is lost, run the command again to go on\n"
