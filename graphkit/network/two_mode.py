"""The two-mode form: organisations by the groups they share, and the graphs derived from it.

A group is a cluster with its members, a declaration with its signatories, a collaboration with its
participants, or a direct tie as a group of two. The incidence matrix and one weight a group are
the whole network; every projection and every networkx graph is made from them, in group order, so
that sums are the same to the last bit wherever they are taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from graphkit.backend import SLOT, Incidence
from graphkit.backend.conversion import to_networkx

if TYPE_CHECKING:
    import networkx as nx
    from scipy.sparse import csr_array

    Graph = nx.Graph[str]

# From so many organisations on the compiled engine is quicker, its start included.
_COMPRESSED_FROM = 400


@dataclass(frozen=True, slots=True)
class Group:
    """What organisations share: its layer, and the id and name of its node (of its fact, for a
    tie). `key` names it in a two-mode graph; ids hold no blanks, so it is never an organisation's.
    """

    layer: str
    id: str
    name: str

    @property
    def key(self) -> str:
        """The layer and the id, apart by a blank."""
        return f"{self.layer} {self.id}"


@dataclass(frozen=True)
class TwoMode:
    """Who is in which group.

    organisations: the n ids, sorted. groups: the m groups, sorted by layer and id. members: for
    each of the pairs (organisation, group), sorted by organisation then group, its two indices,
    an array of shape (2, pairs). weights: each group's weight, shape (m,), by which it adds to the
    tie between any two of its organisations. scheme: none, count or newman. own: each group's own
    weight, a tie's, before the scheme; None where all are 1.
    """

    organisations: tuple[str, ...]
    groups: tuple[Group, ...]
    members: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float64]
    scheme: str
    own: npt.NDArray[np.float64] | None = None

    def sizes(self) -> npt.NDArray[np.int64]:
        """How many organisations each group has, shape (m,)."""
        return np.bincount(self.members[1], minlength=len(self.groups))

    def groups_of(self, organisation: int) -> npt.NDArray[np.int32]:
        """The indices of an organisation's groups, in order."""
        first, after = np.searchsorted(self.members[0], [organisation, organisation + 1])
        return self.members[1, first:after]

    def take(
        self,
        keep: npt.NDArray[np.bool_],
        organisations: npt.NDArray[np.bool_] | None = None,
    ) -> TwoMode:
        """The form of the pairs marked True, of shape (pairs,), and of these organisations, (n,).

        A group that nobody is left in goes; sizes, and the weights that depend on them, are taken
        anew. Organisations are all kept unless said otherwise, as isolates where need be.
        """
        everyone = np.ones(len(self.organisations), dtype=bool)
        left = self._left(keep, everyone if organisations is None else organisations)
        return replace(left, weights=group_weights(self.scheme, left.sizes(), left.own))

    def part(self, organisations: npt.NDArray[np.bool_]) -> TwoMode:
        """What is said of the organisations marked True, of shape (n,), alone.

        Groups keep the weights that they have here: a part is looked at, nothing is measured anew.
        """
        return self._left(np.ones(self.members.shape[1], dtype=bool), organisations)

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
        )

    def incidence(self) -> csr_array:
        """The n-by-m matrix of ones where an organisation is in a group."""
        return self.compressed.incidence()

    def projection(self) -> csr_array:
        """The n-by-n matrix of tie weights, zero on the diagonal.

        An entry is the sum of the weights of the shared groups, taken in group order.
        """
        return self.compressed.matrix("weight")

    @cached_property
    def compressed(self) -> Incidence:
        """The projection as the engine takes it, without its edges."""
        return Incidence(self.organisations, self.members, self.weights)

    def numbered(self) -> Any:
        """The form of `numbered_graph` that networkx functions are quickest with.

        A small network is the graph itself; a large one is compressed, and the functions are then
        the engine's.
        """
        if len(self.organisations) < _COMPRESSED_FROM:
            return self.numbered_graph()
        return Incidence(range(len(self.organisations)), self.members, self.weights)

    def graph(self, attributes: Mapping[str, Mapping[str, Any]] | None = None) -> Graph:
        """The organisation-organisation graph: every organisation, isolates included, in order.

        Edges carry `weight`, the strength of the tie, and `distance`, its inverse. Its cache holds
        the compressed form, for `backend="graphkit"`.
        """
        graph: Graph = _with_cache(self.compressed)
        for name in self.organisations:
            graph.nodes[name].update((attributes or {}).get(name, {}))
        return graph

    def numbered_graph(self) -> nx.Graph[int]:
        """The graph of `graph` with the organisations' positions, 0 to n-1, for nodes.

        networkx sums over sets: with numbers for names their order, and so the last bit of a sum,
        is the same in every process, which the hashes of texts are not.
        """
        form = Incidence(range(len(self.organisations)), self.members, self.weights)
        graph: nx.Graph[int] = _with_cache(form)
        return graph

    def bipartite_graph(self, attributes: dict[str, dict[str, Any]] | None = None) -> Graph:
        """The two-mode graph: organisations (`bipartite` 0), groups (1), an edge a membership."""
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
