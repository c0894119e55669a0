"""Stores: where data sets are kept as a graph and asked in Cypher; and the query library.

Importing this imports no engine; opening a store does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from graphkit.model import UsageError
from graphkit.store.base import Changes, LoadReport, Progress, Result, Store, shown
from graphkit.store.library import (
    StoredQuery,
    parse_parameters,
    resolve_organisations,
    stored_queries,
    stored_query,
)
from graphkit.store.parameters import Parameter

__all__ = [
    "Changes",
    "LoadReport",
    "Parameter",
    "Progress",
    "Result",
    "Store",
    "StoredQuery",
    "open_store",
    "parse_parameters",
    "resolve_organisations",
    "stored_queries",
    "stored_query",
]

_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_ADDRESS = re.compile(r"([a-z0-9+.-]{2,})://", re.IGNORECASE)


def open_store(
    target: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    ask: Callable[[], str] | None = None,
) -> Store:
    """Open the embedded store in a folder, or the one at the address of a Neo4j server.

    A folder: with `create`, one that is not there yet is made by the first load; with `read_only`,
    any number of processes may hold the store at once. An address (`neo4j://`, `bolt://`, with +s
    or +ssc for TLS): user, password and database come from NEO4J_USERNAME, NEO4J_PASSWORD and
    NEO4J_DATABASE; `ask` gives the password where that is not set. Raises UsageError for a wrong
    setting, and StoreUnavailable when there is no store, something else, a damaged store, one in
    use, or a server that does not answer or refuses the user.
    """
    address = _ADDRESS.match(str(target))
    if address is not None:
        if address[1].lower() not in _SCHEMES:
            raise UsageError(
                f"{shown(str(target))}: no store has such an address; use {', '.join(_SCHEMES)}"
            )
        from graphkit.store.neo4j.store import Neo4jStore

        return Neo4jStore(str(target), read_only=read_only, ask=ask)
    from graphkit.store.embedded.store import EmbeddedStore

    return EmbeddedStore(Path(target).expanduser(), create=create, read_only=read_only)
