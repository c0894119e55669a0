"""`Memberships`: the two-mode graph as numbers, for the metrics of who is in which group."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from graphkit.backend.adjacency import Adjacency
from graphkit.network import TwoMode

# From this number of nodes on, the compiled engine is faster, including its start.
_COMPRESSED_FROM = 400


@dataclass(frozen=True)
class Memberships:
    """Who is in which group, with everything numbered.

    Attributes
    ----------
    form : TwoMode
        Who is in which group. The n organisations have the numbers 0 to n-1, the m groups those
        from n on.
    s : int, default 2
        How many organisations two groups must share to be next to each other in `s-betweenness`.
    """

    form: TwoMode
    s: int = 2

    @property
    def organisations(self) -> range:
        """The numbers of the organisations."""
        return range(len(self.form.organisations))

    @property
    def groups(self) -> range:
        """The numbers of the groups."""
        first = len(self.form.organisations)
        return range(first, first + len(self.form.groups))

    @cached_property
    def graph(self) -> Any:
        """The two-mode graph, for networkx functions: an edge joins an organisation to its group.

        A small one is a `networkx.Graph`, a large one the compressed form on which the functions of
        the compiled engine run.
        """
        rows, columns = self.form.members.astype(np.int64)
        ends = columns + len(self.organisations)
        return numbered_graph(
            self.groups.stop, np.concatenate([rows, ends]), np.concatenate([ends, rows])
        )


def numbered_graph(nodes: int, starts: Any, ends: Any) -> Any:
    """The graph of the nodes 0 to n-1 with an edge for each start and end, given both ways."""
    if nodes < _COMPRESSED_FROM:
        import networkx as nx

        graph: nx.Graph[int] = nx.empty_graph(nodes)
        graph.add_edges_from(zip(starts.tolist(), ends.tolist(), strict=True))
        return graph
    order = np.lexsort((ends, starts))
    offsets = np.concatenate(([0], np.cumsum(np.bincount(starts, minlength=nodes))))
    return Adjacency(range(nodes), offsets, ends[order].astype(np.int32))
