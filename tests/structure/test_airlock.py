"""Nothing personal crosses into Prefect: looked at on every task and flow there is."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
from prefect import Flow, Task

import flows
import tasks
from tasks.airlock import BAD_PARAMETER, BadSignature, _SealedFlow, crossing, sealed_flow, sealed_task
from tidings.errors import ListError, StageFailed
from tidings.model import Channel, Counts

ROOT = Path(__file__).parents[2]


def modules():
    for package in (flows, tasks):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def things(kind):
    return {id(value): value for module in modules() for value in vars(module).values() if isinstance(value, kind)}.values()


def test_there_are_tasks_and_flows_to_look_at():
    assert len(things(Task)) >= 10
    assert len(things(Flow)) == 9


@pytest.mark.parametrize("thing", [*things(Task), *things(Flow)], ids=lambda thing: thing.name)
def test_only_ids_and_counts_cross(thing):
    crossing(thing.fn)  # raises BadSignature for anything else, and for what has no annotation


@pytest.mark.parametrize("thing", [*things(Task), *things(Flow)], ids=lambda thing: thing.name)
def test_prefect_is_told_to_keep_nothing(thing):
    assert thing.persist_result is False
    assert thing.log_prints is False
    run_name = thing.task_run_name if isinstance(thing, Task) else thing.flow_run_name
    assert run_name is None


def test_every_flow_is_a_sealed_one():
    assert all(isinstance(flow, _SealedFlow) for flow in things(Flow))


def test_nobody_goes_around_the_airlock():
    """Prefect's own decorators, artifacts, variables and loggers are named in no file but the airlock's."""
    for file in [*ROOT.glob("flows/*.py"), *ROOT.glob("tasks/*.py")]:
        if file.name == "airlock.py":
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("prefect"):
                assert node.module == "prefect.task_runners", file
            assert not (isinstance(node, ast.Import) and any(name.name.startswith("prefect") for name in node.names)), file


@pytest.mark.parametrize("kind", [str, bytes, dict, object, Path, list[str], float])
def test_a_task_that_asks_for_more_is_refused(kind):
    def greedy(value: kind) -> int:
        return 1

    def leaky(value: int) -> kind:
        return kind()

    for function in (greedy, leaky):
        function.__annotations__ = {name: kind if hint == "kind" else hint for name, hint in function.__annotations__.items()}
        with pytest.raises(BadSignature):
            sealed_task(function)
        with pytest.raises(BadSignature):
            sealed_flow()(function)


def test_a_parameter_without_annotation_is_refused():
    def careless(value) -> int:
        return 1

    with pytest.raises(BadSignature):
        sealed_task(careless)


def test_our_enums_and_counts_may_cross():
    def fine(channel: Channel, batches: list[int], really: bool) -> Counts:
        return Counts()

    assert crossing(fine)["channel"] is Channel


@pytest.mark.parametrize("wrong", ["María Pérez", 1.5, None, ["1"], True])
def test_a_flow_refuses_a_wrong_parameter_before_prefect_sees_it(wrong):
    @sealed_flow()
    def counting(number: int) -> Counts:
        raise AssertionError("never runs")

    with pytest.raises(StageFailed) as refused:
        counting(wrong)
    assert refused.value.code == BAD_PARAMETER
    assert "María" not in repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (ValueError("María Pérez, +18175550186"), "internal.ValueError.outside"),
        (ListError(ListError.Code.EMPTY, "somewhere"), "list.empty"),
        (StageFailed("other.code", 3), "other.code"),
    ],
)
def test_what_is_raised_inside_comes_out_as_a_code_and_nothing_hangs_on_it(inside, code):
    def failing(batch: int) -> Counts:
        try:
            {}["María Pérez"]
        except KeyError:
            raise inside  # noqa: B904 - the worst case: another error hangs on it

    task = sealed_task(failing)
    with pytest.raises(StageFailed) as failed:
        task.fn(7)
    assert failed.value.code == code
    assert failed.value.__cause__ is None
    assert failed.value.__context__ is None
