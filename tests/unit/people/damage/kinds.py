"""What the kinds of damage share: a cell, the values that a careful officer reads in it, and registers of named kinds."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

from .people import Who


class Cell(NamedTuple):
    """`text` as the list has it; `value` as the key has it: a tuple for phones, a text or None otherwise."""

    text: str
    value: Any = None


Kind = Callable[[Random, Who], Cell]
Register = dict[str, Kind]


def always(cell: Cell) -> Kind:
    """A kind whose cell is the same for everybody."""
    return lambda _random, _who: cell


def add(register: Register) -> Callable[[Kind], Kind]:
    """Decorator: the function's name is the kind's name, by which a failure is reported."""

    def named(kind: Kind) -> Kind:
        register[kind.__name__] = kind
        return kind

    return named
