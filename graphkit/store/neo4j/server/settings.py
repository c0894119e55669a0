"""`conf/neo4j.conf`: what graphkit sets in it, and what is read from it to start the server.

It is written when the folder is new. Afterwards only what a start asks for is changed in it, so
that a user's own lines stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from graphkit.files import write_text
from graphkit.model import UsageError
from graphkit.store.neo4j.server.versions import order

HEAP = "server.memory.heap.max_size"
DEFAULT_HEAP = "1g"

_FIRST = """\
# The settings of Neo4j in this folder. `graphkit neo4j start` wrote them once; at each start it
# changes the port, and what its options say, and leaves every other line as it is.

# Nobody but this machine reaches the server.
server.default_listen_address=127.0.0.1
server.http.enabled=false
server.https.enabled=false

# LOAD CSV reads this folder's `import` and no other file.
server.directories.import=import

# Nothing is reported to anybody.
dbms.usage_report.enabled=false

server.memory.heap.max_size={heap}
server.memory.pagecache.size=128m

# Files grow as they are needed.
db.tx_log.preallocate=false
db.store.files.preallocate=false

# A stop waits this long for each of the two pools that serve connections, which never end sooner.
internal.server.bolt.thread_pool_shutdown_wait_time=1s
"""

# Since then it looks for other servers by broadcasts; the setting is an error in those before.
_BROADCASTS_SINCE = (2026, 8)
_BROADCASTS = "server.fleet_discovery.enabled"

_ADDRESS = "server.bolt.listen_address"
_OPTIONS = "server.jvm.additional"


class Settings:
    """The settings of one folder, as its file has them until `write`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._before = path.read_text(encoding="utf-8") if path.exists() else None
        text = _FIRST.format(heap=DEFAULT_HEAP) if self._before is None else self._before
        self.lines = text.splitlines()

    def ask(
        self, version: str, port: int, heap: str | None, more: Mapping[str, str | None]
    ) -> None:
        """Change what this start wants; a value of None takes the line out."""
        if heap is not None and not re.fullmatch(r"[1-9][0-9]*[kmgKMG]", heap):
            raise UsageError(f"`heap` {heap} is not a size of memory; write it as 512m or 4g")
        if _ADDRESS in more:
            raise UsageError(
                f"`settings` {_ADDRESS}: `port` sets its port, and its host cannot be changed"
            )
        wanted = {_ADDRESS: f"127.0.0.1:{port}"}
        if order(version) >= _BROADCASTS_SINCE and self.value(_BROADCASTS) is None:
            wanted[_BROADCASTS] = "false"
        if heap is not None:
            wanted[HEAP] = heap
        for key, value in {**wanted, **more}.items():
            self._set(key, value)

    def write(self) -> None:
        """Write the file."""
        write_text("\n".join(self.lines) + "\n", self.path)

    def restore(self) -> None:
        """Make the file what it was before: a start that failed leaves no setting behind."""
        if self._before is None:
            self.path.unlink(missing_ok=True)
        else:
            write_text(self._before, self.path)

    def value(self, key: str) -> str | None:
        """The value of a setting, None when there is no such line."""
        return next(iter(self._values(key)), None)

    @property
    def heap(self) -> str:
        """The most memory for Java's objects."""
        return self.value(HEAP) or DEFAULT_HEAP

    @property
    def java_options(self) -> list[str]:
        """Options for Java that the user has put into the file."""
        return [option for line in self._values(_OPTIONS) for option in line.split()]

    @property
    def scheme(self) -> str:
        """How a driver addresses the server; with TLS the certificate may be self-signed."""
        return "bolt+ssc" if self.value("server.bolt.tls_level") == "REQUIRED" else "bolt"

    def _values(self, key: str) -> list[str]:
        return [line.split("=", 1)[1].strip() for line in self.lines if _key(line) == key]

    def _set(self, key: str, value: str | None) -> None:
        places = [place for place, line in enumerate(self.lines) if _key(line) == key]
        new = [] if value is None else [f"{key}={value}"]
        first = places[0] if places else len(self.lines)
        kept = [line for place, line in enumerate(self.lines) if place not in places]
        self.lines = [*kept[:first], *new, *kept[first:]]


def _key(line: str) -> str:
    return "" if line.lstrip().startswith("#") else line.split("=", 1)[0].strip()
