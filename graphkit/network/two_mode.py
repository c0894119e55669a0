"""The two-mode form: organisations by the groups they share, and the graphs derived from it.

A group is a cluster with its members, a declaration with its signatories, a collaboration with its
participants, or a direct tie as a group of two. The incidence matrix and one weight per group are
the whole network. Every projection and every networkx graph is made from them, in group order, so
that sums are the same to the last bit everywhere.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend import SLOT, Incidence
from graphkit.backend.components import labels
from graphkit.backend.conversion import to_networkx

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

    Graph = nx.Graph[str]

# From this number of organisations on, the compiled engine is faster, including its start.
_COMPRESSED_FROM = 400


@dataclass(frozen=True, slots=True)
class Group:
    """What organisations share.

    Attributes
    ----------
    layer : str
        The layer of its facts, one of `LAYERS`.
    id : str
        The id of its node or, for a tie, of its fact.
    name : str
        The name of its node; "" for a tie.

    Examples
    --------
    >>> Group("membership", "kom", "Klaster").key
    'membership kom'
    """

    layer: str
    id: str
    name: str

    @property
    def key(self) -> str:
        """The layer and the id, separated by a blank: its node's name in a two-mode graph.

        Ids hold no blanks, so a key is never the id of an organisation.
        """
        return f"{self.layer} {self.id}"


@dataclass(frozen=True, slots=True)
class Surplus:
    """What slices of groups count more than once, as further groups to be taken off.

    Attributes
    ----------
    members : ndarray of int32, shape (2, pairs)
        The indices of organisation and group of each pair, sorted by organisation, then group.
    weights : ndarray of float, shape (m,)
        How much each group takes off a tie.
    often : ndarray of int64, shape (m,)
        How many shared groups it takes off.
    """

    members: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float64]
    often: npt.NDArray[np.int64]

    def among(self, organisations: npt.NDArray[np.bool_]) -> Surplus:
        """What is counted more than once among the organisations marked True."""
        rows, columns = self.members[:, organisations[self.members[0]]]
        number = np.cumsum(organisations, dtype=np.int32) - 1
        return replace(self, members=np.stack([number[rows], columns]))


@dataclass(frozen=True)
class TwoMode:
    """Which organisation is in which group.

    Attributes
    ----------
    organisations : tuple of str, length n
        The ids, sorted.
    groups : tuple of Group, length m
        The groups, sorted by layer and id.
    members : ndarray of int32, shape (2, pairs)
        The indices of organisation and group of each pair, sorted by organisation, then group.
    weights : ndarray of float, shape (m,)
        How much each group adds to the tie between any two of its organisations.
    scheme : {"none", "count", "newman"}
        How ties are weighed.
    own : ndarray of float, shape (m,), or None
        The weight of each group before the scheme, which a tie can state; None where all are 1.
    outside : ndarray of int64, shape (m,), or None
        How many members of each group are not among the organisations, because they were not chosen
        as nodes; None where there are none.
    surplus : Surplus or None
        Where groups are slices of groups: what is counted more than once. See
        `graphkit.network.overlap`.

    Notes
    -----
    Under `newman` a group of k organisations adds 1/(k-1) [1]_. Those outside count in k.

    References
    ----------
    .. [1] Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E
       64, 016132.

    Examples
    --------
    >>> from graphkit.network import Network
    >>> from graphkit.sources import read_sample
    >>> form = Network.of(read_sample()).two_mode
    >>> len(form.organisations), len(form.groups)
    (48, 14)
    >>> form.projection().shape
    (48, 48)
    """

    organisations: tuple[str, ...]
    groups: tuple[Group, ...]
    members: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float64]
    scheme: str
    own: npt.NDArray[np.float64] | None = None
    outside: npt.NDArray[np.int64] | None = None
    surplus: Surplus | None = None

    def sizes(self) -> npt.NDArray[np.int64]:
        """Count the organisations in each group.

        Returns
        -------
        ndarray of int64, shape (m,)
            The sizes.
        """
        return np.bincount(self.members[1], minlength=len(self.groups))

    def have_ties(self) -> npt.NDArray[np.bool_]:
        """Find the organisations that share a group with another.

        Returns
        -------
        ndarray of bool, shape (n,)
            True for each organisation with a tie.
        """
        rows, columns = self.members
        tied = np.zeros(len(self.organisations), dtype=bool)
        tied[rows[self.sizes()[columns] > 1]] = True
        return tied

    def in_largest_component(self) -> npt.NDArray[np.bool_]:
        """Find the organisations of the largest component; of equal ones that of the first.

        Returns
        -------
        ndarray of bool, shape (n,)
            True for each organisation in it.
        """
        piece = labels(self.compressed)
        largest: npt.NDArray[np.bool_] = piece == np.bincount(piece, minlength=1).argmax()
        return largest

    def groups_of(self, organisation: int) -> npt.NDArray[np.int32]:
        """Find the groups of an organisation.

        Parameters
        ----------
        organisation : int
            Its position in `organisations`.

        Returns
        -------
        ndarray of int32
            The positions of its groups in `groups`, in order.
        """
        first, after = np.searchsorted(self.members[0], [organisation, organisation + 1])
        return self.members[1, first:after]

    def take(
        self,
        keep: npt.NDArray[np.bool_],
        organisations: npt.NDArray[np.bool_] | None = None,
    ) -> TwoMode:
        """Keep some pairs and organisations, and compute sizes and weights again.

        Parameters
        ----------
        keep : ndarray of bool, shape (pairs,)
            The pairs to keep.
        organisations : ndarray of bool, shape (n,), optional
            The organisations to keep; by default all, as isolates if nothing is left of their
            pairs.

        Returns
        -------
        TwoMode
            The smaller form. Groups without any organisation left are dropped. The sizes of the
            others shrink by what is dropped here; members outside stay.
        """
        everyone = np.ones(len(self.organisations), dtype=bool)
        left = self._left(keep, everyone if organisations is None else organisations)
        sizes = left.sizes() if left.outside is None else left.sizes() + left.outside
        return replace(left, weights=group_weights(self.scheme, sizes, left.own))

    def part(self, organisations: npt.NDArray[np.bool_]) -> TwoMode:
        """Keep some organisations, with the weights that groups have here.

        Parameters
        ----------
        organisations : ndarray of bool, shape (n,)
            The organisations to keep.

        Returns
        -------
        TwoMode
            The smaller form. It is a detail of this one: nothing is measured again, and who is not
            kept is outside.
        """
        dropped = np.bincount(
            self.members[1, ~organisations[self.members[0]]], minlength=len(self.groups)
        )
        whole = replace(self, outside=dropped if self.outside is None else self.outside + dropped)
        return whole._left(np.ones(self.members.shape[1], dtype=bool), organisations)

    def _left(self, keep: npt.NDArray[np.bool_], organisations: npt.NDArray[np.bool_]) -> TwoMode:
        """The pairs and organisations marked True, and the groups that somebody is left in."""
        rows, columns = self.members[:, keep & organisations[self.members[0]]]
        used = np.zeros(len(self.groups), dtype=bool)
        used[columns] = True
        return replace(
            self,
            organisations=tuple(compress(self.organisations, organisations)),
            groups=tuple(compress(self.groups, used)),
            members=np.stack(
                [
                    (np.cumsum(organisations, dtype=np.int32) - 1)[rows],
                    (np.cumsum(used, dtype=np.int32) - 1)[columns],
                ]
            ),
            weights=self.weights[used],
            own=None if self.own is None else self.own[used],
            outside=None if self.outside is None else self.outside[used],
            surplus=self.surplus and self.surplus.among(organisations),
        )

    def incidence(self) -> csr_array:
        """Return the incidence matrix.

        Returns
        -------
        scipy.sparse.csr_array, shape (n, m)
            1 where an organisation is in a group.
        """
        return self.compressed.incidence()

    def projection(self) -> csr_array:
        """Return the matrix of tie weights.

        Returns
        -------
        scipy.sparse.csr_array, shape (n, n)
            The sum of the weights of the shared groups, taken in group order; zero on the diagonal.
        """
        return self.compressed.matrix("weight")

    @cached_property
    def compressed(self) -> Incidence:
        """The projection as the compiled engine takes it, without its edges."""
        return self._incidence(self.organisations)

    def _incidence(self, nodes: Sequence[Hashable]) -> Incidence:
        if self.surplus is None:
            return Incidence(nodes, self.members, self.weights)
        surplus = Incidence(nodes, self.surplus.members, self.surplus.weights)
        return Incidence(nodes, self.members, self.weights, surplus)

    def numbered(self) -> Any:
        """Return the form of `numbered_graph` that networkx functions are quickest with.

        Returns
        -------
        networkx.Graph or Incidence
            For a small network the graph itself. For a large one its compressed form, on which the
            functions of the compiled engine run.
        """
        if len(self.organisations) < _COMPRESSED_FROM:
            return self.numbered_graph()
        return self.numbered_incidence()

    def numbered_incidence(self) -> Incidence:
        """Return the compressed form with the positions of organisations, 0 to n-1, as nodes.

        Returns
        -------
        Incidence
            The form, whatever the size of the network.
        """
        return self._incidence(range(len(self.organisations)))

    def graph(self, attributes: Mapping[str, Mapping[str, Any]] | None = None) -> Graph:
        """Return the networkx graph of organisations, joined where they share a group.

        Parameters
        ----------
        attributes : mapping of str to mapping, optional
            Attributes of nodes, by id.

        Returns
        -------
        networkx.Graph
            Every organisation in order, isolates included. Edges carry `weight`, the strength of
            the tie, and `distance`, its inverse. Its cache holds the compressed form, for
            `backend="graphkit"`.
        """
        graph: Graph = _with_cache(self.compressed)
        for name in self.organisations:
            graph.nodes[name].update((attributes or {}).get(name, {}))
        return graph

    def numbered_graph(self) -> nx.Graph[int]:
        """Return the graph of `graph` with the positions of organisations, 0 to n-1, as nodes.

        Returns
        -------
        networkx.Graph
            The graph.

        Notes
        -----
        networkx sums over sets. The order of a set of numbers, and so the last bit of a sum, is the
        same in every process; that of a set of texts is not.
        """
        graph: nx.Graph[int] = _with_cache(self.numbered_incidence())
        return graph

    def bipartite_graph(self, attributes: dict[str, dict[str, Any]] | None = None) -> Graph:
        """Return the two-mode graph.

        Parameters
        ----------
        attributes : dict of str to dict, optional
            Attributes of the organisations, by id.

        Returns
        -------
        networkx.Graph
            Organisations (`bipartite` 0) and groups (`bipartite` 1), with one edge per pair.
        """
        import networkx as nx

        graph: Graph = nx.Graph()
        attributes = attributes or {}
        for name in self.organisations:
            graph.add_node(name, bipartite=0, **attributes.get(name, {}))
        for group, weight in zip(self.groups, self.weights.tolist(), strict=True):
            graph.add_node(
                group.key, bipartite=1, name=group.name, layer=group.layer, weight=weight
            )
        graph.add_edges_from(
            (self.organisations[row], self.groups[column].key)
            for row, column in self.members.T.tolist()
        )
        return graph


def group_weights(
    scheme: str, sizes: npt.NDArray[np.int64], own: npt.NDArray[np.float64] | None
) -> npt.NDArray[np.float64]:
    """Each group's weight: 1, or 1/(k-1) for `newman` with k its size, times its own weight.

    Newman, M. E. J. (2001). Scientific collaboration networks II. Physical Review E 64, 016132.
    """
    weights = np.ones(len(sizes)) if own is None else own.astype(np.float64)
    return weights / np.maximum(sizes - 1, 1) if scheme == "newman" else weights


def _with_cache(form: Incidence) -> Any:
    """The networkx graph of a projection, with the projection in its cache for the engine."""
    graph: Any = to_networkx(form.one_mode())
    graph.__networkx_cache__[SLOT] = form
    return graph
