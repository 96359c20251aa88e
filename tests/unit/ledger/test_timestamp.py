"""Time stamps of checkpoints, by an authority that is `openssl ts` behind a loopback server."""

import http.server
import shutil
import subprocess
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tidings import ledger
from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger.timestamp import stamp_path
from tidings.settings import Settings
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
OPENSSL = shutil.which("openssl")
TSA = """
[tsa]
default_tsa = one
[one]
serial = {home}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
ess_cert_id_alg = sha256
ess_cert_id_chain = no
[ext]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
"""


@pytest.fixture(scope="module")
def make_authority(tmp_path_factory):
    """Makes an authority: its address, its root certificate, and the server."""
    if OPENSSL is None:
        pytest.skip("SKIPPED WITHOUT AN AUTHORITY FOR TIME STAMPS: install openssl")
    servers = []

    def make():
        home = tmp_path_factory.mktemp("authority")
        (home / "tsa.cnf").write_text(TSA.format(home=home))
        (home / "serial").write_text("01\n")

        def run(*command):
            subprocess.run([OPENSSL, *map(str, command)], cwd=home, check=True, capture_output=True)

        key = ("-newkey", "rsa:2048", "-nodes")
        run("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", 30, "-subj", "/CN=Root of a test")
        run("req", "-new", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Time of a test")
        signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", "tsa.cnf", "-extensions", "ext")
        run("x509", "-req", "-in", "tsa.csr", *signed, "-out", "tsa.pem", "-days", 20)

        class Authority(http.server.BaseHTTPRequestHandler):
            asked, answer = 0, None

            def do_POST(self):
                type(self).asked += 1
                assert self.headers["Content-Type"] == "application/timestamp-query"
                (home / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
                signer = ("-signer", "tsa.pem", "-inkey", "tsa.key")  # with -chain it sorts certificates otherwise than DER asks
                run("ts", "-reply", "-queryfile", "query", *signer, "-config", "tsa.cnf", "-out", "reply")
                body = type(self).answer or (home / "reply").read_bytes()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Authority)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/", home / "ca.pem", Authority

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def authority(make_authority):
    return make_authority()


@pytest.fixture
def ws(tmp_path, authority):
    address, root, _server = authority
    settings = Settings(home=tmp_path / "ws", config=CONFIG, timestamp_url=address, timestamp_certificates=root, _env_file=None)
    create_workspace(settings, "example")
    opened = open_workspace(settings)
    record(opened, 1)
    yield opened
    opened.close()


def record(ws, count):
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        recorder.add(EntryKind.ENROLMENT_CLOSED, persons=count)
        recorder.flush()
    ledger.integrate(ws)


def audit(ws, root):
    return ledger.audit(ws.ledger_folder, [ledger.signer(ws).verifier], certificates=ledger.read_certificates(root.read_bytes()))


def refused(work):
    with pytest.raises(LedgerError) as caught:
        work()
    return caught.value.code.name, caught.value.where


def test_each_checkpoint_is_stamped_once_and_an_audit_gives_its_time(ws, authority):
    _address, root, server = authority
    before = server.asked
    assert ledger.countersign(ws) == ({"size": 2, "cosigned": 0, "stamped": 1}, [])
    assert ledger.countersign(ws)[0]["stamped"] == 0
    assert server.asked == before + 1
    record(ws, 2)
    assert ledger.countersign(ws)[0]["stamped"] == 1
    stamps = audit(ws, root).stamped
    assert [one.size for one in stamps] == [2, 3]
    assert all(abs(one.at - datetime.now(UTC)) < timedelta(hours=1) for one in stamps)


def test_openssl_itself_accepts_what_lies_there(ws, authority, tmp_path):
    ledger.countersign(ws)
    text = (ws.ledger_folder / "checkpoint").read_bytes().partition(b"\n\n")[0] + b"\n"
    (tmp_path / "text").write_bytes(text)
    command = [OPENSSL, "ts", "-verify", "-data", tmp_path / "text", "-in", ws.ledger_folder / stamp_path(2)]
    assert b"OK" in subprocess.run([*command, "-CAfile", authority[1]], check=True, capture_output=True).stdout


def test_a_stamp_that_was_changed_is_of_another_checkpoint_or_of_another_authority_is_found(ws, authority, make_authority):
    _address, root, _server = authority
    ledger.countersign(ws)
    file = ws.ledger_folder / stamp_path(2)
    good = file.read_bytes()
    for at in (len(good) // 3, len(good) - 20):
        file.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
        assert refused(lambda: audit(ws, root)) == ("BAD_TIMESTAMP", "timestamps/2.tsr")
    file.write_bytes(b"")
    assert refused(lambda: audit(ws, root)) == ("BAD_TIMESTAMP", "timestamps/2.tsr")
    file.write_bytes(good)
    assert audit(ws, root).stamped
    record(ws, 5)
    (ws.ledger_folder / stamp_path(3)).write_bytes(good)
    assert refused(lambda: audit(ws, root)) == ("BAD_TIMESTAMP", "timestamps/3.tsr")
    (ws.ledger_folder / stamp_path(3)).unlink()
    assert refused(lambda: audit(ws, make_authority()[1])) == ("BAD_TIMESTAMP", "timestamps/2.tsr")


def test_a_ledger_without_any_stamp_is_said_to_have_none(ws, authority):
    assert refused(lambda: audit(ws, authority[1])) == ("NOT_STAMPED", "")


def test_an_answer_that_was_given_before_is_not_kept(ws, authority):
    """The nonce: an old answer to the same question says nothing of now."""
    _address, _root, server = authority
    ledger.countersign(ws)
    old = (ws.ledger_folder / stamp_path(2)).read_bytes()
    (ws.ledger_folder / stamp_path(2)).unlink()
    server.answer = old
    try:
        assert [error.code.name for error in ledger.countersign(ws)[1]] == ["BAD_TIMESTAMP"]
        with open_workspace(ws.settings.model_copy(update={"timestamp_certificates": None})) as unchecking:
            assert [error.code.name for error in ledger.countersign(unchecking)[1]] == ["BAD_TIMESTAMP"]
    finally:
        server.answer = None
    assert not (ws.ledger_folder / stamp_path(2)).exists()
    assert ledger.countersign(ws)[0]["stamped"] == 1


def test_an_authority_that_is_away_stops_nothing_and_is_asked_again(ws, authority):
    with open_workspace(ws.settings.model_copy(update={"timestamp_url": "http://127.0.0.1:1/"})) as away:
        record(away, 7)
        assert [error.code.name for error in ledger.countersign(away)[1]] == ["OUT_OF_REACH"]
    assert ledger.countersign(ws)[0]["stamped"] == 1


def test_a_file_without_certificates_is_refused(tmp_path):
    (tmp_path / "empty.pem").write_text("nothing")
    settings = Settings(timestamp_certificates=tmp_path / "empty.pem", _env_file=None)
    assert refused(lambda: ledger.timestamp_certificates(settings)) == ("BAD_CERTIFICATE", str(tmp_path / "empty.pem"))
