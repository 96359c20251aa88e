"""The canary: marked people go through every flow, to success and to failure, and no byte of them is left anywhere."""

import base64
import contextlib
import gzip
import html
import io
import json
import os
import re
import shutil
import sqlite3
import threading
import unicodedata
import zipfile
import zlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

import httpx
import pyrage
import pytest
from pypdf import PdfReader
from sqlalchemy import select

from tidings.people.ingest import register_list, stage_list
from tidings.settings import Settings
from tidings.store.tables import persons
from tidings.workspace import open_workspace

pytestmark = pytest.mark.flow

CONTROL = "Vantrölska"
"""What fail_everywhere.py lets an unsealed flow say."""
DRIVER = Path(__file__).with_name("fail_everywhere.py")
SHARED_FOLDERS = ("/tmp", "/var/tmp", "/dev/shm")

# What stands in « » is marked: the marks are taken off for the list, and no trace of what was in them may be found.
PEOPLE = [
    {  # told by SMS; everything of theirs is marked
        "a_number": "«A217903648»",
        "last_name": "«Quiñonbré»",
        "first_name": "«Zulémayra»",
        "middle_name": "«Ørstwique»",
        "date_of_birth": "«11-Feb-1977»",
        "country_of_birth": "VE",
        "nationality": "Venezuelan",
        "sex": "F",
        "language": "Spanish",
        "custody_status": "Released - Parole",
        "case_status": "«Prüfungskanari» pending",
        "phone": "«(213) 555-0147»",
        "phone_alt": "«+58 412 7736190»",
        "email": "«Zulemayra.Quinonbre»@example.org",
        "mailing_address": "7316 «Wrexblüthen» Hollow, «Pondichéra», TX 78701",
        "attorney": "«Thaddéus» «Crumplehörn»",
        "attorney_contact": "«t.crumplehorn»@legal.example.com / «(312) 555-0163»",
        "contact_notes": "speaks some English; neighbour «Brundelquíst» knows",
    },
    {  # a letter handed over; a name in Arabic script
        "a_number": "«046 112 957»",
        "last_name": "«المرزوقيان»",
        "first_name": "«لطيفةهناء»",
        "date_of_birth": "«1969 Aug 23»",
        "nationality": "Syrian",
        "language": "Arabic",
        "custody_status": "Detained",
        "detention_facility": "«Kwiatkówmere» Detention Center, Batavia, NY 14000",
        "phone": "«(404)555-0129» (mother)",
        "attorney_contact": "«h.vondermuhll»@legal.example.com",
    },
    {  # told by e-mail, which is taken and never heard of again; a name in Han script
        "a_number": "«A098441736»",
        "last_name": "«欧阳赫萱»",
        "first_name": "«慕容嘉欣»",
        "date_of_birth": "«04.30.1988»",
        "nationality": "China",
        "language": "Mandarin",
        "custody_status": "Released",
        "email": "«mù.róng.jiaxin»@example.org, «murong8841»@example.net",
    },
    {  # a letter by post
        "a_number": "«A-203-771-945»",
        "last_name": "«Fjällräven-Ngụyễn»",
        "first_name": "«Jéan-Wídmaer»",
        "date_of_birth": "«December 7th, 1993»",
        "nationality": "Haitian",
        "language": "Kreyòl",
        "custody_status": "Released - ATD",
        "mailing_address": "«90417 Mückenbruch» Road, «Østervåle», MD 61925",
    },
    {  # hostile in every cell that takes a text; a letter by post
        "a_number": "«A055390281»",
        "last_name": "«Drôptable»'); DROP TABLE person; --",
        "first_name": '«{0.__class__}Vörmat» %s %n ${«jndiKänari»} "quoted"',
        "middle_name": "[bold red]«Märkupson»[/] <script>alert('«scríptella»')</script>",
        "date_of_birth": "1990-02-31 «Nodatemärz»",
        "language": "Portuguese",
        "custody_status": "Released",
        "case_status": '=HYPERLINK("http://example.org/«linkmärkchen»")',
        "phone": "«(646) 555-0171» ext 99317",
        "mailing_address": "../../etc/«passwórdia»\n2nd line «Zeilenümbruch», NY 10001",
        "contact_notes": "\u202e«umgedrehtés» \\u00e9 \\x00 " + "«wiederhölung» " * 900,
    },
    {  # words that no column knows: held
        "a_number": "«A208110593»",
        "last_name": "«Unbekánnter»",
        "country_of_birth": "«Xandrovía»",
        "nationality": "«Qüeerland»",
        "sex": "«Sexusmärk»",
        "language": "«Sprachlósisch»",
        "custody_status": "«Custodiamärk»",
        "detention_facility": "«Einrichtúngo»",
        "email": "«weird+tag.märkung»@example.org",
    },
    {  # the number is refused, so the e-mail is tried
        "a_number": "«A231664097»",
        "last_name": "«Vyshnevölska»",
        "first_name": "«Oleksándrynka»",
        "nationality": "UA",
        "language": "English",
        "custody_status": "Released",
        "phone": "«(503) 555-0186»",
        "email": "«o.vyshnevolska»@example.com",
    },
    {"a_number": "«A219870034»", "last_name": "«Bartholomäus»", "language": "English", "phone": "«(505) 555-0137»"},
    {"a_number": "«A219870034»", "last_name": "«Wenceslása»", "phone": "«+44 7911 123987»"},  # one number, two names: held
    {  # its SMS is taken, without an answer or a receipt, ever: unknown
        "a_number": "«A077215683»",
        "last_name": "«Krzyżanówska»",
        "first_name": "«Małgorzatina»",
        "nationality": "Poland",
        "language": "French",
        "custody_status": "Released",
        "phone": "«(718) 555-0158»",
    },
    {  # refused: no such reference number
        "a_number": "«REF-Überlänge-77»",
        "last_name": "«Abgewiesène»",
        "first_name": "«Refusándro»",
        "phone": "«(415) 555-0112»",
        "email": "«abgewiesen.r»@example.org",
        "contact_notes": "call «Tiburónquez»",
    },
    {"last_name": "«Namenlösner»", "phone": "«(702) 555-0195»", "mailing_address": "«Niemandsländ» 5"},  # refused: none at all
]
TWO_CELLS_TOO_MANY = ["«Zuvielzellén»", "«Nochmehrzellén»"]
NORMALISED = ["1977-02-11", "1969-08-23", "1988-04-30", "1993-12-07", "A046112957", "203771945"]
"""What reading makes of marked cells, where it is not just digits."""

FATES = {"+15035550186": "refused", "+17185550158": "lost_forever", "murong8841@example.net": "undelivered"}
"""What the sandbox does to some of them. The others are delivered."""


def unmarked(cell):
    return cell.replace("«", "").replace("»", "")


def rows(header):
    yield header
    for number, person in enumerate(PEOPLE, start=1):
        yield [str(number), *(unmarked(person.get(name, "")) for name in header[1:])]
    yield [str(len(PEOPLE) + 1), "A219004417", *[""] * (len(header) - 2), *map(unmarked, TWO_CELLS_TOO_MANY)]


@cache
def marked():
    """Every marked value, once as it stands in the list, and its digits where it is a number."""
    cells = [cell for person in PEOPLE for cell in person.values()] + TWO_CELLS_TOO_MANY
    values = [value for cell in cells for value in re.findall("«(.+?)»", cell, re.DOTALL)]
    digits = [re.sub(r"\D", "", value) for value in values]
    return tuple(dict.fromkeys([*values, *(number for number in digits if len(number) >= 9), *NORMALISED]))


# --- the search ------------------------------------------------------------------------------------------------------------


def spellings(value):
    """The value as it may have been folded on its way: accents composed, apart or dropped; in either case."""
    bare = "".join(char for char in unicodedata.normalize("NFD", value) if not unicodedata.combining(char))
    return {unicodedata.normalize(form, text) for text in (value, value.lower(), value.upper(), bare) for form in ("NFC", "NFD")}


def encodings(text):
    """A text as bytes, in every form in which it may lie somewhere: {name: bytes}."""
    utf8, ascii_json = text.encode(), json.dumps(text)[1:-1]
    wide = {"utf-16-le": text.encode("utf-16-le"), "utf-16-be": text.encode("utf-16-be")}
    percent = quote(text, safe="")
    found = {
        "utf-8": utf8,
        **wide,
        "latin-1": text.encode("latin-1", "ignore"),
        "json": ascii_json.encode(),
        "json, capitals": re.sub(r"\\u....", lambda code: "\\u" + code[0][2:].upper(), ascii_json).encode(),
        "json in json": json.dumps(ascii_json)[1:-1].encode(),
        "utf-8 in json in json": json.dumps(json.dumps(text, ensure_ascii=False)[1:-1], ensure_ascii=False)[1:-1].encode(),
        "python": ascii(text)[1:-1].encode(),
        "python bytes": repr(utf8)[2:-1].encode(),
        "percent": percent.encode(),
        "percent, small": percent.lower().encode(),
        "form": quote(text, safe="").replace("%20", "+").encode(),
        "quoted-printable": "".join(chr(byte) if 32 < byte < 127 and byte != 61 else f"={byte:02X}" for byte in utf8).encode(),
        "html": html.escape(text).encode(),
        "html numbers": text.encode("ascii", "xmlcharrefreplace"),
        "html hexadecimal": "".join(char if char.isascii() else f"&#x{ord(char):x};" for char in text).encode(),
    }
    for name, raw in {"utf-8": utf8, **wide}.items():
        found |= {f"hex of {name}": raw.hex().encode(), f"HEX of {name}": raw.hex().upper().encode()}
        for shift in range(3):
            coded = base64.b64encode(bytes(shift) + raw)[(0, 2, 3)[shift] : (shift + len(raw)) * 8 // 6]
            found[f"base64 of {name} +{shift}"] = coded
            found[f"base64 for URLs of {name} +{shift}"] = coded.translate(bytes.maketrans(b"+/", b"-_"))
    return found


@cache
def patterns(values):
    """What to look for, each once: {bytes: (value, form)}. A form dropping letters, as Latin-1 may, must stay long."""
    found = {}
    for value in values:
        for text in sorted(spellings(value)):
            for form, raw in encodings(text).items():
                if form != "latin-1" or len(raw) == len(text):
                    found.setdefault(raw, (value, form))
    return found


class Search:
    """Looks for thousands of byte strings at once: for the first bytes of any of them, and there for the whole."""

    START = 6

    def __init__(self, values):
        self._patterns = patterns(tuple(values))
        assert min(map(len, self._patterns)) >= self.START
        self._starts = {}
        for raw in self._patterns:
            self._starts.setdefault(raw[: self.START], []).append(raw)

    def bytes(self, data):
        """The (value, form) pairs in some bytes, and in what is packed in them."""
        return {found for part in (data, *unpacked(data)) for found in self._found(part)}

    def _found(self, data):
        width, starts = self.START, self._starts
        places = [place for place in range(len(data) - width + 1) if data[place : place + width] in starts]
        for place in places:
            for raw in starts[data[place : place + width]]:
                if data.startswith(raw, place):
                    yield self._patterns[raw]

    def files(self, *places):
        """{file: what was found}, over every file below these folders, their names, and these files."""
        found = {}
        for file in [file for place in places for file in [place, *(place.rglob("*") if place.is_dir() else ())]]:
            what = self.bytes(os.fsencode(file.name))
            with contextlib.suppress(FileNotFoundError):  # a journal that its database has just removed
                if file.is_symlink():
                    what |= self.bytes(os.fsencode(file.readlink()))
                elif file.is_file():
                    what |= self.bytes(file.read_bytes() + b"".join(cells_of(file)))
            if what:
                found[str(file)] = sorted(what)
        return found


def unpacked(data):
    """What is inside of gzip, zlib and ZIP."""
    if data.startswith(b"PK\x03\x04"):
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    for start in re.finditer(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]", data):
        with contextlib.suppress(zlib.error):
            plain = zlib.decompressobj(wbits=47).decompress(data[start.start() :], 1 << 24)
            if plain:
                yield plain


def cells_of(file):
    """The cells of an SQLite database: a long one lies in parts in the file."""
    with file.open("rb") as stream:
        if stream.read(16) != b"SQLite format 3\0":
            return
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as database,
    ):
        database.text_factory = bytes
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in database.execute(f'SELECT * FROM "{name.decode()}"'):
                yield b"\n".join(cell if isinstance(cell, bytes) else str(cell).encode() for cell in row) + b"\n"


class ProcessWatch:
    """Keeps the argument lists and open file names of the processes that this one starts, as `ps` would show them."""

    def __init__(self):
        self.seen, self._stop = set(), threading.Event()
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
        yield place


@pytest.fixture(scope="module")
def success(canary, lists):
    """Every command, from init to proof. Gives exit codes by command, argument lists seen, and the letters' key."""
    key = pyrage.x25519.Identity.generate()
    codes = {}

    def run(*commands):
        _ran, found = canary.each(*commands)
        codes.update({" ".join(map(str, command[:2])): code for command, code in zip(commands, found, strict=True)})

    with ProcessWatch() as watch:
        file = lists / "list.csv"
        run(["init", "example"], ["ingest", file], ["ingest", file, "--json"], ["resolve"])
        shutil.copytree(canary.home, canary.folder / "resolved")
        with canary.receiving():
            run(["notify"])
            canary.await_receipts()
            run(["notify", "--json"])
            canary.await_receipts()
            forge(canary)
        shutil.copytree(canary.home, canary.folder / "notified")
        run(
            ["reconcile"],
            ["status"],
            ["status", "--json"],
            ["ledger", "verify"],
            ["letters", canary.folder / "letters.zip.age", "--recipient", key.to_public()],
        )
        with canary.workspace() as ws, ws.store.reading() as connection:
            told = select(persons.c.id).where(persons.c.state == "letter_ready").limit(1)
            person = connection.scalar(told)
        proven = canary.tidings("ledger", "prove", person, "--json")
        integrated = canary.python("-c", "from tidings.cli.flows import run_flow; run_flow('integrate')")
    nobody = canary.tidings("ledger", "prove", unmarked(PEOPLE[0]["last_name"]))
    codes |= {"prove": proven.code, "prove nobody": nobody.code, "integrate": integrated.code}
    return codes, watch.seen, key


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
    # When the place was made: what is older was here before.
    began = place.folder.stat().st_ctime - 1
    strays = [file for folder in map(Path, SHARED_FOLDERS) if folder.is_dir() for file in folder.iterdir() if file.is_file()]
    return [place.folder, server.folder, *(file for file in strays if file.stat().st_mtime >= began)]


# --- the search finds what is there ----------------------------------------------------------------------------------------


def test_the_search_finds_every_marked_value_in_the_list_itself(search, lists):
    found = {value for value, _ in search.bytes((lists / "list.csv").read_bytes())}
    assert found >= {value for value in marked() if value in (lists / "list.csv").read_text(encoding="utf-8")}
    assert len(found) > 70


@pytest.mark.parametrize("form", encodings("é"))
@pytest.mark.parametrize("value", ["Zulémayra", "المرزوقيان", "(213) 555-0147"])
def test_it_finds_a_value_in_every_form(search, tmp_path, form, value):
    raw = encodings(value)[form]
    if form == "latin-1" and value == "المرزوقيان":
        assert not raw
        return
    (tmp_path / "planted").write_bytes(os.urandom(1001) + raw + os.urandom(1001))
    assert value in {found for found, _ in search.files(tmp_path)[str(tmp_path / "planted")]}


@pytest.mark.parametrize("spelling", sorted(spellings("Zulémayra")))
def test_it_finds_a_value_however_it_was_folded(search, spelling):
    assert search.bytes(b"x" + spelling.encode() + b"x")


def test_it_finds_what_is_packed_named_linked_or_in_a_database(search, tmp_path):
    value = "Zulémayra"
    (tmp_path / "packed.gz").write_bytes(gzip.compress(value.encode()))
    (tmp_path / "inside").write_bytes(b"%PDF" + zlib.compress(value.encode("utf-16-le")))
    with zipfile.ZipFile(tmp_path / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("one.txt", "a " * 100 + value)
    (tmp_path / f"{value}.txt").touch()
    (tmp_path / "link").symlink_to(f"/nowhere/{value}")
    with contextlib.closing(sqlite3.connect(tmp_path / "rows.db")) as database:
        database.execute("CREATE TABLE thing (text TEXT)")
        database.execute("INSERT INTO thing VALUES (?)", ("x" * 4040 + value + "x" * 5000,))
        database.commit()
    assert {Path(file).name for file in search.files(tmp_path)} == {
        "packed.gz",
        "inside",
        "archive.zip",
        f"{value}.txt",
        "link",
        "rows.db",
    }


# --- what was left ---------------------------------------------------------------------------------------------------------


def test_after_success_nothing_of_anybody_is_left(success, search, canary, prefect_server):
    codes, _, _ = success
    assert {command: code for command, code in codes.items() if code} == {"prove nobody": 2}
    assert search.files(*everything(canary, prefect_server)) == {}


def test_the_marked_people_were_told_in_that_run(success, canary):
    _, _, key = success
    recipients = set(canary.tallies()["recipients"])
    assert recipients >= {
        "+12135550147",
        "+17185550158",
        "murong8841@example.net",
        "o.vyshnevolska@example.com",
        "t.crumplehorn@legal.example.com",
        "h.vondermuhll@legal.example.com",
    }
    sealed = (canary.folder / "letters.zip.age").read_bytes()
    with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(sealed, [key]))) as archive:
        letters = [PdfReader(io.BytesIO(archive.read(name))) for name in archive.namelist()]
    text = "".join(page.extract_text() for letter in letters for page in letter.pages)
    assert len(letters) == 3
    assert "Østervåle" in text
    assert "DROP TABLE" in text


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
    assert len(done) == 4
    assert all(what.startswith("done: ") for what in done.values()), done


def test_bad_parameters_are_refused(failures):
    refused = {name: what for name, what in failures.items() if name.startswith("parameter ")}
    assert len(refused) == 7
    assert set(refused.values()) == {"flow.bad_parameter"}
    assert failures["deployment run with a name for an id"] == 409


def test_after_all_failures_nothing_of_anybody_is_left(failures, search, canary, prefect_server):
    assert search.files(*everything(canary, prefect_server)) == {}


def test_what_an_unsealed_flow_says_is_found_in_prefects_home(failures, prefect_server):
    """The control: Prefect keeps an exception's words, and the search reads where it keeps them."""
    assert any("prefect.db" in file for file in Search([CONTROL]).files(prefect_server.folder))


# --- failures of the machine -------------------------------------------------------------------------------------------------


FLOW_OF_A_LIST = """
import sys
from tidings.cli.flows import run_flow
from tidings.cli.talk import fail
from tidings.errors import TidingsError

try:
    run_flow("ingest", int(sys.argv[1]))
except TidingsError as error:
    sys.exit(fail(error))
"""
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

    home = shutil.copytree(canary.folder / "resolved", canary.folder / "changed")
    with opened(canary, home) as ws:
        list_id = register_list(ws, second)
    second.write_text(second.read_text(encoding="utf-8").replace("A1", "A3"), encoding="utf-8")
    changed = canary.python("-c", FLOW_OF_A_LIST, list_id, TIDINGS_HOME=str(home))
    done["the list is another by now"] = changed.code, changed.err
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
        stage_list(ws, register_list(ws, file))
    return home


@pytest.mark.parametrize("name", MISHAPS)
def test_a_mishap_is_told_as_a_code(mishaps, name):
    _damage, _command, code, error = MISHAPS[name]
    assert mishaps[name][0] == code, mishaps[name]
    assert f"[{error}]" in mishaps[name][1]


def test_a_list_that_changed_after_it_was_registered_is_refused(mishaps):
    code, said = mishaps["the list is another by now"]
    assert code == 1
    assert "[list.changed]" in said


def test_a_full_disk_is_told_by_its_place(mishaps):
    code, said = mishaps["the disk is full"]
    assert code == 1
    assert "people/ingest.py" in said


def test_nobody_to_ask_is_no_error(mishaps):
    code, said = mishaps["no provider answers when asked"]
    assert code == 0
    assert "1 unknown attempts looked into" in said


def test_after_all_mishaps_nothing_of_anybody_is_left(mishaps, search, canary, prefect_server):
    assert search.files(*everything(canary, prefect_server)) == {}
