"""The providers' own published contracts, checked by a validator that nobody here wrote. Needs ../shared and node."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tidings.sandbox.server import ENVIRONMENT, running_sandbox

ROOT = Path(__file__).parents[2]
REFEREE = ROOT.parent / "shared" / "contracts" / "referee"
CLIENT = ROOT / "tests" / "contracts" / "referee_client.py"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not REFEREE.is_file(), reason="the folder ../shared with the providers' contracts is not here"),
    pytest.mark.skipif(not shutil.which("node"), reason="node, which runs the contracts' validator, is not here"),
]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(REFEREE), *arguments, "--", sys.executable, str(CLIENT)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_every_request_of_ours_is_within_the_contracts():
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "violations=0" in done.stdout


def test_every_answer_of_the_sandbox_is_within_the_contracts():
    with running_sandbox() as sandbox:
        secrets = {
            ENVIRONMENT["account_sid"]: sandbox.account_sid,
            ENVIRONMENT["auth_token"]: sandbox.auth_token,
            ENVIRONMENT["sendgrid_key"]: sandbox.sendgrid_api_key,
        }
        done = run("--proxy", sandbox.twilio_url, sandbox.sendgrid_url, **secrets)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "violations=0" in done.stdout
