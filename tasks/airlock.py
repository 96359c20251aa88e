"""The airlock's two doors, `sealed_task` and `sealed_flow`: what may cross them, and what an error looks like outside.

Prefect keeps flow parameters (even ones that fail validation), exception messages and their causes in its database, and
pickles a failing flow's exception to disk. So parameters are checked before Prefect sees them, and whatever is raised
inside, a panic of a Rust library too, comes out as `StageFailed(code, batch)`, raised where no other exception hangs on it.
"""

from __future__ import annotations

import functools
import inspect
import traceback
from asyncio import CancelledError
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, get_args, get_origin, get_type_hints

from prefect import Flow, Task
from prefect.cache_policies import NO_CACHE
from prefect.exceptions import TerminationSignal

from tidings.errors import StageFailed, TidingsError
from tidings.model import Counts

P = ParamSpec("P")
R = TypeVar("R")

BAD_PARAMETER = "flow.bad_parameter"
OURS = {"tidings", "tasks", "flows"}


class BadSignature(TypeError):
    """A task or flow takes or returns something that may not cross the airlock."""


def may_cross(annotation: Any) -> bool:
    """Whether values of this type may be seen by Prefect: ints, bools, our enums, counts, lists of those, and None."""
    if annotation in (int, bool, None, type(None), Counts):
        return True
    if get_origin(annotation) is list:
        return all(may_cross(part) for part in get_args(annotation))
    # An enum's values are ours, not anybody's data.
    return inspect.isclass(annotation) and issubclass(annotation, Enum) and annotation.__module__.startswith("tidings.")


def crossing(function: Callable[..., Any]) -> dict[str, Any]:
    """The types of a function's parameters, by name, and of its result as `return`. Raises BadSignature."""
    hints = get_type_hints(function)
    names = [*inspect.signature(function).parameters, "return"]
    for name in names:
        if name not in hints or not may_cross(hints[name]):
            raise BadSignature(f"{function.__module__}.{function.__qualname__}: {name} may not cross the airlock")
    return {name: hints[name] for name in names}


def sealed_task(function: Callable[P, R]) -> Task[P, R]:
    """A Prefect task that nothing personal can pass through."""
    crossing(function)
    return Task(_sealed(function), name=_name(function), persist_result=False, log_prints=False, cache_policy=NO_CACHE, retries=0)


def sealed_flow(**options: Any) -> Callable[[Callable[P, R]], Flow[P, R]]:
    """A Prefect flow that refuses a parameter of the wrong type before Prefect can keep it. `options` are Prefect's."""

    def decorate(function: Callable[P, R]) -> Flow[P, R]:
        crossing(function)
        return _SealedFlow(_sealed(function), name=_name(function), persist_result=False, log_prints=False, **options)

    return decorate


class _SealedFlow(Flow[P, R]):
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        types = crossing(inspect.unwrap(self.fn))
        try:
            given = inspect.signature(self.fn).bind(*args, **kwargs).arguments
            fitting = all(_fits(value, types[name]) for name, value in given.items())
        except TypeError:
            fitting = False
        if not fitting:
            raise StageFailed(BAD_PARAMETER)
        return super().__call__(*args, **kwargs)


def _fits(value: Any, kind: Any) -> bool:
    if get_origin(kind) is list:
        return isinstance(value, list) and all(_fits(one, get_args(kind)[0]) for one in value)
    if kind is int:
        return type(value) is int
    return value is None if kind in (None, type(None)) else isinstance(value, kind)


def _sealed(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        stopped: BaseException | None = None
        code, batch = "", 0
        try:
            return function(*args, **kwargs)
        except StageFailed as failed:
            code, batch = failed.code, failed.batch
        except TidingsError as error:
            code, batch = error.code.value, _batch(args)
        except BaseException as error:  # noqa: BLE001 - this is the wall: nothing goes through but a code and a place
            # A Rust library's panic is no Exception, and Prefect keeps its text as it keeps any other.
            stopped = _stop(error)
            code, batch = f"internal.{type(error).__name__}.{_place(error)}", _batch(args)
        # Raised here, and not where the other was caught: `from None` would only hide it, and a pickle finds what hides.
        raise stopped or StageFailed(code, batch)

    return inside


def _stop(error: BaseException) -> BaseException | None:
    """What stops a run from outside, anew: the one that came in may have an error of ours hanging on it."""
    if isinstance(error, TerminationSignal):
        return TerminationSignal(error.signal)
    return next((kind() for kind in (KeyboardInterrupt, CancelledError) if isinstance(error, kind)), None)


def _batch(args: tuple[Any, ...]) -> int:
    return next((value for value in args if type(value) is int), 0)


def _place(error: BaseException) -> str:
    """The innermost line of ours: `people/ingest.py:120`. A place says nothing of what was there."""
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if OURS & set(Path(frame.filename).parts) and Path(frame.filename) != Path(__file__)
    ]
    return f"{'/'.join(Path(ours[-1].filename).parts[-2:])}:{ours[-1].lineno}" if ours else "outside"


def _name(function: Callable[..., Any]) -> str:
    return function.__name__.replace("_", "-")
