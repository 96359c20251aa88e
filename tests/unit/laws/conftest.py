"""The profiles as they are shipped, and the incident that they are looked at with."""

from pathlib import Path

import pytest

from tidings.incident import load_incident
from tidings.laws import load_all

CONFIG = Path(__file__).parents[3] / "config"


@pytest.fixture(scope="session")
def laws():
    return load_all(CONFIG)


@pytest.fixture(scope="session")
def example():
    return load_incident(CONFIG / "incidents" / "example")
