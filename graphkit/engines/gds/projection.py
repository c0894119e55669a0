"""Ties in the memory of a server with Graph Data Science, made there from pairs."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.model import StoreUnavailable, UsageError
from graphkit.network import TwoMode
from graphkit.store import Store, open_store

SETTING = "NEO4J_URI"

SHARE = 0.8
"""How much of the server's heap its own estimates may come to."""

_NOT_ESTIMATED = ("gds.closeness", "gds.closeness.harmonic")
"""Procedures that tell no estimate of their own; they take some numbers for each organisation."""

_THERE = "SHOW FUNCTIONS YIELD name WHERE name = 'gds.graph.project' RETURN count(*)"
_ESTIMATE = (
    "CALL gds.graph.project.estimate('*', '*', {nodeCount: $nodes, relationshipCount: $ties, "
    "relationshipProperties: 'weight'}) "
    "YIELD requiredMemory, heapPercentageMax RETURN requiredMemory, heapPercentageMax"
)
# An organisation without ties comes as a group of its own.
_PROJECT = (
    "UNWIND $groups AS g UNWIND g[1] AS a UNWIND CASE size(g[1]) WHEN 1 THEN [null] ELSE g[1] END "
    "AS b WITH g, a, b WHERE b IS NULL OR a < b "
    "WITH gds.graph.project($name, a, b, {relationshipType: 'SHARED', "
    "relationshipProperties: {weight: g[0]}}) AS made RETURN made.nodeCount"
)
# Those who share several groups are tied once, by the sum of the weights.
_UNITE = (
    "CALL gds.graph.relationships.toUndirected($name, {relationshipType: 'SHARED', "
    "mutateRelationshipType: 'TIED', aggregation: {weight: 'SUM'}}) "
    "YIELD relationshipsWritten RETURN relationshipsWritten"
)
_DROP = "CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName"


@dataclass(frozen=True)
class Projection:
    """Ties of `organisations` in the memory of a server."""

    store: Store
    name: str
    organisations: int
    ties: str

    def scores(self, procedure: str, settings: dict[str, Any]) -> npt.NDArray[np.float64]:
        """What a procedure gives each organisation.

        Raises StoreUnavailable where it needs more memory than the server has.
        """
        asked = {"name": self.name, "settings": {"relationshipTypes": [self.ties], **settings}}
        if procedure not in _NOT_ESTIMATED:
            estimate = (
                f"CALL {procedure}.stream.estimate($name, $settings) "
                "YIELD requiredMemory, heapPercentageMax RETURN requiredMemory, heapPercentageMax"
            )
            _require_room(self.store, procedure, estimate, asked)
        rows = self.store.query(
            f"CALL {procedure}.stream($name, $settings) YIELD nodeId, score RETURN nodeId, score",
            asked,
        ).rows
        by_place = {int(str(node)): float(str(score)) for node, score in rows}
        return np.array([by_place[place] for place in range(self.organisations)])


@contextmanager
def projected(form: TwoMode) -> Iterator[Projection]:
    """The ties of a two-mode form on the server, until this is left.

    Raises UsageError where no server is named or it lacks the plugin, StoreUnavailable where the
    ties do not fit into its memory.
    """
    address = os.environ.get(SETTING)
    if not address:
        raise UsageError(
            f"the engine gds works on a Neo4j server with Graph Data Science; set {SETTING} to its "
            "address, or choose another engine"
        )
    with open_store(address) as store:
        if store.query(_THERE).rows[0][0] == 0:
            raise UsageError(
                f"{address}: this server has no Graph Data Science; install that plugin there, or "
                "choose another engine"
            )
        sizes = form.sizes()
        pairs = int((sizes * (sizes - 1) // 2).sum())
        # Each pair lies there once as shared and, at most, in both directions as a tie.
        asked = {"nodes": len(form.organisations), "ties": 3 * pairs}
        _require_room(store, f"ties of {pairs:,} pairs of members", _ESTIMATE, asked)
        name = f"graphkit-{uuid.uuid4().hex}"
        try:
            store.query(_PROJECT, {"name": name, "groups": _groups(form)})
            if pairs:
                store.query(_UNITE, {"name": name})
            yield Projection(store, name, len(form.organisations), "TIED" if pairs else "*")
        finally:
            store.query(_DROP, {"name": name})


def _groups(form: TwoMode) -> list[list[Any]]:
    """The weight and the members of each group of several, and those who are in none."""
    order = np.argsort(form.members[1], kind="stable")
    ends = np.cumsum(form.sizes())[:-1]
    members = np.split(form.members[0][order], ends) if len(form.groups) else []
    groups: list[list[Any]] = [
        [float(weight), each.tolist()]
        for weight, each in zip(form.weights, members, strict=True)
        if len(each) > 1
    ]
    alone = np.flatnonzero(~form.have_ties())
    return groups + [[0.0, [place]] for place in alone.tolist()]


def _require_room(store: Store, what: str, estimate: str, asked: dict[str, Any]) -> None:
    ((needed, heap),) = store.query(estimate, asked).rows
    if (share := float(str(heap))) > SHARE:
        raise StoreUnavailable(
            f"{store.location}: {what} need {needed}, {share:.0%} of the server's heap; give it "
            "more (server.memory.heap.max_size), or choose another engine"
        )
