"""How a call that got no answer ended: safe to repeat only if nothing was ever sent."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from urllib3.exceptions import SSLError

from tidings.channels.connections import NoAnswer, connections, outcome_of
from tidings.channels.interface import Outcome


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server


def outcome(url: str) -> tuple[Outcome, str]:
    with pytest.raises(NoAnswer) as caught:
        connections(1, 0.3).request("POST", url, body=b"x")
    return outcome_of(caught.value)


def test_nobody_there_and_no_such_name_are_safe_to_repeat():
    with closing(socket.create_server(("127.0.0.1", 0))) as gone:
        port = gone.getsockname()[1]
    assert outcome(f"http://127.0.0.1:{port}/") == (Outcome.TEMPORARY, "unreachable")
    assert outcome("http://no.such.host.invalid/") == (Outcome.TEMPORARY, "unreachable")


def test_silence_after_sending_is_unknown(listening):
    assert outcome(f"http://127.0.0.1:{listening.getsockname()[1]}/") == (Outcome.UNKNOWN, "timeout")


@pytest.mark.parametrize("said", [b"", b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\ncut", b"nonsense\r\n\r\n"])
def test_an_answer_that_is_cut_or_senseless_is_unknown(listening, said):
    def answer() -> None:
        peer, _ = listening.accept()
        with peer:
            peer.recv(65536)
            peer.sendall(said)

    thread = threading.Thread(target=answer)
    thread.start()
    assert outcome(f"http://127.0.0.1:{listening.getsockname()[1]}/")[0] is Outcome.UNKNOWN
    thread.join()


def test_a_certificate_that_does_not_fit_and_a_wrong_address_are_ours_to_mend():
    assert outcome_of(SSLError(ssl.SSLCertVerificationError())) == (Outcome.CONFIGURATION, "tls")
    assert outcome("ftp://127.0.0.1/") == (Outcome.CONFIGURATION, "base_url")


def test_a_proxy_of_the_environment_is_not_used(listening, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{listening.getsockname()[1]}")
    assert outcome("http://no.such.host.invalid/") == (Outcome.TEMPORARY, "unreachable")
