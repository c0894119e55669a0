"""The object that networkx dispatches to.

A call goes: `can_run` looks whether the engine answers these arguments as networkx would,
`should_run` whether it is worth it (not asked when the user names the backend), `convert_from_nx`
makes an `Adjacency`, or takes the form that `Network.graph()` has left in the graph's cache, and
the function of the same name computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.conversion import from_networkx, to_networkx, unchanged
from graphkit.backend.functions import named
from graphkit.backend.incidence import Incidence
from graphkit.backend.info import MODULE_OF, PROJECTIONS, SLOT, SMALLEST
from graphkit.backend.refusals import refusal


class Backend:
    """Functions by networkx's names, and the questions that networkx asks before it calls them."""

    def __getattr__(self, name: str) -> Any:
        if name not in MODULE_OF:
            raise AttributeError(name)
        return named(name)

    @staticmethod
    def convert_from_nx(
        graph: Any,
        *,
        edge_attrs: Mapping[str, Any] | None = None,
        node_attrs: Mapping[str, Any] | None = None,
        preserve_edge_attrs: bool = False,
        preserve_node_attrs: bool = False,
        name: str | None = None,
        **_: Any,
    ) -> Adjacency | Incidence:
        """The compressed form of a networkx graph.

        Raises NotImplementedError for what it cannot hold; networkx then runs its own function.
        """
        if preserve_edge_attrs or node_attrs or (preserve_node_attrs and name not in PROJECTIONS):
            raise NotImplementedError("graphkit holds numeric edge attributes only")
        wanted = set(edge_attrs or ())
        kept = _kept(graph)
        # Projections take the nodes' attributes along, which the compressed form does not hold.
        if kept is not None and name not in PROJECTIONS and unchanged(graph, kept, wanted):
            return kept
        return from_networkx(graph, edge_attrs or {})

    @staticmethod
    def convert_to_nx(result: Any, *, name: str | None = None) -> Any:
        """The networkx graph of a compressed form; anything else as it is."""
        return (
            to_networkx(result.one_mode()) if isinstance(result, Adjacency | Incidence) else result
        )

    @staticmethod
    def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """True, or the reason why networkx has to run the function itself."""
        return refusal(name, args, kwargs) or True

    @staticmethod
    def should_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """True, or the reason why networkx is as quick.

        The setting `networkx.config.backends.graphkit.smallest` takes the place of the sizes that
        were measured.
        """
        import networkx as nx

        graph: Any = args[0] if args else next(iter(kwargs.values()), ())
        smallest = nx.config.backends["graphkit"].get("smallest")
        least = SMALLEST[name] if smallest is None else smallest
        if least is None:
            if _kept(graph) is not None:
                return True
            return "one walk along the edges is quicker than their conversion"
        return True if len(graph) >= least else f"fewer than {least} nodes"


def _kept(graph: Any) -> Adjacency | Incidence | None:
    """The compressed form in a graph's cache; networkx lets a user set the cache to None."""
    return (getattr(graph, "__networkx_cache__", None) or {}).get(SLOT)


backend = Backend()
