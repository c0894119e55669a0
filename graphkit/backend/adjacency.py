"""`Adjacency`: a simple graph as compressed rows, in networkx's own order of nodes and neighbours.

Order matters beyond looks: networkx's dictionaries, the colouring of ties in searches and the sums
in floating point all follow it, and results are to be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.node_order import Nodes

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = npt.NDArray[np.float64]


class Adjacency(Nodes):
    """A simple graph as compressed rows, for the functions of the engine. It never changes.

    Parameters
    ----------
    nodes : sequence of hashable, length n
        The nodes in order.
    offsets : ndarray of int64, shape (n + 1,)
        Where the row of each node begins in `neighbours`.
    neighbours : ndarray of int32, shape (entries,)
        Positions of nodes. An undirected edge is in both rows, a self-loop once.
    weights : mapping of str to ndarray of float, shape (entries,), optional
        Named weights, one number per entry of `neighbours`.
    directed : bool, default False
        Whether edges have a direction.
    graph : mapping, optional
        The attributes of the graph.
    attributes : sequence of mapping, optional
        The attributes of each node, for results that are graphs.
    projection : bool, default False
        Whether it stands for an `Incidence`, which has no other weights.

    Examples
    --------
    >>> path = Adjacency("abc", np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1], dtype=np.int32))
    >>> path.degrees().tolist(), path.row(1)
    ([1, 2, 1], [0, 2])
    """

    def __init__(
        self,
        nodes: Sequence[Hashable],
        offsets: npt.NDArray[np.int64],
        neighbours: npt.NDArray[np.int32],
        weights: Mapping[str, Floats] | None = None,
        *,
        directed: bool = False,
        graph: Mapping[Any, Any] | None = None,
        attributes: Sequence[Mapping[Any, Any]] | None = None,
        projection: bool = False,
    ) -> None:
        super().__init__(nodes)
        self.offsets = offsets
        self.neighbours = neighbours
        self.weights = dict(weights or {})
        self.directed = directed
        self.graph = dict(graph or {})
        self.attributes = attributes
        self.projection = projection
        self._inward: dict[str | None, csr_array] = {}

    def is_directed(self) -> bool:
        """Whether its edges have a direction."""
        return self.directed

    @cached_property
    def rows(self) -> npt.NDArray[np.int32]:
        """The node in whose row each entry of `neighbours` stands."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.offsets))

    @cached_property
    def loops(self) -> npt.NDArray[np.bool_]:
        """Which entries of `neighbours` are self-loops."""
        loops: npt.NDArray[np.bool_] = self.rows == self.neighbours
        return loops

    def number_of_edges(self) -> int:
        """How many edges there are; one without direction, in two rows, counts once."""
        entries = len(self.neighbours)
        return entries if self.directed else (entries + int(self.loops.sum())) // 2

    def row(self, node: int) -> list[int]:
        """The neighbours of the node at a position, in order."""
        neighbours: list[int] = self.neighbours[
            self.offsets[node] : self.offsets[node + 1]
        ].tolist()
        return neighbours

    def weight(self, name: str | None) -> Floats:
        """That weight of every entry; 1 for None, and where no edge has a weight of the name.

        Raises networkx's error when it stands for a projection that has no such weight.
        """
        import networkx as nx

        if name in self.weights:
            return self.weights[name]
        if name is not None and self.projection:
            raise nx.NetworkXError(f"a projection has the weights weight and distance, not {name}")
        return np.ones(len(self.neighbours))

    def matrix(self, weight: str | None = None) -> csr_array:
        """The n-by-n adjacency matrix with that weight."""
        from scipy.sparse import csr_array

        shape = (len(self), len(self))
        return csr_array((self.weight(weight), self.neighbours, self.offsets), shape=shape)

    def inflow(self, weight: str | None) -> Callable[[Floats], Floats]:
        """What each node gets when every node sends its value along each of its edges, weighed."""
        matrix = self._inward.get(weight)
        if matrix is None:
            matrix = self.matrix(weight)
            if self.directed:
                matrix = matrix.T.tocsr()
            self._inward[weight] = matrix
        return lambda values: matrix @ values

    def reversed(self) -> Adjacency:
        """The graph with every edge turned round; itself when it has no directions."""
        if not self.directed:
            return self
        order = np.argsort(self.neighbours, kind="stable")
        counts = np.bincount(self.neighbours, minlength=len(self))
        return Adjacency(
            self.nodes,
            np.concatenate(([0], np.cumsum(counts))),
            self.rows[order],
            {name: values[order] for name, values in self.weights.items()},
            directed=True,
        )

    def turned(self) -> npt.NDArray[np.int64]:
        """For each entry of `neighbours`, the entry of the same edge in the other end's row."""
        from scipy.sparse import csr_array

        entries = np.arange(len(self.neighbours), dtype=np.int64)
        shape = (len(self), len(self))
        there = csr_array((entries, self.neighbours, self.offsets), shape=shape).T.tocsr()
        here = there.T.tocsr()  # the same rows again, each in order of neighbour
        turned = np.empty_like(entries)
        turned[here.data] = there.data
        return turned

    @cached_property
    def first(self) -> npt.NDArray[np.bool_]:
        """Which entries of `neighbours` are the first of an edge without direction."""
        first: npt.NDArray[np.bool_] = self.rows <= self.neighbours
        return first

    @cached_property
    def edge(self) -> npt.NDArray[np.int64]:
        """For each entry of `neighbours`, the number of its edge, counted along `first`."""
        numbers = np.cumsum(self.first) - 1
        edge: npt.NDArray[np.int64] = np.where(self.first, numbers, numbers[self.turned()])
        return edge

    def weighed(self, weights: Mapping[str, Floats]) -> Adjacency:
        """The same nodes and neighbours with other weights."""
        other = copy(self)
        other.weights = dict(weights)
        other.projection = False
        other._inward = {}
        other.__networkx_cache__ = {}
        return other

    def one_mode(self) -> Adjacency:
        """Itself: what `Incidence` answers with its projection."""
        return self

    def degrees(self) -> npt.NDArray[np.int64]:
        """Each node's number of edges, in both directions; a self-loop counts twice."""
        out = np.diff(self.offsets)
        if self.directed:
            return out + np.bincount(self.neighbours, minlength=len(self))
        return out + np.bincount(self.rows[self.loops], minlength=len(self))

    def degree(self, weight: str | None = None) -> list[tuple[Hashable, Any]]:
        """As networkx's `Graph.degree()`: each node with its degree, or the sum of its weights."""
        if weight is None:
            return list(self.by_node(self.degrees()).items())
        values = self.weight(weight)
        totals = np.bincount(self.rows, values, minlength=len(self))
        other = np.ones(len(self.rows), dtype=bool) if self.directed else self.loops
        ends = np.bincount(self.neighbours[other], values[other], minlength=len(self))
        return list(self.by_node(totals + ends).items())
