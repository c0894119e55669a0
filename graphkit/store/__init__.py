"""Stores, which keep data sets as a graph and answer Cypher, and the query library.

Importing this loads no database engine; opening a store does.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

from graphkit.model import UsageError
from graphkit.model.progress import Progress
from graphkit.store.base import Login, Result, Store, shown
from graphkit.store.library import (
    StoredQuery,
    parse_parameters,
    resolve_organisations,
    stored_queries,
    stored_query,
)
from graphkit.store.parameters import Parameter
from graphkit.store.read_as_stated import stated_organisations
from graphkit.store.reports import Changes, Decided, LoadReport
from graphkit.store.verification import Difference, Verification, verify

__all__ = [
    "STORES",
    "Changes",
    "Decided",
    "Difference",
    "LoadReport",
    "Login",
    "Parameter",
    "Progress",
    "Result",
    "Store",
    "StoredQuery",
    "Verification",
    "open_store",
    "parse_parameters",
    "resolve_organisations",
    "stated_organisations",
    "stored_queries",
    "stored_query",
    "verify",
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
    login: Login | None = None,
) -> Store:
    """Open the store at a path or an address.

    Parameters
    ----------
    target : str or Path
        The folder of an embedded store, or the address of a Neo4j server: `neo4j://` or `bolt://`,
        with `+s` or `+ssc` for TLS.
    create : bool, default True
        Whether the first load may make an embedded store that is not there yet.
    read_only : bool, default False
        Whether to open an embedded store for reading only. Any number of processes may then hold it
        at once.
    ask : callable, optional
        Returns the password of a Neo4j server when NEO4J_PASSWORD is not set.
    login : Login, optional
        Who opens the store on a Neo4j server, instead of what the environment says.

    Returns
    -------
    Store
        The store. Use it as a context manager, so that it is closed.

    Raises
    ------
    UsageError
        If a setting is wrong, or no store has such an address.
    StoreUnavailable
        If there is no store, or something else; if the store is damaged or in use; or if the server
        does not answer or refuses the user.

    Notes
    -----
    User, password and database of a Neo4j server come from NEO4J_USERNAME, NEO4J_PASSWORD and
    NEO4J_DATABASE, unless `login` says them. `STORES` lists the class of store for each kind of
    address.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> import graphkit
    >>> from graphkit.sources import read_sample
    >>> with TemporaryDirectory() as folder, graphkit.open_store(Path(folder) / "store") as store:
    ...     report = store.load(read_sample())
    ...     answer = store.query("MATCH (o:Organisation) RETURN count(o) AS organisations")
    ...     network = graphkit.Network.of(store)
    >>> report.nodes.added, report.facts.added
    (116, 139)
    >>> answer.columns, answer.rows
    (('organisations',), ((53,),))
    >>> len(network.organisations)
    53
    """
    address = _ADDRESS.match(str(target))
    scheme = address[1].lower() if address else ""
    if scheme not in STORES:
        schemes = ", ".join(filter(None, STORES))
        raise UsageError(f"{shown(str(target))}: unknown kind of address; use {schemes}")
    store: type[Store] = pkgutil.resolve_name(STORES[scheme])
    return store.at(str(target), create=create, read_only=read_only, ask=ask, login=login)
