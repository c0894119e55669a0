"""The server that NEO4J_URI names, if it has Graph Data Science."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from graphkit.model import StoreUnavailable, UsageError
from graphkit.store import Store, open_store

SETTING = "NEO4J_URI"

SHARE = 0.8
"""How much of the server's heap its own estimates may come to."""

_THERE = "SHOW FUNCTIONS YIELD name WHERE name = 'gds.graph.project' RETURN count(*)"


@contextmanager
def opened() -> Iterator[Store]:
    """The store on that server.

    Raises UsageError where no server is named or it lacks the plugin.
    """
    address = os.environ.get(SETTING)
    if not address:
        raise UsageError(
            f"the engine gds works on a Neo4j server with Graph Data Science; set {SETTING} to its "
            "address, or choose another engine"
        )
    with open_store(address) as store:
        if not plugin_version(store):
            raise UsageError(
                f"{address}: this server has no Graph Data Science; install that plugin there, "
                "which `graphkit neo4j start` can do for a server of your own, or choose another "
                "engine"
            )
        yield store


def plugin_version(store: Store) -> str:
    """The release of the plugin on the server of a store; "" where it has none."""
    if store.query(_THERE).rows[0][0] == 0:
        return ""
    return str(store.query("RETURN gds.version()").rows[0][0])


def require_room(store: Store, what: str, estimate: str, asked: dict[str, Any]) -> None:
    """Raise StoreUnavailable for what needs more memory than the server has, by its estimate."""
    ((needed, heap),) = store.query(estimate, asked).rows
    if (share := float(str(heap))) > SHARE:
        raise StoreUnavailable(
            f"{store.location}: {what} need {needed}, {share:.0%} of the server's heap; give it "
            "more (server.memory.heap.max_size), or choose another engine"
        )
