"""What a line of docs/validation.md is: a metric, an oracle, and how far the two are apart."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from validation_networks import GRAPHS

Found = Mapping[Hashable, float]
Differ = Callable[[str], float]

ALL = tuple(GRAPHS)
BOUNDS = (1e-12, 1e-9, 1e-6)


def difference(ours: Any, theirs: Any) -> float:
    """The largest difference; infinite where one has a value and the other none."""
    if isinstance(theirs, Mapping):
        assert set(ours) == set(theirs)
        return max(difference(ours[node], value) for node, value in theirs.items())
    if math.isnan(ours) or math.isnan(theirs):
        return 0.0 if math.isnan(ours) and math.isnan(theirs) else math.inf
    return abs(float(ours) - float(theirs))


@dataclass(frozen=True)
class Comparison:
    """One line of the document: `differ` computes both sides on one network.

    package: what has to be installed for it. bounds: the first that the difference does not
    exceed is printed.
    """

    metric: str
    oracle: str
    networks: tuple[str, ...]
    differ: Differ
    convention: str = ""
    package: str = ""
    bounds: tuple[float, ...] = BOUNDS

    def largest(self, networks: Iterable[str] | None = None) -> float:
        """The largest difference over the networks, or some of them."""
        chosen = self.networks if networks is None else networks
        return max(self.differ(name) for name in chosen)

    def bound(self) -> float:
        """The least bound that the largest difference does not exceed; itself above them all."""
        value = self.largest()
        return next((each for each in self.bounds if value <= each), value)

    def line(self, least: float) -> str:
        """The line of the document with a bound."""
        networks = "all" if self.networks == ALL else ", ".join(self.networks)
        below = f"below {least:.0e}".replace("e-0", "e-")
        return f"| `{self.metric}` | {self.oracle} | {networks} | {below} | {self.convention} |\n"
