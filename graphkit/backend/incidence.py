"""`Incidence`: the projection of a two-mode graph, held as who is in which group.

Two nodes are adjacent when they share a group; the weight of their edge is the sum of the weights
of the groups they share. A projection of n nodes can have n * n / 2 edges where its incidence has a
few n entries, so that what can be computed from the incidence is computed from it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend.adjacency import Adjacency, Floats
from graphkit.backend.node_order import Nodes

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class Incidence(Nodes):
    """The projection of a two-mode graph, held as which node is in which group. It never changes.

    Parameters
    ----------
    nodes : sequence of hashable, length n
        The nodes in order.
    members : ndarray of int32, shape (2, pairs)
        The pairs (node, group), each once, sorted by node, then group.
    weights : ndarray of float, shape (m,)
        The positive weight of each group.
    surplus : Incidence, optional
        Another incidence of the same nodes, whose weights are taken off. It ties only those that
        share a group here too, and leaves every tie a positive weight.

    Notes
    -----
    Two nodes are adjacent when they share a group. The edge attributes are `weight`, the sum of the
    weights of the shared groups taken in group order, and `distance`, its inverse.

    Examples
    --------
    >>> members = np.array([[0, 1, 1, 2], [0, 0, 1, 1]], dtype=np.int32)
    >>> Incidence("abc", members, np.ones(2)).incidence().toarray().tolist()
    [[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]
    """

    def __init__(
        self,
        nodes: Sequence[Hashable],
        members: npt.NDArray[np.int32],
        weights: npt.NDArray[np.float64],
        surplus: Incidence | None = None,
    ) -> None:
        super().__init__(nodes)
        self.members = members
        self.weights = weights
        self.surplus = surplus

    def is_directed(self) -> bool:
        """A projection has no directions."""
        return False

    def incidence(self, weights: npt.NDArray[np.float64] | None = None) -> csr_array:
        """The n-by-m matrix that holds, where a node is in a group, 1 or the group's weight."""
        from scipy.sparse import csr_array

        rows, columns = self.members
        data = np.ones(len(rows)) if weights is None else weights[columns]
        offsets = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=len(self)))))
        return csr_array((data, columns, offsets), shape=(len(self), len(self.weights)))

    def among(self, nodes: npt.NDArray[np.int64] | None = None) -> csr_array:
        """The weights of the ties among some of the nodes, as a matrix in their order; by default
        among all.
        """
        from scipy.sparse import csr_array

        weighed, plain = self.incidence(self.weights), self.incidence()
        if nodes is not None:
            weighed, plain = weighed[nodes], plain[nodes]
        # scipy sums each entry in the order of its row's columns, which is group order.
        product = csr_array(weighed @ csr_array(plain.T))
        if self.surplus is not None:
            product = csr_array(product - self.surplus.among(nodes))
        product.setdiag(0.0)
        product.eliminate_zeros()
        product.sort_indices()
        return product

    def inflow(self, weight: str | None) -> Callable[[Floats], Floats]:
        """What each node gets when every node sends its value along each of its edges, weighed.

        Values go to the groups and back, and what comes back to its own sender is taken off:
        A x = B W B' x - own x, with B the incidence and W the groups' weights. Unweighted, a pair
        that shares k groups would count k times, so that k - 1 are taken off; only nodes in two
        groups or more can be such pairs, and their product is small.
        """
        from scipy.sparse import csr_array

        if weight not in (None, "weight"):
            return self.one_mode().inflow(weight)
        linking = np.bincount(self.members[1], minlength=len(self.weights)) > 1
        weights = linking * (np.ones(len(linking)) if weight is None else self.weights)
        there = csr_array(self.incidence().T)
        back = self.incidence(weights)
        own = back.sum(axis=1)
        if weight is not None:
            if self.surplus is not None:
                surplus = self.surplus.inflow(weight)
                return lambda values: back @ (there @ values) - own * values - surplus(values)
            return lambda values: back @ (there @ values) - own * values
        many = np.flatnonzero(own > 1)
        some = back[many]
        repeats = csr_array(some @ some.T)
        repeats.setdiag(0.0)
        repeats.data = np.maximum(repeats.data - 1.0, 0.0)
        repeats.eliminate_zeros()

        def inflow(values: Floats) -> Floats:
            result: Floats = back @ (there @ values) - own * values
            result[many] -= repeats @ values[many]
            return result

        return inflow

    def matrix(self, weight: str | None = None) -> csr_array:
        """The n-by-n adjacency matrix of the projection with that weight."""
        return self.one_mode().matrix(weight)

    @cached_property
    def _one_mode(self) -> Adjacency:
        projection = self.among()
        weight = projection.data
        return Adjacency(
            self.nodes,
            projection.indptr.astype(np.int64),
            projection.indices.astype(np.int32),
            {"weight": weight, "distance": 1.0 / weight},
            projection=True,
        )

    def number_of_edges(self) -> int:
        """How many pairs share a group."""
        return self.one_mode().number_of_edges()

    def one_mode(self) -> Adjacency:
        """The projection itself, made when it is first asked for."""
        return self._one_mode

    def degrees(self) -> npt.NDArray[np.int64]:
        """How many others each node shares a group with, shape (n,)."""
        return self.one_mode().degrees()

    def degree(self, weight: str | None = None) -> list[tuple[Hashable, Any]]:
        """As networkx's `Graph.degree()`: each node with its degree, or the sum of its weights."""
        return self.one_mode().degree(weight)
