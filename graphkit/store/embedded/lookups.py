"""Whether queries find what lies in the engine's files: by the index on ids, and from node to node.

The engine keeps indexes and, with each node, the list of its relationships beside the records
themselves. `scan` reads the records alone; a query goes by the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from graphkit.model import RELATIONS
from graphkit.store import statements
from graphkit.store.embedded import database as arcadedb
from graphkit.store.embedded.scan import Check
from graphkit.store.plan import batches
from graphkit.store.stored import StoredFact, StoredNode

_BATCH = 20_000
_CURE = "the store is damaged, load the data into a new one"
_NOT_BY_ID = f"queries do not find it by its id: {_CURE}"
_NOT_BY_ENDS = f"queries do not find it from its ends: {_CURE}"


def mislaid_nodes(
    database: Any, label: str, nodes: Sequence[StoredNode], check: Check
) -> dict[str, str]:
    """The nodes of a label, by id, that queries do not find as they lie, and how."""
    ids = [node.id for node in nodes if type(node.id) is str]
    found: Counter[object] = Counter()
    for some in batches(ids, _BATCH):
        check()
        for row in arcadedb.rows_of(database, statements.nodes_by_id(label), {"ids": some}):
            found[row["wanted"]] += 1 if row["wanted"] == row["id"] else 2
    return {key: _NOT_BY_ID for key, count in Counter(ids).items() if found[key] != count}


def mislaid_facts(
    database: Any, relation: str, facts: Sequence[StoredFact], check: Check
) -> dict[str, str]:
    """The facts of a relation, by id, that queries do not find as they lie, and how."""
    ids = Counter(str(fact.id) for fact in facts if type(fact.id) is str)
    found: Counter[object] = Counter()
    text = statements.facts_by_id(relation)
    for some in batches(list(ids), _BATCH):
        check()
        rows = arcadedb.rows_of(database, text, {"ids": some}, language="sql")
        found.update(row["id"] for row in rows)
    lost = {key: _NOT_BY_ID for key, count in ids.items() if found[key] != count}
    joined = {
        (fact.start[1], str(fact.id), fact.end[1]) for fact in facts if fact.start and fact.end
    }
    starts, ends = (dict.fromkeys(labels) for labels in zip(*RELATIONS[relation].ends, strict=True))
    # The engine begins where there is a label.
    for texts in (
        [statements.facts_from_starts(relation, label) for label in starts],
        [statements.facts_from_ends(relation, label) for label in ends],
    ):
        walked = set()
        for text in texts:
            check()
            for row in arcadedb.rows_of(database, text, {}):
                walked.add((row["start"], row["id"], row["end"]))
        for _, key, _ in joined ^ walked:
            lost.setdefault(str(key), _NOT_BY_ENDS)
    return lost
