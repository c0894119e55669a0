"""The lines of docs/validation.md about chance: p-values, and centralisation by chance."""

from __future__ import annotations

import contextlib
import io
import math
import warnings
from collections.abc import Callable, Hashable
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
from oracles_of_chance import dealt_ei_index, sharing_p_values
from validation_comparison import Comparison, difference
from validation_networks import (
    FEW,
    FEW_WOMEN,
    TWO_MODE,
    WOMEN,
    graph_of,
    network_of,
    sectors_of,
    two_mode,
)

from graphkit.metrics import cohesion, cohesion_chance, ei_index
from graphkit.network import backbone_of

BACKBONE = "backbone"
DRAWS = 100_000
CENTRALISED = {"degree-centralisation": 0.09872, "betweenness-centralisation": 0.005513}
"""Their means over the 5,000 tables of vegan, as `benchmarks/validation_cug.R` prints them."""

CENTRALISED_DRAWS = 200
PValues = dict[tuple[int, int], float]


def _table(name: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Who is in which group, a row for each organisation in the order of their ids."""
    inside = TWO_MODE[name]()
    groups = sorted(set().union(*inside.values()))
    return np.array([[group in inside[one] for group in groups] for one in sorted(inside)], int)


def _p_values(name: str) -> PValues:
    """Graphkit's, of every pair that shares a group: at this rate all of them are kept."""
    found = backbone_of(two_mode(name).two_mode, math.inf)
    pairs = (tuple(pair) for pair in found.pairs.T.tolist())
    return dict(zip(pairs, found.p_values.tolist(), strict=True))


def _bicm(name: str) -> PValues:
    """Those of the package bicm. It prints as it goes, and computes nothing when told not to."""
    with (
        warnings.catch_warnings(),
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
    ):
        warnings.simplefilter("ignore")  # of numba, about how bicm is written
        from bicm import BipartiteGraph

        graph = BipartiteGraph(biadjacency=_table(name))
        graph.solve_tool(tol=1e-12, eps=1e-14, print_error=False)
        graph.compute_projection(approx_method="poibin", threads_num=1)
        values = graph.get_projected_pvals_mat()
    return {(a, b): float(values[a, b]) for a, b in combinations(range(len(values)), 2)}


def _backbone(name: str, oracle: Callable[[str], PValues]) -> float:
    ours, theirs = _p_values(name), oracle(name)
    return difference(ours, {pair: theirs[pair] for pair in ours})


@cache
def _dealt(name: str, by: str) -> tuple[float, float]:
    return dealt_ei_index(graph_of(name).edges, _categories(name, by))


def _categories(name: str, by: str) -> dict[Hashable, str]:
    """The sectors; or whether a node is tied to the one with the most ties, or is that node."""
    if by == "sector":
        return sectors_of(name)
    graph = graph_of(name)
    centre = max(graph, key=lambda node: (len(graph[node]), node))
    return {node: str(node == centre or node in graph[centre]) for node in graph}


def _mean_by_chance(name: str) -> float:
    return max(
        difference(ei_index(network_of(name), _categories(name, by), draws=1).expected, mean)
        for by in ("sector", "near")
        for mean, _ in [_dealt(name, by)]
    )


def _by_draws(name: str) -> float:
    return max(
        difference(ei_index(network_of(name), _categories(name, by), draws=DRAWS).p_value, exact)
        for by in ("sector", "near")
        for _, exact in [_dealt(name, by)]
    )


@cache
def _centralised(name: str) -> dict[str, float]:
    """Graphkit's means of the centralisations over its draws."""
    network = two_mode(name)
    found = cohesion_chance(network, cohesion(network, draws=1), draws=CENTRALISED_DRAWS)
    means = zip(found.compared, found.expectation.expected, strict=True)
    return {metric: mean for (metric, _), mean in means}


def _margins_kept(metric: str, error: str, bound: float) -> Comparison:
    return Comparison(
        metric,
        "R's vegan 2.6-4, measured by sna",
        (WOMEN,),
        lambda name: difference(_centralised(name)[metric], CENTRALISED[metric]),
        f"its mean by chance, from {CENTRALISED_DRAWS} and 5,000 draws; the standard error of the "
        f"difference is {error}",
        bounds=(bound,),
    )


OF_CHANCE = (
    _margins_kept("degree-centralisation", "0.002", 5e-3),
    _margins_kept("betweenness-centralisation", "0.0004", 1e-3),
    Comparison(
        "ei-index",
        "all deals of the categories",
        FEW,
        _mean_by_chance,
        "its mean by chance",
    ),
    Comparison(
        "ei-index",
        "all deals of the categories",
        FEW,
        _by_draws,
        f"its p-value by {DRAWS:,} draws, whose standard error is up to 0.0016",
        bounds=(5e-3,),
    ),
    Comparison(
        BACKBONE,
        "bicm 3.4.0",
        tuple(name for name in TWO_MODE if name != FEW_WOMEN),
        lambda name: _backbone(name, _bicm),
        "the p-value of each pair that shares a group",
        package="bicm",
    ),
    Comparison(
        BACKBONE,
        "scipy's root, then all 65,536 tables",
        (FEW_WOMEN,),
        lambda name: _backbone(name, lambda each: sharing_p_values(_table(each))),
        "likewise",
    ),
)
