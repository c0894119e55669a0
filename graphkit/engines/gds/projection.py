"""Ties in the memory of a server with Graph Data Science, made there from pairs."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from graphkit.engines.gds.server import opened, require_room
from graphkit.model import GraphkitError
from graphkit.network import TwoMode
from graphkit.store import Store

TIED = "TIED"
"""The type of ties on the server, where `_UNITE` makes them."""

_NOT_ESTIMATED = ("gds.closeness", "gds.closeness.harmonic")
"""Procedures that tell no estimate of their own; they take some numbers for each organisation."""

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
_FORGET = "CALL gds.graph.relationships.drop($name, 'SHARED') YIELD graphName RETURN graphName"
_DROP = "CALL gds.graph.drop($name, false) YIELD graphName RETURN graphName"
_AT_WORK = "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $name RETURN count(*)"
_PATIENCE = 30.0
"""Seconds that a statement which was stopped has until the server has ended it."""


@dataclass(frozen=True)
class Projection:
    """Ties in the memory of a server.

    form: whose they are. pairs: how many pairs of members they were made from; where there are
    none, nothing is on the server.
    """

    store: Store
    name: str
    form: TwoMode
    pairs: int

    def stream(
        self, procedure: str, settings: dict[str, Any], field: str = "score"
    ) -> npt.NDArray[np.float64]:
        """What a procedure gives each organisation; 0 where nobody is tied.

        Raises StoreUnavailable where it needs more memory than the server has.
        """
        found = np.zeros(len(self.form.organisations))
        if not self.pairs:
            return found
        asked = {"name": self.name, "settings": {"relationshipTypes": [TIED], **settings}}
        if procedure not in _NOT_ESTIMATED:
            estimate = (
                f"CALL {procedure}.stream.estimate($name, $settings) "
                "YIELD requiredMemory, heapPercentageMax RETURN requiredMemory, heapPercentageMax"
            )
            require_room(self.store, procedure, estimate, asked)
        rows = self.store.query(
            f"CALL {procedure}.stream($name, $settings) YIELD nodeId, {field} "
            f"RETURN nodeId, {field}",
            asked,
        ).rows
        for node, value in rows:
            found[int(str(node))] = float(str(value))
        return found


@contextmanager
def projected(form: TwoMode) -> Iterator[Projection]:
    """The ties of a two-mode form on the server, until this is left, however that is.

    Raises UsageError where no server is named or it lacks the plugin, StoreUnavailable where the
    ties do not fit into its memory.
    """
    with opened() as store:
        sizes = form.sizes()
        pairs = int((sizes * (sizes - 1) // 2).sum())
        # Each pair lies there once as shared and, at most, in both directions as a tie.
        asked = {"nodes": len(form.organisations), "ties": 3 * pairs}
        require_room(store, f"ties of {pairs:,} pairs of members", _ESTIMATE, asked)
        name = f"graphkit-{uuid.uuid4().hex}"
        if not pairs:
            yield Projection(store, name, form, pairs)
            return
        try:
            store.query(f"/* {name} */ {_PROJECT}", {"name": name, "groups": _groups(form)})
            store.query(_UNITE, {"name": name})
            store.query(_FORGET, {"name": name})
            yield Projection(store, name, form, pairs)
        except BaseException:
            _wait_until_ended(store, name)
            raise
        finally:
            store.query(_DROP, {"name": name})


def _wait_until_ended(store: Store, name: str) -> None:
    """Wait until the server no longer makes ties of this name, which it would keep."""
    deadline = time.monotonic() + _PATIENCE
    with suppress(GraphkitError):  # a server that is gone keeps nothing
        while store.query(_AT_WORK, {"name": name}).rows[0][0] and time.monotonic() < deadline:
            time.sleep(0.1)


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
