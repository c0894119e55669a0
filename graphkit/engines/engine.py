"""What an engine is: what it computes from pairs, how exactly, and under which limits.

An engine is a package of this room with one object, named in `ENGINES`. It reads a file of pairs
and gives the values of each organisation under the names of the metric catalogue. Other tasks, such
as counting the whole network, it names where it can do them.
"""

from __future__ import annotations

import os
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal

from graphkit.model import UsageError
from graphkit.model.wording import chosen

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from scipy.sparse import csr_array

    from graphkit.engines.pairs import Pairs

SETTING = "GRAPHKIT_ENGINE"
"""The environment variable that names the engine where nothing else does."""

ENGINES: dict[str, str] = {
    "local": "graphkit.engines.local:ENGINE",
    "duckdb": "graphkit.engines.duckdb:ENGINE",
    "spark": "graphkit.engines.spark:ENGINE",
    "gds": "graphkit.engines.gds:ENGINE",
}
"""Every engine by name, as `module:object`."""

Task = Literal["count", "ties", "communities"]

TASKS: dict[Task, str] = {
    "count": "count a whole network",
    "ties": "write ties",
    "communities": "find communities",
}
"""What an engine may do besides measuring organisations, in words."""

PIVOTS = 1024
FEWEST_PIVOTS = 64
"""From fewer the error of an estimate cannot be told."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How an engine computes a metric.

    Attributes
    ----------
    weighed : bool
        Whether it also does so when ties are weighed.
    error : str
        How far values may be from exact ones; "" for exact to a relative 1e-9.
    """

    weighed: bool = True
    error: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an engine may use, and how much it estimates from.

    Attributes
    ----------
    memory : str
        The memory that its tables may take, such as 2GB; "" for the engine's own default. For Spark
        that of the local session, or of each executor.
    spill : str
        The folder to which it writes what does not fit; "" for a temporary one.
    pivots : int
        For values by sampling, the number of organisations of each component that are drawn. A
        component with no more of them is computed exactly.
    seed : int
        The seed of the draw.
    master : str
        For Spark, its master, or the address of a Spark Connect server (`sc://`); "" for that in
        Spark's own configuration, or a local session.

    Raises
    ------
    UsageError
        If there are fewer than 64 pivots, from which no error can be told, or the seed is negative.
    """

    memory: str = ""
    spill: str = ""
    pivots: int = PIVOTS
    seed: int = 0
    master: str = ""

    def __post_init__(self) -> None:
        if self.pivots < FEWEST_PIVOTS:
            raise UsageError(
                f"`pivots` {self.pivots}: give at least {FEWEST_PIVOTS}, to tell the error by"
            )
        if self.seed < 0:
            raise UsageError(f"`seed` {self.seed}: give 0 or more")


@dataclass(frozen=True)
class Measured:
    """What an engine found.

    Attributes
    ----------
    organisations : sequence of str, length n
        The ids, sorted.
    values : mapping of str to ndarray of float, shape (n,)
        By metric, the value of each organisation; NaN where it has none.
    remarks : mapping of str to str
        By metric, why nobody has a value.
    errors : mapping of str to str
        By metric whose values were estimated, from what, and how far they may be off.
    """

    organisations: Sequence[str]
    values: Mapping[str, npt.NDArray[np.float64]]
    remarks: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Counted:
    """A whole network, counted.

    Attributes
    ----------
    organisations : sequence of str, length n
        The ids, sorted.
    degrees : ndarray of int64, shape (n,)
        How many others each is tied to.
    component : ndarray of int64, shape (n,)
        The component of each, numbered in order of their first organisations.
    layers : mapping of str to int
        How many groups each layer has, in order of name; "" where the pairs name none.
    memberships : int
        How many pairs of an organisation and a group there are.
    largest : int
        How many members the largest group has.
    """

    organisations: Sequence[str]
    degrees: npt.NDArray[np.int64]
    component: npt.NDArray[np.int64]
    layers: Mapping[str, int]
    memberships: int
    largest: int

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return sum(self.layers.values())

    @property
    def ties(self) -> int:
        """How many pairs of organisations share a group."""
        return int(self.degrees.sum()) // 2


class Engine(ABC):
    """What every engine has.

    Attributes
    ----------
    name : str
        Its name in `ENGINES`.
    offers : mapping of str to Offer
        The metrics of organisations that it computes.
    tasks : collection of str
        What else it does, of `TASKS`.
    """

    name: str
    offers: ClassVar[Mapping[str, Offer]]
    tasks: ClassVar[Collection[Task]] = ()

    @abstractmethod
    def measure(self, pairs: Pairs, metrics: Iterable[str], limits: Limits) -> Measured:
        """Compute metrics that it offers.

        Parameters
        ----------
        pairs : Pairs
            Who is in which group.
        metrics : iterable of str
            Their names.
        limits : Limits
            What it may use.

        Returns
        -------
        Measured
            The values.
        """

    def count(self, pairs: Pairs, limits: Limits) -> Counted:
        """Count the whole network; the task `count`.

        Parameters
        ----------
        pairs : Pairs
            Who is in which group.
        limits : Limits
            What it may use.

        Returns
        -------
        Counted
            The counts.
        """
        raise NotImplementedError

    def communities(self, pairs: Pairs, limits: Limits) -> Grouped:
        """Find communities; the task `communities`.

        Parameters
        ----------
        pairs : Pairs
            Who is in which group.
        limits : Limits
            What it may use.

        Returns
        -------
        Grouped
            The community of each organisation.
        """
        raise NotImplementedError

    def ties(self, pairs: Pairs, limits: Limits) -> AbstractContextManager[Ties]:
        """Give all ties, a few at a time; the task `ties`.

        Parameters
        ----------
        pairs : Pairs
            Who is in which group.
        limits : Limits
            What it may use.

        Returns
        -------
        context manager of Ties
            The ties, until it is left.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Grouped:
    """Communities.

    Attributes
    ----------
    organisations : sequence of str, length n
        The ids, sorted.
    community : ndarray of int64, shape (n,)
        The community of each, numbered in order of their first organisations.
    """

    organisations: Sequence[str]
    community: npt.NDArray[np.int64]


@dataclass(frozen=True)
class Ties:
    """The ties of a network, a few at a time.

    Attributes
    ----------
    organisations : sequence of str, length n
        The ids, sorted.
    blocks : iterable of scipy.sparse.csr_array, shape (some, n)
        The weights of the ties of some organisations after the other, by row; columns are sorted.
    """

    organisations: Sequence[str]
    blocks: Iterable[csr_array]


def engine_named(name: str | None) -> Engine:
    """Find an engine.

    Parameters
    ----------
    name : str or None
        Its name; None for that in GRAPHKIT_ENGINE, or `local`.

    Returns
    -------
    Engine
        The engine.

    Raises
    ------
    UsageError
        If there is none of that name.

    Examples
    --------
    >>> engine_named("duckdb").offers["pagerank"]
    Offer(weighed=True, error='')
    """
    wanted = chosen("engine", name or os.environ.get(SETTING) or "local", ENGINES)
    found: Engine = pkgutil.resolve_name(ENGINES[wanted])
    return found


def require_offered(engine: Engine, metrics: Iterable[str], scheme: str) -> None:
    """Refuse what an engine does not compute.

    Parameters
    ----------
    engine : Engine
        The engine.
    metrics : iterable of str
        The names of metrics.
    scheme : {"none", "count", "newman", ""}
        How ties are weighed; "" where that is not known yet.

    Raises
    ------
    UsageError
        If it does not compute one of them with ties weighed so. The message lists the engines that
        do.

    Examples
    --------
    >>> require_offered(engine_named("duckdb"), ["constraint"], "none")
    Traceback (most recent call last):
    graphkit.model.errors.UsageError: the engine duckdb does not compute constraint; choose local
    """
    for metric in metrics:
        if not _computes(engine, metric, scheme):
            others = [name for name in ENGINES if _computes(engine_named(name), metric, scheme)]
            how = "" if metric not in engine.offers else f" with weight {scheme}"
            raise UsageError(
                f"the engine {engine.name} does not compute {metric}{how}; choose "
                f"{' or '.join(others)}"
            )


def require_able(engine: Engine, task: Task) -> None:
    """Refuse a task that an engine does not do.

    Parameters
    ----------
    engine : Engine
        The engine.
    task : str
        One of `TASKS`.

    Raises
    ------
    UsageError
        If it does not. The message lists the engines that do.

    Examples
    --------
    >>> require_able(engine_named("duckdb"), "communities")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    graphkit.model.errors.UsageError: the engine duckdb does not find communities; choose local ...
    """
    if task not in engine.tasks:
        able = [name for name in ENGINES if task in engine_named(name).tasks]
        raise UsageError(
            f"the engine {engine.name} does not {TASKS[task]}; choose {' or '.join(able)}"
        )


def _computes(engine: Engine, metric: str, scheme: str) -> bool:
    offer = engine.offers.get(metric)
    return offer is not None and (scheme in ("", "none") or offer.weighed)
