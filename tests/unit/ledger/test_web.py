"""A ledger behind an address: as a folder is, politely and within limits."""

import functools
import http.server
import threading

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings.errors import LedgerError
from tidings.ledger import Log, Signer, WebLedger, verify, web
from tidings.ledger.tiles import read_file

SIGNER = Signer("example.org/log", Ed25519PrivateKey.from_private_bytes(bytes(32)))
ENTRIES = [b'{"n":%d}' % number for number in range(600)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web") / "ledger"
    log = Log(folder, SIGNER)
    log.publish(0, ENTRIES[:300])
    log.publish(300, ENTRIES[300:])
    return folder


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def answering(answer, pauses=None):
    wait = (lambda _seconds: None) if pauses is None else pauses.append
    return WebLedger("http://ledger.example/log/", httpx.MockTransport(answer), wait)


def sent(data):
    """In a stream, as a server sends it."""
    return httpx.Response(200, content=iter([data]))


def refused(read, name="tile/0/000"):
    with pytest.raises(LedgerError) as caught:
        read(name)
    return caught.value.code.name, caught.value.where


def test_a_whole_ledger_is_verified_from_a_real_server(address, folder):
    with WebLedger(address) as ledger:
        found = verify(ledger.read, SIGNER.verifier, older=[(folder / "checkpoints/300").read_bytes()])
    assert (found.size, found.checkpoints_checked) == (600, 2)


def test_what_is_missing_there_is_missing(folder):
    def answer(request):
        data = read_file(folder, request.url.path.removeprefix("/log/"))
        gone = data is None or request.url.path.endswith("tile/entries/001")
        return httpx.Response(404) if gone else sent(data)

    with answering(answer) as ledger, pytest.raises(LedgerError) as caught:
        verify(ledger.read, SIGNER.verifier)
    assert (caught.value.code.name, caught.value.where) == ("BAD_ENTRY", "tile/entries/001")


def test_nothing_listens_there():
    with WebLedger("http://127.0.0.1:1", pause=lambda _seconds: None) as ledger:
        assert refused(ledger.read) == ("OUT_OF_REACH", "tile/0/000")


def test_a_busy_server_is_asked_again_after_as_long_as_it_says():
    answers = iter([httpx.Response(429, headers={"Retry-After": "7"}), httpx.Response(503), sent(b"x")])
    pauses = []
    with answering(lambda _request: next(answers), pauses) as ledger:
        assert ledger.read("checkpoint") == b"x"
    assert pauses == [7.0, 2.0]


def test_it_is_not_asked_for_ever_nor_after_hours():
    pauses = []
    with answering(lambda _request: httpx.Response(429, headers={"Retry-After": "99999"}), pauses) as ledger:
        assert refused(ledger.read) == ("OUT_OF_REACH", "tile/0/000, status 429")
    assert pauses == [web.LONGEST_PAUSE_SECONDS] * (web.TRIES - 1)


def test_a_redirect_is_not_followed():
    with answering(lambda _request: httpx.Response(302, headers={"Location": "http://elsewhere.example/"})) as ledger:
        assert refused(ledger.read) == ("OUT_OF_REACH", "tile/0/000, status 302")


def test_a_file_without_an_end_is_not_read_to_it(monkeypatch):
    monkeypatch.setattr(web, "MOST_BYTES", 1000)
    served = []

    def endless():
        while True:
            served.append(b"x" * 100)
            yield served[-1]

    with answering(lambda _request: httpx.Response(200, content=endless())) as ledger:
        assert refused(ledger.read) == ("OUT_OF_REACH", "tile/0/000")
    assert len(served) <= 12


def test_full_tiles_are_kept_within_a_limit_and_nothing_else_is(monkeypatch):
    monkeypatch.setattr(web, "KEPT_BYTES", 250)
    asked = []

    def answer(request):
        asked.append(request.url.path)
        return sent(b"x" * 100)

    with answering(answer) as ledger:
        for name in ("tile/0/000", "tile/0/000", "tile/0/001", "tile/0/002", "tile/0/000", "checkpoint", "checkpoint"):
            ledger.read(name)
        ledger.read("tile/0/003.p/7")
        ledger.read("tile/0/003.p/7")
    assert asked.count("/log/tile/0/000") == 2
    assert asked.count("/log/checkpoint") == asked.count("/log/tile/0/003.p/7") == 2
