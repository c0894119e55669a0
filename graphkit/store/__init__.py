"""Stores: where data sets are kept as a graph and asked in Cypher; and the query library.

Importing this imports no engine; opening a store does.
"""

from __future__ import annotations

import re
from pathlib import Path

from graphkit.model import UsageError
from graphkit.store.base import Changes, LoadReport, Progress, Result, Store
from graphkit.store.library import (
    StoredQuery,
    parse_parameters,
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
    "stored_queries",
    "stored_query",
]

_ADDRESS = re.compile(r"([a-z0-9+.-]{2,})://", re.IGNORECASE)


def open_store(target: str | Path, *, create: bool = True, read_only: bool = False) -> Store:
    """Open the embedded store in a folder.

    With `create`, a folder that is not there yet is made by the first load. With `read_only`, any
    number of processes may hold the store at once. Raises UsageError for an address, and
    StoreUnavailable when there is no store, something else, a damaged store, or one in use.
    """
    address = _ADDRESS.match(str(target))
    if address is not None:
        raise UsageError(
            f"{target}: this version opens embedded stores only; name a folder, not an address"
        )
    from graphkit.store.embedded import EmbeddedStore

    return EmbeddedStore(Path(target).expanduser(), create=create, read_only=read_only)
