"""What the flow tests run on: one Prefect server, and places: a workspace, an incident, a sandbox and a receiver each.

Commands run as processes of their own, as a user runs them. So it does not matter what this process has imported, and
everything that they write (their output too) lies in the place's folder or in the server's.
"""

import contextlib
import csv
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tidings.cli.servers import sandbox_settings
from tidings.sandbox.server import Sandbox, running_sandbox
from tidings.settings import Settings
from tidings.workspace import open_workspace

# The modules that these tests share lie beside them; pytest's importlib mode puts no folder on the path.
sys.path.insert(0, str(Path(__file__).parent))

CONFIG = Path(__file__).parents[2] / "config"
EXAMPLE = CONFIG / "incidents/example"
SAMPLE = EXAMPLE / "affected_persons.csv"
READY_SECONDS = 120
COMMAND_SECONDS = 180
RECEIPTS_SECONDS = 60
ONE_BY_ONE = """
import json, os, sys
from tidings.cli import run
from tidings.vault import harden

harden()
codes = []
for arguments, environment in json.loads(sys.argv[1]):
    os.environ.update(environment)
    sys.stderr.write(f"$ tidings {arguments[0]}\\n")
    codes.append(run(arguments))
print("\\n" + json.dumps(codes))
"""
FOREIGN = ("TIDINGS_", "PREFECT_", "TWILIO_", "SENDGRID_", "XDG_")


def pytest_collection_modifyitems(items):
    """What is in this folder runs flows: say so where a test has no marker of its own."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and not {"flow", "kill"} & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.flow)


@dataclass(frozen=True)
class PrefectServer:
    """`folder` holds all that the server and its clients write: their home, the temporary files, the server's output."""

    folder: Path
    url: str
    environment: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Ran:
    """A command that has ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)


@dataclass(frozen=True)
class Place:
    """A folder with everything of one incident in it. `environment` is what its commands get; nothing else is set.

    `home` is the workspace, `config` a copy of config/ with the example incident and no list, `tmp` the commands'
    TMPDIR, `output` what they wrote to stdout and stderr, file by file.
    """

    folder: Path
    environment: dict[str, str] = field(repr=False)
    box: Sandbox
    port: int

    @property
    def home(self):
        return self.folder / "workspace"

    @property
    def config(self):
        return self.folder / "config"

    @property
    def tmp(self):
        return self.folder / "tmp"

    @property
    def output(self):
        return self.folder / "output"

    def tidings(self, *arguments, **environment):
        """Runs one command to its end. Settings may be given: `TIDINGS_…="…"`."""
        return self._ran(["-m", "tidings", *map(str, arguments)], environment)

    def each(self, *commands):
        """Runs commands one after the other in one process, which saves seconds each; gives the Ran, and their exit codes.

        A command is a list of arguments, or (arguments, environment); an environment stays for the commands after it.
        """
        given = [command if isinstance(command, tuple) else (command, {}) for command in commands]
        plain = json.dumps([[list(map(str, arguments)), environment] for arguments, environment in given])
        ran = self._ran(["-c", ONE_BY_ONE, plain], {})
        assert ran.code == 0, ran.err
        return ran, json.loads(ran.out.splitlines()[-1])

    def python(self, *arguments, **environment):
        """Runs Python with these arguments (a script, `-c` and code) as a command of this place would run."""
        return self._ran([*map(str, arguments)], environment)

    def start(self, *arguments, **environment):
        """Starts a command, in a process group of its own, and returns the Popen: the caller ends it."""
        with self._files() as (out, err):
            return self._popen(["-m", "tidings", *map(str, arguments)], environment, out, err)

    @contextlib.contextmanager
    def receiving(self):
        """`tidings serve`, as long as the block lasts. The workspace must have been made."""
        process = self.start("serve", "--port", self.port)
        try:
            _await_answer(f"http://127.0.0.1:{self.port}/healthz", process)
            yield process
        finally:
            _end(process)

    @contextlib.contextmanager
    def workspace(self):
        """The workspace, opened here."""
        settings = Settings(home=self.home, config=self.config, _env_file=None)
        ws = open_workspace(settings)
        try:
            yield ws
        finally:
            ws.close()

    def outbox(self):
        """What the sandbox took, in order: {channel, to, attempt, body, subject, html, at, status} each."""
        return _get(f"{self.box.outbox_url}/deliveries.json")

    def tallies(self):
        """{messages, by_channel, recipients: {address: messages}, receipts: {pending, sent, given_up, elsewhere}}."""
        return _get(f"{self.box.outbox_url}.json")

    def control(self, **wanted):
        """Changes the sandbox: `assign={address: fate}`, `slow_seconds=…`."""
        with httpx.Client(trust_env=False) as client:
            client.post(f"{self.box.twilio_url}/control", json=wanted).raise_for_status()

    def await_receipts(self):
        """Until the sandbox has no receipt left to send; gives the tallies."""
        deadline = time.monotonic() + RECEIPTS_SECONDS
        while (tallies := self.tallies())["receipts"]["pending"]:
            assert time.monotonic() < deadline, "receipts are still on their way"
            time.sleep(0.05)
        return tallies

    def status(self):
        return self.tidings("status", "--json").json()

    def _ran(self, arguments, environment):
        with self._files() as (out, err):
            process = self._popen(arguments, environment, out, err)
            try:
                code = process.wait(COMMAND_SECONDS)
            finally:
                _end(process)
        return Ran(code, Path(out.name).read_text(), Path(err.name).read_text())

    @contextlib.contextmanager
    def _files(self):
        name = f"{len(list(self.output.iterdir())) // 2:03d}"
        with (self.output / f"{name}.out").open("wb") as out, (self.output / f"{name}.err").open("wb") as err:
            yield out, err

    def _popen(self, arguments, environment, out, err):
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
        )


@pytest.fixture(scope="session")
def prefect_server(tmp_path_factory):
    """One server for all flow tests. Its home is new, and known."""
    folder = tmp_path_factory.mktemp("prefect")
    port = _free_port()
    url = f"http://127.0.0.1:{port}/api"
    (folder / "home").mkdir(mode=0o700)
    (folder / "tmp").mkdir()
    environment = {
        "PREFECT_HOME": str(folder / "home"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_UI_ENABLED": "false",
        "PY_KEY_VALUE_DISABLE_BEARTYPE": "true",
        "DO_NOT_TRACK": "1",
    }
    command = ["-m", "uvicorn", "--factory", "prefect.server.api.server:create_app", "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "server.out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=folder,
            env={**_clean(), **environment, "TMPDIR": str(folder / "tmp"), "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        _await_answer(f"{url}/health", process)
        yield PrefectServer(folder, url, {**environment, "PREFECT_API_URL": url})
    finally:
        _end(process)


@pytest.fixture(scope="session")
def make_place(prefect_server):
    """`with make_place(folder, wait_minutes=0, otherwise="resend") as place`: a new Place; its sandbox ends with the block.

    `wait_minutes` and `otherwise` are the incident's for attempts that stay unknown; `patience` is how many seconds the
    sandbox tries to bring a receipt to a receiver that is down.
    """

    @contextlib.contextmanager
    def make(folder, *, wait_minutes=30, otherwise="hold", patience=60.0, **environment):
        for name in ("output", "tmp", "user"):
            (folder / name).mkdir(parents=True)
        _copy_config(folder / "config", wait_minutes, otherwise)
        port = _free_port()
        public_url = f"http://127.0.0.1:{port}"
        with running_sandbox(receipts_url=public_url, patience=patience) as box:
            settings = {
                **_clean(),
                **prefect_server.environment,
                "HOME": str(folder / "user"),
                "TMPDIR": str(folder / "tmp"),
                "TIDINGS_HOME": str(folder / "workspace"),
                "TIDINGS_CONFIG": str(folder / "config"),
                "TIDINGS_PUBLIC_URL": public_url,
                **sandbox_settings(box),
                **environment,
            }
            yield Place(folder, settings, box, port)

    return make


@pytest.fixture
def place(make_place, tmp_path):
    """A new Place for one test."""
    with make_place(tmp_path / "place") as made:
        yield made


@pytest.fixture(scope="session")
def small_list():
    """`small_list(file, rows, skip=0)` writes the first rows of the sample, below its header, and gives the file."""

    def write(file, rows, *, skip=0):
        header, *lines = sample_rows(skip + rows)
        file.write_text(_csv([header, *lines[skip:]]), encoding="utf-8")
        return file

    return write


@pytest.fixture(scope="session")
def as_csv():
    """`as_csv(rows)`: a list's text, of the header and rows given as lists of cells."""
    return _csv


@pytest.fixture(scope="session")
def sample_header():
    return sample_rows(0)[0]


def sample_rows(rows):
    """The header and the first rows of the example's list."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        return [next(reader) for _ in range(rows + 1)]


def _csv(rows):
    lines = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\r\n".join(lines) + "\r\n"


def _copy_config(folder, wait_minutes, otherwise):
    incident = folder / "incidents/example"
    incident.mkdir(parents=True)
    for name in ("safety.toml", "hours.toml"):
        shutil.copy(CONFIG / name, folder)
    shutil.copytree(CONFIG / "laws", folder / "laws")
    shutil.copytree(EXAMPLE / "texts", incident / "texts")
    shutil.copy(EXAMPLE / "columns.toml", incident)
    text = (EXAMPLE / "incident.toml").read_text(encoding="utf-8")
    for name, value in (("wait_minutes", str(wait_minutes)), ("otherwise", f'"{otherwise}"')):
        text, found = re.subn(rf"^{name} = .*$", f"{name} = {value}", text, flags=re.MULTILINE)
        assert found == 1
    (incident / "incident.toml").write_text(text, encoding="utf-8")


def _clean():
    """This process's environment without anything that a developer may have set for Tidings or Prefect."""
    return {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _get(url):
    with httpx.Client(trust_env=False) as client:
        return client.get(url).raise_for_status().json()


def _await_answer(url, process):
    deadline = time.monotonic() + READY_SECONDS
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if client.get(url).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                time.sleep(0.05)
    raise AssertionError(f"{url} does not answer; exit code {process.poll()}")


def _end(process):
    """Ends a process that was started here, gently first."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
