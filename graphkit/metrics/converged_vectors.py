"""Eigenvector centrality and PageRank, computed until they no longer change.

networkx stops both after a mean change of 1e-6 per node. That is too early to rank by: where values
differ by less, the order is an accident of the starting point, and what the rounds have left over
outside the leading component looks like a value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from graphkit.metrics.entry import NoValue

if TYPE_CHECKING:
    from graphkit.metrics.entry import Graph, Values

Floats = npt.NDArray[np.float64]
Inflow = Callable[[Floats], Floats]

RESIDUAL = 1e-12
"""How far, of itself, a value may be from what its neighbours' values make it."""

EQUAL = 1e-9
"""Eigenvalues that differ by no more than this part of them have no one leading vector."""

_JUMP = 0.15
_ROUNDS = 1_000
_DENSE = 200
_TINY = 1e-200
"""Of values that the ties carry so far from the core only the size is kept."""


def pagerank(graph: Graph, weight: str | None) -> Values:
    """The PageRank of each node, the probability of a jump being 0.15.

    As networkx defines it: who has no tie jumps always, and a jump leads to anybody.

    Raises
    ------
    NoValue
        When nobody is tied, so that there is nothing to walk along.
    """
    inflow, _ = _ties(graph, weight)
    return dict(enumerate(pagerank_along(inflow, len(graph)).tolist()))


def pagerank_along(inflow: Inflow, n: int) -> Floats:
    """The PageRank of n nodes, given what flows to each along its ties; as `pagerank`."""
    strength = inflow(np.ones(n))
    tied = strength > 0
    if not tied.any():
        raise NoValue("nobody is tied")
    # Who is tied to nobody passes on what he gets to all alike, as each jump does. So the values
    # solve x = 1 + 0.85 * (what flows to x), but for their sum.
    shares = np.divide(1.0 - _JUMP, strength, out=np.zeros(n), where=tied)
    values = before = np.ones(n)
    ahead = 1.0
    for each in range(_ROUNDS):
        after = 1.0 + inflow(shares * values)
        # What is still missing is at most 0.85 / 0.15 times the last change.
        if (np.abs(after - values) <= RESIDUAL * np.abs(after)).all():
            values = after
            break
        # Chebyshev's steps need a third of the rounds: the flow's eigenvalues are real, up to 0.85.
        before, values = values, before + ahead * (after - before)
        ahead = 1.0 / (1.0 - (1.0 - _JUMP) ** 2 * ahead / (4.0 if each else 2.0))
    result: Floats = values / values.sum()
    return result


def eigenvector(graph: Graph, weight: str | None) -> Values:
    """The leading eigenvector of the ties, of length 1; 0 outside the component that leads.

    Raises
    ------
    NoValue
        When the two largest eigenvalues agree to 1e-9, be they of one component or of two: then
        many vectors do as well as each other, and rounding would choose one.
    """
    return dict(enumerate(eigenvector_along(*_ties(graph, weight)).tolist()))


def eigenvector_along(inflow: Inflow, component: npt.NDArray[np.int64]) -> Floats:
    """The leading eigenvector, given what flows along ties and components; as `eigenvector`."""
    n = len(component)
    reach = inflow(np.ones(n))
    largest = float(reach.max(initial=0.0))
    if not largest > 0:
        return np.zeros(n)

    # No eigenvalue of a component is larger than the largest strength in it.
    bounds = np.zeros(int(component.max()) + 1)
    np.maximum.at(bounds, component, reach / largest)
    found: list[tuple[float, npt.NDArray[np.int64], Floats]] = []
    rivals: list[float] = []
    for number in np.argsort(-bounds, kind="stable").tolist():
        best = max((each[0] for each in found), default=0.0)
        if bounds[number] < best * (1.0 - EQUAL):
            break
        here = np.flatnonzero(component == number)
        within = _within(inflow, here, n, largest)
        values, vector = _largest_two(within, len(here))
        found.append((values[-1], here, _polished(within, vector)))
        rivals += values
    first, second = sorted(rivals)[-1], sorted(rivals)[-2]
    if second >= first * (1.0 - EQUAL):
        raise NoValue(
            f"the two largest eigenvalues, {first * largest:.10g} and {second * largest:.10g}, "
            "are equal to nine digits, so there is no single leading vector"
        )
    _, here, vector = max(found, key=lambda each: each[0])
    result = np.zeros(n)
    result[here] = vector
    return result


def _ties(graph: Graph, weight: str | None) -> tuple[Inflow, npt.NDArray[np.int64]]:
    """What flows to each node along its ties, as a function, and each node's component."""
    import networkx as nx

    if isinstance(graph, nx.Graph):
        from scipy.sparse.csgraph import connected_components

        matrix = nx.to_scipy_sparse_array(
            graph,
            nodelist=range(len(graph)),
            dtype=np.dtype(np.float64),
            weight=weight,
            format="csr",
        )

        def inflow(values: Floats) -> Floats:
            result: Floats = matrix @ values
            return result

        return inflow, connected_components(matrix, directed=False)[1].astype(np.int64)
    from graphkit.backend.components import labels

    return graph.inflow(weight), labels(graph)


def _within(inflow: Inflow, here: npt.NDArray[np.int64], n: int, largest: float) -> Inflow:
    """The flow among the nodes of one component, with ties as parts of the largest strength."""

    def within(values: Floats) -> Floats:
        everywhere = np.zeros(n)
        everywhere[here] = values
        return inflow(everywhere)[here] / largest

    return within


def _largest_two(within: Inflow, size: int) -> tuple[list[float], Floats]:
    """The two largest eigenvalues, the largest last (one alone of a single node), and its vector.

    Raises NoValue when they cannot be told apart.
    """
    if size <= _DENSE:
        matrix = np.stack([within(column) for column in np.eye(size)])
        values, vectors = np.linalg.eigh((matrix + matrix.T) / 2.0)
        return values[-2:].tolist(), np.abs(vectors[:, -1])
    from scipy.sparse.linalg import ArpackNoConvergence, LinearOperator, eigsh

    # Any start will do that is not orthogonal to one of the two vectors, as an even one can be.
    start = np.random.default_rng(0).random(size)
    operator = LinearOperator((size, size), matvec=within, dtype=np.float64)
    try:
        values, vectors = eigsh(operator, k=2, which="LA", v0=start, ncv=20, tol=0, maxiter=5_000)
    except ArpackNoConvergence:
        raise NoValue("the two largest eigenvalues are too close to tell apart") from None
    order = np.argsort(values)
    return values[order].tolist(), np.abs(vectors[:, order[-1]])


def _polished(within: Inflow, vector: Floats) -> Floats:
    """The vector after rounds that make each value, however small, what its neighbours make it."""
    for _ in range(_ROUNDS):
        flow = within(vector)
        size = float(vector @ flow) / float(vector @ vector)
        seen = np.maximum(vector, flow / size) > _TINY
        off = np.abs(flow[seen] - size * vector[seen])
        vector = (vector + flow / size) / 2.0
        vector /= np.sqrt(vector @ vector)
        if (off <= RESIDUAL * size * vector[seen]).all():
            break
    return vector
