"""A measured figure beside its floor. Ratios are what counts: absolute times are one machine's on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` and `floor` are rates in `unit`: the more, the better. `beside` says what the floor is."""

    name: str
    value: float
    unit: str
    floor: float
    beside: str

    @property
    def ratio(self) -> float:
        """How much of the floor's rate is left."""
        return self.value / self.floor


def show(figures: Iterable[Figure]) -> None:
    print(f"{'':24}{'rate':>12} {'':12}{'floor':>12}{'ratio':>8}  the floor is")
    for one in figures:
        print(f"{one.name:24}{one.value:12,.0f} {one.unit:12}{one.floor:12,.0f}{one.ratio:8.2f}  {one.beside}")
