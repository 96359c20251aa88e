"""A workspace with invented people, and an officer who may decide."""

import itertools
import shutil
from pathlib import Path

import pyrage
import pytest

from tests.unit.delivery.conftest import CATALOGS, Clock, Desk
from tidings.contacts import adopt_rules
from tidings.model import Role
from tidings.officers import Officer, add_officer, make_key
from tidings.settings import Settings
from tidings.vault import write_private
from tidings.workspace import create_workspace, open_workspace

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture
def officer_key(tmp_path):
    """The public half of a key whose file the settings name. Under an identity: a passphrase would take seconds each time."""
    identity = pyrage.x25519.Identity.generate()
    write_private(tmp_path / "identity.txt", f"{identity}\n".encode())
    return make_key(tmp_path / "officer.age", recipient=str(identity.to_public()), passphrase=bytes)


@pytest.fixture
def roles():
    return frozenset({Role.APPROVER, Role.OPERATOR})


@pytest.fixture
def desk(tmp_path, officer_key, roles):
    config = tmp_path / "config"
    shutil.copytree(CONFIG, config, ignore=shutil.ignore_patterns("*.csv"))
    add_officer(config / "incidents/example", Officer("night-desk", roles, officer_key))
    settings = Settings(
        home=tmp_path / "home",
        config=config,
        officer_key=tmp_path / "officer.age",
        officer_identity=tmp_path / "identity.txt",
        quiet_hours=False,
        approvals=False,
        twilio_base_url="http://127.0.0.1:9",  # hours and approvals may be off on this machine only
        sendgrid_base_url="http://127.0.0.1:9",
        _env_file=None,
    )
    create_workspace(settings, "example")
    clock = Clock()
    with open_workspace(settings, clock) as ws:
        adopt_rules(ws, CATALOGS)
        yield Desk(ws, tmp_path, clock, itertools.count(1))
