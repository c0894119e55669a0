"""An engine's database as `plan` and `merging` see it: read in scans, written by statements."""

from __future__ import annotations

from graphkit.store.embedded import database as arcadedb
from graphkit.store.embedded import scan
from graphkit.store.stored import StoredFact, StoredNode


class DatabaseGraph(arcadedb.Statements):
    """A database whose nodes and facts are read whole, without Cypher."""

    def write_facts(self, text: str, **parameters: object) -> None:
        """Run a statement that changes only facts; no other load can be going on."""
        self.write(text, **parameters)

    def nodes(self, label: str) -> list[StoredNode]:
        """All nodes of a label."""
        return arcadedb.run(lambda task: scan.stored_nodes(self.database, label, task.check))

    def facts(self, relation: str) -> list[StoredFact]:
        """All relationships of a type."""
        return arcadedb.run(lambda task: scan.stored_facts(self.database, relation, task.check))
