"""prefect.yaml deploys every flow, by module, and each can be loaded as Prefect loads it."""

import pkgutil
from pathlib import Path

import pytest
import yaml
from prefect.flows import load_flow_from_entrypoint

import flows

ROOT = Path(__file__).parents[2]
DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]


def test_every_flow_has_a_deployment():
    deployed = {deployment["entrypoint"] for deployment in DEPLOYMENTS}
    assert deployed == {f"flows.{found.name}:{found.name}" for found in pkgutil.iter_modules(flows.__path__)}


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda deployment: deployment["entrypoint"])
def test_its_entry_point_loads_and_its_parameters_are_enforced(deployment):
    flow = load_flow_from_entrypoint(deployment["entrypoint"])
    assert flow.name == deployment["entrypoint"].rpartition(":")[2].replace("_", "-")
    assert deployment["enforce_parameter_schema"] is True  # the server then refuses a wrong parameter before it keeps it


def test_schedules_are_off_until_somebody_switches_them_on():
    assert not any(schedule["active"] for deployment in DEPLOYMENTS for schedule in deployment.get("schedules", []))
