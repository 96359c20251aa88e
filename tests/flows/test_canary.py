"""The canary: marked people go through every flow, to success and to failure, and no byte of them is left anywhere."""

import contextlib
import io
import json
import os
import re
import shutil
import sqlite3
import threading
import zipfile
from pathlib import Path
from urllib.parse import quote

import httpx
import pyrage
import pytest
from at_a_terminal import at_a_terminal
from canary_people import FATES, PEOPLE, marked, rows, unmarked
from canary_search import Search
from pypdf import PdfReader
from sqlalchemy import select

from tidings.evidence.verify import read_keys, read_statement, verify_pack
from tidings.people.ingest import take_list
from tidings.settings import Settings
from tidings.store.tables import persons
from tidings.workspace import open_workspace

pytestmark = pytest.mark.flow

CONTROL = "Vantrölska"
"""What fail_everywhere.py lets an unsealed flow say."""
PASSPHRASE = "six words that nobody would guess"
DRIVER = Path(__file__).with_name("fail_everywhere.py")
SHARED_FOLDERS = ("/tmp", "/var/tmp", "/dev/shm")


class ProcessWatch:
    """Keeps the argument lists of what this process starts, and of what that starts, as `ps` shows them to everybody.

    Not of the whole machine: another run of these tests beside this one has marked arguments of its own.
    """

    def __init__(self):
        self.seen, self._stop, self._ours = set(), threading.Event(), {os.getpid()}
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop.set()
        self._thread.join()

    def _watch(self):
        while not self._stop.wait(0.1):
            for folder in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                    if parent in self._ours:
                        self._ours.add(int(folder.name))
                        self.seen.add((folder / "cmdline").read_bytes())


# --- the runs --------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def search():
    return Search(marked())


@pytest.fixture(scope="module")
def lists(tmp_path_factory, as_csv, sample_header):
    """Outside of all that is searched: the list in plain text, and the marked values."""
    folder = tmp_path_factory.mktemp("plain")
    (folder / "list.csv").write_text(as_csv(rows(sample_header)), encoding="utf-8")
    (folder / "marked.json").write_text(json.dumps(marked()), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def canary(make_place, tmp_path_factory):
    with make_place(tmp_path_factory.mktemp("canary") / "place", wait_minutes=0) as place:
        place.control(assign=FATES)
        incident = place.config / "incidents/example/incident.toml"
        incident.write_text(incident.read_text(encoding="utf-8") + "\n[lookup]\nenabled = true\n", encoding="utf-8")
        yield place


@pytest.fixture(scope="module")
def success(canary, lists):
    """Every command, from init to proof. Gives exit codes by command, argument lists seen, and the letters' key."""
    key = pyrage.x25519.Identity.generate()
    codes = {}

    def run(*commands):
        _ran, found = canary.each(*commands)
        for command, code in zip(commands, found, strict=True):
            name = " ".join(map(str, words(command)[:2]))
            codes[name] = codes.get(name) or code  # of several, the first that failed

    with ProcessWatch() as watch:
        file = lists / "list.csv"
        locked = lists / "list.age"
        locked.write_bytes(pyrage.encrypt(file.read_bytes(), [key.to_public()]))
        run(
            ["init", "example"],
            ["ingest", file, "--dry-run"],
            ["ingest", file],
            ["ingest", file, "--json"],
            ["ingest", locked, "--identity", identity_file(lists, key)],
            ["reread"],
            ["pairs"],
            ["resolve"],
            ["look-up"],
        )
        shutil.copytree(canary.home, canary.folder / "resolved")
        with canary.receiving():
            run(["notify"])
            canary.await_receipts()
            run(["notify", "--json"])
            canary.await_receipts()
            forge(canary)
        shutil.copytree(canary.home, canary.folder / "notified")
        with canary.workspace() as ws, ws.store.reading() as connection:
            ready = select(persons.c.id).where(persons.c.state == "letter_ready").order_by(persons.c.number)
            person = connection.scalar(ready.limit(1))
        run(
            ["reconcile"],
            ["status"],
            ["status", "--json"],
            ["coverage"],
            ["coverage", "--json"],
            ["coverage", "--public", canary.folder / "coverage.json"],
            ["coverage", "--public", canary.folder / "coverage.csv"],
            ["coverage", "--public", canary.folder / "coverage.md"],
            ["ledger", "verify"],
            ["ledger", "prove", person, "--json"],
            [
                "officers",
                "add",
                "night-desk",
                "--role",
                "operator",
                "--key",
                canary.folder / "me.age",
                "--recipient",
                key.to_public(),
            ],
            ["officers", "list"],
        )
        officer = {
            "TIDINGS_OFFICER_KEY": str(canary.folder / "me.age"),
            "TIDINGS_OFFICER_IDENTITY": str(identity_file(lists, key)),
        }
        run(
            (["letters", canary.folder / "letters.zip.age", "--recipient", key.to_public(), "--reason", "printing"], officer),
            (["rejects", canary.folder / "rejects.xlsx.age", "--recipient", key.to_public(), "--reason", "mending"], officer),
            (["run-sheets", canary.folder / "sheets", "--recipient", key.to_public(), "--reason", "handing over"], officer),
            (["statement", person, canary.folder / "one.pdf.age", "--recipient", key.to_public(), "--reason", "court"], officer),
        )
        (sheet,) = (canary.folder / "sheets").iterdir()
        codes.update(decided(canary, run, key, officer))
        run(
            ["delivered"],
            ["delivered", "--sheet", sheet.name.partition(".")[0], "--handed", "1"],
            ["keys", "rotate"],
            (["keys", "move", "--to", "passphrase"], {"TIDINGS_PASSPHRASE": PASSPHRASE}),
            ["keys", "reseal"],
            ["keys", "list"],
            ["evidence", canary.folder / "evidence"],
            ["evidence", canary.folder / "evidence", "--json"],
            ["scope", canary.folder / "scope"],
            ["scope", canary.folder / "scope", "--json"],
            ["backup", canary.folder / "backup"],
            ["erase", person],
            ["status"],
            ["doctor"],
            (["restore", canary.folder / "backup"], {"TIDINGS_HOME": str(canary.folder / "put-back")}),
            ["erase", person, "--json"],
            ["close", "--anyway"],
        )
    nobody = unmarked(PEOPLE[0]["last_name"])
    codes["prove nobody"] = canary.tidings("ledger", "prove", nobody, TIDINGS_PASSPHRASE=PASSPHRASE).code
    return codes, watch.seen, key


def decided(place, run, key, environment):
    """What an approver does with those who wait: at a terminal, which shows them, with reasons that name them; and without."""
    add = ["officers", "add", "day-desk", "--role", "approver", "--key", place.folder / "you.age", "--recipient", key.to_public()]
    run(add, ["holds"], ["holds", "--json"], ["rules", "list"], ["rules", "facts"])
    with place.workspace() as ws, ws.store.reading() as connection:
        waiting = dict(connection.execute(select(persons.c.rule, persons.c.id).where(persons.c.state == "held")).tuples().all())
    named, other = waiting.pop("identity.conflict"), waiting.popitem()
    environment = {**environment, "TIDINGS_OFFICER_KEY": str(place.folder / "you.age")}
    why = f"{unmarked(PEOPLE[8]['last_name'])} rang us"
    screens = {
        "holds --work": (["holds", "identity.conflict", "--work"], [why, "1", why, "y", "s"]),
        "explain --data": (["explain", named, "--data"], [why]),
    }
    codes = {}
    shown = ""
    for name, (command, typed) in screens.items():
        codes[name], screen = at_a_terminal(place, *command, typed=typed, **environment)
        shown += screen
    assert re.search(rf"decided \w+ on [a-z_.]+, of contact \d+: \u2068{why}", shown), "what was typed was recorded"
    assert unmarked(PEOPLE[7]["last_name"]) in shown, "an officer saw who it is"
    run(
        ["explain", named],
        ["explain", named, "--json"],
        (["decide", other[1], other[0], "told", "--reason", "by hand"], environment),
        ["decide", other[1], other[0], "wait", "--reason", "a mistake"],
        ["rules", "loosen", "address.unknown", "--to", "allow", "--reason", "always so"],
        ["resolve"],
        ["rules", "restore", "address.unknown", "--reason", "no more"],
        ["resolve", "--json"],
    )
    return codes


def words(command):
    """Of a command, or of one with its environment."""
    return command[0] if isinstance(command, tuple) else command


def identity_file(folder, key):
    """As `age-keygen` writes it, outside of what is searched."""
    file = folder / "identity.txt"
    file.write_text(f"# created: today\n{key}\n")
    file.chmod(0o600)
    return file


def forge(place):
    """Receipts that are not signed, with marked values wherever a request has room."""
    name, number = marked()[1], "+12135550147"
    with httpx.Client(base_url=f"http://127.0.0.1:{place.port}", trust_env=False) as client:
        for path in ("/receipts/twilio", "/receipts/sendgrid", f"/{quote(name)}"):
            forged = {"X-Twilio-Signature": "bm8=", "User-Agent": quote(name)}
            answer = client.post(path, params={"attempt": name}, content=json.dumps({"To": number, "n": name}), headers=forged)
            assert answer.status_code in {400, 403, 404}


@pytest.fixture(scope="module")
def failures(canary, lists, success):
    """Everything fails that can, in a workspace of its own. Gives what came out of each failure."""
    ran = canary.python(
        DRIVER,
        lists / "marked.json",
        lists / "list.csv",
        TIDINGS_HOME=str(canary.folder / "failing"),
        TIDINGS_SENDING_LEASE_SECONDS="1",
        PREFECT_LOGGING_LEVEL="DEBUG",
        PREFECT_RESULTS_PERSIST_BY_DEFAULT="true",
        PREFECT_LOGGING_LOG_PRINTS="true",
    )
    assert ran.code == 0, ran.err
    return json.loads(ran.out.splitlines()[-1])


def everything(place, server):
    """All that was written by anybody: the place, Prefect's folder, and what is new where everybody may write."""
    began = (place.config / "safety.toml").stat().st_ctime  # what is older was here before
    strays = [file for folder in map(Path, SHARED_FOLDERS) if folder.is_dir() for file in folder.iterdir() if file.is_file()]
    return [place.folder, server.folder, *(file for file in strays if file.stat().st_mtime >= began)]


# --- what was left ---------------------------------------------------------------------------------------------------------


def test_after_success_nothing_of_anybody_is_left(success, search, canary, prefect_server):
    codes, _, _ = success
    assert {command: code for command, code in codes.items() if code} == {"prove nobody": 2}
    assert search.files(*everything(canary, prefect_server)) == {}


def test_the_marked_people_were_told_in_that_run(success, canary):
    _, _, key = success
    recipients = set(canary.tallies()["recipients"])
    assert canary.tallies()["looked_up"]["+12135550147"] >= 1
    assert recipients >= {
        "+12135550147",
        "+17185550158",
        "murong8841@example.net",
        "o.vyshnevolska@example.com",
        "t.crumplehorn@legal.example.com",
        "h.vondermuhll@legal.example.com",
    }
    posted = texts_in(canary.folder / "letters.zip.age", key)
    assert len(posted) == 2
    assert "Østervåle" in "".join(posted)
    assert "DROP TABLE" in "".join(posted)
    (sheet,) = (canary.folder / "sheets").iterdir()
    paper, letter = texts_in(sheet, key)
    assert "Kwiatkówmere" in paper
    assert "Kwiatkówmere" in letter
    assert "August 23, 1969" in paper
    assert not set(re.findall(r"\w+", paper.casefold())) & {"breach", "data", "agency", "asylum", "website", "syrian"}


def test_a_statement_names_its_person_and_nobody_else(success, canary):
    _, _, key = success
    pdf = pyrage.decrypt((canary.folder / "one.pdf.age").read_bytes(), [key])
    held = read_statement(pdf, read_keys(canary.home / "ledger.vkey"))
    name = held.facts["person"]["name"]
    streams = [page.get_contents().get_data() for page in PdfReader(io.BytesIO(pdf)).pages]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert name.split()[-1] in text
    own = next(cells for row in PEOPLE if (cells := all_of(row)) and name.split()[-1].casefold() in cells)
    own += f" {held.facts['person']['date_of_birth']}"
    of_others = [mark for mark in marked() if mark.casefold() not in own]
    assert len(of_others) > 20
    assert Search(of_others).bytes(b"\n".join([pdf, text.encode(), *streams, *held.files.values()])) == set()


def all_of(row):
    """Every cell of a marked person, as it is and its digits alone."""
    cells = [unmarked(cell) for cell in row.values()]
    return " ".join([*cells, *(re.sub(r"\D", "", cell) for cell in cells)]).casefold()


def texts_in(bundle, key):
    """What each PDF of an encrypted ZIP says."""
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(bundle.read_bytes(), [key]))) as archive:
        pdfs = [PdfReader(io.BytesIO(archive.read(name))) for name in archive.namelist()]
    return ["".join(page.extract_text() for page in pdf.pages) for pdf in pdfs]


def test_what_an_auditor_takes_away_holds_together_and_was_searched(success, search, canary):
    for folder in ("evidence", "scope"):
        found = verify_pack(canary.folder / folder)
        assert found.wrong == []
        assert len(found.holds) >= 2
        assert search.files(canary.folder / folder) == {}


def test_no_argument_list_showed_anybody(success, search):
    _, seen, _ = success
    assert any(b"serve" in line for line in seen)  # the watch saw our processes
    assert search.bytes(b"\n".join(seen)) == set()


# --- failures --------------------------------------------------------------------------------------------------------------


def test_every_failure_came_out_as_a_code(failures):
    code = re.compile(r"[a-z_]+\.[\w.]+(/[a-z_]+\.py:\d+)?")
    stops = {"error interrupt": "not sealed: KeyboardInterrupt: ", "error cancelled": "not sealed: CancelledError: "}
    assert {name: failures[name] for name in stops} == stops  # not errors: they end the run, and say nothing
    failed = {
        name: what for name, what in failures.items() if name.startswith(("task ", "error ", "flow ")) and name not in stops
    }
    assert len(failed) >= 30
    assert {name: what for name, what in failed.items() if not code.fullmatch(what)} == {}


def test_every_task_was_made_to_fail_and_every_flow_went_through_afterwards(failures):
    assert failures["tasks that were not made to fail"] == []
    done = {name: what for name, what in failures.items() if name.startswith("done ")}
    assert len(done) == 9
    assert all(what.startswith("done: ") for what in done.values()), done


def test_bad_parameters_are_refused(failures):
    refused = {name: what for name, what in failures.items() if name.startswith("parameter ")}
    assert len(refused) == 7
    assert set(refused.values()) == {"flow.bad_parameter"}
    assert failures["deployment run with a name for an id"] == 409


def test_after_all_failures_nothing_of_anybody_is_left(failures, search, canary, prefect_server):
    assert search.files(*everything(canary, prefect_server)) == {}


def test_what_an_unsealed_flow_says_is_found_in_prefects_home(failures, prefect_server):
    """The control: Prefect keeps an exception's words in its database and pickles it, and the search reads both."""
    found = {
        Path(file).relative_to(prefect_server.folder / "home").parts[0] for file in Search([CONTROL]).files(prefect_server.folder)
    }
    assert found >= {"prefect.db", "storage"}


# --- failures of the machine -------------------------------------------------------------------------------------------------

FULL_DISK = """
import resource, signal, sys
from tidings.cli import run

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (32_768, 32_768))
sys.exit(run(["ingest", sys.argv[1]]))
"""


def scramble(file, start=0):
    data = file.read_bytes()
    assert len(data) > start
    file.write_bytes(data[:start] + bytes(byte ^ 0x5A for byte in data[start:]))


def lose_staged_rows(home):
    with contextlib.closing(sqlite3.connect(home / "people.db")) as database:
        assert database.execute("UPDATE batch SET sealed = zeroblob(length(sealed)) WHERE sealed IS NOT NULL").rowcount == 1
        database.commit()


def damage_tiles(home):
    for tile in (home / "ledger/tile/0").rglob("*"):
        if tile.is_file():
            scramble(tile)


CLOSED = "http://127.0.0.1:1"
UNREACHABLE = {"TIDINGS_TWILIO_BASE_URL": CLOSED, "TIDINGS_SENDGRID_BASE_URL": CLOSED}
MISHAPS = {
    "the database is scrambled": (lambda home: scramble(home / "people.db", 100), ["notify"], 1, "workspace.damaged"),
    "the staged rows are scrambled": (lose_staged_rows, ["ingest", "LIST"], 1, "keys.cannot_open"),
    "keys.db is gone": (lambda home: (home / "keys.db").unlink(), ["ingest", "LIST"], 3, "keys.no_key"),
    "keys.db is scrambled": (lambda home: scramble(home / "keys.db", 4096), ["resolve"], 1, "keys.cannot_open"),
    "incident.key is gone": (lambda home: (home / "incident.key").unlink(), ["notify"], 3, "keys.no_key"),
    "a tile is damaged": (damage_tiles, ["ledger", "verify"], 1, "ledger.bad_tile"),
    "a tile is damaged, and more is to be added": (damage_tiles, ["notify"], 1, "ledger.bad_root"),
    "no provider answers": (lambda _home: None, ["notify"], 3, "provider.out_of_reach"),
}
"""What is done to a workspace in which a second list is staged; the command that meets it; its exit code; its error."""


@pytest.fixture(scope="module")
def mishaps(canary, lists, success):
    """Gives (exit code, stderr) of each mishap, by name. Each has a copy of a workspace with plans, and nobody told."""
    done = {}
    second = lists / "second.csv"
    second.write_text((lists / "list.csv").read_text(encoding="utf-8").replace("A2", "A1"), encoding="utf-8")
    commands = []
    for number, (damage, command, _code, _error) in enumerate(MISHAPS.values()):
        home = stage(canary, canary.folder / f"mishap-{number}", second)
        damage(home)
        arguments = [second if argument == "LIST" else argument for argument in command]
        commands.append((arguments, {"TIDINGS_HOME": str(home), **UNREACHABLE}))
    ran, codes = canary.each(*commands)
    done |= dict(zip(MISHAPS, zip(codes, ran.err.split("$ tidings ")[1:], strict=True), strict=True))

    asked = canary.tidings("reconcile", TIDINGS_HOME=str(canary.folder / "notified"), **UNREACHABLE)
    done["no provider answers when asked"] = asked.code, asked.err
    home = stage(canary, canary.folder / "full", second)
    full = canary.python("-c", FULL_DISK, second, TIDINGS_HOME=str(home))
    done["the disk is full"] = full.code, full.err

    return done


@contextlib.contextmanager
def opened(place, home):
    ws = open_workspace(Settings(home=home, config=place.config, _env_file=None))
    try:
        yield ws
    finally:
        ws.close()


def stage(place, home, file):
    shutil.copytree(place.folder / "resolved", home)
    with opened(place, home) as ws:
        take_list(ws, file)
    return home


@pytest.mark.parametrize("name", MISHAPS)
def test_a_mishap_is_told_as_a_code(mishaps, name):
    _damage, _command, code, error = MISHAPS[name]
    assert mishaps[name][0] == code, mishaps[name]
    assert f"[{error}]" in mishaps[name][1]


def test_a_full_disk_is_told_as_a_code_and_a_place(mishaps):
    code, said = mishaps["the disk is full"]
    assert code == 1
    assert "internal.OperationalError.store/store.py" in said


def test_nobody_to_ask_is_told_as_a_code(mishaps):
    code, said = mishaps["no provider answers when asked"]
    assert code == 3
    assert "[provider.out_of_reach]" in said


def test_after_all_mishaps_nothing_of_anybody_is_left(mishaps, search, canary, prefect_server):
    assert search.files(*everything(canary, prefect_server)) == {}
