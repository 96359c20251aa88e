"""Witnesses: a real one (litewitness) cosigns what we publish; a small one, after the protocol, does what may go wrong."""

import os
import signal
import socket
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tidings import ledger
from tidings.entry import EntryKind
from tidings.errors import LedgerError
from tidings.ledger.cosignature import Witness, cosignatures
from tidings.ledger.merkle import verify_consistency
from tidings.ledger.note import split_note
from tidings.settings import Settings
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"
NAME = "witness.example/w1"


@pytest.fixture
def make_ws(tmp_path):
    opened = []

    def make(*witnesses, **settings):
        chosen = Settings(home=tmp_path / "ws", config=CONFIG, witnesses=list(witnesses), _env_file=None, **settings)
        create_workspace(chosen, "example")
        ws = open_workspace(chosen)
        opened.append(ws)
        return ws

    yield make
    for ws in opened:
        ws.close()


def record(ws, *counts):
    with ws.store.writing() as connection:
        recorder = ws.recorder(connection)
        for count in counts:
            recorder.add(EntryKind.ENROLMENT_CLOSED, persons=count)
        recorder.flush()
    ledger.integrate(ws)


def vkey_of(key, name=NAME):
    public = b"\x04" + key.public_key().public_bytes_raw()
    key_id = sha256(name.encode() + b"\n" + public).hexdigest()[:8]
    return f"{name}+{key_id}+{b64encode(public).decode()}"


class SmallWitness:
    """The witness's side of c2sp.org/tlog-witness, by its text, and independent of ours but for reading notes.

    `answer` may put another answer in the place of the right one.
    """

    def __init__(self, log, at=1_700_000_000):
        self.key, self.at, self.size, self.root, self.asked = Ed25519PrivateKey.generate(), at, 0, b"", []
        self.log, self.answer, self.vkey = log, None, vkey_of(self.key)
        self.url = f"http://witness.example/ {self.vkey}"

    def line(self, text, name=NAME, key=None, at=None):
        key, at = key or self.key, at or self.at
        signature = key.sign(f"cosignature/v1\ntime {at}\n{text}".encode())
        key_id = bytes.fromhex(vkey_of(key, name).split("+")[1])
        return f"\u2014 {name} {b64encode(key_id + at.to_bytes(8, 'big') + signature).decode()}\n"

    def __call__(self, request):
        assert (request.method, request.url.path) == ("POST", "/add-checkpoint")
        above, _, note = request.content.decode().partition("\n\n")
        old, *proof = above.split("\n")
        self.asked.append(int(old.removeprefix("old ")))
        text = split_note(note.encode())[0]
        _origin, size, root = text.split("\n")[:3]
        if self.answer is not None:
            return self.answer(text)
        if not any(self.log().accepts(text, signature[4:]) for _name, signature in split_note(note.encode())[1]):
            return httpx.Response(403)
        if self.asked[-1] != self.size:
            return httpx.Response(409, content=f"{self.size}\n", headers={"Content-Type": "text/x.tlog.size"})
        size, root = int(size), b64decode(root)
        if self.size == size and self.root != root:
            return httpx.Response(409, content=f"{self.size}\n")
        if 0 < self.size < size and not verify_consistency(self.size, size, [b64decode(one) for one in proof], self.root, root):
            return httpx.Response(422)
        self.size, self.root = size, root
        return httpx.Response(200, content=iter([self.line(text).encode()]))


@pytest.fixture
def witnessed(make_ws):
    """A workspace with a small witness, and how it is asked."""
    box = []
    witness = SmallWitness(lambda: ledger.signer(box[0]).verifier)
    box.append(make_ws(witness.url))
    record(box[0], 1)

    def ask():
        return ledger.countersign(box[0], Streamed(witness))

    return box[0], witness, ask


class Streamed(httpx.MockTransport):
    """As a server: bodies come in a stream."""

    def handle_request(self, request):
        answer = super().handle_request(request)
        return httpx.Response(answer.status_code, headers=answer.headers, content=iter([answer.read()]))


def test_it_cosigns_and_is_not_asked_again_for_what_it_cosigned(witnessed):
    ws, witness, ask = witnessed
    assert ask() == ({"size": 2, "cosigned": 1, "stamped": 0}, [])
    for name in ("checkpoint", "checkpoints/2"):
        assert [at for at, _ in cosignatures((ws.ledger_folder / name).read_bytes(), Witness.from_vkey(witness.vkey))] == [
            witness.at
        ]
    assert ask() == ({"size": 2, "cosigned": 0, "stamped": 0}, [])
    assert witness.asked == [0]


def test_the_next_checkpoint_goes_with_a_proof_from_the_one_that_it_cosigned_last(witnessed):
    ws, witness, ask = witnessed
    ask()
    record(ws, *range(300))
    assert ask()[0]["cosigned"] == 1
    assert witness.asked == [0, 2]
    assert witness.size == 302


def test_killed_after_it_cosigned_it_is_asked_again_and_one_line_stands(witnessed, monkeypatch):
    ws, witness, ask = witnessed
    ask()
    record(ws, 5)

    class Killed(BaseException):
        pass

    def die(*_):
        raise Killed

    countersigning = sys.modules["tidings.ledger.countersign"]
    real = countersigning.replace

    def dies_before_file(number):
        left = [number]

        def replace(*given):
            left[0] -= 1
            real(*given) if left[0] else die()

        return replace

    for number in (1, 2):
        with monkeypatch.context() as patched:
            patched.setattr(countersigning, "replace", dies_before_file(number))
            with pytest.raises(Killed):
                ask()
    assert ask()[1] == []
    for name in ("checkpoint", "checkpoints/3"):
        assert len(cosignatures((ws.ledger_folder / name).read_bytes(), Witness.from_vkey(witness.vkey))) == 1
    assert witness.asked == [0, 2, 2, 3]


def test_what_was_published_while_it_was_asked_stays(witnessed):
    ws, witness, ask = witnessed

    def meanwhile(text):
        record(ws, 5)
        return httpx.Response(200, content=witness.line(text).encode())

    witness.answer = meanwhile
    assert ask()[0]["cosigned"] == 1
    assert ledger.published_size(ws) == 3
    assert cosignatures((ws.ledger_folder / "checkpoints/2").read_bytes(), Witness.from_vkey(witness.vkey))
    assert not cosignatures((ws.ledger_folder / "checkpoint").read_bytes(), Witness.from_vkey(witness.vkey))


def test_it_corrects_us_where_we_know_less_than_it(witnessed):
    ws, witness, ask = witnessed
    ask()
    for file in [ws.ledger_folder / "checkpoint", *(ws.ledger_folder / "checkpoints").iterdir()]:
        file.write_text(file.read_text().replace(f"\u2014 {NAME}", "\u2014 forgotten"))
    record(ws, 5)
    assert ask()[0]["cosigned"] == 1
    assert witness.asked[-2:] == [0, 2]


def test_a_witness_that_has_seen_more_says_that_we_were_put_back(witnessed):
    _ws, witness, ask = witnessed
    witness.size = 99
    assert [error.code for error in ask()[1]] == [LedgerError.Code.WITNESS_AHEAD]


def test_a_witness_that_has_seen_another_tree_says_that_we_forked(witnessed):
    ws, witness, ask = witnessed
    witness.size, witness.root = 2, bytes(32)
    assert [error.code for error in ask()[1]] == [LedgerError.Code.WITNESS_AHEAD]
    record(ws, 7)
    assert [error.code for error in ask()[1]] == [LedgerError.Code.WITNESS_AHEAD]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (lambda _text: httpx.Response(404), "WITNESS_REFUSES"),
        (lambda _text: httpx.Response(403), "WITNESS_REFUSES"),
        (lambda _text: httpx.Response(500), "OUT_OF_REACH"),
        (lambda _text: httpx.Response(409, content=b"many\n"), "WITNESS_REFUSES"),
        (lambda _text: httpx.Response(200, content=b"not a line"), "WITNESS_REFUSES"),
        (lambda _text: httpx.Response(200, content=b"x" * 100_000), "OUT_OF_REACH"),
        (lambda text: httpx.Response(200, content=SmallWitness(None).line(text).encode()), "WITNESS_REFUSES"),
    ],
)
def test_whatever_else_it_answers_is_an_error_and_nothing_is_kept(witnessed, answer, code):
    ws, witness, ask = witnessed
    before = (ws.ledger_folder / "checkpoint").read_bytes()
    witness.answer = answer
    counts, failed = ask()
    assert (counts["cosigned"], [error.code.name for error in failed]) == (0, [code])
    assert (ws.ledger_folder / "checkpoint").read_bytes() == before


def test_a_cosignature_of_other_words_is_refused(witnessed):
    _ws, witness, ask = witnessed
    witness.answer = lambda text: httpx.Response(200, content=witness.line(text + "more\n").encode())
    assert [error.code.name for error in ask()[1]] == ["WITNESS_REFUSES"]


def test_lines_of_others_in_its_answer_are_ignored(witnessed):
    ws, witness, ask = witnessed
    other = SmallWitness(None)
    witness.answer = lambda text: httpx.Response(
        200, content=(other.line(text, name="other.example") + witness.line(text)).encode()
    )
    assert ask()[0]["cosigned"] == 1
    assert b"other.example" not in (ws.ledger_folder / "checkpoint").read_bytes()


def test_an_audit_says_what_it_cosigned_and_finds_a_changed_cosignature(witnessed):
    ws, witness, ask = witnessed
    ask()
    record(ws, 5)
    keys, one = [ledger.signer(ws).verifier], Witness.from_vkey(witness.vkey)
    found = ledger.audit(ws.ledger_folder, keys, witnesses=[one]).cosigned
    assert [(mark.witness, mark.size, mark.at, mark.checkpoints) for mark in found] == [(NAME, 2, witness.at, 1)]
    stranger = Witness.from_vkey(SmallWitness(None).vkey)
    with pytest.raises(LedgerError) as caught:
        ledger.audit(ws.ledger_folder, keys, witnesses=[stranger])
    assert caught.value.code is LedgerError.Code.NOT_WITNESSED
    file = ws.ledger_folder / "checkpoints/2"
    name, signature = split_note(file.read_bytes())[1][-1]
    changed = signature[:11] + bytes([signature[11] ^ 1]) + signature[12:]  # its time
    file.write_bytes(file.read_bytes().replace(b64encode(signature), b64encode(changed)))
    assert name == NAME
    with pytest.raises(LedgerError) as caught:
        ledger.audit(ws.ledger_folder, keys, witnesses=[one])
    assert (caught.value.code, caught.value.where) == (LedgerError.Code.BAD_COSIGNATURE, "checkpoints/2")


def test_aics_accepts_the_cosigned_checkpoint(witnessed, aics):
    ws, witness, ask = witnessed
    ask()
    note = aics.parse_note((ws.ledger_folder / "checkpoint").read_bytes())
    keys = aics.parse_vkey(ledger.signer(ws).vkey), [aics.parse_vkey(witness.vkey)]
    found = aics.verify_checkpoint(note, *keys, quorum=1)
    assert found.ok
    assert found.timestamps == {NAME: witness.at}


# --- a real one -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def litewitness(torchwood, tmp_path):
    """Starts one that knows a ledger; gives its address and verifier key, as it says them itself."""
    children = []

    def started(*command):  # in its folder, since a socket's path must be short
        children.append(subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def run(*command):
        environment = {**os.environ, "SSH_AUTH_SOCK": "agent"}
        return subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True).stdout

    def start(origin, vkey):
        started("ssh-agent", "-D", "-a", "agent")
        _until((tmp_path / "agent").exists)
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key")
        run("ssh-add", "-q", "key")
        run(torchwood / "witnessctl", "add-log", "-db", "witness.db", "-origin", origin)
        run(torchwood / "witnessctl", "add-key", "-db", "witness.db", "-origin", origin, "-key", vkey)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        finger = run("ssh-keygen", "-lf", "key").split()[1]
        where = ("-listen", f"127.0.0.1:{port}", "-ssh-agent", "agent")
        started(torchwood / "litewitness", "-db", "witness.db", "-key", finger, "-name", NAME, *where)
        _until(lambda: socket.create_connection(("127.0.0.1", port), 1).close() is None)
        raw = b"\x04" + b64decode((tmp_path / "key.pub").read_text().split()[1])[-32:]
        key_id = sha256(NAME.encode() + b"\n" + raw).hexdigest()[:8]
        return f"http://127.0.0.1:{port} {NAME}+{key_id}+{b64encode(raw).decode()}"

    yield start
    for child in reversed(children):
        child.send_signal(signal.SIGTERM)
        child.wait(10)


def _until(there, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if there():
                return
        except OSError:
            pass
        time.sleep(0.02)
    pytest.fail("it did not start")


def test_litewitness_cosigns_what_we_publish_and_refuses_a_fork(litewitness, make_ws, tmp_path):
    ws = make_ws()
    record(ws, 1)
    address = litewitness(ledger.origin(ws), ledger.signer(ws).vkey)
    asked = ws.settings.model_copy(update={"witnesses": [address]})
    with open_workspace(asked) as ours:
        assert ledger.countersign(ours) == ({"size": 2, "cosigned": 1, "stamped": 0}, [])
        assert ledger.countersign(ours)[0]["cosigned"] == 0
        record(ours, *range(700))
        assert ledger.countersign(ours)[0]["cosigned"] == 1
        witness = Witness.from_vkey(address.split()[1])
        found = ledger.audit(ours.ledger_folder, [ledger.signer(ours).verifier], witnesses=[witness]).cosigned[0]
        assert (found.size, found.checkpoints) == (702, 2)
        assert abs(found.at - time.time()) < 3600
        # Another past, signed by the same key: it has as many entries as the witness knows, and then more.
        folder = tmp_path / "fork"
        fork = ledger.Log(folder, ledger.signer(ours))
        fork.publish(0, [b"another past"] * 702)
        ours.ledger_folder.rename(tmp_path / "true")
        folder.rename(ours.ledger_folder)
        assert [error.code.name for error in ledger.countersign(ours)[1]] == ["WITNESS_AHEAD"]
        fork = ledger.Log(ours.ledger_folder, ledger.signer(ours))
        fork.publish(702, [b"and more"])
        assert [error.code.name for error in ledger.countersign(ours)[1]] == ["WITNESS_AHEAD"]


def test_litewitness_does_not_know_another_ledger(litewitness, make_ws):
    ws = make_ws()
    record(ws, 1)
    address = litewitness("another.example/log", ledger.Signer("another.example/log", Ed25519PrivateKey.generate()).vkey)
    with open_workspace(ws.settings.model_copy(update={"witnesses": [address]})) as ours:
        assert [error.code.name for error in ledger.countersign(ours)[1]] == ["WITNESS_REFUSES"]
