"""The object that networkx dispatches to.

A call goes: `can_run` looks whether the backend answers these arguments as networkx would,
`should_run` whether it is worth it (not asked when the user names the backend), `convert_from_nx`
makes an `Adjacency`, or takes the form that `Network.graph()` has left in the graph's cache, and
the function of the same name computes.

networkx keeps what `convert_from_nx` gives and does not look whether the graph's weights have
changed. So what it keeps is thrown away, and `conversion` keeps what cannot become wrong.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from graphkit.backend.adjacency import Adjacency
from graphkit.backend.conversion import from_networkx, kept, to_networkx, with_attributes
from graphkit.backend.functions import named
from graphkit.backend.incidence import Incidence
from graphkit.backend.info import MODULE_OF, PROJECTIONS, SMALLEST
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

        Raises NotImplementedError for what it cannot hold; networkx then runs its own function,
        unless the backend was named: then it raises an error from this one.
        """
        _forget(graph)
        if preserve_edge_attrs or node_attrs or (preserve_node_attrs and name not in PROJECTIONS):
            raise NotImplementedError("graphkit holds numeric edge attributes only")
        form = (
            with_attributes(graph)
            if name in PROJECTIONS
            else from_networkx(graph, edge_attrs or {})
        )
        form.title = type(graph).__name__ + (f" named {graph.name!r}" if graph.name else "")
        return form

    @staticmethod
    def convert_to_nx(result: Any, *, name: str | None = None) -> Any:
        """The networkx graph of a compressed form; anything else as it is."""
        return (
            to_networkx(result.one_mode()) if isinstance(result, Adjacency | Incidence) else result
        )

    @staticmethod
    def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """True where the backend gives networkx's answer.

        Elsewhere raises NotImplementedError with the reason: networkx shows it to a user who named
        the backend, and runs the function itself for everybody else. A reason that is returned it
        would drop; only its own tests, run with a backend, want it so.
        """
        reason = refusal(name, args, kwargs)
        if reason is None:
            return True
        if "NETWORKX_TEST_BACKEND" in os.environ:
            return reason
        raise NotImplementedError(f"graphkit leaves {name} to networkx here: {reason}")

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
            if kept(graph) is not None:
                return True
            return "one walk along the edges is quicker than their conversion"
        return True if len(graph) >= least else f"fewer than {least} nodes"


def _forget(graph: Any) -> None:
    """Take networkx's own collection of converted graphs away from a graph.

    networkx will put this conversion into the collection that it has looked up before, which
    nobody finds again.
    """
    cache = getattr(graph, "__networkx_cache__", None) or {}
    cache.get("backends", {}).pop("graphkit", None)


backend = Backend()
