"""The engine: a networkx backend named `graphkit`, with networkx's results at compiled speed.

It knows graphs and nothing of partnerships. `Adjacency` holds any simple graph as compressed rows;
`Incidence` holds the projection of a two-mode graph as who is in which group, and most of what is
asked of it is answered from that, without the projection. networkx finds the backend through its
entry point; importing this package imports neither networkx nor numba.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphkit.backend.info import SLOT

if TYPE_CHECKING:
    from graphkit.backend.adjacency import Adjacency
    from graphkit.backend.incidence import Incidence

__all__ = ["SLOT", "Adjacency", "Incidence", "use_in_networkx"]


def use_in_networkx() -> None:
    """Let networkx run every function that the compiled engine knows on it.

    This lasts for the rest of the session. Graphs below a size at which networkx itself is as quick
    stay with networkx, as does everything that the engine does not know or would answer
    differently.

    Notes
    -----
    To use the engine for one call only, pass `backend="graphkit"` to the networkx function. The
    engine is found through the entry point of the installed package.

    Examples
    --------
    Here the settings of networkx are put back at the end:

    >>> import graphkit
    >>> import networkx as nx
    >>> with nx.config(warnings_to_ignore=set()), nx.config.backend_priority(algos=[]):
    ...     graphkit.use_in_networkx()
    ...     nx.config.backend_priority.algos
    ['graphkit']
    """
    import networkx as nx

    priority: Any = nx.config.backend_priority
    if "graphkit" not in priority.algos:
        priority.algos = [*priority.algos, "graphkit"]


def __getattr__(name: str) -> Any:
    if name == "Adjacency":
        from graphkit.backend.adjacency import Adjacency

        return Adjacency
    if name == "Incidence":
        from graphkit.backend.incidence import Incidence

        return Incidence
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
