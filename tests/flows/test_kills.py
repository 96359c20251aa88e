"""Nobody lost, nobody told twice: `notify` is killed (SIGKILL) again and again, at random moments.

Most runs are children of one process that has imported everything, since importing Prefect takes seconds; they run the
same `flows.notify:notify` against the same server as a command does. Every fifth is `python -m tidings notify` itself.
A run of this file as a script is that process.
"""

import contextlib
import itertools
import os
import random
import secrets
import select as ready
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import httpx
import orjson
import pytest
from sqlalchemy import select

from tidings import delivery
from tidings.contacts import Contact, contact_field, resolve_batch, unplanned_batches
from tidings.model import Channel
from tidings.notices import Catalogs
from tidings.people import ingest
from tidings.rules import Rule
from tidings.store.tables import attempts, contacts, entries
from tidings.vault import Sealed, notice_code

KILLS = int(os.environ.get("TIDINGS_TEST_KILLS", "20"))
SEED = int(os.environ.get("TIDINGS_TEST_SEED", "0")) or secrets.randbelow(10**9)
TURNS = 3 * KILLS
"""Runs at most: one that ends before its moment is not counted."""
ROWS_EACH = max(1, min(24, 6000 // (TURNS + 1)))
"""New rows of the list before each run, so that every kill finds messages of every kind under way."""
DEADLINE = 120
ROUND = 5
"""Of so many runs, the receiver is killed before the last but one, amid whose messages that run then dies. The last is a
command: it takes longer than a lease to start, so it meets claims that are lost, and of which nobody has heard.
"""
MAIL_AND_TEXT = (Channel.SMS, Channel.EMAIL)
LETTERS = (Channel.LETTER, Channel.HAND)

pytestmark = [pytest.mark.flow, pytest.mark.kill]


def test_nobody_is_lost_and_nobody_told_twice(make_place, small_list, tmp_path):
    print(f"TIDINGS_TEST_SEED={SEED} TIDINGS_TEST_KILLS={KILLS}")  # noqa: T201 - so that a failure can be repeated
    settings = {"TIDINGS_SENDING_LEASE_SECONDS": "2", "TIDINGS_SEND_THREADS": "4"}
    slices = (small_list(tmp_path / f"slice-{n}.csv", ROWS_EACH, skip=n * ROWS_EACH) for n in itertools.count())
    with make_place(tmp_path / "place", wait_minutes=0, otherwise="resend", patience=120.0, **settings) as place:
        assert place.tidings("init", "example").code == 0
        with _Killing(place, slices, random.Random(SEED)) as killing:
            killing.calm_run()
            killed = 0
            for turn in range(TURNS):
                killed += killing.run(turn)
                if killed == KILLS:
                    break
            assert killed == KILLS, "too many runs ended before their moment"
            killing.calm_down()
            taken = killing.messages()
            killing.flow("notify")
            assert killing.messages() == taken, "a run with nothing due sent something"
            assert place.await_receipts()["receipts"]["given_up"] == 0
        with place.workspace() as ws:
            _everybody_is_somewhere(ws, killing.persons)
            letters = _letters_there_once(ws)
            _told_once(ws, place.outbox(), letters)
            _every_attempt_has_its_entries(ws)
        assert place.tidings("ledger", "verify").code == 0


def _everybody_is_somewhere(ws, persons):
    status = delivery.status(ws)
    assert status["persons"] == persons == sum(status["states"].values())
    assert not any(status["states"][name] for name in ("enrolled", "planned", "sending", "unknown", "undelivered"))
    assert sum(status["holds"].values()) == status["states"]["held"]
    assert Rule.UNKNOWN not in status["holds"]
    assert status["ledger"]["waiting"] == 0


def _letters_there_once(ws):
    """The attempts whose sealed letter is there: exactly those that are said to be ready, and no file besides."""
    ready_letters = {attempt: person for person, attempt, _channel in delivery.ready_letters(ws)}
    files = {file.stem: file for file in ws.letters_folder.glob("[!.]*")}
    assert set(files) == set(ready_letters)
    assert ready_letters, "no letter was due: the list is too short"
    for attempt, person in ready_letters.items():
        assert not files[attempt].read_bytes().startswith(b"%PDF")
        assert files[attempt].stat().st_mode & 0o777 == 0o600
        assert delivery.open_letter(ws, person, attempt).startswith(b"%PDF")
    return set(ready_letters)


def _told_once(ws, outbox, letters):
    """Held against the contacts, not against what the attempts say: each track of each person was told exactly once."""
    by_attempt = Counter(one["attempt"] for one in outbox)
    assert not [attempt for attempt, count in by_attempt.items() if count != 1]
    assert max(Counter((one["to"], one["body"]) for one in outbox).values()) == 1
    with ws.store.reading() as connection:
        made = connection.execute(select(attempts.c.id, attempts.c.contact_id, attempts.c.channel, attempts.c.code)).all()
    wait_for_fonts = {one.contact_id for one in made if one.code == Rule.FONT_MISSING}
    pressed = {one.contact_id for one in made if one.id in letters}
    # A code is a person's own, so a message says whom it is for, whatever attempt's name it bears.
    messages = Counter((one["channel"], one["to"]) for one in outbox)
    mine = Counter()
    tracks = {}
    for contact in _contacts(ws):
        found = sum(one["to"] == contact.address and contact.code in one["body"] for one in outbox)
        if contact.channel in LETTERS:
            found = contact.number in pressed or contact.number in wait_for_fonts
        else:
            mine[contact.channel.value, contact.address] += found
        told, usable = tracks.get((contact.person, contact.track), (0, False))
        tracks[contact.person, contact.track] = told + found, usable or contact.usable
    assert mine == messages, "a message went to somebody who is not in the list"
    assert {told for told, usable in tracks.values() if usable} == {1}
    # A contact may have been held after it was used; nobody with none was ever told twice either.
    assert {told for told, usable in tracks.values() if not usable} <= {0, 1}


def _every_attempt_has_its_entries(ws):
    with ws.store.reading() as connection:
        bodies = [orjson.loads(body) for body in connection.scalars(select(entries.c.body))]
        states = connection.execute(select(attempts.c.id, attempts.c.channel, attempts.c.state)).all()
    facts = Counter()
    for body in bodies:
        resent = body.get("code") in ("provider.not_found", "policy.resend")
        facts[body["kind"] if not resent else "resent", body.get("attempt")] += 1
    print(Counter(kind for kind, attempt in facts.elements() if attempt))  # noqa: T201 - what the kills came to
    assert any(kind == "attempt.unknown" for kind, _ in facts), "no kill ever met a message under way"
    for attempt, channel, state in states:
        handed_over = facts["notice.sent", attempt] + facts["attempt.settled", attempt]
        if channel in MAIL_AND_TEXT:
            assert state == "delivered"
            assert facts["notice.delivered", attempt] == 1
            # Where the first that was heard is that it arrived, that is the entry.
            assert handed_over == 1 or (handed_over == 0 and facts["attempt.unknown", attempt])
        else:
            assert facts["letter.composed", attempt] == (state == "accepted")
            assert not handed_over


class _Contact(NamedTuple):
    number: int
    person: str
    track: str
    channel: Channel
    usable: bool
    address: str
    code: str


def _contacts(ws):
    with ws.store.reading() as connection:
        rows = connection.execute(select(contacts)).all()
    ws.vault.preload([row.person_id for row in rows])
    found = []
    for row in rows:
        sealed = ws.vault.open_sealed(row.person_id, contact_field(bytes(row.mark)), 1, Sealed(row.sealed))
        address, code = Contact.from_bytes(sealed).address, notice_code(ws.vault, row.person_id)
        found.append(_Contact(row.id, row.person_id, row.track, Channel(row.channel), row.state == "usable", address, code))
    return found


class _Moment(NamedTuple):
    """When to kill: a name for the log, and whether it has come."""

    name: str
    come: Callable[[], bool]


@dataclass
class _Killing:
    """The runs of one test, their receiver, and the people who are enrolled between them."""

    place: object
    slices: Iterator[Path]
    rng: random.Random
    persons: int = 0
    calm_seconds: float = 0.0
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def __enter__(self):
        self.http = self.stack.enter_context(httpx.Client(trust_env=False, verify=False))
        self.driver = self.stack.enter_context(_driver(self.place))
        self.receiver = _Receiver(self.place)
        self.stack.callback(self.receiver.down)
        self.receiver.up()
        return self

    def __exit__(self, *_):
        self.stack.close()

    def calm_run(self):
        """One run that nobody disturbs, to learn how long the others may take."""
        self.enrol()
        started = time.monotonic()
        self.flow("notify")
        self.calm_seconds = time.monotonic() - started

    def run(self, turn):
        """One run, killed at its moment. False if it ended before."""
        started = time.monotonic()
        self.enrol()
        unheard, command = turn % ROUND == ROUND - 2, turn % ROUND == ROUND - 1
        if unheard:
            self.receiver.kill()
        moment = self.moment(2 * self.calm_seconds + 4 if command else self.calm_seconds, amid_messages=unheard)
        run = _Command(self.place) if command else _Child(self.driver, "notify")
        deadline = time.monotonic() + DEADLINE
        while not moment.come() and run.goes_on():
            assert time.monotonic() < deadline, f"{moment.name} never came, nor did the run end"
            time.sleep(0.001)
        run.kill()
        killed = run.end() == -signal.SIGKILL
        how, seconds = "killed" if killed else "ended", time.monotonic() - started
        print(f"{turn}: {type(run).__name__} {how} {moment.name}, {self.messages()} messages, {seconds:.1f} s")  # noqa: T201
        if command:
            self.receiver.up()
        if not unheard and self.rng.random() < 0.5:  # otherwise what is unknown waits, and the next run meets it
            self.place.await_receipts()
            self.flow("reconcile")
        return killed

    def moment(self, seconds, *, amid_messages=False):
        """After some more messages or letters, once a checkpoint is published, or at any time."""
        messages, letters = self.messages(), len(_names(self.place.home / "letters"))
        checkpoints = self.place.home / "ledger/checkpoints"
        published, at = len(_names(checkpoints)), time.monotonic() + self.rng.uniform(0, seconds)
        more, some, later = self.rng.randint(1, 12), self.rng.randint(1, 3), self.rng.randint(1, 2)
        moments = [
            _Moment(f"after {more} more messages", lambda: self.messages() >= messages + more),
            _Moment(f"after {some} more letters", lambda: len(_names(self.place.home / "letters")) >= letters + some),
            _Moment(f"at checkpoint {later}", lambda: len(_names(checkpoints)) >= published + later),
            _Moment("at any time", lambda: time.monotonic() >= at),
        ]
        return moments[0] if amid_messages else self.rng.choices(moments, [4, 2, 2, 2])[0]

    def messages(self):
        return self.http.get(f"{self.place.box.outbox_url}.json").json()["messages"]

    def flow(self, name):
        """A run that nobody disturbs."""
        assert _Child(self.driver, name).end() == 0, (self.place.output / "driver.err").read_text()

    def enrol(self):
        """Some more people, with plans, without Prefect; some of their numbers answer slowly."""
        with self.place.workspace() as ws:
            number = ingest.take_list(ws, next(self.slices))
            for batch in ingest.staged_batches(ws, number):
                ingest.ingest_batch(ws, batch)
            self.persons += ingest.finish_list(ws, number)["persons"]
            catalogs = Catalogs.load()
            for batch in unplanned_batches(ws):
                resolve_batch(ws, batch, catalogs)
            texted = [one.address for one in _contacts(ws) if one.usable and one.channel is Channel.SMS]
        slow = [address for address in texted if self.rng.random() < 0.3]
        self.place.control(assign=dict.fromkeys(slow, "slow"), slow_seconds=0.1)

    def calm_down(self):
        """Runs that nobody disturbs, until nothing is due or unknown."""
        self.receiver.up()
        deadline = time.monotonic() + DEADLINE
        while True:
            self.place.await_receipts()
            self.flow("reconcile")
            self.flow("notify")
            self.place.await_receipts()
            self.flow("integrate")
            with self.place.workspace() as ws:
                states = delivery.status(ws)["states"]
            if not any(states[name] for name in ("enrolled", "planned", "sending", "unknown")):
                return
            assert time.monotonic() < deadline, f"somebody is left: {states}"


class _Command:
    """`python -m tidings notify`."""

    def __init__(self, place):
        self._process = place.start("notify")

    def goes_on(self):
        return self._process.poll() is None

    def kill(self):
        self._process.kill()

    def end(self):
        """Exit status, negative if a signal ended it."""
        return self._process.wait(DEADLINE)


class _Child:
    """A flow that runs in a fork of the driver, which reaps it only when told to: until then its id is its own."""

    def __init__(self, driver, name):
        self._driver, self._over = driver, False
        self._pid = _told(driver, name)

    def goes_on(self):
        if not self._over and ready.select([self._driver.stdout], [], [], 0)[0]:
            self._over = bool(self._driver.stdout.readline())
        return not self._over

    def kill(self):
        os.kill(self._pid, signal.SIGKILL)

    def end(self):
        deadline = time.monotonic() + DEADLINE
        while self.goes_on():
            assert time.monotonic() < deadline, "a flow does not end"
            ready.select([self._driver.stdout], [], [], 0.1)
        return os.waitstatus_to_exitcode(_told(self._driver, "reap"))


class _Receiver:
    """`tidings serve`, which can be killed and comes back on its port."""

    def __init__(self, place):
        self._place, self._block, self._process = place, None, None

    def up(self):
        if self._block:
            return
        self._block = self._place.receiving()
        self._process = self._block.__enter__()

    def kill(self):
        self._process.kill()
        self._process.wait(DEADLINE)
        self.down()

    def down(self):
        block, self._block = self._block, None
        if block:
            block.__exit__(None, None, None)


def _names(folder):
    return list(folder.glob("[!.]*"))


@contextlib.contextmanager
def _driver(place):
    with (place.output / "driver.err").open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, __file__],
            cwd=place.folder,
            env=place.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=err,
            bufsize=0,
        )
    try:
        yield process
    finally:
        process.stdin.close()
        process.wait(DEADLINE)
        process.stdout.close()


def _told(driver, word):
    driver.stdin.write(f"{word}\n".encode())
    return int(driver.stdout.readline())


def _drive():
    """Reads names of flows; runs each in a child; says its id, then that it is over, then (told to reap it) its status."""
    from tidings.cli.flows import settle_prefect

    settle_prefect()
    from flows.integrate import integrate
    from flows.notify import notify
    from flows.reconcile import reconcile

    known = {"integrate": integrate, "notify": notify, "reconcile": reconcile}
    while name := sys.stdin.buffer.readline().decode().strip():
        child = os.fork()
        if not child:
            _run(known[name])
        _say(child)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        _say(0)
        sys.stdin.buffer.readline()
        _say(os.waitpid(child, 0)[1])


def _run(flow):
    silent = os.open(os.devnull, os.O_RDWR)
    os.dup2(silent, 0)
    os.dup2(silent, 1)
    code = 1
    try:
        flow()
        code = 0
    except Exception as error:  # noqa: BLE001 - a code, since nothing else leaves a flow
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
    finally:
        os._exit(code)


def _say(number):
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _drive()
