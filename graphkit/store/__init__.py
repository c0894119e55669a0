"""Stores: where data sets are kept as a graph and asked in Cypher; and the query library.

Importing this imports no engine; opening a store does.
"""

from __future__ import annotations

import pkgutil
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
    "STORES",
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

STORES = {
    "": "graphkit.store.embedded.store:EmbeddedStore",
    "bolt": "graphkit.store.neo4j.store:Neo4jStore",
    "bolt+s": "graphkit.store.neo4j.store:Neo4jStore",
    "bolt+ssc": "graphkit.store.neo4j.store:Neo4jStore",
    "neo4j": "graphkit.store.neo4j.store:Neo4jStore",
    "neo4j+s": "graphkit.store.neo4j.store:Neo4jStore",
    "neo4j+ssc": "graphkit.store.neo4j.store:Neo4jStore",
}
"""The class of store for each scheme of an address, as `module:name`; a path has no scheme."""

_ADDRESS = re.compile(r"([a-z0-9+.-]{2,})://", re.IGNORECASE)


def open_store(
    target: str | Path,
    *,
    create: bool = True,
    read_only: bool = False,
    ask: Callable[[], str] | None = None,
) -> Store:
    """Open the store at a path or an address; `STORES` says which class it is.

    A path is the folder of an embedded store. With `create`, one that is not there yet is made by
    the first load; with `read_only`, any number of processes may hold the store at once. An address
    (`neo4j://`, `bolt://`, with +s or +ssc for TLS) is that of a Neo4j server: user, password and
    database come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE; `ask` gives the password
    where that is not set. Raises UsageError for a wrong setting, and StoreUnavailable when there is
    no store, something else, a damaged store, one in use, or a server that does not answer or
    refuses the user.
    """
    address = _ADDRESS.match(str(target))
    scheme = address[1].lower() if address else ""
    if scheme not in STORES:
        schemes = ", ".join(filter(None, STORES))
        raise UsageError(f"{shown(str(target))}: no store has such an address; use {schemes}")
    store: type[Store] = pkgutil.resolve_name(STORES[scheme])
    return store.at(str(target), create=create, read_only=read_only, ask=ask)
