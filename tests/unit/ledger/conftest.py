"""Other people's programs, where bin/outside could install them; else what needs them skips, and says so."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # for tampering.py
ROOT = Path(__file__).parents[3]
OUTSIDE = ROOT / ".outside"


def skip(what):
    pytest.skip(f"SKIPPED WITHOUT {what}: install it with bin/outside")


@pytest.fixture(scope="session")
def tlog():
    """Runs the Go program of tests/outside: x/mod/sumdb's tlog and note."""
    program = OUTSIDE / "tlog"
    if not program.is_file():
        skip("GO'S x/mod/sumdb")

    def run(*arguments):
        return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session")
def aics():
    """The package aics-tlog. It asks for Python 3.12, so no lock of ours has it."""
    if not (OUTSIDE / "python/aics_tlog").is_dir():
        skip("aics-tlog")
    sys.path.append(str(OUTSIDE / "python"))
    try:
        yield importlib.import_module("aics_tlog")
    finally:
        sys.path.remove(str(OUTSIDE / "python"))


@pytest.fixture(scope="session")
def torchwood():
    """Where litewitness and witnessctl are: FiloSottile's torchwood, Debian sid's package."""
    folder = OUTSIDE / "torchwood/usr/bin"
    if not (folder / "litewitness").is_file():
        skip("litewitness (Debian sid's torchwood)")
    return folder
